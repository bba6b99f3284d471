//! Context variables.

use std::ptr::null_mut;

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::PyContextVar_Get;

use crate::handles::{h2py, py2h};

pub unsafe extern "C" fn ctx_ContextVar_Get(
    _ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let mut value = null_mut();
    // SAFETY: the variable is live, the default null or live, and `result` may be written.
    unsafe {
        let status = PyContextVar_Get(h2py(context_var), h2py(default_value), &raw mut value);
        *result = py2h(value);
        status
    }
}
