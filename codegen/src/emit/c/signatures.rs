//! `signatures.h`: the enum, the function types, and the declarations that `HPyDef_*` macros make.

use super::{before_name, enumeration, needs, since, with_context};
use crate::model::{Signature, SignatureCall, Spec};
use crate::words::declaration;

pub fn emit(spec: &Spec) -> String {
    let constants = spec
        .signatures
        .iter()
        .map(|signature| (signature.constant(), signature.value, doc(signature)));
    let mut text = String::from("/** How an extension's function is called. */\n");
    text.push_str(&enumeration("HPyFunc_Signature", constants));
    for signature in &spec.signatures {
        let Some(call) = &signature.call else {
            continue;
        };
        let (result, params) = (before_name(&call.result), params(call));
        let (constant, name) = (signature.constant(), &signature.name);
        let release = signature.since.as_ref();
        let needs = release.map_or(String::new(), |release| format!("{}; ", needs(release)));
        text.push_str(&format!(
            "\n/** A function of signature `{constant}`. */\n\
             typedef {result}(*HPyFunc_{name})({params});\n\
             #define _HPyFunc_IS_{constant} ~, ~\n\
             #define _HPyFunc_DECLARE_{constant}(SYM) {needs}static {result}SYM({params})\n"
        ));
    }
    text
}

fn doc(signature: &Signature) -> Option<String> {
    let call = signature.call.as_ref();
    let doc = call.map_or("Reserved.".to_owned(), |call| {
        format!("`{}({})`", before_name(&call.result), params(call))
    });
    since(Some(&doc), signature.since.as_ref())
}

fn params(call: &SignatureCall) -> String {
    if call.context {
        with_context(&call.params)
    } else {
        let params: Vec<String> = call.params.iter().map(declaration).collect();
        params.join(", ")
    }
}
