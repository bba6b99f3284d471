//! One call. The generated wrappers consist of these functions.

use core::ffi::c_void;

use hpy_abi::{FUNCTION_NAMES, HPy, HPyCFunction, HPyContext, HPyFunc_Signature, HPyType_Spec};

use crate::failing::{Failing, Outer};

/// A call of the API by an extension.
///
/// All functions are unsafe for one reason: their arguments come from C. The caller is a generated wrapper, which
/// passes on the extension's arguments and context, and holds the interpreter's lock.
#[derive(Clone, Copy)]
pub(crate) struct Call {
    pub(crate) uctx: *mut HPyContext,
    failing: *mut Failing,
    index: usize,
}

// SAFETY, for all functions below: see `Call`. The state lives as long as the process. No reference to it is kept while
// code runs that could reach it; the host's functions cannot.
#[allow(unsafe_op_in_unsafe_fn, reason = "one argument for all, above")]
impl Call {
    /// A call of the function of this index.
    #[inline(always)]
    pub(crate) unsafe fn new(ctx: *mut HPyContext, index: usize) -> Self {
        let failing = (*ctx)._private.cast::<Failing>();
        Self {
            uctx: (*failing).uctx,
            failing,
            index,
        }
    }

    /// Whether this call must fail.
    pub(crate) unsafe fn fails(self) -> bool {
        (*self.failing).fails(self.index)
    }

    /// Whether an exception is pending.
    pub(crate) unsafe fn has_failed(self) -> bool {
        ((*self.uctx).ctx_Err_Occurred)(self.uctx) != 0
    }

    /// Closes a handle that the failed call consumes or has made; NULL is none.
    pub(crate) unsafe fn give_up(self, returned: HPy) {
        ((*self.uctx).ctx_Close)(self.uctx, returned)
    }

    /// Sets the exception that any call may fail with. `is_effect`: the result says only whether the call failed.
    pub(crate) unsafe fn raise(self, is_effect: bool) {
        self.set_exception((*self.uctx).h_MemoryError);
        (*self.failing).raised(self.index, is_effect);
    }

    /// Sets the usual exception of the function.
    pub(crate) unsafe fn raise_usual(self, exception: HPy) {
        self.set_exception(exception);
        (*self.failing).replaced();
    }

    unsafe fn set_exception(self, exception: HPy) {
        let text = format!("{} was made to fail\0", FUNCTION_NAMES[self.index]);
        ((*self.uctx).ctx_Err_SetString)(self.uctx, exception, text.as_ptr().cast())
    }

    /// Notes that the extension sets another exception.
    pub(crate) unsafe fn replaces(self) {
        (*self.failing).replaced()
    }

    /// Notes that the extension clears the pending exception.
    pub(crate) unsafe fn clears(self) {
        (*self.failing).cleared()
    }

    /// Notes that the extension has tested the type of the pending exception.
    pub(crate) unsafe fn matches(self, is_one: bool) {
        if is_one {
            (*self.failing).replaced()
        }
    }

    /// Notes the functions of a type's spec.
    pub(crate) unsafe fn describes(self, spec: *const HPyType_Spec) {
        if let Some(spec) = spec.as_ref() {
            (*self.failing).define(spec.defines);
        }
    }

    /// Notes that a function of the extension is called.
    pub(crate) unsafe fn enters(
        self,
        signature: HPyFunc_Signature,
        function: HPyCFunction,
        args: *mut c_void,
    ) -> Outer {
        (*self.failing).enters(signature, function, args)
    }

    /// Notes that it has returned.
    pub(crate) unsafe fn leaves(self, outer: Outer) {
        let is_noticed = (*self.failing).leaves(outer);
        if is_noticed {
            let has_failed = self.has_failed();
            Failing::returned(self.failing, outer, has_failed);
        }
    }
}
