//! Where reports go: standard error or a file, as text or as one JSON object a line.
//!
//! The settings are plain atomic values, because the fault handler writes reports too.

use std::ffi::CString;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use serde_json::Value;

use crate::report::Report;

static DESCRIPTOR: AtomicI32 = AtomicI32::new(libc::STDERR_FILENO);
static JSON: AtomicBool = AtomicBool::new(false);

/// What `report=` names.
pub(crate) struct Target<'a> {
    json: bool,
    path: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// Reads `text`, `json`, `text:PATH` or `json:PATH`; otherwise says what was expected.
    pub(crate) fn parse(value: &'a str) -> Result<Self, String> {
        let (format, path) = match value.split_once(':') {
            Some((format, path)) => (format, Some(path)),
            None => (value, None),
        };
        match (format, path) {
            (_, Some("")) => Err("a path after the colon".to_owned()),
            ("text", path) => Ok(Self { json: false, path }),
            ("json", path) => Ok(Self { json: true, path }),
            _ => Err("text, json, text:PATH or json:PATH".to_owned()),
        }
    }

    /// Sends reports there from now on. Says what is wrong where the file cannot be opened.
    pub(crate) fn open(&self) -> Result<(), String> {
        let descriptor = match self.path {
            None => libc::STDERR_FILENO,
            Some(path) => open_file(path)?,
        };
        let last = DESCRIPTOR.swap(descriptor, Ordering::Relaxed);
        if last != libc::STDERR_FILENO {
            // SAFETY: a descriptor of ours that nobody uses any more.
            unsafe { libc::close(last) };
        }
        JSON.store(self.json, Ordering::Relaxed);
        Ok(())
    }
}

fn open_file(path: &str) -> Result<i32, String> {
    let name = CString::new(path).map_err(|_| format!("'{path}' is no path"))?;
    let flags = libc::O_WRONLY | libc::O_CREAT | libc::O_APPEND | libc::O_CLOEXEC;
    // SAFETY: a NUL-terminated path.
    match unsafe { libc::open(name.as_ptr(), flags, 0o644) } {
        -1 => Err(format!(
            "cannot open {path}: {}",
            std::io::Error::last_os_error()
        )),
        descriptor => Ok(descriptor),
    }
}

/// Writes a report. What cannot be written is lost: there is nowhere to complain.
pub(crate) fn write(report: &Report) {
    if JSON.load(Ordering::Relaxed) {
        write_all(format!("{}\n", report.to_json()).as_bytes());
    } else {
        write_all(report.to_text(is_coloured()).as_bytes());
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
pub(crate) fn complain(line: &str) {
    write_to(libc::STDERR_FILENO, format!("{line}\n").as_bytes());
}

fn write_all(bytes: &[u8]) {
    write_to(DESCRIPTOR.load(Ordering::Relaxed), bytes);
}

fn write_to(descriptor: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: the bytes are ours.
        let written = unsafe { libc::write(descriptor, bytes.as_ptr().cast(), bytes.len()) };
        let Ok(written) = usize::try_from(written) else {
            match std::io::Error::last_os_error().raw_os_error() {
                Some(libc::EINTR) => continue,
                // Full, and somebody has asked not to be kept waiting; a report is worth it.
                Some(libc::EAGAIN) if wait_for(descriptor) => continue,
                _ => return,
            }
        };
        bytes = &bytes[written..];
    }
}

/// Waits until a descriptor takes more; says whether it may.
fn wait_for(descriptor: i32) -> bool {
    let mut wanted = libc::pollfd {
        fd: descriptor,
        events: libc::POLLOUT,
        revents: 0,
    };
    // SAFETY: room for one descriptor. An interrupted wait is as good as one that has ended.
    unsafe { libc::poll(&raw mut wanted, 1, -1) };
    wanted.revents & (libc::POLLERR | libc::POLLNVAL) == 0
}

/// Colour is for terminals, unless the environment says otherwise (`NO_COLOR`, `CLICOLOR_FORCE`).
fn is_coloured() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let forced =
        std::env::var_os("CLICOLOR_FORCE").is_some_and(|value| value != "0" && !value.is_empty());
    if is_set("NO_COLOR") {
        return false;
    }
    // SAFETY: isatty takes any number.
    forced || unsafe { libc::isatty(DESCRIPTOR.load(Ordering::Relaxed)) } == 1
}
