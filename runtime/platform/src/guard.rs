//! Calls of an extension's functions that no exception leaves. What would leave one is stopped where it is thrown, before
//! any frame is gone: the interpreter's must not be unwound.
//!
//! The end of a thread passes: CPython before 3.14 has a thread that comes back too late call `pthread_exit`, which unwinds
//! it. That needs frames without landing pads: released builds have `panic = "abort"`, and nothing is called that Rust
//! takes for a function that unwinds (`extern "C-unwind"`), because it would end the process where one does.

use std::ffi::{CStr, c_int, c_void};
use std::process::abort;
use std::sync::OnceLock;

use crate::library::{self, Library};

/// Evaluates an expression that calls functions of an extension. No exception leaves the function that this is written
/// in: the unwinder finds our personality function with its frame. A call costs nothing more.
#[macro_export]
macro_rules! guarded {
    ($call:expr) => {{
        // SAFETY: no instruction. It says which function is asked about exceptions that come by, by the address of its
        // address, relative to this place.
        #[cfg(not(miri))]
        unsafe {
            ::core::arch::asm!(
                ".cfi_personality 0x9b, hpy_guard_personality",
                options(nomem, nostack, preserves_flags)
            );
        }
        let result = $call;
        // SAFETY: no instruction. The frame has to be there until here: the call is not the last that is done.
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

/// What is called with an address in an extension's function that an exception is about to leave; it says so.
static HERALD: OnceLock<fn(usize)> = OnceLock::new();

/// Has `herald` called with an address in a function that an exception is about to leave, before the process ends.
pub fn on_exception(herald: fn(usize)) {
    let _ = HERALD.set(herald);
}

/// What every exception begins with: the Itanium C++ ABI.
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

/// What the unwinder asks about the frame of a guarded call.
unsafe extern "C" fn personality(
    _version: c_int,
    actions: c_int,
    _class: u64,
    exception: *mut Exception,
    frame: *mut c_void,
) -> c_int {
    // The end of a thread has no such phase.
    if actions & SEARCH_PHASE == 0 {
        return CONTINUE_UNWIND;
    }
    if let Some(herald) = HERALD.get() {
        // SAFETY: the unwinder's frame.
        herald(unsafe { called_by(frame) });
    }
    // SAFETY: what the unwinder calls this with.
    unsafe { end_with_its_message(exception) };
    abort()
}

/// An address in the outermost function of an extension that the function of this frame has called; 0 where there is none.
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
            // A return address: the byte before belongs to the call.
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
    // SAFETY: `visit` takes this argument.
    unsafe { _Unwind_Backtrace(visit, (&raw mut search).cast()) };
    search.found
}

/// Has the C++ library end the process, which says what was thrown. Returns where it is not found, or does not know the
/// exception.
unsafe fn end_with_its_message(exception: *mut Exception) {
    // SAFETY: the exception was thrown just now. Both are functions of the C++ library, of these types; it is the one
    // that made the exception.
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
