//! The member and getset tables of a type.

use std::ffi::CStr;

use hpy_abi::{HPyDef, HPyGetSet};
use pyo3_ffi::{
    Py_READONLY, Py_T_PYSSIZET, PyExc_TypeError, PyGetSetDef, PyMemberDef, getter, setter,
};

use super::fields::FieldMember;
use crate::by_hand::array;
use crate::by_hand::defs::{Def, defs};
use crate::by_hand::errors::{PyResult, raise};

/// The name under which CPython is told where instances hold the function that calls them.
const CALL_OFFSET: &CStr = c"__vectorcalloffset__";

/// The tables, each with its end marker.
pub(super) struct Members {
    pub(super) members: Vec<PyMemberDef>,
    pub(super) getsets: Vec<PyGetSetDef>,
    /// What some getsets point to.
    pub(super) fields: Vec<FieldMember>,
    /// Where instances hold the function that calls them, if there is such a place.
    pub(super) call_offset: Option<isize>,
}

impl Members {
    /// The members that an extension declared, and `call_offset` where HPy has added that place.
    ///
    /// # Safety
    /// The definitions are filled in, the tables are NULL or end with their marker, and the thread holds
    /// the GIL.
    pub(super) unsafe fn of(
        defines: *const *mut HPyDef,
        legacy_members: *const PyMemberDef,
        legacy_getsets: *const PyGetSetDef,
        header: usize,
        call_offset: Option<isize>,
    ) -> PyResult<Self> {
        // SAFETY: passed on from the caller; names end with NUL.
        unsafe {
            let own = || {
                defs(defines).filter_map(|def| match def {
                    Def::Member(member) => Some(member),
                    _ => None,
                })
            };
            // Complete before the getsets point into it.
            let fields: Vec<_> = own()
                .filter_map(|member| FieldMember::of(member, header))
                .collect();
            let mut next_field = fields.iter();

            let mut getsets: Vec<_> = defs(defines)
                .filter_map(|def| match def {
                    Def::GetSet(getset) => Some(getset_def(getset)),
                    _ => None,
                })
                .chain(array::until(legacy_getsets, |def| def.name.is_null()).copied())
                .collect();
            let mut members: Vec<_> = call_offset.map(call_offset_member).into_iter().collect();
            for member in own() {
                if FieldMember::of(member, header).is_some() {
                    getsets.extend(next_field.next().map(|field| field.getset(member)));
                } else {
                    members.push(PyMemberDef {
                        name: member.name,
                        type_code: member.r#type,
                        offset: member.offset + header as isize,
                        flags: if member.readonly == 0 { 0 } else { Py_READONLY },
                        doc: member.doc,
                    });
                }
            }
            members.extend(array::until(legacy_members, |def| def.name.is_null()).copied());

            let mut offsets = members
                .iter()
                .filter(|member| CStr::from_ptr(member.name) == CALL_OFFSET)
                .map(|member| member.offset);
            let first = offsets.next();
            if call_offset.is_some() && offsets.next().is_some() {
                return Err(raise(
                    PyExc_TypeError,
                    c"Cannot have HPy_tp_call and explicit member'__vectorcalloffset__'. Specify just \
                      one of them.",
                ));
            }
            members.push(PyMemberDef::default());
            getsets.push(PyGetSetDef::default());
            Ok(Self {
                members,
                getsets,
                fields,
                call_offset: first,
            })
        }
    }

    /// Whether anything was declared at all that lies in the struct.
    pub(super) fn is_empty(&self) -> bool {
        self.members.len() == 1 && self.fields.is_empty()
    }
}

fn call_offset_member(offset: isize) -> PyMemberDef {
    PyMemberDef {
        name: CALL_OFFSET.as_ptr(),
        type_code: Py_T_PYSSIZET,
        offset,
        flags: Py_READONLY,
        doc: std::ptr::null(),
    }
}

fn getset_def(getset: &HPyGetSet) -> PyGetSetDef {
    PyGetSetDef {
        name: getset.name,
        // SAFETY: the trampolines are made with CPython's types, which the ABI only does not spell out.
        get: unsafe {
            std::mem::transmute::<hpy_abi::HPyCFunction, Option<getter>>(
                getset.getter_cpy_trampoline,
            )
        },
        // SAFETY: likewise.
        set: unsafe {
            std::mem::transmute::<hpy_abi::HPyCFunction, Option<setter>>(
                getset.setter_cpy_trampoline,
            )
        },
        doc: getset.doc,
        closure: getset.closure,
    }
}
