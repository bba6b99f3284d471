//! A table of slots whose keys are never reused: a key is a number, `generation | index | kind`, and
//! closing a slot bumps its generation. So a closed key stays recognisable for ever at no memory, and a
//! value that was never a key is told apart without being dereferenced.
//!
//! Closed slots wait in a [`Quarantine`] before they are used again; a slot whose generations are used up is
//! never used again.

use crate::quarantine::Quarantine;

const KIND_BITS: u32 = 4;
const KIND_MASK: u64 = (1 << KIND_BITS) - 1;
const INDEX_MASK: u64 = 0xffff_ffff >> KIND_BITS;

/// The first generation. Its value keeps the top 16 bits of every key non-zero, which no pointer has
/// in user space, and the sign bit clear, which small negative numbers have not.
const FIRST_GENERATION: u32 = 0x0001_0000;
/// Set in the key of a closed slot whose generations are used up.
const USED_UP: u64 = 1 << 63;
/// What a key grows by.
const GENERATION: u64 = 1 << 32;

/// The kind of a slot that is not open.
const CLOSED: u8 = 0;

/// What is different in the key of a slot that is not open: it has the index of another slot, so that no value
/// that leads to this slot equals it.
const ELSEWHERE: u64 = 1 << KIND_BITS;

/// A slot.
pub(crate) struct Slot<T> {
    key: u64,
    /// The owner of the table may store what it likes; see [`MARK`].
    pub(crate) note: u32,
    /// What is open here, or was last.
    pub(crate) data: T,
}

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
pub(crate) struct Table<T> {
    slots: Vec<Slot<T>>,
    pub(crate) quarantine: Quarantine,
    free: Vec<u32>,
}

fn generation(key: u64) -> u32 {
    (key >> 32) as u32
}

fn pack(generation: u32, index: u32, kind: u8) -> u64 {
    u64::from(generation) << 32 | u64::from(index) << KIND_BITS | u64::from(kind)
}

#[inline(always)]
fn index(key: u64) -> usize {
    (key >> KIND_BITS & INDEX_MASK) as usize
}

/// The kind of a key, whether it is open or not.
#[inline(always)]
pub(crate) fn kind(key: isize) -> u8 {
    (key as u64 & KIND_MASK) as u8
}

/// The number of a key's slot; means nothing for a wild value.
#[inline(always)]
pub(crate) fn slot_of(key: isize) -> u32 {
    index(key as u64) as u32
}

impl<T: Default> Table<T> {
    pub(crate) fn new(quarantine_max: usize) -> Self {
        Self {
            slots: Vec::new(),
            quarantine: Quarantine::new(quarantine_max),
            free: Vec::new(),
        }
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get(&self, key: isize) -> Option<&Slot<T>> {
        let slot = self.slots.get(index(key as u64))?;
        (slot.key == key as u64).then_some(slot)
    }

    /// The slot that `key` opens.
    #[inline(always)]
    pub(crate) fn get_mut(&mut self, key: isize) -> Option<&mut Slot<T>> {
        let slot = self.slots.get_mut(index(key as u64))?;
        (slot.key == key as u64).then_some(slot)
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot(&self, index: u32) -> &Slot<T> {
        &self.slots[index as usize]
    }

    /// A slot by its number, open or not.
    pub(crate) fn slot_mut(&mut self, index: u32) -> &mut Slot<T> {
        &mut self.slots[index as usize]
    }

    /// Why `key` opens nothing.
    pub(crate) fn why_invalid(&self, key: isize) -> Invalid {
        let key = key as u64;
        let Some(slot) = self.slots.get(index(key)) else {
            return Invalid::Wild;
        };
        let (then, now) = (generation(key), generation(slot.key));
        if !(FIRST_GENERATION..now).contains(&then) || kind(key as isize) == CLOSED {
            Invalid::Wild
        } else if then + 1 == now && kind(slot.key as isize) == CLOSED {
            Invalid::Closed(index(key) as u32)
        } else {
            Invalid::Reused
        }
    }

    /// Opens the slot that waits longest, where that is due and its note is less than `max_note`. Returns its key.
    #[inline(always)]
    pub(crate) fn open_waiting(
        &mut self,
        kind: u8,
        note: u32,
        data: T,
        max_note: u32,
    ) -> Option<isize> {
        let index = self.quarantine.due()?;
        // SAFETY: only numbers of slots wait.
        let slot = unsafe { self.slots.get_unchecked_mut(index as usize) };
        if slot.note >= max_note {
            return None;
        }
        self.quarantine.pop();
        Some(slot.open(kind, note, data))
    }

    /// Opens a slot. Returns its key, and the note of what it held last.
    pub(crate) fn open(&mut self, kind: u8, note: u32, data: T) -> (isize, u32) {
        let index = match self.quarantine.due() {
            Some(index) => {
                self.quarantine.pop();
                index
            }
            None => self.unused(),
        };
        let slot = &mut self.slots[index as usize];
        let last = slot.note;
        (slot.open(kind, note, data), last)
    }

    /// Opens a slot that nothing waits in, whatever else waits. Returns its key.
    pub(crate) fn open_unused(&mut self, kind: u8, note: u32, data: T) -> isize {
        let index = self.unused();
        self.slots[index as usize].open(kind, note, data)
    }

    /// A slot that nothing waits in.
    fn unused(&mut self) -> u32 {
        if let Some(index) = self.free.pop() {
            return index;
        }
        let index = self.slots.len() as u32;
        assert!(u64::from(index) < INDEX_MASK, "too many handles are open");
        self.slots.push(Slot {
            key: pack(FIRST_GENERATION, index, CLOSED) ^ ELSEWHERE,
            note: 0,
            data: T::default(),
        });
        index
    }

    /// Closes the slot that `key` opens, if it is of this kind, if there is room for it in the quarantine, and if
    /// `last_look` finds something, which is returned.
    #[inline(always)]
    pub(crate) fn close_quickly<R>(
        &mut self,
        key: isize,
        kind: u8,
        last_look: impl FnOnce(&Slot<T>) -> Option<R>,
    ) -> Option<R> {
        let without_kind = (key as u64).wrapping_sub(kind.into());
        if without_kind & KIND_MASK != 0 {
            return None;
        }
        let slot = self.slots.get_mut(index(key as u64))?;
        let closed = without_kind.wrapping_add(GENERATION);
        if slot.key != key as u64 || closed & USED_UP != 0 || self.quarantine.is_full() {
            return None;
        }
        let seen = last_look(slot)?;
        slot.key = closed ^ ELSEWHERE;
        self.quarantine.push(slot_of(key));
        Some(seen)
    }

    /// Closes the slot that `key` opens. Returns the slot that left the quarantine for it.
    pub(crate) fn close(&mut self, key: isize) -> Option<u32> {
        let slot = self.get_mut(key)?;
        slot.key = (key as u64 - u64::from(kind(key)) + GENERATION) ^ ELSEWHERE;
        if slot.key & USED_UP != 0 {
            return None;
        }
        let oldest = self.quarantine.push_and_pop(slot_of(key))?;
        self.free.push(oldest);
        Some(oldest)
    }

    /// Whether the slot is open.
    pub(crate) fn is_open(&self, index: u32) -> bool {
        kind(self.slot(index).key as isize) != CLOSED
    }

    /// The key that opens the slot; of a closed slot, a value that opens nothing.
    pub(crate) fn key(&self, index: u32) -> isize {
        self.slot(index).key as isize
    }

    /// All open slots of a kind.
    pub(crate) fn open_slots(&self, wanted: u8) -> impl Iterator<Item = u32> {
        self.slots
            .iter()
            .filter(move |slot| kind(slot.key as isize) == wanted)
            .map(|slot| index(slot.key) as u32)
    }
}

impl<T> Slot<T> {
    #[inline(always)]
    fn open(&mut self, kind: u8, note: u32, data: T) -> isize {
        self.key ^= ELSEWHERE | u64::from(kind);
        self.note = note;
        self.data = data;
        self.key as isize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: u8 = 1;

    fn open(table: &mut Table<u32>, data: u32) -> isize {
        table.open(KIND, 0, data).0
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
        assert!(table.slots.len() <= 4);
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
        assert_eq!(table.quarantine.iter().collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(slot_of(open(&mut table, 9)), 2);
        assert_eq!(table.quarantine.iter().collect::<Vec<_>>(), [3, 4]);
    }
}
