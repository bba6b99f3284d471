/* Made by `cargo xtask generate` from api.toml. Do not edit. */

/** The slot of CPython that stands for a slot of a type; CPython refuses a number that is none. */
_HPy_UNUSED static int _HPy_type_slot(HPySlot_Slot slot) {
    switch (slot) {
    case HPy_bf_getbuffer:
        return Py_bf_getbuffer;
    case HPy_bf_releasebuffer:
        return Py_bf_releasebuffer;
    case HPy_mp_ass_subscript:
        return Py_mp_ass_subscript;
    case HPy_mp_length:
        return Py_mp_length;
    case HPy_mp_subscript:
        return Py_mp_subscript;
    case HPy_nb_absolute:
        return Py_nb_absolute;
    case HPy_nb_add:
        return Py_nb_add;
    case HPy_nb_and:
        return Py_nb_and;
    case HPy_nb_bool:
        return Py_nb_bool;
    case HPy_nb_divmod:
        return Py_nb_divmod;
    case HPy_nb_float:
        return Py_nb_float;
    case HPy_nb_floor_divide:
        return Py_nb_floor_divide;
    case HPy_nb_index:
        return Py_nb_index;
    case HPy_nb_inplace_add:
        return Py_nb_inplace_add;
    case HPy_nb_inplace_and:
        return Py_nb_inplace_and;
    case HPy_nb_inplace_floor_divide:
        return Py_nb_inplace_floor_divide;
    case HPy_nb_inplace_lshift:
        return Py_nb_inplace_lshift;
    case HPy_nb_inplace_multiply:
        return Py_nb_inplace_multiply;
    case HPy_nb_inplace_or:
        return Py_nb_inplace_or;
    case HPy_nb_inplace_power:
        return Py_nb_inplace_power;
    case HPy_nb_inplace_remainder:
        return Py_nb_inplace_remainder;
    case HPy_nb_inplace_rshift:
        return Py_nb_inplace_rshift;
    case HPy_nb_inplace_subtract:
        return Py_nb_inplace_subtract;
    case HPy_nb_inplace_true_divide:
        return Py_nb_inplace_true_divide;
    case HPy_nb_inplace_xor:
        return Py_nb_inplace_xor;
    case HPy_nb_int:
        return Py_nb_int;
    case HPy_nb_invert:
        return Py_nb_invert;
    case HPy_nb_lshift:
        return Py_nb_lshift;
    case HPy_nb_multiply:
        return Py_nb_multiply;
    case HPy_nb_negative:
        return Py_nb_negative;
    case HPy_nb_or:
        return Py_nb_or;
    case HPy_nb_positive:
        return Py_nb_positive;
    case HPy_nb_power:
        return Py_nb_power;
    case HPy_nb_remainder:
        return Py_nb_remainder;
    case HPy_nb_rshift:
        return Py_nb_rshift;
    case HPy_nb_subtract:
        return Py_nb_subtract;
    case HPy_nb_true_divide:
        return Py_nb_true_divide;
    case HPy_nb_xor:
        return Py_nb_xor;
    case HPy_sq_ass_item:
        return Py_sq_ass_item;
    case HPy_sq_concat:
        return Py_sq_concat;
    case HPy_sq_contains:
        return Py_sq_contains;
    case HPy_sq_inplace_concat:
        return Py_sq_inplace_concat;
    case HPy_sq_inplace_repeat:
        return Py_sq_inplace_repeat;
    case HPy_sq_item:
        return Py_sq_item;
    case HPy_sq_length:
        return Py_sq_length;
    case HPy_sq_repeat:
        return Py_sq_repeat;
    case HPy_tp_hash:
        return Py_tp_hash;
    case HPy_tp_init:
        return Py_tp_init;
    case HPy_tp_new:
        return Py_tp_new;
    case HPy_tp_repr:
        return Py_tp_repr;
    case HPy_tp_richcompare:
        return Py_tp_richcompare;
    case HPy_tp_str:
        return Py_tp_str;
    case HPy_tp_traverse:
        return Py_tp_traverse;
    case HPy_nb_matrix_multiply:
        return Py_nb_matrix_multiply;
    case HPy_nb_inplace_matrix_multiply:
        return Py_nb_inplace_matrix_multiply;
    case HPy_tp_finalize:
        return Py_tp_finalize;
    default:
        return (int)slot;
    }
}

/** How CPython calls a method of this signature; -1 for one that methods cannot have. */
_HPy_UNUSED static int _HPy_method_flags(HPyFunc_Signature signature) {
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
