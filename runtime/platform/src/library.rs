//! Shared libraries: loading them, and finding the one that an address is in.

use std::ffi::{CStr, CString, c_void};
use std::fs::File;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use object::elf::{self, FileHeader64, Machine, ProgramHeader64};
use object::read::elf::{FileHeader, ProgramHeader};
use object::{Endianness, pod};

/// A shared library that the loader has opened; it is never closed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Library(*mut c_void);

// SAFETY: the handle is passed to `dlsym` only, which any thread may call.
unsafe impl Send for Library {}

impl Library {
    /// Loads the library at `path`, or finds it where it is loaded already. Otherwise says why it cannot be loaded.
    #[inline]
    pub fn open(path: &CStr) -> Result<Self, String> {
        check_file(path)?;
        // SAFETY: a NUL-terminated path; running the library's initialisers is what is asked for.
        let handle = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW) };
        if handle.is_null() {
            return Err(format!("Error message from dlopen: {}", last_error()));
        }
        Ok(Self(handle))
    }

    /// The address of what the library exports under this name; otherwise says why there is none.
    pub fn symbol(self, name: &CStr) -> Result<*mut c_void, String> {
        // SAFETY: the library is open, the name NUL-terminated.
        let address = unsafe { libc::dlsym(self.0, name.as_ptr()) };
        if address.is_null() {
            return Err(format!("Error message from dlsym: {}", last_error()));
        }
        Ok(address)
    }
}

/// Copies a file to memory; gives a path that is good for this process while it lives. The loader takes the copy for
/// another library.
pub fn copy_in_memory(path: &Path) -> io::Result<CString> {
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
    Ok(CString::new(path)?)
}

/// A shared library or the program itself, as it is loaded.
pub struct Image {
    /// The file.
    pub path: String,
    /// Where it is loaded; debug information has what an address is above it.
    pub base: usize,
}

/// What an address is in.
pub fn image_of(address: usize) -> Option<Image> {
    let info = information(address)?;
    if info.dli_fname.is_null() {
        return None;
    }
    // SAFETY: dladdr returned a NUL-terminated name that lives as long as the library is loaded.
    let path = unsafe { CStr::from_ptr(info.dli_fname) };
    Some(Image {
        path: path.to_string_lossy().into_owned(),
        base: info.dli_fbase.addr(),
    })
}

/// Where that is loaded which an address is in. Needs no memory.
pub fn base_of(address: usize) -> Option<usize> {
    Some(information(address)?.dli_fbase.addr())
}

fn information(address: usize) -> Option<libc::Dl_info> {
    if cfg!(miri) {
        return None;
    }
    let mut info = MaybeUninit::<libc::Dl_info>::zeroed();
    // SAFETY: dladdr accepts any address and fills in `info` where it returns non-zero.
    unsafe {
        (libc::dladdr(address as *const c_void, info.as_mut_ptr()) != 0).then(|| info.assume_init())
    }
}

/// Says what is wrong with a library that `dlopen` would have the process die of, or give a misleading reason for:
/// one that is cut off, or made for another processor. All else is left to `dlopen`.
///
/// This is most of what the first load of an extension costs beside `dlopen`: so it needs no code that may not be in
/// memory yet, as that of `std::fs`, and is inlined into the crate that loads.
#[inline]
fn check_file(path: &CStr) -> Result<(), String> {
    // SAFETY: a NUL-terminated path.
    let descriptor = unsafe { libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) };
    if descriptor < 0 {
        return Ok(());
    }
    // SAFETY: a new descriptor that nobody else owns.
    let file = unsafe { OwnedFd::from_raw_fd(descriptor) };
    // SAFETY: it takes any descriptor. Where the file has no length, the answer is a very large number.
    let len = unsafe { libc::lseek(descriptor, 0, libc::SEEK_END) } as u64;
    match needs(&file) {
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
#[inline]
fn needs(library: &OwnedFd) -> Option<(Machine, u64)> {
    type Header = FileHeader64<Endianness>;
    type Segment = ProgramHeader64<Endianness>;
    // The loader, too, reads this much at first, as the segments are listed behind the header.
    let mut start = [0_u64; 1024 / size_of::<u64>()];
    let start = pod::bytes_of_slice_mut(&mut start);
    let (buffer, len) = (start.as_mut_ptr().cast(), start.len());
    // SAFETY: the bytes are ours to write.
    let len = unsafe { libc::pread(library.as_raw_fd(), buffer, len, 0) };
    let start = start.get(..usize::try_from(len).ok()?)?;
    let header = Header::parse(start).ok()?;
    let endian = header.endian().ok()?;
    let segments: &[Segment] = header.program_headers(endian, start).ok()?;
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
