//! The HPy universal context on CPython.
//!
//! A handle is the address of its object plus one. Functions that are one C-API call are generated from
//! `api.toml`; the rest is in `by_hand`, and what differs between versions of CPython in `compat`.

#![allow(
    non_snake_case,
    non_upper_case_globals,
    reason = "names are those of HPy's headers"
)]

mod by_hand;
mod compat;
mod handles;
mod layout;
mod tables;
mod trampoline;

// The safety of what is generated rests on one argument: the caller is an extension that holds the GIL and
// passes handles of this context, each of which holds a reference; C functions get what their contract demands.
#[allow(
    non_camel_case_types,
    unsafe_op_in_unsafe_fn,
    clippy::missing_transmute_annotations,
    clippy::unnecessary_cast,
    clippy::useless_conversion,
    deprecated,
    reason = "C names and C contracts, also those that newer versions of CPython advise against; one safety argument for all, above"
)]
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/universal.rs"));
}

pub use by_hand::{
    FieldsOf, called_by, create_module_def, fields_of, has_shape, on_end, visit_fields,
};
pub use compat::is_ending;
pub use handles::{h2py, py2f, py2h};
use hpy_abi::{HPy, HPyContext};

/// Gives a context the constants of the interpreter that is running.
///
/// # Safety
/// The GIL is held, and `ctx` is a universal context.
pub unsafe fn begin_life(ctx: *mut HPyContext) {
    // SAFETY: by contract.
    unsafe { generated::fill_constants(ctx) }
}

/// Makes the universal context, or sets an exception.
///
/// # Safety
/// The GIL is held. The result is used for the interpreter that is running, while it runs.
pub unsafe fn new_context() -> Option<HPyContext> {
    let mut ctx = generated::CONTEXT;
    // SAFETY: by contract the GIL is held, so CPython's objects may be looked up.
    unsafe {
        by_hand::make_ready().ok()?;
        generated::fill_constants(&raw mut ctx);
    }
    debug_assert!(ctx.h_None != HPy::NULL);
    Some(ctx)
}
