/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/**
 * Functions.
 * @param h handle or NULL
 * @return a new handle: the caller closes it; cannot fail
 */
HPyAPI_FUNC HPy HPy_Dup(HPyContext *ctx, HPy h) {
    return ctx->ctx_Dup(ctx, h);
}

/**
 * Functions.
 * @param h handle or NULL, the call closes it
 */
HPyAPI_FUNC void HPy_Close(HPyContext *ctx, HPy h) {
    ctx->ctx_Close(ctx, h);
}

/**
 * Functions.
 * @param callable handle
 * @param args array of `nargs + len(kwnames)` handles
 * @param nargs number of items, at least 1
 * @param kwnames handle or NULL, must be a tuple object, each item a Unicode object
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
    return ctx->ctx_Call(ctx, callable, args, nargs, kwnames);
}

/**
 * Functions.
 * @param h_type handle, must be a class of TypeErrors
 * @param utf8_message string
 * @return HPy_NULL, always
 */
HPyAPI_FUNC HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message) {
    ctx->ctx_Err_SetString(ctx, h_type, utf8_message);
    return HPy_NULL;
}

/**
 * Functions.
 * @param spec pointer
 * @param params structs with a handle in `object`, until `kind` is 0; NULL is allowed
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params) {
    return ctx->ctx_Type_FromSpec(ctx, spec, params);
}

/**
 * Functions.
 * @param type handle, must be a type
 * @return read-only memory, a string and a NUL, until `type` is closed; NULL means an exception
 */
HPyAPI_FUNC const char *HPyType_GetName(HPyContext *ctx, HPy type) {
    return ctx->ctx_Type_GetName(ctx, type);
}

/**
 * Functions.
 * @param h handle
 * @return the C struct of `h`, whose shape is List, as long as the object lives; cannot fail
 */
HPyAPI_FUNC void *_HPy_AsStruct_List(HPyContext *ctx, HPy h) {
    return ctx->ctx_AsStruct_List(ctx, h);
}

/**
 * Functions.
 * @param h handle
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h) {
    return ctx->ctx_Bytes_Size(ctx, h);
}

/**
 * Functions.
 * @param h handle
 * @return read-only memory, `HPyBytes_Size(h)` bytes and a NUL, until `h` is closed; NULL means an exception
 */
HPyAPI_FUNC const char *HPyBytes_AsString(HPyContext *ctx, HPy h) {
    return ctx->ctx_Bytes_AsString(ctx, h);
}

/**
 * Functions.
 * @param h handle
 * @param size the call stores a result there; NULL is allowed
 * @return read-only memory, `*size` bytes and a NUL, until `h` is closed; NULL means an exception
 */
HPyAPI_FUNC const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h, HPy_ssize_t *size) {
    return ctx->ctx_Unicode_AsUTF8AndSize(ctx, h, size);
}

/**
 * Functions.
 * @param str handle, must be a Unicode object
 * @param start value
 * @param end value
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end) {
    return ctx->ctx_Unicode_Substring(ctx, str, start, end);
}

/**
 * Functions.
 * @param items array of `n` handles
 * @param n value
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPyTuple_FromArray(HPyContext *ctx, const HPy *items, HPy_ssize_t n) {
    return ctx->ctx_Tuple_FromArray(ctx, items, n);
}

/**
 * Functions.
 * @param size number of items
 * @return a new list builder: the caller ends it; cannot fail
 */
HPyAPI_FUNC HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx->ctx_ListBuilder_New(ctx, size);
}

/**
 * Functions.
 * @param builder list builder or NULL
 * @param index position of an item of `builder`, set once
 * @param h_item handle or NULL
 */
HPyAPI_FUNC void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item) {
    ctx->ctx_ListBuilder_Set(ctx, builder, index, h_item);
}

/**
 * Functions.
 * @param builder list builder or NULL, the call ends it, every item set
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder) {
    return ctx->ctx_ListBuilder_Build(ctx, builder);
}

/**
 * Functions.
 * @param size value
 * @return a new tracker: the caller ends it; 0 means an exception
 */
HPyAPI_FUNC HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx->ctx_Tracker_New(ctx, size);
}

/**
 * Functions.
 * @param ht tracker
 * @param h handle or NULL, closed with `ht`
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h) {
    return ctx->ctx_Tracker_Add(ctx, ht, h);
}

/**
 * Functions.
 * @param ht tracker, it forgets its handles
 */
HPyAPI_FUNC void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht) {
    ctx->ctx_Tracker_ForgetAll(ctx, ht);
}

/**
 * Functions.
 * @param ht tracker, the call ends it and closes its handles
 */
HPyAPI_FUNC void HPyTracker_Close(HPyContext *ctx, HPyTracker ht) {
    ctx->ctx_Tracker_Close(ctx, ht);
}

/**
 * Functions.
 * @param target_object handle
 * @param target_field a field of `target_object`, gets the object of `h`
 * @param h handle or NULL
 */
HPyAPI_FUNC void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h) {
    ctx->ctx_Field_Store(ctx, target_object, target_field, h);
}

/**
 * Functions.
 * @param global a global
 * @return a new handle: the caller closes it; cannot fail
 */
HPyAPI_FUNC HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global) {
    return ctx->ctx_Global_Load(ctx, global);
}

/**
 * Functions.
 * @param context_var handle
 * @param default_value handle or NULL, must be a dictionary
 * @param result the call stores a new handle there
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result) {
    return ctx->ctx_ContextVar_Get(ctx, context_var, default_value, result);
}

/**
 * Functions.
 * @return a value; cannot fail
 */
HPyAPI_FUNC HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx) {
    return ctx->ctx_LeavePythonExecution(ctx);
}

/**
 * Functions.
 * @param state value
 */
HPyAPI_FUNC void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state) {
    ctx->ctx_ReenterPythonExecution(ctx, state);
}

/**
 * Functions.
 * @param sig value
 * @param func value
 * @param args pointer
 */
HPyAPI_FUNC void _HPy_CallRealFunctionFromTrampoline(HPyContext *ctx, HPyFunc_Signature sig, HPyCFunction func, void *args) {
    ctx->ctx_CallRealFunctionFromTrampoline(ctx, sig, func, args);
}

/**
 * Functions.
 * @param type handle, a type that an extension has made
 * @param shape one of the constants of `HPyType_BuiltinShape`
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC int HPyType_HasShape(HPyContext *ctx, HPy type, int shape) {
    return ctx->ctx_Type_HasShape(ctx, type, shape);
}

/**
 * Functions.
 * @param callable handle
 * @param args array of `nargs + len(kwnames)` handles
 * @param nargs value
 * @param kwnames handle or NULL
 * @return a new handle: the caller closes it; NULL means an exception
 */
HPyAPI_FUNC HPy HPy_Vectorcall(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
    return ctx->ctx_Vectorcall(ctx, callable, args, nargs, kwnames);
}

/**
 * Functions.
 * @param iter handle
 * @param arg handle
 * @param call the call stores a new handle there; NULL is allowed
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC HPy_Shape HPyIter_Send(HPyContext *ctx, HPy iter, HPy arg, HPy *call) {
    return ctx->ctx_Iter_Send(ctx, iter, arg, call);
}

/**
 * Functions.
 * @param list handle
 * @param index value
 * @param item handle, the call closes it
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC int HPyList_SetItem(HPyContext *ctx, HPy list, HPy_ssize_t index, HPy item) {
    return ctx->ctx_List_SetItem(ctx, list, index, item);
}

/**
 * Functions.
 * @param h handle
 * @param size the call stores a result there
 * @return read-only memory, `*size` items, until `h` is closed; NULL means an exception
 */
HPyAPI_FUNC const wchar_t *HPyBytes_Data(HPyContext *ctx, HPy h, size_t *size) {
    return ctx->ctx_Bytes_Data(ctx, h, size);
}

/**
 * Functions.
 * @param h handle
 * @return a value; cannot fail
 */
HPyAPI_FUNC bool HPyUnicode_Check(HPyContext *ctx, HPy h) {
    return ctx->ctx_Unicode_Check(ctx, h);
}

/**
 * Functions.
 * @param type handle, an object that HPy's call protocol calls
 * @param shape one of the constants of `HPy_Shape`
 * @param name string or NULL where `shape` is 0
 * @return a value; -1 means an exception
 */
HPyAPI_FUNC int HPyType_SetShape(HPyContext *ctx, HPy type, HPy_Shape shape, HPy_name_t name) {
    return ctx->ctx_Type_SetShape(ctx, type, shape, name);
}

/**
 * How an extension is called.
 * @param obj handle
 * @return a new handle: the caller closes it; NULL means an exception
 * @since HPy 0.9.1
 */
HPyAPI_FUNC HPy HPy_Later(HPyContext *ctx, HPy obj) {
    _HPY_NEEDS(_HPY_MINOR_OF_0_9_1);
    return ctx->ctx_Later(ctx, obj);
}

/**
 * How an extension is called.
 * @param obj handle
 * @return a value; cannot fail
 * @since HPy 0.9.1
 */
HPyAPI_FUNC int HPyIter_Check(HPyContext *ctx, HPy obj) {
    _HPY_NEEDS(_HPY_MINOR_OF_0_9_1);
    return ctx->ctx_Iter_Check(ctx, obj);
}

/**
 * How an extension is called.
 * @param obj handle, must be an iterator
 * @return a new handle: the caller closes it; NULL may mean an exception
 * @since HPy 0.9.1
 */
HPyAPI_FUNC HPy HPyIter_Next(HPyContext *ctx, HPy obj) {
    _HPY_NEEDS(_HPY_MINOR_OF_0_9_1);
    return ctx->ctx_Iter_Next(ctx, obj);
}

/**
 * Functions.
 * @param h handle
 * @return the C struct of `h`, whose shape is Tuple, as long as the object lives; cannot fail
 */
HPyAPI_FUNC void *_HPy_AsStruct_Tuple(HPyContext *ctx, HPy h) {
    return ctx->ctx_AsStruct_Tuple(ctx, h);
}
