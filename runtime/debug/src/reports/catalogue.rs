//! What `api.toml` says of functions, checks, resources, shapes and slots, for checks and reports.

#![allow(
    non_snake_case,
    non_upper_case_globals,
    reason = "functions are called as in C"
)]

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
