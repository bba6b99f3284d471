//! `cargo xtask sanitize`

use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use super::conformance;
use crate::python::PythonOption;
use crate::venv::Venv;
use crate::{process, project};

/// Crates whose tests need no interpreter.
pub const CORE: [&str; 4] = ["hpy-debug", "hpy-fail", "hpy-trace", "hpy-platform"];
/// The target has to be named, or build scripts would be instrumented, too.
const TARGET: &str = "x86_64-unknown-linux-gnu";
/// What lives as long as the process is no leak; contexts keep more in pointers than addresses.
const MIRI: &str = "-Zmiri-disable-isolation -Zmiri-permissive-provenance -Zmiri-ignore-leaks";
/// CPython's uses of undefined values are many and known; accesses to wrong addresses are never right.
const VALGRIND: &str = "valgrind --quiet --undef-value-errors=no --error-exitcode=99";
/// Tests that run extensions in processes of their own, and in every mode.
const UNDER_VALGRIND: [&str; 2] = ["tests/test_refleaks.py", "tests/test_processes.py"];

/// Tests of the helpers in C that are compiled into extensions, in every ABI.
const OF_HELPERS: [&str; 2] = ["tests/test_helpers.py", "tests/test_refleaks.py"];
/// Too much memory is to be refused as the C library does it.
const ADDRESS: &str = "detect_leaks=0:allocator_may_return_null=1";

/// Run the Rust core and the helpers in C under sanitizers, and extensions in every mode under valgrind
///
/// Needs the nightly toolchain, gcc and valgrind. What lives as long as the process is no leak, so leaks are not looked
/// for.
#[derive(Args)]
pub struct Sanitize {
    /// Only these [default: all, one after another]
    parts: Vec<Part>,

    #[command(flatten)]
    python: PythonOption,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Part {
    /// The core's tests under AddressSanitizer
    Address,
    /// The core's tests under Miri
    Miri,
    /// The helpers of extensions under AddressSanitizer and UndefinedBehaviorSanitizer
    Helpers,
    /// Extensions in every mode under valgrind
    Valgrind,
}

impl Sanitize {
    /// Runs the parts.
    pub fn run(&self) -> Result<()> {
        for part in Part::value_variants() {
            if self.parts.is_empty() || self.parts.contains(part) {
                match part {
                    Part::Address => address()?,
                    Part::Miri => miri()?,
                    Part::Helpers => self.helpers()?,
                    Part::Valgrind => self.valgrind()?,
                }
            }
        }
        Ok(())
    }

    fn helpers(&self) -> Result<()> {
        let venv = conformance::venv_with_ours(&self.python.find()?)?;
        process::announce("running the helpers of extensions under gcc's sanitizers");
        let library = |name: &str| {
            let name = format!("-print-file-name={name}");
            process::stdout(Command::new("gcc").arg(name))
        };
        let libraries = [library("libasan.so")?, library("libubsan.so")?];
        let mut pytest = pytest(&venv, &OF_HELPERS);
        pytest
            .env(
                "HPY_TESTS_CFLAGS",
                "-fsanitize=address,undefined -fno-sanitize-recover=undefined",
            )
            .env(
                "LD_PRELOAD",
                libraries.map(|path| path.trim().to_owned()).join(" "),
            )
            .env("ASAN_OPTIONS", ADDRESS);
        process::run(&mut pytest)
    }

    fn valgrind(&self) -> Result<()> {
        process::quiet(Command::new("valgrind").arg("--version"))?;
        let venv = conformance::venv_with_ours(&self.python.find()?)?;
        process::announce("running extensions under valgrind");
        let mut pytest = pytest(&venv, &UNDER_VALGRIND);
        pytest
            // Valgrind itself is what runs out of memory there.
            .args(["-k", "not no_memory"])
            .env("HPY_TESTS_UNDER", VALGRIND);
        process::run(&mut pytest)
    }
}

fn address() -> Result<()> {
    process::announce("running the core's tests under AddressSanitizer");
    let mut core = project::cargo();
    core.args(["+nightly", "test", "--target", TARGET])
        .arg("--target-dir")
        .arg(project::target("sanitize"))
        .env("RUSTFLAGS", "-Zsanitizer=address")
        .env("ASAN_OPTIONS", "detect_leaks=0");
    for name in CORE {
        core.args(["--package", name]);
    }
    process::run(&mut core).context("AddressSanitizer needs Rust's nightly toolchain")
}

fn miri() -> Result<()> {
    process::announce("running the core's tests under Miri");
    let mut core = project::cargo();
    core.args(["+nightly", "miri", "test", "--package", "hpy-debug"])
        .args(["--lib", "--test", "checks", "--target-dir"])
        .arg(project::target("miri"))
        .args(["--", "--skip", "buffer"])
        .env("MIRIFLAGS", MIRI);
    process::run(&mut core).context(
        "Miri is a component of the nightly toolchain (rustup +nightly component add miri rust-src)",
    )
}

/// These tests, with memory that a tool can watch.
fn pytest(venv: &Venv, files: &[&str]) -> Command {
    let mut pytest = venv.pytest();
    pytest
        .args(["-n", "2"])
        .args(files)
        .env("PYTHONMALLOC", "malloc")
        .current_dir(project::root());
    pytest
}
