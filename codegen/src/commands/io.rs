//! Helpers of all commands: read a spec, print tables.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use hpy_codegen::model::Spec;

/// The `--format` option of commands that print tables.
#[derive(Args)]
pub struct FormatOption {
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// How a result is printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Markdown,
}

/// The spec of the repository in which the command runs, in any of its directories.
pub fn find(file: &Path) -> PathBuf {
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

/// Reads a spec. If the spec is wrong, the error's text is the whole report.
pub fn load(file: &Path) -> Result<Spec> {
    let file = find(file);
    let name = file.display().to_string();
    let source = std::fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
    hpy_codegen::parse(&name, &source).map_err(|report| anyhow!("{name} is wrong\n{report}"))
}

/// Reads a spec from a file, or from git if the name is `REVISION:FILE` or `REVISION`.
pub fn load_version(name: &str) -> Result<Spec> {
    let file = Path::new(name);
    // A wrong revision looks like a missing file, so the message gives both reasons.
    if find(file).is_file() {
        return load(file);
    }
    let object = match name.contains(':') {
        true => name.to_owned(),
        false => format!("{name}:{}", hpy_codegen::SPEC),
    };
    let output = Command::new("git")
        .args(["show", "--end-of-options", &object])
        .output()
        .with_context(|| format!("there is no file {name}, and git cannot be asked for it"))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        bail!(
            "there is no file {name}, and git has none: {}",
            reason.trim()
        );
    }
    let source =
        String::from_utf8(output.stdout).with_context(|| format!("cannot read {object}"))?;
    hpy_codegen::parse(&object, &source).map_err(|report| anyhow!("{object} is wrong\n{report}"))
}

/// Prints a result. A closed pipe is not an error.
pub fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}
