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
}

/// The fields that the running calls have stored.
pub(crate) struct Stores {
    waiting: Vec<Store>,
    /// Visits that may be made.
    pub(crate) visits: isize,
}

impl Stores {
    pub(crate) fn new() -> Self {
        Self {
            waiting: Vec::new(),
            visits: VISITS_SAVED,
        }
    }

    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The field is overwritten, which held `old`, stored there or moved there.
    pub(crate) fn overwrite(&mut self, owner: HPy, field: *mut HPyField, old: HPyField) {
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
