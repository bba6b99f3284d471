//! Running other programs, with errors that name them and say how to get what is missing.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, ExitStatus, Output, Stdio};
use std::sync::LazyLock;
use std::time::Instant;

use anyhow::{Context, Error, Result, anyhow, bail};

/// When the first step began.
static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Says what is being done, before a step that takes a while, and for how long the command has been running.
pub fn announce(step: impl AsRef<str>) {
    eprintln!("==> [{}] {}", elapsed(), step.as_ref());
}

/// The time since the first step, as minutes and seconds.
pub fn elapsed() -> String {
    let seconds = STARTED.elapsed().as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Runs a command whose output the user should see; any exit status but 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if !status.success() {
        bail!("`{}` failed: {status}", command_line(command));
    }
    Ok(())
}

/// Runs a command whose output the user should see, and gives its exit status.
pub fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .status()
        .map_err(|error| start_error(command, error))
}

/// Runs a command without input and gives its output, whatever its exit status.
pub fn output(command: &mut Command) -> Result<Output> {
    command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| start_error(command, error))
}

/// Runs a command and gives its stdout; any exit status but 0 is an error that holds its stderr.
pub fn stdout(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    if !output.status.success() {
        bail!(
            "`{}` failed: {}\n{}",
            command_line(command),
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8(output.stdout).with_context(|| {
        format!(
            "`{}` printed something that is not UTF-8",
            command_line(command)
        )
    })
}

/// Runs a command quietly; its output is shown only when it fails.
pub fn quiet(command: &mut Command) -> Result<()> {
    stdout(command).map(drop)
}

fn start_error(command: &Command, error: std::io::Error) -> Error {
    if error.kind() == ErrorKind::NotFound {
        let program = command.get_program();
        anyhow!(
            "`{}` was not found{}",
            program.to_string_lossy(),
            how_to_get(program)
        )
    } else {
        Error::new(error).context(format!("cannot start `{}`", command_line(command)))
    }
}

fn how_to_get(program: &OsStr) -> &'static str {
    match Path::new(program).file_name().and_then(OsStr::to_str) {
        Some("cc") => ": install a C compiler (Debian: apt install gcc libc6-dev)",
        Some("valgrind") => ": install it (Debian: apt install valgrind)",
        Some("debootstrap") => ": install it (Debian: apt install debootstrap)",
        Some("ar") => ": install the binutils (Debian: apt install binutils)",
        Some(name) if name.starts_with("python") => {
            ": install Python 3.9 or later with venv and headers (Debian: apt install python3-venv python3-dev)"
        }
        _ => "",
    }
}

fn command_line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
