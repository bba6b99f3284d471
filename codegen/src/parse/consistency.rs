//! Checks that keys, stanzas and sections do not contradict each other.

use std::collections::HashMap;
use std::ops::Range;

use super::raw::{METHOD_FLAGS, Parser, RawParams, SIGNATURE_PREFIX, Stanza};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::*;
use crate::table::Table;

/// The flags with which CPython calls methods, and the number of arguments. The length of an array counts as one.
const METHODS: &[(&[&str], usize)] = &[
    (&["METH_NOARGS"], 1),
    (&["METH_O"], 2),
    (&["METH_VARARGS"], 2),
    (&["METH_KEYWORDS", "METH_VARARGS"], 3),
    (&["METH_FASTCALL"], 3),
    (&["METH_FASTCALL", "METH_KEYWORDS"], 4),
    (&["METH_FASTCALL", "METH_KEYWORDS", "METH_METHOD"], 5),
];

impl Stanza<'_, '_> {
    /// Reports C types and names that no role can describe.
    pub(super) fn check_raw(&self, result: &CType, raw: &RawParams) {
        let at_c = |message: String| self.problem("c", message);
        for (number, (ctype, name)) in raw.iter().enumerate() {
            if raw[..number].iter().any(|(_, other)| other == name) {
                at_c(format!("two arguments are called `{name}`"));
            }
            let is_made = |(_, other): &(CType, String)| {
                ["u_", "d_", "h_", "o_"]
                    .map(|prefix| format!("{prefix}{other}"))
                    .contains(name)
            };
            if name == "ctx" || raw.iter().any(is_made) {
                at_c(format!(
                    "`{name}` is what generated code calls something else"
                ));
            }
            if ctype.is_void() {
                at_c(format!("`{name}` cannot be `void`"));
            }
        }
        for ctype in raw.iter().map(|(ctype, _)| ctype).chain([result]) {
            if ctype.leads_to_handles() {
                at_c(format!("no role says what a `{ctype}` leads to"));
            }
        }
        if result.is_handle_pointer() {
            at_c("no role says what the handles are that the result points to".to_owned());
        }
    }

    /// Reports roles of a function that do not fit together.
    pub(super) fn check_function(&self, function: &Function) {
        let no_role = |param: &&Param| {
            matches!(param.role, Role::StructIn(_) | Role::StructOut(_))
                || matches!(
                    param.role,
                    Role::Array {
                        python_tuple: true,
                        ..
                    }
                )
        };
        for param in function.params.iter().filter(no_role) {
            let message = format!(
                "`{}` has a role that only a way to call an extension has",
                param.name
            );
            self.problem("arg", message);
        }
        self.check_owner(function);
        let of_type = |name: &str| function.params.iter().any(|param| param.ctype.base == name);
        let state = "HPyThreadState";
        match function.interpreter {
            Some(Interpreter::Leave) if function.result.base != state => {
                self.problem(
                    "interpreter",
                    format!("leaving the interpreter returns a `{state}`"),
                );
            }
            Some(Interpreter::Reenter) if !of_type(state) => {
                self.problem(
                    "interpreter",
                    format!("re-entering the interpreter takes a `{state}`"),
                );
            }
            _ => {}
        }
        let capacities = function
            .params
            .iter()
            .filter(|param| param.role == Role::Capacity);
        let makes_builder = function.returns == Returns::Resource;
        if capacities.clone().count() > usize::from(makes_builder) {
            self.problem(
                "arg",
                "`capacity` is for the one size of a builder that is returned".to_owned(),
            );
        }
        if let (Cpython::Calls(_), Some(param)) = (
            &function.cpython,
            function.params.iter().find(|param| !passes_on(param)),
        ) {
            let message = format!("no function of the C API takes what `{}` is", param.name);
            self.problem("cpython", message);
        }
    }

    /// Memory lives as long as a handle. The extension must still have that handle after the call.
    fn check_owner(&self, function: &Function) {
        let (Returns::Buffer { owner, .. } | Returns::Struct { owner, .. }) = &function.returns
        else {
            return;
        };
        let owner = function.param(owner);
        if owner.is_some_and(|owner| owner.role == Role::ConsumedHandle) {
            self.problem("returns", "the call closes the owner".to_owned());
        }
        let Returns::Buffer { length, .. } = &function.returns else {
            return;
        };
        if let Length::Out(name) = length
            && let Some(out) = function.param(name)
        {
            if out.role != Role::Out {
                self.problem(
                    "returns",
                    format!("the call does not store a length in `{name}`: it is no `out`"),
                );
            } else if out.nullable && !function.result.is_c_string() {
                let message = format!(
                    "where `{name}` is NULL nothing says how long a `{}` is",
                    function.result
                );
                self.problem("returns", message);
            }
        }
    }

    /// Reports roles that a signature of an extension's functions cannot have.
    pub(super) fn check_signature(&self, call: &SignatureCall) {
        let is_right = |param: &&Param| {
            let limits = &param.limits;
            let has_limit = limits.at_least.is_some()
                || limits.one_of.is_some()
                || limits.made
                || limits.called
                || limits.items.is_some()
                || limits.null_if.is_some();
            let is_lent = match &param.role {
                Role::Plain | Role::Array { .. } | Role::StructIn(_) | Role::StructOut(_) => true,
                Role::Handle { expects, kept_by } => expects.is_none() && kept_by.is_none(),
                _ => false,
            };
            is_lent && !has_limit
        };
        if let Some(param) = call.params.iter().find(|param| !is_right(param)) {
            let message = format!(
                "`{}` has a role that only a function of the API has",
                param.name
            );
            self.problem("arg", message);
        }
        if call.result.is_resource() || call.result.is_storage() {
            self.problem(
                "c",
                format!("an extension cannot return a `{}`", call.result),
            );
        }
        if !call.context && !call.by_hand {
            self.problem(
                "context",
                "without a context it is called by hand: `cpython = \"by hand\"`".to_owned(),
            );
        }
        let fills = |param: &Param| matches!(param.role, Role::StructOut(_));
        if call.params.iter().any(fills) && !call.result.is_integer() {
            self.problem(
                "c",
                "the result must be a number, which says whether the struct was filled in"
                    .to_owned(),
            );
        }
        if call.method.is_empty() {
            return;
        }
        let mut flags: Vec<&str> = call.method.iter().map(String::as_str).collect();
        flags.sort_unstable();
        let is_tuple_length = |param: &&Param| {
            let length = vec![Term::Param(param.name.clone())];
            let role = Role::Array {
                length,
                python_tuple: true,
            };
            call.params.iter().any(|param| param.role == role)
        };
        let passed = call.params.len() - call.params.iter().filter(is_tuple_length).count();
        match METHODS.iter().find(|(known, _)| *known == flags) {
            None if !flags.iter().all(|flag| METHOD_FLAGS.contains(flag)) => {}
            None => self.problem(
                "method",
                "CPython calls no method with these flags together".to_owned(),
            ),
            Some((_, count)) if *count != passed => {
                self.problem(
                    "method",
                    format!("CPython passes {count} arguments, `c` has {passed} of them"),
                );
            }
            Some(_) if !call.result.is_handle() => {
                self.problem(
                    "c",
                    format!("a method returns `HPy`, not `{}`", call.result),
                );
            }
            Some(_) => {}
        }
    }

    fn problem(&self, key: &str, message: String) {
        self.table
            .problem(Problem::new(self.table.span_of(key), message));
    }
}

/// Whether an argument with this role can be passed to the C API.
fn passes_on(param: &Param) -> bool {
    match param.role {
        Role::Plain => !param.ctype.is_opaque() || param.ctype.base == "HPyThreadState",
        Role::Handle { .. } | Role::ConsumedHandle | Role::Out | Role::OutHandle => true,
        Role::Array { .. } => true,
        _ => false,
    }
}

impl Parser<'_> {
    /// Checks across stanzas and sections.
    pub(super) fn check_consistency(&self, spec: &Spec) {
        let makes = |name: &str| {
            let made = |f: &&Function| f.returns == Returns::Resource && f.result.base == name;
            spec.functions.iter().find(made)
        };
        let has_items = |name: &str| {
            makes(name).is_some_and(|f| f.params.iter().any(|param| param.role == Role::Capacity))
        };
        for function in &spec.functions {
            let problem = |message| {
                self.root
                    .problem(Problem::new(function.place.clone(), message))
            };
            for param in &function.params {
                let (builder, key) = match &param.role {
                    Role::Item { of } => (function.param(of), "item_of"),
                    Role::Resource { complete: true, .. } => (Some(param), "complete"),
                    _ => continue,
                };
                if let Some(builder) =
                    builder.filter(|b| b.ctype.is_resource() && !has_items(&b.ctype.base))
                {
                    problem(format!(
                        "`{key}` needs a builder, but no function makes a `{}` with a `capacity`",
                        builder.ctype
                    ));
                }
            }
            if let Returns::Buffer {
                length: Length::Function(other, _),
                ..
            } = &function.returns
                && let Some(other) = spec.functions.iter().find(|f| f.name == *other)
            {
                let takes_handle = matches!(&other.params[..], [param] if param.ctype.is_handle());
                if !takes_handle || !other.result.is_integer() {
                    problem(format!(
                        "`length` needs a function that says a number of a handle, not {}",
                        other.name
                    ));
                }
            }
        }
        let trampolines = spec.functions.iter().filter(|f| f.trampoline);
        for (number, function) in trampolines.enumerate() {
            let types = function.params.iter().map(|param| param.ctype.to_string());
            let types: Vec<String> = types.collect();
            if number > 0 || types != ["HPyFunc_Signature", "HPyCFunction", "void *"] {
                let message = format!("{} is not the one way into the extension", function.name);
                self.root
                    .problem(Problem::new(function.place.clone(), message));
            }
        }
        self.check_expected();
        self.check_protocols(spec);
        self.check_slots(spec);
        self.check_ended(spec);
    }

    /// Each name in `expects =` must stand for one type or protocol.
    fn check_expected(&self) {
        let mut known: HashMap<String, Range<usize>> = HashMap::new();
        let mut names = Vec::new();
        for (_, constant) in self.tables("constants") {
            let Some(at) = constant.string("expects") else {
                continue;
            };
            let is_type = |at: &str| at.starts_with('&') || at.starts_with("PyExc_");
            if constant
                .string("cpython")
                .is_some_and(|at| !is_type(at.value))
            {
                let message = format!(
                    "`{}` is no type: nothing can be an instance of it",
                    at.value
                );
                self.root.problem(Problem::new(at.span.clone(), message));
            }
            names.push((at.value, at.span));
        }
        for section in ["imported", "protocols"] {
            names.extend(self.root.table(section).iter().flat_map(Table::keys));
        }
        for (name, span) in names {
            if known.insert(name.to_owned(), span.clone()).is_some() {
                let message = format!("`expects = \"{name}\"` would have two meanings");
                self.root.problem(Problem::new(span, message));
            }
        }
    }

    /// A function that tests for a protocol takes an object and returns 0 or 1. A class derives from a constant.
    fn check_protocols(&self, spec: &Spec) {
        let Some(section) = self.root.table("protocols") else {
            return;
        };
        for protocol in &spec.protocols {
            let span = section.span_of(&protocol.expected.name);
            let name = match &protocol.test {
                ProtocolTest::Check(name) => name,
                ProtocolTest::Derives(base) => {
                    let mut known = spec.constants.iter().map(|c| c.name.as_str());
                    if !known.clone().any(|name| name == base) {
                        let problem = Problem::new(span, format!("no constant is called `{base}`"));
                        self.root.problem(problem.suggest(base, &mut known));
                    }
                    continue;
                }
            };
            let Some(check) = spec.functions.iter().find(|f| f.name == *name) else {
                let problem = Problem::new(span, format!("no function is called `{name}`"));
                let known = spec.functions.iter().map(|f| f.name.as_str());
                self.root.problem(problem.suggest(name, known));
                continue;
            };
            let takes_an_object = matches!(
                check.params.as_slice(),
                [Param {
                    role: Role::Handle {
                        expects: None,
                        kept_by: None
                    },
                    ..
                }]
            );
            if !takes_an_object || check.result.to_string() != "int" || check.can_fail() {
                let message = format!("{} does not test an object", check.name);
                let help = "expected a function `int (HPy)` with `error = \"none\"`";
                self.root.problem(Problem::new(span, message).help(help));
            }
        }
    }

    /// Each CPython slot belongs to one HPy slot, and the signature of a slot says how it is called.
    fn check_slots(&self, spec: &Spec) {
        let Some(section) = self.root.table("slots") else {
            return;
        };
        let mut known: HashMap<&str, &str> = HashMap::new();
        for slot in &spec.slots {
            let problem = |message| {
                self.root
                    .problem(Problem::new(section.span_of(&slot.name), message))
            };
            if let Cpython::Calls(name) = &slot.cpython
                && let Some(other) = known.insert(name, &slot.name)
            {
                problem(format!(
                    "`{name}` is used twice: by {other} and by {}",
                    slot.name
                ));
            }
            let signature = spec.signatures.iter().find(|s| s.name == slot.signature);
            if signature.is_some_and(|signature| signature.call.is_none()) {
                problem(format!(
                    "nothing says how `{SIGNATURE_PREFIX}{}` is called",
                    slot.signature
                ));
            }
        }
    }

    fn check_ended(&self, spec: &Spec) {
        let (Some(section), Some(_)) = (self.root.table("resources"), self.root.table("check"))
        else {
            return;
        };
        for resource in &spec.resources {
            if !spec.checks.iter().any(|check| check.id == resource.ended) {
                let message = format!("[check.{}] is missing", resource.ended);
                self.root
                    .problem(Problem::new(section.span_of(&resource.name), message));
            }
        }
    }
}
