//! The slots of a type: those that HPy passes to CPython, and those that it implements.

use std::ffi::{c_int, c_void};

use hpy_abi::{
    Def, HPy_tp_call, HPy_tp_destroy, HPy_tp_traverse, HPyCFunction, HPyFunc_destroyfunc,
    HPyFunc_traverseproc, HPyType_Spec, defs, until,
};
use pyo3_ffi::{
    Py_tp_doc, Py_tp_getset, Py_tp_members, Py_tp_methods, Py_tp_traverse, PyGetSetDef,
    PyMemberDef, PyMethodDef, PyType_Slot, traverseproc, vectorcallfunc,
};

use super::instance;
use crate::by_hand::defs::slot_value;
use crate::tables::type_slot;

/// The slots of a spec.
pub(super) struct Slots {
    /// For CPython, without an end marker.
    pub(super) passed_on: Vec<PyType_Slot>,
    pub(super) traverse: Option<HPyFunc_traverseproc>,
    pub(super) destroy: Option<HPyFunc_destroyfunc>,
    /// The trampoline of `HPy_tp_call`.
    pub(super) call: Option<vectorcallfunc>,
    pub(super) legacy_methods: *const PyMethodDef,
    pub(super) legacy_members: *const PyMemberDef,
    pub(super) legacy_getsets: *const PyGetSetDef,
}

impl Slots {
    /// # Safety
    /// The spec is filled in.
    pub(super) unsafe fn of(spec: &HPyType_Spec) -> Self {
        let mut slots = Self {
            passed_on: Vec::new(),
            traverse: None,
            destroy: None,
            call: None,
            legacy_methods: std::ptr::null(),
            legacy_members: std::ptr::null(),
            legacy_getsets: std::ptr::null(),
        };
        // SAFETY: passed on from the caller; a slot's number tells the type of its function.
        unsafe {
            for def in defs(spec.defines) {
                let Def::Slot(def) = def else { continue };
                match def.slot {
                    HPy_tp_destroy => slots.destroy = cast(def.implementation),
                    HPy_tp_call => slots.call = cast(def.cpy_trampoline),
                    HPy_tp_traverse => {
                        slots.traverse = cast(def.implementation);
                        slots.push(
                            Py_tp_traverse,
                            instance::traverse as traverseproc as *mut c_void,
                        );
                    }
                    slot => slots.push(type_slot(slot), slot_value(def.cpy_trampoline)),
                }
            }
            if !spec.doc.is_null() {
                slots.push(Py_tp_doc, spec.doc.cast_mut().cast());
            }
            let legacy = spec.legacy_slots.cast::<PyType_Slot>();
            for slot in until(legacy, |slot| slot.slot == 0) {
                match slot.slot {
                    Py_tp_methods => slots.legacy_methods = slot.pfunc.cast(),
                    Py_tp_members => slots.legacy_members = slot.pfunc.cast(),
                    Py_tp_getset => slots.legacy_getsets = slot.pfunc.cast(),
                    _ => slots.passed_on.push(*slot),
                }
            }
        }
        slots
    }

    /// Whether the extension gave this slot of CPython.
    pub(super) fn has(&self, slot: c_int) -> bool {
        self.value(slot).is_some()
    }

    /// The extension's value for this slot of CPython.
    pub(super) fn value(&self, slot: c_int) -> Option<*mut c_void> {
        let passed_on = self.passed_on.iter().find(|given| given.slot == slot)?;
        Some(passed_on.pfunc)
    }

    pub(super) fn push(&mut self, slot: c_int, value: *mut c_void) {
        self.passed_on.push(PyType_Slot { slot, pfunc: value });
    }
}

/// # Safety
/// The function has the type `F`, a function pointer.
unsafe fn cast<F>(function: HPyCFunction) -> Option<F> {
    const { assert!(size_of::<F>() == size_of::<HPyCFunction>()) };
    // SAFETY: of the same size, and the caller's promise.
    function.map(|function| unsafe { std::mem::transmute_copy(&function) })
}
