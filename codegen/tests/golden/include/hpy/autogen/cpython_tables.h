/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slot of CPython that stands for a slot of a type; CPython refuses a number that is none. */
_HPy_UNUSED static inline int _HPy_type_slot(HPySlot_Slot slot) {
    switch (slot) {
#if Py_tp_repr != 66
    case HPy_tp_repr:
        return Py_tp_repr;
#endif
#if Py_nb_bool != 9
    case HPy_nb_bool:
        return Py_nb_bool;
#endif
    default:
        return (int)slot;
    }
}

/** How CPython calls a method of this signature; -1 for one that methods cannot have. */
_HPy_UNUSED static inline int _HPy_method_flags(HPyFunc_Signature signature) {
    switch (signature) {
    case HPyFunc_VARARGS:
        return METH_FASTCALL;
    case HPyFunc_KEYWORDS:
        return METH_FASTCALL | METH_KEYWORDS;
    default:
        return -1;
    }
}
