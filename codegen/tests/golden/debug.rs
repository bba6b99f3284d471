// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use core::mem::{offset_of, transmute};
use hpy_abi::*;
use crate::calls::call::{self, Call, UNSTORED, strlen};
use crate::calls::error_value::{ErrorValue, error_value, nothing};
use crate::calls::frame::{self, Exception, Frame};
use crate::reports::catalogue::{ResourceKind, functions};

/// A context that checks, without constants.
pub(crate) const WRAPPERS: &HPyContext = &HPyContext {
    name: c"HPy Debug Mode ABI".as_ptr(),
    _private: core::ptr::null_mut(),
    abi_version: HPY_ABI_VERSION as c_int,
    h_None: HPy::NULL,
    h_TypeError: HPy::NULL,
    h_TypeType: HPy::NULL,
    h_UnicodeType: HPy::NULL,
    h_TupleType: HPy::NULL,
    h_Builtins: HPy::NULL,
    ctx_Dup,
    ctx_Close,
    ctx_Call,
    ctx_Err_SetString,
    ctx_FatalError,
    ctx_Type_FromSpec,
    ctx_Type_GetName,
    ctx_AsStruct_List,
    ctx_Bytes_Size,
    ctx_Bytes_AsString,
    ctx_Unicode_AsUTF8AndSize,
    ctx_Unicode_Substring,
    ctx_Tuple_FromArray,
    ctx_ListBuilder_New,
    ctx_ListBuilder_Set,
    ctx_ListBuilder_Build,
    ctx_Tracker_New,
    ctx_Tracker_Add,
    ctx_Tracker_ForgetAll,
    ctx_Tracker_Close,
    ctx_Field_Store,
    ctx_Global_Load,
    ctx_ContextVar_Get,
    ctx_LeavePythonExecution,
    ctx_ReenterPythonExecution,
    ctx_CallRealFunctionFromTrampoline,
    ctx_Type_HasShape,
    ctx_Vectorcall,
    ctx_Iter_Send,
    ctx_List_SetItem,
    ctx_Bytes_Data,
    ctx_Unicode_Check,
    ctx_Type_SetShape,
    ctx_Later,
    h_Later: HPy::NULL,
    ctx_Iter_Check,
    ctx_Iter_Next,
    ctx_AsStruct_Tuple,
    h_LongType: HPy::NULL,
};

impl ErrorValue for HPyListBuilder {
    const ERROR: Self = Self::NULL;
    const NOTHING: Self = Self::NULL;
}

impl ErrorValue for HPyTracker {
    const ERROR: Self = Self::NULL;
    const NOTHING: Self = Self::NULL;
}

/// HPy_Dup, index 6
unsafe extern "C" fn ctx_Dup(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Dup, ctx_Dup(h));
    let u_h = call.nullable(0, h);
    let below = call.suspend();
    let returned = ((*below).ctx_Dup)(below, u_h);
    call.resume();
    call.open(returned)
}

/// HPy_Close, index 7
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let call = call::enter!(ctx, HPy_Close, ctx_Close(h));
    let u_h = call.take(0, h);
    let below = call.suspend();
    ((*below).ctx_Close)(below, u_h);
    call.resume();
}

/// HPy_Call, index 8
unsafe extern "C" fn ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Call) else {
        return slow_ctx_Call(ctx, callable, args, nargs, kwnames)
    };
    if (nargs as isize) < 1 {
        return slow_ctx_Call(ctx, callable, args, nargs, kwnames);
    }
    let Some(u_callable) = call.fresh(callable) else {
        return slow_ctx_Call(ctx, callable, args, nargs, kwnames)
    };
    let Some(u_kwnames) = call.fresh_or_null(kwnames) else {
        return slow_ctx_Call(ctx, callable, args, nargs, kwnames)
    };
    call.expect_type(
        3,
        kwnames,
        u_kwnames,
        offset_of!(HPyContext, h_TupleType),
        "a tuple object",
    );
    call.expect_items(
        3,
        kwnames,
        u_kwnames,
        |uctx| uctx.h_UnicodeType,
        "a tuple object whose items are each a Unicode object",
    );
    let u_args = call.array(1, args, nargs as usize + call.length(u_kwnames));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Call)(below, u_callable, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_Call, slow_ctx_Call(callable, args, nargs, kwnames)
    );
    call.at_least(2, nargs as isize, 1);
    let u_callable = call.handle(0, callable);
    let u_kwnames = call.nullable(3, kwnames);
    call.expect_type(
        3,
        kwnames,
        u_kwnames,
        offset_of!(HPyContext, h_TupleType),
        "a tuple object",
    );
    call.expect_items(
        3,
        kwnames,
        u_kwnames,
        |uctx| uctx.h_UnicodeType,
        "a tuple object whose items are each a Unicode object",
    );
    let u_args = call.array(1, args, nargs as usize + call.length(u_kwnames));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Call)(below, u_callable, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyErr_SetString, index 9
unsafe extern "C" fn ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_SetString) else {
        return slow_ctx_Err_SetString(ctx, h_type, utf8_message)
    };
    if utf8_message.is_null() {
        return slow_ctx_Err_SetString(ctx, h_type, utf8_message);
    }
    let Some(u_h_type) = call.fresh(h_type) else {
        return slow_ctx_Err_SetString(ctx, h_type, utf8_message)
    };
    call.expect_derived(
        0,
        h_type,
        u_h_type,
        |uctx| uctx.h_TypeError,
        "a class of TypeErrors",
    );
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_SetString)(below, u_h_type, utf8_message);
    call.resume();
    call.raised();
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let call = call::enter!(
        ctx, HPyErr_SetString, slow_ctx_Err_SetString(h_type, utf8_message)
    );
    call.pointer(1, utf8_message.is_null());
    let u_h_type = call.handle(0, h_type);
    call.expect_derived(
        0,
        h_type,
        u_h_type,
        |uctx| uctx.h_TypeError,
        "a class of TypeErrors",
    );
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_SetString)(below, u_h_type, utf8_message);
    call.resume();
    call.raised();
}

/// HPy_FatalError, index 10
unsafe extern "C" fn ctx_FatalError(ctx: *mut HPyContext, message: *const c_char) {
    let call = call::enter!(ctx, HPy_FatalError, ctx_FatalError(message));
    call.pointer(0, message.is_null());
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    ((*below).ctx_FatalError)(below, message);
    call.resume();
}

/// HPyType_FromSpec, index 11
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let call = call::enter!(ctx, HPyType_FromSpec, ctx_Type_FromSpec(spec, params));
    call.pointer(0, spec.is_null());
    let mut u_params = call
        .list(1, params, |item| item.kind == 0, |item| &mut item.object);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_FromSpec)(below, spec, u_params.as_mut_ptr());
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyType_GetName, index 12
unsafe extern "C" fn ctx_Type_GetName(
    ctx: *mut HPyContext,
    r#type: HPy,
) -> *const c_char {
    let call = call::enter!(ctx, HPyType_GetName, ctx_Type_GetName(r#type));
    let u_type = call.handle(0, r#type);
    call.expect_type(0, r#type, u_type, offset_of!(HPyContext, h_TypeType), "a type");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_GetName)(below, u_type);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(r#type, returned, || strlen(returned) + 1)
}

/// _HPy_AsStruct_List, index 13
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_List, ctx_AsStruct_List(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_List);
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_AsStruct_List)(below, u_h);
    call.resume();
    returned
}

/// _HPy_AsStruct_Tuple, index 43
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Tuple, ctx_AsStruct_Tuple(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Tuple);
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_AsStruct_Tuple)(below, u_h);
    call.resume();
    returned
}

/// HPyBytes_Size, index 14
unsafe extern "C" fn ctx_Bytes_Size(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = call::enter!(ctx, HPyBytes_Size, ctx_Bytes_Size(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_Size)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyBytes_AsString, index 15
unsafe extern "C" fn ctx_Bytes_AsString(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let call = call::enter!(ctx, HPyBytes_AsString, ctx_Bytes_AsString(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_AsString)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(
        h,
        returned,
        || call.ask(|uctx| ((*uctx).ctx_Bytes_Size)(uctx, u_h) as usize) + 1,
    )
}

/// HPyUnicode_AsUTF8AndSize, index 16
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyUnicode_AsUTF8AndSize) else {
        return slow_ctx_Unicode_AsUTF8AndSize(ctx, h, size)
    };
    let Some(u_h) = call.fresh(h) else {
        return slow_ctx_Unicode_AsUTF8AndSize(ctx, h, size)
    };
    if call.is_in_trouble() {
        return slow_ctx_Unicode_AsUTF8AndSize(ctx, h, size);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_AsUTF8AndSize)(below, u_h, size);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(
        h,
        returned,
        || (if size.is_null() { strlen(returned) } else { *size as usize }) + 1,
    )
}

#[cold]
unsafe extern "C" fn slow_ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let call = call::enter!(
        ctx, HPyUnicode_AsUTF8AndSize, slow_ctx_Unicode_AsUTF8AndSize(h, size)
    );
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_AsUTF8AndSize)(below, u_h, size);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(
        h,
        returned,
        || (if size.is_null() { strlen(returned) } else { *size as usize }) + 1,
    )
}

/// HPyUnicode_Substring, index 17
unsafe extern "C" fn ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyUnicode_Substring) else {
        return slow_ctx_Unicode_Substring(ctx, str, start, end)
    };
    let Some(u_str) = call.fresh(str) else {
        return slow_ctx_Unicode_Substring(ctx, str, start, end)
    };
    call.expect_type(
        0,
        str,
        u_str,
        offset_of!(HPyContext, h_UnicodeType),
        "a Unicode object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_Substring)(below, u_str, start, end);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_Substring, slow_ctx_Unicode_Substring(str, start, end)
    );
    let u_str = call.handle(0, str);
    call.expect_type(
        0,
        str,
        u_str,
        offset_of!(HPyContext, h_UnicodeType),
        "a Unicode object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_Substring)(below, u_str, start, end);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyTuple_FromArray, index 18
unsafe extern "C" fn ctx_Tuple_FromArray(
    ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    let call = call::enter!(ctx, HPyTuple_FromArray, ctx_Tuple_FromArray(items, n));
    let u_items = call.array(0, items, n.max(0) as usize);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Tuple_FromArray)(below, u_items.as_ptr(), n);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyListBuilder_New, index 19
unsafe extern "C" fn ctx_ListBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyListBuilder {
    let call = call::enter!(ctx, HPyListBuilder_New, ctx_ListBuilder_New(size));
    call.no_exception();
    let below = call.suspend();
    let returned = ((*below).ctx_ListBuilder_New)(below, size);
    call.resume();
    HPyListBuilder {
        _i: call.created(returned._i, ResourceKind::HPyListBuilder, size as isize),
    }
}

/// HPyListBuilder_Set, index 20
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyListBuilder_Set) else {
        return slow_ctx_ListBuilder_Set(ctx, builder, index, h_item)
    };
    let Some(u_h_item) = call.fresh_or_null(h_item) else {
        return slow_ctx_ListBuilder_Set(ctx, builder, index, h_item)
    };
    let Some(u_builder) = call.open_resource(builder._i, ResourceKind::HPyListBuilder)
    else { return slow_ctx_ListBuilder_Set(ctx, builder, index, h_item) };
    let u_builder = HPyListBuilder { _i: u_builder };
    if !call.set_next_item(builder._i, index as isize) {
        return slow_ctx_ListBuilder_Set(ctx, builder, index, h_item);
    }
    let below = call.below();
    ((*below).ctx_ListBuilder_Set)(below, u_builder, index, u_h_item);
    call.over();
}

#[cold]
unsafe extern "C" fn slow_ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let call = call::enter!(
        ctx, HPyListBuilder_Set, slow_ctx_ListBuilder_Set(builder, index, h_item)
    );
    let u_h_item = call.nullable(2, h_item);
    let u_builder = HPyListBuilder {
        _i: call.resource(0, builder._i, ResourceKind::HPyListBuilder),
    };
    let u_builder = HPyListBuilder {
        _i: call.item(1, builder._i, index as isize, u_builder._i),
    };
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    ((*below).ctx_ListBuilder_Set)(below, u_builder, index, u_h_item);
    call.over();
}

/// HPyListBuilder_Build, index 21
unsafe extern "C" fn ctx_ListBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    let call = call::enter!(ctx, HPyListBuilder_Build, ctx_ListBuilder_Build(builder));
    call.complete(0, builder._i, ResourceKind::HPyListBuilder);
    let u_builder = HPyListBuilder {
        _i: call.spend(0, builder._i, ResourceKind::HPyListBuilder),
    };
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ListBuilder_Build)(below, u_builder);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyTracker_New, index 22
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let call = call::enter!(ctx, HPyTracker_New, ctx_Tracker_New(size));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Tracker_New)(below, size);
    call.resume();
    call.may_have_raised(&returned);
    HPyTracker {
        _i: call.created(returned._i, ResourceKind::HPyTracker, 0),
    }
}

/// HPyTracker_Add, index 23
unsafe extern "C" fn ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyTracker_Add) else {
        return slow_ctx_Tracker_Add(ctx, ht, h)
    };
    if ht.is_null() {
        return slow_ctx_Tracker_Add(ctx, ht, h);
    }
    let Some(u_h) = call.fresh_or_null(h) else {
        return slow_ctx_Tracker_Add(ctx, ht, h)
    };
    let Some(u_ht) = call.open_resource(ht._i, ResourceKind::HPyTracker) else {
        return slow_ctx_Tracker_Add(ctx, ht, h)
    };
    let u_ht = HPyTracker { _i: u_ht };
    if !call.keep_fast(ht._i, h) {
        return slow_ctx_Tracker_Add(ctx, ht, h);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Tracker_Add)(below, u_ht, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPyTracker_Add, slow_ctx_Tracker_Add(ht, h));
    call.pointer(0, ht.is_null());
    let u_h = call.nullable(1, h);
    let u_ht = HPyTracker {
        _i: call.resource(0, ht._i, ResourceKind::HPyTracker),
    };
    if call.refused() {
        return error_value();
    }
    call.keep(ht._i, h);
    let below = call.suspend();
    let returned = ((*below).ctx_Tracker_Add)(below, u_ht, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyTracker_ForgetAll, index 24
unsafe extern "C" fn ctx_Tracker_ForgetAll(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = call::enter!(ctx, HPyTracker_ForgetAll, ctx_Tracker_ForgetAll(ht));
    call.pointer(0, ht.is_null());
    let u_ht = HPyTracker {
        _i: call.resource(0, ht._i, ResourceKind::HPyTracker),
    };
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    ((*below).ctx_Tracker_ForgetAll)(below, u_ht);
    call.resume();
    call.forget_kept(ht._i);
}

/// HPyTracker_Close, index 25
unsafe extern "C" fn ctx_Tracker_Close(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = call::enter!(ctx, HPyTracker_Close, ctx_Tracker_Close(ht));
    call.pointer(0, ht.is_null());
    call.close_kept(0, ht._i, ResourceKind::HPyTracker);
    let u_ht = HPyTracker {
        _i: call.spend(0, ht._i, ResourceKind::HPyTracker),
    };
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    ((*below).ctx_Tracker_Close)(below, u_ht);
    call.resume();
}

/// HPyField_Store, index 26
unsafe extern "C" fn ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyField_Store) else {
        return slow_ctx_Field_Store(ctx, target_object, target_field, h)
    };
    if target_field.is_null() {
        return slow_ctx_Field_Store(ctx, target_object, target_field, h);
    }
    let Some(u_target_object) = call.fresh(target_object) else {
        return slow_ctx_Field_Store(ctx, target_object, target_field, h)
    };
    let Some(u_h) = call.fresh_or_null(h) else {
        return slow_ctx_Field_Store(ctx, target_object, target_field, h)
    };
    call.store(1, target_object, u_target_object, target_field, u_h);
    let below = call.suspend();
    ((*below).ctx_Field_Store)(below, u_target_object, target_field, u_h);
    call.resume();
}

#[cold]
unsafe extern "C" fn slow_ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let call = call::enter!(
        ctx, HPyField_Store, slow_ctx_Field_Store(target_object, target_field, h)
    );
    call.pointer(1, target_field.is_null());
    let u_target_object = call.handle(0, target_object);
    let u_h = call.nullable(2, h);
    if call.refused() {
        return nothing();
    }
    call.store(1, target_object, u_target_object, target_field, u_h);
    let below = call.suspend();
    ((*below).ctx_Field_Store)(below, u_target_object, target_field, u_h);
    call.resume();
}

/// HPyGlobal_Load, index 27
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let call = call::enter!(ctx, HPyGlobal_Load, ctx_Global_Load(global));
    call.pointer(0, global.is_null());
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Global_Load)(below, global);
    call.resume();
    call.open(returned)
}

/// HPyContextVar_Get, index 28
unsafe extern "C" fn ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyContextVar_Get) else {
        return slow_ctx_ContextVar_Get(ctx, context_var, default_value, result)
    };
    if result.is_null() {
        return slow_ctx_ContextVar_Get(ctx, context_var, default_value, result);
    }
    let Some(u_context_var) = call.fresh(context_var) else {
        return slow_ctx_ContextVar_Get(ctx, context_var, default_value, result)
    };
    let Some(u_default_value) = call.fresh_or_null(default_value) else {
        return slow_ctx_ContextVar_Get(ctx, context_var, default_value, result)
    };
    call.expect_imported(
        1,
        default_value,
        u_default_value,
        c"builtins",
        c"dict",
        "a dictionary",
    );
    let mut u_result = UNSTORED;
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_ContextVar_Get)(below, u_context_var, u_default_value, &raw mut u_result);
    call.resume();
    call.may_have_raised(&returned);
    call.open_stored(result, u_result);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let call = call::enter!(
        ctx, HPyContextVar_Get, slow_ctx_ContextVar_Get(context_var, default_value,
        result)
    );
    call.pointer(2, result.is_null());
    let u_context_var = call.handle(0, context_var);
    let u_default_value = call.nullable(1, default_value);
    call.expect_imported(
        1,
        default_value,
        u_default_value,
        c"builtins",
        c"dict",
        "a dictionary",
    );
    let mut u_result = UNSTORED;
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_ContextVar_Get)(below, u_context_var, u_default_value, &raw mut u_result);
    call.resume();
    call.may_have_raised(&returned);
    call.open_stored(result, u_result);
    returned
}

/// HPy_LeavePythonExecution, index 29
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let call = call::enter!(ctx, HPy_LeavePythonExecution, ctx_LeavePythonExecution());
    let below = call.suspend();
    let returned = ((*below).ctx_LeavePythonExecution)(below);
    call.left_python(returned);
    returned
}

/// HPy_ReenterPythonExecution, index 30
unsafe extern "C" fn ctx_ReenterPythonExecution(
    ctx: *mut HPyContext,
    state: HPyThreadState,
) {
    let Some(call) = Call::reenter(ctx, &functions::HPy_ReenterPythonExecution) else {
        return nothing();
    };
    let state = call.thread_state(0, state);
    let below = call.suspend();
    ((*below).ctx_ReenterPythonExecution)(below, state);
    call.resume();
}

/// _HPy_CallRealFunctionFromTrampoline, index 31
unsafe extern "C" fn ctx_CallRealFunctionFromTrampoline(
    ctx: *mut HPyContext,
    sig: HPyFunc_Signature,
    func: HPyCFunction,
    args: *mut c_void,
) {
    frame::dispatch(ctx, shim_for(sig), sig, func, args)
}

/// HPyType_HasShape, index 32
unsafe extern "C" fn ctx_Type_HasShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: c_int,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyType_HasShape) else {
        return slow_ctx_Type_HasShape(ctx, r#type, shape)
    };
    if ![-1, 0, 2, 5, 6, 7].contains(&(shape as i64)) {
        return slow_ctx_Type_HasShape(ctx, r#type, shape);
    }
    let Some(u_type) = call.fresh(r#type) else {
        return slow_ctx_Type_HasShape(ctx, r#type, shape)
    };
    call.made(0, r#type, u_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_HasShape)(below, u_type, shape);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Type_HasShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: c_int,
) -> c_int {
    let call = call::enter!(
        ctx, HPyType_HasShape, slow_ctx_Type_HasShape(r#type, shape)
    );
    call.one_of(
        1,
        [-1, 0, 2, 5, 6, 7].contains(&(shape as i64)),
        shape as i64,
        "HPyType_BuiltinShape",
    );
    let u_type = call.handle(0, r#type);
    call.made(0, r#type, u_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_HasShape)(below, u_type, shape);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_Vectorcall, index 33
unsafe extern "C" fn ctx_Vectorcall(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Vectorcall) else {
        return slow_ctx_Vectorcall(ctx, callable, args, nargs, kwnames)
    };
    let Some(u_callable) = call.fresh(callable) else {
        return slow_ctx_Vectorcall(ctx, callable, args, nargs, kwnames)
    };
    let Some(u_kwnames) = call.fresh_or_null(kwnames) else {
        return slow_ctx_Vectorcall(ctx, callable, args, nargs, kwnames)
    };
    let u_args = call.array(1, args, nargs as usize + call.length(u_kwnames));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Vectorcall)(below, u_callable, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Vectorcall(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_Vectorcall, slow_ctx_Vectorcall(callable, args, nargs, kwnames)
    );
    let u_callable = call.handle(0, callable);
    let u_kwnames = call.nullable(3, kwnames);
    let u_args = call.array(1, args, nargs as usize + call.length(u_kwnames));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Vectorcall)(below, u_callable, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyIter_Send, index 34
unsafe extern "C" fn ctx_Iter_Send(
    ctx: *mut HPyContext,
    iter: HPy,
    arg: HPy,
    call_: *mut HPy,
) -> HPy_Shape {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyIter_Send) else {
        return slow_ctx_Iter_Send(ctx, iter, arg, call_)
    };
    let Some(u_iter) = call.fresh(iter) else {
        return slow_ctx_Iter_Send(ctx, iter, arg, call_)
    };
    let Some(u_arg) = call.fresh(arg) else {
        return slow_ctx_Iter_Send(ctx, iter, arg, call_)
    };
    let mut u_call = UNSTORED;
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Iter_Send)(
        below,
        u_iter,
        u_arg,
        if call_.is_null() { call_ } else { &raw mut u_call },
    );
    call.resume();
    call.may_have_raised(&returned);
    call.open_stored(call_, u_call);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Iter_Send(
    ctx: *mut HPyContext,
    iter: HPy,
    arg: HPy,
    call_: *mut HPy,
) -> HPy_Shape {
    let call = call::enter!(ctx, HPyIter_Send, slow_ctx_Iter_Send(iter, arg, call_));
    let u_iter = call.handle(0, iter);
    let u_arg = call.handle(1, arg);
    let mut u_call = UNSTORED;
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Iter_Send)(
        below,
        u_iter,
        u_arg,
        if call_.is_null() { call_ } else { &raw mut u_call },
    );
    call.resume();
    call.may_have_raised(&returned);
    call.open_stored(call_, u_call);
    returned
}

/// HPyList_SetItem, index 35
unsafe extern "C" fn ctx_List_SetItem(
    ctx: *mut HPyContext,
    list: HPy,
    index: isize,
    item: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyList_SetItem) else {
        return slow_ctx_List_SetItem(ctx, list, index, item)
    };
    if item.is_null() {
        return slow_ctx_List_SetItem(ctx, list, index, item);
    }
    let Some(u_list) = call.fresh(list) else {
        return slow_ctx_List_SetItem(ctx, list, index, item)
    };
    let u_item = call.take(2, item);
    if call.no_exception() {
        call.ask(|uctx| u_item.give_up(uctx));
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_SetItem)(below, u_list, index, u_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_List_SetItem(
    ctx: *mut HPyContext,
    list: HPy,
    index: isize,
    item: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPyList_SetItem, slow_ctx_List_SetItem(list, index, item)
    );
    call.pointer(2, item.is_null());
    let u_list = call.handle(0, list);
    let u_item = call.take(2, item);
    if call.no_exception() {
        call.ask(|uctx| u_item.give_up(uctx));
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_SetItem)(below, u_list, index, u_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyBytes_Data, index 36
unsafe extern "C" fn ctx_Bytes_Data(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut usize,
) -> *const wchar_t {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyBytes_Data) else {
        return slow_ctx_Bytes_Data(ctx, h, size)
    };
    if size.is_null() {
        return slow_ctx_Bytes_Data(ctx, h, size);
    }
    let Some(u_h) = call.fresh(h) else { return slow_ctx_Bytes_Data(ctx, h, size) };
    if call.is_in_trouble() {
        return slow_ctx_Bytes_Data(ctx, h, size);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_Data)(below, u_h, size);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(h, returned, || *size as usize)
}

#[cold]
unsafe extern "C" fn slow_ctx_Bytes_Data(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut usize,
) -> *const wchar_t {
    let call = call::enter!(ctx, HPyBytes_Data, slow_ctx_Bytes_Data(h, size));
    call.pointer(1, size.is_null());
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_Data)(below, u_h, size);
    call.resume();
    call.may_have_raised(&returned);
    call.buffer(h, returned, || *size as usize)
}

/// HPyUnicode_Check, index 37
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> bool {
    let call = call::enter!(ctx, HPyUnicode_Check, ctx_Unicode_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_Check)(below, u_h);
    call.resume();
    returned
}

/// HPyType_SetShape, index 38
unsafe extern "C" fn ctx_Type_SetShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: HPy_Shape,
    name: HPy_name_t,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyType_SetShape) else {
        return slow_ctx_Type_SetShape(ctx, r#type, shape, name)
    };
    if ![-1, 2].contains(&(shape as i64)) {
        return slow_ctx_Type_SetShape(ctx, r#type, shape, name);
    }
    if name.is_null() && shape != 0 {
        return slow_ctx_Type_SetShape(ctx, r#type, shape, name);
    }
    let Some(u_type) = call.fresh(r#type) else {
        return slow_ctx_Type_SetShape(ctx, r#type, shape, name)
    };
    call.called(0, r#type, u_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_SetShape)(below, u_type, shape, name);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Type_SetShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: HPy_Shape,
    name: HPy_name_t,
) -> c_int {
    let call = call::enter!(
        ctx, HPyType_SetShape, slow_ctx_Type_SetShape(r#type, shape, name)
    );
    call.one_of(1, [-1, 2].contains(&(shape as i64)), shape as i64, "HPy_Shape");
    call.pointer(2, name.is_null() && shape != 0);
    let u_type = call.handle(0, r#type);
    call.called(0, r#type, u_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_SetShape)(below, u_type, shape, name);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_Later, index 39
unsafe extern "C" fn ctx_Later(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Later, ctx_Later(obj));
    let u_obj = call.handle(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Later)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyIter_Check, index 41
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let call = call::enter!(ctx, HPyIter_Check, ctx_Iter_Check(obj));
    let u_obj = call.handle(0, obj);
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Iter_Check)(below, u_obj);
    call.resume();
    returned
}

/// HPyIter_Next, index 42
unsafe extern "C" fn ctx_Iter_Next(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPyIter_Next, ctx_Iter_Next(obj));
    let u_obj = call.handle(0, obj);
    call.expect_protocol(0, obj, u_obj, |uctx| uctx.ctx_Iter_Check, true, "an iterator");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Iter_Next)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyFunc_VARARGS
unsafe extern "C" fn call_varargs(
    _: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: usize,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_VARARGS", true);
    let d_self = frame.argument(self_);
    let d_args = frame.arguments(args, nargs as usize);
    let function: HPyFunc_varargs = transmute(function);
    let returned = function(frame.context(), d_self, d_args.as_ptr(), nargs);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close_all(&d_args);
    returned
}

/// HPyFunc_KEYWORDS
unsafe extern "C" fn call_keywords(
    _: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_KEYWORDS", true);
    let d_self = frame.argument(self_);
    let d_args = frame.arguments(args, nargs as usize + frame.length(kwnames));
    let d_kwnames = frame.argument(kwnames);
    let function: HPyFunc_keywords = transmute(function);
    let returned = function(frame.context(), d_self, d_args.as_ptr(), nargs, d_kwnames);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close_all(&d_args);
    frame.close(d_kwnames);
    returned
}

/// HPyFunc_NOARGS
unsafe extern "C" fn call_noargs(_: *mut HPyContext, self_: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_NOARGS", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_noargs = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_O
unsafe extern "C" fn call_o(_: *mut HPyContext, self_: HPy, arg: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_O", true);
    let d_self = frame.argument(self_);
    let d_arg = frame.argument(arg);
    let function: HPyFunc_o = transmute(function);
    let returned = function(frame.context(), d_self, d_arg);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_arg);
    returned
}

/// HPyFunc_GETBUFFERPROC
unsafe extern "C" fn call_getbufferproc(
    _: *mut HPyContext,
    self_: HPy,
    view: *mut HPy_buffer,
    flags: c_int,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_GETBUFFERPROC", true);
    let d_self = frame.argument(self_);
    let mut d_view = *view;
    let function: HPyFunc_getbufferproc = transmute(function);
    let returned = function(frame.context(), d_self, &raw mut d_view, flags);
    frame.leave();
    if returned >= 0 {
        frame.tell_nobody();
    }
    let is_given = returned >= 0 && !d_view.obj.is_null();
    if returned >= 0 {
        d_view.obj = frame.result(d_view.obj);
        *view = d_view;
    }
    let is_refused = is_given && d_view.obj.is_null();
    let returned = if is_refused { error_value() } else { returned };
    let returned = frame.outcome(returned, returned == -1, Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_RELEASEBUFFERPROC
unsafe extern "C" fn call_releasebufferproc(
    _: *mut HPyContext,
    self_: HPy,
    view: *mut HPy_buffer,
) {
    let (frame, function) = Frame::enter(&"HPyFunc_RELEASEBUFFERPROC", false);
    let d_self = frame.argument(self_);
    let mut d_view = *view;
    d_view.obj = frame.argument(d_view.obj);
    let function: HPyFunc_releasebufferproc = transmute(function);
    function(frame.context(), d_self, &raw mut d_view);
    frame.leave();
    frame.left_exception();
    frame.close(d_self);
    frame.close(d_view.obj);
}

/// HPyFunc_INQUIRY
unsafe extern "C" fn call_inquiry(_: *mut HPyContext, self_: HPy) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_INQUIRY", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_inquiry = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.outcome(returned, returned < 0, Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_NEWFUNC
unsafe extern "C" fn call_newfunc(
    _: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_NEWFUNC", true);
    let d_type = frame.argument(r#type);
    let d_args = frame.arguments(args, nargs.max(0) as usize);
    let d_kw = frame.argument(kw);
    let function: HPyFunc_newfunc = transmute(function);
    let returned = function(frame.context(), d_type, d_args.as_ptr(), nargs, d_kw);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_type);
    frame.close_all(&d_args);
    frame.close(d_kw);
    returned
}

/// The shim of a signature; `None` for functions that get no context and no handles.
pub(crate) unsafe fn shim_for(signature: HPyFunc_Signature) -> HPyCFunction {
    match signature {
        HPyFunc_VARARGS => transmute::<HPyFunc_varargs, HPyCFunction>(call_varargs),
        HPyFunc_KEYWORDS => transmute::<HPyFunc_keywords, HPyCFunction>(call_keywords),
        HPyFunc_NOARGS => transmute::<HPyFunc_noargs, HPyCFunction>(call_noargs),
        HPyFunc_O => transmute::<HPyFunc_o, HPyCFunction>(call_o),
        HPyFunc_GETBUFFERPROC => {
            transmute::<HPyFunc_getbufferproc, HPyCFunction>(call_getbufferproc)
        }
        HPyFunc_RELEASEBUFFERPROC => {
            transmute::<HPyFunc_releasebufferproc, HPyCFunction>(call_releasebufferproc)
        }
        HPyFunc_INQUIRY => transmute::<HPyFunc_inquiry, HPyCFunction>(call_inquiry),
        HPyFunc_NEWFUNC => transmute::<HPyFunc_newfunc, HPyCFunction>(call_newfunc),
        _ => None,
    }
}

/// The API function whose wrapper begins at an address.
pub(crate) fn wrapper_at(address: usize) -> Option<&'static str> {
    if address == ctx_Dup as *const () as usize {
        return Some("HPy_Dup");
    }
    if address == ctx_Close as *const () as usize {
        return Some("HPy_Close");
    }
    if address == ctx_Call as *const () as usize {
        return Some("HPy_Call");
    }
    if address == slow_ctx_Call as *const () as usize {
        return Some("HPy_Call");
    }
    if address == ctx_Err_SetString as *const () as usize {
        return Some("HPyErr_SetString");
    }
    if address == slow_ctx_Err_SetString as *const () as usize {
        return Some("HPyErr_SetString");
    }
    if address == ctx_FatalError as *const () as usize {
        return Some("HPy_FatalError");
    }
    if address == ctx_Type_FromSpec as *const () as usize {
        return Some("HPyType_FromSpec");
    }
    if address == ctx_Type_GetName as *const () as usize {
        return Some("HPyType_GetName");
    }
    if address == ctx_AsStruct_List as *const () as usize {
        return Some("_HPy_AsStruct_List");
    }
    if address == ctx_AsStruct_Tuple as *const () as usize {
        return Some("_HPy_AsStruct_Tuple");
    }
    if address == ctx_Bytes_Size as *const () as usize {
        return Some("HPyBytes_Size");
    }
    if address == ctx_Bytes_AsString as *const () as usize {
        return Some("HPyBytes_AsString");
    }
    if address == ctx_Unicode_AsUTF8AndSize as *const () as usize {
        return Some("HPyUnicode_AsUTF8AndSize");
    }
    if address == slow_ctx_Unicode_AsUTF8AndSize as *const () as usize {
        return Some("HPyUnicode_AsUTF8AndSize");
    }
    if address == ctx_Unicode_Substring as *const () as usize {
        return Some("HPyUnicode_Substring");
    }
    if address == slow_ctx_Unicode_Substring as *const () as usize {
        return Some("HPyUnicode_Substring");
    }
    if address == ctx_Tuple_FromArray as *const () as usize {
        return Some("HPyTuple_FromArray");
    }
    if address == ctx_ListBuilder_New as *const () as usize {
        return Some("HPyListBuilder_New");
    }
    if address == ctx_ListBuilder_Set as *const () as usize {
        return Some("HPyListBuilder_Set");
    }
    if address == slow_ctx_ListBuilder_Set as *const () as usize {
        return Some("HPyListBuilder_Set");
    }
    if address == ctx_ListBuilder_Build as *const () as usize {
        return Some("HPyListBuilder_Build");
    }
    if address == ctx_Tracker_New as *const () as usize {
        return Some("HPyTracker_New");
    }
    if address == ctx_Tracker_Add as *const () as usize {
        return Some("HPyTracker_Add");
    }
    if address == slow_ctx_Tracker_Add as *const () as usize {
        return Some("HPyTracker_Add");
    }
    if address == ctx_Tracker_ForgetAll as *const () as usize {
        return Some("HPyTracker_ForgetAll");
    }
    if address == ctx_Tracker_Close as *const () as usize {
        return Some("HPyTracker_Close");
    }
    if address == ctx_Field_Store as *const () as usize {
        return Some("HPyField_Store");
    }
    if address == slow_ctx_Field_Store as *const () as usize {
        return Some("HPyField_Store");
    }
    if address == ctx_Global_Load as *const () as usize {
        return Some("HPyGlobal_Load");
    }
    if address == ctx_ContextVar_Get as *const () as usize {
        return Some("HPyContextVar_Get");
    }
    if address == slow_ctx_ContextVar_Get as *const () as usize {
        return Some("HPyContextVar_Get");
    }
    if address == ctx_LeavePythonExecution as *const () as usize {
        return Some("HPy_LeavePythonExecution");
    }
    if address == ctx_ReenterPythonExecution as *const () as usize {
        return Some("HPy_ReenterPythonExecution");
    }
    if address == ctx_CallRealFunctionFromTrampoline as *const () as usize {
        return Some("_HPy_CallRealFunctionFromTrampoline");
    }
    if address == ctx_Type_HasShape as *const () as usize {
        return Some("HPyType_HasShape");
    }
    if address == slow_ctx_Type_HasShape as *const () as usize {
        return Some("HPyType_HasShape");
    }
    if address == ctx_Vectorcall as *const () as usize {
        return Some("HPy_Vectorcall");
    }
    if address == slow_ctx_Vectorcall as *const () as usize {
        return Some("HPy_Vectorcall");
    }
    if address == ctx_Iter_Send as *const () as usize {
        return Some("HPyIter_Send");
    }
    if address == slow_ctx_Iter_Send as *const () as usize {
        return Some("HPyIter_Send");
    }
    if address == ctx_List_SetItem as *const () as usize {
        return Some("HPyList_SetItem");
    }
    if address == slow_ctx_List_SetItem as *const () as usize {
        return Some("HPyList_SetItem");
    }
    if address == ctx_Bytes_Data as *const () as usize {
        return Some("HPyBytes_Data");
    }
    if address == slow_ctx_Bytes_Data as *const () as usize {
        return Some("HPyBytes_Data");
    }
    if address == ctx_Unicode_Check as *const () as usize {
        return Some("HPyUnicode_Check");
    }
    if address == ctx_Type_SetShape as *const () as usize {
        return Some("HPyType_SetShape");
    }
    if address == slow_ctx_Type_SetShape as *const () as usize {
        return Some("HPyType_SetShape");
    }
    if address == ctx_Later as *const () as usize {
        return Some("HPy_Later");
    }
    if address == ctx_Iter_Check as *const () as usize {
        return Some("HPyIter_Check");
    }
    if address == ctx_Iter_Next as *const () as usize {
        return Some("HPyIter_Next");
    }
    None
}

/// The signature whose shim begins at an address.
pub(crate) fn shim_at(address: usize) -> Option<&'static str> {
    if address == call_varargs as *const () as usize {
        return Some("HPyFunc_VARARGS");
    }
    if address == call_keywords as *const () as usize {
        return Some("HPyFunc_KEYWORDS");
    }
    if address == call_noargs as *const () as usize {
        return Some("HPyFunc_NOARGS");
    }
    if address == call_o as *const () as usize {
        return Some("HPyFunc_O");
    }
    if address == call_getbufferproc as *const () as usize {
        return Some("HPyFunc_GETBUFFERPROC");
    }
    if address == call_releasebufferproc as *const () as usize {
        return Some("HPyFunc_RELEASEBUFFERPROC");
    }
    if address == call_inquiry as *const () as usize {
        return Some("HPyFunc_INQUIRY");
    }
    if address == call_newfunc as *const () as usize {
        return Some("HPyFunc_NEWFUNC");
    }
    None
}
