//! Builders and trackers: things that are created, used, and ended exactly once.

use hpy_abi::HPy;

use crate::handles::handle_table::{Event, Handle, Origin};
use crate::handles::table::{Invalid, Table, kind, slot_of};
use crate::reports::catalogue::ResourceKind;

/// Ended builders and trackers that are remembered with what they stood for.
const QUARANTINE: usize = 1024;

/// The number of the first kind; handles have those below. Keys carry the kind, so that no resource is
/// taken for another.
const FIRST_KIND: u8 = 4;

/// The kind that keys of such a resource carry.
pub(crate) fn key_kind(kind: ResourceKind) -> u8 {
    FIRST_KIND + kind as u8
}

const WORD: usize = u64::BITS as usize;

/// How many words of what a builder or tracker held stay allocated for the next one.
const SPARE_WORDS: usize = 1024;
/// For how many of them.
const SPARE: usize = 16;

/// What a builder or tracker holds.
#[derive(Default)]
struct Contents {
    /// How many items a builder has.
    items: usize,
    /// A bit for each of them: whether it has been set.
    set: Vec<u64>,
    /// Handles that end with a tracker.
    kept: Vec<HPy>,
    /// The stack on which it was made, or 0.
    made_on: u32,
    /// What ended it.
    ended: Event,
}

/// What setting an item of a builder found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item {
    Unset,
    Set,
    /// There is none: the builder has as many.
    Outside(usize),
}

/// All builders and trackers of a debug context.
pub(crate) struct Resources {
    /// What each stands for.
    table: Table<Handle>,
    /// By slot.
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

    /// Wraps a new resource of the context below, with so many items, made on a stack or 0. Returns its key; `None`
    /// where there is no memory.
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

    /// The resource below; `key` must be of this kind.
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

    /// Sets an item of a builder, and says what there was. Where the builder is not open, nothing was.
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

    /// The first item of a builder that has not been set, and how many items it has.
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

    /// Handles that end with the resource; none where it is not open.
    #[inline(always)]
    pub(crate) fn kept(&mut self, key: isize) -> Option<&mut Vec<HPy>> {
        Some(&mut self.contents(key)?.kept)
    }

    /// Every open resource: its C type, what made it, on which stack, and its birth.
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

    /// Why `key` is not open as what it is taken for. A handle's number is wild.
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

    /// What made the resource that a slot holds, or held last.
    pub(crate) fn origin(&self, slot: u32) -> Origin {
        self.table.slot(slot).data.origin()
    }

    /// The stack on which that was, or 0.
    pub(crate) fn made_on(&self, slot: u32) -> u32 {
        self.contents[slot as usize].made_on
    }

    /// What ended the resource that a slot held last.
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
