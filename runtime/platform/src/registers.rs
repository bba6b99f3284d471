//! Reads the processor's registers at the time of a signal.

pub(crate) use machine::*;

use crate::pages;

/// What the faulting instruction tried to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read.
    Read,
    /// Write.
    Write,
    /// Run code.
    Run,
}

/// Eight bytes of code, if they are readable.
pub(crate) fn code_at(address: usize) -> Option<[u8; 8]> {
    // SAFETY: they are readable, and code stays where it is.
    pages::is_readable(address)
        .then(|| unsafe { std::ptr::with_exposed_provenance::<[u8; 8]>(address).read() })
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use super::{Access, code_at};

    /// How the code begins that ends a signal handler: it loads the number of a system call.
    pub(crate) const END_OF_HANDLER: [u8; 8] = [0x48, 0xc7, 0xc0, 0x0f, 0, 0, 0, 0x0f];

    /// An instruction of the function that this is called in, and what its frame is unwound with.
    #[inline(always)]
    pub(crate) fn here() -> (u64, framehop::UnwindRegsNative) {
        let (ip, sp, bp): (u64, u64, u64);
        // SAFETY: the registers are only read.
        unsafe {
            core::arch::asm!(
                "lea {ip}, [rip]", "mov {sp}, rsp", "mov {bp}, rbp",
                ip = out(reg) ip, sp = out(reg) sp, bp = out(reg) bp,
                options(nomem, nostack, preserves_flags),
            );
        }
        (ip, framehop::UnwindRegsNative::new(ip, sp, bp))
    }

    /// The instruction, and the top of the stack.
    pub(crate) fn place(context: &libc::ucontext_t) -> (usize, usize) {
        let registers = &context.uc_mcontext.gregs;
        let at = |register| registers[register as usize] as usize;
        (at(libc::REG_RIP), at(libc::REG_RSP))
    }

    pub(crate) fn set_place(context: &mut libc::ucontext_t, (instruction, stack): (usize, usize)) {
        let registers = &mut context.uc_mcontext.gregs;
        registers[libc::REG_RIP as usize] = instruction as i64;
        registers[libc::REG_RSP as usize] = stack as i64;
    }

    /// Whether a system call has just returned.
    pub(crate) fn is_after_call(context: &libc::ucontext_t) -> bool {
        const SYSCALL: [u8; 2] = [0x0f, 0x05];
        code_at(place(context).0.wrapping_sub(8)).is_some_and(|code| code.ends_with(&SYSCALL))
    }

    /// Where a function that has just been called returns to.
    ///
    /// # Safety
    /// One has been called.
    pub(crate) unsafe fn caller(context: &libc::ucontext_t) -> (usize, usize) {
        let (_, stack) = place(context);
        // SAFETY: by contract, the call has pushed it.
        let instruction = unsafe { *std::ptr::with_exposed_provenance::<usize>(stack) };
        (instruction, stack + size_of::<usize>())
    }

    /// What a fault was about to do.
    pub(crate) fn access(context: &libc::ucontext_t, _: Option<usize>) -> Option<Access> {
        const PAGE_FAULT: i64 = 14;
        const WRITE: i64 = 1 << 1;
        const RUN: i64 = 1 << 4;
        let registers = &context.uc_mcontext.gregs;
        if registers[libc::REG_TRAPNO as usize] != PAGE_FAULT {
            return None;
        }
        Some(match registers[libc::REG_ERR as usize] {
            error if error & RUN != 0 => Access::Run,
            error if error & WRITE != 0 => Access::Write,
            _ => Access::Read,
        })
    }
}

#[cfg(target_arch = "aarch64")]
mod machine {
    use super::{Access, code_at};

    /// How the code begins that ends a signal handler: it makes a system call.
    pub(crate) const END_OF_HANDLER: [u8; 8] = [0x68, 0x11, 0x80, 0xd2, 0x01, 0, 0, 0xd4];

    /// Bytes for records behind the registers, at the end of `mcontext_t`.
    const RECORDS: usize = 4096;
    /// Bytes of them that are looked at: what is asked for comes early.
    const LOOKED_AT: usize = 1024;

    /// An instruction of the function that this is called in, and what its frame is unwound with: frame pointers do not need
    /// `lr`.
    #[inline(always)]
    pub(crate) fn here() -> (u64, framehop::UnwindRegsNative) {
        let (pc, sp, fp): (u64, u64, u64);
        // XPACLRI, which is `hint #7`, clears the signature of the address in `lr`. Processors without signatures clear nothing.
        let mut address_bits: u64 = (1 << 55) - 1;
        // SAFETY: the registers are only read, but for `lr`, of which the compiler is told.
        unsafe {
            core::arch::asm!(
                "adr {pc}, .", "mov {sp}, sp", "mov {fp}, x29",
                "mov x30, {bits}", "hint #7", "mov {bits}, x30",
                pc = out(reg) pc, sp = out(reg) sp, fp = out(reg) fp, bits = inout(reg) address_bits, out("lr") _,
                options(nomem, nostack, preserves_flags),
            );
        }
        let mask = framehop::aarch64::PtrAuthMask(address_bits);
        let registers = framehop::UnwindRegsNative::new_with_ptr_auth_mask(mask, 0, sp, fp);
        (pc, registers)
    }

    /// The instruction, and the top of the stack.
    pub(crate) fn place(context: &libc::ucontext_t) -> (usize, usize) {
        let registers = &context.uc_mcontext;
        (registers.pc as usize, registers.sp as usize)
    }

    pub(crate) fn set_place(context: &mut libc::ucontext_t, (instruction, stack): (usize, usize)) {
        context.uc_mcontext.pc = instruction as u64;
        context.uc_mcontext.sp = stack as u64;
    }

    /// Whether a system call has just returned.
    pub(crate) fn is_after_call(context: &libc::ucontext_t) -> bool {
        const SVC: [u8; 4] = 0xd400_0001_u32.to_le_bytes();
        code_at(place(context).0.wrapping_sub(8)).is_some_and(|code| code.ends_with(&SVC))
    }

    /// Where a function that has just been called returns to.
    ///
    /// # Safety
    /// One has been called.
    pub(crate) unsafe fn caller(context: &libc::ucontext_t) -> (usize, usize) {
        const LINK: usize = 30;
        (context.uc_mcontext.regs[LINK] as usize, place(context).1)
    }

    /// What a fault was about to do.
    pub(crate) fn access(context: &libc::ucontext_t, address: Option<usize>) -> Option<Access> {
        const CLASS: u32 = 26;
        const WRITE: u64 = 1 << 6;
        if address == Some(place(context).0) {
            return Some(Access::Run);
        }
        let syndrome = syndrome(context)?;
        match syndrome >> CLASS {
            0x20 | 0x21 => Some(Access::Run),
            0x24 | 0x25 if syndrome & WRITE != 0 => Some(Access::Write),
            0x24 | 0x25 => Some(Access::Read),
            _ => None,
        }
    }

    /// The exception syndrome register. The kernel appends it to the registers, as one of several records: each begins
    /// with a number that tells its kind and with its size, and a record of zeros ends them.
    fn syndrome(context: &libc::ucontext_t) -> Option<u64> {
        const SYNDROME: u32 = 0x4553_5201;
        let registers = &raw const context.uc_mcontext;
        let mut at = 0;
        while at < LOOKED_AT {
            // SAFETY: the kernel has written records there, each aligned for its numbers.
            unsafe {
                let record = registers.add(1).byte_sub(RECORDS - at).cast::<u32>();
                match (*record, *record.add(1)) {
                    (SYNDROME, _) => return Some(record.add(2).cast::<u64>().read()),
                    (0, _) | (_, 0) => return None,
                    (_, size) => at += size as usize,
                }
            }
        }
        None
    }
}
