/* Where the C struct of an object is: after what its type inherits from CPython. */
#include "hpy.h"
#ifndef HPY_CPYTHON_LAYOUT_H
#define HPY_CPYTHON_LAYOUT_H

_HPy_BEGIN_DECLS

/* CPython's allocator aligns objects to two pointers. At a multiple of that, a struct is aligned as by malloc. */
#define _HPy_ALIGNMENT (2 * sizeof(void *))
#define _HPy_ALIGN(size) (((size) + _HPy_ALIGNMENT - 1) / _HPy_ALIGNMENT * _HPy_ALIGNMENT)

/** The struct after the items of an object. The number of items depends on the object's value. */
static inline void *_HPy_behind_items(PyObject *object, const PyTypeObject *builtin, size_t count) {
    return (char *)object + _HPy_ALIGN((size_t)builtin->tp_basicsize + count * (size_t)builtin->tp_itemsize);
}

/** The number of items of an object with `ob_size`. 0 for NULL. */
static inline size_t _HPy_item_count(PyObject *object) {
    return object == NULL ? 0 : (size_t)((PyVarObject *)object)->ob_size;
}

/** The number of digits of an `int`. 0 for NULL. */
static inline size_t _HPy_digit_count(PyObject *object) {
    Py_ssize_t size = object == NULL ? 0 : ((PyVarObject *)object)->ob_size;
#if PY_VERSION_HEX >= 0x030c0000
    /* The number of digits is in the upper bits of a tag, above three other bits. */
    return (size_t)size >> 3;
#else
    return (size_t)(size < 0 ? -size : size);
#endif
}

_HPy_END_DECLS

#endif
