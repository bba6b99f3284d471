//! Copies and closes handles, and converts them from and to `PyObject *`.

use std::ffi::c_int;

use hpy_abi::{HPy, HPyContext, cpy_PyObject};
use pyo3_ffi::{Py_XDECREF, Py_XINCREF};

use crate::compat;
use crate::handles::{h2py, py2h};

#[inline]
pub unsafe extern "C" fn ctx_Dup(_ctx: *mut HPyContext, h: HPy) -> HPy {
    // SAFETY: the handle is null or live, so its object is NULL or alive.
    unsafe { Py_XINCREF(h2py(h)) };
    h
}

/// May run Python code, as its last step.
#[inline]
pub unsafe extern "C" fn ctx_Close(_ctx: *mut HPyContext, h: HPy) {
    // SAFETY: the handle is null or owns a reference, which the caller gives up.
    unsafe { Py_XDECREF(h2py(h)) };
}

#[inline]
pub unsafe extern "C" fn ctx_Is(_ctx: *mut HPyContext, obj: HPy, other: HPy) -> c_int {
    (obj == other).into()
}

pub unsafe extern "C" fn ctx_Dump(_ctx: *mut HPyContext, h: HPy) {
    // SAFETY: CPython's function takes anything, even NULL.
    unsafe { compat::dump(h2py(h)) }
}

pub unsafe extern "C" fn ctx_FromPyObject(_ctx: *mut HPyContext, obj: *mut cpy_PyObject) -> HPy {
    // SAFETY: the pointer is NULL or a live object.
    unsafe { Py_XINCREF(obj.cast()) };
    py2h(obj.cast())
}

pub unsafe extern "C" fn ctx_AsPyObject(_ctx: *mut HPyContext, h: HPy) -> *mut cpy_PyObject {
    let object = h2py(h);
    // SAFETY: the handle is null or live, so its object is NULL or alive.
    unsafe { Py_XINCREF(object) };
    object.cast()
}
