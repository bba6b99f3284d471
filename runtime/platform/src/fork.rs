//! Processes that are forked.

use std::sync::OnceLock;

use crate::exit;

static IN_CHILD: OnceLock<fn()> = OnceLock::new();

extern "C" fn child() {
    exit::forget();
    if let Some(f) = IN_CHILD.get() {
        f();
    }
}

/// Has `f` called in every process that is forked from this one, by its only thread; the first that is given. A status that
/// this process shall end with is not the child's.
pub fn in_child(f: fn()) {
    if IN_CHILD.set(f).is_ok() {
        // SAFETY: a function of this library, which is never unloaded.
        unsafe { libc::pthread_atfork(None, None, Some(child)) };
    }
}
