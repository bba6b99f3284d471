//! The extension module `hpy.universal`: loads HPy extensions and shows the debug and trace contexts.

mod contexts;
mod debug_module;
mod exit;
mod host;
mod library;
mod loader;
mod mode;
mod options;
mod trace_module;

use pyo3::prelude::*;

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
        super::options::read_environment(module.py())?;
        super::mode::add_constants(module)?;
        module.setattr("_debug", super::debug_module::new(module.py())?)?;
        module.setattr("_trace", super::trace_module::new(module.py())?)
    }
}

/// The version of the distribution.
const VERSION: &str = "0.9.0+rs1";
