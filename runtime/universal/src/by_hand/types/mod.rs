//! Types made by extensions, and their instances.

mod call_protocol;
mod classes;
mod data;
mod from_spec;
mod instance;
mod members;
mod nesting;
mod new;
mod ownership;
mod params;
mod placement;
mod query;
mod slots;
mod struct_member;

pub use call_protocol::called_by;
pub(crate) use call_protocol::ctx_SetCallFunction;
pub(crate) use data::attach;
pub(crate) use from_spec::ctx_Type_FromSpec;
pub(crate) use new::{ctx_New, ctx_Type_GenericNew};
pub use ownership::{FieldsOf, fields_of, on_end, visit_fields};
pub use query::has_shape;
pub(crate) use query::{ctx_Type_GetBuiltinShape, ctx_Type_GetName};

use crate::by_hand::errors::PyResult;

/// Prepares what types need, before any type is made.
///
/// # Safety
/// The thread holds the GIL.
pub(crate) unsafe fn make_ready() -> PyResult<()> {
    // SAFETY: by contract.
    unsafe {
        data::make_ready()?;
        classes::make_ready()?;
        instance::make_ready()
    }
}
