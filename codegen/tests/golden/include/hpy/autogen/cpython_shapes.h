/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** Bytes in front of the struct; -1 where these are items, and for a number that is no shape. */
_HPy_UNUSED static inline Py_ssize_t _HPy_fixed_header(HPyType_BuiltinShape shape) {
    switch (shape) {
    case HPyType_BuiltinShape_Legacy:
        return 0;
    case HPyType_BuiltinShape_Object:
        return _HPy_ALIGN(sizeof(PyObject));
    case HPyType_BuiltinShape_List:
        return _HPy_ALIGN(sizeof(PyListObject));
    case HPyType_BuiltinShape_Dict:
        return _HPy_ALIGN(sizeof(PyDictObject));
    default:
        return -1;
    }
}

/** The built-in type behind whose items structs of a shape stand, or NULL. */
_HPy_UNUSED static inline PyTypeObject *_HPy_type_with_items(HPyType_BuiltinShape shape) {
    switch (shape) {
    case HPyType_BuiltinShape_Long:
        return &PyLong_Type;
    case HPyType_BuiltinShape_Tuple:
        return &PyTuple_Type;
    default:
        return NULL;
    }
}

/** The struct of an object whose type has this shape. Behind items the header does not count. */
_HPy_UNUSED static inline void *_HPy_struct_of(HPyType_BuiltinShape shape, Py_ssize_t header, PyObject *object) {
    switch (shape) {
    case HPyType_BuiltinShape_Long:
        return _HPy_behind_items(object, &PyLong_Type, _HPy_digit_count(object));
    case HPyType_BuiltinShape_Tuple:
        return _HPy_behind_items(object, &PyTuple_Type, _HPy_item_count(object));
    default:
        return (char *)object + header;
    }
}
