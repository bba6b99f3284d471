//! Buffers: read-only copies of memory that belongs to a handle. They fault when they are misused.
//!
//! The last byte of a copy lies before a guard page. When its handle is closed, the whole copy becomes inaccessible,
//! and its address is not reused. The signal handler finds the owner of an address without locks. Where there is no
//! memory for a copy, the extension gets the original memory, unguarded.

pub(crate) mod arena;
mod by_number;
pub(crate) mod guarded;
pub(crate) mod region;
