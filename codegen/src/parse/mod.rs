//! Turns `api.toml` into a [`Spec`]: reads the stanzas, fills in defaults, and reports contradictions.

mod argument;
mod catalogue;
mod consistency;
mod cpython;
mod length;
mod names;
mod numbers;
mod raw;
mod result;
mod shapes;
mod stanza;

use std::cell::RefCell;

use toml::de::DeTable;

use crate::ctype::CType;
use crate::diagnostics::{Problem, Report};
use crate::model::*;
use crate::table::Table;
use raw::{DOC, Names, Parser, SECTIONS, SIGNATURE_PREFIX, Stanza, doc, index, since};

const FUNCTION_PREFIXES: &[&str] = &["HPy", "_HPy"];

/// Parses the text of a spec. `file` is its name in messages.
pub fn parse(file: &str, source: &str) -> Result<Spec, Report> {
    let document = DeTable::parse(source).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = format!("invalid TOML: {}", error.message());
        Report::new(file, source, vec![Problem::new(span, message)])
    })?;
    let problems = RefCell::new(Vec::new());
    let root = Table::new(document.get_ref(), 0..0, &problems);
    let spec = Parser { source, root }.spec();
    let problems = problems.into_inner();
    if problems.is_empty() {
        Ok(spec)
    } else {
        Err(Report::new(file, source, problems))
    }
}

impl<'a> Parser<'a> {
    fn spec(&self) -> Spec {
        let abi = self.abi();
        let later = abi.later.as_slice();
        let constants = self.constants(later);
        let resources = self.resources();
        let imported = self.imported();
        let protocols = self.protocols();
        let types = self.types(later);
        let (shapes, enum_of_shapes) = self.shapes(&constants, later);
        let enums: Vec<_> = enum_of_shapes
            .into_iter()
            .chain(self.enums(later))
            .collect();
        let checks = self.checks();
        let names = Names {
            functions: self.function_stanzas().map(|(name, _)| name).collect(),
            types: type_names(&resources, &types, &enums),
            constants: &constants,
            imported: &imported,
            protocols: &protocols,
            resources: &resources,
            aliases: &types,
            enums: &enums,
            shapes: &shapes,
            later,
        };
        let (functions, signatures) = self.stanzas(&names);
        let slots = self.slots(&signatures, later);
        self.check_names();
        self.check_numbers();
        let spec = Spec {
            abi,
            constants,
            resources,
            imported,
            protocols,
            types,
            functions,
            signatures,
            slots,
            enums,
            shapes,
            checks,
        };
        self.check_derived_names(&spec);
        self.check_consistency(&spec);
        self.check_catalogue(&spec);
        spec
    }

    fn abi(&self) -> Abi {
        let Some(table) = self.root.table("api") else {
            self.root
                .problem(Problem::new(0..0, "section [api] is missing"));
            return Abi::default();
        };
        let number = |table: &Table<'_>, key| {
            let Some(at) = table.required(key, table.integer(key)) else {
                return 0;
            };
            if i32::try_from(at.value).is_err() || at.value < 0 {
                let message = format!("a version is not {}", at.value);
                table.problem(Problem::new(at.span, message));
            }
            at.value
        };
        let (major, minor) = (number(&table, "major"), number(&table, "minor"));
        let mut later: Vec<Release> = Vec::new();
        if let Some(releases) = table.table("later") {
            for (version, span) in releases.keys() {
                let release = Release {
                    version: version.to_owned(),
                    minor: number(&releases, version),
                };
                let parts: Vec<_> = version.split('.').map(str::parse::<u8>).collect();
                let problem = if parts.len() != 3 || parts.iter().any(Result::is_err) {
                    format!("`{version}` is no release: expected three numbers, such as \"0.9.1\"")
                } else if release.minor < later.last().map_or(minor, |last| last.minor)
                    || release.number() <= later.last().map_or(0, Release::number)
                {
                    format!("{version} and its minor version do not follow those before")
                } else {
                    later.push(release);
                    continue;
                };
                releases.problem(Problem::new(span, problem));
            }
            releases.finish();
        }
        table.finish();
        Abi {
            major,
            minor,
            later,
        }
    }

    fn constants(&self, later: &[Release]) -> Vec<Constant> {
        self.entries("constants", |name, table| {
            let expects = table.string("expects");
            let noun = table.string("noun");
            if expects.is_some() != noun.is_some() {
                table.problem(
                    Problem::new(table.span.clone(), "`expects` and `noun` go together")
                        .help("`expects` is what arguments call the type, `noun` what messages do"),
                );
            }
            let (index, cpython) = (index(table), cpython::object(table));
            let since = since(table, later);
            Some(Constant {
                name: name.to_owned(),
                index: index?,
                since,
                cpython: cpython?,
                expects: expects.zip(noun).map(|(name, noun)| Expected {
                    name: name.value.to_owned(),
                    noun: noun.value.to_owned(),
                }),
            })
        })
    }

    fn resources(&self) -> Vec<Resource> {
        self.entries("resources", |name, table| {
            let field = table.string("field");
            let ended = table.required("ended", table.string("ended"))?;
            Some(Resource {
                name: name.to_owned(),
                field: field.map_or_else(|| "_i".to_owned(), |at| names::field(table, &at)),
                ended: ended.value.to_owned(),
            })
        })
    }

    fn imported(&self) -> Vec<Imported> {
        self.entries("imported", |name, table| {
            let noun = table.required("noun", table.string("noun"));
            let at = table.required("from", table.string("from"))?;
            let parts = at.value.rsplit_once('.');
            let Some((module, attribute)) = parts.filter(|(m, a)| !m.is_empty() && !a.is_empty())
            else {
                table.problem(Problem::new(at.span, "`from` must be `MODULE.NAME`"));
                return None;
            };
            Some(Imported {
                expected: Expected {
                    name: name.to_owned(),
                    noun: noun?.value.to_owned(),
                },
                module: module.to_owned(),
                attribute: attribute.to_owned(),
            })
        })
    }

    fn protocols(&self) -> Vec<Protocol> {
        self.entries("protocols", |name, table| {
            let noun = table.required("noun", table.string("noun"));
            let test = match table.string("derives") {
                Some(base) => ProtocolTest::Derives(base.value.to_owned()),
                None => {
                    let check = table.required("check", table.string("check"))?;
                    ProtocolTest::Check(check.value.to_owned())
                }
            };
            Some(Protocol {
                expected: Expected {
                    name: name.to_owned(),
                    noun: noun?.value.to_owned(),
                },
                test,
            })
        })
    }

    fn types(&self, later: &[Release]) -> Vec<Alias> {
        self.entries("types", |name, table| {
            let at = table.required("c", table.string("c"));
            let (since, doc) = (since(table, later), doc(table));
            let at = at?;
            let ctype = CType::parse(at.value).filter(|ctype| !ctype.is_void());
            let known = |ctype: &CType| {
                let is_known = CType::known_names().any(|name| name == ctype.base);
                let is_seen = ctype.is_handle() || ctype.is_handle_pointer() || ctype.is_storage();
                is_known && !(is_seen || ctype.is_opaque() || ctype.is_struct())
            };
            let Some(ctype) = ctype.filter(known) else {
                let message = format!(
                    "`{}` is no C type that another name can stand for",
                    at.value
                );
                let help =
                    "expected a type of C or of HPy, such as \"int64_t\" or \"const char *\"";
                table.problem(Problem::new(at.span, message).help(help));
                return None;
            };
            Some(Alias {
                name: name.to_owned(),
                since,
                ctype,
                doc,
            })
        })
    }

    fn enums(&self, later: &[Release]) -> Vec<Enum> {
        self.entries("enum", |name, table| {
            let doc = doc(table);
            let constants: Vec<_> = table.keys().filter(|(name, _)| *name != DOC).collect();
            if constants.is_empty() {
                table.problem(Problem::new(
                    table.span.clone(),
                    "an enum has at least one constant",
                ));
            }
            Some(Enum {
                name: name.to_owned(),
                doc,
                constants: (constants.iter())
                    .filter_map(|(name, _)| enum_constant(name, table, later))
                    .collect(),
            })
        })
    }

    fn checks(&self) -> Vec<Check> {
        self.entries("check", |id, table| {
            let text = |key| Some(table.required(key, table.string(key))?.value.to_owned());
            let (title, help) = (text("title"), text("help"));
            let example = text("example");
            let prose = |key| table.string(key).map(|at| at.value.to_owned());
            let severity = table.string("severity");
            if let Some(at) = severity.as_ref().filter(|at| at.value != "warning") {
                let message = format!("`severity` cannot be `{}`", at.value);
                table.problem(
                    Problem::new(at.span.clone(), message)
                        .help("expected \"warning\", or no `severity` for an error"),
                );
            }
            Some(Check {
                id: id.to_owned(),
                title: title?,
                help: help?,
                fatal: prose("fatal"),
                is_warning: severity.is_some(),
                example: example?,
                mended: prose("mended"),
                why: prose("why"),
                wrong: prose("wrong"),
            })
        })
    }

    fn stanzas(&self, names: &Names<'a>) -> (Vec<Function>, Vec<Signature>) {
        let (mut functions, mut signatures) = (Vec::new(), Vec::new());
        for (name, span) in self.root.keys() {
            if SECTIONS.contains(&name) {
                continue;
            }
            if !FUNCTION_PREFIXES
                .iter()
                .any(|prefix| name.starts_with(prefix))
            {
                let problem = Problem::new(span, format!("unknown section [{name}]"));
                self.root
                    .problem(problem.suggest(name, SECTIONS.iter().copied()));
                continue;
            }
            let Some(mut table) = self.root.table(name) else {
                continue;
            };
            table.span = span;
            let group = heading(self.source, table.span.start);
            let stanza = Stanza::new(name, &table, names);
            match name.strip_prefix(SIGNATURE_PREFIX) {
                Some(short) => signatures.extend(stanza.signature(short)),
                None => functions.extend(stanza.function(group)),
            }
            table.finish();
        }
        (functions, signatures)
    }

    fn slots(&self, signatures: &[Signature], later: &[Release]) -> Vec<Slot> {
        self.entries("slots", |name, table| {
            let signature = table.required("signature", table.string("signature"))?;
            let known = signatures.iter().map(|s| s.name.as_str());
            let wanted = signature.value;
            let message = format!("there is no signature `{SIGNATURE_PREFIX}{wanted}`");
            table.check_known(&signature, known, &message);
            let value = table.required("value", table.integer("value"));
            let cpython = cpython::slot(table);
            let since = since(table, later);
            Some(Slot {
                name: name.to_owned(),
                value: value?.value,
                since,
                signature: signature.value.to_owned(),
                cpython: cpython?,
            })
        })
    }

    /// Calls `read` for each table of a section.
    fn entries<T>(&self, key: &str, read: impl Fn(&str, &Table<'a>) -> Option<T>) -> Vec<T> {
        let tables = self.tables(key).into_iter();
        tables
            .filter_map(|(name, table)| {
                let value = read(name, &table);
                table.finish();
                value
            })
            .collect()
    }
}

/// The last comment before `at` that is a paragraph of its own, up to its first colon.
fn heading(source: &str, at: usize) -> &str {
    let paragraphs = source[..at].split("\n\n");
    let alone = paragraphs.filter(|text| text.starts_with("# ") && !text.trim_end().contains('\n'));
    let comment = alone.last().unwrap_or_default();
    let text = comment.trim_start_matches("# ").trim_end();
    text.split_once(':').map_or(text, |(title, _)| title)
}

/// `NAME = 1`, or `NAME = { value = 1, doc = "…" }`.
fn enum_constant(name: &str, table: &Table<'_>, later: &[Release]) -> Option<EnumConstant> {
    let (value, since, doc) = if table.holds_table(name) {
        let mut entry = table.table(name)?;
        entry.span = table.span_of(name);
        let value = entry.required("value", entry.integer("value"));
        let (since, doc) = (since(&entry, later), doc(&entry));
        entry.finish();
        (value?.value, since, doc)
    } else {
        (table.integer(name)?.value, None, None)
    };
    Some(EnumConstant {
        name: name.to_owned(),
        value,
        since,
        doc,
    })
}
