/* Items by index or by a key in UTF-8. */
#include "hpy.h"

/* Each closes the key, which is NULL where there is an exception. */

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
    (void)ctx;
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
