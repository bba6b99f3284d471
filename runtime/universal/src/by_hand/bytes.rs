//! `bytes`.

use std::ffi::c_char;

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{PyBytes_FromStringAndSize, PyExc_ValueError};

use super::errors::raise;
use crate::handles::py2h;

pub unsafe extern "C" fn ctx_Bytes_FromStringAndSize(
    _ctx: *mut HPyContext,
    bytes: *const c_char,
    len: isize,
) -> HPy {
    // SAFETY: `bytes` is NULL or has `len` bytes. For NULL CPython would return uninitialised bytes,
    // which nobody could fill in through HPy.
    unsafe {
        if bytes.is_null() {
            raise(
                PyExc_ValueError,
                c"NULL char * passed to HPyBytes_FromStringAndSize",
            );
            return HPy::NULL;
        }
        py2h(PyBytes_FromStringAndSize(bytes, len))
    }
}
