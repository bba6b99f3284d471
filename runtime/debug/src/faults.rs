//! What a fault in our own pages means. The process then dies of it as it would have.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use hpy_platform::faults::Fault;

use crate::generated::checks;
use crate::region::{self, Found, Place, State};
use crate::report::{Buffer, Report};
use crate::sink;
use crate::stacks;

/// Bytes of the stack on which a report is written: finding names and lines takes some.
const WRITER_STACK: usize = 2 << 20;

/// How long a report may take. It would take for ever where the fault happened inside the allocator.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes sure that we are the first to see a fault. Called before an extension gets its first guarded buffer in a call
/// from outside, because others may have come in front meanwhile. The interpreter's lock is held.
pub(crate) fn watch() {
    hpy_platform::faults::watch(|fault| {
        let found = region::lookup(fault.address);
        if let Some(found) = found {
            report(fault, found);
        }
        found.is_some()
    });
}

/// Says what a fault means, on a thread of its own: the stack here may be a few kilobytes.
fn report(fault: &Fault, found: Found) {
    let address = fault.address;
    let frames = stacks::interrupted(fault.instruction);
    let (sender, written) = mpsc::channel();
    let copy = frames.clone();
    let write = move || {
        sink::write(&describe(address, &found, &copy));
        // Nobody waits any more where this took too long.
        let _ = sender.send(());
    };
    match thread::Builder::new().stack_size(WRITER_STACK).spawn(write) {
        Ok(_) => drop(written.recv_timeout(PATIENCE)),
        Err(_) => sink::write(&describe(address, &found, &frames)),
    }
}

fn describe(address: usize, found: &Found, frames: &[usize]) -> Report {
    let mut report = match found {
        Found::Block(place) => describe_block(address, place),
        Found::Forgotten(function) => {
            let name = function.map_or("an API function", |function| function.name);
            let mut report = Report::new(&checks::BUFFER_USE_AFTER_CLOSE, name);
            report.detail =
                Some("the handle was closed long ago: which it was is forgotten".to_owned());
            report
        }
    };
    report.used = stacks::describe(frames);
    report
}

fn describe_block(address: usize, place: &Place) -> Report {
    let record = &place.record;
    let start = place.data;
    let check = match record.state {
        // The whole pages can be read, also before the data.
        State::Open if address < start + record.len => &checks::BUFFER_WRITE,
        State::Open => &checks::BUFFER_OVERRUN,
        State::Closed | State::Gone => &checks::BUFFER_USE_AFTER_CLOSE,
    };
    let function = record
        .function
        .map_or("an API function", |function| function.name);
    let mut report = Report::new(check, function);
    report.value = Some(record.owner);
    report.closed.function = record.closer;
    report.buffer = Some(Buffer {
        len: record.len.saturating_sub(1),
        offset: address.wrapping_sub(start) as isize,
        contents: region::peek(place, Buffer::SHOWN),
    });
    report
}
