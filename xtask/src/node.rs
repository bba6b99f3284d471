//! Packages of npm, with which tests look at files that are made for others.

use std::process::Command;

use anyhow::Result;

use crate::{files, process, project};

/// The published schema of SARIF, what validates by a schema, and what writes commands of GitHub.
const PACKAGES: [&str; 3] = [
    "@microsoft/jest-sarif@1.0.0-beta.0",
    "ajv@6.12.6",
    "@actions/core@1.11.1",
];

/// Installs them below `target/node`. Tests that need them are skipped where there is no npm.
pub fn ensure() -> Result<()> {
    let directory = project::target("node");
    let marker = directory.join("packages.txt");
    let wanted = PACKAGES.join("\n");
    if marker.exists() && files::read(&marker)? == wanted {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    if process::output(npm.arg("--version")).is_err() {
        process::announce(
            "npm was not found (Debian: apt install npm): tests that need it are skipped",
        );
        return Ok(());
    }
    process::announce(format!("installing {}", PACKAGES.join(" ")));
    let mut install = Command::new("npm");
    install.args([
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
    ]);
    process::quiet(install.arg(&directory).args(PACKAGES))?;
    files::write(&marker, wanted)
}
