//! Finding the interpreter that a command works with.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow, bail};
use clap::Args;

use crate::process;

const DEFAULT: [&str; 2] = ["python3.11", "python3"];
const OLDEST: (u32, u32) = (3, 9);

/// The `--python` option, shared by the commands that need an interpreter.
#[derive(Args, Clone)]
pub struct PythonOption {
    /// The CPython to use: a version such as 3.12, or a path [default: 3.11, or else python3]
    #[arg(long, value_name = "V")]
    python: Option<String>,
}

impl PythonOption {
    /// The interpreter that was asked for, or the default one.
    pub fn find(&self) -> Result<Python> {
        let candidates = match &self.python {
            None => DEFAULT.map(str::to_owned).to_vec(),
            Some(path) if path.contains('/') => vec![path.clone()],
            Some(version) => vec![format!("python{version}")],
        };
        let python = candidates
            .iter()
            .find_map(|name| Python::probe(name))
            .ok_or_else(|| {
                anyhow!(
                    "no interpreter answers as {}: install Python with venv and headers \
                 (Debian: apt install python3-venv python3-dev), or give another with --python",
                    candidates.join(" or ")
                )
            })?;
        if python.version < OLDEST {
            bail!(
                "{} is Python {}, but {}.{} or later is needed",
                python.executable.display(),
                python.version_text(),
                OLDEST.0,
                OLDEST.1
            );
        }
        Ok(python)
    }
}

/// An interpreter of this machine.
pub struct Python {
    /// Its executable.
    pub executable: PathBuf,
    version: (u32, u32),
}

impl Python {
    /// `None` when nothing of that name runs; a version manager's shim may exist and still run nothing.
    fn probe(name: &str) -> Option<Python> {
        let script = "import sys; print(sys.executable, *sys.version_info[:2], sep='\\n')";
        let answer = process::stdout(Command::new(name).args(["-c", script])).ok()?;
        let mut lines = answer.lines();
        Some(Python {
            executable: PathBuf::from(lines.next()?),
            version: (lines.next()?.parse().ok()?, lines.next()?.parse().ok()?),
        })
    }

    /// Major and minor version, as in `3.11`.
    pub fn version_text(&self) -> String {
        format!("{}.{}", self.version.0, self.version.1)
    }
}
