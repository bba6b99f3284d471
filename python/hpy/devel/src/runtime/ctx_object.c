/* What is one call of the C API, but for a test before it or after it. */
#include "hpy.h"

HPy ctx_Bytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len) {
    /* CPython would make a bytes object whose contents the caller is to write, which HPy has no way to do. */
    if (bytes == NULL)
        return HPyErr_SetString(ctx, ctx->h_ValueError, "NULL char * passed to HPyBytes_FromStringAndSize");
    return _py2h(PyBytes_FromStringAndSize(bytes, len));
}

HPy ctx_Compile_s(HPyContext *ctx, const char *utf8_source, const char *utf8_filename, HPy_SourceKind kind) {
    int start;

    switch (kind) {
    case HPy_SourceKind_Expr:
        start = Py_eval_input;
        break;
    case HPy_SourceKind_File:
        start = Py_file_input;
        break;
    case HPy_SourceKind_Single:
        start = Py_single_input;
        break;
    default:
        return HPyErr_SetString(ctx, ctx->h_SystemError, "invalid source kind");
    }
    return _py2h(Py_CompileString(utf8_source, utf8_filename, start));
}

int32_t ctx_ContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result) {
    PyObject *value = NULL;
    int status = PyContextVar_Get(_h2py(context_var), _h2py(default_value), &value);

    (void)ctx;
    *result = _py2h(value);
    return status;
}

void ctx_Dump(HPyContext *ctx, HPy h) {
    (void)ctx;
#if PY_VERSION_HEX >= 0x030f0000
    PyObject_Dump(_h2py(h));
#else
    _PyObject_Dump(_h2py(h));
#endif
}

int32_t ctx_Long_AsInt32_t(HPyContext *ctx, HPy h) {
    long value = PyLong_AsLong(_h2py(h));

    if (value == (int32_t)value)
        return (int32_t)value;
    HPyErr_SetString(ctx, ctx->h_OverflowError, "Python int too large to convert to C int32_t");
    return -1;
}

uint32_t ctx_Long_AsUInt32_t(HPyContext *ctx, HPy h) {
    unsigned long value = PyLong_AsUnsignedLong(_h2py(h));

    if (value == (uint32_t)value || (value == (unsigned long)-1 && PyErr_Occurred()))
        return (uint32_t)value;
    HPyErr_SetString(ctx, ctx->h_OverflowError, "Python int too large to convert to C uint32_t");
    return (uint32_t)-1;
}
