//! The last calls, each with its time.

/// A call that has ended.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The number of its node.
    pub node: u32,
    /// What the system calls its thread.
    pub thread: u32,
    /// Ticks of the clock when it began.
    pub start: u64,
    /// Ticks that it took.
    pub ticks: u64,
}

/// A ring of events: of more than there is room for, the last stay.
#[derive(Default)]
pub struct Timeline {
    ring: Vec<Event>,
    /// How many events there is room for; 0 keeps none.
    room: usize,
    /// How many there have been.
    seen: u64,
}

impl Timeline {
    /// Forgets all, and keeps so many from now on.
    pub fn keep(&mut self, room: usize) {
        *self = Self {
            room,
            ..Self::default()
        };
    }

    #[inline(always)]
    pub(crate) fn is_on(&self) -> bool {
        self.room > 0
    }

    #[cold]
    pub(crate) fn add(&mut self, event: Event) {
        if self.room == 0 {
            return;
        }
        let at = (self.seen % self.room as u64) as usize;
        self.seen += 1;
        match self.ring.get_mut(at) {
            Some(oldest) => *oldest = event,
            None => self.ring.push(event),
        }
    }

    /// The events that are kept, in the order in which they ended, and how many are not any more.
    pub fn events(&self) -> (impl Iterator<Item = Event>, u64) {
        let kept = self.ring.len();
        let first = match self.seen as usize > kept {
            true => (self.seen % kept as u64) as usize,
            false => 0,
        };
        let (late, early) = self.ring.split_at(first);
        let events = early.iter().chain(late).copied();
        (events, self.seen - kept as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_events_stay_in_their_order() {
        let mut timeline = Timeline::default();
        timeline.keep(3);
        for (seen, kept, lost) in [
            (0, 0..0, 0),
            (2, 0..2, 0),
            (3, 0..3, 0),
            (5, 2..5, 2),
            (9, 6..9, 6),
        ] {
            timeline.keep(3);
            for start in 0..seen {
                timeline.add(Event {
                    node: 0,
                    thread: 0,
                    start,
                    ticks: 0,
                });
            }
            let (events, missing) = timeline.events();
            let starts: Vec<u64> = events.map(|event| event.start).collect();
            assert_eq!((starts, missing), (kept.collect(), lost), "{seen}");
        }
    }
}
