//! One traced call: what the generated wrappers are made of.

use core::ffi::CStr;

use hpy_abi::{HPy, HPyContext};

use crate::names::NAMES;
use crate::tracer::Tracer;

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
    #[inline(always)]
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
                start: (*tracer).clock.now(),
            }
        }
    }

    /// Ends the call.
    ///
    /// # Safety
    /// The interpreter's lock is held.
    #[inline(always)]
    pub(crate) unsafe fn exit(self) {
        // SAFETY: the tracer lives as long as the process.
        unsafe {
            // Another processor's counter may be behind by a little.
            let elapsed = (*self.tracer).clock.now().saturating_sub(self.start);
            (*self.tracer).counters[self.index].ticks += elapsed;
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
