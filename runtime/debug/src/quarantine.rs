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
    /// `due` and `max` where slots are opened and closed quickly; otherwise numbers that are never reached.
    quick_due: usize,
    quick_max: usize,
    /// How many wait at most.
    max: usize,
    /// How many wait at least before the oldest is due. Never 0.
    due: usize,
    opens_quickly: bool,
    closes_quickly: bool,
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
            quick_max: max,
            max,
            due,
            opens_quickly: true,
            closes_quickly: true,
        }
    }

    /// How many wait at most.
    pub(crate) fn max(&self) -> usize {
        self.max
    }

    /// Sets how many wait at most. Where more do, they become fewer as others are opened and closed.
    pub(crate) fn set_max(&mut self, max: usize) {
        let waiting: Vec<u32> = self.iter().collect();
        let (opens, closes) = (self.opens_quickly, self.closes_quickly);
        *self = Self::with(max, &waiting);
        self.set_quick(opens, closes);
    }

    /// Whether slots are opened, and closed, quickly, or somebody has to see to each.
    pub(crate) fn set_quick(&mut self, opens: bool, closes: bool) {
        (self.opens_quickly, self.closes_quickly) = (opens, closes);
        self.quick_due = if opens { self.due } else { usize::MAX };
        self.quick_max = if closes { self.max } else { 0 };
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

    /// Whether fewer wait than may, and slots are closed quickly.
    #[inline(always)]
    pub(crate) fn has_room_quickly(&self) -> bool {
        self.len() < self.quick_max
    }

    /// A slot begins to wait; there must be room.
    #[inline(always)]
    pub(crate) fn push(&mut self, slot: u32) {
        let place = self.place(self.end);
        // SAFETY: see `place`.
        unsafe { *self.ring.get_unchecked_mut(place) = slot };
        self.end += 1;
    }

    /// A slot begins to wait. Returns the one that leaves for it, if too many would wait.
    pub(crate) fn push_and_pop(&mut self, slot: u32) -> Option<u32> {
        let was_full = self.len() >= self.max;
        self.push(slot);
        if !was_full {
            return None;
        }
        self.due = (self.max - self.max / HYSTERESIS).max(1);
        self.set_quick(self.opens_quickly, self.closes_quickly);
        let oldest = self.at(self.first);
        self.pop();
        Some(oldest)
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

    fn waiting(quarantine: &Quarantine) -> Vec<u32> {
        quarantine.iter().collect()
    }

    #[test]
    fn the_oldest_is_due_when_as_many_wait_as_may() {
        let mut quarantine = Quarantine::new(2);
        assert_eq!(quarantine.push_and_pop(7), None);
        assert_eq!(quarantine.due(), None);
        assert_eq!(quarantine.push_and_pop(8), None);
        assert_eq!(quarantine.due(), Some(7));
        assert_eq!(quarantine.push_and_pop(9), Some(7));
        assert_eq!(waiting(&quarantine), [8, 9]);
    }

    #[test]
    fn once_full_a_part_of_the_places_is_used_before_others_are() {
        let mut quarantine = Quarantine::new(32);
        for slot in 0..33 {
            quarantine.push_and_pop(slot);
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
        assert_eq!(quarantine.push_and_pop(7), Some(7));
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
        assert_eq!(quarantine.push_and_pop(3), Some(0));
        quarantine.set_max(5);
        assert_eq!(quarantine.due(), None);
        assert_eq!(waiting(&quarantine), [1, 2, 3]);
    }
}
