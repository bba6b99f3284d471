//! Writes reports to standard error or a file, as text or as one JSON object per line.
//!
//! The settings are atomic values, because the fault handler writes reports, too.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicPtr, Ordering};

use hpy_platform::output::{self, STDERR};
use serde_json::Value;

use crate::reports::formats::{SARIF_END, find_root, github_commands, sarif_results, sarif_start};
use crate::reports::report::Report;

/// What reports are written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

const FORMATS: [(Format, &[u8]); 4] = [
    (Format::Text, b"text"),
    (Format::Json, b"json"),
    (Format::Sarif, b"sarif"),
    (Format::Github, b"github"),
];

/// Where reports of each format go.
static DESCRIPTORS: [AtomicI32; FORMATS.len()] = [
    AtomicI32::new(STDERR),
    AtomicI32::new(NONE),
    AtomicI32::new(NONE),
    AtomicI32::new(NONE),
];
/// A duplicate of standard error from the time of `keep_stderr`.
static KEPT: AtomicI32 = AtomicI32::new(NONE);

/// Whether other writers may leave an unfinished line there.
static IS_SHARED: AtomicBool = AtomicBool::new(false);

/// The report that code of the extension runs for.
static UNFINISHED: AtomicPtr<Report> = AtomicPtr::new(std::ptr::null_mut());

/// No descriptor.
const NONE: i32 = -1;

/// What `report=` names: formats, each with a file or for standard error.
pub(crate) struct Targets<'a>(Vec<(Format, Option<&'a Path>)>);

impl<'a> Targets<'a> {
    /// Reads `FORMAT` or `FORMAT:PATH`, several with `+` between them; otherwise says what was expected.
    pub(crate) fn parse(value: &'a OsStr) -> Result<Self, String> {
        let mut targets: Vec<(Format, Option<&Path>)> = Vec::new();
        let mut rest = Some(value.as_encoded_bytes());
        while let Some(value) = rest {
            // Elsewhere a `+` is part of a path.
            let target = |at: usize| value[at..].split(|byte| *byte == b'+').next();
            let begins =
                |at: &usize| value[*at] == b'+' && target(at + 1).and_then(format).is_some();
            let plus = (0..value.len()).find(begins);
            rest = plus.map(|plus| &value[plus + 1..]);
            let value = &value[..plus.unwrap_or(value.len())];
            let Some((format, path)) = format(value) else {
                return Err("text, json or github, or text:PATH, json:PATH, github:PATH or sarif:PATH, several \
                            with + between them"
                    .to_owned());
            };
            // SAFETY: a part of an OsStr, between ASCII characters.
            let path =
                path.map(|path| Path::new(unsafe { OsStr::from_encoded_bytes_unchecked(path) }));
            if path.is_some_and(|path| path.as_os_str().is_empty()) {
                return Err("a path after the colon".to_owned());
            }
            if targets.iter().any(|(known, _)| *known == format) {
                return Err("each format once".to_owned());
            }
            targets.push((format, path));
        }
        Ok(Self(targets))
    }

    /// Makes this the target of reports. The error says why a file cannot be opened.
    pub(crate) fn open(&self) -> Result<(), String> {
        let mut opened = [NONE; FORMATS.len()];
        for (format, path) in &self.0 {
            match open(*format, *path) {
                Ok(descriptor) => opened[*format as usize] = descriptor,
                Err(problem) => {
                    opened.into_iter().for_each(close);
                    return Err(problem);
                }
            }
        }
        for (known, descriptor) in DESCRIPTORS.iter().zip(opened) {
            close(known.swap(descriptor, Ordering::Relaxed));
        }
        Ok(())
    }
}

/// The format that a target begins with, and the path behind it. SARIF is one document, and needs a file.
fn format(target: &[u8]) -> Option<(Format, Option<&[u8]>)> {
    FORMATS
        .iter()
        .find_map(|(format, name)| match target.strip_prefix(*name)? {
            [] if *format != Format::Sarif => Some((*format, None)),
            [b':', path @ ..] => Some((*format, Some(path))),
            _ => None,
        })
}

fn open(format: Format, path: Option<&Path>) -> Result<i32, String> {
    if matches!(format, Format::Sarif | Format::Github) {
        find_root();
    }
    let Some(path) = path else {
        return Ok(STDERR);
    };
    let shown = path.display();
    let descriptor = match format {
        Format::Sarif => output::edit(path),
        _ => output::append(path),
    };
    let descriptor = descriptor.map_err(|error| format!("cannot open {shown}: {error}"))?;
    if format == Format::Sarif && !output::begin_list(descriptor, &sarif_start(), SARIF_END) {
        close(descriptor);
        return Err(format!(
            "{shown} is something else than a SARIF file of HPy debug"
        ));
    }
    Ok(descriptor)
}

fn close(descriptor: i32) {
    if descriptor != STDERR && descriptor != NONE {
        output::close(descriptor);
    }
}

fn descriptor(format: Format) -> Option<i32> {
    let descriptor = DESCRIPTORS[format as usize].load(Ordering::Relaxed);
    (descriptor != NONE).then_some(descriptor)
}

/// Remembers the present standard error. If it is redirected later, output at the end of the process still goes here,
/// because the code that redirected it cannot show it any more. `is_shared`: other writers may leave unfinished lines
/// there, so a report starts a new line.
pub fn keep_stderr(is_shared: bool) {
    IS_SHARED.store(is_shared, Ordering::Relaxed);
    if KEPT.load(Ordering::Relaxed) == NONE {
        KEPT.store(output::duplicate(STDERR).unwrap_or(NONE), Ordering::Relaxed);
    }
}

/// Remembers a report while code of the extension runs for it, such as an object's `repr`; NULL: that is over.
pub(crate) fn set_unfinished(report: *const Report) {
    UNFINISHED.store(report.cast_mut(), Ordering::Release);
}

/// A report in each format that is wanted.
pub(crate) struct Formatted(Vec<(Format, Vec<u8>)>);

impl Formatted {
    /// As text it is a line of the report before where that `is_shown` and it follows from it.
    pub(crate) fn new(report: &Report, is_shown: bool) -> Self {
        let text = || match is_shown {
            true => report.to_line(is_coloured()),
            false => report.to_text(is_coloured()),
        };
        Self::of(text, || report.to_json())
    }

    /// The report that was unfinished when the process crashed.
    pub(crate) fn unfinished() -> Option<Self> {
        // SAFETY: it is on the stack of a thread that waits for the code that runs for it.
        let report = unsafe { UNFINISHED.load(Ordering::Acquire).as_ref() };
        report.map(|report| Self::new(report, false))
    }

    fn of(text: impl Fn() -> String, json: impl Fn() -> Value) -> Self {
        let wanted = FORMATS
            .iter()
            .filter(|(format, _)| descriptor(*format).is_some());
        let formatted = wanted.map(|(format, _)| {
            let text = match format {
                Format::Text => text(),
                Format::Json => format!("{}\n", json()),
                Format::Sarif => sarif_results(&json()),
                Format::Github => github_commands(&json()),
            };
            (*format, text.into_bytes())
        });
        Self(formatted.collect())
    }

    /// Writes it. What cannot be written is lost: there is nowhere to complain.
    pub(crate) fn write(&self) {
        self.write_to(|_| None);
    }

    /// Writes it as what the process ends with.
    pub(crate) fn write_last(&self) {
        self.write_to(kept);
    }

    /// Writes it, also to what is more than a descriptor.
    fn write_to(&self, more: impl Fn(i32) -> Option<i32>) {
        for (format, bytes) in &self.0 {
            let Some(first) = descriptor(*format) else {
                continue;
            };
            if *format == Format::Sarif {
                output::add_to_list(first, bytes, SARIF_END);
                continue;
            }
            for descriptor in [Some(first), more(first)].into_iter().flatten() {
                if *format != Format::Json {
                    start_line(descriptor);
                }
                output::write(descriptor, bytes);
            }
        }
    }
}

/// Writes a report.
pub(crate) fn write(report: &Report, is_shown: bool) {
    Formatted::new(report, is_shown).write();
}

/// Writes the last report of the process.
pub(crate) fn write_last(report: &Report, is_shown: bool) {
    Formatted::new(report, is_shown).write_last();
}

/// Writes the last text of the process without allocating; if reports are JSON, to standard error.
pub(crate) fn write_last_words(parts: &[&str]) {
    let descriptor = descriptor(Format::Text).unwrap_or(STDERR);
    for descriptor in [Some(descriptor), kept(descriptor)].into_iter().flatten() {
        start_line(descriptor);
        for part in parts {
            output::write(descriptor, part.as_bytes());
        }
    }
}

/// The remembered standard error, if `descriptor` is standard error and was redirected.
fn kept(descriptor: i32) -> Option<i32> {
    let kept = KEPT.load(Ordering::Relaxed);
    (descriptor == STDERR && kept != NONE && !output::is_same(kept, STDERR)).then_some(kept)
}

/// Writes the findings at exit, as text or as JSON.
pub fn write_leaks(text: &str, json: &Value) {
    Formatted::of(|| text.to_owned(), || json.clone()).write();
}

/// Writes a line that is not a report to standard error.
pub fn complain(line: &str) {
    output::write(STDERR, format!("{line}\n").as_bytes());
}

/// Starts a new line, if another one may be unfinished.
fn start_line(descriptor: i32) {
    if IS_SHARED.load(Ordering::Relaxed) {
        let kept = KEPT.load(Ordering::Relaxed);
        if descriptor == kept || (descriptor == STDERR && output::is_same(kept, STDERR)) {
            output::write(descriptor, b"\n");
        }
    }
}

/// Colour is used on terminals, unless `NO_COLOR` or `CLICOLOR_FORCE` say otherwise.
fn is_coloured() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let forced =
        std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0" && !value.is_empty());
    if is_set("NO_COLOR") {
        return false;
    }
    forced || descriptor(Format::Text).is_some_and(output::is_terminal)
}
