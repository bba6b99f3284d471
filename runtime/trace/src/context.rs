//! Making trace contexts.

use core::ffi::c_void;

use hpy_abi::HPyContext;

use crate::generated;
use crate::tracer::Tracer;

impl Tracer {
    /// Trace contexts over `uctx`, whose calls are counted together. `interpreter` is the address of any function of it: the
    /// extension's part of a C stack ends where its code begins.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// result is used only while the interpreter's lock is held.
    pub unsafe fn new(uctx: *mut HPyContext, interpreter: *const c_void) -> *mut Self {
        // SAFETY: by contract `uctx` is complete.
        let wrappers = unsafe { generated::context(uctx) };
        Self::with_wrappers(uctx, interpreter.addr(), wrappers)
    }
}
