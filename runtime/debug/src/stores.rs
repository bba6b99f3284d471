//! The fields that running calls have stored in, until it can be checked whether their owners visit them.

use hpy_abi::{HPy, HPyContext, HPyField};

use crate::reports::report::Function;

/// The most fields to remember; others are not checked.
const WAITING: usize = 4096;
/// The most fields to visit for each store. Appending to a list of fields must not visit all of them each time.
const VISITS_FOR_A_STORE: isize = 64;
/// The most visits to save up.
const VISITS_SAVED: isize = 1 << 20;

/// A store in a field.
pub(crate) struct Store {
    /// The context of the call that stored it; no other running call has the same.
    pub(crate) ctx: *mut HPyContext,
    pub(crate) module: u8,
    pub(crate) function: &'static Function,
    pub(crate) position: usize,
    /// A borrowed handle below of its owner, which may die.
    pub(crate) owner: HPy,
    pub(crate) field: *mut HPyField,
    /// What was stored.
    pub(crate) value: HPyField,
    /// The stack of the store, or 0.
    pub(crate) stack: u32,
    /// Whether it need not be checked: see [`Seen`].
    pub(crate) is_certain: bool,
}

/// The number of fields to remember.
const FIELDS: usize = 64;
/// After this many visits of a field in objects of one type, later ones are taken for granted.
const ENOUGH: u32 = 8;
/// One in this many of them is checked anyway.
const SAMPLE: u32 = 64;

/// Fields that traverse functions are known to visit.
pub(crate) struct Seen([SeenField; FIELDS]);

#[derive(Clone, Copy, Default)]
struct SeenField {
    /// The host's number for the object's types; 0 for none.
    types: u64,
    /// The offset in the struct.
    offset: usize,
    /// The number of visits so far, then the number of stores since.
    times: u32,
}

impl Seen {
    #[inline(always)]
    fn field(&mut self, types: u64, offset: usize) -> &mut SeenField {
        let position = (types as usize).wrapping_mul(7) + offset / size_of::<HPyField>();
        &mut self.0[position % FIELDS]
    }

    /// Whether the field at an offset is certain to be visited.
    #[inline(always)]
    pub(crate) fn is_certain(&mut self, types: u64, offset: usize) -> bool {
        let field = self.field(types, offset);
        if types == 0 || field.types != types || field.offset != offset || field.times < ENOUGH {
            return false;
        }
        field.times = field.times.wrapping_add(1);
        !field.times.is_multiple_of(SAMPLE)
    }

    /// Notes the result of a check.
    pub(crate) fn note(&mut self, types: u64, offset: usize, is_visited: bool) {
        let field = self.field(types, offset);
        if !is_visited || field.types != types || field.offset != offset {
            *field = SeenField {
                types,
                offset,
                times: 0,
            };
        }
        field.times += u32::from(is_visited && field.times < ENOUGH);
    }
}

/// The stores of the running calls.
pub(crate) struct Stores {
    waiting: Vec<Store>,
    /// The visits that may still be made.
    pub(crate) visits: isize,
    pub(crate) seen: Seen,
}

impl Stores {
    pub(crate) fn new() -> Self {
        Self {
            waiting: Vec::new(),
            visits: VISITS_SAVED,
            seen: Seen([SeenField::default(); FIELDS]),
        }
    }

    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The last store, if it was a certain one by this call in this field; then the next one there is certain, too.
    #[inline(always)]
    pub(crate) fn last_of(
        &mut self,
        ctx: *mut HPyContext,
        owner: HPy,
        field: *mut HPyField,
        old: HPyField,
    ) -> Option<&mut Store> {
        let last = self.waiting.last_mut()?;
        let is_same = last.ctx == ctx && last.owner == owner && last.field == field;
        (is_same && (last.is_certain || last.value == old)).then_some(last)
    }

    /// Drops the wanted stores if all are certain; returns whether they were.
    pub(crate) fn drop_certain(&mut self, is_wanted: impl Fn(&Store) -> bool) -> bool {
        if let [only] = &self.waiting[..] {
            let (is_wanted, is_certain) = (is_wanted(only), only.is_certain);
            if is_wanted && is_certain {
                self.waiting.clear();
            }
            return is_certain || !is_wanted;
        }
        if (self.waiting.iter()).any(|store| !store.is_certain && is_wanted(store)) {
            return false;
        }
        self.waiting.retain(|store| !is_wanted(store));
        true
    }

    /// Notes that a field is overwritten. It held `old`, stored or moved there.
    pub(crate) fn overwrite(&mut self, owner: HPy, field: *mut HPyField, old: HPyField) {
        // Only stores of non-null values are remembered.
        if old.is_null() {
            return;
        }
        let is_old = |store: &Store| store.owner == owner && store.value == old;
        let is_same = |store: &Store| is_old(store) && store.field == field;
        let waiting = &mut self.waiting;
        let found = waiting.iter().rposition(is_same);
        if let Some(at) = found.or_else(|| waiting.iter().rposition(is_old)) {
            waiting.swap_remove(at);
        }
    }

    pub(crate) fn add(&mut self, store: Store) {
        self.visits = VISITS_SAVED.min(self.visits + VISITS_FOR_A_STORE);
        if self.waiting.len() < WAITING {
            self.waiting.push(store);
        }
    }

    /// Takes out the wanted stores.
    pub(crate) fn take(&mut self, is_wanted: impl Fn(&Store) -> bool) -> Vec<Store> {
        let (wanted, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(is_wanted);
        self.waiting = waiting;
        wanted
    }
}
