//! C stacks: captured as addresses, stored once each, made readable only when somebody reads them.

use std::collections::HashMap;
use std::ffi::c_void;
use std::fmt::Write;

/// Distinct stacks by number; 0 is no stack.
#[derive(Default)]
pub(crate) struct Stacks {
    numbers: HashMap<Box<[usize]>, u32>,
    stacks: Vec<Box<[usize]>>,
    /// How many frames of the extension and its callers are kept; 0 captures nothing.
    pub(crate) limit: usize,
}

/// Frames of ours that may lie between an extension and the capture; they are hidden when read.
const OURS: usize = 8;

impl Stacks {
    /// The number of the current stack.
    #[cold]
    pub(crate) fn capture(&mut self) -> u32 {
        let frames = current(self.limit + OURS);
        if let Some(number) = self.numbers.get(frames.as_slice()) {
            return *number;
        }
        let frames = frames.into_boxed_slice();
        self.stacks.push(frames.clone());
        let number = self.stacks.len() as u32;
        self.numbers.insert(frames, number);
        number
    }

    /// A stack in readable form, a line a frame; `None` where none was captured.
    pub(crate) fn describe(&self, number: u32) -> Option<String> {
        let frames = self.stacks.get((number as usize).checked_sub(1)?)?;
        Some(describe(frames, self.limit.max(1)))
    }
}

/// Return addresses of the current stack, innermost first.
pub(crate) fn current(max: usize) -> Vec<usize> {
    let mut frames = Vec::with_capacity(max);
    backtrace::trace(|frame| {
        frames.push(frame.ip().addr());
        frames.len() < max
    });
    frames
}

/// Makes at most `limit` frames readable: function, file and line where there is debug information,
/// otherwise the library and the offset in it. Frames of this runtime are left out.
pub(crate) fn describe(frames: &[usize], limit: usize) -> String {
    let mut text = String::new();
    let mut shown = 0;
    for address in frames {
        // A return address may belong to the next line already.
        let inside = address.saturating_sub(1) as *mut c_void;
        let mut known = false;
        let mut ours = false;
        let mut lines = String::new();
        backtrace::resolve(inside, |symbol| {
            known = true;
            let name = symbol
                .name()
                .map_or_else(|| "??".to_owned(), |name| format!("{name:#}"));
            ours |= is_ours(&name);
            let _ = write!(lines, "    {name}");
            if let (Some(file), Some(line)) = (symbol.filename(), symbol.lineno()) {
                let _ = write!(lines, " at {}:{line}", file.display());
            } else if let Some((library, offset)) = library_of(*address) {
                let _ = write!(lines, " ({library}+{offset:#x})");
            }
            lines.push('\n');
        });
        if !known {
            lines = match library_of(*address) {
                Some((library, offset)) => format!("    {library}+{offset:#x}\n"),
                None => format!("    {address:#x}\n"),
            };
        }
        if !ours && shown < limit {
            shown += 1;
            text.push_str(&lines);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn is_ours(name: &str) -> bool {
    [
        "hpy_debug::",
        "hpy_universal::",
        "hpy_trace::",
        "backtrace::",
    ]
    .iter()
    .any(|prefix| name.contains(prefix))
}

/// The shared library that holds an address, and the offset in it, as `addr2line` takes it.
fn library_of(address: usize) -> Option<(String, usize)> {
    let mut info = std::mem::MaybeUninit::<libc::Dl_info>::zeroed();
    // SAFETY: dladdr accepts any address and fills in `info` where it returns non-zero.
    let info = unsafe {
        if libc::dladdr(address as *const c_void, info.as_mut_ptr()) == 0 {
            return None;
        }
        info.assume_init()
    };
    if info.dli_fname.is_null() {
        return None;
    }
    // SAFETY: dladdr returned a NUL-terminated name that lives as long as the library is loaded.
    let name = unsafe { std::ffi::CStr::from_ptr(info.dli_fname) };
    Some((
        name.to_string_lossy().into_owned(),
        address - info.dli_fbase.addr(),
    ))
}
