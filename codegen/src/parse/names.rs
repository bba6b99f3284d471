//! Names are those of C, where each stands for one thing.

use std::collections::HashMap;
use std::ops::Range;

use super::{DOC, Parser, SECTIONS};
use crate::diagnostics::Problem;
use crate::table::{At, Table};

/// Sections whose keys are names of C.
const NAMED: &[&str] = &["constants", "resources", "types", "slots", "enum"];

impl Parser<'_> {
    pub(super) fn check_names(&self) {
        check_keys(&self.root, |name| !SECTIONS.contains(&name));
        for section in NAMED.iter().filter_map(|name| self.root.table(name)) {
            check_keys(&section, |_| true);
        }
        let enums = self.root.table("enum").map(|table| table.tables());
        for (_, constants) in enums.unwrap_or_default() {
            check_keys(&constants, |_| true);
        }
        self.check_declared_once();
    }

    fn check_declared_once(&self) {
        let mut declared: HashMap<&str, Range<usize>> = HashMap::new();
        for (name, span) in self.declared() {
            if declared.insert(name, span.clone()).is_some() {
                let message = format!("`{name}` is declared twice");
                self.root.problem(Problem::new(span, message));
            }
        }
    }

    /// What the headers declare, but for the context's members, which are in a struct.
    fn declared(&self) -> Vec<(&str, Range<usize>)> {
        let section = |name: &&str| self.root.table(name);
        let functions = self.root.keys();
        let mut names: Vec<_> = functions
            .filter(|(name, _)| !SECTIONS.contains(name))
            .collect();
        for section in NAMED[1..].iter().filter_map(section) {
            names.extend(section.keys());
        }
        let enums = self.root.table("enum").map(|table| table.tables());
        for (_, constants) in enums.unwrap_or_default() {
            names.extend(constants.keys().filter(|(name, _)| *name != DOC));
        }
        names
    }
}

/// The name of a struct's field.
pub fn field(table: &Table<'_>, at: &At<&str>) -> String {
    if !is_c_name(at.value) {
        let problem = Problem::new(at.span.clone(), format!("`{}` is no name of C", at.value));
        table.problem(problem);
    }
    at.value.to_owned()
}

fn check_keys(table: &Table<'_>, is_name: impl Fn(&str) -> bool) {
    for (name, span) in table.keys().filter(|(name, _)| is_name(name)) {
        if !is_c_name(name) {
            table.problem(Problem::new(span, format!("`{name}` is no name of C")));
        }
    }
}

/// Letters, digits and `_`, not beginning with a digit.
pub fn is_c_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(is_letter) && name.chars().all(|c| is_letter(c) || c.is_ascii_digit())
}
