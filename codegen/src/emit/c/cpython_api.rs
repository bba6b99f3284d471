//! `cpython_api.h`: the functions of the CPython ABI that make one C-API call or return a struct.

use super::shapes::struct_in;
use super::{inline_body, inline_functions, with_context};
use crate::ctype::CType;
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    inline_functions(spec, |function| inline_function(function, spec))
}

fn inline_function(function: &Function, spec: &Spec) -> Option<String> {
    let (doc, result, body) = match (&function.cpython, &function.returns) {
        (Cpython::Calls(target), _) => {
            let args: Vec<String> = function.params.iter().map(to_python).collect();
            let call = format!("{target}({})", args.join(", "));
            let returned = |call: &str| from_python(&function.result, call);
            let (result, body) = inline_body(function, &call, returned)?;
            (format!("`{target}`."), result, body)
        }
        (Cpython::Struct, Returns::Struct { shape, owner }) => {
            let place = struct_in(spec.shape(shape)?, spec, &format!("_h2py({owner})"));
            let (result, body) = inline_body(function, &place, str::to_owned)?;
            ("The struct of an object.".to_owned(), result, body)
        }
        _ => return prototype(function),
    };
    Some(format!(
        "/** {doc} */\nHPyAPI_FUNC {result}{}({}) {{\n    (void)ctx;\n    {body}\n}}\n",
        function.name,
        with_context(&function.params)
    ))
}

/// Declares a handwritten function, so that the compiler reports a missing one and one of another type.
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
