/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Fills in the constants, each a borrowed reference. */
static inline void _HPyContext_fill_constants(HPyContext *ctx) {
    ctx->h_None = _py2h((PyObject *)Py_None);
    ctx->h_TypeError = _py2h((PyObject *)PyExc_TypeError);
    ctx->h_TypeType = _py2h((PyObject *)&PyType_Type);
    ctx->h_UnicodeType = _py2h((PyObject *)&PyUnicode_Type);
    ctx->h_TupleType = _py2h((PyObject *)&PyTuple_Type);
    ctx->h_Builtins = _py2h((PyObject *)PyEval_GetBuiltins());
    ctx->h_Later = _py2h((PyObject *)Py_Ellipsis);
    ctx->h_LongType = _py2h((PyObject *)&PyLong_Type);
}
