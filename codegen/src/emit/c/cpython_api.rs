//! `cpython_api.h`: in the CPython ABI, the functions that are one call of the C API.

use super::{before_name, with_context};
use crate::ctype::CType;
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    let functions = spec
        .members()
        .into_iter()
        .filter_map(|member| match member {
            Member::Function(function) => inline_function(function),
            Member::Constant(_) => None,
        });
    functions.collect::<Vec<_>>().join("\n")
}

fn inline_function(function: &Function) -> Option<String> {
    let Cpython::Calls(target) = &function.cpython else {
        return None;
    };
    let args: Vec<String> = function.params.iter().map(to_python).collect();
    let call = format!("{target}({})", args.join(", "));
    let (result, body) = match &function.inline {
        Inline::ByHand => return None,
        Inline::Returns(constant) => (
            "HPy ".to_owned(),
            format!("{call};\n    return {constant};"),
        ),
        Inline::Forwards if function.result.is_void() => ("void ".to_owned(), format!("{call};")),
        Inline::Forwards => (
            before_name(&function.result),
            format!("return {};", from_python(&function.result, &call)),
        ),
    };
    Some(format!(
        "/** `{target}`. */\nHPyAPI_FUNC {result}{}({}) {{\n    (void)ctx;\n    {body}\n}}\n",
        function.name,
        with_context(&function.params)
    ))
}

fn to_python(param: &Param) -> String {
    let Param { name, ctype, .. } = param;
    if ctype.is_handle() {
        format!("_HPy_OBJECT({name})")
    } else if ctype.base == "HPyThreadState" {
        format!("_h2threads({name})")
    } else if ctype.is_handle_pointer() {
        format!("_HPy_OBJECTS({name})")
    } else {
        name.clone()
    }
}

fn from_python(ctype: &CType, call: &str) -> String {
    if ctype.is_handle() {
        format!("_py2h((PyObject *){call})")
    } else if ctype.base == "HPyThreadState" {
        format!("_threads2h({call})")
    } else {
        format!("({ctype}){call}")
    }
}
