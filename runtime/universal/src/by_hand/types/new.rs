//! Makes new instances.

use std::ffi::{CStr, c_void};

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{PyExc_TypeError, PyObject, PyType_Check, PyType_GenericAlloc, PyTypeObject};

use super::call_protocol::init_call;
use super::data::commons;
use crate::by_hand::errors::{PyResult, Raised, raise};
use crate::handles::{h2py, py2h};
use crate::tables::place_of;

pub unsafe extern "C" fn ctx_New(
    _ctx: *mut HPyContext,
    h_type: HPy,
    data: *mut *mut c_void,
) -> HPy {
    // SAFETY: the handle is live and `data` may be written.
    unsafe {
        let Ok((ty, object)) = allocate(h2py(h_type), c"HPy_New arg 1 must be a type") else {
            return HPy::NULL;
        };
        // A type without a struct of its own uses its base's.
        let has_struct = commons(ty).find(|common| common.struct_end != 0);
        let place = has_struct
            .or_else(|| commons(ty).next())
            .and_then(|common| place_of(common.shape));
        *data = place.map_or(object.cast(), |place| place.in_object(object));
        py2h(object)
    }
}

pub unsafe extern "C" fn ctx_Type_GenericNew(
    _ctx: *mut HPyContext,
    ty: HPy,
    _args: *const HPy,
    _nargs: isize,
    _kw: HPy,
) -> HPy {
    // SAFETY: the handle is live.
    unsafe { allocate(h2py(ty), c"HPy_Type_GenericNew arg 1 must be a type") }
        .map_or(HPy::NULL, |(_, object)| py2h(object))
}

/// A new instance with zeros after its header, and its type. Python code may run before the object is made.
///
/// # Safety
/// `ty` is an object, and the thread holds the GIL.
#[inline]
unsafe fn allocate(
    ty: *mut PyObject,
    no_type: &CStr,
) -> PyResult<(*mut PyTypeObject, *mut PyObject)> {
    // SAFETY: checked to be a type, and nobody else knows the new object.
    unsafe {
        if PyType_Check(ty) == 0 {
            return Err(raise(PyExc_TypeError, no_type));
        }
        let ty = ty.cast::<PyTypeObject>();
        let alloc = (*ty).tp_alloc.unwrap_or(PyType_GenericAlloc);
        let object = alloc(ty, 0);
        if object.is_null() {
            return Err(Raised);
        }
        init_call(ty, object);
        Ok((ty, object))
    }
}
