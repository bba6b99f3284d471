"""What tests of trace mode trace."""

from sources import CALL, CLOSE_TWICE, LEAK

SOURCE = CALL + CLOSE_TWICE + LEAK + r"""
HPyDef_METH(add, "add", HPyFunc_VARARGS)
static HPy add_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_Add(ctx, args[0], args[1]);
}

HPyDef_METH(add_many, "add_many", HPyFunc_O)
static HPy add_many_impl(HPyContext *ctx, HPy self, HPy count)
{
    long n = HPyLong_AsLong(ctx, count);
    for (long i = 0; i < n; i++) {
        HPy h = HPy_Add(ctx, count, count);
        HPy_Close(ctx, h);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

/* Waits without the interpreter. */
#include <unistd.h>
HPyDef_METH(wait, "wait", HPyFunc_O)
static HPy wait_impl(HPyContext *ctx, HPy self, HPy microseconds)
{
    long n = HPyLong_AsLong(ctx, microseconds);
    HPy_BEGIN_LEAVE_PYTHON(ctx);
    usleep(n);
    HPy_END_LEAVE_PYTHON(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

__attribute__((noinline)) static HPy inner(HPyContext *ctx, HPy h)
{
    HPy repr = HPy_Repr(ctx, h);
    return repr;
}

HPyDef_METH(outer, "outer", HPyFunc_O)
static HPy outer_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Close(ctx, HPy_Str(ctx, arg));
    HPy result = inner(ctx, arg);
    return result;
}
"""
