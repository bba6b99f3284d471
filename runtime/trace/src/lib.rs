//! The HPy trace context: a context that counts and times every call and forwards it to another context. Each extension has
//! one of its own; they count in the same [`Tracer`].
//!
//! Everything here runs while the interpreter's lock is held; that lock is what guards the state.

mod call;
mod context;
mod nodes;
mod stacks;
mod threads;
mod timeline;
mod tracer;

// The safety of what is generated rests on one argument: the caller is an extension that passes what
// the C signature demands, and it is passed on unchanged.
#[allow(
    non_snake_case,
    unsafe_op_in_unsafe_fn,
    clippy::let_unit_value,
    reason = "C names and C contracts; one safety argument for all, above"
)]
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/trace.rs"));
}

pub use nodes::{Count, Place};
pub use timeline::{Event, Timeline};
pub use tracer::{Hook, Tracer};
