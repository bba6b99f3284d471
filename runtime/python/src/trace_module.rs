//! `hpy.trace._trace`: the trace context seen from Python.

use hpy_debug::read_frames;
use hpy_trace::{Count, Tracer};
use pyo3::prelude::*;
use pyo3::types::{IntoPyDict, PyDict, PyTuple};

use crate::contexts;
use crate::life::{Callback, set_callback};

/// Makes the module.
pub(crate) fn new(py: Python<'_>) -> PyResult<Bound<'_, PyModule>> {
    let module = PyModule::new(py, "hpy.trace._trace")?;
    module.setattr("__doc__", "HPy trace mode")?;
    add_functions! {
        module: get_durations get_call_counts set_trace_functions get_frequency now
        snapshot nodes stack capture_stacks keep_events events
    }
    Ok(module)
}

/// The tracer, for the length of `f`, which must not run Python code.
fn with_tracer<T>(py: Python<'_>, f: impl FnOnce(&mut Tracer) -> T) -> T {
    // SAFETY: it lives as long as the process; the GIL is held, and by contract nothing runs meanwhile
    // that could reach it too.
    f(unsafe { &mut *contexts::trace(py) })
}

/// What is counted of each function of the API, by its name.
fn counted(py: Python<'_>, value: impl Fn(&Tracer, &Count) -> u64) -> PyResult<Bound<'_, PyDict>> {
    let counters: Vec<_> = with_tracer(py, |tracer| {
        let counters = tracer.counters();
        counters
            .map(|(name, count)| (name, value(tracer, &count)))
            .collect()
    });
    counters.into_py_dict(py)
}

/// Return the time spent in each function of the API, in nanoseconds
#[pyfunction]
fn get_durations(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    counted(py, |tracer, counter| {
        tracer.clock.nanoseconds(counter.ticks)
    })
}

/// Return how often each function of the API was called
#[pyfunction]
fn get_call_counts(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    counted(py, |_, counter| counter.calls)
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
    with_tracer(py, |tracer| tracer.clock.frequency())
}

/// Nanoseconds of the clock behind the durations
#[pyfunction]
fn now(py: Python<'_>) -> u64 {
    with_tracer(py, |tracer| tracer.clock.nanoseconds(tracer.clock.now()))
}

/// What was counted so far.
#[pyclass(frozen, module = "hpy.trace._trace")]
struct Snapshot(Vec<Count>);

/// Remember what was counted so far
#[pyfunction]
fn snapshot(py: Python<'_>) -> Snapshot {
    Snapshot(with_tracer(py, |tracer| {
        tracer.nodes().map(|(_, count)| count).collect()
    }))
}

/// What was counted from the first snapshot to the second: for each node the index of the one that it is nested in, or None,
/// the extension, the function, the number of the C stack or 0, the calls, and the nanoseconds with and without nested calls
#[pyfunction]
#[pyo3(signature = (first, last, /))]
fn nodes<'py>(
    py: Python<'py>,
    first: &Snapshot,
    last: &Snapshot,
) -> PyResult<Vec<Bound<'py, PyTuple>>> {
    let nodes: Vec<_> = with_tracer(py, |tracer| {
        let counted = tracer.nodes().zip(&last.0).enumerate();
        let node = |(number, ((place, _), last)): (usize, ((hpy_trace::Place, Count), &Count))| {
            let first = first.0.get(number).copied().unwrap_or_default();
            (
                place.parent,
                tracer.extension(place.extension).to_owned(),
                Tracer::function(place.function),
                place.stack,
                last.calls - first.calls,
                tracer.clock.nanoseconds(last.ticks - first.ticks),
                tracer.clock.nanoseconds(last.own - first.own),
            )
        };
        counted.map(node).collect()
    });
    nodes
        .into_iter()
        .map(|node| node.into_pyobject(py))
        .collect()
}

/// The functions of an extension on the C stack of this number, nearest first: name, file and line, each of which may be None
#[pyfunction]
#[pyo3(signature = (number, /))]
fn stack(py: Python<'_>, number: u32) -> Vec<(Option<String>, Option<String>, Option<u32>)> {
    let frames = with_tracer(py, |tracer| tracer.stack(number).to_vec());
    let lines = read_frames(&frames).into_iter();
    let lines = lines.map(|line| {
        let (file, number) = line.place.unzip();
        (line.function, file, number)
    });
    lines.collect()
}

/// Capture so many frames of the C stack of each call from now on; 0 captures none. Returns how many it was before
#[pyfunction]
#[pyo3(signature = (depth, /))]
fn capture_stacks(py: Python<'_>, depth: usize) -> usize {
    with_tracer(py, |tracer| {
        let last = tracer.stack_depth();
        tracer.capture_stacks(depth);
        last
    })
}

/// Keep so many of the last calls for events; 0 keeps none
#[pyfunction]
#[pyo3(signature = (room, /))]
fn keep_events(py: Python<'_>, room: usize) {
    with_tracer(py, |tracer| tracer.timeline.keep(room));
}

/// The calls that are kept, and how many are not any more: the index of the node, the number of the thread, and the
/// nanoseconds when it began and that it took
#[pyfunction]
fn events(py: Python<'_>) -> (Vec<(u32, u32, u64, u64)>, u64) {
    with_tracer(py, |tracer| {
        let (events, lost) = tracer.timeline.events();
        let event = |event: hpy_trace::Event| {
            let start = tracer.clock.nanoseconds(event.start);
            let ticks = tracer.clock.nanoseconds(event.ticks);
            (event.node, event.thread, start, ticks)
        };
        (events.map(event).collect(), lost)
    })
}
