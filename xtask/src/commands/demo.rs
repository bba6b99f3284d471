//! `cargo xtask demo`

use std::path::Path;

use anyhow::{Result, bail};
use clap::Args;

use crate::python::{Python, PythonOption};
use crate::venv::Venv;
use crate::{extension, process, project, wheel};

/// Compile an extension with mistakes, run it in debug mode and show the reports
#[derive(Args)]
pub struct Demo {
    #[command(flatten)]
    python: PythonOption,
}

/// What the extension is built with, besides our own package.
pub const REQUIREMENTS: [&str; 1] = ["setuptools>=82"];

const NEXT: &str = "\
What next:
  python -m pip install .                 install the package where your extension is
  python -m hpy.debug app.py              find the mistakes of your own program
  python -m pytest --hpy-debug            or of your tests
  cargo xtask docs                        build the manual; it begins with docs/start.md";

struct Mistake {
    title: &'static str,
    script: &'static str,
    /// What the report holds when debug mode saw the mistake.
    proof: &'static str,
}

const MISTAKES: [Mistake; 2] = [
    Mistake {
        title: "A handle that is never closed: leaky.leak() under hpy.debug.LeakDetector",
        script: "leak.py",
        proof: "1 unclosed handle:",
    },
    Mistake {
        title: "A handle that is used after it was closed: leaky.use_after_close()",
        script: "use_after_close.py",
        proof: "error[use-after-close]",
    },
];

impl Demo {
    /// Shows every mistake; fails when debug mode misses one.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        if !project::target("venvs")
            .join(format!("demo-{}", python.tag()))
            .exists()
        {
            process::announce(
                "the first run takes about three minutes on two cores, later ones seconds",
            );
        }
        let venv = Venv::ensure("demo", &python, &REQUIREMENTS)?;
        wheel::build_and_install(&python, &venv)?;
        run_in(&python, &venv)
    }
}

/// Shows every mistake with the package that is installed in this environment, which also needs setuptools.
pub fn run_in(python: &Python, venv: &Venv) -> Result<()> {
    let source = project::root().join("examples/leaky");
    let built = extension::build(venv, &source, &project::target("demo").join(python.tag()))?;
    let mut missed = Vec::new();
    for mistake in &MISTAKES {
        if !show(mistake, venv, &source, &built)? {
            missed.push(mistake.script);
        }
    }
    if !missed.is_empty() {
        bail!(
            "debug mode did not report the mistake of {}",
            missed.join(" and of ")
        );
    }
    println!(
        "\nBoth mistakes were caught, after {}. The extension is in examples/leaky.\n\n{NEXT}",
        process::elapsed()
    );
    Ok(())
}

fn show(mistake: &Mistake, venv: &Venv, source: &Path, built: &Path) -> Result<bool> {
    println!(
        "\n{}\n$ HPY=debug python {}\n",
        mistake.title, mistake.script
    );
    let mut command = venv.python();
    command
        .arg(mistake.script)
        .env("HPY", "debug")
        .env("PYTHONPATH", built)
        .current_dir(source);
    let output = process::output(&mut command)?;
    let report = [output.stdout, output.stderr].concat();
    let report = String::from_utf8_lossy(&report);
    for line in report.lines() {
        println!("    {line}");
    }
    println!("    ({})", output.status);
    Ok(report.contains(mistake.proof))
}
