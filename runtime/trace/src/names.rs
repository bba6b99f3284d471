//! What counters are called.

include!(concat!(env!("OUT_DIR"), "/trace_names.rs"));
