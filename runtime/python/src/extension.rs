//! Shared libraries that hold HPy extensions.

use std::ffi::{CStr, CString, c_void};
use std::mem::transmute;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hpy_platform::library::Library;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::mode::Mode;

/// A version of the ABI: major, minor.
pub(crate) type Version = (u32, u32);

/// A loaded extension. It is never unloaded, because its types, functions and destructors may be used until the
/// process ends.
pub(crate) struct Extension<'a> {
    library: Library,
    path: &'a Path,
}

/// The library that an extension uses in a mode: the original in the first mode, copies in others.
struct Use {
    original: Library,
    mode: Mode,
    library: Library,
}

fn uses() -> MutexGuard<'static, Vec<Use>> {
    static USES: Mutex<Vec<Use>> = Mutex::new(Vec::new());
    USES.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<'a> Extension<'a> {
    /// Loads the extension at `path`, unless it is already loaded.
    pub(crate) fn open(path: &'a Path) -> PyResult<Self> {
        let file = CString::new(path.as_os_str().as_encoded_bytes())?;
        match Library::open(&file) {
            Ok(library) => Ok(Self { library, path }),
            Err(problem) => Err(load_error(path, &problem)),
        }
    }

    /// The extension for one mode. It keeps its context in a variable, so each other mode needs a copy of it.
    pub(crate) fn in_mode(self, mode: Mode) -> PyResult<Self> {
        let original = self.library;
        let is_of = |known: &&Use| known.original == original && known.mode == mode;
        // Loading a copy runs its initialisers, which may load extensions; so no lock is held.
        let library = {
            let mut uses = uses();
            let known = uses.iter().find(is_of).map(|known| known.library);
            if known.is_none() && !uses.iter().any(|known| known.original == original) {
                uses.push(Use {
                    original,
                    mode,
                    library: original,
                });
                Some(original)
            } else {
                known
            }
        };
        let library = match library {
            Some(library) => library,
            None => {
                let copy = Library::open_copy(self.path).map_err(|problem| {
                    self.error(&format!(
                        "It is in use in another mode already, and cannot be loaded once more for this one. {problem}"
                    ))
                })?;
                let mut uses = uses();
                match uses.iter().find(is_of) {
                    // Its initialisers have already loaded it for this mode.
                    Some(known) => known.library,
                    None => {
                        uses.push(Use {
                            original,
                            mode,
                            library: copy,
                        });
                        copy
                    }
                }
            }
        };
        Ok(Self { library, ..self })
    }

    /// The address of `PREFIX_NAME`, which every HPy extension has.
    pub(crate) fn function(&self, prefix: &str, name: &str) -> PyResult<*mut c_void> {
        self.symbol(prefix, name).map_err(|problem| {
            PyRuntimeError::new_err(format!(
                "Error during loading of the HPy extension module at path '{}' while trying to find \
                 symbol '{prefix}_{name}'. Did you use the HPy_MODINIT macro to register your module? {problem}",
                self.path.display(),
            ))
        })
    }

    /// The version of the ABI that the extension was compiled for.
    pub(crate) fn required_version(&self, name: &str) -> PyResult<Version> {
        const MAJOR: &str = "get_required_hpy_major_version";
        const MINOR: &str = "get_required_hpy_minor_version";
        let number = |prefix: &str| -> PyResult<u32> {
            let function = self.symbol(prefix, name).map_err(|problem| {
                self.error(&format!(
                    "Cannot locate the required minimal HPy versions as symbols '{MINOR}_{name}' and \
                     '{MAJOR}_{name}'. {problem}"
                ))
            })?;
            // SAFETY: HPy_MODINIT defines it with this type.
            let function =
                unsafe { transmute::<*mut c_void, unsafe extern "C" fn() -> u32>(function) };
            // SAFETY: it takes nothing and returns a number.
            Ok(unsafe { function() })
        };
        Ok((number(MAJOR)?, number(MINOR)?))
    }

    /// Whether it says `HPY_MOD_GIL_NOT_USED`.
    pub(crate) fn does_without_gil(&self, name: &str) -> bool {
        self.symbol("HPyGilNotUsed", name).is_ok()
    }

    /// The address of `PREFIX_NAME`. The error says why there is none.
    fn symbol(&self, prefix: &str, name: &str) -> Result<*mut c_void, String> {
        let symbol = [prefix, "_", name, "\0"].concat();
        let symbol = CStr::from_bytes_with_nul(symbol.as_bytes()).map_err(|e| e.to_string())?;
        self.library.symbol(symbol)
    }

    /// The exception for a problem with this extension.
    pub(crate) fn error(&self, problem: &str) -> PyErr {
        load_error(self.path, problem)
    }
}

fn load_error(path: &Path, problem: &str) -> PyErr {
    PyRuntimeError::new_err(format!(
        "Error during loading of the HPy extension module at path '{}'. {problem}",
        path.display()
    ))
}
