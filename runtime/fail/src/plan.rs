//! Which calls fail.

use crate::sites::SiteId;

/// The first call that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// No call.
    Nothing,
    /// The call with this number, among those that can fail; 1 is the first.
    Number(u64),
    /// The first call at a site.
    Site(SiteId),
}

/// What happens to later calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// They succeed.
    Nothing,
    /// Later calls at the same site fail, too.
    Site,
    /// All calls that can fail do.
    Everything,
}

/// Which calls fail, and whether all sites are remembered.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The first call that fails.
    pub target: Target,
    /// What becomes of later calls.
    pub after: After,
    /// Whether all sites are remembered, not only failing ones.
    pub learns: bool,
    /// The number of frames of the extension, nearest first, that distinguish sites.
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
