//! `cargo xtask rustdoc`

use anyhow::Result;
use clap::Args;

use crate::python::Python;
use crate::{process, project};

/// The crate whose page leads through the others.
const FIRST_PAGE: &str = "hpy-python";

/// Make the pages of our crates, private items included. A warning is an error
#[derive(Args)]
pub struct Rustdoc {
    /// Show the first page in a browser
    #[arg(long)]
    open: bool,
}

impl Rustdoc {
    /// Makes the pages, and opens the first.
    pub fn run(&self) -> Result<()> {
        let python = Python::default()?;
        make(&["--workspace"], &python)?;
        if self.open {
            make(&["--package", FIRST_PAGE, "--open"], &python)?;
        }
        Ok(())
    }
}

/// Makes the pages of all crates, which are compiled for this Python.
pub fn check(python: &Python) -> Result<()> {
    process::announce("making the pages of rustdoc");
    make(&["--workspace"], python)
}

fn make(arguments: &[&str], python: &Python) -> Result<()> {
    let mut doc = project::cargo();
    doc.args(["doc", "--no-deps", "--document-private-items"])
        .args(arguments)
        .env("RUSTDOCFLAGS", "-D warnings");
    // Otherwise PyO3 looks for another one.
    if !python.needs_older_pyo3() {
        doc.env("PYO3_PYTHON", &python.executable);
    }
    process::run(&mut doc)
}
