//! Reads one function or signature.

use super::cpython;
use super::names::is_c_name;
use super::raw::{METHOD_FLAGS, RawParams, Stanza, index, since};
use super::result::RANGES;
use crate::ctype::{CType, parse_signature};
use crate::diagnostics::Problem;
use crate::model::*;
use crate::table::At;

impl Stanza<'_, '_> {
    pub(super) fn function(&self, group: &str) -> Option<Function> {
        let table = self.table;
        let (result, raw) = self.c_signature()?;
        let (params, returns) = (self.params(&raw), self.returns(&result, &raw));
        let index = index(table);
        let cpython = match returns {
            Returns::Struct { .. } => Some(Cpython::Struct),
            _ => cpython::function(table, &result, &raw),
        };
        let place = table.span.clone();
        let error = self.error(&result, &[]);
        let raises = table.flag("raises");
        // A function that makes a builder or tracker may set an exception, or leave that to the last call with it.
        let sets_none = error == ErrorProtocol::None && !result.is_resource();
        let function = Function {
            name: self.name.to_owned(),
            group: group.to_owned(),
            place,
            index: index?,
            since: since(table, self.names.later),
            error,
            returns,
            pending_allowed: self
                .one_of("pending", &["allowed", "forbidden"])
                .map_or(raises || sets_none, |word| word == "allowed"),
            raises,
            effect: table.flag("effect"),
            runs_no_code: table.flag("runs_no_code"),
            fails: self.fails(),
            handles: self.handles(&result),
            interpreter: self.interpreter(),
            trampoline: table.flag("trampoline"),
            inline: self.inline(&result),
            cpython: cpython?,
            result,
            params,
        };
        self.check_function(&function);
        Some(function)
    }

    pub(super) fn signature(&self, short: &str) -> Option<Signature> {
        let value = self.table.required("value", self.table.integer("value"));
        let call = if self.table.flag("reserved") {
            None
        } else {
            let (result, raw) = self.c_signature()?;
            let call = SignatureCall {
                params: self.params(&raw),
                context: self.table.flag_or("context", true),
                error: self.error(&result, RANGES),
                result,
                by_hand: self.one_of("cpython", &["by hand"]).is_some(),
                method: self.method_flags(),
            };
            self.check_signature(&call);
            Some(call)
        };
        Some(Signature {
            name: short.to_owned(),
            value: value?.value,
            since: since(self.table, self.names.later),
            call,
        })
    }

    /// Without a C signature, the rest of the stanza cannot be read.
    fn c_signature(&self) -> Option<(CType, RawParams)> {
        let Some(at) = self.table.required("c", self.table.string("c")) else {
            self.table.mark_all_read();
            return None;
        };
        let Some((mut result, mut params)) = parse_signature(at.value) else {
            let problem = Problem::new(at.span, "this is no C signature");
            self.table
                .problem(problem.help("expected `RESULT (TYPE name, TYPE name)`, or `(void)`"));
            self.table.mark_all_read();
            return None;
        };
        if let Some((_, name)) = params.iter().find(|(_, name)| !is_c_name(name)) {
            let message = match name.as_str() {
                "..." => "the context has no functions with any number of arguments".to_owned(),
                name => format!("`{name}` is no name of C"),
            };
            self.table.problem(Problem::new(at.span, message));
            self.table.mark_all_read();
            return None;
        }
        for ctype in params
            .iter_mut()
            .map(|(ctype, _)| ctype)
            .chain([&mut result])
        {
            let mut resources = self.names.resources.iter();
            let resource = resources.find(|resource| resource.name == ctype.base);
            ctype.ended = resource.map(|resource| resource.ended.clone());
            ctype.meaning = self.names.meaning(&ctype.base).map(Box::new);
            if ctype.is_struct() {
                let message =
                    format!("`{ctype}` is a struct, which the context passes by its address");
                let help = format!("expected `{ctype} *`");
                self.table
                    .problem(Problem::new(at.span.clone(), message).help(help));
            }
            if !self.names.types.contains(&ctype.base) {
                let message = format!("unknown type `{}`", ctype.base);
                let problem = Problem::new(at.span.clone(), message);
                let known = self.names.types.iter().map(String::as_str);
                self.table.problem(problem.suggest(&ctype.base, known));
            }
        }
        self.check_raw(&result, &params);
        Some((result, params))
    }

    fn fails(&self) -> Option<String> {
        let at = self.table.string("fails")?;
        let name = format!("h_{}", at.value);
        let constants = self.names.constants.iter();
        let known = constants.filter_map(|c| c.name.strip_prefix("h_"));
        let message = format!("there is no constant `{name}`");
        self.table.check_known(&at, known, &message);
        Some(name)
    }

    fn handles(&self, result: &CType) -> Option<Handles> {
        let handles = match self.one_of("handles", &["matches", "clears"])? {
            "clears" => Handles::Clears,
            _ => Handles::Matches,
        };
        if handles == Handles::Matches && !result.is_integer() {
            let message = format!("the C type `{result}` of the result cannot tell what matches");
            self.table
                .problem(Problem::new(self.table.span_of("handles"), message));
        }
        Some(handles)
    }

    fn interpreter(&self) -> Option<Interpreter> {
        match self.one_of("interpreter", &["leave", "reenter"])? {
            "leave" => Some(Interpreter::Leave),
            _ => Some(Interpreter::Reenter),
        }
    }

    fn inline(&self, result: &CType) -> Inline {
        let Some(at) = self.table.string("inline") else {
            return Inline::Forwards;
        };
        if at.value == "by hand" {
            return Inline::ByHand;
        }
        if !is_c_name(at.value) {
            let message = format!("`inline` cannot be `{}`", at.value);
            let problem = Problem::new(at.span.clone(), message);
            self.table
                .problem(problem.help("expected the name of a constant, or \"by hand\""));
        }
        if !result.is_void() {
            let message =
                format!("`inline` replaces a result, but the C type of the result is `{result}`");
            self.table.problem(Problem::new(at.span, message));
        }
        Inline::Returns(at.value.to_owned())
    }

    fn method_flags(&self) -> Vec<String> {
        let Some(at) = self.table.string("method") else {
            return Vec::new();
        };
        let flags = at.value.split('|').map(str::trim);
        for value in flags.clone() {
            let message = format!("CPython has no flag `{value}` for methods");
            let span = at.span.clone();
            self.table
                .check_known(&At { value, span }, METHOD_FLAGS.iter().copied(), &message);
        }
        flags.map(str::to_owned).collect()
    }

    fn one_of(&self, key: &str, words: &[&'static str]) -> Option<&'static str> {
        let at = self.table.string(key)?;
        let message = format!("`{key}` cannot be `{}`", at.value);
        self.table.check_known(&at, words.iter().copied(), &message);
        words.iter().find(|word| **word == at.value).copied()
    }
}
