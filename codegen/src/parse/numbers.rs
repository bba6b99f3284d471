//! Checks numbers. Each index of the context is used once, without gaps. Values of signatures, slots, shapes and of the
//! constants of an enum are used once each, and must fit into an `int`.

use std::collections::HashMap;
use std::ops::Range;

use super::raw::{DOC, Parser, SIGNATURE_PREFIX};
use crate::diagnostics::Problem;
use crate::table::Table;

/// A number, the name that has it, and its position.
type Use<'a> = (i64, &'a str, Range<usize>);

impl<'a> Parser<'a> {
    pub(super) fn check_numbers(&self) {
        let mut members = self.numbers_in("constants", "index");
        let functions = self.function_stanzas().map(|(name, _)| name);
        members.extend(functions.filter_map(|name| number(name, self.root.table(name)?, "index")));
        members.sort_by_key(|(index, ..)| *index);
        let free = members.last().map_or(0, |(index, ..)| index + 1);
        self.check_unique("index", &members, Some(free));
        self.check_gaps(&members);

        let signatures = self.root.keys().map(|(name, _)| name);
        let signatures = signatures.filter(|name| name.starts_with(SIGNATURE_PREFIX));
        let values = signatures.filter_map(|name| number(name, self.root.table(name)?, "value"));
        self.check_values(&values.collect::<Vec<_>>());
        for section in ["slots", "shapes"] {
            self.check_values(&self.numbers_in(section, "value"));
        }
        for (_, constants) in self.tables("enum") {
            self.check_values(&enum_values(&constants));
        }
    }

    fn check_values(&self, uses: &[Use<'a>]) {
        self.check_unique("value", uses, None);
        for (value, name, span) in uses {
            if i32::try_from(*value).is_err() {
                let message = format!("the value {value} of {name} is too large for an `int`");
                self.root.problem(Problem::new(span.clone(), message));
            }
        }
    }

    fn numbers_in(&self, section: &str, key: &str) -> Vec<Use<'a>> {
        let tables = self.tables(section).into_iter();
        tables
            .filter_map(|(name, table)| number(name, table, key))
            .collect()
    }

    fn check_unique(&self, what: &str, uses: &[Use<'a>], free: Option<i64>) {
        let mut first: HashMap<i64, &str> = HashMap::new();
        for (number, name, span) in uses {
            if let Some(other) = first.insert(*number, name) {
                let message = format!("{what} {number} is used twice: by {other} and by {name}");
                let problem = Problem::new(span.clone(), message);
                self.root.problem(match free {
                    Some(free) => problem.help(format!("the next free {what} is {free}")),
                    None => problem,
                });
            }
        }
    }

    fn check_gaps(&self, sorted: &[Use<'a>]) {
        let mut expected = 0;
        for (index, _, span) in sorted {
            if *index > expected {
                let message = format!("index {expected} is skipped: no member has it");
                let problem = Problem::new(span.clone(), message);
                self.root
                    .problem(problem.help("indices start at 0 and leave no gap"));
            }
            expected = index + 1;
        }
    }
}

fn enum_values<'a>(constants: &Table<'a>) -> Vec<Use<'a>> {
    let names = constants.keys().filter(|(name, _)| *name != DOC);
    let value = |(name, _): (&'a str, _)| {
        if constants.holds_table(name) {
            number(name, constants.table(name)?, "value")
        } else {
            let at = constants.integer(name)?;
            Some((at.value, name, at.span))
        }
    };
    names.filter_map(value).collect()
}

fn number<'a>(name: &'a str, table: Table<'a>, key: &str) -> Option<Use<'a>> {
    let at = table.integer(key)?;
    Some((at.value, name, at.span))
}
