//! One file per command.

mod audit;
mod check;
mod diff;
mod import;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::{Args, Subcommand, ValueEnum};
use hpy_codegen::model::Spec;

/// What `cargo codegen` can do.
#[derive(Subcommand)]
pub enum Command {
    Check(check::Check),
    Audit(audit::Audit),
    Diff(diff::Diff),
    Import(import::Import),
}

impl Command {
    /// Does the work of the chosen command.
    pub fn run(self) -> Result<ExitCode> {
        match self {
            Command::Check(check) => check.run(),
            Command::Audit(audit) => audit.run(),
            Command::Diff(diff) => diff.run(),
            Command::Import(import) => import.run(),
        }
    }
}

/// The `--format` option of commands that print tables.
#[derive(Args)]
pub struct FormatOption {
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How a result is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Markdown,
}

/// The default spec is that of the repository, wherever in it the command runs.
fn find(file: &Path) -> PathBuf {
    let in_repository = || {
        let here = std::env::current_dir().ok()?;
        let mut found = here.ancestors().map(|directory| directory.join(file));
        found.find(|path| path.is_file())
    };
    if file == Path::new(hpy_codegen::SPEC) && !file.is_file() {
        in_repository().unwrap_or_else(|| file.to_owned())
    } else {
        file.to_owned()
    }
}

/// Reads a spec; a wrong one is an error whose text is the whole report.
fn load(file: &Path) -> Result<Spec> {
    let file = find(file);
    let name = file.display().to_string();
    let source = std::fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
    hpy_codegen::parse(&name, &source).map_err(|report| anyhow!("{name} is wrong\n{report}"))
}

/// Prints a result; that nobody reads on to its end is no error.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
