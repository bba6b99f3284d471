//! One life of the interpreter, from the first import of this module until Python has ended: what is registered in it, and
//! what it leaves open.

use std::collections::HashMap;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

use hpy_debug::HandleId;
use hpy_platform::{exit, fork, thread};
use hpy_trace::Hook;
use hpy_universal::py2h;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyList;
use pyo3_ffi as ffi;
use pyo3_ffi::PyObject;

use crate::debug_handle::DebugHandle;
use crate::{contexts, host, leaks, places};

/// Whether a life is running.
static IS_RUNNING: AtomicBool = AtomicBool::new(false);
/// Whether leaks are reported when Python has ended, and not before.
static TELLS_LATE: AtomicBool = AtomicBool::new(false);

/// Begins a life, if none is running; says whether it did.
pub(crate) fn begin(py: Python<'_>) -> PyResult<bool> {
    if IS_RUNNING.swap(true, Ordering::Relaxed) {
        return Ok(false);
    }
    host::set_finalizer_thread(0);
    contexts::begin_life(py);
    places::begin_life(py);
    fork::in_child(|| {
        if let Some(runtime) = contexts::made_debug() {
            // SAFETY: it lives as long as the process, and no other thread is running in the child.
            unsafe { (*runtime).begin_in_child() }
        }
        if let Some(tracer) = contexts::made_trace() {
            // SAFETY: as above.
            unsafe { (*tracer).begin_in_child() }
        }
    });
    // SAFETY: a function of this library, which is never unloaded. There is room for a few only.
    TELLS_LATE.store(unsafe { ffi::Py_AtExit(Some(end)) } == 0, Ordering::Relaxed);
    let ends = wrap_pyfunction!(python_ends)(py)?;
    py.import("atexit")?.call_method1("register", (ends,))?;
    Ok(true)
}

/// What is called by us, each an item of a list that belongs to the module: so the collector knows of it, and it lives no
/// longer than Python would have it live.
#[derive(Clone, Copy)]
pub(crate) enum Callback {
    Report,
    InvalidHandle,
    InvalidBuilder,
    Enter,
    Exit,
}

impl Callback {
    const ALL: [Self; 5] = [
        Self::Report,
        Self::InvalidHandle,
        Self::InvalidBuilder,
        Self::Enter,
        Self::Exit,
    ];

    /// Tells whoever calls it, to whom it is lent; NULL for nothing.
    fn lend(self, function: *mut PyObject) {
        let (debug, trace) = (contexts::made_debug(), contexts::made_trace());
        // SAFETY: both live as long as the process, and the GIL is held.
        unsafe {
            match (self, debug, trace) {
                (Self::Report, ..) => host::lend_on_report(function),
                (Self::InvalidHandle, Some(debug), _) => {
                    (*debug).set_on_invalid_handle(py2h(function));
                }
                (Self::InvalidBuilder, Some(debug), _) => {
                    (*debug).set_on_invalid_builder(py2h(function));
                }
                (Self::Enter, _, Some(trace)) => (*trace).set_hook(Hook::Enter, py2h(function)),
                (Self::Exit, _, Some(trace)) => (*trace).set_hook(Hook::Exit, py2h(function)),
                _ => {}
            }
        }
    }
}

/// The list, borrowed from the modules; NULL where there is none any more.
static CALLBACKS: AtomicPtr<PyObject> = AtomicPtr::new(ptr::null_mut());

/// The list of callbacks, for a module to own.
pub(crate) fn callbacks(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let made = CALLBACKS.load(Ordering::Relaxed);
    // SAFETY: it is NULL or alive.
    if let Some(list) = unsafe { Bound::from_borrowed_ptr_or_opt(py, made) } {
        return Ok(list);
    }
    let list = PyList::new(py, Callback::ALL.map(|_| py.None()))?;
    // The items of a list are given up from the last to the first: so this one tells of the others.
    list.append(teller(py)?)?;
    CALLBACKS.store(list.as_ptr(), Ordering::Relaxed);
    Ok(list.into_any())
}

/// What forgets the callbacks when it dies.
#[cfg(not(Py_GIL_DISABLED))]
fn teller(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    unsafe extern "C" fn die(_: *mut PyObject) {
        forget_callbacks();
    }
    // SAFETY: the pointer is not NULL, and the function is one for capsules.
    unsafe {
        let pointer = ptr::NonNull::<std::ffi::c_void>::dangling().as_ptr();
        let capsule = ffi::PyCapsule_New(pointer, ptr::null(), Some(die));
        Bound::from_owned_ptr_or_err(py, capsule)
    }
}

/// What forgets the callbacks in its finalizer. The collector runs those before it takes objects apart, which it does in
/// any order without a GIL: a callback may come before an object that calls it, and CPython crashes then.
#[cfg(Py_GIL_DISABLED)]
fn teller(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    use pyo3::types::{PyCFunction, PyDict, PyType};

    let forget = PyCFunction::new_closure(py, None, None, |_, _| forget_callbacks())?;
    let members = PyDict::new(py);
    members.set_item("__del__", forget)?;
    let kind = py.get_type::<PyType>();
    kind.call1(("Callbacks", (), members))?.call0()
}

fn forget_callbacks() {
    CALLBACKS.store(ptr::null_mut(), Ordering::Relaxed);
    for callback in Callback::ALL {
        callback.lend(ptr::null_mut());
    }
}

/// Sets what is called; `None` for nothing. TypeError with this message where it cannot be called. Nothing is called any
/// more where Python has given up the list.
pub(crate) fn set_callback(
    which: Callback,
    function: &Bound<'_, PyAny>,
    message: &'static str,
) -> PyResult<()> {
    if !function.is_none() && !function.is_callable() {
        return Err(PyTypeError::new_err(message));
    }
    let py = function.py();
    // What is to call it is made here.
    match which {
        Callback::Report => {}
        Callback::InvalidHandle | Callback::InvalidBuilder => {
            contexts::debug(py);
        }
        Callback::Enter | Callback::Exit => {
            contexts::trace(py);
        }
    }
    let list = CALLBACKS.load(Ordering::Relaxed);
    // SAFETY: it is NULL or alive.
    let Some(list) = (unsafe { Bound::from_borrowed_ptr_or_opt(py, list) }) else {
        return Ok(());
    };
    let last = list.get_item(which as usize)?;
    list.set_item(which as usize, function)?;
    which.lend(match function.is_none() {
        true => ptr::null_mut(),
        false => function.as_ptr(),
    });
    drop(last);
    Ok(())
}

/// What handles that may be left open stand for, by their births, while there is Python to ask.
static SHOWN: Mutex<Option<HashMap<u64, String>>> = Mutex::new(None);

/// Remember what only Python knows of what is open
#[pyfunction(name = "_python_ends")]
fn python_ends(py: Python<'_>) {
    host::set_finalizer_thread(thread::current());
    if let Some(runtime) = contexts::made_debug() {
        // SAFETY: it lives as long as the process. No reference to it is kept while Python code runs.
        let groups = unsafe {
            let (handles, _) = (*runtime).left_open();
            (*runtime).group_leaks(&handles)
        };
        let mut shown = HashMap::new();
        for id in groups.iter().flat_map(|group| &group.examples) {
            if let Some(what) = DebugHandle(*id).short_what(py) {
                // SAFETY: as above.
                shown.insert(unsafe { (*runtime).birth(*id) }, what);
            }
        }
        *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
    }
    if !TELLS_LATE.load(Ordering::Relaxed) {
        tell();
    }
}

/// Python has ended: none of its functions may be called.
extern "C" fn end() {
    IS_RUNNING.store(false, Ordering::Relaxed);
    tell();
}

/// Says what is open, has the exit status tell of what was found, and says what was found and not to be reported.
fn tell() {
    let shown = (SHOWN.lock().unwrap_or_else(PoisonError::into_inner)).take();
    let Some(runtime) = contexts::made_debug() else {
        return;
    };
    // SAFETY: it lives as long as the process; the GIL is held, or Python has ended. No Python code runs here.
    let runtime = unsafe { &*runtime };
    let (handles, resources) = runtime.left_open();
    let (handles, resources) = runtime.without_known(handles, resources);
    let has_leaks = !handles.is_empty() || !resources.is_empty();
    if has_leaks {
        let what = |id: HandleId| shown.as_ref()?.get(&runtime.birth(id)).cloned();
        let groups = runtime.group_leaks(&handles);
        let has_stacks = runtime.options().stacks > 0;
        hpy_debug::write_leaks(
            &leaks::exit_text(&groups, has_stacks, &resources, what),
            &leaks::exit_json(&groups, &resources, what),
        );
    }
    if has_leaks || runtime.misuses() > 0 {
        exit::end_with(runtime.options().exit_status());
    }
    for (rule, used) in runtime.suppressions_to_tell() {
        hpy_debug::complain(&match used {
            0 => format!("HPy debug: suppression {rule} matched nothing"),
            1 => format!("HPy debug: suppression {rule} was used once"),
            _ => format!("HPy debug: suppression {rule} was used {used} times"),
        });
    }
}
