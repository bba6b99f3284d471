//! A table of slots whose keys are never reused: a key is a number, `generation | index | kind`, and
//! closing a slot bumps its generation. So a closed key stays recognisable for ever at no memory, and a
//! value that was never a key is told apart without being dereferenced.
//!
//! Closed slots wait in a [`Quarantine`] before they are used again; a slot whose generations are used up is
//! never used again.

use crate::quarantine::Quarantine;
use crate::slots::{KIND_BITS, Slots, Zero};

const KIND_MASK: u64 = (1 << KIND_BITS) - 1;
const INDEX_MASK: u64 = 0xffff_ffff >> KIND_BITS;

/// The first generation. Its value keeps the top 16 bits of every key non-zero, which no pointer has
/// in user space, and the sign bit clear, which small negative numbers have not.
const FIRST_GENERATION: u32 = 0x0001_0000;
/// What a key grows by. Where that makes it negative, the slot's generations are used up.
const GENERATION: u64 = 1 << 32;

/// The kind of a slot that is not open.
const CLOSED: u8 = 0;

/// Slots that are left to who cannot fail, where there is no memory for more.
const RESERVE: usize = 64;

/// What is different in the key of a slot that is not open: it has the number of the next slot, so that no value
/// that leads to this slot equals it.
const ELSEWHERE: u64 = 1 << KIND_BITS;

/// A slot.
#[derive(Clone, Copy)]
#[repr(C, align(16))]
pub(crate) struct Slot<T> {
    /// What is open here, or was last.
    pub(crate) data: T,
    key: u64,
    /// The owner of the table may store what it likes. What is opened and closed quickly has none.
    pub(crate) note: u32,
}

// SAFETY: integers, and what is zero by contract.
unsafe impl<T: Zero> Zero for Slot<T> {}

/// What a key that opens nothing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invalid {
    /// It was closed, and its slot still holds what it opened.
    Closed(u32),
    /// It was closed, and its slot has been used again.
    Reused,
    /// This table never gave it out.
    Wild,
}

/// A table of slots.
#[repr(C)]
pub(crate) struct Table<T> {
    slots: Slots<Slot<T>>,
    pub(crate) quarantine: Quarantine,
    /// Closed slots that nothing waits in.
    free: Vec<u32>,
    /// Slots that were ever used.
    used: u32,
}

fn generation(key: u64) -> u32 {
    (key >> 32) as u32
}

/// The key of a slot that was never open.
fn unopened(index: u32) -> u64 {
    (u64::from(FIRST_GENERATION) << 32 | u64::from(lead(index)) | u64::from(CLOSED)) + ELSEWHERE
}

/// A value with the number of a slot, which leads to that: what the quarantine holds.
fn lead(index: u32) -> u32 {
    index << KIND_BITS
}

/// The same of the slot that a key opens.
#[inline(always)]
fn lead_of(key: isize) -> u32 {
    key as u32 & !(KIND_MASK as u32)
}

/// The kind of a key, whether it is open or not.
#[inline(always)]
pub(crate) fn kind(key: isize) -> u8 {
    (key as u64 & KIND_MASK) as u8
}

/// The number of a key's slot; means nothing for a wild value.
#[inline(always)]
pub(crate) fn slot_of(key: isize) -> u32 {
    (key as u64 >> KIND_BITS & INDEX_MASK) as u32
}

impl<T: Zero> Table<T> {
    pub(crate) fn new(quarantine_max: usize) -> Self {
        let mut table = Self {
            slots: Slots::new(),
            quarantine: Quarantine::new(quarantine_max),
            free: Vec::new(),
            used: 0,
        };
        // The first slot is not all zero from now on: NULL opens nothing.
        table.at_mut(0).key = unopened(0);
        table
    }

    /// The slot that a value leads to, which need not be its own.
    #[inline(always)]
    fn at(&self, value: u64) -> &Slot<T> {
        // SAFETY: all slots are values at all times, and who changes one has the table for itself.
        unsafe { self.slots.at(value).as_ref() }
    }

    #[inline(always)]
    fn at_mut(&mut self, value: u64) -> &mut Slot<T> {
        // SAFETY: all slots are values at all times, and we have the table for ourselves.
        unsafe { self.slots.at(value).as_mut() }
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get(&self, key: isize) -> Option<&Slot<T>> {
        let slot = self.at(key as u64);
        (slot.key == key as u64).then_some(slot)
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get_mut(&mut self, key: isize) -> Option<&mut Slot<T>> {
        let slot = self.at_mut(key as u64);
        (slot.key == key as u64).then_some(slot)
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot(&self, index: u32) -> &Slot<T> {
        assert!(index < self.used);
        self.at(lead(index).into())
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot_mut(&mut self, index: u32) -> &mut Slot<T> {
        assert!(index < self.used);
        self.at_mut(lead(index).into())
    }

    /// Why `key` opens nothing.
    pub(crate) fn why_invalid(&self, key: isize) -> Invalid {
        let index = slot_of(key);
        if index >= self.used {
            return Invalid::Wild;
        }
        let slot = self.slot(index);
        let (then, now) = (generation(key as u64), generation(slot.key));
        if !(FIRST_GENERATION..now).contains(&then) || kind(key) == CLOSED {
            Invalid::Wild
        } else if then + 1 == now && !slot.is_open() {
            Invalid::Closed(index)
        } else {
            Invalid::Reused
        }
    }

    /// Opens the slot that waits longest, where that is due quickly and has no note. Returns its key.
    #[inline(always)]
    pub(crate) fn open_quickly(&mut self, kind: u8, data: T) -> Option<isize> {
        let lead = self.quarantine.due_quickly()?;
        let slot = self.at_mut(lead.into());
        if slot.note != 0 {
            return None;
        }
        let key = slot.open(kind, data);
        self.quarantine.pop();
        Some(key)
    }

    /// Opens a slot. Returns its key, and the note of what it held last; `None` where there is no memory for another
    /// slot. Who cannot fail gets there later.
    pub(crate) fn open(
        &mut self,
        kind: u8,
        note: u32,
        data: T,
        can_fail: bool,
    ) -> Option<(isize, u32)> {
        let index = match self.quarantine.due() {
            Some(lead) => {
                self.quarantine.pop();
                lead >> KIND_BITS
            }
            None => self.unused(can_fail)?,
        };
        let slot = self.slot_mut(index);
        let last = std::mem::replace(&mut slot.note, note);
        Some((slot.open(kind, data), last))
    }

    /// Opens a slot that nothing waits in, whatever else waits, for who cannot fail. Returns its key; `None` where there
    /// is no memory.
    pub(crate) fn open_unused(&mut self, kind: u8, data: T) -> Option<isize> {
        let index = self.unused(false)?;
        let slot = self.slot_mut(index);
        slot.note = 0;
        Some(slot.open(kind, data))
    }

    /// A slot that nothing waits in; `None` where there is no memory.
    fn unused(&mut self, can_fail: bool) -> Option<u32> {
        if let Some(index) = self.free.pop() {
            return Some(index);
        }
        let index = self.used;
        // The last number is none of a slot: its successor would be of the next generation.
        let left = self.slots.count().min(INDEX_MASK as usize) - index as usize;
        let is_reserved = left <= RESERVE && self.slots.double().is_none();
        if is_reserved && (can_fail || left == 0) {
            return None;
        }
        self.used += 1;
        self.slot_mut(index).key = unopened(index);
        Some(index)
    }

    /// Closes the slot that `key` opens, if it is of this kind, may be opened again and has no note, and if `last_look`
    /// finds something, which is returned. Where the quarantine was full, the caller has to [release](Self::release)
    /// a slot then.
    #[inline(always)]
    pub(crate) fn close_quickly<R>(
        &mut self,
        key: isize,
        kind: u8,
        last_look: impl FnOnce(&T) -> Option<R>,
    ) -> Option<R> {
        let closed = (key as u64).wrapping_add(GENERATION + ELSEWHERE - u64::from(kind));
        // Of another kind, or its generations are used up.
        if closed & (1 << 63 | KIND_MASK) != 0 {
            return None;
        }
        let slot = self.get_mut(key).filter(|slot| slot.note == 0)?;
        let seen = last_look(&slot.data)?;
        slot.key = closed;
        self.quarantine.push(lead_of(key));
        Some(seen)
    }

    /// Closes the slot that `key` opens. Returns the slot that is [released](Self::release) for it.
    pub(crate) fn close(&mut self, key: isize) -> Option<u32> {
        let slot = self.get_mut(key)?;
        slot.key = key as u64 - u64::from(kind(key)) + GENERATION + ELSEWHERE;
        if (slot.key as i64) < 0 {
            return None;
        }
        let was_full = self.quarantine.is_full();
        self.quarantine.push(lead_of(key));
        was_full.then(|| self.release())
    }

    /// The slot that waits longest no longer does. Returns it.
    pub(crate) fn release(&mut self) -> u32 {
        let oldest = self.quarantine.release() >> KIND_BITS;
        // Where there is no memory, the slot is not used again.
        if self.free.try_reserve(1).is_ok() {
            self.free.push(oldest);
        }
        oldest
    }

    /// [Releases](Self::release) a slot where that is done quickly, and its note has no bit of `special`. Says whether it did.
    #[inline(always)]
    pub(crate) fn release_quickly(&mut self, special: u32) -> bool {
        let oldest = self.quarantine.oldest();
        let is_quick =
            self.at(oldest.into()).note & special == 0 && self.free.len() < self.free.capacity();
        if is_quick {
            self.quarantine.release();
            self.free.push(oldest >> KIND_BITS);
        }
        is_quick
    }

    /// Whether the slot is open.
    pub(crate) fn is_open(&self, index: u32) -> bool {
        self.slot(index).is_open()
    }

    /// The key that opens the slot; of a closed slot, a value that opens nothing.
    pub(crate) fn key(&self, index: u32) -> isize {
        self.slot(index).key as isize
    }

    /// Closed slots that wait before they are used again, first closed first.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = u32> {
        self.quarantine.iter().map(|lead| lead >> KIND_BITS)
    }

    /// All open slots of a kind.
    pub(crate) fn open_slots(&self, wanted: u8) -> impl Iterator<Item = u32> {
        (0..self.used).filter(move |index| kind(self.key(*index)) == wanted)
    }
}

impl<T> Slot<T> {
    #[inline(always)]
    fn open(&mut self, kind: u8, data: T) -> isize {
        self.key = self.key - ELSEWHERE + u64::from(kind);
        self.data = data;
        self.key as isize
    }

    fn is_open(&self) -> bool {
        kind(self.key as isize) != CLOSED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: u8 = 1;

    // SAFETY: an integer.
    unsafe impl Zero for u32 {}

    fn open(table: &mut Table<u32>, data: u32) -> isize {
        table.open(KIND, 0, data, false).expect("memory").0
    }

    #[test]
    fn an_open_key_finds_its_data() {
        let mut table = Table::new(2);
        let key = open(&mut table, 7);
        assert_eq!(table.get(key).map(|slot| slot.data), Some(7));
    }

    #[test]
    fn a_closed_key_is_recognised_after_any_number_of_reuses() {
        let mut table = Table::new(2);
        let old = open(&mut table, 7);
        table.close(old);
        assert_eq!(table.why_invalid(old), Invalid::Closed(slot_of(old)));
        for i in 0..10_000 {
            let key = open(&mut table, i);
            assert_ne!(key, old);
            table.close(key);
        }
        assert!(table.get(old).is_none());
        assert_eq!(table.why_invalid(old), Invalid::Reused);
        assert!(table.used <= 4);
    }

    #[test]
    fn values_that_are_no_keys_are_wild() {
        let mut table = Table::new(2);
        let key = open(&mut table, 7);
        let address = (&raw const table) as isize;
        for value in [
            1,
            -1,
            42,
            address,
            address + 1,
            key ^ 1 << 40,
            key + 16,
            isize::MIN,
            isize::MAX,
        ] {
            assert!(table.get(value).is_none(), "{value:#x}");
            assert_eq!(table.why_invalid(value), Invalid::Wild, "{value:#x}");
        }
    }

    #[test]
    fn a_key_of_a_slot_to_come_is_wild() {
        let mut table = Table::new(0);
        let key = open(&mut table, 7);
        table.close(key);
        let next = key + (1 << 32);
        assert!(table.get(next).is_none());
        assert_eq!(table.why_invalid(next), Invalid::Wild);
    }

    #[test]
    fn a_closed_slot_is_found_by_no_value() {
        let mut table = Table::new(0);
        let key = open(&mut table, 7);
        table.close(key);
        for value in [key, key + (1 << 32)].map(|key| key & !(KIND_MASK as isize)) {
            assert!(table.get(value).is_none(), "{value:#x}");
            assert_eq!(table.why_invalid(value), Invalid::Wild, "{value:#x}");
        }
    }

    #[test]
    fn closed_slots_wait_before_they_are_used_again() {
        let mut table = Table::new(3);
        let keys: Vec<_> = (0..5).map(|i| open(&mut table, i)).collect();
        for key in &keys {
            table.close(*key);
        }
        assert_eq!(table.waiting().collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(slot_of(open(&mut table, 9)), 2);
        assert_eq!(table.waiting().collect::<Vec<_>>(), [3, 4]);
    }
}
