//! Calls in both directions, and their checks.
//!
//! The generated wrappers consist of functions of `Call` (the extension calls the interpreter), the shims of
//! functions of `Frame` (the interpreter calls the extension). Correct calls stay in `call.rs`; anything suspicious
//! goes on in `suspect.rs`. No reference to the runtime is kept while other code runs.

pub(crate) mod call;
pub(crate) mod error_value;
pub(crate) mod fields;
pub(crate) mod frame;
pub(crate) mod suspect;
pub(crate) mod type_spec;
