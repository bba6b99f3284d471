//! Members that are an `HPyField`. CPython cannot read those, so they become getsets.

use std::ffi::{c_char, c_int, c_void};

use hpy_abi::{HPyField, HPyMember, HPyMember_OBJECT, HPyMember_OBJECT_EX};
use pyo3_ffi::{
    Py_INCREF, Py_None, Py_TYPE, Py_XDECREF, Py_XINCREF, PyErr_Format, PyExc_AttributeError,
    PyGetSetDef, PyObject,
};

use crate::handles::{f2py, py2f};

/// Where in an object a field is, and what it means when it is null.
pub(super) struct FieldMember {
    name: *const c_char,
    offset: isize,
    /// A null field is a missing attribute instead of `None`.
    required: bool,
}

impl FieldMember {
    /// The field that a member describes, if it is one, in a struct behind `header` bytes.
    pub(super) fn of(member: &HPyMember, header: usize) -> Option<Self> {
        matches!(member.r#type, HPyMember_OBJECT | HPyMember_OBJECT_EX).then(|| Self {
            name: member.name,
            offset: member.offset + header as isize,
            required: member.r#type == HPyMember_OBJECT_EX,
        })
    }

    /// The getset for the member. It points to `self`.
    pub(super) fn getset(&self, member: &HPyMember) -> PyGetSetDef {
        PyGetSetDef {
            name: member.name,
            get: Some(get),
            set: (member.readonly == 0).then_some(set),
            doc: member.doc,
            closure: std::ptr::from_ref(self).cast_mut().cast(),
        }
    }

    unsafe fn place(&self, object: *mut PyObject) -> *mut HPyField {
        // SAFETY: the descriptor has checked that the object is of the type that has this member.
        unsafe { object.byte_offset(self.offset).cast() }
    }
}

unsafe extern "C" fn get(object: *mut PyObject, closure: *mut c_void) -> *mut PyObject {
    // SAFETY: the type owns the closure, and a field is null or keeps its object alive.
    unsafe {
        let member = &*closure.cast::<FieldMember>();
        let mut value = f2py(*member.place(object));
        if value.is_null() {
            if member.required {
                return PyErr_Format(
                    PyExc_AttributeError,
                    c"'%.50s' object has no attribute '%s'".as_ptr(),
                    (*Py_TYPE(object)).tp_name,
                    member.name,
                );
            }
            value = Py_None();
        }
        Py_INCREF(value);
        value
    }
}

/// Deleting is setting to NULL. Runs Python code, last of all: the object may be gone then.
unsafe extern "C" fn set(
    object: *mut PyObject,
    value: *mut PyObject,
    closure: *mut c_void,
) -> c_int {
    // SAFETY: as in `get`. The old value is given up last, because its finalizer may look at the field.
    unsafe {
        let member = &*closure.cast::<FieldMember>();
        Py_XINCREF(value);
        let replaced = member.place(object).replace(py2f(value));
        Py_XDECREF(f2py(replaced));
    }
    0
}
