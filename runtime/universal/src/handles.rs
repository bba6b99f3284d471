//! Handles of the universal context: the object's address plus one, so that a handle that is cast to
//! `PyObject *` by mistake faults at once. The null handle is the null pointer.

use hpy_abi::{HPy, HPyField, HPyGlobal};
use pyo3_ffi::PyObject;

#[inline(always)]
fn word(object: *mut PyObject) -> isize {
    if object.is_null() {
        0
    } else {
        object as isize + 1
    }
}

#[inline(always)]
fn object(word: isize) -> *mut PyObject {
    if word == 0 {
        std::ptr::null_mut()
    } else {
        (word - 1) as *mut PyObject
    }
}

/// The handle of an object; it owns the reference that the pointer owned.
#[inline(always)]
pub fn py2h(pointer: *mut PyObject) -> HPy {
    HPy { _i: word(pointer) }
}

/// The object of a handle; who owned the handle owns the pointer.
#[inline(always)]
pub fn h2py(handle: HPy) -> *mut PyObject {
    object(handle._i)
}

/// The field that refers to an object.
#[inline(always)]
pub fn py2f(pointer: *mut PyObject) -> HPyField {
    HPyField { _i: word(pointer) }
}

/// The object that a field refers to.
#[inline(always)]
pub fn f2py(field: HPyField) -> *mut PyObject {
    object(field._i)
}

/// Set in a field that has been visited, while an object is traversed. It is not part of an address: objects are aligned.
const MARK: isize = 2;

/// Whether a field has the mark. Only for [`f2py`] of one that has none it is an address.
#[inline(always)]
pub fn is_marked(field: HPyField) -> bool {
    field._i & MARK != 0
}

/// The field with the mark; a null field has none.
#[inline(always)]
pub fn mark(field: HPyField) -> HPyField {
    HPyField {
        _i: if field.is_null() { 0 } else { field._i | MARK },
    }
}

/// The field without the mark.
#[inline(always)]
pub fn unmark(field: HPyField) -> HPyField {
    HPyField {
        _i: field._i & !MARK,
    }
}

/// The object that a global refers to.
#[inline(always)]
pub fn g2py(global: HPyGlobal) -> *mut PyObject {
    object(global._i)
}
