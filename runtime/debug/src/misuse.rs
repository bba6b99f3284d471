//! What happens after a misuse: the report is completed and passed to callbacks; then the settings decide.

use std::cell::Cell;
use std::ffi::{CStr, c_char};
use std::sync::{Mutex, PoisonError};

use hpy_abi::{HPy, HPyContext};

use crate::handles::handle_table::{Event, OWNED, Origin};
use crate::handles::table::{Invalid, kind, slot_of};
use crate::host::Decision;
use crate::reports::catalogue::checks;
use crate::reports::findings::Findings;
use crate::reports::options::Policy;
use crate::reports::report::{Check, Object, Report, Trace};
use crate::reports::sink;
use crate::reports::stacks;
use crate::reports::suppressions::{Suppressions, functions};
use crate::runtime::{self, Reported, Runtime};

/// The most characters of a `repr` to show.
const SHOWN: usize = 80;
/// The most Python frames to show.
const PYTHON_FRAMES: usize = 16;

/// Who receives the exception for a misuse.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// The extension, by the result of the API function. Without the interpreter's lock, the same as `Call`.
    Caller(*mut HPyContext),
    /// The caller of the extension, when the call of this context returns. NULL: the next call that returns in this
    /// thread.
    Call(*mut HPyContext),
}

/// What has become of a misuse.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The program goes on.
    Survived,
    /// An exception is set for the caller.
    Raised,
    /// It follows from one that was reported, and the exception of that one is set for the caller.
    Followed,
}

/// What goes wrong in a call after an error that was not looked at.
const FOLLOWING: [&Check; 3] = [
    &checks::EXCEPTION_PENDING,
    &checks::RESULT_WITH_EXCEPTION,
    &checks::NULL_ARGUMENT,
];

thread_local! {
    /// While this thread calls an object's `repr` for a report: the report's place. A misuse within that describes no
    /// object, because it might never end otherwise. At the same place it is the same misuse.
    static DESCRIBED: Cell<Option<u64>> = const { Cell::new(None) };
}

/// Stands for a place once the process ends: nothing more is told.
const ENDING: u64 = u64::MAX;

impl Runtime {
    /// Reports a misuse, unless it follows from one that was reported in the same call. An exception can be set only for the
    /// caller.
    ///
    /// # Safety
    /// `this` is a runtime.
    #[cold]
    pub(crate) unsafe fn misuse(this: *mut Self, mut report: Report, told: Told) -> Outcome {
        // SAFETY: by contract. No reference is kept while a hook, a callback or a `repr` runs, all of which
        // may re-enter the runtime.
        unsafe {
            let host = (*this).host;
            let can_raise = match told {
                Told::Caller(ctx) | Told::Call(ctx) if !host.has_interpreter() => {
                    Self::misuse_outside(this, report, ctx);
                    return Outcome::Survived;
                }
                Told::Caller(_) => true,
                Told::Call(_) => false,
            };
            let hook = (*this).hook(&report);
            if !hook.is_null() {
                call_hook(this, hook);
                return Outcome::Survived;
            }
            let policy = (*this).options.policy(report.check, report.is_warning);
            let (Told::Caller(ctx) | Told::Call(ctx)) = told;
            let exception = host.exception_number();
            let first = (*this).followed(report.check, ctx, exception);
            if let Some(first) = first {
                match policy {
                    Policy::Warn | Policy::Continue => return Outcome::Survived,
                    Policy::Abort | Policy::Raise if first.is_raised && can_raise => {
                        return Outcome::Followed;
                    }
                    Policy::Abort | Policy::Raise if first.is_raised => return Outcome::Survived,
                    Policy::Abort | Policy::Raise => report.follows = Some(first.check.id),
                }
            }
            let is_shown = first.is_some_and(|first| first.is_shown);
            let told_now = Reported {
                ctx,
                exception,
                check: report.check,
                is_raised: false,
                is_shown: false,
            };
            complete(this, &mut report);
            let described = DESCRIBED.get();
            let is_told = described == Some(ENDING) || described == Some(report.place());
            if is_told || is_known(&(*this).suppressions, &report) {
                return Outcome::Survived;
            }
            if (*this).must_abort && described.is_none() {
                sink::write_last(&report, is_shown);
                end(this, &report);
            }
            report.is_warning = matches!(policy, Policy::Warn | Policy::Continue);
            if policy != Policy::Continue {
                count(&(*this).findings, &report);
            }
            match host.on_report(&report, can_raise) {
                Decision::Raised if can_raise => {
                    (*this).raised_by(report.function);
                    (*this).set_reported(Reported {
                        is_raised: true,
                        ..told_now
                    });
                    return Outcome::Raised;
                }
                Decision::None if policy == Policy::Continue => return Outcome::Survived,
                Decision::None if policy == Policy::Warn => {
                    let is_news = (*this).is_news(&report);
                    if is_news {
                        sink::write(&report, false);
                    }
                    (*this).set_reported(Reported {
                        is_shown: is_news,
                        ..told_now
                    });
                    return Outcome::Survived;
                }
                Decision::Raised | Decision::None if policy == Policy::Raise => {
                    let function = report.function;
                    sink::write(&report, is_shown);
                    if !become_exception(this, report, told) {
                        return Outcome::Survived;
                    }
                    (*this).raised_by(function);
                    (*this).set_reported(Reported {
                        is_raised: true,
                        is_shown: true,
                        ..told_now
                    });
                    return Outcome::Raised;
                }
                Decision::Raised | Decision::None => {}
            }
            report.is_warning = false;
            sink::write_last(&report, is_shown);
            if described.is_some() {
                // This happened in the `repr` for another report, which must not be lost.
                (*this).must_abort = true;
                return Outcome::Survived;
            }
            end(this, &report)
        }
    }

    /// The misuse of this call that another follows from, while this exception is pending.
    fn followed(&self, check: &Check, ctx: *mut HPyContext, exception: usize) -> Option<Reported> {
        let is_same = |first: &Reported| first.ctx == ctx && first.exception == exception;
        let is_known = exception != 0 && !ctx.is_null();
        let follows = is_known && FOLLOWING.iter().any(|one| std::ptr::eq(*one, check));
        self.reported.filter(|first| follows && is_same(first))
    }

    /// The exception that is pending now, if any, was reported so.
    pub(crate) fn set_reported(&mut self, reported: Reported) {
        let exception = self.host.exception_number();
        self.reported = Some(Reported {
            exception,
            ..reported
        });
    }

    /// Reports a misuse by a thread without the interpreter's lock. Callbacks are not called. An exception waits
    /// until the call of `ctx` returns, if that is not NULL. The API call must not be made.
    ///
    /// # Safety
    /// `this` is a runtime.
    #[cold]
    pub(crate) unsafe fn misuse_outside(
        this: *const Self,
        mut report: Report,
        ctx: *mut HPyContext,
    ) {
        report.used = stacks::describe_current(report.returned);
        // SAFETY: by contract; these have their own locks, or never change.
        let (outside, findings, suppressions, deferred, is_any, uctx) = unsafe {
            (
                &(*this).outside,
                &(*this).findings,
                &(*this).suppressions,
                &(*this).deferred,
                &(*this).trouble.is_deferred,
                (*this).uctx,
            )
        };
        if is_known(suppressions, &report) {
            return;
        }
        let policy = outside.policy(report.check, report.is_warning);
        report.is_warning = matches!(policy, Policy::Warn | Policy::Continue);
        if policy != Policy::Continue {
            count(findings, &report);
        }
        match policy {
            Policy::Continue => {}
            Policy::Warn => {
                if outside.is_news(&report) {
                    sink::write(&report, false);
                }
            }
            Policy::Raise => {
                // Such a thread may call in a loop.
                if outside.is_news(&report) {
                    sink::write(&report, false);
                }
                if !ctx.is_null() {
                    deferred.add(ctx, report, is_any);
                }
            }
            Policy::Abort => {
                sink::write_last(&report, false);
                // SAFETY: the context below is complete. The process ends, whoever holds the lock.
                unsafe { runtime::end(uctx, &report.fatal()) }
            }
        }
    }

    /// Raises the first exception that waited for the call of this context. Returns whether there was one.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[cold]
    pub(crate) unsafe fn raise_deferred(this: *mut Self, ctx: *mut HPyContext) -> bool {
        // SAFETY: by contract. No reference is kept while Python code runs.
        unsafe {
            let told = (*this).deferred.take(ctx, &(*this).trouble.is_deferred);
            let host = (*this).host;
            if let Some(report) = told.first() {
                host.raise(report);
                (*this).raised_by(report.function);
            }
            !told.is_empty()
        }
    }

    /// The same for a call without an error value: they are reported as unraisable.
    ///
    /// # Safety
    /// `this` is a runtime, and the interpreter's lock is held.
    #[cold]
    pub(crate) unsafe fn tell_nobody(this: *mut Self, ctx: *mut HPyContext) {
        // SAFETY: by contract. No reference is kept while Python code runs.
        unsafe {
            let host = (*this).host;
            for report in (*this).deferred.take(ctx, &(*this).trouble.is_deferred) {
                host.raise_unraisable(&report);
            }
        }
    }

    /// Whether this is the first warning of its kind from this place.
    fn is_news(&mut self, report: &Report) -> bool {
        self.warned.insert(report.place())
    }

    fn hook(&self, report: &Report) -> HPy {
        if std::ptr::eq(report.check, &checks::BUILDER_USE_AFTER_CLOSE) {
            self.hooks.invalid_builder
        } else if report.value.is_some() {
            self.hooks.invalid_handle
        } else {
            HPy::NULL
        }
    }

    /// Where the handle of a slot was opened.
    pub(crate) fn opened(&self, slot: u32) -> Trace {
        self.opened_by(self.handles.origin(slot), self.handles.stack(slot))
    }

    /// Where a handle or resource with this origin and stack was opened.
    pub(crate) fn opened_by(&self, origin: Origin, stack: u32) -> Trace {
        let function = match origin.function() {
            Origin::CALLER => Some("the caller"),
            _ => origin.function_name(),
        };
        Trace {
            function,
            stack: self.stacks.describe(stack),
        }
    }

    fn closed(&self, slot: u32) -> Trace {
        self.trace_of(self.handles.closed(slot))
    }

    fn trace_of(&self, closed: Event) -> Trace {
        Trace {
            function: closed.function,
            stack: self.stacks.describe(closed.stack),
        }
    }

    /// Where the last builder or tracker of a slot was made, and where it ended.
    pub(crate) fn life_of_resource(&self, slot: u32) -> (Trace, Trace) {
        let made = self.opened_by(self.resources.origin(slot), self.resources.made_on(slot));
        (made, self.trace_of(self.resources.ended(slot)))
    }
}

/// Whether a suppression matches a misuse. Needs no interpreter.
pub(crate) fn is_known(suppressions: &Mutex<Suppressions>, report: &Report) -> bool {
    let mut suppressions = suppressions.lock().unwrap_or_else(PoisonError::into_inner);
    if !suppressions.is_about(report.check.id) {
        return false;
    }
    let opened = report.opened.stack.as_deref().unwrap_or_default();
    let stacks = functions(&report.used).chain(functions(opened));
    let known = [report.module.as_deref(), report.callee.as_deref()];
    let names = [report.function]
        .into_iter()
        .chain(known.into_iter().flatten())
        .chain(stacks);
    let names: Vec<_> = names.collect();
    suppressions.matches(report.check.id, &names, 1)
}

/// Counts a report. Needs no interpreter.
pub(crate) fn count(findings: &Mutex<Findings>, report: &Report) {
    let mut findings = findings.lock().unwrap_or_else(PoisonError::into_inner);
    findings.add(report);
}

/// Turns a misuse into an exception: of the API call if it can fail, otherwise of the extension's running call.
/// Returns whether an exception is set.
unsafe fn become_exception(this: *mut Runtime, report: Report, told: Told) -> bool {
    // SAFETY: the caller's contract. No reference is kept while Python code runs.
    unsafe {
        let host = (*this).host;
        match told {
            Told::Caller(_) => {
                host.raise(&report);
                return true;
            }
            Told::Call(ctx) if !ctx.is_null() || (*this).is_called_here() => {
                (*this)
                    .deferred
                    .add(ctx, report, &(*this).trouble.is_deferred);
            }
            Told::Call(_) => host.raise_unraisable(&report),
        }
        false
    }
}

/// Ends the process after a report. The fatal error prints the exception, which calls the `repr` of objects once more.
unsafe fn end(this: *mut Runtime, report: &Report) -> ! {
    DESCRIBED.set(Some(ENDING));
    // SAFETY: the caller's contract.
    unsafe { runtime::end((*this).uctx, &report.fatal()) }
}

unsafe fn call_hook(this: *mut Runtime, hook: HPy) {
    // SAFETY: the caller's contract; the hook is a callable's handle of the context below.
    unsafe {
        let uctx = (*this).uctx;
        let host = (*this).host;
        host.without_error(&mut || {
            let result = ((*uctx).ctx_CallTupleDict)(uctx, hook, HPy::NULL, HPy::NULL);
            if result.is_null() {
                sink::complain("Error when executing the on_invalid_(builder_)handle callback");
            } else {
                ((*uctx).ctx_Close)(uctx, result);
            }
        });
    }
}

/// Completes the report with the object and the place.
unsafe fn complete(this: *mut Runtime, report: &mut Report) {
    // SAFETY: the caller's contract.
    unsafe {
        report.used = (*this)
            .stacks
            .describe(report.stack)
            .unwrap_or_else(|| stacks::describe_current(report.returned));
        let mut known = report.known;
        if let Some(value) = report.value {
            let runtime = &*this;
            let (slot, is_alive) = match runtime.handles.get(value) {
                Some(_) => (Some(slot_of(value._i)), true),
                None => match runtime.handles.why_invalid(value) {
                    Invalid::Closed(slot) => (Some(slot), runtime.handles.is_alive(slot)),
                    Invalid::Reused | Invalid::Wild => (None, false),
                },
            };
            if let Some(slot) = slot {
                let closed = match runtime.handles.get(value) {
                    Some(_) => Trace::default(),
                    None => runtime.closed(slot),
                };
                report.set_life(runtime.opened(slot), closed, kind(value._i) == OWNED);
                known = is_alive.then(|| runtime.handles.table.slot(slot).data.uh);
            }
        }
        report.python = (*this).host.python_stack(PYTHON_FRAMES);
        let exception = pending(this, report);
        if let Some(exception) = exception.filter(|text| report.detail.as_ref() != Some(text)) {
            report.exception = Some(shortened(&exception));
            if !(*this).uses_c_api() {
                report.raised = (*this).trace_of((*this).raised);
            }
        }
        if let Some(uh) = known {
            report.object = describe(this, uh, report);
        }
    }
}

/// The pending exception as text; `None` while another is being described, because that may run the extension's code.
unsafe fn pending(this: *mut Runtime, report: &Report) -> Option<String> {
    // SAFETY: the caller's contract. No reference is kept while the exception is asked.
    unsafe {
        if DESCRIBED.get().is_some() {
            return None;
        }
        let host = (*this).host;
        let mut exception = None;
        describing(this, report, || exception = host.exception());
        exception
    }
}

/// Describes an object for a report, whatever its `repr` does; `None` while another is being described.
///
/// # Safety
/// `this` is a runtime, the interpreter's lock is held, and `uh` is an open handle of the context below.
pub(crate) unsafe fn describe(this: *mut Runtime, uh: HPy, report: &Report) -> Option<Object> {
    let mut object = None;
    // SAFETY: by contract. No reference is kept while the `repr` runs.
    unsafe {
        if DESCRIBED.get().is_some() {
            return None;
        }
        let uctx = (*this).uctx;
        let host = (*this).host;
        describing(this, report, || {
            host.without_error(&mut || object = ask(uctx, uh))
        });
    }
    object
}

/// Asks an object or an exception something that may run code of an extension. Calls of that code go to the context
/// below.
unsafe fn describing(this: *mut Runtime, report: &Report, question: impl FnOnce()) {
    // SAFETY: the caller's contract. No reference is kept while the question is asked.
    unsafe {
        DESCRIBED.set(Some(report.place()));
        sink::set_unfinished(report);
        let between = (*this).between();
        if between.is_null() {
            question();
        } else {
            (*this).pass_on_to(std::ptr::null_mut());
            question();
            (*this).pass_on_to(between);
        }
        sink::set_unfinished(std::ptr::null());
        DESCRIBED.set(None);
    }
}

/// The type and `repr` of an object.
unsafe fn ask(uctx: *mut HPyContext, uh: HPy) -> Option<Object> {
    // SAFETY: `uh` is an open handle of the context below.
    unsafe {
        let type_ = ((*uctx).ctx_Type)(uctx, uh);
        let name = ((*uctx).ctx_Type_GetName)(uctx, type_);
        let type_name = text(name);
        ((*uctx).ctx_Close)(uctx, type_);
        let repr = ((*uctx).ctx_Repr)(uctx, uh);
        let shown = if repr.is_null() {
            None
        } else {
            text(((*uctx).ctx_Unicode_AsUTF8AndSize)(
                uctx,
                repr,
                std::ptr::null_mut(),
            ))
        };
        ((*uctx).ctx_Close)(uctx, repr);
        Some(Object {
            type_name: type_name?,
            repr: shown,
        })
    }
}

unsafe fn text(text: *const c_char) -> Option<String> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the context below returned a NUL-terminated string, which is copied while its owner is alive.
    let text = unsafe { CStr::from_ptr(text) }.to_string_lossy();
    Some(shortened(&text))
}

/// Text for one line of a report: its beginning, with control characters escaped.
pub fn shortened(text: &str) -> String {
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == SHOWN {
            shown.push('…');
            break;
        }
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}
