//! The wrappers: what extensions call.

use std::ffi::CString;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::emit::rust::{arguments, arrow, count, declarations, ident, member_function};
use crate::model::*;
use crate::plan::{Step, Wrapper, WrapperAction};

/// Emits the wrapper of a plan.
pub fn emit(plan: &Wrapper<'_>, spec: &Spec) -> TokenStream {
    let function = plan.function;
    let steps = plan
        .steps
        .iter()
        .map(|step| emit_step(step, function, spec));
    let steps = quote!(#(#steps)*);
    let Some(slow) = slow_name(plan) else {
        return member_function(function, &quote!(ctx), &steps);
    };
    let fast = fast_steps(plan, spec, &slow);
    let fast = member_function(function, &quote!(ctx), &quote!(#(#fast)*));
    let (params, result) = (declarations(&function.params), arrow(&function.result));
    quote! {
        #fast

        #[cold]
        unsafe extern "C" fn #slow(ctx: *mut HPyContext, #(#params),*) #result {
            #steps
        }
    }
}

/// The name of the slow path, if a wrapper has one of its own: the fast path would have to keep other arguments for it.
pub fn slow_name(plan: &Wrapper<'_>) -> Option<Ident> {
    let is_handle = |step: &Step<'_, WrapperAction<'_>>| {
        matches!(step.action, WrapperAction::Handle | WrapperAction::Nullable)
    };
    let is_worth_it = plan.function.params.len() > 1 && plan.steps.iter().any(is_handle);
    is_worth_it.then(|| format_ident!("slow_{}", plan.function.member()))
}

/// The steps of the fast path. As long as nothing was done, it leaves what is unusual to the slow path, which begins anew.
fn fast_steps(plan: &Wrapper<'_>, spec: &Spec, slow: &Ident) -> Vec<TokenStream> {
    let function = plan.function;
    let args = function.params.iter().map(|param| ident(&param.name));
    let slow = quote!(return #slow(ctx, #(#args),*));
    let (mut has_effect, mut reports) = (false, false);
    let emit = |step: &Step<'_, WrapperAction<'_>>| {
        if matches!(step.action, WrapperAction::Refuse) && !reports {
            return TokenStream::new();
        }
        let fast = match has_effect {
            false => emit_fast(step, function, &slow),
            true => None,
        };
        let is_effect = matches!(step.action, WrapperAction::Item(_) | WrapperAction::Keep(_));
        has_effect |= fast.is_none() || is_effect;
        fast.unwrap_or_else(|| {
            reports = true;
            emit_step(step, function, spec)
        })
    };
    plan.steps.iter().map(emit).collect()
}

/// A step that leaves what is unusual to the slow path, where there is one.
fn emit_fast(
    step: &Step<'_, WrapperAction<'_>>,
    function: &Function,
    slow: &TokenStream,
) -> Option<TokenStream> {
    let Some((_, param)) = step.argument else {
        let description = ident(&function.name);
        return Some(match &step.action {
            WrapperAction::Enter => quote! {
                let Some(call) = Call::enter_fast(ctx, &functions::#description) else { #slow };
            },
            WrapperAction::NoException { .. } => quote!(if call.is_in_trouble() { #slow }),
            _ => return None,
        });
    };
    let (name, unwrapped, kind) = (
        ident(&param.name),
        unwrapped(&param.name),
        ident(&param.ctype.base),
    );
    Some(match &step.action {
        WrapperAction::NotNull => match param.limits.null_if.as_deref().map(ident) {
            Some(number) => quote!(if #name.is_null() && #number != 0 { #slow }),
            None => quote!(if #name.is_null() { #slow }),
        },
        WrapperAction::AtLeast(least) => {
            let least = Literal::i64_unsuffixed(*least);
            quote!(if (#name as isize) < #least { #slow })
        }
        WrapperAction::OneOf(of) => {
            let values = of.constants.iter();
            let values = values.map(|c| Literal::i64_unsuffixed(c.value));
            quote!(if ![#(#values),*].contains(&(#name as i64)) { #slow })
        }
        WrapperAction::Handle => quote! {
            let Some(#unwrapped) = call.fresh(#name) else { #slow };
        },
        WrapperAction::Nullable => quote! {
            let Some(#unwrapped) = call.fresh_or_null(#name) else { #slow };
        },
        WrapperAction::Resource => quote! {
            let Some(#unwrapped) = call.open_resource(#name._i, ResourceKind::#kind) else { #slow };
            let #unwrapped = #kind { _i: #unwrapped };
        },
        WrapperAction::Keep(tracker) => {
            let tracker = ident(tracker);
            quote!(if !call.keep_fast(#tracker._i, #name) { #slow })
        }
        WrapperAction::Item(builder) => {
            let builder = ident(builder);
            quote!(if !call.set_next_item(#builder._i, #name as isize) { #slow })
        }
        _ => return None,
    })
}

fn emit_step(step: &Step<'_, WrapperAction<'_>>, function: &Function, spec: &Spec) -> TokenStream {
    match step.argument {
        Some((position, param)) => emit_argument(&step.action, position, param, function),
        None => emit_call(&step.action, function, spec),
    }
}

/// The code of a step that handles one argument.
fn emit_argument(
    action: &WrapperAction<'_>,
    position: usize,
    param: &Param,
    function: &Function,
) -> TokenStream {
    let at = Literal::usize_unsuffixed(position);
    let (name, unwrapped, kind) = (
        ident(&param.name),
        unwrapped(&param.name),
        ident(&param.ctype.base),
    );
    match action {
        WrapperAction::NotNull => match &param.limits.null_if {
            Some(number) => {
                let number = ident(number);
                quote!(call.pointer(#at, #name.is_null() && #number != 0);)
            }
            None => quote!(call.pointer(#at, #name.is_null());),
        },
        WrapperAction::AtLeast(least) => {
            let least = Literal::i64_unsuffixed(*least);
            quote!(call.at_least(#at, #name as isize, #least);)
        }
        WrapperAction::ThreadState => quote!(let #name = call.thread_state(#at, #name);),
        WrapperAction::OneOf(of) => {
            let values = of
                .constants
                .iter()
                .map(|c| Literal::i64_unsuffixed(c.value));
            let of = &of.name;
            quote! {
                call.one_of(#at, [#(#values),*].contains(&(#name as i64)), #name as i64, #of);
            }
        }
        WrapperAction::Made => quote!(call.made(#at, #name, #unwrapped);),
        WrapperAction::Called => quote!(call.called(#at, #name, #unwrapped);),
        WrapperAction::Handle => quote!(let #unwrapped = call.handle(#at, #name);),
        WrapperAction::Nullable => quote!(let #unwrapped = call.nullable(#at, #name);),
        WrapperAction::Take => quote!(let #unwrapped = call.take(#at, #name);),
        WrapperAction::Expect(Test::Constant(constant), expected) => {
            let (constant, noun) = (ident(&constant.name), &expected.noun);
            let offset = quote!(offset_of!(HPyContext, #constant));
            quote!(call.expect_type(#at, #name, #unwrapped, #offset, #noun);)
        }
        WrapperAction::Expect(Test::Function(check), expected) => {
            let (check_name, noun) = (ident(&check.member()), &expected.noun);
            let pending_allowed = check.pending_allowed;
            quote!(call.expect_protocol(#at, #name, #unwrapped, |uctx| uctx.#check_name, #pending_allowed, #noun);)
        }
        WrapperAction::Expect(Test::Derives(base), expected) => {
            let (base, noun) = (ident(&base.name), &expected.noun);
            quote!(call.expect_derived(#at, #name, #unwrapped, |uctx| uctx.#base, #noun);)
        }
        WrapperAction::Expect(Test::Imported(imported), expected) => {
            let (module, attribute) = (c_string(&imported.module), c_string(&imported.attribute));
            let noun = &expected.noun;
            quote!(call.expect_imported(#at, #name, #unwrapped, #module, #attribute, #noun);)
        }
        WrapperAction::ExpectItems(constant, tuple, items) => {
            let constant = ident(&constant.name);
            let noun = format!("{} whose items are each {}", tuple.noun, items.noun);
            quote!(call.expect_items(#at, #name, #unwrapped, |uctx| uctx.#constant, #noun);)
        }
        WrapperAction::ExpectShape(shape) => {
            let shape = format_ident!("{SHAPES}_{shape}");
            quote!(call.expect_shape(#at, #name, #unwrapped, #shape);)
        }
        WrapperAction::Array(length) => {
            let count = array_length(length, function);
            quote!(let #unwrapped = call.array(#at, #name, #count);)
        }
        WrapperAction::List(field, until) => {
            let (field, until) = (ident(field), ident(until));
            quote! {
                let mut #unwrapped =
                    call.list(#at, #name, |item| item.#until == 0, |item| &mut item.#field);
            }
        }
        WrapperAction::Room => quote!(let mut #unwrapped = UNSTORED;),
        WrapperAction::CloseKept => quote!(call.close_kept(#at, #name._i, ResourceKind::#kind);),
        WrapperAction::Resource => quote! {
            let #unwrapped = #kind { _i: call.resource(#at, #name._i, ResourceKind::#kind) };
        },
        WrapperAction::Complete => quote!(call.complete(#at, #name._i, ResourceKind::#kind);),
        WrapperAction::Item(builder) => {
            let param = function.params.iter().find(|param| param.name == *builder);
            let kind = ident(&param.expect("the parser has looked it up").ctype.base);
            let (builder, unwrapped) = (ident(builder), self::unwrapped(builder));
            quote! {
                let #unwrapped = #kind { _i: call.item(#at, #builder._i, #name as isize, #unwrapped._i) };
            }
        }
        WrapperAction::Spend => quote! {
            let #unwrapped = #kind { _i: call.spend(#at, #name._i, ResourceKind::#kind) };
        },
        WrapperAction::Keep(tracker) => {
            let tracker = ident(tracker);
            quote!(call.keep(#tracker._i, #name);)
        }
        WrapperAction::TypeSpec => quote!(let #unwrapped = call.type_spec(#at, #name);),
        WrapperAction::TypeBases(bases) => {
            let bases = self::unwrapped(bases);
            quote!(let #unwrapped = call.type_bases(#at, #unwrapped, #name, &#bases);)
        }
        WrapperAction::TypeSpecTaken(bases) => {
            let bases = match bases.map(self::unwrapped) {
                Some(bases) => quote!(#bases.as_slice()),
                None => quote!(&[]),
            };
            quote!(call.type_spec_taken(#at, #unwrapped, returned.is_null(), #bases);)
        }
        WrapperAction::Store(owner, handle) => {
            let (h, owner, handle) = (
                ident(owner),
                self::unwrapped(owner),
                self::unwrapped(handle),
            );
            quote!(call.store(#at, #h, #owner, #name, #handle);)
        }
        WrapperAction::ForgetKept => quote!(call.forget_kept(#name._i);),
        WrapperAction::OpenStored => quote!(call.open_stored(#name, #unwrapped);),
        other => unreachable!("{other:?} concerns no argument"),
    }
}

/// The code of a step that handles the whole call.
fn emit_call(action: &WrapperAction<'_>, function: &Function, spec: &Spec) -> TokenStream {
    let description = ident(&function.name);
    match action {
        WrapperAction::Enter => {
            // A fast path would not ask whether the call is refused.
            let wrapper = slow_name(&Wrapper::new(function, spec))
                .unwrap_or_else(|| ident(&function.member()));
            let args = arguments(function);
            quote! {
                let call = call::enter!(ctx, #description, #wrapper(#(#args),*));
            }
        }
        WrapperAction::Reenter => quote! {
            let Some(call) = Call::reenter(ctx, &functions::#description) else {
                return nothing();
            };
        },
        WrapperAction::Dispatch => {
            let args = arguments(function);
            let signature = args.first();
            quote!(frame::dispatch(ctx, shim_for(#signature), #(#args),*))
        }
        WrapperAction::CApi => quote!(call.c_api();),
        WrapperAction::NoException { refuses: false } => quote!(call.no_exception();),
        WrapperAction::NoException { refuses: true } => refuse(&quote!(no_exception), function),
        WrapperAction::Refuse => refuse(&quote!(refused), function),
        WrapperAction::Suspend => quote!(let below = call.suspend();),
        WrapperAction::Forward => {
            let (name, args) = (
                ident(&function.member()),
                function.params.iter().map(passed),
            );
            let forward = quote!(((*below).#name)(below, #(#args),*));
            if function.result.is_void() {
                quote!(#forward;)
            } else {
                quote!(let returned = #forward;)
            }
        }
        WrapperAction::Resume => quote!(call.resume();),
        WrapperAction::Below => quote!(let below = call.below();),
        WrapperAction::Over => quote!(call.over();),
        WrapperAction::Leave => quote!(call.left_python(returned);),
        WrapperAction::Raised => quote!(call.raised();),
        WrapperAction::Cleared => quote!(call.cleared();),
        WrapperAction::MayHaveRaised => quote!(call.may_have_raised(&returned);),
        WrapperAction::RaisedWith(error) => {
            let error = Literal::i64_unsuffixed(*error);
            quote! {
                if returned == #error {
                    call.failed();
                }
            }
        }
        WrapperAction::Return => quote!(returned),
        WrapperAction::Open => quote!(call.open(returned)),
        WrapperAction::Created(capacity) => {
            let kind = ident(&function.result.base);
            let capacity = capacity.map_or_else(
                || quote!(0),
                |name| {
                    let name = ident(name);
                    quote!(#name as isize)
                },
            );
            quote!(#kind { _i: call.created(returned._i, ResourceKind::#kind, #capacity) })
        }
        WrapperAction::Buffer(owner, length, terminated) => {
            let owner = ident(owner);
            let length = buffer_length(length, function, spec);
            let length = match terminated {
                true => quote!(#length + 1),
                false => length,
            };
            match function.result.is_const {
                true => quote!(call.buffer(#owner, returned, || #length)),
                false => quote!(call.buffer(#owner, returned.cast_const(), || #length).cast_mut()),
            }
        }
        other => unreachable!("{other:?} concerns an argument"),
    }
}

/// Returns from the wrapper if `test` says so.
fn refuse(test: &TokenStream, function: &Function) -> TokenStream {
    let value = match function.unusual_error().map(Literal::i64_unsuffixed) {
        _ if !function.tells_errors() => quote!(nothing()),
        None => quote!(error_value()),
        Some(error) => quote!(#error),
    };
    let consumed = function.params.iter();
    let consumed = consumed.filter(|param| param.role == Role::ConsumedHandle);
    let consumed: Vec<_> = consumed.map(|param| unwrapped(&param.name)).collect();
    // The callee owns them, even if the call is refused.
    quote! {
        if call.#test() {
            #(call.ask(|uctx| #consumed.give_up(uctx));)*
            return #value;
        }
    }
}

/// The argument that the context below gets.
fn passed(param: &Param) -> TokenStream {
    let (name, unwrapped) = (ident(&param.name), unwrapped(&param.name));
    match &param.role {
        Role::Handle { .. } | Role::ConsumedHandle | Role::Resource { .. } => quote!(#unwrapped),
        Role::Array { .. } => quote!(#unwrapped.as_ptr()),
        Role::HandleList { .. } => quote!(#unwrapped.as_mut_ptr()),
        Role::OutHandle if param.nullable => {
            quote!(if #name.is_null() { #name } else { &raw mut #unwrapped })
        }
        Role::OutHandle => quote!(&raw mut #unwrapped),
        Role::Plain
        | Role::Capacity
        | Role::Item { .. }
        | Role::Out
        | Role::Storage { .. }
        | Role::TypeSpec
        | Role::StructIn(_)
        | Role::StructOut(_) => quote!(#name),
    }
}

fn c_string(text: &str) -> Literal {
    Literal::c_string(&CString::new(text).expect("TOML keys hold no NUL"))
}

fn array_length(length: &[Term], function: &Function) -> TokenStream {
    count(length, &function.params, |name, _| {
        let unwrapped = unwrapped(name);
        quote!(call.length(#unwrapped))
    })
}

/// The number of items before the terminator.
fn buffer_length(length: &Length, function: &Function, spec: &Spec) -> TokenStream {
    match length {
        Length::CString => quote!(strlen(returned)),
        Length::Out(out) => {
            let name = ident(out);
            match function.param(out).is_some_and(|param| param.nullable) {
                true => quote!((if #name.is_null() { strlen(returned) } else { *#name as usize })),
                false => quote!(*#name as usize),
            }
        }
        Length::Function(other, argument) => {
            let other = spec
                .functions
                .iter()
                .find(|function| function.name == *other);
            let member = ident(&other.expect("the parser has looked it up").member());
            let argument = unwrapped(argument);
            quote!(call.ask(|uctx| ((*uctx).#member)(uctx, #argument) as usize))
        }
        Length::Sum(terms) => array_length(terms, function),
    }
}

/// The variable with the unwrapped argument, for the context below.
fn unwrapped(name: &str) -> Ident {
    format_ident!("u_{name}")
}
