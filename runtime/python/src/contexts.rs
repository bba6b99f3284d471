//! The contexts of this process: the universal one, and the others over it, made when first asked for.

use std::sync::OnceLock;

use hpy_abi::HPyContext;
use hpy_debug::Runtime;
use hpy_trace::Tracer;
use pyo3::prelude::*;

use crate::host::Cpython;
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
    let make = || {
        // SAFETY: the universal context is complete and lives as long as the process.
        Shared(unsafe { Runtime::new(universal(py), Box::new(Cpython)) })
    };
    RUNTIME.get_or_init(make).0
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
pub(crate) fn of_mode(py: Python<'_>, mode: Mode, module: &str) -> *mut HPyContext {
    // SAFETY: both states live as long as the process and are guarded by the GIL.
    unsafe {
        match mode {
            Mode::Universal => universal(py),
            Mode::Debug => (*debug(py)).context(module),
            Mode::Trace => (*trace(py)).context(),
        }
    }
}
