//! What debug mode checks, taken from the plans of all functions.

use crate::model::*;
use crate::plan::{Shim, Wrapper, checks};
use crate::words;

/// What debug mode checks for a whole spec.
pub struct Audit<'a> {
    /// The spec.
    pub spec: &'a Spec,
    /// Its functions, in the order of the file.
    pub functions: Vec<FunctionAudit<'a>>,
    /// Its signatures that have a shim.
    pub signatures: Vec<SignatureAudit<'a>>,
}

/// What debug mode checks in calls of a function.
pub struct FunctionAudit<'a> {
    /// The function.
    pub function: &'a Function,
    /// The ids of the checks of its context.
    pub context: Vec<&'a str>,
    /// Its arguments and their checks.
    pub arguments: Vec<Argument<'a>>,
    /// The ids of the checks of its result, for as long as the result lives.
    pub result: Vec<&'a str>,
}

/// An argument and its checks.
pub struct Argument<'a> {
    /// The argument.
    pub param: &'a Param,
    /// Its role, in words.
    pub role: String,
    /// The ids of the checks.
    pub checks: Vec<&'a str>,
}

impl Argument<'_> {
    /// Which values are checked. `None` if NULL is not allowed: then all values are.
    pub fn checked_where(&self) -> Option<String> {
        let is_checked = !self.checks.is_empty();
        is_checked
            .then(|| words::checked_where(self.param))
            .flatten()
    }
}

/// A row of the audit: a function's context, one of its arguments, or its result.
pub struct Line<'a> {
    /// `ctx`, the name of the argument, or `result`.
    pub name: &'a str,
    /// What it is, in words.
    pub what: String,
    /// The ids of the checks.
    pub checks: Vec<&'a str>,
    /// Which values are checked. `None` if all are.
    pub checked_where: Option<String>,
    /// Why it is not checked. `None` if it is.
    pub unchecked: Option<&'static str>,
    /// Whether the call takes ownership of it.
    pub is_consumed: bool,
}

impl<'a> Line<'a> {
    /// The row of a context or a result: all its values are checked, and the call does not own it.
    fn new(name: &'a str, what: String, checks: &[&'a str]) -> Self {
        Self {
            name,
            what,
            checks: checks.to_vec(),
            checked_where: None,
            unchecked: None,
            is_consumed: false,
        }
    }

    /// The checks in words.
    pub fn checks(&self, show: fn(&[&'a str]) -> String) -> String {
        match (&self.unchecked, &self.checked_where) {
            (Some(why), _) => format!("none: {why}"),
            (None, Some(which)) => format!("{which}: {}", show(&self.checks)),
            (None, None) => show(&self.checks),
        }
    }
}

/// The checks of what an extension's function returns.
pub struct SignatureAudit<'a> {
    /// The signature.
    pub signature: &'a Signature,
    /// Its C side.
    pub call: &'a SignatureCall,
    /// The ids of the checks.
    pub result: Vec<&'a str>,
}

impl<'a> Audit<'a> {
    /// Audits a spec.
    pub fn new(spec: &'a Spec) -> Self {
        Self {
            spec,
            functions: spec
                .functions
                .iter()
                .map(|function| FunctionAudit::new(function, spec))
                .collect(),
            signatures: spec
                .signatures
                .iter()
                .filter_map(Shim::new)
                .map(|shim| SignatureAudit {
                    signature: shim.signature,
                    call: shim.call,
                    result: collect(shim.steps.iter().flat_map(|step| step.checks())),
                })
                .collect(),
        }
    }

    /// The names of the functions and signatures that can report a check.
    pub fn reporters(&self, check: &str) -> Vec<String> {
        let is_anywhere = checks::ANYWHERE.contains(&check);
        let functions = self
            .functions
            .iter()
            .filter(|f| is_anywhere || f.checks().contains(&check));
        let signatures = self
            .signatures
            .iter()
            .filter(|s| is_anywhere || s.result.contains(&check));
        functions
            .map(|f| f.function.name.clone())
            .chain(signatures.map(|s| s.signature.constant()))
            .collect()
    }

    /// The arguments that are not checked: each reason, with `FUNCTION(ARGUMENT)` for each argument.
    pub fn unchecked(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut reasons: Vec<(&'static str, Vec<String>)> = Vec::new();
        for audit in &self.functions {
            for argument in &audit.arguments {
                let Some(why) = audit.why_unchecked(argument) else {
                    continue;
                };
                let place = format!("{}({})", audit.function.name, argument.param.name);
                match reasons.iter_mut().find(|(reason, _)| *reason == why) {
                    Some((_, places)) => places.push(place),
                    None => reasons.push((why, vec![place])),
                }
            }
        }
        reasons
    }

    /// The number of arguments, and the number of those that have a check.
    pub fn arguments(&self) -> (usize, usize) {
        let arguments = || self.functions.iter().flat_map(|audit| &audit.arguments);
        let checked = arguments().filter(|argument| !argument.checks.is_empty());
        (arguments().count(), checked.count())
    }
}

impl<'a> SignatureAudit<'a> {
    /// The row of the result.
    pub fn line(&self) -> Line<'a> {
        let result = &self.call.result;
        let what = format!("what the extension's function returns: {result}");
        Line::new("result", what, &self.result)
    }
}

impl<'a> FunctionAudit<'a> {
    fn new(function: &'a Function, spec: &'a Spec) -> Self {
        let plan = Wrapper::new(function, spec);
        let checks_of = |position: Option<usize>, of_result: bool| {
            let steps = plan.steps.iter().filter(move |step| {
                step.argument.map(|(at, _)| at) == position && step.action.is_result() == of_result
            });
            collect(steps.flat_map(|step| step.checks()))
        };
        Self {
            function,
            context: checks_of(None, false),
            arguments: function
                .params
                .iter()
                .enumerate()
                .map(|(position, param)| Argument {
                    param,
                    role: words::role(param, spec),
                    checks: checks_of(Some(position), false),
                })
                .collect(),
            result: checks_of(None, true),
        }
    }

    /// Every check that the wrapper can report.
    pub fn checks(&self) -> Vec<&'a str> {
        let of_arguments = self.arguments.iter().flat_map(|argument| &argument.checks);
        collect(
            self.context
                .iter()
                .chain(of_arguments)
                .chain(&self.result)
                .copied(),
        )
    }

    /// A row for its context, for each argument and for its result.
    pub fn lines(&self) -> Vec<Line<'a>> {
        let what = words::context(self.function).to_owned();
        let context = (!self.context.is_empty()).then(|| Line::new("ctx", what, &self.context));
        let arguments = self.arguments.iter().map(|argument| Line {
            name: &argument.param.name,
            what: argument.role.clone(),
            checks: argument.checks.clone(),
            checked_where: argument.checked_where(),
            unchecked: self.why_unchecked(argument),
            is_consumed: argument.param.is_consumed(),
        });
        let (returns, error) = (
            words::returns(self.function),
            words::error(&self.function.error),
        );
        let result = Line::new("result", format!("{returns}; {error}"), &self.result);
        let lines = context.into_iter().chain(arguments).chain([result]);
        lines.collect()
    }

    /// Why an argument is not checked. `None` if it is.
    pub fn why_unchecked(&self, argument: &Argument<'_>) -> Option<&'static str> {
        if !argument.checks.is_empty() {
            None
        } else if self.function.trampoline {
            Some("it goes to the shims, which check the result")
        } else {
            Some(words::why_unchecked(argument.param))
        }
    }
}

/// Removes duplicates; the first of each stays in place.
fn collect<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for id in ids {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen
}
