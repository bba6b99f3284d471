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
            wrappers_in_file(&root.join("generated/debug.rs"))?
        );
        println!(
            "debug wrappers by hand: {}",
            wrappers_in_directory(&root.join("runtime/debug/src"))?
        );
        Ok(())
    }
}

fn wrappers_in_file(path: &Path) -> Result<usize> {
    Ok(files::read(path)?.matches(WRAPPER).count())
}

fn wrappers_in_directory(directory: &Path) -> Result<usize> {
    let mut count = 0;
    for path in files::list(directory)? {
        if path.is_dir() {
            count += wrappers_in_directory(&path)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            count += wrappers_in_file(&path)?;
        }
    }
    Ok(count)
}
