//! `abi.rs`: the context struct, the function types, the enums and the aliases of types.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::rust::{arrow, declarations, ident};
use crate::model::{Alias, Function, Member, Signature, Spec};

pub fn emit(spec: &Spec) -> TokenStream {
    let (major, minor) = (
        Literal::i64_unsuffixed(spec.abi.major),
        Literal::i64_unsuffixed(spec.abi.minor),
    );
    let last_minor = Literal::i64_unsuffixed(spec.abi.last_minor());
    let enums = spec.enums.iter().map(|e| {
        let constants = e.constants.iter();
        emit_enum(&e.name, constants.map(|c| (c.name.clone(), c.value)))
    });
    let signatures = spec.signatures.iter().map(|s| (s.constant(), s.value));
    let signature_enum = emit_enum("HPyFunc_Signature", signatures);
    let slots = spec
        .slots
        .iter()
        .map(|slot| (slot.name.clone(), slot.value));
    let slot_enum = emit_enum("HPySlot_Slot", slots);
    let aliases = spec.types.iter().map(emit_alias);
    let resources = spec.resources.iter().map(|resource| ident(&resource.name));
    let types = spec.signatures.iter().filter_map(emit_type);
    let members = spec.members();
    let fields = members.iter().map(emit_member);
    let constants = spec.constants.iter().map(|constant| ident(&constant.name));
    let count = Literal::usize_unsuffixed(spec.constants.len());
    let function_names = emit_names(&members, |function| function.name.clone());
    let member_names = emit_names(&members, Function::member);
    quote! {
        use core::ffi::*;
        use crate::defs::*;
        use crate::handles::*;
        use crate::python::*;

        /// `HPY_ABI_VERSION`.
        pub const HPY_ABI_VERSION: u32 = #major;
        /// `HPY_ABI_VERSION_MINOR`: what extensions need that use nothing of a later release.
        pub const HPY_ABI_VERSION_MINOR: u32 = #minor;
        /// The minor version of the last release, the highest that an extension may need.
        pub const HPY_ABI_LAST_MINOR: u32 = #last_minor;

        #(
            word! {
                /// Created, used, and ended once.
                #resources
            }
        )*
        #(#aliases)*
        #(#enums)*
        #signature_enum
        #slot_enum
        #(#types)*

        /// What an extension calls the interpreter through.
        #[repr(C)]
        #[derive(Clone, Copy)]
        pub struct HPyContext {
            /// For debugging: which context this is.
            pub name: *const c_char,
            /// The implementation's own.
            pub _private: *mut c_void,
            /// `HPY_ABI_VERSION`.
            pub abi_version: c_int,
            #(#fields)*
        }

        impl HPyContext {
            /// Where a context has its constants, in bytes.
            pub const CONSTANTS: [usize; #count] = [#(core::mem::offset_of!(Self, #constants)),*];
        }

        /// Names of the functions in C, by index; constants have none.
        pub static FUNCTION_NAMES: #function_names;
        /// Names of the functions in the context, by index; constants have none.
        pub static MEMBER_NAMES: #member_names;
    }
}

/// The type and the value of an array with a name for each member.
fn emit_names(members: &[Member<'_>], name: fn(&Function) -> String) -> TokenStream {
    let count = Literal::usize_unsuffixed(members.len());
    let names = members.iter().map(|member| match member {
        Member::Constant(_) => String::new(),
        Member::Function(function) => name(function),
    });
    quote!([&str; #count] = [#(#names),*])
}

fn emit_alias(alias: &Alias) -> TokenStream {
    let (name, ctype) = (format_ident!("{}", alias.name), alias.ctype.rust());
    let doc = format!(" The C type `{}`.", alias.name);
    quote! {
        #[doc = #doc]
        pub type #name = #ctype;
    }
}

fn emit_enum(name: &str, constants: impl Iterator<Item = (String, i64)>) -> TokenStream {
    let doc = format!(" The C enum `{name}`.");
    let value_doc = format!(" A value of [`{name}`].");
    let name = format_ident!("{name}");
    let constants = constants.map(|(constant, value)| {
        let (constant, value) = (format_ident!("{constant}"), Literal::i64_unsuffixed(value));
        quote! {
            #[doc = #value_doc]
            pub const #constant: #name = #value;
        }
    });
    quote! {
        #[doc = #doc]
        pub type #name = c_int;
        #(#constants)*
    }
}

fn emit_type(signature: &Signature) -> Option<TokenStream> {
    let call = signature.call.as_ref()?;
    let name = format_ident!("HPyFunc_{}", signature.name);
    let doc = format!(
        " How the runtime calls an extension's `HPyFunc_{}`.",
        signature.name.to_uppercase()
    );
    let context = call.context.then(|| quote!(ctx: *mut HPyContext,));
    let (params, result) = (declarations(&call.params), arrow(&call.result));
    Some(quote! {
        #[doc = #doc]
        pub type #name = unsafe extern "C" fn(#context #(#params),*) #result;
    })
}

fn emit_member(member: &Member<'_>) -> TokenStream {
    let doc = format!(" {}, index {}.", member.name(), member.index());
    match member {
        Member::Constant(constant) => {
            let name = ident(&constant.name);
            quote! {
                #[doc = #doc]
                pub #name: HPy,
            }
        }
        Member::Function(function) => {
            let name = ident(&function.member());
            let (params, result) = (declarations(&function.params), arrow(&function.result));
            quote! {
                #[doc = #doc]
                pub #name: unsafe extern "C" fn(ctx: *mut HPyContext, #(#params),*) #result,
            }
        }
    }
}
