//! The host of the failing context: CPython and the debug context.

use std::cell::Cell;
use std::ffi::{CStr, c_void};

use hpy_abi::cpy_PyObject;
use hpy_debug::Runtime;
use hpy_fail::Host;
use pyo3_ffi as ffi;

/// CPython, and this debug context.
pub(crate) struct DebugHost(pub(crate) *mut Runtime);

thread_local! {
    static BEGAN: Cell<u64> = const { Cell::new(0) };
}

/// The birth at which the outermost running call began when a call failed; 0 if none did since [`forget`].
pub(crate) fn began() -> u64 {
    BEGAN.get()
}

/// Resets [`began`].
pub(crate) fn forget() {
    BEGAN.set(0);
}

impl Host for DebugHost {
    fn code(&self) -> *const c_void {
        ffi::Py_IsInitialized as *const c_void
    }

    fn is_helper(&self, address: usize) -> bool {
        hpy_debug::is_helper(address)
    }

    fn callee(&self) -> usize {
        hpy_debug::announced()
    }

    fn fails(&self) {
        // SAFETY: the runtime lives as long as the process, and the contract of `Host`: the GIL is held.
        BEGAN.set(unsafe { (*self.0).calls_began() });
    }

    fn describe(&self, object: *mut cpy_PyObject) -> String {
        let object = object.cast::<ffi::PyObject>();
        // SAFETY: the contract of `Host`: a living object, and the GIL is held. Types have names.
        unsafe {
            if object == ffi::Py_None() {
                return "None".to_owned();
            }
            let name = CStr::from_ptr((*ffi::Py_TYPE(object)).tp_name).to_string_lossy();
            match value(object) {
                Some(value) => format!("{name} {value}"),
                None => name.into_owned(),
            }
        }
    }
}

/// The value of an object of a builtin type as text that is the same in every run, found without running code.
unsafe fn value(object: *mut ffi::PyObject) -> Option<String> {
    // SAFETY: passed on from the caller; the types are checked first.
    unsafe {
        if object == ffi::Py_True() || object == ffi::Py_False() {
            return Some((object == ffi::Py_True()).to_string());
        }
        if ffi::PyLong_CheckExact(object) != 0 {
            let mut overflow = 0;
            let number = ffi::PyLong_AsLongLongAndOverflow(object, &raw mut overflow);
            return (overflow == 0).then(|| number.to_string());
        }
        if ffi::PyFloat_CheckExact(object) != 0 {
            return Some(ffi::PyFloat_AsDouble(object).to_string());
        }
        let size = if ffi::PyUnicode_CheckExact(object) != 0 {
            ffi::PyUnicode_GetLength(object)
        } else if ffi::PyBytes_CheckExact(object) != 0 {
            ffi::PyBytes_Size(object)
        } else if ffi::PyList_CheckExact(object) != 0 {
            ffi::PyList_Size(object)
        } else if ffi::PyTuple_CheckExact(object) != 0 {
            ffi::PyTuple_Size(object)
        } else if ffi::PyDict_CheckExact(object) != 0 {
            ffi::PyDict_Size(object)
        } else {
            return None;
        };
        Some(format!("of length {size}"))
    }
}
