//! A strong reference to a Python object, released when it is dropped.

use std::ptr::NonNull;

use pyo3_ffi::{Py_DECREF, Py_INCREF, PyObject};

use super::errors::{PyResult, Raised};

/// A strong reference.
pub(crate) struct Owned(NonNull<PyObject>);

impl Owned {
    /// Owns the result of a C-API function. NULL means that it raised.
    ///
    /// # Safety
    /// The pointer is NULL, with an exception set, or a reference that the caller owns.
    #[inline]
    pub(crate) unsafe fn new(object: *mut PyObject) -> PyResult<Self> {
        NonNull::new(object).map(Self).ok_or(Raised)
    }

    /// A new reference to a borrowed object.
    ///
    /// # Safety
    /// The pointer is a live object.
    pub(crate) unsafe fn borrowed(object: *mut PyObject) -> Self {
        // SAFETY: the object is alive, so the pointer is not null and the reference may be counted.
        unsafe {
            Py_INCREF(object);
            Self(NonNull::new_unchecked(object))
        }
    }

    #[inline]
    pub(crate) fn as_ptr(&self) -> *mut PyObject {
        self.0.as_ptr()
    }

    /// Gives the reference to the caller.
    #[inline]
    pub(crate) fn into_raw(self) -> *mut PyObject {
        std::mem::ManuallyDrop::new(self).as_ptr()
    }
}

/// May run Python code, if this is the last reference.
impl Drop for Owned {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the reference is ours, and the context functions run with the GIL.
        unsafe { Py_DECREF(self.as_ptr()) }
    }
}
