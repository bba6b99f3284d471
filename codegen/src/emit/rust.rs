//! Pieces of Rust that several emitters use.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::ctype::CType;
use crate::model::{Length, Param, Term};

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
pub fn count<'a>(
    length: &Length,
    params: &'a [Param],
    handle_length: impl Fn(&'a Param) -> TokenStream,
) -> TokenStream {
    let Length::Sum(terms) = length else {
        return quote!(0);
    };
    let terms = terms.iter().map(|term| {
        let (Term::Param(name) | Term::LengthOf(name)) = term;
        let param = params.iter().find(|param| param.name == *name);
        let param = param.expect("the parser has looked every name up");
        let name = ident(name);
        match term {
            Term::LengthOf(_) => handle_length(param),
            Term::Param(_) if param.ctype.is_unsigned() => quote!(#name as usize),
            Term::Param(_) => quote!(#name.max(0) as usize),
        }
    });
    quote!(#(#terms)+*)
}
