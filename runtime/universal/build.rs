//! Generates the context from `api.toml`; sets the `cfg`s of the CPython version.

fn main() {
    pyo3_build_config::use_pyo3_cfgs();
    hpy_codegen::check_by_hand();
    hpy_codegen::build("universal.rs");
    hpy_codegen::build("universal_tables.rs");
}
