//! Members that CPython cannot read by itself and that become getsets: an `HPyField`, and every member of a struct
//! without a fixed offset.

use std::ffi::{c_int, c_void};

use hpy_abi::{HPyField, HPyMember, HPyMember_OBJECT, HPyMember_OBJECT_EX};
use pyo3_ffi::{
    Py_INCREF, Py_READONLY, PyGetSetDef, PyMember_GetOne, PyMember_SetOne, PyMemberDef, PyObject,
};

use crate::by_hand::storage::replace;
use crate::handles::{f2py, py2h};
use crate::layout::Place;

/// CPython's description of the member at this offset.
pub(super) fn member_def(member: &HPyMember, offset: isize) -> PyMemberDef {
    PyMemberDef {
        name: member.name,
        type_code: member.r#type,
        offset,
        flags: if member.readonly == 0 { 0 } else { Py_READONLY },
        doc: member.doc,
    }
}

/// A member, and the place of its struct.
pub(super) struct StructMember {
    /// Its offset is relative to the struct.
    def: PyMemberDef,
    place: Place,
}

impl StructMember {
    /// Converts a member of a struct in this place, if CPython cannot read it.
    pub(super) fn of(member: &HPyMember, place: Place) -> Option<Self> {
        let def = member_def(member, member.offset);
        let member = Self { def, place };
        (member.is_field() || matches!(place, Place::Behind(_))).then_some(member)
    }

    fn is_field(&self) -> bool {
        matches!(self.def.type_code, HPyMember_OBJECT | HPyMember_OBJECT_EX)
    }

    /// The getset for the member. It points to `self`.
    pub(super) fn getset(&self) -> PyGetSetDef {
        PyGetSetDef {
            name: self.def.name,
            get: Some(get),
            set: Some(set),
            doc: self.def.doc,
            closure: std::ptr::from_ref(self).cast_mut().cast(),
        }
    }

    /// The field in an object, if the member is one.
    ///
    /// # Safety
    /// The object has the struct.
    unsafe fn field(&self, object: *mut PyObject) -> Option<*mut HPyField> {
        // SAFETY: passed on from the caller; the member lies in the struct.
        self.is_field().then(|| unsafe {
            let structure = self.place.in_object(object);
            structure.byte_offset(self.def.offset).cast()
        })
    }

    /// CPython's description of the member of this object.
    ///
    /// # Safety
    /// The object has the struct.
    unsafe fn def_in(&self, object: *mut PyObject) -> PyMemberDef {
        // SAFETY: passed on from the caller.
        let structure = unsafe { self.place.in_object(object) };
        PyMemberDef {
            offset: self.def.offset + (structure.addr() - object.addr()) as isize,
            ..self.def
        }
    }
}

unsafe extern "C" fn get(object: *mut PyObject, closure: *mut c_void) -> *mut PyObject {
    // SAFETY: the type owns the closure; the descriptor has checked that the object is of the type that has this
    // member. A field is null or keeps its object alive, and one that is null CPython can read.
    unsafe {
        let member = &*closure.cast::<StructMember>();
        if let Some(field) = member.field(object) {
            let value = f2py(*field);
            if !value.is_null() {
                Py_INCREF(value);
                return value;
            }
        }
        PyMember_GetOne(object.cast(), &mut member.def_in(object))
    }
}

/// Sets the member; deleting sets NULL. Runs Python code as its last step: the object may be gone afterwards.
unsafe extern "C" fn set(
    object: *mut PyObject,
    value: *mut PyObject,
    closure: *mut c_void,
) -> c_int {
    // SAFETY: as in `get`. CPython refuses to change what is read-only, and to delete what is missing, so it does not
    // look at a field that is neither. The old value is given up last, because its finalizer may look at the field.
    unsafe {
        let member = &*closure.cast::<StructMember>();
        let refused = |field: *mut HPyField| {
            let is_missing = member.def.type_code == HPyMember_OBJECT_EX && f2py(*field).is_null();
            member.def.flags != 0 || (value.is_null() && is_missing)
        };
        match member.field(object) {
            Some(field) if !refused(field) => {
                replace(&raw mut (*field)._i, py2h(value));
                0
            }
            _ => PyMember_SetOne(object.cast(), &mut member.def_in(object), value),
        }
    }
}
