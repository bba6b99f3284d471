//! How long may be spent on a fault. Whoever hangs ends the process by the fault's signal, after a line that says what is known.

use std::ffi::c_int;
use std::mem::{transmute, zeroed};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, AtomicU64, Ordering};

use crate::emergency;

/// How often it is looked whether anything has been done, in microseconds.
const PERIOD: i64 = 700_000;
/// What a thread that waits for a lock does not use of its processor's time in a period, in nanoseconds.
const PROGRESS: u64 = 1_000_000;
/// Periods after which it is enough, whatever is being done.
const PERIODS: i32 = 30;

/// The signal that the process ends by.
static SIGNAL: AtomicI32 = AtomicI32::new(libc::SIGSEGV);
/// The thread that has the time.
static THREAD: AtomicI32 = AtomicI32::new(0);
/// The processor's time it had used when it was last looked at, in nanoseconds.
static USED: AtomicU64 = AtomicU64::new(0);
/// Periods that are left.
static LEFT: AtomicI32 = AtomicI32::new(0);
/// Whether waiting is allowed: what takes a report may be slow.
static MAY_WAIT: AtomicBool = AtomicBool::new(false);
/// Whether the time is over.
static IS_OVER: AtomicBool = AtomicBool::new(false);
/// What is still to be said; NULL is nothing.
static LAST_WORDS: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// Gives this thread its time; the process ends by `signal` when it is over.
pub(crate) fn start(signal: c_int) {
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
    SIGNAL.store(signal, Ordering::Relaxed);
    THREAD.store(emergency::thread(), Ordering::Relaxed);
    USED.store(used(), Ordering::Relaxed);
    LEFT.store(PERIODS, Ordering::Relaxed);
    MAY_WAIT.store(false, Ordering::Relaxed);
    // SAFETY: plain system calls with places of the right type; the handler has the type that its flags demand.
    unsafe {
        let mut action: libc::sigaction = zeroed();
        action.sa_sigaction = on_alarm as *const () as usize;
        action.sa_flags = libc::SA_NODEFER;
        libc::sigaction(libc::SIGALRM, &raw const action, ptr::null_mut());
        let mut signals: libc::sigset_t = zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, libc::SIGALRM);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &raw const signals, ptr::null_mut());
    }
    wake_after(PERIOD);
}

/// The thread has done it in time.
pub(crate) fn stop() {
    wake_after(0);
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
}

/// Sets what is called when the time is over, or when what is done about the fault faults. It runs within a signal handler.
pub fn set_last_words(last_words: fn()) {
    LAST_WORDS.store(last_words as *mut (), Ordering::Release);
}

/// From now on the report is being written: nothing more is to be said, and the reader may be slow.
pub fn is_being_written() {
    LAST_WORDS.store(ptr::null_mut(), Ordering::Relaxed);
    MAY_WAIT.store(true, Ordering::Relaxed);
}

/// Says the last words, once.
pub(crate) fn say_last_words() {
    let last_words = LAST_WORDS.swap(ptr::null_mut(), Ordering::Acquire);
    if !last_words.is_null() {
        // SAFETY: `set_last_words` stored a function of this type.
        let last_words: fn() = unsafe { transmute(last_words) };
        last_words();
    }
}

/// Ends the process by a signal, whatever handles or blocks it.
pub(crate) fn die(signal: c_int) {
    // SAFETY: plain system calls with places of the right type; the default action ends the process.
    unsafe {
        libc::signal(signal, libc::SIG_DFL);
        let mut signals: libc::sigset_t = zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, signal);
        libc::pthread_sigmask(libc::SIG_UNBLOCK, &raw const signals, ptr::null_mut());
        let (process, thread) = (emergency::process(), emergency::thread());
        libc::syscall(libc::SYS_tgkill, process, thread, signal);
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
        // Whoever reads the last words may be slow as well.
        wake_after(PERIOD);
        say_last_words();
    }
    die(SIGNAL.load(Ordering::Relaxed));
}

/// The processor's time that the thread has used, in nanoseconds.
fn used() -> u64 {
    // How Linux numbers the clocks of threads: the bits of the number inverted, and what kind of clock it is.
    const OF_THREAD: i32 = 6;
    let clock = (!THREAD.load(Ordering::Relaxed) << 3) | OF_THREAD;
    // SAFETY: the place is of the right type; a clock that does not exist leaves it as it is.
    unsafe {
        let mut time: libc::timespec = zeroed();
        libc::clock_gettime(clock, &raw mut time);
        time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
    }
}

/// Has the alarm ring after so many microseconds; 0 takes that back.
fn wake_after(microseconds: i64) {
    // SAFETY: a plain system call with a place of the right type.
    unsafe {
        let mut timer: libc::itimerval = zeroed();
        timer.it_value.tv_usec = microseconds as libc::suseconds_t;
        libc::setitimer(libc::ITIMER_REAL, &raw const timer, ptr::null_mut());
    }
}
