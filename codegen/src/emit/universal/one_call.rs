//! Functions of the context that are one call of the C API.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ctype::CType;
use crate::emit::{arrow, declarations, ident};
use crate::model::*;

/// The function; none where it is done by hand.
pub fn emit(function: &Function) -> Option<TokenStream> {
    let Cpython::Calls(target) = &function.cpython else {
        return None;
    };
    let (name, target) = (ident(&function.member()), ident(target));
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    let args = function
        .params
        .iter()
        .map(|param| to_python(&param.ctype, &ident(&param.name)));
    let doc = format!(" {}, index {}", function.name, function.index);
    let call = quote!(ffi::#target(#(#args),*));
    let body = match from_python(&function.result, &call) {
        _ if function.result.is_void() => quote!(#call;),
        value => value,
    };
    Some(quote! {
        #[doc = #doc]
        unsafe extern "C" fn #name(_: *mut HPyContext, #(#params),*) #result {
            #body
        }
    })
}

fn to_python(ctype: &CType, value: &impl quote::ToTokens) -> TokenStream {
    if ctype.is_handle() {
        quote!(h2py(#value).cast())
    } else if ctype.base == "HPyThreadState" {
        quote!(#value._i as *mut _)
    } else if ctype.is_pointer() {
        quote!(#value.cast())
    } else {
        quote!(#value as _)
    }
}

fn from_python(ctype: &CType, value: &TokenStream) -> TokenStream {
    if ctype.is_handle() {
        quote!(py2h(#value))
    } else if ctype.base == "HPyThreadState" {
        quote!(HPyThreadState { _i: #value as isize })
    } else if ctype.is_pointer() {
        quote!(#value.cast())
    } else {
        quote!(#value as _)
    }
}
