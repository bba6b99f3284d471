//! `catalogue.rs`: what checks and reports need to know about functions, resources, shapes and slots.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::rust::ident;
use crate::model::*;
use crate::plan::MEMBER_TYPES;

pub fn emit(spec: &Spec) -> TokenStream {
    let descriptions = spec.functions.iter().map(describe);
    let checks = emit_checks(&spec.checks);
    let kinds = emit_resource_kinds(&spec.resources);
    let shapes = emit_shape_name(&spec.shapes);
    let shaped = emit_shaped(&spec.shapes);
    let slots = emit_slot_name(&spec.slots);
    let member_types = emit_is_member_type(&spec.enums);
    quote! {
        use hpy_abi::*;
        use crate::reports::report::Check;

        /// What reports call the functions and their arguments.
        pub(crate) mod functions {
            use crate::reports::report::Function;
            #(#descriptions)*
        }

        #checks
        #kinds
        #shapes
        #shaped
        #slots
        #member_types
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

fn emit_resource_kinds(resources: &[Resource]) -> TokenStream {
    let kinds: Vec<_> = resources.iter().map(|r| ident(&r.name)).collect();
    let names = resources.iter().map(|r| &r.name);
    let ended = resources.iter().map(|r| check_constant(&r.ended));
    quote! {
        /// The kinds of builders and trackers, named by their C types.
        #[allow(clippy::enum_variant_names, reason = "the names of the C types")]
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum ResourceKind {
            #(#kinds),*
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
            example,
            mended,
            why,
            wrong,
        } = check;
        let [mended, why, wrong] = [mended, why, wrong].map(|text| text.as_deref().unwrap_or_default());
        let fatal = match fatal {
            Some(fatal) => quote!(Some(#fatal)),
            None => quote!(None),
        };
        quote! {
            pub(crate) static #name: Check =
                Check {
                    id: #id, title: #title, help: #help, example: #example, fatal: #fatal, is_warning: #is_warning,
                    mended: #mended, why: #why, wrong: #wrong,
                };
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

fn emit_shape_name(shapes: &[Shape]) -> TokenStream {
    let arms = shapes.iter().map(|shape| {
        let name = &shape.name;
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

fn emit_shaped(shapes: &[Shape]) -> TokenStream {
    let types = shapes.iter().filter_map(|shape| {
        let (base, shape) = (ident(shape.base.as_ref()?), ident(&shape.name));
        Some(quote!(Shaped { shape: #shape, base: |uctx| uctx.#base }))
    });
    quote! {
        /// A shape that only types with a certain base have.
        pub(crate) struct Shaped {
            pub(crate) shape: HPyType_BuiltinShape,
            /// The constant that is this base.
            pub(crate) base: fn(&HPyContext) -> HPy,
        }

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

fn emit_slot_name(slots: &[Slot]) -> TokenStream {
    let constants = slots.iter().map(|slot| format_ident!("{}", slot.name));
    let names = slots.iter().map(|slot| &slot.name);
    quote! {
        /// The name of the slot of this number; HPy has others not.
        pub(crate) fn slot_name(slot: HPySlot_Slot) -> Option<&'static str> {
            Some(match slot {
                #(#constants => #names,)*
                _ => return None,
            })
        }
    }
}
