//! Builders and trackers: things that are created, used, and ended exactly once.

use hpy_abi::HPy;

use crate::generated::ResourceKind;
use crate::handles::Origin;
use crate::table::{Invalid, Table, kind};

/// Ended builders and trackers that are remembered with what they stood for.
const QUARANTINE: usize = 1024;

/// The number of the first kind; handles have those below. Keys carry the kind, so that no resource is
/// taken for another.
pub(crate) const FIRST_KIND: u8 = 4;

/// A builder or tracker of the context below.
#[derive(Default)]
pub(crate) struct Resource {
    raw: isize,
    origin: Origin,
    /// How many handles were opened before it.
    birth: u64,
    /// Which items of a builder have been set.
    items: Vec<bool>,
    /// Handles that end with it.
    kept: Vec<HPy>,
}

/// All builders and trackers of a debug context.
pub(crate) struct Resources {
    table: Table<Resource>,
}

impl Resources {
    pub(crate) fn new() -> Self {
        Self {
            table: Table::new(QUARANTINE),
        }
    }

    /// Wraps a new resource of the context below.
    pub(crate) fn create(
        &mut self,
        raw: isize,
        kind: ResourceKind,
        origin: Origin,
        birth: u64,
        capacity: usize,
    ) -> isize {
        let resource = Resource {
            raw,
            origin,
            birth,
            items: vec![false; capacity],
            kept: Vec::new(),
        };
        self.table.open(kind as u8, 0, resource).0
    }

    /// The resource below; `key` must be of this kind.
    pub(crate) fn get(&self, key: isize, kind: ResourceKind) -> Option<isize> {
        let slot = self
            .table
            .get(key)
            .filter(|_| self::kind(key) == kind as u8)?;
        Some(slot.data.raw)
    }

    /// Ends a resource and returns the one below.
    pub(crate) fn close(&mut self, key: isize, kind: ResourceKind) -> Option<isize> {
        let raw = self.get(key, kind)?;
        self.table.close(key);
        Some(raw)
    }

    /// Which items of a builder have been set; none where it is not open.
    pub(crate) fn items(&mut self, key: isize) -> Option<&mut Vec<bool>> {
        Some(&mut self.table.get_mut(key)?.data.items)
    }

    /// Handles that end with the resource; none where it is not open.
    pub(crate) fn kept(&mut self, key: isize) -> Option<&mut Vec<HPy>> {
        Some(&mut self.table.get_mut(key)?.data.kept)
    }

    /// Every open resource born at `birth` or later: its C type, and what made it.
    pub(crate) fn open_since(&self, birth: u64) -> impl Iterator<Item = (&'static str, Origin)> {
        ResourceKind::ALL.iter().flat_map(move |kind| {
            self.table
                .open_slots(*kind as u8)
                .map(|slot| &self.table.slot(slot).data)
                .filter(move |resource| resource.birth >= birth)
                .map(move |resource| (kind.name(), resource.origin))
        })
    }

    /// Why `key` is not open as what it is taken for. A handle's number is wild.
    pub(crate) fn why_invalid(&self, key: isize) -> Invalid {
        if ResourceKind::ALL
            .iter()
            .any(|known| *known as u8 == kind(key))
        {
            self.table.why_invalid(key)
        } else {
            Invalid::Wild
        }
    }

    /// What made the resource that a slot holds, or held last.
    pub(crate) fn origin(&self, slot: u32) -> Origin {
        self.table.slot(slot).data.origin
    }
}
