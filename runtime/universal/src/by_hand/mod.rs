//! The functions of the universal context that need more than one C-API call.
//!
//! Each `ctx_*` function is a member of the context and is called under HPy's rules: the thread holds
//! the GIL; handles are live, and null only where `api.toml` says so; strings end with NUL; the context
//! is the universal one. An exception that a function ends with is set in the interpreter.
//!
//! Python code may run when an object is called or queried, when a reference is released (finalizers), and before
//! CPython 3.12 when an object with GC is created (finalizers of others). It may call any function of the context,
//! and release the GIL. A function that may run Python code says so. Meanwhile it holds only what the caller's
//! handles keep alive and what it owns: no lock, and no Rust reference to memory that others can reach.

mod buffer;
mod builders;
mod bytes;
mod call;
mod capsule;
mod compile;
mod contextvar;
mod defs;
mod errors;
mod items;
mod long;
mod module;
mod object;
mod owned;
mod storage;
mod tracker;
mod types;

pub(crate) use buffer::*;
pub(crate) use builders::*;
pub(crate) use bytes::*;
pub(crate) use call::*;
pub(crate) use capsule::*;
pub(crate) use compile::*;
pub(crate) use contextvar::*;
pub(crate) use errors::*;
pub(crate) use items::*;
pub(crate) use long::*;
pub use module::*;
pub(crate) use object::*;
pub(crate) use owned::Owned;
pub(crate) use storage::*;
pub(crate) use tracker::*;
pub(crate) use types::*;
pub use types::{FieldsOf, called_by, fields_of, has_shape, on_end, visit_fields};
