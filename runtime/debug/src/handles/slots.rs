//! Memory for the slots of a table: an array of a power of two, so that any number leads to one of them without a
//! comparison. It is all zero where nothing was written.

use std::alloc::{self, Layout};
use std::ptr::NonNull;

use hpy_platform::pages;

/// Bits of a key below the number of its slot.
pub(crate) const KIND_BITS: u32 = 4;

/// How many slots there are at first.
const START: usize = 256;

/// From how many bytes on the memory should be of huge pages: slots that are used in no order would miss the cache of
/// address translations, too.
const HUGE: usize = 4 << 20;

/// Slots begin where lines of the cache do, so that none is in two. Memory that is aligned so is not had from the
/// allocator without being touched.
const LINE: usize = 64;

/// A type of which all zero bytes are a value.
///
/// # Safety
/// They are one.
pub(crate) unsafe trait Zero: Copy {}

/// Where an array has a slot: the number of the slot, shifted to where keys have it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place(u32);

impl Place {
    /// The number of the slot.
    pub(crate) fn number(self) -> u32 {
        self.0 >> KIND_BITS
    }
}

/// A number of `T`s that is a power of two.
pub(crate) struct Slots<T> {
    first: NonNull<T>,
    /// The number of the last slot, shifted to where keys have it.
    mask: u32,
    /// What was allocated.
    memory: NonNull<u8>,
}

impl<T> Slots<T> {
    /// How far apart the keys of neighbours are.
    const STEP: usize = 1 << KIND_BITS;

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        (self.mask >> KIND_BITS) as usize + 1
    }

    fn layout(count: usize) -> Layout {
        let size = count * size_of::<T>() + LINE;
        Layout::from_size_align(size, 1).expect("there are fewer slots than numbers in a key")
    }
}

impl<T: Zero> Slots<T> {
    pub(crate) fn new() -> Self {
        Self::with(START).unwrap_or_else(|| alloc::handle_alloc_error(Self::layout(START)))
    }

    /// `None` where there is no memory for so many.
    fn with(count: usize) -> Option<Self> {
        const { assert!(size_of::<T>().is_multiple_of(Self::STEP) && align_of::<T>() <= LINE) }
        let layout = Self::layout(count);
        // SAFETY: the layout has a size.
        let memory = NonNull::new(unsafe { alloc::alloc_zeroed(layout) })?;
        if layout.size() >= HUGE {
            pages::prefer_huge(memory, layout.size());
        }
        let skipped = memory.align_offset(LINE);
        assert!(skipped < LINE);
        Some(Self {
            // SAFETY: less than the layout has for it.
            first: unsafe { memory.add(skipped) }.cast(),
            mask: ((count - 1) as u32) << KIND_BITS,
            memory,
        })
    }

    /// Where the slot is that a key, or any other number, leads to.
    #[inline(always)]
    pub(crate) fn place(&self, key: u64) -> Place {
        Place(key as u32 & self.mask)
    }

    /// A slot.
    ///
    /// # Safety
    /// It is a place of these slots.
    #[inline(always)]
    pub(crate) unsafe fn at(&self, place: Place) -> NonNull<T> {
        // SAFETY: by contract. The mask has made it that of one of our slots, which never become fewer.
        unsafe {
            self.first
                .byte_add(place.0 as usize * (size_of::<T>() / Self::STEP))
        }
    }

    /// Doubles their number. Those that there were keep their contents, at another address. `None` where there is no
    /// memory for that, or keys have no numbers for more; nothing has changed then.
    pub(crate) fn double(&mut self) -> Option<()> {
        if self.mask.leading_zeros() == 0 {
            return None;
        }
        let doubled = Self::with(self.count() * 2)?;
        // SAFETY: there is room for more, and new memory does not overlap any other.
        unsafe { (doubled.first).copy_from_nonoverlapping(self.first, self.count()) };
        *self = doubled;
        Some(())
    }
}

impl<T> Drop for Slots<T> {
    fn drop(&mut self) {
        // SAFETY: it was allocated with this layout, and nobody keeps what `at` has returned.
        unsafe { alloc::dealloc(self.memory.as_ptr(), Self::layout(self.count())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // SAFETY: integers.
    unsafe impl Zero for [u64; 4] {}

    #[test]
    fn slots_keep_their_contents_when_they_become_more() {
        let mut slots = Slots::<[u64; 4]>::new();
        let slot = |slots: &Slots<[u64; 4]>, number: usize| {
            let place = slots.place((number << KIND_BITS) as u64);
            // SAFETY: it is of these slots.
            unsafe { slots.at(place) }
        };
        for number in 0..slots.count() {
            // SAFETY: nobody else has it.
            unsafe { slot(&slots, number).write([number as u64; 4]) };
        }
        let count = slots.count();
        slots.double().expect("memory");
        assert_eq!(slots.count(), count * 2);
        for number in 0..slots.count() {
            let expected = if number < count { number as u64 } else { 0 };
            // SAFETY: nobody else has it.
            assert_eq!(unsafe { slot(&slots, number).read() }, [expected; 4]);
        }
    }
}
