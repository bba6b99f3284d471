//! `cargo xtask generate`

use anyhow::{Result, bail};
use clap::Args;

use crate::{files, process, project};

/// Refresh generated/ from api.toml
#[derive(Args)]
pub struct Generate {
    /// Write nothing; fail and name the files that are stale
    #[arg(long)]
    check: bool,
}

impl Generate {
    /// Writes or compares every generated file.
    pub fn run(&self) -> Result<()> {
        let root = project::root();
        let generated = hpy_codegen::generate(root)?;
        let mut stale = Vec::new();
        for (path, text) in &generated {
            let path = root.join(path);
            if !path.exists() || files::read(&path)? != *text {
                stale.push((path, text));
            }
        }
        if !self.check {
            for (path, text) in &stale {
                files::write(path, text)?;
                process::announce(format!("wrote {}", path.display()));
            }
            return Ok(());
        }
        for (path, _) in &stale {
            eprintln!("stale: {}", path.strip_prefix(root)?.display());
        }
        if !stale.is_empty() {
            bail!(
                "generated files do not match api.toml: run `cargo xtask generate` and commit the result"
            );
        }
        println!("{} generated files match api.toml", generated.len());
        Ok(())
    }
}
