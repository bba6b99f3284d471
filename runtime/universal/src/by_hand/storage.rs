//! References that outlive a call: fields in an object's struct and C globals. Each holds the same number as a
//! handle. Without a GIL, another thread may read one while it changes.

use hpy_abi::{HPy, HPyContext, HPyField, HPyGlobal};
#[cfg(not(Py_GIL_DISABLED))]
use pyo3_ffi::Py_XDECREF as give_up;
use pyo3_ffi::Py_XINCREF;

#[cfg(Py_GIL_DISABLED)]
use free_threaded::{give_up, swap};

use crate::handles::{f2py, g2py, h2py};

/// May run Python code, as its last step: the field may be gone afterwards.
#[inline]
pub unsafe extern "C" fn ctx_Field_Store(
    _ctx: *mut HPyContext,
    _target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    // SAFETY: the field is null or owns a reference.
    unsafe { replace(&raw mut (*target_field)._i, h) }
}

#[inline]
pub unsafe extern "C" fn ctx_Field_Load(
    _ctx: *mut HPyContext,
    _source_object: HPy,
    source_field: HPyField,
) -> HPy {
    // SAFETY: the field is null or keeps its object alive.
    unsafe { Py_XINCREF(f2py(source_field)) };
    HPy {
        _i: source_field._i,
    }
}

/// May run Python code, as its last step.
#[inline]
pub unsafe extern "C" fn ctx_Global_Store(_ctx: *mut HPyContext, global: *mut HPyGlobal, h: HPy) {
    // SAFETY: as for fields.
    unsafe { replace(&raw mut (*global)._i, h) }
}

#[inline]
pub unsafe extern "C" fn ctx_Global_Load(_ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    // SAFETY: the global is null or keeps its object alive.
    unsafe { Py_XINCREF(g2py(global)) };
    HPy { _i: global._i }
}

/// Stores a handle in a place. May run Python code as its last step: the old object is released, and its finalizer
/// may read the place.
///
/// # Safety
/// The place holds the number of a handle and owns its reference. The handle is open or null, and the thread is
/// attached to the interpreter.
#[inline(always)]
pub(super) unsafe fn replace(place: *mut isize, h: HPy) {
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
        // SAFETY: all writes to it are made here.
        unsafe { AtomicIsize::from_ptr(place) }.swap(value, Ordering::AcqRel)
    }

    /// Releases the reference that a place held. Another thread may have read it without counting its own reference
    /// yet; it does so before it can be stopped. So all threads are stopped once before the release.
    pub(super) unsafe fn give_up(object: *mut PyObject) {
        // SAFETY: by contract of `replace`. An object that cannot be released safely is kept.
        unsafe {
            if !object.is_null() && stop_all_threads() {
                Py_DECREF(object);
            }
        }
    }

    /// Stops all threads for a moment. Returns whether that was possible.
    #[inline(never)]
    unsafe fn stop_all_threads() -> bool {
        // SAFETY: the thread is attached; a pending exception stays pending.
        unsafe {
            // The Python function that stops all threads and does the least besides.
            let stop = PySys_GetObject(c"_current_exceptions".as_ptr());
            if stop.is_null() {
                // Python is ending, and no other thread runs.
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
