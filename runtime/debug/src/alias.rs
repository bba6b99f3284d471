//! Memory that is mapped twice: writable here, and with other protection where it is handed out.
//!
//! Both mappings share the memory also with a process that is forked, so nothing may be written after a fork to
//! what was mapped before: see [`epoch`].

use std::ffi::{c_char, c_void};
use std::ptr::{self, NonNull};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// Bytes; no memory is used before it is written.
const SIZE: usize = 64 << 20;

/// One more than the forks of this process and of those it was forked from.
static FORKS: AtomicU32 = AtomicU32::new(1);

/// Changes with every fork, in both processes: memory of an earlier epoch may be another process's too.
pub(crate) fn epoch() -> u32 {
    FORKS.load(Ordering::Relaxed)
}

extern "C" fn before_fork() {
    FORKS.fetch_add(1, Ordering::Relaxed);
}

/// The writable mapping.
pub(crate) struct Alias {
    base: NonNull<u8>,
    page: usize,
    /// Pages that were mapped elsewhere too.
    used: usize,
    pub(crate) epoch: u32,
}

impl Alias {
    /// None where the system has no room.
    pub(crate) fn new(page: usize) -> Option<Self> {
        static WATCH_FORKS: Once = Once::new();
        // SAFETY: the handler is a function of the right type that only counts.
        WATCH_FORKS.call_once(|| unsafe {
            libc::pthread_atfork(Some(before_fork), None, None);
        });
        let epoch = epoch();
        let flags = libc::MAP_SHARED | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let writable = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a fresh anonymous mapping touches no memory that exists.
        let base = unsafe { libc::mmap(ptr::null_mut(), SIZE, writable, flags, -1, 0) };
        let base = NonNull::new(base).filter(|_| base != libc::MAP_FAILED)?;
        Some(Self {
            base: base.cast(),
            page,
            used: 0,
            epoch,
        })
    }

    /// Maps unused pages at `place` too, inaccessible there. Returns their number here.
    ///
    /// # Safety
    /// `place` is the caller's, for so many pages, and nobody uses what is mapped there.
    pub(crate) unsafe fn map(&mut self, place: *mut u8, pages: u32) -> Option<u32> {
        let (first, size) = (self.used, pages as usize * self.page);
        if first * self.page + size > SIZE {
            return None;
        }
        let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
        let place = place.cast::<c_void>();
        // SAFETY: of a shared mapping, a remapping of no bytes is another mapping of the same memory; by contract
        // it replaces nothing that is used.
        unsafe {
            let from = self.base.as_ptr().add(first * self.page).cast();
            if libc::mremap(from, 0, size, flags, place) != place
                || libc::mprotect(place, size, libc::PROT_NONE) != 0
            {
                return None;
            }
        }
        self.used += pages as usize;
        u32::try_from(first).ok()
    }

    /// Writes to the end of so many pages.
    ///
    /// # Safety
    /// The pages are mapped, `source` is readable for `len` bytes, and they fit.
    pub(crate) unsafe fn write(
        &mut self,
        first: u32,
        pages: u32,
        source: *const c_char,
        len: usize,
    ) {
        let end = (first + pages) as usize * self.page;
        // SAFETY: by contract.
        unsafe { ptr::copy_nonoverlapping(source.cast(), self.base.as_ptr().add(end - len), len) }
    }
}

impl Drop for Alias {
    fn drop(&mut self) {
        // SAFETY: mapped by `new`; the other mappings of the memory stay.
        unsafe { libc::munmap(self.base.as_ptr().cast(), SIZE) };
    }
}
