/* Lists and tuples that are filled in step by step, or from an array.
 *
 * A builder is the unfinished object itself. If there was no memory for it, the builder is null and Build raises, so
 * callers only need to check there.
 */
#include "hpy.h"

/* Clears the exception. Build raises one. */
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

/* Stores an item. The old item is released last, when the object is consistent. */
static void set_item(HPyContext *ctx, PyObject **items, Py_ssize_t count, Py_ssize_t index, HPy h_item) {
    PyObject *replaced;

    if (index < 0 || index >= count)
        HPy_FatalError(ctx, "a builder was given an index that it has not got");
    replaced = items[index];
    Py_XINCREF(_h2py(h_item));
    items[index] = _h2py(h_item);
    Py_XDECREF(replaced);
}

/* Defines the functions of a builder for this type of object. */
#define BUILDER(Type, member)                                                                                          \
    HPy##Type##Builder ctx_##Type##Builder_New(HPyContext *ctx, HPy_ssize_t size) {                                    \
        HPy##Type##Builder builder = {(intptr_t)or_later(Py##Type##_New(size))};                                       \
        (void)ctx;                                                                                                     \
        return builder;                                                                                                \
    }                                                                                                                  \
                                                                                                                       \
    void ctx_##Type##Builder_Set(HPyContext *ctx, HPy##Type##Builder builder, HPy_ssize_t index, HPy h_item) {         \
        Py##Type##Object *object = (Py##Type##Object *)builder.member;                                                 \
        if (object != NULL)                                                                                            \
            set_item(ctx, object->ob_item, Py##Type##_GET_SIZE((PyObject *)object), index, h_item);                    \
    }                                                                                                                  \
                                                                                                                       \
    HPy ctx_##Type##Builder_Build(HPyContext *ctx, HPy##Type##Builder builder) {                                       \
        (void)ctx;                                                                                                     \
        return build(builder.member);                                                                                  \
    }                                                                                                                  \
                                                                                                                       \
    void ctx_##Type##Builder_Cancel(HPyContext *ctx, HPy##Type##Builder builder) {                                     \
        (void)ctx;                                                                                                     \
        Py_XDECREF((PyObject *)builder.member);                                                                        \
    }

BUILDER(List, _lst)
BUILDER(Tuple, _tup)

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
