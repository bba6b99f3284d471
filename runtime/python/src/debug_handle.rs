//! `DebugHandle`: a handle of the debug context, seen from Python.

use hpy_debug::{HandleId, shortened, stack_text};
use hpy_universal::h2py;
use pyo3::prelude::*;
use pyo3_ffi as ffi;

use crate::contexts::with_debug;

/// A handle of the debug context. After it is closed, another handle may reuse its slot; this object then shows that
/// one.
#[pyclass(frozen, module = "hpy.debug._debug")]
pub(crate) struct DebugHandle(pub(crate) HandleId);

#[pymethods]
impl DebugHandle {
    /// The object which the handle points to; None when it is closed
    #[getter]
    fn obj<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        let info = with_debug(py, |runtime| runtime.handle_info(self.0));
        if info.is_closed {
            return None;
        }
        // SAFETY: an open handle holds a reference to its object.
        Some(unsafe { Bound::from_borrowed_ptr(py, h2py(info.object)) })
    }

    /// A numeric identifier of the handle
    #[getter]
    fn id(&self) -> usize {
        self.0.number()
    }

    /// Whether the handle is closed
    #[getter]
    fn is_closed(&self, py: Python<'_>) -> bool {
        with_debug(py, |runtime| runtime.handle_info(self.0)).is_closed
    }

    /// Size of retained raw memory in bytes, -1 for none. FOR TESTS ONLY.
    #[getter]
    fn raw_data_size(&self, py: Python<'_>) -> isize {
        let info = with_debug(py, |runtime| runtime.handle_info(self.0));
        info.raw_data_size.map_or(-1, |size| size as isize)
    }

    /// Close the underlying handle. FOR TESTS ONLY.
    fn _force_close(&self, py: Python<'_>) {
        if let Some(handle) = with_debug(py, |runtime| runtime.force_close(self.0)) {
            // SAFETY: the GIL is held, and the handle holds a reference.
            unsafe { ffi::Py_XDECREF(h2py(handle)) };
        }
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let info = with_debug(py, |runtime| runtime.handle_info(self.0));
        let stack = match info.opened {
            Some(stack) => format!(
                "Allocation stacktrace:\n{}",
                stack_text(&stack, "    ").trim_end()
            ),
            None => "To get the stack trace of where it was allocated use:\n\
                     hpy.debug.set_handle_stack_trace_limit"
                .to_owned(),
        };
        format!("{}\n{stack}", self.head_of(self.what(py)))
    }

    fn __eq__(&self, other: PyRef<'_, Self>) -> bool {
        self.0 == other.0
    }

    fn __hash__(&self) -> usize {
        self.id()
    }
}

impl DebugHandle {
    /// The first line of the `repr`, with the object shortened to one line.
    pub(crate) fn short_head(&self, py: Python<'_>) -> String {
        self.head_of(self.short_what(py))
    }

    fn head_of(&self, what: Option<String>) -> String {
        let state = what.map_or_else(|| "CLOSED".to_owned(), |what| format!("for {what}"));
        format!("<DebugHandle {:#x} {state}>", self.id())
    }

    /// The object, shortened to one line, if the handle is open.
    pub(crate) fn short_what(&self, py: Python<'_>) -> Option<String> {
        self.what(py).map(|what| shortened(&what))
    }

    /// The object, if the handle is open. One whose `repr` raises is named by its type.
    fn what(&self, py: Python<'_>) -> Option<String> {
        let object = self.obj(py)?;
        let repr = object.repr().and_then(|repr| repr.extract::<String>());
        Some(repr.unwrap_or_else(|_| format!("an object of {}", object.get_type())))
    }
}
