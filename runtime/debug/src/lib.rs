//! The HPy debug context: a context that checks every call and forwards it to another context.
//!
//! It works over the function table of any `HPyContext` and never calls CPython. What else it needs is in [`Host`].
//! The wrappers and shims are generated from `api.toml`. They consist of the functions of `Call` (the extension calls
//! the interpreter) and `Frame` (the interpreter calls the extension).
//!
//! Everything here runs while the interpreter's lock is held, which protects the state.

mod buffers;
mod calls;
mod contexts;
mod deferred;
mod faults;
#[cfg(any(test, fuzzing))]
pub mod fuzzing;
mod handles;
mod host;
mod inspect;
mod life;
mod misuse;
mod outside;
mod reports;
mod runtime;
mod stores;

// The safety of generated code rests on one argument: the caller is an extension that obeys the C signature, or the
// context below. Only their pointers are dereferenced.
#[allow(
    non_snake_case,
    non_upper_case_globals,
    unsafe_op_in_unsafe_fn,
    clippy::let_unit_value,
    clippy::missing_transmute_annotations,
    clippy::unnecessary_cast,
    reason = "C names and C contracts; one safety argument for all, above"
)]
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/debug.rs"));
}

pub use calls::frame::announced;
pub use faults::watch_extension;
pub use handles::handle_table::HandleId;
pub use host::{Decision, FieldsOf, Host};
pub use inspect::{HandleInfo, LeakGroup, catalogue};
pub use misuse::shortened;
pub use reports::formats::LEAK_TITLE;
pub use reports::line::{Line, frames_json, stack_json, stack_text};
pub use reports::names::define;
pub use reports::options::{OptionError, Options, Policy};
pub use reports::report::{Buffer, Check, Object, PythonFrame, Report, Trace};
pub use reports::sink::{complain, keep_stderr, write_leaks};
pub use reports::stacks::{describe_below, is_helper, read_frames, set_interpreter};
pub use runtime::Runtime;
