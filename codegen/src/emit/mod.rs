//! One file per generated file, each a function from the model to tokens.

mod abi;
mod debug;
mod trace;
mod universal;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::ctype::CType;
use crate::model::{Param, Spec};

/// A generated file.
pub struct File {
    /// Its name.
    pub name: &'static str,
    emit: fn(&Spec) -> TokenStream,
}

/// All generated files.
pub const FILES: &[File] = &[
    File {
        name: "abi.rs",
        emit: abi::emit,
    },
    File {
        name: "universal.rs",
        emit: universal::emit,
    },
    File {
        name: "debug.rs",
        emit: debug::emit,
    },
    File {
        name: "trace.rs",
        emit: trace::emit,
    },
];

impl File {
    /// The formatted text.
    pub fn text(&self, spec: &Spec) -> String {
        let tokens = (self.emit)(spec);
        let file = syn::parse2(tokens).expect("emitters emit whole items");
        format!(
            "// Made by `cargo xtask generate` from {}. Do not edit.\n\n{}",
            crate::SPEC,
            prettyplease::unparse(&file)
        )
    }
}

/// A C name as a Rust identifier.
fn ident(name: &str) -> Ident {
    match name {
        "self" => format_ident!("self_"),
        _ if syn::parse_str::<Ident>(name).is_err() => Ident::new_raw(name, Span::call_site()),
        _ => format_ident!("{name}"),
    }
}

/// `name: Type` for each parameter.
fn declarations(params: &[Param]) -> Vec<TokenStream> {
    params
        .iter()
        .map(|param| {
            let (name, ctype) = (ident(&param.name), param.ctype.rust());
            quote!(#name: #ctype)
        })
        .collect()
}

/// `-> Type`, or nothing for `void`.
fn arrow(result: &CType) -> TokenStream {
    if result.is_void() {
        return quote!();
    }
    let ctype = result.rust();
    quote!(-> #ctype)
}
