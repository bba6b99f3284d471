//! The interpreter's lock, which a free-threaded CPython leaves off until something needs it.

pub(crate) use machine::{require, turn_on};

#[cfg(not(Py_GIL_DISABLED))]
mod machine {
    use pyo3::prelude::*;

    /// Makes CPython turn the GIL on for this module, with its warning, unless the user forbids it.
    pub(crate) fn turn_on(_: Python<'_>, _module: &str) -> PyResult<()> {
        Ok(())
    }

    /// The same; ImportError if the user forbids it.
    pub(crate) fn require(_: Python<'_>, _module: &str) -> PyResult<()> {
        Ok(())
    }
}

#[cfg(Py_GIL_DISABLED)]
mod machine {
    use std::ptr::{null, null_mut};

    use pyo3::exceptions::PyImportError;
    use pyo3::prelude::*;
    use pyo3::types::PyDict;
    use pyo3_ffi::{
        PyModuleDef, PyModuleDef_HEAD_INIT, PyModuleDef_Init, PyModuleDef_Slot, PyObject,
    };

    pub(crate) fn turn_on(py: Python<'_>, module: &str) -> PyResult<()> {
        if is_on(py)? {
            return Ok(());
        }
        // CPython does so only for extension modules. So it gets one from this library, with the name for CPython's
        // warning.
        let file = py.import("hpy.universal")?.getattr("__file__")?;
        let settings = PyDict::new(py);
        settings.set_item("origin", file)?;
        let name = (format!("{module}.uses_gil"), py.None());
        let machinery = py.import("importlib.machinery")?;
        let spec = machinery.call_method("ModuleSpec", name, Some(&settings))?;
        py.import("_imp")?.call_method1("create_dynamic", (spec,))?;
        Ok(())
    }

    pub(crate) fn require(py: Python<'_>, module: &str) -> PyResult<()> {
        turn_on(py, module)?;
        if is_on(py)? {
            return Ok(());
        }
        Err(PyImportError::new_err(format!(
            "{module} needs the GIL in HPy's debug and trace mode; PYTHON_GIL=0 or -X gil=0 keeps it off"
        )))
    }

    fn is_on(py: Python<'_>) -> PyResult<bool> {
        let sys = py.import("sys")?;
        sys.call_method0("_is_gil_enabled")?.extract()
    }

    struct Definition(PyModuleDef);

    // SAFETY: only CPython uses it, and fills in its head as for any module.
    unsafe impl Sync for Definition {}

    static mut SLOTS: [PyModuleDef_Slot; 1] = [PyModuleDef_Slot {
        slot: 0,
        value: null_mut(),
    }];

    static mut DEFINITION: Definition = Definition(PyModuleDef {
        m_base: PyModuleDef_HEAD_INIT,
        m_name: c"uses_gil".as_ptr(),
        m_doc: null(),
        m_size: 0,
        m_methods: null_mut(),
        m_slots: (&raw mut SLOTS).cast(),
        m_traverse: None,
        m_clear: None,
        m_free: None,
    });

    /// A module that does not declare that it works without the GIL.
    #[unsafe(no_mangle)]
    extern "C" fn PyInit_uses_gil() -> *mut PyObject {
        // SAFETY: an empty definition.
        unsafe { PyModuleDef_Init(&raw mut DEFINITION.0) }
    }
}
