//! What the debug context needs from the interpreter beyond the function table.

use core::ffi::c_void;

/// Functions of the interpreter, all called while its lock is held.
#[derive(Clone, Copy)]
pub struct Host {
    /// The address of any function of the interpreter: a report's stack ends where its code begins.
    pub code: *const c_void,
    /// Takes the pending exception away and returns it, or NULL where there is none.
    pub save_error: unsafe extern "C" fn() -> *mut c_void,
    /// Sets the exception that `save_error` returned, and gives up what replaced it meanwhile.
    pub restore_error: unsafe extern "C" fn(*mut c_void),
}
