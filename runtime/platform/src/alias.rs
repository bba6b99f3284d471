//! Memory that is mapped twice: writable here, and read-only where it is handed out.
//!
//! Both mappings share the memory also with a process that is forked, so nothing may be written after a fork to
//! what was mapped before: see `epoch`.

use std::ffi::{c_char, c_void};
use std::ptr::{self, NonNull};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// One more than the forks of this process and of those it was forked from.
static FORKS: AtomicU32 = AtomicU32::new(1);

/// Changes with every fork, in both processes: memory of an earlier epoch may be another process's too.
fn epoch() -> u32 {
    FORKS.load(Ordering::Relaxed)
}

extern "C" fn before_fork() {
    FORKS.fetch_add(1, Ordering::Relaxed);
}

/// The writable mapping.
pub struct Alias {
    base: NonNull<u8>,
    size: usize,
    epoch: u32,
}

impl Alias {
    /// So many bytes, a number of whole pages; none where the system has no room. No memory is used before it is written.
    pub fn new(size: usize) -> Option<Self> {
        static WATCH_FORKS: Once = Once::new();
        // SAFETY: the handler is a function of the right type that only counts.
        WATCH_FORKS.call_once(|| unsafe {
            libc::pthread_atfork(Some(before_fork), None, None);
        });
        let epoch = epoch();
        let flags = libc::MAP_SHARED | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let writable = libc::PROT_READ | libc::PROT_WRITE;
        // SAFETY: a fresh anonymous mapping touches no memory that exists.
        let base = unsafe { libc::mmap(ptr::null_mut(), size, writable, flags, -1, 0) };
        let base = NonNull::new(base).filter(|_| base != libc::MAP_FAILED)?;
        Some(Self {
            base: base.cast(),
            size,
            epoch,
        })
    }

    /// Whether no other process has the memory.
    pub fn is_ours(&self) -> bool {
        self.epoch == epoch()
    }

    /// Maps all of it read-only at `place`, too.
    ///
    /// # Safety
    /// `place` is the caller's, for as many bytes, and nobody uses what is mapped there.
    pub unsafe fn show(&self, place: *mut u8) -> bool {
        let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
        let (from, place) = (self.base.as_ptr().cast(), place.cast::<c_void>());
        // SAFETY: of a shared mapping, a remapping of no bytes is another mapping of the same memory; by contract
        // it replaces nothing that is used.
        unsafe {
            libc::mremap(from, 0, self.size, flags, place) == place
                && libc::mprotect(place, self.size, libc::PROT_READ) == 0
        }
    }

    /// Has the system provide memory for whole pages now, here and where they are shown at `shown`: later each would be a
    /// fault. Where it does not, they will be.
    pub fn make_ready(&mut self, offset: usize, shown: *mut u8, size: usize) {
        assert!(offset + size <= self.size);
        // SAFETY: the pages are of both mappings; advice that changes no contents.
        unsafe {
            let first = self.base.as_ptr().add(offset).cast();
            libc::madvise(first, size, libc::MADV_POPULATE_WRITE);
            libc::madvise(shown.cast(), size, libc::MADV_POPULATE_READ);
        }
    }

    /// Writes `len` bytes from `offset` on. The memory must be ours.
    ///
    /// # Safety
    /// They are inside of it, and `source` is readable for as many bytes.
    pub unsafe fn write(&mut self, offset: usize, source: *const c_char, len: usize) {
        // SAFETY: by contract.
        unsafe {
            let target = self.base.as_ptr().add(offset);
            ptr::copy_nonoverlapping(source.cast(), target, len);
        }
    }

    /// Gives the memory of whole pages back to the system, where it is ours; they read as zeros.
    pub fn give_back(&mut self, offset: usize, size: usize) {
        assert!(offset + size <= self.size);
        if self.is_ours() {
            // SAFETY: the pages are of this mapping.
            unsafe {
                let first = self.base.as_ptr().add(offset).cast();
                libc::madvise(first, size, libc::MADV_REMOVE);
            }
        }
    }
}

impl Drop for Alias {
    fn drop(&mut self) {
        // SAFETY: mapped by `new`; the other mapping of the memory stays.
        unsafe { libc::munmap(self.base.as_ptr().cast(), self.size) };
    }
}
