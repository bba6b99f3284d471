//! Leaks at exit, for those who asked: `leaks=exit`, and an exit status that tells of them.

use std::sync::atomic::{AtomicBool, Ordering};

use hpy_debug::Options;
use pyo3::prelude::*;

use crate::contexts::with_debug;
use crate::leaks;

/// Has leaks reported when Python exits, if the settings say so.
pub(crate) fn watch(py: Python<'_>, options: &Options) -> PyResult<()> {
    static WATCHING: AtomicBool = AtomicBool::new(false);
    if !options.leaks_at_exit() || WATCHING.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    let report = wrap_pyfunction!(report_leaks)(py)?;
    py.import("atexit")?.call_method1("register", (report,))?;
    Ok(())
}

/// Report what is still open.
#[pyfunction(name = "_report_leaks_at_exit")]
fn report_leaks(py: Python<'_>) {
    let (options, handles, resources) = with_debug(py, |runtime| {
        (
            runtime.options().clone(),
            runtime.open_handles(0),
            runtime.open_resources(0),
        )
    });
    if !options.leaks_at_exit() || (handles.is_empty() && resources.is_empty()) {
        return;
    }
    hpy_debug::write_leaks(
        &leaks::exit_text(py, &handles, &resources),
        &leaks::exit_json(py, &handles, &resources),
    );
    hpy_platform::exit::end_with(options.exit_status());
}
