//! CPython as the debug context's host.

use std::cell::Cell;
use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

use hpy_abi::{HPy, HPyField, HPyType_BuiltinShape};
use hpy_debug::{Decision, FieldsOf, Host, PythonFrame, Report};
use hpy_platform::library::base_of;
use hpy_platform::thread;
use hpy_universal::{h2py, py2f};
use pyo3::exceptions::{PyKeyboardInterrupt, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_ffi as ffi;
use pyo3_ffi::PyObject;

use crate::places;

/// CPython.
pub(crate) struct Cpython;

/// The borrowed callback for reports; NULL for none.
static ON_REPORT: AtomicPtr<PyObject> = AtomicPtr::new(ptr::null_mut());

/// The thread that finalizes Python; 0 until then.
static FINALIZER_THREAD: AtomicUsize = AtomicUsize::new(0);

/// Sets the callback for reports, which gets JSON and text; NULL for none.
pub(crate) fn lend_on_report(function: *mut PyObject) {
    ON_REPORT.store(function, Ordering::Relaxed);
}

/// Sets the thread that finalizes Python; 0 for none.
pub(crate) fn set_finalizer_thread(thread: usize) {
    FINALIZER_THREAD.store(thread, Ordering::Relaxed);
}

thread_local! {
    /// Set while this thread runs the callback, which does not get reports about its own misuses: that might never
    /// end.
    static IS_CALLING: Cell<bool> = const { Cell::new(false) };
}

/// The GIL, which the debug context holds when it calls its host.
fn gil() -> Python<'static> {
    // SAFETY: the contract of `Host`.
    unsafe { Python::assume_attached() }
}

/// Whether this thread holds the GIL: after a misuse it may not. After Python has ended no thread does, which
/// `PyGILState_Check` does not know.
fn has_gil() -> bool {
    // SAFETY: both may be called at any time.
    unsafe { !ffi::compat::PyThreadState_GetUnchecked().is_null() && ffi::PyGILState_Check() != 0 }
}

impl Host for Cpython {
    fn code(&self) -> *const c_void {
        ffi::Py_IsInitialized as *const c_void
    }

    fn has_interpreter(&self) -> bool {
        has_gil()
    }

    fn has_ended_thread(&self) -> bool {
        hpy_universal::is_ending() && FINALIZER_THREAD.load(Ordering::Relaxed) != thread::current()
    }

    fn without_error(&self, f: &mut dyn FnMut()) {
        let py = gil();
        let pending = PyErr::take(py);
        f();
        if PyErr::take(py).is_some_and(|lost| lost.is_instance_of::<PyKeyboardInterrupt>(py)) {
            // The user wants to interrupt the program, not the report: the signal is raised again.
            // SAFETY: it may be called at any time.
            unsafe { ffi::PyErr_SetInterrupt() };
        }
        if let Some(error) = pending {
            error.restore(py);
        }
    }

    fn python_stack(&self, limit: usize) -> Vec<PythonFrame> {
        let mut frames = Vec::new();
        self.without_error(&mut || frames = python_stack(gil(), limit));
        frames
    }

    fn python_place(&self) -> u32 {
        if has_gil() { places::current(gil()) } else { 0 }
    }

    fn place(&self, number: u32) -> Option<PythonFrame> {
        places::get(has_gil().then(gil), number)
    }

    fn on_report(&self, report: &Report, can_raise: bool) -> Decision {
        let py = gil();
        let callback = ON_REPORT.load(Ordering::Relaxed);
        // SAFETY: it is NULL or alive.
        let Some(callback) = (unsafe { Bound::from_borrowed_ptr_or_opt(py, callback) }) else {
            return Decision::None;
        };
        if IS_CALLING.replace(true) {
            return Decision::None;
        }
        let mut raised = None;
        self.without_error(&mut || {
            let arguments = (report.to_json().to_string(), report.to_text(false));
            raised = callback.call1(arguments).err();
        });
        IS_CALLING.set(false);
        match raised {
            None => Decision::None,
            Some(error) if can_raise => {
                error.restore(py);
                Decision::Raised
            }
            Some(error) => {
                error.display(py);
                Decision::Raised
            }
        }
    }

    fn exception(&self) -> Option<String> {
        let py = gil();
        let error = PyErr::take(py)?;
        // PyO3's formatting needs an interpreter that is not finalizing.
        let kind = error.get_type(py).qualname();
        let kind = kind.map_or_else(|_| "an exception".to_owned(), |kind| kind.to_string());
        let text = match error.value(py).str() {
            Ok(text) => format!("{kind}: {}", text.to_string_lossy()),
            Err(_) => format!("{kind}: <exception str() failed>"),
        };
        error.restore(py);
        Some(text)
    }

    fn exception_number(&self) -> usize {
        let py = gil();
        let Some(error) = PyErr::take(py) else {
            return 0;
        };
        let number = error.value(py).as_ptr().addr();
        error.restore(py);
        number
    }

    fn field(&self, uh: HPy) -> HPyField {
        py2f(h2py(uh))
    }

    fn fields_of(&self, owner: HPy) -> FieldsOf {
        // SAFETY: the contract of `Host`.
        match unsafe { hpy_universal::fields_of(h2py(owner)) } {
            hpy_universal::FieldsOf::Traverse(memory, types) => FieldsOf::Traverse(memory, types),
            hpy_universal::FieldsOf::Nobody(memory) => FieldsOf::Nobody(memory),
            hpy_universal::FieldsOf::Others => FieldsOf::Others,
        }
    }

    #[inline]
    fn has_shape(&self, uh: HPy, shape: HPyType_BuiltinShape) -> bool {
        // SAFETY: the contract of `Host`.
        unsafe { hpy_universal::has_shape(h2py(uh), shape) }
    }

    fn is_called_otherwise(&self, uh: HPy) -> bool {
        // SAFETY: the contract of `Host`.
        let Some(ty) = (unsafe { hpy_universal::called_by(h2py(uh)) }) else {
            return false;
        };
        let interpreter = base_of((&raw const ffi::PyType_Type).addr());
        interpreter.is_some() && base_of(ty.addr()) == interpreter
    }

    fn has_items_of(&self, uh: HPy, type_: HPy) -> bool {
        let (object, type_) = (h2py(uh), h2py(type_).cast());
        // SAFETY: the contract of `Host`; the second is a type, and a tuple has as many items as it says.
        unsafe {
            ffi::PyTuple_Check(object) == 0
                || (0..ffi::PyTuple_GET_SIZE(object))
                    .all(|i| ffi::PyObject_TypeCheck(ffi::PyTuple_GET_ITEM(object, i), type_) != 0)
        }
    }

    fn visit_fields(&self, owner: HPy, visitor: &mut dyn FnMut(*mut HPyField) -> bool) {
        // SAFETY: the contract of `Host`.
        unsafe { hpy_universal::visit_fields(h2py(owner), visitor) }
    }

    fn raise_unraisable(&self, report: &Report) {
        let py = gil();
        self.without_error(&mut || {
            let function = PyString::new(py, report.function);
            let error = error_of(py, report);
            if let Ok(error) = &error {
                // Without it the text is only longer.
                let _ = error.setattr("_is_unraisable", true);
            }
            raise(error);
            // SAFETY: the GIL is held.
            unsafe { ffi::PyErr_WriteUnraisable(function.as_ptr()) };
        });
    }

    fn raise(&self, report: &Report) {
        let py = gil();
        let pending = PyErr::take(py);
        let error = error_of(py, report);
        if let (Ok(error), Some(pending)) = (&error, pending) {
            let pending = pending.into_value(py).into_ptr();
            // SAFETY: the GIL is held; both are exceptions, and the function keeps the second.
            unsafe { ffi::PyException_SetContext(error.as_ptr(), pending) };
        }
        raise(error);
    }
}

/// Raises an exception. PyO3 would abort the process while Python is finalizing.
fn raise(error: PyResult<Bound<'_, PyAny>>) {
    match error {
        // SAFETY: the GIL is held, and the function keeps both.
        Ok(error) => unsafe {
            let kind = error.get_type().into_ptr();
            ffi::PyErr_Restore(kind, error.into_ptr(), ptr::null_mut());
        },
        Err(error) => error.restore(gil()),
    }
}

/// The exception that a misuse becomes, whatever happens; otherwise why there is none.
fn error_of<'py>(py: Python<'py>, report: &Report) -> PyResult<Bound<'py, PyAny>> {
    let make = || -> PyResult<Bound<'py, PyAny>> {
        let make = py.import("hpy.debug.reports")?.getattr("misuse_error")?;
        make.call1((report.to_json().to_string(), report.to_text(false)))
    };
    make().or_else(|error| {
        let fallback = py
            .get_type::<PyRuntimeError>()
            .call1((report.to_text(false),))?;
        let cause = error.into_value(py).into_ptr();
        // SAFETY: the GIL is held; both are exceptions, and the function keeps the second.
        unsafe { ffi::PyException_SetCause(fallback.as_ptr(), cause) };
        Ok(fallback)
    })
}

/// A string as far as it can be shown: paths need not be UTF-8.
fn text(string: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(string.cast::<PyString>()?.to_string_lossy().into_owned())
}

/// Packages that run tests and programs, ours among them. Their frames are left out.
const RUNNERS: [&str; 6] = ["_pytest", "hpy", "pluggy", "pytest", "unittest", "xdist"];

/// Whether code of a test runner runs in a frame.
fn is_of_runner(frame: &Bound<'_, PyAny>) -> bool {
    let module =
        || -> PyResult<String> { text(&frame.getattr("f_globals")?.get_item("__name__")?) };
    module().is_ok_and(|name| RUNNERS.contains(&name.split('.').next().unwrap_or_default()))
}

/// The stack, innermost first. What ran the tests is left out, and what that was started by, if anything else is on it.
fn python_stack(py: Python<'_>, limit: usize) -> Vec<PythonFrame> {
    const LOOKED_AT: usize = 1000;
    // SAFETY: the GIL is held; the result is borrowed, or NULL where no Python code runs.
    let first = unsafe { Bound::from_borrowed_ptr_or_opt(py, ffi::PyEval_GetFrame().cast()) };
    let frames = std::iter::successors(first, |frame| {
        let outer = frame.getattr("f_back").ok();
        outer.filter(|frame| !frame.is_none())
    });
    let frames = frames
        .take(LOOKED_AT)
        .map_while(|frame| Some((describe(&frame).ok()?, is_of_runner(&frame))));
    let frames: Vec<_> = frames.collect();
    let runner = frames.iter().rposition(|(_, is_of_runner)| *is_of_runner);
    let tested = &frames[..runner.unwrap_or(frames.len())];
    let is_all = tested.iter().all(|(_, is_of_runner)| *is_of_runner);
    let shown = if is_all { &frames[..] } else { tested };
    let shown = shown
        .iter()
        .filter(|(_, is_of_runner)| is_all || !is_of_runner);
    shown
        .take(limit)
        .map(|(described, _)| described.clone())
        .collect()
}

fn describe(frame: &Bound<'_, PyAny>) -> PyResult<PythonFrame> {
    let code = frame.getattr("f_code")?;
    Ok(PythonFrame {
        file: text(&code.getattr("co_filename")?)?,
        line: frame.getattr("f_lineno")?.extract().unwrap_or(0),
        function: text(&code.getattr("co_name")?)?,
    })
}
