//! `cargo codegen import`

mod header;
mod preprocessor;
mod stanza;
mod syntax;
mod texts;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use hpy_codegen::diff::{Change, What, diff, only_abi};
use hpy_codegen::facts::{self, Item};
use hpy_codegen::grid::Grid;
use hpy_codegen::model::Spec;
use serde_json::{Value, json};

use super::io::{Format, FormatOption, load, print};
use header::Header;

/// Compare the C header of a context with the spec
///
/// Says what the spec lacks, has too much, or has with another index, C type or value, and prints stanzas for what it
/// lacks. `const` is no part of the ABI and not compared. Exit status: 0 when nothing differs, 1 when something does,
/// 2 when the header cannot be read.
#[derive(Args)]
pub struct Import {
    /// hpy.h, or another header of an HPy that stands below its hpy.h
    header: PathBuf,

    /// Search this directory for what the header includes (repeatable)
    #[arg(short = 'I', value_name = "DIR")]
    include: Vec<PathBuf>,

    #[command(flatten)]
    format: FormatOption,

    /// The spec
    #[arg(long, value_name = "FILE", default_value = hpy_codegen::SPEC)]
    spec: PathBuf,
}

impl Import {
    /// Prints the differences.
    pub fn run(&self) -> Result<ExitCode> {
        let spec = load(&self.spec)?;
        let header = Header::read(&self.header, &self.include)?;
        let differences = compare(&header, &spec);
        let stanzas = stanza::missing(&header, &spec);
        print(&show(&header, &differences, &stanzas, self.format.format));
        Ok(ExitCode::from(u8::from(!differences.is_empty())))
    }
}

fn compare(header: &Header, spec: &Spec) -> Vec<Change> {
    let has = |item: &Item| match item.kind {
        "check" | "resource" | "imported type" | "protocol" => false,
        "version" => header.version.is_some(),
        _ => true,
    };
    // The header may lack what a later release added.
    let (_, minor) = header.version.unwrap_or((0, i64::MAX));
    let later: Vec<String> = facts::later_than(spec, minor).collect();
    let ours = only_abi(facts::items(spec).into_iter().filter(has));
    let theirs = header.items(&ours, spec);
    let mut changes = diff(&theirs, &ours);
    changes.retain(|change| match change.what {
        What::Changed { .. } => change.breaks_abi,
        What::Added { .. } => !later.contains(&change.name),
        What::Removed => true,
    });
    changes
}

fn show(header: &Header, differences: &[Change], stanzas: &str, format: Format) -> String {
    let table = grid(differences);
    match format {
        Format::Json => {
            let list: Value = differences.iter().map(json).collect();
            format!("{:#}\n", json!({ "differences": list, "stanzas": stanzas }))
        }
        _ if differences.is_empty() => format!(
            "no difference: {} context members, {} enum constants\n",
            header.members.len(),
            header.constants_compared()
        ),
        Format::Markdown if stanzas.is_empty() => table.markdown(),
        Format::Markdown => format!("{}\n```toml\n{stanzas}```\n", table.markdown()),
        Format::Text if stanzas.is_empty() => table.text(),
        Format::Text => format!(
            "{}\n# Add this to the spec, and decide what is TODO.\n\n{stanzas}",
            table.text()
        ),
    }
}

fn grid(differences: &[Change]) -> Grid {
    let mut grid = Grid::new(&["the spec", "what", "how"]);
    for change in differences {
        let (verb, how) = match &change.what {
            What::Removed => ("lacks", String::new()),
            What::Added { place } => ("has too much", place.clone()),
            What::Changed { fact, old, new } => (
                "differs in",
                format!("{fact}: the header has {old}, the spec {new}"),
            ),
        };
        grid.row([verb, &change.name, &how]);
    }
    grid
}

fn json(change: &Change) -> Value {
    match &change.what {
        What::Removed => json!({ "spec": "lacks", "name": change.name }),
        What::Added { .. } => json!({ "spec": "has too much", "name": change.name }),
        What::Changed { fact, old, new } => json!({
            "spec": "differs", "name": change.name, "fact": fact, "header_has": old, "spec_has": new,
        }),
    }
}
