//! Where things are in the checkout.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The root of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the manifest of xtask is one directory below the root")
}

/// A path under `target/`, the only place where commands write.
pub fn target(relative: impl AsRef<Path>) -> PathBuf {
    root().join("target").join(relative)
}

/// Cargo in the checkout.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

/// The generator. Its command is to be added.
pub fn codegen() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "hpy-codegen", "--"]);
    command
}
