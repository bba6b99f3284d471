/* Two mistakes that run unnoticed without debug mode. */

#include <hpy.h>

HPyDef_METH(leak, "leak", HPyFunc_O, .doc = "Open a handle to the argument and forget to close it.")
static HPy leak_impl(HPyContext *ctx, HPy self, HPy obj)
{
    HPy_Dup(ctx, obj);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_after_close, "use_after_close", HPyFunc_O, .doc = "Close a handle to the argument and use it again.")
static HPy use_after_close_impl(HPyContext *ctx, HPy self, HPy obj)
{
    HPy copy = HPy_Dup(ctx, obj);
    HPy_Close(ctx, copy);
    return HPy_Repr(ctx, copy);
}

static HPyDef *module_defines[] = {&leak, &use_after_close, NULL};

static HPyModuleDef module_def = {
    .doc = "An HPy extension with mistakes.",
    .defines = module_defines,
};

HPy_MODINIT(leaky, module_def)
