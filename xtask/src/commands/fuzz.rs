//! `cargo xtask fuzz`

use anyhow::{Context, Result};
use clap::Args;

use crate::{files, process, project};

/// A target, and whether it is run under AddressSanitizer: code without `unsafe` is faster without.
const TARGETS: [(&str, bool); 4] = [
    ("spec", false),
    ("settings", false),
    ("table", true),
    ("buffers", true),
];

/// Fuzz the spec parser, the parsers of HPY and HPY_DEBUG_OPTIONS, the handle table and the buffers
///
/// Starts from the inputs in fuzz/corpus and those that earlier runs left below target/fuzz. Needs the nightly
/// toolchain and cargo-fuzz (cargo install cargo-fuzz).
#[derive(Args)]
pub struct Fuzz {
    /// Only these: spec, settings, table, buffers [default: all, one after another]
    targets: Vec<String>,

    /// How long for each
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u32,
}

impl Fuzz {
    /// Fuzzes until the time is over, or until there is a finding, which is an error that names its input.
    pub fn run(&self) -> Result<()> {
        if let Some(unknown) = self
            .targets
            .iter()
            .find(|name| !TARGETS.iter().any(|(known, _)| known == name))
        {
            anyhow::bail!("there is no target `{unknown}`: spec, settings, table, buffers");
        }
        let wanted = |name: &str| {
            self.targets.is_empty() || self.targets.iter().any(|wanted| wanted == name)
        };
        for (name, sanitized) in TARGETS.into_iter().filter(|(name, _)| wanted(name)) {
            process::announce(format!("fuzzing {name} for {} seconds", self.seconds));
            self.fuzz(name, sanitized)?;
        }
        Ok(())
    }

    fn fuzz(&self, name: &str, sanitized: bool) -> Result<()> {
        let directory = project::target("fuzz");
        let (found, artifacts) = (
            directory.join("corpus").join(name),
            directory.join("artifacts").join(name),
        );
        files::create_dir(&found)?;
        files::create_dir(&artifacts)?;
        let sanitizer = if sanitized { "address" } else { "none" };
        let mut cargo = project::cargo();
        cargo
            .args([
                "+nightly",
                "fuzz",
                "run",
                "--fuzz-dir",
                "fuzz",
                "--sanitizer",
                sanitizer,
            ])
            .arg("--target-dir")
            .arg(directory.join(sanitizer))
            .arg(name)
            // What is found goes to the first directory.
            .arg(&found)
            .arg(project::root().join("fuzz/corpus").join(name))
            .args(["--", "-dict=fuzz/words.dict"])
            .arg(format!("-max_total_time={}", self.seconds))
            .arg(format!("-artifact_prefix={}/", artifacts.display()));
        process::run(&mut cargo).with_context(|| {
            format!("{name}: a finding, or cargo-fuzz is missing (cargo install cargo-fuzz)")
        })
    }
}
