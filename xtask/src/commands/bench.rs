//! `cargo xtask bench`

use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::python::PythonOption;
use crate::venv::Venv;
use crate::{process, project, reference, wheel};

const MODES: [&str; 2] = ["universal", "debug"];

/// Compare our speed with the reference's, as a Markdown table
///
/// Both run the same binary. A round runs each of them in a fresh process, one right after the other, so that the ratio
/// of a round is free of what changes between rounds.
#[derive(Args)]
pub struct Bench {
    #[command(flatten)]
    python: PythonOption,

    /// How many rounds to run
    #[arg(long, default_value_t = 7, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// One operation in one mode, measured once per round.
struct Row {
    mode: &'static str,
    operation: String,
    pairs: Vec<Pair>,
}

/// Nanoseconds per operation.
struct Pair {
    reference: f64,
    ours: f64,
}

impl Bench {
    /// Measures and prints the table.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        let directory = project::root().join("benches");
        let library =
            reference::build_extension(&python, &directory, "bench")?.join("loops.hpy0.so");
        let peer = reference::venv(&python)?;
        let ours = Venv::ensure("bench", &python, &[])?;
        wheel::build_and_install(&python, &ours)?;

        let mut rows: Vec<Row> = Vec::new();
        for round in 1..=self.rounds {
            process::announce(format!("round {round} of {}", self.rounds));
            for mode in MODES {
                let measure = |venv: &Venv| measure(venv, &directory, &library, mode);
                // Whoever goes first in a round goes second in the next.
                let (reference, ours) = if round % 2 == 1 {
                    let reference = measure(&peer)?;
                    (reference, measure(&ours)?)
                } else {
                    let ours = measure(&ours)?;
                    (measure(&peer)?, ours)
                };
                record(&mut rows, mode, reference, ours);
            }
        }
        print_table(&rows);
        Ok(())
    }
}

fn measure(
    venv: &Venv,
    directory: &Path,
    library: &Path,
    mode: &str,
) -> Result<Vec<(String, f64)>> {
    let mut command = venv.python();
    command
        .arg(directory.join("measure.py"))
        .arg(library)
        .arg(mode);
    let mut measured = Vec::new();
    for line in process::stdout(&mut command)?.lines() {
        let Some((operation, nanoseconds)) = line.split_once('\t') else {
            bail!("measure.py printed `{line}`, expected a name, a tab and a number");
        };
        let nanoseconds = nanoseconds
            .parse()
            .with_context(|| format!("in the line `{line}` of measure.py"))?;
        measured.push((operation.to_owned(), nanoseconds));
    }
    Ok(measured)
}

fn record(
    rows: &mut Vec<Row>,
    mode: &'static str,
    reference: Vec<(String, f64)>,
    ours: Vec<(String, f64)>,
) {
    for ((operation, reference), (_, ours)) in reference.into_iter().zip(ours) {
        let pair = Pair { reference, ours };
        match rows
            .iter_mut()
            .find(|row| row.mode == mode && row.operation == operation)
        {
            Some(row) => row.pairs.push(pair),
            None => rows.push(Row {
                mode,
                operation,
                pairs: vec![pair],
            }),
        }
    }
}

fn print_table(rows: &[Row]) {
    println!("| mode | operation | reference (ns) | ours (ns) | ours / reference |");
    println!("|---|---|---:|---:|---:|");
    for mode in MODES {
        for row in rows.iter().filter(|row| row.mode == mode) {
            println!(
                "| {mode} | {} | {:.1} | {:.1} | {:.2} |",
                row.operation,
                median(row.pairs.iter().map(|pair| pair.reference)),
                median(row.pairs.iter().map(|pair| pair.ours)),
                median(row.pairs.iter().map(|pair| pair.ours / pair.reference)),
            );
        }
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        (sorted[middle - 1] + sorted[middle]) / 2.0
    }
}
