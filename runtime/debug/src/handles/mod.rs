//! Handles: numbers that stand for handles of the context below, and for builders and trackers.
//!
//! A closed handle is recognised as closed for ever. Its object is remembered while its slot is in the quarantine. A
//! wild value is recognised without dereferencing it. The table never calls the context below: whoever closes a
//! handle gets the handle below back, and closes that.

pub(crate) mod handle_table;
pub(crate) mod quarantine;
pub(crate) mod resources;
pub(crate) mod slots;
pub(crate) mod table;
