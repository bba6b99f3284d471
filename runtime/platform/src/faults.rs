//! Being the first to see a fault. The process then dies of it as it would have: handlers that were installed before
//! or after get their turn.

use std::cell::{Cell, UnsafeCell};
use std::ffi::{c_int, c_void};
use std::mem::{MaybeUninit, zeroed};
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

use crate::registers;
pub use crate::registers::Access;

const SIGNALS: [c_int; 2] = [libc::SIGSEGV, libc::SIGBUS];

/// Bytes of the alternate stack. Reports must do with less where faulthandler has put its own in place.
const STACK: usize = 64 << 10;

/// Who gets a fault after us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nobody: the process dies of it.
    Nobody,
    /// A handler at this address that may send the signal again while it runs, as handlers do that let the process
    /// die of it afterwards.
    LastWords(usize),
    /// A handler of which nothing is known. It may well mend what is wrong.
    Handler,
}

/// A fault, as the system tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// What was accessed; `None` where the system does not say, as of addresses that no process can have.
    pub address: Option<usize>,
    /// How, where the processor says so.
    pub access: Option<Access>,
    /// The instruction that did.
    pub instruction: usize,
    /// Where its stack was.
    pub stack: usize,
    /// Whether the signal was sent, be it by a handler that was called for a fault.
    pub is_sent: bool,
    /// Who gets it next.
    pub next: Next,
}

/// Says whether a fault was meant for us, and what it means.
static CLAIM: OnceLock<fn(&Fault) -> bool> = OnceLock::new();

/// What handled the signals before us.
static mut PREVIOUS: [MaybeUninit<libc::sigaction>; 2] = [MaybeUninit::uninit(); 2];

/// Set once a fault has been claimed: nothing but dying is left.
static DYING: AtomicBool = AtomicBool::new(false);

/// What the kernel passes to a handler.
#[derive(Clone, Copy)]
struct Signal {
    number: c_int,
    info: *mut libc::siginfo_t,
    context: *mut c_void,
    /// Where the handler's frame is.
    frame: usize,
}

thread_local! {
    /// The signal that `CLAIM` is being asked about.
    static ASKING: Cell<Option<Signal>> = const { Cell::new(None) };
    /// The signal that a handler before us was given; it may have left by a jump.
    static PASSED: Cell<Option<Signal>> = const { Cell::new(None) };
}

/// Has `claim` asked about faults before anybody else. It runs within the signal handler of the thread that faulted,
/// on a small stack, and says whether it knows the fault: then the process dies. Every call makes sure that nobody
/// has come in front; calls must not overlap, and pass the same function.
#[inline(always)]
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

/// What is still to be said of a fault that was claimed, should that go wrong; NULL is nothing.
static LAST_WORDS: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// Ends the process by a fault's signal after so many seconds, for those who claim a fault and have to do what may take
/// for ever; 0 takes that back. `last_words` is called before, within a signal handler, and also where what is being
/// done faults.
pub fn die_after(seconds: u32, last_words: fn()) {
    extern "C" fn on_alarm(_: c_int) {
        say_last_words();
        die(libc::SIGSEGV);
    }

    let last_words = if seconds == 0 {
        ptr::null_mut()
    } else {
        last_words as *mut ()
    };
    LAST_WORDS.store(last_words, Ordering::Relaxed);
    // SAFETY: plain system calls with places of the right type.
    unsafe {
        libc::signal(libc::SIGALRM, on_alarm as *const () as usize);
        let mut signals: libc::sigset_t = zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, libc::SIGALRM);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &raw const signals, ptr::null_mut());
        libc::alarm(seconds);
    }
}

/// Calls what `die_after` was told to, once.
pub fn say_last_words() {
    let last_words = LAST_WORDS.swap(ptr::null_mut(), Ordering::Relaxed);
    if !last_words.is_null() {
        // SAFETY: `die_after` stored a function of this type.
        let last_words: fn() = unsafe { std::mem::transmute(last_words) };
        last_words();
    }
}

unsafe extern "C" fn on_fault(number: c_int, info: *mut libc::siginfo_t, context: *mut c_void) {
    if DYING.load(Ordering::Relaxed) {
        return die(number);
    }
    let signal = Signal {
        number,
        info,
        context,
        frame: (&raw const number).addr(),
    };
    if let Some(first) = ASKING.take() {
        // The question itself has faulted, which would have been the end of the process anyway.
        say_last_words();
        // SAFETY: the handler of the first fault still runs, further out.
        unsafe { pass_on(first) };
        return die(first.number);
    }
    ASKING.set(Some(signal));
    // SAFETY: the kernel passes valid information and context to a handler with SA_SIGINFO.
    let is_claimed = unsafe { ask(signal) };
    ASKING.set(None);
    DYING.fetch_or(is_claimed, Ordering::Relaxed);
    // The handler before us is called, not put in our place: should it return and do nothing about the
    // fault, as one of Python's does, the instruction would fault for ever.
    // SAFETY: as above.
    unsafe { pass_on(signal) };
    if is_claimed {
        default(number);
    }
}

/// Asks whether the fault is claimed.
unsafe fn ask(signal: Signal) -> bool {
    let Some(claim) = CLAIM.get() else {
        return false;
    };
    // SAFETY: what the kernel passed is valid, and nobody else uses it meanwhile.
    unsafe {
        let context = &mut *signal.context.cast::<libc::ucontext_t>();
        let is_sent = signal.is_sent();
        let (address, access) = match is_sent {
            true => (None, None),
            false => {
                let address = ((*signal.info).si_code != libc::SI_KERNEL)
                    .then(|| (*signal.info).si_addr().addr());
                (address, registers::access(context, address))
            }
        };
        let before = registers::place(context);
        let mut fault = Fault {
            address,
            access,
            instruction: before.0,
            stack: before.1,
            is_sent,
            next: next(signal),
        };
        if access == Some(Access::Run) && fault.next != Next::Handler {
            // Where there is no code no stack can be walked: as if the function had returned at once.
            let caller = registers::caller(context);
            registers::set_place(context, caller);
            fault.instruction = caller.0;
        }
        let is_claimed = claim(&fault);
        registers::set_place(context, before);
        is_claimed
    }
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

impl Signal {
    /// Whether somebody sent it; otherwise an instruction faulted.
    ///
    /// # Safety
    /// It is being handled.
    unsafe fn is_sent(self) -> bool {
        // SAFETY: by contract.
        unsafe { (*self.info).si_code <= 0 }
    }

    /// Whether the handler that this thread has passed a signal on to gives it back. Where that was left by a jump, this
    /// one starts no deeper in the stack than it did.
    ///
    /// # Safety
    /// It is being handled.
    unsafe fn is_back(self) -> bool {
        PASSED.get().is_some_and(|passed| {
            // SAFETY: by contract.
            let is_same = passed.context == self.context || unsafe { self.is_sent() };
            is_same && self.frame < passed.frame
        })
    }
}

/// What handled a signal before us.
fn previous(signal: c_int) -> *mut libc::sigaction {
    let index = usize::from(signal == libc::SIGBUS);
    (&raw mut PREVIOUS)
        .cast::<libc::sigaction>()
        .wrapping_add(index)
}

/// Who gets a signal after us.
unsafe fn next(signal: Signal) -> Next {
    // SAFETY: our handler runs, so `watch` has written it.
    let (previous, is_sent, is_back) = unsafe {
        (
            previous(signal.number).read(),
            signal.is_sent(),
            signal.is_back(),
        )
    };
    let kind = libc::SA_SIGINFO | libc::SA_NODEFER;
    match previous.sa_sigaction {
        _ if is_back => Next::Nobody,
        libc::SIG_DFL => Next::Nobody,
        // A fault cannot be ignored.
        libc::SIG_IGN if !is_sent => Next::Nobody,
        libc::SIG_IGN => Next::Handler,
        address if previous.sa_flags & kind == libc::SA_NODEFER => Next::LastWords(address),
        _ => Next::Handler,
    }
}

/// Gives a signal that is not ours to the handler before us.
unsafe fn pass_on(signal: Signal) {
    // SAFETY: our handler runs, so `watch` has written what was before it; the kernel passed valid information.
    let (next, previous, is_sent) = unsafe {
        let previous = previous(signal.number);
        let before = previous.read();
        let next = next(signal);
        if before.sa_flags & libc::SA_RESETHAND != 0 {
            (*previous).sa_sigaction = libc::SIG_DFL;
        }
        (next, before, signal.is_sent())
    };
    if next == Next::Nobody {
        // A fault happens again when its instruction runs again; a signal that somebody sent must be sent again.
        return if is_sent {
            die(signal.number)
        } else {
            default(signal.number)
        };
    }
    if previous.sa_sigaction == libc::SIG_IGN {
        return;
    }
    let outer = PASSED.replace(Some(signal));
    // SAFETY: the handler has the type that its flags tell, and gets what the kernel gave us.
    unsafe {
        if previous.sa_flags & libc::SA_SIGINFO != 0 {
            let handler: unsafe extern "C" fn(c_int, *mut libc::siginfo_t, *mut c_void) =
                std::mem::transmute(previous.sa_sigaction);
            handler(signal.number, signal.info, signal.context);
        } else {
            let handler: unsafe extern "C" fn(c_int) = std::mem::transmute(previous.sa_sigaction);
            handler(signal.number);
        }
    }
    PASSED.set(outer);
}

/// Gives this thread an alternate signal stack unless it has one.
#[inline(always)]
pub fn alternate_stack() {
    /// The first thread's, which needs no system call to make and is never given to another.
    struct First(UnsafeCell<[u8; STACK]>);

    // SAFETY: the kernel alone writes to it, for one thread.
    unsafe impl Sync for First {}

    static FIRST: First = First(UnsafeCell::new([0; STACK]));
    static IS_TAKEN: AtomicBool = AtomicBool::new(false);

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

    if DONE.replace(true) || cfg!(miri) {
        return;
    }
    let mut stack = libc::stack_t {
        ss_sp: FIRST.0.get().cast(),
        ss_flags: 0,
        ss_size: STACK,
    };
    // SAFETY: plain system calls with places of the right type; the memory is ours, and this thread's alone.
    unsafe {
        let mut current: libc::stack_t = zeroed();
        libc::sigaltstack(ptr::null(), &raw mut current);
        if current.ss_flags & libc::SS_DISABLE == 0 {
            return;
        }
        if !IS_TAKEN.swap(true, Ordering::Relaxed) {
            libc::sigaltstack(&raw const stack, ptr::null_mut());
            return;
        }
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_STACK;
        let access = libc::PROT_READ | libc::PROT_WRITE;
        stack.ss_sp = libc::mmap(ptr::null_mut(), STACK, access, flags, -1, 0);
        if stack.ss_sp == libc::MAP_FAILED {
            return;
        }
        if libc::sigaltstack(&raw const stack, ptr::null_mut()) == 0 {
            STACK_OF_THREAD.set(Some(AlternateStack(stack.ss_sp)));
        } else {
            libc::munmap(stack.ss_sp, STACK);
        }
    }
}
