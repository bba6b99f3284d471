//! The calls that are running in a thread.

use crate::nodes::Node;
use crate::timeline::Event;

/// A call that has not returned.
struct Open {
    node: *mut Node,
    /// Ticks of the calls that were nested in it.
    nested: u64,
    /// Where on the stack it is. What is further in has a lower address.
    at: usize,
}

/// A thread, which only itself uses.
#[derive(Default)]
pub(crate) struct Thread {
    open: Vec<Open>,
    /// A call that ended while the thread did not hold the interpreter's lock.
    pub(crate) outside: Option<Event>,
}

impl Thread {
    /// The innermost call that is running; NULL for none. What was left without a return, or by a thread before this one, is
    /// further in than `at`.
    #[inline(always)]
    pub(crate) fn innermost(&mut self, at: usize) -> *mut Node {
        while let Some(open) = self.open.last() {
            if open.at > at {
                return open.node;
            }
            self.open.pop();
        }
        std::ptr::null_mut()
    }

    /// Begins a call.
    #[inline(always)]
    pub(crate) fn begin(&mut self, node: *mut Node, at: usize) {
        self.open.push(Open {
            node,
            nested: 0,
            at,
        });
    }

    /// Ends the call that began there, and those in it that never returned. Returns the ticks of calls that were nested in it.
    #[inline(always)]
    pub(crate) fn end(&mut self, at: usize, ticks: u64) -> u64 {
        let mut nested = 0;
        while let Some(open) = self.open.last() {
            if open.at > at {
                break;
            }
            // Where stacks are switched, the call may be none of these.
            nested = if open.at == at { open.nested } else { 0 };
            self.open.pop();
        }
        self.add_nested(ticks);
        nested
    }

    /// Tells the innermost call of one in it.
    #[inline(always)]
    pub(crate) fn add_nested(&mut self, ticks: u64) {
        if let Some(outer) = self.open.last_mut() {
            outer.nested += ticks;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ptr;

    use super::*;

    #[test]
    fn a_call_knows_the_time_of_those_in_it() {
        let mut thread = Thread::default();
        thread.begin(ptr::null_mut(), 100);
        thread.begin(ptr::null_mut(), 90);
        assert_eq!(thread.end(90, 5), 0);
        thread.begin(ptr::null_mut(), 80);
        assert_eq!(thread.end(80, 2), 0);
        assert_eq!(thread.end(100, 10), 7);
    }

    #[test]
    fn calls_that_never_return_are_forgotten() {
        let mut thread = Thread::default();
        thread.begin(ptr::null_mut(), 100);
        thread.begin(ptr::null_mut(), 90);
        thread.begin(ptr::null_mut(), 80);
        assert_eq!(thread.end(100, 10), 0);
        thread.begin(ptr::null_mut(), 70);
        assert!(thread.innermost(75).is_null());
        assert!(thread.open.is_empty());
    }
}
