//! What leaks look like, as text and as JSON: to the leak detector, and at exit.

use hpy_debug::{
    HandleId, LEAK_TITLE, LeakGroup, PythonFrame, frames_json, stack_json, stack_text,
};
use pyo3::prelude::*;
use serde_json::{Value, json};

use crate::contexts::with_debug;
use crate::debug_handle::DebugHandle;

/// What the leak detector says: handles in groups, then builders and trackers as [`resource_lines`] has them.
pub(crate) fn text(py: Python<'_>, ids: &[HandleId], resources: &[String]) -> String {
    let mut text = String::new();
    if !ids.is_empty() {
        let (count, plural) = (ids.len(), if ids.len() == 1 { "" } else { "s" });
        text.push_str(&format!("{count} unclosed handle{plural}:\n"));
        let (groups, has_stacks) = with_debug(py, |runtime| {
            (runtime.group_leaks(ids), runtime.options().stacks > 0)
        });
        let line = |id| DebugHandle(id).short_head(py);
        text.push_str(&handles_text(&groups, has_stacks, line));
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

/// What is said when Python has ended, as text. `what` says what an open handle stands for, where that is known.
pub(crate) fn exit_text(
    handles: &[LeakGroup],
    has_stacks: bool,
    resources: &[LeakGroup],
    what: impl Fn(HandleId) -> Option<String>,
) -> String {
    let mut text = format!("HPy debug: error[leak]: {LEAK_TITLE}\n");
    if !handles.is_empty() {
        text.push_str(&handles_text(handles, has_stacks, |id| {
            let what = what(id).map(|what| format!(" for {what}"));
            format!(
                "<DebugHandle {:#x}{}>",
                id.number(),
                what.unwrap_or_default()
            )
        }));
    }
    for line in resource_lines(resources) {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

/// The same for programs: one object, whose schema is in docs/reference/json.md.
pub(crate) fn exit_json(
    handles: &[LeakGroup],
    resources: &[LeakGroup],
    what: impl Fn(HandleId) -> Option<String>,
) -> Value {
    json!({
        "version": 1,
        "severity": "error",
        "check": "leak",
        "title": LEAK_TITLE,
        "handles": handles.iter().map(|group| group_json(group, &what)).collect::<Vec<_>>(),
        "resources": resources.iter().map(resource_json).collect::<Vec<_>>(),
        "pid": std::process::id(),
    })
}

/// Groups of leaked handles, each with a few examples, of which `line` makes a line.
fn handles_text(
    groups: &[LeakGroup],
    has_stacks: bool,
    line: impl Fn(HandleId) -> String,
) -> String {
    let mut text: String = (groups.iter())
        .map(|group| group_text(group, &line))
        .collect();
    if !has_stacks {
        text.push_str(&hint("opened"));
    }
    text
}

/// Leaks of either kind, each as JSON and as text.
pub(crate) fn each(
    py: Python<'_>,
    handles: &[LeakGroup],
    resources: &[LeakGroup],
) -> Vec<(String, String)> {
    let handles = handles.iter().map(|group| {
        let json = group_json(group, |id| DebugHandle(id).short_what(py));
        let text = group_text(group, |id| DebugHandle(id).short_head(py));
        (json.to_string(), text)
    });
    let lines = resource_lines(resources);
    let resources = resources
        .iter()
        .zip(lines)
        .map(|(leaked, line)| (resource_json(leaked).to_string(), format!("    {line}\n")));
    handles.chain(resources).collect()
}

/// Handles that were opened in the same way, with a few examples.
fn group_text(group: &LeakGroup, line: impl Fn(HandleId) -> String) -> String {
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
        text.push_str(&stack_text(stack, "        "));
    }
    for frame in &group.python {
        text.push_str(&format!("        {}\n", frame));
    }
    for id in &group.examples {
        text.push_str(&format!("      {}\n", line(*id)));
    }
    let more = group.count - group.examples.len();
    if more > 0 {
        text.push_str(&format!("      and {more} more\n"));
    }
    text
}

fn group_json(group: &LeakGroup, what: impl Fn(HandleId) -> Option<String>) -> Value {
    let mut json = leak_json(group);
    json["examples"] = group.examples.iter().map(|id| what(*id)).collect();
    json
}

/// Builders or trackers that were made in the same way.
fn resource_json(leaked: &LeakGroup) -> Value {
    let mut json = leak_json(leaked);
    json["type"] = leaked.resource.into();
    json
}

fn leak_json(group: &LeakGroup) -> Value {
    let stack = group.opened.stack.as_deref();
    json!({
        "count": group.count,
        "function": group.opened.function,
        "module": group.module,
        "stack": stack.map(stack_json),
        "frames": stack.map(frames_json),
        "python": group.python.iter().map(PythonFrame::to_json).collect::<Vec<_>>(),
    })
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
        let stack = leaked.opened.stack.as_deref().unwrap_or_default();
        if !stack.is_empty() {
            text.push_str(&format!("\n{}", stack_text(stack, "      ").trim_end()));
        }
        for frame in &leaked.python {
            text.push_str(&format!("\n      {}", frame));
        }
        text
    };
    leaked.iter().map(line).collect()
}

/// How to see the stacks that are missing.
fn hint(done: &str) -> String {
    format!("    To see where they were {done} use hpy.debug.set_handle_stack_trace_limit\n")
}
