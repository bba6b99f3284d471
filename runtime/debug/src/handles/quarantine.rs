//! The quarantine: a queue of closed slots that must not be reused yet. This file knows their number, the first and
//! the last; the table links each to the next.

use crate::handles::slots::Place;

/// When all slots are taken, one in `HYSTERESIS` of the quarantine serves new handles. So handles that are opened in
/// nested order all come from there, and go back.
const HYSTERESIS: usize = 16;

/// A queue of slots.
#[repr(C)]
pub(crate) struct Quarantine {
    /// The oldest slot; meaningless when the queue is empty.
    first: Place,
    /// The newest slot; meaningless when the queue is empty.
    last: Place,
    /// The number of slots in the queue.
    len: usize,
    /// `due` when the fast path may be used; otherwise a number that is never reached.
    fast_due: usize,
    /// The most slots that may be in the queue for the fast close; there must be one.
    others: usize,
    /// The same while the fast path may be used; otherwise 0.
    fast_others: usize,
    /// The most slots that the queue holds.
    max: usize,
    /// The queue must hold more than this before its oldest slot is reused. Never 0.
    due: usize,
    is_fast: bool,
}

impl Quarantine {
    /// A queue for at most `max` slots.
    pub(crate) fn new(max: usize) -> Self {
        let mut quarantine = Self {
            first: Place::default(),
            last: Place::default(),
            len: 0,
            fast_due: 0,
            others: 0,
            fast_others: 0,
            max: 0,
            due: 0,
            is_fast: true,
        };
        quarantine.set_max(max);
        quarantine
    }

    /// How many wait at most.
    pub(crate) fn max(&self) -> usize {
        self.max
    }

    /// Sets the most slots that the queue holds. A longer queue shrinks as handles are opened and closed.
    pub(crate) fn set_max(&mut self, max: usize) {
        self.max = max;
        self.others = max.saturating_sub(1);
        self.due = max.max(1);
        self.set_fast(self.is_fast);
    }

    /// Switches the fast path on or off.
    pub(crate) fn set_fast(&mut self, is_fast: bool) {
        self.is_fast = is_fast;
        self.fast_due = if is_fast { self.due } else { usize::MAX };
        self.fast_others = if is_fast { self.others } else { 0 };
    }

    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The oldest slot, if it may be reused. It stays in the queue.
    pub(crate) fn due(&self) -> Option<Place> {
        (self.len >= self.due).then_some(self.first)
    }

    /// The same for the fast path.
    #[inline(always)]
    pub(crate) fn due_fast(&self) -> Option<Place> {
        (self.len >= self.fast_due).then_some(self.first)
    }

    /// Removes the oldest slot; there must be one. `next` is the slot after it.
    #[inline(always)]
    pub(crate) fn pop(&mut self, next: Place) {
        self.first = next;
        self.len -= 1;
    }

    /// Whether the queue is full.
    pub(crate) fn is_full(&self) -> bool {
        self.len >= self.max
    }

    /// Whether the queue is neither empty nor full, in one comparison.
    #[inline(always)]
    pub(crate) fn has_room(&self) -> bool {
        self.len.wrapping_sub(1) < self.others
    }

    /// The same for the fast path.
    #[inline(always)]
    pub(crate) fn has_quick_room(&self) -> bool {
        self.len.wrapping_sub(1) < self.fast_others
    }

    /// Appends a slot. Returns the slot to link to it; that is another one unless the queue was empty.
    #[inline(always)]
    pub(crate) fn push(&mut self, slot: Place) -> Place {
        self.len += 1;
        std::mem::replace(&mut self.last, slot)
    }

    /// The same for a queue that may be empty: the first slot is linked to itself, which has no meaning.
    pub(crate) fn push_first(&mut self, slot: Place) -> Place {
        if self.len == 0 {
            self.first = slot;
            // The old last slot may have another link by now.
            self.last = slot;
        }
        self.push(slot)
    }

    /// The oldest slot, which must leave because the queue is too long; there must be one.
    #[inline(always)]
    pub(crate) fn oldest(&mut self) -> Place {
        if self.due == self.max {
            self.due = (self.max - self.max / HYSTERESIS).max(1);
            self.set_fast(self.is_fast);
        }
        self.first
    }

    /// The slot that waits longest; means nothing where none waits.
    pub(crate) fn first(&self) -> Place {
        self.first
    }
}
