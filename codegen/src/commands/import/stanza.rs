//! Writes stanzas for what the spec lacks. The C types give a part; the rest is marked for a human to decide.

use std::fmt::Write;

use hpy_codegen::cpython::{self, Entity};
use hpy_codegen::ctype::CType;
use hpy_codegen::facts::{self, Item};
use hpy_codegen::model::{Returns, SHAPES, Spec, type_names};

use super::header::{Enum, Header};
use super::syntax::Member;

/// The stanzas for everything that the spec lacks.
pub fn missing(header: &Header, spec: &Spec) -> String {
    let ours = facts::items(spec);
    let enums = header.enums.iter();
    let enums = enums.filter_map(|e| enum_constants(e, &ours, header));
    members(header, spec) + &enums.collect::<String>()
}

/// Stanzas for new constants of an enum. Slots, signatures and shapes need more than a number.
fn enum_constants(e: &Enum, ours: &[Item], header: &Header) -> Option<String> {
    let name = e.name.as_ref()?;
    if !name.trim_start_matches('_').starts_with("HPy") {
        return None;
    }
    let is_known = |constant: &str| ours.iter().any(|item| item.name == constant);
    let mut missing: Vec<_> = e.constants.iter().filter(|(c, _)| !is_known(c)).collect();
    missing.sort_by_key(|(_, value)| **value);
    let known = e.constants.keys().find(|constant| is_known(constant));
    let kind = known.and_then(|constant| ours.iter().find(|item| item.name == **constant));
    let mut text = match kind.map(|item| item.kind) {
        Some("slot") => "# in [slots]\n".to_owned(),
        Some("signature") => String::new(),
        Some("shape") => "# in [shapes]\n".to_owned(),
        Some(_) => format!("# in [enum.{name}]\n"),
        None => format!("[enum.{name}]\n"),
    };
    for (constant, value) in &missing {
        let _ = match kind.map(|item| item.kind) {
            Some("slot") => {
                let signature = header.texts.signature(constant);
                let signature = signature.map_or("TODO".to_owned(), str::to_lowercase);
                let cpython = constant.replacen("HPy_", "Py_", 1);
                writeln!(
                    text,
                    "{constant} = {{ value = {value}, signature = \"{signature}\", cpython = \"{cpython}\" }}"
                )
            }
            Some("signature") => {
                let short = constant.trim_start_matches("HPyFunc_").to_lowercase();
                writeln!(text, "[HPyFunc_{short}]\nvalue = {value}\nc     = \"TODO\"")
            }
            Some("shape") => writeln!(text, "{}", of_shape(constant, **value, header)),
            _ => writeln!(text, "{constant} = {value}"),
        };
    }
    (!missing.is_empty()).then(|| text + "\n")
}

fn members(header: &Header, spec: &Spec) -> String {
    let known = |member: &Member| {
        spec.constants.iter().any(|c| c.name == member.name)
            || spec.functions.iter().any(|f| f.member() == member.name)
    };
    let lacking = header
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| !known(member));
    let stanzas = lacking.map(|(index, member)| match &member.signature {
        None => constant(index, &member.name),
        Some((result, params)) => {
            let guessed = match header.api_name(&member.name) {
                Some(_) => "",
                None => "# TODO is this its name? no inline function calls it\n",
            };
            let unknown = unknown_types(result, params, header, spec);
            let name = header.name_of(&member.name);
            let stanza = match shape(&name, spec) {
                Some(shape) => of_struct(index, &name, shape, params),
                None => function(index, &name, (result, params), header.texts.calls(&name)),
            };
            format!("{guessed}{unknown}{stanza}")
        }
    });
    stanzas.collect()
}

fn unknown_types(
    result: &CType,
    params: &[(CType, String)],
    header: &Header,
    spec: &Spec,
) -> String {
    let mut known = type_names(&spec.resources, &spec.types, &spec.enums);
    known.extend(header.enums.iter().filter_map(|e| e.name.clone()));
    let mut types: Vec<&str> = params
        .iter()
        .map(|(ctype, _)| ctype)
        .chain([result])
        .map(|ctype| ctype.base.as_str())
        .filter(|name| !known.iter().any(|known| known == name))
        .collect();
    types.dedup();
    types
        .iter()
        .map(|name| match *name {
            "..." => {
                "# TODO a function of the context cannot take any number of arguments\n".to_owned()
            }
            "TODO" => "# TODO give the pointer to a function a type with a name\n".to_owned(),
            name if header.typedefs.contains_key(name) => {
                format!(
                    "# in [types]\n{name} = {{ c = \"{}\" }}\n\n",
                    header.typedefs[name]
                )
            }
            name => format!("# TODO what is {name}? a builder or tracker stands in [resources]\n"),
        })
        .collect()
}

fn constant(index: usize, name: &str) -> String {
    let object = name.trim_start_matches("h_");
    let cpython = if ["Error", "Exception", "Warning"]
        .iter()
        .any(|end| object.ends_with(end))
    {
        format!("PyExc_{object}")
    } else if let Some(type_name) = object.strip_suffix("Type") {
        format!("&Py{type_name}_Type")
    } else {
        "TODO".to_owned()
    };
    format!("# in [constants]\n{name} = {{ index = {index}, cpython = \"{cpython}\" }}\n\n")
}

/// The shape whose struct this function returns, if a function of a similar name returns that of a known shape.
fn shape<'a>(name: &'a str, spec: &Spec) -> Option<&'a str> {
    spec.functions.iter().find_map(|function| {
        let Returns::Struct { shape, .. } = &function.returns else {
            return None;
        };
        let before = function.name.strip_suffix(shape.as_str())?;
        name.strip_prefix(before)
    })
}

/// Guesses the base and the struct of a shape: the constant and the CPython struct that are named like it.
fn of_shape(constant: &str, value: i64, header: &Header) -> String {
    let name = constant.trim_start_matches(SHAPES).trim_start_matches('_');
    let base = format!("h_{name}Type");
    let before = format!("Py{name}Object");
    let base = match header.members.iter().any(|member| member.name == base) {
        true => format!("base = \"{base}\", "),
        false => String::new(),
    };
    let before = match cpython::entities(&before).contains(&Entity::Struct) {
        true => &before,
        false => "TODO",
    };
    format!("{constant} = {{ value = {value}, {base}behind = \"{before}\" }}")
}

fn of_struct(index: usize, name: &str, shape: &str, params: &[(CType, String)]) -> String {
    let owner = params.first().map_or("TODO", |(_, name)| name);
    format!(
        "[{name}]\nindex   = {index}\nc       = \"void * (HPy {owner})\"\n\
         returns = {{ struct = \"{shape}\", owner = \"{owner}\" }}\nerror   = \"none\"\n\n"
    )
}

fn function(
    index: usize,
    name: &str,
    (result, params): (&CType, &[(CType, String)]),
    cpython: Option<&str>,
) -> String {
    let declarations: Vec<String> = params
        .iter()
        .map(|(ctype, name)| {
            let space = if ctype.is_pointer() { "" } else { " " };
            format!("{ctype}{space}{name}")
        })
        .collect();
    let declarations = match declarations.as_slice() {
        [] => "void".to_owned(),
        list => list.join(", "),
    };
    let mut text =
        format!("[{name}]\nindex   = {index}\nc       = \"{result} ({declarations})\"\n");
    for (position, (ctype, name)) in params.iter().enumerate() {
        if let Some(role) = role(ctype, &params[position + 1..]) {
            let _ = writeln!(text, "arg.{name} = {{ {role} }}");
        }
    }
    let questions = questions(result, params);
    if !questions.is_empty() {
        let _ = writeln!(text, "# TODO {}", questions.join(" "));
    }
    let _ = writeln!(text, "cpython = \"{}\"\n", cpython.unwrap_or("TODO"));
    text
}

/// Comments for what the C declaration does not tell.
fn questions(result: &CType, params: &[(CType, String)]) -> Vec<String> {
    let mut questions = Vec::new();
    let may_be_null: Vec<&str> = params
        .iter()
        .filter(|(ctype, _)| ctype.is_handle() || ctype.is_pointer())
        .map(|(_, name)| name.as_str())
        .collect();
    if !may_be_null.is_empty() {
        questions.push(format!(
            "may {} be NULL? then arg.NAME = {{ nullable = true }}.",
            may_be_null.join(" or ")
        ));
    }
    if result.is_pointer() {
        let owner = params.iter().find(|(ctype, _)| ctype.is_handle());
        let owner = owner.map_or("TODO", |(_, name)| name);
        questions.push(format!(
            "who owns the result? returns = {{ buffer = \"read-only\", owner = \"{owner}\", terminator = \"NUL\" }}."
        ));
    }
    if result.is_handle() || result.is_pointer() {
        questions.push(
            "may NULL come without an exception? then error = \"NULL and check\".".to_owned(),
        );
    } else if !result.is_void() {
        questions.push("can it fail? error = \"none\", \"-1\" or \"-1 and check\".".to_owned());
    }
    questions
}

/// The role that an argument probably has, judged by its type and the arguments after it.
fn role(ctype: &CType, after: &[(CType, String)]) -> Option<String> {
    let has_keywords = after.iter().any(|(_, name)| name == "kwnames");
    let length = after.first().filter(|(ctype, _)| {
        matches!(ctype.base.as_str(), "size_t" | "HPy_ssize_t") && !ctype.is_pointer()
    });
    match (ctype.base.as_str(), ctype.pointers, length) {
        ("HPy", 1, Some((_, count))) if has_keywords => {
            Some(format!("array = \"{count} + len(kwnames)\""))
        }
        ("HPy", 1, Some((_, count))) => Some(format!("array = \"{count}\"")),
        ("HPyField" | "HPyGlobal", _, _) => Some("storage = true".to_owned()),
        ("HPy" | "HPy_ssize_t" | "int" | "double", 1, _) | ("void", 2, _) if !ctype.is_const => {
            Some("out = true".to_owned())
        }
        _ => None,
    }
}
