//! `api.toml` to [`Spec`]: reads the stanzas, fills in defaults, and reports what makes no sense.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use toml::de::DeTable;

use crate::ctype::{CType, parse_signature};
use crate::diagnostics::{Problem, Report};
use crate::model::*;
use crate::table::{At, Table};

const SECTIONS: &[&str] = &["api", "constants", "slots", "enum", "check"];
const SIGNATURE_PREFIX: &str = "HPyFunc_";

/// Reads the text of a spec; `file` is what messages call it.
pub fn parse(file: &str, source: &str) -> Result<Spec, Report> {
    let document = DeTable::parse(source).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        Report::new(
            file,
            source,
            vec![Problem::new(
                span,
                format!("invalid TOML: {}", error.message()),
            )],
        )
    })?;
    let problems = RefCell::new(Vec::new());
    let spec = Parser {
        source,
        root: Table::new(document.get_ref(), 0..0, &problems),
    }
    .spec();
    let problems = problems.into_inner();
    if problems.is_empty() {
        Ok(spec)
    } else {
        Err(Report::new(file, source, problems))
    }
}

struct Parser<'a> {
    source: &'a str,
    root: Table<'a>,
}

impl<'a> Parser<'a> {
    fn spec(&self) -> Spec {
        let abi = self.section("api", |table| Abi {
            major: table
                .required("major", table.integer("major"))
                .map_or(0, |at| at.value),
            minor: table
                .required("minor", table.integer("minor"))
                .map_or(0, |at| at.value),
        });
        let constants = self.entries("constants", |name, table| {
            Some(Constant {
                name: name.to_owned(),
                index: index(table)?,
                cpython: table
                    .required("cpython", table.string("cpython"))?
                    .value
                    .to_owned(),
                expects: match (table.string("expects"), table.string("noun")) {
                    (Some(name), Some(noun)) => Some(Expected {
                        name: name.value.to_owned(),
                        noun: noun.value.to_owned(),
                    }),
                    _ => None,
                },
            })
        });
        let enums = self.enums();
        let checks = self.entries("check", |id, table| {
            let text = |key| Some(table.required(key, table.string(key))?.value.to_owned());
            Some(Check {
                id: id.to_owned(),
                title: text("title")?,
                help: text("help")?,
                fatal: text("fatal")?,
                example: text("example")?,
            })
        });
        let types = Types::new(&enums);
        let (mut functions, mut signatures) = (Vec::new(), Vec::new());
        for (name, span) in self
            .root
            .keys()
            .filter(|(name, _)| !SECTIONS.contains(name))
        {
            let Some(mut table) = self.root.table(name) else {
                continue;
            };
            table.span = span;
            let reader = Stanza {
                source: self.source,
                name,
                table: &table,
                types: &types,
                constants: &constants,
            };
            match name.strip_prefix(SIGNATURE_PREFIX) {
                Some(short) => signatures.extend(reader.signature(short)),
                None => functions.extend(reader.function()),
            }
            table.finish();
        }
        let slots = self.entries("slots", |name, table| {
            let signature = table.required("signature", table.string("signature"))?;
            if !signatures.iter().any(|known| known.name == signature.value) {
                let problem = Problem::new(
                    signature.span,
                    format!(
                        "there is no signature `{SIGNATURE_PREFIX}{}`",
                        signature.value
                    ),
                );
                table.problem(
                    problem.suggest(signature.value, signatures.iter().map(|s| s.name.as_str())),
                );
            }
            Some(Slot {
                name: name.to_owned(),
                value: table.required("value", table.integer("value"))?.value,
                signature: signature.value.to_owned(),
                cpython: cpython(table)?,
            })
        });
        self.check_indices();
        Spec {
            abi: abi.unwrap_or(Abi { major: 0, minor: 0 }),
            constants,
            functions,
            signatures,
            slots,
            enums,
            checks,
        }
    }

    fn section<T>(&self, key: &str, read: impl Fn(&Table<'a>) -> T) -> Option<T> {
        let Some(table) = self.root.table(key) else {
            self.root
                .problem(Problem::new(0..0, format!("section [{key}] is missing")));
            return None;
        };
        let value = read(&table);
        table.finish();
        Some(value)
    }

    fn entries<T>(&self, key: &str, read: impl Fn(&str, &Table<'a>) -> Option<T>) -> Vec<T> {
        let Some(section) = self.root.table(key) else {
            return Vec::new();
        };
        section
            .tables()
            .into_iter()
            .filter_map(|(name, table)| {
                let value = read(name, &table);
                table.finish();
                value
            })
            .collect()
    }

    fn enums(&self) -> Vec<Enum> {
        self.entries("enum", |name, table| {
            let values = table
                .keys()
                .filter_map(|(constant, _)| {
                    Some((constant.to_owned(), table.integer(constant)?.value))
                })
                .collect();
            Some(Enum {
                name: name.to_owned(),
                values,
            })
        })
    }

    /// Every index of the context must be used exactly once.
    fn check_indices(&self) {
        let mut users: HashMap<i64, &str> = HashMap::new();
        let mut places: Vec<(i64, Range<usize>)> = Vec::new();
        let constants = self
            .root
            .table("constants")
            .map(|table| table.tables())
            .unwrap_or_default();
        let functions = self
            .root
            .keys()
            .filter(|(name, _)| !SECTIONS.contains(name) && !name.starts_with(SIGNATURE_PREFIX))
            .filter_map(|(name, _)| Some((name, self.root.table(name)?)));
        for (name, table) in constants.into_iter().chain(functions) {
            let Some(At { value, span }) = table.integer("index") else {
                continue;
            };
            if let Some(other) = users.insert(value, name) {
                self.root.problem(Problem::new(
                    span.clone(),
                    format!("index {value} is used twice: by {other} and by {name}"),
                ));
            }
            places.push((value, span));
        }
        places.sort_by_key(|(value, _)| *value);
        for pair in places.windows(2) {
            if pair[1].0 > pair[0].0 + 1 {
                self.root.problem(Problem::new(
                    pair[1].1.clone(),
                    format!("index {} is skipped: no member has it", pair[0].0 + 1),
                ));
            }
        }
    }
}

/// The C types that a spec may use.
struct Types {
    names: Vec<String>,
}

impl Types {
    fn new(enums: &[Enum]) -> Self {
        let names = CType::known_names()
            .map(str::to_owned)
            .chain(enums.iter().map(|e| e.name.clone()))
            .chain(["HPyFunc_Signature".to_owned()])
            .collect();
        Self { names }
    }

    fn check(&self, ctype: &CType) -> Result<(), &str> {
        if self.names.contains(&ctype.base) {
            Ok(())
        } else {
            Err("unknown type")
        }
    }
}

/// The last comment before `at` that stands alone, without what follows a colon.
fn heading(source: &str, at: usize) -> &str {
    let paragraphs = source[..at].split("\n\n");
    let alone = paragraphs.filter(|text| text.starts_with("# ") && !text.trim_end().contains('\n'));
    let comment = alone.last().unwrap_or_default();
    let text = comment.trim_start_matches("# ").trim_end();
    text.split_once(':').map_or(text, |(title, _)| title)
}

fn index(table: &Table<'_>) -> Option<usize> {
    let at = table.required("index", table.integer("index"))?;
    usize::try_from(at.value)
        .map_err(|_| table.problem(Problem::new(at.span, "an index is not negative")))
        .ok()
}

fn cpython(table: &Table<'_>) -> Option<Cpython> {
    let at = table.required("cpython", table.string("cpython"))?;
    Some(match at.value {
        "by hand" => Cpython::ByHand,
        function => Cpython::Calls(function.to_owned()),
    })
}

/// One function or signature being read.
struct Stanza<'a, 'b> {
    source: &'b str,
    name: &'a str,
    table: &'b Table<'a>,
    types: &'b Types,
    constants: &'b [Constant],
}

type RawParams = Vec<(CType, String)>;

impl<'a> Stanza<'a, '_> {
    fn function(&self) -> Option<Function> {
        let table = self.table;
        let (result, raw) = self.c_signature()?;
        let params = self.params(&raw);
        let returns = self.returns(&result, &raw);
        Some(Function {
            name: self.name.to_owned(),
            group: heading(self.source, table.span.start).to_owned(),
            index: index(table)?,
            error: self.error(&result),
            returns,
            result,
            params,
            pending_allowed: self.one_of("pending", &["allowed"]).is_some(),
            interpreter: self
                .one_of("interpreter", &["leave", "reenter"])
                .map(|word| match word {
                    "leave" => Interpreter::Leave,
                    _ => Interpreter::Reenter,
                }),
            trampoline: table.flag("trampoline"),
            inline: match table.string("inline").map(|at| at.value) {
                None => Inline::Forwards,
                Some("by hand") => Inline::ByHand,
                Some(constant) => Inline::Returns(constant.to_owned()),
            },
            cpython: cpython(table)?,
        })
    }

    fn signature(&self, short: &str) -> Option<Signature> {
        let value = self
            .table
            .required("value", self.table.integer("value"))?
            .value;
        let call = if self.table.flag("reserved") {
            None
        } else {
            let (result, raw) = self.c_signature()?;
            let context = self.flag_or("context", true);
            Some(SignatureCall {
                params: self.params(&raw),
                context,
                error: self.error(&result),
                result,
                by_hand: self.one_of("cpython", &["by hand"]).is_some(),
            })
        };
        Some(Signature {
            name: short.to_owned(),
            value,
            call,
        })
    }

    fn flag_or(&self, key: &str, default: bool) -> bool {
        if self.table.keys().any(|(name, _)| name == key) {
            self.table.flag(key)
        } else {
            default
        }
    }

    fn c_signature(&self) -> Option<(CType, RawParams)> {
        let at = self.table.required("c", self.table.string("c"))?;
        let Some((result, params)) = parse_signature(at.value) else {
            let problem = Problem::new(at.span, "this is no C signature");
            self.table
                .problem(problem.help("expected `RESULT (TYPE name, TYPE name)`, or `(void)`"));
            return None;
        };
        for ctype in params.iter().map(|(ctype, _)| ctype).chain([&result]) {
            if let Err(message) = self.types.check(ctype) {
                let problem = Problem::new(at.span.clone(), format!("{message} `{}`", ctype.base));
                let names = self.types.names.iter().map(String::as_str);
                self.table.problem(problem.suggest(&ctype.base, names));
            }
        }
        Some((result, params))
    }

    fn one_of(&self, key: &str, words: &[&'static str]) -> Option<&'static str> {
        let at = self.table.string(key)?;
        let word = words.iter().find(|word| **word == at.value).copied();
        if word.is_none() {
            let problem = Problem::new(at.span, format!("`{key}` cannot be `{}`", at.value));
            self.table
                .problem(problem.suggest(at.value, words.iter().copied()));
        }
        word
    }

    fn error(&self, result: &CType) -> ErrorProtocol {
        let text = match self.table.string("error") {
            Some(at) => at.value,
            None if result.is_void() || result.is_resource() => "none",
            None if result.is_handle() || result.is_pointer() => "NULL",
            None => "-1",
        };
        match text.strip_suffix(" and check") {
            Some(value) => ErrorProtocol::ValueAndCheck(value.to_owned()),
            None if text == "none" => ErrorProtocol::None,
            None => ErrorProtocol::Value(text.to_owned()),
        }
    }

    fn params(&self, raw: &RawParams) -> Vec<Param> {
        let args = self.table.table("arg");
        let params = raw
            .iter()
            .map(|(ctype, name)| {
                let table = args.as_ref().and_then(|args| args.table(name));
                let (role, nullable) = match &table {
                    Some(table) => {
                        let nullable = table.flag("nullable");
                        let role = self.role(ctype, table, raw);
                        table.finish();
                        (role, nullable)
                    }
                    None => (default_role(ctype), false),
                };
                if let (Role::Plain, true, Some(table)) = (&role, ctype.is_handle_pointer(), &table)
                {
                    table.problem(Problem::new(
                        table.span.clone(),
                        format!("`{name}` points to handles: say `array` or `out`"),
                    ));
                }
                Param {
                    name: name.clone(),
                    ctype: ctype.clone(),
                    role,
                    nullable,
                }
            })
            .collect();
        if let Some(args) = args {
            args.finish();
        }
        params
    }

    fn role(&self, ctype: &CType, table: &Table<'a>, raw: &RawParams) -> Role {
        let contradicts = |key: &str, needs: &str| {
            let message = format!("`{key}` needs {needs}, but the C type is `{ctype}`");
            table.problem(Problem::new(table.span.clone(), message));
        };
        let consumed = table.flag("consumed");
        let owner = self.param_name(table, "owner", raw);
        if ctype.is_resource() {
            return Role::Resource {
                consumed,
                forgets: table.flag("forgets"),
                closes: table.flag("closes"),
            };
        }
        if consumed {
            if !ctype.is_handle() {
                contradicts("consumed", "a handle, a builder or a tracker");
            }
            return Role::ConsumedHandle;
        }
        if let Some(length) = table.string("array") {
            if !ctype.is_handle_pointer() {
                contradicts("array", "a pointer to handles");
            }
            let python_tuple = table.string("python").is_some_and(|at| at.value == "tuple");
            return Role::Array {
                length: self.length(&length, raw),
                python_tuple,
            };
        }
        if let Some(field) = table.string("list") {
            let until = table.required("until", table.string("until"));
            let until = until.map_or("", |at| at.value.trim_end_matches("== 0").trim());
            return Role::HandleList {
                field: field.value.to_owned(),
                until: until.to_owned(),
            };
        }
        if table.flag("out") {
            if !ctype.is_pointer() {
                contradicts("out", "a pointer");
            }
            return if ctype.is_handle_pointer() {
                Role::OutHandle
            } else {
                Role::Out
            };
        }
        if table.flag("storage") {
            return Role::Storage { owner };
        }
        if let Some(field) = table.string("struct_out") {
            return Role::StructOut(field.value.to_owned());
        }
        if let Some(field) = table.string("struct_in") {
            return Role::StructIn(field.value.to_owned());
        }
        let expects = table.string("expects");
        let kept_by = self.param_name(table, "kept_by", raw);
        if ctype.is_handle() {
            return Role::Handle {
                expects: expects.map(|at| self.expected(&at)),
                kept_by,
            };
        }
        if expects.is_some() {
            contradicts("expects", "a handle");
        }
        if kept_by.is_some() {
            contradicts("kept_by", "a handle");
        }
        Role::Plain
    }

    fn expected(&self, at: &At<&str>) -> String {
        let valid: Vec<&str> = self
            .constants
            .iter()
            .filter_map(|c| Some(c.expects.as_ref()?.name.as_str()))
            .collect();
        if !valid.contains(&at.value) {
            let problem = Problem::new(
                at.span.clone(),
                format!("no constant is the type `{}`", at.value),
            );
            self.table.problem(problem.suggest(at.value, valid));
        }
        at.value.to_owned()
    }

    fn param_name(&self, table: &Table<'a>, key: &str, raw: &RawParams) -> Option<String> {
        let at = table.string(key)?;
        self.check_param(&at.span, key, at.value, raw);
        Some(at.value.to_owned())
    }

    fn check_param(&self, span: &Range<usize>, key: &str, name: &str, raw: &RawParams) {
        if !raw.iter().any(|(_, known)| known == name) {
            let problem =
                Problem::new(span.clone(), format!("`{key}` names no argument: `{name}`"));
            self.table
                .problem(problem.suggest(name, raw.iter().map(|(_, known)| known.as_str())));
        }
    }

    fn length(&self, at: &At<&str>, raw: &RawParams) -> Length {
        let argument = |name: &str| {
            let name = name.trim();
            self.check_param(&at.span, "length", name, raw);
            name.to_owned()
        };
        if let Some(name) = at.value.strip_prefix('*') {
            return Length::Out(argument(name));
        }
        let terms: Vec<&str> = at.value.split('+').map(str::trim).collect();
        if let [term] = terms.as_slice()
            && let Some((function, rest)) = term.split_once('(')
            && function != "len"
        {
            return Length::Function(function.to_owned(), argument(rest.trim_end_matches(')')));
        }
        let terms = terms
            .into_iter()
            .map(|term| {
                match term
                    .strip_prefix("len(")
                    .and_then(|rest| rest.strip_suffix(')'))
                {
                    Some(name) => Term::LengthOf(argument(name)),
                    None => Term::Param(argument(term)),
                }
            })
            .collect();
        Length::Sum(terms)
    }

    fn returns(&self, result: &CType, raw: &RawParams) -> Returns {
        let Some(table) = self.table.table("returns") else {
            return if result.is_void() {
                Returns::Nothing
            } else if result.is_handle() {
                Returns::Handle
            } else if result.is_resource() {
                Returns::Resource
            } else {
                Returns::Plain
            };
        };
        let owner = table.required("owner", table.string("owner"));
        let owner = owner.map_or_else(String::new, |at| {
            let is_handle = raw
                .iter()
                .any(|(ctype, name)| name == at.value && ctype.is_handle());
            if !is_handle {
                let handles = raw.iter().filter(|(ctype, _)| ctype.is_handle());
                table.problem(
                    Problem::new(
                        at.span.clone(),
                        format!("the owner `{}` is no handle", at.value),
                    )
                    .suggest(at.value, handles.map(|(_, name)| name.as_str())),
                );
            }
            at.value.to_owned()
        });
        if !result.is_pointer() {
            table.problem(Problem::new(
                table.span.clone(),
                format!("`returns` describes memory, but the C type of the result is `{result}`"),
            ));
        }
        let returns = match (table.string("buffer"), table.string("struct")) {
            (_, Some(shape)) => Returns::Struct {
                shape: shape.value.to_owned(),
                owner,
            },
            (access, None) => {
                if access.is_none_or(|at| at.value != "read-only") {
                    let problem = Problem::new(table.span.clone(), "a buffer is `read-only`");
                    table.problem(problem);
                }
                let terminator = table.string("terminator");
                let length = table.string("length");
                if length.is_none() && terminator.is_none_or(|at| at.value != "NUL") {
                    table.problem(Problem::new(
                        table.span.clone(),
                        "without `length`, a buffer needs `terminator = \"NUL\"`",
                    ));
                }
                let length = length.map_or(Length::CString, |at| self.length(&at, raw));
                Returns::Buffer { owner, length }
            }
        };
        table.finish();
        returns
    }
}

/// What a parameter means where the spec says nothing special.
fn default_role(ctype: &CType) -> Role {
    if ctype.is_handle() {
        Role::Handle {
            expects: None,
            kept_by: None,
        }
    } else if ctype.is_resource() {
        Role::Resource {
            consumed: false,
            forgets: false,
            closes: false,
        }
    } else {
        Role::Plain
    }
}
