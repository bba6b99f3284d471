/* The data of a type that HPyType_FromSpec created. */
#include "ctx_types.h"

static void dealloc(PyObject *object) {
    _HPy_TypeData *data = (_HPy_TypeData *)object;
    PyMem_Free(data->name);
    PyMem_Free(data->methods);
    PyMem_Free(data->members);
    PyMem_Free(data->getsets);
    PyMem_Free(data->own_members);
    PyObject_Free(data);
}

PyTypeObject _HPy_TypeData_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = _HPy_TYPE_DATA_NAME,
    .tp_basicsize = sizeof(_HPy_TypeData),
    .tp_dealloc = dealloc,
    .tp_flags = Py_TPFLAGS_DEFAULT,
};

_HPy_TypeData *_HPy_TypeData_new(HPyType_BuiltinShape shape, Py_ssize_t header, Py_ssize_t struct_end) {
    _HPy_TypeData *data;

    if (PyType_Ready(&_HPy_TypeData_type) < 0)
        return NULL;
    data = PyObject_New(_HPy_TypeData, &_HPy_TypeData_type);
    if (data == NULL)
        return NULL;
    memset((char *)data + sizeof(PyObject), 0, sizeof(*data) - sizeof(PyObject));
    data->common.shape = shape;
    data->header = header;
    data->common.struct_end = struct_end;
    return data;
}

void _HPy_TypeData_attach(PyTypeObject *type, _HPy_TypeData *data) {
    PyObject *unused = type->tp_cache;
    type->tp_cache = (PyObject *)data;
    Py_XDECREF(unused);
}
