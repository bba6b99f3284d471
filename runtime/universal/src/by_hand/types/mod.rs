//! Types made by extensions, and their instances.

mod call_protocol;
mod classes;
mod data;
mod from_spec;
mod instance;
mod layout;
mod members;
mod nesting;
mod new;
mod ownership;
mod params;
mod placement;
mod query;
mod ready;
mod slots;
mod struct_member;

pub use call_protocol::called_by;
pub(crate) use call_protocol::ctx_SetCallFunction;
pub(crate) use data::attach;
pub(crate) use from_spec::ctx_Type_FromSpec;
pub(crate) use layout::{
    ctx_AsStruct_Dict, ctx_AsStruct_Float, ctx_AsStruct_Legacy, ctx_AsStruct_List,
    ctx_AsStruct_Long, ctx_AsStruct_Object, ctx_AsStruct_Tuple, ctx_AsStruct_Type,
    ctx_AsStruct_Unicode,
};
pub(crate) use new::{ctx_New, ctx_Type_GenericNew};
pub use ownership::{FieldsOf, fields_of, on_end, visit_fields};
pub(crate) use query::{ctx_Type_GetBuiltinShape, ctx_Type_GetName};
pub(crate) use ready::make_ready;
