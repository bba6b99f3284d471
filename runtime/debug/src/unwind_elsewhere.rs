//! Stands in for `unwind` where that knows no way.

/// Walks nothing: the caller has a slower way.
#[derive(Default)]
pub(crate) struct Walker;

impl Walker {
    pub(crate) fn walk(&mut self, _: &mut Vec<usize>, _: usize) {}
}
