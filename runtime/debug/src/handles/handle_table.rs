//! The handles of the debug context, and which generation each was born in.

use hpy_abi::{HPy, HPyContext};

use crate::handles::slots::Zero;
#[cfg(test)]
use crate::handles::table::slot_of;
use crate::handles::table::{Invalid, Table, kind};
use crate::reports::catalogue::NAMES;

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
pub(crate) struct Origin(u64);

impl Origin {
    const MODULE_SHIFT: u32 = 9;
    /// What opens the arguments of a call.
    pub(crate) const CALLER: u16 = (1 << Self::MODULE_SHIFT) - 1;
    /// The largest number of an extension.
    pub(crate) const LAST_MODULE: u8 = 127;

    /// `function` is the index of a context's member, or [`Origin::CALLER`].
    pub(crate) fn new(function: u16, module: u8) -> Self {
        Self(u64::from(function) | u64::from(module) << Self::MODULE_SHIFT)
    }

    /// Of the same extension.
    #[inline(always)]
    pub(crate) fn with_function(self, function: u16) -> Self {
        Self(self.0 + u64::from(function))
    }

    pub(crate) fn function(self) -> u16 {
        self.0 as u16 & Self::CALLER
    }

    /// The API function; none for arguments.
    pub(crate) fn function_name(self) -> Option<&'static str> {
        let name = NAMES.get(usize::from(self.function()));
        name.copied().filter(|name| !name.is_empty())
    }

    pub(crate) fn module(self) -> u8 {
        (self.0 >> Self::MODULE_SHIFT) as u8
    }
}

/// What a handle stands for.
#[derive(Clone, Copy)]
pub(crate) struct Handle {
    /// The handle of the context below.
    pub(crate) uh: HPy,
    /// Its origin, and above that how many owned handles were opened before it; of a constant, its context.
    pub(crate) birth: u64,
}

/// Where in a birth the number of handles that were opened before begins.
const SERIAL_SHIFT: u32 = 16;
/// What births grow by.
const BIRTH: u64 = 1 << SERIAL_SHIFT;
/// Births start above every address, so that no constant counts as born in a running call.
const FIRST_BIRTH: u64 = 1 << 48;

impl Handle {
    /// Grows with every owned handle that is opened.
    fn serial(&self) -> u64 {
        self.birth >> SERIAL_SHIFT
    }

    /// What opened it; nothing a constant.
    pub(crate) fn origin(&self) -> Origin {
        if self.birth < FIRST_BIRTH {
            return Origin::default();
        }
        Origin(self.birth & (BIRTH - 1))
    }
}

/// What an API function did that may be told of later, such as closing a handle: its name in words for a report, and the
/// stack on which it was called, or 0.
#[derive(Clone, Copy, Default)]
pub(crate) struct Event {
    pub(crate) function: Option<&'static str>,
    pub(crate) stack: u32,
}

// SAFETY: integers.
unsafe impl Zero for Handle {}

/// Owned handles that were opened between two calls of `new_generation`.
#[derive(Clone, Copy)]
struct Generation {
    first_birth: u64,
    /// How many of them were closed: their number is told by the births.
    closed: u64,
}

impl Generation {
    /// How many are open; `end` is the first birth of the next generation.
    fn open(&self, end: u64) -> usize {
        (((end - self.first_birth) >> SERIAL_SHIFT) - self.closed) as usize
    }
}

/// All handles of a debug context.
#[repr(C)]
pub(crate) struct Handles {
    pub(crate) table: Table<Handle>,
    /// The birth of the next handle, without its origin.
    next_birth: u64,
    /// Handles whose birth is less were opened before the calls that are running, or are constants.
    fresh_since: u64,
    /// Handles whose birth is less are closed slowly: they are of an older generation, or closing is recorded.
    quick_since: u64,
    /// The last generation.
    generation: Generation,
    /// Those before it.
    older: Vec<Generation>,
    /// What closed handles, by slot, and the key of the slot since then; empty until closing is recorded.
    closed: Vec<(isize, Event)>,
    records_closes: bool,
}

/// A handle that was closed.
#[derive(Clone, Copy)]
pub(crate) struct Freed {
    /// The handle below.
    pub(crate) uh: HPy,
    /// Whether guarded memory belongs to it.
    pub(crate) has_buffers: bool,
    /// Another slot, whose guarded memory is given up.
    pub(crate) discard: Option<u32>,
}

impl Handles {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
            next_birth: FIRST_BIRTH,
            fresh_since: FIRST_BIRTH,
            quick_since: FIRST_BIRTH,
            generation: Generation {
                first_birth: FIRST_BIRTH,
                closed: 0,
            },
            older: Vec::new(),
            closed: Vec::new(),
            records_closes: false,
        }
    }

    /// Whether what opens handles, and what closes them, is recorded: neither is quick then.
    pub(crate) fn set_recording(&mut self, is_recording: bool) {
        self.records_closes = is_recording;
        self.table.quarantine.set_quick(!is_recording);
        self.set_quick_since();
    }

    fn set_quick_since(&mut self) {
        self.quick_since = match self.records_closes {
            true => u64::MAX,
            false => self.generation.first_birth,
        };
    }

    /// Opens a handle without a creation stack, where that can be done in little time.
    #[inline(always)]
    pub(crate) fn open_quickly(&mut self, uh: HPy, kind: u8, origin: Origin) -> Option<HPy> {
        let birth = self.next_birth + origin.0;
        let key = self.table.open_quickly(kind, Handle { uh, birth })?;
        self.opened(kind);
        Some(HPy { _i: key })
    }

    /// Opens a handle; `stack` is its creation stack, or 0. Also says whether guarded memory of what its slot
    /// held last must be given up. `None` where there is no memory; who cannot fail gets there later.
    pub(crate) fn open(
        &mut self,
        uh: HPy,
        kind: u8,
        origin: Origin,
        stack: u32,
        can_fail: bool,
    ) -> Option<(HPy, bool)> {
        let birth = self.next_birth + origin.0;
        let (key, note) = (self.table).open(kind, stack, Handle { uh, birth }, can_fail)?;
        self.opened(kind);
        Some((HPy { _i: key }, note & HAS_BUFFERS != 0))
    }

    #[inline(always)]
    fn opened(&mut self, kind: u8) {
        if kind == OWNED {
            self.next_birth += BIRTH;
        }
    }

    /// Opens a constant of a context; `None` where there is no memory.
    pub(crate) fn open_constant(&mut self, uh: HPy, context: *mut HPyContext) -> Option<HPy> {
        let birth = context.expose_provenance() as u64;
        let key = self.table.open_unused(CONSTANT, Handle { uh, birth })?;
        Some(HPy { _i: key })
    }

    /// The outermost call of an extension begins: what was opened before belongs to calls that are over.
    #[inline(always)]
    pub(crate) fn start_call(&mut self) {
        self.fresh_since = self.next_birth;
    }

    /// The handle below, where it was opened in one of the running calls, or is a constant of `context`.
    #[inline(always)]
    pub(crate) fn fresh(&self, h: HPy, context: *mut HPyContext) -> Option<HPy> {
        let Handle { uh, birth } = self.table.get(h._i)?.data;
        (birth >= self.fresh_since || birth == context.addr() as u64).then_some(uh)
    }

    /// The context that a constant belongs to.
    pub(crate) fn context_of(&self, constant: HPy) -> Option<*mut HPyContext> {
        let slot = self.table.get(constant._i)?;
        let address = slot.data.birth as usize;
        (kind(constant._i) == CONSTANT).then(|| std::ptr::with_exposed_provenance_mut(address))
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

    /// Whether some closed handles wait, and more may.
    #[inline(always)]
    pub(crate) fn has_room(&self) -> bool {
        self.table.quarantine.has_room()
    }

    /// Whether as many closed handles wait as may, and some do.
    #[inline(always)]
    pub(crate) fn is_full(&self) -> bool {
        self.table.quarantine.is_full() && self.table.quarantine.len() > 0
    }

    /// Closes an open handle of this kind and returns the handle below, where that can be done in little time. It must
    /// [have room](Self::has_room); or where it [was full](Self::is_full), the caller has to [release](Self::release) a
    /// slot then.
    #[inline(always)]
    pub(crate) fn close_quickly(&mut self, h: HPy, kind: u8) -> Option<HPy> {
        let since = self.quick_since;
        let last_look = |handle: &Handle| (handle.birth >= since).then_some(handle.uh);
        let closed = self.table.close_quickly(h._i, kind, last_look)?;
        if kind == OWNED {
            self.generation.closed += 1;
        }
        Some(closed)
    }

    /// Closes an open handle.
    pub(crate) fn close(&mut self, h: HPy) -> Option<Freed> {
        let slot = self.table.get(h._i)?;
        let (uh, birth, note) = (slot.data.uh, slot.data.birth, slot.note);
        if kind(h._i) == OWNED {
            if birth >= self.generation.first_birth {
                self.generation.closed += 1;
            } else {
                self.close_older(birth);
            }
        }
        let released = self.table.close(h._i);
        Some(Freed {
            uh,
            has_buffers: note & HAS_BUFFERS != 0,
            discard: released.filter(|slot| self.give_up_buffers(*slot)),
        })
    }

    /// Lets go of the closed handle that waits longest. Returns its slot where its guarded memory is given up.
    pub(crate) fn release(&mut self) -> Option<u32> {
        let slot = self.table.release();
        self.give_up_buffers(slot).then_some(slot)
    }

    /// The same, where that is done quickly and no guarded memory is given up. Says whether it did.
    #[inline(always)]
    pub(crate) fn release_quickly(&mut self) -> bool {
        self.table.release_quickly(HAS_BUFFERS)
    }

    /// Whether a slot that is used again soon has guarded memory; it must be given up.
    fn give_up_buffers(&mut self, slot: u32) -> bool {
        let note = &mut self.table.slot_mut(slot).note;
        let has_buffers = *note & HAS_BUFFERS != 0;
        *note &= !HAS_BUFFERS;
        has_buffers
    }

    /// Counts the end of a handle of an older generation.
    fn close_older(&mut self, birth: u64) {
        let later = self.older.partition_point(|g| g.first_birth <= birth);
        self.older[later - 1].closed += 1;
    }

    /// Starts a generation and returns its number; the first is 0.
    pub(crate) fn new_generation(&mut self) -> usize {
        // A birth of nobody: arguments that were lent before must have an earlier one.
        self.next_birth += BIRTH;
        self.generation.closed += 1;
        self.older.push(self.generation);
        self.generation = Generation {
            first_birth: self.next_birth,
            closed: 0,
        };
        self.set_quick_since();
        self.older.len()
    }

    /// What a builder or tracker of the context below stands for that is made now.
    pub(crate) fn resource(&self, raw: isize, origin: Origin) -> Handle {
        Handle {
            uh: HPy { _i: raw },
            birth: self.next_birth + origin.0,
        }
    }

    /// The least birth that a handle may have which is opened from now on.
    pub(crate) fn next_birth(&self) -> u64 {
        self.next_birth
    }

    /// The least birth of what was opened since a generation started.
    pub(crate) fn first_birth(&self, generation: usize) -> u64 {
        match generation.checked_sub(self.older.len()) {
            None => self.older[generation].first_birth,
            Some(0) => self.generation.first_birth,
            Some(_) => u64::MAX,
        }
    }

    /// When what a slot holds was opened.
    pub(crate) fn birth(&self, index: u32) -> u64 {
        self.table.slot(index).data.birth
    }

    /// The generation that something of this birth belongs to.
    pub(crate) fn generation_of(&self, birth: u64) -> usize {
        let starts_before = |generation: &Generation| generation.first_birth <= birth;
        match starts_before(&self.generation) {
            true => self.older.len(),
            false => self.older.partition_point(starts_before).saturating_sub(1),
        }
    }

    /// Owned handles that are open and were born in `generation` or later, oldest first.
    pub(crate) fn open_since(&self, generation: usize) -> Vec<HandleId> {
        let mut generations = (self.older.get(generation..).unwrap_or_default().iter())
            .chain((generation <= self.older.len()).then_some(&self.generation))
            .peekable();
        let mut count = 0;
        while let Some(one) = generations.next() {
            let end = generations
                .peek()
                .map_or(self.next_birth, |next| next.first_birth);
            count += one.open(end);
        }
        if count == 0 {
            return Vec::new();
        }
        self.open_born_since(self.first_birth(generation))
    }

    /// When the calls of extensions began that are running, or ran last, as a birth.
    pub(crate) fn calls_began(&self) -> u64 {
        self.fresh_since
    }

    /// Owned handles that are open and were born at `since` or later, oldest first.
    pub(crate) fn open_born_since(&self, since: u64) -> Vec<HandleId> {
        let open = self.table.open_slots(OWNED);
        let mut found: Vec<_> = open
            .map(|index| (self.table.slot(index).data.birth, HandleId(index)))
            .filter(|(birth, _)| *birth >= since)
            .collect();
        // Mostly in order, or in the opposite one.
        found.sort_by_key(|(birth, _)| *birth);
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Closed handles that still wait and were born in `generation` or later, first closed first.
    pub(crate) fn closed_since(&self, generation: usize) -> Vec<HandleId> {
        let since = self.first_birth(generation);
        self.table
            .waiting()
            .filter(|index| self.table.slot(*index).data.birth >= since)
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

    /// Records what closed the handle of a slot, if closing is recorded.
    pub(crate) fn record_close(&mut self, index: u32, closed: Event) {
        if !self.records_closes {
            return;
        }
        let record = (self.table.key(index), closed);
        let index = index as usize;
        let missing = (index + 1).saturating_sub(self.closed.len());
        if self.closed.try_reserve(missing).is_err() {
            return;
        }
        let length = self.closed.len() + missing;
        self.closed.resize(length, Default::default());
        self.closed[index] = record;
    }

    /// What closed the last handle of a slot, as far as that was recorded.
    pub(crate) fn closed(&self, index: u32) -> Event {
        match self.closed.get(index as usize) {
            Some((key, closed)) if *key == self.table.key(index) => *closed,
            _ => Event::default(),
        }
    }

    /// Whether the object of a closed handle is certainly alive: a handle to it that was opened before is
    /// still open. A younger one may stand for another object at the same address. Arguments are lent before what
    /// has the same birth is opened.
    pub(crate) fn is_alive(&self, index: u32) -> bool {
        let closed = &self.table.slot(index).data;
        let was_argument = closed.origin().function() == Origin::CALLER;
        [OWNED, ARGUMENT, CONSTANT].into_iter().any(|kind| {
            let lent = u64::from(kind == ARGUMENT && !was_argument);
            self.table
                .open_slots(kind)
                .map(|index| &self.table.slot(index).data)
                .any(|open| open.uh == closed.uh && open.serial() < closed.serial() + lent)
        })
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

    fn open(handles: &mut Handles, raw: isize, kind: u8) -> HPy {
        let opened = handles.open(HPy { _i: raw }, kind, Origin::default(), 0, false);
        opened.expect("memory").0
    }

    fn handles_with(count: isize) -> (Handles, Vec<HPy>) {
        let mut handles = Handles::new();
        let opened = (0..count)
            .map(|i| open(&mut handles, i * 2 + 1, OWNED))
            .collect();
        (handles, opened)
    }

    #[test]
    fn open_handles_are_listed_by_birth_from_a_generation_on() {
        let (mut handles, before) = handles_with(3);
        let generation = handles.new_generation();
        assert!(handles.open_since(generation).is_empty());
        let after: Vec<HPy> = (0..3).map(|i| open(&mut handles, i + 1, OWNED)).collect();
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
        open(&mut handles, 1, ARGUMENT);
        open(&mut handles, 3, CONSTANT);
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
