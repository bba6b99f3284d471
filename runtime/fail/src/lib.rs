//! The HPy failing context: it forwards every call to another context, and makes some calls fail.
//!
//! A [`Plan`] says which call fails. A failed call sets an exception and consumes what it always consumes; it has no
//! other effect. The places of calls are remembered as [`Site`]s, so that each can be made to fail in turn.
//!
//! Everything here runs while the interpreter's lock is held, which protects the state.

mod call;
mod context;
mod failing;
mod functions;
mod host;
mod plan;
mod sites;

// The arguments come from a trampoline of the same signature.
#[allow(
    non_snake_case,
    non_upper_case_globals,
    unsafe_op_in_unsafe_fn,
    clippy::unnecessary_cast,
    reason = "C names and C contracts; one safety argument for all, above"
)]
#[rustfmt::skip]
mod facts;

// The safety of generated code rests on one argument: the caller is an extension that obeys the C signature, and its
// arguments are passed on unchanged.
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

pub use failing::{Failing, Lost};
pub use functions::Known;
pub use host::Host;
pub use plan::{After, Plan, Target};
pub use sites::{Site, SiteId};
