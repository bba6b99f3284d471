//! What a fault means, in a guarded buffer or below a function of an extension. The process then dies of it as it would
//! have.

use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::thread;
use std::time::Duration;

use hpy_platform::faults::{self, Access, Fault, Next};
use hpy_platform::library::base_of;

use crate::buffers::region::{self, Found, Place, State};
use crate::handles::handle_table::OWNED;
use crate::handles::table::kind;
use crate::reports::catalogue::checks;
use crate::reports::report::{Buffer, Check, Report, Trace};
use crate::reports::sink;
use crate::reports::stacks::{self, SHOWN};

/// Bytes of the stack on which a report is written: finding names and lines takes some.
const WRITER_STACK: usize = 2 << 20;

/// Seconds that a report may take. It would take for ever where the fault happened inside the allocator.
const PATIENCE: u32 = 20;

/// How near to the top of the stack an address is where the stack is used up, in bytes: a large frame.
const NEAR: usize = 64 << 10;

/// Frames that are kept of a stack: those of the runtime are among them, and are not shown.
const KEPT: usize = SHOWN * 4;

/// Which wrapper or shim begins at an address.
pub(crate) struct FaultNames {
    /// The API function.
    pub(crate) wrapper_at: fn(usize) -> Option<&'static str>,
    /// The signature.
    pub(crate) shim_at: fn(usize) -> Option<&'static str>,
}

static NAMES: OnceLock<FaultNames> = OnceLock::new();

/// What the frames of a stack are called, which is known above.
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

/// An extension that was loaded in debug mode, in a list of them.
struct Extension {
    name: String,
    /// An address in its code.
    code: usize,
    next: *const Extension,
}

static EXTENSIONS: AtomicPtr<Extension> = AtomicPtr::new(ptr::null_mut());

/// Has faults reported that happen below a function of the extension of this name, to which the code at an address
/// belongs. It is never unloaded. The interpreter's lock is held.
///
/// It and what it calls are inlined into the code that loads, as much of what the first load in debug mode costs is
/// bringing in code that has not run yet.
#[inline(always)]
pub fn watch_extension(name: &str, code: *const ()) {
    watch();
    let code = code.addr();
    if extensions().all(|known| known.code != code || known.name != name) {
        // Where it is loaded takes some time to find out: the handler does that.
        let extension = Extension {
            name: name.to_owned(),
            code,
            next: EXTENSIONS.load(Ordering::Relaxed),
        };
        EXTENSIONS.store(Box::into_raw(Box::new(extension)), Ordering::Release);
    }
}

fn extensions() -> impl Iterator<Item = &'static Extension> {
    let follow = |extension: *const Extension| {
        // SAFETY: those in the list live as long as the process.
        unsafe { extension.as_ref() }
    };
    let first = follow(EXTENSIONS.load(Ordering::Acquire));
    std::iter::successors(first, move |last| follow(last.next))
}

/// Makes sure that we are the first to see a fault. Called where an extension is loaded, and before one gets its first
/// guarded buffer in a call from outside, because others may have come in front meanwhile. The interpreter's lock is
/// held.
#[inline(always)]
pub(crate) fn watch() {
    faults::watch(claim);
}

/// The stack of a fault, as far as it matters.
#[derive(Clone)]
struct Stack {
    /// Where the code of the extension is to which its innermost function belongs.
    extension: Option<usize>,
    /// The API function that this one called.
    called: Option<&'static str>,
    /// What this one was called as.
    signature: Option<&'static str>,
    /// Frames, innermost first; those that the API function called are left out.
    frames: [usize; KEPT],
    len: usize,
    /// How many of them are not the extension's.
    outside: usize,
    /// Where the fault happened.
    innermost: usize,
}

impl Stack {
    /// The stack of a fault. Needs no memory.
    fn of(fault: &Fault) -> Self {
        let mut stack = Self {
            extension: None,
            called: None,
            signature: None,
            frames: [0; KEPT],
            len: 0,
            outside: 0,
            innermost: 0,
        };
        let mut is_caller_known = false;
        stacks::walk_faulted(fault, |address, function| {
            if stack.innermost == 0 {
                stack.innermost = address;
            }
            if stack.extension.is_none() {
                let base = base_of(address).filter(|base| names(*base).next().is_some());
                if base.is_some() {
                    stack.extension = base;
                    stack.len = if stack.called.is_some() { 0 } else { stack.len };
                    stack.outside = stack.len;
                } else if stack.called.is_none() {
                    stack.called = wrapper_at(function);
                }
            } else if stacks::is_interpreter(address) {
                return false;
            } else if !is_caller_known {
                stack.signature = shim_at(function);
                is_caller_known = stack.signature.is_some() || wrapper_at(function).is_some();
            }
            if let Some(free) = stack.frames.get_mut(stack.len) {
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

/// The names of the extensions whose code is loaded at an address.
fn names(base: usize) -> impl Iterator<Item = &'static str> {
    let here = extensions().filter(move |extension| base_of(extension.code) == Some(base));
    here.map(|extension| extension.name.as_str())
}

/// What is said where nothing more can be.
struct LastWords {
    check: &'static Check,
    function: &'static str,
}

static LAST_WORDS: AtomicPtr<LastWords> = AtomicPtr::new(ptr::null_mut());
/// Whether a report is made of a fault: the process dies of it.
static IS_REPORTING: AtomicBool = AtomicBool::new(false);
/// Whether it has been written.
static IS_WRITTEN: AtomicBool = AtomicBool::new(false);

/// Within the signal handler: says whether a fault is ours, and has it reported.
fn claim(fault: &Fault) -> bool {
    let found = fault.address.and_then(region::lookup);
    if found.is_none() && !is_the_end(fault.next) {
        return false;
    }
    let stack = Stack::of(fault);
    let is_ours = found.is_some() || stack.extension.is_some();
    let is_late = match is_ours {
        true => IS_REPORTING.swap(true, Ordering::Relaxed),
        false => IS_REPORTING.load(Ordering::Relaxed),
    };
    if is_late {
        if !is_ours {
            // This may be the thread that writes.
            faults::say_last_words();
            IS_WRITTEN.store(true, Ordering::Release);
        }
        wait_for_the_end();
    }
    if is_ours {
        report(fault, found, &stack);
    }
    is_ours
}

/// Whether the process dies after the next handler: faulthandler's, if there is any.
fn is_the_end(next: Next) -> bool {
    match next {
        Next::Nobody => true,
        Next::LastWords(handler) => stacks::is_interpreter(handler),
        Next::Handler => false,
    }
}

/// Another thread is about to end the process.
fn wait_for_the_end() -> ! {
    loop {
        thread::sleep(Duration::from_secs(1));
    }
}

/// Says what a fault means, on a thread of its own: the stack here may be a few kilobytes.
fn report(fault: &Fault, found: Option<Found>, stack: &Stack) {
    let (check, function) = match &found {
        Some(found) => in_buffer(fault, found),
        None => (
            &checks::FAULT,
            stack.called.or(stack.signature).unwrap_or("the extension"),
        ),
    };
    let mut words = LastWords { check, function };
    LAST_WORDS.store(&raw mut words, Ordering::Release);
    faults::die_after(PATIENCE, say_last_words);
    let (fault, copy) = (*fault, stack.clone());
    let write = move || {
        sink::write_last(&describe(
            Report::new(check, function),
            &fault,
            found,
            &copy,
        ));
        IS_WRITTEN.store(true, Ordering::Release);
    };
    match thread::Builder::new().stack_size(WRITER_STACK).spawn(write) {
        Ok(_) => {
            while !IS_WRITTEN.load(Ordering::Acquire) {
                thread::sleep(Duration::from_millis(1));
            }
        }
        Err(_) => sink::write_last(&describe(
            Report::new(check, function),
            &fault,
            found,
            stack,
        )),
    }
    faults::die_after(0, say_last_words);
}

/// Says in one line, without any memory, what the report would have begun with.
fn say_last_words() {
    // SAFETY: they stand on the stack of the thread that reports, which does not return before it is over.
    let words = unsafe { LAST_WORDS.load(Ordering::Acquire).as_ref() };
    if let Some(LastWords { check, function }) = words {
        sink::write_last_words(&[
            "HPy debug: error[",
            check.id,
            "]: ",
            function,
            ": ",
            check.title,
            "\n",
        ]);
    }
}

/// The check that an access to a buffer is reported by, and the API function that handed the buffer out.
fn in_buffer(fault: &Fault, found: &Found) -> (&'static Check, &'static str) {
    let (check, function) = match found {
        Found::Forgotten(function) => (&checks::BUFFER_USE_AFTER_CLOSE, *function),
        Found::Block(place) => {
            let end = place.data + place.record.len;
            let check = match place.record.state {
                // The whole pages can be read, also before the data.
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
    report.module = stack
        .extension
        .map(|base| names(base).collect::<Vec<_>>().join(" or "));
    report.is_direct = true;
    match found {
        Some(Found::Block(place)) => describe_block(&mut report, fault, &place),
        Some(Found::Forgotten(_)) => {
            report.detail =
                Some("the handle was closed long ago: which it was is forgotten".to_owned());
        }
        None => {
            report.is_direct = stack.called.is_none();
            report.detail = Some(describe_access(fault, stack));
            let own = &stack.frames()[stack.outside..];
            if let Some(helper) = stack
                .extension
                .filter(|_| report.is_direct)
                .and_then(|base| stacks::helper(own, base))
            {
                // The process dies: nothing is lost.
                report.function = helper.leak();
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

/// What was accessed and where, as far as it is known.
fn describe_access(fault: &Fault, stack: &Stack) -> String {
    let verb = match fault.access {
        Some(Access::Read) => "reading",
        Some(Access::Write) => "writing",
        Some(Access::Run) => "running code at",
        None => "accessing",
    };
    // The page below the stack, or one further down where a frame is large.
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
    // Otherwise the stack shows where.
    let innermost = stacks::describe(&[stack.innermost], 1);
    match innermost.lines().last() {
        Some(place) if stack.called.is_some() => format!("{what} in {}", place.trim()),
        _ => what,
    }
}
