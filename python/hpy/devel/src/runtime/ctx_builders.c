/* Lists and tuples that are filled in step by step, or from an array.
 *
 * A builder is the unfinished object itself. Where there is none, it is null, and Build raises: so callers need to check
 * there only.
 */
#include "hpy.h"

/* Forgets why there is no object. */
static PyObject *or_later(PyObject *object) {
    if (object == NULL)
        PyErr_Clear();
    return object;
}

static HPy build(intptr_t builder) {
    if (builder == 0)
        PyErr_NoMemory();
    return _py2h((PyObject *)builder);
}

/* Puts an item where there is room for it. What was there is given up last, when the object is whole. */
static void set_item(HPyContext *ctx, PyObject **items, Py_ssize_t count, Py_ssize_t index, HPy h_item) {
    PyObject *replaced;

    if (index < 0 || index >= count)
        HPy_FatalError(ctx, "a builder was given an index that it has not got");
    replaced = items[index];
    Py_XINCREF(_h2py(h_item));
    items[index] = _h2py(h_item);
    Py_XDECREF(replaced);
}

HPyListBuilder ctx_ListBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    HPyListBuilder builder = {(intptr_t)or_later(PyList_New(size))};
    (void)ctx;
    return builder;
}

void ctx_ListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item) {
    PyListObject *list = (PyListObject *)builder._lst;
    if (list != NULL)
        set_item(ctx, list->ob_item, PyList_GET_SIZE((PyObject *)list), index, h_item);
}

HPy ctx_ListBuilder_Build(HPyContext *ctx, HPyListBuilder builder) {
    (void)ctx;
    return build(builder._lst);
}

void ctx_ListBuilder_Cancel(HPyContext *ctx, HPyListBuilder builder) {
    (void)ctx;
    Py_XDECREF((PyObject *)builder._lst);
}

HPyTupleBuilder ctx_TupleBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    HPyTupleBuilder builder = {(intptr_t)or_later(PyTuple_New(size))};
    (void)ctx;
    return builder;
}

void ctx_TupleBuilder_Set(HPyContext *ctx, HPyTupleBuilder builder, HPy_ssize_t index, HPy h_item) {
    PyTupleObject *tuple = (PyTupleObject *)builder._tup;
    if (tuple != NULL)
        set_item(ctx, tuple->ob_item, PyTuple_GET_SIZE((PyObject *)tuple), index, h_item);
}

HPy ctx_TupleBuilder_Build(HPyContext *ctx, HPyTupleBuilder builder) {
    (void)ctx;
    return build(builder._tup);
}

void ctx_TupleBuilder_Cancel(HPyContext *ctx, HPyTupleBuilder builder) {
    (void)ctx;
    Py_XDECREF((PyObject *)builder._tup);
}

HPy ctx_Tuple_FromArray(HPyContext *ctx, const HPy items[], HPy_ssize_t n) {
    PyObject *tuple = PyTuple_New(n);
    Py_ssize_t index;

    (void)ctx;
    for (index = 0; tuple != NULL && index < n; index++) {
        Py_INCREF(_h2py(items[index]));
        PyTuple_SET_ITEM(tuple, index, _h2py(items[index]));
    }
    return _py2h(tuple);
}
