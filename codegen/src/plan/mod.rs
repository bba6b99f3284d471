//! What the generated code of the debug context does, step by step.
//!
//! The emitter writes the steps as code and the audit prints them, so the two cannot disagree. A step is one
//! call of a function of the runtime: of `Call` in a wrapper, of `Frame` in a shim.

pub mod checks;
mod shim;
mod step;
mod wrapper;

pub use shim::{Shim, ShimAction};
pub use step::{MEMBER_TYPES, Step};
pub use wrapper::{Wrapper, WrapperAction};
