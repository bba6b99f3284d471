//! C stacks. They are captured as addresses, stored once each, and resolved to names only when somebody reads them.

use std::collections::HashMap;
use std::ffi::c_void;

use hpy_platform::faults::{Fault, Kind, abort_function, ends_handler};
use hpy_platform::library::{Extent, image_of};
use hpy_platform::unwind::{Walker, walk_slow};

use crate::reports::line::Line;
use crate::reports::symbols::Symbol;
use crate::reports::{source, symbols};

/// The addresses of the interpreter, and those of this library.
static INTERPRETER: Extent = Extent::new();
static OWN: Extent = Extent::new();
/// The addresses of the C library.
static C_LIBRARY: Extent = Extent::new();

/// A captured stack: addresses, innermost first. It lives as long as the process, so that the fault handler can read
/// it.
pub(crate) struct Stack {
    frames: Box<[usize]>,
    /// The host's number for the Python line that called the extension; 0 for unknown.
    place: u32,
}

/// The distinct stacks by number; 0 is no stack.
#[derive(Default)]
pub(crate) struct Stacks {
    numbers: HashMap<(&'static [usize], u32), u32>,
    stacks: Vec<&'static Stack>,
    /// Created with the first stack.
    walker: Option<Walker>,
    /// The number of frames of the extension to keep; 0 captures nothing.
    pub(crate) limit: usize,
}

/// The most frames of this runtime between an extension and the capture. They are never shown.
const OWN_FRAMES: usize = 8;

/// The number of frames that a report shows.
pub(crate) const SHOWN: usize = 16;

/// The number of frames to keep for that: some belong to this runtime and are not shown.
pub(crate) const KEPT: usize = SHOWN * 4;

/// The most frames to walk from a fault to the extension: recursion may have used up the stack.
const FRAMES_OF_FAULT: usize = 10_000;

/// The most frames to walk to handlers that sent a signal again.
const HANDLERS_ABOVE: usize = 64;

impl Stacks {
    /// The number of the current stack below this Python line; 0 where there is no memory to keep it.
    #[cold]
    pub(crate) fn capture(&mut self, place: u32) -> u32 {
        let max = self.limit.saturating_add(OWN_FRAMES);
        let mut frames = Vec::with_capacity(max.min(KEPT));
        let walker = self.walker.get_or_insert_default();
        walker.walk(&mut frames, max);
        // This type allows keys that do not live for ever.
        let numbers: &HashMap<(&[usize], u32), u32> = &self.numbers;
        if let Some(number) = numbers.get(&(frames.as_slice(), place)) {
            return *number;
        }
        if self.stacks.try_reserve(1).is_err() || self.numbers.try_reserve(1).is_err() {
            return 0;
        }
        let stack: &'static Stack = Box::leak(Box::new(Stack {
            frames: frames.into_boxed_slice(),
            place,
        }));
        self.stacks.push(stack);
        let number = self.stacks.len() as u32;
        self.numbers.insert((&stack.frames, place), number);
        number
    }

    /// The stack with this number; 0 has none.
    pub(crate) fn get(&self, number: u32) -> Option<&'static Stack> {
        self.stacks.get((number as usize).checked_sub(1)?).copied()
    }

    /// A stack in readable form; `None` where none was captured.
    pub(crate) fn describe(&self, number: u32) -> Option<Vec<Line>> {
        self.get(number).map(Stack::describe)
    }

    /// The host's number for the Python line above a stack; 0 for unknown.
    pub(crate) fn place(&self, number: u32) -> u32 {
        self.get(number).map_or(0, |stack| stack.place)
    }

    /// The file name of the innermost library in a stack.
    pub(crate) fn library(&self, number: u32) -> Option<String> {
        let Stack { frames, .. } = self.get(number)?;
        let outside = frames.iter().find(|address| !OWN.contains(**address))?;
        let image = image_of(*outside)?;
        Some(image.path.file_name()?.to_string_lossy().into_owned())
    }
}

impl Stack {
    /// In readable form.
    pub(crate) fn describe(&self) -> Vec<Line> {
        readable(&self.frames, 0, self.frames.len())
    }
}

/// Sets the interpreter's addresses; `function` is any function of it. Stacks end where its code begins.
pub fn set_interpreter(function: *const c_void) {
    INTERPRETER.find(function.addr());
    OWN.find(current as *const () as usize);
    C_LIBRARY.find(abort_function());
}

/// Whether an address is in the interpreter's code.
pub(crate) fn is_interpreter(address: usize) -> bool {
    INTERPRETER.contains(address)
}

/// Whether an address is in the code of this library.
pub(crate) fn is_own(address: usize) -> bool {
    OWN.contains(address)
}

/// Whether an address is in the code of the C library.
pub(crate) fn is_c_library(address: usize) -> bool {
    C_LIBRARY.contains(address)
}

/// The current stack as text, below the function at `returned` if that is not 0.
pub(crate) fn describe_current(returned: usize) -> Vec<Line> {
    let mut frames = current();
    if returned != 0 {
        // Looks like a return address in the function's first line.
        frames.insert(0, returned + 1);
    }
    readable(&frames, 0, SHOWN)
}

/// The name of the function at an address, and the current stack from its library on, without what that library
/// called.
pub fn describe_below(function: usize) -> (Option<String>, Vec<Line>) {
    let image = image_of(function);
    let name = image.as_ref().and_then(|image| {
        let symbols = symbols::at(function, image);
        let name = symbols.into_iter().last()?.name;
        // Compilers move throwing code to a separate part.
        let name = name.replace(" [clone .cold]", "");
        Some(name.trim_end_matches(".cold").to_owned())
    });
    let frames = current();
    let base = image.map(|image| image.base);
    let is_in_it = |address: &usize| image_of(*address).map(|image| image.base) == base;
    let first = frames.iter().position(is_in_it);
    let stack = readable(&frames[first.unwrap_or(0)..], 0, SHOWN);
    (name, stack)
}

/// Walks the stack of the code that faulted, innermost first, without allocating. `visit` gets each frame's address
/// and the start of its function, and returns whether to go on.
pub(crate) fn walk_faulted(fault: &Fault, visit: impl FnMut(usize, usize) -> bool) {
    // Our handler returns to the faulting code, or to another handler that sent the signal.
    let handlers = match fault.kind {
        // `abort` sends it, and then handlers may, too.
        Kind::Abort => {
            let mut found = 0;
            walk_below_handlers(fault, 1, HANDLERS_ABOVE, |_, _| true, &mut found);
            found
        }
        _ if fault.is_sent && fault.instruction != 0 && !fault.has_waited => 2,
        _ => 1,
    };
    walk_below_handlers(fault, handlers, FRAMES_OF_FAULT, visit, &mut 0);
}

/// Walks at most `max` frames below `handlers` signal handlers. Counts the handlers on the way.
fn walk_below_handlers(
    fault: &Fault,
    handlers: usize,
    max: usize,
    mut visit: impl FnMut(usize, usize) -> bool,
    found: &mut usize,
) {
    let (mut last, mut left) = (0, max);
    let step = |frame: &backtrace::Frame| {
        let address = frame.ip().addr();
        let is_first = *found == 0 && address == fault.instruction;
        let is_interrupted = is_first || ends_handler(last);
        if is_interrupted {
            *found += 1;
        }
        last = address;
        left -= 1;
        // An interrupted address is not a return address.
        let address = address + usize::from(is_interrupted);
        left > 0
            && address != 0
            && (*found < handlers || visit(address, frame.symbol_address().addr()))
    };
    // SAFETY: on other systems, symbols must not be read at the same time.
    unsafe { backtrace::trace_unsynchronized(step) };
}

/// A stack as text. Among its first `outside` frames, the interpreter's are shown, too.
pub(crate) fn describe(frames: &[usize], outside: usize) -> Vec<Line> {
    readable(frames, outside, SHOWN)
}

/// The outermost of HPy's helpers at the top of the stack. They are part of the extension whose code is at `base`.
pub(crate) fn helper(frames: &[usize], base: usize) -> Option<String> {
    let images = frames.iter().map(|address| (address, image_of(*address)));
    let own = images
        .map_while(|(address, image)| Some((address, image.filter(|image| image.base == base)?)));
    let names = own.flat_map(|(address, image)| symbols::at(*address - 1, &image));
    names
        .map(|symbol| symbol.name)
        .filter(|name| is_of_hpy(name))
        .last()
}

/// Whether a function belongs to HPy, by its name.
fn is_of_hpy(name: &str) -> bool {
    name.trim_start_matches('_').starts_with("HPy")
}

/// Where the sources of HPy's helpers are, which extensions compile or link.
const HELPERS: [&str; 2] = ["hpy/devel/src/runtime/", "hpy/devel/include/"];

/// Whether a function belongs to HPy, by its name or its file.
fn is_hpys(symbol: &Symbol) -> bool {
    let is_helper = |(file, _): &(String, u32)| HELPERS.iter().any(|path| file.contains(path));
    is_of_hpy(&symbol.name) || symbol.place.as_ref().is_some_and(is_helper)
}

/// Whether a return address is only in code of HPy.
pub fn is_helper(address: usize) -> bool {
    let Some(image) = image_of(address) else {
        return false;
    };
    let symbols = symbols::at(address.saturating_sub(1), &image);
    !symbols.is_empty() && symbols.iter().all(is_hpys)
}

/// The functions of return addresses, without HPy's own; inlined ones come first.
pub fn read_frames(frames: &[usize]) -> Vec<Line> {
    let mut lines: Vec<Line> = frames
        .iter()
        .flat_map(|address| lines_at(*address))
        .collect();
    // Nothing else may be known.
    if !lines.iter().all(is_trampoline) {
        lines.retain(|line| !is_trampoline(line));
    }
    lines
}

/// The functions that a return address is in, inlined ones first. What HPy's headers and helpers define is part of the call that
/// is reported, and left out.
fn lines_at(address: usize) -> Vec<Line> {
    let image = image_of(address);
    let line = Line {
        function: None,
        place: None,
        library: image
            .as_ref()
            .map(|image| image.path.to_string_lossy().into_owned()),
        offset: address - image.as_ref().map_or(0, |image| image.base),
        source: None,
    };
    // A return address may belong to the next line.
    let symbols = image.map_or_else(Vec::new, |image| {
        symbols::at(address.saturating_sub(1), &image)
    });
    if symbols.is_empty() {
        return vec![line];
    }
    let own = symbols.into_iter().filter(|symbol| !is_hpys(symbol));
    let lines = own.map(|symbol| Line {
        function: Some(symbol.name),
        place: symbol.place,
        ..line.clone()
    });
    lines.collect()
}

/// The extension's frames, at most `limit`, up to the interpreter's call; among the first `outside` frames also the
/// interpreter's. Each has function, file and line if there is debug information, otherwise library and offset.
fn readable(frames: &[usize], outside: usize, limit: usize) -> Vec<Line> {
    let mut stack = Vec::new();
    let mut shown = 0;
    let mut calls_us = false;
    for (at, address) in frames.iter().enumerate() {
        if OWN.contains(*address) {
            calls_us = true;
            continue;
        }
        if (at >= outside && INTERPRETER.contains(*address)) || shown == limit {
            break;
        }
        shown += 1;
        let lines = lines_at(*address);
        // What HPy's headers define is called in between.
        let is_helper = lines.is_empty();
        let own = lines.into_iter();
        stack.extend(own.filter(|line| !(calls_us && is_trampoline(line))));
        calls_us &= is_helper;
    }
    source::read(&mut stack);
    stack
}

fn is_trampoline(line: &Line) -> bool {
    let name = line.function.as_deref();
    name.is_some_and(|name| name.ends_with("_trampoline"))
}

/// Return addresses of the current stack, innermost first.
fn current() -> Vec<usize> {
    let mut frames = Vec::with_capacity(KEPT);
    walk_slow(&mut frames, KEPT);
    frames
}
