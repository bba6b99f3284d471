//! `cpython = …`: how CPython implements something, checked against the names of the C API.

use super::raw::RawParams;
use crate::cpython::{Entity, entities, names};
use crate::ctype::CType;
use crate::diagnostics::Problem;
use crate::model::Cpython;
use crate::table::{At, Table};

const BY_HAND: &str = "by hand";
/// The prefixes of CPython's slots, after `Py_`.
const SLOT_GROUPS: &[&str] = &["am", "bf", "mod", "mp", "nb", "sq", "tp"];
const UNDECIDED: &str = "TODO";

/// How CPython implements a function of this C type.
pub fn function(table: &Table<'_>, result: &CType, params: &RawParams) -> Option<Cpython> {
    let at = table.required("cpython", table.string("cpython"))?;
    if at.value == BY_HAND {
        return Some(Cpython::ByHand);
    }
    let functions = entities(at.value).into_iter();
    let functions = functions.filter_map(|entity| match entity {
        Entity::Function(result, params) => Some((result, params)),
        Entity::Value | Entity::Struct => None,
    });
    let functions: Vec<_> = functions.collect();
    let of_arity = |(_, kinds): &&(&str, &str)| kinds.len() == params.len();
    let name = at.value;
    let problem = match (functions.first(), functions.iter().find(of_arity)) {
        (None, _) => {
            unknown(table, &at, "function");
            None
        }
        (Some((_, kinds)), None) => Some(format!(
            "`{name}` takes {} arguments, but `c` has {}",
            kinds.len(),
            params.len()
        )),
        (_, Some((returned, kinds))) => {
            let mut taken = kinds.chars().zip(params);
            let other = taken.find(|(kind, (ctype, _))| !is_of_kind(ctype, *kind));
            let returns = returned.chars().next().unwrap_or('?');
            match other {
                Some((kind, (ctype, argument))) => Some(format!(
                    "`{name}` takes {}, but the C type of `{argument}` is `{ctype}`",
                    noun(kind)
                )),
                None if !(result.is_void() || is_of_kind(result, returns)) => Some(format!(
                    "`{name}` returns {}, but the C type of the result is `{result}`",
                    noun(returns)
                )),
                None => None,
            }
        }
    };
    if let Some(message) = problem {
        let problem = Problem::new(at.span, message);
        table.problem(problem.help("what is more than one call of the C API is \"by hand\""));
    }
    Some(Cpython::Calls(name.to_owned()))
}

/// Whether a C type is of this kind: a pointer, a number, or nothing.
fn is_of_kind(ctype: &CType, kind: char) -> bool {
    let is_pointer = ctype.is_handle() || ctype.is_pointer() || ctype.is_opaque();
    match kind {
        'p' => is_pointer,
        'n' => !is_pointer && !ctype.is_void(),
        'v' => ctype.is_void(),
        _ => true,
    }
}

fn noun(kind: char) -> &'static str {
    match kind {
        'p' => "a pointer",
        'n' => "a number",
        _ => "nothing",
    }
}

/// The CPython slot of an HPy slot.
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

/// The C expression of a constant: `Py_None`, `&PyType_Type`, `PyEval_GetBuiltins()`.
pub fn object(table: &Table<'_>) -> Option<String> {
    let at = table.required("cpython", table.string("cpython"))?;
    let name = at.value.trim_start_matches('&').trim_end_matches("()");
    // The bindings have functions for the macros of singletons.
    let is_object = |entity: &Entity| match entity {
        Entity::Function(_, params) => params.is_empty() && !at.value.starts_with('&'),
        Entity::Value => !at.value.ends_with("()"),
        Entity::Struct => false,
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
