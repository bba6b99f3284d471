//! `universal_api.h`: an inline function for each function of the context.

use super::{inline_body, inline_functions, needs, with_context};
use crate::model::*;
use crate::words;

pub fn emit(spec: &Spec) -> String {
    inline_functions(spec, |function| inline_function(function, spec))
}

fn inline_function(function: &Function, spec: &Spec) -> Option<String> {
    let args: Vec<&str> = std::iter::once("ctx")
        .chain(function.params.iter().map(|param| param.name.as_str()))
        .collect();
    let call = format!("ctx->{}({})", function.member(), args.join(", "));
    let (result, body) = inline_body(function, &call, str::to_owned)?;
    let needs = function.since.as_ref().map_or(String::new(), |release| {
        format!("    {};\n", needs(release))
    });
    Some(format!(
        "{}HPyAPI_FUNC {result}{}({}) {{\n{needs}    {body}\n}}\n",
        doc(function, spec),
        function.name,
        with_context(&function.params)
    ))
}

/// The doc comment: group, arguments and result.
fn doc(function: &Function, spec: &Spec) -> String {
    let mut text = format!("/**\n * {}.\n", function.group);
    for param in &function.params {
        text.push_str(&format!(
            " * @param {} {}\n",
            param.name,
            words::role(param, spec)
        ));
    }
    let error = words::error(&function.error);
    match &function.inline {
        Inline::Returns(constant) => text.push_str(&format!(" * @return {constant}, always\n")),
        _ if function.result.is_void() => {}
        _ => text.push_str(&format!(
            " * @return {}; {error}\n",
            words::returns(function)
        )),
    }
    if let Some(release) = &function.since {
        text.push_str(&format!(" * @since HPy {}\n", release.version));
    }
    text.push_str(" */\n");
    text
}
