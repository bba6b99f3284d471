//! Lengths: sums of arguments and `len(HANDLE)`, `*OUT`, `FUNCTION(ARGUMENT)`.

use super::raw::{RawParams, Stanza};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::{Length, Term};
use crate::table::At;

impl<'a> Stanza<'a, '_> {
    /// The length of an array.
    pub(super) fn array_length(&self, at: &At<&str>, raw: &RawParams) -> Vec<Term> {
        let terms = at.value.split('+');
        terms.map(|term| self.term(term.trim(), at, raw)).collect()
    }

    /// The length of a buffer.
    pub(super) fn buffer_length(&self, at: &At<&str>, raw: &RawParams) -> Length {
        if let Some(name) = at.value.strip_prefix('*') {
            self.argument(name, "a pointer to a number", at, raw, |ctype| {
                ctype.pointed().is_some_and(|pointed| pointed.is_integer())
            });
            return Length::Out(name.to_owned());
        }
        let call = at
            .value
            .strip_suffix(')')
            .and_then(|call| call.split_once('('));
        match call.filter(|(function, _)| *function != "len") {
            Some((function, argument)) if !argument.contains('(') => {
                if !self.names.functions.contains(&function) {
                    let message = format!("`length` names no function: `{function}`");
                    let problem = Problem::new(at.span.clone(), message);
                    let known = self.names.functions.iter().copied();
                    self.table.problem(problem.suggest(function, known));
                }
                self.argument(argument, "a handle", at, raw, CType::is_handle);
                Length::Function(function.to_owned(), argument.to_owned())
            }
            _ => Length::Sum(self.array_length(at, raw)),
        }
    }

    fn term(&self, term: &str, at: &At<&str>, raw: &RawParams) -> Term {
        let of_handle = term
            .strip_prefix("len(")
            .and_then(|rest| rest.strip_suffix(')'));
        match of_handle {
            Some(name) => {
                self.argument(name, "a handle", at, raw, CType::is_handle);
                Term::LengthOf(name.to_owned())
            }
            None => {
                self.argument(term, "a number", at, raw, CType::is_integer);
                Term::Param(term.to_owned())
            }
        }
    }

    fn argument(
        &self,
        name: &str,
        what: &str,
        at: &At<&str>,
        raw: &RawParams,
        is_right: impl Fn(&CType) -> bool,
    ) {
        match raw.iter().find(|(_, known)| known == name) {
            None => {
                let message = format!("the length names no argument: `{name}`");
                let known = raw.iter().filter(|(ctype, _)| is_right(ctype));
                let problem = Problem::new(at.span.clone(), message);
                self.table
                    .problem(problem.suggest(name, known.map(|(_, name)| name.as_str())));
            }
            Some((ctype, _)) if !is_right(ctype) => {
                let message = format!("`{name}` should be {what}, but its C type is `{ctype}`");
                self.table.problem(Problem::new(at.span.clone(), message));
            }
            Some(_) => {}
        }
    }
}
