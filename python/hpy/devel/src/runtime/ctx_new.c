/* Creates instances, and sets the function that calls each instance: CPython's vectorcall. */
#include "ctx_types.h"

static void set_call(PyObject *object, Py_ssize_t offset, vectorcallfunc function) {
    /* In a packed struct, the place may be unaligned. */
    memcpy((char *)object + offset, &function, sizeof(function));
}

/* Makes a new object callable. */
static void init_call(PyTypeObject *type, PyObject *object) {
    const Py_ssize_t offset = type->tp_vectorcall_offset;
    const _HPy_TypeCommon *data;

    if (offset <= 0)
        return;
    for (; (data = _HPy_TypeCommon_next(&type)) != NULL; type = type->tp_base) {
        if (data->call_offset != 0) {
            /* The nearest type decides the function. The place is that of the object's own type. */
            if (data->call_default != NULL)
                set_call(object, offset, data->call_default);
            return;
        }
    }
}

/* The struct of a new object. A type without a struct of its own has that of its base. */
static void *struct_of(PyObject *object) {
    const _HPy_TypeData *own = _HPy_TypeData_of(Py_TYPE(object));
    const _HPy_TypeCommon *nearest = NULL, *data;
    PyTypeObject *type = Py_TYPE(object);

    if (own != NULL && own->common.struct_end != 0)
        return _HPy_payload(own, object);
    for (; (data = _HPy_TypeCommon_next(&type)) != NULL; type = type->tp_base) {
        if (nearest == NULL || data->struct_end != 0)
            nearest = data;
        if (data->struct_end != 0)
            break;
    }
    return nearest == NULL ? (void *)object
                           : _HPy_struct_of(nearest->shape, _HPy_header_of(nearest->shape), object);
}

static PyObject *allocate(PyObject *type, const char *no_type) {
    PyTypeObject *of = (PyTypeObject *)type;
    PyObject *object;

    if (!PyType_Check(type)) {
        PyErr_SetString(PyExc_TypeError, no_type);
        return NULL;
    }
    object = of->tp_alloc(of, 0);
    if (object != NULL)
        init_call(of, object);
    return object;
}

HPy ctx_New(HPyContext *ctx, HPy h_type, void **data) {
    PyObject *object = allocate(_h2py(h_type), "HPy_New arg 1 must be a type");

    (void)ctx;
    if (object != NULL)
        *data = struct_of(object);
    return _py2h(object);
}

HPy ctx_Type_GenericNew(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw) {
    (void)ctx;
    (void)args;
    (void)nargs;
    (void)kw;
    return _py2h(allocate(_h2py(type), "HPy_Type_GenericNew arg 1 must be a type"));
}

/* The first `tp_new` after ours. A Python class before ours has its own, which called us. */
static newfunc inherited_new(PyTypeObject *type) {
    while (type != NULL && type->tp_new != _HPy_callable_new)
        type = type->tp_base;
    while (type != NULL && type->tp_new == _HPy_callable_new)
        type = type->tp_base;
    return type == NULL ? NULL : type->tp_new;
}

PyObject *_HPy_callable_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    newfunc base_new = inherited_new(type);
    PyObject *none = NULL, *object;

    if (base_new == NULL)
        return PyErr_Format(PyExc_TypeError, "cannot create '%.100s' instances", type->tp_name);
    if (base_new == PyBaseObject_Type.tp_new && type->tp_init != PyBaseObject_Type.tp_init) {
        /* `object.__new__` accepts arguments for `__init__` only if it is the `tp_new` itself. */
        none = PyTuple_New(0);
        if (none == NULL)
            return NULL;
        args = none;
        kwargs = NULL;
    }
    object = base_new(type, args, kwargs);
    Py_XDECREF(none);
    if (object != NULL && Py_TYPE(object) == type)
        init_call(type, object);
    return object;
}

/* `tp_call` of a type with HPy_tp_call. An object that a foreign `tp_new` made has not passed `init_call`: it gets its
   function here. */
PyObject *_HPy_call_by_place(PyObject *object, PyObject *args, PyObject *kwargs) {
    PyTypeObject *type = Py_TYPE(object);
    vectorcallfunc function;

    if (type->tp_vectorcall_offset > 0) {
        memcpy(&function, (char *)object + type->tp_vectorcall_offset, sizeof(function));
        if (function == NULL)
            init_call(type, object);
    }
    return PyVectorcall_Call(object, args, kwargs);
}

int ctx_SetCallFunction(HPyContext *ctx, HPy h, HPyCallFunction *func) {
    PyObject *object = _h2py(h);
    PyTypeObject *type = Py_TYPE(object);

    (void)ctx;
    if (type->tp_vectorcall_offset <= 0) {
        PyErr_Format(PyExc_TypeError, "type '%.50s does not implement the HPy call protocol", type->tp_name);
        return -1;
    }
    set_call(object, type->tp_vectorcall_offset, func->cpy_trampoline);
    return 0;
}
