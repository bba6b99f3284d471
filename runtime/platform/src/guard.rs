//! Calls an extension's functions and lets no C++ exception out. The exception is stopped where it is thrown, before
//! any frame is unwound: the interpreter's frames must not be.
//!
//! The end of a thread passes. Before 3.14, CPython ends a thread that comes back too late with `pthread_exit`, which
//! unwinds its stack. That needs frames without landing pads. So released builds have `panic = "abort"`, and no
//! function is declared `extern "C-unwind"`, because Rust ends the process where such a function unwinds.

use std::ffi::{CStr, c_int, c_void};
use std::process::abort;
use std::sync::OnceLock;

use crate::library::{self, Library};

/// Evaluates an expression that calls functions of an extension. No exception leaves the function that contains this
/// macro, because the unwinder finds our personality function for its frame. Calls that do not throw cost nothing.
#[macro_export]
macro_rules! guarded {
    ($call:expr) => {{
        // SAFETY: emits no instruction. It names our personality function for this frame, by a relative pointer to
        // its address.
        #[cfg(not(miri))]
        unsafe {
            ::core::arch::asm!(
                ".cfi_personality 0x9b, hpy_guard_personality",
                options(nomem, nostack, preserves_flags)
            );
        }
        let result = $call;
        // SAFETY: emits no instruction. It keeps the call from being a tail call, so that this frame exists during
        // the call.
        #[cfg(not(miri))]
        unsafe {
            ::core::arch::asm!("", options(nomem, nostack, preserves_flags));
        }
        result
    }};
}

pub use guarded;

core::arch::global_asm!(
    ".pushsection .data.rel.ro.hpy_guard,\"aw\",@progbits",
    ".balign 8",
    ".globl hpy_guard_personality",
    ".hidden hpy_guard_personality",
    "hpy_guard_personality: .quad {personality}",
    ".popsection",
    personality = sym personality,
);

/// Called with an address in the extension's function that throws.
static ON_EXCEPTION: OnceLock<fn(usize)> = OnceLock::new();

/// Sets the function that is called before an exception ends the process, with an address in the extension's function
/// that throws.
pub fn on_exception(listener: fn(usize)) {
    let _ = ON_EXCEPTION.set(listener);
}

/// The header of every exception in the Itanium C++ ABI.
#[repr(C)]
struct Exception {
    class: u64,
    cleanup: *const c_void,
}

const SEARCH_PHASE: c_int = 1;
const NO_REASON: c_int = 0;
const END_OF_STACK: c_int = 5;
const CONTINUE_UNWIND: c_int = 8;

unsafe extern "C" {
    fn _Unwind_GetCFA(frame: *mut c_void) -> usize;
    fn _Unwind_GetIP(frame: *mut c_void) -> usize;
    fn _Unwind_Backtrace(
        visit: unsafe extern "C" fn(*mut c_void, *mut c_void) -> c_int,
        argument: *mut c_void,
    ) -> c_int;
}

/// The personality function of guarded frames.
unsafe extern "C" fn personality(
    _version: c_int,
    actions: c_int,
    _class: u64,
    exception: *mut Exception,
    frame: *mut c_void,
) -> c_int {
    // `pthread_exit` has no search phase.
    if actions & SEARCH_PHASE == 0 {
        return CONTINUE_UNWIND;
    }
    if let Some(listener) = ON_EXCEPTION.get() {
        // SAFETY: the unwinder's frame.
        listener(unsafe { called_by(frame) });
    }
    // SAFETY: the unwinder passes a valid exception.
    unsafe { end_with_its_message(exception) };
    abort()
}

/// An address in the extension's outermost function called from this frame; 0 for none.
unsafe fn called_by(frame: *mut c_void) -> usize {
    struct Search {
        own: Option<usize>,
        top: usize,
        found: usize,
    }

    unsafe extern "C" fn visit(frame: *mut c_void, search: *mut c_void) -> c_int {
        // SAFETY: the unwinder's frame, and what is passed below.
        unsafe {
            let search = &mut *search.cast::<Search>();
            if _Unwind_GetCFA(frame) == search.top {
                return END_OF_STACK;
            }
            // For a return address, the byte before it belongs to the call.
            let address = _Unwind_GetIP(frame) - 1;
            if library::base_of(address) != search.own {
                search.found = address;
            }
            NO_REASON
        }
    }

    let mut search = Search {
        own: library::base_of(personality as *const () as usize),
        // SAFETY: by contract.
        top: unsafe { _Unwind_GetCFA(frame) },
        found: 0,
    };
    // SAFETY: `visit` expects this argument.
    unsafe { _Unwind_Backtrace(visit, (&raw mut search).cast()) };
    search.found
}

/// Lets the C++ library end the process with its own message about the exception. Returns where the library is not
/// found or does not know the exception.
unsafe fn end_with_its_message(exception: *mut Exception) {
    // SAFETY: the exception is alive. Both functions have these types, and belong to the C++ library that made the
    // exception.
    unsafe {
        let [.., b'C', b'+', b'+', _] = (*exception).class.to_be_bytes() else {
            return;
        };
        let Some(library) = Library::of((*exception).cleanup.addr()) else {
            return;
        };
        let symbol = |name: &CStr| library.symbol(name).ok();
        let (Some(begin), Some(terminate)) =
            (symbol(c"__cxa_begin_catch"), symbol(c"_ZSt9terminatev"))
        else {
            return;
        };
        let begin: extern "C" fn(*mut Exception) -> *mut c_void = std::mem::transmute(begin);
        let terminate: extern "C" fn() -> ! = std::mem::transmute(terminate);
        begin(exception);
        terminate()
    }
}
