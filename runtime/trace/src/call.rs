//! One traced call: what the generated wrappers are made of.

use hpy_abi::{HPy, HPyContext, MEMBER_NAMES};
use hpy_platform::thread;

use crate::nodes::Node;
use crate::threads::Thread;
use crate::timeline::Event;
use crate::tracer::{Extension, Hook, Tracer};

/// A call that is being traced.
///
/// All functions are unsafe for one reason: the caller is a generated wrapper that was called with this context while the
/// interpreter's lock was held, but where a function says otherwise.
pub(crate) struct Call {
    pub(crate) uctx: *mut HPyContext,
    tracer: *mut Tracer,
    extension: *mut Extension,
    index: usize,
    /// What it is counted in; NULL where that is not known yet.
    node: *mut Node,
    /// NULL as long as the call does not count as one that others can be nested in.
    thread: *mut Thread,
    /// Where on the stack it is.
    at: usize,
    start: u64,
}

// SAFETY, for all functions below: see `Call`. Tracers, extensions, nodes and threads live as long as the process; no reference
// to one is kept while a hook runs or the call is made.
#[allow(unsafe_op_in_unsafe_fn, reason = "one argument for all, above")]
impl Call {
    /// Begins a call of the function of this index. `at` is the address of a variable of the wrapper.
    #[inline(always)]
    pub(crate) unsafe fn enter(ctx: *mut HPyContext, index: usize, at: *const u8) -> Self {
        let mut call = Self::new(ctx, index, at);
        call.tell(Hook::Enter);
        call.count();
        (*call.thread).begin(call.node, call.at);
        call.start = (*call.tracer).clock.now();
        call
    }

    /// Ends the call.
    #[inline(always)]
    pub(crate) unsafe fn exit(self) {
        // Another processor's counter may be behind by a little.
        let ticks = (*self.tracer).clock.now().saturating_sub(self.start);
        // Another thread may have run, and this one may have been given another's place.
        let thread = Tracer::thread(self.tracer);
        let nested = (*thread).end(self.at, ticks);
        (*self.node).add(ticks, nested);
        if (*self.tracer).timeline.is_on() {
            (*self.tracer).timeline.add(self.event(ticks));
        }
        self.tell(Hook::Exit);
    }

    /// Begins a call that gives the interpreter's lock up.
    pub(crate) unsafe fn leave(ctx: *mut HPyContext, index: usize, at: *const u8) -> Self {
        let mut call = Self::new(ctx, index, at);
        call.tell(Hook::Enter);
        // There is no later moment to tell of it.
        call.tell(Hook::Exit);
        call.count();
        call.start = (*call.tracer).clock.now();
        call
    }

    /// It has given the lock up, which is not held.
    pub(crate) unsafe fn has_left(self) {
        let ticks = (*self.tracer).clock.now().saturating_sub(self.start);
        (*self.node).add_without_lock(ticks);
        // The thread's own.
        (*self.thread).add_nested(ticks);
        (*self.thread).outside = Some(self.event(ticks));
    }

    /// Begins a call that takes the interpreter's lock, which is not held.
    pub(crate) unsafe fn reenter(ctx: *mut HPyContext, index: usize, at: *const u8) -> Self {
        let mut call = Self::new(ctx, index, at);
        call.start = (*call.tracer).clock.now();
        call
    }

    /// It has taken the lock.
    pub(crate) unsafe fn has_reentered(mut self) {
        let ticks = (*self.tracer).clock.now().saturating_sub(self.start);
        self.tell(Hook::Enter);
        self.count();
        (*self.thread).add_nested(ticks);
        (*self.node).add(ticks, 0);
        let outside = (*self.thread).outside.take();
        if (*self.tracer).timeline.is_on() {
            for event in outside.into_iter().chain([self.event(ticks)]) {
                (*self.tracer).timeline.add(event);
            }
        }
        self.tell(Hook::Exit);
    }

    #[inline(always)]
    unsafe fn new(ctx: *mut HPyContext, index: usize, at: *const u8) -> Self {
        let extension = (*ctx)._private.cast::<Extension>();
        let tracer = (*extension).tracer;
        Self {
            uctx: (*tracer).uctx,
            tracer,
            extension,
            index,
            node: core::ptr::null_mut(),
            thread: core::ptr::null_mut(),
            at: at.addr(),
            start: 0,
        }
    }

    /// Finds out what the call is counted in, and counts it.
    #[inline(always)]
    unsafe fn count(&mut self) {
        self.thread = Tracer::thread(self.tracer);
        let around = (*self.thread).innermost(self.at);
        self.node = Tracer::node(self.extension, self.index, around);
        (*self.node).calls += 1;
    }

    unsafe fn event(&self, ticks: u64) -> Event {
        Event {
            node: (*self.node).number,
            thread: thread::id(),
            start: self.start,
            ticks,
        }
    }

    #[inline(always)]
    unsafe fn tell(&self, hook: Hook) {
        let function = (*self.tracer).hooks[hook as usize];
        if !function.is_null() {
            notify(self.uctx, function, self.index, hook);
        }
    }
}

/// Calls a hook with the function's name. The hook runs in the midst of an API call, so an exception of
/// its own has nowhere to go: it ends the process.
#[cold]
unsafe fn notify(uctx: *mut HPyContext, function: HPy, index: usize, hook: Hook) {
    let name = std::ffi::CString::new(MEMBER_NAMES[index]).unwrap_or_default();
    // SAFETY: `uctx` is a complete context and `function` its handle of a callable.
    unsafe {
        let name = ((*uctx).ctx_Unicode_FromString)(uctx, name.as_ptr());
        let args = ((*uctx).ctx_Tuple_FromArray)(uctx, &raw const name, 1);
        ((*uctx).ctx_Close)(uctx, name);
        let result = ((*uctx).ctx_CallTupleDict)(uctx, function, args, HPy::NULL);
        ((*uctx).ctx_Close)(uctx, args);
        if result.is_null() {
            let failure = match hook {
                Hook::Enter => c"error when executing on-enter trace function",
                Hook::Exit => c"error when executing on-exit trace function",
            };
            ((*uctx).ctx_FatalError)(uctx, failure.as_ptr());
        }
        ((*uctx).ctx_Close)(uctx, result);
    }
}
