//! Leaks at exit, for those who asked: `leaks=exit`, and an exit status that tells of them.

use std::sync::atomic::{AtomicBool, Ordering};

use hpy_debug::Options;
use pyo3::prelude::*;

use crate::contexts::with_debug;
use crate::leaks;

/// Has leaks reported when Python exits, if the settings say so.
pub(crate) fn watch(py: Python<'_>, options: &Options) -> PyResult<()> {
    static WATCHING: AtomicBool = AtomicBool::new(false);
    let is_needed = options.leaks_at_exit() || options.exit_status() != 0 || options.suppresses();
    if !is_needed || WATCHING.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    let report = wrap_pyfunction!(report_leaks)(py)?;
    py.import("atexit")?.call_method1("register", (report,))?;
    Ok(())
}

/// Report what is still open, and have the exit status tell of what was found.
#[pyfunction(name = "_report_leaks_at_exit")]
fn report_leaks(py: Python<'_>) {
    let (options, misuses, handles, resources) = with_debug(py, |runtime| {
        let options = runtime.options().clone();
        let (handles, resources) = match options.leaks_at_exit() {
            true => (runtime.leaked_handles(ALL), runtime.leaked_resources(ALL)),
            false => (Vec::new(), Vec::new()),
        };
        (options, runtime.misuses(), handles, resources)
    });
    let has_leaks = !handles.is_empty() || !resources.is_empty();
    if has_leaks {
        hpy_debug::write_leaks(
            &leaks::exit_text(py, &handles, &resources),
            &leaks::exit_json(py, &handles, &resources),
        );
    }
    if has_leaks || misuses > 0 {
        hpy_platform::exit::end_with(options.exit_status());
    }
    tell_suppressions(py);
}

/// The generations in which anything was opened.
const ALL: std::ops::Range<usize> = 0..usize::MAX;

/// Says how often what is not to be reported was found, and what never was.
fn tell_suppressions(py: Python<'_>) {
    let rules = with_debug(py, |runtime| runtime.suppressions_to_tell());
    for (rule, used) in rules {
        hpy_debug::complain(&match used {
            0 => format!("HPy debug: suppression {rule} matched nothing"),
            1 => format!("HPy debug: suppression {rule} was used once"),
            _ => format!("HPy debug: suppression {rule} was used {used} times"),
        });
    }
}
