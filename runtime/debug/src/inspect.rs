//! The debug context seen from outside: what the `_debug` module shows and sets.

use hpy_abi::HPy;

use crate::handles::HandleId;
use crate::runtime::Runtime;
use crate::table::{Invalid, slot_of};

/// What a handle is at the moment.
pub struct HandleInfo {
    /// The handle below, borrowed; of a closed handle its object may be gone.
    pub object: HPy,
    /// Whether it is closed.
    pub is_closed: bool,
    /// Bytes of guarded memory that belong to it, terminators included.
    pub raw_data_size: Option<usize>,
    /// Where it was opened, a line a frame, if that was captured.
    pub opened: Option<String>,
}

impl Runtime {
    /// Starts a generation and returns its number, 1 for the first.
    pub fn new_generation(&mut self) -> usize {
        self.handles.new_generation()
    }

    /// Handles that the extension opened in `generation` or later and has not closed, oldest first.
    pub fn open_handles(&self, generation: usize) -> Vec<HandleId> {
        self.handles.open_since(generation)
    }

    /// Closed handles that are still remembered and were opened in `generation` or later.
    pub fn closed_handles(&self, generation: usize) -> Vec<HandleId> {
        self.handles.closed_since(generation)
    }

    /// What a handle is at the moment.
    pub fn handle_info(&self, id: HandleId) -> HandleInfo {
        HandleInfo {
            object: self.handles.table.slot(id.0).data.uh,
            is_closed: !self.handles.table.is_open(id.0),
            raw_data_size: self.buffers.size(id.0),
            opened: self.stacks.describe(self.handles.stack(id.0)),
        }
    }

    /// Closes an open handle on the extension's behalf. Returns the handle below, now the caller's.
    pub fn force_close(&mut self, id: HandleId) -> Option<HPy> {
        self.close(HPy {
            _i: self.handles.table.key(id.0),
        })
    }

    /// How many closed handles are remembered.
    pub fn closed_handles_max(&self) -> usize {
        self.handles.table.quarantine_max
    }

    /// Sets how many closed handles are remembered, from the next close on.
    pub fn set_closed_handles_max(&mut self, max: usize) {
        self.handles.table.quarantine_max = max;
    }

    /// How many bytes of guarded memory closed handles may hold.
    pub fn protected_data_max(&self) -> usize {
        self.buffers.max
    }

    /// Sets how many bytes of guarded memory closed handles may hold, from the next close on.
    pub fn set_protected_data_max(&mut self, max: usize) {
        self.buffers.max = max;
    }

    /// Sets how many frames of a handle's creation stack are captured; 0 captures none.
    pub fn set_stack_limit(&mut self, limit: usize) {
        self.stacks.limit = limit;
    }

    /// Sets what is called, without arguments, in place of ending the process when a handle is misused;
    /// NULL for nothing. Takes the handle over, which is of the context below, and returns the last one.
    pub fn set_on_invalid_handle(&mut self, callable: HPy) -> HPy {
        std::mem::replace(&mut self.hooks.invalid_handle, callable)
    }

    /// The same for builders.
    pub fn set_on_invalid_builder(&mut self, callable: HPy) -> HPy {
        std::mem::replace(&mut self.hooks.invalid_builder, callable)
    }

    /// Where `h` was opened, if its slot still knows.
    pub(crate) fn opened(&self, h: HPy) -> Option<String> {
        let slot = match self.handles.get(h) {
            Some(_) => slot_of(h._i),
            None => match self.handles.why_invalid(h) {
                Invalid::Closed(slot) => slot,
                Invalid::Reused | Invalid::Wild => return None,
            },
        };
        self.stacks.describe(self.handles.stack(slot))
    }
}
