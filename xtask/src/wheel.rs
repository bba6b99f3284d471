//! Building our own wheel and putting it into a virtual environment.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::python::Python;
use crate::venv::Venv;
use crate::{files, process, project};

const INSTALLED: &str = "installed-wheel.txt";

/// Builds the wheel for this interpreter and installs it, unless the same one is installed already.
pub fn build_and_install(python: &Python, venv: &Venv) -> Result<()> {
    let wheel = build(python)?;
    let contents = fs::read(&wheel).with_context(|| format!("cannot read {}", wheel.display()))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&contents);
    let hash = format!("{:016x}", hasher.finish());

    let marker = venv.root().join(INSTALLED);
    if marker.exists() && files::read(&marker)? == hash {
        return Ok(());
    }
    process::announce(format!("installing {}", wheel.display()));
    venv.pip_install(&[
        Path::new("--force-reinstall"),
        Path::new("--no-deps"),
        &wheel,
    ])?;
    files::write(&marker, hash)
}

fn build(python: &Python) -> Result<PathBuf> {
    let tools = Venv::ensure("tools", python, &["maturin>=1.7,<2"])?;
    let directory = project::target("wheels").join(python.tag());
    files::remove_dir(&directory)?;
    process::announce(format!("building the wheel for Python {}", python.tag()));
    let mut command = Command::new(tools.program("maturin"));
    command
        // A fixed time, the first that a zip archive can hold, makes equal contents an equal wheel.
        .env("SOURCE_DATE_EPOCH", "315532800")
        .args([
            "build",
            "--quiet",
            "--release",
            "--compatibility",
            "linux",
            "--interpreter",
        ])
        .arg(&python.executable)
        .arg("--out")
        .arg(&directory)
        .current_dir(project::root());
    process::run(&mut command)?;

    let wheels = files::list(&directory)?;
    match <[PathBuf; 1]>::try_from(wheels) {
        Ok([wheel]) => Ok(wheel),
        Err(found) => bail!(
            "expected one wheel in {}, found {}",
            directory.display(),
            found.len()
        ),
    }
}
