//! `cpython_calls.h`: the functions that CPython calls in an extension of the CPython ABI. Each calls the extension's own.

use super::{counted, cpython_params, cpython_result, define, generated_calls, is_enum};
use crate::model::*;

pub fn emit(spec: &Spec) -> String {
    let calls = generated_calls(spec).map(|(signature, call)| trampoline(signature, call, spec));
    calls.collect::<Vec<_>>().join("\n")
}

fn trampoline(signature: &Signature, call: &SignatureCall, spec: &Spec) -> String {
    let params: Vec<String> = cpython_params(call, spec)
        .map(|(ctype, param)| format!("{ctype}{}", param.name))
        .collect();
    let args: Vec<String> = call
        .params
        .iter()
        .map(|p| argument(p, call, spec))
        .collect();
    let invoke = format!(
        "((HPyFunc_{})IMPL)(_HPyGetContext(), {})",
        signature.name,
        args.join(", ")
    );
    let body = if call.result.is_void() {
        invoke
    } else if call.result.is_handle() {
        format!("return _h2py({invoke})")
    } else {
        format!("return {invoke}")
    };
    let lines = [
        format!(
            "static {}SYM({}) {{",
            cpython_result(&call.result),
            params.join(", ")
        ),
        format!("    {body};"),
        "}".to_owned(),
    ];
    let head = format!("_HPyFunc_TRAMPOLINE_{}(SYM, IMPL)", signature.constant());
    define(&head, &lines)
}

fn argument(param: &Param, call: &SignatureCall, spec: &Spec) -> String {
    let Param { name, ctype, .. } = param;
    match &param.role {
        Role::Handle { .. } => format!("_py2h({name})"),
        Role::Array {
            python_tuple: true, ..
        } => format!("_HPy_tuple_items({name})"),
        Role::Array { .. } => format!("_arr_py2h({name})"),
        Role::StructOut(_) | Role::StructIn(_) => format!("({ctype}){name}"),
        _ => match counted(param, call) {
            Some((tuple, true)) => format!("PyTuple_GET_SIZE({})", tuple.name),
            Some((_, false)) => format!("({ctype})PyVectorcall_NARGS({name})"),
            None if is_enum(ctype, spec) => format!("({ctype}){name}"),
            None => name.clone(),
        },
    }
}
