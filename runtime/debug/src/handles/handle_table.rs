//! The handles of the debug context, with the generation in which each was opened.

use hpy_abi::{FUNCTION_NAMES, HPy, HPyContext};
use hpy_platform::compiler;

use crate::handles::slots::Zero;
use crate::handles::table::{Invalid, Table, kind};

/// A handle that the extension opened and must close.
pub(crate) const OWNED: u8 = 1;
/// An argument of a running call. The caller closes it.
pub(crate) const ARGUMENT: u8 = 2;
/// A constant of the context. Nobody closes it.
pub(crate) const CONSTANT: u8 = 3;

/// The default of `_debug.get_closed_handles_queue_max_size()`.
const QUARANTINE: usize = 1024;

/// A bit of a slot's note: the handle owns guarded memory.
const HAS_BUFFERS: u32 = 1 << 31;
/// A bit of a slot's note: its use in a later call has been reported.
const WARNED: u32 = 1 << 30;
/// A bit of a slot's note: the constant is known to be a type. The other bits are the creation stack.
const IS_TYPE: u32 = 1 << 29;

/// A slot of the handle table. It may be reused for another handle later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct HandleId(pub(crate) u32);

impl HandleId {
    /// A number to show to people; not zero.
    pub fn number(self) -> usize {
        self.0 as usize + 1
    }
}

/// The API function that opened a handle, and the extension that called it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Origin(u64);

impl Origin {
    const MODULE_SHIFT: u32 = 9;
    /// The origin of arguments: the caller.
    pub(crate) const CALLER: u16 = (1 << Self::MODULE_SHIFT) - 1;
    /// The largest number that an extension can have.
    pub(crate) const LAST_MODULE: u8 = 127;

    /// `function` is the index of a context member, or [`Origin::CALLER`].
    pub(crate) fn new(function: u16, module: u8) -> Self {
        Self(u64::from(function) | u64::from(module) << Self::MODULE_SHIFT)
    }

    /// The same origin in another extension.
    #[inline(always)]
    pub(crate) fn with_function(self, function: u16) -> Self {
        Self(self.0 + u64::from(function))
    }

    pub(crate) fn function(self) -> u16 {
        self.0 as u16 & Self::CALLER
    }

    /// The API function; none for arguments.
    pub(crate) fn function_name(self) -> Option<&'static str> {
        let name = FUNCTION_NAMES.get(usize::from(self.function()));
        name.copied().filter(|name| !name.is_empty())
    }

    pub(crate) fn module(self) -> u8 {
        (self.0 >> Self::MODULE_SHIFT) as u8
    }
}

/// The data of a handle.
#[derive(Clone, Copy)]
pub(crate) struct Handle {
    /// The handle of the context below.
    pub(crate) uh: HPy,
    /// The origin in the low bits; above them, the number of owned handles opened before this one. For a constant,
    /// its context.
    pub(crate) birth: u64,
}

/// The position of that number in a birth.
const SERIAL_SHIFT: u32 = 16;
/// The difference between two births.
const BIRTH: u64 = 1 << SERIAL_SHIFT;
/// Births start above all addresses, so no constant seems to be born in a running call.
const FIRST_BIRTH: u64 = 1 << 48;

impl Handle {
    /// A number that grows with every owned handle.
    fn serial(&self) -> u64 {
        self.birth >> SERIAL_SHIFT
    }

    /// What opened it; for constants, nothing.
    pub(crate) fn origin(&self) -> Origin {
        if self.birth < FIRST_BIRTH {
            return Origin::default();
        }
        Origin(self.birth & (BIRTH - 1))
    }
}

/// An event that a later report may mention, such as the close of a handle: its description, and the stack of the
/// call or 0.
#[derive(Clone, Copy, Default)]
pub(crate) struct Event {
    pub(crate) function: Option<&'static str>,
    pub(crate) stack: u32,
}

// SAFETY: zeros are valid integers.
unsafe impl Zero for Handle {}

/// The owned handles that were opened between two calls of `new_generation`.
#[derive(Clone, Copy)]
struct Generation {
    first_birth: u64,
    /// The number of closed ones. The births give the number of opened ones.
    closed: u64,
}

impl Generation {
    /// The number of open ones; `end` is the first birth of the next generation.
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
    /// Handles with an earlier birth are constants, or were opened before the running calls.
    fresh_since: u64,
    /// Handles with an earlier birth take the slow path on close: they belong to an older generation, or closes are
    /// recorded.
    fast_since: u64,
    /// The current generation.
    generation: Generation,
    /// The generations before it.
    older: Vec<Generation>,
    /// For each slot, the event that closed its handle and the slot's key after that; empty until closes are
    /// recorded.
    closed: Vec<(isize, Event)>,
    records_closes: bool,
}

/// The result of closing a handle.
#[derive(Clone, Copy)]
pub(crate) struct Freed {
    /// The handle below.
    pub(crate) uh: HPy,
    /// Whether the handle owns guarded memory.
    pub(crate) has_buffers: bool,
    /// Another slot, whose guarded memory must be dropped.
    pub(crate) discard: Option<u32>,
}

impl Handles {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
            next_birth: FIRST_BIRTH,
            fresh_since: FIRST_BIRTH,
            fast_since: FIRST_BIRTH,
            generation: Generation {
                first_birth: FIRST_BIRTH,
                closed: 0,
            },
            older: Vec::new(),
            closed: Vec::new(),
            records_closes: false,
        }
    }

    /// Switches the recording of opens and closes. While it is on, there is no fast path.
    pub(crate) fn set_recording(&mut self, is_recording: bool) {
        self.records_closes = is_recording;
        self.table.quarantine.set_fast(!is_recording);
        self.set_fast_since();
    }

    fn set_fast_since(&mut self) {
        self.fast_since = match self.records_closes {
            true => u64::MAX,
            false => self.generation.first_birth,
        };
    }

    /// Opens a handle without a creation stack, if the fast path allows it.
    #[inline(always)]
    pub(crate) fn open_fast(&mut self, uh: HPy, kind: u8, origin: Origin) -> Option<HPy> {
        let birth = self.next_birth + origin.0;
        let key = self.table.open_fast(kind, Handle { uh, birth })?;
        self.opened(kind);
        Some(HPy { _i: key })
    }

    /// Opens a handle; `stack` is its creation stack, or 0. Also returns whether the guarded memory of the slot's
    /// previous handle must be dropped. `None` where there is no memory; callers that cannot fail get there later
    /// than others.
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

    /// Call this when an extension's outermost call begins: handles opened before then belong to earlier calls.
    #[inline(always)]
    pub(crate) fn start_call(&mut self) {
        self.fresh_since = self.next_birth;
    }

    /// The handle below, if `h` was opened in a running call or is a constant of `context`.
    #[inline(always)]
    pub(crate) fn fresh(&self, h: HPy, context: *mut HPyContext) -> Option<HPy> {
        let Handle { uh, birth } = self.table.get(h._i)?.data;
        if birth >= self.fresh_since {
            return Some(uh);
        }
        // Most handles are no constants.
        compiler::keep_order();
        (birth == context.addr() as u64).then_some(uh)
    }

    /// The context of a constant.
    pub(crate) fn context_of(&self, constant: HPy) -> Option<*mut HPyContext> {
        let slot = self.table.get(constant._i)?;
        let address = slot.data.birth as usize;
        (kind(constant._i) == CONSTANT).then(|| std::ptr::with_exposed_provenance_mut(address))
    }

    /// Notes that an open constant is a type.
    pub(crate) fn note_type(&mut self, h: HPy) {
        if let Some(slot) = self.table.get_mut(h._i) {
            slot.note |= IS_TYPE;
        }
    }

    /// Whether that was noted.
    #[inline(always)]
    pub(crate) fn is_known_type(&self, h: HPy) -> bool {
        (self.table.get(h._i)).is_some_and(|slot| slot.note & IS_TYPE != 0)
    }

    /// Whether this is the first use of an open handle in a later call. Marks it as reported.
    pub(crate) fn is_first_late_use(&mut self, h: HPy) -> bool {
        let Some(slot) = self.table.get_mut(h._i) else {
            return false;
        };
        let first = slot.note & WARNED == 0;
        slot.note |= WARNED;
        first
    }

    /// The handle below any open handle.
    #[inline(always)]
    pub(crate) fn get(&self, h: HPy) -> Option<HPy> {
        self.table.get(h._i).map(|slot| slot.data.uh)
    }

    /// Whether the quarantine has handles in it, and room for more.
    #[inline(always)]
    pub(crate) fn has_room(&self) -> bool {
        self.table.quarantine.has_room()
    }

    /// Whether the quarantine is full and not empty.
    #[inline(always)]
    pub(crate) fn is_full(&self) -> bool {
        self.table.quarantine.is_full() && self.table.quarantine.len() > 0
    }

    /// Closes an open handle of this kind and returns the handle below, if the fast path allows it. The quarantine
    /// must [have room](Self::has_room). If it [was full](Self::is_full), the caller must [release](Self::release) a
    /// slot afterwards.
    #[inline(always)]
    pub(crate) fn close_fast(&mut self, h: HPy, kind: u8) -> Option<HPy> {
        let since = self.fast_since;
        let last_look = |handle: &Handle| (handle.birth >= since).then_some(handle.uh);
        let closed = self.table.close_fast(h._i, kind, last_look)?;
        if kind == OWNED {
            self.generation.closed += 1;
        }
        Some(closed)
    }

    /// Closes the handle of an argument, which nobody else can close, if the fast path allows it. Returns whether it did.
    #[inline(always)]
    pub(crate) fn close_lent(&mut self, h: HPy) -> bool {
        self.table.close_lent(h._i, ARGUMENT)
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

    /// Takes the oldest handle out of the quarantine. Returns its slot if its guarded memory must be dropped.
    pub(crate) fn release(&mut self) -> Option<u32> {
        let slot = self.table.release();
        self.give_up_buffers(slot).then_some(slot)
    }

    /// The same on the fast path, where no guarded memory must be dropped. Returns whether it did.
    #[inline(always)]
    pub(crate) fn release_fast(&mut self) -> bool {
        self.table.release_fast(HAS_BUFFERS)
    }

    /// Whether a slot that is about to be reused has guarded memory, which must be dropped.
    fn give_up_buffers(&mut self, slot: u32) -> bool {
        let note = &mut self.table.slot_mut(slot).note;
        let has_buffers = *note & HAS_BUFFERS != 0;
        *note &= !HAS_BUFFERS;
        has_buffers
    }

    /// Counts the close of a handle of an older generation.
    fn close_older(&mut self, birth: u64) {
        let later = self.older.partition_point(|g| g.first_birth <= birth);
        self.older[later - 1].closed += 1;
    }

    /// Starts a generation and returns its number. The first is 0.
    pub(crate) fn new_generation(&mut self) -> usize {
        // An unused birth: arguments that were lent before must have an earlier one.
        self.next_birth += BIRTH;
        self.generation.closed += 1;
        self.older.push(self.generation);
        self.generation = Generation {
            first_birth: self.next_birth,
            closed: 0,
        };
        self.set_fast_since();
        self.older.len()
    }

    /// The data of a new builder or tracker of the context below.
    pub(crate) fn resource(&self, raw: isize, origin: Origin) -> Handle {
        Handle {
            uh: HPy { _i: raw },
            birth: self.next_birth + origin.0,
        }
    }

    /// The birth of the next handle.
    pub(crate) fn next_birth(&self) -> u64 {
        self.next_birth
    }

    /// The first birth of a generation.
    pub(crate) fn first_birth(&self, generation: usize) -> u64 {
        match generation.checked_sub(self.older.len()) {
            None => self.older[generation].first_birth,
            Some(0) => self.generation.first_birth,
            Some(_) => u64::MAX,
        }
    }

    /// The birth of the handle in a slot.
    pub(crate) fn birth(&self, index: u32) -> u64 {
        self.table.slot(index).data.birth
    }

    /// The generation of a birth.
    pub(crate) fn generation_of(&self, birth: u64) -> usize {
        let starts_before = |generation: &Generation| generation.first_birth <= birth;
        match starts_before(&self.generation) {
            true => self.older.len(),
            false => self.older.partition_point(starts_before).saturating_sub(1),
        }
    }

    /// Open owned handles of `generation` or later, oldest first.
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

    /// The birth at which the running calls, or the last ones, began.
    pub(crate) fn calls_began(&self) -> u64 {
        self.fresh_since
    }

    /// Open owned handles with the birth `since` or later, oldest first.
    pub(crate) fn open_born_since(&self, since: u64) -> Vec<HandleId> {
        let open = self.table.open_slots(OWNED);
        let mut found: Vec<_> = open
            .map(|index| (self.table.slot(index).data.birth, HandleId(index)))
            .filter(|(birth, _)| *birth >= since)
            .collect();
        // They are mostly in order, or in reverse order.
        found.sort_by_key(|(birth, _)| *birth);
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Closed handles in the quarantine of `generation` or later, in the order in which they were closed.
    pub(crate) fn closed_since(&self, generation: usize) -> Vec<HandleId> {
        let since = self.first_birth(generation);
        self.table
            .waiting()
            .filter(|index| self.table.slot(*index).data.birth >= since)
            .map(HandleId)
            .collect()
    }

    /// Marks an open handle as the owner of guarded memory.
    pub(crate) fn mark_buffers(&mut self, h: HPy) {
        if let Some(slot) = self.table.get_mut(h._i) {
            slot.note |= HAS_BUFFERS;
        }
    }

    /// Clears that mark: the guarded memory of a slot was dropped.
    pub(crate) fn unmark_buffers(&mut self, index: u32) {
        self.table.slot_mut(index).note &= !HAS_BUFFERS;
    }

    /// The creation stack of the handle in a slot, or 0.
    pub(crate) fn stack(&self, index: u32) -> u32 {
        self.table.slot(index).note & !(HAS_BUFFERS | WARNED | IS_TYPE)
    }

    /// The origin of the present or last handle of a slot.
    pub(crate) fn origin(&self, index: u32) -> Origin {
        self.table.slot(index).data.origin()
    }

    /// Records what closed the handle of a slot, if closes are recorded.
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

    /// The event that closed the last handle of a slot, if it was recorded.
    pub(crate) fn closed(&self, index: u32) -> Event {
        match self.closed.get(index as usize) {
            Some((key, closed)) if *key == self.table.key(index) => *closed,
            _ => Event::default(),
        }
    }

    /// Whether the object of a closed handle is certainly alive: an older handle to it is still open. A younger
    /// handle may refer to another object at the same address. Arguments are opened before anything else with the
    /// same birth.
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

    /// Why `h` is not open; says nothing about open handles. The key of a builder or tracker is wild.
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
    use crate::handles::table::slot_of;

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
