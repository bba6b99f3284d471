//! CPython as the debug context's host.

use std::cell::Cell;
use std::ffi::c_void;
use std::sync::Mutex;

use hpy_abi::{HPy, HPyField};
use hpy_debug::{Decision, FieldsOf, Host, PythonFrame, Report};
use hpy_platform::library::base_of;
use hpy_universal::{h2py, py2f};
use pyo3::exceptions::{PyKeyboardInterrupt, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_ffi as ffi;

use crate::places;

/// CPython.
pub(crate) struct Cpython;

/// What is called with every report, as JSON and as text.
static CALLBACK: Mutex<Option<Py<PyAny>>> = Mutex::new(None);

thread_local! {
    /// Set while this thread runs the callback: of its own misuse it is not told, or that would never end.
    static IS_CALLING: Cell<bool> = const { Cell::new(false) };
}

/// Python stacks end before code of files in this directory.
static END_OF_STACKS: Mutex<Option<String>> = Mutex::new(None);

/// Has Python stacks end before code of files in this directory.
pub(crate) fn end_python_stacks_in(directory: Option<String>) {
    if let Ok(mut end) = END_OF_STACKS.lock() {
        *end = directory;
    }
}

fn ends_stack(file: &str) -> bool {
    let end = END_OF_STACKS.lock();
    end.is_ok_and(|end| {
        end.as_ref()
            .is_some_and(|end| file.starts_with(end.as_str()))
    })
}

/// Sets what is called with every report; `None` for nothing.
pub(crate) fn set_callback(callable: Option<Py<PyAny>>) {
    let last = match CALLBACK.lock() {
        Ok(mut callback) => std::mem::replace(&mut *callback, callable),
        Err(_) => None,
    };
    drop(last);
}

/// The GIL, which the debug context holds when it calls its host.
fn gil() -> Python<'static> {
    // SAFETY: the contract of `Host`.
    unsafe { Python::assume_attached() }
}

/// Whether this thread holds the GIL, which after a misuse of the API it may not. Nobody does once Python has ended, of which
/// `PyGILState_Check` knows nothing.
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

    fn without_error(&self, f: &mut dyn FnMut()) {
        let py = gil();
        let pending = PyErr::take(py);
        f();
        if PyErr::take(py).is_some_and(|lost| lost.is_instance_of::<PyKeyboardInterrupt>(py)) {
            // The user wants the program to end, and not what a report is asking just now: it is told next.
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
        places::get(number)
    }

    fn on_report(&self, report: &Report, can_raise: bool) -> Decision {
        let py = gil();
        let callback = CALLBACK
            .lock()
            .ok()
            .and_then(|c| c.as_ref().map(|c| c.clone_ref(py)));
        let Some(callback) = callback else {
            return Decision::None;
        };
        if IS_CALLING.replace(true) {
            return Decision::None;
        }
        let mut raised = None;
        self.without_error(&mut || {
            let arguments = (report.to_json().to_string(), report.to_text(false));
            raised = callback.call1(py, arguments).err();
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
        let text = error.to_string();
        error.restore(py);
        Some(text)
    }

    fn field(&self, uh: HPy) -> HPyField {
        py2f(h2py(uh))
    }

    fn fields_of(&self, owner: HPy) -> FieldsOf {
        // SAFETY: the contract of `Host`.
        match unsafe { hpy_universal::fields_of(h2py(owner)) } {
            hpy_universal::FieldsOf::Traverse(memory) => FieldsOf::Traverse(memory),
            hpy_universal::FieldsOf::Nobody(memory) => FieldsOf::Nobody(memory),
            hpy_universal::FieldsOf::Others => FieldsOf::Others,
        }
    }

    fn is_called_otherwise(&self, uh: HPy) -> bool {
        // SAFETY: the contract of `Host`.
        let Some(ty) = (unsafe { hpy_universal::called_by(h2py(uh)) }) else {
            return false;
        };
        let interpreter = base_of((&raw const ffi::PyType_Type).addr());
        interpreter.is_some() && base_of(ty.addr()) == interpreter
    }

    fn visit_fields(&self, owner: HPy, visitor: &mut dyn FnMut(*mut HPyField) -> bool) {
        // SAFETY: the contract of `Host`.
        unsafe { hpy_universal::visit_fields(h2py(owner), visitor) }
    }

    fn raise_unraisable(&self, report: &Report) {
        let py = gil();
        self.without_error(&mut || {
            let function = PyString::new(py, report.function);
            error_of(py, report).write_unraisable(py, Some(&function));
        });
    }

    fn raise(&self, report: &Report) {
        let py = gil();
        let pending = PyErr::take(py);
        let error = error_of(py, report);
        if pending.is_some() {
            error.set_context(py, pending);
        }
        error.restore(py);
    }
}

/// The exception that a misuse becomes, whatever happens.
fn error_of(py: Python<'_>, report: &Report) -> PyErr {
    misuse_error(py, report).unwrap_or_else(|error| {
        let fallback = PyRuntimeError::new_err(report.to_text(false));
        fallback.set_cause(py, Some(error));
        fallback
    })
}

/// An `hpy.debug.HPyMisuseError`.
fn misuse_error(py: Python<'_>, report: &Report) -> PyResult<PyErr> {
    let make = py.import("hpy.debug.reports")?.getattr("misuse_error")?;
    let error = make.call1((report.to_json().to_string(), report.to_text(false)))?;
    Ok(PyErr::from_value(error))
}

/// A string as far as it can be shown: paths need not be UTF-8.
fn text(string: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(string.cast::<PyString>()?.to_string_lossy().into_owned())
}

fn python_stack(py: Python<'_>, limit: usize) -> Vec<PythonFrame> {
    let mut frames = Vec::new();
    // SAFETY: the GIL is held; the result is borrowed, or NULL where no Python code runs.
    let frame = unsafe { Bound::from_borrowed_ptr_or_opt(py, ffi::PyEval_GetFrame().cast()) };
    let mut next = frame;
    while let Some(frame) = next.filter(|frame| !frame.is_none() && frames.len() < limit) {
        let describe = || -> PyResult<PythonFrame> {
            let code = frame.getattr("f_code")?;
            Ok(PythonFrame {
                file: text(&code.getattr("co_filename")?)?,
                line: frame.getattr("f_lineno")?.extract().unwrap_or(0),
                function: text(&code.getattr("co_name")?)?,
            })
        };
        let Ok(described) = describe() else { break };
        if ends_stack(&described.file) {
            break;
        }
        frames.push(described);
        next = frame.getattr("f_back").ok();
    }
    frames
}
