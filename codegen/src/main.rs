//! The command line of the code generator, `cargo codegen …`.

mod commands;

use std::process::ExitCode;

use clap::Parser;

use commands::Command;

/// Work with api.toml, the description of the HPy API.
#[derive(Parser)]
#[command(bin_name = "cargo codegen", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    Arguments::parse().command.run().unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}
