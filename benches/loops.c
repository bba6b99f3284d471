/* Loops over one API call each, timed from Python, and empty functions to call in a loop from Python. */

#include <hpy.h>

static int loop_count(HPyContext *ctx, HPy h, long *count)
{
    *count = HPyLong_AsLong(ctx, h);
    return *count == -1 && HPyErr_Occurred(ctx) ? -1 : 0;
}

static int two_arguments(HPyContext *ctx, size_t nargs)
{
    if (nargs == 2)
        return 0;
    HPyErr_SetString(ctx, ctx->h_TypeError, "expected a count and an object");
    return -1;
}

HPyDef_METH(dup_close, "dup_close", HPyFunc_VARARGS)
static HPy dup_close_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long count;
    if (two_arguments(ctx, nargs) < 0 || loop_count(ctx, args[0], &count) < 0)
        return HPy_NULL;
    for (long i = 0; i < count; i++)
        HPy_Close(ctx, HPy_Dup(ctx, args[1]));
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(add_close, "add_close", HPyFunc_VARARGS)
static HPy add_close_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long count;
    if (two_arguments(ctx, nargs) < 0 || loop_count(ctx, args[0], &count) < 0)
        return HPy_NULL;
    for (long i = 0; i < count; i++) {
        HPy sum = HPy_Add(ctx, args[1], args[1]);
        if (HPy_IsNull(sum))
            return HPy_NULL;
        HPy_Close(ctx, sum);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(getattr_close, "getattr_close", HPyFunc_VARARGS)
static HPy getattr_close_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long count;
    if (two_arguments(ctx, nargs) < 0 || loop_count(ctx, args[0], &count) < 0)
        return HPy_NULL;
    for (long i = 0; i < count; i++) {
        HPy attribute = HPy_GetAttr_s(ctx, args[1], "attribute");
        if (HPy_IsNull(attribute))
            return HPy_NULL;
        HPy_Close(ctx, attribute);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(noargs, "noargs", HPyFunc_NOARGS)
static HPy noargs_impl(HPyContext *ctx, HPy self)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(one_arg, "one_arg", HPyFunc_O)
static HPy one_arg_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(varargs, "varargs", HPyFunc_VARARGS)
static HPy varargs_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_Dup(ctx, ctx->h_None);
}

static HPyDef *module_defines[] = {
    &dup_close, &add_close, &getattr_close, &noargs, &one_arg, &varargs, NULL,
};

static HPyModuleDef module_def = {
    .doc = "Loops for the benchmark.",
    .defines = module_defines,
};

HPy_MODINIT(loops, module_def)
