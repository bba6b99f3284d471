//! The HPy universal ABI (major 0, minor 0) as Rust types.
//!
//! What repeats (the context, the `HPyFunc_*` types, the slot and other enums) is generated from
//! `api.toml`; the shapes that C code fills in by hand (`HPyDef`, `HPyType_Spec`, `HPyModuleDef`) are in
//! `defs`. Names are those of HPy's C headers.

#![no_std]
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals)]

#[macro_use]
mod handles;
mod defs;
mod python;

/// The context, function types and enums, generated from `api.toml`.
#[rustfmt::skip]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/abi.rs"));
}

pub use defs::*;
pub use generated::*;
pub use handles::*;
pub use python::*;
