//! `types.h`: the types that the spec declares.

use super::{before_name, enumeration, since};
use crate::model::{Alias, Enum, Function, Resource, Returns, SHAPES, Spec};

pub fn emit(spec: &Spec) -> String {
    let resources = spec.resources.iter().map(resource);
    let aliases = spec.types.iter().map(alias);
    let enums = spec.enums.iter().map(enum_type);
    let declarations: Vec<String> = resources.chain(aliases).chain(enums).collect();
    let structs: String = spec.functions.iter().filter_map(struct_of).collect();
    declarations.join("\n") + "\n" + &structs
}

/// Names the function that returns the struct of a shape, for `HPyType_HELPERS`.
fn struct_of(function: &Function) -> Option<String> {
    let Returns::Struct { shape, .. } = &function.returns else {
        return None;
    };
    let name = &function.name;
    Some(format!(
        "/** Gives the struct, for HPyType_HELPERS. */\n#define {SHAPES}_{shape}_AsStruct {name}\n"
    ))
}

fn resource(resource: &Resource) -> String {
    format!(
        "/** Made by one function of the API, used by others, and ended by exactly one call. */\n\
         typedef struct {{ intptr_t {}; }} {};\n",
        resource.field, resource.name
    )
}

fn alias(alias: &Alias) -> String {
    let doc = since(alias.doc.as_deref(), alias.since.as_ref());
    let comment = comment(doc.as_deref());
    format!(
        "{comment}typedef {}{};\n",
        before_name(&alias.ctype),
        alias.name
    )
}

fn enum_type(e: &Enum) -> String {
    let constants = e.constants.iter();
    let constants = constants.map(|c| {
        let doc = since(c.doc.as_deref(), c.since.as_ref());
        (c.name.clone(), c.value, doc)
    });
    comment(e.doc.as_deref()) + &enumeration(&e.name, constants)
}

fn comment(doc: Option<&str>) -> String {
    doc.map_or(String::new(), |doc| format!("/** {doc} */\n"))
}
