//! Walks this thread's stack quickly: `framehop` caches how each place is unwound.

use std::cell::Cell;
use std::mem::MaybeUninit;
use std::ops::Range;
use std::slice;

use framehop::{
    CacheNative, ExplicitModuleSectionInfo, MayAllocateDuringUnwind, Module, Unwinder,
    UnwinderNative,
};

use crate::library::{each_loaded, is_loaded};
use crate::registers;

/// Whether frame pointers lead from frame to frame, rather than the unwind tables of libraries. Compilers for aarch64 keep
/// them. `framehop` cannot read the tables of functions that sign their return addresses.
const HAS_FRAME_POINTERS: bool = cfg!(target_arch = "aarch64");

type Libraries = UnwinderNative<&'static [u8], MayAllocateDuringUnwind>;

/// The loaded libraries, and the cache of unwind rules.
pub struct Walker {
    unwinder: Libraries,
    cache: Box<CacheNative<MayAllocateDuringUnwind>>,
    /// The loader's counts when the libraries were listed last.
    changes: (u64, u64),
}

impl Default for Walker {
    fn default() -> Self {
        Self {
            unwinder: Libraries::new(),
            cache: Box::default(),
            changes: (0, 0),
        }
    }
}

impl Walker {
    /// Appends up to `max` return addresses of the current stack, innermost first.
    #[inline(never)]
    pub fn walk(&mut self, frames: &mut Vec<usize>, max: usize) {
        self.walk_fast(frames, max);
        if frames.is_empty() {
            walk_slow(frames, max);
        }
    }

    /// Appends none on a stack that the thread was not started with.
    #[inline(always)]
    fn walk_fast(&mut self, frames: &mut Vec<usize>, max: usize) {
        let (instruction, registers) = registers::here();
        let stack = registers.sp()..own_stack_end();
        if stack.is_empty() {
            return;
        }
        if !HAS_FRAME_POINTERS && changes() != self.changes {
            self.look_at_libraries();
        }
        let mut read = |address: u64| {
            if !stack.contains(&address) || !address.is_multiple_of(8) {
                return Err(());
            }
            // SAFETY: the address lies between the stack's top and its end.
            Ok(unsafe { *(address as *const u64) })
        };
        let mut walk =
            self.unwinder
                .iter_frames(instruction, registers, &mut *self.cache, &mut read);
        while frames.len() < max
            && let Ok(Some(frame)) = walk.next()
        {
            frames.push(frame.address() as usize);
        }
    }

    #[cold]
    fn look_at_libraries(&mut self) {
        self.unwinder = Libraries::new();
        each_loaded(|library, headers| {
            self.changes = (library.dlpi_adds, library.dlpi_subs);
            if let Some(module) = module(library.dlpi_addr, headers) {
                self.unwinder.add_module(module);
            }
            true
        });
    }
}

/// Appends the same by the unwinder of the C compiler, which is slow.
#[inline(always)]
pub fn walk_slow(frames: &mut Vec<usize>, max: usize) {
    backtrace::trace(|frame| {
        frames.push(frame.ip().addr());
        frames.len() < max
    });
}

/// The unwind tables of a library; `None` if it has none.
fn module(base: u64, headers: &[libc::Elf64_Phdr]) -> Option<Module<&'static [u8]>> {
    let range = |header: &libc::Elf64_Phdr| header.p_vaddr..header.p_vaddr + header.p_memsz;
    let segments = || headers.iter().filter(|header| is_loaded(header)).map(range);
    let index = headers
        .iter()
        .find(|header| header.p_type == libc::PT_GNU_EH_FRAME)
        .map(range)?;
    let start = segments().map(|segment| segment.start).min()?;
    let end = segments().map(|segment| segment.end).max()?;
    // SAFETY: the range is part of a loaded segment. After the library is unloaded, it is not used any more.
    let bytes = |range: &Range<u64>| unsafe {
        let len = (range.end - range.start) as usize;
        slice::from_raw_parts((base + range.start) as *const u8, len)
    };
    let frames_start = frames_start(bytes(&index), index.start)?;
    let segment = segments().find(|segment| segment.contains(&frames_start))?;
    let frames = frames_start..segment.end;
    let sections = ExplicitModuleSectionInfo {
        base_svma: 0,
        eh_frame_hdr: Some(bytes(&index)),
        eh_frame_hdr_svma: Some(index),
        eh_frame: Some(bytes(&frames)),
        eh_frame_svma: Some(frames),
        ..Default::default()
    };
    Some(Module::new(
        String::new(),
        base + start..base + end,
        base,
        sections,
    ))
}

/// Where `.eh_frame` starts, read from its index in the only encoding that linkers use: relative, four bytes.
fn frames_start(index: &[u8], at: u64) -> Option<u64> {
    const RELATIVE: u8 = 0x1b;
    let (head, rest) = index.split_first_chunk::<4>()?;
    let distance = i32::from_le_bytes(*rest.first_chunk()?);
    (head[1] == RELATIVE).then(|| (at + 4).wrapping_add_signed(distance.into()))
}

/// How many libraries have been loaded and unloaded so far.
fn changes() -> (u64, u64) {
    let mut changes = (0, 0);
    each_loaded(|library, _| {
        changes = (library.dlpi_adds, library.dlpi_subs);
        false
    });
    changes
}

/// The end of the stack that this thread was started with; 0 when it runs on another one.
fn own_stack_end() -> u64 {
    thread_local! {
        static STACK: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
    }
    let mut stack = STACK.get();
    if stack.1 == 0 {
        stack = find_stack().unwrap_or((0, 1));
        STACK.set(stack);
    }
    let here = (&raw const stack).addr();
    match (stack.0..stack.1).contains(&here) {
        true => stack.1 as u64,
        false => 0,
    }
}

fn find_stack() -> Option<(usize, usize)> {
    let mut attributes = MaybeUninit::<libc::pthread_attr_t>::uninit();
    let (mut start, mut size) = (std::ptr::null_mut(), 0);
    // SAFETY: the functions fill in their arguments, and return whether they did.
    unsafe {
        if libc::pthread_getattr_np(libc::pthread_self(), attributes.as_mut_ptr()) != 0 {
            return None;
        }
        let found = libc::pthread_attr_getstack(attributes.as_ptr(), &raw mut start, &raw mut size);
        libc::pthread_attr_destroy(attributes.as_mut_ptr());
        (found == 0).then(|| (start.addr(), start.addr() + size))
    }
}
