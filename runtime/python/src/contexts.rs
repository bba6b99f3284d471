//! The contexts of this process: the universal one, and the others over it. Each is made on first use.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use hpy_abi::HPyContext;
use hpy_debug::Runtime;
use hpy_fail::Failing;
use hpy_trace::Tracer;
use hpy_universal::py2h;
use pyo3::prelude::*;
use pyo3_ffi as ffi;
use pyo3_ffi::PyObject;

use crate::fail_host::DebugHost;
use crate::host::Cpython;
use crate::mode::Mode;

/// What is made once and lives as long as the process. The GIL protects it.
struct Shared<T>(AtomicPtr<T>);

impl<T> Shared<T> {
    const fn new() -> Self {
        Self(AtomicPtr::new(ptr::null_mut()))
    }

    fn made(&self) -> Option<*mut T> {
        let made = self.0.load(Ordering::Acquire);
        (!made.is_null()).then_some(made)
    }

    fn get_or_make(&self, make: impl FnOnce() -> *mut T) -> *mut T {
        self.made().unwrap_or_else(|| {
            let made = make();
            self.0.store(made, Ordering::Release);
            made
        })
    }
}

static UNIVERSAL: Shared<HPyContext> = Shared::new();
static RUNTIME: Shared<Runtime> = Shared::new();
static TRACER: Shared<Tracer> = Shared::new();
static FAILING: Shared<Failing> = Shared::new();

/// Makes the universal context, which every extension needs.
pub(crate) fn make_universal(py: Python<'_>) -> PyResult<()> {
    if UNIVERSAL.made().is_none() {
        // SAFETY: `Python<'_>` proves that the GIL is held; sub-interpreters cannot import this module.
        let context = unsafe { hpy_universal::new_context() }.ok_or_else(|| PyErr::fetch(py))?;
        UNIVERSAL.get_or_make(|| Box::leak(Box::new(context)));
    }
    Ok(())
}

/// The universal context.
pub(crate) fn universal(_: Python<'_>) -> *mut HPyContext {
    let made = UNIVERSAL.made();
    made.expect("it is made as this module is imported")
}

/// The debug context's state, if it has been made.
pub(crate) fn made_debug() -> Option<*mut Runtime> {
    RUNTIME.made()
}

/// Called by the universal context before an object dies.
fn object_ends(object: *mut PyObject) {
    if let Some(runtime) = RUNTIME.made() {
        // SAFETY: the runtime lives as long as the process, and the GIL is held.
        unsafe { Runtime::owner_ends(runtime, py2h(object)) }
    }
}

/// The debug context's state.
pub(crate) fn debug(py: Python<'_>) -> *mut Runtime {
    let make = || {
        // SAFETY: the universal context is complete and lives as long as the process.
        let runtime = unsafe { Runtime::new(universal(py), &Cpython) };
        hpy_universal::on_end(object_ends);
        runtime
    };
    RUNTIME.get_or_make(make)
}

/// Calls `f` with the debug context's state. `f` must not run Python code.
pub(crate) fn with_debug<T>(py: Python<'_>, f: impl FnOnce(&mut Runtime) -> T) -> T {
    // SAFETY: it lives as long as the process; the GIL is held, and by contract no other code reaches it meanwhile.
    f(unsafe { &mut *debug(py) })
}

/// The trace context's state, if it has been made.
pub(crate) fn made_trace() -> Option<*mut Tracer> {
    TRACER.made()
}

/// Tells all existing contexts that a new life of the interpreter begins.
pub(crate) fn begin_life(py: Python<'_>) {
    // SAFETY: they live as long as the process, and the GIL is held.
    unsafe {
        hpy_universal::begin_life(universal(py));
        if let Some(runtime) = made_debug() {
            (*runtime).begin_life();
        }
        if let Some(tracer) = made_trace() {
            (*tracer).begin_life();
        }
    }
}

/// What trace contexts count in.
pub(crate) fn trace(py: Python<'_>) -> *mut Tracer {
    let make = || {
        let interpreter = ffi::Py_IsInitialized as *const _;
        // SAFETY: the universal context is complete and lives as long as the process.
        unsafe { Tracer::new(universal(py), interpreter) }
    };
    TRACER.get_or_make(make)
}

/// The failing context's state.
pub(crate) fn failing(py: Python<'_>) -> *mut Failing {
    // SAFETY: the universal context is complete and lives as long as the process.
    let make = || unsafe { Failing::new(universal(py), Box::new(DebugHost(debug(py)))) };
    FAILING.get_or_make(make)
}

/// The failing context's state, if it has been made.
pub(crate) fn failing_if_made(_: Python<'_>) -> Option<*mut Failing> {
    FAILING.made()
}

/// The context to initialise an extension with.
pub(crate) fn of_mode(py: Python<'_>, mode: Mode, module: &str) -> *mut HPyContext {
    // SAFETY: both states live as long as the process and are guarded by the GIL. Trace contexts are over the universal one, as
    // the debug context is, and have its handles.
    unsafe {
        let traced = || Tracer::context(trace(py), module);
        match mode {
            Mode::Universal => universal(py),
            Mode::Debug => (*debug(py)).context(module, std::ptr::null_mut()),
            Mode::Trace => traced(),
            Mode::DebugTrace => (*debug(py)).context(module, traced()),
        }
    }
}
