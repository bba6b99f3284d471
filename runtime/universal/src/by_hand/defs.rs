//! The method table of a type or module.

use std::ffi::c_void;

use hpy_abi::{Def, HPyCFunction, HPyDef, defs, until};
use pyo3_ffi::{PyExc_ValueError, PyMethodDef, PyMethodDefPointer};

use super::errors::{PyResult, raise};
use crate::tables::method_flags;

/// A function as CPython's slot tables hold it.
pub(crate) fn slot_value(function: HPyCFunction) -> *mut c_void {
    function.map_or(std::ptr::null_mut(), |function| function as *mut c_void)
}

/// The table of all methods, HPy's and `legacy`, with its end marker.
///
/// # Safety
/// As for [`defs`]; `legacy` is NULL or a method table with an end marker.
pub(crate) unsafe fn method_table(
    defines: *const *mut HPyDef,
    legacy: *const PyMethodDef,
) -> PyResult<Vec<PyMethodDef>> {
    let mut table = Vec::new();
    // SAFETY: passed on from the caller.
    for def in unsafe { defs(defines) } {
        let Def::Method(method) = def else { continue };
        let Some(flags) = method_flags(method.signature) else {
            // SAFETY: the context functions run with the GIL.
            return Err(unsafe { raise(PyExc_ValueError, c"Unsupported HPyMeth signature") });
        };
        table.push(PyMethodDef {
            ml_name: method.name,
            // SAFETY: both are a nullable function pointer; the flags tell CPython its real type.
            ml_meth: unsafe {
                std::mem::transmute::<HPyCFunction, PyMethodDefPointer>(method.cpy_trampoline)
            },
            ml_flags: flags,
            ml_doc: method.doc,
        });
    }
    // SAFETY: passed on from the caller.
    table.extend(unsafe { until(legacy, |method| method.ml_name.is_null()) });
    table.push(PyMethodDef::zeroed());
    Ok(table)
}
