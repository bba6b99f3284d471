//! The result of a refused call: the error value, or nothing for functions without one.

use hpy_abi::{HPy, HPyContext, HPyThreadState};

/// The type of a result.
pub(crate) trait ErrorValue {
    /// The error value.
    const ERROR: Self;

    /// The result of a call that was not made and has no error value.
    const NOTHING: Self;

    /// Releases a result that nobody receives.
    ///
    /// # Safety
    /// The context owns the result.
    unsafe fn give_up(self, _uctx: *mut HPyContext)
    where
        Self: Sized,
    {
    }
}

impl ErrorValue for HPy {
    const ERROR: Self = HPy::NULL;
    const NOTHING: Self = HPy::NULL;

    unsafe fn give_up(self, uctx: *mut HPyContext) {
        // SAFETY: by contract.
        unsafe { ((*uctx).ctx_Close)(uctx, self) }
    }
}

impl ErrorValue for HPyThreadState {
    const ERROR: Self = Self { _i: 0 };
    const NOTHING: Self = Self { _i: 0 };
}

macro_rules! error_values {
    ($($type:ty = $value:expr, $nothing:expr;)*) => {
        $(impl ErrorValue for $type {
            const ERROR: Self = $value;
            const NOTHING: Self = $nothing;
        })*
    };
}

error_values! {
    () = (), ();
    bool = false, false;
    i8 = -1, 0;
    i16 = -1, 0;
    i32 = -1, 0;
    i64 = -1, 0;
    isize = -1, 0;
    u8 = u8::MAX, 0;
    u16 = u16::MAX, 0;
    u32 = u32::MAX, 0;
    u64 = u64::MAX, 0;
    usize = usize::MAX, 0;
    f32 = -1.0, 0.0;
    f64 = -1.0, 0.0;
}

impl<T> ErrorValue for *const T {
    const ERROR: Self = std::ptr::null();
    const NOTHING: Self = std::ptr::null();
}

impl<T> ErrorValue for *mut T {
    const ERROR: Self = std::ptr::null_mut();
    const NOTHING: Self = std::ptr::null_mut();
}

/// The result of a refused call.
pub(crate) fn error_value<T: ErrorValue>() -> T {
    T::ERROR
}

/// The result of a refused call that has no error value.
pub(crate) fn nothing<T: ErrorValue>() -> T {
    T::NOTHING
}
