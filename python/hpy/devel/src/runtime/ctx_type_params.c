/* The parameters of HPyType_FromSpec: bases and metaclass. */
#include "ctx_types.h"

static int fail(PyObject *exception, const char *problem) {
    PyErr_SetString(exception, problem);
    return -1;
}

static int append(PyObject **list, PyObject *object) {
    if (*list == NULL)
        *list = PyList_New(0);
    return *list == NULL ? -1 : PyList_Append(*list, object);
}

static int read_metaclass(PyObject *object, _HPy_TypeParams *read) {
    if (read->metaclass != NULL)
        return fail(PyExc_ValueError, "metaclass was specified multiple times");
    if (!PyType_Check(object)) {
        PyErr_Format(PyExc_TypeError, "Metaclass '%R' is not a subclass of 'type'.", object);
        return -1;
    }
    read->metaclass = (PyTypeObject *)object;
    return 0;
}

static int read_param(const char *name, const HPyType_SpecParam *param, PyObject **list, _HPy_TypeParams *read) {
    PyObject *object = _h2py(param->object);

    switch (param->kind) {
    case HPyType_SpecParam_Base:
        return append(list, object);
    case HPyType_SpecParam_BasesTuple:
        if (read->bases != NULL)
            return fail(PyExc_TypeError, "multiple specifications of HPyType_SpecParam_BasesTuple");
        Py_INCREF(object);
        read->bases = object;
        return 0;
    case HPyType_SpecParam_Metaclass:
        return read_metaclass(object, read);
    default:
        PyErr_Format(PyExc_TypeError, "unknown HPyType_SpecParam specification for '%s'", name);
        return -1;
    }
}

static int read_all(const char *name, const HPyType_SpecParam *params, PyObject **list, _HPy_TypeParams *read) {
    for (; params != NULL && params->kind != 0; params++) {
        if (read_param(name, params, list, read) < 0)
            return -1;
    }
    if (read->bases != NULL && *list == NULL && !PyTuple_Check(read->bases))
        return fail(PyExc_TypeError, "HPyType_SpecParam_BasesTuple must be a tuple");
    if (*list == NULL)
        return 0;
    if (read->bases != NULL)
        return fail(PyExc_TypeError, "cannot specify both HPyType_SpecParam_Base and HPytype_SpecParam_BasesTuple");
    read->bases = PyList_AsTuple(*list);
    return read->bases == NULL ? -1 : 0;
}

int _HPy_TypeParams_read(const char *name, const HPyType_SpecParam *params, _HPy_TypeParams *read) {
    PyObject *list = NULL;
    int status;

    read->bases = NULL;
    read->metaclass = NULL;
    status = read_all(name, params, &list, read);
    Py_XDECREF(list);
    if (status < 0)
        Py_CLEAR(read->bases);
    return status;
}
