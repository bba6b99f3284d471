//! How pages are made inaccessible and accessible again.

/// Guard pages that need no mapping of their own: since Linux 6.13, for shared memory since 6.15.
const MADV_GUARD_INSTALL: i32 = 102;
const MADV_GUARD_REMOVE: i32 = 103;

/// How pages are made inaccessible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Fence {
    /// Marks in the page table: fast, and without a limit on their number.
    Marks,
    /// The protection of the mapping, which splits and joins mappings.
    Protection,
}

impl Fence {
    /// All, best first.
    pub const ALL: &[Self] = &[Self::Marks, Self::Protection];

    /// Makes readable pages inaccessible by the first of `fences` that works here; returns that.
    ///
    /// # Safety
    /// The pages are the caller's, mapped, and nobody reads them meanwhile.
    pub unsafe fn around(place: *mut u8, size: usize, fences: &[Self]) -> Option<Self> {
        let works = |fence: &Self| {
            // SAFETY: by contract.
            unsafe { fence.forbid(place, size) }
        };
        fences.iter().copied().find(works)
    }

    /// Makes every access fault. Returns whether that worked.
    ///
    /// # Safety
    /// As for [`Self::around`].
    pub unsafe fn forbid(self, place: *mut u8, size: usize) -> bool {
        // SAFETY: by contract.
        let result = unsafe {
            match self {
                Self::Marks => libc::madvise(place.cast(), size, MADV_GUARD_INSTALL),
                Self::Protection => libc::mprotect(place.cast(), size, libc::PROT_NONE),
            }
        };
        result == 0
    }

    /// Makes the pages readable again. Returns whether that worked.
    ///
    /// # Safety
    /// As for [`Self::around`].
    pub unsafe fn allow(self, place: *mut u8, size: usize) -> bool {
        // SAFETY: by contract.
        let result = unsafe {
            match self {
                Self::Marks => libc::madvise(place.cast(), size, MADV_GUARD_REMOVE),
                Self::Protection => libc::mprotect(place.cast(), size, libc::PROT_READ),
            }
        };
        result == 0
    }
}
