//! Buffers that are handed out, closed and given up, in any order.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hpy_debug::fuzzing::buffers(bytes));
