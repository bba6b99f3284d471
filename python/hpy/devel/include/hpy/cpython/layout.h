/* Where the C struct of an object is: behind what its type inherits from CPython. */
#include "hpy.h"
#ifndef HPY_CPYTHON_LAYOUT_H
#define HPY_CPYTHON_LAYOUT_H

_HPy_BEGIN_DECLS

/* CPython's allocator aligns objects to two pointers. A struct behind a multiple of that is aligned as by malloc. */
#define _HPy_ALIGNMENT (2 * sizeof(void *))
#define _HPy_ALIGN(size) (((size) + _HPy_ALIGNMENT - 1) / _HPy_ALIGNMENT * _HPy_ALIGNMENT)

/** The struct behind the items of an object. Each has as many as its value needs. */
static inline void *_HPy_behind_items(PyObject *object, const PyTypeObject *builtin, size_t count) {
    return (char *)object + _HPy_ALIGN((size_t)builtin->tp_basicsize + count * (size_t)builtin->tp_itemsize);
}

/** How many items an object has that holds their number; none for NULL. */
static inline size_t _HPy_item_count(PyObject *object) {
    return object == NULL ? 0 : (size_t)((PyVarObject *)object)->ob_size;
}

/** How many digits an `int` has; none for NULL. */
static inline size_t _HPy_digit_count(PyObject *object) {
    Py_ssize_t size = object == NULL ? 0 : ((PyVarObject *)object)->ob_size;
#if PY_VERSION_HEX >= 0x030c0000
    /* A tag: the number of digits above three bits. */
    return (size_t)size >> 3;
#else
    return (size_t)(size < 0 ? -size : size);
#endif
}

_HPy_END_DECLS

#endif
