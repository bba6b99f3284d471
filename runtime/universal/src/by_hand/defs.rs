//! The method table of a type or module.

use std::ffi::{CString, c_void};

use hpy_abi::{Def, HPyCFunction, HPyDef, defs, until};
use hpy_platform::library::{base_of, image_of};
use pyo3_ffi::{
    PyErr_Format, PyExc_SystemError, PyExc_ValueError, PyMethodDef, PyMethodDefPointer,
};

use super::errors::{PyResult, Raised, raise};
use crate::tables::method_flags;

/// Checks that each definition is of a known kind.
///
/// # Safety
/// The array is NULL or ends with NULL, and the thread holds the GIL.
unsafe fn check_kinds(defines: *const *mut HPyDef) -> PyResult<()> {
    // SAFETY: by contract. Whatever a pointer points to can be read.
    unsafe {
        for (index, &def) in until(defines, |def| def.is_null()).enumerate() {
            if (*def).part().is_none() {
                PyErr_Format(
                    PyExc_SystemError,
                    c"The HPyDef at index %zd of .defines is of the unknown kind %d%s".as_ptr(),
                    index,
                    (*def).kind,
                    origin(defines.addr(), def.addr()).as_ptr(),
                );
                return Err(Raised);
            }
        }
    }
    Ok(())
}

/// What to add about a definition that lies in another library than the array: the loader took that library's symbol
/// for the extension's.
fn origin(array: usize, def: usize) -> CString {
    let found = image_of(def).filter(|library| Some(library.base) != base_of(array));
    let text = found.map(|library| {
        [
            b". It is a symbol of ",
            library.path.as_os_str().as_encoded_bytes(),
            b" that has the same name: rename the HPyDef, or compile with -fvisibility=hidden",
        ]
        .concat()
    });
    CString::new(text.unwrap_or_default()).unwrap_or_default()
}

/// A function as CPython's slot tables hold it.
pub(crate) fn slot_value(function: HPyCFunction) -> *mut c_void {
    function.map_or(std::ptr::null_mut(), |function| function as *mut c_void)
}

/// The table of all methods, HPy's and `legacy`, with its end marker. A definition of any unknown kind is an error.
///
/// # Safety
/// As for [`defs`]; `legacy` is NULL or a method table with an end marker.
pub(crate) unsafe fn method_table(
    defines: *const *mut HPyDef,
    legacy: *const PyMethodDef,
) -> PyResult<Vec<PyMethodDef>> {
    let mut table = Vec::new();
    // SAFETY: passed on from the caller; the context functions run with the GIL.
    unsafe { check_kinds(defines)? };
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
