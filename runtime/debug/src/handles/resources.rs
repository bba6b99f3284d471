//! Builders and trackers: each is created, used, and ended exactly once.

use hpy_abi::HPy;

use crate::handles::handle_table::{Event, Handle, Origin};
use crate::handles::slots::Zero;
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

/// A builder or tracker.
#[derive(Clone, Copy)]
#[repr(C)]
pub(crate) struct Resource {
    /// The one below, and its birth.
    handle: Handle,
    /// The number of a builder's items that were set, while they are set in order; afterwards [`ANY_ORDER`].
    next: usize,
    /// The number of a builder's items.
    items: usize,
    /// The number of its [`Contents`], counted from 1; 0 while it needs none.
    contents: usize,
}

// SAFETY: integers.
unsafe impl Zero for Resource {}

/// Items have been set in another order than from the first to the last; no builder has this item.
const ANY_ORDER: usize = usize::MAX;

/// What a builder or tracker needs memory for.
#[derive(Default)]
struct Contents {
    /// One bit per item of a builder: whether it was set.
    set: Vec<u64>,
    /// The handles in a tracker.
    kept: Vec<HPy>,
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
    /// The data of each. The note of a slot is the stack of its creation, or 0.
    table: Table<Resource>,
    /// For each slot, the event that ended the last one.
    ended: Vec<Event>,
    contents: Vec<Contents>,
    /// The numbers of contents that nobody has.
    spare: Vec<usize>,
}

impl Resources {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
            ended: Vec::new(),
            contents: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// Switches the recording of stacks. While it is on, there is no fast path.
    pub(crate) fn set_recording(&mut self, is_recording: bool) {
        self.table.quarantine.set_fast(!is_recording);
    }

    /// Wraps a new resource of the context below, with `items` items, if the fast path allows it. Returns its key.
    #[inline(always)]
    pub(crate) fn create_fast(
        &mut self,
        handle: Handle,
        kind: ResourceKind,
        items: usize,
    ) -> Option<isize> {
        let resource = Resource::new(handle, items);
        self.table.open_fast(key_kind(kind), resource)
    }

    /// Wraps a new resource of the context below, with `items` items. `stack` is that of its creation, or 0. Returns
    /// its key; `None` where there is no memory.
    pub(crate) fn create(
        &mut self,
        handle: Handle,
        kind: ResourceKind,
        items: usize,
        stack: u32,
    ) -> Option<isize> {
        let resource = Resource::new(handle, items);
        let (key, _) = self.table.open(key_kind(kind), stack, resource, false)?;
        Some(key)
    }

    /// The resource below; `key` must have this kind.
    #[inline(always)]
    pub(crate) fn get(&self, key: isize, kind: ResourceKind) -> Option<isize> {
        if self::kind(key) != key_kind(kind) {
            return None;
        }
        self.table.get(key).map(|slot| slot.data.handle.uh._i)
    }

    /// Ends a resource and returns the one below.
    #[inline(always)]
    pub(crate) fn close(&mut self, key: isize, kind: ResourceKind, by: Event) -> Option<isize> {
        if self::kind(key) != key_kind(kind) {
            return None;
        }
        let data = &self.table.get(key)?.data;
        let (raw, contents) = (data.handle.uh._i, data.contents);
        let has_room = self.table.quarantine.has_room();
        if !has_room || (self.table.close_fast(key, key_kind(kind), |_| Some(()))).is_none() {
            self.close_slow(key);
        }
        match self.ended.get_mut(slot_of(key) as usize) {
            Some(ended) => *ended = by,
            None => self.note_end(key, by),
        }
        if contents != 0 {
            self.put_by(contents);
        }
        Some(raw)
    }

    #[inline(never)]
    fn close_slow(&mut self, key: isize) {
        self.table.close(key);
    }

    #[cold]
    #[inline(never)]
    fn note_end(&mut self, key: isize, by: Event) {
        let slot = slot_of(key) as usize;
        self.ended.resize(slot + 1, Event::default());
        self.ended[slot] = by;
    }

    /// Keeps contents for another resource.
    fn put_by(&mut self, number: usize) {
        let Contents { set, kept } = &mut self.contents[number - 1];
        set.clear();
        set.shrink_to(SPARE_WORDS);
        kept.clear();
        kept.shrink_to(SPARE_WORDS);
        self.spare.push(number);
    }

    /// Gives contents to the resource of an open key.
    #[cold]
    #[inline(never)]
    fn give_contents(&mut self, key: isize) {
        let number = self.spare.pop().unwrap_or_else(|| {
            self.contents.push(Contents::default());
            self.contents.len()
        });
        if let Some(slot) = self.table.get_mut(key) {
            slot.data.contents = number;
        }
    }

    #[inline(always)]
    fn contents(&mut self, key: isize) -> Option<&mut Contents> {
        let number = self.table.get(key)?.data.contents;
        self.contents.get_mut(number.wrapping_sub(1))
    }

    /// Marks an item of a builder as set, if it is the next one and the builder is open. Returns whether it is.
    #[inline(always)]
    pub(crate) fn set_next_item(&mut self, key: isize, index: isize) -> bool {
        let Some(slot) = self.table.get_mut(key) else {
            return false;
        };
        let Resource { next, items, .. } = &mut slot.data;
        let is_next = index as usize == *next && *next < *items;
        *next += usize::from(is_next);
        is_next
    }

    /// Marks an item of a builder as set, and returns its state before. For a closed builder it is unset.
    pub(crate) fn set_item(&mut self, key: isize, index: isize) -> Item {
        if self.set_next_item(key, index) {
            return Item::Unset;
        }
        let index = index as usize;
        let Some(slot) = self.table.get_mut(key) else {
            return Item::Unset;
        };
        let Resource { next, items, .. } = slot.data;
        if index >= items {
            return Item::Outside(items);
        }
        if next != ANY_ORDER {
            if index < next {
                return Item::Set;
            }
            slot.data.next = ANY_ORDER;
            self.give_contents(key);
            if let Some(Contents { set, .. }) = self.contents(key) {
                // Without memory for it, nothing is known of the items.
                if set.try_reserve(items.div_ceil(WORD)).is_ok() {
                    set.resize(next / WORD, u64::MAX);
                    set.push((1 << (next % WORD)) - 1);
                    set.resize(items.div_ceil(WORD), 0);
                }
            }
        }
        let set = self.contents(key).map(|contents| &mut contents.set);
        let Some(word) = set.and_then(|set| set.get_mut(index / WORD)) else {
            return Item::Unset;
        };
        let bit = 1 << (index % WORD);
        match std::mem::replace(word, *word | bit) & bit {
            0 => Item::Unset,
            _ => Item::Set,
        }
    }

    /// The first unset item of a builder, and the number of its items.
    #[inline(always)]
    pub(crate) fn missing(&mut self, key: isize) -> Option<(usize, usize)> {
        let Resource { next, items, .. } = self.table.get(key)?.data;
        if next == items {
            return None;
        }
        self.missing_in_any_order(key)
    }

    #[inline(never)]
    fn missing_in_any_order(&mut self, key: isize) -> Option<(usize, usize)> {
        let Resource { next, items, .. } = self.table.get(key)?.data;
        if next != ANY_ORDER {
            return Some((next, items));
        }
        let set = &self.contents(key)?.set;
        let word = set.iter().position(|word| *word != u64::MAX)?;
        let missing = word * WORD + set[word].trailing_ones() as usize;
        (missing < items).then_some((missing, items))
    }

    /// Has a handle end with the resource, if that is open and has memory for it. Returns whether it does.
    #[inline(always)]
    pub(crate) fn keep_fast(&mut self, key: isize, h: HPy) -> bool {
        let Some(Contents { kept, .. }) = self.contents(key) else {
            return false;
        };
        let has_room = kept.len() < kept.capacity();
        if has_room {
            kept.push(h);
        }
        has_room
    }

    /// Has a handle end with the resource, if that is open.
    pub(crate) fn keep(&mut self, key: isize, h: HPy) {
        let Some(slot) = self.table.get(key) else {
            return;
        };
        if slot.data.contents == 0 {
            self.give_contents(key);
        }
        if let Some(Contents { kept, .. }) = self.contents(key) {
            kept.push(h);
        }
    }

    /// The handles in a tracker; none if it is not open or was given none.
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
            let birth = self.table.slot(slot).data.handle.birth;
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
        self.table.slot(slot).data.handle.origin()
    }

    /// Its creation stack, or 0.
    pub(crate) fn made_on(&self, slot: u32) -> u32 {
        self.table.slot(slot).note
    }

    /// The event that ended the last resource of a slot.
    pub(crate) fn ended(&self, slot: u32) -> Event {
        let ended = self.ended.get(slot as usize);
        ended.copied().unwrap_or_default()
    }
}

impl Resource {
    #[inline(always)]
    fn new(handle: Handle, items: usize) -> Self {
        Self {
            handle,
            next: 0,
            items,
            contents: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A builder with so many items.
    fn builder(resources: &mut Resources, items: usize) -> isize {
        let handle = Handle {
            uh: HPy { _i: 1 },
            birth: 0,
        };
        let key = resources.create(handle, ResourceKind::ALL[0], items, 0);
        key.expect("memory")
    }

    fn set(resources: &mut Resources, key: isize, index: usize) -> bool {
        resources.set_item(key, index as isize) == Item::Unset
    }

    #[test]
    fn items_are_known_in_any_order() {
        const ITEMS: usize = 150;
        let mut resources = Resources::new();
        for in_order in [0, 1, 63, 64, 65, 128, ITEMS] {
            let key = builder(&mut resources, ITEMS);
            let mut order: Vec<_> = (0..in_order).chain((in_order..ITEMS).rev()).collect();
            // The last one stays unset.
            let last = order.pop().expect("there are items");
            for index in order {
                assert!(set(&mut resources, key, index), "{index} after {in_order}");
                assert!(!set(&mut resources, key, index), "{index} after {in_order}");
            }
            assert_eq!(resources.missing(key), Some((last, ITEMS)));
            assert!(resources.set_item(key, ITEMS as isize) == Item::Outside(ITEMS));
            assert!(resources.set_item(key, -1) == Item::Outside(ITEMS));
            assert!(set(&mut resources, key, last));
            assert_eq!(resources.missing(key), None);
            assert!(!set(&mut resources, key, 0));
            resources.close(key, ResourceKind::ALL[0], Event::default());
        }
    }
}
