//! Closed slots that wait before they are used again, in the order in which they were closed.

/// The part of the places that slots come from again once all were taken: 1 in so many. Handles that are opened one
/// after another then all come from here, and go back.
const HYSTERESIS: usize = 16;

/// A queue of slot numbers.
#[repr(C)]
pub(crate) struct Quarantine {
    /// A ring. Its length is a power of two, and more than ever wait.
    ring: Box<[u32]>,
    /// The ring's length less one.
    mask: usize,
    /// How many were ever let go of, and how many ever began to wait.
    first: usize,
    end: usize,
    /// `due` where slots are opened quickly; otherwise a number that is never reached.
    quick_due: usize,
    /// How many wait at most.
    max: usize,
    /// How many wait at least before the oldest is due. Never 0.
    due: usize,
    is_quick: bool,
}

impl Quarantine {
    /// `max` wait at most.
    pub(crate) fn new(max: usize) -> Self {
        Self::with(max, &[])
    }

    fn with(max: usize, waiting: &[u32]) -> Self {
        let capacity = (max.max(waiting.len()) + 2).next_power_of_two();
        let mut ring = vec![0; capacity];
        ring[..waiting.len()].copy_from_slice(waiting);
        let due = max.max(1);
        Self {
            ring: ring.into_boxed_slice(),
            mask: capacity - 1,
            first: 0,
            end: waiting.len(),
            quick_due: due,
            max,
            due,
            is_quick: true,
        }
    }

    /// How many wait at most.
    pub(crate) fn max(&self) -> usize {
        self.max
    }

    /// Sets how many wait at most. Where more do, they become fewer as others are opened and closed.
    pub(crate) fn set_max(&mut self, max: usize) {
        let waiting: Vec<u32> = self.iter().collect();
        let is_quick = self.is_quick;
        *self = Self::with(max, &waiting);
        self.set_quick(is_quick);
    }

    /// Whether slots are opened quickly, or somebody has to see to each.
    pub(crate) fn set_quick(&mut self, is_quick: bool) {
        self.is_quick = is_quick;
        self.quick_due = if is_quick { self.due } else { usize::MAX };
    }

    #[inline(always)]
    fn len(&self) -> usize {
        self.end - self.first
    }

    /// The slot that waits longest, where it may be used again; it still waits.
    pub(crate) fn due(&self) -> Option<u32> {
        (self.len() >= self.due).then(|| self.at(self.first))
    }

    /// The same, where slots are opened quickly.
    #[inline(always)]
    pub(crate) fn due_quickly(&self) -> Option<u32> {
        (self.len() >= self.quick_due).then(|| self.at(self.first))
    }

    /// Lets go of the slot that waits longest; there must be one.
    #[inline(always)]
    pub(crate) fn pop(&mut self) {
        self.first += 1;
    }

    /// Whether as many wait as may.
    #[inline(always)]
    pub(crate) fn is_full(&self) -> bool {
        self.len() >= self.max
    }

    /// A slot begins to wait. Where the quarantine was full, one must be [released](Self::release) then.
    #[inline(always)]
    pub(crate) fn push(&mut self, slot: u32) {
        let place = self.place(self.end);
        // SAFETY: see `place`.
        unsafe { *self.ring.get_unchecked_mut(place) = slot };
        self.end += 1;
    }

    /// Lets go of the slot that waits longest because too many do. Returns it.
    #[inline(always)]
    pub(crate) fn release(&mut self) -> u32 {
        if self.due == self.max {
            self.due = (self.max - self.max / HYSTERESIS).max(1);
            self.set_quick(self.is_quick);
        }
        let oldest = self.oldest();
        self.pop();
        oldest
    }

    /// The slot that waits longest; there must be one.
    #[inline(always)]
    pub(crate) fn oldest(&self) -> u32 {
        self.at(self.first)
    }

    /// Where the ring has the place of this number; less than its length.
    #[inline(always)]
    fn place(&self, number: usize) -> usize {
        number & self.mask
    }

    #[inline(always)]
    fn at(&self, number: usize) -> u32 {
        // SAFETY: see `place`.
        unsafe { *self.ring.get_unchecked(self.place(number)) }
    }

    /// Those that wait, oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (self.first..self.end).map(|number| self.at(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What leaves for a slot that begins to wait.
    fn push(quarantine: &mut Quarantine, slot: u32) -> Option<u32> {
        let was_full = quarantine.is_full();
        quarantine.push(slot);
        was_full.then(|| quarantine.release())
    }

    fn waiting(quarantine: &Quarantine) -> Vec<u32> {
        quarantine.iter().collect()
    }

    #[test]
    fn the_oldest_is_due_when_as_many_wait_as_may() {
        let mut quarantine = Quarantine::new(2);
        assert_eq!(push(&mut quarantine, 7), None);
        assert_eq!(quarantine.due(), None);
        assert_eq!(push(&mut quarantine, 8), None);
        assert_eq!(quarantine.due(), Some(7));
        assert_eq!(push(&mut quarantine, 9), Some(7));
        assert_eq!(waiting(&quarantine), [8, 9]);
    }

    #[test]
    fn once_full_a_part_of_the_places_is_used_before_others_are() {
        let mut quarantine = Quarantine::new(32);
        for slot in 0..33 {
            push(&mut quarantine, slot);
        }
        let due: Vec<_> = std::iter::from_fn(|| {
            let slot = quarantine.due()?;
            quarantine.pop();
            Some(slot)
        })
        .collect();
        assert_eq!(due, [1, 2, 3]);
    }

    #[test]
    fn nothing_waits_where_nothing_may() {
        let mut quarantine = Quarantine::new(0);
        assert_eq!(quarantine.due(), None);
        assert_eq!(push(&mut quarantine, 7), Some(7));
        assert_eq!(quarantine.due(), None);
    }

    #[test]
    fn a_new_maximum_keeps_who_waits() {
        let mut quarantine = Quarantine::new(3);
        for slot in 0..3 {
            quarantine.push(slot);
        }
        quarantine.set_max(1);
        assert_eq!(waiting(&quarantine), [0, 1, 2]);
        assert_eq!(push(&mut quarantine, 3), Some(0));
        quarantine.set_max(5);
        assert_eq!(quarantine.due(), None);
        assert_eq!(waiting(&quarantine), [1, 2, 3]);
    }
}
