//! Making a trace context: the wrappers, and the state that they count in.

use hpy_abi::{HPy, HPyContext};
use hpy_platform::clock::Clock;

use crate::generated;
use crate::names::NAMES;
use crate::tracer::{Counter, Tracer};

impl Tracer {
    /// A trace context over `uctx`.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// result is used only while the interpreter's lock is held.
    pub unsafe fn new(uctx: *mut HPyContext) -> *mut Self {
        let tracer = Box::leak(Box::new(Self {
            uctx,
            // SAFETY: by contract `uctx` is complete.
            context: unsafe { generated::context(uctx) },
            clock: Clock::default(),
            counters: [Counter::default(); NAMES.len()],
            on_enter: HPy::NULL,
            on_exit: HPy::NULL,
        }));
        tracer.context._private = (&raw mut *tracer).cast();
        tracer
    }
}
