//! Catches faults before any other handler. Afterwards handlers that were installed earlier or later get their turn,
//! and the process dies as it would have without us.
//!
//! A handler may interrupt anything: the allocator, the loader, a fork. So it does not allocate, takes no lock and
//! uses no thread-local variables, which are allocated on first use. Data that other threads read is published with
//! one store.

use std::cell::{Cell, UnsafeCell};
use std::ffi::{c_int, c_void};
use std::mem::{MaybeUninit, transmute, zeroed};
use std::ptr::{self, NonNull};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI32, AtomicPtr, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use crate::deadline::{self, die};
pub use crate::deadline::{is_being_written, set_last_words};
pub use crate::emergency::is_here as is_reporting;
use crate::list::List;
use crate::registers;
pub use crate::registers::Access;
use crate::{emergency, pages, thread};

/// An access to a guard page raises one of the first `OF_MEMORY` signals.
const OF_MEMORY: usize = 1;
const SIGNALS: &[c_int] = &[
    libc::SIGSEGV,
    libc::SIGBUS,
    libc::SIGFPE,
    libc::SIGILL,
    libc::SIGABRT,
    // Elsewhere a trap is SIGILL, and the program goes on after a breakpoint.
    #[cfg(target_arch = "aarch64")]
    libc::SIGTRAP,
];

/// Bytes of an alternate signal stack. Where faulthandler has installed its own, reports must do with less.
const STACK: usize = 64 << 10;

/// The kind of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An access to memory.
    Memory,
    /// A division by zero, or an overflow.
    Arithmetic,
    /// An invalid instruction.
    Instruction,
    /// A trap that has a signal of its own.
    Trap,
    /// A call of `abort`.
    Abort,
}

/// Who gets the signal after us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nobody: the process dies.
    Nobody,
    /// The handler at this address, which may raise the signal again while it runs. That is how handlers work that
    /// report a fault and let the process die.
    LastWords(usize),
    /// Any other handler. It may repair the cause and continue.
    Handler,
}

/// A fault, as the system describes it.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Its kind.
    pub kind: Kind,
    /// The address that was accessed. `None` where the system does not tell, as for non-canonical addresses.
    pub address: Option<usize>,
    /// How it was accessed, where the processor tells.
    pub access: Option<Access>,
    /// The instruction that faulted; 0 where another handler did not pass this on.
    pub instruction: usize,
    /// The stack pointer.
    pub stack: usize,
    /// Whether the signal was sent rather than caused by an instruction. Handlers send it again to let the process
    /// die.
    pub is_sent: bool,
    /// Whether a handler sent it, and it was blocked until that handler returned.
    pub has_waited: bool,
    /// Who gets it next.
    pub next: Next,
}

/// Receives faults. Both functions run within the signal handler of the thread that faulted.
#[derive(Clone, Copy)]
pub struct Watcher {
    /// Returns whether to call `report`. It runs on a small stack and has no visible effect. It must not allocate,
    /// take locks, or use thread-local variables.
    pub may_report: fn(&Fault) -> bool,
    /// Reports the fault if it is one of ours; returns whether the process must die. It has a large stack, an
    /// allocator and a time limit.
    pub report: fn(&Fault) -> bool,
}

static WATCHER: OnceLock<Watcher> = OnceLock::new();

/// The default action.
// SAFETY: zeros are the default action, with no flags and an empty mask.
static DEFAULT: libc::sigaction = unsafe { MaybeUninit::zeroed().assume_init() };

/// The action before ours, for each signal: the default, or one of `KNOWN`.
static PREVIOUS: [AtomicPtr<libc::sigaction>; SIGNALS.len()] =
    [const { AtomicPtr::new((&raw const DEFAULT).cast_mut()) }; SIGNALS.len()];

/// All actions that were installed before ours, for each signal.
static KNOWN: [List<libc::sigaction>; SIGNALS.len()] = [const { List::new() }; SIGNALS.len()];

/// The thread that has reported a fault and only has to die, as [`emergency::me`]. A forked child of its process goes on.
static DYING: AtomicU64 = AtomicU64::new(0);
/// Milliseconds that other threads give it to call the handlers before us.
const LAST_HANDLERS: u32 = 1000;

fn is_dying() -> bool {
    DYING.load(Ordering::Relaxed) >> 32 == emergency::me() >> 32
}

/// Ends the process by a signal once the thread that has reported has had its time.
fn die_after_the_first(signal: c_int) {
    for _ in 0..LAST_HANDLERS {
        if DYING.load(Ordering::Relaxed) == emergency::me() {
            break;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    die(signal);
}

/// What the kernel passes to a handler.
#[derive(Clone, Copy)]
struct Signal {
    number: c_int,
    info: *mut libc::siginfo_t,
    context: *mut c_void,
    /// Whether `info` and `context` come from the kernel. Another handler may have called ours without them.
    is_whole: bool,
    /// `errno` of the interrupted code.
    errno: c_int,
    /// The address of the handler's frame.
    frame: usize,
}

/// The signal that the thread on the emergency stack is reporting.
struct Asked(UnsafeCell<Option<Signal>>);

// SAFETY: only the thread on the emergency stack uses it.
unsafe impl Sync for Asked {}

static ASKED: Asked = Asked(UnsafeCell::new(None));

/// The signal that a thread passed to the previous handler last. That handler may have left by `longjmp`.
struct Passed {
    /// The thread that owns this entry; 0 for none.
    thread: AtomicI32,
    frame: AtomicUsize,
    context: AtomicUsize,
}

static PASSED: [Passed; 64] = [const {
    Passed {
        thread: AtomicI32::new(0),
        frame: AtomicUsize::new(0),
        context: AtomicUsize::new(0),
    }
}; 64];

impl Passed {
    /// The entries to search for this thread, likely ones first.
    fn places() -> impl Iterator<Item = &'static Self> {
        let start = thread::number() as usize;
        (0..PASSED.len()).map(move |step| &PASSED[(start + step) % PASSED.len()])
    }

    fn of_this_thread() -> Option<&'static Self> {
        let me = thread::number();
        Self::places().find(|passed| passed.thread.load(Ordering::Relaxed) == me)
    }

    /// Stores the handler's frame and context; returns the previous ones.
    fn replace(new: (usize, usize)) -> (usize, usize) {
        let me = thread::number();
        let take = |passed: &&Self| {
            let order = Ordering::Relaxed;
            let taken = passed.thread.compare_exchange(0, me, order, order);
            taken.is_ok()
        };
        let found = Self::of_this_thread().or_else(|| Self::places().find(take));
        // All entries are taken: that many threads have left a handler by `longjmp` and ended.
        let Some(passed) = found.or_else(|| Self::places().next()) else {
            return (0, 0);
        };
        let is_known = passed.thread.swap(me, Ordering::Relaxed) == me;
        let old = (
            passed.frame.swap(new.0, Ordering::Relaxed),
            passed.context.swap(new.1, Ordering::Relaxed),
        );
        if new.0 == 0 {
            passed.thread.store(0, Ordering::Relaxed);
        }
        if is_known { old } else { (0, 0) }
    }
}

/// Makes `watcher` the first to see all faults. Each call checks that no other handler was installed in front. Calls
/// must not overlap, and must pass the same watcher.
#[inline(always)]
pub fn watch(watcher: Watcher) {
    WATCHER.get_or_init(|| watcher);
    alternate_stack();
    emergency::prepare();
    install(SIGNALS.len());
}

/// Checks that no other handler for memory faults was installed in front of ours.
#[inline(always)]
pub fn watch_memory() {
    alternate_stack();
    install(OF_MEMORY);
}

/// Installs our handler for the first `count` signals.
fn install(count: usize) {
    for (index, &signal) in SIGNALS.iter().enumerate().take(count) {
        // SAFETY: `sigaction` gets pointers of the right type, and our handler has the type for SA_SIGINFO. The
        // previous handler is published before ours is installed.
        unsafe {
            let mut current: libc::sigaction = zeroed();
            libc::sigaction(signal, ptr::null(), &raw mut current);
            if current.sa_sigaction == on_fault as *const () as usize {
                continue;
            }
            publish(index, &current);
            let mut ours: libc::sigaction = zeroed();
            ours.sa_sigaction = on_fault as *const () as usize;
            ours.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK | libc::SA_NODEFER;
            let mut replaced = current;
            libc::sigaction(signal, &raw const ours, &raw mut replaced);
            if !is_same(&replaced, &current) {
                publish(index, &replaced);
            }
        }
    }
}

fn is_same(one: &libc::sigaction, other: &libc::sigaction) -> bool {
    // SAFETY: both masks are initialised and plain bytes.
    let is_same_mask = unsafe {
        let bytes = |action: *const libc::sigaction| {
            let mask = (&raw const (*action).sa_mask).cast::<u8>();
            std::slice::from_raw_parts(mask, size_of::<libc::sigset_t>())
        };
        bytes(one) == bytes(other)
    };
    one.sa_sigaction == other.sa_sigaction && one.sa_flags == other.sa_flags && is_same_mask
}

/// Publishes the previous handler of a signal.
#[cold]
fn publish(index: usize, action: &libc::sigaction) {
    let known = KNOWN[index].iter().find(|known| is_same(known, action));
    let known = known.unwrap_or_else(|| KNOWN[index].add(*action));
    PREVIOUS[index].store(ptr::from_ref(known).cast_mut(), Ordering::Release);
}

/// The previous handler of a signal.
fn previous(signal: c_int) -> &'static AtomicPtr<libc::sigaction> {
    let index = SIGNALS.iter().position(|known| *known == signal);
    &PREVIOUS[index.unwrap_or(0)]
}

fn action_before(signal: c_int) -> &'static libc::sigaction {
    // SAFETY: published actions are never freed or changed.
    unsafe { &*previous(signal).load(Ordering::Acquire) }
}

unsafe extern "C" fn on_fault(number: c_int, info: *mut libc::siginfo_t, context: *mut c_void) {
    // The interrupted code may be about to read it.
    let errno = errno();
    // SAFETY: the arguments come from the kernel or another handler; `is_whole` checks them.
    let left = unsafe { handle(number, info, context, errno) };
    set_errno(left.unwrap_or(errno));
}

fn errno() -> c_int {
    // SAFETY: every thread has one.
    unsafe { *libc::__errno_location() }
}

fn set_errno(errno: c_int) {
    // SAFETY: every thread has one.
    unsafe { *libc::__errno_location() = errno };
}

/// Handles a signal. Returns the `errno` of the previous handler, if it was called.
unsafe fn handle(
    number: c_int,
    info: *mut libc::siginfo_t,
    context: *mut c_void,
    errno: c_int,
) -> Option<c_int> {
    if is_dying() {
        die_after_the_first(number);
        return None;
    }
    let signal = Signal {
        number,
        info,
        context,
        is_whole: is_whole(number, info, context),
        errno,
        frame: (&raw const number).addr(),
    };
    if emergency::is_here() {
        // The report itself has faulted. Without us, the process would have died by now.
        deadline::say_last_words();
        deadline::stop();
        // SAFETY: this thread is on the emergency stack.
        if let Some(first) = unsafe { (*ASKED.0.get()).take() } {
            // SAFETY: the handler of the first fault still runs, further out.
            unsafe { pass_on(first) };
        }
        die(number);
        return None;
    }
    // SAFETY: the kernel passes valid information and context to a handler with SA_SIGINFO.
    let is_claimed = unsafe { ask(signal, read(signal)) };
    // The previous handler is called rather than installed: if it returned without repairing the cause, as Python's
    // handlers do, the instruction would fault forever.
    // SAFETY: as above.
    let left = unsafe { pass_on(signal) };
    if is_claimed {
        default(number);
    }
    left
}

/// Whether `info` and `context` come from the kernel. A handler in front of ours may pass NULL or garbage.
fn is_whole(number: c_int, info: *mut libc::siginfo_t, context: *mut c_void) -> bool {
    let is_readable = |first: usize, size: usize| {
        pages::is_readable(first) && pages::is_readable(first.wrapping_add(size - 8))
    };
    is_readable(info.addr(), size_of::<libc::siginfo_t>())
        // SAFETY: `info` is readable.
        && unsafe { (*info).si_signo } == number
        && is_readable(context.addr(), size_of::<libc::ucontext_t>() / 2)
}

/// Describes the fault.
unsafe fn read(signal: Signal) -> Fault {
    let kind = match signal.number {
        libc::SIGFPE => Kind::Arithmetic,
        libc::SIGILL => Kind::Instruction,
        libc::SIGTRAP => Kind::Trap,
        libc::SIGABRT => Kind::Abort,
        _ => Kind::Memory,
    };
    let next = next(signal);
    if !signal.is_whole {
        return Fault {
            kind,
            address: None,
            access: None,
            instruction: 0,
            stack: 0,
            is_sent: true,
            has_waited: false,
            next,
        };
    }
    // SAFETY: the kernel's data is valid.
    unsafe {
        let context = &*signal.context.cast::<libc::ucontext_t>();
        let is_sent = signal.is_sent();
        let has_address = !is_sent && (*signal.info).si_code != libc::SI_KERNEL;
        let address =
            (has_address && kind == Kind::Memory).then(|| (*signal.info).si_addr().addr());
        let access = (!is_sent && kind == Kind::Memory)
            .then(|| registers::access(context, address))
            .flatten();
        let (instruction, stack) = registers::place(context);
        Fault {
            kind,
            address,
            access,
            instruction,
            stack,
            is_sent,
            // Otherwise it comes as soon as the system call returns that sends it.
            has_waited: is_sent && signal.is_own() && !registers::is_after_call(context),
            next,
        }
    }
}

/// Has the fault reported if it is one to report, which it says.
unsafe fn ask(signal: Signal, mut fault: Fault) -> bool {
    let Some(watcher) = WATCHER.get() else {
        return false;
    };
    // SAFETY: the signal is being handled.
    if fault.kind == Kind::Abort && !unsafe { signal.is_own() } {
        return false;
    }
    if !(watcher.may_report)(&fault) {
        return false;
    }
    let is_claimed = emergency::run(|| {
        if is_dying() {
            // Another thread has reported while this one waited.
            return true;
        }
        deadline::start(signal.number);
        // SAFETY: this thread is the one that asks; what the kernel passed is valid.
        unsafe {
            *ASKED.0.get() = Some(signal);
            let mut before = None;
            if fault.access == Some(Access::Run) && fault.next != Next::Handler {
                // A stack cannot be walked from an address without code. So pretend that the called function returned
                // at once.
                let context = &mut *signal.context.cast::<libc::ucontext_t>();
                before = Some(registers::place(context));
                let caller = registers::caller(context);
                registers::set_place(context, caller);
                fault.instruction = caller.0;
            }
            let is_claimed = (watcher.report)(&fault);
            if let Some(before) = before {
                registers::set_place(&mut *signal.context.cast(), before);
            }
            if is_claimed {
                DYING.store(emergency::me(), Ordering::Relaxed);
            }
            *ASKED.0.get() = None;
            deadline::stop();
            is_claimed
        }
    });
    if is_claimed && DYING.load(Ordering::Relaxed) != emergency::me() {
        die_after_the_first(signal.number);
    }
    is_claimed
}

fn default(signal: c_int) {
    // SAFETY: a plain system call.
    unsafe { libc::signal(signal, libc::SIG_DFL) };
}

/// Whether the default action is installed for this signal.
fn is_default(signal: c_int) -> bool {
    // SAFETY: a plain system call with a place of the right type.
    unsafe {
        let mut current: libc::sigaction = zeroed();
        libc::sigaction(signal, ptr::null(), &raw mut current);
        current.sa_sigaction == libc::SIG_DFL
    }
}

impl Signal {
    /// Whether the signal was sent; otherwise an instruction faulted.
    ///
    /// # Safety
    /// The signal is being handled.
    unsafe fn is_sent(self) -> bool {
        // SAFETY: by contract.
        self.is_whole && unsafe { (*self.info).si_code <= 0 }
    }

    /// Whether a thread of this process sent it to a thread of this process, as `raise` and `abort` do.
    ///
    /// # Safety
    /// The signal is being handled.
    unsafe fn is_own(self) -> bool {
        const SI_TKILL: c_int = -6;
        // SAFETY: by contract; a sent signal has a sender.
        !self.is_whole
            || unsafe {
                (*self.info).si_code == SI_TKILL && (*self.info).si_pid() == emergency::process()
            }
    }

    /// Whether the previous handler, to which this thread passed the signal, passes it back. If that handler left by
    /// `longjmp`, this frame is not deeper in the stack than its frame was.
    fn is_back(self) -> bool {
        Passed::of_this_thread().is_some_and(|passed| {
            let is_same = passed.context.load(Ordering::Relaxed) == self.context.addr();
            // SAFETY: the signal is being handled.
            let is_back = is_same || !self.is_whole || unsafe { self.is_sent() };
            is_back && self.frame < passed.frame.load(Ordering::Relaxed)
        })
    }
}

/// Who gets a signal after us.
fn next(signal: Signal) -> Next {
    let previous = action_before(signal.number);
    // SAFETY: the signal is being handled.
    let is_sent = unsafe { signal.is_sent() };
    let kind = libc::SA_SIGINFO | libc::SA_NODEFER;
    match previous.sa_sigaction {
        _ if signal.is_back() => Next::Nobody,
        libc::SIG_DFL => Next::Nobody,
        // A fault cannot be ignored.
        libc::SIG_IGN if !is_sent => Next::Nobody,
        libc::SIG_IGN => Next::Handler,
        address if previous.sa_flags & kind == libc::SA_NODEFER => Next::LastWords(address),
        _ => Next::Handler,
    }
}

/// Passes the signal to the previous handler. Returns that handler's `errno`, if it was called.
unsafe fn pass_on(signal: Signal) -> Option<c_int> {
    let before = action_before(signal.number);
    let next = next(signal);
    if before.sa_flags & libc::SA_RESETHAND != 0 {
        let default = (&raw const DEFAULT).cast_mut();
        previous(signal.number).store(default, Ordering::Release);
    }
    if next == Next::Nobody {
        // A fault recurs when its instruction runs again; a sent signal must be sent again.
        // SAFETY: the signal is being handled.
        if unsafe { signal.is_sent() } {
            die(signal.number);
        } else {
            default(signal.number);
        }
        return None;
    }
    if before.sa_sigaction == libc::SIG_IGN {
        return None;
    }
    let mut blocked = before.sa_mask;
    let outer = Passed::replace((signal.frame, signal.context.addr()));
    // SAFETY: the handler's mask is blocked while it runs, as without us. The function has the type that its flags
    // say, and gets the kernel's data.
    unsafe {
        if before.sa_flags & libc::SA_NODEFER == 0 {
            libc::sigaddset(&raw mut blocked, signal.number);
        }
        let mut mask: libc::sigset_t = zeroed();
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const blocked, &raw mut mask);
        set_errno(signal.errno);
        if before.sa_flags & libc::SA_SIGINFO != 0 {
            let handler = transmute::<
                usize,
                unsafe extern "C" fn(c_int, *mut libc::siginfo_t, *mut c_void),
            >(before.sa_sigaction);
            handler(signal.number, signal.info, signal.context);
        } else {
            let handler = transmute::<usize, unsafe extern "C" fn(c_int)>(before.sa_sigaction);
            handler(signal.number);
        }
        let left = errno();
        if is_default(signal.number) && !is_dying() {
            // The handler has not repaired the cause; it lets the process die.
            let fault = Fault {
                next: Next::Nobody,
                ..read(signal)
            };
            ask(signal, fault);
        }
        libc::pthread_sigmask(libc::SIG_SETMASK, &raw const mask, ptr::null_mut());
        Passed::replace(outer);
        Some(left)
    }
}

/// Whether a handler returns to this address, where the code is that ends it.
pub fn ends_handler(address: usize) -> bool {
    registers::code_at(address) == Some(registers::END_OF_HANDLER)
}

/// The address of `abort`.
pub fn abort_function() -> usize {
    libc::abort as *const () as usize
}

/// Gives this thread an alternate signal stack, unless it has one.
#[inline(always)]
pub fn alternate_stack() {
    /// The guard page below the stack.
    struct AlternateStack(NonNull<u8>);

    impl Drop for AlternateStack {
        fn drop(&mut self) {
            let guard = pages::size();
            // SAFETY: we mapped this stack for this thread, which ends.
            unsafe {
                let mut current: libc::stack_t = zeroed();
                libc::sigaltstack(ptr::null(), &raw mut current);
                let is_ours = current.ss_sp == self.0.as_ptr().add(guard).cast();
                current.ss_flags = libc::SS_DISABLE;
                // The thread may end within a handler that runs on this stack.
                if !is_ours || libc::sigaltstack(&raw const current, ptr::null_mut()) == 0 {
                    pages::unmap(self.0, guard + STACK);
                }
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
    // SAFETY: plain system calls with pointers of the right type; the memory belongs to this thread.
    unsafe {
        let mut current: libc::stack_t = zeroed();
        libc::sigaltstack(ptr::null(), &raw mut current);
        if current.ss_flags & libc::SS_DISABLE == 0 {
            return;
        }
        let guard = pages::size();
        let Some(place) = pages::zeros(guard + STACK) else {
            return;
        };
        let stack = libc::stack_t {
            ss_sp: place.as_ptr().add(guard).cast(),
            ss_flags: 0,
            ss_size: STACK,
        };
        libc::mprotect(place.as_ptr().cast(), guard, libc::PROT_NONE);
        if libc::sigaltstack(&raw const stack, ptr::null_mut()) == 0 {
            STACK_OF_THREAD.set(Some(AlternateStack(place)));
        } else {
            pages::unmap(place, guard + STACK);
        }
    }
}
