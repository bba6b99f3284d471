//! Contexts. Each call into an extension gets a context that is valid only during that call.
//!
//! `_private` says which thread may use a context, if any. Unused contexts wait in a queue. [`HALF`] calls get those of
//! its older half, in a random order. So a context that an extension saved is always caught during the next [`HALF`]
//! calls. Later it is missed only if the running call happens to use it: at most once in [`HALF`] calls. The constants of
//! a saved context are caught in the same way.

use std::ffi::c_void;
use std::mem::offset_of;
use std::ptr;

use hpy_abi::{HPyCFunction, HPyContext, HPyThreadState};
use hpy_platform::thread;

use crate::handles::handle_table::Origin;

/// Unused contexts. A power of two.
const POOL: usize = 64;
const HALF: usize = POOL / 2;

/// Who may use a context. `_private` holds the number of a thread, or one of these constants, which are no thread's
/// number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct State(usize);

impl State {
    /// It belongs to no call.
    pub(crate) const IDLE: Self = Self(1);
    /// Its call is running in the context below.
    pub(crate) const BUSY: Self = Self(2);
    /// Its call has left the interpreter.
    pub(crate) const LEFT: Self = Self(3);
    /// Another thread has called an extension since, so this one may have lost the interpreter.
    pub(crate) const DOUBTFUL: Self = Self(4);

    /// This thread may use it.
    #[inline(always)]
    pub(crate) fn here() -> Self {
        Self(thread::current())
    }

    /// The number of the thread that may use it, or that may use nothing.
    #[inline(always)]
    pub(crate) fn thread(self) -> usize {
        self.0
    }

    /// Whether some thread may use it.
    #[inline(always)]
    pub(crate) fn is_usable(self) -> bool {
        self.0 > Self::DOUBTFUL.0
    }
}

/// The extension's function that a call runs.
#[derive(Clone, Copy)]
pub(crate) struct Callee {
    pub(crate) function: HPyCFunction,
    /// The name of its signature.
    pub(crate) signature: &'static &'static str,
}

/// A context, and the data that wrappers need first, in one cache line.
#[repr(C, align(64))]
pub(crate) struct Context {
    /// The origin of handles that its call opens, without the function.
    pub(crate) origin: Origin,
    /// Whether an exception was pending at the start of the call, as in destructors, and was not cleared since.
    pub(crate) is_tolerant: bool,
    /// Its owner; only `runtime.rs` knows the type.
    pub(crate) owner: *mut c_void,
    /// What calls are passed on to: the context below, or one that stands between.
    pub(crate) below: *mut HPyContext,
    /// The function that its call runs.
    pub(crate) callee: Callee,
    public: HPyContext,
    /// The thread state to re-enter the interpreter with, if the call has left it.
    pub(crate) left: HPyThreadState,
}

impl Context {
    /// The context with this public part. Nothing is there if that is no context of this crate.
    #[inline(always)]
    pub(crate) fn of(ctx: *mut HPyContext) -> *mut Self {
        ctx.wrapping_byte_sub(offset_of!(Self, public)).cast()
    }
}

/// Who may use a context.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn state(ctx: *mut HPyContext) -> State {
    // SAFETY: by contract `ctx` is ours.
    State(unsafe { (*ctx)._private.addr() })
}

/// Sets who may use a context.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn set_state(ctx: *mut HPyContext, state: State) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = ptr::without_provenance_mut(state.0) }
}

/// Prepares a context from [`Contexts::take`] for a call in this thread, `here`. `origin` names the extension;
/// `is_tolerant`: an exception is pending.
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
    here: State,
) {
    // SAFETY: by contract `ctx` is the public part of a `Context`.
    unsafe {
        (*Context::of(ctx)).origin = origin;
        (*Context::of(ctx)).below = below;
        (*Context::of(ctx)).is_tolerant = is_tolerant;
        (*Context::of(ctx)).callee = callee;
        set_state(ctx, here);
    }
}

/// Allocates a context for ever. It belongs to no call yet. `fill` makes its public part from its address.
#[inline(always)]
pub(crate) fn new(
    owner: *mut c_void,
    origin: Origin,
    below: *mut HPyContext,
    fill: impl FnOnce(*mut HPyContext) -> HPyContext,
) -> *mut HPyContext {
    let context = Box::leak(Box::<Context>::new_uninit()).as_mut_ptr();
    // SAFETY: the memory is ours and large enough; the parts are written before they are read.
    unsafe {
        let ctx = &raw mut (*context).public;
        (&raw mut (*context).origin).write(origin);
        (&raw mut (*context).is_tolerant).write(false);
        (&raw mut (*context).owner).write(owner);
        (&raw mut (*context).below).write(below);
        (&raw mut (*context).left).write(HPyThreadState::NULL);
        (&raw mut (*context).callee).write(Callee {
            function: None,
            signature: &"",
        });
        ctx.write(fill(ctx));
        set_state(ctx, State::IDLE);
        ctx
    }
}

/// All contexts, and the unused ones.
pub(crate) struct Contexts {
    all: Vec<*mut HPyContext>,
    /// A ring of unused contexts; NULL for free places.
    idle: [*mut HPyContext; POOL],
    /// How many were taken.
    taken: usize,
    /// The order in which the present half is taken: a position in it differs in these bits from the place.
    order: usize,
    /// The place that the last one was taken from.
    last: usize,
    /// Contexts that were given back while that place was not free. They enter the ring where a place is free.
    returned: Vec<*mut HPyContext>,
    random: u64,
}

impl Contexts {
    pub(crate) fn new() -> Self {
        let here = 0u8;
        Self {
            all: Vec::with_capacity(POOL),
            idle: [ptr::null_mut(); POOL],
            taken: 0,
            order: 0,
            last: 0,
            returned: Vec::with_capacity(POOL),
            random: (&raw const here).addr() as u64 ^ u64::from(std::process::id()) << 32,
        }
    }

    /// Adds a new context; [`Self::give_back`] makes it available.
    pub(crate) fn add(&mut self, ctx: *mut HPyContext) {
        self.all.push(ctx);
    }

    /// All contexts, of modules and of calls.
    pub(crate) fn all(&self) -> &[*mut HPyContext] {
        &self.all
    }

    /// The numbers of the extensions with a running call.
    pub(crate) fn modules_of_calls(&self) -> Vec<u8> {
        // SAFETY: contexts live as long as the process.
        let running = |ctx: &&*mut HPyContext| unsafe { state(**ctx) } != State::IDLE;
        // SAFETY: the same.
        let module = |ctx: &*mut HPyContext| unsafe { (*Context::of(*ctx)).origin }.module();
        self.all.iter().filter(running).map(module).collect()
    }

    /// Another thread has the interpreter: marks the contexts in use as doubtful.
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

    /// Takes an unused context for a call; it must be prepared. NULL if a new one must be made.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> *mut HPyContext {
        if self.taken.is_multiple_of(HALF) {
            self.choose_order();
        }
        self.last = (self.taken ^ self.order) % POOL;
        self.taken = self.taken.wrapping_add(1);
        let taken = std::mem::replace(&mut self.idle[self.last], ptr::null_mut());
        match taken.is_null() {
            true => self.take_next(),
            false => taken,
        }
    }

    #[cold]
    #[inline(never)]
    fn choose_order(&mut self) {
        // Knuth's linear congruential generator, whose upper bits are good.
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.order = (self.random >> (u64::BITS - HALF.ilog2())) as usize;
    }

    /// The last place was free: one that was given back enters there, and the next place is tried.
    #[cold]
    #[inline(never)]
    fn take_next(&mut self) -> *mut HPyContext {
        match self.returned.pop() {
            Some(returned) => {
                self.idle[self.last] = returned;
                self.take()
            }
            None => ptr::null_mut(),
        }
    }

    /// Gives an idle context back.
    #[inline(always)]
    pub(crate) fn give_back(&mut self, ctx: *mut HPyContext) {
        let youngest = &mut self.idle[self.last % POOL];
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
