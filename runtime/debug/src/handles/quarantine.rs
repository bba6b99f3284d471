//! Closed slots that wait before they are used again, in the order in which they were closed: how many, and which are the
//! first and the last. The table links each to the next.

use crate::handles::slots::Place;

/// The part of the places that slots come from again once all were taken: 1 in so many. Handles that are opened one
/// after another then all come from here, and go back.
const HYSTERESIS: usize = 16;

/// A queue of slots.
#[repr(C)]
pub(crate) struct Quarantine {
    /// The slot that waits longest; means nothing where none waits.
    first: Place,
    /// The slot that waits shortest; means nothing where none waits.
    last: Place,
    /// How many wait.
    len: usize,
    /// `due` where slots are opened quickly; otherwise a number that is never reached.
    quick_due: usize,
    /// How many others may wait where one is closed quickly, of which there must be one.
    others: usize,
    /// How many wait at most.
    max: usize,
    /// How many wait at least before the oldest is due. Never 0.
    due: usize,
    is_quick: bool,
}

impl Quarantine {
    /// `max` wait at most.
    pub(crate) fn new(max: usize) -> Self {
        let mut quarantine = Self {
            first: Place::default(),
            last: Place::default(),
            len: 0,
            quick_due: 0,
            others: 0,
            max: 0,
            due: 0,
            is_quick: true,
        };
        quarantine.set_max(max);
        quarantine
    }

    /// How many wait at most.
    pub(crate) fn max(&self) -> usize {
        self.max
    }

    /// Sets how many wait at most. Where more do, they become fewer as others are opened and closed.
    pub(crate) fn set_max(&mut self, max: usize) {
        self.max = max;
        self.others = max.saturating_sub(1);
        self.due = max.max(1);
        self.set_quick(self.is_quick);
    }

    /// Whether slots are opened quickly, or somebody has to see to each.
    pub(crate) fn set_quick(&mut self, is_quick: bool) {
        self.is_quick = is_quick;
        self.quick_due = if is_quick { self.due } else { usize::MAX };
    }

    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The slot that waits longest, where it may be used again; it still waits.
    pub(crate) fn due(&self) -> Option<Place> {
        (self.len >= self.due).then_some(self.first)
    }

    /// The same, where slots are opened quickly.
    #[inline(always)]
    pub(crate) fn due_quickly(&self) -> Option<Place> {
        (self.len >= self.quick_due).then_some(self.first)
    }

    /// Lets go of the slot that waits longest; there must be one. `next` is what it is linked to.
    #[inline(always)]
    pub(crate) fn pop(&mut self, next: Place) {
        self.first = next;
        self.len -= 1;
    }

    /// Whether as many wait as may.
    pub(crate) fn is_full(&self) -> bool {
        self.len >= self.max
    }

    /// Whether some wait, and more may. One comparison.
    #[inline(always)]
    pub(crate) fn has_room(&self) -> bool {
        self.len.wrapping_sub(1) < self.others
    }

    /// A slot begins to wait. Returns the one that must be linked to it; that is another one where some wait.
    #[inline(always)]
    pub(crate) fn push(&mut self, slot: Place) -> Place {
        self.len += 1;
        std::mem::replace(&mut self.last, slot)
    }

    /// The same, where none need wait; the first is linked to itself, which means nothing.
    pub(crate) fn push_first(&mut self, slot: Place) -> Place {
        if self.len == 0 {
            self.first = slot;
            // What was the last may be linked to another meanwhile.
            self.last = slot;
        }
        self.push(slot)
    }

    /// The slot that waits longest, which is to be let go of because too many do; there must be one.
    #[inline(always)]
    pub(crate) fn oldest(&mut self) -> Place {
        if self.due == self.max {
            self.due = (self.max - self.max / HYSTERESIS).max(1);
            self.set_quick(self.is_quick);
        }
        self.first
    }

    /// The slot that waits longest; means nothing where none waits.
    pub(crate) fn first(&self) -> Place {
        self.first
    }
}
