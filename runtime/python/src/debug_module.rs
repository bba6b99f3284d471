//! `hpy.debug._debug`: the debug context seen from Python.

use hpy_abi::HPy;
use hpy_debug::{HandleId, LeakGroup, Runtime, shortened};
use hpy_universal::{h2py, py2h};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3_ffi as ffi;
use serde_json::{Value, json};

use crate::contexts;
use crate::host;

/// Makes the module.
pub(crate) fn new(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    let module = PyModule::new(py, "hpy.debug._debug")?;
    module.setattr("__doc__", "HPy debug mode")?;
    module.add_function(wrap_pyfunction!(new_generation, &module)?)?;
    module.add_function(wrap_pyfunction!(get_open_handles, &module)?)?;
    module.add_function(wrap_pyfunction!(get_closed_handles, &module)?)?;
    module.add_function(wrap_pyfunction!(
        get_closed_handles_queue_max_size,
        &module
    )?)?;
    module.add_function(wrap_pyfunction!(
        set_closed_handles_queue_max_size,
        &module
    )?)?;
    module.add_function(wrap_pyfunction!(get_protected_raw_data_max_size, &module)?)?;
    module.add_function(wrap_pyfunction!(set_protected_raw_data_max_size, &module)?)?;
    module.add_function(wrap_pyfunction!(set_on_invalid_handle, &module)?)?;
    module.add_function(wrap_pyfunction!(set_on_invalid_builder_handle, &module)?)?;
    module.add_function(wrap_pyfunction!(set_handle_stack_trace_limit, &module)?)?;
    module.add_function(wrap_pyfunction!(find_open_handles, &module)?)?;
    module.add_function(wrap_pyfunction!(get_open_resources, &module)?)?;
    module.add_function(wrap_pyfunction!(describe_leaks, &module)?)?;
    module.add_function(wrap_pyfunction!(set_on_report, &module)?)?;
    module.add_function(wrap_pyfunction!(configure, &module)?)?;
    module.add_function(wrap_pyfunction!(keep_stderr, &module)?)?;
    module.add_function(wrap_pyfunction!(options, &module)?)?;
    module.add_class::<DebugHandle>()?;
    Ok(module)
}

/// The runtime, for the length of `f`, which must not run Python code.
fn with_runtime<T>(py: Python<'_>, f: impl FnOnce(&mut Runtime) -> T) -> T {
    // SAFETY: it lives as long as the process; the GIL is held, and by contract nothing runs meanwhile
    // that could reach it too.
    f(unsafe { &mut *contexts::debug(py) })
}

/// Start a generation of handles and return its number.
#[pyfunction]
fn new_generation(py: Python<'_>) -> usize {
    with_runtime(py, Runtime::new_generation)
}

/// The generation that is meant: all are at least a negative one.
fn since(generation: i64) -> usize {
    usize::try_from(generation).unwrap_or(0)
}

/// Return a list containing all the open handles whose generation is >= of the given arg, oldest first
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn get_open_handles(py: Python<'_>, generation: i64) -> Vec<DebugHandle> {
    let ids = with_runtime(py, |runtime| runtime.open_handles(since(generation)));
    ids.into_iter().map(DebugHandle).collect()
}

/// Return what get_open_handles returns, without making an object of each handle
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn find_open_handles(py: Python<'_>, generation: i64) -> OpenHandles {
    OpenHandles(with_runtime(py, |runtime| {
        runtime.open_handles(since(generation))
    }))
}

/// Open handles that were found, oldest first.
#[pyclass(frozen, module = "hpy.debug._debug")]
struct OpenHandles(Vec<HandleId>);

#[pymethods]
impl OpenHandles {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// A DebugHandle for each
    fn handles(&self) -> Vec<DebugHandle> {
        self.0.iter().copied().map(DebugHandle).collect()
    }
}

/// Return descriptions of the builders and trackers whose generation is >= of the given arg and that were
/// never ended
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn get_open_resources(py: Python<'_>, generation: i64) -> Vec<String> {
    resource_lines(&with_runtime(py, |runtime| {
        runtime.open_resources(since(generation))
    }))
}

/// The frames of a stack.
pub(crate) fn lines(stack: &str) -> Vec<&str> {
    stack.lines().map(str::trim).collect()
}

/// What is said of builders and trackers that were never ended: a line for each kind, and where they were made, if
/// that is known.
pub(crate) fn resource_lines(leaked: &[LeakGroup]) -> Vec<String> {
    let line = |leaked: &LeakGroup| {
        let opener = leaked.opened.function.unwrap_or("an unknown function");
        let module = leaked.module.as_deref().unwrap_or("an unknown extension");
        let mut text = format!(
            "{} {} made by {opener} in {module}",
            leaked.count,
            leaked.resource.unwrap_or("handle")
        );
        for line in leaked.opened.stack.iter().flat_map(|stack| lines(stack)) {
            text.push_str(&format!("\n      {line}"));
        }
        text
    };
    leaked.iter().map(line).collect()
}

/// Return a list of all the closed handles that are still remembered, oldest first; only those whose
/// generation is >= of the arg if there is one
#[pyfunction]
#[pyo3(signature = (generation = 0, /))]
fn get_closed_handles(py: Python<'_>, generation: i64) -> Vec<DebugHandle> {
    let ids = with_runtime(py, |runtime| runtime.closed_handles(since(generation)));
    ids.into_iter().map(DebugHandle).collect()
}

/// Return the maximum size of the closed handles queue
#[pyfunction]
fn get_closed_handles_queue_max_size(py: Python<'_>) -> usize {
    with_runtime(py, |runtime| runtime.closed_handles_max())
}

/// Set the maximum size of the closed handles queue
#[pyfunction]
#[pyo3(signature = (size, /))]
fn set_closed_handles_queue_max_size(py: Python<'_>, size: usize) {
    with_runtime(py, |runtime| runtime.set_closed_handles_max(size));
}

/// Return the maximum size, in bytes, of the retained raw memory associated with closed handles
#[pyfunction]
fn get_protected_raw_data_max_size(py: Python<'_>) -> usize {
    with_runtime(py, |runtime| runtime.protected_data_max())
}

/// Set the maximum size, in bytes, of the retained raw memory associated with closed handles
#[pyfunction]
#[pyo3(signature = (size, /))]
fn set_protected_raw_data_max_size(py: Python<'_>, size: usize) {
    with_runtime(py, |runtime| runtime.set_protected_data_max(size));
}

/// Set the function to call, without arguments, when we detect the usage of an invalid handle; None
/// restores the default, which ends the process
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_invalid_handle(function: &Bound<'_, PyAny>) -> PyResult<()> {
    set_hook(function, Runtime::set_on_invalid_handle)
}

/// Set the function to call, without arguments, when we detect the usage of an invalid builder handle;
/// None restores the default, which ends the process
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_invalid_builder_handle(function: &Bound<'_, PyAny>) -> PyResult<()> {
    set_hook(function, Runtime::set_on_invalid_builder)
}

fn set_hook(
    function: &Bound<'_, PyAny>,
    set: impl FnOnce(&mut Runtime, HPy) -> HPy,
) -> PyResult<()> {
    let callable = callable_handle(function, "Expected a callable object")?;
    let last = with_runtime(function.py(), |runtime| set(runtime, callable));
    release(function.py(), last);
    Ok(())
}

/// A new handle of the universal context to a callable, NULL for `None`.
pub(crate) fn callable_handle(function: &Bound<'_, PyAny>, message: &'static str) -> PyResult<HPy> {
    if function.is_none() {
        Ok(HPy::NULL)
    } else if function.is_callable() {
        Ok(py2h(function.clone().into_ptr()))
    } else {
        Err(PyTypeError::new_err(message))
    }
}

/// Closes a handle of the universal context that is ours.
pub(crate) fn release(_: Python<'_>, handle: HPy) {
    // SAFETY: the GIL is held; NULL is allowed, and otherwise the handle holds a reference.
    unsafe { ffi::Py_XDECREF(h2py(handle)) }
}

/// Set the number of frames captured of the stack on which a handle is opened; None captures nothing.
/// A negative number is a ValueError.
#[pyfunction]
#[pyo3(signature = (limit, /))]
fn set_handle_stack_trace_limit(py: Python<'_>, limit: Option<isize>) -> PyResult<()> {
    let limit = usize::try_from(limit.unwrap_or(0))
        .map_err(|_| PyValueError::new_err("the number of frames must not be negative"))?;
    with_runtime(py, |runtime| runtime.set_stack_limit(limit));
    Ok(())
}

/// Describe open handles, grouped by where they were opened, the largest group first
#[pyfunction]
#[pyo3(signature = (handles, /))]
fn describe_leaks(py: Python<'_>, handles: Leaks<'_>) -> PyResult<String> {
    match handles {
        Leaks::Found(found) => leak_text(py, &found.get().0),
        Leaks::Listed(handles) => {
            let ids: Vec<_> = handles.iter().map(|handle| handle.0).collect();
            leak_text(py, &ids)
        }
    }
}

/// Handles, as they were found or as a list of them.
#[derive(FromPyObject)]
enum Leaks<'py> {
    Found(Bound<'py, OpenHandles>),
    Listed(Vec<PyRef<'py, DebugHandle>>),
}

/// Groups of leaked handles, each with a few examples.
pub(crate) fn leak_text(py: Python<'_>, ids: &[HandleId]) -> PyResult<String> {
    let (groups, stacks) = with_runtime(py, |runtime| {
        (runtime.group_leaks(ids), runtime.options().stacks())
    });
    let mut text = String::new();
    for group in groups {
        let opener = group.opened.function.unwrap_or("an unknown function");
        let module = group
            .module
            .map(|name| format!(" in {name}"))
            .unwrap_or_default();
        text.push_str(&format!("    {} opened by {opener}{module}\n", group.count));
        if let Some(stack) = group.opened.stack {
            let library = group.library.unwrap_or_default();
            text.push_str(&format!("      Allocation stacktrace: {library}\n"));
            for line in stack.lines() {
                text.push_str(&format!("        {}\n", line.trim()));
            }
        }
        for id in &group.examples {
            text.push_str(&format!("      {}\n", DebugHandle(*id).short_head(py)));
        }
        let more = group.count - group.examples.len();
        if more > 0 {
            text.push_str(&format!("      and {more} more\n"));
        }
    }
    if stacks == 0 {
        text.push_str(
            "    To see where they were opened use hpy.debug.set_handle_stack_trace_limit\n",
        );
    }
    Ok(text)
}

/// The same for programs.
pub(crate) fn leak_json(py: Python<'_>, ids: &[HandleId]) -> Vec<Value> {
    let groups = with_runtime(py, |runtime| runtime.group_leaks(ids));
    let entry = |group: LeakGroup| {
        json!({
            "count": group.count,
            "function": group.opened.function,
            "module": group.module,
            "stack": group.opened.stack.as_deref().map(lines),
            "examples": group.examples.iter().map(|id| DebugHandle(*id).what(py).map(|what| shortened(&what))).collect::<Vec<_>>(),
        })
    };
    groups.into_iter().map(entry).collect()
}

/// Set the function to call with every report, as JSON and as text; None for none
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_report(function: &Bound<'_, PyAny>) -> PyResult<()> {
    if !function.is_none() && !function.is_callable() {
        return Err(PyTypeError::new_err("Expected a callable object or None"));
    }
    host::set_callback((!function.is_none()).then(|| function.clone().unbind()));
    Ok(())
}

/// Change settings; see hpy.debug.configure
#[pyfunction]
#[pyo3(signature = (settings, /))]
fn configure(settings: &Bound<'_, PyDict>) -> PyResult<()> {
    crate::options::configure(settings.py(), settings)
}

/// Remember where standard error leads now: a report that the process ends with goes there too, should it lead
/// elsewhere then
#[pyfunction]
fn keep_stderr() {
    hpy_debug::keep_stderr();
}

/// All settings; see hpy.debug.options
#[pyfunction]
fn options(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let dict = PyDict::new(py);
    for (key, value) in crate::options::entries(py) {
        dict.set_item(key, value)?;
    }
    Ok(dict)
}

/// A handle of the debug context. After it is closed its place may be taken by another handle, which this
/// object then shows.
#[pyclass(frozen, module = "hpy.debug._debug")]
struct DebugHandle(HandleId);

#[pymethods]
impl DebugHandle {
    /// The object which the handle points to; None when it is closed
    #[getter]
    fn obj<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        let info = with_runtime(py, |runtime| runtime.handle_info(self.0));
        if info.is_closed {
            return None;
        }
        // SAFETY: an open handle holds a reference to its object.
        Some(unsafe { Bound::from_borrowed_ptr(py, h2py(info.object)) })
    }

    /// A numeric identifier of the handle
    #[getter]
    fn id(&self) -> usize {
        self.0.number()
    }

    /// Whether the handle is closed
    #[getter]
    fn is_closed(&self, py: Python<'_>) -> bool {
        with_runtime(py, |runtime| runtime.handle_info(self.0)).is_closed
    }

    /// Size of retained raw memory in bytes, -1 for none. FOR TESTS ONLY.
    #[getter]
    fn raw_data_size(&self, py: Python<'_>) -> isize {
        let info = with_runtime(py, |runtime| runtime.handle_info(self.0));
        info.raw_data_size.map_or(-1, |size| size as isize)
    }

    /// Close the underlying handle. FOR TESTS ONLY.
    fn _force_close(&self, py: Python<'_>) {
        if let Some(handle) = with_runtime(py, |runtime| runtime.force_close(self.0)) {
            release(py, handle);
        }
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let info = with_runtime(py, |runtime| runtime.handle_info(self.0));
        let stack = match info.opened {
            Some(stack) => format!("Allocation stacktrace:\n{stack}"),
            None => "To get the stack trace of where it was allocated use:\n\
                     hpy.debug.set_handle_stack_trace_limit"
                .to_owned(),
        };
        format!("{}\n{stack}", self.head(py))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let py = other.py();
        match other.cast::<Self>() {
            Ok(other) => Ok((self.0 == other.get().0)
                .into_pyobject(py)?
                .to_owned()
                .into_any()
                .unbind()),
            Err(_) => Ok(py.NotImplemented()),
        }
    }

    fn __hash__(&self) -> usize {
        self.id()
    }
}

impl DebugHandle {
    /// The first line of the `repr`. An object whose own `repr` raises is named by its type.
    fn head(&self, py: Python<'_>) -> String {
        self.head_of(self.what(py))
    }

    /// The same on one line that is not long.
    fn short_head(&self, py: Python<'_>) -> String {
        self.head_of(self.what(py).map(|what| shortened(&what)))
    }

    fn head_of(&self, what: Option<String>) -> String {
        let state = what.map_or_else(|| "CLOSED".to_owned(), |what| format!("for {what}"));
        format!("<DebugHandle {:#x} {state}>", self.id())
    }

    /// The object, where the handle is open.
    fn what(&self, py: Python<'_>) -> Option<String> {
        let object = self.obj(py)?;
        let repr = object.repr().and_then(|repr| repr.extract::<String>());
        Some(repr.unwrap_or_else(|_| format!("an object of {}", object.get_type())))
    }
}
