//! How the process ends.

use std::ffi::c_int;
use std::sync::atomic::{AtomicI32, Ordering};

/// The status that was asked for; 0 is none.
static STATUS: AtomicI32 = AtomicI32::new(0);

/// Has the process end with this status, whatever it asks for itself; the first that is not 0 counts.
pub fn end_with(status: u8) {
    let status = c_int::from(status);
    if status != 0 && STATUS.swap(status, Ordering::Relaxed) == 0 {
        // SAFETY: a function of this library, which is never unloaded.
        unsafe { libc::atexit(end) };
    }
}

/// Has the process end with the status that it asks for itself.
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
