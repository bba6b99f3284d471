//! Places that own a reference: fields and globals. Without a GIL, other threads may read one while it changes.

use hpy_abi::HPy;
#[cfg(not(Py_GIL_DISABLED))]
use pyo3_ffi::Py_XDECREF as give_up;
use pyo3_ffi::Py_XINCREF;

#[cfg(Py_GIL_DISABLED)]
use free_threaded::{give_up, swap};

use crate::handles::h2py;

/// Stores in a place. Runs Python code, last of all: what was there is given up then, and its finalizer may look at the
/// place.
///
/// # Safety
/// The place holds the number of a handle, and owns its reference. The handle is open or null, and the thread is attached
/// to the interpreter.
#[inline(always)]
pub(crate) unsafe fn replace(place: *mut isize, h: HPy) {
    // SAFETY: by contract.
    unsafe {
        Py_XINCREF(h2py(h));
        let replaced = swap(place, h._i);
        give_up(h2py(HPy { _i: replaced }));
    }
}

#[cfg(not(Py_GIL_DISABLED))]
#[inline(always)]
unsafe fn swap(place: *mut isize, value: isize) -> isize {
    // SAFETY: the GIL is held.
    unsafe { place.replace(value) }
}

#[cfg(Py_GIL_DISABLED)]
mod free_threaded {
    use std::sync::atomic::{AtomicIsize, Ordering};

    use pyo3_ffi::{
        Py_DECREF, PyErr_Clear, PyErr_GetRaisedException, PyErr_SetRaisedException, PyObject,
        PyObject_CallNoArgs, PySys_GetObject,
    };

    pub(super) unsafe fn swap(place: *mut isize, value: isize) -> isize {
        // SAFETY: whoever writes to it does so here.
        unsafe { AtomicIsize::from_ptr(place) }.swap(value, Ordering::AcqRel)
    }

    /// Gives up the reference of a place that holds another one now. A thread that has read it may not have counted its own
    /// reference yet: it does so before it comes to a point where it can be stopped.
    pub(super) unsafe fn give_up(object: *mut PyObject) {
        // SAFETY: by contract of `replace`. What cannot be given up safely is kept.
        unsafe {
            if !object.is_null() && stop_all_threads() {
                Py_DECREF(object);
            }
        }
    }

    /// Stops every thread once, for a moment. Says whether that was possible.
    #[inline(never)]
    unsafe fn stop_all_threads() -> bool {
        // SAFETY: the thread is attached; an exception that is pending stays so.
        unsafe {
            // The function of Python that does the least besides.
            let stop = PySys_GetObject(c"_current_exceptions".as_ptr());
            if stop.is_null() {
                // Python ends, and no other thread runs.
                return true;
            }
            let pending = PyErr_GetRaisedException();
            let result = PyObject_CallNoArgs(stop);
            match result.is_null() {
                true => PyErr_Clear(),
                false => Py_DECREF(result),
            }
            PyErr_SetRaisedException(pending);
            !result.is_null()
        }
    }
}
