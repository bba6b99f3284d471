"""An extension whose functions use a closed handle in every kind of API function."""

SOURCE = """
static HPy closed(HPyContext *ctx, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    return copy;
}

HPyDef_METH(handle, "handle", HPyFunc_O)
static HPy handle_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Repr(ctx, closed(ctx, arg));
}

HPyDef_METH(status, "status", HPyFunc_O)
static HPy status_impl(HPyContext *ctx, HPy self, HPy arg)
{
    if (HPy_SetAttr_s(ctx, closed(ctx, arg), "name", arg) != -1)
        return HPyUnicode_FromString(ctx, "no -1");
    return HPy_NULL;
}

HPyDef_METH(pointer, "pointer", HPyFunc_O)
static HPy pointer_impl(HPyContext *ctx, HPy self, HPy arg)
{
    if (HPyUnicode_AsUTF8AndSize(ctx, closed(ctx, arg), NULL) != NULL)
        return HPyUnicode_FromString(ctx, "no NULL");
    return HPy_NULL;
}

HPyDef_METH(number, "number", HPyFunc_O)
static HPy number_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t value = HPyLong_AsSsize_t(ctx, closed(ctx, arg));
    if (value == -1 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    return HPyLong_FromSsize_t(ctx, value);
}

HPyDef_METH(real, "real", HPyFunc_O)
static HPy real_impl(HPyContext *ctx, HPy self, HPy arg)
{
    double value = HPyFloat_AsDouble(ctx, closed(ctx, arg));
    if (value == -1.0 && HPyErr_Occurred(ctx))
        return HPy_NULL;
    return HPyFloat_FromDouble(ctx, value);
}

HPyDef_METH(several, "several", HPyFunc_O)
static HPy several_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Add(ctx, closed(ctx, arg), closed(ctx, arg));
}

HPyDef_METH(returned, "returned", HPyFunc_O)
static HPy returned_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return closed(ctx, arg);
}

HPyDef_METH(close, "close", HPyFunc_O)
static HPy close_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Close(ctx, closed(ctx, arg));
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(compare, "compare", HPyFunc_O)
static HPy compare_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyBool_FromBool(ctx, HPy_Is(ctx, closed(ctx, arg), arg));
}

HPyDef_METH(while_pending, "while_pending", HPyFunc_O)
static HPy while_pending_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyErr_SetString(ctx, ctx->h_KeyError, "pending");
    HPy_Close(ctx, closed(ctx, arg));
    return HPy_NULL;
}

HPyDef_METH(fail_while_pending, "fail_while_pending", HPyFunc_O)
static HPy fail_while_pending_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyErr_SetString(ctx, ctx->h_KeyError, "pending");
    return HPy_Repr(ctx, closed(ctx, arg));
}

HPyDef_METH(use_null, "use_null", HPyFunc_NOARGS)
static HPy use_null_impl(HPyContext *ctx, HPy self)
{
    return HPy_GetAttr_s(ctx, HPy_NULL, "name");
}

HPyDef_METH(outside, "outside", HPyFunc_O)
static HPy outside_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    HPy copy = HPy_Dup(ctx, arg);
    HPy_ReenterPythonExecution(ctx, state);
    return copy;
}

HPyDef_METH(correct, "correct", HPyFunc_O)
static HPy correct_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Repr(ctx, arg);
}
"""

# Functions of the extension whose misuse can be told to it, and the API function that is misused.
CAN_FAIL = {
    "handle": "HPy_Repr",
    "status": "HPy_SetAttr_s",
    "pointer": "HPyUnicode_AsUTF8AndSize",
    "number": "HPyLong_AsSsize_t",
    "real": "HPyFloat_AsDouble",
    "several": "HPy_Add",
    "returned": "HPyFunc_O",
}
# Those where it cannot.
CANNOT_FAIL = {"close": "HPy_Close", "compare": "HPy_Is"}
