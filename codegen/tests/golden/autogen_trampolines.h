/* Made by `cargo xtask generate` from api.toml. Do not edit. */

HPyAPI_FUNC HPy HPy_Dup(HPyContext *ctx, HPy h) {
    return ctx->ctx_Dup(ctx, h);
}

HPyAPI_FUNC void HPy_Close(HPyContext *ctx, HPy h) {
    ctx->ctx_Close(ctx, h);
}

HPyAPI_FUNC HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
    return ctx->ctx_Call(ctx, callable, args, nargs, kwnames);
}

HPyAPI_FUNC HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message) {
    ctx->ctx_Err_SetString(ctx, h_type, utf8_message);
    return HPy_NULL;
}

HPyAPI_FUNC HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params) {
    return ctx->ctx_Type_FromSpec(ctx, spec, params);
}

HPyAPI_FUNC const char *HPyType_GetName(HPyContext *ctx, HPy type) {
    return ctx->ctx_Type_GetName(ctx, type);
}

HPyAPI_FUNC void *_HPy_AsStruct_List(HPyContext *ctx, HPy h) {
    return ctx->ctx_AsStruct_List(ctx, h);
}

HPyAPI_FUNC HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h) {
    return ctx->ctx_Bytes_Size(ctx, h);
}

HPyAPI_FUNC const char *HPyBytes_AsString(HPyContext *ctx, HPy h) {
    return ctx->ctx_Bytes_AsString(ctx, h);
}

HPyAPI_FUNC const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h, HPy_ssize_t *size) {
    return ctx->ctx_Unicode_AsUTF8AndSize(ctx, h, size);
}

HPyAPI_FUNC HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end) {
    return ctx->ctx_Unicode_Substring(ctx, str, start, end);
}

HPyAPI_FUNC HPy HPyTuple_FromArray(HPyContext *ctx, const HPy *items, HPy_ssize_t n) {
    return ctx->ctx_Tuple_FromArray(ctx, items, n);
}

HPyAPI_FUNC HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx->ctx_ListBuilder_New(ctx, size);
}

HPyAPI_FUNC void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item) {
    ctx->ctx_ListBuilder_Set(ctx, builder, index, h_item);
}

HPyAPI_FUNC HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder) {
    return ctx->ctx_ListBuilder_Build(ctx, builder);
}

HPyAPI_FUNC HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx->ctx_Tracker_New(ctx, size);
}

HPyAPI_FUNC int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h) {
    return ctx->ctx_Tracker_Add(ctx, ht, h);
}

HPyAPI_FUNC void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht) {
    ctx->ctx_Tracker_ForgetAll(ctx, ht);
}

HPyAPI_FUNC void HPyTracker_Close(HPyContext *ctx, HPyTracker ht) {
    ctx->ctx_Tracker_Close(ctx, ht);
}

HPyAPI_FUNC void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h) {
    ctx->ctx_Field_Store(ctx, target_object, target_field, h);
}

HPyAPI_FUNC HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global) {
    return ctx->ctx_Global_Load(ctx, global);
}

HPyAPI_FUNC int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result) {
    return ctx->ctx_ContextVar_Get(ctx, context_var, default_value, result);
}

HPyAPI_FUNC HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx) {
    return ctx->ctx_LeavePythonExecution(ctx);
}

HPyAPI_FUNC void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state) {
    ctx->ctx_ReenterPythonExecution(ctx, state);
}

HPyAPI_FUNC void _HPy_CallRealFunctionFromTrampoline(HPyContext *ctx, HPyFunc_Signature sig, HPyCFunction func, void *args) {
    ctx->ctx_CallRealFunctionFromTrampoline(ctx, sig, func, args);
}
