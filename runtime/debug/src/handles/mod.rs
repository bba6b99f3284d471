//! Handles: numbers that stand for handles of the context below, and for builders and trackers.
//!
//! A number that was closed stays known as closed for ever; what it stood for is remembered while its slot
//! waits in the quarantine. A wild number is told apart without being dereferenced. The table never calls
//! the context below: whoever closes a handle gets the one below back, and closes that.

pub(crate) mod handle_table;
pub(crate) mod quarantine;
pub(crate) mod resources;
pub(crate) mod slots;
pub(crate) mod table;
