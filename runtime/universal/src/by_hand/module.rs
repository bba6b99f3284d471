//! Converts HPy's module definitions to CPython's.

use std::ffi::{CStr, c_void};
use std::ptr::{null, null_mut};
use std::sync::{Mutex, PoisonError};

use hpy_abi::{Def, HPy_mod_create, HPy_mod_exec, HPyModuleDef, defs};
use pyo3_ffi::{
    Py_DECREF, Py_mod_create, Py_mod_exec, PyErr_Format, PyExc_SystemError, PyMethodDef,
    PyModule_Check, PyModuleDef, PyModuleDef_HEAD_INIT, PyModuleDef_Slot, PyObject,
};

use super::defs::{method_table, slot_value};
use super::errors::{PyResult, Raised, raise};

/// A definition with the tables it points to.
struct Definition {
    def: PyModuleDef,
    methods: Vec<PyMethodDef>,
    slots: Vec<PyModuleDef_Slot>,
}

/// The last definition made from the `HPyModuleDef` at this address.
struct Made {
    source: *const HPyModuleDef,
    definition: *mut Definition,
}

// SAFETY: definitions are made and read with the GIL held; here their addresses are only kept.
unsafe impl Send for Made {}

static MADE: Mutex<Vec<Made>> = Mutex::new(Vec::new());

/// CPython's definition of a module, or NULL with an exception set.
///
/// It is never freed, because modules and their functions point into it. Loading an extension again returns the same
/// one, or a new one if the extension's definition has changed.
///
/// # Safety
/// `def` is a module definition that lives as long as the process, and the thread holds the GIL.
pub unsafe fn create_module_def(def: *mut HPyModuleDef) -> *mut PyModuleDef {
    // SAFETY: passed on from the caller.
    let Ok(fresh) = (unsafe { Definition::of(&*def) }) else {
        return null_mut();
    };
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let known = made.iter_mut().find(|made| std::ptr::eq(made.source, def));
    let definition = match known {
        // SAFETY: definitions live for ever.
        Some(known) if unsafe { fresh.equals(&*known.definition) } => known.definition,
        known => {
            let definition = Box::into_raw(Box::new(fresh));
            // SAFETY: just made; the tables stay where they are from now on.
            unsafe { (*definition).link() };
            match known {
                Some(known) => known.definition = definition,
                None => made.push(Made {
                    source: def,
                    definition,
                }),
            }
            definition
        }
    };
    // SAFETY: the definition lives for ever.
    unsafe { &raw mut (*definition).def }
}

impl Definition {
    /// # Safety
    /// `source` is filled in, and the thread holds the GIL.
    unsafe fn of(source: &HPyModuleDef) -> PyResult<Self> {
        // SAFETY: passed on from the caller.
        unsafe {
            if source.size < 0 {
                return Err(raise(
                    PyExc_SystemError,
                    c"HPy does not permit HPyModuleDef.size < 0",
                ));
            }
            if source.size > 0 {
                return Err(raise(
                    PyExc_SystemError,
                    c"Module state is not supported yet in HPy, set HPyModuleDef.size = 0 if module \
                      state is not needed",
                ));
            }
            Ok(Self {
                methods: method_table(source.defines, source.legacy_methods.cast())?,
                slots: slot_table(source)?,
                def: PyModuleDef {
                    m_base: PyModuleDef_HEAD_INIT,
                    m_name: null(),
                    m_doc: source.doc,
                    m_size: 0,
                    m_methods: null_mut(),
                    m_slots: null_mut(),
                    m_traverse: None,
                    m_clear: None,
                    m_free: None,
                },
            })
        }
    }

    fn link(&mut self) {
        self.def.m_methods = self.methods.as_mut_ptr();
        self.def.m_slots = self.slots.as_mut_ptr();
    }

    fn equals(&self, other: &Self) -> bool {
        self.def.m_doc == other.def.m_doc
            && self.methods == other.methods
            && self.slots == other.slots
    }
}

unsafe fn slot_table(source: &HPyModuleDef) -> PyResult<Vec<PyModuleDef_Slot>> {
    let mut slots = Vec::new();
    let mut creates = false;
    let mut defines_more = false;
    let slot = |slot, value: *mut c_void| PyModuleDef_Slot { slot, value };

    // SAFETY: the definition is filled in, and the thread holds the GIL.
    unsafe {
        for def in defs(source.defines) {
            let Def::Slot(def) = def else {
                defines_more = true;
                continue;
            };
            match def.slot {
                HPy_mod_create if creates => {
                    return Err(raise(
                        PyExc_SystemError,
                        c"Multiple definitions of the HPy_mod_create slot in HPyModuleDef.defines.",
                    ));
                }
                HPy_mod_create => {
                    creates = true;
                    slots.push(slot(Py_mod_create, slot_value(def.cpy_trampoline)));
                }
                HPy_mod_exec => {
                    defines_more = true;
                    slots.push(slot(Py_mod_exec, slot_value(def.cpy_trampoline)));
                }
                other => {
                    PyErr_Format(
                        PyExc_SystemError,
                        c"Unsupported slot in HPyModuleDef.defines (value: %d).".as_ptr(),
                        other,
                    );
                    return Err(Raised);
                }
            }
        }
        let fields_set =
            !source.legacy_methods.is_null() || !source.doc.is_null() || !source.globals.is_null();
        if creates && defines_more {
            return Err(not_beside_create(c"other slots or methods"));
        }
        if creates && fields_set {
            return Err(not_beside_create(
                c"of the other fields are not set to their default value",
            ));
        }
    }
    slots.push(slot(0, null_mut()));
    Ok(slots)
}

/// A module with `HPy_mod_create` must not define anything else.
unsafe fn not_beside_create(what: &CStr) -> Raised {
    // SAFETY: the format takes one string.
    unsafe {
        PyErr_Format(
            PyExc_SystemError,
            c"HPyModuleDef defines a HPy_mod_create slot and some %s. This is not allowed because \
              custom HPy_mod_create slot cannot return a builtin module object and cannot make any use \
              of any other data defined in the HPyModuleDef. Either do not define HPy_mod_create slot \
              and let the runtime create a builtin module object from the provided HPyModuleDef, or do \
              not define anything else but the HPy_mod_create slot."
                .as_ptr(),
            what.as_ptr(),
        );
    }
    Raised
}

/// Checks the result of an `HPy_mod_create` slot. HPy forbids builtin module objects: for one, returns NULL with an
/// exception set. May run Python code: when the module dies.
///
/// # Safety
/// `result` is NULL or a reference, which is taken over, and the thread holds the GIL.
pub(crate) unsafe fn check_create_result(result: *mut PyObject) -> *mut PyObject {
    // SAFETY: passed on from the caller.
    unsafe {
        if result.is_null() || PyModule_Check(result) == 0 {
            return result;
        }
        Py_DECREF(result);
        raise(
            PyExc_SystemError,
            c"HPy_mod_create slot returned a builtin module object. This is currently not supported.",
        );
        null_mut()
    }
}
