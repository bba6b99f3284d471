//! `debug.rs`: the wrappers of the debug context, and the shims that call an extension on its behalf.
//!
//! A wrapper unwraps its arguments (each check is a named function of `Call`), forwards the call, and
//! wraps the result. A shim does the reverse for a call from the interpreter into the extension.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{arrow, declarations, ident};
use crate::model::*;

pub fn emit(spec: &Spec) -> TokenStream {
    let descriptions = spec.functions.iter().map(describe);
    let wrappers = spec
        .functions
        .iter()
        .map(|function| emit_wrapper(function, spec));
    let shims = spec.signatures.iter().filter_map(emit_shim);
    let shim_for = emit_shim_for(&spec.signatures);
    let context = emit_context(spec);
    let checks = emit_checks(&spec.checks);
    let shapes = emit_shape_name(&spec.enums);
    quote! {
        use core::ffi::{c_char, c_int, c_void};
        use core::mem::transmute;
        use hpy_abi::*;
        use crate::call::{Call, strlen};
        use crate::frame::{self, Frame};
        use crate::resources::ResourceKind;

        #context

        /// What reports call the functions and their arguments.
        pub(crate) mod functions {
            use crate::report::Function;
            #(#descriptions)*
        }

        #checks
        #shapes
        #(#wrappers)*
        #(#shims)*
        #shim_for
    }
}

fn describe(function: &Function) -> TokenStream {
    let (name, text) = (ident(&function.name), &function.name);
    let args = function.params.iter().map(|param| &param.name);
    quote!(pub(crate) static #name: Function = Function { name: #text, args: &[#(#args),*] };)
}

fn emit_context(spec: &Spec) -> TokenStream {
    let members = spec.members();
    let fields = members.iter().map(|member| match member {
        Member::Constant(constant) => {
            let name = ident(&constant.name);
            quote!(#name: constant((*uctx).#name))
        }
        Member::Function(function) => {
            let name = ident(&function.member());
            quote!(#name)
        }
    });
    quote! {
        /// A context that checks, then forwards to `uctx`; `constant` wraps each of its constants.
        pub(crate) unsafe fn context(
            uctx: *mut HPyContext,
            mut constant: impl FnMut(HPy) -> HPy,
        ) -> HPyContext {
            HPyContext {
                name: c"HPy Debug Mode ABI".as_ptr(),
                _private: core::ptr::null_mut(),
                abi_version: HPY_ABI_VERSION as c_int,
                #(#fields),*
            }
        }
    }
}

fn emit_checks(checks: &[Check]) -> TokenStream {
    let constants = checks.iter().map(|check| {
        let name = format_ident!("{}", check.id.replace('-', "_").to_uppercase());
        let Check {
            id,
            title,
            help,
            fatal,
        } = check;
        quote! {
            pub(crate) static #name: Check =
                Check { id: #id, title: #title, help: #help, fatal: #fatal };
        }
    });
    quote! {
        /// The check catalogue.
        pub(crate) mod checks {
            use crate::report::Check;
            #(#constants)*
        }
    }
}

fn emit_shape_name(enums: &[Enum]) -> TokenStream {
    let arms = enums
        .iter()
        .filter(|e| e.name == SHAPES)
        .flat_map(|e| &e.values)
        .map(|(name, _)| {
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

/// The enum of shapes; a constant's name is the enum's and the shape's.
const SHAPES: &str = "HPyType_BuiltinShape";

/// The steps of a wrapper, in the order in which they stand in it.
#[derive(Default)]
struct Steps {
    /// Arguments that are checked and passed on as they are.
    pointers: Vec<TokenStream>,
    /// Handles, which other steps need unwrapped.
    handles: Vec<TokenStream>,
    /// Checks of unwrapped handles.
    expectations: Vec<TokenStream>,
    /// Arrays, lists, builders, trackers.
    rest: Vec<TokenStream>,
    /// What becomes of results that are stored.
    stores: Vec<TokenStream>,
    /// What is passed on.
    args: Vec<TokenStream>,
}

fn emit_wrapper(function: &Function, spec: &Spec) -> TokenStream {
    let (name, description) = (ident(&function.member()), ident(&function.name));
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    if function.trampoline {
        let args = function.params.iter().map(|param| ident(&param.name));
        return quote! {
            unsafe extern "C" fn #name(ctx: *mut HPyContext, #(#params),*) #result {
                frame::dispatch(ctx, #(#args),*)
            }
        };
    }
    let mut steps = Steps::default();
    for (position, param) in function.params.iter().enumerate() {
        unwrap(&mut steps, position, param, spec);
    }
    let Steps {
        pointers,
        handles,
        mut expectations,
        rest,
        stores,
        args,
    } = steps;
    if let Returns::Struct { shape, owner } = &function.returns {
        let shape = format_ident!("{SHAPES}_{shape}");
        let (position, owner) = (position_of(owner, function), unwrapped(owner));
        expectations.push(quote!(call.expect_shape(#position, #owner, #shape);));
    }
    let enter = match function.interpreter {
        Some(Interpreter::Reenter) => quote!(Call::reenter(ctx, &functions::#description)),
        _ => quote!(Call::enter(ctx, &functions::#description)),
    };
    let resume = match function.interpreter {
        Some(Interpreter::Leave) => quote!(call.left_python();),
        _ => quote!(call.resume();),
    };
    let forward = quote!(((*uctx).#name)(uctx, #(#args),*));
    let (forward, wrap) = match &function.returns {
        Returns::Nothing => (quote!(#forward;), quote!()),
        Returns::Handle => (
            quote!(let returned = #forward;),
            quote!(call.open(returned)),
        ),
        Returns::Plain | Returns::Struct { .. } => {
            (quote!(let returned = #forward;), quote!(returned))
        }
        Returns::Resource => {
            let kind = ident(&function.result.base);
            (
                quote!(let returned = #forward;),
                quote!(#kind { _i: call.created(returned._i, ResourceKind::#kind) }),
            )
        }
        Returns::Buffer { owner, length } => {
            let owner = ident(owner);
            let length = buffer_length(length, spec);
            (
                quote!(let returned = #forward;),
                quote!(call.buffer(#owner, returned, || #length)),
            )
        }
    };
    quote! {
        unsafe extern "C" fn #name(ctx: *mut HPyContext, #(#params),*) #result {
            let call = #enter;
            #(#pointers)*
            #(#handles)*
            #(#expectations)*
            #(#rest)*
            let uctx = call.suspend();
            #forward
            #resume
            #(#stores)*
            #wrap
        }
    }
}

fn unwrap(steps: &mut Steps, position: usize, param: &Param, spec: &Spec) {
    let (name, unwrapped_name) = (ident(&param.name), unwrapped(&param.name));
    let at = Literal::usize_unsuffixed(position);
    let pointer_check = (param.ctype.is_pointer() && !param.nullable)
        .then(|| quote!(call.pointer(#at, #name.is_null());));
    match &param.role {
        Role::Handle { expects, kept_by } => {
            let accessor = if param.nullable {
                quote!(nullable)
            } else {
                quote!(handle)
            };
            steps
                .handles
                .push(quote!(let #unwrapped_name = call.#accessor(#at, #name);));
            if let Some((constant, expected)) = expects.as_ref().and_then(|e| spec.expected(e)) {
                let (constant, noun) = (ident(&constant.name), &expected.noun);
                let check =
                    quote!(call.expect_type(#at, #unwrapped_name, |uctx| uctx.#constant, #noun););
                steps.expectations.push(check);
            }
            if let Some(keeper) = kept_by {
                let keeper = ident(keeper);
                steps.stores.push(quote!(call.keep(#keeper._i, #name);));
            }
            steps.args.push(quote!(#unwrapped_name));
        }
        Role::ConsumedHandle => {
            if !param.nullable {
                steps.handles.push(quote!(call.handle(#at, #name);));
            }
            steps
                .handles
                .push(quote!(let #unwrapped_name = call.take(#at, #name);));
            steps.args.push(quote!(#unwrapped_name));
        }
        Role::Array { length, .. } => {
            let count = count(length, &param_types(spec, param), "call");
            steps
                .rest
                .push(quote!(let #unwrapped_name = call.array(#at, #name, #count);));
            steps.args.push(quote!(#unwrapped_name.as_ptr()));
        }
        Role::HandleList { field, until } => {
            let (field, until) = (ident(field), ident(until));
            steps.rest.push(quote! {
                let mut #unwrapped_name =
                    call.list(#at, #name, |item| item.#until == 0, |item| &mut item.#field);
            });
            steps.args.push(quote!(#unwrapped_name.as_mut_ptr()));
        }
        Role::OutHandle => {
            steps.pointers.extend(pointer_check);
            steps
                .rest
                .push(quote!(let mut #unwrapped_name = HPy::NULL;));
            steps
                .stores
                .push(quote!(*#name = call.open(#unwrapped_name);));
            steps.args.push(quote!(&raw mut #unwrapped_name));
        }
        Role::Resource {
            consumed,
            forgets,
            closes,
        } => {
            let kind = ident(&param.ctype.base);
            if !param.nullable {
                steps
                    .pointers
                    .push(quote!(call.pointer(#at, #name.is_null());));
            }
            if *closes {
                steps
                    .rest
                    .push(quote!(call.close_kept(#at, #name._i, ResourceKind::#kind);));
            }
            let accessor = if *consumed {
                quote!(spend)
            } else {
                quote!(resource)
            };
            steps.rest.push(quote! {
                let #unwrapped_name =
                    #kind { _i: call.#accessor(#at, #name._i, ResourceKind::#kind) };
            });
            if *forgets {
                steps.stores.push(quote!(call.forget_kept(#name._i);));
            }
            steps.args.push(quote!(#unwrapped_name));
        }
        Role::Plain | Role::Out | Role::Storage { .. } | Role::StructIn(_) | Role::StructOut(_) => {
            steps.pointers.extend(pointer_check);
            steps.args.push(quote!(#name));
        }
    }
}

fn unwrapped(name: &str) -> Ident {
    format_ident!("u_{name}")
}

fn position_of(name: &str, function: &Function) -> Literal {
    let position = function.params.iter().position(|param| param.name == name);
    Literal::usize_unsuffixed(position.unwrap_or(0))
}

/// Parameters that stand beside `param`: its function's or its signature's.
fn param_types<'a>(spec: &'a Spec, param: &Param) -> Vec<&'a Param> {
    let of_functions = spec.functions.iter().map(|function| &function.params);
    let of_signatures = spec
        .signatures
        .iter()
        .filter_map(|s| Some(&s.call.as_ref()?.params));
    of_functions
        .chain(of_signatures)
        .find(|params| {
            params
                .iter()
                .any(|candidate| std::ptr::eq(candidate, param))
        })
        .map_or_else(Vec::new, |params| params.iter().collect())
}

/// A number of handles; `receiver` is what knows the length of a handle.
fn count(length: &Length, params: &[&Param], receiver: &str) -> TokenStream {
    let Length::Sum(terms) = length else {
        return quote!(0);
    };
    let receiver = format_ident!("{receiver}");
    let terms = terms.iter().map(|term| match term {
        Term::Param(name) => {
            let unsigned = params
                .iter()
                .any(|param| param.name == *name && param.ctype.base == "size_t");
            let name = ident(name);
            if unsigned {
                quote!(#name)
            } else {
                quote!(#name.max(0) as usize)
            }
        }
        Term::LengthOf(name) if receiver == "call" => {
            let name = unwrapped(name);
            quote!(call.length(#name))
        }
        Term::LengthOf(name) => {
            let name = ident(name);
            quote!(#receiver.length(#name))
        }
    });
    quote!(#(#terms)+*)
}

fn buffer_length(length: &Length, spec: &Spec) -> TokenStream {
    match length {
        Length::CString => quote!(strlen(returned)),
        Length::Out(name) => {
            let name = ident(name);
            quote!(if #name.is_null() { strlen(returned) } else { *#name as usize })
        }
        Length::Function(function, argument) => {
            let member = spec.functions.iter().find(|f| f.name == *function);
            let member = ident(&member.map(Function::member).unwrap_or_default());
            let argument = unwrapped(argument);
            quote!(((*uctx).#member)(uctx, #argument) as usize)
        }
        Length::Sum(_) => count(length, &[], "call"),
    }
}

fn emit_shim(signature: &Signature) -> Option<TokenStream> {
    let call = signature.call.as_ref().filter(|call| call.context)?;
    let name = format_ident!("call_{}", signature.name);
    let type_name = format_ident!("HPyFunc_{}", signature.name);
    let (params, result) = (declarations(&call.params), arrow(&call.result));
    let siblings: Vec<&Param> = call.params.iter().collect();

    let mut open = Vec::new();
    let mut args = Vec::new();
    let mut results = Vec::new();
    let mut close = Vec::new();
    for param in &call.params {
        let (name, wrapped) = (ident(&param.name), format_ident!("d_{}", param.name));
        match &param.role {
            Role::Handle { .. } => {
                open.push(quote!(let #wrapped = frame.argument(#name);));
                args.push(quote!(#wrapped));
                close.push(quote!(frame.close(#wrapped);));
            }
            Role::Array { length, .. } => {
                let count = count(length, &siblings, "frame");
                open.push(quote!(let #wrapped = frame.arguments(#name, #count);));
                args.push(quote!(#wrapped.as_ptr()));
                close.push(quote!(frame.close_all(&#wrapped);));
            }
            Role::StructIn(field) => {
                let field = ident(field);
                open.push(quote! {
                    let mut #wrapped = *#name;
                    #wrapped.#field = frame.argument(#wrapped.#field);
                });
                args.push(quote!(&raw mut #wrapped));
                close.push(quote!(frame.close(#wrapped.#field);));
            }
            Role::StructOut(field) => {
                let field = ident(field);
                open.push(quote!(let mut #wrapped = *#name;));
                args.push(quote!(&raw mut #wrapped));
                results.push(quote! {
                    if result >= 0 {
                        #wrapped.#field = frame.result(#wrapped.#field);
                        *#name = #wrapped;
                    }
                });
            }
            _ => args.push(quote!(#name)),
        }
    }
    let invoke = quote!(function(frame.context(), #(#args),*));
    let (invoke, value) = if call.result.is_void() {
        (quote!(#invoke;), quote!())
    } else if call.result.is_handle() {
        results.push(quote!(let result = frame.result(result);));
        (quote!(let result = #invoke;), quote!(result))
    } else {
        (quote!(let result = #invoke;), quote!(result))
    };
    let text = format!("HPyFunc_{}", signature.name.to_uppercase());
    Some(quote! {
        unsafe extern "C" fn #name(_: *mut HPyContext, #(#params),*) #result {
            let frame = Frame::enter(#text);
            #(#open)*
            let function: #type_name = transmute(frame.function());
            #invoke
            frame.leave();
            #(#results)*
            #(#close)*
            #value
        }
    })
}

fn emit_shim_for(signatures: &[Signature]) -> TokenStream {
    let arms = signatures.iter().filter_map(|signature| {
        signature.call.as_ref().filter(|call| call.context)?;
        let value = format_ident!("HPyFunc_{}", signature.name.to_uppercase());
        let type_name = format_ident!("HPyFunc_{}", signature.name);
        let name = format_ident!("call_{}", signature.name);
        Some(quote!(#value => transmute::<#type_name, HPyCFunction>(#name)))
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
