//! The project's own commands, run as `cargo xtask <command>`.

mod commands;
mod cpython_names;
mod devel;
mod emulator;
mod extension;
mod files;
mod node;
mod process;
mod project;
mod python;
mod reference;
mod venv;
mod wheel;

use std::process::ExitCode;

use clap::Parser;

use commands::Command;

/// Build, test and measure the HPy debug runtime. Everything made lives under target/.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
