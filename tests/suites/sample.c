/* The extension that the suites test. */

HPyDef_METH(correct, "correct", HPyFunc_O)
static HPy correct_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(leak, "leak", HPyFunc_O)
static HPy leak_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(leak_builder, "leak_builder", HPyFunc_NOARGS)
static HPy leak_builder_impl(HPyContext *ctx, HPy self)
{
    HPyListBuilder_New(ctx, 1);
    return HPy_Dup(ctx, ctx->h_None);
}

/* The extension clears the exception that the misuse becomes. */
HPyDef_METH(swallow, "swallow", HPyFunc_O)
static HPy swallow_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy text = HPy_Repr(ctx, copy);
    if (HPy_IsNull(text))
        HPyErr_Clear(ctx);
    HPy_Close(ctx, text);
    return HPy_Dup(ctx, ctx->h_None);
}

/* HPy_Close cannot tell of an exception. */
HPyDef_METH(close_twice, "close_twice", HPyFunc_O)
static HPy close_twice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy_Close(ctx, copy);
    return HPy_Dup(ctx, ctx->h_None);
}

/* A warning. */
HPyDef_METH(doubt, "doubt", HPyFunc_O)
static HPy doubt_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "forgotten");
    HPy text = HPy_Repr(ctx, arg);
    HPyErr_Clear(ctx);
    return text;
}

/* C code may keep a handle, if it closes it. */
static HPy kept;

HPyDef_METH(keep, "keep", HPyFunc_O)
static HPy keep_impl(HPyContext *ctx, HPy self, HPy arg)
{
    kept = HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(drop, "drop", HPyFunc_NOARGS)
static HPy drop_impl(HPyContext *ctx, HPy self)
{
    HPy_Close(ctx, kept);
    return HPy_Dup(ctx, ctx->h_None);
}
