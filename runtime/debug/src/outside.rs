//! Misuse by a thread without the interpreter's lock. That lock protects most of the runtime's data, so the report
//! uses only the rest.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::reports::options::{Options, Policy};
use crate::reports::report::{Check, Report};

/// The data for such a report, behind a lock of its own.
#[derive(Default)]
pub(crate) struct Outside(Mutex<Known>);

#[derive(Default)]
struct Known {
    options: Options,
    /// The warnings that were given.
    warned: HashSet<u64>,
}

impl Outside {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stores the settings. Warnings may be given again.
    pub(crate) fn set_options(&self, options: &Options) {
        *self.known() = Known {
            options: options.clone(),
            warned: HashSet::new(),
        };
    }

    /// What the settings say about a misuse.
    pub(crate) fn policy(&self, check: &Check, is_warning: bool) -> Policy {
        self.known().options.policy(check, is_warning)
    }

    /// Whether this is the first warning of its kind from this place.
    pub(crate) fn is_news(&self, report: &Report) -> bool {
        self.known().warned.insert(report.place())
    }
}
