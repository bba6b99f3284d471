//! Loads shared libraries, and finds the library of an address.

use std::ffi::{CStr, CString, OsStr, c_int, c_void};
use std::fs::{File, Metadata};
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::{ptr, slice};

use object::elf::{self, FileHeader64, Machine, ProgramHeader64};
use object::read::elf::{FileHeader, ProgramHeader};
use object::{Endianness, pod};

use crate::list::List;
use crate::{emergency, maps};

/// A shared library that the loader has opened; it is never closed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Library(*mut c_void);

// SAFETY: the handle is only passed to `dlsym`, which any thread may call.
unsafe impl Send for Library {}

impl Library {
    /// Loads the library at `path`, or finds it if it is already loaded. The error says why it cannot be loaded.
    #[inline]
    pub fn open(path: &CStr) -> Result<Self, String> {
        check_file(path)?;
        // SAFETY: a NUL-terminated path. Running the library's initialisers is what loading means.
        let handle = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW) };
        if handle.is_null() {
            return Err(format!("Error message from dlopen: {}", last_error()));
        }
        Ok(Self(handle))
    }

    /// The loaded library that contains an address.
    pub fn of(address: usize) -> Option<Self> {
        let info = information(address)?;
        if info.dli_fname.is_null() {
            return None;
        }
        // SAFETY: dladdr returned a NUL-terminated name, and nothing is loaded.
        let handle = unsafe { libc::dlopen(info.dli_fname, libc::RTLD_LAZY | libc::RTLD_NOLOAD) };
        (!handle.is_null()).then_some(Self(handle))
    }

    /// The address of an exported symbol. The error says why there is none.
    pub fn symbol(self, name: &CStr) -> Result<*mut c_void, String> {
        // SAFETY: the library is open, the name NUL-terminated.
        let address = unsafe { libc::dlsym(self.0, name.as_ptr()) };
        if address.is_null() {
            return Err(format!("Error message from dlsym: {}", last_error()));
        }
        Ok(address)
    }
}

/// A copy of a library, loaded from memory.
struct Copy {
    base: usize,
    original: PathBuf,
    /// The original file when it was copied.
    state: FileState,
}

static COPIES: List<Copy> = List::new();

/// Identifies the contents of a file.
type FileState = (u64, u64, u64, i64, i64);

fn state(file: &Metadata) -> FileState {
    let (device, number, len) = (file.dev(), file.ino(), file.len());
    (device, number, len, file.mtime(), file.mtime_nsec())
}

impl Library {
    /// Loads a separate copy of the library at `path`. It stays separate whatever happens to the file or to file
    /// descriptors. The error says why it cannot be loaded.
    pub fn open_copy(path: &Path) -> Result<Self, String> {
        let cannot_copy = |error| format!("It cannot be copied: {error}");
        let (copy, state) = copy_in_memory(path).map_err(cannot_copy)?;
        let library = Self::open(&own_name(&copy))?;
        // SAFETY: in this C library, the handle points to the loader's `link_map`.
        let base = unsafe { (*library.0.cast::<LinkMap>()).address };
        COPIES.add(Copy {
            base,
            original: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            state,
        });
        Ok(library)
    }
}

/// The beginning of the loader's `link_map`.
#[repr(C)]
struct LinkMap {
    /// The difference between addresses in memory and in the file.
    address: usize,
}

/// A path of an open file that the loader has never seen. The loader takes files with equal paths for the same
/// library, and descriptors are reused. So the path also contains a number that is never used again, written in bits.
fn own_name(file: &File) -> CString {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed);
    let bits = (0..u32::BITS - number.leading_zeros()).map(|bit| match number >> bit & 1 {
        0 => "/",
        _ => "/.",
    });
    let path = format!(
        "/proc/self/fd{}/{}",
        bits.collect::<String>(),
        file.as_raw_fd()
    );
    CString::new(path).unwrap_or_default()
}

/// Copies a file to memory that lives while it is mapped or open.
fn copy_in_memory(path: &Path) -> io::Result<(File, FileState)> {
    let mut original = File::open(path)?;
    let state = state(&original.metadata()?);
    let name = CString::new(path.file_name().unwrap_or_default().as_bytes())?;
    // glibc has `memfd_create` since 2.27, and wheels support 2.17.
    // SAFETY: a NUL-terminated name.
    let descriptor =
        unsafe { libc::syscall(libc::SYS_memfd_create, name.as_ptr(), libc::MFD_CLOEXEC) };
    let Ok(descriptor @ 0..) = i32::try_from(descriptor) else {
        return Err(io::Error::last_os_error());
    };
    // SAFETY: a new descriptor that nobody else owns.
    let mut copy = unsafe { File::from_raw_fd(descriptor) };
    io::copy(&mut original, &mut copy)?;
    Ok((copy, state))
}

/// A loaded library, or the program itself.
pub struct Image {
    /// The file; for a copy, the original's.
    pub path: PathBuf,
    /// The address of its first byte.
    pub base: usize,
    /// The difference between addresses in memory and in the file.
    pub bias: usize,
    /// Whether the file has changed since it was loaded.
    pub is_changed: bool,
    /// Whether it is a copy of the file.
    pub is_copy: bool,
}

impl Image {
    /// The library that is loaded at `base`.
    pub(crate) fn new(path: PathBuf, base: usize) -> Self {
        let copy = COPIES.iter().find(|copy| copy.base == base);
        let is_same = |copy: &Copy| {
            let now = copy.original.metadata();
            now.is_ok_and(|now| state(&now) == copy.state)
        };
        Self {
            path: copy.map_or(path, |copy| copy.original.clone()),
            base,
            bias: if is_fixed(base) { 0 } else { base },
            is_changed: copy.is_some_and(|copy| !is_same(copy)),
            is_copy: copy.is_some(),
        }
    }
}

/// Maps a file for ever and returns its bytes. Does not allocate.
pub fn contents(path: &Path) -> Option<&'static [u8]> {
    let file = File::open(path).ok()?;
    let len = usize::try_from(file.metadata().ok()?.len()).ok()?;
    let (kind, access) = (libc::MAP_PRIVATE, libc::PROT_READ);
    // SAFETY: a fresh mapping touches no memory that exists, and is never unmapped.
    unsafe {
        let place = libc::mmap(ptr::null_mut(), len, access, kind, file.as_raw_fd(), 0);
        (place != libc::MAP_FAILED).then(|| slice::from_raw_parts(place.cast(), len))
    }
}

/// Whether the library there has no file.
fn is_fixed(base: usize) -> bool {
    const TYPE: usize = 16;
    // SAFETY: the ELF header is loaded with the library and stays readable.
    base != 0 && unsafe { *((base + TYPE) as *const u16) } == elf::ET_EXEC.0
}

/// The library of an address, as the loader knows it.
pub fn image_of(address: usize) -> Option<Image> {
    if emergency::is_here() {
        // The loader may hold its lock.
        return maps::file_at(address).map(|(path, base)| Image::new(path, base));
    }
    let info = information(address)?;
    if info.dli_fname.is_null() {
        return None;
    }
    // SAFETY: dladdr returned a NUL-terminated name that lives as long as the library.
    let path = unsafe { CStr::from_ptr(info.dli_fname) };
    let path = OsStr::from_bytes(path.to_bytes());
    Some(Image::new(PathBuf::from(path), info.dli_fbase.addr()))
}

/// The base address of the library of an address.
pub fn base_of(address: usize) -> Option<usize> {
    if emergency::is_here() {
        return maps::file_at(address).map(|(_, base)| base);
    }
    Some(information(address)?.dli_fbase.addr())
}

fn information(address: usize) -> Option<libc::Dl_info> {
    if cfg!(miri) {
        return None;
    }
    let mut info = MaybeUninit::<libc::Dl_info>::zeroed();
    // SAFETY: dladdr accepts any address, and fills in `info` when it returns non-zero.
    unsafe {
        (libc::dladdr(address as *const c_void, info.as_mut_ptr()) != 0).then(|| info.assume_init())
    }
}

/// Whether a header describes a part of the file that is loaded.
pub(crate) fn is_loaded(header: &libc::Elf64_Phdr) -> bool {
    header.p_type == libc::PT_LOAD
}

/// Calls `visit` with each loaded library and its program headers, until it returns false.
pub(crate) fn each_loaded<F>(mut visit: F)
where
    F: FnMut(&libc::dl_phdr_info, &[libc::Elf64_Phdr]) -> bool,
{
    unsafe extern "C" fn look<F>(
        library: *mut libc::dl_phdr_info,
        _: usize,
        visit: *mut c_void,
    ) -> c_int
    where
        F: FnMut(&libc::dl_phdr_info, &[libc::Elf64_Phdr]) -> bool,
    {
        // SAFETY: the loader passes a valid description with `dlpi_phnum` headers; `visit` is what is passed below.
        unsafe {
            let library = &*library;
            let headers = slice::from_raw_parts(library.dlpi_phdr, library.dlpi_phnum.into());
            (!(*visit.cast::<F>())(library, headers)).into()
        }
    }

    if !cfg!(miri) {
        // SAFETY: the callback gets what it expects.
        unsafe { libc::dl_iterate_phdr(Some(look::<F>), (&raw mut visit).cast()) };
    }
}

/// The address range of a library that is never unloaded. Safe to ask in a signal handler.
#[derive(Debug, Default)]
pub struct Extent {
    start: AtomicUsize,
    end: AtomicUsize,
}

impl Extent {
    /// An empty range.
    pub const fn new() -> Self {
        Self {
            start: AtomicUsize::new(0),
            end: AtomicUsize::new(0),
        }
    }

    /// The range of the library of an address.
    pub fn of(address: usize) -> Self {
        let extent = Self::new();
        extent.find(address);
        extent
    }

    /// Sets it to the range of the library of an address.
    pub fn find(&self, address: usize) {
        let mut found = 0..0;
        each_loaded(|library, headers| {
            let (mut start, mut end) = (usize::MAX, 0);
            for header in headers.iter().filter(|header| is_loaded(header)) {
                let first = (library.dlpi_addr + header.p_vaddr) as usize;
                start = start.min(first);
                end = end.max(first + header.p_memsz as usize);
            }
            let is_it = (start..end).contains(&address);
            if is_it {
                found = start..end;
            }
            !is_it
        });
        self.start.store(found.start, Ordering::Relaxed);
        self.end.store(found.end, Ordering::Release);
    }

    /// Whether the range contains an address.
    pub fn contains(&self, address: usize) -> bool {
        let end = self.end.load(Ordering::Acquire);
        (self.start.load(Ordering::Relaxed)..end).contains(&address)
    }

    /// The start of the range.
    pub fn start(&self) -> usize {
        self.start.load(Ordering::Relaxed)
    }
}

/// Finds faults in a file for which `dlopen` would crash or mislead: a truncated library, or one for another
/// processor. `dlopen` reports all others.
///
/// This is the largest part of the first load's cost beside `dlopen`. So it avoids code that may not be in memory
/// yet, such as `std::fs`, and is inlined into the caller.
#[inline]
fn check_file(path: &CStr) -> Result<(), String> {
    // SAFETY: a NUL-terminated path.
    let descriptor = unsafe { libc::open(path.as_ptr(), libc::O_RDONLY | libc::O_CLOEXEC) };
    if descriptor < 0 {
        return Ok(());
    }
    // SAFETY: a new descriptor that nobody else owns.
    let file = unsafe { OwnedFd::from_raw_fd(descriptor) };
    // SAFETY: it accepts any descriptor. For a file without a length, the result is a very large number.
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

/// The library's processor, and the length of the file that its segments need; `None` where the header cannot be
/// read.
#[inline]
fn needs(library: &OwnedFd) -> Option<(Machine, u64)> {
    type Header = FileHeader64<Endianness>;
    type Segment = ProgramHeader64<Endianness>;
    // The loader reads this much first, too; the segments are listed behind the header.
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
    // SAFETY: as above; it is copied before the next call.
    unsafe { CStr::from_ptr(error) }
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kernel_knows_what_the_loader_knows() {
        for address in [
            last_error as *const () as usize,
            libc::abort as *const () as usize,
        ] {
            let (path, base) = maps::file_at(address).expect("a mapping");
            let library = image_of(address).expect("a library");
            assert_eq!(base, library.base);
            assert_eq!(path.file_name(), library.path.file_name());
        }
        assert!(maps::file_at(8).is_none());
    }
}
