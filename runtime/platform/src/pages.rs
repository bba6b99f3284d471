//! Reserves addresses, and memory that is allocated only when it is written.

use std::ptr::{self, NonNull};

/// The size of a page in bytes.
pub fn size() -> usize {
    // SAFETY: sysconf only reads.
    let size = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    usize::try_from(size).unwrap_or(4096)
}

const FLAGS: i32 = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;

fn map(size: usize, protection: i32) -> Option<NonNull<u8>> {
    // SAFETY: a fresh anonymous mapping touches no memory that exists.
    let address = unsafe { libc::mmap(ptr::null_mut(), size, protection, FLAGS, -1, 0) };
    NonNull::new(address.cast()).filter(|_| address != libc::MAP_FAILED)
}

/// Reserves `size` inaccessible bytes; `None` where there is no room.
pub fn reserve(size: usize) -> Option<NonNull<u8>> {
    map(size, libc::PROT_NONE)
}

/// Whether `size` bytes of addresses can be reserved.
pub fn has_room(size: usize) -> bool {
    let room = reserve(size);
    if let Some(first) = room {
        // SAFETY: reserved above and unused.
        unsafe { unmap(first, size) };
    }
    room.is_some()
}

/// Maps `size` bytes of zeros; `None` where there is no room.
pub fn zeros(size: usize) -> Option<NonNull<u8>> {
    map(size, libc::PROT_READ | libc::PROT_WRITE)
}

/// Unmaps whole pages.
///
/// # Safety
/// They are the caller's, and nobody uses them.
pub unsafe fn unmap(first: NonNull<u8>, size: usize) {
    if size > 0 {
        // SAFETY: by contract.
        unsafe { libc::munmap(first.as_ptr().cast(), size) };
    }
}

/// Frees whole pages but keeps their addresses reserved and inaccessible. Returns whether that worked.
///
/// # Safety
/// They are the caller's, and nobody uses them.
pub unsafe fn clear(first: NonNull<u8>, size: usize) -> bool {
    let (place, flags) = (first.as_ptr().cast(), FLAGS | libc::MAP_FIXED);
    // SAFETY: by contract.
    unsafe { libc::mmap(place, size, libc::PROT_NONE, flags, -1, 0) == place }
}

/// Frees the memory of whole pages; they read as zeros afterwards. Returns whether that worked.
///
/// # Safety
/// The pages come from [`zeros`].
pub unsafe fn give_back(first: NonNull<u8>, size: usize) -> bool {
    // SAFETY: by contract; freed private memory reads as zeros.
    unsafe { libc::madvise(first.as_ptr().cast(), size, libc::MADV_DONTNEED) == 0 }
}

/// Asks for huge pages for new memory, where the system has them.
pub fn prefer_huge(first: NonNull<u8>, size: usize) {
    if cfg!(miri) {
        return;
    }
    let start = first.addr().get().next_multiple_of(self::size());
    let rest = (first.addr().get() + size).saturating_sub(start);
    let place = ptr::without_provenance_mut(start);
    // SAFETY: advice changes no contents, even if others own the rest of the last page.
    unsafe { libc::madvise(place, rest, libc::MADV_HUGEPAGE) };
}

/// Whether a byte can be read, or written, without causing a fault. A write test sets the byte to zero.
pub fn can_access(address: usize, write: bool) -> bool {
    if !write {
        // Accesses are allowed for whole pages.
        return is_readable(address & !7);
    }
    let byte = ptr::with_exposed_provenance_mut::<u8>(address);
    // SAFETY: the kernel refuses addresses that would fault. What it has written to can be written to.
    unsafe {
        let is_written = libc::syscall(libc::SYS_getrandom, byte, 1, 0) == 1;
        if is_written {
            byte.write(0);
        }
        is_written
    }
}

/// Whether eight bytes can be read, without causing a fault. Works also where a process may not read its own memory
/// by `process_vm_readv`.
pub(crate) fn is_readable(address: usize) -> bool {
    const NO_CHANGE: libc::c_int = -1;
    let (none, size) = (ptr::null_mut::<u64>(), size_of::<u64>());
    // SAFETY: the kernel reads the mask before it rejects the invalid operation.
    let result = unsafe { libc::syscall(libc::SYS_rt_sigprocmask, NO_CHANGE, address, none, size) };
    let is_rejected = || std::io::Error::last_os_error().raw_os_error() == Some(libc::EINVAL);
    // NULL is accepted for no mask.
    address != 0 && (result == 0 || is_rejected())
}
