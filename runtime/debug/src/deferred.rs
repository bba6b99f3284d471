//! Misuses that become exceptions when their call returns.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Mutex, PoisonError};

use hpy_abi::HPyContext;
use hpy_platform::thread;

use crate::reports::report::Report;

/// Misuses that become exceptions of running calls; [`Trouble`](crate::runtime::Trouble) knows whether there are any.
/// Threads without the interpreter's lock use this, too.
#[derive(Default)]
pub(crate) struct Deferred(Mutex<Vec<Waiting>>);

struct Waiting {
    /// NULL for the next call that returns in this thread.
    ctx: *mut HPyContext,
    thread: usize,
    report: Report,
}

impl Deferred {
    /// Adds one, unless the call has it from the same place already.
    pub(crate) fn add(&self, ctx: *mut HPyContext, report: Report, is_any: &AtomicU8) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let thread = thread::current();
        let place = report.place();
        let is_it = |known: &Waiting| {
            known.ctx == ctx && known.thread == thread && known.report.place() == place
        };
        if waiting.iter().any(is_it) {
            return;
        }
        waiting.push(Waiting {
            ctx,
            thread,
            report,
        });
        is_any.store(1, Ordering::Relaxed);
    }

    /// Takes the misuses that the call of this context must raise, in the order in which they happened.
    pub(crate) fn take(&self, ctx: *mut HPyContext, is_any: &AtomicU8) -> Vec<Report> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let thread = thread::current();
        let is_told = |waiting: &Waiting| {
            waiting.ctx == ctx || (waiting.ctx.is_null() && waiting.thread == thread)
        };
        let (told, others) = std::mem::take(&mut *waiting).into_iter().partition(is_told);
        *waiting = others;
        is_any.store(u8::from(!waiting.is_empty()), Ordering::Relaxed);
        let told: Vec<Waiting> = told;
        told.into_iter().map(|waiting| waiting.report).collect()
    }
}
