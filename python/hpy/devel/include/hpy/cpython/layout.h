/* Where the C struct of an object is: behind what its type inherits from CPython. */
#include "hpy.h"
#ifndef HPY_CPYTHON_LAYOUT_H
#define HPY_CPYTHON_LAYOUT_H

/* CPython's allocator aligns objects to two pointers. A struct behind a multiple of that is aligned as by malloc. */
#define _HPy_ALIGN(size) (((size) + 2 * sizeof(void *) - 1) / (2 * sizeof(void *)) * (2 * sizeof(void *)))

/** Bytes before the struct, for each shape. An `int` has one digit; its own struct is not declared everywhere. */
#define _HPyType_BuiltinShape_Legacy_HEADER 0
#define _HPyType_BuiltinShape_Object_HEADER _HPy_ALIGN(sizeof(PyObject))
#define _HPyType_BuiltinShape_Type_HEADER _HPy_ALIGN(sizeof(PyHeapTypeObject))
#define _HPyType_BuiltinShape_Long_HEADER _HPy_ALIGN(sizeof(PyVarObject) + sizeof(uint32_t))
#define _HPyType_BuiltinShape_Float_HEADER _HPy_ALIGN(sizeof(PyFloatObject))
#define _HPyType_BuiltinShape_Unicode_HEADER _HPy_ALIGN(sizeof(PyUnicodeObject))
#define _HPyType_BuiltinShape_Tuple_HEADER _HPy_ALIGN(sizeof(PyTupleObject))
#define _HPyType_BuiltinShape_List_HEADER _HPy_ALIGN(sizeof(PyListObject))

#endif
