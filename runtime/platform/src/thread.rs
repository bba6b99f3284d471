//! Identifies the current thread, as fast as possible.

/// A number that no other running thread has.
#[cfg(all(target_arch = "x86_64", target_os = "linux", not(miri)))]
#[inline(always)]
pub fn current() -> usize {
    let pointer;
    // SAFETY: the System V ABI stores the thread pointer at the start of the thread's segment.
    unsafe {
        core::arch::asm!("mov {}, fs:0", out(reg) pointer, options(nostack, preserves_flags, readonly));
    }
    pointer
}

/// A number that no other running thread has: the address of a thread-local.
#[cfg(not(all(target_arch = "x86_64", target_os = "linux", not(miri))))]
pub fn current() -> usize {
    thread_local! {
        static HERE: u8 = const { 0 };
    }
    HERE.with(|here| (&raw const *here).addr())
}

/// Stops this thread for ever; the process goes on.
pub fn hang() -> ! {
    loop {
        std::thread::park();
    }
}

/// The number by which the system and other tools know this thread.
pub fn id() -> u32 {
    thread_local! {
        static ID: u32 = number().cast_unsigned();
    }
    ID.with(|id| *id)
}

/// The same, asked anew: a signal handler must not use thread-local variables.
pub(crate) fn number() -> i32 {
    // glibc has `gettid` since 2.30, and wheels support 2.17.
    // SAFETY: a plain system call.
    unsafe { libc::syscall(libc::SYS_gettid) as i32 }
}
