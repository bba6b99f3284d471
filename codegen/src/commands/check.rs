//! `cargo codegen check`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

/// Check a spec and say what is wrong with it
///
/// Exit status: 0 when nothing is wrong, 1 when something is, 2 when the file cannot be read.
#[derive(Args)]
pub struct Check {
    /// The spec
    #[arg(default_value = hpy_codegen::SPEC)]
    file: PathBuf,
}

impl Check {
    /// Prints the problems, or a summary of the spec.
    pub fn run(&self) -> Result<ExitCode> {
        let file = super::io::find(&self.file);
        let name = file.display().to_string();
        let source =
            std::fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
        match hpy_codegen::parse(&name, &source) {
            Ok(spec) => {
                println!(
                    "{name}: {} constants, {} functions, {} signatures, {} slots, {} checks",
                    spec.constants.len(),
                    spec.functions.len(),
                    spec.signatures.len(),
                    spec.slots.len(),
                    spec.checks.len()
                );
                Ok(ExitCode::SUCCESS)
            }
            Err(report) => {
                eprintln!("{report}");
                Ok(ExitCode::FAILURE)
            }
        }
    }
}
