//! Contradictions within a type's spec that the context below may well accept.

#![allow(non_upper_case_globals, reason = "C names in patterns")]

use hpy_abi::{
    Def, HPy, HPy_TPFLAGS_HAVE_GC, HPy_tp_traverse, HPyContext, HPySlot,
    HPyType_BuiltinShape_Legacy, HPyType_BuiltinShape_Object, HPyType_Spec, HPyType_SpecParam,
    HPyType_SpecParam_Base, HPyType_SpecParam_BasesTuple, HPyType_SpecParam_Metaclass, until,
};

use smallvec::SmallVec;

use crate::reports::catalogue::{SHAPED, Shaped, is_member_type, shape_name, slot_name};

/// A type seldom has more slots than this.
const MOST_SLOTS: usize = 32;

/// The first contradiction, as text.
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
    let mut slots = SmallVec::<[HPySlot; MOST_SLOTS]>::new();
    // SAFETY: by contract.
    let definitions = unsafe { until(spec.defines, |def| def.is_null()) };
    for (at, &definition) in definitions.enumerate() {
        // SAFETY: by contract; the kind tells which part of a definition is filled in.
        let (kind, def) = unsafe { ((*definition).kind, (*definition).part()) };
        let name = match def {
            Some(Def::Slot(slot)) => {
                slots.push(*slot);
                continue;
            }
            Some(Def::Method(method)) => method.name,
            Some(Def::GetSet(getset)) => getset.name,
            Some(Def::Member(member)) => member.name,
            None => return Some(format!("definition {at} is of the unknown kind {kind}")),
        };
        if name.is_null() {
            // CPython takes it as the end of the list.
            return Some(format!(
                "definition {at} has no name: it is lost, and so are those of its kind behind it"
            ));
        }
        let Some(Def::Member(member)) = def else {
            continue;
        };
        if !is_member_type(member.r#type) {
            let kind = member.r#type;
            return Some(format!(
                "definition {at} is a member of the unknown type {kind}"
            ));
        }
        let end = match (spec.basicsize, spec.itemsize) {
            (0, _) | (_, 1..) => isize::MAX,
            (size, _) => size as isize,
        };
        let offset = member.offset;
        if !(0..end).contains(&offset) {
            return Some(format!(
                "definition {at} is a member at offset {offset}, outside of the struct"
            ));
        }
    }
    contradiction_of_slots(spec, &slots)
}

fn contradiction_of_slots(spec: &HPyType_Spec, slots: &[HPySlot]) -> Option<String> {
    for (at, slot) in slots.iter().enumerate() {
        let number = slot.slot;
        if slot_name(number).is_none() {
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

/// The first contradiction between a spec and the bases among its parameters, as text.
///
/// # Safety
/// The handles are open handles of the context below, or NULL; no exception is pending.
pub(crate) unsafe fn contradiction_of_bases(
    uctx: *mut HPyContext,
    spec: &HPyType_Spec,
    params: &[HPyType_SpecParam],
) -> Option<String> {
    if spec.builtin_shape == HPyType_BuiltinShape_Legacy {
        return None;
    }
    // SAFETY: by contract.
    let is_based = |shaped: &&Shaped| unsafe { has_base(uctx, params, (shaped.base)(&*uctx)) };
    if let Some(own) = SHAPED.iter().find(|own| own.shape == spec.builtin_shape) {
        // Types of one shape may be derived from those of another.
        let text = || format!("it has no base of the shape {}", shape_name(own.shape));
        return (!is_based(&own)).then(text);
    }
    let base = SHAPED
        .iter()
        .find(is_based)
        .filter(|_| spec.basicsize > 0)?;
    Some(format!(
        "its struct would lie over that of its base, whose shape is {}",
        shape_name(base.shape)
    ))
}

/// Whether the parameters are valid and yet no type can be made with them, whatever the spec: their bases conflict,
/// or allow no subclass. The interpreter refuses them; the spec is not at fault.
///
/// # Safety
/// The handles are NULL or open handles of the context below, and the list ends with kind 0 if it is not empty. No
/// exception is pending; one may be afterwards.
pub(crate) unsafe fn bases_allow_none(uctx: *mut HPyContext, params: &[HPyType_SpecParam]) -> bool {
    // SAFETY: by contract; the spec has only a name.
    unsafe {
        if params.len() < 2 || !are_in_order(uctx, params) {
            return false;
        }
        let mut simplest = HPyType_Spec {
            name: c"hpy.debug.Simplest".as_ptr(),
            basicsize: 0,
            itemsize: 0,
            flags: 0,
            builtin_shape: HPyType_BuiltinShape_Object,
            legacy_slots: std::ptr::null_mut(),
            defines: std::ptr::null_mut(),
            doc: std::ptr::null(),
        };
        let mut params = params.to_vec();
        let made = ((*uctx).ctx_Type_FromSpec)(uctx, &raw mut simplest, params.as_mut_ptr());
        ((*uctx).ctx_Close)(uctx, made);
        made.is_null()
    }
}

/// Whether each parameter has a known kind that fits its object, and none excludes another.
unsafe fn are_in_order(uctx: *mut HPyContext, params: &[HPyType_SpecParam]) -> bool {
    let count = |kind| params.iter().filter(|param| param.kind == kind).count();
    let is_alone = match count(HPyType_SpecParam_BasesTuple) {
        0 => true,
        tuples => tuples == 1 && count(HPyType_SpecParam_Base) == 0,
    };
    // SAFETY: the caller's contract.
    let is_a = |h: HPy, type_: HPy| unsafe {
        !h.is_null() && ((*uctx).ctx_TypeCheck)(uctx, h, type_) != 0
    };
    // SAFETY: the caller's contract.
    let (type_, tuple) = unsafe { ((*uctx).h_TypeType, (*uctx).h_TupleType) };
    let fits = |param: &HPyType_SpecParam| match param.kind {
        0 => true,
        HPyType_SpecParam_Base | HPyType_SpecParam_Metaclass => is_a(param.object, type_),
        HPyType_SpecParam_BasesTuple => is_a(param.object, tuple),
        _ => false,
    };
    is_alone && count(HPyType_SpecParam_Metaclass) < 2 && params.iter().all(fits)
}

/// Whether one of the bases is the type or derived from it. The context below judges objects that are no bases.
unsafe fn has_base(uctx: *mut HPyContext, params: &[HPyType_SpecParam], type_: HPy) -> bool {
    // SAFETY: the caller's contract.
    let is_derived = |base: HPy| unsafe {
        !base.is_null()
            && ((*uctx).ctx_TypeCheck)(uctx, base, (*uctx).h_TypeType) != 0
            && ((*uctx).ctx_Type_IsSubtype)(uctx, base, type_) != 0
    };
    let item_is_derived = |tuple: HPy, index: isize| {
        // SAFETY: the index is inside the tuple; its item is a new handle, which is closed.
        unsafe {
            let item = ((*uctx).ctx_GetItem_i)(uctx, tuple, index);
            let is_derived = is_derived(item);
            ((*uctx).ctx_Close)(uctx, item);
            is_derived
        }
    };
    params.iter().any(|param| match param.kind {
        HPyType_SpecParam_Base => is_derived(param.object),
        // SAFETY: the caller's contract.
        HPyType_SpecParam_BasesTuple => unsafe {
            let is_tuple =
                !param.object.is_null() && ((*uctx).ctx_Tuple_Check)(uctx, param.object) != 0;
            let has_base = is_tuple
                && (0..((*uctx).ctx_Length)(uctx, param.object))
                    .any(|index| item_is_derived(param.object, index));
            // A subclass of tuple may fail to return its items.
            ((*uctx).ctx_Err_Clear)(uctx);
            has_base
        },
        _ => false,
    })
}
