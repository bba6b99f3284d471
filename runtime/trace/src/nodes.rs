//! Calls by what they were nested in: a tree.

use std::collections::HashMap;
use std::ptr;
use std::sync::atomic::{AtomicU64, Ordering};

/// So many nodes there are at most that are nested; calls beyond count as if they were not.
const MAX: usize = 1 << 16;

/// What tells a node from others.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    /// The node of the call in which it was made; NULL for none.
    pub(crate) parent: *mut Node,
    /// The number of the extension.
    pub(crate) extension: u32,
    /// The function's index.
    pub(crate) function: u32,
    /// The number of the C stack; 0 where none was captured.
    pub(crate) stack: u32,
}

/// Calls of a function by an extension, nested in the same calls.
pub(crate) struct Node {
    pub(crate) key: Key,
    pub(crate) number: u32,
    pub(crate) calls: u64,
    ticks: AtomicU64,
    own: AtomicU64,
}

impl Node {
    /// Adds the time of a call, part of which was spent in nested calls. The interpreter's lock is held.
    #[inline(always)]
    pub(crate) fn add(&self, ticks: u64, nested: u64) {
        let add = |counter: &AtomicU64, ticks| {
            counter.store(counter.load(Ordering::Relaxed) + ticks, Ordering::Relaxed);
        };
        add(&self.ticks, ticks);
        add(&self.own, ticks.saturating_sub(nested));
    }

    /// Adds the time of a call in which there was no other. Only for nodes whose time is never added otherwise.
    pub(crate) fn add_without_lock(&self, ticks: u64) {
        self.ticks.fetch_add(ticks, Ordering::Relaxed);
        self.own.fetch_add(ticks, Ordering::Relaxed);
    }
}

/// What was counted at a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Calls begun.
    pub calls: u64,
    /// Ticks of the clock during calls that ended; see [`Tracer::clock`](crate::Tracer::clock).
    pub ticks: u64,
    /// The same, without calls that were nested in them.
    pub own: u64,
}

/// A node as an outsider sees it.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The number of the node that it is nested in, which is less than its own.
    pub parent: Option<u32>,
    /// The number of the extension.
    pub extension: u32,
    /// The function's index.
    pub function: u32,
    /// The number of the C stack; 0 where none was captured.
    pub stack: u32,
}

/// All nodes. They stay where they are as long as the process lives.
#[derive(Default)]
pub(crate) struct Nodes {
    all: Vec<*mut Node>,
    known: HashMap<Key, *mut Node>,
}

impl Nodes {
    /// The node of a call.
    pub(crate) fn find(&mut self, mut key: Key) -> *mut Node {
        if self.all.len() >= MAX && !self.known.contains_key(&key) {
            (key.parent, key.stack) = (ptr::null_mut(), 0);
        }
        *self.known.entry(key).or_insert_with(|| {
            let node = Box::into_raw(Box::new(Node {
                key,
                number: self.all.len() as u32,
                calls: 0,
                ticks: AtomicU64::new(0),
                own: AtomicU64::new(0),
            }));
            self.all.push(node);
            node
        })
    }

    /// Every node, by number, with what was counted.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (Place, Count)> {
        self.all.iter().map(|node| {
            // SAFETY: nodes live as long as the process. No reference to one is kept while calls are made.
            let node = unsafe { &**node };
            let Key {
                parent,
                extension,
                function,
                stack,
            } = node.key;
            let place = Place {
                // SAFETY: as above; it is NULL or a node.
                parent: unsafe { parent.as_ref() }.map(|parent| parent.number),
                extension,
                function,
                stack,
            };
            let count = Count {
                calls: node.calls,
                ticks: node.ticks.load(Ordering::Relaxed),
                own: node.own.load(Ordering::Relaxed),
            };
            (place, count)
        })
    }
}
