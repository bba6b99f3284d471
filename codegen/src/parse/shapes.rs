//! `[shapes]`: where an extension's C struct is inside an object.

use super::raw::{Parser, doc, since};
use crate::cpython::{Entity, entities, names};
use crate::diagnostics::Problem;
use crate::model::*;
use crate::table::Table;

/// The doc comment of the enum.
const ENUM_DOC: &str =
    "Where in an object the extension's C struct is. A type without one has the shape of its base.";

impl Parser<'_> {
    /// The shapes, and the enum of their constants if there are any.
    pub(super) fn shapes(
        &self,
        constants: &[Constant],
        later: &[Release],
    ) -> (Vec<Shape>, Option<Enum>) {
        let entries = self.entries("shapes", |name, table| {
            let value = table.required("value", table.integer("value"));
            let constant = EnumConstant {
                name: name.to_owned(),
                value: value?.value,
                since: since(table, later),
                doc: doc(table),
            };
            if !name.starts_with(&format!("{SHAPES}_")) {
                let message = format!("the name of a shape begins with `{SHAPES}_`");
                table.problem(Problem::new(table.span.clone(), message));
            }
            let base = base(table, constants);
            let before = before(table, base);
            let shape = Shape {
                name: name.to_owned(),
                base: base.map(|constant| constant.name.clone()),
                before,
            };
            Some((shape, constant))
        });
        let (shapes, constants): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
        let has_shapes = !shapes.is_empty();
        let enum_of_shapes = has_shapes.then(|| Enum {
            name: SHAPES.to_owned(),
            doc: Some(ENUM_DOC.to_owned()),
            constants,
        });
        (shapes, enum_of_shapes)
    }
}

fn base<'c>(table: &Table<'_>, constants: &'c [Constant]) -> Option<&'c Constant> {
    let at = table.string("base")?;
    let mut types = constants.iter().filter(|c| c.cpython.starts_with('&'));
    let known = types.clone().map(|constant| constant.name.as_str());
    let message = format!("no type of [constants] is `{}`", at.value);
    table.check_known(&at, known, &message);
    types.find(|constant| constant.name == at.value)
}

fn before(table: &Table<'_>, base: Option<&Constant>) -> Before {
    let (behind, items) = (table.string("behind"), table.string("items"));
    let Some(items) = items else {
        let Some(behind) = behind else {
            return Before::Nothing;
        };
        let name = behind.value;
        if !entities(name).contains(&Entity::Struct) {
            let message = format!("CPython has no struct `{name}`");
            table.problem(Problem::new(behind.span, message).suggest(name, names()));
        }
        return Before::Struct(name.to_owned());
    };
    if behind.is_some() || base.is_none() {
        let problem = Problem::new(items.span.clone(), "`items` are those of `base`");
        table.problem(problem.help("expected `base`, and no `behind`"));
    }
    Before::Items(match items.value {
        "digits" => Items::Digits,
        word => {
            if word != "ob_size" {
                let message = format!("`items` cannot be `{word}`");
                let problem = Problem::new(items.span, message);
                table.problem(problem.suggest(word, ["ob_size", "digits"]));
            }
            Items::Size
        }
    })
}
