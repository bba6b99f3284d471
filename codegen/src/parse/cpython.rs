//! `cpython = …`: how CPython does something, held against the names that it has.

use crate::cpython::{Entity, entities, names};
use crate::diagnostics::Problem;
use crate::model::Cpython;
use crate::table::{At, Table};

const BY_HAND: &str = "by hand";
/// What the names of slots begin with.
const SLOT_GROUPS: &[&str] = &["am", "bf", "mod", "mp", "nb", "sq", "tp"];
const UNDECIDED: &str = "TODO";

/// How a function with so many parameters is done.
pub fn function(table: &Table<'_>, parameters: usize) -> Option<Cpython> {
    let at = table.required("cpython", table.string("cpython"))?;
    if at.value == BY_HAND {
        return Some(Cpython::ByHand);
    }
    let found = entities(at.value);
    let arity = found.iter().find_map(|entity| match entity {
        Entity::Function(count) => Some(*count),
        Entity::Value => None,
    });
    match arity {
        None => unknown(table, &at, "function"),
        Some(_) if found.contains(&Entity::Function(parameters)) => {}
        Some(count) => {
            let problem = Problem::new(
                at.span,
                format!(
                    "`{}` takes {count} arguments, but `c` has {parameters}",
                    at.value
                ),
            );
            table.problem(problem.help("what is more than one call of the C API is \"by hand\""));
        }
    }
    Some(Cpython::Calls(at.value.to_owned()))
}

/// The slot that stands for a slot of HPy.
pub fn slot(table: &Table<'_>) -> Option<Cpython> {
    let at = table.required("cpython", table.string("cpython"))?;
    if at.value == BY_HAND {
        return Some(Cpython::ByHand);
    }
    let of_type = |group: &&str| at.value.starts_with(&format!("Py_{group}_"));
    if entities(at.value).is_empty() || !SLOT_GROUPS.iter().any(of_type) {
        unknown(table, &at, "slot");
    }
    Some(Cpython::Calls(at.value.to_owned()))
}

/// The object behind a constant: `Py_None`, `&PyType_Type`, `PyEval_GetBuiltins()`.
pub fn object(table: &Table<'_>) -> Option<String> {
    let at = table.required("cpython", table.string("cpython"))?;
    let name = at.value.trim_start_matches('&').trim_end_matches("()");
    // The macros of the singletons are functions to the bindings.
    let is_object = |entity: &Entity| match entity {
        Entity::Function(count) => *count == 0 && !at.value.starts_with('&'),
        Entity::Value => !at.value.ends_with("()"),
    };
    if !entities(name).iter().any(is_object) {
        let named = At {
            value: name,
            span: at.span.clone(),
        };
        unknown(table, &named, "object");
    }
    Some(at.value.to_owned())
}

fn unknown(table: &Table<'_>, at: &At<&str>, what: &str) {
    let problem = if at.value == UNDECIDED {
        Problem::new(at.span.clone(), "this is still to be decided").help(format!(
            "name the {what} of the C API that does exactly this, or say \"{BY_HAND}\""
        ))
    } else {
        Problem::new(
            at.span.clone(),
            format!("CPython has no {what} `{}`", at.value),
        )
        .suggest(at.value, names())
    };
    table.problem(problem);
}
