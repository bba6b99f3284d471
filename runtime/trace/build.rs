//! Generates the wrappers from `api.toml`.

fn main() {
    hpy_codegen::build("trace.rs");
}
