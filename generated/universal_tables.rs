// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::c_int;
use hpy_abi::*;
use pyo3_ffi as ffi;
use crate::layout::{Items, Place};

/// The slot of CPython that stands for a slot of a type; CPython refuses a number that is none.
pub(crate) fn type_slot(slot: HPySlot_Slot) -> c_int {
    match slot {
        HPy_bf_getbuffer => ffi::Py_bf_getbuffer,
        HPy_bf_releasebuffer => ffi::Py_bf_releasebuffer,
        HPy_mp_ass_subscript => ffi::Py_mp_ass_subscript,
        HPy_mp_length => ffi::Py_mp_length,
        HPy_mp_subscript => ffi::Py_mp_subscript,
        HPy_nb_absolute => ffi::Py_nb_absolute,
        HPy_nb_add => ffi::Py_nb_add,
        HPy_nb_and => ffi::Py_nb_and,
        HPy_nb_bool => ffi::Py_nb_bool,
        HPy_nb_divmod => ffi::Py_nb_divmod,
        HPy_nb_float => ffi::Py_nb_float,
        HPy_nb_floor_divide => ffi::Py_nb_floor_divide,
        HPy_nb_index => ffi::Py_nb_index,
        HPy_nb_inplace_add => ffi::Py_nb_inplace_add,
        HPy_nb_inplace_and => ffi::Py_nb_inplace_and,
        HPy_nb_inplace_floor_divide => ffi::Py_nb_inplace_floor_divide,
        HPy_nb_inplace_lshift => ffi::Py_nb_inplace_lshift,
        HPy_nb_inplace_multiply => ffi::Py_nb_inplace_multiply,
        HPy_nb_inplace_or => ffi::Py_nb_inplace_or,
        HPy_nb_inplace_power => ffi::Py_nb_inplace_power,
        HPy_nb_inplace_remainder => ffi::Py_nb_inplace_remainder,
        HPy_nb_inplace_rshift => ffi::Py_nb_inplace_rshift,
        HPy_nb_inplace_subtract => ffi::Py_nb_inplace_subtract,
        HPy_nb_inplace_true_divide => ffi::Py_nb_inplace_true_divide,
        HPy_nb_inplace_xor => ffi::Py_nb_inplace_xor,
        HPy_nb_int => ffi::Py_nb_int,
        HPy_nb_invert => ffi::Py_nb_invert,
        HPy_nb_lshift => ffi::Py_nb_lshift,
        HPy_nb_multiply => ffi::Py_nb_multiply,
        HPy_nb_negative => ffi::Py_nb_negative,
        HPy_nb_or => ffi::Py_nb_or,
        HPy_nb_positive => ffi::Py_nb_positive,
        HPy_nb_power => ffi::Py_nb_power,
        HPy_nb_remainder => ffi::Py_nb_remainder,
        HPy_nb_rshift => ffi::Py_nb_rshift,
        HPy_nb_subtract => ffi::Py_nb_subtract,
        HPy_nb_true_divide => ffi::Py_nb_true_divide,
        HPy_nb_xor => ffi::Py_nb_xor,
        HPy_sq_ass_item => ffi::Py_sq_ass_item,
        HPy_sq_concat => ffi::Py_sq_concat,
        HPy_sq_contains => ffi::Py_sq_contains,
        HPy_sq_inplace_concat => ffi::Py_sq_inplace_concat,
        HPy_sq_inplace_repeat => ffi::Py_sq_inplace_repeat,
        HPy_sq_item => ffi::Py_sq_item,
        HPy_sq_length => ffi::Py_sq_length,
        HPy_sq_repeat => ffi::Py_sq_repeat,
        HPy_tp_descr_get => ffi::Py_tp_descr_get,
        HPy_tp_hash => ffi::Py_tp_hash,
        HPy_tp_init => ffi::Py_tp_init,
        HPy_tp_new => ffi::Py_tp_new,
        HPy_tp_repr => ffi::Py_tp_repr,
        HPy_tp_richcompare => ffi::Py_tp_richcompare,
        HPy_tp_str => ffi::Py_tp_str,
        HPy_tp_traverse => ffi::Py_tp_traverse,
        HPy_nb_matrix_multiply => ffi::Py_nb_matrix_multiply,
        HPy_nb_inplace_matrix_multiply => ffi::Py_nb_inplace_matrix_multiply,
        HPy_tp_finalize => ffi::Py_tp_finalize,
        _ => slot,
    }
}

/// How CPython calls a method of this signature; none for one that methods cannot have.
pub(crate) fn method_flags(signature: HPyFunc_Signature) -> Option<c_int> {
    match signature {
        HPyFunc_VARARGS => Some(ffi::METH_FASTCALL),
        HPyFunc_KEYWORDS => Some(ffi::METH_FASTCALL | ffi::METH_KEYWORDS),
        HPyFunc_NOARGS => Some(ffi::METH_NOARGS),
        HPyFunc_O => Some(ffi::METH_O),
        _ => None,
    }
}

/// Where the structs of a shape stand; none for a number that is no shape.
pub(crate) const fn place_of(shape: HPyType_BuiltinShape) -> Option<Place> {
    Some(
        match shape {
            HPyType_BuiltinShape_Legacy => Place::behind(0),
            HPyType_BuiltinShape_Object => Place::behind(size_of::<ffi::PyObject>()),
            HPyType_BuiltinShape_Type => {
                Place::behind(size_of::<ffi::PyHeapTypeObject>())
            }
            HPyType_BuiltinShape_Long => {
                Place::Behind(Items::digits(&raw mut ffi::PyLong_Type))
            }
            HPyType_BuiltinShape_Float => Place::behind(size_of::<ffi::PyFloatObject>()),
            HPyType_BuiltinShape_Unicode => {
                Place::behind(size_of::<ffi::PyUnicodeObject>())
            }
            HPyType_BuiltinShape_Tuple => {
                Place::Behind(Items::counted(&raw mut ffi::PyTuple_Type))
            }
            HPyType_BuiltinShape_List => Place::behind(size_of::<ffi::PyListObject>()),
            HPyType_BuiltinShape_Dict => Place::behind(size_of::<ffi::PyDictObject>()),
            _ => return None,
        },
    )
}
