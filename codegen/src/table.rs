//! Typed access to a TOML table. It remembers the position of everything, and which keys were read.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::Problem;

/// A table while it is read.
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    /// The position of the table, for problems with the whole table.
    pub span: Range<usize>,
    read: RefCell<Vec<String>>,
    problems: &'a RefCell<Vec<Problem>>,
}

/// A value and its position.
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its position, in bytes.
    pub span: Range<usize>,
}

impl<'a> Table<'a> {
    /// A reader for `entries`.
    pub fn new(
        entries: &'a DeTable<'a>,
        span: Range<usize>,
        problems: &'a RefCell<Vec<Problem>>,
    ) -> Self {
        Self {
            entries,
            span,
            read: RefCell::default(),
            problems,
        }
    }

    /// Records a problem.
    pub fn problem(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.read.borrow_mut().push(key.to_owned());
        self.entries.get(key)
    }

    fn typed<T>(
        &self,
        key: &str,
        what: &str,
        convert: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<At<T>> {
        let value = self.get(key)?;
        match convert(value.get_ref()) {
            Some(converted) => Some(At {
                value: converted,
                span: value.span(),
            }),
            None => {
                self.problem(Problem::new(
                    value.span(),
                    format!("`{key}` must be {what}"),
                ));
                None
            }
        }
    }

    /// The string of this key.
    pub fn string(&self, key: &str) -> Option<At<&'a str>> {
        self.typed(key, "a string", DeValue::as_str)
    }

    /// The integer of this key.
    pub fn integer(&self, key: &str) -> Option<At<i64>> {
        self.typed(key, "an integer", |value| {
            let integer = value.as_integer()?;
            i64::from_str_radix(integer.as_str(), integer.radix()).ok()
        })
    }

    /// Whether this key is `true`. A missing key counts as `false`.
    pub fn flag(&self, key: &str) -> bool {
        self.typed(key, "true or false", DeValue::as_bool)
            .is_some_and(|at| at.value)
    }

    /// The flag of this key, or `default` if the key is missing.
    pub fn flag_or(&self, key: &str, default: bool) -> bool {
        if self.entries.contains_key(key) {
            self.flag(key)
        } else {
            default
        }
    }

    /// The position of a key. If it is missing, that of the table.
    pub fn span_of(&self, key: &str) -> Range<usize> {
        let found = self.keys().find(|(name, _)| *name == key);
        found.map_or(self.span.clone(), |(_, span)| span)
    }

    /// Marks a key as read.
    pub fn mark_read(&self, key: &str) {
        self.read.borrow_mut().push(key.to_owned());
    }

    /// The table of this key.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        let at = self.typed(key, "a table", DeValue::as_table)?;
        Some(Table::new(at.value, at.span, self.problems))
    }

    /// Whether there is a table of this key.
    pub fn holds_table(&self, key: &str) -> bool {
        let value = self.entries.get(key);
        value.is_some_and(|value| value.get_ref().is_table())
    }

    /// Reports a missing key.
    pub fn required<T>(&self, key: &str, value: Option<At<T>>) -> Option<At<T>> {
        if value.is_none() && !self.entries.contains_key(key) {
            self.problem(Problem::new(
                self.span.clone(),
                format!("`{key}` is missing"),
            ));
        }
        value
    }

    /// Reports a word that is not among the known ones.
    pub fn check_known<'w>(
        &self,
        at: &At<&str>,
        known: impl IntoIterator<Item = &'w str>,
        message: &str,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        if !known.contains(&at.value) {
            let problem = Problem::new(at.span.clone(), message);
            self.problem(problem.suggest(at.value, known));
        }
    }

    /// All keys in the order of the file, with their positions.
    pub fn keys(&self) -> impl Iterator<Item = (&'a str, Range<usize>)> + use<'a> {
        self.entries
            .keys()
            .map(|key| (key.get_ref().as_ref(), key.span()))
    }

    /// The tables of all keys, in the order of the file.
    pub fn tables(&self) -> Vec<(&'a str, Table<'a>)> {
        self.keys()
            .filter_map(|(key, span)| {
                let mut table = self.table(key)?;
                table.span = span;
                Some((key, table))
            })
            .collect()
    }

    /// Marks all keys as read: the rest of the table cannot be read.
    pub fn mark_all_read(&self) {
        for (key, _) in self.keys() {
            self.mark_read(key);
        }
    }

    /// Reports keys that nobody read.
    pub fn finish(&self) {
        let read = self.read.borrow();
        for (key, span) in self.keys() {
            if !read.iter().any(|known| known == key) {
                let problem = Problem::new(span, format!("unknown key `{key}`"));
                self.problem(problem.suggest(key, read.iter().map(String::as_str)));
            }
        }
    }
}
