//! What leaks look like, as text and as JSON: to the leak detector, and at exit.

use hpy_debug::{HandleId, LeakGroup, PythonFrame};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::contexts::with_debug;
use crate::debug_handle::DebugHandle;

const TITLE: &str = "handles, builders or trackers were never closed";

/// What the leak detector says: handles in groups, then builders and trackers as [`resource_lines`] has them.
pub(crate) fn text(py: Python<'_>, ids: &[HandleId], resources: &[String]) -> String {
    let mut text = String::new();
    if !ids.is_empty() {
        let (count, plural) = (ids.len(), if ids.len() == 1 { "" } else { "s" });
        text.push_str(&format!("{count} unclosed handle{plural}:\n"));
        text.push_str(&handles_text(py, ids));
    }
    if !resources.is_empty() {
        text.push_str("builders and trackers that were never ended:\n");
        for line in resources {
            text.push_str(&format!("    {line}\n"));
        }
        if ids.is_empty() && !resources.iter().any(|line| line.contains('\n')) {
            text.push_str(&hint("made"));
        }
    }
    text
}

/// What is said at exit, as text.
pub(crate) fn exit_text(py: Python<'_>, handles: &[HandleId], resources: &[LeakGroup]) -> String {
    let mut text = format!("HPy debug: error[leak]: {TITLE}\n");
    if !handles.is_empty() {
        text.push_str(&handles_text(py, handles));
    }
    for line in resource_lines(resources) {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

/// The same for programs: one object, whose schema is in docs/reports.md.
pub(crate) fn exit_json(py: Python<'_>, handles: &[HandleId], resources: &[LeakGroup]) -> Value {
    json!({
        "version": 1,
        "severity": "error",
        "check": "leak",
        "title": TITLE,
        "handles": handles_json(py, handles),
        "resources": resources.iter().map(resource_json).collect::<Vec<_>>(),
        "pid": std::process::id(),
    })
}

/// Groups of leaked handles, each with a few examples.
fn handles_text(py: Python<'_>, ids: &[HandleId]) -> String {
    let (groups, stacks) = with_debug(py, |runtime| {
        (runtime.group_leaks(ids), runtime.options().stacks())
    });
    let mut text: String = groups.iter().map(|group| group_text(py, group)).collect();
    if stacks == 0 {
        text.push_str(&hint("opened"));
    }
    text
}

/// The same for programs.
fn handles_json(py: Python<'_>, ids: &[HandleId]) -> Vec<Value> {
    let groups = with_debug(py, |runtime| runtime.group_leaks(ids));
    groups.iter().map(|group| group_json(py, group)).collect()
}

/// Leaks of either kind, each as JSON and as text.
pub(crate) fn each(
    py: Python<'_>,
    handles: &[LeakGroup],
    resources: &[LeakGroup],
) -> Vec<(String, String)> {
    let handles = handles
        .iter()
        .map(|group| (group_json(py, group).to_string(), group_text(py, group)));
    let lines = resource_lines(resources);
    let resources = resources
        .iter()
        .zip(lines)
        .map(|(leaked, line)| (resource_json(leaked).to_string(), format!("    {line}\n")));
    handles.chain(resources).collect()
}

/// Handles that were opened in the same way, with a few examples.
fn group_text(py: Python<'_>, group: &LeakGroup) -> String {
    let opener = group.opened.function.unwrap_or("an unknown function");
    let module = group
        .module
        .as_ref()
        .map(|name| format!(" in {name}"))
        .unwrap_or_default();
    let mut text = format!("    {} opened by {opener}{module}\n", group.count);
    if let Some(stack) = &group.opened.stack {
        let library = group.library.as_deref().unwrap_or_default();
        text.push_str(&format!("      Allocation stacktrace: {library}\n"));
        for line in stack.lines() {
            text.push_str(&format!("        {}\n", line.trim()));
        }
    }
    for frame in &group.python {
        text.push_str(&format!("        {}\n", python_line(frame)));
    }
    for id in &group.examples {
        text.push_str(&format!("      {}\n", DebugHandle(*id).short_head(py)));
    }
    let more = group.count - group.examples.len();
    if more > 0 {
        text.push_str(&format!("      and {more} more\n"));
    }
    text
}

fn group_json(py: Python<'_>, group: &LeakGroup) -> Value {
    let examples = group.examples.iter();
    json!({
        "count": group.count,
        "function": group.opened.function,
        "module": group.module,
        "stack": group.opened.stack.as_deref().map(lines),
        "python": python_json(&group.python),
        "examples": examples.map(|id| DebugHandle(*id).short_what(py)).collect::<Vec<_>>(),
    })
}

/// Builders or trackers that were made in the same way.
fn resource_json(leaked: &LeakGroup) -> Value {
    json!({
        "count": leaked.count,
        "type": leaked.resource,
        "function": leaked.opened.function,
        "module": leaked.module,
        "stack": leaked.opened.stack.as_deref().map(lines),
        "python": python_json(&leaked.python),
    })
}

fn python_line(frame: &PythonFrame) -> String {
    let PythonFrame {
        file,
        line,
        function,
    } = frame;
    format!("File \"{file}\", line {line}, in {function}")
}

fn python_json(frames: &[PythonFrame]) -> Value {
    let json = |frame: &PythonFrame| json!({ "file": frame.file, "line": frame.line, "function": frame.function });
    frames.iter().map(json).collect()
}

/// What is said of builders and trackers that were never ended: a line for each kind, and where they were made, if
/// that is known.
pub(crate) fn resource_lines(leaked: &[LeakGroup]) -> Vec<String> {
    let line = |leaked: &LeakGroup| {
        let opener = leaked.opened.function.unwrap_or("an unknown function");
        let module = leaked.module.as_deref().unwrap_or("an unknown extension");
        let mut text = format!(
            "{} {} made by {opener} in {module}",
            leaked.count,
            leaked.resource.unwrap_or("handle")
        );
        for line in leaked.opened.stack.iter().flat_map(|stack| lines(stack)) {
            text.push_str(&format!("\n      {line}"));
        }
        for frame in &leaked.python {
            text.push_str(&format!("\n      {}", python_line(frame)));
        }
        text
    };
    leaked.iter().map(line).collect()
}

/// How to see the stacks that are missing.
fn hint(done: &str) -> String {
    format!("    To see where they were {done} use hpy.debug.set_handle_stack_trace_limit\n")
}

/// The frames of a stack.
pub(crate) fn lines(stack: &str) -> Vec<&str> {
    stack.lines().map(str::trim).collect()
}
