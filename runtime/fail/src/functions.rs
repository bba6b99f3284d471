//! The functions that extensions define, and whether they were called.

use std::collections::{BTreeSet, HashSet};

use hpy_abi::*;

use crate::facts::has_context;

/// A function that an extension defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its address.
    pub address: usize,
    /// Whether it was called.
    pub is_entered: bool,
}

/// The functions of all extensions.
#[derive(Default)]
pub(crate) struct Functions {
    /// Their addresses.
    defined: BTreeSet<usize>,
    entered: HashSet<usize>,
}

impl Functions {
    /// A function of an extension is called.
    pub(crate) fn enter(&mut self, address: usize) {
        self.entered.insert(address);
    }

    /// Notes the functions of a module or a type.
    ///
    /// # Safety
    /// `defines` is NULL, or ends with NULL.
    pub(crate) unsafe fn define(&mut self, mut defines: *mut *mut HPyDef) {
        if defines.is_null() {
            return;
        }
        // SAFETY: by contract; `kind` selects the field of the union.
        unsafe {
            while let Some(definition) = (*defines).as_ref() {
                let (kind, body) = (definition.kind, &definition.body);
                if kind == HPyDef_Kind_Meth {
                    self.add(body.meth.implementation);
                } else if kind == HPyDef_Kind_GetSet {
                    self.add(body.getset.getter_impl);
                    self.add(body.getset.setter_impl);
                } else if kind == HPyDef_Kind_Slot && has_context(body.slot.slot) {
                    self.add(body.slot.implementation);
                }
                defines = defines.add(1);
            }
        }
    }

    fn add(&mut self, function: HPyCFunction) {
        if let Some(function) = function {
            self.defined.insert(function as *const () as usize);
        }
    }

    /// Every function that was defined.
    pub(crate) fn known(&self) -> Vec<Known> {
        let known = |address: &usize| Known {
            address: *address,
            is_entered: self.entered.contains(address),
        };
        self.defined.iter().map(known).collect()
    }
}
