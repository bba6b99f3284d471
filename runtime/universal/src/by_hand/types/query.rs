//! Queries of any type.

use std::ffi::{CStr, c_char};

use hpy_abi::{HPy, HPyContext, HPyType_BuiltinShape, HPyType_BuiltinShape_Legacy};
use pyo3_ffi::{
    Py_TPFLAGS_HEAPTYPE, Py_TYPE, PyExc_TypeError, PyHeapTypeObject, PyObject, PyType_Check,
    PyType_HasFeature, PyTypeObject, PyUnicode_AsUTF8,
};

use super::data::{commons, data_of};
use crate::by_hand::errors::raise;
use crate::handles::h2py;

/// Means that an exception is set; -1 is a shape.
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

/// Whether an object has a type of the universal context, and that has this shape. It may have the shape all the same:
/// `ctx_Type_GetBuiltinShape` tells.
///
/// # Safety
/// The object is alive, and the thread holds the GIL.
pub unsafe fn has_shape(object: *mut PyObject, shape: HPyType_BuiltinShape) -> bool {
    // SAFETY: by contract; an object keeps its type alive, and that its bases.
    unsafe {
        let mut ty = Py_TYPE(object);
        while !ty.is_null() && (*ty).tp_cache.is_null() {
            ty = (*ty).tp_base;
        }
        !ty.is_null() && (data_of(ty).as_ref()).is_some_and(|data| data.common.shape == shape)
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
