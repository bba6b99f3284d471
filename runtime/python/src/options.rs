//! `HPY_DEBUG_OPTIONS`, and the same settings from Python.

use std::ffi::OsString;

use hpy_debug::{OptionError, Options};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::contexts::{made_debug, with_debug};
use crate::fail_module;
use crate::gil;
use crate::mode::is_environment_ignored;

const VARIABLE: &str = "HPY_DEBUG_OPTIONS";

/// Reads the variable as a life of Python begins: no other settings are left. ValueError where it is wrong.
pub(crate) fn read_environment(py: Python<'_>) -> PyResult<()> {
    let text = std::env::var_os(VARIABLE);
    if text.is_none() && made_debug().is_none() {
        return Ok(());
    }
    gil::require(py, VARIABLE)?;
    let text = match is_environment_ignored(py)? {
        true => OsString::new(),
        false => text.unwrap_or_default(),
    };
    let invalid = |error: OptionError| PyValueError::new_err(format!("{VARIABLE}: {error}"));
    let options = Options::parse(text).map_err(invalid)?;
    // A file that cannot be opened must be known now, not when the first report is lost.
    with_debug(py, |runtime| runtime.set_options(options.clone())).map_err(invalid)?;
    fail_module::begin_life(py, &options);
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
    with_debug(py, |runtime| runtime.set_options(options.clone())).map_err(invalid)?;
    fail_module::apply(py, &last, &options);
    Ok(())
}

/// All settings with their values, as `configure` takes them.
pub(crate) fn entries(py: Python<'_>) -> Vec<(String, OsString)> {
    with_debug(py, |runtime| runtime.options().entries())
}
