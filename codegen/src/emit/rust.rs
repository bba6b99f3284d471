//! Pieces of Rust that several emitters use.

use std::ffi::CStr;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use crate::ctype::CType;
use crate::model::{Function, Member, Param, Spec, Term};

/// A C name as a Rust identifier.
pub fn ident(name: &str) -> Ident {
    match name {
        // The first arm: not allowed as raw identifiers. The second: wrappers and shims have variables of these names.
        "self" | "Self" | "super" | "crate" | "_" => format_ident!("{name}_"),
        "below" | "call" | "frame" | "function" | "outer" | "returned" | "uctx" => {
            format_ident!("{name}_")
        }
        _ if syn::parse_str::<Ident>(name).is_err() => Ident::new_raw(name, Span::call_site()),
        _ => format_ident!("{name}"),
    }
}

/// `name: Type` for each parameter.
pub fn declarations(params: &[Param]) -> Vec<TokenStream> {
    params
        .iter()
        .map(|param| {
            let (name, ctype) = (ident(&param.name), param.ctype.rust());
            quote!(#name: #ctype)
        })
        .collect()
}

/// `-> Type`, or nothing for `void`.
pub fn arrow(result: &CType) -> TokenStream {
    if result.is_void() {
        return quote!();
    }
    let ctype = result.rust();
    quote!(-> #ctype)
}

/// The number of handles in an array. `handle_length` gives the code for the length of a handle.
pub fn count(
    length: &[Term],
    params: &[Param],
    handle_length: impl Fn(&str, Ident) -> TokenStream,
) -> TokenStream {
    let number = |name: &str, value: Ident| {
        let param = params.iter().find(|param| param.name == name);
        match param.is_some_and(|param| param.ctype.is_unsigned()) {
            true => quote!(#value as usize),
            false => quote!(#value.max(0) as usize),
        }
    };
    sum(length, number, handle_length)
}

/// The sum of these terms: `number` gives the code for a parameter, `handle_length` for the length of a handle.
pub fn sum(
    terms: &[Term],
    number: impl Fn(&str, Ident) -> TokenStream,
    handle_length: impl Fn(&str, Ident) -> TokenStream,
) -> TokenStream {
    let terms = terms.iter().map(|term| match term {
        Term::Param(name) => number(name, ident(name)),
        Term::LengthOf(name) => handle_length(name, ident(name)),
    });
    quote!(#(#terms)+*)
}

/// The names of a function's parameters.
pub fn arguments(function: &Function) -> Vec<Ident> {
    let params = function.params.iter();
    params.map(|param| ident(&param.name)).collect()
}

/// A function of a context; `ctx` is its parameter for the context.
pub fn member_function(function: &Function, ctx: &TokenStream, body: &TokenStream) -> TokenStream {
    let name = ident(&function.member());
    let doc = format!(" {}, index {}", function.name, function.index);
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    quote! {
        #[doc = #doc]
        unsafe extern "C" fn #name(#ctx: *mut HPyContext, #(#params),*) #result {
            #body
        }
    }
}

/// A context of this name: the value of each constant, and the field of each function.
pub fn context(
    spec: &Spec,
    name: &CStr,
    constant: impl Fn(&Ident) -> TokenStream,
    function: impl Fn(&Function, &Ident) -> TokenStream,
) -> TokenStream {
    let members = spec.members();
    let fields = members.iter().map(|member| match member {
        Member::Constant(found) => {
            let name = ident(&found.name);
            let value = constant(&name);
            quote!(#name: #value)
        }
        Member::Function(found) => function(found, &ident(&found.member())),
    });
    let name = Literal::c_string(name);
    quote! {
        HPyContext {
            name: #name.as_ptr(),
            _private: core::ptr::null_mut(),
            abi_version: HPY_ABI_VERSION as c_int,
            #(#fields),*
        }
    }
}
