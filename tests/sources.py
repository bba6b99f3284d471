"""Pieces of C that several tests build their extensions from."""

CONTEXT_NAME = """
HPyDef_METH(context_name, "context_name", HPyFunc_NOARGS)
static HPy context_name_impl(HPyContext *ctx, HPy self)
{
    return HPyUnicode_FromString(ctx, ctx->name);
}
"""

# Leaks a handle to its argument.
LEAK = """
HPyDef_METH(leak, "leak", HPyFunc_O)
static HPy leak_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}
"""

# Calls its argument.
CALL = """
HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_CallTupleDict(ctx, arg, HPy_NULL, HPy_NULL);
}
"""

# Leaks a builder and a handle to its argument.
LEAK_OF_BOTH_KINDS = """
HPyDef_METH(leak, "leak", HPyFunc_O)
static HPy leak_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyListBuilder_New(ctx, 1);
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}
"""

# The beginning of a type whose instances hold an object in a field.
HOLDER = """
typedef struct {
    HPyField item;
} Holder;
HPyType_HELPERS(Holder)

HPyDef_SLOT(Holder_new, HPy_tp_new)
static HPy Holder_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Holder *holder;
    HPy h = HPy_New(ctx, type, &holder);
    if (!HPy_IsNull(h) && nargs > 0)
        HPyField_Store(ctx, h, &holder->item, args[0]);
    return h;
}

HPyDef_SLOT(Holder_traverse, HPy_tp_traverse)
static int Holder_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    Holder *holder = self;
    HPy_VISIT(&holder->item);
    return 0;
}
"""
