//! Reads `api.toml`, the description of the HPy API, and generates the repetitive code.
//!
//! `parse` turns the text into the [`model`]; each file under `emit` turns the model into one
//! generated file. Nothing flows back.

pub mod audit;
mod by_hand;
pub mod cpython;
pub mod ctype;
mod diagnostics;
pub mod diff;
pub mod emit;
pub mod facts;
pub mod grid;
pub mod model;
mod parse;
pub mod plan;
mod spec;
mod table;
pub mod words;

use std::path::{Path, PathBuf};

pub use diagnostics::{Report, closest};
pub use model::SPEC;
pub use parse::parse;
pub use spec::{Error, load};

/// Generates all files from the spec at `root`: paths relative to `root`, and texts.
pub fn generate(root: &Path) -> Result<Vec<(PathBuf, String)>, Error> {
    let spec = load(root)?;
    Ok(emit::FILES
        .iter()
        .map(|file| (Path::new("generated").join(file.name), file.text(&spec)))
        .collect())
}

/// For a crate's `build.rs`: writes the generated file of this name to `OUT_DIR`, and tells cargo when to run
/// the script again. If the spec is wrong, the build ends with the report.
pub fn build(name: &str) {
    let root = root_of_build();
    println!("cargo::rerun-if-changed={}", root.join(SPEC).display());
    let spec = load(&root).unwrap_or_else(|error| refuse(&error));
    let file = emit::FILES
        .iter()
        .find(|file| file.name == name)
        .expect("a file that is generated");
    let out = std::env::var_os("OUT_DIR").expect("cargo sets it for build scripts");
    std::fs::write(Path::new(&out).join(name), file.text(&spec)).expect("OUT_DIR is writable");
}

/// For the `build.rs` of the wheel: writes the spec and its audit to this directory.
#[cfg(feature = "json")]
pub fn pack(directory: &Path) -> std::io::Result<()> {
    let root = root_of_build();
    let spec = load(&root).unwrap_or_else(|error| refuse(&error));
    let audit = emit::audit_json::emit(&audit::Audit::new(&spec));
    std::fs::create_dir_all(directory)?;
    std::fs::copy(root.join(SPEC), directory.join(SPEC))?;
    std::fs::write(directory.join("audit.json"), audit.to_string())
}

/// For the `build.rs` of the universal context: if a handwritten function is missing, the build ends with a report
/// that says where it belongs.
pub fn check_by_hand() {
    let root = root_of_build();
    let directory = root.join(by_hand::DIRECTORY);
    println!("cargo::rerun-if-changed={}", directory.display());
    let source = std::fs::read_to_string(root.join(SPEC))
        .map_err(|error| Error::Unreadable(root.join(SPEC), error));
    let checked = source.and_then(|source| by_hand::check(&load(&root)?, &source, &root));
    checked.unwrap_or_else(|error| refuse(&error));
}

fn root_of_build() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it for build scripts");
    let root = Path::new(&manifest)
        .ancestors()
        .find(|dir| dir.join(SPEC).is_file());
    root.expect("a crate of this repository stands below api.toml")
        .to_owned()
}

fn refuse(error: &Error) -> ! {
    eprintln!("{error}");
    std::process::exit(1)
}
