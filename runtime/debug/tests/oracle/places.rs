//! What is stored in fields: whether the traverse function of its owner shows it once the call is over.

use std::ops::Range;

use hpy_abi::{HPy, HPyField};
use hpy_debug::FieldsOf;

use crate::model::Said;
use crate::world;

/// Something that was stored in a field.
#[derive(Clone, Debug)]
pub struct Store {
    /// The context of the call that stored it.
    pub ctx: usize,
    /// The handle below of the object that it belongs to.
    pub owner: HPy,
    pub field: usize,
    pub value: HPy,
    pub said_of: (&'static str, &'static str),
    /// Another field of the owner held the same and was overwritten: it may have been moved.
    is_doubtful: bool,
}

impl Store {
    pub fn new(
        ctx: usize,
        owner: HPy,
        field: usize,
        value: HPy,
        said_of: (&'static str, &'static str),
    ) -> Self {
        Self {
            ctx,
            owner,
            field,
            value,
            said_of,
            is_doubtful: false,
        }
    }

    /// What is said of a field that nobody shows, where the owner's fields lie in this memory.
    fn said(&self, memory: &Range<usize>) -> Said {
        let is_inside = memory.contains(&self.field);
        let (function, argument) = self.said_of;
        Said {
            check: if is_inside {
                "field-not-visited"
            } else {
                "foreign-field"
            },
            function,
            argument: Some(argument),
        }
    }
}

/// What waits to be looked for.
#[derive(Default)]
pub struct Stores(Vec<Store>);

impl Stores {
    /// The object is stored; `old` is what the field held. What nobody looks after is told of at once.
    pub fn add(&mut self, store: Store, old: HPy) -> Option<Said> {
        let place = |other: &Store| (other.owner, other.field) == (store.owner, store.field);
        match self.0.iter().rposition(place) {
            Some(same) => drop(self.0.swap_remove(same)),
            None => {
                let holds_old =
                    |other: &&mut Store| (other.owner, other.value) == (store.owner, old);
                self.0
                    .iter_mut()
                    .filter(holds_old)
                    .for_each(|other| other.is_doubtful = true);
            }
        }
        if store.value.is_null() {
            return None;
        }
        match world::fields_of(store.owner) {
            FieldsOf::Nobody(memory) => return Some(store.said(&memory)),
            FieldsOf::Traverse(..) => self.0.push(store),
            FieldsOf::Others => {}
        }
        None
    }

    /// Whether something waits that was stored in a field of this object.
    pub fn waits_for(&self, owner: HPy) -> bool {
        self.0.iter().any(|store| store.owner == owner)
    }

    /// Those that do not wait any longer.
    pub fn take(&mut self, is_one: impl Fn(&Store) -> bool) -> Vec<Store> {
        let (wanted, waiting) = std::mem::take(&mut self.0).into_iter().partition(is_one);
        self.0 = waiting;
        wanted
    }

    /// What must and what may be said of them.
    pub fn judge(&self, stores: Vec<Store>, expected: &mut Vec<Said>, possible: &mut Vec<Said>) {
        for (at, store) in stores.iter().enumerate() {
            let mut visited = world::visited(store.owner);
            // SAFETY: the objects of a world live as long as it.
            let holds_it = |field: *mut HPyField| unsafe { (*field)._i } == store.value._i;
            if visited.any(|field| field.addr() == store.field) {
                continue;
            }
            let memory = world::memory(store.owner);
            let is_inside = memory.contains(&store.field);
            // SAFETY: the field is inside of a struct, see above.
            if is_inside && unsafe { (*(store.field as *const HPyField)).is_null() } {
                continue;
            }
            let is_elsewhere = world::visited(store.owner).any(holds_it);
            let is_twin = |(other_at, other): (usize, &Store)| {
                other_at != at && (other.owner, other.value) == (store.owner, store.value)
            };
            if store.is_doubtful || is_elsewhere || stores.iter().enumerate().any(is_twin) {
                possible.push(store.said(&memory));
            } else {
                expected.push(store.said(&memory));
            }
        }
    }
}
