//! What the compiler must not do.

/// The compiler keeps the order of what is done before and after this. So it makes neither one condition of two, nor a
/// jump of a call.
#[inline(always)]
pub fn keep_order() {
    // SAFETY: there are no instructions in it.
    #[cfg(not(miri))]
    unsafe {
        core::arch::asm!("", options(nomem, nostack, preserves_flags));
    }
}
