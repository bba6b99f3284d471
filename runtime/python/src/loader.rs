//! Loads a shared library that holds an HPy extension.

use std::ffi::{CString, c_void};
use std::mem::transmute;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use hpy_abi::{
    HPY_ABI_LAST_MINOR, HPY_ABI_VERSION, HPY_ABI_VERSION_MINOR, HPyContext, HPyModuleDef,
};
use hpy_platform::guard::guarded;
use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3_ffi as ffi;

use crate::contexts;
use crate::exceptions;
use crate::extension::{Extension, Version};
use crate::gil;
use crate::mode::{InvalidMode, Mode, is_environment_ignored};

/// Load a .hpy0.so file
///
/// `name` is the module's name, `path` the file, `spec` its import spec. `mode`, one of the MODE_
/// constants, wins over `debug`. Raises RuntimeError where the file is no HPy extension that this
/// runtime can load, and whatever the extension's own initialisation raises.
#[pyfunction]
#[pyo3(signature = (name, path, spec, debug = false, mode = -1))]
pub(crate) fn load<'py>(
    name: &str,
    path: PathBuf,
    spec: &Bound<'py, PyAny>,
    debug: bool,
    mode: i32,
) -> PyResult<Bound<'py, PyAny>> {
    let mode = match mode {
        ..=0 if debug => Mode::Debug,
        ..=0 => Mode::Universal,
        number => Mode::from_number(number).map_err(invalid_mode)?,
    };
    load_in_mode(name, name, &path, spec, mode)
}

/// Extensions whose code has run.
static LOADED: Mutex<Vec<(String, Mode)>> = Mutex::new(Vec::new());

fn remember(name: &str, mode: Mode) {
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    let extension = (name.to_owned(), mode);
    if !loaded.contains(&extension) {
        loaded.push(extension);
    }
}

/// The names and modes of all extensions whose code has run, also where their initialisation failed.
pub(crate) fn loaded() -> Vec<(String, &'static str)> {
    let loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    loaded
        .iter()
        .map(|(name, mode)| (name.clone(), mode.name()))
        .collect()
}

/// Has it said at exit which modules `HPY` names that nobody has loaded.
fn watch_names(py: Python<'_>, value: &str) -> PyResult<()> {
    static IS_WATCHED: AtomicBool = AtomicBool::new(false);
    if value.contains(':') && !IS_WATCHED.swap(true, Ordering::Relaxed) {
        let tell = py.import("hpy._modes")?.getattr("tell_unknown_names")?;
        py.import("atexit")?
            .call_method1("register", (tell, value))?;
    }
    Ok(())
}

/// Internal function intended to be used by the stub loader. It honours the environment variables HPY
/// and HPY_LOG, and sets the attributes of the module.
#[pyfunction]
#[pyo3(signature = (name, ext_name, package, file, loader, spec, env))]
pub(crate) fn _load_bootstrap<'py>(
    name: &str,
    ext_name: &Bound<'py, PyAny>,
    package: &Bound<'py, PyAny>,
    file: &Bound<'py, PyAny>,
    loader: &Bound<'py, PyAny>,
    spec: &Bound<'py, PyAny>,
    env: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let mode = match variable(env, "HPY")? {
        Some(value) => {
            let value = value.str()?;
            // What is not UTF-8 names no mode, and is shown as far as it can be.
            let value = value.to_string_lossy();
            let full_name = ext_name.extract::<String>().unwrap_or_default();
            let mode = Mode::from_variable(&value, &[name, &full_name]).map_err(invalid_mode)?;
            watch_names(env.py(), &value)?;
            mode
        }
        None => Mode::Universal,
    };
    if variable(env, "HPY_LOG")?.is_some() {
        log(&format!(
            "Loading '{name}' in HPy universal mode{}\n",
            mode.log_suffix()
        ));
    }
    let full_name = ext_name.extract::<String>();
    let full_name = full_name.as_deref().unwrap_or(name);
    let module = load_in_mode(name, full_name, &file.extract::<PathBuf>()?, spec, mode)?;
    module.setattr("__file__", file)?;
    module.setattr("__loader__", loader)?;
    module.setattr("__name__", ext_name)?;
    module.setattr("__package__", package)?;
    spec.setattr("origin", file)?;
    module.setattr("__spec__", spec)?;
    Ok(module)
}

fn invalid_mode(error: InvalidMode) -> PyErr {
    PyValueError::new_err(error.to_string())
}

fn variable<'py>(env: &Bound<'py, PyAny>, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
    // A dict of the caller's own is no environment.
    let is_ignored = || -> PyResult<bool> {
        let environment = env.py().import("os")?.getattr("environ")?;
        Ok(environment.is(env) && is_environment_ignored(env.py())?)
    };
    match env.get_item(name) {
        Ok(value) => Ok((!is_ignored()?).then_some(value)),
        Err(error) if error.is_instance_of::<PyKeyError>(env.py()) => Ok(None),
        Err(error) => Err(error),
    }
}

fn log(line: &str) {
    let line = CString::new(line).unwrap_or_default();
    // SAFETY: the format takes one NUL-terminated string. The C-API function falls back to the C
    // library's stdout where `sys.stdout` is gone.
    unsafe { ffi::PySys_FormatStdout(c"%s".as_ptr(), line.as_ptr()) }
}

/// `name` is the one that symbols and reports have, `full_name` that of the module.
fn load_in_mode<'py>(
    name: &str,
    full_name: &str,
    path: &Path,
    spec: &Bound<'py, PyAny>,
    mode: Mode,
) -> PyResult<Bound<'py, PyAny>> {
    let py = spec.py();
    let short_name = symbol_name(py, name)?;
    let extension = Extension::open(path)?;
    let version = extension.required_version(&short_name)?;
    check_version(&short_name, version)?;
    check_abi_tag(&short_name, path, version)?;

    match mode {
        Mode::Universal if extension.does_without_gil(&short_name) => {}
        Mode::Universal => gil::turn_on(py, name)?,
        Mode::Debug | Mode::Trace | Mode::DebugTrace => gil::require(py, name)?,
    }
    let extension = extension.in_mode(mode)?;
    let init_context = extension.function("HPyInitGlobalContext", &short_name)?;
    let init = extension.function("HPyInit", &short_name)?;
    exceptions::watch(name, init.cast());
    // One library that is loaded under two names has one context: reports give both.
    let names = (mode.is_debug()).then(|| hpy_debug::watch_extension(name, init.cast()));
    let context = contexts::of_mode(py, mode, names.as_deref().unwrap_or(name));
    remember(full_name, mode);
    // SAFETY: HPy_MODINIT defines the two functions with these types.
    let definition = guarded!(unsafe {
        let init_context =
            transmute::<*mut c_void, unsafe extern "C" fn(*mut HPyContext)>(init_context);
        let init = transmute::<*mut c_void, unsafe extern "C" fn() -> *mut HPyModuleDef>(init);
        init_context(context);
        init()
    });
    if definition.is_null() {
        return Err(extension.error(&format!("Function 'HPyInit_{short_name}' returned NULL.")));
    }
    // SAFETY: the definition is the extension's; CPython's functions return new references or set an
    // exception. The runtime lives as long as the process, and the GIL is held.
    unsafe {
        if mode.is_debug() && !(*definition).legacy_methods.is_null() {
            (*contexts::debug(py)).c_api_is_used();
        }
        if mode.is_debug() {
            hpy_debug::define(name, (*definition).defines);
        }
        if mode.is_debug()
            && let Some(failing) = contexts::failing_if_made(py)
        {
            (*failing).define((*definition).defines);
        }
        let definition = hpy_universal::create_module_def(definition);
        if definition.is_null() {
            return Err(PyErr::fetch(py));
        }
        let module = ffi::PyModule_FromDefAndSpec(definition, spec.as_ptr());
        let module = Bound::from_owned_ptr_or_err(py, module)?;
        if module.is_instance_of::<PyModule>()
            && ffi::PyModule_ExecDef(module.as_ptr(), definition) != 0
        {
            return Err(PyErr::fetch(py));
        }
        Ok(module)
    }
}

/// The last component of a module's name, as it stands in symbols. UnicodeEncodeError where it is not ASCII.
fn symbol_name(py: Python<'_>, name: &str) -> PyResult<String> {
    let last = name.rsplit('.').next().unwrap_or(name);
    if !last.is_ascii() {
        PyString::new(py, last).call_method1("encode", ("ascii",))?;
    }
    Ok(last.replace('-', "_"))
}

fn check_version(name: &str, (major, minor): Version) -> PyResult<()> {
    let is_ours = major == HPY_ABI_VERSION;
    if is_ours && minor <= HPY_ABI_LAST_MINOR {
        return Ok(());
    }
    // Of another version it is said as hpy 0.9.0 does.
    let ours = if is_ours {
        HPY_ABI_LAST_MINOR
    } else {
        HPY_ABI_VERSION_MINOR
    };
    Err(PyRuntimeError::new_err(format!(
        "HPy extension module '{name}' requires unsupported version of the HPy runtime. Requested \
         version: {major}.{minor}. Current HPy version: {HPY_ABI_VERSION}.{ours}."
    )))
}

/// The file's name must carry the tag of the ABI that the extension was compiled for.
fn check_abi_tag(name: &str, path: &Path, (major, minor): Version) -> PyResult<()> {
    let path_text = path.to_string_lossy();
    let file = path_text.rsplit(std::path::is_separator).next();
    let tag = file
        .unwrap_or_default()
        .split('.')
        .filter_map(|part| part.strip_prefix("hpy"))
        .find_map(|tag| {
            let digits = tag.find(|c: char| !c.is_ascii_digit()).unwrap_or(tag.len());
            tag[..digits].parse::<u32>().ok()
        });
    let problem = match tag {
        Some(tag) if tag == major => return Ok(()),
        Some(tag) => format!(
            "mismatch between the HPy ABI tag encoded in the filename and the major version requested \
             by the HPy extension itself. Major version tag parsed from filename: {tag}. Requested \
             version: {major}.{minor}."
        ),
        None => format!(
            "could not find HPy ABI tag encoded in the filename. The extension claims to be compiled \
             with HPy ABI version: {major}.{minor}."
        ),
    };
    let path = path.display();
    Err(PyRuntimeError::new_err(format!(
        "HPy extension module '{name}' at path '{path}': {problem}"
    )))
}
