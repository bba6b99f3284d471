/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** By hand. */
HPyAPI_FUNC HPy HPy_Dup(HPyContext *ctx, HPy h);

/** By hand. */
HPyAPI_FUNC void HPy_Close(HPyContext *ctx, HPy h);

/** By hand. */
HPyAPI_FUNC HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames);

/** `PyErr_SetString`. */
HPyAPI_FUNC HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message) {
    (void)ctx;
    PyErr_SetString(_HPy_OBJECT(h_type), utf8_message);
    return HPy_NULL;
}

/** By hand. */
HPyAPI_FUNC HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params);

/** By hand. */
HPyAPI_FUNC const char *HPyType_GetName(HPyContext *ctx, HPy type);

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_List(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (char *)_h2py(h) + _HPy_ALIGN(sizeof(PyListObject));
}

/** `PyBytes_Size`. */
HPyAPI_FUNC HPy_ssize_t HPyBytes_Size(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (HPy_ssize_t)PyBytes_Size(_HPy_OBJECT(h));
}

/** `PyBytes_AsString`. */
HPyAPI_FUNC const char *HPyBytes_AsString(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (const char *)PyBytes_AsString(_HPy_OBJECT(h));
}

/** `PyUnicode_AsUTF8AndSize`. */
HPyAPI_FUNC const char *HPyUnicode_AsUTF8AndSize(HPyContext *ctx, HPy h, HPy_ssize_t *size) {
    (void)ctx;
    return (const char *)PyUnicode_AsUTF8AndSize(_HPy_OBJECT(h), size);
}

/** `PyUnicode_Substring`. */
HPyAPI_FUNC HPy HPyUnicode_Substring(HPyContext *ctx, HPy str, HPy_ssize_t start, HPy_ssize_t end) {
    (void)ctx;
    return _py2h((PyObject *)PyUnicode_Substring(_HPy_OBJECT(str), start, end));
}

/** By hand. */
HPyAPI_FUNC HPy HPyTuple_FromArray(HPyContext *ctx, const HPy *items, HPy_ssize_t n);

/** By hand. */
HPyAPI_FUNC HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size);

/** By hand. */
HPyAPI_FUNC void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item);

/** By hand. */
HPyAPI_FUNC HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder);

/** By hand. */
HPyAPI_FUNC HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size);

/** By hand. */
HPyAPI_FUNC int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h);

/** By hand. */
HPyAPI_FUNC void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht);

/** By hand. */
HPyAPI_FUNC void HPyTracker_Close(HPyContext *ctx, HPyTracker ht);

/** By hand. */
HPyAPI_FUNC void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h);

/** By hand. */
HPyAPI_FUNC HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global);

/** By hand. */
HPyAPI_FUNC int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result);

/** `PyEval_SaveThread`. */
HPyAPI_FUNC HPyThreadState HPy_LeavePythonExecution(HPyContext *ctx) {
    (void)ctx;
    return _threads2h(PyEval_SaveThread());
}

/** `PyEval_RestoreThread`. */
HPyAPI_FUNC void HPy_ReenterPythonExecution(HPyContext *ctx, HPyThreadState state) {
    (void)ctx;
    PyEval_RestoreThread(_h2threads(state));
}

/** By hand. */
HPyAPI_FUNC int HPyType_HasShape(HPyContext *ctx, HPy type, int shape);

/** `PyObject_Vectorcall`. */
HPyAPI_FUNC HPy HPy_Vectorcall(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Vectorcall(_HPy_OBJECT(callable), _HPy_OBJECTS(args), nargs, _HPy_OBJECT(kwnames)));
}

/** `PyIter_Send`. */
HPyAPI_FUNC HPy_Shape HPyIter_Send(HPyContext *ctx, HPy iter, HPy arg, HPy *call) {
    (void)ctx;
    return (HPy_Shape)PyIter_Send(_HPy_OBJECT(iter), _HPy_OBJECT(arg), _HPy_OBJECTS(call));
}

/** `PyList_SetItem`. */
HPyAPI_FUNC int HPyList_SetItem(HPyContext *ctx, HPy list, HPy_ssize_t index, HPy item) {
    (void)ctx;
    return (int)PyList_SetItem(_HPy_OBJECT(list), index, _HPy_OBJECT(item));
}

/** By hand. */
HPyAPI_FUNC const wchar_t *HPyBytes_Data(HPyContext *ctx, HPy h, size_t *size);

/** `PyUnicode_Check`. */
HPyAPI_FUNC bool HPyUnicode_Check(HPyContext *ctx, HPy h) {
    (void)ctx;
    return (bool)PyUnicode_Check(_HPy_OBJECT(h));
}

/** By hand. */
HPyAPI_FUNC int HPyType_SetShape(HPyContext *ctx, HPy type, HPy_Shape shape, HPy_name_t name);

/** `PyObject_Repr`. */
HPyAPI_FUNC HPy HPy_Later(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyObject_Repr(_HPy_OBJECT(obj)));
}

/** `PyIter_Check`. */
HPyAPI_FUNC int HPyIter_Check(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return (int)PyIter_Check(_HPy_OBJECT(obj));
}

/** `PyIter_Next`. */
HPyAPI_FUNC HPy HPyIter_Next(HPyContext *ctx, HPy obj) {
    (void)ctx;
    return _py2h((PyObject *)PyIter_Next(_HPy_OBJECT(obj)));
}

/** The struct of an object. */
HPyAPI_FUNC void *_HPy_AsStruct_Tuple(HPyContext *ctx, HPy h) {
    (void)ctx;
    return _HPy_behind_items(_h2py(h), &PyTuple_Type, _HPy_item_count(_h2py(h)));
}
