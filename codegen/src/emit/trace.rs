//! `trace.rs`: wrappers that count and time every call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rust::{arguments, context, ident, member_function};
use crate::model::{Function, Interpreter, Spec};

pub fn emit(spec: &Spec) -> TokenStream {
    let context = context(
        spec,
        c"HPy Trace Mode ABI",
        |name| quote!((*uctx).#name),
        |function, name| match function.trampoline {
            true => quote!(#name: (*uctx).#name),
            false => quote!(#name),
        },
    );
    let wrappers = spec
        .functions
        .iter()
        .filter(|function| !function.trampoline)
        .map(emit_wrapper);
    quote! {
        use core::ffi::*;
        use hpy_abi::*;
        use crate::call::Call;

        /// A context that counts and times, then forwards to `uctx`.
        pub(crate) unsafe fn context(uctx: *mut HPyContext) -> HPyContext {
            #context
        }

        #(#wrappers)*
    }
}

fn emit_wrapper(function: &Function) -> TokenStream {
    let name = ident(&function.member());
    let index = Literal::usize_unsuffixed(function.index);
    let args = arguments(function);
    let (begin, end) = match function.interpreter {
        None => (quote!(enter), quote!(exit)),
        Some(Interpreter::Leave) => (quote!(leave), quote!(has_left)),
        Some(Interpreter::Reenter) => (quote!(reenter), quote!(has_reentered)),
    };
    let body = quote! {
        let here = 0;
        let call = Call::#begin(ctx, #index, &raw const here);
        let result = ((*call.uctx).#name)(call.uctx, #(#args),*);
        call.#end();
        result
    };
    member_function(function, &quote!(ctx), &body)
}
