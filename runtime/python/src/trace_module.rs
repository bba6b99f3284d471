//! `hpy.trace._trace`: the trace context seen from Python.

use hpy_trace::{Counter, Tracer};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contexts;
use crate::life::{Callback, set_callback};

/// Makes the module.
pub(crate) fn new(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    let module = PyModule::new(py, "hpy.trace._trace")?;
    module.setattr("__doc__", "HPy trace mode")?;
    module.add_function(wrap_pyfunction!(get_durations, &module)?)?;
    module.add_function(wrap_pyfunction!(get_call_counts, &module)?)?;
    module.add_function(wrap_pyfunction!(set_trace_functions, &module)?)?;
    module.add_function(wrap_pyfunction!(get_frequency, &module)?)?;
    Ok(module)
}

/// The tracer, for the length of `f`, which must not run Python code.
fn with_tracer<T>(py: Python<'_>, f: impl FnOnce(&mut Tracer) -> T) -> T {
    // SAFETY: it lives as long as the process; the GIL is held, and by contract nothing runs meanwhile
    // that could reach it too.
    f(unsafe { &mut *contexts::trace(py) })
}

/// What is counted of each function of the API, by its name.
fn counted<'py>(py: Python<'py>, value: impl Fn(&Counter) -> u64) -> PyResult<Bound<'py, PyDict>> {
    let counters: Vec<_> = with_tracer(py, |tracer| tracer.counters().collect());
    let dict = PyDict::new(py);
    for (name, counter) in counters {
        dict.set_item(name, value(&counter))?;
    }
    Ok(dict)
}

/// Return the time spent in each function of the API, in nanoseconds
#[pyfunction]
fn get_durations(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let per_tick = with_tracer(py, |tracer| tracer.nanoseconds_per_tick());
    counted(py, |counter| (counter.ticks as f64 * per_tick) as u64)
}

/// Return how often each function of the API was called
#[pyfunction]
fn get_call_counts(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    counted(py, |counter| counter.calls)
}

/// Set the functions to call, with its name, when a function of the API is entered or exited. None
/// removes a function, an argument that is not given leaves it as it is.
#[pyfunction]
#[pyo3(signature = (on_enter = Argument::Missing, on_exit = Argument::Missing))]
fn set_trace_functions(on_enter: Argument<'_>, on_exit: Argument<'_>) -> PyResult<()> {
    for (callback, argument) in [(Callback::Enter, on_enter), (Callback::Exit, on_exit)] {
        if let Argument::Given(function) = argument {
            set_callback(callback, &function, "Expected a callable object or None")?;
        }
    }
    Ok(())
}

/// An argument that may be missing, which is not the same as `None`.
enum Argument<'py> {
    Missing,
    Given(Bound<'py, PyAny>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Argument<'py> {
    type Error = std::convert::Infallible;

    fn extract(object: Borrowed<'a, 'py, PyAny>) -> Result<Self, Self::Error> {
        Ok(Self::Given(object.to_owned()))
    }
}

/// Resolution of the used clock in Hertz.
#[pyfunction]
fn get_frequency(py: Python<'_>) -> u64 {
    with_tracer(py, |tracer| tracer.clock_frequency())
}
