/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slot of CPython that stands for a slot of a type; CPython refuses a number that is none. */
_HPy_UNUSED static inline int _HPy_type_slot(HPySlot_Slot slot) {
    switch (slot) {
#if Py_bf_getbuffer != 1
    case HPy_bf_getbuffer:
        return Py_bf_getbuffer;
#endif
#if Py_bf_releasebuffer != 2
    case HPy_bf_releasebuffer:
        return Py_bf_releasebuffer;
#endif
#if Py_mp_ass_subscript != 3
    case HPy_mp_ass_subscript:
        return Py_mp_ass_subscript;
#endif
#if Py_mp_length != 4
    case HPy_mp_length:
        return Py_mp_length;
#endif
#if Py_mp_subscript != 5
    case HPy_mp_subscript:
        return Py_mp_subscript;
#endif
#if Py_nb_absolute != 6
    case HPy_nb_absolute:
        return Py_nb_absolute;
#endif
#if Py_nb_add != 7
    case HPy_nb_add:
        return Py_nb_add;
#endif
#if Py_nb_and != 8
    case HPy_nb_and:
        return Py_nb_and;
#endif
#if Py_nb_bool != 9
    case HPy_nb_bool:
        return Py_nb_bool;
#endif
#if Py_nb_divmod != 10
    case HPy_nb_divmod:
        return Py_nb_divmod;
#endif
#if Py_nb_float != 11
    case HPy_nb_float:
        return Py_nb_float;
#endif
#if Py_nb_floor_divide != 12
    case HPy_nb_floor_divide:
        return Py_nb_floor_divide;
#endif
#if Py_nb_index != 13
    case HPy_nb_index:
        return Py_nb_index;
#endif
#if Py_nb_inplace_add != 14
    case HPy_nb_inplace_add:
        return Py_nb_inplace_add;
#endif
#if Py_nb_inplace_and != 15
    case HPy_nb_inplace_and:
        return Py_nb_inplace_and;
#endif
#if Py_nb_inplace_floor_divide != 16
    case HPy_nb_inplace_floor_divide:
        return Py_nb_inplace_floor_divide;
#endif
#if Py_nb_inplace_lshift != 17
    case HPy_nb_inplace_lshift:
        return Py_nb_inplace_lshift;
#endif
#if Py_nb_inplace_multiply != 18
    case HPy_nb_inplace_multiply:
        return Py_nb_inplace_multiply;
#endif
#if Py_nb_inplace_or != 19
    case HPy_nb_inplace_or:
        return Py_nb_inplace_or;
#endif
#if Py_nb_inplace_power != 20
    case HPy_nb_inplace_power:
        return Py_nb_inplace_power;
#endif
#if Py_nb_inplace_remainder != 21
    case HPy_nb_inplace_remainder:
        return Py_nb_inplace_remainder;
#endif
#if Py_nb_inplace_rshift != 22
    case HPy_nb_inplace_rshift:
        return Py_nb_inplace_rshift;
#endif
#if Py_nb_inplace_subtract != 23
    case HPy_nb_inplace_subtract:
        return Py_nb_inplace_subtract;
#endif
#if Py_nb_inplace_true_divide != 24
    case HPy_nb_inplace_true_divide:
        return Py_nb_inplace_true_divide;
#endif
#if Py_nb_inplace_xor != 25
    case HPy_nb_inplace_xor:
        return Py_nb_inplace_xor;
#endif
#if Py_nb_int != 26
    case HPy_nb_int:
        return Py_nb_int;
#endif
#if Py_nb_invert != 27
    case HPy_nb_invert:
        return Py_nb_invert;
#endif
#if Py_nb_lshift != 28
    case HPy_nb_lshift:
        return Py_nb_lshift;
#endif
#if Py_nb_multiply != 29
    case HPy_nb_multiply:
        return Py_nb_multiply;
#endif
#if Py_nb_negative != 30
    case HPy_nb_negative:
        return Py_nb_negative;
#endif
#if Py_nb_or != 31
    case HPy_nb_or:
        return Py_nb_or;
#endif
#if Py_nb_positive != 32
    case HPy_nb_positive:
        return Py_nb_positive;
#endif
#if Py_nb_power != 33
    case HPy_nb_power:
        return Py_nb_power;
#endif
#if Py_nb_remainder != 34
    case HPy_nb_remainder:
        return Py_nb_remainder;
#endif
#if Py_nb_rshift != 35
    case HPy_nb_rshift:
        return Py_nb_rshift;
#endif
#if Py_nb_subtract != 36
    case HPy_nb_subtract:
        return Py_nb_subtract;
#endif
#if Py_nb_true_divide != 37
    case HPy_nb_true_divide:
        return Py_nb_true_divide;
#endif
#if Py_nb_xor != 38
    case HPy_nb_xor:
        return Py_nb_xor;
#endif
#if Py_sq_ass_item != 39
    case HPy_sq_ass_item:
        return Py_sq_ass_item;
#endif
#if Py_sq_concat != 40
    case HPy_sq_concat:
        return Py_sq_concat;
#endif
#if Py_sq_contains != 41
    case HPy_sq_contains:
        return Py_sq_contains;
#endif
#if Py_sq_inplace_concat != 42
    case HPy_sq_inplace_concat:
        return Py_sq_inplace_concat;
#endif
#if Py_sq_inplace_repeat != 43
    case HPy_sq_inplace_repeat:
        return Py_sq_inplace_repeat;
#endif
#if Py_sq_item != 44
    case HPy_sq_item:
        return Py_sq_item;
#endif
#if Py_sq_length != 45
    case HPy_sq_length:
        return Py_sq_length;
#endif
#if Py_sq_repeat != 46
    case HPy_sq_repeat:
        return Py_sq_repeat;
#endif
#if Py_tp_descr_get != 54
    case HPy_tp_descr_get:
        return Py_tp_descr_get;
#endif
#if Py_tp_hash != 59
    case HPy_tp_hash:
        return Py_tp_hash;
#endif
#if Py_tp_init != 60
    case HPy_tp_init:
        return Py_tp_init;
#endif
#if Py_tp_new != 65
    case HPy_tp_new:
        return Py_tp_new;
#endif
#if Py_tp_repr != 66
    case HPy_tp_repr:
        return Py_tp_repr;
#endif
#if Py_tp_richcompare != 67
    case HPy_tp_richcompare:
        return Py_tp_richcompare;
#endif
#if Py_tp_str != 70
    case HPy_tp_str:
        return Py_tp_str;
#endif
#if Py_tp_traverse != 71
    case HPy_tp_traverse:
        return Py_tp_traverse;
#endif
#if Py_nb_matrix_multiply != 75
    case HPy_nb_matrix_multiply:
        return Py_nb_matrix_multiply;
#endif
#if Py_nb_inplace_matrix_multiply != 76
    case HPy_nb_inplace_matrix_multiply:
        return Py_nb_inplace_matrix_multiply;
#endif
#if Py_tp_finalize != 80
    case HPy_tp_finalize:
        return Py_tp_finalize;
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
    case HPyFunc_NOARGS:
        return METH_NOARGS;
    case HPyFunc_O:
        return METH_O;
    default:
        return -1;
    }
}
