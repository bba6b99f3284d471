//! `cargo xtask bench`

mod row;
mod table;
mod worker;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::python::PythonOption;
use crate::venv::Venv;
use crate::{extension, files, process, project, reference, wheel};
use row::{Mode, Pair, Row};
use worker::{Kind, Worker};

/// Compare our speed and memory with the reference's, as Markdown tables
///
/// Both run the same binary, and take turns sample by sample: a sample of a row is measured in every mode, by the one
/// and then by the other, within a few milliseconds, so that what else the machine does meets all of them. A round
/// starts new processes. Tables show medians and quartiles; ratios, and the costs that a mode adds to universal mode,
/// are taken within a sample.
#[derive(Args)]
pub struct Bench {
    #[command(flatten)]
    python: PythonOption,

    /// How many rounds to run, each in processes of its own
    #[arg(long, default_value_t = 7, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,

    /// How many samples of each row to take in a round
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    samples: u32,

    /// Only rows whose name contains this
    #[arg(
        long,
        default_value = "",
        value_name = "TEXT",
        hide_default_value = true
    )]
    only: String,

    /// Measure the small programs of `benches/programs` instead
    #[arg(long)]
    programs: bool,

    /// Count instructions with valgrind instead of measuring time: what else the machine does changes nothing
    ///
    /// Rows of memory and of processes are left out. What the system does in a call is not counted.
    #[arg(long, conflicts_with_all = ["rounds", "samples"])]
    instructions: bool,

    /// Compare us with ourselves: what differs from 1 is noise
    #[arg(long)]
    same: bool,
}

impl Bench {
    /// Measures and prints the tables.
    pub fn run(&self) -> Result<()> {
        let python = self.python.find()?;
        let mut directory = project::root().join("benches");
        if self.programs {
            directory.push("programs");
        }
        let output = project::target("bench").join(python.tag());
        let mut built = extension::build(&reference::venv(&python)?, &directory, &output)?;
        if !self.programs {
            built.push("loops.hpy0.so");
        }
        let ours = Venv::ensure("bench", &python, &[])?;
        wheel::build_and_install(&python, &ours)?;
        let (peer, name) = match self.same {
            true => (Venv::ensure("bench", &python, &[])?, "ours, again"),
            false => (reference::venv(&python)?, "hpy 0.9.0"),
        };
        let sides = Sides {
            peer,
            ours,
            script: directory.join("measure.py"),
            built,
            counts: self.instructions.then(|| output.join("counts")),
        };
        let (rounds, samples) = match self.instructions {
            true => (1, 1),
            false => (self.rounds, self.samples),
        };
        let mut rows = Vec::new();
        for round in 1..=rounds {
            process::announce(format!("round {round} of {rounds}"));
            self.round(&sides, samples, &mut rows)?;
        }
        table::print(&rows, name);
        Ok(())
    }

    fn round(&self, sides: &Sides, samples: u32, rows: &mut Vec<Row>) -> Result<()> {
        let mut workers = Vec::new();
        for mode in Mode::ALL {
            workers.push((mode, sides.start(mode)?));
        }
        let mut found: Vec<(String, String, Kind)> = Vec::new();
        for (_, [_, ours]) in &workers {
            for row in &ours.rows {
                if row.0.contains(&self.only) && !found.contains(row) {
                    found.push(row.clone());
                }
            }
        }
        for (name, unit, kind) in &found {
            let row = row_of(rows, name, unit);
            for sample in 0..samples {
                for (mode, pair) in &mut workers {
                    if !pair[1].rows.iter().any(|row| row.0 == *name) {
                        continue;
                    }
                    let mut fresh;
                    let pair = match kind {
                        Kind::Again => pair,
                        Kind::Fresh => {
                            fresh = sides.start(*mode)?;
                            &mut fresh
                        }
                    };
                    // Whoever goes first in a sample goes second in the next.
                    let mut measured = [0.0; 2];
                    let first = sample as usize % 2;
                    for side in [first, 1 - first] {
                        measured[side] = pair[side].measure(name)?;
                    }
                    let [reference, ours] = measured;
                    row.samples[*mode as usize].push(Pair { reference, ours });
                }
            }
        }
        Ok(())
    }
}

fn row_of<'a>(rows: &'a mut Vec<Row>, name: &str, unit: &str) -> &'a mut Row {
    let index = rows.iter().position(|row| row.name == name);
    let index = index.unwrap_or_else(|| {
        rows.push(Row {
            name: name.to_owned(),
            unit: unit.to_owned(),
            samples: Default::default(),
        });
        rows.len() - 1
    });
    &mut rows[index]
}

/// What is compared, and how.
struct Sides {
    peer: Venv,
    ours: Venv,
    script: PathBuf,
    /// The library that the script loads, or the directory of several.
    built: PathBuf,
    /// Where valgrind writes what it counts.
    counts: Option<PathBuf>,
}

impl Sides {
    /// A process of each side.
    fn start(&self, mode: Mode) -> Result<[Worker; 2]> {
        let start = |venv: &Venv, side: &str| {
            let mut command = match &self.counts {
                None => venv.python(),
                Some(counts) => {
                    let counts = counts.join(format!("{side}-{}", mode.name()));
                    files::remove_dir(&counts)?;
                    files::create_dir(&counts)?;
                    counting(venv, &counts)
                }
            };
            command.arg(&self.script).arg(&self.built).arg(mode.name());
            Worker::start(command)
        };
        Ok([start(&self.peer, "peer")?, start(&self.ours, "ours")?])
    }
}

/// A command that runs an environment's interpreter and counts instructions: see `benches/instructions.py`.
fn counting(venv: &Venv, counts: &Path) -> Command {
    let mut command = Command::new("valgrind");
    command
        .args(["-q", "--tool=callgrind", "--dump-before=os_sched_yield"])
        .arg(format!(
            "--callgrind-out-file={}",
            counts.join("out").display()
        ))
        .arg(venv.program("python"))
        .env("HPY_BENCH_CALLGRIND", counts);
    command
}
