//! The debug context seen from outside: what the `_debug` module shows and sets.

use hpy_abi::HPy;

use std::collections::HashMap;

use crate::handles::handle_table::{HandleId, Origin};
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

    /// Groups open handles by the stack they were opened on, or where stacks were off by the function that
    /// opened them, and by extension; the largest group first.
    pub fn group_leaks(&self, ids: &[HandleId]) -> Vec<LeakGroup> {
        let mut groups: Vec<LeakGroup> = Vec::new();
        // Stacks that differ only in the interpreter's frames read the same, and are one group.
        let mut by_stack: HashMap<(Origin, u32), usize> = HashMap::new();
        let mut by_text = HashMap::new();
        for id in ids {
            let (origin, stack) = (self.handles.origin(id.0), self.handles.stack(id.0));
            let index = *by_stack.entry((origin, stack)).or_insert_with(|| {
                let opened = self.opened(id.0);
                let text = (origin, opened.stack.clone());
                *by_text.entry(text).or_insert_with(|| {
                    groups.push(LeakGroup {
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
            if group.examples.len() < LeakGroup::EXAMPLES {
                group.examples.push(*id);
            }
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }

    /// Builders and trackers that were made in `generation` or later and never ended, by their C type, where they were
    /// made and the extension.
    pub fn open_resources(&self, generation: usize) -> Vec<LeakedResource> {
        let birth = self.handles.first_birth(generation);
        let mut leaked: Vec<LeakedResource> = Vec::new();
        // As with handles: stacks that read the same are one.
        let mut by_stack = HashMap::new();
        for (kind, origin, stack) in self.resources.open_since(birth) {
            let index = *by_stack.entry((kind, origin, stack)).or_insert_with(|| {
                let made = LeakedResource {
                    kind,
                    count: 0,
                    opener: function_name(origin),
                    module: self.module_name(origin.module()),
                    stack: self.stacks.describe(stack),
                };
                leaked
                    .iter()
                    .position(|known| known.is_like(&made))
                    .unwrap_or_else(|| {
                        leaked.push(made);
                        leaked.len() - 1
                    })
            });
            leaked[index].count += 1;
        }
        leaked
    }
}

/// Builders or trackers that were never ended.
pub struct LeakedResource {
    /// The C type.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
    /// The API function that made them.
    pub opener: Option<&'static str>,
    /// In a call of which extension.
    pub module: Option<String>,
    /// On which stack, a line a frame, where that was captured.
    pub stack: Option<String>,
}

impl LeakedResource {
    /// Whether both were made in the same way.
    fn is_like(&self, other: &Self) -> bool {
        (self.kind, self.opener) == (other.kind, other.opener)
            && (&self.module, &self.stack) == (&other.module, &other.stack)
    }
}

/// The API function of an origin; none for arguments.
pub(crate) fn function_name(origin: Origin) -> Option<&'static str> {
    let name = crate::generated::NAMES.get(usize::from(origin.function()));
    name.copied().filter(|name| !name.is_empty())
}

/// Open handles that were opened in the same way.
pub struct LeakGroup {
    /// How many.
    pub count: usize,
    /// Where.
    pub opened: Trace,
    /// The name of the file whose code did it, where the stack is known.
    pub library: Option<String>,
    /// In a call of which extension.
    pub module: Option<String>,
    /// The first of them.
    pub examples: Vec<HandleId>,
}

impl LeakGroup {
    const EXAMPLES: usize = 5;
}
