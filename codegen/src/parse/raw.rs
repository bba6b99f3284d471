//! Helpers for all files here: they read single values and know nothing about their meaning.

use std::ops::Range;

use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::{Alias, Constant, Enum, Imported, Protocol, Release, Resource, Shape};
use crate::table::Table;

pub(super) const SECTIONS: &[&str] = &[
    "api",
    "constants",
    "resources",
    "imported",
    "protocols",
    "types",
    "slots",
    "shapes",
    "enum",
    "check",
];
/// The key with the doc comment for the header.
pub(super) const DOC: &str = "doc";
pub(super) const SIGNATURE_PREFIX: &str = "HPyFunc_";

/// CPython's flags for methods.
pub(super) const METHOD_FLAGS: &[&str] = &[
    "METH_FASTCALL",
    "METH_KEYWORDS",
    "METH_METHOD",
    "METH_NOARGS",
    "METH_O",
    "METH_VARARGS",
];

/// The names that a stanza may refer to.
pub(super) struct Names<'a> {
    pub(super) functions: Vec<&'a str>,
    pub(super) types: Vec<String>,
    pub(super) constants: &'a [Constant],
    pub(super) imported: &'a [Imported],
    pub(super) protocols: &'a [Protocol],
    pub(super) resources: &'a [Resource],
    pub(super) aliases: &'a [Alias],
    pub(super) enums: &'a [Enum],
    pub(super) shapes: &'a [Shape],
    pub(super) later: &'a [Release],
}

impl Names<'_> {
    /// The C type that a declared name stands for.
    pub(super) fn meaning(&self, name: &str) -> Option<CType> {
        let alias = self.aliases.iter().find(|alias| alias.name == name);
        let is_enum = || self.enums.iter().any(|e| e.name == name);
        alias
            .map(|alias| alias.ctype.clone())
            .or_else(|| is_enum().then(|| CType::parse("int")).flatten())
    }
}

pub(super) struct Parser<'a> {
    pub(super) source: &'a str,
    pub(super) root: Table<'a>,
}

impl<'a> Parser<'a> {
    /// The tables of a section, with their keys.
    pub(super) fn tables(&self, section: &str) -> Vec<(&'a str, Table<'a>)> {
        let section = self.root.table(section);
        section.map_or_else(Vec::new, |section| section.tables())
    }

    /// The names and positions of all function stanzas.
    pub(super) fn function_stanzas(&self) -> impl Iterator<Item = (&'a str, Range<usize>)> {
        self.root
            .keys()
            .filter(|(name, _)| !SECTIONS.contains(name) && !name.starts_with(SIGNATURE_PREFIX))
    }
}

/// A stanza while it is read.
pub(super) struct Stanza<'a, 'b> {
    pub(super) name: &'a str,
    pub(super) table: &'b Table<'a>,
    pub(super) names: &'b Names<'a>,
}

/// The types and names in a C signature.
pub(super) type RawParams = Vec<(CType, String)>;

impl<'a, 'b> Stanza<'a, 'b> {
    pub(super) fn new(name: &'a str, table: &'b Table<'a>, names: &'b Names<'a>) -> Self {
        Self { name, table, names }
    }
}

pub(super) fn index(table: &Table<'_>) -> Option<usize> {
    let at = table.required("index", table.integer("index"))?;
    usize::try_from(at.value)
        .map_err(|_| table.problem(Problem::new(at.span, "an index is not negative")))
        .ok()
}

/// The later release that added the item, if there is one.
pub(super) fn since(table: &Table<'_>, later: &[Release]) -> Option<Release> {
    let at = table.string("since")?;
    let known = later.iter().map(|release| release.version.as_str());
    let message = format!("[api.later] names no release `{}`", at.value);
    table.check_known(&at, known, &message);
    let mut later = later.iter();
    later.find(|release| release.version == at.value).cloned()
}

/// The doc comment for the header.
pub(super) fn doc(table: &Table<'_>) -> Option<String> {
    let at = table.string(DOC)?;
    if at.value.contains("*/") {
        table.problem(Problem::new(
            at.span,
            "`*/` would end the comment in the header",
        ));
    }
    Some(at.value.to_owned())
}
