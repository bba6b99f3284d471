//! What the running calls have stored in fields, until it can be asked whether the owners visit it.

use hpy_abi::{HPy, HPyContext, HPyField};

use crate::reports::report::Function;

/// Fields that wait to be looked for. More are not looked for.
const WAITING: usize = 4096;
/// How many fields may be visited for each that is stored: a list of fields to which is appended shall not cost a
/// visit of all of them every time.
const VISITS_FOR_A_STORE: isize = 64;
/// How many such visits can be saved up.
const VISITS_SAVED: isize = 1 << 20;

/// A field that was stored.
pub(crate) struct Store {
    /// The context of the call that stored it, which is no other running call's.
    pub(crate) ctx: *mut HPyContext,
    pub(crate) module: u8,
    pub(crate) function: &'static Function,
    pub(crate) position: usize,
    /// The handle below of the object that it belongs to; nobody keeps that alive.
    pub(crate) owner: HPy,
    pub(crate) field: *mut HPyField,
    /// What was stored.
    pub(crate) value: HPyField,
    /// Where, or 0.
    pub(crate) stack: u32,
    /// It need not be looked for: see [`Seen`].
    pub(crate) is_certain: bool,
}

/// How many fields of types are remembered.
const FIELDS: usize = 64;
/// After so many visits of a field in objects of the same type, the next are taken for granted.
const ENOUGH: u32 = 8;
/// Of those, one in so many is looked for all the same.
const SAMPLE: u32 = 64;

/// Fields that the traverse functions of types were seen to visit.
pub(crate) struct Seen([SeenField; FIELDS]);

#[derive(Clone, Copy, Default)]
struct SeenField {
    /// As the host numbers them; 0 for none.
    types: u64,
    /// In the struct.
    offset: usize,
    /// How often it was visited, and then, how often it was stored.
    times: u32,
}

impl Seen {
    #[inline(always)]
    fn field(&mut self, types: u64, offset: usize) -> &mut SeenField {
        let position = (types as usize).wrapping_mul(7) + offset / size_of::<HPyField>();
        &mut self.0[position % FIELDS]
    }

    /// Whether the field at an offset, which is about to be stored, is visited for certain.
    #[inline(always)]
    pub(crate) fn is_certain(&mut self, types: u64, offset: usize) -> bool {
        let field = self.field(types, offset);
        if types == 0 || field.types != types || field.offset != offset || field.times < ENOUGH {
            return false;
        }
        field.times = field.times.wrapping_add(1);
        !field.times.is_multiple_of(SAMPLE)
    }

    /// It was looked for.
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

/// The fields that the running calls have stored.
pub(crate) struct Stores {
    waiting: Vec<Store>,
    /// Visits that may be made.
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

    /// The last store, if it is of this call and field, which holds `old`: what follows takes its place. What was moved
    /// elsewhere, and is not certain, stays.
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

    /// Drops those that are wanted, if all of them are certain. False where some are not.
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

    /// The field is overwritten, which held `old`, stored there or moved there.
    pub(crate) fn overwrite(&mut self, owner: HPy, field: *mut HPyField, old: HPyField) {
        // Only what is not null waits.
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

    /// Takes out those that are wanted.
    pub(crate) fn take(&mut self, is_wanted: impl Fn(&Store) -> bool) -> Vec<Store> {
        let (wanted, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(is_wanted);
        self.waiting = waiting;
        wanted
    }
}
