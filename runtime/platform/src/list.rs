//! Lists that only grow, so that they can be read at any time, also in a signal handler.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

/// A list whose items live as long as the process.
pub struct List<T: 'static>(AtomicPtr<Item<T>>);

struct Item<T> {
    value: T,
    older: *const Self,
}

impl<T: Send + Sync> List<T> {
    /// An empty list.
    #[allow(clippy::new_without_default, reason = "lists are static")]
    pub const fn new() -> Self {
        Self(AtomicPtr::new(ptr::null_mut()))
    }

    /// Adds an item.
    pub fn add(&self, value: T) -> &'static T {
        let older = ptr::null();
        let item = Box::into_raw(Box::new(Item { value, older }));
        // SAFETY: not in the list yet, so nobody else uses it.
        let link = |older: *mut Item<T>| unsafe {
            (*item).older = older;
            Some(item)
        };
        let order = (Ordering::Release, Ordering::Acquire);
        // `link` never declines.
        let _ = self.0.fetch_update(order.0, order.1, link);
        // SAFETY: items are never freed or changed.
        unsafe { &(*item).value }
    }

    /// The items, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &'static T> {
        let follow = |item: *const Item<T>| -> Option<&'static Item<T>> {
            // SAFETY: items are never freed or changed.
            unsafe { item.as_ref() }
        };
        let newest = follow(self.0.load(Ordering::Acquire));
        std::iter::successors(newest, move |item| follow(item.older)).map(|item| &item.value)
    }
}
