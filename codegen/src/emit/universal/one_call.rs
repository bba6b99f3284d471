//! Functions of the context that make one C-API call.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::ctype::CType;
use crate::emit::rust::{ident, member_function, sum};
use crate::model::*;

/// The function. `None` if it is handwritten or returns a struct.
pub fn emit(function: &Function) -> Option<TokenStream> {
    let Cpython::Calls(target) = &function.cpython else {
        return None;
    };
    let target = ident(target);
    let before = function.params.iter().map(before);
    let args = function.params.iter().map(to_python);
    let after: Vec<_> = function.params.iter().filter_map(after).collect();
    let call = quote!(ffi::#target(#(#args),*));
    let value = match function.result.is_void() {
        true => quote!(#call;),
        false => from_python(&function.result, &call),
    };
    let body = match after.is_empty() {
        true => value,
        false => quote! {
            let returned = { #value };
            #(#after)*
            returned
        },
    };
    Some(member_function(
        function,
        &quote!(_),
        &quote!(#(#before)* #body),
    ))
}

/// Code before the call: makes objects of handles that are passed in memory.
fn before(param: &Param) -> Option<TokenStream> {
    let (name, objects) = (ident(&param.name), objects(param));
    match &param.role {
        Role::Array { length, .. } => {
            let count = sum(
                length,
                |_, name| quote!(usize::try_from(#name).unwrap_or(0)),
                |_, name| quote!(trampoline::tuple_length(h2py(#name))),
            );
            Some(quote! {
                let #objects: Vec<_> = (0..#count).map(|i| h2py(*#name.add(i))).collect();
            })
        }
        // If the call stores nothing, the old value stays.
        Role::OutHandle => {
            Some(quote!(let mut #objects = (!#name.is_null()).then(|| h2py(*#name));))
        }
        _ => None,
    }
}

fn to_python(param: &Param) -> TokenStream {
    let (name, objects, ctype) = (ident(&param.name), objects(param), &param.ctype);
    match &param.role {
        Role::Array { .. } => quote!(#objects.as_ptr().cast()),
        Role::OutHandle => {
            quote!(#objects.as_mut().map_or(core::ptr::null_mut(), |object| &raw mut *object).cast())
        }
        _ if ctype.is_handle() => quote!(h2py(#name).cast()),
        _ if ctype.base == "HPyThreadState" => quote!(#name._i as *mut _),
        _ if ctype.is_pointer() => quote!(#name.cast()),
        _ => quote!(#name as _),
    }
}

/// Code after the call: makes a handle of what it stored.
fn after(param: &Param) -> Option<TokenStream> {
    let (name, objects) = (ident(&param.name), objects(param));
    let is_out = param.role == Role::OutHandle;
    is_out.then(|| {
        quote! {
            if let Some(object) = #objects {
                *#name = py2h(object);
            }
        }
    })
}

fn objects(param: &Param) -> Ident {
    format_ident!("o_{}", param.name)
}

fn from_python(ctype: &CType, value: &TokenStream) -> TokenStream {
    if ctype.is_handle() {
        quote!(py2h(#value))
    } else if ctype.base == "HPyThreadState" {
        quote!(HPyThreadState { _i: #value as isize })
    } else if ctype.is_bool() {
        quote!(#value != 0)
    } else if ctype.is_pointer() {
        quote!(#value.cast())
    } else {
        quote!(#value as _)
    }
}
