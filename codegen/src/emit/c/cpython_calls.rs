//! `cpython_calls.h`: the trampolines of the CPython ABI, which CPython calls. Each calls the extension's function.

use super::{cpython_params, cpython_result, define, generated_calls, is_enum};
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
        "((HPyFunc_{})IMPL)(&_HPyContext_cpython, {})",
        signature.name,
        args.join(", ")
    );
    let body = if call.result.is_void() {
        without_exception(&invoke, &call.params)
    } else if call.result.is_handle() {
        vec![format!("return _h2py({invoke});")]
    } else {
        vec![format!("return {invoke};")]
    };
    let result = cpython_result(&call.result);
    let mut lines = vec![format!("static {result}SYM({}) {{", params.join(", "))];
    lines.extend(body.iter().map(|line| format!("    {line}")));
    lines.push("}".to_owned());
    let head = format!("_HPyFunc_TRAMPOLINE_{}(SYM, IMPL)", signature.constant());
    define(&head, &lines)
}

/// If the function cannot report an exception, the pending exception is put aside during the call.
fn without_exception(invoke: &str, params: &[Param]) -> Vec<String> {
    let is_handle = |param: &&Param| matches!(param.role, Role::Handle { .. });
    let object = params.iter().find(is_handle);
    let object = object.map_or("NULL", |param| &param.name);
    vec![
        "_HPyPending pending_ = _HPyPending_take();".to_owned(),
        format!("{invoke};"),
        format!("_HPyPending_restore(pending_, {object});"),
    ]
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
        _ => match call.counted(param) {
            Some((tuple, true)) => format!("PyTuple_GET_SIZE({})", tuple.name),
            Some((_, false)) => format!("({ctype})PyVectorcall_NARGS({name})"),
            None if is_enum(ctype, spec) => format!("({ctype}){name}"),
            None => name.clone(),
        },
    }
}
