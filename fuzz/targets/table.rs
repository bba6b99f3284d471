//! Keys of the handle table, and arbitrary values that are none.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hpy_debug::fuzzing::table(bytes));
