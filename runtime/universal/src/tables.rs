//! What stands for HPy's slots and signatures in CPython.

#![allow(
    clippy::unnecessary_cast,
    clippy::useless_conversion,
    reason = "generated"
)]

include!(concat!(env!("OUT_DIR"), "/universal_tables.rs"));
