//! `cargo xtask conformance`

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::devel::{self, Devel};
use crate::python::{self, Python, PythonsOption};
use crate::venv::Venv;
use crate::wheel::Kind;
use crate::{files, process, project, reference, wheel};

/// What both our own tests and the suite of the reference need.
const REQUIREMENTS: [&str; 13] = [
    // One without pkg_resources, so that nothing here needs it unnoticed. First: the reference needs an older one.
    "setuptools>=82",
    "pytest>=8",
    "pytest-xdist",
    "mypy",
    "filelock",
    "junitparser",
    "wheel",
    "meson",
    "ninja",
    "cmake",
    "fastjsonschema",
    "selenium",
    "tomli; python_version < '3.11'",
];

/// Run the reference's own test suite, unmodified, under our package
///
/// Its extensions are built with our headers and helpers for every ABI. Tests that fail on purpose are listed in
/// tests/conformance-deviations.toml; any other failure fails the command, and so does a listed test that passes.
#[derive(Args)]
pub struct Conformance {
    #[command(flatten)]
    pythons: PythonsOption,

    /// Run only this ABI: cpython, universal, debug, hybrid, hybrid+debug, trace or none (repeatable)
    #[arg(long = "abi", value_name = "X")]
    abis: Vec<String>,

    /// Whose package runs the suite; the reference's gives the counts to compare with
    #[arg(long, value_enum, default_value_t = Runtime::Ours)]
    runtime: Runtime,

    /// Whose headers and helpers the extensions are built with when our package runs the suite
    #[arg(long, value_enum, default_value_t = Devel::Ours)]
    devel: Devel,

    /// Arguments for pytest, for example `-k charptr` or `-n 0`
    #[arg(last = true)]
    pytest: Vec<String>,
}

/// Whose package it is.
#[derive(Clone, Copy, ValueEnum)]
pub enum Runtime {
    /// The one that this project builds.
    Ours,
    /// The release on PyPI.
    Reference,
}

impl Conformance {
    /// Runs the suite.
    pub fn run(&self) -> Result<()> {
        python::for_each(&self.pythons.find()?, |python| {
            let venv = match self.runtime {
                Runtime::Ours => venv_with_devel(python, self.devel)?,
                Runtime::Reference => {
                    reference::venv_with(python, "conformance-reference", &REQUIREMENTS[1..])?
                }
            };
            let mut arguments = Vec::new();
            for abi in &self.abis {
                arguments.extend(["--conformance-abi", abi]);
            }
            arguments.extend(self.pytest.iter().map(String::as_str));
            run_suite(python, &venv, self.runtime, &arguments)
        })
    }
}

/// Runs the suite in an environment that holds the runtime.
pub fn run_suite(python: &Python, venv: &Venv, runtime: Runtime, arguments: &[&str]) -> Result<()> {
    // The root of the sdist holds an `hpy` package, which would be imported in place of the installed one.
    let suite = project::target("reference/suite");
    files::mirror(&reference::sdist(python)?.join("test"), &suite.join("test"))?;

    process::announce(format!(
        "running the reference's suite under Python {}",
        python.tag()
    ));
    let mut pytest = venv.pytest();
    pytest
        .args(["-n", "2"])
        .args(["-p", "conformance_plugin", "-p", "no:cacheprovider"])
        .args(["-o", "testpaths=test", "--rootdir=."])
        .arg("--conformance-package");
    match runtime {
        Runtime::Ours => pytest
            .arg(wheel::built(python, Kind::Local)?)
            .arg("--conformance-deviations")
            .arg(project::root().join("tests/conformance-deviations.toml")),
        Runtime::Reference => pytest.arg(reference::REQUIREMENT),
    };
    pytest
        .args(arguments)
        .env("PYTHONPATH", project::root().join("tests"))
        .current_dir(&suite);
    process::run(&mut pytest)
}

/// The environment of the tests.
pub fn venv(python: &Python) -> Result<Venv> {
    // Its parser cannot be compiled for 3.13t.
    let is_had = |name: &&str| *name != "mypy" || !python.is_free_threaded();
    let requirements: Vec<_> = REQUIREMENTS.into_iter().filter(is_had).collect();
    Venv::ensure("suite", python, &requirements)
}

/// The same, with our wheel, freshly built.
pub fn venv_with_ours(python: &Python) -> Result<Venv> {
    let venv = venv(python)?;
    wheel::build_and_install(python, &venv)?;
    Ok(venv)
}

/// The same, with the headers and helpers of the reference if that is said.
pub fn venv_with_devel(python: &Python, devel: Devel) -> Result<Venv> {
    if devel == Devel::Ours {
        return venv_with_ours(python);
    }
    let venv = Venv::ensure("suite-reference-devel", python, &REQUIREMENTS)?;
    if wheel::build_and_install(python, &venv)? {
        devel::replace_ours(python, &venv)?;
    }
    Ok(venv)
}
