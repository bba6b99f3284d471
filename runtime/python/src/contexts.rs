//! The contexts of this process: the universal one, and the others over it, made when first asked for.

use std::ffi::c_void;
use std::sync::OnceLock;

use hpy_abi::HPyContext;
use hpy_debug::{Host, Runtime};
use hpy_trace::Tracer;
use pyo3::prelude::*;
use pyo3_ffi as ffi;

use crate::mode::Mode;

/// A pointer to something that lives as long as the process and is guarded by the GIL.
struct Shared<T>(*mut T);

// SAFETY: only used while the GIL is held, of which `Python<'_>` is the proof.
unsafe impl<T> Send for Shared<T> {}
// SAFETY: the same.
unsafe impl<T> Sync for Shared<T> {}

/// The universal context.
pub(crate) fn universal(_: Python<'_>) -> *mut HPyContext {
    static CONTEXT: OnceLock<Shared<HPyContext>> = OnceLock::new();
    // SAFETY: `Python<'_>` proves that the GIL is held; sub-interpreters cannot import this module.
    CONTEXT
        .get_or_init(|| Shared(Box::leak(Box::new(unsafe { hpy_universal::new_context() }))))
        .0
}

/// The debug context's state.
pub(crate) fn debug(py: Python<'_>) -> *mut Runtime {
    static RUNTIME: OnceLock<Shared<Runtime>> = OnceLock::new();
    let host = Host {
        code: ffi::Py_IsInitialized as *const c_void,
        save_error,
        restore_error,
    };
    // SAFETY: the universal context is complete and lives as long as the process.
    RUNTIME
        .get_or_init(|| Shared(unsafe { Runtime::new(universal(py), host) }))
        .0
}

/// The trace context's state.
pub(crate) fn trace(py: Python<'_>) -> *mut Tracer {
    static TRACER: OnceLock<Shared<Tracer>> = OnceLock::new();
    // SAFETY: the universal context is complete and lives as long as the process.
    TRACER
        .get_or_init(|| Shared(unsafe { Tracer::new(universal(py)) }))
        .0
}

/// The context to initialise an extension with.
pub(crate) fn of_mode(py: Python<'_>, mode: Mode) -> *mut HPyContext {
    // SAFETY: both states live as long as the process and are guarded by the GIL.
    unsafe {
        match mode {
            Mode::Universal => universal(py),
            Mode::Debug => (*debug(py)).context(),
            Mode::Trace => (*trace(py)).context(),
        }
    }
}

/// The pending exception as a boxed triple, or NULL.
unsafe extern "C" fn save_error() -> *mut c_void {
    let mut error = Box::new([std::ptr::null_mut(); 3]);
    let [kind, value, traceback] = &mut *error;
    // SAFETY: the debug context holds the GIL when it calls its host.
    #[allow(deprecated, reason = "the replacement is new in CPython 3.12")]
    unsafe {
        ffi::PyErr_Fetch(kind, value, traceback);
    }
    if error[0].is_null() {
        std::ptr::null_mut()
    } else {
        Box::into_raw(error).cast()
    }
}

/// Sets what [`save_error`] returned; where that is nothing, what is pending now is cleared.
unsafe extern "C" fn restore_error(error: *mut c_void) {
    let [kind, value, traceback] = match error.cast::<[*mut ffi::PyObject; 3]>() {
        null if null.is_null() => [std::ptr::null_mut(); 3],
        // SAFETY: a box that `save_error` made, given back once.
        error => unsafe { *Box::from_raw(error) },
    };
    // SAFETY: the GIL is held; the references are given away.
    #[allow(deprecated, reason = "the replacement is new in CPython 3.12")]
    unsafe {
        ffi::PyErr_Restore(kind, value, traceback);
    }
}
