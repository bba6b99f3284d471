//! The shims: what the context below calls instead of the extension's functions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::rust::{arrow, count, declarations, ident};
use crate::model::*;
use crate::plan::{Shim, ShimAction, Step};

/// Emits the shim of a plan.
pub fn emit(plan: &Shim<'_>) -> TokenStream {
    let signature = plan.signature;
    let (name, doc) = (
        format_ident!("call_{}", signature.name),
        format!(" {}", signature.constant()),
    );
    let (params, result) = (declarations(&plan.call.params), arrow(&plan.call.result));
    let steps = plan
        .steps
        .iter()
        .map(|step| emit_step(step, signature, plan.call));
    quote! {
        #[doc = #doc]
        unsafe extern "C" fn #name(_: *mut HPyContext, #(#params),*) #result {
            #(#steps)*
        }
    }
}

fn emit_step(
    step: &Step<'_, ShimAction<'_>>,
    signature: &Signature,
    call: &SignatureCall,
) -> TokenStream {
    match step.argument {
        Some((_, param)) => emit_argument(&step.action, param, call),
        None => emit_call(&step.action, signature, call),
    }
}

/// The code of a step that handles one argument.
fn emit_argument(action: &ShimAction<'_>, param: &Param, call: &SignatureCall) -> TokenStream {
    let (name, lent) = (ident(&param.name), format_ident!("d_{}", param.name));
    match action {
        ShimAction::Argument => quote!(let #lent = frame.argument(#name);),
        ShimAction::Arguments(length) => {
            let count = count(length, &call.params, |_, name| quote!(frame.length(#name)));
            quote!(let #lent = frame.arguments(#name, #count);)
        }
        ShimAction::StructIn(field) => {
            let field = ident(field);
            quote! {
                let mut #lent = *#name;
                #lent.#field = frame.argument(#lent.#field);
            }
        }
        ShimAction::StructOut => quote!(let mut #lent = *#name;),
        ShimAction::TellNobody => quote! {
            if returned >= 0 {
                frame.tell_nobody();
            }
        },
        ShimAction::StructResult(field) => {
            let field = ident(field);
            quote! {
                let is_given = returned >= 0 && !#lent.#field.is_null();
                if returned >= 0 {
                    #lent.#field = frame.result(#lent.#field);
                    *#name = #lent;
                }
                let is_refused = is_given && #lent.#field.is_null();
                let returned = if is_refused { error_value() } else { returned };
            }
        }
        ShimAction::Close => quote!(frame.close(#lent);),
        ShimAction::CloseAll => quote!(frame.close_all(&#lent);),
        ShimAction::CloseStruct(field) => {
            let field = ident(field);
            quote!(frame.close(#lent.#field);)
        }
        other => unreachable!("{other:?} concerns no argument"),
    }
}

/// The code of a step that handles the whole call.
fn emit_call(action: &ShimAction<'_>, signature: &Signature, call: &SignatureCall) -> TokenStream {
    match action {
        ShimAction::Enter => {
            let text = signature.constant();
            let tells = !call.result.is_void();
            quote!(let (frame, function) = Frame::enter(&#text, #tells);)
        }
        ShimAction::Invoke => {
            let type_name = format_ident!("HPyFunc_{}", signature.name);
            let args = call.params.iter().map(passed);
            let returned = (!call.result.is_void()).then(|| quote!(let returned =));
            quote! {
                let function: #type_name = transmute(function);
                #returned function(frame.context(), #(#args),*);
            }
        }
        ShimAction::Leave => quote!(frame.leave();),
        ShimAction::Result => quote!(let returned = frame.result(returned);),
        ShimAction::Outcome => {
            let (is_error, exception) = match &call.error {
                ErrorProtocol::None => (quote!(false), quote!(Required)),
                ErrorProtocol::ValueAndCheck(value) => (is_error(value), quote!(Usual)),
                ErrorProtocol::Value(text) => match text.strip_suffix(", exception optional") {
                    Some(value) => (is_error(value), quote!(Optional)),
                    None => (is_error(text), quote!(Required)),
                },
            };
            quote!(let returned = frame.outcome(returned, #is_error, Exception::#exception);)
        }
        ShimAction::LeftException => quote!(frame.left_exception();),
        ShimAction::Return => quote!(returned),
        other => unreachable!("{other:?} concerns an argument"),
    }
}

/// Tests whether the result means an exception. `value` is NULL, a number, or a range such as `< 0`.
fn is_error(value: &str) -> TokenStream {
    let test = match value {
        "NULL" => "returned.is_null()".to_owned(),
        range if range.starts_with(['<', '!']) => format!("returned {range}"),
        number => format!("returned == {number}"),
    };
    test.parse().expect("the parser allows no other value")
}

/// The argument that the extension's function gets.
fn passed(param: &Param) -> TokenStream {
    let (name, lent) = (ident(&param.name), format_ident!("d_{}", param.name));
    match &param.role {
        Role::Handle { .. } => quote!(#lent),
        Role::Array { .. } => quote!(#lent.as_ptr()),
        Role::StructIn(_) | Role::StructOut(_) => quote!(&raw mut #lent),
        _ => quote!(#name),
    }
}
