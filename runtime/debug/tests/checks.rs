//! The debug context over a fake context: no Python anywhere.

#![allow(
    clippy::undocumented_unsafe_blocks,
    reason = "extensions of the tests: C in all but name"
)]
#![allow(unsafe_op_in_unsafe_fn, reason = "the same")]

mod fake;

use std::cell::Cell;

use fake::{Fake, Value, hook_calls, new_object, references};
use hpy_abi::*;

thread_local! {
    static KEPT: Cell<HPy> = const { Cell::new(HPy::NULL) };
    static KEPT_CONTEXT: Cell<*mut HPyContext> = const { Cell::new(std::ptr::null_mut()) };
}

/// Calls a function with an object. Returns how often it was reported, and the references to the object.
fn outcome(function: HPyFunc_o) -> (usize, usize) {
    let fake = Fake::new();
    let arg = new_object(Value::Int(7));
    fake.call_o(function, arg);
    (hook_calls(), references(arg))
}

#[test]
fn correct_use_is_not_reported_and_leaks_nothing() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let x = ((*ctx).ctx_Long_FromInt64_t)(ctx, 42);
        let copy = ((*ctx).ctx_Dup)(ctx, arg);
        assert_eq!(((*ctx).ctx_Long_AsInt64_t)(ctx, copy), 7);
        ((*ctx).ctx_Close)(ctx, copy);
        ((*ctx).ctx_Close)(ctx, HPy::NULL);
        x
    }
    let fake = Fake::new();
    let generation = unsafe { (*fake.runtime).new_generation() };
    let arg = new_object(Value::Int(7));
    let result = fake.call_o(body, arg);
    assert_eq!(
        (hook_calls(), references(arg), references(result)),
        (0, 1, 1)
    );
    assert!(unsafe { (*fake.runtime).open_handles(generation) }.is_empty());
}

#[test]
fn a_leak_is_listed_with_its_object() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        ((*ctx).ctx_Dup)(ctx, arg);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    let fake = Fake::new();
    let generation = unsafe { (*fake.runtime).new_generation() };
    let arg = new_object(Value::Int(7));
    fake.call_o(body, arg);
    let runtime = unsafe { &*fake.runtime };
    let leaks = runtime.open_handles(generation);
    assert_eq!(leaks.len(), 1);
    assert_eq!(runtime.handle_info(leaks[0]).object, arg);
}

#[test]
fn use_after_close_is_reported_after_any_number_of_other_handles() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let stale = ((*ctx).ctx_Dup)(ctx, arg);
        ((*ctx).ctx_Close)(ctx, stale);
        for i in 0..5_000 {
            let other = ((*ctx).ctx_Long_FromInt64_t)(ctx, i);
            ((*ctx).ctx_Close)(ctx, other);
        }
        ((*ctx).ctx_Long_AsInt64_t)(ctx, stale);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    assert_eq!(outcome(body), (1, 1));
}

#[test]
fn a_double_close_is_reported_and_does_not_close_twice() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let h = ((*ctx).ctx_Dup)(ctx, arg);
        ((*ctx).ctx_Close)(ctx, h);
        ((*ctx).ctx_Close)(ctx, h);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    assert_eq!(outcome(body), (1, 1));
}

#[test]
fn closing_or_returning_what_is_lent_is_reported_and_mended() {
    unsafe extern "C" fn close_argument(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        ((*ctx).ctx_Close)(ctx, arg);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    unsafe extern "C" fn return_argument(_: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        arg
    }
    unsafe extern "C" fn close_constant(ctx: *mut HPyContext, _: HPy, _: HPy) -> HPy {
        ((*ctx).ctx_Close)(ctx, (*ctx).h_None);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    unsafe extern "C" fn return_constant(ctx: *mut HPyContext, _: HPy, _: HPy) -> HPy {
        (*ctx).h_None
    }
    let fake = Fake::new();
    let arg = new_object(Value::Int(7));
    fake.call_o(close_argument, arg);
    assert_eq!((hook_calls(), references(arg)), (1, 1));
    let result = fake.call_o(return_argument, arg);
    assert_eq!((hook_calls(), result, references(arg)), (2, arg, 2));
    fake.call_o(close_constant, arg);
    assert_eq!(hook_calls(), 3);
    fake.call_o(return_constant, arg);
    assert_eq!(hook_calls(), 4);
}

#[test]
fn an_argument_kept_across_calls_is_reported() {
    unsafe extern "C" fn keep(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        KEPT.set(arg);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    unsafe extern "C" fn use_kept(ctx: *mut HPyContext, _: HPy, _: HPy) -> HPy {
        ((*ctx).ctx_Long_AsInt64_t)(ctx, KEPT.get());
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    let fake = Fake::new();
    let arg = new_object(Value::Int(7));
    fake.call_o(keep, arg);
    assert_eq!(hook_calls(), 0);
    fake.call_o(use_kept, arg);
    assert_eq!(hook_calls(), 1);
}

#[test]
fn wild_values_are_reported_without_being_dereferenced() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, _: HPy) -> HPy {
        let on_the_stack = 0u64;
        for value in [
            1,
            -1,
            42,
            (&raw const on_the_stack) as isize,
            (*ctx).name as isize + 1,
        ] {
            ((*ctx).ctx_Long_AsInt64_t)(ctx, HPy { _i: value });
        }
        ((*ctx).ctx_Type)(ctx, HPy::NULL);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    assert_eq!(outcome(body).0, 6);
}

#[test]
fn building_twice_is_reported_and_builds_nothing() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let builder = ((*ctx).ctx_ListBuilder_New)(ctx, 1);
        ((*ctx).ctx_ListBuilder_Set)(ctx, builder, 0, arg);
        let list = ((*ctx).ctx_ListBuilder_Build)(ctx, builder);
        assert_eq!(hook_calls(), 0);
        assert!(((*ctx).ctx_ListBuilder_Build)(ctx, builder).is_null());
        list
    }
    assert_eq!(outcome(body), (1, 2));
}

#[test]
fn a_tracker_closes_what_it_keeps() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let tracker = ((*ctx).ctx_Tracker_New)(ctx, 2);
        for _ in 0..3 {
            let h = ((*ctx).ctx_Dup)(ctx, arg);
            ((*ctx).ctx_Tracker_Add)(ctx, tracker, h);
        }
        ((*ctx).ctx_Tracker_Close)(ctx, tracker);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    let fake = Fake::new();
    let generation = unsafe { (*fake.runtime).new_generation() };
    let arg = new_object(Value::Int(7));
    fake.call_o(body, arg);
    assert_eq!((hook_calls(), references(arg)), (0, 1));
    assert!(unsafe { (*fake.runtime).open_handles(generation) }.is_empty());
}

#[test]
fn a_buffer_is_a_copy_that_stays_the_same() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, arg: HPy) -> HPy {
        let mut size = 0;
        let first = ((*ctx).ctx_Unicode_AsUTF8AndSize)(ctx, arg, &raw mut size);
        assert_eq!(
            (size, std::ffi::CStr::from_ptr(first).to_bytes()),
            (5, &b"hello"[..])
        );
        assert_eq!(
            ((*ctx).ctx_Unicode_AsUTF8AndSize)(ctx, arg, std::ptr::null_mut()),
            first
        );
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    let fake = Fake::new();
    fake.call_o(body, new_object(Value::Str(c"hello".to_owned())));
}

#[test]
fn every_call_gets_a_context_that_the_last_calls_did_not_have() {
    unsafe extern "C" fn body(ctx: *mut HPyContext, _: HPy, _: HPy) -> HPy {
        KEPT_CONTEXT.set(ctx);
        ((*ctx).ctx_Dup)(ctx, (*ctx).h_None)
    }
    let fake = Fake::new();
    let arg = new_object(Value::Int(7));
    let mut seen = Vec::new();
    for _ in 0..1_000 {
        fake.call_o(body, arg);
        let ctx = KEPT_CONTEXT.get();
        let recent = &seen[seen.len().saturating_sub(16)..];
        assert!(!recent.contains(&ctx));
        seen.push(ctx);
    }
}
