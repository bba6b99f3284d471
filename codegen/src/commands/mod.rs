//! One file per command.

mod audit;
mod check;
mod diff;
mod import;
mod io;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

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
