//! `cpython_api.h`: in the CPython ABI, the functions that are one call of the C API.

use super::{inline_body, inline_functions, with_context};
use crate::ctype::CType;
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    inline_functions(spec, inline_function)
}

fn inline_function(function: &Function) -> Option<String> {
    let Cpython::Calls(target) = &function.cpython else {
        return prototype(function);
    };
    let args: Vec<String> = function.params.iter().map(to_python).collect();
    let call = format!("{target}({})", args.join(", "));
    let (result, body) = inline_body(function, &call, |call| from_python(&function.result, call))?;
    Some(format!(
        "/** `{target}`. */\nHPyAPI_FUNC {result}{}({}) {{\n    (void)ctx;\n    {body}\n}}\n",
        function.name,
        with_context(&function.params)
    ))
}

/// For a function that a header has by hand: the compiler then says if it has another type, or none does.
fn prototype(function: &Function) -> Option<String> {
    let (result, _) = inline_body(function, "", str::to_owned)?;
    let params = with_context(&function.params);
    let name = &function.name;
    (!function.trampoline)
        .then(|| format!("/** By hand. */\nHPyAPI_FUNC {result}{name}({params});\n"))
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
