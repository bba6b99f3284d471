//! The lives of an interpreter. It may end and begin again in the same process, and a fork begins a life in the
//! child.

use std::sync::{Mutex, PoisonError};

use hpy_abi::{HPy, HPyContext};

use crate::deferred::Deferred;
use crate::handles::handle_table::Event;
use crate::handles::table::slot_of;
use crate::reports::findings::Findings;
use crate::reports::suppressions::Suppressions;
use crate::runtime::{Hooks, Runtime, Trouble};

impl Runtime {
    /// The interpreter has begun again: forgets its last life. The context below has new constants.
    pub fn begin_life(&mut self) {
        self.life.generation = self.handles.new_generation();
        self.life.birth = self.handles.next_birth();
        self.hooks = Hooks::NONE;
        self.trouble = Trouble {
            may_be_pending: self.uses_c_api(),
            ..Trouble::default()
        };
        self.deferred = Deferred::default();
        self.findings = Mutex::default();
        let mut suppressions = Suppressions::default();
        // A file that cannot be read is reported when the settings are read again.
        let _ = suppressions.read(&self.options.suppressions);
        self.suppressions = Mutex::new(suppressions);
        self.raised = Event::default();
        self.warned.clear();
        self.must_abort = false;
        self.stores.take(|_| true);
        self.forget_calls();
        for ctx in self.contexts.all() {
            for offset in HPyContext::CONSTANTS {
                // SAFETY: both are contexts that live as long as the process, and have a handle there.
                unsafe {
                    let h = ctx.byte_add(offset).cast::<HPy>().read();
                    if self.handles.get(h).is_some() {
                        let uh = self.uctx.byte_add(offset).cast::<HPy>().read();
                        self.handles.table.slot_mut(slot_of(h._i)).data.uh = uh;
                    }
                }
            }
        }
    }

    /// This process was forked: open handles and earlier reports belong to the parent.
    pub fn begin_in_child(&mut self) {
        let findings = self.findings.get_mut();
        let is_kept = findings.unwrap_or_else(PoisonError::into_inner).is_kept;
        // Another thread of the parent may have locked it.
        self.findings = Mutex::new(Findings {
            is_kept,
            ..Findings::default()
        });
        self.life.birth = self.handles.next_birth();
    }
}
