//! Leaks at exit, for those who asked: `leaks=exit`, and an exit status that tells of them.

use std::sync::atomic::{AtomicBool, Ordering};

use hpy_debug::{HandleId, LeakGroup, Options};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::contexts;
use crate::debug_module;

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
fn report_leaks(py: Python<'_>) -> PyResult<()> {
    // SAFETY: the runtime lives as long as the process, and the GIL is held.
    let (options, handles, resources) = unsafe {
        let runtime = &*contexts::debug(py);
        (
            runtime.options().clone(),
            runtime.open_handles(0),
            runtime.open_resources(0),
        )
    };
    if !options.leaks_at_exit() || (handles.is_empty() && resources.is_empty()) {
        return Ok(());
    }
    hpy_debug::write_leaks(
        &text(py, &handles, &resources)?,
        &json(py, &handles, &resources),
    );
    hpy_platform::exit::end_with(options.exit_status());
    Ok(())
}

const TITLE: &str = "handles, builders or trackers were never closed";

fn text(py: Python<'_>, handles: &[HandleId], resources: &[LeakGroup]) -> PyResult<String> {
    let mut text = format!("HPy debug: error[leak]: {TITLE}\n");
    if !handles.is_empty() {
        text.push_str(&debug_module::leak_text(py, handles)?);
    }
    for line in debug_module::resource_lines(resources) {
        text.push_str(&format!("    {line}\n"));
    }
    Ok(text)
}

/// One object, whose schema is in docs/reports.md.
fn json(py: Python<'_>, handles: &[HandleId], resources: &[LeakGroup]) -> Value {
    json!({
        "version": 1,
        "severity": "error",
        "check": "leak",
        "title": TITLE,
        "handles": debug_module::leak_json(py, handles),
        "resources": resources.iter().map(|leaked| json!({
            "count": leaked.count, "type": leaked.resource, "function": leaked.opened.function, "module": leaked.module,
            "stack": leaked.opened.stack.as_deref().map(debug_module::lines),
        })).collect::<Vec<_>>(),
        "pid": std::process::id(),
    })
}
