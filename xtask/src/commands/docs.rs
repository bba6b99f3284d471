//! `cargo xtask docs`

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::python::{Python, PythonOption};
use crate::venv::Venv;
use crate::{files, process, project};

/// The folder with what the manual is built and checked by.
const TOOLS: &str = "xtask/manual";

/// Build the manual into target/site, and check its links, its spelling and its looks
#[derive(Args)]
pub struct Docs {
    #[command(flatten)]
    python: PythonOption,

    /// Rather show the manual in a browser as it is written: its address is printed
    #[arg(long)]
    serve: bool,
}

impl Docs {
    /// Builds and checks the manual, or serves it.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        if self.serve {
            return process::run(mkdocs(&tools(&python)?).args(["serve", "--strict"]));
        }
        check(&python)
    }
}

/// Builds the manual; a link that leads nowhere is an error. Then runs the tests of its pages.
pub fn check(python: &Python) -> Result<()> {
    let venv = tools(python)?;
    process::announce("building the manual");
    process::run(mkdocs(&venv).args(["build", "--strict", "--quiet"]))?;
    process::announce("checking the manual: spelling, readability, pages in Chromium");
    process::run(
        venv.pytest()
            .args(["-rs", TOOLS])
            .current_dir(project::root()),
    )?;
    process::announce("the manual is target/site/index.html");
    Ok(())
}

fn tools(python: &Python) -> Result<Venv> {
    let requirements = files::read(&project::root().join(TOOLS).join("requirements.txt"))?;
    Venv::ensure_shared("manual", python, &requirements.lines().collect::<Vec<_>>())
}

fn mkdocs(venv: &Venv) -> Command {
    let mut command = venv.python();
    command
        .args(["-m", "mkdocs"])
        // It is for those who write plugins.
        .env("NO_MKDOCS_2_WARNING", "1")
        .current_dir(project::root());
    command
}
