//! `universal_calls.h`: the trampolines of the universal ABI, which CPython calls. Each passes its arguments to the
//! context, which calls the extension's function.

use super::{
    cpython_params, cpython_result, define, generated_calls, is_enum, trampoline_function,
};
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    let calls = generated_calls(spec).map(|(signature, call)| trampoline(signature, call, spec));
    calls.collect::<Vec<_>>().join("\n")
}

fn trampoline(signature: &Signature, call: &SignatureCall, spec: &Spec) -> String {
    let args = format!("_HPyFunc_args_{}", signature.name.to_uppercase());
    let result = cpython_result(&call.result);
    let mut fields = String::new();
    let (mut params, mut values) = (Vec::new(), Vec::new());
    for (ctype, param) in cpython_params(call, spec) {
        let name = &param.name;
        params.push(format!("{ctype}{name}"));
        if is_enum(&param.ctype, spec) {
            fields.push_str(&format!("    {} {name};\n", param.ctype));
            values.push(format!("({}){name}", param.ctype));
        } else {
            fields.push_str(&format!("    {ctype}{name};\n"));
            values.push(name.clone());
        }
    }
    if !call.result.is_void() {
        fields.push_str(&format!("    {result}result;\n"));
        values.push(if call.result.is_handle() { "NULL" } else { "0" }.to_owned());
    }
    let constant = signature.constant();
    let mut lines = vec![
        format!("static {result}SYM({}) {{", params.join(", ")),
        format!("    {args} args_ = {{ {} }};", values.join(", ")),
        format!(
            "    {}(_ctx_for_trampolines, {constant},",
            trampoline_function(spec)
        ),
        "        _HPy_CFUNCTION(IMPL), &args_);".to_owned(),
    ];
    if !call.result.is_void() {
        lines.push("    return args_.result;".to_owned());
    }
    lines.push("}".to_owned());
    format!(
        "typedef struct {{\n{fields}}} {args};\n\n{}",
        define(
            &format!("_HPyFunc_TRAMPOLINE_{constant}(SYM, IMPL)"),
            &lines
        )
    )
}
