//! `cargo codegen diff`

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use hpy_codegen::diff::{self, Change, What};
use hpy_codegen::facts::items;
use hpy_codegen::grid::Grid;
use serde_json::{Value, json};

use super::io::{Format, FormatOption, load_version, print};

/// Compare two specs and say whether the newer is ABI-compatible
///
/// Indices and values of what exists may not change, nor C types; names of arguments, roles and texts may. Exit status:
/// 0 when compiled extensions keep working, 1 when they break, 2 when a spec is wrong or cannot be read.
#[derive(Args)]
pub struct Diff {
    /// The spec as it was: a file, REVISION:FILE or REVISION as git knows them
    old: String,

    /// The spec as it is
    #[arg(default_value = hpy_codegen::SPEC)]
    new: String,

    #[command(flatten)]
    format: FormatOption,
}

impl Diff {
    /// Prints the changes.
    pub fn run(&self) -> Result<ExitCode> {
        let (old, new) = (load_version(&self.old)?, load_version(&self.new)?);
        let changes = diff::diff(&items(&old), &items(&new));
        print(&show(&changes, self.format.format));
        let breaks = changes.iter().any(|change| change.breaks_abi);
        Ok(ExitCode::from(u8::from(breaks)))
    }
}

fn show(changes: &[Change], format: Format) -> String {
    match format {
        Format::Json => {
            let list: Value = changes.iter().map(json).collect();
            format!("{list:#}\n")
        }
        Format::Text => format!("{}{}\n", grid(changes).text(), summary(changes)),
        Format::Markdown if changes.is_empty() => format!("{}\n", summary(changes)),
        Format::Markdown => format!("{}\n{}\n", grid(changes).markdown(), summary(changes)),
    }
}

fn grid(changes: &[Change]) -> Grid {
    let mut grid = Grid::new(&["", "what", "how", "ABI"]);
    for change in changes {
        let how = match &change.what {
            What::Added { place } => place.clone(),
            What::Removed => String::new(),
            What::Changed { fact, old, new } => format!("{fact}: {old} → {new}"),
        };
        let breaks = if change.breaks_abi { "breaks" } else { "" };
        grid.row([change.what.word(), &change.name, &how, breaks]);
    }
    grid
}

fn json(change: &Change) -> Value {
    let mut value = json!({
        "change": change.what.word(),
        "kind": change.kind,
        "name": change.name,
        "breaks_abi": change.breaks_abi,
    });
    if let What::Changed { fact, old, new } = &change.what {
        value["fact"] = json!(fact);
        value["old"] = json!(old);
        value["new"] = json!(new);
    }
    value
}

fn summary(changes: &[Change]) -> String {
    let breaking = changes.iter().filter(|change| change.breaks_abi).count();
    match (changes.len(), breaking) {
        (0, _) => "no changes".to_owned(),
        (1, 0) => "1 change, compatible".to_owned(),
        (1, _) => "1 change, which breaks the ABI".to_owned(),
        (count, 0) => format!("{count} changes, compatible"),
        (count, breaking) => format!("{count} changes, {breaking} of them break the ABI"),
    }
}
