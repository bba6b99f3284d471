//! Contexts: every call into an extension gets one that is valid only for that call.
//!
//! `_private` says which thread may use it, if any. Contexts that are not in use wait in a queue; which of the older half
//! a call gets is random. A saved context is therefore caught for certain during the next [`POOL`]` / 2`
//! calls, and later unless it is the one that the running call was given: for any call one in [`POOL`]` / 2`,
//! and at no distance more. Each context has constants of its own, which are caught in the same way.

use std::ffi::c_void;
use std::mem::offset_of;
use std::ptr;

use hpy_abi::{HPyCFunction, HPyContext, HPyThreadState};
use hpy_platform::thread;

use crate::handles::handle_table::Origin;

/// Contexts beyond those in use. A power of two.
const POOL: usize = 64;

/// Whether a context may be used. `_private` holds it: the number of the thread that may use it, or one of the
/// constants here, which are the number of no thread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct State(usize);

impl State {
    /// It belongs to no call.
    pub(crate) const IDLE: Self = Self(1);
    /// Its call is busy in the context below.
    pub(crate) const BUSY: Self = Self(2);
    /// Its call has left the interpreter.
    pub(crate) const LEFT: Self = Self(3);
    /// Another thread has called an extension since it was used, so its own may have lost the interpreter.
    pub(crate) const DOUBTFUL: Self = Self(4);

    /// This thread may use it.
    #[inline(always)]
    pub(crate) fn here() -> Self {
        Self(thread::current())
    }

    /// Whether some thread may use it.
    #[inline(always)]
    pub(crate) fn is_usable(self) -> bool {
        self.0 > Self::DOUBTFUL.0
    }
}

/// What a call of an extension runs.
#[derive(Clone, Copy)]
pub(crate) struct Callee {
    pub(crate) function: HPyCFunction,
    /// The name of its signature.
    pub(crate) signature: &'static &'static str,
}

/// A context, and what wrappers need first, in one cache line.
#[repr(C, align(64))]
struct Context {
    /// The origin of what its call opens, less the function.
    origin: Origin,
    /// Whether an exception was pending when the call began, as in destructors.
    is_tolerant: bool,
    /// Whose it is; only `runtime.rs` knows what that points to.
    owner: *mut c_void,
    /// What calls are passed on to: the context below, or one that stands between.
    below: *mut HPyContext,
    /// What its call runs.
    callee: Callee,
    public: HPyContext,
    /// What its call must re-enter the interpreter with, where it has left it.
    left: HPyThreadState,
}

#[inline(always)]
fn whole(ctx: *mut HPyContext) -> *mut Context {
    ctx.wrapping_byte_sub(offset_of!(Context, public)).cast()
}

/// Whose a context is.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn owner(ctx: *mut HPyContext) -> *mut c_void {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).owner }
}

/// What calls with this context are passed on to.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn below(ctx: *mut HPyContext) -> *mut HPyContext {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).below }
}

/// Sets what calls with this context are passed on to.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn set_below(ctx: *mut HPyContext, below: *mut HPyContext) {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).below = below }
}

/// The origin of what its call opens, less the function.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn origin(ctx: *mut HPyContext) -> Origin {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).origin }
}

/// Whether the context's call began with a pending exception.
///
/// # Safety
/// `ctx` is a context of this crate.
pub(crate) unsafe fn is_tolerant(ctx: *mut HPyContext) -> bool {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).is_tolerant }
}

/// What the context's call must re-enter the interpreter with, where it has left it.
///
/// # Safety
/// `ctx` is a context of this crate.
pub(crate) unsafe fn left(ctx: *mut HPyContext) -> *mut HPyThreadState {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { &raw mut (*whole(ctx)).left }
}

/// What the context's call runs.
///
/// # Safety
/// `ctx` is a context of this crate.
pub(crate) unsafe fn callee(ctx: *mut HPyContext) -> Callee {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe { (*whole(ctx)).callee }
}

/// Whether a context may be used.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn state(ctx: *mut HPyContext) -> State {
    // SAFETY: by contract `ctx` is ours.
    State(unsafe { (*ctx)._private.addr() })
}

/// Sets whether a context may be used.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn set_state(ctx: *mut HPyContext, state: State) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = ptr::without_provenance_mut(state.0) }
}

/// Makes a context of [`Contexts::take`] usable for a call of an extension of this origin, whose calls are passed on to
/// `below`, and which begins with a pending exception or without.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn begin(
    ctx: *mut HPyContext,
    origin: Origin,
    below: *mut HPyContext,
    is_tolerant: bool,
    callee: Callee,
) {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe {
        (*whole(ctx)).origin = origin;
        (*whole(ctx)).below = below;
        (*whole(ctx)).is_tolerant = is_tolerant;
        (*whole(ctx)).callee = callee;
        set_state(ctx, State::here());
    }
}

/// A context that belongs to no call and lives as long as the process. `fill` makes it, and is told its address.
#[inline(always)]
pub(crate) fn new(
    owner: *mut c_void,
    origin: Origin,
    below: *mut HPyContext,
    fill: impl FnOnce(*mut HPyContext) -> HPyContext,
) -> *mut HPyContext {
    let context = Box::leak(Box::<Context>::new_uninit()).as_mut_ptr();
    // SAFETY: the memory is ours and of the right size; the parts are written before they are read.
    unsafe {
        let ctx = &raw mut (*context).public;
        (&raw mut (*context).origin).write(origin);
        (&raw mut (*context).is_tolerant).write(false);
        (&raw mut (*context).owner).write(owner);
        (&raw mut (*context).below).write(below);
        (&raw mut (*context).left).write(HPyThreadState { _i: 0 });
        (&raw mut (*context).callee).write(Callee {
            function: None,
            signature: &"",
        });
        ctx.write(fill(ctx));
        set_state(ctx, State::IDLE);
        ctx
    }
}

/// All contexts, and those that are not in use.
pub(crate) struct Contexts {
    all: Vec<*mut HPyContext>,
    /// In a ring, NULL where there is none yet.
    idle: [*mut HPyContext; POOL],
    /// Where in the ring the oldest is.
    oldest: usize,
    /// Those that were given back while others were in use; they enter the ring for those that leave it.
    returned: Vec<*mut HPyContext>,
    random: u64,
}

impl Contexts {
    pub(crate) fn new() -> Self {
        let here = 0u8;
        Self {
            all: Vec::with_capacity(POOL),
            idle: [ptr::null_mut(); POOL],
            oldest: 0,
            returned: Vec::with_capacity(POOL),
            random: (&raw const here).addr() as u64 ^ u64::from(std::process::id()) << 32,
        }
    }

    /// Adds a new context, which [`Self::give_back`] brings in.
    pub(crate) fn add(&mut self, ctx: *mut HPyContext) {
        self.all.push(ctx);
    }

    /// All contexts, those of modules and those of calls.
    pub(crate) fn all(&self) -> &[*mut HPyContext] {
        &self.all
    }

    /// The numbers of the extensions whose calls have not returned.
    pub(crate) fn modules_of_calls(&self) -> Vec<u8> {
        // SAFETY: contexts live as long as the process.
        let running = |ctx: &&*mut HPyContext| unsafe { state(**ctx) } != State::IDLE;
        // SAFETY: the same.
        let module = |ctx: &*mut HPyContext| unsafe { origin(*ctx) }.module();
        self.all.iter().filter(running).map(module).collect()
    }

    /// Another thread has the interpreter now: whether those that were in use may be used is in doubt.
    pub(crate) fn doubt(&mut self) {
        for ctx in &self.all {
            // SAFETY: contexts live as long as the process.
            unsafe {
                if state(*ctx).is_usable() {
                    set_state(*ctx, State::DOUBTFUL);
                }
            }
        }
    }

    /// Takes an idle context for a call, which is not usable yet; NULL where a new one should be made.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> *mut HPyContext {
        // A linear congruential generator, of which the upper bits are good: Knuth's.
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let older_half = POOL as u64 / 2;
        let pick = self.oldest + (self.random >> (64 - older_half.ilog2())) as usize;
        let (pick, oldest) = (pick % POOL, self.oldest % POOL);
        self.idle.swap(pick, oldest);
        let taken = std::mem::replace(&mut self.idle[oldest], ptr::null_mut());
        self.oldest = oldest + 1;
        if !self.returned.is_empty() {
            self.idle[oldest] = self.pop_returned();
        }
        taken
    }

    #[cold]
    #[inline(never)]
    fn pop_returned(&mut self) -> *mut HPyContext {
        self.returned.pop().unwrap_or(ptr::null_mut())
    }

    /// Gives back a context that is idle.
    #[inline(always)]
    pub(crate) fn give_back(&mut self, ctx: *mut HPyContext) {
        let youngest = &mut self.idle[self.oldest.wrapping_sub(1) % POOL];
        if youngest.is_null() {
            *youngest = ctx;
        } else {
            self.push_returned(ctx);
        }
    }

    #[cold]
    #[inline(never)]
    fn push_returned(&mut self, ctx: *mut HPyContext) {
        self.returned.push(ctx);
    }
}
