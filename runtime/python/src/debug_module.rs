//! `hpy.debug._debug`: the debug context seen from Python.

use hpy_debug::{HandleId, Runtime};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contexts::with_debug;
use crate::debug_handle::DebugHandle;
use crate::leaks;
use crate::life::{Callback, set_callback};

/// Makes the module.
pub(crate) fn new(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    let module = PyModule::new(py, "hpy.debug._debug")?;
    module.setattr("__doc__", "HPy debug mode")?;
    add_functions! {
        module: new_generation get_open_handles get_closed_handles
        get_closed_handles_queue_max_size set_closed_handles_queue_max_size
        get_protected_raw_data_max_size set_protected_raw_data_max_size
        set_on_invalid_handle set_on_invalid_builder_handle set_handle_stack_trace_limit
        find_open_handles get_open_resources describe_leaks set_on_report configure keep_stderr
        options checks loaded misuses keep_reports take_reports find_leaks open_generations
        suppress suppressions
    }
    module.add_class::<DebugHandle>()?;
    Ok(module)
}

/// Start a generation of handles and return its number.
#[pyfunction]
fn new_generation(py: Python<'_>) -> usize {
    with_debug(py, Runtime::new_generation)
}

/// The generation that is meant: all are at least a negative one.
fn since(generation: i64) -> usize {
    usize::try_from(generation).unwrap_or(0)
}

/// Return a list containing all the open handles whose generation is >= of the given arg, oldest first
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn get_open_handles(py: Python<'_>, generation: i64) -> Vec<DebugHandle> {
    let ids = with_debug(py, |runtime| runtime.open_handles(since(generation)));
    ids.into_iter().map(DebugHandle).collect()
}

/// Return what get_open_handles returns, without making an object of each handle
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn find_open_handles(py: Python<'_>, generation: i64) -> OpenHandles {
    OpenHandles(with_debug(py, |runtime| {
        runtime.leaked_handles(since(generation)..usize::MAX)
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
    leaks::resource_lines(&with_debug(py, |runtime| {
        runtime.leaked_resources(since(generation)..usize::MAX)
    }))
}

/// Return a list of all the closed handles that are still remembered, oldest first; only those whose
/// generation is >= of the arg if there is one
#[pyfunction]
#[pyo3(signature = (generation = 0, /))]
fn get_closed_handles(py: Python<'_>, generation: i64) -> Vec<DebugHandle> {
    let ids = with_debug(py, |runtime| runtime.closed_handles(since(generation)));
    ids.into_iter().map(DebugHandle).collect()
}

/// Return the maximum size of the closed handles queue
#[pyfunction]
fn get_closed_handles_queue_max_size(py: Python<'_>) -> usize {
    with_debug(py, |runtime| runtime.closed_handles_max())
}

/// Set the maximum size of the closed handles queue
#[pyfunction]
#[pyo3(signature = (size, /))]
fn set_closed_handles_queue_max_size(py: Python<'_>, size: usize) {
    with_debug(py, |runtime| runtime.set_closed_handles_max(size));
}

/// Return the maximum size, in bytes, of the retained raw memory associated with closed handles
#[pyfunction]
fn get_protected_raw_data_max_size(py: Python<'_>) -> usize {
    with_debug(py, |runtime| runtime.protected_data_max())
}

/// Set the maximum size, in bytes, of the retained raw memory associated with closed handles
#[pyfunction]
#[pyo3(signature = (size, /))]
fn set_protected_raw_data_max_size(py: Python<'_>, size: usize) {
    with_debug(py, |runtime| runtime.set_protected_data_max(size));
}

/// Set the function to call, without arguments, when we detect the usage of an invalid handle; None
/// restores the default, which ends the process
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_invalid_handle(function: &Bound<'_, PyAny>) -> PyResult<()> {
    set_callback(
        Callback::InvalidHandle,
        function,
        "Expected a callable object",
    )
}

/// Set the function to call, without arguments, when we detect the usage of an invalid builder handle;
/// None restores the default, which ends the process
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_invalid_builder_handle(function: &Bound<'_, PyAny>) -> PyResult<()> {
    set_callback(
        Callback::InvalidBuilder,
        function,
        "Expected a callable object",
    )
}

/// Set the number of frames captured of the stack on which a handle is opened; None captures nothing.
/// A negative number is a ValueError.
#[pyfunction]
#[pyo3(signature = (limit, /))]
fn set_handle_stack_trace_limit(py: Python<'_>, limit: Option<isize>) -> PyResult<()> {
    let limit = usize::try_from(limit.unwrap_or(0))
        .map_err(|_| PyValueError::new_err("the number of frames must not be negative"))?;
    with_debug(py, |runtime| runtime.set_stack_limit(limit));
    Ok(())
}

/// Describe open handles, grouped by where they were opened, the largest group first, and what get_open_resources
/// returned
#[pyfunction]
#[pyo3(signature = (handles, resources, /))]
fn describe_leaks(py: Python<'_>, handles: Leaks<'_>, resources: Vec<String>) -> String {
    match handles {
        Leaks::Found(found) => leaks::text(py, &found.get().0, &resources),
        Leaks::Listed(handles) => {
            let ids: Vec<_> = handles.iter().map(|handle| handle.0).collect();
            leaks::text(py, &ids, &resources)
        }
    }
}

/// Handles, as they were found or as a list of them.
#[derive(FromPyObject)]
enum Leaks<'py> {
    Found(Bound<'py, OpenHandles>),
    Listed(Vec<PyRef<'py, DebugHandle>>),
}

/// Set the function to call with every report, as JSON and as text; None for none
#[pyfunction]
#[pyo3(signature = (function, /))]
fn set_on_report(function: &Bound<'_, PyAny>) -> PyResult<()> {
    set_callback(
        Callback::Report,
        function,
        "Expected a callable object or None",
    )
}

/// Change settings; see hpy.debug.configure
#[pyfunction]
#[pyo3(signature = (settings, /))]
fn configure(settings: &Bound<'_, PyDict>) -> PyResult<()> {
    crate::options::configure(settings.py(), settings)
}

/// Remember where standard error leads now: a report that the process ends with goes there too, should it lead
/// elsewhere then. Where it is_shared with somebody who writes parts of lines, reports begin with a line of their own
#[pyfunction]
#[pyo3(signature = (is_shared = false))]
fn keep_stderr(is_shared: bool) {
    hpy_debug::keep_stderr(is_shared);
}

/// The catalogue: a dict for each check
#[pyfunction]
fn checks(py: Python<'_>) -> PyResult<Vec<Bound<'_, PyDict>>> {
    let entry = |check: &&'static hpy_debug::Check| {
        let severity = if check.is_warning { "warning" } else { "error" };
        let dict = PyDict::new(py);
        for (key, value) in [
            ("id", check.id),
            ("title", check.title),
            ("help", check.help),
            ("severity", severity),
            ("example", check.example),
            ("mended", check.mended),
            ("why", check.why),
            ("wrong", check.wrong),
        ] {
            dict.set_item(key, value)?;
        }
        Ok(dict)
    };
    hpy_debug::catalogue().iter().map(entry).collect()
}

/// The extensions that were loaded: their names and modes
#[pyfunction]
fn loaded() -> Vec<(String, &'static str)> {
    crate::loader::loaded()
}

/// How many misuses were reported
#[pyfunction]
fn misuses(py: Python<'_>) -> usize {
    with_debug(py, |runtime| runtime.misuses())
}

/// Keep reports from now on for take_reports, or not
#[pyfunction]
#[pyo3(signature = (is_kept, /))]
fn keep_reports(py: Python<'_>, is_kept: bool) {
    with_debug(py, |runtime| runtime.keep_reports(is_kept));
}

/// The reports since the last call, as JSON and as text; of very many the first
#[pyfunction]
fn take_reports(py: Python<'_>) -> Vec<(String, String)> {
    with_debug(py, |runtime| runtime.take_reports())
}

/// The generations >= of the given arg in which something was opened that is open still
#[pyfunction]
#[pyo3(signature = (generation, /))]
fn open_generations(py: Python<'_>, generation: i64) -> Vec<usize> {
    with_debug(py, |runtime| runtime.open_generations(since(generation)))
}

/// What is open whose generation is >= of the first arg and < of the second: groups of handles as JSON, each with its
/// text, and of builders and trackers
#[pyfunction]
#[pyo3(signature = (first, last, /))]
fn find_leaks(py: Python<'_>, first: usize, last: usize) -> Vec<(String, String)> {
    let (handles, resources) = with_debug(py, |runtime| {
        let handles = runtime.leaked_handles(first..last);
        (
            runtime.group_leaks(&handles),
            runtime.leaked_resources(first..last),
        )
    });
    leaks::each(py, &handles, &resources)
}

/// Set what is not to be reported, besides what the settings name: 'leak:GLOB', 'CHECK:GLOB'
#[pyfunction]
#[pyo3(signature = (rules, /))]
fn suppress(py: Python<'_>, rules: Vec<String>) -> PyResult<()> {
    with_debug(py, |runtime| runtime.suppress(&rules))
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// What is not to be reported, and how often that was used
#[pyfunction]
fn suppressions(py: Python<'_>) -> Vec<(String, usize)> {
    with_debug(py, |runtime| runtime.used_suppressions())
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
