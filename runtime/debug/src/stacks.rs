//! C stacks: captured as addresses, stored once each, made readable only when somebody reads them.

use std::collections::HashMap;
use std::ffi::c_void;
use std::fmt::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use hpy_platform::library::{Image, image_of};
use hpy_platform::unwind::Walker;

use crate::symbols::{self, Symbol};

/// The address of a function of the interpreter; 0 is unknown.
static INTERPRETER: AtomicUsize = AtomicUsize::new(0);

/// Distinct stacks by number; 0 is no stack.
#[derive(Default)]
pub(crate) struct Stacks {
    numbers: HashMap<Box<[usize]>, u32>,
    stacks: Vec<Box<[usize]>>,
    walker: Walker,
    /// How many frames of the extension are kept; 0 captures nothing.
    pub(crate) limit: usize,
}

/// Frames of this runtime that may lie between an extension and the capture; readers never see them.
const OWN_FRAMES: usize = 8;

/// Frames shown of a misuse.
const SHOWN: usize = 16;

impl Stacks {
    /// The number of the current stack; 0 where there is no memory to keep it.
    #[cold]
    pub(crate) fn capture(&mut self) -> u32 {
        let max = self.limit.saturating_add(OWN_FRAMES);
        let mut frames = Vec::with_capacity(max.min(SHOWN * 4));
        self.walker.walk(&mut frames, max);
        if frames.is_empty() {
            frames = current(max);
        }
        if let Some(number) = self.numbers.get(frames.as_slice()) {
            return *number;
        }
        if self.stacks.try_reserve(1).is_err() || self.numbers.try_reserve(1).is_err() {
            return 0;
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
        Some(readable(frames, frames.len()))
    }

    /// The name of the file whose code is innermost in a stack.
    pub(crate) fn library(&self, number: u32) -> Option<String> {
        let frames = self.stacks.get((number as usize).checked_sub(1)?)?;
        let own = base(current as *const () as usize);
        let mut images = frames.iter().filter_map(|address| image_of(*address));
        let image = images.find(|image| Some(image.base) != own)?;
        Some(image.path.rsplit('/').next().unwrap_or_default().to_owned())
    }
}

/// `function` is the address of any function of the interpreter: stacks end where its code begins.
pub(crate) fn set_interpreter(function: *const c_void) {
    // Where its code is loaded takes some time to find out: whoever reads a stack does that.
    INTERPRETER.store(function.addr(), Ordering::Relaxed);
}

/// Where the code at an address was loaded; `None` where there is none.
fn base(address: usize) -> Option<usize> {
    image_of(address).map(|image| image.base)
}

/// The current stack in readable form, below the function of address `returned`, if that is not 0.
pub(crate) fn describe_current(returned: usize) -> String {
    let mut frames = current(SHOWN * 4);
    if returned != 0 {
        // As if it were a return address: it belongs to the function's first line.
        frames.insert(0, returned + 1);
    }
    readable(&frames, SHOWN)
}

/// The stack of the code that a signal interrupted at this address.
pub(crate) fn interrupted(address: usize) -> Vec<usize> {
    let mut frames = current(SHOWN * 4);
    if let Some(position) = frames.iter().position(|frame| *frame == address) {
        frames.drain(..position);
        // Unlike the others it is no return address.
        frames[0] += 1;
    }
    frames
}

/// A stack in readable form.
pub(crate) fn describe(frames: &[usize]) -> String {
    readable(frames, SHOWN)
}

/// The extension's frames, at most `limit`, up to the interpreter's call of it: function, file and line
/// where there is debug information, otherwise the library and the offset in it.
fn readable(frames: &[usize], limit: usize) -> String {
    let own = base(current as *const () as usize);
    let interpreter = base(INTERPRETER.load(Ordering::Relaxed));
    let is_in = |place: Option<usize>, library: &Option<Image>| {
        place.is_some() && place == library.as_ref().map(|library| library.base)
    };
    let mut text = String::new();
    let mut shown = 0;
    for address in frames {
        let library = image_of(*address);
        if is_in(own, &library) {
            continue;
        }
        if is_in(interpreter, &library) || shown == limit {
            break;
        }
        shown += 1;
        write_frame(&mut text, *address, library.as_ref());
    }
    text.truncate(text.trim_end().len());
    text
}

/// Return addresses of the current stack, innermost first.
fn current(max: usize) -> Vec<usize> {
    let mut frames = Vec::with_capacity(max.min(SHOWN * 4));
    backtrace::trace(|frame| {
        frames.push(frame.ip().addr());
        frames.len() < max
    });
    frames
}

/// Writes the functions of a frame, inlined ones first, a line each. What HPy's headers define inline is
/// part of the call that is reported, and left out.
fn write_frame(text: &mut String, address: usize, library: Option<&Image>) {
    let Some(library) = library else {
        let _ = writeln!(text, "    {address:#x}");
        return;
    };
    let offset = address - library.base;
    // A return address may belong to the next line already.
    let symbols = symbols::at(address.saturating_sub(1), &library.path, library.base);
    for Symbol { name, place } in &symbols {
        if name.trim_start_matches('_').starts_with("HPy") {
            continue;
        }
        let _ = match place {
            Some((file, line)) => writeln!(text, "    {name} at {file}:{line}"),
            None => writeln!(text, "    {name} in {}+{offset:#x}", library.path),
        };
    }
    if symbols.is_empty() {
        let _ = writeln!(text, "    {}+{offset:#x}", library.path);
    }
}
