//! The clock for durations. It reads the processor's time-stamp counter, which is several times as fast as the
//! system's clock. Where the counter's rate may change, it reads the system's clock.

use std::cell::OnceCell;

/// A clock that the system does not adjust.
const SYSTEM: libc::clockid_t = libc::CLOCK_MONOTONIC_RAW;

/// For how long both clocks are compared to learn the counter's frequency, in nanoseconds. This gives it to a few
/// millionths.
const COMPARED: u64 = 5_000_000;

/// A clock that counts ticks.
pub struct Clock {
    /// One reading of both clocks; `None` where the counter cannot be used.
    counter: Option<(u64, u64)>,
    /// Computed once, so that equal ticks are always equal times.
    nanoseconds_per_tick: OnceCell<f64>,
}

impl Default for Clock {
    /// The best clock of this machine.
    fn default() -> Self {
        let counter = has_counter().then(|| (counter(), system()));
        Self {
            counter,
            nanoseconds_per_tick: OnceCell::new(),
        }
    }
}

impl Clock {
    /// Ticks since a fixed moment in the past.
    #[inline(always)]
    pub fn now(&self) -> u64 {
        match self.counter {
            Some(_) => counter(),
            None => system(),
        }
    }

    /// Nanoseconds per tick. Waits a few milliseconds if the clock was created just now.
    pub fn nanoseconds_per_tick(&self) -> f64 {
        *self.nanoseconds_per_tick.get_or_init(|| self.compare())
    }

    /// The nanoseconds of so many ticks.
    pub fn nanoseconds(&self, ticks: u64) -> u64 {
        (ticks as f64 * self.nanoseconds_per_tick()) as u64
    }

    fn compare(&self) -> f64 {
        let Some((counter_then, system_then)) = self.counter else {
            return 1.0;
        };
        loop {
            let (ticks, nanoseconds) = (counter() - counter_then, system() - system_then);
            if nanoseconds >= COMPARED {
                return nanoseconds as f64 / ticks as f64;
            }
            std::hint::spin_loop();
        }
    }

    /// Ticks per second.
    pub fn frequency(&self) -> u64 {
        match self.counter {
            Some(_) => (1e9 / self.nanoseconds_per_tick()) as u64,
            None => 1_000_000_000 / resolution(),
        }
    }
}

/// Nanoseconds of the system's clock.
fn system() -> u64 {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the clock exists on Linux, and `time` is ours.
    unsafe { libc::clock_gettime(SYSTEM, &raw mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

/// Nanoseconds between two ticks of the system's clock.
fn resolution() -> u64 {
    let mut resolution = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the clock exists on Linux, and `resolution` is ours.
    unsafe { libc::clock_getres(SYSTEM, &raw mut resolution) };
    resolution.tv_nsec.max(1) as u64
}

/// The time-stamp counter.
#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn counter() -> u64 {
    // SAFETY: every x86-64 processor has it.
    unsafe { core::arch::x86_64::_rdtsc() }
}

/// Whether the counter's rate never changes. Under a hypervisor each question to the processor takes ten
/// microseconds. So the highest leaf is not asked for first: every 64-bit processor has the next one.
#[cfg(target_arch = "x86_64")]
fn has_counter() -> bool {
    use core::arch::x86_64::__cpuid;
    const POWER: u32 = 0x8000_0007;
    const INVARIANT: u32 = 1 << 8;
    __cpuid(POWER).edx & INVARIANT != 0
}

#[cfg(not(target_arch = "x86_64"))]
fn counter() -> u64 {
    system()
}

#[cfg(not(target_arch = "x86_64"))]
fn has_counter() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_turned_into_the_time_that_passed() {
        let clock = Clock::default();
        let (ticks, nanoseconds) = (clock.now(), system());
        std::thread::sleep(std::time::Duration::from_millis(20));
        let (ticks, nanoseconds) = (clock.now() - ticks, system() - nanoseconds);
        let ratio = ticks as f64 * clock.nanoseconds_per_tick() / nanoseconds as f64;
        assert!((0.9..1.1).contains(&ratio), "{ratio}");
    }

    #[test]
    fn the_frequency_is_that_of_the_ticks() {
        let clock = Clock::default();
        let product = clock.frequency() as f64 * clock.nanoseconds_per_tick();
        assert!(clock.counter.is_none() || (0.99e9..1.01e9).contains(&product));
    }
}
