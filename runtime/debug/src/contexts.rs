//! Contexts: every call into an extension gets one that is valid only for that call.
//!
//! Validity is a bit of `_private`, beside the pointer to the runtime, so that a wrapper's one load gives
//! both. Contexts that are not in use wait in a queue; which of the older half a call gets is random.
//! A saved context is therefore caught for certain during the next [`POOL`]` / 2` calls, and later unless
//! it is the one that the running call was given.

use std::collections::VecDeque;

use hpy_abi::HPyContext;

use crate::runtime::Runtime;

/// Contexts beyond those in use.
const POOL: usize = 64;

/// Set in `_private` while the context may not be used.
const INVALID: usize = 1;
/// Set in `_private` while the context's call has left the interpreter.
const LEFT: usize = 2;
const STATE: usize = INVALID | LEFT;

/// Contexts that are not in use.
pub(crate) struct Contexts {
    idle: VecDeque<*mut HPyContext>,
    random: u64,
}

/// The runtime of a context, whatever its state.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn runtime_of(ctx: *mut HPyContext) -> *mut Runtime {
    // SAFETY: by contract `ctx` is ours, so `_private` is a runtime's address and state bits.
    unsafe { (*ctx)._private.map_addr(|address| address & !STATE).cast() }
}

/// Whether the context may be used now.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn is_valid(ctx: *mut HPyContext) -> bool {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private.addr() & STATE == 0 }
}

/// Whether the context's call has left the interpreter.
///
/// # Safety
/// `ctx` is a context of this crate.
pub(crate) unsafe fn has_left(ctx: *mut HPyContext) -> bool {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private.addr() & STATE == LEFT }
}

/// Whole words are written, because a wrapper's next load is of the whole word.
#[inline(always)]
unsafe fn set_state(ctx: *mut HPyContext, runtime: *mut Runtime, state: usize) {
    // SAFETY: the callers' contract: `ctx` is ours.
    unsafe { (*ctx)._private = runtime.map_addr(|address| address | state).cast() }
}

/// Makes the context usable.
///
/// # Safety
/// `ctx` is a context of this `runtime`.
#[inline(always)]
pub(crate) unsafe fn validate(ctx: *mut HPyContext, runtime: *mut Runtime) {
    // SAFETY: passed on.
    unsafe { set_state(ctx, runtime, 0) }
}

/// Makes the context unusable.
///
/// # Safety
/// `ctx` is a context of this `runtime`.
#[inline(always)]
pub(crate) unsafe fn invalidate(ctx: *mut HPyContext, runtime: *mut Runtime) {
    // SAFETY: passed on.
    unsafe { set_state(ctx, runtime, INVALID) }
}

/// Makes the context usable for re-entering the interpreter only.
///
/// # Safety
/// `ctx` is a context of this `runtime`.
pub(crate) unsafe fn leave(ctx: *mut HPyContext, runtime: *mut Runtime) {
    // SAFETY: passed on.
    unsafe { set_state(ctx, runtime, LEFT) }
}

impl Contexts {
    pub(crate) fn new() -> Self {
        let here = 0u8;
        let random = (&raw const here).addr() as u64 ^ u64::from(std::process::id()) << 32 | 1;
        Self {
            idle: VecDeque::with_capacity(POOL * 2),
            random,
        }
    }

    /// Takes a context for a call, a copy of `base` where too few are idle. It is not valid yet.
    ///
    /// # Safety
    /// `base` is a context of this crate.
    #[inline(always)]
    pub(crate) unsafe fn take(&mut self, base: *mut HPyContext) -> *mut HPyContext {
        if self.idle.len() < POOL {
            // SAFETY: passed on.
            unsafe { self.grow(base) };
        }
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        let older_half = (self.idle.len() / 2) as u64;
        let pick = (((self.random >> 32) * older_half) >> 32) as usize;
        self.idle.swap(0, pick);
        self.idle.pop_front().unwrap_or(base)
    }

    #[cold]
    unsafe fn grow(&mut self, base: *mut HPyContext) {
        while self.idle.len() < POOL {
            // SAFETY: by contract `base` is a context, and contexts are plain data.
            let copy = Box::leak(Box::new(unsafe { *base }));
            // SAFETY: a copy of a context of ours.
            unsafe { invalidate(copy, runtime_of(base)) };
            self.idle.push_back(copy);
        }
    }

    /// Gives back a context that is no longer valid.
    #[inline(always)]
    pub(crate) fn give_back(&mut self, ctx: *mut HPyContext) {
        self.idle.push_back(ctx);
    }
}
