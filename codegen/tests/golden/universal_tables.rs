// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::c_int;
use hpy_abi::*;
use pyo3_ffi as ffi;

/// The slot of CPython that stands for a slot of a type; CPython refuses a number that is none.
pub(crate) fn type_slot(slot: HPySlot_Slot) -> c_int {
    match slot {
        HPy_tp_repr => ffi::Py_tp_repr,
        HPy_nb_bool => ffi::Py_nb_bool,
        _ => slot,
    }
}

/// How CPython calls a method of this signature; none for one that methods cannot have.
pub(crate) fn method_flags(signature: HPyFunc_Signature) -> Option<c_int> {
    match signature {
        HPyFunc_VARARGS => Some(ffi::METH_FASTCALL),
        HPyFunc_KEYWORDS => Some(ffi::METH_FASTCALL | ffi::METH_KEYWORDS),
        _ => None,
    }
}
