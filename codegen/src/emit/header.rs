//! The C side of the context: its struct, and the inline functions that call it. The names of the files are
//! those of the reference's headers, which they can stand in for.

use crate::ctype::CType;
use crate::model::{Function, Inline, Member, Param, Spec};
use crate::words::declaration;

/// `autogen_ctx.h`: the struct.
pub fn context(spec: &Spec) -> String {
    let mut text = String::from(
        "struct _HPyContext_s {\n    const char *name;\n    void *_private;\n    int abi_version;\n",
    );
    for member in spec.members() {
        let line = match member {
            Member::Constant(constant) => format!("    HPy {};\n", constant.name),
            Member::Function(function) => format!(
                "    {}(*{})({});\n",
                before_name(&function.result),
                function.member(),
                params(&function.params)
            ),
        };
        text.push_str(&line);
    }
    text.push_str("};\n");
    text
}

/// `autogen_trampolines.h`: a function for each of the context's.
pub fn inline_functions(spec: &Spec) -> String {
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
    let args: Vec<&str> = std::iter::once("ctx")
        .chain(function.params.iter().map(|param| param.name.as_str()))
        .collect();
    let call = format!("ctx->{}({})", function.member(), args.join(", "));
    let (result, body) = match &function.inline {
        Inline::ByHand => return None,
        Inline::Returns(constant) => (
            "HPy ".to_owned(),
            format!("{call};\n    return {constant};"),
        ),
        Inline::Forwards if function.result.is_void() => ("void ".to_owned(), format!("{call};")),
        Inline::Forwards => (before_name(&function.result), format!("return {call};")),
    };
    Some(format!(
        "HPyAPI_FUNC {result}{}({}) {{\n    {body}\n}}\n",
        function.name,
        params(&function.params)
    ))
}

fn params(params: &[Param]) -> String {
    let declarations = params.iter().map(declaration);
    std::iter::once("HPyContext *ctx".to_owned())
        .chain(declarations)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The type as it stands before a name.
fn before_name(ctype: &CType) -> String {
    let space = if ctype.is_pointer() { "" } else { " " };
    format!("{ctype}{space}")
}
