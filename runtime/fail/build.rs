//! Generates the wrappers from `api.toml`.

fn main() {
    hpy_codegen::build("fail.rs");
    hpy_codegen::build("fail_facts.rs");
}
