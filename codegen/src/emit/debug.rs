//! `debug.rs`: the wrappers of the debug context, and the shims that call an extension on its behalf.
//!
//! A wrapper unwraps its arguments (each check is a named function of `Call`), forwards the call, and
//! wraps the result. A shim does the reverse for a call from the interpreter into the extension. Both
//! write down the steps of a [`plan`](crate::plan).

mod shim;
mod wrapper;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident;
use crate::model::*;
use crate::plan::{MEMBER_TYPES, SHAPES, Shim, Wrapper};

pub fn emit(spec: &Spec) -> TokenStream {
    let descriptions = spec.functions.iter().map(describe);
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
    let members = spec.members();
    let count = members.len();
    let names = members.iter().map(|member| match member {
        Member::Constant(_) => "",
        Member::Function(function) => function.name.as_str(),
    });
    let checks = emit_checks(&spec.checks);
    let kinds = emit_resource_kinds(&spec.resources);
    let shapes = emit_shape_name(&spec.enums);
    let shaped = emit_shaped(spec);
    let slots = emit_is_slot(&spec.slots);
    let member_types = emit_is_member_type(&spec.enums);
    quote! {
        use core::ffi::*;
        use core::mem::{offset_of, transmute};
        use hpy_abi::*;
        use crate::calls::call::{self, Call, UNSTORED, strlen};
        use crate::calls::error_value::{ErrorValue, error_value, nothing};
        use crate::calls::frame::{self, Exception, Frame};
        use crate::reports::report::Check;
        use crate::calls::type_spec::Shaped;

        #context

        /// What reports call the functions and their arguments.
        pub(crate) mod functions {
            use crate::reports::report::Function;
            #(#descriptions)*
        }

        /// Names of the functions by index; constants have none.
        pub(crate) static NAMES: [&str; #count] = [#(#names),*];

        #checks
        #kinds
        #shapes

        #shaped
        #slots
        #member_types
        #(#wrappers)*
        #(#shims)*
        #shim_for
        #function_at
    }
}

fn describe(function: &Function) -> TokenStream {
    let (name, text) = (ident(&function.name), &function.name);
    let args = function.params.iter().map(|param| &param.name);
    let nullable = (function.params.iter().enumerate())
        .filter(|(_, param)| param.nullable)
        .map(|(position, _)| Literal::usize_unsuffixed(position));
    let index = Literal::usize_unsuffixed(function.index);
    let can_fail = function.tells_errors();
    quote! {
        pub(crate) static #name: Function = Function {
            name: #text,
            args: &[#(#args),*],
            nullable: &[#(#nullable),*],
            index: #index,
            can_fail: #can_fail,
        };
    }
}

fn emit_context(spec: &Spec) -> TokenStream {
    let members = spec.members();
    let fields = members.iter().map(|member| match member {
        Member::Constant(constant) => {
            let name = ident(&constant.name);
            quote!(#name: HPy::NULL)
        }
        Member::Function(function) => {
            let name = ident(&function.member());
            quote!(#name)
        }
    });
    let constants = spec.constants.iter().map(|constant| {
        let name = ident(&constant.name);
        quote!(offset_of!(HPyContext, #name))
    });
    let count = Literal::usize_unsuffixed(spec.constants.len());
    quote! {
        /// Where a context has its constants, in bytes.
        const CONSTANTS: [usize; #count] = [#(#constants),*];

        /// A context that checks, without constants.
        const WITHOUT_CONSTANTS: HPyContext = HPyContext {
            name: c"HPy Debug Mode ABI".as_ptr(),
            _private: core::ptr::null_mut(),
            abi_version: HPY_ABI_VERSION as c_int,
            #(#fields),*
        };

        /// A context that checks, then forwards to `uctx`; `constant` wraps each of its constants.
        #[inline(always)]
        pub(crate) unsafe fn context(
            uctx: *const HPyContext,
            mut constant: impl FnMut(HPy) -> HPy,
        ) -> HPyContext {
            let mut context = WITHOUT_CONSTANTS;
            for offset in CONSTANTS {
                let wrapped = constant(uctx.byte_add(offset).cast::<HPy>().read());
                (&raw mut context).byte_add(offset).cast::<HPy>().write(wrapped);
            }
            context
        }
    }
}

fn emit_resource_kinds(resources: &[Resource]) -> TokenStream {
    let kinds: Vec<_> = resources.iter().map(|r| ident(&r.name)).collect();
    let names = resources.iter().map(|r| &r.name);
    let ended = resources.iter().map(|r| check_constant(&r.ended));
    let variants = kinds.iter().enumerate().map(|(number, kind)| match number {
        0 => quote!(#kind = crate::handles::resources::FIRST_KIND),
        _ => quote!(#kind),
    });
    quote! {
        #(impl ErrorValue for #kinds {
            const ERROR: Self = Self::NULL;
            const NOTHING: Self = Self::NULL;
        })*

        /// The kinds of builders and trackers, named by their C types.
        #[allow(clippy::enum_variant_names, reason = "the names of the C types")]
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum ResourceKind {
            #(#variants),*
        }

        impl ResourceKind {
            pub(crate) const ALL: &[Self] = &[#(Self::#kinds),*];

            /// The C type.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    #(Self::#kinds => #names),*
                }
            }

            /// What reports a use after the end.
            pub(crate) fn ended(self) -> &'static Check {
                match self {
                    #(Self::#kinds => &checks::#ended),*
                }
            }
        }
    }
}

fn check_constant(id: &str) -> Ident {
    format_ident!("{}", id.replace('-', "_").to_uppercase())
}

fn emit_checks(checks: &[Check]) -> TokenStream {
    let constants = checks.iter().map(|check| {
        let name = check_constant(&check.id);
        let Check {
            id,
            title,
            help,
            fatal,
            is_warning,
            ..
        } = check;
        quote! {
            pub(crate) static #name: Check =
                Check { id: #id, title: #title, help: #help, fatal: #fatal, is_warning: #is_warning };
        }
    });
    let all = checks.iter().map(|check| check_constant(&check.id));
    quote! {
        /// The check catalogue.
        pub(crate) mod checks {
            use crate::reports::report::Check;
            #(#constants)*
            pub(crate) static ALL: &[&Check] = &[#(&#all),*];
        }
    }
}

fn emit_shape_name(enums: &[Enum]) -> TokenStream {
    let arms = enums
        .iter()
        .filter(|e| e.name == SHAPES)
        .flat_map(|e| &e.constants)
        .map(|constant| {
            let name = &constant.name;
            let constant = format_ident!("{name}");
            quote!(#constant => #name)
        });
    quote! {
        /// The C name of a shape.
        pub(crate) fn shape_name(shape: HPyType_BuiltinShape) -> &'static str {
            match shape {
                #(#arms,)*
                _ => "<unknown shape>",
            }
        }
    }
}

/// Shapes are called after types that are constants, but for those that any type may have.
fn emit_shaped(spec: &Spec) -> TokenStream {
    let shapes = spec.enums.iter().filter(|e| e.name == SHAPES);
    let types = shapes.flat_map(|e| &e.constants).filter_map(|shape| {
        let type_ = format!("h{}Type", shape.name.strip_prefix(SHAPES)?);
        let constant = spec.constants.iter().find(|c| c.name == type_)?;
        let (shape, constant) = (ident(&shape.name), ident(&constant.name));
        Some(quote!(Shaped { shape: #shape, base: |uctx| uctx.#constant }))
    });
    quote! {
        /// The shapes that only types with such a base have.
        pub(crate) const SHAPED: &[Shaped] = &[#(#types),*];
    }
}

fn emit_is_member_type(enums: &[Enum]) -> TokenStream {
    let of = |e: &&Enum| e.name == MEMBER_TYPES;
    let constants = enums.iter().filter(of).flat_map(|e| &e.constants);
    let constants = constants.map(|constant| ident(&constant.name));
    quote! {
        /// Whether members may be of the type of this number.
        pub(crate) fn is_member_type(number: HPyMember_FieldType) -> bool {
            [#(#constants),*].contains(&number)
        }
    }
}

fn emit_is_slot(slots: &[Slot]) -> TokenStream {
    let constants = slots.iter().map(|slot| format_ident!("{}", slot.name));
    quote! {
        /// Whether HPy has a slot of this number.
        pub(crate) fn is_slot(slot: HPySlot_Slot) -> bool {
            matches!(slot, #(#constants)|*)
        }
    }
}

/// A number of handles; `handle_length` says what the length of a handle is.
fn count<'a>(
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

/// The signatures that have a shim.
fn with_shim(signatures: &[Signature]) -> impl Iterator<Item = &Signature> {
    let has_shim =
        |signature: &&Signature| signature.call.as_ref().is_some_and(|call| call.context);
    signatures.iter().filter(has_shim)
}

fn emit_function_at(spec: &Spec) -> TokenStream {
    let (names, wrappers): (Vec<_>, Vec<_>) = (spec.functions.iter())
        .map(|function| (&function.name, ident(&function.member())))
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
