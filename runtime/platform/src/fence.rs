//! How pages are made inaccessible and accessible again.

/// Pages that fault, without a mapping of their own. Linux has them since 6.13, for shared memory since 6.15.
const MADV_GUARD_INSTALL: i32 = 102;
const MADV_GUARD_REMOVE: i32 = 103;

/// What keeps an extension from pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Fence {
    /// Marks in the page table: any number of them, and fast.
    Marks,
    /// The protection of the mapping, which splits and joins mappings.
    Protection,
}

impl Fence {
    /// All, best first.
    pub const ALL: &[Self] = &[Self::Marks, Self::Protection];

    /// Makes readable pages inaccessible, by the first of these means that the system has.
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

    /// Every access faults from now on. Says whether it does.
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

    /// The pages are readable from now on, if that is possible. Says whether they are.
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
