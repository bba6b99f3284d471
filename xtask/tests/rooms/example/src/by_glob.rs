use crate::data::*;
