//! `cargo xtask test`

use std::process::Command;

use anyhow::Result;
use clap::Args;

use super::conformance::{self, Runtime};
use super::{api_change, one_wheel, rustdoc};
use crate::python::{self, Python, PythonsOption};
use crate::{emulator, node, process, project, reference};

/// Under further interpreters one case in so many is run of what has many. Each version of Python takes others.
const SAMPLE: &str = "--sample=12";

/// Crates without Rust tests, which would have to be linked with an interpreter to run any.
const TESTED_FROM_PYTHON: [&str; 2] = ["hpy-universal", "hpy-python"];

/// What depends on the version of the interpreter: loading, types, calls, processes, the end, reports.
const PER_VERSION: [&str; 20] = [
    "tests/test_buffers.py",
    "tests/test_context.py",
    "tests/test_correct_programs.py",
    "tests/test_cpp_exceptions.py",
    "tests/test_daemon_threads.py",
    "tests/test_end_of_python.py",
    "tests/test_fault_handler.py",
    "tests/test_fault_reports.py",
    "tests/test_faults.py",
    "tests/test_hostile_environment.py",
    "tests/test_import_hook.py",
    "tests/test_lifecycle.py",
    "tests/test_loader.py",
    "tests/test_null_handles.py",
    "tests/test_pending_exceptions.py",
    "tests/test_processes.py",
    "tests/test_refleaks.py",
    "tests/test_sub_interpreters.py",
    "tests/test_type_inheritance.py",
    "tests/test_type_layouts.py",
];

/// Run every test: the Rust ones and their pages, ours in Python, and the reference's suite
#[derive(Args)]
pub struct Test {
    #[command(flatten)]
    pythons: PythonsOption,

    /// Under all interpreters but the first, run a sample of those of our tests that depend on the version
    #[arg(long)]
    reduced: bool,
}

impl Test {
    /// Runs the tests. For each interpreter it stops at the first part that fails.
    pub fn run(&self) -> Result<()> {
        process::announce(
            "all tests take about 15 minutes on two cores; the first run makes environments and takes longer",
        );
        process::announce("running the Rust tests");
        let mut rust = project::cargo();
        rust.args(["test", "--workspace"]);
        for name in TESTED_FROM_PYTHON {
            rust.args(["--exclude", name]);
        }
        rust.arg("--").args(emulator::left_out_of_rust());
        process::run(&mut rust)?;
        let pythons = self.pythons.find()?;
        rustdoc::check(&pythons[0])?;
        compare_with_reference(&pythons[0])?;
        api_change::follow_page(&pythons[0])?;
        python::for_each(&pythons, |python| {
            let whole = !self.reduced || python.tag() == pythons[0].tag();
            test_under(python, whole)
        })?;
        one_wheel::build_and_test(&pythons)
    }
}

/// Our ABI is that of the reference's headers.
fn compare_with_reference(python: &Python) -> Result<()> {
    process::announce("comparing api.toml with the reference's headers");
    let header = reference::sdist(python)?.join("hpy/devel/include/hpy.h");
    process::run(project::codegen().arg("import").arg(header))
}

fn test_under(python: &Python, whole: bool) -> Result<()> {
    let venv = conformance::venv_with_ours(python)?;
    let mut pytest = venv.pytest();
    if whole && reference::is_peer(python) {
        // The tests that need it are skipped without.
        let peer = reference::venv(python)?;
        pytest.env("HPY_TESTS_REFERENCE", peer.program("python"));
    }
    if whole {
        node::ensure()?;
    }
    if whole && process::output(Command::new("chromedriver").arg("--version")).is_err() {
        process::announce(
            "nobody looks at the page of reports: no Chromium (Debian: apt install chromium chromium-driver)",
        );
    }
    process::announce(format!(
        "running our Python tests under Python {}",
        python.tag()
    ));
    // Tests of one file that run in one process share what it compiles.
    pytest.args(["-n", "2", "--dist", "worksteal"]);
    match whole {
        true => pytest.arg("tests"),
        false => pytest.arg(SAMPLE).args(PER_VERSION),
    };
    pytest
        .args(emulator::left_out_of_python())
        .current_dir(project::root());
    process::run(&mut pytest)?;
    if !whole {
        return Ok(());
    }
    conformance::run_suite(python, &venv, Runtime::Ours, &[])
}
