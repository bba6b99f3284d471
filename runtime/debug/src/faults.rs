//! What a fault in our own pages means. The process then dies of it as it would have.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use hpy_platform::faults::Fault;

use crate::arena::{self, Place, State};
use crate::generated::checks;
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
        let place = arena::lookup(fault.address);
        if let Some(place) = place {
            report(fault, place);
        }
        place.is_some()
    });
}

/// Says what a fault means, on a thread of its own: the stack here may be a few kilobytes.
fn report(fault: &Fault, place: Place) {
    let address = fault.address;
    let frames = stacks::interrupted(fault.instruction);
    let (sender, written) = mpsc::channel();
    let copy = frames.clone();
    let write = move || {
        sink::write(&describe(address, &place, &copy));
        // Nobody waits any more where this took too long.
        let _ = sender.send(());
    };
    match thread::Builder::new().stack_size(WRITER_STACK).spawn(write) {
        Ok(_) => drop(written.recv_timeout(PATIENCE)),
        Err(_) => sink::write(&describe(address, &place, &frames)),
    }
}

fn describe(address: usize, place: &Place, frames: &[usize]) -> Report {
    let record = &place.record;
    let start = place.data;
    let check = match record.state {
        // The whole pages can be read, also before the data.
        State::Open if address < start + record.len => &checks::BUFFER_WRITE,
        State::Open => &checks::BUFFER_OVERRUN,
        State::Closed | State::Free => &checks::BUFFER_USE_AFTER_CLOSE,
    };
    let mut report = Report::new(check, record.function.unwrap_or("?"));
    report.value = Some(record.owner);
    report.closed.function = record.closer;
    report.buffer = Some(Buffer {
        len: record.len.saturating_sub(1),
        offset: address.wrapping_sub(start) as isize,
        contents: arena::peek(place, Buffer::SHOWN),
    });
    report.used = stacks::describe(frames);
    report
}
