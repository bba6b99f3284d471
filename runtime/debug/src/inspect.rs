//! The debug context for the `_debug` module: what it shows and sets.

use hpy_abi::{HPy, HPyContext};

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::{MutexGuard, PoisonError};

use crate::faults::{self, FaultNames};
use crate::generated::{WRAPPERS, shim_at, wrapper_at};
use crate::handles::handle_table::{HandleId, Origin};
use crate::host::Host;
use crate::reports::catalogue::checks;
use crate::reports::findings::Findings;
use crate::reports::line::{Line, stack_text};
use crate::reports::options::{OptionError, Options};
use crate::reports::report::{Check, PythonFrame, Trace};
use crate::reports::source;
use crate::reports::suppressions::{LEAK, Suppressions};
use crate::runtime::Runtime;

/// The present state of a handle.
pub struct HandleInfo {
    /// The handle below, borrowed. The object of a closed handle may be gone.
    pub object: HPy,
    /// Whether it is closed.
    pub is_closed: bool,
    /// Bytes of its guarded memory, terminators included.
    pub raw_data_size: Option<usize>,
    /// Where it was opened, innermost first, if that was captured.
    pub opened: Option<Vec<Line>>,
}

impl Runtime {
    /// A debug context over `uctx`.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// functions of `host` may be called whenever the interpreter's lock is held, and only then is
    /// anything of the result used.
    #[inline(always)]
    pub unsafe fn new(uctx: *mut HPyContext, host: &'static dyn Host) -> *mut Self {
        faults::set_names(FaultNames {
            wrapper_at,
            shim_at,
        });
        // SAFETY: by contract.
        unsafe { Self::with_wrappers(uctx, host, WRAPPERS) }
    }

    /// Starts a generation and returns its number: 1 for the first in this life of the interpreter.
    pub fn new_generation(&mut self) -> usize {
        self.handles.new_generation() - self.life.generation
    }

    /// Open handles of the extension from `generation` or later, oldest first.
    pub fn open_handles(&self, generation: usize) -> Vec<HandleId> {
        self.handles
            .open_since(self.life.generation.saturating_add(generation))
    }

    /// The birth at which the outermost running call began.
    pub fn calls_began(&self) -> u64 {
        self.handles.calls_began()
    }

    /// Open handles of the extension opened since `birth`, oldest first; 0 is before all.
    pub fn open_handles_since(&self, birth: u64) -> Vec<HandleId> {
        self.handles.open_born_since(birth)
    }

    /// Closed handles that are remembered and were opened in `generation` or later.
    pub fn closed_handles(&self, generation: usize) -> Vec<HandleId> {
        self.handles
            .closed_since(self.life.generation.saturating_add(generation))
    }

    /// The present state of a handle.
    pub fn handle_info(&self, id: HandleId) -> HandleInfo {
        HandleInfo {
            object: self.handles.table.slot(id.0).data.uh,
            is_closed: !self.handles.table.is_open(id.0),
            raw_data_size: self.buffers.size(id.0),
            opened: self.stacks.describe(self.handles.stack(id.0)),
        }
    }

    /// Closes an open handle for the extension. The caller owns the returned handle below.
    pub fn force_close(&mut self, id: HandleId) -> Option<HPy> {
        let h = HPy {
            _i: self.handles.table.key(id.0),
        };
        self.close(h, "_force_close")
    }

    /// The most closed handles to remember.
    pub fn closed_handles_max(&self) -> usize {
        self.handles.table.quarantine.max()
    }

    /// Sets the most closed handles to remember, from the next close on.
    pub fn set_closed_handles_max(&mut self, max: usize) {
        self.handles.table.quarantine.set_max(max);
    }

    /// The most bytes of guarded memory for closed handles.
    pub fn protected_data_max(&self) -> usize {
        self.buffers.max
    }

    /// Sets the most bytes of guarded memory for closed handles, from the next close on.
    pub fn set_protected_data_max(&mut self, max: usize) {
        self.buffers.max = max;
    }

    /// Sets the number of frames in a handle's creation stack; 0 captures none.
    pub fn set_stack_limit(&mut self, limit: usize) {
        self.options.stacks = limit;
        self.capture_stacks(limit);
    }

    /// Sets the hook that is called without arguments instead of ending the process after a misuse of a handle; NULL
    /// for none. The caller owns the handle, which belongs to the context below, and must unset the hook before
    /// closing it.
    pub fn set_on_invalid_handle(&mut self, callable: HPy) {
        self.hooks.invalid_handle = callable;
    }

    /// The same for builders.
    pub fn set_on_invalid_builder(&mut self, callable: HPy) {
        self.hooks.invalid_builder = callable;
    }

    /// The settings.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Applies settings. If the report file cannot be opened, nothing changes.
    pub fn set_options(&mut self, options: Options) -> Result<(), OptionError> {
        if options.report != self.options.report {
            options.open_report()?;
        }
        if options.suppressions != self.options.suppressions {
            let read = self.suppressions().read(&options.suppressions);
            read.map_err(|problem| OptionError::new("suppressions", &problem))?;
        }
        self.capture_stacks(options.stacks);
        source::set(options.source);
        self.outside.set_options(&options);
        self.options = options;
        Ok(())
    }

    /// Sets suppressions in addition to those of the file: `leak:GLOB`, `CHECK:GLOB`.
    pub fn suppress(&self, rules: &[String]) -> Result<(), OptionError> {
        let set = self.suppressions().set(rules);
        set.map_err(|problem| OptionError::new("suppressions", &problem))
    }

    /// All suppressions, and how often each matched.
    pub fn used_suppressions(&self) -> Vec<(String, usize)> {
        self.suppressions().used()
    }

    /// The same; empty if a caller takes the reports, because it shows both.
    pub fn suppressions_to_tell(&self) -> Vec<(String, usize)> {
        match self.with_findings(|findings| findings.is_kept) {
            true => Vec::new(),
            false => self.used_suppressions(),
        }
    }

    /// The number of reported misuses.
    pub fn misuses(&self) -> usize {
        self.with_findings(|findings| findings.misuses)
    }

    /// Switches the keeping of reports for [`Self::take_reports`].
    pub fn keep_reports(&self, is_kept: bool) {
        self.with_findings(|findings| {
            findings.is_kept = is_kept;
            findings.kept.clear();
        });
    }

    /// The kept reports since the last call, as JSON and as text. If there are very many, only the first.
    pub fn take_reports(&self) -> Vec<(String, String)> {
        self.with_findings(|findings| std::mem::take(&mut findings.kept))
    }

    pub(crate) fn suppressions(&self) -> MutexGuard<'_, Suppressions> {
        (self.suppressions.lock()).unwrap_or_else(PoisonError::into_inner)
    }

    fn with_findings<T>(&self, f: impl FnOnce(&mut Findings) -> T) -> T {
        f(&mut (self.findings.lock()).unwrap_or_else(PoisonError::into_inner))
    }

    /// The generations from this one on with something open, each once.
    pub fn open_generations(&self, generation: usize) -> Vec<usize> {
        let births = self.births(&(generation..usize::MAX));
        let handles = self.open_handles(generation);
        let handles = handles.iter().map(|id| self.handles.birth(id.0));
        let resources = self.resources.open().map(|(.., birth)| birth);
        let resources = resources.filter(|birth| births.contains(birth));
        let mut found: Vec<_> = handles
            .chain(resources)
            .map(|birth| self.handles.generation_of(birth) - self.life.generation)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn births(&self, generations: &Range<usize>) -> Range<u64> {
        let first_birth = |generation: usize| {
            (self.handles).first_birth(self.life.generation.saturating_add(generation))
        };
        first_birth(generations.start)..first_birth(generations.end)
    }

    /// The open handles of these generations that must be reported, oldest first.
    pub fn leaked_handles(&self, generations: Range<usize>) -> Vec<HandleId> {
        let births = self.births(&generations);
        let mut leaked = self.open_handles(generations.start);
        leaked.retain(|id| births.contains(&self.handles.birth(id.0)));
        self.without_known_handles(leaked)
    }

    /// The same for builders and trackers, grouped.
    pub fn leaked_resources(&self, generations: Range<usize>) -> Vec<LeakGroup> {
        let births = self.births(&generations);
        let open = self.resources.open();
        self.without_known_resources(
            self.group_resources(open.filter(|(.., birth)| births.contains(birth))),
        )
    }

    /// Groups open handles by the place where they were opened, the largest group first.
    pub fn group_leaks(&self, ids: &[HandleId]) -> Vec<LeakGroup> {
        self.group(ids.iter().map(|id| {
            let (origin, stack) = (self.handles.origin(id.0), self.handles.stack(id.0));
            (None, origin, stack, Some(*id))
        }))
    }

    /// Handles, builders and trackers left open by this life of the interpreter, if the settings ask for them. Those of
    /// calls in other threads that its end interrupted are left out.
    pub fn left_open(&self) -> (Vec<HandleId>, Vec<LeakGroup>) {
        if !self.options.leaks_at_exit {
            return (Vec::new(), Vec::new());
        }
        let cut_off = self.contexts.modules_of_calls();
        let since = self.handles.calls_began();
        let is_left = |birth: u64, origin: Origin| {
            let may_be_cut_off = birth >= since && cut_off.contains(&origin.module());
            birth >= self.life.birth && !may_be_cut_off
        };
        let mut handles = self.handles.open_since(self.life.generation);
        handles.retain(|id| is_left(self.birth(*id), self.handles.origin(id.0)));
        let open = self.resources.open();
        let open = open.filter(|(_, origin, _, birth)| is_left(*birth, *origin));
        (handles, self.group_resources(open))
    }

    /// A number that no other handle ever has, and that grows with each.
    pub fn birth(&self, id: HandleId) -> u64 {
        self.handles.table.slot(id.0).data.birth
    }

    /// These leaks without those that a suppression matches.
    pub fn without_known(
        &self,
        handles: Vec<HandleId>,
        resources: Vec<LeakGroup>,
    ) -> (Vec<HandleId>, Vec<LeakGroup>) {
        (
            self.without_known_handles(handles),
            self.without_known_resources(resources),
        )
    }

    fn without_known_handles(&self, mut leaked: Vec<HandleId>) -> Vec<HandleId> {
        let mut suppressions = self.suppressions();
        if !suppressions.is_about(LEAK) {
            return leaked;
        }
        let mut known = HashMap::new();
        leaked.retain(|id| {
            let (origin, stack) = (self.handles.origin(id.0), self.handles.stack(id.0));
            let names = known.entry((origin, stack)).or_insert_with(|| {
                let Trace { function, stack } = self.opened(id.0);
                (function, self.module_name(origin.module()), stack)
            });
            let (function, module, stack) = names;
            !suppressions.is_leak_known(*function, module.as_deref(), stack.as_deref(), 1)
        });
        leaked
    }

    fn without_known_resources(&self, mut leaked: Vec<LeakGroup>) -> Vec<LeakGroup> {
        let mut suppressions = self.suppressions();
        leaked.retain(|leaked| {
            let Trace { function, stack } = &leaked.opened;
            let (module, stack) = (leaked.module.as_deref(), stack.as_deref());
            !suppressions.is_leak_known(*function, module, stack, leaked.count)
        });
        leaked
    }

    /// Groups builders and trackers by C type, origin and stack.
    pub(crate) fn group_resources(
        &self,
        open: impl Iterator<Item = (&'static str, Origin, u32, u64)>,
    ) -> Vec<LeakGroup> {
        self.group(open.map(|(kind, origin, stack, _)| (Some(kind), origin, stack, None)))
    }

    /// Groups the open builders and trackers made since `birth`.
    pub fn open_resources_since(&self, birth: u64) -> Vec<LeakGroup> {
        let open = self.resources.open();
        self.group_resources(open.filter(|(.., born)| *born >= birth))
    }

    /// Groups by C type, extension, and stack. Without stacks, by the function that opened them.
    fn group(
        &self,
        leaks: impl Iterator<Item = (Option<&'static str>, Origin, u32, Option<HandleId>)>,
    ) -> Vec<LeakGroup> {
        let mut groups: Vec<LeakGroup> = Vec::new();
        // Stacks that differ only in the interpreter's frames read the same and form one group.
        let mut by_stack = HashMap::new();
        let mut by_text = HashMap::new();
        let mut places = HashSet::new();
        for (resource, origin, stack, id) in leaks {
            let index = *by_stack
                .entry((resource, origin, stack))
                .or_insert_with(|| {
                    let opened = self.opened_by(origin, stack);
                    let text = opened.stack.as_deref().map(|stack| stack_text(stack, ""));
                    let text = (resource, origin, text);
                    *by_text.entry(text).or_insert_with(|| {
                        groups.push(LeakGroup {
                            resource,
                            count: 0,
                            opened,
                            python: Vec::new(),
                            library: self.stacks.library(stack),
                            module: self.module_name(origin.module()),
                            examples: Vec::new(),
                        });
                        groups.len() - 1
                    })
                });
            let group = &mut groups[index];
            group.count += 1;
            let place = self.stacks.place(stack);
            if group.python.len() < LeakGroup::EXAMPLES && places.insert((index, place)) {
                group.python.extend(self.host.place(place));
            }
            let has_room = group.examples.len() < LeakGroup::EXAMPLES;
            group.examples.extend(id.filter(|_| has_room));
        }
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }
}

/// The whole catalogue of checks.
pub fn catalogue() -> &'static [&'static Check] {
    checks::ALL
}

/// Things that were opened at the same place and never closed.
pub struct LeakGroup {
    /// The C type of builders and trackers; `None` for handles.
    pub resource: Option<&'static str>,
    /// Their number.
    pub count: usize,
    /// Where they were opened.
    pub opened: Trace,
    /// The first Python lines that called the extension, if stacks were captured.
    pub python: Vec<PythonFrame>,
    /// The file name of the library that opened them, if the stack is known.
    pub library: Option<String>,
    /// The extension that was running.
    pub module: Option<String>,
    /// The first handles.
    pub examples: Vec<HandleId>,
}

impl LeakGroup {
    const EXAMPLES: usize = 5;
}
