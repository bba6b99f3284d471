//! Misuse by a thread that does not hold the interpreter's lock, which guards nearly all that a runtime knows: it is reported
//! with the little that the lock does not guard.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::reports::options::{Options, Policy};
use crate::reports::report::{Check, Report};

/// What such a report needs of the runtime, behind a lock of its own.
#[derive(Default)]
pub(crate) struct Outside(Mutex<Known>);

#[derive(Default)]
struct Known {
    options: Options,
    /// Warnings that have been given.
    warned: HashSet<u64>,
}

impl Outside {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has these settings decide from now on; warnings are given anew.
    pub(crate) fn set_options(&self, options: &Options) {
        *self.known() = Known {
            options: options.clone(),
            warned: HashSet::new(),
        };
    }

    /// What these settings make of a misuse.
    pub(crate) fn policy(&self, check: &Check, is_warning: bool) -> Policy {
        self.known().options.policy(check, is_warning)
    }

    /// Whether this is the first warning of its kind from this place.
    pub(crate) fn is_news(&self, report: &Report) -> bool {
        self.known().warned.insert(report.place())
    }
}
