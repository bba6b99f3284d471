//! The extension module `hpy.universal`: loads HPy extensions and shows the debug, trace and failing contexts.
//!
//! `cargo xtask rustdoc --open` starts here. The crates, from the lowest up:
//!
//! | crate | what it is | begin with |
//! |---|---|---|
//! | [`hpy_codegen`](../hpy_codegen/index.html) | reads `api.toml`, emits what repeats | its modules `model`, `plan` and `emit` |
//! | [`hpy_abi`] | the ABI as Rust types | [`HPyContext`](hpy_abi::HPyContext): every function of the API |
//! | [`hpy_platform`] | what the others ask of the operating system | a module for each subject |
//! | [`hpy_universal`] | the universal context, on CPython | [`new_context`](hpy_universal::new_context) |
//! | [`hpy_debug`] | the debug context, over any `HPyContext` | [`Runtime`](hpy_debug::Runtime), its state; [`Host`](hpy_debug::Host), what it asks of the interpreter |
//! | [`hpy_fail`] | the failing context, over any `HPyContext` | [`Failing`](hpy_fail::Failing), its state; [`Host`](hpy_fail::Host), what it asks of those above |
//! | [`hpy_trace`] | the trace context, over any `HPyContext` | [`Tracer`](hpy_trace::Tracer) |
//! | this one | the modules that Python sees | its modules `loader`, `contexts` and `debug_module` |
//! | [`xtask`](../xtask/index.html) | the project's own commands | its module `commands`, a file for each |
//!
//! Each imports only those above it. An extension's call in debug mode goes through a generated wrapper of [`hpy_debug`],
//! then through the universal context to CPython. `docs/inside/architecture.md` follows such a call step by step.

/// Adds functions of Python to a module.
macro_rules! add_functions {
    ($module:ident: $($function:ident)*) => {
        $($module.add_function(wrap_pyfunction!($function, &$module)?)?;)*
    };
}

mod contexts;
mod debug_handle;
mod debug_module;
mod exceptions;
mod extension;
mod fail_host;
mod fail_module;
mod gil;
mod host;
mod leaks;
mod life;
mod loader;
mod mode;
mod options;
mod places;
mod trace_module;

use pyo3::exceptions::PyImportError;
use pyo3::prelude::*;
use pyo3_ffi as ffi;

/// HPy universal runtime for CPython
#[pymodule(gil_used = false)]
mod universal {
    use pyo3::prelude::*;

    #[pymodule_export]
    use super::loader::{_load_bootstrap, load};

    #[cfg(Py_GIL_DISABLED)]
    #[pymodule_export]
    use super::__getattr__;

    /// Return a tuple ('version', 'git revision')
    #[pyfunction]
    fn get_version() -> (&'static str, &'static str) {
        (super::VERSION, env!("HPY_GIT_REVISION"))
    }

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::refuse_sub_interpreters(module.py())?;
        super::contexts::make_universal(module.py())?;
        if super::life::begin(module.py())? {
            super::options::read_environment(module.py())?;
        }
        module.setattr("_callbacks", super::life::callbacks(module.py())?)?;
        for (number, name) in super::mode::constants().into_iter().enumerate() {
            module.add(name, number)?;
        }
        if !cfg!(Py_GIL_DISABLED) {
            for (name, make) in super::PARTS {
                module.setattr(name, make(module.py())?)?;
            }
        }
        Ok(())
    }
}

/// What makes a module.
type Maker = for<'py> fn(Python<'py>) -> PyResult<Bound<'py, PyModule>>;

/// The modules of the contexts that need the GIL.
const PARTS: [(&str, Maker); 3] = [
    ("_debug", debug_module::new),
    ("_fail", fail_module::new),
    ("_trace", trace_module::new),
];

/// Makes one of these modules when it is first asked for: nobody may be in need of the GIL before.
#[cfg(Py_GIL_DISABLED)]
#[pyfunction]
#[pyo3(pass_module)]
fn __getattr__<'py>(module: &Bound<'py, PyModule>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    let Some((_, make)) = PARTS.iter().find(|(known, _)| *known == name) else {
        return Err(pyo3::exceptions::PyAttributeError::new_err(format!(
            "module 'hpy.universal' has no attribute '{name}'"
        )));
    };
    gil::require(module.py(), &format!("hpy.universal.{name}"))?;
    let part = make(module.py())?;
    module.setattr(name, &part)?;
    Ok(part)
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
