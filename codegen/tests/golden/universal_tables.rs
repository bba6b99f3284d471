// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::c_int;
use hpy_abi::*;
use pyo3_ffi as ffi;
use crate::layout::{Items, Place};

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

/// Where the structs of a shape stand; none for a number that is no shape.
pub(crate) const fn place_of(shape: HPyType_BuiltinShape) -> Option<Place> {
    Some(
        match shape {
            HPyType_BuiltinShape_Legacy => Place::behind(0),
            HPyType_BuiltinShape_Object => Place::behind(size_of::<ffi::PyObject>()),
            HPyType_BuiltinShape_Long => {
                Place::Behind(Items::digits(&raw mut ffi::PyLong_Type))
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
