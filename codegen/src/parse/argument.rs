//! `arg.NAME = …`: the roles of arguments.

use super::raw::{RawParams, Stanza};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::{Limits, Param, Role};
use crate::table::{At, Table};

/// A key that gives an argument a role or a detail: its name, what it needs, and whether a C type is that.
type Key = (&'static str, &'static str, fn(&CType) -> bool);

/// Keys of which an argument has at most one.
const ROLES: &[Key] = &[
    ("consumed", "a handle, a builder or a tracker", |c| {
        c.is_handle() || c.is_resource()
    }),
    ("array", "a pointer to handles", CType::is_handle_pointer),
    ("list", "a pointer to structs", CType::is_struct_pointer),
    ("out", "a pointer that is not const", |c| {
        c.is_pointer() && !c.is_const
    }),
    ("storage", "`HPyField` or `HPyGlobal`", CType::is_storage),
    (
        "type_spec",
        "a pointer to a struct",
        CType::is_struct_pointer,
    ),
    (
        "struct_out",
        "a pointer to a struct",
        CType::is_struct_pointer,
    ),
    (
        "struct_in",
        "a pointer to a struct",
        CType::is_struct_pointer,
    ),
    ("capacity", "an integer", CType::is_integer),
    ("item_of", "an integer", CType::is_integer),
    ("forgets", "a tracker", CType::is_resource),
];

/// Keys that add details to a role.
const DETAILS: &[Key] = &[
    (
        "nullable",
        "a handle, a builder, a tracker, a field, a global or a pointer",
        |c| c.is_handle() || c.is_resource() || c.is_storage() || c.is_pointer(),
    ),
    ("null_if", "a pointer", CType::is_pointer),
    ("expects", "a handle", CType::is_handle),
    ("kept_by", "a handle", CType::is_handle),
    ("at_least", "a number of items", CType::is_integer),
    ("one_of", "an integer", CType::is_integer),
    ("made", "a handle", CType::is_handle),
    ("items", "a handle", CType::is_handle),
    ("called", "a handle", CType::is_handle),
    ("complete", "a builder", CType::is_resource),
    ("closes", "a tracker", CType::is_resource),
];

/// The only type for which `items` is allowed.
const TUPLE: &str = "&PyTuple_Type";

impl<'a> Stanza<'a, '_> {
    pub(super) fn params(&self, raw: &RawParams) -> Vec<Param> {
        let args = self.table.table("arg");
        if let Some(args) = &args {
            self.check_names(args, raw);
        }
        raw.iter()
            .map(|(ctype, name)| {
                let table = args.as_ref().and_then(|args| args.table(name));
                self.param(ctype, name, table.as_ref(), raw)
            })
            .collect()
    }

    fn check_names(&self, args: &Table<'a>, raw: &RawParams) {
        for (name, span) in args.keys() {
            if !raw.iter().any(|(_, known)| known == name) {
                let problem =
                    Problem::new(span, format!("the C signature has no argument `{name}`"));
                args.problem(problem.suggest(name, raw.iter().map(|(_, known)| known.as_str())));
            }
        }
    }

    fn param(
        &self,
        ctype: &CType,
        name: &str,
        table: Option<&Table<'a>>,
        raw: &RawParams,
    ) -> Param {
        let (role, nullable, limits) = match table {
            Some(table) => {
                check_keys(ctype, table);
                let read = (
                    self.role(ctype, table, raw),
                    table.flag("nullable"),
                    self.limits(table, raw),
                );
                table.finish();
                read
            }
            None => (default_role(ctype), false, Limits::default()),
        };
        if matches!(role, Role::Plain) && ctype.is_handle_pointer() {
            let span = table.map_or(self.table.span.clone(), |table| table.span.clone());
            let problem = Problem::new(span, format!("nothing says what `{name}` points to"));
            self.table.problem(problem.help(format!(
                "say `arg.{name} = {{ array = LENGTH }}` or `arg.{name} = {{ out = true }}`"
            )));
        }
        Param {
            name: name.to_owned(),
            ctype: ctype.clone(),
            role,
            nullable,
            limits,
        }
    }

    /// Whether CPython passes a tuple instead of the array.
    fn python_tuple(&self, table: &Table<'a>) -> bool {
        let at = table.string("python");
        if let Some(at) = at.as_ref().filter(|at| at.value != "tuple") {
            let message = format!("`python` cannot be `{}`", at.value);
            table.problem(Problem::new(at.span.clone(), message).help("expected `tuple`"));
        }
        at.is_some()
    }

    fn limits(&self, table: &Table<'a>, raw: &RawParams) -> Limits {
        Limits {
            at_least: table.integer("at_least").map(|at| at.value),
            one_of: table.string("one_of").map(|at| self.enum_named(&at)),
            made: table.flag("made"),
            called: table.flag("called"),
            items: table.string("items").map(|at| self.items(table, &at)),
            null_if: table
                .string("null_if")
                .and_then(|at| self.zero(table, &at, raw)),
        }
    }

    /// The name of the argument in `NUMBER == 0`.
    fn zero(&self, table: &Table<'a>, at: &At<&str>, raw: &RawParams) -> Option<String> {
        let Some(name) = at.value.strip_suffix("== 0") else {
            let message = "`null_if` must be `NUMBER == 0`";
            table.problem(Problem::new(at.span.clone(), message));
            return None;
        };
        let (value, span) = (name.trim(), at.span.clone());
        let at = At { value, span };
        Some(self.named(&at, "`null_if`", "an integer", CType::is_integer, raw))
    }

    fn role(&self, ctype: &CType, table: &Table<'a>, raw: &RawParams) -> Role {
        let consumed = table.flag("consumed");
        if ctype.is_resource() {
            return Role::Resource {
                consumed,
                forgets: table.flag("forgets"),
                closes: table.flag("closes"),
                complete: table.flag("complete"),
            };
        }
        if consumed {
            return Role::ConsumedHandle;
        }
        if let Some(length) = table.string("array") {
            return Role::Array {
                length: self.array_length(&length, raw),
                python_tuple: self.python_tuple(table),
            };
        }
        if let Some(field) = table.string("list") {
            return Role::HandleList {
                field: field_of(ctype, table, &field),
                until: until(ctype, table),
            };
        }
        if table.flag("out") {
            return match ctype.is_handle_pointer() {
                true => Role::OutHandle,
                false => Role::Out,
            };
        }
        if table.flag("storage") {
            let handle = |key: &str, what| {
                let at = table.string(key)?;
                Some(self.named(&at, what, "a handle", CType::is_handle, raw))
            };
            return Role::Storage {
                owner: handle("owner", "the owner"),
                stores: handle("stores", "`stores`"),
            };
        }
        if table.flag("type_spec") {
            return Role::TypeSpec;
        }
        if let Some(field) = table.string("struct_out") {
            return Role::StructOut(field_of(ctype, table, &field));
        }
        if let Some(field) = table.string("struct_in") {
            return Role::StructIn(field_of(ctype, table, &field));
        }
        if table.flag("capacity") {
            return Role::Capacity;
        }
        if let Some(builder) = table.string("item_of") {
            let of = self.named(&builder, "`item_of`", "a builder", CType::is_resource, raw);
            return Role::Item { of };
        }
        if !ctype.is_handle() {
            return Role::Plain;
        }
        let keeper = table.string("kept_by");
        Role::Handle {
            expects: table.string("expects").map(|at| self.expected(&at)),
            kept_by: keeper
                .map(|at| self.named(&at, "`kept_by`", "a tracker", CType::is_resource, raw)),
        }
    }

    /// The name of another argument, which must have a suitable type.
    fn named(
        &self,
        at: &At<&str>,
        what: &str,
        kind: &str,
        fits: fn(&CType) -> bool,
        raw: &RawParams,
    ) -> String {
        let fitting = raw.iter().filter(|(ctype, _)| fits(ctype));
        let noun = kind.trim_start_matches("an ").trim_start_matches("a ");
        let message = format!("{what} `{}` is no {noun}", at.value);
        let fitting = fitting.map(|(_, name)| name.as_str());
        self.table.check_known(at, fitting, &message);
        at.value.to_owned()
    }

    fn enum_named(&self, at: &At<&str>) -> String {
        let known = self.names.enums.iter().map(|e| e.name.as_str());
        let message = format!("no enum is called `{}`", at.value);
        self.table.check_known(at, known, &message);
        at.value.to_owned()
    }

    /// The type of a tuple's items.
    fn items(&self, table: &Table<'a>, at: &At<&str>) -> String {
        let of = |name: &str| {
            let mut constants = self.names.constants.iter();
            constants.find(|c| c.expects.as_ref().is_some_and(|known| known.name == name))
        };
        let expected = table.string("expects").and_then(|at| of(at.value));
        if expected.is_none_or(|constant| constant.cpython != TUPLE) {
            let message = "`items` are those of a tuple, which nothing says it is";
            table.problem(
                Problem::new(at.span.clone(), message).help("expected `expects = \"tuple\"`"),
            );
        }
        let constants = self.names.constants.iter();
        let known = constants.filter_map(|c| Some(c.expects.as_ref()?.name.as_str()));
        let message = format!("no constant is the type `{}`", at.value);
        table.check_known(at, known, &message);
        at.value.to_owned()
    }

    fn expected(&self, at: &At<&str>) -> String {
        let constants = self.names.constants.iter();
        let known = constants
            .filter_map(|constant| constant.expects.as_ref())
            .chain(self.names.imported.iter().map(|known| &known.expected))
            .chain(self.names.protocols.iter().map(|known| &known.expected))
            .map(|expected| expected.name.as_str());
        let message = format!("no type or protocol is called `{}`", at.value);
        self.table.check_known(at, known, &message);
        at.value.to_owned()
    }
}

/// Reports keys that the C type does not allow, and keys that exclude each other.
fn check_keys(ctype: &CType, table: &Table<'_>) {
    let used = |(key, ..): &&Key| table.keys().any(|(name, _)| name == *key);
    for (name, needs, fits) in ROLES.iter().chain(DETAILS).filter(used) {
        if !fits(ctype) {
            let message = format!("`{name}` needs {needs}, but the C type is `{ctype}`");
            table.problem(Problem::new(table.span_of(name), message));
        }
    }
    let mut roles = ROLES.iter().filter(used);
    let role = roles.next();
    if let (Some((one, ..)), Some((other, ..))) = (role, roles.next()) {
        let message = format!("an argument cannot be both `{one}` and `{other}`");
        table.problem(Problem::new(table.span_of(other), message));
    }
    let mut details = DETAILS.iter().filter(used);
    let excluded =
        details.find(|(name, _, fits)| fits(ctype) && ["expects", "kept_by"].contains(name));
    if let (Some((role, ..)), Some((detail, ..))) = (role, excluded) {
        let message = format!("`{detail}` does not go with `{role}`");
        table.problem(Problem::new(table.span_of(detail), message));
    }
    // Mark all keys as read: they must not be reported as unknown as well.
    for (name, ..) in ROLES.iter().chain(DETAILS) {
        table.mark_read(name);
    }
}

/// A field's name, which the struct must have.
fn field_of(ctype: &CType, table: &Table<'_>, at: &At<&str>) -> String {
    if ctype.is_struct_pointer() && !ctype.has_field(at.value) {
        let message = format!("no role can speak of a field `{}` of `{ctype}`", at.value);
        table.problem(Problem::new(at.span.clone(), message));
    }
    at.value.to_owned()
}

fn until(ctype: &CType, table: &Table<'_>) -> String {
    let Some(at) = table.required("until", table.string("until")) else {
        return String::new();
    };
    match at.value.strip_suffix("== 0") {
        Some(field) => {
            let value = field.trim();
            let span = at.span.clone();
            field_of(ctype, table, &At { value, span })
        }
        None => {
            table.problem(Problem::new(at.span, "`until` must be `FIELD == 0`"));
            String::new()
        }
    }
}

/// The role of an argument that the spec does not mention.
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
            complete: false,
        }
    } else {
        Role::Plain
    }
}
