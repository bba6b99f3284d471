//! Counters and hooks of a trace context.

use hpy_abi::{HPy, HPyContext};
use hpy_platform::clock::Clock;

use crate::names::NAMES;

/// Which of the two functions that tracing calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// Before each call.
    Enter,
    /// After each call.
    Exit,
}

/// What was counted of one function.
#[derive(Clone, Copy, Default)]
pub struct Counter {
    /// Calls begun.
    pub calls: u64,
    /// Ticks of the clock during calls that ended; see [`Tracer::nanoseconds_per_tick`].
    pub ticks: u64,
}

/// A trace context's state. Lives as long as the process, because extensions keep pointing to it.
pub struct Tracer {
    pub(crate) uctx: *mut HPyContext,
    pub(crate) context: HPyContext,
    pub(crate) clock: Clock,
    pub(crate) counters: [Counter; NAMES.len()],
    pub(crate) on_enter: HPy,
    pub(crate) on_exit: HPy,
}

impl Tracer {
    /// The context to initialise extensions with.
    pub fn context(&mut self) -> *mut HPyContext {
        &raw mut self.context
    }

    /// Every function of the API by the name of its context member, with what was counted.
    pub fn counters(&self) -> impl Iterator<Item = (&'static str, Counter)> {
        NAMES
            .iter()
            .copied()
            .zip(self.counters)
            .filter(|(name, _)| !name.is_empty())
    }

    /// Nanoseconds that a tick of the clock takes. Waits a few milliseconds where the tracer was made just now.
    pub fn nanoseconds_per_tick(&self) -> f64 {
        self.clock.nanoseconds_per_tick()
    }

    /// Ticks of the clock per second; waits as [`Tracer::nanoseconds_per_tick`] does.
    pub fn clock_frequency(&self) -> u64 {
        self.clock.frequency()
    }

    /// Sets what is called with the function's name; NULL for nothing. The handle is of the context below, and the caller's: it
    /// must be taken back before it is closed.
    pub fn set_hook(&mut self, hook: Hook, callable: HPy) {
        match hook {
            Hook::Enter => self.on_enter = callable,
            Hook::Exit => self.on_exit = callable,
        }
    }

    /// The interpreter has begun anew, and the constants of the context below are those of its new life.
    pub fn begin_life(&mut self) {
        self.set_hook(Hook::Enter, HPy::NULL);
        self.set_hook(Hook::Exit, HPy::NULL);
        for offset in HPyContext::CONSTANTS {
            // SAFETY: both are complete contexts, and have a handle there.
            unsafe {
                let handle = self.uctx.byte_add(offset).cast::<HPy>().read();
                (&raw mut self.context)
                    .byte_add(offset)
                    .cast::<HPy>()
                    .write(handle);
            }
        }
    }
}
