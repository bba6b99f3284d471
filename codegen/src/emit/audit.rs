//! `audit.md`: what debug mode checks, on one page.

use std::fmt::Write;

use crate::audit::{Audit, FunctionAudit};
use crate::grid::{Grid, codes};
use crate::model::{Check, Spec};
use crate::words;

/// Longer lists of names are replaced by their count.
const FEW: usize = 6;

/// The page.
pub fn emit(spec: &Spec) -> String {
    let audit = Audit::new(spec);
    let mut page = String::from(
        "# What debug mode checks\n\n\
         Every table here is made from the same plans as the wrappers in `debug.rs`. All checks are on by default.\n\n",
    );
    page.push_str(&coverage(&audit));
    page.push_str("## The checks\n\n");
    for check in &spec.checks {
        page.push_str(&describe(check, &audit));
    }
    page.push_str("## The functions\n\n");
    let mut group = "";
    for function in &audit.functions {
        if function.function.group != group {
            group = &function.function.group;
            let _ = writeln!(page, "### {group}\n");
        }
        page.push_str(&self::function(function));
    }
    page.push_str(&signatures(&audit));
    page
}

/// The functions that report each check, and the arguments that have no check.
pub fn coverage(audit: &Audit<'_>) -> String {
    let (arguments, checked) = audit.arguments();
    let mut text = format!(
        "## Coverage\n\n{} functions have {arguments} arguments after the context; {checked} of these are checked.\n\n",
        audit.functions.len(),
    );
    text.push_str(&by_check(audit).markdown());
    text.push_str("\nThe other arguments are not checked:\n\n");
    text.push_str(&unchecked(audit).markdown());
    text.push('\n');
    text
}

/// Checks by function.
pub fn by_function(audit: &Audit<'_>) -> Grid {
    let mut grid = Grid::new(&["function", "checks"]);
    for function in &audit.functions {
        grid.row([function.function.name.clone(), codes(&function.checks())]);
    }
    grid
}

/// Functions by check.
pub fn by_check(audit: &Audit<'_>) -> Grid {
    let mut grid = Grid::new(&["check", "reported by"]);
    for check in &audit.spec.checks {
        grid.row([format!("`{}`", check.id), reporters(check, audit)]);
    }
    grid
}

/// Arguments without a check, by reason.
pub fn unchecked(audit: &Audit<'_>) -> Grid {
    let mut grid = Grid::new(&["because", "arguments"]);
    for (why, places) in audit.unchecked() {
        grid.row([why.to_owned(), list_or_count(&places, "arguments")]);
    }
    grid
}

fn list_or_count<S: AsRef<str>>(names: &[S], what: &str) -> String {
    match names.len() {
        0 => "nothing".to_owned(),
        count if count > FEW => format!("{count} {what}"),
        _ => codes(names),
    }
}

fn reporters(check: &Check, audit: &Audit<'_>) -> String {
    let names = audit.reporters(&check.id);
    let is_signature = |name: &&String| name.starts_with("HPyFunc_");
    let (signatures, functions): (Vec<_>, Vec<_>) = names.iter().partition(is_signature);
    let parts = [(functions, "functions"), (signatures, "signatures")];
    let parts = parts.iter().filter(|(names, _)| !names.is_empty());
    parts
        .map(|(names, what)| list_or_count(names, what))
        .collect::<Vec<_>>()
        .join(" and ")
}

fn describe(check: &Check, audit: &Audit<'_>) -> String {
    let Check {
        id,
        title,
        help,
        example,
        ..
    } = check;
    format!(
        "### {id}\n\n{}. Reported by {}; on by default.\n\n```c\n{example}\n```\n\nWhat to do: {help}.\n\n",
        capitalized(title),
        reporters(check, audit),
    )
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The checks of one function.
pub fn function(audit: &FunctionAudit<'_>) -> String {
    let function = audit.function;
    format!(
        "**{}**, {}: `{}`\n\n{}\n",
        function.name.replace('_', "\\_"),
        words::place(function),
        words::signature(&function.result, &function.params),
        rows(audit).markdown()
    )
}

/// A row for the context, for each argument and for the result.
pub fn rows(audit: &FunctionAudit<'_>) -> Grid {
    let mut grid = Grid::new(&["", "what it is", "checks"]);
    for line in audit.lines() {
        let name = match line.name {
            "result" => "result".to_owned(),
            name => format!("`{name}`"),
        };
        grid.row([&name, &line.what, &line.checks(codes)]);
    }
    grid
}

fn signatures(audit: &Audit<'_>) -> String {
    let mut grid = Grid::new(&["signature", "function", "checks of the result"]);
    for signature in &audit.signatures {
        grid.row([
            format!("`{}`", signature.signature.constant()),
            format!(
                "`{}`",
                words::signature(&signature.call.result, &signature.call.params)
            ),
            codes(&signature.result),
        ]);
    }
    format!(
        "## The functions of an extension\n\n\
         A context and arguments are the extension's until its function returns; using them later is what\n\
         `wrong-context` and `use-after-call` are about. A handle that is returned becomes the interpreter's.\n\n{}",
        grid.markdown()
    )
}
