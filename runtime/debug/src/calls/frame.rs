//! A call from the interpreter to the extension. The generated shims consist of these functions.
//!
//! The interpreter's trampoline calls the debug context with CPython's arguments. The debug context passes them to
//! the context below, with a shim in place of the extension's function. The context below turns the arguments into
//! its handles, and the shim turns those into debug handles.

use core::cell::Cell;
use core::ffi::c_void;
use core::ptr::NonNull;
use core::sync::atomic::Ordering;

use hpy_abi::{HPy, HPyCFunction, HPyContext, HPyFunc_Signature};
use smallvec::SmallVec;

use crate::calls::error_value::ErrorValue;
use crate::calls::fields;
use crate::contexts::{self, Callee, Context, State};
use crate::handles::handle_table::{ARGUMENT, CONSTANT, OWNED, Origin};
use crate::handles::table::kind;
use crate::misuse::{Outcome, Told};
use crate::reports::catalogue::checks;
use crate::reports::names;
use crate::reports::report::{self, Check, Report};
use crate::runtime::Runtime;

/// The call on its way from [`dispatch`] through the context below to its shim. No other code of an extension or of
/// Python runs in between.
struct Pending(Cell<Option<(NonNull<HPyContext>, HPyCFunction)>>);

// SAFETY: only used while the interpreter's lock is held.
unsafe impl Sync for Pending {}

static PENDING: Pending = Pending(Cell::new(None));

/// The address of the extension's function that is being called; 0 for none.
pub fn announced() -> usize {
    PENDING
        .0
        .get()
        .map_or(0, |(_, function)| report::address(function))
}

/// Calls the extension's function with the arguments of a trampoline.
///
/// # Safety
/// The contract of `_HPy_CallRealFunctionFromTrampoline`, with a context of this crate. `shim` is the one of the signature,
/// or none.
pub(crate) unsafe fn dispatch(
    ctx: *mut HPyContext,
    shim: HPyCFunction,
    signature: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    // SAFETY: by contract.
    unsafe {
        let runtime = Runtime::of(ctx);
        let below = (*Context::of(ctx)).below;
        if shim.is_some() {
            PENDING.0.set(NonNull::new(ctx).map(|ctx| (ctx, function)));
        }
        let callee = shim.or(function);
        if (*runtime).trouble.may_be_pending {
            dispatch_with_exception(runtime, below, signature, callee, args);
        } else {
            ((*below).ctx_CallRealFunctionFromTrampoline)(below, signature, callee, args);
        }
    }
}

/// Passes on a call while an exception may be pending. The context below may put the exception aside during the call.
#[cold]
#[inline(never)]
unsafe fn dispatch_with_exception(
    runtime: *mut Runtime,
    below: *mut HPyContext,
    signature: HPyFunc_Signature,
    callee: HPyCFunction,
    args: *mut c_void,
) {
    // SAFETY: the contract of `dispatch`.
    unsafe {
        let raised = (*runtime).raised;
        ((*below).ctx_CallRealFunctionFromTrampoline)(below, signature, callee, args);
        (*runtime).trouble.may_be_pending = true;
        (*runtime).raised = raised;
    }
}

/// Whether an exception must be pending when the error value is returned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exception {
    /// Yes.
    Required,
    /// It should be: the value is no valid result, but some callers accept it.
    Usual,
    /// It may be: the value may mean the end of an iteration instead.
    Optional,
}

/// A running call of the extension.
///
/// All functions are unsafe for one reason: they run inside a shim, which the context below calls with its handles
/// while the interpreter's lock is held.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    ctx: *mut HPyContext,
    runtime: *mut Runtime,
}

// SAFETY, for all functions below: see `Frame`. The runtime lives as long as the process, is only reached
// while the interpreter's lock is held, and no reference to it is kept while other code runs.
#[allow(
    clippy::undocumented_unsafe_blocks,
    unsafe_op_in_unsafe_fn,
    reason = "one argument for all, above"
)]
impl Frame {
    /// Begins the call that [`dispatch`] announced, with a context of its own. Also returns the extension's function.
    /// An exception that is pending already is the caller's.
    #[inline(always)]
    pub(crate) unsafe fn enter(
        signature: &'static &'static str,
        tells_errors: bool,
    ) -> (Self, HPyCFunction) {
        let Some((base, function)) = PENDING.0.take() else {
            unannounced(signature)
        };
        let base = base.as_ptr();
        let origin = (*Context::of(base)).origin;
        let runtime = Runtime::of(base);
        let uctx = (*runtime).uctx;
        let may_be_tolerant = !tells_errors || (*runtime).trouble.may_be_pending;
        let is_tolerant = may_be_tolerant && ((*uctx).ctx_Err_Occurred)(uctx) != 0;
        let here = State::here();
        let ctx = (*runtime).start_call(origin, here);
        let callee = Callee {
            function,
            signature,
        };
        contexts::begin(
            ctx,
            origin,
            (*Context::of(base)).below,
            is_tolerant,
            callee,
            here,
        );
        (Self { ctx, runtime }, function)
    }

    #[inline(always)]
    fn runtime(self) -> *mut Runtime {
        self.runtime
    }

    /// The context of this call.
    #[inline(always)]
    pub(crate) fn context(self) -> *mut HPyContext {
        self.ctx
    }

    /// Lends a handle of the context below to the extension.
    #[inline(always)]
    pub(crate) unsafe fn argument(self, uh: HPy) -> HPy {
        let origin = (*Context::of(self.ctx))
            .origin
            .with_function(Origin::CALLER);
        Runtime::open(self.runtime(), uh, ARGUMENT, origin, false)
    }

    /// Lends an array of handles to the extension.
    #[inline(always)]
    pub(crate) unsafe fn arguments(self, items: *const HPy, count: usize) -> SmallVec<[HPy; 8]> {
        let mut handles = SmallVec::with_capacity(count);
        for i in 0..count {
            handles.push(self.argument(*items.add(i)));
        }
        handles
    }

    /// The length of a handle of the context below; 0 for NULL.
    pub(crate) unsafe fn length(self, uh: HPy) -> usize {
        Runtime::length(self.runtime(), uh)
    }

    /// Ends the call: its context is no longer valid.
    #[inline(always)]
    pub(crate) unsafe fn leave(self) {
        if contexts::state(self.ctx) == State::LEFT {
            self.come_back();
        }
        contexts::set_state(self.ctx, State::IDLE);
        (*self.runtime()).end_call(self.ctx);
        if !(*self.runtime()).stores.is_empty() {
            fields::call_ends(
                self.runtime(),
                self.ctx,
                (*Context::of(self.ctx)).callee.function,
            );
        }
    }

    /// The extension has not come back to the interpreter: its caller goes on as if it had. Apart from `leave`, whose
    /// stack a report would be part of, in each of nested calls.
    #[cold]
    #[inline(never)]
    unsafe fn come_back(self) {
        let uctx = (*self.runtime()).uctx;
        ((*uctx).ctx_ReenterPythonExecution)(uctx, (*Context::of(self.ctx)).left);
        let told = Told::Call(self.ctx);
        Runtime::misuse(self.runtime(), self.about(&checks::INTERPRETER_LEFT), told);
    }

    /// Takes a lent handle back.
    #[inline(always)]
    pub(crate) unsafe fn close(self, h: HPy) {
        let runtime = self.runtime();
        if !(*runtime).handles.close_lent(h) {
            self.close_slow(h);
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn close_slow(self, h: HPy) {
        (*self.runtime()).close(h, "the return of the call");
    }

    /// Takes lent handles back.
    #[inline(always)]
    pub(crate) unsafe fn close_all(self, handles: &[HPy]) {
        for h in handles {
            self.close(*h);
        }
    }

    /// Takes a handle that the extension returns to the interpreter; NULL is none.
    #[inline(always)]
    pub(crate) unsafe fn result(self, h: HPy) -> HPy {
        if h.is_null() {
            return h;
        }
        match (*self.runtime()).close_fast(h, OWNED) {
            Some(uh) => uh,
            None => self.result_slow(h),
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn result_slow(self, h: HPy) -> HPy {
        if kind(h._i) == OWNED
            && let Some(uh) = (*self.runtime()).close(h, "being returned")
        {
            return uh;
        }
        self.invalid_result(h)
    }

    /// Checks that a function without an error value left no new exception pending.
    pub(crate) unsafe fn left_exception(self) {
        let runtime = self.runtime();
        self.tell_nobody();
        if (*Context::of(self.ctx)).is_tolerant
            || !(*runtime).trouble.may_be_pending
            || !(*runtime).is_pending()
        {
            return;
        }
        let mut report = self.about(&checks::RESULT_WITH_EXCEPTION);
        report.is_warning = true;
        report.detail = Some("it returns nothing, so that nobody is told of it".to_owned());
        Runtime::misuse(runtime, report, Told::Call(self.ctx));
        self.tell_nobody();
    }

    /// Handles exceptions that waited for the end of a call without an error value.
    #[inline(always)]
    pub(crate) unsafe fn tell_nobody(self) {
        if (*self.runtime())
            .trouble
            .is_deferred
            .load(Ordering::Relaxed)
            != 0
        {
            Runtime::tell_nobody(self.runtime(), self.ctx);
        }
    }

    /// Checks that the result is the error value if and only if an exception is pending. `is_error` says whether it
    /// is, `exception` how strict the rule is. An exception that waited for the end of the call replaces the result.
    #[inline(always)]
    pub(crate) unsafe fn outcome<T: ErrorValue>(
        self,
        returned: T,
        is_error: bool,
        exception: Exception,
    ) -> T {
        if is_error || (*self.runtime()).trouble.may_be_told() {
            return self.outcome_with_exception(returned, is_error, exception);
        }
        returned
    }

    /// The same for an error value or a possibly pending exception.
    #[cold]
    #[inline(never)]
    unsafe fn outcome_with_exception<T: ErrorValue>(
        self,
        returned: T,
        is_error: bool,
        exception: Exception,
    ) -> T {
        let runtime = self.runtime();
        let is_deferred = (*runtime).trouble.is_deferred.load(Ordering::Relaxed) != 0;
        if is_deferred && Runtime::raise_deferred(runtime, self.ctx) {
            returned.give_up((*runtime).uctx);
            return T::ERROR;
        }
        let is_pending = (*runtime).is_pending();
        if is_error == is_pending || (is_error && exception == Exception::Optional) {
            return returned;
        }
        if is_pending && (*Context::of(self.ctx)).is_tolerant {
            return returned;
        }
        let check = match is_pending {
            true => &checks::RESULT_WITH_EXCEPTION,
            false => &checks::ERROR_WITHOUT_EXCEPTION,
        };
        let mut report = self.about(check);
        if is_error && exception == Exception::Usual {
            report.is_warning = true;
            report.detail = Some("callers take it for an error, or for another result".to_owned());
        }
        let outcome = Runtime::misuse(runtime, report, Told::Caller(self.ctx));
        if outcome != Outcome::Survived && !is_error {
            returned.give_up((*runtime).uctx);
            return T::ERROR;
        }
        returned
    }

    #[cold]
    fn about(self, check: &'static Check) -> Report {
        let context = Context::of(self.ctx);
        let (callee, origin) = unsafe { ((*context).callee, (*context).origin) };
        let mut report = Report::new(check, callee.signature);
        report.returned = report::address(callee.function);
        report.callee = names::name_of(report.returned);
        report.is_callee = true;
        report.module = unsafe { (*self.runtime()).module_name(origin.module()) };
        report
    }

    #[cold]
    unsafe fn report(self, check: &'static Check, value: HPy) -> bool {
        let mut report = self.about(check);
        report.value = Some(value);
        let told = Told::Caller(self.ctx);
        Runtime::misuse(self.runtime(), report, told) != Outcome::Survived
    }

    /// Replaces a result that the extension must not return, if the misuse is survived: a new reference to the
    /// intended object, or to `None`.
    #[cold]
    unsafe fn invalid_result(self, h: HPy) -> HPy {
        let open = (*self.runtime()).handles.get(h);
        let check = match kind(h._i) {
            ARGUMENT if open.is_some() => &checks::RETURN_ARGUMENT,
            CONSTANT if open.is_some() => &checks::RETURN_CONSTANT,
            _ if (*self.runtime()).handles.why_invalid(h)
                == crate::handles::table::Invalid::Wild =>
            {
                &checks::WILD_HANDLE
            }
            ARGUMENT => &checks::USE_AFTER_CALL,
            _ => &checks::RETURN_CLOSED,
        };
        if self.report(check, h) {
            return HPy::NULL;
        }
        let uctx = (*self.runtime()).uctx;
        ((*uctx).ctx_Dup)(uctx, open.unwrap_or((*uctx).h_None))
    }
}

/// The context below called a shim without an announced call.
#[cold]
fn unannounced(signature: &str) -> ! {
    eprintln!("HPy debug: the context below called an {signature} without a trampoline");
    std::process::abort();
}
