//! Finding the interpreters that a command works with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, anyhow, bail};
use clap::Args;

use crate::{files, process, project};

const DEFAULT: [&str; 2] = ["python3.11", "python3"];
/// What pyo3 supports: the first and the last minor version of CPython 3.
const OLDEST: u32 = 9;
const NEWEST: u32 = 15;

/// The `--python` option, shared by the commands that need an interpreter.
#[derive(Args, Clone)]
pub struct PythonOption {
    /// The CPython to use: a version such as 3.12 or 3.11-dbg, or a path [default: 3.11, or else python3]
    #[arg(long, value_name = "V")]
    python: Option<String>,
}

/// `--python` and `--all-pythons`, shared by the commands that can do their work once for each interpreter.
#[derive(Args, Clone)]
pub struct PythonsOption {
    #[command(flatten)]
    one: PythonOption,

    /// Every CPython that is found on PATH or under pyenv, one of each minor version
    #[arg(long, conflicts_with = "python")]
    all_pythons: bool,
}

impl PythonOption {
    /// The interpreter that was asked for, or the default one.
    pub fn find(&self) -> Result<Python> {
        let candidates = match &self.python {
            None => DEFAULT.map(PathBuf::from).to_vec(),
            Some(path) if path.contains('/') => vec![PathBuf::from(path)],
            Some(version) => paths_of_version(version),
        };
        let python = candidates
            .iter()
            .find_map(|name| Python::probe(name))
            .ok_or_else(|| {
                let shown: Vec<_> = candidates
                    .iter()
                    .map(|name| name.to_string_lossy())
                    .collect();
                anyhow!(
                    "no interpreter answers as {}: install Python with venv and headers \
                     (Debian: apt install python3-venv python3-dev), or give another with --python",
                    shown.join(" or ")
                )
            })?;
        if let Some(reason) = python.unusable() {
            bail!("{} {reason}", python.executable.display());
        }
        Ok(python)
    }
}

impl PythonsOption {
    /// The one that was asked for, or all: the default one first, then the others from old to new. Those that
    /// cannot be used are named with the reason.
    pub fn find(&self) -> Result<Vec<Python>> {
        if !self.all_pythons {
            return Ok(vec![self.one.find()?]);
        }
        let mut found = BTreeMap::new();
        for python in all_paths().iter().filter_map(|path| Python::probe(path)) {
            found
                .entry((python.version, python.flags.clone()))
                .or_insert(python);
        }
        let mut pythons: Vec<_> = self.one.find().into_iter().collect();
        for python in found.into_values() {
            if let Some(reason) = python.unusable() {
                process::announce(format!(
                    "skipping {}: it {reason}",
                    python.executable.display()
                ));
            } else if pythons
                .first()
                .is_none_or(|first| first.tag() != python.tag())
            {
                pythons.push(python);
            }
        }
        if pythons.is_empty() {
            bail!("no CPython 3.{OLDEST} to 3.{NEWEST} was found on PATH or under pyenv");
        }
        Ok(pythons)
    }
}

/// Does the work for each interpreter; one that fails does not keep the others from their turn.
pub fn for_each(pythons: &[Python], mut work: impl FnMut(&Python) -> Result<()>) -> Result<()> {
    if let [python] = pythons {
        return work(python);
    }
    let mut failed = Vec::new();
    for python in pythons {
        process::announce(format!(
            "Python {}: {}",
            python.tag(),
            python.executable.display()
        ));
        if let Err(error) = work(python) {
            eprintln!("error: Python {}: {error:#}", python.tag());
            failed.push(python.tag());
        }
    }
    if !failed.is_empty() {
        bail!("failed under Python {}", failed.join(", "));
    }
    let tags: Vec<_> = pythons.iter().map(Python::tag).collect();
    process::announce(format!("passed under Python {}", tags.join(", ")));
    Ok(())
}

/// An interpreter of this machine.
pub struct Python {
    /// Its executable.
    pub executable: PathBuf,
    implementation: String,
    version: (u32, u32),
    /// As in `sys.abiflags`: `d` for a debug build, `t` for a free-threaded one.
    flags: String,
    has_headers: bool,
}

const PROBE: &str = "\
import os, sys, sysconfig
print(sys.executable)
print(sys.implementation.name)
print(*sys.version_info[:2])
print(getattr(sys, 'abiflags', ''))
print(os.path.exists(os.path.join(sysconfig.get_path('include'), 'Python.h')))
";

impl Python {
    /// `None` when nothing of that name runs; a version manager's shim may exist and still run nothing.
    fn probe(name: &Path) -> Option<Python> {
        let answer = process::stdout(Command::new(name).args(["-c", PROBE])).ok()?;
        let mut lines = answer.lines();
        let executable = PathBuf::from(lines.next()?);
        let implementation = lines.next()?.to_owned();
        let (major, minor) = lines.next()?.split_once(' ')?;
        Some(Python {
            executable,
            implementation,
            version: (major.parse().ok()?, minor.parse().ok()?),
            flags: lines.next()?.replace('m', ""),
            has_headers: lines.next()? == "True",
        })
    }

    /// Why this project cannot use it, as what comes after its name.
    fn unusable(&self) -> Option<String> {
        let (major, minor) = self.version;
        if self.implementation != "cpython" {
            Some(format!("is {}, but CPython is needed", self.implementation))
        } else if major != 3 || !(OLDEST..=NEWEST).contains(&minor) {
            Some(format!(
                "is Python {major}.{minor}, but 3.{OLDEST} to 3.{NEWEST} are supported"
            ))
        } else if !self.has_headers {
            Some("has no headers (Debian: apt install python3-dev)".to_owned())
        } else {
            None
        }
    }

    /// Major and minor.
    pub fn version(&self) -> (u32, u32) {
        self.version
    }

    /// The one that commands work with by default.
    pub fn default() -> Result<Python> {
        PythonOption { python: None }.find()
    }

    /// Whether it can do without the GIL.
    pub fn is_free_threaded(&self) -> bool {
        self.flags.contains('t')
    }

    /// Whether the PyO3 of this project has given it up.
    pub fn needs_older_pyo3(&self) -> bool {
        self.is_free_threaded() && self.version == (3, 13)
    }

    /// What tells it from others: version and build, as in `3.11` or `3.11d`.
    pub fn tag(&self) -> String {
        format!("{}.{}{}", self.version.0, self.version.1, self.flags)
    }
}

/// Where an interpreter of that version may be: on PATH, under pyenv, or built here.
fn paths_of_version(version: &str) -> Vec<PathBuf> {
    let name = format!("python{version}");
    let under_pyenv = pyenv_versions()
        .into_iter()
        .map(|root| root.join("bin").join(&name));
    let built = project::target("free-threaded/bin").join(&name);
    std::iter::once(PathBuf::from(&name))
        .chain(under_pyenv)
        .chain([built])
        .collect()
}

/// Every place that may hold an interpreter.
fn all_paths() -> Vec<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let directories: Vec<PathBuf> = std::env::split_paths(&on_path)
        .chain(pyenv_versions().into_iter().map(|root| root.join("bin")))
        .collect();
    let mut found = Vec::new();
    for directory in directories {
        for minor in 0..=NEWEST + 5 {
            for build in ["", "-dbg"] {
                let path = directory.join(format!("python3.{minor}{build}"));
                if path.exists() {
                    found.push(path);
                }
            }
        }
    }
    found
}

/// The directories of the versions that pyenv has installed, if it is here.
fn pyenv_versions() -> Vec<PathBuf> {
    let root = std::env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".pyenv")));
    let mut versions = root
        .and_then(|root| files::list(&root.join("versions")).ok())
        .unwrap_or_default();
    versions.sort();
    versions
}
