//! Shared libraries that hold HPy extensions.

use std::ffi::{CStr, CString, c_void};
use std::fs::File;
use std::mem::transmute;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use object::elf::{self, FileHeader64, Machine};
use object::read::elf::{FileHeader, ProgramHeader};
use object::{Endianness, ReadCache};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::mode::Mode;

/// A version of the ABI: major, minor.
pub(crate) type Version = (u32, u32);

/// What `dlopen` returned.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Handle(*mut c_void);

// SAFETY: a handle is passed to `dlsym` only, which any thread may call.
unsafe impl Send for Handle {}

/// A loaded shared library. It is never unloaded: types, functions and destructors of the extension may
/// be reached as long as the process lives.
pub(crate) struct Library<'a> {
    handle: Handle,
    path: &'a Path,
}

/// Which library an extension uses in a mode: itself in the first mode that it is loaded in, a copy in
/// others.
struct Use {
    original: Handle,
    mode: Mode,
    library: Handle,
}

static USES: Mutex<Vec<Use>> = Mutex::new(Vec::new());

impl<'a> Library<'a> {
    /// Loads the library at `path`. What is loaded already is not loaded again.
    pub(crate) fn open(path: &'a Path) -> PyResult<Self> {
        let file = CString::new(path.as_os_str().as_bytes())?;
        if let Err(problem) = check_file(path) {
            return Err(load_error(path, &problem));
        }
        // SAFETY: a NUL-terminated path; running the library's initialisers is what is asked for.
        let handle = unsafe { libc::dlopen(file.as_ptr(), libc::RTLD_NOW) };
        let library = Self {
            handle: Handle(handle),
            path,
        };
        if handle.is_null() {
            return Err(library.error(&format!("Error message from dlopen: {}", last_error())));
        }
        Ok(library)
    }

    /// The library for use in one mode. An extension keeps its context in a variable, so that it can serve
    /// one mode only; for any other mode it is loaded once more, from a copy.
    pub(crate) fn in_mode(self, mode: Mode) -> PyResult<Self> {
        let mut uses = USES.lock().unwrap_or_else(PoisonError::into_inner);
        let known = uses
            .iter()
            .find(|known| known.original == self.handle && known.mode == mode);
        if let Some(known) = known {
            let handle = known.library;
            return Ok(Self { handle, ..self });
        }
        let is_first = !uses.iter().any(|known| known.original == self.handle);
        let library = if is_first {
            self.handle
        } else {
            let copy = copy_in_memory(self.path).map_err(|error| {
                self.error(&format!(
                    "It is in use in another mode already, and cannot be copied for this one: {error}"
                ))
            })?;
            Library::open(Path::new(&copy))?.handle
        };
        uses.push(Use {
            original: self.handle,
            mode,
            library,
        });
        Ok(Self {
            handle: library,
            ..self
        })
    }

    fn symbol(&self, name: &str) -> PyResult<*mut c_void> {
        let name = CString::new(name)?;
        // SAFETY: the handle is open, the name NUL-terminated.
        Ok(unsafe { libc::dlsym(self.handle.0, name.as_ptr()) })
    }

    /// The address of a function that every HPy extension has.
    pub(crate) fn function(&self, name: &str) -> PyResult<*mut c_void> {
        let address = self.symbol(name)?;
        if address.is_null() {
            return Err(PyRuntimeError::new_err(format!(
                "Error during loading of the HPy extension module at path '{}' while trying to find \
                 symbol '{name}'. Did you use the HPy_MODINIT macro to register your module? Error \
                 message from dlsym: {}",
                self.path.display(),
                last_error()
            )));
        }
        Ok(address)
    }

    /// The version of the ABI that the extension was compiled for.
    pub(crate) fn required_version(&self, name: &str) -> PyResult<Version> {
        let major_name = format!("get_required_hpy_major_version_{name}");
        let minor_name = format!("get_required_hpy_minor_version_{name}");
        let (major, minor) = (self.symbol(&major_name)?, self.symbol(&minor_name)?);
        if major.is_null() || minor.is_null() {
            return Err(self.error(&format!(
                "Cannot locate the required minimal HPy versions as symbols '{minor_name}' and \
                 '{major_name}'. Error message from dlsym: {}",
                last_error()
            )));
        }
        // SAFETY: HPy_MODINIT defines both with this type.
        unsafe {
            let major = transmute::<*mut c_void, unsafe extern "C" fn() -> u32>(major);
            let minor = transmute::<*mut c_void, unsafe extern "C" fn() -> u32>(minor);
            Ok((major(), minor()))
        }
    }

    /// The exception for a problem with this library.
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

/// Says what is wrong with a library that `dlopen` would have the process die of, or give a misleading reason for:
/// one that is cut off, or made for another processor. All else is left to `dlopen`.
fn check_file(path: &Path) -> Result<(), String> {
    let Ok(file) = File::open(path) else {
        return Ok(());
    };
    let len = file.metadata().map_or(u64::MAX, |metadata| metadata.len());
    match needs(&ReadCache::new(file)) {
        Some((machine, _)) if machine != own_machine().unwrap_or(machine) => Err(format!(
            "It is made for another processor: its ELF machine is {machine}, not that of {}.",
            std::env::consts::ARCH
        )),
        Some((_, end)) if end > len => Err(format!(
            "The file is cut off: it has {len} bytes, of which at least {end} are needed."
        )),
        _ => Ok(()),
    }
}

/// The processor that a library is made for, and how many bytes of it are loaded; `None` where that cannot be read.
fn needs(library: &ReadCache<File>) -> Option<(Machine, u64)> {
    let header = FileHeader64::<Endianness>::parse(library).ok()?;
    let endian = header.endian().ok()?;
    let segments = header.program_headers(endian, library).ok()?;
    let loaded = segments
        .iter()
        .filter(|segment| segment.p_type(endian) == elf::PT_LOAD);
    let ends = loaded.map(|segment| {
        let (start, size) = segment.file_range(endian);
        start.saturating_add(size)
    });
    Some((header.e_machine(endian), ends.max().unwrap_or(0)))
}

fn own_machine() -> Option<Machine> {
    match std::env::consts::ARCH {
        "x86_64" => Some(elf::EM_X86_64),
        "aarch64" => Some(elf::EM_AARCH64),
        _ => None,
    }
}

/// Copies a file to memory; gives a path that is good for this process while it lives.
#[cfg(target_os = "linux")]
fn copy_in_memory(path: &Path) -> std::io::Result<String> {
    use std::io;
    use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd};

    let mut original = File::open(path)?;
    let name = CString::new(path.file_name().unwrap_or_default().as_bytes())?;
    // The C library has the function since 2.27 only, and wheels are made for 2.17.
    // SAFETY: a NUL-terminated name.
    let descriptor =
        unsafe { libc::syscall(libc::SYS_memfd_create, name.as_ptr(), libc::MFD_CLOEXEC) };
    let Ok(descriptor @ 0..) = i32::try_from(descriptor) else {
        return Err(io::Error::last_os_error());
    };
    // SAFETY: a new descriptor that nobody else owns.
    let mut copy = unsafe { File::from_raw_fd(descriptor) };
    io::copy(&mut original, &mut copy)?;
    let path = format!("/proc/self/fd/{}", copy.as_raw_fd());
    // It stays open: reports read the functions' names from it.
    let _ = copy.into_raw_fd();
    Ok(path)
}

#[cfg(not(target_os = "linux"))]
fn copy_in_memory(_: &Path) -> std::io::Result<String> {
    Err(std::io::ErrorKind::Unsupported.into())
}

fn last_error() -> String {
    // SAFETY: dlerror returns NULL or a string that is valid until the next call of its family.
    let error = unsafe { libc::dlerror() };
    if error.is_null() {
        return "no error message provided by the system".to_owned();
    }
    // SAFETY: as above; it is copied at once.
    unsafe { CStr::from_ptr(error) }
        .to_string_lossy()
        .into_owned()
}
