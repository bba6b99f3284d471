// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use hpy_abi::*;
use crate::call::Call;

/// A context that fails where it is told to, and otherwise forwards to `uctx`.
pub(crate) unsafe fn context(uctx: *mut HPyContext) -> HPyContext {
    HPyContext {
        name: c"HPy Failing Mode ABI".as_ptr(),
        _private: core::ptr::null_mut(),
        abi_version: HPY_ABI_VERSION as c_int,
        h_None: (*uctx).h_None,
        h_TypeError: (*uctx).h_TypeError,
        h_TypeType: (*uctx).h_TypeType,
        h_UnicodeType: (*uctx).h_UnicodeType,
        h_TupleType: (*uctx).h_TupleType,
        h_Builtins: (*uctx).h_Builtins,
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
        h_Later: (*uctx).h_Later,
        ctx_Iter_Check,
        ctx_Iter_Next,
        ctx_AsStruct_Tuple,
        h_LongType: (*uctx).h_LongType,
    }
}

/// HPy_Dup, index 6
unsafe extern "C" fn ctx_Dup(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 6);
    ((*call.uctx).ctx_Dup)(call.uctx, h)
}

/// HPy_Close, index 7
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let call = Call::new(ctx, 7);
    ((*call.uctx).ctx_Close)(call.uctx, h)
}

/// HPy_Call, index 8
unsafe extern "C" fn ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = Call::new(ctx, 8);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Call)(call.uctx, callable, args, nargs, kwnames)
}

/// HPyErr_SetString, index 9
unsafe extern "C" fn ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let call = Call::new(ctx, 9);
    call.replaces();
    ((*call.uctx).ctx_Err_SetString)(call.uctx, h_type, utf8_message)
}

/// HPy_FatalError, index 10
unsafe extern "C" fn ctx_FatalError(ctx: *mut HPyContext, message: *const c_char) {
    let call = Call::new(ctx, 10);
    ((*call.uctx).ctx_FatalError)(call.uctx, message)
}

/// HPyType_FromSpec, index 11
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let call = Call::new(ctx, 11);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Type_FromSpec)(call.uctx, spec, params)
}

/// HPyType_GetName, index 12
unsafe extern "C" fn ctx_Type_GetName(
    ctx: *mut HPyContext,
    r#type: HPy,
) -> *const c_char {
    let call = Call::new(ctx, 12);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Type_GetName)(call.uctx, r#type)
}

/// _HPy_AsStruct_List, index 13
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 13);
    ((*call.uctx).ctx_AsStruct_List)(call.uctx, h)
}

/// _HPy_AsStruct_Tuple, index 43
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 43);
    ((*call.uctx).ctx_AsStruct_Tuple)(call.uctx, h)
}

/// HPyBytes_Size, index 14
unsafe extern "C" fn ctx_Bytes_Size(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = Call::new(ctx, 14);
    if call.fails() {
        call.raise(false);
        return -1i64 as isize;
    }
    ((*call.uctx).ctx_Bytes_Size)(call.uctx, h)
}

/// HPyBytes_AsString, index 15
unsafe extern "C" fn ctx_Bytes_AsString(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let call = Call::new(ctx, 15);
    if call.fails() {
        call.raise(false);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Bytes_AsString)(call.uctx, h)
}

/// HPyUnicode_AsUTF8AndSize, index 16
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let call = Call::new(ctx, 16);
    if call.fails() {
        call.raise(false);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Unicode_AsUTF8AndSize)(call.uctx, h, size)
}

/// HPyUnicode_Substring, index 17
unsafe extern "C" fn ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let call = Call::new(ctx, 17);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_Substring)(call.uctx, str, start, end)
}

/// HPyTuple_FromArray, index 18
unsafe extern "C" fn ctx_Tuple_FromArray(
    ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    let call = Call::new(ctx, 18);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Tuple_FromArray)(call.uctx, items, n)
}

/// HPyListBuilder_New, index 19
unsafe extern "C" fn ctx_ListBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyListBuilder {
    let call = Call::new(ctx, 19);
    ((*call.uctx).ctx_ListBuilder_New)(call.uctx, size)
}

/// HPyListBuilder_Set, index 20
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let call = Call::new(ctx, 20);
    ((*call.uctx).ctx_ListBuilder_Set)(call.uctx, builder, index, h_item)
}

/// HPyListBuilder_Build, index 21
unsafe extern "C" fn ctx_ListBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    let call = Call::new(ctx, 21);
    if call.fails() {
        let returned = ((*call.uctx).ctx_ListBuilder_Build)(call.uctx, builder);
        if call.has_failed() {
            return returned;
        }
        call.give_up(returned);
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_ListBuilder_Build)(call.uctx, builder)
}

/// HPyTracker_New, index 22
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let call = Call::new(ctx, 22);
    if call.fails() {
        call.raise(false);
        return HPyTracker::NULL;
    }
    ((*call.uctx).ctx_Tracker_New)(call.uctx, size)
}

/// HPyTracker_Add, index 23
unsafe extern "C" fn ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let call = Call::new(ctx, 23);
    if call.fails() {
        let returned = ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h);
        if call.has_failed() {
            return returned;
        }
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h)
}

/// HPyTracker_ForgetAll, index 24
unsafe extern "C" fn ctx_Tracker_ForgetAll(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = Call::new(ctx, 24);
    ((*call.uctx).ctx_Tracker_ForgetAll)(call.uctx, ht)
}

/// HPyTracker_Close, index 25
unsafe extern "C" fn ctx_Tracker_Close(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = Call::new(ctx, 25);
    ((*call.uctx).ctx_Tracker_Close)(call.uctx, ht)
}

/// HPyField_Store, index 26
unsafe extern "C" fn ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let call = Call::new(ctx, 26);
    ((*call.uctx).ctx_Field_Store)(call.uctx, target_object, target_field, h)
}

/// HPyGlobal_Load, index 27
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let call = Call::new(ctx, 27);
    ((*call.uctx).ctx_Global_Load)(call.uctx, global)
}

/// HPyContextVar_Get, index 28
unsafe extern "C" fn ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let call = Call::new(ctx, 28);
    if call.fails() {
        call.raise(false);
        return -1i64 as i32;
    }
    ((*call.uctx).ctx_ContextVar_Get)(call.uctx, context_var, default_value, result)
}

/// HPy_LeavePythonExecution, index 29
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let call = Call::new(ctx, 29);
    ((*call.uctx).ctx_LeavePythonExecution)(call.uctx)
}

/// HPy_ReenterPythonExecution, index 30
unsafe extern "C" fn ctx_ReenterPythonExecution(
    ctx: *mut HPyContext,
    state: HPyThreadState,
) {
    let call = Call::new(ctx, 30);
    ((*call.uctx).ctx_ReenterPythonExecution)(call.uctx, state)
}

/// _HPy_CallRealFunctionFromTrampoline, index 31
unsafe extern "C" fn ctx_CallRealFunctionFromTrampoline(
    ctx: *mut HPyContext,
    sig: HPyFunc_Signature,
    func: HPyCFunction,
    args: *mut c_void,
) {
    let call = Call::new(ctx, 31);
    let outer = call.enters(sig, func, args);
    ((*call.uctx).ctx_CallRealFunctionFromTrampoline)(call.uctx, sig, func, args);
    call.leaves(outer);
}

/// HPyType_HasShape, index 32
unsafe extern "C" fn ctx_Type_HasShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: c_int,
) -> c_int {
    let call = Call::new(ctx, 32);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Type_HasShape)(call.uctx, r#type, shape)
}

/// HPy_Vectorcall, index 33
unsafe extern "C" fn ctx_Vectorcall(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = Call::new(ctx, 33);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Vectorcall)(call.uctx, callable, args, nargs, kwnames)
}

/// HPyIter_Send, index 34
unsafe extern "C" fn ctx_Iter_Send(
    ctx: *mut HPyContext,
    iter: HPy,
    arg: HPy,
    call_: *mut HPy,
) -> HPy_Shape {
    let call = Call::new(ctx, 34);
    if call.fails() {
        call.raise(false);
        return -1i64 as HPy_Shape;
    }
    ((*call.uctx).ctx_Iter_Send)(call.uctx, iter, arg, call_)
}

/// HPyList_SetItem, index 35
unsafe extern "C" fn ctx_List_SetItem(
    ctx: *mut HPyContext,
    list: HPy,
    index: isize,
    item: HPy,
) -> c_int {
    let call = Call::new(ctx, 35);
    if call.fails() {
        call.give_up(item);
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_List_SetItem)(call.uctx, list, index, item)
}

/// HPyBytes_Data, index 36
unsafe extern "C" fn ctx_Bytes_Data(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut usize,
) -> *const wchar_t {
    let call = Call::new(ctx, 36);
    if call.fails() {
        call.raise(false);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Bytes_Data)(call.uctx, h, size)
}

/// HPyUnicode_Check, index 37
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> bool {
    let call = Call::new(ctx, 37);
    ((*call.uctx).ctx_Unicode_Check)(call.uctx, h)
}

/// HPyType_SetShape, index 38
unsafe extern "C" fn ctx_Type_SetShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: HPy_Shape,
    name: HPy_name_t,
) -> c_int {
    let call = Call::new(ctx, 38);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Type_SetShape)(call.uctx, r#type, shape, name)
}

/// HPy_Later, index 39
unsafe extern "C" fn ctx_Later(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 39);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Later)(call.uctx, obj)
}

/// HPyIter_Check, index 41
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let call = Call::new(ctx, 41);
    ((*call.uctx).ctx_Iter_Check)(call.uctx, obj)
}

/// HPyIter_Next, index 42
unsafe extern "C" fn ctx_Iter_Next(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 42);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Iter_Next)(call.uctx, obj)
}
