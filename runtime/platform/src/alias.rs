//! Memory that is mapped twice: writable here, and read-only where it is handed out.
//!
//! A forked child shares this memory. So after a fork, nothing is written to what was mapped before it; `epoch`
//! tells.

use std::ffi::{c_char, c_void};
use std::ptr::{self, NonNull};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// Counts the forks of this process and its ancestors, from 1.
static FORKS: AtomicU32 = AtomicU32::new(1);

/// Changes with every fork, in parent and child. Memory of an earlier epoch may be shared with another process.
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
    /// Maps `size` bytes, which must be whole pages. `None` where there is no room. The kernel allocates pages when
    /// they are written.
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

    /// Whether no other process shares the memory.
    pub fn is_ours(&self) -> bool {
        self.epoch == epoch()
    }

    /// Maps all of it a second time at `place`, read-only. Where that is `scattered`, reading a page does not map the
    /// pages around it.
    ///
    /// # Safety
    /// The caller owns `size` bytes at `place`, and nobody uses what is mapped there.
    pub unsafe fn show(&self, place: *mut u8, scattered: bool) -> bool {
        let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
        let (from, place) = (self.base.as_ptr().cast(), place.cast::<c_void>());
        // SAFETY: `mremap` with an old size of 0 maps shared memory a second time. By contract it replaces nothing
        // that is used.
        unsafe {
            let is_shown = libc::mremap(from, 0, self.size, flags, place) == place
                && libc::mprotect(place, self.size, libc::PROT_READ) == 0;
            if is_shown && scattered {
                libc::madvise(place, self.size, libc::MADV_RANDOM);
            }
            is_shown
        }
    }

    /// Allocates whole pages of this mapping now. Otherwise each first access would be a page fault. A failure does
    /// no harm: the faults come later. The second mapping is left to faults, which take less time than this advice.
    pub fn make_ready(&mut self, offset: usize, size: usize) {
        assert!(offset + size <= self.size);
        // SAFETY: the mapping has these pages, and this advice changes no contents.
        unsafe {
            let first = self.base.as_ptr().add(offset).cast();
            libc::madvise(first, size, libc::MADV_POPULATE_WRITE);
        }
    }

    /// Writes `len` bytes at `offset`. The memory must be ours (`is_ours`).
    ///
    /// # Safety
    /// The range is inside the mapping, and `source` is readable for `len` bytes.
    pub unsafe fn write(&mut self, offset: usize, source: *const c_char, len: usize) {
        // SAFETY: by contract.
        unsafe {
            let target = self.base.as_ptr().add(offset);
            ptr::copy_nonoverlapping(source.cast(), target, len);
        }
    }

    /// Frees the memory of whole pages, if it is ours. They read as zeros afterwards.
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
