//! References that outlive a call: fields in an object's struct and C globals. Each holds the same number as a
//! handle.

use hpy_abi::{HPy, HPyContext, HPyField, HPyGlobal};
use pyo3_ffi::Py_XINCREF;

use crate::handles::{f2py, g2py};
use crate::places::replace;

/// May run Python code, as its last step: the field may be gone afterwards.
#[inline]
pub unsafe extern "C" fn ctx_Field_Store(
    _ctx: *mut HPyContext,
    _target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    // SAFETY: the field is null or owns a reference.
    unsafe { replace(&raw mut (*target_field)._i, h) }
}

#[inline]
pub unsafe extern "C" fn ctx_Field_Load(
    _ctx: *mut HPyContext,
    _source_object: HPy,
    source_field: HPyField,
) -> HPy {
    // SAFETY: the field is null or keeps its object alive.
    unsafe { Py_XINCREF(f2py(source_field)) };
    HPy {
        _i: source_field._i,
    }
}

/// May run Python code, as its last step.
#[inline]
pub unsafe extern "C" fn ctx_Global_Store(_ctx: *mut HPyContext, global: *mut HPyGlobal, h: HPy) {
    // SAFETY: as for fields.
    unsafe { replace(&raw mut (*global)._i, h) }
}

#[inline]
pub unsafe extern "C" fn ctx_Global_Load(_ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    // SAFETY: the global is null or keeps its object alive.
    unsafe { Py_XINCREF(g2py(global)) };
    HPy { _i: global._i }
}
