//! Trackers: sets of handles that are closed together.
//!
//! A tracker is a boxed vector that always has room for one more handle. So `Add` tracks its handle even if it then
//! fails to make room for the next.

use std::ffi::c_int;

use hpy_abi::{HPy, HPyContext, HPyTracker};
use pyo3_ffi::{Py_XDECREF, PyErr_NoMemory, PyExc_ValueError};

use super::errors::raise;
use crate::handles::h2py;

/// The default capacity.
const DEFAULT_CAPACITY: usize = 5;

pub unsafe extern "C" fn ctx_Tracker_New(_ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let capacity = match usize::try_from(size) {
        Ok(0) => DEFAULT_CAPACITY,
        Ok(size) => size,
        Err(_) => {
            // SAFETY: the thread holds the GIL.
            unsafe {
                raise(
                    PyExc_ValueError,
                    c"HPyTracker_New: the number of handles must not be negative",
                )
            };
            return HPyTracker::NULL;
        }
    };
    let mut handles = Vec::<HPy>::new();
    let reserved = handles.try_reserve_exact(capacity.saturating_add(1));
    if reserved.is_err() {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_NoMemory() };
        return HPyTracker::NULL;
    }
    HPyTracker {
        _i: Box::into_raw(Box::new(handles)) as isize,
    }
}

pub unsafe extern "C" fn ctx_Tracker_Add(_ctx: *mut HPyContext, ht: HPyTracker, h: HPy) -> c_int {
    // SAFETY: the tracker is open, and nobody else uses it during this call.
    let handles = unsafe { &mut *pointer(ht) };
    handles.push(h);
    if handles.len() == handles.capacity() && handles.try_reserve(handles.len()).is_err() {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_NoMemory() };
        return -1;
    }
    0
}

pub unsafe extern "C" fn ctx_Tracker_ForgetAll(_ctx: *mut HPyContext, ht: HPyTracker) {
    // SAFETY: the tracker is open, and nobody else uses it during this call.
    unsafe { (*pointer(ht)).clear() }
}

/// May run Python code, when only this function owns the box.
pub unsafe extern "C" fn ctx_Tracker_Close(_ctx: *mut HPyContext, ht: HPyTracker) {
    // SAFETY: the tracker is open, and the caller gives it up.
    let handles = unsafe { Box::from_raw(pointer(ht)) };
    for handle in *handles {
        // SAFETY: the tracker owns what was added to it.
        unsafe { Py_XDECREF(h2py(handle)) };
    }
}

fn pointer(tracker: HPyTracker) -> *mut Vec<HPy> {
    tracker._i as *mut Vec<HPy>
}
