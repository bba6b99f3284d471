//! One file per command.

mod api_change;
mod audit;
mod bench;
mod bench_devel;
mod conformance;
mod debian;
mod demo;
mod docs;
mod extensions;
mod free_threaded;
mod fuzz;
mod generate;
mod musl;
mod one_wheel;
mod rustdoc;
mod sanitize;
mod test;
mod wheel;

use anyhow::Result;
use clap::Subcommand;

/// What `cargo xtask` can do.
#[derive(Subcommand)]
pub enum Command {
    Demo(demo::Demo),
    Docs(docs::Docs),
    Test(test::Test),
    Generate(generate::Generate),
    Conformance(conformance::Conformance),
    Extensions(extensions::Extensions),
    OneWheel(one_wheel::OneWheel),
    ApiChange(api_change::ApiChange),
    Debian(debian::Debian),
    FreeThreaded(free_threaded::FreeThreaded),
    Musl(musl::Musl),
    Wheel(wheel::Wheel),
    Sanitize(sanitize::Sanitize),
    Fuzz(fuzz::Fuzz),
    Audit(audit::Audit),
    Rustdoc(rustdoc::Rustdoc),
    Bench(bench::Bench),
    BenchDevel(bench_devel::BenchDevel),
}

impl Command {
    /// Does the work of the chosen command.
    pub fn run(self) -> Result<()> {
        match self {
            Command::Demo(demo) => demo.run(),
            Command::Docs(docs) => docs.run(),
            Command::Test(test) => test.run(),
            Command::Generate(generate) => generate.run(),
            Command::Conformance(conformance) => conformance.run(),
            Command::Extensions(extensions) => extensions.run(),
            Command::OneWheel(wheel) => wheel.run(),
            Command::ApiChange(change) => change.run(),
            Command::Debian(debian) => debian.run(),
            Command::FreeThreaded(python) => python.run(),
            Command::Musl(musl) => musl.run(),
            Command::Wheel(wheel) => wheel.run(),
            Command::Sanitize(sanitize) => sanitize.run(),
            Command::Fuzz(fuzz) => fuzz.run(),
            Command::Audit(audit) => audit.run(),
            Command::Rustdoc(rustdoc) => rustdoc.run(),
            Command::Bench(bench) => bench.run(),
            Command::BenchDevel(bench) => bench.run(),
        }
    }
}
