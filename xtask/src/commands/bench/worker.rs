//! A process that measures rows when asked.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};

/// Whether a row may be measured again in the same process.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Again,
    Fresh,
}

/// A running `benches/measure.py`.
pub struct Worker {
    /// Name, unit and kind of what it can measure.
    pub rows: Vec<(String, String, Kind)>,
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Worker {
    /// Starts the process and waits until it is ready.
    pub fn start(mut command: Command) -> Result<Self> {
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start measure.py")?;
        let (Some(input), Some(output)) = (process.stdin.take(), process.stdout.take()) else {
            bail!("measure.py has no pipes");
        };
        let mut worker = Self {
            rows: Vec::new(),
            process,
            input,
            output: BufReader::new(output),
        };
        loop {
            let line = worker.line()?;
            if line.is_empty() {
                return Ok(worker);
            }
            let [name, unit, kind] = line.split('\t').collect::<Vec<_>>()[..] else {
                bail!("measure.py printed `{line}`, expected name, unit and kind");
            };
            let kind = match kind {
                "again" => Kind::Again,
                "fresh" => Kind::Fresh,
                other => bail!("measure.py says that `{name}` is of the kind `{other}`"),
            };
            worker.rows.push((name.to_owned(), unit.to_owned(), kind));
        }
    }

    /// Measures a row once.
    pub fn measure(&mut self, row: &str) -> Result<f64> {
        writeln!(self.input, "{row}").context("cannot ask measure.py")?;
        let line = self.line().with_context(|| format!("measuring `{row}`"))?;
        line.parse()
            .with_context(|| format!("measure.py printed `{line}` for `{row}`, expected a number"))
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            bail!("measure.py ended early: {}", self.process.wait()?);
        }
        Ok(line.trim_end().to_owned())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It has nothing to lose, and may have ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
