//! `cargo xtask audit`

use std::path::Path;

use anyhow::Result;
use clap::Args;

use crate::{files, project};

/// How a wrapper of a context function begins.
const WRAPPER: &str = "unsafe extern \"C\" fn ctx_";

/// Count what the generator writes and what people write
#[derive(Args)]
pub struct Audit {
    /// Print how many debug wrappers are generated and how many are written by hand
    #[arg(long, required = true)]
    counts: bool,
}

impl Audit {
    /// Prints the counts.
    pub fn run(&self) -> Result<()> {
        let root = project::root();
        println!(
            "debug wrappers generated: {}",
            wrappers(&root.join("generated/debug.rs"))?
        );
        println!(
            "debug wrappers by hand: {}",
            wrappers(&root.join("runtime/debug/src"))?
        );
        Ok(())
    }
}

/// The wrappers in a file, or in all files below a directory.
fn wrappers(path: &Path) -> Result<usize> {
    if path.is_dir() {
        return files::list(path)?.iter().map(|file| wrappers(file)).sum();
    }
    Ok(files::read(path)?.matches(WRAPPER).count())
}
