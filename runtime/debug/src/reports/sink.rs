//! Where reports go: standard error or a file, as text or as one JSON object a line.
//!
//! The settings are plain atomic values, because the fault handler writes reports too.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use hpy_platform::output::{self, STDERR};
use serde_json::Value;

use crate::reports::report::Report;

static DESCRIPTOR: AtomicI32 = AtomicI32::new(STDERR);
static JSON: AtomicBool = AtomicBool::new(false);
/// Where standard error led when that was to be remembered.
static KEPT: AtomicI32 = AtomicI32::new(NONE);

/// Whether a line of somebody else's may stand unfinished where standard error led then.
static IS_SHARED: AtomicBool = AtomicBool::new(false);

/// No descriptor.
const NONE: i32 = -1;

/// What `report=` names.
pub(crate) struct Target<'a> {
    json: bool,
    path: Option<&'a Path>,
}

impl<'a> Target<'a> {
    /// Reads `text`, `json`, `text:PATH` or `json:PATH`; otherwise says what was expected.
    pub(crate) fn parse(value: &'a OsStr) -> Result<Self, String> {
        let value = value.as_encoded_bytes();
        let colon = value.iter().position(|byte| *byte == b':');
        let (format, path) = match colon {
            Some(colon) => (&value[..colon], Some(&value[colon + 1..])),
            None => (value, None),
        };
        // SAFETY: a part of an OsStr, behind an ASCII character.
        let path = path.map(|path| Path::new(unsafe { OsStr::from_encoded_bytes_unchecked(path) }));
        match (format, path) {
            (_, Some(path)) if path.as_os_str().is_empty() => {
                Err("a path after the colon".to_owned())
            }
            (b"text", path) => Ok(Self { json: false, path }),
            (b"json", path) => Ok(Self { json: true, path }),
            _ => Err("text, json, text:PATH or json:PATH".to_owned()),
        }
    }

    /// Sends reports there from now on. Says what is wrong where the file cannot be opened.
    pub(crate) fn open(&self) -> Result<(), String> {
        let descriptor = match self.path {
            None => STDERR,
            Some(path) => {
                let shown = path.display();
                output::append(path).map_err(|error| format!("cannot open {shown}: {error}"))?
            }
        };
        let last = DESCRIPTOR.swap(descriptor, Ordering::Relaxed);
        if last != STDERR {
            output::close(last);
        }
        JSON.store(self.json, Ordering::Relaxed);
        Ok(())
    }
}

/// Remembers where standard error leads now: what is written to it as the process ends goes there too, should it lead
/// elsewhere then. Whoever has redirected it does not live to tell. Where it `is_shared` with somebody who writes parts of
/// lines, a report begins with a line of its own.
pub fn keep_stderr(is_shared: bool) {
    IS_SHARED.store(is_shared, Ordering::Relaxed);
    if KEPT.load(Ordering::Relaxed) == NONE {
        KEPT.store(output::duplicate(STDERR).unwrap_or(NONE), Ordering::Relaxed);
    }
}

/// Writes a report. What cannot be written is lost: there is nowhere to complain.
pub(crate) fn write(report: &Report) {
    write_all(&in_format(report));
}

/// Writes a report that the process ends with.
pub(crate) fn write_last(report: &Report) {
    write_last_text(&in_format(report));
}

/// Writes a report that the process ends with, as [`in_format`] made it.
pub(crate) fn write_last_text(bytes: &[u8]) {
    write_all(bytes);
    if let Some(kept) = kept(DESCRIPTOR.load(Ordering::Relaxed)) {
        start_line(kept);
        output::write(kept, bytes);
    }
}

/// Writes text that the process ends with, without any memory; where reports go as JSON, to standard error.
pub(crate) fn write_last_words(parts: &[&str]) {
    let descriptor = match JSON.load(Ordering::Relaxed) {
        true => STDERR,
        false => DESCRIPTOR.load(Ordering::Relaxed),
    };
    for descriptor in [Some(descriptor), kept(descriptor)].into_iter().flatten() {
        start_line(descriptor);
        for part in parts {
            output::write(descriptor, part.as_bytes());
        }
    }
}

/// Where standard error once led, if that is what a descriptor was meant to be and it has been redirected.
fn kept(descriptor: i32) -> Option<i32> {
    let kept = KEPT.load(Ordering::Relaxed);
    (descriptor == STDERR && kept != NONE && !output::is_same(kept, STDERR)).then_some(kept)
}

/// A report as text or JSON.
pub(crate) fn in_format(report: &Report) -> Vec<u8> {
    match JSON.load(Ordering::Relaxed) {
        true => format!("{}\n", report.to_json()).into_bytes(),
        false => report.to_text(is_coloured()).into_bytes(),
    }
}

/// Writes what was found at exit, as text or as JSON.
pub fn write_leaks(text: &str, json: &Value) {
    if JSON.load(Ordering::Relaxed) {
        write_all(format!("{json}\n").as_bytes());
    } else {
        write_all(text.as_bytes());
    }
}

/// Writes a line that is no report to standard error, wherever reports go.
pub fn complain(line: &str) {
    output::write(STDERR, format!("{line}\n").as_bytes());
}

fn write_all(bytes: &[u8]) {
    let descriptor = DESCRIPTOR.load(Ordering::Relaxed);
    start_line(descriptor);
    output::write(descriptor, bytes);
}

/// Has the next report begin on a line of its own, where another may stand unfinished.
fn start_line(descriptor: i32) {
    if IS_SHARED.load(Ordering::Relaxed) && !JSON.load(Ordering::Relaxed) {
        let kept = KEPT.load(Ordering::Relaxed);
        if descriptor == kept || (descriptor == STDERR && output::is_same(kept, STDERR)) {
            output::write(descriptor, b"\n");
        }
    }
}

/// Colour is for terminals, unless the environment says otherwise (`NO_COLOR`, `CLICOLOR_FORCE`).
fn is_coloured() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let forced =
        std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0" && !value.is_empty());
    if is_set("NO_COLOR") {
        return false;
    }
    forced || output::is_terminal(DESCRIPTOR.load(Ordering::Relaxed))
}
