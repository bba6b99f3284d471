//! Builders and trackers: each is created, used, and ended exactly once.

use hpy_abi::HPy;

use crate::handles::handle_table::{Event, Handle, Origin};
use crate::handles::table::{Invalid, Table, kind, slot_of};
use crate::reports::catalogue::ResourceKind;

/// Ended builders and trackers that are remembered.
const QUARANTINE: usize = 1024;

/// The first kind of a resource; handles use those below. A key contains its kind, so a tracker is never taken for a
/// builder.
const FIRST_KIND: u8 = 4;

/// The kind in the keys of such resources.
pub(crate) fn key_kind(kind: ResourceKind) -> u8 {
    FIRST_KIND + kind as u8
}

const WORD: usize = u64::BITS as usize;

/// Words of a builder's or tracker's memory to keep allocated for the next one.
const SPARE_WORDS: usize = 1024;
/// For how many of them.
const SPARE: usize = 16;

/// The contents of a builder or tracker. They belong to the slot, so the next one reuses their memory.
#[derive(Default)]
struct Contents {
    /// The number of a builder's items.
    items: usize,
    /// One bit per item: whether it was set.
    set: Vec<u64>,
    /// The handles in a tracker.
    kept: Vec<HPy>,
    /// The stack of its creation, or 0.
    made_on: u32,
    /// The event that ended it.
    ended: Event,
}

/// The state of a builder's item before it is set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Unset,
    Set,
    /// The builder has only this many items.
    Outside(usize),
}

/// All builders and trackers of a debug context.
pub(crate) struct Resources {
    /// The data of each.
    table: Table<Handle>,
    /// The contents of each slot.
    contents: Vec<Contents>,
    /// Memory of what has ended, for what is made next.
    spare_sets: Vec<Vec<u64>>,
    spare_kept: Vec<Vec<HPy>>,
}

impl Resources {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
            contents: Vec::new(),
            spare_sets: Vec::new(),
            spare_kept: Vec::new(),
        }
    }

    /// Wraps a new resource of the context below, with `items` items. `stack` is that of its creation, or 0. Returns
    /// its key; `None` where there is no memory.
    pub(crate) fn create(
        &mut self,
        resource: Handle,
        kind: ResourceKind,
        items: usize,
        stack: u32,
    ) -> Option<isize> {
        let key = match self.table.open_quickly(key_kind(kind), resource) {
            Some(key) => key,
            None => self.table.open(key_kind(kind), 0, resource, false)?.0,
        };
        let slot = slot_of(key) as usize;
        if self.contents.len() <= slot {
            self.contents.resize_with(slot + 1, Contents::default);
        }
        let contents = &mut self.contents[slot];
        contents.items = items;
        contents.made_on = stack;
        if items > 0 {
            let words = items.div_ceil(WORD);
            contents.set = self.spare_sets.pop().unwrap_or_default();
            contents.set.try_reserve(words).ok()?;
            contents.set.resize(words, 0);
        }
        Some(key)
    }

    /// The resource below; `key` must have this kind.
    #[inline(always)]
    pub(crate) fn get(&self, key: isize, kind: ResourceKind) -> Option<isize> {
        if self::kind(key) != key_kind(kind) {
            return None;
        }
        self.table.get(key).map(|slot| slot.data.uh._i)
    }

    /// Ends a resource and returns the one below.
    pub(crate) fn close(&mut self, key: isize, kind: ResourceKind, by: Event) -> Option<isize> {
        let raw = self.get(key, kind)?;
        let has_room = self.table.quarantine.has_room();
        if !has_room || (self.table.close_quickly(key, key_kind(kind), |_| Some(()))).is_none() {
            self.table.close(key);
        }
        let contents = &mut self.contents[slot_of(key) as usize];
        contents.ended = by;
        put_by(&mut contents.set, &mut self.spare_sets);
        put_by(&mut contents.kept, &mut self.spare_kept);
        Some(raw)
    }

    #[inline(always)]
    fn contents(&mut self, key: isize) -> Option<&mut Contents> {
        self.table.get(key)?;
        self.contents.get_mut(slot_of(key) as usize)
    }

    /// Marks an item of a builder as set, and returns its state before. A closed builder gives `None`.
    #[inline(always)]
    pub(crate) fn set_item(&mut self, key: isize, index: isize) -> Item {
        let Some(contents) = self.contents(key) else {
            return Item::Unset;
        };
        let (items, index) = (contents.items, index as usize);
        if index >= items {
            return Item::Outside(items);
        }
        let word = &mut contents.set[index / WORD];
        let bit = 1 << (index % WORD);
        let item = if *word & bit == 0 {
            Item::Unset
        } else {
            Item::Set
        };
        *word |= bit;
        item
    }

    /// The first unset item of a builder, and the number of its items.
    pub(crate) fn missing(&mut self, key: isize) -> Option<(usize, usize)> {
        let Contents { items, set, .. } = self.contents(key)?;
        let word = set.iter().position(|word| *word != u64::MAX)?;
        let missing = word * WORD + set[word].trailing_ones() as usize;
        (missing < *items).then_some((missing, *items))
    }

    /// Has a handle end with the resource, if that is open.
    #[inline(always)]
    pub(crate) fn keep(&mut self, key: isize, h: HPy) {
        if self.table.get(key).is_none() {
            return;
        }
        if let Some(Contents { kept, .. }) = self.contents.get_mut(slot_of(key) as usize) {
            if kept.capacity() == 0 {
                *kept = self.spare_kept.pop().unwrap_or_default();
            }
            kept.push(h);
        }
    }

    /// The handles in a tracker; none if it is not open.
    #[inline(always)]
    pub(crate) fn kept(&mut self, key: isize) -> Option<&mut Vec<HPy>> {
        Some(&mut self.contents(key)?.kept)
    }

    /// All open resources: C type, origin, creation stack, birth.
    pub(crate) fn open(&self) -> impl Iterator<Item = (&'static str, Origin, u32, u64)> {
        let kinds = ResourceKind::ALL.iter();
        let open = kinds.flat_map(|kind| {
            let slots = self.table.open_slots(key_kind(*kind));
            slots.map(move |slot| (kind.name(), slot))
        });
        open.map(|(name, slot)| {
            let birth = self.table.slot(slot).data.birth;
            (name, self.origin(slot), self.made_on(slot), birth)
        })
    }

    /// Why `key` is not open as a resource of this kind. A handle is wild here.
    pub(crate) fn why_invalid(&self, key: isize) -> Invalid {
        if ResourceKind::ALL
            .iter()
            .any(|known| key_kind(*known) == kind(key))
        {
            self.table.why_invalid(key)
        } else {
            Invalid::Wild
        }
    }

    /// The origin of the present or last resource of a slot.
    pub(crate) fn origin(&self, slot: u32) -> Origin {
        self.table.slot(slot).data.origin()
    }

    /// Its creation stack, or 0.
    pub(crate) fn made_on(&self, slot: u32) -> u32 {
        self.contents[slot as usize].made_on
    }

    /// The event that ended the last resource of a slot.
    pub(crate) fn ended(&self, slot: u32) -> Event {
        self.contents[slot as usize].ended
    }
}

/// Empties a list and keeps its memory for another.
#[inline(always)]
fn put_by<T>(list: &mut Vec<T>, spare: &mut Vec<Vec<T>>) {
    if list.capacity() > 0 {
        let mut list = std::mem::take(list);
        list.clear();
        list.shrink_to(SPARE_WORDS);
        if spare.len() < SPARE {
            spare.push(list);
        }
    }
}
