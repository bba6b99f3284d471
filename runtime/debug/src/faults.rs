//! Explains a fault in a guarded buffer or below an extension's function. Afterwards the process dies of it, as
//! without us.

use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, Ordering};

use hpy_platform::faults::{self, Access, Fault, Kind, Next, Watcher};
use hpy_platform::library::Extent;
use hpy_platform::list::List;

use crate::buffers::region::{self, Found, Place, State};
use crate::handles::handle_table::OWNED;
use crate::handles::table::kind;
use crate::reports::catalogue::checks;
use crate::reports::names;
use crate::reports::report::{Buffer, Check, Report, Trace, Words};
use crate::reports::sink::{self, Formatted};
use crate::reports::stacks::{self, KEPT};

/// Within this distance of the end of the stack, an address means stack overflow: the size of a large frame.
const NEAR: usize = 64 << 10;

/// Finds the wrapper or shim that begins at an address.
pub(crate) struct FaultNames {
    /// The API function.
    pub(crate) wrapper_at: fn(usize) -> Option<&'static str>,
    /// The signature.
    pub(crate) shim_at: fn(usize) -> Option<&'static str>,
}

static NAMES: OnceLock<FaultNames> = OnceLock::new();

/// The names of wrappers and shims, which are known above.
#[inline(always)]
pub(crate) fn set_names(names: FaultNames) {
    let _ = NAMES.set(names);
}

fn wrapper_at(address: usize) -> Option<&'static str> {
    NAMES.get().and_then(|names| (names.wrapper_at)(address))
}

fn shim_at(address: usize) -> Option<&'static str> {
    NAMES.get().and_then(|names| (names.shim_at)(address))
}

/// An extension that was loaded in debug mode.
struct Extension {
    name: String,
    /// An address in its code.
    code: usize,
    /// The addresses of its library.
    extent: Extent,
}

static EXTENSIONS: List<Extension> = List::new();

/// Makes faults below functions of this extension reported. `code` is an address in its library, which is never
/// unloaded. The interpreter's lock is held. Returns the names of all extensions with this code.
///
/// It is inlined with its callees, because most of the cost of the first load in debug mode is loading code that has
/// not run yet.
#[inline(always)]
pub fn watch_extension(name: &str, code: *const ()) -> String {
    faults::watch(WATCHER);
    let code = code.addr();
    if (EXTENSIONS.iter()).all(|known| known.code != code || known.name != name) {
        EXTENSIONS.add(Extension {
            name: name.to_owned(),
            code,
            extent: Extent::of(code),
        });
    }
    names(|known| known.code == code)
}

/// The names of the extensions for which `is_meant` is true, in the order in which they were loaded.
fn names(is_meant: impl Fn(&Extension) -> bool) -> String {
    let mut names: Vec<&str> = Vec::new();
    for extension in EXTENSIONS.iter().filter(|extension| is_meant(extension)) {
        if !names.contains(&extension.name.as_str()) {
            names.insert(0, &extension.name);
        }
    }
    names.join(" or ")
}

const WATCHER: Watcher = Watcher { may_report, report };

/// Makes our handler the first for faults in buffers. Called before an extension gets the first buffer of a call from
/// outside, because other handlers may have been installed meanwhile. The interpreter's lock is held.
#[inline(always)]
pub(crate) fn watch_buffers() {
    faults::watch_memory();
}

/// The part of a fault's stack that a report needs.
#[derive(Clone)]
struct Stack {
    /// The extension of the innermost function, or another one in the same library.
    extension: Option<&'static Extension>,
    /// The API function that the extension called.
    called: Option<&'static str>,
    /// The signature by which the extension was called.
    signature: Option<&'static str>,
    /// Where the function begins that was called so.
    callee: usize,
    /// Frames, innermost first, without those below the called API function.
    frames: [usize; KEPT],
    len: usize,
    /// How many of them do not belong to the extension.
    outside: usize,
    /// The address of the fault.
    innermost: usize,
}

impl Stack {
    /// The stack of a fault. Does not allocate.
    fn of(fault: &Fault) -> Self {
        let mut stack = Self {
            extension: None,
            called: None,
            signature: None,
            callee: 0,
            frames: [0; KEPT],
            len: 0,
            outside: 0,
            innermost: 0,
        };
        let mut is_caller_known = false;
        let mut sender = Sender::of(fault);
        let mut last_own = 0;
        stacks::walk_faulted(fault, |address, function| {
            if stack.innermost == 0 {
                stack.innermost = address;
            }
            if !sender.is_innocent(address, function) {
                return false;
            }
            if stack.extension.is_none() {
                stack.extension = EXTENSIONS
                    .iter()
                    .find(|known| known.extent.contains(address));
                if stack.extension.is_some() {
                    stack.len = if stack.called.is_some() { 0 } else { stack.len };
                    stack.outside = stack.len;
                } else if stack.called.is_none() {
                    stack.called = wrapper_at(function);
                }
            } else if stacks::is_interpreter(address) {
                return false;
            } else if !is_caller_known {
                stack.signature = shim_at(function);
                stack.callee = stack.signature.map_or(0, |_| last_own);
                is_caller_known = stack.signature.is_some() || wrapper_at(function).is_some();
            }
            if stack
                .extension
                .is_some_and(|known| known.extent.contains(address))
            {
                last_own = function;
            }
            // The frames of the C library's `abort` are not interesting.
            let is_shown = fault.kind != Kind::Abort || !stacks::is_c_library(address);
            if let Some(free) = stack.frames.get_mut(stack.len).filter(|_| is_shown) {
                *free = address;
                stack.len += 1;
            }
            stack.extension.is_none() || !is_caller_known || stack.len < KEPT
        });
        stack
    }

    fn frames(&self) -> &[usize] {
        &self.frames[..self.len]
    }
}

/// Who called `abort`, as far as the stack was walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sender {
    /// After the frames of the C library that send the signal.
    Outside,
    /// The next frame.
    Next,
    /// Already passed, or there is none.
    Passed,
}

impl Sender {
    fn of(fault: &Fault) -> Self {
        match fault.kind {
            Kind::Abort => Self::Outside,
            _ => Self::Passed,
        }
    }

    /// Looks at the next frame. Returns whether the extension may be at fault. The interpreter and this runtime abort
    /// for their own reasons, and have printed them.
    fn is_innocent(&mut self, address: usize, function: usize) -> bool {
        let is_outside = !stacks::is_c_library(address);
        match *self {
            Self::Outside if function == faults::abort_function() => *self = Self::Next,
            Self::Outside if !is_outside => {}
            Self::Outside | Self::Next => {
                *self = Self::Passed;
                return !stacks::is_interpreter(address) && !stacks::is_own(address);
            }
            Self::Passed => {}
        }
        true
    }
}

/// The line that is printed if no report can be made.
struct LastWords {
    check: &'static Check,
    function: [&'static str; 3],
    title: &'static str,
}

static LAST_WORDS: AtomicPtr<LastWords> = AtomicPtr::new(ptr::null_mut());

/// Within the signal handler: returns whether a fault may be ours.
fn may_report(fault: &Fault) -> bool {
    is_the_end(fault.next) || fault.address.and_then(region::lookup).is_some()
}

/// Whether the process dies after the next handler, such as faulthandler's.
fn is_the_end(next: Next) -> bool {
    match next {
        Next::Nobody => true,
        Next::LastWords(handler) => stacks::is_interpreter(handler),
        Next::Handler => false,
    }
}

/// Reports a fault if it is ours; returns whether it was.
fn report(fault: &Fault) -> bool {
    let found = fault.address.and_then(region::lookup);
    let stack = Stack::of(fault);
    if found.is_none() && stack.extension.is_none() {
        return false;
    }
    let (check, function) = match &found {
        Some(found) => in_buffer(fault, found),
        None => (
            &checks::FAULT,
            stack.called.or(stack.signature).unwrap_or("the extension"),
        ),
    };
    let words = words(fault.kind, check);
    let own = match found {
        None if stack.called.is_none() => names::parts_of(stack.callee),
        _ => None,
    };
    let mut last_words = LastWords {
        check,
        function: own.unwrap_or(["", "", function]),
        title: words.title,
    };
    LAST_WORDS.store(&raw mut last_words, Ordering::Release);
    faults::set_last_words(say_last_words);
    let mut report = describe(Report::new(check, function), fault, found, &stack);
    report.words = Some(words);
    let unfinished = Formatted::unfinished();
    let formatted = Formatted::new(&report, false);
    faults::is_being_written();
    if let Some(unfinished) = unfinished {
        unfinished.write_last();
    }
    formatted.write_last();
    true
}

/// Prints one line, the beginning of the report, without allocating.
fn say_last_words() {
    // SAFETY: they are on the stack of the reporting thread, which does not return before this is over.
    let words = unsafe { LAST_WORDS.load(Ordering::Acquire).as_ref() };
    if let Some(words) = words {
        sink::write_last_words(&[
            "HPy debug: error[",
            words.check.id,
            "]: ",
            words.function[0],
            words.function[1],
            words.function[2],
            ": ",
            words.title,
            "\n",
        ]);
    }
}

/// The title and help for a fault.
fn words(kind: Kind, check: &Check) -> Words {
    let (title, help) = match kind {
        Kind::Memory => (check.title, check.help),
        Kind::Arithmetic => (
            "a number was divided by zero, or has no result that fits",
            "look for a divisor that may be zero, or be -1 where the smallest number is divided",
        ),
        Kind::Instruction => (
            "an instruction that the processor does not have was run",
            "look for code that was compiled for another processor, and for a trap that the compiler put where code must not be \
             reached",
        ),
        Kind::Trap => (
            "a trap of the compiler was reached",
            "the compiler puts a trap where code must not be reached, and where a check of it fails",
        ),
        Kind::Abort => (
            "the process was aborted",
            "what was printed before says why: an assertion that failed, memory that was freed twice or written past its end",
        ),
    };
    Words { title, help }
}

/// The check for an access to a buffer, and the API function that returned the buffer.
fn in_buffer(fault: &Fault, found: &Found) -> (&'static Check, &'static str) {
    let (check, function) = match found {
        Found::Forgotten(function) => (&checks::BUFFER_USE_AFTER_CLOSE, *function),
        Found::Block(place) => {
            let end = place.data + place.record.len;
            let check = match place.record.state {
                // The whole pages are readable, also before the data.
                State::Open if fault.address.is_some_and(|address| address < end) => {
                    &checks::BUFFER_WRITE
                }
                State::Open => &checks::BUFFER_OVERRUN,
                State::Closed | State::Gone => &checks::BUFFER_USE_AFTER_CLOSE,
            };
            (check, place.record.function)
        }
    };
    (
        check,
        function.map_or("an API function", |function| function.name),
    )
}

fn describe(mut report: Report, fault: &Fault, found: Option<Found>, stack: &Stack) -> Report {
    let start = stack.extension.map(|extension| extension.extent.start());
    report.module = start.map(|start| names(|known| known.extent.start() == start));
    report.callee = names::name_of(stack.callee);
    report.is_direct = true;
    match found {
        Some(Found::Block(place)) => describe_block(&mut report, fault, &place),
        Some(Found::Forgotten(_)) => {
            report.detail =
                Some("the handle was closed long ago: which it was is forgotten".to_owned());
        }
        None => {
            report.is_direct = stack.called.is_none();
            report.is_callee = report.is_direct;
            report.detail = Some(describe_access(fault, stack));
            let own = &stack.frames()[stack.outside..];
            if let Some(helper) = start
                .filter(|_| report.is_direct)
                .and_then(|base| stacks::helper(own, base))
            {
                // The process dies, so this leak does not matter.
                report.function = helper.leak();
                report.is_callee = false;
            }
        }
    }
    report.used = stacks::describe(stack.frames(), stack.outside);
    report
}

fn describe_block(report: &mut Report, fault: &Fault, place: &Place) {
    let record = &place.record;
    report.value = Some(record.owner);
    if let Some(closer) = record.closer {
        let closed = Trace {
            function: Some(closer.name),
            stack: closer.stack.map(stacks::Stack::describe),
        };
        report.set_life(Trace::default(), closed, kind(record.owner._i) == OWNED);
    }
    report.buffer = Some(Buffer {
        len: record.len.saturating_sub(1),
        offset: fault.address.unwrap_or(0).wrapping_sub(place.data) as isize,
        contents: region::peek(place, Buffer::SHOWN),
    });
}

/// Describes the access: address and place, as far as known.
fn describe_access(fault: &Fault, stack: &Stack) -> String {
    match fault.kind {
        Kind::Memory => {}
        Kind::Arithmetic => return "signal SIGFPE".to_owned(),
        Kind::Instruction => return "signal SIGILL".to_owned(),
        Kind::Trap => return "signal SIGTRAP".to_owned(),
        Kind::Abort => return "signal SIGABRT".to_owned(),
    }
    let verb = match fault.access {
        Some(Access::Read) => "reading",
        Some(Access::Write) => "writing",
        Some(Access::Run) => "running code at",
        None => "accessing",
    };
    // The page below the stack, or a lower one if the frame is large.
    let below = fault.stack.saturating_sub(NEAR)..fault.stack + NEAR / 16;
    let what = match fault.address {
        Some(address) if below.contains(&address) => {
            format!(
                "{verb} address {address:#x}: the stack is used up, by recursion without an end"
            )
        }
        Some(address) => format!("{verb} address {address:#x}"),
        None if fault.is_sent => {
            "at an address that only a handler before this one was told".to_owned()
        }
        None => format!("{verb} an address that no memory can have"),
    };
    // Otherwise the stack shows the place.
    let innermost = stacks::describe(&[stack.innermost], 1);
    match innermost.last() {
        Some(place) if stack.called.is_some() => format!("{what} in {place}"),
        _ => what,
    }
}
