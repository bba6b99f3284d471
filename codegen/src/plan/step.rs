//! What the plans of wrappers and shims share.

use crate::model::{Function, Param};

/// One step of a wrapper or shim.
#[derive(Debug)]
pub struct Step<'a, A> {
    /// What is done.
    pub action: A,
    /// The argument that it handles, with its position.
    pub argument: Option<(usize, &'a Param)>,
}

/// The enum of the C types of members.
pub const MEMBER_TYPES: &str = "HPyMember_FieldType";

/// The parameter of this name, with its position. The parser has checked that it exists.
pub(super) fn named<'a>(function: &'a Function, name: &str) -> Option<(usize, &'a Param)> {
    function
        .params
        .iter()
        .enumerate()
        .find(|(_, param)| param.name == name)
}
