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
