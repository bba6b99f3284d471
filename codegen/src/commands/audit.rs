//! `cargo codegen audit`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::Args;
use hpy_codegen::audit::{self, FunctionAudit, Line};
use hpy_codegen::grid::{Grid, codes};
use hpy_codegen::plan::checks;
use hpy_codegen::{closest, emit, words};
use serde_json::Value;

use super::io::{Format, FormatOption, load, print};

/// Say what debug mode checks: of these functions, or of the whole API
///
/// Exit status: 0, or 2 when the spec is wrong or has no such function or check.
#[derive(Args)]
pub struct Audit {
    /// The functions, by their names in C, or by globs as in 'HPyList_*'; without any, the coverage of the whole API
    functions: Vec<String>,

    /// List arguments that the call takes from the extension: it closes or keeps them
    #[arg(long)]
    consumes: bool,

    /// List arguments that are not checked, and why
    #[arg(long)]
    unchecked: bool,

    /// List what can report this check
    #[arg(long, value_name = "ID")]
    check: Option<String>,

    #[command(flatten)]
    format: FormatOption,

    /// The spec
    #[arg(long, value_name = "FILE", default_value = hpy_codegen::SPEC)]
    spec: PathBuf,
}

impl Audit {
    /// Prints the audit.
    pub fn run(&self) -> Result<ExitCode> {
        let spec = load(&self.spec)?;
        let audit = audit::Audit::new(&spec);
        let functions = self.functions(&audit)?;
        let text = if self.consumes || self.unchecked || self.check.is_some() {
            self.listed(&functions, &audit)?
        } else if self.functions.is_empty() {
            show_all(&audit, self.format.format)
        } else {
            show_functions(&functions, self.format.format)
        };
        print(&format!("{}\n", text.trim_end()));
        Ok(ExitCode::SUCCESS)
    }

    /// The functions that match the given names, each once. All functions if no name is given.
    fn functions<'a, 'b>(&self, audit: &'b audit::Audit<'a>) -> Result<Vec<&'b FunctionAudit<'a>>> {
        if self.functions.is_empty() {
            return Ok(audit.functions.iter().collect());
        }
        let mut named: Vec<&FunctionAudit<'_>> = Vec::new();
        for glob in &self.functions {
            let is_named = |f: &&FunctionAudit<'_>| matches(glob, &f.function.name);
            let mut found = audit.functions.iter().filter(is_named).peekable();
            if found.peek().is_none() {
                let names = audit.functions.iter().map(|f| f.function.name.as_str());
                return Err(unknown("function", glob, names));
            }
            let is_new =
                |f: &&FunctionAudit<'_>| named.iter().all(|known| !std::ptr::eq(*known, *f));
            let new: Vec<_> = found.filter(is_new).collect();
            named.extend(new);
        }
        Ok(named)
    }

    /// The contexts, arguments and results that match all conditions.
    fn listed(&self, functions: &[&FunctionAudit<'_>], audit: &audit::Audit<'_>) -> Result<String> {
        let mut title = vec!["function", "", "what it is"];
        if self.unchecked {
            title.push("checks");
        }
        if let Some(id) = &self.check {
            let mut ids = audit.spec.checks.iter().map(|check| check.id.as_str());
            if !ids.clone().any(|known| known == id) {
                return Err(unknown("check", id, &mut ids));
            }
            if checks::ANYWHERE.contains(&id.as_str()) {
                return Ok(format!(
                    "{id} is reported of any function, by the fault handler"
                ));
            }
        }
        let is_listed = |line: &Line<'_>| {
            (!self.consumes || line.is_consumed)
                && (!self.unchecked || line.unchecked.is_some())
                && (self.check.iter()).all(|id| line.checks.contains(&id.as_str()))
        };
        let mut grid = Grid::new(&title);
        let mut values = Vec::new();
        for function in functions {
            let name = &function.function.name;
            for line in function.lines().iter().filter(|line| is_listed(line)) {
                let mut row = vec![
                    format!("`{name}`"),
                    format!("`{}`", line.name),
                    line.what.clone(),
                ];
                if self.unchecked {
                    row.push(line.checks(codes));
                }
                grid.row(row);
                values.push(emit::audit_json::line(name, line));
            }
        }
        // What extensions return belongs to a signature, not to a function of the API.
        if let (Some(id), true, false, false) = (
            &self.check,
            self.functions.is_empty(),
            self.consumes,
            self.unchecked,
        ) {
            let reporters = audit.signatures.iter();
            for signature in reporters.filter(|s| s.result.contains(&id.as_str())) {
                let name = signature.signature.constant();
                let line = signature.line();
                grid.row([
                    format!("`{name}`"),
                    format!("`{}`", line.name),
                    line.what.clone(),
                ]);
                values.push(emit::audit_json::line(&name, &line));
            }
        }
        Ok(match self.format.format {
            Format::Json => pretty(&Value::from(values)),
            _ if values.is_empty() => "nothing".to_owned(),
            Format::Text => grid.text(),
            Format::Markdown => grid.markdown(),
        })
    }
}

fn unknown<'a>(what: &str, name: &str, valid: impl Iterator<Item = &'a str>) -> anyhow::Error {
    let advice = closest(name, valid);
    let advice = advice.map_or(String::new(), |name| format!(", did you mean `{name}`?"));
    anyhow!("there is no {what} `{name}`{advice}")
}

/// Whether the glob matches the whole name: `*` stands for any text, `?` for one character.
fn matches(glob: &str, name: &str) -> bool {
    let mut rest = name.chars();
    match (glob.chars().next(), rest.next()) {
        (None, None) => true,
        (Some('*'), first) => {
            matches(&glob[1..], name) || (first.is_some() && matches(glob, rest.as_str()))
        }
        (Some(expected), Some(first)) if expected == '?' || expected == first => {
            matches(&glob[expected.len_utf8()..], rest.as_str())
        }
        _ => false,
    }
}

fn show_all(audit: &audit::Audit<'_>, format: Format) -> String {
    match format {
        Format::Markdown => emit::audit::emit(audit.spec),
        Format::Json => pretty(&emit::audit_json::emit(audit)),
        Format::Text => {
            let (arguments, checked) = audit.arguments();
            format!(
                "by function:\n{}\nby check:\n{}\narguments that are not checked, and why:\n{}\n\
                 {} functions, {arguments} arguments, {checked} of them checked",
                emit::audit::by_function(audit).text(),
                emit::audit::by_check(audit).text(),
                emit::audit::unchecked(audit).text(),
                audit.functions.len(),
            )
        }
    }
}

fn show_functions(functions: &[&FunctionAudit<'_>], format: Format) -> String {
    let texts = |text: fn(&FunctionAudit<'_>) -> String| {
        let texts: Vec<String> = functions.iter().map(|audit| text(audit)).collect();
        texts.join("\n")
    };
    match format {
        Format::Json => {
            let functions = functions.iter().copied();
            pretty(&functions.map(emit::audit_json::function).collect())
        }
        Format::Markdown => texts(emit::audit::function),
        Format::Text => texts(|audit| {
            let function = audit.function;
            format!(
                "{}, {}: {}\n{}",
                function.name,
                words::place(function),
                words::signature(&function.result, &function.params),
                emit::audit::rows(audit).text()
            )
        }),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a value can be printed")
}
