//! `universal.rs`: the universal context's table, its functions that are one C-API call, and the way
//! from CPython's calling conventions into an extension.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{arrow, declarations, ident};
use crate::ctype::CType;
use crate::model::*;

pub fn emit(spec: &Spec) -> TokenStream {
    let one_liners = spec.functions.iter().filter_map(emit_one_liner);
    let context = emit_context(spec);
    let calls = spec.signatures.iter().filter_map(emit_call);
    let dispatch = emit_dispatch(&spec.signatures);
    quote! {
        use core::ffi::{c_char, c_int, c_void};
        use core::mem::transmute;
        use hpy_abi::*;
        use pyo3_ffi as ffi;
        use pyo3_ffi::PyObject;
        use crate::by_hand;
        use crate::handles::{h2py, py2h};
        use crate::trampoline;

        #context
        #(#one_liners)*
        #(#calls)*
        #dispatch
    }
}

fn emit_one_liner(function: &Function) -> Option<TokenStream> {
    let Cpython::Calls(target) = &function.cpython else {
        return None;
    };
    let (name, target) = (ident(&function.member()), ident(target));
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    let args = function
        .params
        .iter()
        .map(|param| to_python(&param.ctype, &ident(&param.name)));
    let call = quote!(ffi::#target(#(#args),*));
    let body = match from_python(&function.result, &call) {
        _ if function.result.is_void() => quote!(#call;),
        value => value,
    };
    Some(quote! {
        unsafe extern "C" fn #name(_: *mut HPyContext, #(#params),*) #result {
            #body
        }
    })
}

fn to_python(ctype: &CType, value: &impl quote::ToTokens) -> TokenStream {
    if ctype.is_handle() {
        quote!(h2py(#value).cast())
    } else if ctype.base == "HPyThreadState" {
        quote!(#value._i as *mut _)
    } else if ctype.is_pointer() {
        quote!(#value.cast())
    } else {
        quote!(#value as _)
    }
}

fn from_python(ctype: &CType, value: &TokenStream) -> TokenStream {
    if ctype.is_handle() {
        quote!(py2h(#value))
    } else if ctype.base == "HPyThreadState" {
        quote!(HPyThreadState { _i: #value as isize })
    } else if ctype.is_pointer() {
        quote!(#value.cast())
    } else {
        quote!(#value as _)
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
            match function.cpython {
                Cpython::Calls(_) => quote!(#name),
                Cpython::ByHand if function.trampoline => quote!(#name: call_from_trampoline),
                Cpython::ByHand => quote!(#name: by_hand::#name),
            }
        }
    });
    let constants = spec.constants.iter().map(|constant| {
        let (name, object) = (ident(&constant.name), constant_object(&constant.cpython));
        quote!((*ctx).#name = py2h(#object);)
    });
    quote! {
        /// The universal context; its constants are NULL until [`fill_constants`].
        pub(crate) const CONTEXT: HPyContext = HPyContext {
            name: c"HPy Universal ABI (CPython backend)".as_ptr(),
            _private: core::ptr::null_mut(),
            abi_version: HPY_ABI_VERSION as c_int,
            #(#fields),*
        };

        /// Fills in the context's constants, each a borrowed reference to an immortal object.
        pub(crate) unsafe fn fill_constants(ctx: *mut HPyContext) {
            #(#constants)*
        }
    }
}

/// A C expression of the spec in Rust: exceptions are variables, types are structs, and the macros
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

/// The struct that a trampoline fills in, and the function that makes the call from it.
fn emit_call(signature: &Signature) -> Option<TokenStream> {
    let call = signature
        .call
        .as_ref()
        .filter(|call| !call.by_hand && call.context)?;
    let struct_name = format_ident!("args_{}", signature.name);
    let call_name = format_ident!("call_{}", signature.name);
    let type_name = format_ident!("HPyFunc_{}", signature.name);

    let tuple_length = call.params.iter().find_map(|param| match &param.role {
        Role::Array {
            length: Length::Sum(terms),
            python_tuple: true,
        } => match &terms[..] {
            [Term::Param(name)] => Some(name.as_str()),
            _ => None,
        },
        _ => None,
    });
    let mut fields = Vec::new();
    let mut before = Vec::new();
    let mut args = Vec::new();
    let mut after = Vec::new();
    for param in &call.params {
        let (name, passed) = (ident(&param.name), format_ident!("h_{}", param.name));
        match &param.role {
            Role::Handle { .. } => {
                fields.push(quote!(#name: *mut PyObject));
                args.push(quote!(py2h((*args).#name)));
            }
            Role::Array {
                python_tuple: true, ..
            } => {
                fields.push(quote!(#name: *mut PyObject));
                before.push(quote!(let mut #passed = trampoline::Handles::new();));
                args.push(quote!(#passed.of_tuple((*args).#name)));
                let length_type = &call
                    .params
                    .iter()
                    .find(|p| Some(p.name.as_str()) == tuple_length);
                let length_type = length_type.map(|p| p.ctype.rust());
                args.push(quote!(trampoline::tuple_length((*args).#name) as #length_type));
            }
            Role::Array { length, .. } => {
                fields.push(quote!(#name: *const *mut PyObject));
                let count = sum(length);
                before.push(quote!(let mut #passed = trampoline::Handles::new();));
                args.push(quote!(#passed.of_array((*args).#name, #count)));
            }
            Role::StructOut(_) => {
                fields.push(quote!(#name: *mut ffi::Py_buffer));
                before.push(quote!(let mut #passed = trampoline::empty_buffer();));
                args.push(quote!(&raw mut #passed));
                after.push(quote!(trampoline::buffer_out(result, &#passed, (*args).#name);));
            }
            Role::StructIn(_) => {
                fields.push(quote!(#name: *mut ffi::Py_buffer));
                before.push(quote!(let mut #passed = by_hand::buffer_from_python((*args).#name);));
                args.push(quote!(&raw mut #passed));
            }
            _ if Some(param.name.as_str()) == tuple_length => {}
            _ if is_vector_length(param, &call.params) => {
                fields.push(quote!(#name: usize));
                args.push(quote!(trampoline::nargs((*args).#name)));
            }
            _ => {
                let ctype = param.ctype.rust();
                fields.push(quote!(#name: #ctype));
                args.push(quote!((*args).#name));
            }
        }
    }
    let invoke = quote!(function(ctx, #(#args),*));
    let invoke = if call.result.is_void() {
        quote!(#invoke;)
    } else if call.result.is_handle() {
        fields.push(quote!(result: *mut PyObject));
        quote!((*args).result = h2py(#invoke);)
    } else {
        let ctype = call.result.rust();
        fields.push(quote!(result: #ctype));
        quote! {
            let result = #invoke;
            #(#after)*
            (*args).result = result;
        }
    };
    Some(quote! {
        #[repr(C)]
        struct #struct_name {
            #(#fields),*
        }

        unsafe fn #call_name(ctx: *mut HPyContext, function: HPyCFunction, args: *mut c_void) {
            let args = args.cast::<#struct_name>();
            let function: #type_name = transmute(function);
            #(#before)*
            #invoke
        }
    })
}

/// Whether the parameter is the `nargs` of an array that CPython passes as pointer and length.
fn is_vector_length(param: &Param, params: &[Param]) -> bool {
    params.iter().any(|other| match &other.role {
        Role::Array {
            length: Length::Sum(terms),
            python_tuple: false,
        } => terms.contains(&Term::Param(param.name.clone())),
        _ => false,
    })
}

fn sum(length: &Length) -> TokenStream {
    let Length::Sum(terms) = length else {
        return quote!(0);
    };
    let terms = terms.iter().map(|term| match term {
        Term::Param(name) => {
            let name = ident(name);
            quote!(trampoline::nargs((*args).#name))
        }
        Term::LengthOf(name) => {
            let name = ident(name);
            quote!(trampoline::tuple_length((*args).#name))
        }
    });
    quote!(#(#terms)+*)
}

fn emit_dispatch(signatures: &[Signature]) -> TokenStream {
    let arms = signatures.iter().filter_map(|signature| {
        let call = signature.call.as_ref()?;
        let value = format_ident!("HPyFunc_{}", signature.name.to_uppercase());
        let name = format_ident!("call_{}", signature.name);
        Some(if call.by_hand {
            quote!(#value => trampoline::#name(ctx, function, args))
        } else {
            quote!(#value => #name(ctx, function, args))
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
            match signature {
                #(#arms,)*
                _ => trampoline::unsupported(signature),
            }
        }
    }
}
