//! What stands for HPy's slots, signatures and shapes in CPython.

#![allow(
    clippy::unnecessary_cast,
    clippy::useless_conversion,
    reason = "generated"
)]

include!(concat!(env!("OUT_DIR"), "/universal_tables.rs"));
