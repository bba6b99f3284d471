//! `cargo codegen audit`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use clap::Args;
use hpy_codegen::audit::{self, FunctionAudit};
use hpy_codegen::{closest, emit, words};
use serde_json::{Value, json};

use super::io::{Format, FormatOption, load, print};

/// Say what debug mode checks: of these functions, or of the whole API
///
/// Exit status: 0, or 2 when the spec is wrong or has no such function.
#[derive(Args)]
pub struct Audit {
    /// The functions, by their names in C; without any, the coverage of the whole API
    functions: Vec<String>,

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
        let text = if self.functions.is_empty() {
            whole(&audit, self.format.format)
        } else {
            let found = self.functions.iter().map(|name| find(name, &audit));
            some(&found.collect::<Result<Vec<_>>>()?, self.format.format)
        };
        print(&format!("{}\n", text.trim_end()));
        Ok(ExitCode::SUCCESS)
    }
}

fn find<'a, 'b>(name: &str, audit: &'b audit::Audit<'a>) -> Result<&'b FunctionAudit<'a>> {
    let found = audit.functions.iter().find(|f| f.function.name == name);
    found.ok_or_else(|| {
        let names = audit.functions.iter().map(|f| f.function.name.as_str());
        let advice = closest(name, names);
        let advice = advice.map_or(String::new(), |name| format!(", did you mean `{name}`?"));
        anyhow!("there is no function `{name}`{advice}")
    })
}

fn whole(audit: &audit::Audit<'_>, format: Format) -> String {
    match format {
        Format::Markdown => emit::audit::emit(audit.spec),
        Format::Json => pretty(&json!({
            "functions": audit.functions.iter().map(function).collect::<Vec<_>>(),
            "checks": audit.spec.checks.iter().map(|check| json!({
                "id": check.id,
                "title": check.title,
                "help": check.help,
                "example": check.example,
                "default": true,
                "reported_by": audit.reporters(&check.id),
            })).collect::<Vec<_>>(),
            "signatures": audit.signatures.iter().map(|signature| json!({
                "name": signature.signature.constant(),
                "checks": signature.result,
            })).collect::<Vec<_>>(),
        })),
        Format::Text => {
            let (arguments, checked) = audit.arguments();
            format!(
                "by function:\n{}\nby check:\n{}\nnothing is checked of an argument because:\n{}\n\
                 {} functions, {arguments} arguments, {checked} of them checked",
                emit::audit::by_function(audit).text(),
                emit::audit::by_check(audit).text(),
                emit::audit::unchecked(audit).text(),
                audit.functions.len(),
            )
        }
    }
}

fn some(functions: &[&FunctionAudit<'_>], format: Format) -> String {
    let texts = |text: fn(&FunctionAudit<'_>) -> String| {
        let texts: Vec<String> = functions.iter().map(|audit| text(audit)).collect();
        texts.join("\n")
    };
    match format {
        Format::Json => pretty(&functions.iter().map(|audit| function(audit)).collect()),
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

fn function(audit: &FunctionAudit<'_>) -> Value {
    let function = audit.function;
    json!({
        "name": function.name,
        "index": function.index,
        "since": function.since.as_ref().map(|release| &release.version),
        "group": function.group,
        "c": words::signature(&function.result, &function.params),
        "context": audit.context,
        "arguments": audit.arguments.iter().map(|argument| json!({
            "name": argument.param.name,
            "type": argument.param.ctype.to_string(),
            "role": argument.role,
            "nullable": argument.param.nullable,
            "checks": argument.checks,
            "unchecked_because": audit.why_unchecked(argument),
        })).collect::<Vec<_>>(),
        "result": {
            "is": words::returns(function),
            "error": words::error(&function.error),
            "checks": audit.result,
        },
        "pending_exception_allowed": function.pending_allowed,
        "cpython": words::cpython(&function.cpython),
    })
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a value can be printed")
}
