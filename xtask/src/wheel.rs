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

/// Builds the wheel for this interpreter and installs it, unless the same one is installed already; says whether it did.
pub fn build_and_install(python: &Python, venv: &Venv) -> Result<bool> {
    let wheel = build(python, Kind::Local)?;
    let contents = fs::read(&wheel).with_context(|| format!("cannot read {}", wheel.display()))?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&contents);
    let hash = format!("{:016x}", hasher.finish());

    let marker = venv.root().join(INSTALLED);
    if marker.exists() && files::read(&marker)? == hash {
        return Ok(false);
    }
    process::announce(format!("installing {}", wheel.display()));
    venv.pip_install(&[
        Path::new("--force-reinstall"),
        Path::new("--no-deps"),
        &wheel,
    ])?;
    files::write(&marker, hash)?;
    Ok(true)
}

/// Whom a wheel is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// This machine: linked with its C library, symbols kept.
    Local,
    /// Any Linux with glibc 2.17 or newer: linked by zig, checked by maturin, symbols left out.
    Portable,
}

impl Kind {
    fn requirement(self) -> &'static str {
        match self {
            Kind::Local => "maturin>=1.12,<2",
            Kind::Portable => "maturin[zig]>=1.12,<2",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Kind::Local => &["--compatibility", "linux"],
            Kind::Portable => &["--compatibility", "manylinux2014", "--zig", "--strip"],
        }
    }

    fn directory(self) -> PathBuf {
        project::target(match self {
            Kind::Local => "wheels",
            Kind::Portable => "wheels/portable",
        })
    }
}

/// Builds the wheel for this interpreter.
pub fn build(python: &Python, kind: Kind) -> Result<PathBuf> {
    let directory = kind.directory().join(python.tag());
    files::remove_dir(&directory)?;
    process::announce(format!("building the wheel for Python {}", python.tag()));
    let mut command = maturin(python, kind)?;
    command
        // A fixed time, the first that a zip archive can hold, makes equal contents an equal wheel.
        .env("SOURCE_DATE_EPOCH", "315532800")
        .args(["build", "--release"])
        .args(kind.arguments())
        .arg("--interpreter")
        .arg(&python.executable)
        .arg("--out")
        .arg(&directory);
    process::run(&mut command)?;
    built(python, kind)
}

/// Builds the source distribution.
pub fn build_source(python: &Python) -> Result<PathBuf> {
    let directory = project::target("wheels/source");
    files::remove_dir(&directory)?;
    process::announce("building the source distribution");
    let mut command = maturin(python, Kind::Local)?;
    command.args(["sdist", "--out"]).arg(&directory);
    process::run(&mut command)?;
    only_file(&directory)
}

fn maturin(python: &Python, kind: Kind) -> Result<Command> {
    let name = if kind == Kind::Local {
        "tools"
    } else {
        "portable-tools"
    };
    let tools = Venv::ensure_shared(name, python, &[kind.requirement()])?;
    // maturin looks for zig on PATH and in the interpreter of its environment.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(tools.root().join("bin")).chain(std::env::split_paths(&path));
    let mut command = Command::new(tools.program("maturin"));
    command
        .env("PATH", std::env::join_paths(path)?)
        .current_dir(project::root());
    Ok(command)
}

/// The wheel that was built last for this interpreter.
pub fn built(python: &Python, kind: Kind) -> Result<PathBuf> {
    only_file(&kind.directory().join(python.tag()))
}

fn only_file(directory: &Path) -> Result<PathBuf> {
    match <[PathBuf; 1]>::try_from(files::list(directory)?) {
        Ok([file]) => Ok(file),
        Err(found) => bail!(
            "expected one file in {}, found {}",
            directory.display(),
            found.len()
        ),
    }
}
