//! Code that takes the struct which a trampoline has filled in, and calls the extension's function.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::rust::{arrow, declarations, ident, sum};
use crate::model::*;

/// The code that passes one argument from the struct to the extension.
#[derive(Default)]
struct Passed {
    /// Its type in the struct. `None` if CPython passes nothing for it.
    field: Option<TokenStream>,
    /// Code before the call.
    before: Option<TokenStream>,
    /// The argument that the extension's function gets.
    argument: TokenStream,
    /// Code after the call.
    after: Option<TokenStream>,
}

/// The struct, and the function that makes the call from it. `None` if the call is handwritten.
pub fn emit(signature: &Signature) -> Option<TokenStream> {
    let call = signature.call.as_ref();
    let call = call.filter(|call| !call.by_hand && call.context)?;
    let struct_name = format_ident!("args_{}", signature.name);
    let call_name = format_ident!("call_{}", signature.name);
    let passed: Vec<Passed> = call.params.iter().map(|param| pass(param, call)).collect();
    let names = call.params.iter().map(|param| ident(&param.name));
    let fields = names.zip(&passed).filter_map(|(name, passed)| {
        let field = passed.field.as_ref()?;
        Some(quote!(#name: #field,))
    });
    let before = passed.iter().map(|passed| &passed.before);
    let arguments = passed.iter().map(|passed| &passed.argument);
    let after = passed.iter().map(|passed| &passed.after);
    let (params, arrow) = (declarations(&call.params), arrow(&call.result));
    let function = quote!(unsafe extern "C" fn(ctx: *mut HPyContext, #(#params),*) #arrow);
    let invoke = quote!(guarded!(function(ctx, #(#arguments),*)));
    let (result, invoke) = if call.result.is_void() {
        let mut params = call.params.iter();
        let object = params.find(|param| matches!(param.role, Role::Handle { .. }));
        let object = object.map_or(quote!(core::ptr::null_mut()), |param| {
            let name = ident(&param.name);
            quote!((*args).#name)
        });
        (
            None,
            quote!(trampoline::without_exception(#object, || #invoke);),
        )
    } else if call.result.is_handle() {
        (
            Some(quote!(result: *mut PyObject)),
            quote!((*args).result = h2py(#invoke);),
        )
    } else {
        let ctype = call.result.rust();
        let store = quote! {
            let result = #invoke;
            #(#after)*
            (*args).result = result;
        };
        (Some(quote!(result: #ctype)), store)
    };
    Some(quote! {
        #[repr(C)]
        struct #struct_name {
            #(#fields)*
            #result
        }

        unsafe fn #call_name(
            ctx: *mut HPyContext,
            _: HPyFunc_Signature,
            function: HPyCFunction,
            args: *mut c_void,
        ) {
            let args = args.cast::<#struct_name>();
            let function: #function = transmute(function);
            #(#before)*
            #invoke
        }
    })
}

fn pass(param: &Param, call: &SignatureCall) -> Passed {
    let (name, passed) = (ident(&param.name), format_ident!("h_{}", param.name));
    match &param.role {
        Role::Handle { .. } => Passed {
            field: Some(quote!(*mut PyObject)),
            argument: quote!(py2h((*args).#name)),
            ..Passed::default()
        },
        Role::Array {
            python_tuple: true, ..
        } => Passed {
            field: Some(quote!(*mut PyObject)),
            before: Some(quote!(let mut #passed = trampoline::Handles::new();)),
            argument: quote!(#passed.of_tuple((*args).#name)),
            after: None,
        },
        Role::Array { length, .. } => {
            let count = sum(
                length,
                |_, name| quote!(trampoline::nargs((*args).#name)),
                |_, name| quote!(trampoline::tuple_length((*args).#name)),
            );
            Passed {
                field: Some(quote!(*const *mut PyObject)),
                before: Some(quote!(let mut #passed = trampoline::Handles::new();)),
                argument: quote!(#passed.of_array((*args).#name, #count)),
                after: None,
            }
        }
        Role::StructOut(_) => Passed {
            field: Some(quote!(*mut ffi::Py_buffer)),
            before: Some(quote!(let mut #passed = trampoline::empty_buffer();)),
            argument: quote!(&raw mut #passed),
            after: Some(quote!(trampoline::buffer_out(result, &#passed, (*args).#name);)),
        },
        Role::StructIn(_) => Passed {
            field: Some(quote!(*mut ffi::Py_buffer)),
            before: Some(quote!(let mut #passed = by_hand::buffer_from_python((*args).#name);)),
            argument: quote!(&raw mut #passed),
            after: None,
        },
        _ => pass_value(param, call),
    }
}

/// An argument that neither is a handle nor points to handles.
fn pass_value(param: &Param, call: &SignatureCall) -> Passed {
    let (name, ctype) = (ident(&param.name), param.ctype.rust());
    match call.counted(param) {
        Some((array, true)) => {
            let array = ident(&array.name);
            Passed {
                argument: quote!(trampoline::tuple_length((*args).#array) as #ctype),
                ..Passed::default()
            }
        }
        Some((_, false)) => Passed {
            field: Some(quote!(usize)),
            argument: quote!(trampoline::nargs((*args).#name)),
            ..Passed::default()
        },
        None => Passed {
            field: Some(ctype),
            argument: quote!((*args).#name),
            ..Passed::default()
        },
    }
}
