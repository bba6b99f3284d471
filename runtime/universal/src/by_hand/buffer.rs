//! Buffer views, with a handle or with a pointer for the exporting object.

use hpy_abi::HPy_buffer;
use pyo3_ffi::Py_buffer;

use crate::handles::{h2py, py2h};

/// Writes a view that an extension filled in; `destination` takes over its reference to the object.
///
/// # Safety
/// `destination` may be written.
pub(crate) unsafe fn buffer_to_python(view: &HPy_buffer, destination: *mut Py_buffer) {
    let converted = Py_buffer {
        buf: view.buf,
        obj: h2py(view.obj),
        len: view.len,
        itemsize: view.itemsize,
        readonly: view.readonly,
        ndim: view.ndim,
        format: view.format,
        shape: view.shape,
        strides: view.strides,
        suboffsets: view.suboffsets,
        internal: view.internal,
    };
    // SAFETY: the caller's promise. The old content is not dropped: CPython leaves it uninitialised.
    unsafe { destination.write(converted) }
}

/// The view as an extension sees it; its handle is borrowed from `view`.
///
/// # Safety
/// `view` is filled in.
pub(crate) unsafe fn buffer_from_python(view: *const Py_buffer) -> HPy_buffer {
    // SAFETY: the caller's promise.
    let view = unsafe { &*view };
    HPy_buffer {
        buf: view.buf,
        obj: py2h(view.obj),
        len: view.len,
        itemsize: view.itemsize,
        readonly: view.readonly,
        ndim: view.ndim,
        format: view.format,
        shape: view.shape,
        strides: view.strides,
        suboffsets: view.suboffsets,
        internal: view.internal,
    }
}
