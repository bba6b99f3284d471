//! `cargo xtask wheel`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use super::demo;
use crate::python::{self, Python, PythonsOption};
use crate::venv::Venv;
use crate::wheel::{self, Kind};
use crate::{files, process, project};

/// Build manylinux wheels, and try each in a clean environment with the demo
#[derive(Args)]
pub struct Wheel {
    #[command(flatten)]
    pythons: PythonsOption,

    /// Also build the source distribution, and try what pip makes of it
    #[arg(long)]
    source: bool,
}

impl Wheel {
    /// Builds, installs and tries the wheel of each interpreter, and says how large they are.
    pub fn run(&self) -> Result<()> {
        let mut built = Vec::new();
        let pythons = self.pythons.find()?;
        python::for_each(&pythons, |python| {
            let wheel = wheel::build(python, Kind::Portable)?;
            let module = try_out(python, &wheel, &[Path::new("--no-index")])?;
            built.push((size(&wheel)?, size(&module)?, wheel));
            Ok(())
        })?;
        if self.source {
            // pip gets maturin from the index.
            let source = wheel::build_source(&pythons[0])?;
            let module = try_out(&pythons[0], &source, &[])?;
            built.push((size(&source)?, size(&module)?, source));
        }
        println!("\n| distribution | size (kB) | its hpy.universal (kB) |\n|---|---:|---:|");
        for (whole, module, distribution) in &built {
            println!(
                "| {} | {} | {} |",
                shown(distribution),
                whole / 1000,
                module / 1000
            );
        }
        Ok(())
    }
}

/// Installs the distribution where nothing but setuptools is, and runs the demo there. Returns where the extension
/// module is then.
fn try_out(python: &Python, distribution: &Path, options: &[&Path]) -> Result<PathBuf> {
    files::remove_dir(&project::target("venvs").join(format!("clean-{}", python.tag())))?;
    let venv = Venv::ensure("clean", python, &demo::REQUIREMENTS)?;
    process::announce(format!(
        "trying {} in a clean environment",
        shown(distribution)
    ));
    venv.pip_install(&[options, &[distribution]].concat())?;
    demo::run_in(python, &venv)?;
    let mut ask = venv.python();
    ask.args([
        "-c",
        "import hpy.universal as module; print(module.__file__)",
    ]);
    Ok(PathBuf::from(process::stdout(&mut ask)?.trim_end()))
}

fn shown(distribution: &Path) -> String {
    PathBuf::from(distribution.file_name().unwrap_or_default())
        .display()
        .to_string()
}

fn size(file: &Path) -> Result<u64> {
    let metadata = std::fs::metadata(file);
    Ok(metadata
        .with_context(|| format!("cannot read {}", file.display()))?
        .len())
}
