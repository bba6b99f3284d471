//! How the process ends.

use std::ffi::c_int;
use std::sync::atomic::{AtomicI32, Ordering};

/// The requested exit status; 0 for none.
static STATUS: AtomicI32 = AtomicI32::new(0);

/// Makes the process exit with this status, whatever it passes to `exit`. The first call counts.
pub fn end_with(status: u8) {
    let status = c_int::from(status);
    if status != 0 && STATUS.swap(status, Ordering::Relaxed) == 0 {
        // SAFETY: a function of this library, which is never unloaded.
        unsafe { libc::atexit(end) };
    }
}

/// Takes back `end_with`: the process exits with its own status.
pub(crate) fn forget() {
    STATUS.store(0, Ordering::Relaxed);
}

extern "C" fn end() {
    if STATUS.load(Ordering::Relaxed) == 0 {
        return;
    }
    // SAFETY: what has been printed is written out first; nothing is left to run.
    unsafe {
        libc::fflush(std::ptr::null_mut());
        libc::_exit(STATUS.load(Ordering::Relaxed));
    }
}
