//! A stack and an allocator for the report of a fault. The stack of the fault may have only a few kilobytes, and the
//! fault may have interrupted the allocator of the C library. So neither is used.
//!
//! One thread at a time uses them. A forked child may use them at once: the threads of its parent are gone.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use crate::{pages, thread};

/// Bytes of the stack. Symbols and line numbers need a large one.
const STACK: usize = 2 << 20;
/// Bytes of the signal stack, for a fault within the report.
const SIGNAL_STACK: usize = 64 << 10;
/// Bytes of memory to reserve; the first that succeeds. It is never freed.
const MEMORY: [usize; 4] = [1 << 30, 128 << 20, 16 << 20, 2 << 20];

/// The lowest page, which is the guard page of the signal stack; 0 before `prepare`. Both guard pages are made when the
/// stacks are used: to make them takes most of the time of `prepare`.
static PLACE: AtomicUsize = AtomicUsize::new(0);
/// Process and thread of the user, as one number; 0 for none.
static USER: AtomicU64 = AtomicU64::new(0);

/// Reserves the stack; call it before a fault can happen.
pub(crate) fn prepare() {
    if PLACE.load(Ordering::Relaxed) != 0 || cfg!(miri) {
        return;
    }
    if let Some(place) = pages::zeros(size()) {
        PLACE.store(place.as_ptr().expose_provenance(), Ordering::Release);
    }
}

/// Whether this thread runs on the emergency stack.
#[inline]
pub fn is_here() -> bool {
    USER.load(Ordering::Relaxed) != 0 && is_on_stack()
}

/// Compares addresses, because asking for the thread's number takes longer.
#[cold]
fn is_on_stack() -> bool {
    let place = PLACE.load(Ordering::Relaxed);
    if place == 0 {
        return USER.load(Ordering::Relaxed) == me();
    }
    let here = (&raw const place).addr();
    (place..place + size()).contains(&here)
}

/// Bytes of both stacks, with a guard page below each.
fn size() -> usize {
    STACK + SIGNAL_STACK + 2 * pages::size()
}

/// The number of this process.
pub(crate) fn process() -> i32 {
    // SAFETY: a plain system call.
    unsafe { libc::getpid() }
}

/// The number of this thread, below that of its process.
pub(crate) fn me() -> u64 {
    u64::from(process().cast_unsigned()) << 32 | u64::from(thread::number().cast_unsigned())
}

/// Runs `f` on the emergency stack, after waiting for any other thread that uses it. Calls must not be nested.
pub(crate) fn run<T>(f: impl FnOnce() -> T) -> T {
    enter();
    let mut job = (Some(f), None);
    // SAFETY: the stack is this thread's until it leaves, and `job` outlives the call.
    unsafe { call_with_stack(&mut job) };
    leave();
    match job.1 {
        Some(result) => result,
        // Unreachable: `f` was called, or the process has ended.
        None => std::process::abort(),
    }
}

fn enter() {
    let me = me();
    loop {
        let other = USER.load(Ordering::Relaxed);
        let is_free = other == 0 || other >> 32 != me >> 32;
        let (taken, failed) = (Ordering::Acquire, Ordering::Relaxed);
        if is_free && USER.compare_exchange(other, me, taken, failed).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn leave() {
    USER.store(0, Ordering::Release);
}

type Job<F, T> = (Option<F>, Option<T>);

/// # Safety
/// This thread has entered.
unsafe fn call_with_stack<F: FnOnce() -> T, T>(job: &mut Job<F, T>) {
    extern "C" fn work<F: FnOnce() -> T, T>(job: *mut ()) {
        // SAFETY: `call_with_stack` passes its argument.
        let job = unsafe { &mut *job.cast::<Job<F, T>>() };
        job.1 = job.0.take().map(|f| f());
    }

    let job = ptr::from_mut(job).cast();
    let place = PLACE.load(Ordering::Acquire);
    if place == 0 {
        return work::<F, T>(job);
    }
    let guard = pages::size();
    for page in [place, place + guard + SIGNAL_STACK] {
        // SAFETY: nothing is on this page of the stacks.
        unsafe {
            libc::mprotect(
                ptr::with_exposed_provenance_mut(page),
                guard,
                libc::PROT_NONE,
            )
        };
    }
    let other = libc::stack_t {
        ss_sp: ptr::with_exposed_provenance_mut(place + guard),
        ss_flags: 0,
        ss_size: SIGNAL_STACK,
    };
    let mut before = MaybeUninit::<libc::stack_t>::uninit();
    let top = place + size();
    // Frames of a handler may be on this thread's signal stack, so a second handler must not overwrite them.
    extern "C" fn on_other<F: FnOnce() -> T, T>(both: *mut ()) {
        // SAFETY: what is passed below.
        let (job, other, before) =
            unsafe { *both.cast::<(*mut (), *const libc::stack_t, *mut libc::stack_t)>() };
        // SAFETY: this runs on neither of the two stacks, and the places are of the right type.
        unsafe {
            libc::sigaltstack(other, before);
            work::<F, T>(job);
            libc::sigaltstack(before, ptr::null_mut());
        }
    }
    let mut both = (job, &raw const other, before.as_mut_ptr());
    // SAFETY: the stack is this thread's, by contract.
    unsafe { switch(top, on_other::<F, T>, (&raw mut both).cast()) };
}

/// Calls `f` on the stack that ends at `top`. Debuggers and unwinders can walk through this frame.
///
/// # Safety
/// Nobody uses that stack.
#[cfg(target_arch = "x86_64")]
#[unsafe(naked)]
unsafe extern "C" fn switch(top: usize, f: extern "C" fn(*mut ()), argument: *mut ()) {
    core::arch::naked_asm!(
        ".cfi_startproc",
        "push rbp",
        ".cfi_def_cfa_offset 16",
        ".cfi_offset rbp, -16",
        "mov rbp, rsp",
        ".cfi_def_cfa_register rbp",
        "mov rsp, rdi",
        "mov rdi, rdx",
        "call rsi",
        "mov rsp, rbp",
        "pop rbp",
        ".cfi_def_cfa rsp, 8",
        "ret",
        ".cfi_endproc",
    )
}

/// The same.
///
/// # Safety
/// Nobody uses that stack.
#[cfg(target_arch = "aarch64")]
#[unsafe(naked)]
unsafe extern "C" fn switch(top: usize, f: extern "C" fn(*mut ()), argument: *mut ()) {
    core::arch::naked_asm!(
        ".cfi_startproc",
        "stp x29, x30, [sp, #-16]!",
        ".cfi_def_cfa_offset 16",
        ".cfi_offset x29, -16",
        ".cfi_offset x30, -8",
        "mov x29, sp",
        ".cfi_def_cfa_register x29",
        "mov sp, x0",
        "mov x0, x2",
        "blr x1",
        "mov sp, x29",
        ".cfi_def_cfa_register sp",
        "ldp x29, x30, [sp], #16",
        ".cfi_def_cfa_offset 0",
        "ret",
        ".cfi_endproc",
    )
}

/// The allocator of this library: the C library's, except on the emergency stack.
struct Memory {
    /// The rest of the reserved memory, as start and end.
    rest: UnsafeCell<(usize, usize)>,
}

// SAFETY: only the thread on the emergency stack uses `rest`.
unsafe impl Sync for Memory {}

#[global_allocator]
static MEMORY_OF_ALL: Memory = Memory {
    rest: UnsafeCell::new((0, 0)),
};

/// The reserved addresses. The start is stored last, and is above the end until then, so no address is inside too
/// early.
static FIRST: AtomicUsize = AtomicUsize::new(usize::MAX);
static END: AtomicUsize = AtomicUsize::new(0);

impl Memory {
    /// Whether this memory was allocated on the emergency stack.
    #[inline]
    fn is_ours(place: *mut u8) -> bool {
        let place = place.addr();
        place >= FIRST.load(Ordering::Relaxed) && place < END.load(Ordering::Relaxed)
    }

    #[cold]
    fn take(&self, layout: Layout) -> *mut u8 {
        // SAFETY: one thread runs here, and this function calls nothing that allocates.
        let rest = unsafe { &mut *self.rest.get() };
        if rest.1 == 0
            && let Some((place, size)) =
                (MEMORY.iter()).find_map(|size| Some((pages::zeros(*size)?, *size)))
        {
            let first = place.as_ptr().expose_provenance();
            *rest = (first, first + size);
            END.store(first + size, Ordering::Relaxed);
            FIRST.store(first, Ordering::Relaxed);
        }
        let place = rest.0.next_multiple_of(layout.align());
        match place.checked_add(layout.size()) {
            Some(end) if end <= rest.1 => {
                rest.0 = end;
                ptr::with_exposed_provenance_mut(place)
            }
            _ => ptr::null_mut(),
        }
    }
}

// SAFETY: the C library's allocator is one; what `take` returns is fresh, of the layout, and never given back.
unsafe impl GlobalAlloc for Memory {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match is_here() {
            true => self.take(layout),
            // SAFETY: the caller's contract.
            false => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match is_here() {
            // Fresh memory is full of zeros.
            true => self.take(layout),
            // SAFETY: the caller's contract.
            false => unsafe { System.alloc_zeroed(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        if !Self::is_ours(place) && !is_here() {
            // SAFETY: the caller's contract; it came from there.
            unsafe { System.dealloc(place, layout) }
        }
    }

    #[inline]
    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !Self::is_ours(place) && !is_here() {
            // SAFETY: the caller's contract; it came from there.
            return unsafe { System.realloc(place, layout, size) };
        }
        // SAFETY: the caller's contract, and the two do not overlap.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                ptr::copy_nonoverlapping(place, new, size.min(layout.size()));
            }
            new
        }
    }
}
