//! `debug.rs`: the wrappers of the debug context, and the shims that call an extension on its behalf.
//!
//! A wrapper checks and unwraps its arguments (each check is a method of `Call`), forwards the call, and
//! wraps the result. A shim does the reverse for a call from the interpreter into the extension. Both
//! execute the steps of a [`plan`](crate::plan).

mod shim;
mod wrapper;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::rust::{context, ident};
use crate::model::*;
use crate::plan::{Shim, Wrapper};

pub fn emit(spec: &Spec) -> TokenStream {
    let wrappers = spec
        .functions
        .iter()
        .map(|function| wrapper::emit(&Wrapper::new(function, spec), spec));
    let shims = spec
        .signatures
        .iter()
        .filter_map(Shim::new)
        .map(|shim| shim::emit(&shim));
    let shim_for = emit_shim_for(&spec.signatures);
    let function_at = emit_function_at(spec);
    let context = emit_context(spec);
    let kinds = spec.resources.iter().map(|resource| ident(&resource.name));
    quote! {
        use core::ffi::*;
        use core::mem::{offset_of, transmute};
        use hpy_abi::*;
        use crate::calls::call::{self, Call, UNSTORED, strlen};
        use crate::calls::error_value::{ErrorValue, error_value, nothing};
        use crate::calls::frame::{self, Exception, Frame};
        use crate::reports::catalogue::{ResourceKind, functions};

        #context

        #(impl ErrorValue for #kinds {
            const ERROR: Self = Self::NULL;
            const NOTHING: Self = Self::NULL;
        })*

        #(#wrappers)*
        #(#shims)*
        #shim_for
        #function_at
    }
}

fn emit_context(spec: &Spec) -> TokenStream {
    let context = context(
        spec,
        c"HPy Debug Mode ABI",
        |_| quote!(HPy::NULL),
        |_, name| quote!(#name),
    );
    quote! {
        /// A context that checks, without constants.
        pub(crate) const WRAPPERS: &HPyContext = &#context;
    }
}

/// The signatures that have a shim: those whose functions get a context.
fn with_shim(signatures: &[Signature]) -> impl Iterator<Item = &Signature> {
    let has_shim =
        |signature: &&Signature| signature.call.as_ref().is_some_and(|call| call.context);
    signatures.iter().filter(has_shim)
}

fn emit_function_at(spec: &Spec) -> TokenStream {
    let (names, wrappers): (Vec<_>, Vec<_>) = (spec.functions.iter())
        .flat_map(|function| {
            let slow = wrapper::slow_name(&Wrapper::new(function, spec));
            let both = [Some(ident(&function.member())), slow];
            both.into_iter()
                .flatten()
                .map(|name| (&function.name, name))
        })
        .unzip();
    let (constants, shims): (Vec<_>, Vec<_>) = with_shim(&spec.signatures)
        .map(|signature| {
            (
                signature.constant(),
                format_ident!("call_{}", signature.name),
            )
        })
        .unzip();
    quote! {
        /// The API function whose wrapper begins at an address.
        pub(crate) fn wrapper_at(address: usize) -> Option<&'static str> {
            #(if address == #wrappers as *const () as usize { return Some(#names); })*
            None
        }

        /// The signature whose shim begins at an address.
        pub(crate) fn shim_at(address: usize) -> Option<&'static str> {
            #(if address == #shims as *const () as usize { return Some(#constants); })*
            None
        }
    }
}

fn emit_shim_for(signatures: &[Signature]) -> TokenStream {
    let arms = with_shim(signatures).map(|signature| {
        let value = format_ident!("HPyFunc_{}", signature.name.to_uppercase());
        let type_name = format_ident!("HPyFunc_{}", signature.name);
        let name = format_ident!("call_{}", signature.name);
        quote!(#value => transmute::<#type_name, HPyCFunction>(#name))
    });
    quote! {
        /// The shim of a signature; `None` for functions that get no context and no handles.
        pub(crate) unsafe fn shim_for(signature: HPyFunc_Signature) -> HPyCFunction {
            match signature {
                #(#arms,)*
                _ => None,
            }
        }
    }
}
