//! One file per command.

mod audit;
mod check;
mod diff;
mod import;
mod io;

use std::process::ExitCode;

use anyhow::Result;
use clap::Subcommand;

/// The subcommands of `cargo codegen`.
#[derive(Subcommand)]
pub enum Command {
    Check(check::Check),
    Audit(audit::Audit),
    Diff(diff::Diff),
    Import(import::Import),
}

impl Command {
    /// Runs the command.
    pub fn run(self) -> Result<ExitCode> {
        match self {
            Command::Check(check) => check.run(),
            Command::Audit(audit) => audit.run(),
            Command::Diff(diff) => diff.run(),
            Command::Import(import) => import.run(),
        }
    }
}
