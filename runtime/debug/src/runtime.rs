//! The state of a debug context, shared by the contexts of all calls.

use std::collections::HashSet;
use std::ffi::CString;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, OnceLock};

use hpy_abi::{HPy, HPyContext};
use hpy_platform::faults::alternate_stack;
use hpy_platform::thread;

use crate::buffers::guarded::Buffers;
use crate::buffers::region::Closer;
use crate::contexts::{self, Context, Contexts, State};
use crate::deferred::Deferred;
use crate::handles::handle_table::{Event, Handles, Origin};
use crate::handles::resources::Resources;
use crate::handles::table::slot_of;
use crate::host::Host;
use crate::outside::Outside;
use crate::reports::findings::Findings;
use crate::reports::options::Options;
use crate::reports::report::Check;
use crate::reports::stacks::{self, Stacks};
use crate::reports::suppressions::Suppressions;
use crate::stores::Stores;

/// Hooks that are called instead of ending the process: handles of the context below, or NULL.
pub(crate) struct Hooks {
    pub(crate) invalid_handle: HPy,
    pub(crate) invalid_builder: HPy,
}

impl Hooks {
    pub(crate) const NONE: Self = Self {
        invalid_handle: HPy::NULL,
        invalid_builder: HPy::NULL,
    };
}

/// An extension, and the context to initialise it with, which is not valid for calls.
pub(crate) struct Module {
    pub(crate) name: String,
    base: *mut HPyContext,
    /// What its calls are passed on to.
    below: *mut HPyContext,
}

/// A misuse that was reported while an exception was pending, or that became one: what follows in the same call is no news.
#[derive(Clone, Copy)]
pub(crate) struct Reported {
    /// The context of the call.
    pub(crate) ctx: *mut HPyContext,
    /// The exception, by the host's number.
    pub(crate) exception: usize,
    pub(crate) check: &'static Check,
    /// Whether it became the exception.
    pub(crate) is_raised: bool,
    /// Whether it was printed.
    pub(crate) is_shown: bool,
}

/// Flags that are clear in most calls.
#[derive(Default)]
#[repr(C)]
pub(crate) struct Trouble {
    /// Whether an exception may be pending. If not set, none is pending that the API has set.
    pub(crate) may_be_pending: bool,
    /// Set when the running call was refused with an exception, until its wrapper returns.
    pub(crate) is_refused: bool,
    /// 1 if an exception waits for a call to return, otherwise 0.
    pub(crate) is_deferred: AtomicU8,
}

impl Trouble {
    /// Whether any flag is set, in one comparison.
    #[inline(always)]
    pub(crate) fn is_any(&self) -> bool {
        u16::from_ne_bytes([self.may_be_pending.into(), self.is_refused.into()]) != 0
    }

    /// Whether an exception may be pending, or waits for a call to return.
    #[inline(always)]
    pub(crate) fn may_be_told(&self) -> bool {
        // As numbers, because the compiler makes two comparisons of truth values.
        u8::from(self.may_be_pending) | self.is_deferred.load(Ordering::Relaxed) != 0
    }
}

/// The present life of the interpreter.
#[derive(Default)]
pub(crate) struct Life {
    /// Its first generation in the process.
    pub(crate) generation: usize,
    /// The first birth that counts for leaks at its end.
    pub(crate) birth: u64,
}

/// All data of a debug context. It lives as long as the process, because extensions keep pointers to its contexts.
/// The fields that every call needs come first.
#[repr(C, align(64))]
pub struct Runtime {
    pub(crate) trouble: Trouble,
    /// Whether an extension uses the C API, which may set an exception at any time.
    uses_c_api: bool,
    pub(crate) handles: Handles,
    /// The context below.
    pub(crate) uctx: *mut HPyContext,
    /// What the calls of all extensions are passed on to; NULL where each has its own.
    between: *mut HPyContext,
    /// A pointer to itself, shared by all users. One made from a reference would be invalid after that reference.
    this: *mut Runtime,
    pub(crate) host: &'static dyn Host,
    /// The extensions by number. Threads without the interpreter's lock may read this.
    pub(crate) modules: Box<[OnceLock<Module>]>,
    pub(crate) resources: Resources,
    pub(crate) stores: Stores,
    pub(crate) buffers: Buffers,
    pub(crate) contexts: Contexts,
    /// The pattern for contexts, without constants.
    wrappers: &'static HPyContext,
    /// See [`Self::stand_in`]; NULL until it is needed.
    pub(crate) stand_in: *mut HPyContext,
    pub(crate) stacks: Stacks,
    pub(crate) hooks: Hooks,
    pub(crate) options: Options,
    /// The depth of running calls of extensions.
    depth: usize,
    /// The last thread that called an extension.
    pub(crate) thread: usize,
    /// Whether the fault handler was checked in the outermost running call.
    pub(crate) is_watched: bool,
    /// The event that set the possibly pending exception.
    pub(crate) raised: Event,
    /// The misuse that this exception was reported with, or that it is.
    pub(crate) reported: Option<Reported>,
    /// The warnings that were given.
    pub(crate) warned: HashSet<u64>,
    /// Set when a misuse within the `repr` for a report was fatal: the process ends after that report.
    pub(crate) must_abort: bool,
    /// The reports.
    pub(crate) findings: Mutex<Findings>,
    /// Exceptions for running calls.
    pub(crate) deferred: Deferred,
    /// The suppressions.
    pub(crate) suppressions: Mutex<Suppressions>,
    pub(crate) life: Life,
    /// Data for threads without the interpreter's lock.
    pub(crate) outside: Outside,
}

impl Runtime {
    /// A debug context over `uctx`, with these wrappers.
    ///
    /// # Safety
    /// `uctx` is a complete context that lives as long as the process, its constants filled in. The
    /// functions of `host` may be called whenever the interpreter's lock is held, and only then is
    /// anything of the result used.
    #[inline(always)]
    pub(crate) unsafe fn with_wrappers(
        uctx: *mut HPyContext,
        host: &'static dyn Host,
        wrappers: &'static HPyContext,
    ) -> *mut Self {
        stacks::set_interpreter(host.code());
        let this = Box::into_raw(Box::new(Self {
            this: std::ptr::null_mut(),
            uctx,
            between: std::ptr::null_mut(),
            trouble: Trouble::default(),
            uses_c_api: false,
            host,
            modules: (0..=Origin::LAST_MODULE).map(|_| OnceLock::new()).collect(),
            handles: Handles::new(),
            resources: Resources::new(),
            stores: Stores::new(),
            buffers: Buffers::new(),
            contexts: Contexts::new(),
            wrappers,
            stand_in: std::ptr::null_mut(),
            stacks: Stacks::default(),
            hooks: Hooks::NONE,
            options: Options::default(),
            depth: 0,
            thread: thread::current(),
            is_watched: false,
            raised: Event::default(),
            reported: None,
            warned: HashSet::new(),
            must_abort: false,
            findings: Mutex::default(),
            deferred: Deferred::default(),
            suppressions: Mutex::default(),
            life: Life::default(),
            outside: Outside::default(),
        }));
        // SAFETY: nobody else uses it yet.
        unsafe { (*this).this = this };
        this
    }

    /// The runtime of a context.
    ///
    /// # Safety
    /// `ctx` is a context of this crate.
    #[inline(always)]
    pub(crate) unsafe fn of(ctx: *mut HPyContext) -> *mut Self {
        // SAFETY: by contract; `make_context` stores the runtime in every context.
        unsafe { (*Context::of(ctx)).owner.cast() }
    }

    /// The context to initialise this extension with. After 128 extensions, all others share a name in reports.
    ///
    /// # Safety
    /// `below` is NULL or complete, and lives as long as the process.
    pub unsafe fn context(&mut self, module: &str, below: *mut HPyContext) -> *mut HPyContext {
        let below = if below.is_null() { self.uctx } else { below };
        let mut number = 0;
        for known in self.modules.iter().map_while(OnceLock::get) {
            let is_it = known.name == module && known.below == below;
            if is_it || number == Origin::LAST_MODULE {
                return known.base;
            }
            number += 1;
        }
        let base = self.make_context(Origin::new(0, number), below);
        let name = module.to_owned();
        let _ = self.modules[usize::from(number)].set(Module { name, base, below });
        if !self.between.is_null() {
            // SAFETY: it is one of ours.
            unsafe { (*Context::of(base)).below = self.between };
        }
        base
    }

    /// Passes the calls of all extensions on to `between`, a context over the one below with the same handles; NULL passes
    /// those of each on to its own again.
    ///
    /// # Safety
    /// `between` is NULL or complete, and lives as long as the process.
    pub unsafe fn pass_on_to(&mut self, between: *mut HPyContext) {
        self.between = between;
        for ctx in self.contexts.all() {
            // SAFETY: all are ours, and live as long as the process.
            unsafe {
                let module = self.modules[usize::from((*Context::of(*ctx)).origin.module())].get();
                let below = match module {
                    _ if !between.is_null() => between,
                    Some(module) => module.below,
                    None => self.uctx,
                };
                (*Context::of(*ctx)).below = below;
            }
        }
    }

    /// What the calls of all extensions are passed on to; NULL where each has its own.
    pub(crate) fn between(&self) -> *mut HPyContext {
        self.between
    }

    /// Makes a context with its own constants, which belongs to no call.
    #[cold]
    #[inline(never)]
    fn new_context(&mut self, origin: Origin) -> *mut HPyContext {
        self.make_context(origin, self.uctx)
    }

    #[inline(always)]
    fn make_context(&mut self, origin: Origin, below: *mut HPyContext) -> *mut HPyContext {
        let (uctx, handles) = (self.uctx, &mut self.handles);
        let fill = |ctx| {
            let mut context = *self.wrappers;
            for offset in HPyContext::CONSTANTS {
                // SAFETY: `uctx` is complete, and both have a handle there.
                unsafe {
                    let uh = uctx.byte_add(offset).cast::<HPy>().read();
                    let h = (handles.open_constant(uh, ctx))
                        .unwrap_or_else(|| end_without_memory(uctx));
                    (&raw mut context).byte_add(offset).cast::<HPy>().write(h);
                }
            }
            context
        };
        let ctx = contexts::new(self.this.cast(), origin, below, fill);
        self.contexts.add(ctx);
        ctx
    }

    /// Makes a context to use in place of an idle one.
    #[cold]
    pub(crate) fn stand_in(&mut self, idle: *mut HPyContext) -> *mut HPyContext {
        // SAFETY: contexts live as long as the process.
        let origin = unsafe { (*Context::of(idle)).origin };
        if self.stand_in.is_null() {
            self.stand_in = self.new_context(origin);
        }
        // SAFETY: as above.
        unsafe {
            contexts::begin(
                self.stand_in,
                origin,
                (*Context::of(idle)).below,
                (*Context::of(idle)).is_tolerant,
                (*Context::of(idle)).callee,
                State::IDLE,
            );
        }
        self.stand_in
    }

    /// Whether an exception is pending. Asks the context below.
    pub(crate) fn is_pending(&mut self) -> bool {
        // SAFETY: the contract of `with_wrappers`: `uctx` is complete.
        let is_pending = unsafe { ((*self.uctx).ctx_Err_Occurred)(self.uctx) } != 0;
        self.trouble.may_be_pending = is_pending || self.uses_c_api;
        is_pending
    }

    /// Notes that an API function has set an exception, or returned a value that may mean one.
    #[cold]
    pub(crate) fn raised_by(&mut self, function: &'static str) {
        self.trouble.may_be_pending = true;
        self.raised = self.event(function);
        // The call may have failed with the exception that was pending before.
        if let Some(reported) = self.reported
            && reported.exception != self.host.exception_number()
        {
            self.reported = None;
        }
    }

    /// Notes that an extension uses the C API: every call must ask the context below for a pending exception from now
    /// on.
    pub fn c_api_is_used(&mut self) {
        self.uses_c_api = true;
        self.trouble.may_be_pending = true;
    }

    /// Whether an extension uses the C API.
    #[inline(always)]
    pub(crate) fn uses_c_api(&self) -> bool {
        self.uses_c_api
    }

    /// The length of a handle of the context below. 0 for NULL, and in a refused call, because nothing may be asked
    /// while an exception is set.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    pub(crate) unsafe fn length(this: *mut Self, uh: HPy) -> usize {
        // SAFETY: by contract. No reference is kept while the length is asked for, which may run Python code.
        unsafe {
            if uh.is_null() || (*this).trouble.is_refused {
                return 0;
            }
            let uctx = (*this).uctx;
            ((*uctx).ctx_Length)(uctx, uh).max(0) as usize
        }
    }

    /// A context for a new call of this extension in this thread, `here`.
    #[inline(always)]
    pub(crate) fn start_call(&mut self, origin: Origin, here: State) -> *mut HPyContext {
        if self.depth == 0 {
            self.handles.start_call();
            self.is_watched = false;
        }
        self.depth += 1;
        if self.thread != here.thread() {
            self.other_thread();
        }
        let ctx = self.contexts.take();
        if ctx.is_null() {
            return self.new_context(origin);
        }
        ctx
    }

    /// Whether this thread is in a call of an extension, as far as known.
    pub(crate) fn is_called_here(&self) -> bool {
        self.depth > 0 && self.thread == thread::current()
    }

    /// The calling thread has changed.
    #[cold]
    #[inline(never)]
    fn other_thread(&mut self) {
        self.thread = thread::current();
        alternate_stack();
        self.contexts.doubt();
    }

    /// Forgets the running calls, which will never return.
    pub(crate) fn forget_calls(&mut self) {
        self.depth = 0;
    }

    /// Takes back the context of a finished call.
    #[inline(always)]
    pub(crate) fn end_call(&mut self, ctx: *mut HPyContext) {
        self.depth -= 1;
        self.contexts.give_back(ctx);
    }

    /// The name of an extension by number.
    pub(crate) fn module_name(&self, module: u8) -> Option<String> {
        let module = self.modules.get(usize::from(module))?.get();
        module.map(|module| module.name.clone())
    }

    /// Sets how many frames to capture when handles are opened and closed; 0 captures none.
    pub(crate) fn capture_stacks(&mut self, limit: usize) {
        self.stacks.limit = limit;
        self.handles.set_recording(limit > 0);
        self.resources.set_recording(limit > 0);
    }

    /// The number of the current stack, if stacks are captured; otherwise 0.
    #[inline(always)]
    pub(crate) fn capture_stack(&mut self) -> u32 {
        if self.stacks.limit == 0 {
            0
        } else {
            self.stacks.capture(self.host.python_place())
        }
    }

    /// An event of now, with this description.
    #[inline(always)]
    pub(crate) fn event(&mut self, function: &'static str) -> Event {
        let stack = match self.stacks.limit {
            0 => 0,
            _ => self.stacks.capture(0),
        };
        Event {
            function: Some(function),
            stack,
        }
    }

    /// Wraps a handle of the context below. Without memory, closes that handle and returns NULL with an exception, or
    /// ends the process if `can_fail` is false.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[inline(always)]
    pub(crate) unsafe fn open(
        this: *mut Self,
        uh: HPy,
        kind: u8,
        origin: Origin,
        can_fail: bool,
    ) -> HPy {
        if uh.is_null() {
            return HPy::NULL;
        }
        // SAFETY: by contract.
        unsafe {
            match (*this).handles.open_fast(uh, kind, origin) {
                Some(h) => h,
                None => Self::open_slow(this, uh, kind, origin, can_fail),
            }
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn open_slow(this: *mut Self, uh: HPy, kind: u8, origin: Origin, can_fail: bool) -> HPy {
        // SAFETY: the contract of `open`. No reference is kept while the handle below is closed, which may run
        // Python code.
        unsafe {
            let runtime = &mut *this;
            let stack = runtime.capture_stack();
            if let Some((h, had_buffers)) =
                (runtime.handles).open(uh, kind, origin, stack, can_fail)
            {
                if had_buffers {
                    runtime.buffers.discard(slot_of(h._i));
                }
                return h;
            }
            let uctx = (*this).uctx;
            if !can_fail {
                end_without_memory(uctx);
            }
            ((*uctx).ctx_Close)(uctx, uh);
            Self::no_memory(this);
            HPy::NULL
        }
    }

    /// Sets MemoryError.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[cold]
    pub(crate) unsafe fn no_memory(this: *mut Self) {
        // SAFETY: by contract.
        unsafe {
            let uctx = (*this).uctx;
            ((*uctx).ctx_Err_NoMemory)(uctx);
            (*this).trouble.may_be_pending = true;
            (*this).raised = Event::default();
        }
    }

    /// Closes an open handle of this kind and returns the one below, which stays open, if the fast path allows it.
    #[inline(always)]
    pub(crate) fn close_fast(&mut self, h: HPy, kind: u8) -> Option<HPy> {
        // Checked first, because the rest would be done twice.
        if !self.handles.has_room() {
            return None;
        }
        self.handles.close_fast(h, kind)
    }

    /// The same for a full quarantine.
    #[inline(always)]
    pub(crate) fn close_when_full(&mut self, h: HPy, kind: u8) -> Option<HPy> {
        if !self.handles.is_full() {
            return None;
        }
        let uh = self.handles.close_fast(h, kind)?;
        if self.handles.release_fast() {
            return Some(uh);
        }
        Some(self.release_slow(uh))
    }

    /// Releases a slot. Returns its argument, so that callers need not keep it.
    #[cold]
    #[inline(never)]
    fn release_slow(&mut self, uh: HPy) -> HPy {
        if let Some(slot) = self.handles.release() {
            self.buffers.discard(slot);
        }
        uh
    }

    /// Closes an open handle and returns the one below, which stays open. `closer` describes the API function.
    #[inline(never)]
    pub(crate) fn close(&mut self, h: HPy, closer: &'static str) -> Option<HPy> {
        let freed = self.handles.close(h)?;
        let slot = slot_of(h._i);
        let close = self.event(closer);
        self.handles.record_close(slot, close);
        if freed.has_buffers {
            let closer = Closer {
                name: closer,
                stack: self.stacks.get(close.stack),
            };
            if !self.buffers.close(slot, closer) {
                self.handles.unmark_buffers(slot);
            }
        }
        // This may be the same slot if the quarantine was empty.
        if let Some(slot) = freed.discard {
            self.buffers.discard(slot);
        }
        Some(freed.uh)
    }
}

/// Ends the process: debug mode has no memory for its records, and nobody can be told.
///
/// # Safety
/// `uctx` is a complete context, and the interpreter's lock is held.
#[cold]
pub(crate) unsafe fn end_without_memory(uctx: *mut HPyContext) -> ! {
    // SAFETY: by contract.
    unsafe { end(uctx, "HPy debug: no memory for the table of open handles") }
}

/// Ends the process by the interpreter's fatal error.
///
/// # Safety
/// `uctx` is a complete context, and the interpreter's lock is held.
pub(crate) unsafe fn end(uctx: *mut HPyContext, message: &str) -> ! {
    let message = CString::new(message).unwrap_or_default();
    // SAFETY: the context below lives as long as the process.
    unsafe { ((*uctx).ctx_FatalError)(uctx, message.as_ptr()) };
    std::process::abort()
}
