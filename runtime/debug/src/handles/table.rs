//! A table of slots whose keys are never reused. A key is a number, `generation | index | kind`; closing a slot
//! increments its generation. So a closed key is recognised for ever without extra memory, and a wild value is
//! recognised without dereferencing it.
//!
//! Closed slots go through a [`Quarantine`] before they are reused. A slot with no generations left is not reused.

use crate::handles::quarantine::Quarantine;
use crate::handles::slots::{KIND_BITS, Place, Slots, Zero};

const KIND_MASK: u64 = (1 << KIND_BITS) - 1;
const INDEX_MASK: u64 = 0xffff_ffff >> KIND_BITS;

/// The first generation. It keeps the top 16 bits of every key non-zero, unlike those of user-space pointers, and the
/// sign bit clear, unlike that of small negative numbers.
const FIRST_GENERATION: u32 = 0x0001_0000;
/// The step between generations in a key. When a key becomes negative, its slot has no generations left.
const GENERATION: u64 = 1 << 32;

/// The kind of a slot that is not open.
const CLOSED: u8 = 0;

/// Slots that are kept for callers that cannot fail, when there is no memory for more.
const RESERVE: usize = 64;

/// Marks the key of a closed slot: it contains the number of the next slot, so no value that leads to this slot
/// equals it.
const CLOSED_MARK: u64 = 1 << KIND_BITS;

/// A slot.
#[derive(Clone, Copy)]
#[repr(C, align(16))]
pub(crate) struct Slot<T> {
    /// The data of the present or last user.
    pub(crate) data: T,
    key: u64,
    /// Free for the table's owner. Slots on the fast path have 0 here.
    pub(crate) note: u32,
    /// The next slot in the quarantine or in the free list.
    next: Place,
}

// SAFETY: integers and a type for which zeros are valid.
unsafe impl<T: Zero> Zero for Slot<T> {}

/// Why a key is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invalid {
    /// It was closed, and its slot still has its data.
    Closed(u32),
    /// It was closed, and its slot was reused.
    Reused,
    /// This table never issued it.
    Wild,
}

/// A table of slots.
#[repr(C)]
pub(crate) struct Table<T> {
    slots: Slots<Slot<T>>,
    pub(crate) quarantine: Quarantine,
    /// The head of the free list: closed slots outside the quarantine.
    free: Place,
    /// The length of the free list.
    free_count: usize,
    /// Slots that have been used.
    used: u32,
}

fn generation(key: u64) -> u32 {
    (key >> 32) as u32
}

/// The key of a slot that was never open.
fn unopened(index: u32) -> u64 {
    (u64::from(FIRST_GENERATION) << 32 | u64::from(lead(index)) | u64::from(CLOSED)) + CLOSED_MARK
}

/// A value that leads to the slot `index`.
fn lead(index: u32) -> u32 {
    index << KIND_BITS
}

/// The kind of a key, open or not.
#[inline(always)]
pub(crate) fn kind(key: isize) -> u8 {
    (key as u64 & KIND_MASK) as u8
}

/// The slot number of a key; meaningless for a wild value.
#[inline(always)]
pub(crate) fn slot_of(key: isize) -> u32 {
    (key as u64 >> KIND_BITS & INDEX_MASK) as u32
}

impl<T: Zero> Table<T> {
    pub(crate) fn new(quarantine_max: usize) -> Self {
        let mut table = Self {
            slots: Slots::new(),
            quarantine: Quarantine::new(quarantine_max),
            free: Place::default(),
            free_count: 0,
            used: 0,
        };
        // The first slot is no longer all zero, so that NULL opens nothing.
        table.leads_to_mut(0).key = unopened(0);
        table
    }

    #[inline(always)]
    fn at(&self, place: Place) -> &Slot<T> {
        // SAFETY: the place belongs to these slots, which are valid at all times; changing one needs `&mut self`.
        unsafe { self.slots.at(place).as_ref() }
    }

    #[inline(always)]
    fn at_mut(&mut self, place: Place) -> &mut Slot<T> {
        // SAFETY: the place belongs to these slots, which are valid at all times; `&mut self` excludes other users.
        unsafe { self.slots.at(place).as_mut() }
    }

    /// The slot that a value leads to. Its key may differ.
    #[inline(always)]
    fn leads_to(&self, value: u64) -> &Slot<T> {
        self.at(self.slots.place(value))
    }

    #[inline(always)]
    fn leads_to_mut(&mut self, value: u64) -> &mut Slot<T> {
        self.at_mut(self.slots.place(value))
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get(&self, key: isize) -> Option<&Slot<T>> {
        let slot = self.leads_to(key as u64);
        (slot.key == key as u64).then_some(slot)
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get_mut(&mut self, key: isize) -> Option<&mut Slot<T>> {
        let slot = self.leads_to_mut(key as u64);
        (slot.key == key as u64).then_some(slot)
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot(&self, index: u32) -> &Slot<T> {
        assert!(index < self.used);
        self.leads_to(lead(index).into())
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot_mut(&mut self, index: u32) -> &mut Slot<T> {
        assert!(index < self.used);
        self.leads_to_mut(lead(index).into())
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

    /// Opens the oldest slot of the quarantine, if it is due on the fast path and has no note. Returns its key.
    #[inline(always)]
    pub(crate) fn open_fast(&mut self, kind: u8, data: T) -> Option<isize> {
        let place = self.quarantine.due_fast()?;
        let slot = self.at_mut(place);
        if slot.note != 0 {
            return None;
        }
        let (key, next) = (slot.open(kind, data), slot.next);
        self.quarantine.pop(next);
        Some(key)
    }

    /// Opens a slot. Returns its key and its old note; `None` where there is no memory for another slot. Callers that
    /// cannot fail get there later.
    pub(crate) fn open(
        &mut self,
        kind: u8,
        note: u32,
        data: T,
        can_fail: bool,
    ) -> Option<(isize, u32)> {
        let place = match self.quarantine.due() {
            Some(place) => {
                self.quarantine.pop(self.at(place).next);
                place
            }
            None => self.unused(can_fail)?,
        };
        let slot = self.at_mut(place);
        let last = std::mem::replace(&mut slot.note, note);
        Some((slot.open(kind, data), last))
    }

    /// Opens a slot from outside the quarantine, for callers that cannot fail. Returns its key; `None` where there is
    /// no memory.
    pub(crate) fn open_unused(&mut self, kind: u8, data: T) -> Option<isize> {
        let place = self.unused(false)?;
        let slot = self.at_mut(place);
        slot.note = 0;
        Some(slot.open(kind, data))
    }

    /// A slot from outside the quarantine; `None` where there is no memory.
    fn unused(&mut self, can_fail: bool) -> Option<Place> {
        if self.free_count > 0 {
            let place = self.free;
            self.free = self.at(place).next;
            self.free_count -= 1;
            return Some(place);
        }
        let index = self.used;
        // The last number is not used for a slot, because its successor would change the generation.
        let left = self.slots.count().min(INDEX_MASK as usize) - index as usize;
        let is_reserved = left <= RESERVE && self.slots.double().is_none();
        if is_reserved && (can_fail || left == 0) {
            return None;
        }
        self.used += 1;
        self.slot_mut(index).key = unopened(index);
        Some(self.slots.place(lead(index).into()))
    }

    /// Closes the slot of `key`, if it has this kind, has generations left and no note, and if `last_look` returns a
    /// value, which is returned. The quarantine must not be empty. If it was full, the caller must
    /// [release](Self::release) a slot afterwards.
    #[inline(always)]
    pub(crate) fn close_fast<R>(
        &mut self,
        key: isize,
        kind: u8,
        last_look: impl FnOnce(&T) -> Option<R>,
    ) -> Option<R> {
        debug_assert!(self.quarantine.len() > 0);
        let closed = (key as u64).wrapping_add(GENERATION + CLOSED_MARK - u64::from(kind));
        // Another kind, or no generations left.
        if closed & (1 << 63 | KIND_MASK) != 0 {
            return None;
        }
        let place = self.slots.place(key as u64);
        let slot = self.at_mut(place);
        if slot.key != key as u64 || slot.note != 0 {
            return None;
        }
        let seen = last_look(&slot.data)?;
        slot.key = closed;
        let last = self.quarantine.push(place);
        self.at_mut(last).next = place;
        Some(seen)
    }

    /// Closes the slot of `key`, which has this kind or is NULL, if it has generations left and no note, and if the
    /// quarantine has room on the fast path. Returns whether it did.
    #[inline(always)]
    pub(crate) fn close_lent(&mut self, key: isize, kind: u8) -> bool {
        let closed = (key as u64).wrapping_add(GENERATION + CLOSED_MARK - u64::from(kind));
        let place = self.slots.place(key as u64);
        if !self.quarantine.has_quick_room() || (closed as i64) < 0 {
            return false;
        }
        let slot = self.at_mut(place);
        if slot.key != key as u64 || slot.note != 0 {
            return false;
        }
        slot.key = closed;
        let last = self.quarantine.push(place);
        self.at_mut(last).next = place;
        true
    }

    /// Closes the slot of `key`. Returns the slot that was [released](Self::release) for it.
    pub(crate) fn close(&mut self, key: isize) -> Option<u32> {
        let slot = self.get_mut(key)?;
        slot.key = key as u64 - u64::from(kind(key)) + GENERATION + CLOSED_MARK;
        if (slot.key as i64) < 0 {
            return None;
        }
        let place = self.slots.place(key as u64);
        let was_full = self.quarantine.is_full();
        let last = self.quarantine.push_first(place);
        self.at_mut(last).next = place;
        was_full.then(|| self.release())
    }

    /// Takes the oldest slot out of the quarantine and returns it.
    pub(crate) fn release(&mut self) -> u32 {
        let place = self.quarantine.oldest();
        self.move_to_free_list(place);
        place.number()
    }

    /// [Releases](Self::release) a slot, if its note has no bit of `special`. Returns whether it did.
    #[inline(always)]
    pub(crate) fn release_fast(&mut self, special: u32) -> bool {
        let place = self.quarantine.oldest();
        let is_fast = self.at(place).note & special == 0;
        if is_fast {
            self.move_to_free_list(place);
        }
        is_fast
    }

    #[inline(always)]
    fn move_to_free_list(&mut self, oldest: Place) {
        let free = self.free;
        let next = std::mem::replace(&mut self.at_mut(oldest).next, free);
        self.quarantine.pop(next);
        self.free = oldest;
        self.free_count += 1;
    }

    /// Whether the slot is open.
    pub(crate) fn is_open(&self, index: u32) -> bool {
        self.slot(index).is_open()
    }

    /// The key of a slot; for a closed slot, a value that opens nothing.
    pub(crate) fn key(&self, index: u32) -> isize {
        self.slot(index).key as isize
    }

    /// The slots in the quarantine, in the order in which they were closed.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = u32> {
        let next = |place: &Place| Some(self.at(*place).next);
        std::iter::successors(Some(self.quarantine.first()), next)
            .take(self.quarantine.len())
            .map(Place::number)
    }

    /// All open slots of a kind.
    pub(crate) fn open_slots(&self, wanted: u8) -> impl Iterator<Item = u32> {
        (0..self.used).filter(move |index| kind(self.key(*index)) == wanted)
    }
}

impl<T> Slot<T> {
    #[inline(always)]
    fn open(&mut self, kind: u8, data: T) -> isize {
        self.key = self.key - CLOSED_MARK + u64::from(kind);
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

    #[test]
    fn slots_are_used_once_where_none_wait() {
        let mut table = Table::new(0);
        let keys: Vec<_> = (0..4).map(|i| open(&mut table, i)).collect();
        for key in &keys[1..] {
            assert_eq!(table.close(*key), Some(slot_of(*key)));
        }
        let mut again: Vec<_> = (0..4).map(|i| slot_of(open(&mut table, i))).collect();
        again.sort();
        assert_eq!(again, [1, 2, 3, 4]);
    }

    /// Opens `count` slots and closes them in the same order.
    fn open_and_close(table: &mut Table<u32>, count: u32) {
        let keys: Vec<_> = (0..count).map(|i| open(table, i)).collect();
        for key in keys {
            table.close(key);
        }
    }

    fn waiting(table: &Table<u32>) -> Vec<u32> {
        table.waiting().collect()
    }

    #[test]
    fn once_full_a_part_of_the_places_is_used_before_others_are() {
        let mut table = Table::new(32);
        open_and_close(&mut table, 33);
        let opened: Vec<_> = (0..4).map(|i| slot_of(open(&mut table, i))).collect();
        assert_eq!(opened, [1, 2, 3, 0]);
    }

    #[test]
    fn nothing_waits_where_nothing_may() {
        let mut table = Table::new(0);
        for _ in 0..2 {
            let key = open(&mut table, 7);
            assert_eq!(table.close(key), Some(0));
            assert!(waiting(&table).is_empty());
        }
    }

    #[test]
    fn who_waits_alone_is_used_again_and_waits_again() {
        let mut table = Table::new(1);
        for _ in 0..2 {
            let key = open(&mut table, 7);
            assert_eq!(slot_of(key), 0);
            assert_eq!(table.close(key), None);
            assert_eq!(waiting(&table), [0]);
        }
    }

    #[test]
    fn a_new_maximum_keeps_who_waits() {
        let mut table = Table::new(3);
        open_and_close(&mut table, 3);
        let key = table.open_unused(KIND, 3).expect("memory");
        table.quarantine.set_max(1);
        assert_eq!(waiting(&table), [0, 1, 2]);
        assert_eq!(table.close(key), Some(0));
        table.quarantine.set_max(5);
        assert_eq!(waiting(&table), [1, 2, 3]);
        assert_eq!(slot_of(open(&mut table, 9)), 0);
    }

    #[test]
    fn slots_that_do_not_wait_are_used_last_released_first() {
        let mut table = Table::new(2);
        open_and_close(&mut table, 5);
        let opened: Vec<_> = (0..5).map(|i| slot_of(open(&mut table, i))).collect();
        assert_eq!(opened, [3, 2, 1, 0, 5]);
    }
}
