//! Maps whose keys are numbers of our own: nobody can choose them so that many have the same hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) type ByNumber<T> = HashMap<u32, T, BuildHasherDefault<Spread>>;

/// One multiplication. Its upper bits depend on all bits of the key; its lower bits differ if those of the key do.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        (bytes.iter()).for_each(|byte| self.write_u32((*byte).into()));
    }

    #[inline(always)]
    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    #[inline(always)]
    fn finish(&self) -> u64 {
        self.0
    }
}
