//! Where the structs of each shape are, and the functions of the context that return them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::{ident, member_function};
use crate::model::*;

/// The function. `None` if it does not return a struct.
pub fn emit(function: &Function, spec: &Spec) -> Option<TokenStream> {
    let Returns::Struct { shape, owner } = &function.returns else {
        return None;
    };
    let (shape, owner) = (ident(&spec.shape(shape)?.name), ident(owner));
    let body = quote!(const { place_of(#shape).unwrap() }.in_object(h2py(#owner)).cast());
    Some(member_function(function, &quote!(_), &body))
}

/// The table of the shapes.
pub fn emit_place_of(spec: &Spec) -> TokenStream {
    let arms = spec.shapes.iter().map(|shape| {
        let name = ident(&shape.name);
        let place = match &shape.before {
            Before::Nothing => quote!(Place::behind(0)),
            Before::Struct(before) => {
                let before = ident(before);
                quote!(Place::behind(size_of::<ffi::#before>()))
            }
            Before::Items(items) => {
                let builtin = ident(spec.items_of(shape).unwrap_or_default());
                let items = match items {
                    Items::Size => quote!(counted),
                    Items::Digits => quote!(digits),
                };
                quote!(Place::Behind(Items::#items(&raw mut ffi::#builtin)))
            }
        };
        quote!(#name => #place,)
    });
    quote! {
        /// Where the structs of a shape stand; none for a number that is no shape.
        pub(crate) const fn place_of(shape: HPyType_BuiltinShape) -> Option<Place> {
            Some(match shape {
                #(#arms)*
                _ => return None,
            })
        }
    }
}
