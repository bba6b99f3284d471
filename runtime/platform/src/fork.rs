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

/// Calls `f` in every forked child, by its only thread. Only the first `f` counts. A pending exit status is not
/// inherited.
pub fn in_child(f: fn()) {
    if IN_CHILD.set(f).is_ok() {
        // SAFETY: a function of this library, which is never unloaded.
        unsafe { libc::pthread_atfork(None, None, Some(child)) };
    }
}
