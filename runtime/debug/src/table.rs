//! A table of slots whose keys are never reused: a key is a number, `generation | index | kind`, and
//! closing a slot bumps its generation. So a closed key stays recognisable for ever at no memory, and a
//! value that was never a key is told apart without being dereferenced.
//!
//! Closed slots wait in a queue before they are used again, oldest first; a slot whose generations are
//! used up is never used again.

const KIND_BITS: u32 = 4;
const KIND_MASK: u64 = (1 << KIND_BITS) - 1;
const INDEX_MASK: u64 = 0xffff_ffff >> KIND_BITS;

/// The first generation. Its value keeps the top 16 bits of every key non-zero, which no pointer has
/// in user space, and the sign bit clear, which small negative numbers have not.
const FIRST_GENERATION: u32 = 0x0001_0000;
const LAST_GENERATION: u32 = 0x7fff_ffff;

const NIL: u32 = u32::MAX;

/// The kind of a slot that is not open.
const CLOSED: u8 = 0;

/// What is different in the key of a slot that is not open: it has the index of another slot, so that no value
/// that leads to this slot equals it.
const ELSEWHERE: u64 = 1 << KIND_BITS;

/// A slot.
pub(crate) struct Slot<T> {
    key: u64,
    /// The next closed slot, while this one is closed.
    link: u32,
    /// The owner of the table may store what it likes.
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

/// A chain of closed slots, oldest first.
#[derive(Default)]
struct Queue {
    ends: Option<(u32, u32)>,
    len: usize,
}

/// A table of slots.
pub(crate) struct Table<T> {
    slots: Vec<Slot<T>>,
    quarantine: Queue,
    /// How many closed slots wait at least before one is used again.
    pub(crate) quarantine_max: usize,
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
            quarantine: Queue::default(),
            quarantine_max,
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

    /// Picks the slot that is opened next. Its data and note are those of what it held last.
    #[inline(always)]
    pub(crate) fn reserve(&mut self) -> u32 {
        if self.quarantine.len >= self.quarantine_max
            && let Some(index) = self.pop_quarantine()
        {
            return index;
        }
        self.reserve_fresh()
    }

    /// Picks a slot that nothing waits in.
    pub(crate) fn reserve_fresh(&mut self) -> u32 {
        if let Some(index) = self.free.pop() {
            return index;
        }
        let index = self.slots.len() as u32;
        assert!(u64::from(index) < INDEX_MASK, "too many handles are open");
        let key = pack(FIRST_GENERATION, index, CLOSED) ^ ELSEWHERE;
        self.slots.push(Slot {
            key,
            link: NIL,
            note: 0,
            data: T::default(),
        });
        index
    }

    /// Opens a reserved slot and returns its key.
    #[inline(always)]
    pub(crate) fn open(&mut self, index: u32, kind: u8, note: u32, data: T) -> isize {
        let slot = &mut self.slots[index as usize];
        slot.key ^= ELSEWHERE | u64::from(kind);
        slot.note = note;
        slot.data = data;
        slot.key as isize
    }

    /// Closes an open slot. Returns a slot that left the quarantine for it.
    #[inline(always)]
    pub(crate) fn close(&mut self, index: u32) -> Option<u32> {
        let slot = &mut self.slots[index as usize];
        let next = generation(slot.key) + 1;
        slot.key = pack(next, index, CLOSED) ^ ELSEWHERE;
        slot.link = NIL;
        if next == LAST_GENERATION {
            return None;
        }
        self.quarantine.ends = match self.quarantine.ends {
            None => Some((index, index)),
            Some((first, last)) => {
                self.slots[last as usize].link = index;
                Some((first, index))
            }
        };
        self.quarantine.len += 1;
        if self.quarantine.len <= self.quarantine_max {
            return None;
        }
        let oldest = self.pop_quarantine()?;
        self.free.push(oldest);
        Some(oldest)
    }

    #[inline(always)]
    fn pop_quarantine(&mut self) -> Option<u32> {
        let (first, last) = self.quarantine.ends?;
        let next = self.slots[first as usize].link;
        self.quarantine.ends = (next != NIL).then_some((next, last));
        self.quarantine.len -= 1;
        Some(first)
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

    /// The slots in quarantine, oldest first.
    pub(crate) fn quarantined(&self) -> impl Iterator<Item = u32> {
        let first = self.quarantine.ends.map(|(first, _)| first);
        std::iter::successors(first, |index| {
            let next = self.slots[*index as usize].link;
            (next != NIL).then_some(next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: u8 = 1;

    fn open(table: &mut Table<u32>, data: u32) -> isize {
        let index = table.reserve();
        table.open(index, KIND, 0, data)
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
        table.close(slot_of(old));
        assert_eq!(table.why_invalid(old), Invalid::Closed(slot_of(old)));
        for i in 0..10_000 {
            let key = open(&mut table, i);
            assert_ne!(key, old);
            table.close(slot_of(key));
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
        table.close(slot_of(key));
        let next = key + (1 << 32);
        assert!(table.get(next).is_none());
        assert_eq!(table.why_invalid(next), Invalid::Wild);
    }

    #[test]
    fn a_closed_slot_is_found_by_no_value() {
        let mut table = Table::new(0);
        let key = open(&mut table, 7);
        table.close(slot_of(key));
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
            table.close(slot_of(*key));
        }
        assert_eq!(table.quarantined().collect::<Vec<_>>(), [2, 3, 4]);
        assert_eq!(slot_of(open(&mut table, 9)), 2);
        assert_eq!(table.quarantined().collect::<Vec<_>>(), [3, 4]);
    }
}
