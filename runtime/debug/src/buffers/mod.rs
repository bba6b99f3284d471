//! Buffers: read-only copies of memory that belongs to a handle, which fault where they are misused.
//!
//! The last byte of a copy stands against an inaccessible page; once its handle is closed, all of it is
//! inaccessible, at an address that is not used again. A signal handler finds out whose an address is
//! without asking anybody. Where no memory is left, the memory itself is handed out, unguarded.

pub(crate) mod arena;
mod by_number;
pub(crate) mod guarded;
pub(crate) mod region;
