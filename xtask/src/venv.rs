//! Virtual environments under `target/venvs/`, made once and reused.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::python::Python;
use crate::{files, process, project};

const REQUIREMENTS: &str = "requirements.txt";

/// A virtual environment.
pub struct Venv {
    root: PathBuf,
}

impl Venv {
    /// The environment of that name for that interpreter, made or brought up to the requirements when it is not.
    pub fn ensure(name: &str, python: &Python, requirements: &[&str]) -> Result<Venv> {
        Venv::ensure_shared(&format!("{name}-{}", python.tag()), python, requirements)
    }

    /// The environment of that name, whichever interpreter it was made with: for programs that serve all of them.
    pub fn ensure_shared(name: &str, python: &Python, requirements: &[&str]) -> Result<Venv> {
        let venv = Venv {
            root: project::target("venvs").join(name),
        };
        let wanted = requirements.join("\n");
        // The list is written last, so that an environment whose making was interrupted is made again.
        let marker = venv.root.join(REQUIREMENTS);
        if !marker.exists() {
            process::announce(format!("making the virtual environment {name}"));
            process::quiet(
                Command::new(&python.executable)
                    .args(["-m", "venv", "--clear"])
                    .arg(&venv.root),
            )
            .context("cannot make a virtual environment (Debian: apt install python3-venv)")?;
        } else if files::read(&marker)? == wanted {
            return Ok(venv);
        }
        if !requirements.is_empty() {
            process::announce(format!(
                "installing into {name}: {}",
                requirements.join(" ")
            ));
            venv.pip_install(requirements)?;
        }
        files::write(&marker, wanted)?;
        Ok(venv)
    }

    /// Its directory.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A program of this environment, for example `python`.
    pub fn program(&self, name: &str) -> PathBuf {
        self.root.join("bin").join(name)
    }

    /// A command that runs this environment's interpreter.
    pub fn python(&self) -> Command {
        Command::new(self.program("python"))
    }

    /// A command that runs this environment's pytest.
    pub fn pytest(&self) -> Command {
        let mut command = self.python();
        command.args(["-m", "pytest", "-q"]);
        command
    }

    /// Runs `pip install` with these arguments.
    pub fn pip_install<S: AsRef<std::ffi::OsStr>>(&self, arguments: &[S]) -> Result<()> {
        let mut command = self.python();
        command
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-compile",
            ])
            .args(arguments)
            // Cargo tells builds apart by the times of files, and those of a source distribution are all old.
            .env_remove("CARGO_TARGET_DIR");
        process::quiet(&mut command)
    }

    /// A directory that sysconfig knows by this name, for example `purelib` or `include`.
    pub fn sysconfig_path(&self, name: &str) -> Result<PathBuf> {
        let script = "import sys, sysconfig; print(sysconfig.get_path(sys.argv[1]))";
        let answer = process::stdout(self.python().args(["-c", script, name]))?;
        Ok(PathBuf::from(answer.trim_end()))
    }
}
