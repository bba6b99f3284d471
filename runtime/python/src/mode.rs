//! Modes, and how the environment variable `HPY` picks one.

use std::fmt;

use pyo3::prelude::*;

/// Whether Python was told to ignore its environment variables, with `-E` or `-I`: so are ours.
pub(crate) fn is_environment_ignored(py: Python<'_>) -> PyResult<bool> {
    let flags = py.import("sys")?.getattr("flags")?;
    flags.getattr("ignore_environment")?.is_truthy()
}

/// Which context an extension is loaded with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Universal,
    Debug,
    Trace,
    /// The debug context over a trace context.
    DebugTrace,
}

/// By their numbers: that of both is the sum.
const MODES: [(Mode, &str, &str); 4] = [
    (Mode::Universal, "universal", "MODE_UNIVERSAL"),
    (Mode::Debug, "debug", "MODE_DEBUG"),
    (Mode::Trace, "trace", "MODE_TRACE"),
    (Mode::DebugTrace, "debug+trace", "MODE_DEBUG_TRACE"),
];

/// What it may be called as well.
const TRACE_DEBUG: &str = "trace+debug";

/// A mode that there is not.
#[derive(Debug)]
pub(crate) struct InvalidMode(String);

impl fmt::Display for InvalidMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "invalid HPy mode: {}", self.0)
    }
}

/// The names of the constants for the modes, by their values.
pub(crate) fn constants() -> [&'static str; MODES.len()] {
    MODES.map(|(_, _, constant)| constant)
}

impl Mode {
    /// What `MODE_…` constant it is.
    pub(crate) fn from_number(number: i32) -> Result<Self, InvalidMode> {
        let mode = usize::try_from(number)
            .ok()
            .and_then(|number| MODES.get(number));
        mode.map(|(mode, ..)| *mode)
            .ok_or_else(|| InvalidMode(format!("{number}; expected {}", constants().join(", "))))
    }

    /// Whether misuse is reported.
    pub(crate) fn is_debug(self) -> bool {
        matches!(self, Self::Debug | Self::DebugTrace)
    }

    /// Upper and lower case are the same.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case(TRACE_DEBUG) {
            return Some(Self::DebugTrace);
        }
        let mode = MODES
            .iter()
            .find(|(_, known, _)| known.eq_ignore_ascii_case(name));
        mode.map(|(mode, ..)| *mode)
    }

    /// What `HPY` says of a module that is known by any of `names`: `debug`, or
    /// `moduleA:debug,moduleB:trace`, where modules that are not named are universal.
    pub(crate) fn from_variable(value: &str, names: &[&str]) -> Result<Self, InvalidMode> {
        let invalid = |part: &str| {
            let [shown, part] = [value, part].map(|text| text.chars().take(50).collect::<String>());
            let valid = MODES.map(|(_, name, _)| name).join(", ");
            InvalidMode(format!(
                "{shown} (in the environment variable HPY: '{part}' is none of {valid}; expected MODE or \
                 MODULE:MODE,MODULE:MODE)"
            ))
        };
        let value = value.trim();
        if value.is_empty() {
            return Ok(Self::Universal);
        }
        if !value.contains(':') {
            return Self::from_name(value).ok_or_else(|| invalid(value));
        }
        let mut found = Self::Universal;
        for entry in value
            .split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
        {
            let (name, mode) = match entry.split_once(':') {
                Some(pair) => pair,
                None if Self::from_name(entry).is_some() => {
                    return Err(InvalidMode(format!(
                        "{value} (in the environment variable HPY: '{entry}' stands for all modules, and others are \
                         named; expected MODE or MODULE:MODE,MODULE:MODE)"
                    )));
                }
                None => return Err(invalid(entry)),
            };
            let (name, mode) = (name.trim(), mode.trim());
            let mode = Self::from_name(mode).ok_or_else(|| invalid(mode))?;
            if name.is_empty() {
                return Err(invalid(entry));
            }
            if names.contains(&name) {
                found = mode;
            }
        }
        Ok(found)
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        MODES[self as usize].1
    }

    /// What `HPY_LOG` adds to the name of the mode.
    pub(crate) fn log_suffix(self) -> &'static str {
        match self {
            Mode::Universal => "",
            Mode::Debug => " with a debug context",
            Mode::Trace => " with a trace context",
            Mode::DebugTrace => " with a debug context over a trace context",
        }
    }
}
