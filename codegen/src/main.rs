//! The command line of the code generator.

use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "usage: cargo codegen check [FILE]

Checks a spec (default: api.toml) and says what is wrong with it; exit status 1 if anything is.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["check"] => check(hpy_codegen::SPEC),
        ["check", file] if !file.starts_with('-') => check(file),
        [.., "-h" | "--help"] | ["help"] => {
            println!("{HELP}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{HELP}");
            ExitCode::from(2)
        }
    }
}

fn check(file: &str) -> ExitCode {
    let source = match std::fs::read_to_string(Path::new(file)) {
        Ok(source) => source,
        Err(error) => {
            eprintln!("cannot read {file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    match hpy_codegen::parse(file, &source) {
        Ok(spec) => {
            println!(
                "{file}: {} constants, {} functions, {} signatures, {} slots",
                spec.constants.len(),
                spec.functions.len(),
                spec.signatures.len(),
                spec.slots.len()
            );
            ExitCode::SUCCESS
        }
        Err(report) => {
            eprintln!("{report}");
            ExitCode::FAILURE
        }
    }
}
