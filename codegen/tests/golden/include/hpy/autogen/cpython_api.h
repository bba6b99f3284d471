/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** `PyErr_SetString`. */
HPyAPI_FUNC HPy HPyErr_SetString(HPyContext *ctx, HPy h_type, const char *utf8_message) {
    (void)ctx;
    PyErr_SetString(_HPy_OBJECT(h_type), utf8_message);
    return HPy_NULL;
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
