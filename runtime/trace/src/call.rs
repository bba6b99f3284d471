//! One traced call: what the generated wrappers are made of.

use core::ffi::CStr;

use hpy_abi::{HPy, HPyContext};

use crate::generated::NAMES;
use crate::tracer::Tracer;

/// The clock.
pub(crate) mod now {
    /// Not adjusted by the system, as durations want it.
    pub(crate) const CLOCK: libc::clockid_t = libc::CLOCK_MONOTONIC_RAW;

    /// Nanoseconds since some moment in the past.
    pub(crate) fn nanoseconds() -> u64 {
        let mut time = libc::timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        // SAFETY: the clock exists on Linux, and `time` is ours.
        unsafe { libc::clock_gettime(CLOCK, &raw mut time) };
        time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
    }
}

/// A call that is being traced.
pub(crate) struct Call {
    pub(crate) uctx: *mut HPyContext,
    tracer: *mut Tracer,
    index: usize,
    start: u64,
}

impl Call {
    /// Begins a call of the function of this index.
    ///
    /// # Safety
    /// `ctx` is a trace context, and the interpreter's lock is held.
    #[inline]
    pub(crate) unsafe fn enter(ctx: *mut HPyContext, index: usize) -> Self {
        // SAFETY: by contract; no reference to the tracer is kept while the hook runs.
        unsafe {
            let tracer = (*ctx)._private.cast::<Tracer>();
            (*tracer).counters[index].calls += 1;
            let (uctx, hook) = ((*tracer).uctx, (*tracer).on_enter);
            if !hook.is_null() {
                notify(
                    uctx,
                    hook,
                    index,
                    c"error when executing on-enter trace function",
                );
            }
            Self {
                uctx,
                tracer,
                index,
                start: now::nanoseconds(),
            }
        }
    }

    /// Ends the call.
    ///
    /// # Safety
    /// The interpreter's lock is held.
    #[inline]
    pub(crate) unsafe fn exit(self) {
        let elapsed = now::nanoseconds() - self.start;
        // SAFETY: the tracer lives as long as the process.
        unsafe {
            (*self.tracer).counters[self.index].nanoseconds += elapsed;
            let hook = (*self.tracer).on_exit;
            if !hook.is_null() {
                notify(
                    self.uctx,
                    hook,
                    self.index,
                    c"error when executing on-exit trace function",
                );
            }
        }
    }
}

/// Calls a hook with the function's name. The hook runs in the midst of an API call, so an exception of
/// its own has nowhere to go: it ends the process.
#[cold]
unsafe fn notify(uctx: *mut HPyContext, hook: HPy, index: usize, failure: &CStr) {
    let name = std::ffi::CString::new(NAMES[index]).unwrap_or_default();
    // SAFETY: `uctx` is a complete context and `hook` its handle of a callable.
    unsafe {
        let name = ((*uctx).ctx_Unicode_FromString)(uctx, name.as_ptr());
        let args = ((*uctx).ctx_Tuple_FromArray)(uctx, &raw const name, 1);
        ((*uctx).ctx_Close)(uctx, name);
        let result = ((*uctx).ctx_CallTupleDict)(uctx, hook, args, HPy::NULL);
        ((*uctx).ctx_Close)(uctx, args);
        if result.is_null() {
            ((*uctx).ctx_FatalError)(uctx, failure.as_ptr());
        }
        ((*uctx).ctx_Close)(uctx, result);
    }
}
