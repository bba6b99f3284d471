//! What can be asked of any type.

use std::ffi::{CStr, c_char};

use hpy_abi::{HPy, HPyContext, HPyType_BuiltinShape, HPyType_BuiltinShape_Legacy};
use pyo3_ffi::{
    Py_TPFLAGS_HEAPTYPE, PyExc_TypeError, PyHeapTypeObject, PyType_Check, PyType_HasFeature,
    PyTypeObject, PyUnicode_AsUTF8,
};

use super::data::commons;
use crate::by_hand::errors::raise;
use crate::handles::h2py;

/// What stands for a shape when an exception is set; -1 is a shape.
const NO_SHAPE: HPyType_BuiltinShape = -2;

pub unsafe extern "C" fn ctx_Type_GetBuiltinShape(
    _ctx: *mut HPyContext,
    h_type: HPy,
) -> HPyType_BuiltinShape {
    let ty = h2py(h_type);
    // SAFETY: the handle is live, and checked to be a type.
    unsafe {
        if PyType_Check(ty) == 0 {
            raise(PyExc_TypeError, c"arg must be a type");
            return NO_SHAPE;
        }
        let common = commons(ty.cast()).next();
        common.map_or(HPyType_BuiltinShape_Legacy, |common| common.shape)
    }
}

pub unsafe extern "C" fn ctx_Type_GetName(_ctx: *mut HPyContext, ty: HPy) -> *const c_char {
    let ty = h2py(ty).cast::<PyTypeObject>();
    // SAFETY: the handle is a live type; the flag tells which struct it is.
    unsafe {
        if PyType_HasFeature(ty, Py_TPFLAGS_HEAPTYPE) != 0 {
            return PyUnicode_AsUTF8((*ty.cast::<PyHeapTypeObject>()).ht_name);
        }
        let name = CStr::from_ptr((*ty).tp_name).to_bytes();
        let module = name.iter().rposition(|&byte| byte == b'.');
        (*ty).tp_name.add(module.map_or(0, |dot| dot + 1))
    }
}
