//! Exceptions.

use std::ffi::{CStr, c_int};

use hpy_abi::HPyContext;
use pyo3_ffi::{PyErr_Occurred, PyErr_SetString, PyObject};

/// Means that an exception is set.
#[derive(Debug)]
pub(crate) struct Raised;

pub(crate) type PyResult<T> = Result<T, Raised>;

/// Sets an exception.
///
/// # Safety
/// `exception` is an exception class, and the thread holds the GIL.
#[cold]
pub(crate) unsafe fn raise(exception: *mut PyObject, message: &CStr) -> Raised {
    // SAFETY: the message ends with NUL, the rest is the caller's promise.
    unsafe { PyErr_SetString(exception, message.as_ptr()) };
    Raised
}

pub unsafe extern "C" fn ctx_Err_Occurred(_ctx: *mut HPyContext) -> c_int {
    // SAFETY: the thread holds the GIL.
    unsafe { !PyErr_Occurred().is_null() }.into()
}
