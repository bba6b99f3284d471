//! `cargo xtask rustdoc`

use anyhow::Result;
use clap::Args;

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
        make(&["--workspace"])?;
        if self.open {
            make(&["--package", FIRST_PAGE, "--open"])?;
        }
        Ok(())
    }
}

/// Makes the pages of all crates.
pub fn check() -> Result<()> {
    process::announce("making the pages of rustdoc");
    make(&["--workspace"])
}

fn make(arguments: &[&str]) -> Result<()> {
    process::run(
        project::cargo()
            .args(["doc", "--no-deps", "--document-private-items"])
            .args(arguments)
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}
