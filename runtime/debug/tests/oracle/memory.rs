//! The copies of memory that the extension was given, and whether they fault when they must.

use hpy_platform::pages::can_access;

use crate::model::Model;
use crate::ops::Access;

/// A copy of memory that belongs to a handle.
struct Copy {
    address: usize,
    /// Bytes, the NUL among them.
    len: usize,
    owner: isize,
}

/// All copies that were given out.
#[derive(Default)]
pub struct Copies(Vec<Copy>);

impl Copies {
    /// Notes a copy.
    pub fn add(&mut self, address: usize, len: usize, owner: isize) {
        if !self
            .0
            .iter()
            .any(|copy| (copy.address, copy.owner) == (address, owner))
        {
            self.0.push(Copy {
                address,
                len,
                owner,
            });
        }
    }

    /// Accesses a copy that was given out some time; says what should not be.
    pub fn access(&self, model: &Model, which: u16, access: Access) -> Result<(), String> {
        if self.0.is_empty() {
            return Ok(());
        }
        let copy = &self.0[usize::from(which) % self.0.len()];
        let address = match access {
            Access::ReadEnd => copy.address + copy.len,
            _ => copy.address,
        };
        let is_open = || model.handle(copy.owner).is_some_and(|owner| owner.is_open);
        let is_allowed = matches!(access, Access::Read) && is_open();
        let works = can_access(address, matches!(access, Access::Write));
        if works == is_allowed {
            return Ok(());
        }
        Err(format!(
            "{access:?} of {} bytes of {:#x} works: {works}",
            copy.len, copy.owner
        ))
    }
}
