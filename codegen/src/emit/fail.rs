//! `fail.rs`: wrappers that forward every call. Those of functions that can fail do not forward but fail if they are
//! told to.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::rust::{arguments, context, ident, member_function};
use crate::model::*;

pub fn emit(spec: &Spec) -> TokenStream {
    let context = context(
        spec,
        c"HPy Failing Mode ABI",
        |name| quote!((*uctx).#name),
        |_, name| quote!(#name),
    );
    let wrappers = spec.functions.iter().map(emit_wrapper);
    quote! {
        use core::ffi::*;
        use hpy_abi::*;
        use crate::call::Call;

        /// A context that fails where it is told to, and otherwise forwards to `uctx`.
        pub(crate) unsafe fn context(uctx: *mut HPyContext) -> HPyContext {
            #context
        }

        #(#wrappers)*
    }
}

/// `fail_facts.rs`: what the failing context knows about functions of the API and of extensions.
pub fn facts(spec: &Spec) -> TokenStream {
    let returned = emit_returned(&spec.signatures);
    let has_context = emit_has_context(spec);
    quote! {
        use core::ffi::*;
        use hpy_abi::*;

        /// What an extension's function has returned.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Returned {
            /// Nothing that tells of an exception.
            Nothing,
            /// A number.
            Number(i64),
            /// An object, or NULL.
            Object(*mut cpy_PyObject),
        }

        #returned
        #has_context
    }
}

fn emit_wrapper(function: &Function) -> TokenStream {
    let name = ident(&function.member());
    let args = arguments(function);
    let index = Literal::usize_unsuffixed(function.index);
    let forward = quote!(((*call.uctx).#name)(call.uctx, #(#args),*));
    let body = if function.trampoline {
        quote! {
            let outer = call.enters(#(#args),*);
            #forward;
            call.leaves(outer);
        }
    } else {
        let is_made_to_fail = is_made_to_fail(function).then(|| emit_failure(function, &forward));
        let described = described(function);
        let raises = function.raises.then(|| quote!(call.replaces();));
        let passed_on = match function.handles {
            None => forward,
            Some(Handles::Clears) => quote! {
                call.clears();
                #forward
            },
            Some(Handles::Matches) => quote! {
                let returned = #forward;
                call.matches(returned != 0);
                returned
            },
        };
        quote! {
            #is_made_to_fail
            #described
            #raises
            #passed_on
        }
    };
    let body = quote! {
        let call = Call::new(ctx, #index);
        #body
    };
    member_function(function, &quote!(ctx), &body)
}

/// Whether a call can be made to fail. Functions that exist to set an exception are left out. So are those that take
/// one builder and return another: nobody would see the taken one end.
fn is_made_to_fail(function: &Function) -> bool {
    let is_lost = function.takes_arguments() && function.returns == Returns::Resource;
    function.can_fail() && !function.raises && !is_lost
}

/// Code for a call that fails. It has no effect, but it takes ownership of what a real call takes: it closes consumed
/// handles. If a builder or tracker is involved, it makes the real call and closes the result.
fn emit_failure(function: &Function, forward: &TokenStream) -> TokenStream {
    let is_made = function.params.iter().any(|param| match &param.role {
        Role::Handle { kept_by, .. } => kept_by.is_some(),
        Role::Resource { consumed, .. } => *consumed,
        _ => false,
    });
    let taken = if is_made {
        let give_up =
            (function.returns == Returns::Handle).then(|| quote!(call.give_up(returned);));
        quote! {
            let returned = #forward;
            if call.has_failed() {
                return returned;
            }
            #give_up
        }
    } else {
        let consumed = function.params.iter();
        let consumed = consumed.filter(|param| param.role == Role::ConsumedHandle);
        let consumed = consumed.map(|param| ident(&param.name));
        quote!(#(call.give_up(#consumed);)*)
    };
    let raise = match &function.fails {
        Some(constant) => {
            let constant = ident(constant);
            quote!(call.raise_usual((*call.uctx).#constant);)
        }
        None => {
            let is_effect = function.effect;
            quote!(call.raise(#is_effect);)
        }
    };
    let value = error_value(function);
    quote! {
        if call.fails() {
            #taken
            #raise
            return #value;
        }
    }
}

fn error_value(function: &Function) -> TokenStream {
    let (ErrorProtocol::Value(text) | ErrorProtocol::ValueAndCheck(text)) = &function.error else {
        unreachable!("a function that cannot fail has no such value");
    };
    let result = &function.result;
    let ctype = result.rust();
    match text.parse().map(Literal::i64_suffixed) {
        Ok(_) if result.is_resource() => quote!(#ctype::NULL),
        Ok(number) => quote!(#number as #ctype),
        Err(_) if result.is_pointer() && result.is_const && result.pointers == 1 => {
            quote!(core::ptr::null())
        }
        Err(_) if result.is_pointer() => quote!(core::ptr::null_mut()),
        Err(_) => quote!(#ctype::NULL),
    }
}

/// Code that notes the extension's functions in a description of a type.
fn described(function: &Function) -> Option<TokenStream> {
    let spec = function
        .params
        .iter()
        .find(|param| param.role == Role::TypeSpec)?;
    let spec = ident(&spec.name);
    Some(quote!(call.describes(#spec);))
}

/// In the struct of a trampoline, the result of the extension's function follows the arguments.
fn emit_returned(signatures: &[Signature]) -> TokenStream {
    let arms = signatures.iter().filter_map(|signature| {
        let call = signature.call.as_ref()?;
        if call.by_hand || !call.context || call.result.is_void() {
            return None;
        }
        let constant = ident(&signature.constant());
        let fields = call.params.iter().filter_map(|param| field(param, call));
        let fields = fields.map(|(name, ctype)| quote!(#name: #ctype));
        let (ctype, kind) = if call.result.is_handle() {
            (quote!(*mut cpy_PyObject), quote!(Returned::Object(result)))
        } else {
            (call.result.rust(), quote!(Returned::Number(result as i64)))
        };
        Some(quote! {
            #constant => {
                #[repr(C)]
                struct Args {
                    #(#fields,)*
                    result: #ctype,
                }
                let result = (*args.cast::<Args>()).result;
                #kind
            }
        })
    });
    quote! {
        /// What an extension's function of this signature has returned to the trampoline with these arguments.
        pub(crate) unsafe fn returned(signature: HPyFunc_Signature, args: *mut c_void) -> Returned {
            #[allow(dead_code, reason = "only the last field is read")]
            #[allow(clippy::match_single_binding, reason = "there may be no signature")]
            match signature {
                #(#arms)*
                _ => Returned::Nothing,
            }
        }
    }
}

/// The field of the trampoline's struct for an argument. `None` if there is no field.
fn field(param: &Param, call: &SignatureCall) -> Option<(Ident, TokenStream)> {
    let ctype = match &param.role {
        Role::Handle { .. } | Role::Array { .. } | Role::StructOut(_) | Role::StructIn(_) => {
            quote!(*mut c_void)
        }
        _ => match call.counted(param) {
            Some((_, true)) => return None,
            Some((_, false)) => quote!(usize),
            None => param.ctype.rust(),
        },
    };
    Some((ident(&param.name), ctype))
}

/// Functions without a context cannot call the API, and the failing context does not see them called.
fn emit_has_context(spec: &Spec) -> TokenStream {
    let without = spec.slots.iter().filter(|slot| {
        let mut signatures = spec.signatures.iter();
        let signature = signatures.find(|signature| signature.name == slot.signature);
        let call = signature.and_then(|signature| signature.call.as_ref());
        call.is_none_or(|call| !call.context)
    });
    let without = without.map(|slot| ident(&slot.name));
    quote! {
        /// Whether the function in a slot gets a context.
        pub(crate) fn has_context(slot: HPySlot_Slot) -> bool {
            let without: &[HPySlot_Slot] = &[#(#without),*];
            !without.contains(&slot)
        }
    }
}
