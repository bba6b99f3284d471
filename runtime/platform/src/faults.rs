//! Being the first to see a fault. The process then dies of it as it would have: handlers that were installed before
//! or after get their turn.
//!
//! A handler may interrupt anything: the allocator, the loader, a fork. So it allocates nothing, waits for no lock, and has no
//! thread-local variables, which are allocated when a thread first uses them. What others must not see half of is published with
//! one store.

use std::cell::{Cell, UnsafeCell};
use std::ffi::{c_int, c_void};
use std::mem::{MaybeUninit, transmute, zeroed};
use std::ptr::{self, NonNull};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI32, AtomicPtr, AtomicUsize, Ordering};

use crate::deadline::{self, die};
pub use crate::deadline::{is_being_written, set_last_words};
pub use crate::emergency::is_here as is_reporting;
use crate::registers;
pub use crate::registers::Access;
use crate::{emergency, pages};

/// How many of them an access to a page that is inaccessible leads to.
const OF_MEMORY: usize = 1;
const SIGNALS: [c_int; 5] = [
    libc::SIGSEGV,
    libc::SIGBUS,
    libc::SIGFPE,
    libc::SIGILL,
    libc::SIGABRT,
];

/// Bytes of an alternate stack. Reports must do with less where faulthandler has put its own in place.
const STACK: usize = 64 << 10;

/// What kind of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An access to memory.
    Memory,
    /// A number was divided by zero, or the result is too large.
    Arithmetic,
    /// The processor does not know the instruction.
    Instruction,
    /// The process was ended by `abort`.
    Abort,
}

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
    /// Its kind.
    pub kind: Kind,
    /// What was accessed; `None` where the system does not say, as of addresses that no process can have.
    pub address: Option<usize>,
    /// How, where the processor says so.
    pub access: Option<Access>,
    /// The instruction that did; 0 where a handler has not passed on what it was told.
    pub instruction: usize,
    /// Where its stack was.
    pub stack: usize,
    /// Whether the signal was sent, be it by a handler that was called for a fault.
    pub is_sent: bool,
    /// Whether it was sent by a handler that is over by now, and waited until then.
    pub has_waited: bool,
    /// Who gets it next.
    pub next: Next,
}

/// Who wants to know about faults. Both functions run within the signal handler of the thread that faulted.
#[derive(Clone, Copy)]
pub struct Watcher {
    /// Says whether a fault may be one to report; only then the process may be seen to do something about it. It is on a small
    /// stack, and must not allocate, wait, or use thread-local variables.
    pub may_report: fn(&Fault) -> bool,
    /// Reports a fault if it is one; then the process dies. It has stack, memory, and a little time.
    pub report: fn(&Fault) -> bool,
}

static WATCHER: OnceLock<Watcher> = OnceLock::new();

/// Who handled a signal before us. Those that are published are never changed.
struct Handler {
    action: libc::sigaction,
    /// Another that handled the same signal once.
    older: *const Handler,
}

// SAFETY: never changed, nor freed once it is published.
unsafe impl Sync for Handler {}

/// The default action.
static DEFAULT: Handler = Handler {
    // SAFETY: all zeros are the default action, without flags and with an empty mask.
    action: unsafe { MaybeUninit::zeroed().assume_init() },
    older: ptr::null(),
};

static PREVIOUS: [AtomicPtr<Handler>; SIGNALS.len()] =
    [const { AtomicPtr::new((&raw const DEFAULT).cast_mut()) }; SIGNALS.len()];

/// Handlers that were ever published, for each signal.
static KNOWN: [AtomicPtr<Handler>; SIGNALS.len()] =
    [const { AtomicPtr::new(ptr::null_mut()) }; SIGNALS.len()];

/// The process that has reported a fault: nothing but dying is left. A child of it goes on.
static DYING: AtomicI32 = AtomicI32::new(0);

fn is_dying() -> bool {
    DYING.load(Ordering::Relaxed) == emergency::process()
}

/// What the kernel passes to a handler.
#[derive(Clone, Copy)]
struct Signal {
    number: c_int,
    info: *mut libc::siginfo_t,
    context: *mut c_void,
    /// Whether `info` and `context` are what the kernel passed: another handler may have called this one.
    is_whole: bool,
    /// What the interrupted code has there.
    errno: c_int,
    /// Where the handler's frame is.
    frame: usize,
}

/// The signal that is being asked about, for the thread that does.
struct Asked(UnsafeCell<Option<Signal>>);

// SAFETY: used by the one thread that is in `emergency`.
unsafe impl Sync for Asked {}

static ASKED: Asked = Asked(UnsafeCell::new(None));

/// The signal that a thread's handler before us was given last; that may have left by a jump.
struct Passed {
    /// The thread, which alone changes the rest; 0 is none.
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
    /// Where this thread's is, or could be.
    fn places() -> impl Iterator<Item = &'static Self> {
        let start = emergency::thread() as usize;
        (0..PASSED.len()).map(move |step| &PASSED[(start + step) % PASSED.len()])
    }

    fn of_this_thread() -> Option<&'static Self> {
        let me = emergency::thread();
        Self::places().find(|passed| passed.thread.load(Ordering::Relaxed) == me)
    }

    /// Sets where the handler's frame and the context are; returns what it was before.
    fn replace(new: (usize, usize)) -> (usize, usize) {
        let me = emergency::thread();
        let take = |passed: &&Self| {
            let order = Ordering::Relaxed;
            let taken = passed.thread.compare_exchange(0, me, order, order);
            taken.is_ok()
        };
        let found = Self::of_this_thread().or_else(|| Self::places().find(take));
        // So many have left by jumps, and have ended since.
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

/// Has `watcher` asked about all faults before anybody else. Every call makes sure that nobody has come in front; calls must
/// not overlap, and pass the same watcher.
#[inline(always)]
pub fn watch(watcher: Watcher) {
    WATCHER.get_or_init(|| watcher);
    alternate_stack();
    emergency::prepare();
    install(SIGNALS.len());
    find_return();
}

/// Makes sure that nobody has come in front where an inaccessible page is accessed.
#[inline(always)]
pub fn watch_memory() {
    alternate_stack();
    install(OF_MEMORY);
}

/// Installs our handler for the first so many signals.
fn install(count: usize) {
    for (index, signal) in SIGNALS.into_iter().enumerate().take(count) {
        // SAFETY: `sigaction` is called with places of the right type; our handler has the type that
        // SA_SIGINFO demands. What was before it is published before it is installed.
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
    // SAFETY: both masks are initialised, and a mask is bytes.
    let is_same_mask = unsafe {
        let bytes = |action: *const libc::sigaction| {
            let mask = (&raw const (*action).sa_mask).cast::<u8>();
            std::slice::from_raw_parts(mask, size_of::<libc::sigset_t>())
        };
        bytes(one) == bytes(other)
    };
    one.sa_sigaction == other.sa_sigaction && one.sa_flags == other.sa_flags && is_same_mask
}

/// Publishes who handled a signal before us.
#[cold]
fn publish(index: usize, action: &libc::sigaction) {
    let last = KNOWN[index].load(Ordering::Acquire);
    // SAFETY: what is published is never freed.
    let follow = |handler: *const Handler| unsafe { handler.as_ref() };
    let mut known = std::iter::successors(follow(last), |handler| follow(handler.older));
    let handler = match known.find(|handler| is_same(&handler.action, action)) {
        Some(handler) => ptr::from_ref(handler).cast_mut(),
        None => {
            let handler = Box::into_raw(Box::new(Handler {
                action: *action,
                older: last,
            }));
            KNOWN[index].store(handler, Ordering::Release);
            handler
        }
    };
    PREVIOUS[index].store(handler, Ordering::Release);
}

/// Who handled a signal before us.
fn previous(signal: c_int) -> &'static AtomicPtr<Handler> {
    let index = SIGNALS.iter().position(|known| *known == signal);
    &PREVIOUS[index.unwrap_or(0)]
}

fn action_before(signal: c_int) -> &'static libc::sigaction {
    // SAFETY: what is published is never freed, nor changed.
    unsafe { &(*previous(signal).load(Ordering::Acquire)).action }
}

unsafe extern "C" fn on_fault(number: c_int, info: *mut libc::siginfo_t, context: *mut c_void) {
    // What was interrupted may be about to look at it.
    let errno = errno();
    // SAFETY: passed on as it came.
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

/// Handles a signal. Returns the `errno` that the handler before us has left, if it was called.
unsafe fn handle(
    number: c_int,
    info: *mut libc::siginfo_t,
    context: *mut c_void,
    errno: c_int,
) -> Option<c_int> {
    if is_dying() {
        die(number);
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
        // The question itself has faulted, which would have been the end of the process anyway.
        deadline::say_last_words();
        deadline::stop();
        // SAFETY: this thread asks.
        if let Some(first) = unsafe { (*ASKED.0.get()).take() } {
            // SAFETY: the handler of the first fault still runs, further out.
            unsafe { pass_on(first) };
        }
        die(number);
        return None;
    }
    // SAFETY: the kernel passes valid information and context to a handler with SA_SIGINFO.
    let is_claimed = unsafe { ask(signal, read(signal)) };
    // The handler before us is called, not put in our place: should it return and do nothing about the
    // fault, as one of Python's does, the instruction would fault for ever.
    // SAFETY: as above.
    let left = unsafe { pass_on(signal) };
    if is_claimed {
        default(number);
    }
    left
}

/// Whether the information and the context are those of a signal. A handler that was installed after us may pass on
/// nothing, or what it happens to have.
fn is_whole(number: c_int, info: *mut libc::siginfo_t, context: *mut c_void) -> bool {
    let is_readable = |first: usize, size: usize| {
        pages::is_readable(first) && pages::is_readable(first.wrapping_add(size - 8))
    };
    is_readable(info.addr(), size_of::<libc::siginfo_t>())
        // SAFETY: it was found to be readable.
        && unsafe { (*info).si_signo } == number
        && is_readable(context.addr(), size_of::<libc::ucontext_t>() / 2)
}

/// What the kernel tells of a fault.
unsafe fn read(signal: Signal) -> Fault {
    let kind = match signal.number {
        libc::SIGFPE => Kind::Arithmetic,
        libc::SIGILL => Kind::Instruction,
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
    // SAFETY: what the kernel passed is valid.
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
    // SAFETY: it is being handled.
    if fault.kind == Kind::Abort && !unsafe { signal.is_own() } {
        return false;
    }
    if !(watcher.may_report)(&fault) {
        return false;
    }
    emergency::run(|| {
        deadline::start(signal.number);
        // SAFETY: this thread is the one that asks; what the kernel passed is valid.
        unsafe {
            *ASKED.0.get() = Some(signal);
            let mut before = None;
            if fault.access == Some(Access::Run) && fault.next != Next::Handler {
                // Where there is no code no stack can be walked: as if the function had returned at once.
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
                DYING.store(emergency::process(), Ordering::Relaxed);
            }
            *ASKED.0.get() = None;
            deadline::stop();
            is_claimed
        }
    })
}

fn default(signal: c_int) {
    // SAFETY: a plain system call.
    unsafe { libc::signal(signal, libc::SIG_DFL) };
}

/// Whether the process dies of the next signal of this kind.
fn is_default(signal: c_int) -> bool {
    // SAFETY: a plain system call with a place of the right type.
    unsafe {
        let mut current: libc::sigaction = zeroed();
        libc::sigaction(signal, ptr::null(), &raw mut current);
        current.sa_sigaction == libc::SIG_DFL
    }
}

impl Signal {
    /// Whether somebody sent it; otherwise an instruction faulted.
    ///
    /// # Safety
    /// It is being handled.
    unsafe fn is_sent(self) -> bool {
        // SAFETY: by contract.
        self.is_whole && unsafe { (*self.info).si_code <= 0 }
    }

    /// Whether a thread of this process sent it to itself or to another, as `raise` and `abort` do.
    ///
    /// # Safety
    /// It is being handled.
    unsafe fn is_own(self) -> bool {
        const SI_TKILL: c_int = -6;
        // SAFETY: by contract; what was sent has a sender.
        !self.is_whole
            || unsafe {
                (*self.info).si_code == SI_TKILL && (*self.info).si_pid() == emergency::process()
            }
    }

    /// Whether the handler that this thread has passed a signal on to gives it back. Where that was left by a jump, this
    /// one starts no deeper in the stack than it did.
    fn is_back(self) -> bool {
        Passed::of_this_thread().is_some_and(|passed| {
            let is_same = passed.context.load(Ordering::Relaxed) == self.context.addr();
            // SAFETY: it is being handled.
            let is_back = is_same || !self.is_whole || unsafe { self.is_sent() };
            is_back && self.frame < passed.frame.load(Ordering::Relaxed)
        })
    }
}

/// Who gets a signal after us.
fn next(signal: Signal) -> Next {
    let previous = action_before(signal.number);
    // SAFETY: it is being handled.
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

/// Gives a signal that is not ours to the handler before us. Returns the `errno` that it has left, if it was called.
unsafe fn pass_on(signal: Signal) -> Option<c_int> {
    let before = action_before(signal.number);
    let next = next(signal);
    if before.sa_flags & libc::SA_RESETHAND != 0 {
        let default = (&raw const DEFAULT).cast_mut();
        previous(signal.number).store(default, Ordering::Release);
    }
    if next == Next::Nobody {
        // A fault happens again when its instruction runs again; a signal that somebody sent must be sent again.
        // SAFETY: it is being handled.
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
    // SAFETY: the signals that the handler wants blocked are while it runs, as without us; it has the type that its flags tell,
    // and gets what the kernel gave us.
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
            // It has not mended what is wrong: it has seen to it that the process dies.
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

/// Where a handler returns to when it is over, if that is known: in a stack, what comes after it was interrupted.
pub fn return_of_handlers() -> Option<usize> {
    let place = RETURN.load(Ordering::Relaxed);
    (place != 0).then_some(place)
}

static RETURN: AtomicUsize = AtomicUsize::new(0);

/// Asks the kernel where our handler returns to.
#[cfg(target_arch = "x86_64")]
fn find_return() {
    /// As the kernel has it.
    #[repr(C)]
    struct Action {
        handler: usize,
        flags: usize,
        restorer: usize,
        mask: u64,
    }

    let mut action = MaybeUninit::<Action>::zeroed();
    let (place, size) = (action.as_mut_ptr(), size_of::<u64>());
    let (signal, none) = (libc::SIGSEGV, ptr::null::<Action>());
    // SAFETY: a place of the right type, which is initialised already.
    unsafe {
        libc::syscall(libc::SYS_rt_sigaction, signal, none, place, size);
        RETURN.store(action.assume_init().restorer, Ordering::Relaxed);
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn find_return() {}

/// The address of the function that ends the process by SIGABRT.
pub fn abort_function() -> usize {
    libc::abort as *const () as usize
}

/// Gives this thread an alternate signal stack unless it has one.
#[inline(always)]
pub fn alternate_stack() {
    /// Where the page is that guards the stack above it.
    struct AlternateStack(NonNull<u8>);

    impl Drop for AlternateStack {
        fn drop(&mut self) {
            let guard = pages::size();
            // SAFETY: the stack was given to this thread, which ends, and mapped by us.
            unsafe {
                let mut current: libc::stack_t = zeroed();
                libc::sigaltstack(ptr::null(), &raw mut current);
                let is_ours = current.ss_sp == self.0.as_ptr().add(guard).cast();
                current.ss_flags = libc::SS_DISABLE;
                // A handler that ends the process still runs on it.
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
    // SAFETY: plain system calls with places of the right type; the memory is ours, and this thread's alone.
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
