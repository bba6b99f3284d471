//! A time limit for the report of a fault. If it passes, the process prints one line with what is known, and dies of
//! the fault's signal.

use std::ffi::c_int;
use std::mem::{transmute, zeroed};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, AtomicU64, Ordering};

use crate::{emergency, thread};

/// How often progress is checked, in microseconds.
const PERIOD: i64 = 700_000;
/// A thread that used less processor time than this in a period waits for a lock, in nanoseconds.
const PROGRESS: u64 = 1_000_000;
/// The report ends after this many periods, even if it makes progress.
const PERIODS: i32 = 30;

/// The signal that ends the process.
static SIGNAL: AtomicI32 = AtomicI32::new(libc::SIGSEGV);
/// The thread that writes the report.
static THREAD: AtomicI32 = AtomicI32::new(0);
/// Its processor time at the last check, in nanoseconds.
static USED: AtomicU64 = AtomicU64::new(0);
/// Periods left.
static LEFT: AtomicI32 = AtomicI32::new(0);
/// Whether the thread may wait: the reader of the report may be slow.
static MAY_WAIT: AtomicBool = AtomicBool::new(false);
/// Whether the limit has passed.
static IS_OVER: AtomicBool = AtomicBool::new(false);
/// The function that prints the last line; NULL for none.
static LAST_WORDS: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// Starts the time limit of this thread. The process ends by `signal` when it passes.
pub(crate) fn start(signal: c_int) {
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
    SIGNAL.store(signal, Ordering::Relaxed);
    THREAD.store(thread::number(), Ordering::Relaxed);
    USED.store(used(), Ordering::Relaxed);
    LEFT.store(PERIODS, Ordering::Relaxed);
    MAY_WAIT.store(false, Ordering::Relaxed);
    // SAFETY: plain system calls with places of the right type; the handler has the type that its flags demand.
    unsafe {
        let mut action: libc::sigaction = zeroed();
        action.sa_sigaction = on_alarm as *const () as usize;
        action.sa_flags = libc::SA_NODEFER;
        libc::sigaction(libc::SIGALRM, &raw const action, ptr::null_mut());
    }
    unblock(libc::SIGALRM);
    wake_after(PERIOD);
}

/// Ends the time limit: the report is complete.
pub(crate) fn stop() {
    wake_after(0);
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
}

/// Sets the function that is called when the limit passes, or when the report itself faults. It runs within a signal
/// handler.
pub fn set_last_words(last_words: fn()) {
    LAST_WORDS.store(last_words as *mut (), Ordering::Release);
}

/// Call this when the report is being written: the last line is no longer needed, and the reader may be slow.
pub fn is_being_written() {
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
    MAY_WAIT.store(true, Ordering::Relaxed);
}

/// Prints the last line, once.
pub(crate) fn say_last_words() {
    let last_words = LAST_WORDS.swap(ptr::null_mut(), Ordering::Acquire);
    if !last_words.is_null() {
        // SAFETY: `set_last_words` stored a function of this type.
        let last_words: fn() = unsafe { transmute(last_words) };
        last_words();
    }
}

/// Ends the process by a signal, even if that is handled or blocked.
pub(crate) fn die(signal: c_int) {
    // SAFETY: plain system calls; the default action ends the process.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        unblock(signal);
        let (process, thread) = (emergency::process(), thread::number());
        libc::syscall(libc::SYS_tgkill, process, thread, signal);
    }
}

fn unblock(signal: c_int) {
    // SAFETY: plain system calls with places of the right type.
    unsafe {
        let mut signals: libc::sigset_t = zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, signal);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &raw const signals, ptr::null_mut());
    }
}

extern "C" fn on_alarm(_: c_int) {
    let used = used();
    let has_worked = used.saturating_sub(USED.swap(used, Ordering::Relaxed)) >= PROGRESS;
    let left = LEFT.fetch_sub(1, Ordering::Relaxed);
    let is_patient = has_worked || MAY_WAIT.load(Ordering::Relaxed);
    if left > 0 && is_patient && !IS_OVER.load(Ordering::Relaxed) {
        return wake_after(PERIOD);
    }
    if !IS_OVER.swap(true, Ordering::Relaxed) {
        // The reader of the last line may be slow, too.
        wake_after(PERIOD);
        say_last_words();
    }
    die(SIGNAL.load(Ordering::Relaxed));
}

/// The processor time of the thread, in nanoseconds.
fn used() -> u64 {
    // Linux's number for a thread's clock: the inverted bits of the thread's number, then the kind of clock.
    const OF_THREAD: i32 = 6;
    let clock = (!THREAD.load(Ordering::Relaxed) << 3) | OF_THREAD;
    // SAFETY: the place is of the right type; a clock that does not exist leaves it as it is.
    unsafe {
        let mut time: libc::timespec = zeroed();
        libc::clock_gettime(clock, &raw mut time);
        time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
    }
}

/// Sends SIGALRM after `microseconds`; 0 cancels it.
fn wake_after(microseconds: i64) {
    // SAFETY: a plain system call with a place of the right type.
    unsafe {
        let mut timer: libc::itimerval = zeroed();
        timer.it_value.tv_usec = microseconds as _;
        libc::setitimer(libc::ITIMER_REAL, &raw const timer, ptr::null_mut());
    }
}
