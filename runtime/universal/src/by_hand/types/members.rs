//! The member and getset tables of a type.

use std::ffi::{CStr, c_char};

use hpy_abi::{Def, HPyDef, HPyGetSet, defs, until};
use pyo3_ffi::{
    Py_READONLY, Py_T_PYSSIZET, PyExc_TypeError, PyGetSetDef, PyMemberDef, getter, setter,
};

use super::struct_member::{StructMember, member_def};
use crate::by_hand::errors::{PyResult, raise};
use crate::layout::Place;

/// The special member names by which CPython learns the offsets of the call function, the dict and the list of weak
/// references.
pub(super) const CALL_OFFSET: &CStr = c"__vectorcalloffset__";
pub(super) const DICT_OFFSET: &CStr = c"__dictoffset__";
pub(super) const WEAK_OFFSET: &CStr = c"__weaklistoffset__";

const SPECIAL: [&CStr; 3] = [CALL_OFFSET, DICT_OFFSET, WEAK_OFFSET];

/// A pointer that HPy adds behind the struct of each instance.
#[derive(Clone, Copy)]
pub(super) struct Hidden {
    pub(super) name: &'static CStr,
    /// Bytes from the start of the object.
    pub(super) offset: isize,
}

/// The member and getset tables, each with its end marker.
pub(super) struct Members {
    pub(super) members: Vec<PyMemberDef>,
    pub(super) getsets: Vec<PyGetSetDef>,
    /// Members that some getsets point to.
    pub(super) own_members: Vec<StructMember>,
    /// The offset of the call function, if there is one.
    pub(super) call_offset: Option<isize>,
    /// Whether the extension declared any members.
    pub(super) declares_any: bool,
}

impl Members {
    /// The extension's members and those that HPy adds.
    ///
    /// # Safety
    /// The definitions are filled in, the tables are NULL or end with their marker, and the thread holds
    /// the GIL.
    pub(super) unsafe fn of(
        defines: *const *mut HPyDef,
        legacy_members: *const PyMemberDef,
        legacy_getsets: *const PyGetSetDef,
        place: Place,
        hidden: &[Hidden],
    ) -> PyResult<Self> {
        // SAFETY: passed on from the caller; names end with NUL.
        unsafe {
            let own = || {
                defs(defines).filter_map(|def| match def {
                    Def::Member(member) => Some(member),
                    _ => None,
                })
            };
            let is_hidden = |name| hidden.iter().any(|hidden| hidden.name == name);
            if let Place::Behind(_) = place
                && own().any(|member| SPECIAL.iter().any(|name| is_named(member.name, name)))
            {
                return Err(raise(
                    PyExc_TypeError,
                    c"a struct behind items has no fixed place for a special member",
                ));
            }
            // Complete before getsets point into it.
            let own_members: Vec<_> = own()
                .filter_map(|member| StructMember::of(member, place))
                .collect();
            let mut getsets: Vec<_> = defs(defines)
                .filter_map(|def| match def {
                    Def::GetSet(getset) => Some(getset_def(getset)),
                    _ => None,
                })
                .chain(until(legacy_getsets, |def| def.name.is_null()).copied())
                .chain(own_members.iter().map(StructMember::getset))
                .collect();
            let declared: Vec<_> = own()
                .filter(|member| StructMember::of(member, place).is_none())
                .map(|member| member_def(member, member.offset + place.header() as isize))
                .chain(until(legacy_members, |def| def.name.is_null()).copied())
                .collect();

            let explicit = declared
                .iter()
                .find(|member| is_named(member.name, CALL_OFFSET));
            if explicit.is_some() && is_hidden(CALL_OFFSET) {
                return Err(raise(
                    PyExc_TypeError,
                    c"Cannot have HPy_tp_call and explicit member'__vectorcalloffset__'. Specify just \
                      one of them.",
                ));
            }
            let declares_any = !declared.is_empty() || !own_members.is_empty();
            let call_offset = explicit.map(|member| member.offset);
            let mut members: Vec<_> = hidden.iter().map(Hidden::def).chain(declared).collect();
            members.push(PyMemberDef::default());
            getsets.push(PyGetSetDef::default());
            Ok(Self {
                members,
                getsets,
                own_members,
                call_offset,
                declares_any,
            })
        }
    }
}

/// Whether a spec declares the offset of this pointer itself.
///
/// # Safety
/// As for [`Members::of`].
pub(super) unsafe fn declares(
    defines: *const *mut HPyDef,
    legacy_members: *const PyMemberDef,
    name: &CStr,
) -> bool {
    // SAFETY: passed on from the caller; names end with NUL.
    unsafe {
        defs(defines).any(|def| matches!(def, Def::Member(member) if is_named(member.name, name)))
            || until(legacy_members, |def| def.name.is_null()).any(|def| is_named(def.name, name))
    }
}

/// # Safety
/// The name is NULL or ends with NUL.
unsafe fn is_named(name: *const c_char, expected: &CStr) -> bool {
    // SAFETY: by contract.
    !name.is_null() && unsafe { CStr::from_ptr(name) } == expected
}

impl Hidden {
    fn def(&self) -> PyMemberDef {
        PyMemberDef {
            name: self.name.as_ptr(),
            type_code: Py_T_PYSSIZET,
            offset: self.offset,
            flags: Py_READONLY,
            doc: std::ptr::null(),
        }
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
