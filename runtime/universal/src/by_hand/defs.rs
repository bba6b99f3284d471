//! The definitions of a type or module, and the method table they come to.

use std::ffi::c_void;

use hpy_abi::{
    HPyCFunction, HPyDef, HPyDef_Kind_GetSet, HPyDef_Kind_Member, HPyDef_Kind_Meth,
    HPyDef_Kind_Slot, HPyGetSet, HPyMember, HPyMeth, HPySlot,
};
use pyo3_ffi::{PyExc_ValueError, PyMethodDef, PyMethodDefPointer};

use super::array;
use super::errors::{PyResult, raise};
use crate::tables::method_flags;

/// One definition.
#[derive(Clone, Copy)]
pub(crate) enum Def<'a> {
    Slot(&'a HPySlot),
    Method(&'a HPyMeth),
    Member(&'a HPyMember),
    GetSet(&'a HPyGetSet),
}

/// The definitions in a NULL-terminated array, itself possibly NULL. Unknown kinds are left out.
///
/// # Safety
/// The array and what it points to live for `'a`, and each `kind` tells the truth.
pub(crate) unsafe fn defs<'a>(defines: *const *mut HPyDef) -> impl Iterator<Item = Def<'a>> {
    // SAFETY: an array of pointers that ends with NULL, by the caller's promise.
    let pointers = unsafe { array::until(defines, |def| def.is_null()) };
    // SAFETY: `kind` selects the union's field.
    pointers.filter_map(|&def| unsafe {
        let HPyDef { kind, body } = &*def;
        Some(match *kind {
            HPyDef_Kind_Slot => Def::Slot(&body.slot),
            HPyDef_Kind_Meth => Def::Method(&body.meth),
            HPyDef_Kind_Member => Def::Member(&body.member),
            HPyDef_Kind_GetSet => Def::GetSet(&body.getset),
            _ => return None,
        })
    })
}

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
    table.extend(unsafe { array::until(legacy, |method| method.ml_name.is_null()) });
    table.push(PyMethodDef::zeroed());
    Ok(table)
}
