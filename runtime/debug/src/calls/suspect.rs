//! The slow path of a call's checks, for calls in which something may be wrong.

use hpy_abi::{HPy, HPyContext, HPyThreadState};
use hpy_platform::thread;

use crate::calls::call::Call;
use crate::calls::error_value::ErrorValue;
use crate::contexts::{self, Context, State};
use crate::handles::handle_table::{ARGUMENT, CONSTANT, OWNED};
use crate::handles::resources::{Item, key_kind};
use crate::handles::table::{Invalid, kind};
use crate::misuse::{self, Outcome, Told};
use crate::reports::catalogue::{ResourceKind, checks};
use crate::reports::names;
use crate::reports::report::{self, Check, Report};
use crate::runtime::{Runtime, end_without_memory};

// SAFETY, for all functions below: see `Call`.
#[allow(
    clippy::undocumented_unsafe_blocks,
    unsafe_op_in_unsafe_fn,
    reason = "one argument for all, above"
)]
impl Call {
    pub(crate) fn module(self) -> u8 {
        unsafe { (*Context::of(self.ctx)).origin }.module()
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn exception_pending(self) -> bool {
        if (*self.runtime()).trouble.may_be_pending
            && !(*Context::of(self.ctx)).is_tolerant
            && (*self.runtime()).is_pending()
        {
            self.report(Report::new(&checks::EXCEPTION_PENDING, self.function.name));
        }
        self.take_refusal()
    }

    /// Returns whether the call is refused, and resets that.
    pub(crate) unsafe fn take_refusal(self) -> bool {
        std::mem::take(&mut (*self.runtime()).trouble.is_refused)
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn take_slow(self, position: usize, h: HPy) -> HPy {
        match (*self.runtime()).close_when_full(h, OWNED) {
            Some(uh) => uh,
            None => self.take_slowest(position, h),
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn take_slowest(self, position: usize, h: HPy) -> HPy {
        if kind(h._i) == OWNED
            && let Some(uh) = (*self.runtime()).close(h, self.function.name)
        {
            return uh;
        }
        self.report_lost(position, self.invalid_close(position, h));
        HPy::NULL
    }

    #[inline(never)]
    pub(crate) unsafe fn close_kept_slow(self, position: usize, h: HPy) {
        let runtime = self.runtime();
        if kind(h._i) == OWNED && (*runtime).close(h, self.function.name).is_some() {
            return;
        }
        self.report(self.invalid_close(position, h));
        // The context below closes it anyway: give it a reference to close.
        if let Some(uh) = (*runtime).handles.get(h) {
            let uctx = (*runtime).uctx;
            ((*uctx).ctx_Dup)(uctx, uh);
        }
    }

    /// Reports an item that does not exist or was set already. Returns the builder to pass on instead, in which
    /// nothing is set.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn wrong_item(self, position: usize, index: isize, found: Item) -> isize {
        let (check, detail) = match found {
            Item::Outside(items) => (
                &checks::BUILDER_INDEX,
                format!("item {index} of a builder of {items} items"),
            ),
            _ => (
                &checks::BUILDER_ITEM_TWICE,
                format!("item {index} has been set already"),
            ),
        };
        let mut report = self.about(check, position);
        report.detail = Some(detail);
        self.report_and_refuse(report);
        0
    }

    /// A handle that belongs neither to a running call nor to this context.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn stale_handle(self, position: usize, h: HPy) -> HPy {
        let Some(uh) = (*self.runtime()).handles.get(h) else {
            return self.invalid_handle(position, h);
        };
        let runtime = self.runtime();
        match (*runtime).handles.context_of(h) {
            Some(context) if contexts::state(context) != State::IDLE => {}
            Some(_) => self.report_handle(&checks::WRONG_CONTEXT, position, h),
            None if (*runtime).handles.is_first_late_use(h) => {
                self.report_handle(&checks::USE_IN_LATER_CALL, position, h);
            }
            None => {}
        }
        uh
    }

    /// There is no memory for the values to pass on: the call is refused.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn no_memory(self) {
        let runtime = self.runtime();
        if !self.function.can_fail {
            end_without_memory((*runtime).uctx);
        }
        Runtime::no_memory(runtime);
        (*runtime).trouble.is_refused = true;
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn too_few(self, position: usize, count: isize, least: isize) {
        let mut report = self.about(&checks::TOO_FEW, position);
        report.detail = Some(format!("{count} where at least {least} is needed"));
        self.report_and_refuse(report);
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn wrong_value(self, position: usize, value: i64, of: &str) {
        let mut report = self.about(&checks::WRONG_VALUE, position);
        report.detail = Some(format!("no constant of {of} is {value}"));
        self.report_and_refuse(report);
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn wrong_type(self, position: usize, h: HPy, uh: HPy, noun: &str) {
        let ordinal = match self.function.args.len() {
            1 => String::new(),
            _ => format!(" {}", position + 1),
        };
        let mut report = self.about(&checks::WRONG_TYPE, position);
        report.detail = Some(format!(
            "{} arg{ordinal} must be {noun}",
            self.function.name
        ));
        if (*self.runtime()).trouble.is_refused {
            return;
        }
        if self.is_replaced(h) {
            return self.refuse(&report);
        }
        report.known = Some(uh);
        self.report_and_refuse(report);
    }

    /// Whether a handle is not open: that was reported, and another object stands in for it, of which nothing is said.
    pub(crate) unsafe fn is_replaced(self, h: HPy) -> bool {
        (*self.runtime()).handles.get(h).is_none()
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn null_pointer(self, position: usize) {
        self.report_and_refuse(self.about(&checks::NULL_ARGUMENT, position));
    }

    pub(crate) fn about(self, check: &'static Check, position: usize) -> Report {
        let mut report = Report::new(check, self.function.name);
        report.argument = self.function.args.get(position).copied();
        report
    }

    /// Reports an object, given by its handle of the context below.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn report_object(self, mut report: Report, uh: HPy) {
        report.known = Some(uh);
        self.report(report);
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn report(self, mut report: Report) {
        let runtime = self.runtime();
        report.module = (*runtime).module_name(self.module());
        let ctx = self.running();
        let has_interpreter = (*runtime).host.has_interpreter();
        let innermost = match ctx.is_null() && has_interpreter {
            true => self.innermost(),
            false => ctx,
        };
        if !innermost.is_null() {
            let running = (*Context::of(innermost)).callee.function;
            report.callee = names::name_of(report::address(running));
        }
        if !has_interpreter {
            return Runtime::misuse_outside(runtime, report, ctx);
        }
        if (*runtime).trouble.is_refused {
            // The call has failed already; this may follow from that.
            return;
        }
        let told = match self.function.can_fail {
            true => Told::Caller(ctx),
            false => Told::Call(ctx),
        };
        let outcome = Runtime::misuse(runtime, report, told);
        (*runtime).trouble.is_refused = outcome != Outcome::Survived;
    }

    /// The context of the extension's call that makes this one; NULL if it is not known.
    unsafe fn running(self) -> *mut HPyContext {
        let state = contexts::state(self.ctx);
        let is_lent = self.ctx == (*self.runtime()).stand_in;
        match is_lent || state == State::IDLE || state == State::BUSY {
            true => std::ptr::null_mut(),
            false => self.ctx,
        }
    }

    /// The context of the innermost call that runs in this thread, as far as known; NULL if there is none. Those of
    /// outer calls are busy.
    unsafe fn innermost(self) -> *mut HPyContext {
        let is_innermost = |ctx: &*mut HPyContext| {
            contexts::state(*ctx) == State::here() && *ctx != (*self.runtime()).stand_in
        };
        let all = (*self.runtime()).contexts.all();
        let found = all.iter().copied().find(is_innermost);
        found.unwrap_or(std::ptr::null_mut())
    }

    /// Reports an argument that must not be passed on. The call is refused even if the misuse is survived.
    #[cold]
    pub(crate) unsafe fn report_and_refuse(self, report: Report) {
        if !(*self.runtime()).trouble.is_refused {
            self.report(report.clone());
            self.refuse(&report);
        }
    }

    /// Refuses the call because of what was reported.
    unsafe fn refuse(self, report: &Report) {
        let runtime = self.runtime();
        let is_raised = self.take_refusal();
        if !is_raised && self.function.can_fail {
            let reported = (*runtime).reported;
            let mut survived = report.clone();
            survived.object =
                (survived.known).and_then(|uh| misuse::describe(runtime, uh, &survived));
            (*runtime).host.raise(&survived);
            (*runtime).raised_by(self.function.name);
            if let Some(reported) = reported
                && std::ptr::eq(reported.check, survived.check)
            {
                (*runtime).set_reported(reported);
            }
        }
        // Last of all: while Python code runs, another thread would take this for the refusal of its own call.
        (*runtime).trouble.is_refused = true;
    }

    /// Reports an argument that is replaced by NULL. The call is refused if the function does not accept NULL.
    #[cold]
    unsafe fn report_lost(self, position: usize, report: Report) {
        if self.function.nullable.contains(&position) {
            self.report(report);
        } else {
            self.report_and_refuse(report);
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn report_handle(self, check: &'static Check, position: usize, h: HPy) {
        let mut report = self.about(check, position);
        report.value = Some(h);
        self.report(report);
    }

    /// The context may not be used: it was closed, belonged to another thread, or is in doubt. Makes the call `again`
    /// with a usable one. If this thread does not hold the interpreter, it does not.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn call_again<R: ErrorValue>(
        self,
        again: impl FnOnce(*mut HPyContext) -> R,
    ) -> R {
        if !(*self.runtime()).host.has_interpreter() {
            self.without_interpreter();
            return match self.function.can_fail {
                true => R::ERROR,
                false => R::NOTHING,
            };
        }
        let (ctx, state) = self.usable_context();
        let left = (*Context::of(ctx)).left;
        contexts::set_state(ctx, State::here());
        let returned = again(ctx);
        if let Some(state) = state {
            (*Context::of(ctx)).left = left;
            contexts::set_state(ctx, state);
        }
        returned
    }

    /// This thread does not hold the interpreter.
    unsafe fn without_interpreter(self) {
        if (*self.runtime()).host.has_ended_thread() {
            // The extension's destructors run while the thread is unwound.
            thread::hang();
        }
        let check = match contexts::state(self.ctx) {
            State::LEFT => &checks::INTERPRETER_LEFT,
            State::IDLE | State::BUSY => &checks::WRONG_CONTEXT,
            _ => &checks::NO_INTERPRETER,
        };
        self.report(Report::new(check, self.function.name));
    }

    /// Returns the context to continue with, and its state after the call; `None` if this thread may use it from now
    /// on. A context that belongs to no call is replaced by another one, which does not have the constants of the
    /// first.
    unsafe fn usable_context(self) -> (*mut HPyContext, Option<State>) {
        let state = contexts::state(self.ctx);
        match state {
            State::LEFT => {
                self.report(Report::new(&checks::INTERPRETER_LEFT, self.function.name));
            }
            State::IDLE => {
                self.wrong_context();
                return ((*self.runtime()).stand_in(self.ctx), Some(state));
            }
            State::BUSY => self.wrong_context(),
            _ => return (self.ctx, None),
        }
        (self.ctx, Some(state))
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn wrong_context(self) {
        self.report(Report::new(&checks::WRONG_CONTEXT, self.function.name));
    }

    /// Reports a thread state other than the one that the interpreter was left with.
    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn other_thread_state(self, position: usize, state: HPyThreadState) {
        let mut report = self.about(&checks::WILD_HANDLE, position);
        report.detail = Some(format!(
            "{:#x} is not what leaving the interpreter returned in this call",
            state._i
        ));
        self.report(report);
    }

    /// Replaces a handle that is not open, if the misuse is survived: its object if the slot still knows it, as the
    /// extension expects; otherwise `None`.
    #[cold]
    #[inline(never)]
    unsafe fn invalid_handle(self, position: usize, h: HPy) -> HPy {
        if h.is_null() {
            let mut report = self.about(&checks::NULL_ARGUMENT, position);
            report.value = Some(h);
            self.report_and_refuse(report);
            return h;
        }
        let why = (*self.runtime()).handles.why_invalid(h);
        let check = match why {
            Invalid::Wild => &checks::WILD_HANDLE,
            _ if kind(h._i) == ARGUMENT => &checks::USE_AFTER_CALL,
            _ => &checks::USE_AFTER_CLOSE,
        };
        self.report_handle(check, position, h);
        match why {
            Invalid::Closed(slot) => (*self.runtime()).handles.table.slot(slot).data.uh,
            _ => (*(*self.runtime()).uctx).h_None,
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn invalid_close(self, position: usize, h: HPy) -> Report {
        let is_open = (*self.runtime()).handles.get(h).is_some();
        let check = match ((*self.runtime()).handles.why_invalid(h), kind(h._i)) {
            (_, ARGUMENT) if is_open => &checks::CLOSE_ARGUMENT,
            (_, CONSTANT) if is_open => &checks::CLOSE_CONSTANT,
            (Invalid::Wild, _) => &checks::WILD_HANDLE,
            (_, ARGUMENT) => &checks::USE_AFTER_CALL,
            _ => &checks::DOUBLE_CLOSE,
        };
        let mut report = self.about(check, position);
        report.value = Some(h);
        report
    }

    #[cold]
    #[inline(never)]
    pub(crate) unsafe fn invalid_resource(
        self,
        position: usize,
        key: isize,
        wanted: ResourceKind,
    ) -> isize {
        let why = (*self.runtime()).resources.why_invalid(key);
        let check = if why == Invalid::Wild || kind(key) != key_kind(wanted) {
            &checks::WILD_HANDLE
        } else {
            wanted.ended()
        };
        let mut report = self.about(check, position);
        report.value = Some(HPy { _i: key });
        if let Invalid::Closed(slot) = why {
            let (made, ended) = (*self.runtime()).life_of_resource(slot);
            report.set_life(made, ended, true);
        }
        self.report_lost(position, report);
        0
    }
}
