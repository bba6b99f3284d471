//! The handles of the debug context, and which generation each was born in.

use hpy_abi::HPy;

use crate::table::{Invalid, Table, kind, slot_of};

/// A handle that the extension opened and must close.
pub(crate) const OWNED: u8 = 1;
/// An argument of a running call; the caller closes it.
pub(crate) const ARGUMENT: u8 = 2;
/// A constant of the context; nobody closes it.
pub(crate) const CONSTANT: u8 = 3;

/// The default of `_debug.get_closed_handles_queue_max_size()`.
const QUARANTINE: usize = 1024;

/// Set in a slot's note where guarded memory belongs to the handle.
const HAS_BUFFERS: u32 = 1 << 31;
/// Set in a slot's note once its use in a later call has been reported. The rest is the creation stack.
const WARNED: u32 = 1 << 30;

/// A slot of the handle table. It outlives the handle: later it may be another handle's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleId(pub(crate) u32);

impl HandleId {
    /// A number for people; not zero.
    pub fn number(self) -> usize {
        self.0 as usize + 1
    }
}

/// Which API function opened a handle, in a call of which extension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Origin(u16);

impl Origin {
    const MODULE_SHIFT: u32 = 9;
    /// What opens the arguments of a call.
    pub(crate) const CALLER: u16 = (1 << Self::MODULE_SHIFT) - 1;
    /// The largest number of an extension.
    pub(crate) const LAST_MODULE: u8 = 127;

    /// `function` is the index of a context's member, or [`Origin::CALLER`].
    #[inline(always)]
    pub(crate) fn new(function: u16, module: u8) -> Self {
        Self(function | u16::from(module) << Self::MODULE_SHIFT)
    }

    pub(crate) fn function(self) -> u16 {
        self.0 & Self::CALLER
    }

    pub(crate) fn module(self) -> u8 {
        (self.0 >> Self::MODULE_SHIFT) as u8
    }
}

/// What a handle stands for.
pub(crate) struct Handle {
    /// The handle of the context below.
    pub(crate) uh: HPy,
    /// Its origin, and above that how many handles were opened before it.
    birth: u64,
}

impl Handle {
    const SERIAL_SHIFT: u32 = 16;

    /// How many handles were opened before it.
    pub(crate) fn serial(&self) -> u64 {
        self.birth >> Self::SERIAL_SHIFT
    }

    /// What opened it.
    pub(crate) fn origin(&self) -> Origin {
        Origin(self.birth as u16)
    }
}

/// What closed a handle, where closing is recorded.
#[derive(Clone, Copy, Default)]
pub(crate) struct Closed {
    pub(crate) function: Option<&'static str>,
    pub(crate) stack: u32,
}

impl Default for Handle {
    fn default() -> Self {
        Self {
            uh: HPy::NULL,
            birth: 0,
        }
    }
}

/// Handles that were opened between two calls of `new_generation`.
struct Generation {
    first_birth: u64,
    open: usize,
}

/// All handles of a debug context.
pub(crate) struct Handles {
    pub(crate) table: Table<Handle>,
    births: u64,
    /// Handles whose birth is less were opened before the calls that are running, or are constants.
    fresh_since: u64,
    /// Never empty. Counts owned handles only: arguments and constants are not the extension's to close.
    generations: Vec<Generation>,
    /// What closed the handles, by slot; empty until closing is recorded.
    closed: Vec<Closed>,
}

/// What came free.
#[derive(Clone, Copy)]
pub(crate) struct Freed {
    /// A slot whose guarded memory is given up.
    pub(crate) discard: Option<u32>,
    /// Whether the closed handle itself has guarded memory.
    pub(crate) has_buffers: bool,
}

impl Handles {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
            // The first birth is that of the constants.
            births: 1,
            fresh_since: 0,
            generations: vec![Generation {
                first_birth: 0,
                open: 0,
            }],
            closed: Vec::new(),
        }
    }

    /// Opens a handle; `stack` is its creation stack, or 0. Also returns the slot's number where guarded
    /// memory of its last handle must be given up.
    #[inline(always)]
    pub(crate) fn open(
        &mut self,
        uh: HPy,
        kind: u8,
        origin: Origin,
        stack: u32,
    ) -> (HPy, Option<u32>) {
        let index = self.table.reserve();
        let discard = (self.table.slot(index).note & HAS_BUFFERS != 0).then_some(index);
        let birth = self.births << Handle::SERIAL_SHIFT | u64::from(origin.0);
        self.births += 1;
        if kind == OWNED
            && let Some(generation) = self.generations.last_mut()
        {
            generation.open += 1;
        }
        (
            HPy {
                _i: self.table.open(index, kind, stack, Handle { uh, birth }),
            },
            discard,
        )
    }

    /// Opens a constant of the context of this number.
    pub(crate) fn open_constant(&mut self, uh: HPy, context: u16) -> HPy {
        let index = self.table.reserve_fresh();
        let birth = u64::from(context);
        HPy {
            _i: self.table.open(index, CONSTANT, 0, Handle { uh, birth }),
        }
    }

    /// The outermost call of an extension begins: what was opened before belongs to calls that are over.
    #[inline(always)]
    pub(crate) fn start_call(&mut self) {
        self.fresh_since = self.births << Handle::SERIAL_SHIFT;
    }

    /// The handle below, where it was opened in one of the running calls.
    #[inline(always)]
    pub(crate) fn fresh(&self, h: HPy) -> Option<HPy> {
        let slot = self.table.get(h._i)?;
        (slot.data.birth >= self.fresh_since).then_some(slot.data.uh)
    }

    /// The number of the context that a constant belongs to.
    pub(crate) fn context_of(&self, constant: HPy) -> Option<u16> {
        let slot = self.table.get(constant._i)?;
        (kind(constant._i) == CONSTANT).then(|| slot.data.origin().0)
    }

    /// Whether the use of an open handle in a later call has not been reported yet; from now on it has.
    pub(crate) fn is_first_late_use(&mut self, h: HPy) -> bool {
        let Some(slot) = self.table.get_mut(h._i) else {
            return false;
        };
        let first = slot.note & WARNED == 0;
        slot.note |= WARNED;
        first
    }

    /// The handle below an open handle of any kind.
    #[inline(always)]
    pub(crate) fn get(&self, h: HPy) -> Option<HPy> {
        self.table.get(h._i).map(|slot| slot.data.uh)
    }

    /// Closes an open handle and returns the handle below.
    #[inline(always)]
    pub(crate) fn close(&mut self, h: HPy) -> Option<(HPy, Freed)> {
        let slot = self.table.get(h._i)?;
        let (uh, serial) = (slot.data.uh, slot.data.serial());
        let has_buffers = slot.note & HAS_BUFFERS != 0;
        if kind(h._i) == OWNED {
            self.generation_of(serial).open -= 1;
        }
        let evicted = self.table.close(slot_of(h._i));
        let discard = evicted.filter(|index| self.table.slot(*index).note & HAS_BUFFERS != 0);
        Some((
            uh,
            Freed {
                discard,
                has_buffers,
            },
        ))
    }

    #[inline(always)]
    fn generation_of(&mut self, serial: u64) -> &mut Generation {
        let mut index = self.generations.len() - 1;
        if serial < self.generations[index].first_birth {
            index = self
                .generations
                .partition_point(|g| g.first_birth <= serial)
                - 1;
        }
        &mut self.generations[index]
    }

    /// Starts a generation and returns its number; the first is 0.
    pub(crate) fn new_generation(&mut self) -> usize {
        self.generations.push(Generation {
            first_birth: self.births,
            open: 0,
        });
        self.generations.len() - 1
    }

    /// How many handles have been opened.
    pub(crate) fn births(&self) -> u64 {
        self.births
    }

    /// How many handles had been opened when a generation started.
    pub(crate) fn first_birth(&self, generation: usize) -> u64 {
        self.generations
            .get(generation)
            .map_or(u64::MAX, |g| g.first_birth)
    }

    /// Owned handles that are open and were born in `generation` or later, oldest first.
    pub(crate) fn open_since(&self, generation: usize) -> Vec<HandleId> {
        let later = self.generations.get(generation..).unwrap_or_default();
        let count = later.iter().map(|g| g.open).sum();
        if count == 0 {
            return Vec::new();
        }
        let since = self.first_birth(generation);
        let mut found = Vec::with_capacity(count);
        found.extend(
            self.table
                .open_slots(OWNED)
                .filter(|index| self.table.slot(*index).data.serial() >= since),
        );
        found.sort_unstable_by_key(|index| self.table.slot(*index).data.serial());
        found.into_iter().map(HandleId).collect()
    }

    /// Closed handles that still wait and were born in `generation` or later, first closed first.
    pub(crate) fn closed_since(&self, generation: usize) -> Vec<HandleId> {
        let since = self.first_birth(generation);
        self.table
            .quarantined()
            .filter(|index| self.table.slot(*index).data.serial() >= since)
            .map(HandleId)
            .collect()
    }

    /// Notes that guarded memory belongs to an open handle.
    pub(crate) fn mark_buffers(&mut self, h: HPy) {
        if let Some(slot) = self.table.get_mut(h._i) {
            slot.note |= HAS_BUFFERS;
        }
    }

    /// Notes that a slot's guarded memory has been given up.
    pub(crate) fn unmark_buffers(&mut self, index: u32) {
        self.table.slot_mut(index).note &= !HAS_BUFFERS;
    }

    /// The creation stack of what a slot holds, or 0.
    pub(crate) fn stack(&self, index: u32) -> u32 {
        self.table.slot(index).note & !(HAS_BUFFERS | WARNED)
    }

    /// What opened what a slot holds, or held last.
    pub(crate) fn origin(&self, index: u32) -> Origin {
        self.table.slot(index).data.origin()
    }

    /// Records what closed the handle of a slot.
    pub(crate) fn record_close(&mut self, index: u32, closed: Closed) {
        let index = index as usize;
        if self.closed.len() <= index {
            self.closed.resize(index + 1, Closed::default());
        }
        self.closed[index] = closed;
    }

    /// Whether closing has ever been recorded, so that records would become stale.
    #[inline(always)]
    pub(crate) fn records_closes(&self) -> bool {
        !self.closed.is_empty()
    }

    /// What closed the last handle of a slot, as far as that was recorded.
    pub(crate) fn closed(&self, index: u32) -> Closed {
        self.closed.get(index as usize).copied().unwrap_or_default()
    }

    /// Whether the object of a closed handle is certainly alive: a handle to it that was opened before is
    /// still open. A younger one may stand for another object at the same address.
    pub(crate) fn is_alive(&self, index: u32) -> bool {
        let closed = &self.table.slot(index).data;
        [OWNED, ARGUMENT, CONSTANT]
            .iter()
            .flat_map(|kind| self.table.open_slots(*kind))
            .map(|index| &self.table.slot(index).data)
            .any(|open| open.uh == closed.uh && open.serial() < closed.serial())
    }

    /// Why `h` is not open; says nothing about open handles. A builder's or tracker's number is wild.
    pub(crate) fn why_invalid(&self, h: HPy) -> Invalid {
        match kind(h._i) {
            OWNED | ARGUMENT | CONSTANT => self.table.why_invalid(h._i),
            _ => Invalid::Wild,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handles_with(count: isize) -> (Handles, Vec<HPy>) {
        let mut handles = Handles::new();
        let opened = (0..count)
            .map(|i| {
                handles
                    .open(HPy { _i: i * 2 + 1 }, OWNED, Origin::default(), 0)
                    .0
            })
            .collect();
        (handles, opened)
    }

    #[test]
    fn open_handles_are_listed_by_birth_from_a_generation_on() {
        let (mut handles, before) = handles_with(3);
        let generation = handles.new_generation();
        assert!(handles.open_since(generation).is_empty());
        let after: Vec<HPy> = (0..3)
            .map(|i| {
                handles
                    .open(HPy { _i: i + 1 }, OWNED, Origin::default(), 0)
                    .0
            })
            .collect();
        handles.close(after[1]);
        handles.close(before[0]);
        let ids: Vec<u32> = handles
            .open_since(generation)
            .iter()
            .map(|id| id.0)
            .collect();
        assert_eq!(ids, [slot_of(after[0]._i), slot_of(after[2]._i)]);
        assert_eq!(handles.open_since(0).len(), 4);
    }

    #[test]
    fn arguments_and_constants_are_no_leaks() {
        let mut handles = Handles::new();
        let generation = handles.new_generation();
        handles.open(HPy { _i: 1 }, ARGUMENT, Origin::default(), 0);
        handles.open(HPy { _i: 3 }, CONSTANT, Origin::default(), 0);
        assert!(handles.open_since(generation).is_empty());
    }

    #[test]
    fn the_number_of_a_builder_is_wild_also_where_a_handle_has_the_same_slot() {
        let (mut handles, opened) = handles_with(1);
        handles.close(opened[0]);
        let builder = HPy {
            _i: opened[0]._i - isize::from(OWNED) + 4,
        };
        assert_eq!(handles.why_invalid(builder), Invalid::Wild);
        assert_eq!(handles.why_invalid(opened[0]), Invalid::Closed(0));
    }

    #[test]
    fn an_unknown_generation_holds_nothing() {
        let (handles, _) = handles_with(3);
        assert!(handles.open_since(17).is_empty());
        assert!(handles.closed_since(17).is_empty());
    }
}
