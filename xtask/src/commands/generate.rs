//! `cargo xtask generate`

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use crate::{cpython_names, files, process, project};

/// Refresh generated/ from api.toml, and the names of the C API from its bindings
#[derive(Args)]
pub struct Generate {
    /// Write nothing; fail and name the files that are stale
    #[arg(long)]
    check: bool,
}

impl Generate {
    /// Writes or compares every generated file.
    pub fn run(&self) -> Result<()> {
        // First, because the generator looks the names up.
        let names = cpython_names::text()?;
        let mut stale = self.refresh(Path::new(cpython_names::FILE), &names)?;
        let generated = hpy_codegen::generate(project::root())?;
        for (path, text) in &generated {
            stale.extend(self.refresh(path, text)?);
        }
        if !self.check {
            return Ok(());
        }
        for path in &stale {
            eprintln!("stale: {}", path.display());
        }
        if !stale.is_empty() {
            bail!(
                "generated files do not match api.toml: run `cargo xtask generate` and commit the result"
            );
        }
        println!("{} generated files match api.toml", generated.len() + 1);
        Ok(())
    }

    /// The path where the file is stale; it is written unless this is a check.
    fn refresh(&self, relative: &Path, text: &str) -> Result<Vec<PathBuf>> {
        let path = project::root().join(relative);
        if path.exists() && files::read(&path)? == text {
            return Ok(Vec::new());
        }
        if !self.check {
            files::write(&path, text)?;
            process::announce(format!("wrote {}", relative.display()));
        }
        Ok(vec![relative.to_owned()])
    }
}
