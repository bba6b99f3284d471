//! `cargo xtask musl`

use anyhow::{Context, Result};
use clap::Args;

use super::sanitize::CORE;
use crate::{process, project};

const TARGET: &str = "x86_64-unknown-linux-musl";

/// Check that the Rust core compiles for Linux with musl; no test is run there
#[derive(Args)]
pub struct Musl {}

impl Musl {
    /// Compiles without linking.
    pub fn run(&self) -> Result<()> {
        let mut check = project::cargo();
        check.args(["check", "--target", TARGET]);
        for name in CORE {
            check.args(["--package", name]);
        }
        process::run(&mut check).context(format!(
            "the target comes with `rustup target add {TARGET}`"
        ))
    }
}
