//! `HPY_DEBUG_OPTIONS`, and the same settings from Python.

use std::ffi::OsString;
use std::sync::OnceLock;

use hpy_debug::{OptionError, Options};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contexts::with_debug;
use crate::exit;
use crate::fail_module;
use crate::mode::is_environment_ignored;

const VARIABLE: &str = "HPY_DEBUG_OPTIONS";

/// What the environment said when the module was imported.
static FROM_ENVIRONMENT: OnceLock<Options> = OnceLock::new();

/// Reads the variable. ValueError where it is wrong.
pub(crate) fn read_environment(py: Python<'_>) -> PyResult<()> {
    let Some(text) = std::env::var_os(VARIABLE) else {
        return Ok(());
    };
    if is_environment_ignored(py)? {
        return Ok(());
    }
    let invalid = |error: OptionError| PyValueError::new_err(format!("{VARIABLE}: {error}"));
    let options = Options::parse(text).map_err(invalid)?;
    exit::watch(py, &options)?;
    if FROM_ENVIRONMENT.set(options.clone()).is_ok() {
        // A file that cannot be opened must be known now, not when the first report is lost.
        with_debug(py, |runtime| runtime.set_options(options.clone())).map_err(invalid)?;
        fail_module::apply(py, &Options::default(), &options);
    }
    Ok(())
}

/// Applies settings given from Python; all or none.
pub(crate) fn configure(py: Python<'_>, settings: &Bound<'_, PyDict>) -> PyResult<()> {
    let last = with_debug(py, |runtime| runtime.options().clone());
    let mut options = last.clone();
    let invalid = |error: OptionError| PyValueError::new_err(error.to_string());
    for (key, value) in settings {
        let (key, value): (String, OsString) = (key.extract()?, value.str()?.extract()?);
        options.set(&key, value).map_err(invalid)?;
    }
    exit::watch(py, &options)?;
    with_debug(py, |runtime| runtime.set_options(options.clone())).map_err(invalid)?;
    fail_module::apply(py, &last, &options);
    Ok(())
}

/// All settings with their values, as `configure` takes them.
pub(crate) fn entries(py: Python<'_>) -> Vec<(String, OsString)> {
    with_debug(py, |runtime| runtime.options().entries())
}
