pub use crate::data::*;
