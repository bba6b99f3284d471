//! The generated C headers. The handwritten headers that include them are in
//! `python/hpy/devel/include`.

pub mod calls;
pub mod context;
pub mod cpython_api;
pub mod cpython_calls;
pub mod cpython_tables;
pub mod shapes;
pub mod signatures;
pub mod slots;
pub mod types;
pub mod universal_api;
pub mod version;

use crate::ctype::CType;
use crate::model::*;
use crate::words::declaration;

/// `HPyContext *ctx` and the other parameters.
fn with_context(params: &[Param]) -> String {
    std::iter::once("HPyContext *ctx".to_owned())
        .chain(params.iter().map(declaration))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The type, followed by a space if a name needs one.
fn before_name(ctype: &CType) -> String {
    let space = if ctype.pointers > 0 { "" } else { " " };
    format!("{ctype}{space}")
}

/// The functions of the API that `inline_function` returns a text for, joined.
fn inline_functions<'a>(
    spec: &'a Spec,
    inline_function: impl Fn(&'a Function) -> Option<String>,
) -> String {
    let functions = spec
        .members()
        .into_iter()
        .filter_map(|member| match member {
            Member::Function(function) => inline_function(function),
            Member::Constant(_) => None,
        });
    functions.collect::<Vec<_>>().join("\n")
}

/// The result type and the body of an inline function that makes `call`; `returned` converts the result. `None` if a
/// handwritten header has the function.
fn inline_body(
    function: &Function,
    call: &str,
    returned: impl FnOnce(&str) -> String,
) -> Option<(String, String)> {
    match &function.inline {
        Inline::ByHand => None,
        Inline::Returns(constant) => Some((
            "HPy ".to_owned(),
            format!("{call};\n    return {constant};"),
        )),
        Inline::Forwards if function.result.is_void() => {
            Some(("void ".to_owned(), format!("{call};")))
        }
        Inline::Forwards => Some((
            before_name(&function.result),
            format!("return {};", returned(call)),
        )),
    }
}

/// The macro by which an extension notes that it needs a later release.
fn needs(release: &Release) -> String {
    format!(
        "_HPY_NEEDS(_HPY_MINOR_OF_{})",
        release.version.replace('.', "_")
    )
}

/// The comment, with the later release that added the item.
fn since(doc: Option<&str>, since: Option<&Release>) -> Option<String> {
    let since = since.map(|release| format!("Since HPy {}.", release.version));
    let parts: Vec<&str> = doc.into_iter().chain(since.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// A C enum.
fn enumeration(name: &str, values: impl Iterator<Item = (String, i64, Option<String>)>) -> String {
    let mut text = String::from("typedef enum {\n");
    for (constant, value, doc) in values {
        if let Some(doc) = doc {
            text.push_str(&format!("    /** {doc} */\n"));
        }
        text.push_str(&format!("    {constant} = {value},\n"));
    }
    text.push_str(&format!("}} {name};\n"));
    text
}

/// The parameters of a trampoline, which CPython calls: for each parameter of the extension's function, C type and
/// name. Parameters that CPython does not pass are left out.
fn cpython_params<'a>(
    call: &'a SignatureCall,
    spec: &'a Spec,
) -> impl Iterator<Item = (String, &'a Param)> {
    call.params.iter().filter_map(move |param| {
        let ctype = match &param.role {
            Role::Handle { .. } => "cpy_PyObject *".to_owned(),
            Role::Array {
                python_tuple: true, ..
            } => "cpy_PyObject *".to_owned(),
            Role::Array { .. } => "cpy_PyObject *const *".to_owned(),
            Role::StructOut(_) | Role::StructIn(_) => "cpy_Py_buffer *".to_owned(),
            _ if is_tuple_length(param, call) => return None,
            _ if is_enum(&param.ctype, spec) => "int ".to_owned(),
            _ => before_name(&param.ctype),
        };
        Some((ctype, param))
    })
}

/// What the trampoline returns.
fn cpython_result(result: &CType) -> String {
    if result.is_handle() {
        "cpy_PyObject *".to_owned()
    } else {
        before_name(result)
    }
}

fn is_tuple_length(param: &Param, call: &SignatureCall) -> bool {
    call.counted(param)
        .is_some_and(|(_, python_tuple)| python_tuple)
}

fn is_enum(ctype: &CType, spec: &Spec) -> bool {
    !ctype.is_pointer() && spec.enums.iter().any(|e| e.name == ctype.base)
}

/// `#define NAME(…)` over several lines.
fn define(head: &str, lines: &[String]) -> String {
    let mut text = format!("#define {head} \\\n");
    for (number, line) in lines.iter().enumerate() {
        let end = if number + 1 < lines.len() { " \\" } else { "" };
        text.push_str(&format!("    {line}{end}\n"));
    }
    text
}

/// The name of the function through which CPython calls extensions.
fn trampoline_function(spec: &Spec) -> &str {
    let function = spec.functions.iter().find(|function| function.trampoline);
    function.map_or("", |function| &function.name)
}

/// The signatures whose calls are generated.
fn generated_calls(spec: &Spec) -> impl Iterator<Item = (&Signature, &SignatureCall)> {
    spec.signatures.iter().filter_map(|signature| {
        let call = signature.call.as_ref()?;
        (!call.by_hand && call.context).then_some((signature, call))
    })
}
