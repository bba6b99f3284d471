//! Calls, in either direction, and what is checked in them.
//!
//! The generated wrappers consist of functions of `Call` (the extension calls the interpreter), the shims of
//! those of `Frame` (the interpreter calls the extension). A call that is right stays in `call.rs`; whatever
//! may be wrong goes on in `suspect.rs`. No reference to the runtime is kept while other code runs.

pub(crate) mod call;
pub(crate) mod error_value;
pub(crate) mod fields;
pub(crate) mod frame;
pub(crate) mod suspect;
pub(crate) mod type_spec;
