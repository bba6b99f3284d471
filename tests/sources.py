"""Pieces of C that several tests build their extensions from."""

from pathlib import Path

SAMPLE = (Path(__file__).parent / "suites/sample.c").read_text()

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

CLOSE_TWICE = """
HPyDef_METH(close_twice, "close_twice", HPyFunc_O)
static HPy close_twice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy_Close(ctx, copy);
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

# The rest of it, behind its Holder_defines.
HOLDER_SPEC = """
static HPyType_Spec Holder_spec = {
    .name = "mytest.Holder",
    .basicsize = sizeof(Holder),
    .builtin_shape = SHAPE(Holder),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | HPy_TPFLAGS_HAVE_GC,
    .defines = Holder_defines,
};
"""
