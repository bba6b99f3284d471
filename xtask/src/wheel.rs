//! Building our own wheel and putting it into a virtual environment.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::python::Python;
use crate::venv::Venv;
use crate::{files, process, project};

const MANIFEST: &str = "Cargo.toml";
const LOCK: &str = "Cargo.lock";
/// The last that takes a free-threaded 3.13.
const OLDER_PYO3: &str = "0.28.3";
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
        .env("HPY_PYTHON", &python.executable)
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
    let tools = match python.is_free_threaded() {
        // Not every tool is to be had for it.
        true => Venv::ensure_shared(name, &Python::default()?, &[kind.requirement()])?,
        false => Venv::ensure_shared(name, python, &[kind.requirement()])?,
    };
    // maturin looks for zig on PATH and in the interpreter of its environment.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(tools.root().join("bin")).chain(std::env::split_paths(&path));
    let mut command = Command::new(tools.program("maturin"));
    command
        .env("PATH", std::env::join_paths(path)?)
        .current_dir(sources(python)?);
    if python.needs_older_pyo3() {
        command.env("CARGO_TARGET_DIR", project::target("free-threaded/target"));
    }
    Ok(command)
}

/// Where the package is built from for this interpreter: here, or for 3.13t a copy with the last PyO3 that knows it.
pub fn sources(python: &Python) -> Result<PathBuf> {
    if !python.needs_older_pyo3() {
        return Ok(project::root().to_owned());
    }
    let copy = project::target("free-threaded/checkout");
    for path in files::list(project::root())? {
        let name = path.file_name().expect("a listed path has a name");
        if !["target", ".git", MANIFEST, LOCK]
            .iter()
            .any(|own| name == *own)
        {
            files::mirror(&path, &copy.join(name))?;
        }
    }
    let own = files::read(&project::root().join(MANIFEST))?;
    let with_pyo3 = |line: &str| match line.split_once(" = ") {
        Some((name, _)) if name.starts_with("pyo3") => format!("{name} = \"{OLDER_PYO3}\"\n"),
        _ => format!("{line}\n"),
    };
    let changed: String = own.lines().map(with_pyo3).collect();
    let manifest = copy.join(MANIFEST);
    if !manifest.exists() || files::read(&manifest)? != changed {
        files::write(&copy.join(LOCK), files::read(&project::root().join(LOCK))?)?;
        files::write(&manifest, changed)?;
    }
    Ok(copy)
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
