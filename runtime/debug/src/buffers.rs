//! Copies of memory that belongs to a handle, in pages that fault when the extension misuses them.
//!
//! A copy is read-only, its last byte stands against an inaccessible page, and when the handle closes the
//! whole of it becomes inaccessible. It is given up when the handle's slot is used again, or at once where
//! more closed memory is held than `max`.

use std::collections::HashMap;
use std::ffi::{c_char, c_void};
use std::ptr::{self, NonNull};

/// The default of `_debug.get_protected_raw_data_max_size()`: 10 MiB.
const MAX: usize = 10 << 20;

/// A guarded copy.
struct Copy {
    pages: NonNull<c_void>,
    /// Bytes of readable pages; the guard page follows.
    readable: usize,
    source: *const c_char,
    len: usize,
}

/// All guarded copies, by the slot of the handle they belong to.
pub(crate) struct Buffers {
    of_slot: HashMap<u32, Vec<Copy>>,
    page: usize,
    /// Bytes of closed copies.
    closed: usize,
    /// How many bytes of closed copies are held at most.
    pub(crate) max: usize,
}

impl Copy {
    /// Copies `len` bytes; `None` where the system has no memory or mappings left.
    ///
    /// # Safety
    /// `source` is readable for `len` bytes.
    unsafe fn new(source: *const c_char, len: usize, page: usize) -> Option<Self> {
        let readable = len.next_multiple_of(page).max(page);
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        // SAFETY: a fresh anonymous mapping touches no memory that exists.
        let pages = unsafe {
            libc::mmap(
                ptr::null_mut(),
                readable + page,
                libc::PROT_READ | libc::PROT_WRITE,
                flags,
                -1,
                0,
            )
        };
        if pages == libc::MAP_FAILED {
            return None;
        }
        let copy = Self {
            pages: NonNull::new(pages)?,
            readable,
            source,
            len,
        };
        // SAFETY: `data` is `len` bytes inside the mapping, `source` is readable by contract, and the two
        // are distinct. Both mprotect calls stay inside the mapping.
        let protected = unsafe {
            ptr::copy_nonoverlapping(source, copy.data().cast_mut(), len);
            libc::mprotect(pages, readable, libc::PROT_READ) == 0
                && libc::mprotect(pages.byte_add(readable), page, libc::PROT_NONE) == 0
        };
        if !protected {
            copy.unmap(page);
            return None;
        }
        Some(copy)
    }

    fn data(&self) -> *const c_char {
        // SAFETY: `len <= readable`, so the result is inside the mapping.
        unsafe {
            self.pages
                .as_ptr()
                .byte_add(self.readable - self.len)
                .cast()
        }
    }

    fn forbid(&self) {
        // SAFETY: the range is this copy's; nothing of ours reads it after its handle closed.
        unsafe { libc::mprotect(self.pages.as_ptr(), self.readable, libc::PROT_NONE) };
    }

    fn unmap(self, page: usize) {
        // SAFETY: the range is this copy's, and the copy is gone.
        unsafe { libc::munmap(self.pages.as_ptr(), self.readable + page) };
    }
}

impl Buffers {
    pub(crate) fn new() -> Self {
        // SAFETY: sysconf only reads.
        let page = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
        let page = usize::try_from(page).unwrap_or(4096);
        Self {
            of_slot: HashMap::new(),
            page,
            closed: 0,
            max: MAX,
        }
    }

    /// A guarded copy of memory that belongs to the handle of `slot`; the same copy for the same memory.
    /// Where no memory is left for a copy, the memory itself.
    ///
    /// # Safety
    /// `source` is readable for `len` bytes.
    pub(crate) unsafe fn guard(
        &mut self,
        slot: u32,
        source: *const c_char,
        len: usize,
    ) -> *const c_char {
        let copies = self.of_slot.entry(slot).or_default();
        let same = copies.iter().find(|copy| {
            copy.source == source
                && copy.len == len
                // SAFETY: by contract `source` is readable for `len` bytes, and so is an open copy.
                && unsafe { libc::memcmp(copy.data().cast(), source.cast(), len) } == 0
        });
        if let Some(copy) = same {
            return copy.data();
        }
        // SAFETY: passed on.
        match unsafe { Copy::new(source, len, self.page) } {
            Some(copy) => {
                let data = copy.data();
                copies.push(copy);
                data
            }
            None => source,
        }
    }

    /// The handle of `slot` was closed. Says whether its copies are still held.
    pub(crate) fn close(&mut self, slot: u32) -> bool {
        let size = self.size(slot).unwrap_or(0);
        if self.closed + size > self.max {
            self.drop_copies(slot);
            return false;
        }
        self.closed += size;
        for copy in self.of_slot.get(&slot).into_iter().flatten() {
            copy.forbid();
        }
        true
    }

    /// Gives up the copies that a closed handle left.
    pub(crate) fn discard(&mut self, slot: u32) {
        self.closed -= self.size(slot).unwrap_or(0);
        self.drop_copies(slot);
    }

    fn drop_copies(&mut self, slot: u32) {
        for copy in self.of_slot.remove(&slot).unwrap_or_default() {
            copy.unmap(self.page);
        }
    }

    /// Bytes of the copies that belong to `slot`, terminators included; `None` where it has none.
    pub(crate) fn size(&self, slot: u32) -> Option<usize> {
        let copies = self.of_slot.get(&slot)?;
        Some(copies.iter().map(|copy| copy.len).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_ends_at_a_page_boundary() {
        let mut buffers = Buffers::new();
        for len in [1, 20, 4095, 4096, 4097, 100_000] {
            let source = vec![b'x' as c_char; len];
            // SAFETY: a vector is readable.
            let copy = unsafe { buffers.guard(1, source.as_ptr(), len) };
            assert_ne!(copy, source.as_ptr());
            assert_eq!((copy.addr() + len) % buffers.page, 0, "{len}");
            // SAFETY: the copy is readable until it is closed.
            let text = unsafe { std::slice::from_raw_parts(copy, len) };
            assert_eq!(text, source);
        }
    }

    #[test]
    fn the_same_memory_is_copied_once_until_it_changes() {
        let mut buffers = Buffers::new();
        let mut source = *b"hello\0";
        let at = source.as_mut_ptr().cast::<c_char>();
        // SAFETY: the array is readable throughout.
        unsafe {
            let first = buffers.guard(1, at, 6);
            assert_eq!(buffers.guard(1, at, 6), first);
            *at = b'j' as c_char;
            assert_ne!(buffers.guard(1, at, 6), first);
        }
        assert_eq!(buffers.size(1), Some(12));
    }

    #[test]
    fn closed_copies_beyond_the_limit_are_given_up_at_once() {
        let mut buffers = Buffers::new();
        buffers.max = 10;
        let source = *b"hello\0";
        for slot in 0..2 {
            // SAFETY: the array is readable.
            unsafe { buffers.guard(slot, source.as_ptr().cast(), 6) };
        }
        assert!(buffers.close(0));
        assert!(!buffers.close(1));
        assert_eq!((buffers.size(0), buffers.size(1)), (Some(6), None));
        buffers.discard(0);
        assert_eq!(buffers.closed, 0);
    }
}
