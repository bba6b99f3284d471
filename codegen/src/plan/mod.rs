//! Plans what the generated code of the debug context does, step by step.
//!
//! The emitter turns the steps into code and the audit prints them, so the two always agree. A step is one
//! call of the runtime: of a method of `Call` in a wrapper, of a method of `Frame` in a shim.

pub mod checks;
mod shim;
mod step;
mod wrapper;

pub use shim::{Shim, ShimAction};
pub use step::{MEMBER_TYPES, Step};
pub use wrapper::{Wrapper, WrapperAction};
