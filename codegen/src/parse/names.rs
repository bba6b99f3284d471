//! Checks names: they must be valid in C, and each must stand for one thing.

use std::collections::HashMap;
use std::ops::Range;

use super::raw::{DOC, Parser, SECTIONS, SIGNATURE_PREFIX};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::Spec;
use crate::table::{At, Table};

/// Sections whose keys are C names.
const NAMED: &[&str] = &["constants", "resources", "types", "slots", "shapes", "enum"];

/// Keywords of C and C++. Both languages read the headers.
const KEYWORDS: &str = "alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl const \
    constexpr const_cast continue decltype default delete do double dynamic_cast else enum explicit export extern false \
    float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private \
    protected public register reinterpret_cast restrict return short signed sizeof static static_assert static_cast \
    struct switch template this thread_local throw true try typedef typeid typename union unsigned using virtual void \
    volatile wchar_t while xor xor_eq";

/// The first fields of the context's struct.
const LEADING_FIELDS: &[&str] = &["name", "_private", "abi_version"];

impl Parser<'_> {
    pub(super) fn check_names(&self) {
        check_keys(&self.root, |name| !SECTIONS.contains(&name));
        for section in NAMED.iter().filter_map(|name| self.root.table(name)) {
            check_keys(&section, |_| true);
        }
        for (_, constants) in self.tables("enum") {
            check_keys(&constants, |_| true);
        }
        self.check_declared_once();
    }

    fn check_declared_once(&self) {
        let mut declared: HashMap<&str, Range<usize>> = HashMap::new();
        for (name, span) in self.declared() {
            let is_type = CType::known_names().any(|known| known == name);
            if is_type || declared.insert(name, span.clone()).is_some() {
                let message = match is_type {
                    true => format!("`{name}` is a type already"),
                    false => format!("`{name}` is declared twice"),
                };
                self.root.problem(Problem::new(span, message));
            }
        }
    }

    /// Checks derived names. Two names can give the same one: members are named after functions, and signatures in capitals.
    pub(super) fn check_derived_names(&self, spec: &Spec) {
        let mut known: HashMap<String, String> = LEADING_FIELDS
            .iter()
            .map(|field| ((*field).to_owned(), "a field of the context".to_owned()))
            .collect();
        let mut check = |made: String, name: &str, span: Range<usize>| {
            if let Some(other) = known.insert(made.clone(), name.to_owned()) {
                let message = format!("`{name}` would be `{made}`, as {other} is");
                self.root.problem(Problem::new(span, message));
            }
        };
        let places: HashMap<&str, Range<usize>> = self.root.keys().collect();
        for constant in &spec.constants {
            let section = self.root.table("constants").expect("it has a constant");
            check(
                constant.name.clone(),
                &constant.name,
                section.span_of(&constant.name),
            );
        }
        for function in &spec.functions {
            check(function.member(), &function.name, function.place.clone());
        }
        for signature in &spec.signatures {
            let name = format!("{SIGNATURE_PREFIX}{}", signature.name);
            let place = places.get(name.as_str());
            check(
                signature.constant(),
                &name,
                place.cloned().unwrap_or_default(),
            );
        }
    }

    /// All names that the headers declare, except members of the context, which are fields of a struct.
    fn declared(&self) -> Vec<(&str, Range<usize>)> {
        let section = |name: &&str| self.root.table(name);
        let functions = self.root.keys();
        let mut names: Vec<_> = functions
            .filter(|(name, _)| !SECTIONS.contains(name))
            .collect();
        for section in NAMED[1..].iter().filter_map(section) {
            names.extend(section.keys());
        }
        for (_, constants) in self.tables("enum") {
            names.extend(constants.keys().filter(|(name, _)| *name != DOC));
        }
        names
    }
}

/// A field's name, which must be valid in C.
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

/// Whether it is a C identifier and no keyword of C or C++.
pub fn is_c_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(is_letter)
        && name.chars().all(|c| is_letter(c) || c.is_ascii_digit())
        && !KEYWORDS.split_whitespace().any(|word| word == name)
}
