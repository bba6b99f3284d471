//! Generates the wrappers from `api.toml`, and what they report of functions.

fn main() {
    hpy_codegen::build("catalogue.rs");
    hpy_codegen::build("debug.rs");
}
