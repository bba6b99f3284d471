//! Integers that are narrower than any `PyLong_As*` of the C API.

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{PyErr_Occurred, PyExc_OverflowError, PyLong_AsLong, PyLong_AsUnsignedLong};

use super::errors::raise;
use crate::handles::h2py;

pub unsafe extern "C" fn ctx_Long_AsInt32_t(_ctx: *mut HPyContext, h: HPy) -> i32 {
    // SAFETY: the handle is live.
    let value = unsafe { PyLong_AsLong(h2py(h)) };
    // The -1 of an error fits, so its exception is kept.
    i32::try_from(value).unwrap_or_else(|_| {
        // SAFETY: the thread holds the GIL.
        unsafe {
            raise(
                PyExc_OverflowError,
                c"Python int too large to convert to C int32_t",
            )
        };
        -1
    })
}

pub unsafe extern "C" fn ctx_Long_AsUInt32_t(_ctx: *mut HPyContext, h: HPy) -> u32 {
    // SAFETY: the handle is live.
    let value = unsafe { PyLong_AsUnsignedLong(h2py(h)) };
    u32::try_from(value).unwrap_or_else(|_| {
        // SAFETY: the thread holds the GIL.
        unsafe {
            if PyErr_Occurred().is_null() {
                raise(
                    PyExc_OverflowError,
                    c"Python int too large to convert to C uint32_t",
                );
            }
        }
        u32::MAX
    })
}
