//! Contexts: every call into an extension gets one that is valid only for that call.
//!
//! Validity is a bit of `_private`, beside the address of the runtime and the number of the extension, so
//! that a wrapper's one load gives all. Contexts that are not in use wait in a queue; which of the older half
//! a call gets is random. A saved context is therefore caught for certain during the next [`POOL`]` / 2`
//! calls, and later unless it is the one that the running call was given: for any call one in [`POOL`]` / 2`,
//! and at no distance more. Each context has constants of its own, which are caught in the same way.

use std::collections::VecDeque;
use std::ffi::c_void;

use hpy_abi::HPyContext;

use crate::runtime::Runtime;

/// Contexts beyond those in use.
const POOL: usize = 64;

/// Set while the context may not be used.
const INVALID: usize = 1;
/// Set while the context's call has left the interpreter.
const LEFT: usize = 2;
/// Both are set while the context belongs to no call.
const IDLE: usize = INVALID | LEFT;
const STATE: usize = INVALID | LEFT;

/// Where the number of the extension begins, above any address.
const MODULE_SHIFT: u32 = 48;
/// Set where an exception was pending when the call began, as in destructors.
const TOLERANT: usize = 1 << 62;
const ADDRESS: usize = (1 << MODULE_SHIFT) - 1 - STATE;

/// What `_private` of a context holds: the runtime, which extension the call belongs to, and whether the context
/// may be used.
#[derive(Clone, Copy)]
pub(crate) struct Word(*mut c_void);

impl Word {
    pub(crate) fn new(runtime: *mut Runtime, module: u8) -> Self {
        Self(
            runtime
                .map_addr(|address| address | usize::from(module) << MODULE_SHIFT)
                .cast(),
        )
    }

    /// The runtime of the context.
    #[inline(always)]
    pub(crate) fn runtime(self) -> *mut Runtime {
        self.0.map_addr(|word| word & ADDRESS).cast()
    }

    /// The word of a call that began with a pending exception.
    pub(crate) fn tolerant(self) -> Self {
        Self(self.0.map_addr(|word| word | TOLERANT))
    }

    /// Whether the context may be used.
    #[inline(always)]
    pub(crate) fn is_valid(self) -> bool {
        self.0.addr() & STATE == 0
    }

    /// Whether the context's call has left the interpreter.
    pub(crate) fn has_left(self) -> bool {
        self.0.addr() & STATE == LEFT
    }

    /// The word while the context may be used.
    #[inline(always)]
    pub(crate) fn validated(self) -> Self {
        Self(self.0.map_addr(|word| word & !STATE))
    }

    /// Whether the call began with a pending exception.
    #[inline(always)]
    pub(crate) fn is_tolerant(self) -> bool {
        self.0.addr() & TOLERANT != 0
    }

    /// The number of the extension.
    #[inline(always)]
    pub(crate) fn module(self) -> u8 {
        (self.0.addr() >> MODULE_SHIFT) as u8
    }
}

/// A context's word.
///
/// # Safety
/// `ctx` is a context of this crate.
#[inline(always)]
pub(crate) unsafe fn read(ctx: *mut HPyContext) -> Word {
    // SAFETY: by contract `ctx` is ours.
    Word(unsafe { (*ctx)._private })
}

/// Makes the context what it was when `word` was read. Here and below the whole word is written, because a
/// wrapper's next load is of the whole word.
///
/// # Safety
/// `ctx` is a context of this crate, and `word` its.
#[inline(always)]
pub(crate) unsafe fn restore(ctx: *mut HPyContext, word: Word) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = word.0 }
}

/// Makes the context unusable.
///
/// # Safety
/// `ctx` is a context of this crate, and `word` its.
#[inline(always)]
pub(crate) unsafe fn invalidate(ctx: *mut HPyContext, word: Word) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = word.0.map_addr(|word| word | INVALID) }
}

/// Marks a context that belongs to no call.
///
/// # Safety
/// `ctx` is a context of this crate, and `word` its.
#[inline(always)]
pub(crate) unsafe fn retire(ctx: *mut HPyContext, word: Word) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = word.0.map_addr(|word| word | IDLE) }
}

/// Makes the context usable for re-entering the interpreter only.
///
/// # Safety
/// `ctx` is a context of this crate, and `word` its.
pub(crate) unsafe fn leave(ctx: *mut HPyContext, word: Word) {
    // SAFETY: by contract `ctx` is ours.
    unsafe { (*ctx)._private = word.0.map_addr(|word| word | LEFT) }
}

/// All contexts by number, and those that are not in use.
pub(crate) struct Contexts {
    all: Vec<*mut HPyContext>,
    idle: VecDeque<*mut HPyContext>,
    random: u64,
}

impl Contexts {
    pub(crate) fn new() -> Self {
        let here = 0u8;
        let random = (&raw const here).addr() as u64 ^ u64::from(std::process::id()) << 32 | 1;
        Self {
            all: Vec::new(),
            idle: VecDeque::with_capacity(POOL * 2),
            random,
        }
    }

    /// The number of the next new context. The last number is shared, should there ever be so many.
    pub(crate) fn next_number(&self) -> u16 {
        u16::try_from(self.all.len()).unwrap_or(u16::MAX)
    }

    /// Adds a new context under the next number.
    pub(crate) fn add(&mut self, ctx: *mut HPyContext) {
        self.all.push(ctx);
    }

    /// Whether the context of this number belongs to a running call.
    pub(crate) fn is_in_use(&self, number: u16) -> bool {
        // SAFETY: contexts live as long as the process.
        let state = |ctx: &*mut HPyContext| unsafe { (**ctx)._private.addr() & STATE };
        self.all
            .get(usize::from(number))
            .is_some_and(|ctx| state(ctx) != IDLE)
    }

    /// Takes an idle context for a call, which is not valid yet; none where a new one should be made.
    #[inline(always)]
    pub(crate) fn take(&mut self) -> Option<*mut HPyContext> {
        if self.idle.len() < POOL {
            return None;
        }
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        let older_half = (self.idle.len() / 2) as u64;
        let pick = (((self.random >> 32) * older_half) >> 32) as usize;
        self.idle.swap(0, pick);
        self.idle.pop_front()
    }

    /// Gives back a context that was retired.
    #[inline(always)]
    pub(crate) fn give_back(&mut self, ctx: *mut HPyContext) {
        self.idle.push_back(ctx);
    }
}
