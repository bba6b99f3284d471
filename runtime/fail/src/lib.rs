//! The HPy failing context: a context that forwards every call to another context, and has some fail instead.
//!
//! Which call fails is a [`Plan`]. A call that fails has no effect but to set an exception and to take what it takes
//! anyway. Where calls come from is remembered as [`Site`]s, so that each can be made to fail in turn.
//!
//! Everything here runs while the interpreter's lock is held; that lock is what guards the state.

mod call;
mod context;
mod failing;
mod functions;
mod host;
mod plan;
mod sites;

// What is read was filled in by a trampoline of the same signature.
#[allow(
    non_snake_case,
    non_upper_case_globals,
    unsafe_op_in_unsafe_fn,
    clippy::unnecessary_cast,
    reason = "C names and C contracts; one safety argument for all, above"
)]
#[rustfmt::skip]
mod facts;

// The safety of what is generated rests on one argument: the caller is an extension that passes what
// the C signature demands, and it is passed on unchanged.
#[allow(
    non_snake_case,
    non_upper_case_globals,
    unsafe_op_in_unsafe_fn,
    clippy::let_unit_value,
    clippy::unnecessary_cast,
    reason = "C names and C contracts; one safety argument for all, above"
)]
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/fail.rs"));
}

pub use failing::{Failed, Failing, Lost};
pub use functions::Known;
pub use host::Host;
pub use plan::{After, Plan, Target};
pub use sites::{Site, SiteId};
