//! `universal.rs`: the table of the universal context, its functions that make one C-API call or return a struct, and
//! the calls from CPython's trampolines into an extension.

mod one_call;
mod shapes;
mod trampoline;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::rust::{context, ident};
use crate::model::*;

pub fn emit(spec: &Spec) -> TokenStream {
    let one_calls = spec.functions.iter().filter_map(one_call::emit);
    let structs = spec.functions.iter().filter_map(|f| shapes::emit(f, spec));
    let context = emit_context(spec);
    let calls = spec.signatures.iter().filter_map(trampoline::emit);
    let dispatch = emit_dispatch(&spec.signatures);
    quote! {
        use core::ffi::*;
        use core::mem::transmute;
        use hpy_abi::*;
        use pyo3_ffi::PyObject;
        use crate::by_hand;
        use crate::compat::ffi;
        use crate::handles::{h2py, py2h};
        use crate::tables::place_of;
        use crate::trampoline;
        use hpy_platform::guard::guarded;

        #context
        #(#one_calls)*
        #(#structs)*
        #(#calls)*
        #dispatch
    }
}

/// `universal_tables.rs`: which slots, method flags and places of CPython belong to those of HPy.
pub fn tables(spec: &Spec) -> TokenStream {
    let slots = emit_type_slots(&spec.slots);
    let method_flags = emit_method_flags(spec);
    let places = shapes::emit_place_of(spec);
    quote! {
        use core::ffi::c_int;
        use hpy_abi::*;
        use pyo3_ffi as ffi;
        use crate::layout::{Items, Place};

        #slots
        #method_flags
        #places
    }
}

fn emit_method_flags(spec: &Spec) -> TokenStream {
    let arms = spec.method_signatures().map(|(signature, flags)| {
        let name = format_ident!("{}", signature.constant());
        let flags = flags.iter().map(|flag| format_ident!("{flag}"));
        quote!(#name => Some(#(ffi::#flags)|*),)
    });
    quote! {
        /// How CPython calls a method of this signature; none for one that methods cannot have.
        pub(crate) fn method_flags(signature: HPyFunc_Signature) -> Option<c_int> {
            match signature {
                #(#arms)*
                _ => None,
            }
        }
    }
}

fn emit_type_slots(slots: &[Slot]) -> TokenStream {
    let arms = slots.iter().filter_map(|slot| {
        let (name, cpython) = (ident(&slot.name), ident(slot.of_types()?));
        Some(quote!(#name => ffi::#cpython,))
    });
    quote! {
        /// The slot of CPython that stands for a slot of a type; CPython refuses a number that is none.
        pub(crate) fn type_slot(slot: HPySlot_Slot) -> c_int {
            match slot {
                #(#arms)*
                _ => slot,
            }
        }
    }
}

fn emit_context(spec: &Spec) -> TokenStream {
    let context = context(
        spec,
        c"HPy Universal ABI (CPython backend)",
        |_| quote!(HPy::NULL),
        |function, name| match function.cpython {
            Cpython::Calls(_) | Cpython::Struct => quote!(#name),
            Cpython::ByHand if function.trampoline => quote!(#name: call_from_trampoline),
            Cpython::ByHand => quote!(#name: by_hand::#name),
        },
    );
    let constants = spec.constants.iter().map(|constant| {
        let (name, object) = (ident(&constant.name), constant_object(&constant.cpython));
        quote!((*ctx).#name = py2h(#object);)
    });
    quote! {
        /// The universal context; its constants are NULL until [`fill_constants`].
        pub(crate) const CONTEXT: HPyContext = #context;

        /// Fills in the context's constants, each a borrowed reference to an immortal object.
        pub(crate) unsafe fn fill_constants(ctx: *mut HPyContext) {
            #(#constants)*
        }
    }
}

/// Turns a C expression of the spec into Rust. Exceptions are variables and types are structs; the macros
/// of the singletons are functions.
fn constant_object(cpython: &str) -> TokenStream {
    if let Some(name) = cpython.strip_prefix('&') {
        let name = format_ident!("{name}");
        quote!((&raw mut ffi::#name).cast::<PyObject>())
    } else if let Some(name) = cpython.strip_suffix("()") {
        let name = format_ident!("{name}");
        quote!(ffi::#name())
    } else if cpython.starts_with("PyExc_") {
        let name = format_ident!("{cpython}");
        quote!(ffi::#name)
    } else {
        let name = format_ident!("{cpython}");
        quote!(ffi::#name())
    }
}

fn emit_dispatch(signatures: &[Signature]) -> TokenStream {
    let arms = signatures.iter().filter_map(|signature| {
        let call = signature.call.as_ref()?;
        let value = format_ident!("HPyFunc_{}", signature.name.to_uppercase());
        let name = format_ident!("call_{}", signature.name);
        Some(if call.by_hand {
            quote!(#value => trampoline::#name)
        } else {
            quote!(#value => #name)
        })
    });
    quote! {
        /// Calls an extension's function with the arguments that CPython passed to its trampoline.
        unsafe extern "C" fn call_from_trampoline(
            ctx: *mut HPyContext,
            signature: HPyFunc_Signature,
            function: HPyCFunction,
            args: *mut c_void,
        ) {
            // A table of functions: each saves the registers that it needs, and no others.
            let call: trampoline::Call = match signature {
                #(#arms,)*
                _ => trampoline::unsupported,
            };
            call(ctx, signature, function, args)
        }
    }
}
