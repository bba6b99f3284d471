//! The memory of a table's slots: an array whose length is a power of two, so every number leads to a slot without a
//! comparison. Memory that was never written is zero.

use std::alloc::{self, Layout};
use std::ptr::NonNull;

use hpy_platform::pages;

/// Bits of a key below the number of its slot.
pub(crate) const KIND_BITS: u32 = 4;

/// The number of slots at the beginning.
const START: usize = 256;

/// From this size, use huge pages: slots that are used in no order would miss the processor's address cache (TLB),
/// too.
const HUGE: usize = 4 << 20;

/// Slots are aligned to cache lines, so that none lies in two. The allocator would touch memory that it must align,
/// so we align it ourselves.
const LINE: usize = 64;

/// A type for which zeros are a valid value.
///
/// # Safety
/// Zeros are a valid value of the type.
pub(crate) unsafe trait Zero: Copy {}

/// The position of a slot: its number, shifted as in keys.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place(u32);

impl Place {
    /// The number of the slot.
    pub(crate) fn number(self) -> u32 {
        self.0 >> KIND_BITS
    }
}

/// An array of `T` whose length is a power of two.
pub(crate) struct Slots<T> {
    first: NonNull<T>,
    /// The number of the last slot, shifted as in keys.
    mask: u32,
    /// The allocated memory.
    memory: NonNull<u8>,
}

impl<T> Slots<T> {
    /// The distance between keys of neighbouring slots.
    const STEP: usize = 1 << KIND_BITS;

    /// The number of slots.
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

    /// `None` where there is not enough memory.
    fn with(count: usize) -> Option<Self> {
        const { assert!(size_of::<T>().is_multiple_of(Self::STEP) && align_of::<T>() <= LINE) }
        let layout = Self::layout(count);
        // SAFETY: the layout is not empty.
        let memory = NonNull::new(unsafe { alloc::alloc_zeroed(layout) })?;
        if layout.size() >= HUGE {
            pages::prefer_huge(memory, layout.size());
        }
        let skipped = memory.align_offset(LINE);
        assert!(skipped < LINE);
        Some(Self {
            // SAFETY: the layout has room for this offset.
            first: unsafe { memory.add(skipped) }.cast(),
            mask: ((count - 1) as u32) << KIND_BITS,
            memory,
        })
    }

    /// The position of the slot that a key, or any other number, leads to.
    #[inline(always)]
    pub(crate) fn place(&self, key: u64) -> Place {
        Place(key as u32 & self.mask)
    }

    /// A slot.
    ///
    /// # Safety
    /// The place belongs to these slots.
    #[inline(always)]
    pub(crate) unsafe fn at(&self, place: Place) -> NonNull<T> {
        // SAFETY: by contract. The mask makes it one of our slots, whose number never shrinks.
        unsafe {
            self.first
                .byte_add(place.0 as usize * (size_of::<T>() / Self::STEP))
        }
    }

    /// Doubles the number of slots. They keep their contents and get new addresses. `None`, and no change, where
    /// there is no memory or keys have no room for more slots.
    pub(crate) fn double(&mut self) -> Option<()> {
        if self.mask.leading_zeros() == 0 {
            return None;
        }
        let doubled = Self::with(self.count() * 2)?;
        // SAFETY: the new memory is larger and does not overlap.
        unsafe { (doubled.first).copy_from_nonoverlapping(self.first, self.count()) };
        *self = doubled;
        Some(())
    }
}

impl<T> Drop for Slots<T> {
    fn drop(&mut self) {
        // SAFETY: allocated with this layout, and nobody keeps what `at` returned.
        unsafe { alloc::dealloc(self.memory.as_ptr(), Self::layout(self.count())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // SAFETY: zeros are valid integers.
    unsafe impl Zero for [u64; 4] {}

    #[test]
    fn slots_keep_their_contents_when_they_become_more() {
        let mut slots = Slots::<[u64; 4]>::new();
        let slot = |slots: &Slots<[u64; 4]>, number: usize| {
            let place = slots.place((number << KIND_BITS) as u64);
            // SAFETY: the place belongs to these slots.
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
