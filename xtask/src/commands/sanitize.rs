//! `cargo xtask sanitize`

use std::process::Command;

use anyhow::{Context, Result};
use clap::Args;

use super::conformance;
use crate::python::PythonOption;
use crate::{process, project};

/// Crates whose tests need no interpreter.
const CORE: [&str; 2] = ["hpy-debug", "hpy-trace"];
/// The target has to be named, or build scripts would be instrumented, too.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// What lives as long as the process is no leak; contexts keep more in pointers than addresses.
const MIRI: &str = "-Zmiri-disable-isolation -Zmiri-permissive-provenance -Zmiri-ignore-leaks";
/// CPython's uses of undefined values are many and known; accesses to wrong addresses are never right.
const VALGRIND: &str = "valgrind --quiet --undef-value-errors=no --error-exitcode=99";
/// Tests that run extensions in processes of their own, and in every mode.
const UNDER_VALGRIND: [&str; 2] = ["tests/test_refleaks.py", "tests/test_processes.py"];

/// Run the Rust core's tests under AddressSanitizer and Miri, and extensions in every mode under valgrind
///
/// Needs the nightly toolchain and valgrind. What lives as long as the process is no leak, so leaks are not looked for.
#[derive(Args)]
pub struct Sanitize {
    #[command(flatten)]
    python: PythonOption,
}

impl Sanitize {
    /// Runs both.
    pub fn run(&self) -> Result<()> {
        process::announce("running the core's tests under AddressSanitizer");
        let mut core = Command::new("cargo");
        core.args(["+nightly", "test", "--target", TARGET])
            .arg("--target-dir")
            .arg(project::target("sanitize"))
            .env("RUSTFLAGS", "-Zsanitizer=address")
            .env("ASAN_OPTIONS", "detect_leaks=0")
            .current_dir(project::root());
        for name in CORE {
            core.args(["--package", name]);
        }
        process::run(&mut core).context("AddressSanitizer needs Rust's nightly toolchain")?;

        process::announce("running the core's tests under Miri");
        let mut core = Command::new("cargo");
        core.args(["+nightly", "miri", "test", "--package", "hpy-debug"])
            .args(["--lib", "--test", "checks", "--target-dir"])
            .arg(project::target("miri"))
            .args(["--", "--skip", "buffer"])
            .env("MIRIFLAGS", MIRI)
            .current_dir(project::root());
        process::run(&mut core)
            .context("Miri is a component of the nightly toolchain (rustup +nightly component add miri rust-src)")?;

        process::quiet(Command::new("valgrind").arg("--version"))?;
        let venv = conformance::venv_with_ours(&self.python.find()?)?;
        process::announce("running extensions under valgrind");
        let mut pytest = venv.python();
        pytest
            .args(["-m", "pytest", "-q", "-n", "2"])
            .args(UNDER_VALGRIND)
            // Valgrind itself is what runs out of memory there.
            .args(["-k", "not no_memory"])
            .env("HPY_TESTS_UNDER", VALGRIND)
            .env("PYTHONMALLOC", "malloc")
            .current_dir(project::root());
        process::run(&mut pytest)
    }
}
