//! Handles of the universal context that this crate keeps: what Python gave us to call.

use hpy_abi::HPy;
use hpy_universal::{h2py, py2h};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3_ffi as ffi;

/// A new handle of the universal context to a callable, NULL for `None`.
pub(crate) fn callable_handle(function: &Bound<'_, PyAny>, message: &'static str) -> PyResult<HPy> {
    if function.is_none() {
        Ok(HPy::NULL)
    } else if function.is_callable() {
        Ok(py2h(function.clone().into_ptr()))
    } else {
        Err(PyTypeError::new_err(message))
    }
}

/// Closes a handle of the universal context that is ours.
pub(crate) fn release(_: Python<'_>, handle: HPy) {
    // SAFETY: the GIL is held; NULL is allowed, and otherwise the handle holds a reference.
    unsafe { ffi::Py_XDECREF(h2py(handle)) }
}
