//! The functions that extensions define, and whether they were called.

use std::collections::{BTreeSet, HashSet};

use hpy_abi::{Def, HPyCFunction, HPyDef, defs};

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
    pub(crate) unsafe fn define(&mut self, defines: *const *mut HPyDef) {
        // SAFETY: by contract.
        for def in unsafe { defs(defines) } {
            match def {
                Def::Method(method) => self.add(method.implementation),
                Def::GetSet(getset) => {
                    self.add(getset.getter_impl);
                    self.add(getset.setter_impl);
                }
                Def::Slot(slot) if has_context(slot.slot) => self.add(slot.implementation),
                Def::Slot(_) | Def::Member(_) => {}
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
