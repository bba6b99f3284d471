//! `cargo xtask one-wheel`

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;

use super::conformance;
use crate::python::{self, Python, PythonsOption};
use crate::{files, process, project};

/// Build the wheel of examples/bag once, under the oldest interpreter, and run the package's tests from it under each
#[derive(Args)]
pub struct OneWheel {
    #[command(flatten)]
    pythons: PythonsOption,

    /// Take this wheel, which another interpreter has built
    #[arg(long, value_name = "FILE")]
    wheel: Option<PathBuf>,
}

impl OneWheel {
    /// Builds and runs it.
    pub fn run(&self) -> Result<()> {
        let pythons = self.pythons.find()?;
        python::for_each(&pythons, |python| {
            conformance::venv_with_ours(python).map(drop)
        })?;
        match &self.wheel {
            Some(wheel) => test_under_each(&pythons, wheel),
            None => build_and_test(&pythons),
        }
    }
}

/// Builds and tests it with our package as it is in the environments of the tests.
pub fn build_and_test(pythons: &[Python]) -> Result<()> {
    let oldest = pythons.iter().min_by_key(|python| python.version());
    let wheel = build(oldest.context("there is an interpreter")?)?;
    test_under_each(pythons, &wheel)
}

fn build(python: &Python) -> Result<PathBuf> {
    process::announce(format!("building one wheel under Python {}", python.tag()));
    let venv = conformance::venv(python)?;
    let directory = project::target("one-wheel/built");
    files::remove_dir(&directory)?;
    let copy = directory.join("bag");
    files::mirror(&project::root().join("examples/bag"), &copy)?;
    let mut pip = venv.python();
    pip.args(["-m", "pip", "--disable-pip-version-check", "wheel"])
        .args(["--no-build-isolation", "--no-deps", "--wheel-dir"])
        .args([&directory, &copy])
        .env("HPY_ABI", "universal");
    process::quiet(&mut pip)?;
    let mut wheels = files::list(&directory)?;
    wheels.retain(|path| path.extension().is_some_and(|extension| extension == "whl"));
    let [wheel] = &wheels[..] else {
        anyhow::bail!("pip should have built one wheel, and not {wheels:?}");
    };
    let name = wheel.to_string_lossy().into_owned();
    ensure!(name.contains("-py3-none-"), "{name} is not for any Python");
    Ok(wheel.clone())
}

fn test_under_each(pythons: &[Python], wheel: &Path) -> Result<()> {
    python::for_each(pythons, |python| {
        let venv = conformance::venv(python)?;
        let installed = project::target("one-wheel").join(python.tag());
        files::remove_dir(&installed)?;
        venv.pip_install(&[
            Path::new("--no-index"),
            Path::new("--no-deps"),
            Path::new("--target"),
            &installed,
            wheel,
        ])?;
        for mode in ["universal", "debug"] {
            process::announce(format!(
                "running the tests of {} with HPY={mode} under Python {}",
                wheel.display(),
                python.tag()
            ));
            let mut pytest = venv.pytest();
            pytest
                .args(["-p", "no:cacheprovider"])
                .arg(project::root().join("examples/bag/tests"))
                .env("PYTHONPATH", &installed)
                .env("HPY", mode);
            process::run(&mut pytest)?;
        }
        Ok(())
    })
}
