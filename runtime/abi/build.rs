//! Generates the ABI from `api.toml`.

fn main() {
    hpy_codegen::build("abi.rs");
}
