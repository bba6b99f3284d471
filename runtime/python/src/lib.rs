//! The extension module `hpy.universal`: loads HPy extensions and shows the debug and trace contexts.

mod contexts;
mod debug_handle;
mod debug_module;
mod exit;
mod extension;
mod handles;
mod host;
mod leaks;
mod loader;
mod mode;
mod options;
mod trace_module;

use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3_ffi as ffi;

/// HPy universal runtime for CPython
#[pymodule(gil_used = true)]
mod universal {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::loader::{_load_bootstrap, load};

    /// Return a tuple ('version', 'git revision')
    #[pyfunction]
    fn get_version() -> (&'static str, &'static str) {
        (super::VERSION, env!("HPY_GIT_REVISION"))
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::refuse_sub_interpreters(module.py())?;
        super::contexts::make_universal(module.py())?;
        super::options::read_environment(module.py())?;
        for (number, name) in super::mode::constants().into_iter().enumerate() {
            module.add(name, number)?;
        }
        module.setattr("_debug", super::debug_module::new(module.py())?)?;
        module.setattr("_trace", super::trace_module::new(module.py())?)
    }
}

/// The version of the distribution.
const VERSION: &str = "0.9.0+rs1";

/// Contexts hold objects of the interpreter that they were made in. CPython refuses interpreters with a GIL
/// of their own by itself, since 3.12.
fn refuse_sub_interpreters(_: Python<'_>) -> PyResult<()> {
    // SAFETY: the GIL is held; the pointers are only compared.
    let is_main = unsafe { ffi::PyInterpreterState_Get() == ffi::PyInterpreterState_Main() };
    if is_main {
        return Ok(());
    }
    Err(PyImportError::new_err(
        "module hpy.universal does not support loading in subinterpreters",
    ))
}
