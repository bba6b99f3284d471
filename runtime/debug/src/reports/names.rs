//! What extensions call their functions: `module.Type.method`.
//!
//! Names are only added, each with one store, so that a fault handler can look for one.

use std::ffi::{CStr, c_char};
use std::sync::atomic::{AtomicU8, Ordering};

use hpy_abi::{Def, HPyCFunction, HPyDef, defs};
use hpy_platform::list::List;

use crate::reports::catalogue::slot_name;
use crate::reports::report::address;

/// What a function was defined as.
struct Name {
    function: usize,
    /// The type or the module.
    owner: Box<str>,
    member: Box<str>,
    /// What of it other definitions of the same function do not contradict.
    known: AtomicU8,
}

/// Owner and member.
const WHOLE: u8 = 2;
const MEMBER: u8 = 1;
const NOTHING: u8 = 0;

const LISTS: usize = 1024;

/// Lists of names, by the addresses of the functions.
static NAMES: [List<Name>; LISTS] = [const { List::new() }; LISTS];

fn list(function: usize) -> &'static List<Name> {
    // Functions begin at multiples of 16.
    &NAMES[(function >> 4) % LISTS]
}

fn find(function: usize) -> Option<&'static Name> {
    list(function).iter().find(|name| name.function == function)
}

/// What the function at an address is called, in parts; `None` where it was not defined, or as different things. Takes no
/// lock, and needs no memory.
pub(crate) fn parts_of(function: usize) -> Option<[&'static str; 3]> {
    let name = find(function)?;
    match name.known.load(Ordering::Relaxed) {
        WHOLE => Some([&name.owner, ".", &name.member]),
        MEMBER => Some(["", "", &name.member]),
        _ => None,
    }
}

/// The same as one name.
pub(crate) fn name_of(function: usize) -> Option<String> {
    parts_of(function).map(|parts| parts.concat())
}

/// Remembers what the functions of a type or module are called. The interpreter's lock is held.
///
/// # Safety
/// `defines` is NULL, or a list of definitions that NULL ends, with their names.
pub unsafe fn define(owner: &str, defines: *const *mut HPyDef) {
    // SAFETY: by contract.
    unsafe {
        for def in defs(defines) {
            match def {
                Def::Method(method) => add(method.implementation, owner, text(method.name)),
                Def::GetSet(getset) => {
                    add(getset.getter_impl, owner, text(getset.name));
                    add(getset.setter_impl, owner, text(getset.name));
                }
                Def::Slot(slot) => {
                    let name = slot_name(slot.slot).map(str::as_bytes);
                    add(slot.implementation, owner, name);
                }
                Def::Member(_) => {}
            }
        }
    }
}

/// # Safety
/// It is NULL, or ends with NUL.
unsafe fn text<'a>(text: *const c_char) -> Option<&'a [u8]> {
    // SAFETY: by contract.
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_bytes())
}

fn add(function: HPyCFunction, owner: &str, member: Option<&[u8]>) {
    // Other names Python refuses, or a terminal obeys.
    let is_plain = |name: &&str| !name.contains(char::is_control);
    let member = member.and_then(|member| str::from_utf8(member).ok());
    let (function, Some(owner), Some(member)) = (
        address(function),
        Some(owner).filter(is_plain),
        member.filter(is_plain),
    ) else {
        return;
    };
    if let Some(name) = find(function) {
        let agreed = match (*name.owner == *owner, *name.member == *member) {
            (true, true) => WHOLE,
            (false, true) => MEMBER,
            _ => NOTHING,
        };
        name.known.fetch_min(agreed, Ordering::Relaxed);
        return;
    }
    list(function).add(Name {
        function,
        owner: owner.into(),
        member: member.into(),
        known: AtomicU8::new(WHOLE),
    });
}
