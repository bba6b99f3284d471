/* Functions that are one C-API call and a test before or after it, or that create a key for it. */
#include "hpy.h"

HPy ctx_Bytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len) {
    /* CPython would create a bytes object for the caller to write to, which HPy does not support. */
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

HPy ctx_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw) {
    PyObject *tuple = _h2py(args), *dict = _h2py(kw), *none = NULL, *result;

    if (tuple != NULL && !PyTuple_Check(tuple))
        return HPyErr_SetString(ctx, ctx->h_TypeError, "HPy_CallTupleDict requires args to be a tuple or null handle");
    if (dict != NULL && !PyDict_Check(dict))
        return HPyErr_SetString(ctx, ctx->h_TypeError, "HPy_CallTupleDict requires kw to be a dict or null handle");
    if (tuple == NULL) {
        tuple = none = PyTuple_New(0);
        if (none == NULL)
            return HPy_NULL;
    }
    result = PyObject_Call(_h2py(callable), tuple, dict);
    Py_XDECREF(none);
    return _py2h(result);
}

/* These close the key. It is NULL if there is an exception. */

static HPy get(HPy obj, PyObject *key) {
    PyObject *item = key == NULL ? NULL : PyObject_GetItem(_h2py(obj), key);
    Py_XDECREF(key);
    return _py2h(item);
}

static int set(HPy obj, PyObject *key, HPy value) {
    int status = key == NULL ? -1 : PyObject_SetItem(_h2py(obj), key, _h2py(value));
    Py_XDECREF(key);
    return status;
}

static int delete(HPy obj, PyObject *key) {
    int status = key == NULL ? -1 : PyObject_DelItem(_h2py(obj), key);
    Py_XDECREF(key);
    return status;
}

HPy ctx_GetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx) {
    PyObject *list = _h2py(obj);

    (void)ctx;
    /* Without an int object for the commonest container. */
    if (list != NULL && PyList_CheckExact(list)) {
        Py_ssize_t place = idx < 0 ? idx + PyList_GET_SIZE(list) : idx;
        if (0 <= place && place < PyList_GET_SIZE(list))
#ifdef Py_GIL_DISABLED
            return _py2h(PyList_GetItemRef(list, place));
#else
            return HPy_FromPyObject(ctx, PyList_GET_ITEM(list, place));
#endif
    }
    return get(obj, PyLong_FromSsize_t(idx));
}

HPy ctx_GetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key) {
    (void)ctx;
    return get(obj, PyUnicode_FromString(utf8_key));
}

int ctx_SetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx, HPy value) {
    (void)ctx;
    return set(obj, PyLong_FromSsize_t(idx), value);
}

int ctx_SetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key, HPy value) {
    (void)ctx;
    return set(obj, PyUnicode_FromString(utf8_key), value);
}

int ctx_DelItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx) {
    (void)ctx;
    return delete(obj, PyLong_FromSsize_t(idx));
}

int ctx_DelItem_s(HPyContext *ctx, HPy obj, const char *utf8_key) {
    (void)ctx;
    return delete(obj, PyUnicode_FromString(utf8_key));
}
