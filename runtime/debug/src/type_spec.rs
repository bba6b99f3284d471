//! What a description of a type says against itself, which the context below may well accept.

#![allow(non_upper_case_globals, reason = "C names in patterns")]

use hpy_abi::{
    HPy_TPFLAGS_HAVE_GC, HPy_tp_traverse, HPyDef, HPyDef_Kind_GetSet, HPyDef_Kind_Member,
    HPyDef_Kind_Meth, HPyDef_Kind_Slot, HPySlot, HPyType_Spec,
};

use crate::generated::is_slot;

/// The first contradiction, in words.
///
/// # Safety
/// The spec is filled in.
pub(crate) unsafe fn contradiction(spec: &HPyType_Spec) -> Option<String> {
    if spec.name.is_null() {
        return Some("it has no name".to_owned());
    }
    if spec.basicsize < 0 || spec.itemsize < 0 {
        return Some("a size is negative".to_owned());
    }
    let mut slots: Vec<HPySlot> = Vec::new();
    // SAFETY: by contract; the kind tells which part of a definition is filled in.
    unsafe {
        let mut next = spec.defines;
        while !next.is_null() && !(*next).is_null() {
            let HPyDef { kind, body } = &**next;
            let at = next.offset_from(spec.defines);
            match *kind {
                HPyDef_Kind_Slot => slots.push(body.slot),
                HPyDef_Kind_Member => {
                    let end = match (spec.basicsize, spec.itemsize) {
                        (0, _) | (_, 1..) => isize::MAX,
                        (size, _) => size as isize,
                    };
                    let offset = body.member.offset;
                    if !(0..end).contains(&offset) {
                        return Some(format!(
                            "definition {at} is a member at offset {offset}, outside of the struct"
                        ));
                    }
                }
                HPyDef_Kind_Meth | HPyDef_Kind_GetSet => {}
                other => return Some(format!("definition {at} is of the unknown kind {other}")),
            }
            next = next.add(1);
        }
    }
    contradiction_of_slots(spec, &slots)
}

fn contradiction_of_slots(spec: &HPyType_Spec, slots: &[HPySlot]) -> Option<String> {
    for (at, slot) in slots.iter().enumerate() {
        let number = slot.slot;
        if !is_slot(number) {
            return Some(format!("HPy has no slot of the number {number}"));
        }
        if slot.implementation.is_none() {
            return Some(format!("the slot of the number {number} has no function"));
        }
        let is_other = |other: &HPySlot| {
            other.slot == number
                && other.implementation.map(|f| f as usize)
                    != slot.implementation.map(|f| f as usize)
        };
        if slots[..at].iter().any(is_other) {
            return Some(format!("the slot of the number {number} has two functions"));
        }
    }
    let is_collected = spec.flags & HPy_TPFLAGS_HAVE_GC != 0;
    let is_visited = slots.iter().any(|slot| slot.slot == HPy_tp_traverse);
    (is_visited && !is_collected).then(|| {
        "it has an HPy_tp_traverse, but not HPy_TPFLAGS_HAVE_GC: cycles through it are not collected"
            .to_owned()
    })
}
