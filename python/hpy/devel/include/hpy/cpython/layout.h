/* Where the C struct of an object is: behind what its type inherits from CPython. */
#include "hpy.h"
#ifndef HPY_CPYTHON_LAYOUT_H
#define HPY_CPYTHON_LAYOUT_H

_HPy_BEGIN_DECLS

/* CPython's allocator aligns objects to two pointers. A struct behind a multiple of that is aligned as by malloc. */
#define _HPy_ALIGNMENT (2 * sizeof(void *))
#define _HPy_ALIGN(size) (((size) + _HPy_ALIGNMENT - 1) / _HPy_ALIGNMENT * _HPy_ALIGNMENT)

/** Bytes before the struct, for each shape with a fixed number of them. */
#define _HPyType_BuiltinShape_Legacy_HEADER 0
#define _HPyType_BuiltinShape_Object_HEADER _HPy_ALIGN(sizeof(PyObject))
#define _HPyType_BuiltinShape_Type_HEADER _HPy_ALIGN(sizeof(PyHeapTypeObject))
#define _HPyType_BuiltinShape_Float_HEADER _HPy_ALIGN(sizeof(PyFloatObject))
#define _HPyType_BuiltinShape_Unicode_HEADER _HPy_ALIGN(sizeof(PyUnicodeObject))
#define _HPyType_BuiltinShape_List_HEADER _HPy_ALIGN(sizeof(PyListObject))
#define _HPyType_BuiltinShape_Dict_HEADER _HPy_ALIGN(sizeof(PyDictObject))

/** The struct behind the items of an object. Each has as many as its value needs. */
static inline void *_HPy_behind_items(PyObject *object, const PyTypeObject *builtin, size_t count) {
    return (char *)object + _HPy_ALIGN((size_t)builtin->tp_basicsize + count * (size_t)builtin->tp_itemsize);
}

/** The struct of an `int`, behind its digits. */
static inline void *_HPy_struct_of_long(PyObject *object) {
    Py_ssize_t size = object == NULL ? 0 : ((PyVarObject *)object)->ob_size;
#if PY_VERSION_HEX >= 0x030c0000
    /* A tag: the number of digits above three bits. */
    return _HPy_behind_items(object, &PyLong_Type, (size_t)size >> 3);
#else
    return _HPy_behind_items(object, &PyLong_Type, (size_t)(size < 0 ? -size : size));
#endif
}

/** The struct of a `tuple`, behind its items. */
static inline void *_HPy_struct_of_tuple(PyObject *object) {
    return _HPy_behind_items(object, &PyTuple_Type, object == NULL ? 0 : (size_t)((PyVarObject *)object)->ob_size);
}

_HPy_END_DECLS

#endif
