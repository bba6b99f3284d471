//! One file per command.

mod api_change;
mod audit;
mod bench;
mod conformance;
mod demo;
mod generate;
mod test;

use anyhow::Result;
use clap::Subcommand;

/// What `cargo xtask` can do.
#[derive(Subcommand)]
pub enum Command {
    Demo(demo::Demo),
    Test(test::Test),
    Generate(generate::Generate),
    Conformance(conformance::Conformance),
    ApiChange(api_change::ApiChange),
    Audit(audit::Audit),
    Bench(bench::Bench),
}

impl Command {
    /// Does the work of the chosen command.
    pub fn run(self) -> Result<()> {
        match self {
            Command::Demo(demo) => demo.run(),
            Command::Test(test) => test.run(),
            Command::Generate(generate) => generate.run(),
            Command::Conformance(conformance) => conformance.run(),
            Command::ApiChange(change) => change.run(),
            Command::Audit(audit) => audit.run(),
            Command::Bench(bench) => bench.run(),
        }
    }
}
