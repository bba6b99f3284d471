//! Which calls fail.

use crate::sites::SiteId;

/// The first call that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// None does.
    Nothing,
    /// The call of this number, of those that can fail; 1 is the first.
    Number(u64),
    /// The first call at a site.
    Site(SiteId),
}

/// What becomes of later calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// They are passed on.
    Nothing,
    /// Those at the same site fail as well.
    Site,
    /// Every one fails that can.
    Everything,
}

/// Which calls fail, and whether it is remembered where calls come from.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The first call that fails.
    pub target: Target,
    /// What becomes of later calls.
    pub after: After,
    /// Whether every site is remembered, not only those that fail.
    pub learns: bool,
    /// So many frames of the extension, nearest first, tell sites apart.
    pub depth: usize,
}

impl Plan {
    /// No call fails.
    pub(crate) const NONE: Self = Self {
        target: Target::Nothing,
        after: After::Nothing,
        learns: false,
        depth: 1,
    };
}
