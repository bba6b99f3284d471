//! `trace.rs`: wrappers that count and time every call.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::rust::{arrow, declarations, ident};
use crate::model::{Function, Interpreter, Member, Spec};

pub fn emit(spec: &Spec) -> TokenStream {
    let members = spec.members();
    let fields = members.iter().map(|member| match member {
        Member::Constant(constant) => {
            let name = ident(&constant.name);
            quote!(#name: (*uctx).#name)
        }
        Member::Function(function) => {
            let name = ident(&function.member());
            if function.trampoline {
                quote!(#name: (*uctx).#name)
            } else {
                quote!(#name)
            }
        }
    });
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
            HPyContext {
                name: c"HPy Trace Mode ABI".as_ptr(),
                _private: core::ptr::null_mut(),
                abi_version: HPY_ABI_VERSION as c_int,
                #(#fields),*
            }
        }

        #(#wrappers)*
    }
}

fn emit_wrapper(function: &Function) -> TokenStream {
    let name = ident(&function.member());
    let index = Literal::usize_unsuffixed(function.index);
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    let args: Vec<_> = function
        .params
        .iter()
        .map(|param| ident(&param.name))
        .collect();
    let doc = format!(" {}, index {}", function.name, function.index);
    let (begin, end) = match function.interpreter {
        None => (quote!(enter), quote!(exit)),
        Some(Interpreter::Leave) => (quote!(leave), quote!(has_left)),
        Some(Interpreter::Reenter) => (quote!(reenter), quote!(has_reentered)),
    };
    quote! {
        #[doc = #doc]
        unsafe extern "C" fn #name(ctx: *mut HPyContext, #(#params),*) #result {
            let here = 0;
            let call = Call::#begin(ctx, #index, &raw const here);
            let result = ((*call.uctx).#name)(call.uctx, #(#args),*);
            call.#end();
            result
        }
    }
}
