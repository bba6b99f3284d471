//! `audit.json`: what debug mode checks, for programs. It is part of the wheel; `python -m hpy.debug audit` reads it.

use serde_json::{Value, json};

use crate::audit::{Audit, FunctionAudit, Line};
use crate::plan::checks;
use crate::words;

/// The audit of the whole API.
pub fn emit(audit: &Audit<'_>) -> Value {
    json!({
        "functions": audit.functions.iter().map(function).collect::<Vec<_>>(),
        "checks": audit.spec.checks.iter().map(|check| json!({
            "id": check.id,
            "title": check.title,
            "help": check.help,
            "example": check.example,
            "default": true,
            "anywhere": checks::ANYWHERE.contains(&check.id.as_str()),
            "reported_by": audit.reporters(&check.id),
        })).collect::<Vec<_>>(),
        "signatures": audit.signatures.iter().map(|signature| json!({
            "name": signature.signature.constant(),
            "is": signature.line().what,
            "checks": signature.result,
        })).collect::<Vec<_>>(),
    })
}

/// The audit of a function.
pub fn function(audit: &FunctionAudit<'_>) -> Value {
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
            "consumed": argument.param.is_consumed(),
            "checks": argument.checks,
            "checked_where": argument.checked_where(),
            "unchecked_because": audit.why_unchecked(argument),
        })).collect::<Vec<_>>(),
        "result": {
            "is": words::returns(function),
            "error": words::error(&function.error),
            "checks": audit.result,
        },
        "context_is": words::context(function),
        "pending_exception_allowed": function.pending_allowed,
        "cpython": words::cpython(&function.cpython),
    })
}

/// A row of a function's audit.
pub fn line(function: &str, line: &Line<'_>) -> Value {
    json!({
        "function": function,
        "name": line.name,
        "is": line.what,
        "consumed": line.is_consumed,
        "checks": line.checks,
        "checked_where": line.checked_where,
        "unchecked_because": line.unchecked,
    })
}
