//! Copies of memory that belongs to a handle, in pages that fault when an extension misuses them.
//!
//! A copy is read-only, and its last byte lies before a guard page. When the handle is closed, the whole copy becomes
//! inaccessible. Its data are dropped when the handle's slot is reused, or when closed copies hold more than `max`
//! bytes. Its addresses stay inaccessible.

use std::ffi::c_char;
use std::slice;

use hpy_abi::HPy;
use hpy_platform::fence::Fence;
use smallvec::SmallVec;

use crate::buffers::arena::{Arena, Block};
use crate::buffers::by_number::ByNumber;
use crate::buffers::region::Closer;
use crate::handles::table::slot_of;
use crate::reports::report::Function;

/// The default of `_debug.get_protected_raw_data_max_size()`: 10 MiB.
const MAX: usize = 10 << 20;

/// A guarded copy.
struct Copy {
    block: Block,
    source: *const c_char,
    len: usize,
}

/// All guarded copies, by the slot of their handle.
pub(crate) struct Buffers {
    of_slot: ByNumber<SmallVec<[Copy; 1]>>,
    /// Made for the first copy; the inner `None` means that there was no room.
    arena: Option<Option<Arena>>,
    /// Bytes of closed copies.
    closed: usize,
    /// The ways to make copies inaccessible, best first.
    pub(crate) fences: &'static [Fence],
    /// The most bytes of closed copies to hold.
    pub(crate) max: usize,
}

impl Buffers {
    pub(crate) fn new() -> Self {
        Self {
            of_slot: ByNumber::default(),
            arena: None,
            closed: 0,
            fences: Fence::ALL,
            max: MAX,
        }
    }

    /// Returns a guarded copy of memory that belongs to the handle `owner`. The same memory gives the same copy.
    /// Where there is no memory for a copy, returns `source` itself.
    ///
    /// # Safety
    /// `source` is readable for `len` bytes.
    pub(crate) unsafe fn guard(
        &mut self,
        owner: HPy,
        source: *const c_char,
        len: usize,
        function: &'static Function,
    ) -> *const c_char {
        let Some(arena) = self.arena.get_or_insert_with(|| Arena::new(self.fences)) else {
            return source;
        };
        let copies = self.of_slot.entry(slot_of(owner._i)).or_default();
        // SAFETY: by contract `source` is readable for `len` bytes, and so is an open copy.
        let bytes = |start| unsafe { slice::from_raw_parts(start, len) };
        let same = copies.iter().find(|copy| {
            copy.source == source
                && copy.len == len
                && bytes(arena.data(copy.block)) == bytes(source)
        });
        if let Some(copy) = same {
            return arena.data(copy.block);
        }
        // SAFETY: passed on.
        match unsafe { arena.copy(source, len, function, owner) } {
            Some(block) => {
                copies.push(Copy { block, source, len });
                arena.data(block)
            }
            None => source,
        }
    }

    /// Closes the copies of `slot`, whose handle was closed by `closer`. Returns whether their data are still held.
    pub(crate) fn close(&mut self, slot: u32, closer: Closer) -> bool {
        let size = self.size(slot).unwrap_or(0);
        if self.closed + size > self.max {
            self.release(slot, Some(closer));
            return false;
        }
        self.closed += size;
        if let Some(Some(arena)) = &mut self.arena {
            for copy in self.of_slot.get(&slot).into_iter().flatten() {
                arena.close(copy.block, closer);
            }
        }
        true
    }

    /// Drops the copies of a closed handle.
    pub(crate) fn discard(&mut self, slot: u32) {
        self.closed -= self.size(slot).unwrap_or(0);
        self.release(slot, None);
    }

    fn release(&mut self, slot: u32, closer: Option<Closer>) {
        let copies = self.of_slot.remove(&slot).unwrap_or_default();
        if let Some(Some(arena)) = &mut self.arena {
            for copy in copies {
                arena.release(copy.block, closer);
            }
        }
    }

    /// Bytes in the copies of `slot`, terminators included; `None` where it has none.
    pub(crate) fn size(&self, slot: u32) -> Option<usize> {
        let copies = self.of_slot.get(&slot)?;
        Some(copies.iter().map(|copy| copy.len).sum())
    }
}

/// For tests: a process has only one arena in which faults are looked up.
#[cfg(test)]
pub(crate) fn alone() -> std::sync::MutexGuard<'static, ()> {
    static LOCK: std::sync::Mutex<()> = std::sync::Mutex::new(());
    LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buffers::region::{Found, Place, Record, State, lookup};

    fn by(name: &'static str) -> Closer {
        Closer { name, stack: None }
    }

    static F: Function = Function {
        name: "f",
        args: &[],
        nullable: &[],
        index: 0,
        can_fail: true,
    };

    fn block(address: usize) -> Place {
        match lookup(address) {
            Some(Found::Block(place)) => place,
            Some(Found::Forgotten(_)) => panic!("forgotten"),
            None => panic!("no address of the region"),
        }
    }

    fn owner(slot: isize) -> HPy {
        HPy { _i: slot << 4 | 1 }
    }

    /// Opens and closes `count` small buffers; returns the first.
    fn open_and_close(buffers: &mut Buffers, count: usize) -> *const c_char {
        let copies = (0..count).map(|_| {
            // SAFETY: the text is readable.
            let copy = unsafe { buffers.guard(owner(1), c"hello".as_ptr(), 6, &F) };
            buffers.close(1, by("g"));
            copy
        });
        copies.fold(
            std::ptr::null(),
            |first, copy| if first.is_null() { copy } else { first },
        )
    }

    #[test]
    fn what_a_copy_was_is_known_after_a_hundred_thousand_others() {
        let _alone = alone();
        for fences in [Fence::ALL, &[Fence::Protection]] {
            let mut buffers = Buffers::new();
            (buffers.max, buffers.fences) = (0, fences);
            let first = open_and_close(&mut buffers, 100_000);
            let Record {
                owner: h,
                state,
                closer,
                ..
            } = block(first.addr()).record;
            let closer = closer.map(|closer| closer.name);
            assert_eq!((h, state, closer), (owner(1), State::Gone, Some("g")));
        }
    }

    #[test]
    fn the_function_is_known_for_ever() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        buffers.max = 0;
        let first = open_and_close(&mut buffers, 140_000);
        let found = lookup(first.addr());
        assert!(matches!(found, Some(Found::Forgotten(Some(function))) if function.name == "f"));
    }

    #[test]
    fn memory_of_what_is_gone_is_given_up_though_a_neighbour_is_open() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        buffers.max = 0;
        let large = vec![b'x' as c_char; 100_000];
        let resident = || {
            let statm = std::fs::read_to_string("/proc/self/statm").expect("Linux");
            let shared = statm.split(' ').nth(2).expect("three numbers");
            shared.parse::<usize>().expect("pages")
        };
        let before = resident();
        for slot in 2..102 {
            // SAFETY: the text and the vector are readable.
            unsafe { buffers.guard(owner(slot), c"hello".as_ptr(), 6, &F) };
            for _ in 0..19 {
                // SAFETY: as above.
                unsafe { buffers.guard(owner(1), large.as_ptr(), large.len(), &F) };
                buffers.close(1, by("g"));
            }
        }
        // 190 MB were written in all, and up to 32 MB in the last chunks.
        assert!((resident() - before) * 4096 < 80 << 20);
    }

    #[test]
    fn the_same_memory_is_copied_once_until_it_changes() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        let mut source = *b"hello\0";
        let at = source.as_mut_ptr().cast::<c_char>();
        // SAFETY: the array is readable throughout.
        unsafe {
            let first = buffers.guard(owner(1), at, 6, &F);
            assert_eq!(buffers.guard(owner(1), at, 6, &F), first);
            *at = b'j' as c_char;
            assert_ne!(buffers.guard(owner(1), at, 6, &F), first);
        }
        assert_eq!(buffers.size(1), Some(12));
    }

    #[test]
    fn addresses_are_not_used_again() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        buffers.max = 0;
        let source = vec![b'x' as c_char; 10_000];
        let mut seen = std::collections::HashSet::new();
        for _ in 0..1_000 {
            // SAFETY: a vector is readable.
            assert!(seen.insert(unsafe { buffers.guard(owner(1), source.as_ptr(), 10_000, &F) }));
            buffers.close(1, by("g"));
        }
    }

    #[test]
    fn a_fork_takes_no_copy_from_either_process() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        buffers.max = 0;
        let mut pipe = [0; 2];
        // SAFETY: the arrays are readable; the child only reads and ends.
        unsafe {
            let hello = buffers.guard(owner(1), c"hello".as_ptr(), 6, &F);
            assert_eq!(libc::pipe(pipe.as_mut_ptr()), 0);
            let child = libc::fork();
            if child == 0 {
                libc::read(pipe[0], pipe.as_mut_ptr().cast(), 1);
                libc::_exit(i32::from(libc::strcmp(hello, c"hello".as_ptr()) != 0));
            }
            for slot in 2..2_000 {
                let world = buffers.guard(owner(slot), c"world".as_ptr(), 6, &F);
                assert_eq!(libc::strcmp(world, c"world".as_ptr()), 0);
            }
            for slot in 1..2_000 {
                buffers.close(slot, by("g"));
            }
            libc::write(pipe[1], pipe.as_ptr().cast(), 1);
            let mut status = 0;
            assert_eq!(libc::waitpid(child, &raw mut status, 0), child);
            assert_eq!(status, 0);
            libc::close(pipe[0]);
            libc::close(pipe[1]);
        }
    }

    #[test]
    fn the_record_of_a_closed_copy_says_what_it_was() {
        let _alone = alone();
        let mut buffers = Buffers::new();
        let source = *b"hello\0";
        // SAFETY: the array is readable.
        let copy = unsafe { buffers.guard(owner(1), source.as_ptr().cast(), 6, &F) };
        buffers.close(1, by("g"));
        let place = block(copy.addr() + 3);
        assert_eq!(place.record.state, State::Closed);
        assert_eq!(
            (
                place.record.function.map(|f| f.name),
                place.record.closer.map(|closer| closer.name)
            ),
            (Some("f"), Some("g"))
        );
        assert_eq!((place.data, place.record.len), (copy.addr(), 6));
    }
}
