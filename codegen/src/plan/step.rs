//! What wrappers and shims have in common.

use crate::model::{Function, Param};

/// One step of a wrapper or shim.
#[derive(Debug)]
pub struct Step<'a, A> {
    /// What is done.
    pub action: A,
    /// The argument that it is done to, with its position.
    pub argument: Option<(usize, &'a Param)>,
}

/// The enum of what members are in C.
pub const MEMBER_TYPES: &str = "HPyMember_FieldType";

/// The parameter of this name, with its position; the parser has checked that there is one.
pub(super) fn named<'a>(function: &'a Function, name: &str) -> Option<(usize, &'a Param)> {
    function
        .params
        .iter()
        .enumerate()
        .find(|(_, param)| param.name == name)
}
