//! The debug context seen from outside: what the `_debug` module shows and sets.

use hpy_abi::{HPy, HPyContext};

use std::collections::HashMap;

use crate::faults::{self, FaultNames};
use crate::generated::{WRAPPERS, shim_at, wrapper_at};
use crate::handles::handle_table::{HandleId, Origin};
use crate::host::Host;
use crate::reports::options::{OptionError, Options};
use crate::reports::report::Trace;
use crate::runtime::Runtime;

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
    /// A debug context over `uctx`.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// functions of `host` may be called whenever the interpreter's lock is held, and only then is
    /// anything of the result used.
    #[inline(always)]
    pub unsafe fn new(uctx: *mut HPyContext, host: Box<dyn Host>) -> *mut Self {
        faults::set_names(FaultNames {
            wrapper_at,
            shim_at,
        });
        // SAFETY: by contract.
        unsafe { Self::with_wrappers(uctx, host, WRAPPERS) }
    }

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
        let h = HPy {
            _i: self.handles.table.key(id.0),
        };
        self.close(h, "_force_close")
    }

    /// How many closed handles are remembered.
    pub fn closed_handles_max(&self) -> usize {
        self.handles.table.quarantine.max()
    }

    /// Sets how many closed handles are remembered, from the next close on.
    pub fn set_closed_handles_max(&mut self, max: usize) {
        self.handles.table.quarantine.set_max(max);
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
        self.options.set_stacks(limit);
        self.capture_stacks(limit);
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

    /// The settings.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Applies settings. Where the file that reports go to cannot be opened, nothing changes.
    pub fn set_options(&mut self, options: Options) -> Result<(), OptionError> {
        if options.report() != self.options.report() {
            options.open_report()?;
        }
        self.capture_stacks(options.stacks());
        self.options = options;
        Ok(())
    }

    /// Groups open handles by where they were opened, the largest group first.
    pub fn group_leaks(&self, ids: &[HandleId]) -> Vec<LeakGroup> {
        self.group(ids.iter().map(|id| {
            let (origin, stack) = (self.handles.origin(id.0), self.handles.stack(id.0));
            (None, origin, stack, Some(*id))
        }))
    }

    /// Groups builders and trackers that were made in `generation` or later and never ended.
    pub fn open_resources(&self, generation: usize) -> Vec<LeakGroup> {
        let birth = self.handles.first_birth(generation);
        let open = self.resources.open_since(birth);
        self.group(open.map(|(kind, origin, stack)| (Some(kind), origin, stack, None)))
    }

    /// Groups by C type, extension, and the stack or, where stacks were off, the function that opened them.
    fn group(
        &self,
        leaks: impl Iterator<Item = (Option<&'static str>, Origin, u32, Option<HandleId>)>,
    ) -> Vec<LeakGroup> {
        let mut groups: Vec<LeakGroup> = Vec::new();
        // Stacks that differ only in the interpreter's frames read the same, and are one group.
        let mut by_stack = HashMap::new();
        let mut by_text = HashMap::new();
        for (resource, origin, stack, id) in leaks {
            let index = *by_stack
                .entry((resource, origin, stack))
                .or_insert_with(|| {
                    let opened = self.opened_by(origin, stack);
                    let text = (resource, origin, opened.stack.clone());
                    *by_text.entry(text).or_insert_with(|| {
                        groups.push(LeakGroup {
                            resource,
                            count: 0,
                            opened,
                            library: self.stacks.library(stack),
                            module: self.module_name(origin.module()),
                            examples: Vec::new(),
                        });
                        groups.len() - 1
                    })
                });
            let group = &mut groups[index];
            group.count += 1;
            let has_room = group.examples.len() < LeakGroup::EXAMPLES;
            group.examples.extend(id.filter(|_| has_room));
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }
}

/// What was opened in the same way and never closed.
pub struct LeakGroup {
    /// The C type of builders and trackers; `None` for handles.
    pub resource: Option<&'static str>,
    /// How many.
    pub count: usize,
    /// Where.
    pub opened: Trace,
    /// The name of the file whose code did it, where the stack is known.
    pub library: Option<String>,
    /// In a call of which extension.
    pub module: Option<String>,
    /// The first handles.
    pub examples: Vec<HandleId>,
}

impl LeakGroup {
    const EXAMPLES: usize = 5;
}
