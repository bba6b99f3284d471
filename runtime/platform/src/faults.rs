//! Being the first to see a fault. The process then dies of it as it would have: handlers that were installed before
//! or after get their turn.

use std::cell::Cell;
use std::ffi::{c_int, c_void};
use std::mem::{MaybeUninit, zeroed};
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

const SIGNALS: [c_int; 2] = [libc::SIGSEGV, libc::SIGBUS];

/// Bytes of the alternate stack. Reports must do with less where faulthandler has put its own in place.
const STACK: usize = 64 << 10;

/// A fault, as the system tells of it.
pub struct Fault {
    /// What was accessed.
    pub address: usize,
    /// The instruction that did.
    pub instruction: usize,
}

/// Says whether a fault was meant for us, and what it means.
static CLAIM: OnceLock<fn(&Fault) -> bool> = OnceLock::new();

/// What handled the signals before us.
static mut PREVIOUS: [MaybeUninit<libc::sigaction>; 2] = [MaybeUninit::uninit(); 2];

/// Set once a fault has been claimed: nothing but dying is left.
static DYING: AtomicBool = AtomicBool::new(false);

/// Has `claim` asked about faults before anybody else. It runs within the signal handler of the thread that faulted,
/// on a small stack, and says whether it knows the fault: then the process dies. Every call makes sure that nobody
/// has come in front; calls must not overlap, and pass the same function.
pub fn watch(claim: fn(&Fault) -> bool) {
    CLAIM.get_or_init(|| claim);
    alternate_stack();
    for (index, signal) in SIGNALS.into_iter().enumerate() {
        // SAFETY: `sigaction` is called with places of the right type; our handler has the type that
        // SA_SIGINFO demands. `PREVIOUS` is only written here, where calls do not overlap, and before the
        // handler that reads it is installed.
        unsafe {
            let mut current: libc::sigaction = zeroed();
            libc::sigaction(signal, ptr::null(), &raw mut current);
            if current.sa_sigaction == on_fault as *const () as usize {
                continue;
            }
            let previous = &raw mut PREVIOUS;
            (*previous)[index] = MaybeUninit::new(current);
            let mut ours: libc::sigaction = zeroed();
            ours.sa_sigaction = on_fault as *const () as usize;
            ours.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_NODEFER;
            libc::sigaction(signal, &raw const ours, ptr::null_mut());
        }
    }
}

unsafe extern "C" fn on_fault(signal: c_int, info: *mut libc::siginfo_t, context: *mut c_void) {
    if DYING.load(Ordering::Relaxed) {
        return die(signal);
    }
    // SAFETY: the kernel passes valid information and context to a handler with SA_SIGINFO; positive codes are
    // faults, which have an address.
    let fault = unsafe {
        Fault {
            address: match (*info).si_code {
                1.. => (*info).si_addr().addr(),
                _ => 0,
            },
            instruction: instruction(&*context.cast()),
        }
    };
    let is_claimed = CLAIM.get().is_some_and(|claim| claim(&fault));
    DYING.fetch_or(is_claimed, Ordering::Relaxed);
    // The handler before us is called, not put in our place: should it return and do nothing about the
    // fault, as one of Python's does, the instruction would fault for ever.
    // SAFETY: the arguments are passed on untouched.
    unsafe { pass_on(signal, info, context) };
    if is_claimed {
        default(signal);
    }
}

/// The address of the instruction that a signal interrupted.
#[cfg(target_arch = "x86_64")]
fn instruction(context: &libc::ucontext_t) -> usize {
    context.uc_mcontext.gregs[libc::REG_RIP as usize] as usize
}

/// The address of the instruction that a signal interrupted.
#[cfg(target_arch = "aarch64")]
fn instruction(context: &libc::ucontext_t) -> usize {
    context.uc_mcontext.pc as usize
}

fn default(signal: c_int) {
    // SAFETY: a plain system call.
    unsafe { libc::signal(signal, libc::SIG_DFL) };
}

fn die(signal: c_int) {
    default(signal);
    // SAFETY: a plain system call; the default action ends the process.
    unsafe { libc::raise(signal) };
}

unsafe fn previous(signal: c_int) -> libc::sigaction {
    let index = usize::from(signal == libc::SIGBUS);
    // SAFETY: the caller's contract: `watch` has written it.
    unsafe {
        (&raw const PREVIOUS)
            .cast::<libc::sigaction>()
            .add(index)
            .read()
    }
}

/// Gives a signal that is not ours to the handler before us.
unsafe fn pass_on(signal: c_int, info: *mut libc::siginfo_t, context: *mut c_void) {
    thread_local! {
        /// Set while a handler before us runs. If it passes the signal on to us, nobody is left.
        static PASSING: Cell<bool> = const { Cell::new(false) };
    }
    // SAFETY: our handler runs, so `PREVIOUS` was written.
    let previous = unsafe { previous(signal) };
    if previous.sa_sigaction == libc::SIG_IGN {
        return;
    }
    if previous.sa_sigaction == libc::SIG_DFL || PASSING.replace(true) {
        // SAFETY: the kernel passed valid information. A fault happens again when its instruction runs again;
        // a signal that somebody sent must be sent again.
        return if unsafe { (*info).si_code > 0 } {
            default(signal)
        } else {
            die(signal)
        };
    }
    // SAFETY: the handler has the type that its flags tell, and gets what the kernel gave us.
    unsafe {
        if previous.sa_flags & libc::SA_SIGINFO != 0 {
            let handler: unsafe extern "C" fn(c_int, *mut libc::siginfo_t, *mut c_void) =
                std::mem::transmute(previous.sa_sigaction);
            handler(signal, info, context);
        } else {
            let handler: unsafe extern "C" fn(c_int) = std::mem::transmute(previous.sa_sigaction);
            handler(signal);
        }
    }
    PASSING.set(false);
}

/// Gives this thread an alternate signal stack unless it has one.
fn alternate_stack() {
    struct AlternateStack(*mut c_void);

    impl Drop for AlternateStack {
        fn drop(&mut self) {
            // SAFETY: the stack was given to this thread, which ends, and mapped by us.
            unsafe {
                let mut none: libc::stack_t = zeroed();
                none.ss_flags = libc::SS_DISABLE;
                libc::sigaltstack(&raw const none, ptr::null_mut());
                libc::munmap(self.0, STACK);
            }
        }
    }

    thread_local! {
        static STACK_OF_THREAD: Cell<Option<AlternateStack>> = const { Cell::new(None) };
        static DONE: Cell<bool> = const { Cell::new(false) };
    }

    if DONE.replace(true) {
        return;
    }
    // SAFETY: plain system calls with places of the right type; the mapping is fresh.
    unsafe {
        let mut current: libc::stack_t = zeroed();
        libc::sigaltstack(ptr::null(), &raw mut current);
        if current.ss_flags & libc::SS_DISABLE == 0 {
            return;
        }
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_STACK;
        let memory = libc::mmap(
            ptr::null_mut(),
            STACK,
            libc::PROT_READ | libc::PROT_WRITE,
            flags,
            -1,
            0,
        );
        if memory == libc::MAP_FAILED {
            return;
        }
        let stack = libc::stack_t {
            ss_sp: memory,
            ss_flags: 0,
            ss_size: STACK,
        };
        if libc::sigaltstack(&raw const stack, ptr::null_mut()) == 0 {
            STACK_OF_THREAD.set(Some(AlternateStack(memory)));
        } else {
            libc::munmap(memory, STACK);
        }
    }
}
