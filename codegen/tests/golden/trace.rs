// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use hpy_abi::*;
use crate::call::Call;

/// A context that counts and times, then forwards to `uctx`.
pub(crate) unsafe fn context(uctx: *mut HPyContext) -> HPyContext {
    HPyContext {
        name: c"HPy Trace Mode ABI".as_ptr(),
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
        ctx_CallRealFunctionFromTrampoline: (*uctx).ctx_CallRealFunctionFromTrampoline,
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
    let here = 0;
    let call = Call::enter(ctx, 6, &raw const here);
    let result = ((*call.uctx).ctx_Dup)(call.uctx, h);
    call.exit();
    result
}

/// HPy_Close, index 7
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let here = 0;
    let call = Call::enter(ctx, 7, &raw const here);
    let result = ((*call.uctx).ctx_Close)(call.uctx, h);
    call.exit();
    result
}

/// HPy_Call, index 8
unsafe extern "C" fn ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 8, &raw const here);
    let result = ((*call.uctx).ctx_Call)(call.uctx, callable, args, nargs, kwnames);
    call.exit();
    result
}

/// HPyErr_SetString, index 9
unsafe extern "C" fn ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let here = 0;
    let call = Call::enter(ctx, 9, &raw const here);
    let result = ((*call.uctx).ctx_Err_SetString)(call.uctx, h_type, utf8_message);
    call.exit();
    result
}

/// HPy_FatalError, index 10
unsafe extern "C" fn ctx_FatalError(ctx: *mut HPyContext, message: *const c_char) {
    let here = 0;
    let call = Call::enter(ctx, 10, &raw const here);
    let result = ((*call.uctx).ctx_FatalError)(call.uctx, message);
    call.exit();
    result
}

/// HPyType_FromSpec, index 11
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 11, &raw const here);
    let result = ((*call.uctx).ctx_Type_FromSpec)(call.uctx, spec, params);
    call.exit();
    result
}

/// HPyType_GetName, index 12
unsafe extern "C" fn ctx_Type_GetName(
    ctx: *mut HPyContext,
    r#type: HPy,
) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 12, &raw const here);
    let result = ((*call.uctx).ctx_Type_GetName)(call.uctx, r#type);
    call.exit();
    result
}

/// _HPy_AsStruct_List, index 13
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 13, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_List)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Tuple, index 43
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 43, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Tuple)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_Size, index 14
unsafe extern "C" fn ctx_Bytes_Size(ctx: *mut HPyContext, h: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 14, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_Size)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_AsString, index 15
unsafe extern "C" fn ctx_Bytes_AsString(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 15, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_AsString)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_AsUTF8AndSize, index 16
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 16, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_AsUTF8AndSize)(call.uctx, h, size);
    call.exit();
    result
}

/// HPyUnicode_Substring, index 17
unsafe extern "C" fn ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 17, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_Substring)(call.uctx, str, start, end);
    call.exit();
    result
}

/// HPyTuple_FromArray, index 18
unsafe extern "C" fn ctx_Tuple_FromArray(
    ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 18, &raw const here);
    let result = ((*call.uctx).ctx_Tuple_FromArray)(call.uctx, items, n);
    call.exit();
    result
}

/// HPyListBuilder_New, index 19
unsafe extern "C" fn ctx_ListBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyListBuilder {
    let here = 0;
    let call = Call::enter(ctx, 19, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_New)(call.uctx, size);
    call.exit();
    result
}

/// HPyListBuilder_Set, index 20
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 20, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_Set)(call.uctx, builder, index, h_item);
    call.exit();
    result
}

/// HPyListBuilder_Build, index 21
unsafe extern "C" fn ctx_ListBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 21, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_Build)(call.uctx, builder);
    call.exit();
    result
}

/// HPyTracker_New, index 22
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let here = 0;
    let call = Call::enter(ctx, 22, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_New)(call.uctx, size);
    call.exit();
    result
}

/// HPyTracker_Add, index 23
unsafe extern "C" fn ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 23, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h);
    call.exit();
    result
}

/// HPyTracker_ForgetAll, index 24
unsafe extern "C" fn ctx_Tracker_ForgetAll(ctx: *mut HPyContext, ht: HPyTracker) {
    let here = 0;
    let call = Call::enter(ctx, 24, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_ForgetAll)(call.uctx, ht);
    call.exit();
    result
}

/// HPyTracker_Close, index 25
unsafe extern "C" fn ctx_Tracker_Close(ctx: *mut HPyContext, ht: HPyTracker) {
    let here = 0;
    let call = Call::enter(ctx, 25, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_Close)(call.uctx, ht);
    call.exit();
    result
}

/// HPyField_Store, index 26
unsafe extern "C" fn ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 26, &raw const here);
    let result = ((*call.uctx)
        .ctx_Field_Store)(call.uctx, target_object, target_field, h);
    call.exit();
    result
}

/// HPyGlobal_Load, index 27
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 27, &raw const here);
    let result = ((*call.uctx).ctx_Global_Load)(call.uctx, global);
    call.exit();
    result
}

/// HPyContextVar_Get, index 28
unsafe extern "C" fn ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let here = 0;
    let call = Call::enter(ctx, 28, &raw const here);
    let result = ((*call.uctx)
        .ctx_ContextVar_Get)(call.uctx, context_var, default_value, result);
    call.exit();
    result
}

/// HPy_LeavePythonExecution, index 29
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let here = 0;
    let call = Call::leave(ctx, 29, &raw const here);
    let result = ((*call.uctx).ctx_LeavePythonExecution)(call.uctx);
    call.has_left();
    result
}

/// HPy_ReenterPythonExecution, index 30
unsafe extern "C" fn ctx_ReenterPythonExecution(
    ctx: *mut HPyContext,
    state: HPyThreadState,
) {
    let here = 0;
    let call = Call::reenter(ctx, 30, &raw const here);
    let result = ((*call.uctx).ctx_ReenterPythonExecution)(call.uctx, state);
    call.has_reentered();
    result
}

/// HPyType_HasShape, index 32
unsafe extern "C" fn ctx_Type_HasShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: c_int,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 32, &raw const here);
    let result = ((*call.uctx).ctx_Type_HasShape)(call.uctx, r#type, shape);
    call.exit();
    result
}

/// HPy_Vectorcall, index 33
unsafe extern "C" fn ctx_Vectorcall(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 33, &raw const here);
    let result = ((*call.uctx)
        .ctx_Vectorcall)(call.uctx, callable, args, nargs, kwnames);
    call.exit();
    result
}

/// HPyIter_Send, index 34
unsafe extern "C" fn ctx_Iter_Send(
    ctx: *mut HPyContext,
    iter: HPy,
    arg: HPy,
    call_: *mut HPy,
) -> HPy_Shape {
    let here = 0;
    let call = Call::enter(ctx, 34, &raw const here);
    let result = ((*call.uctx).ctx_Iter_Send)(call.uctx, iter, arg, call_);
    call.exit();
    result
}

/// HPyList_SetItem, index 35
unsafe extern "C" fn ctx_List_SetItem(
    ctx: *mut HPyContext,
    list: HPy,
    index: isize,
    item: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 35, &raw const here);
    let result = ((*call.uctx).ctx_List_SetItem)(call.uctx, list, index, item);
    call.exit();
    result
}

/// HPyBytes_Data, index 36
unsafe extern "C" fn ctx_Bytes_Data(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut usize,
) -> *const wchar_t {
    let here = 0;
    let call = Call::enter(ctx, 36, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_Data)(call.uctx, h, size);
    call.exit();
    result
}

/// HPyUnicode_Check, index 37
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> bool {
    let here = 0;
    let call = Call::enter(ctx, 37, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyType_SetShape, index 38
unsafe extern "C" fn ctx_Type_SetShape(
    ctx: *mut HPyContext,
    r#type: HPy,
    shape: HPy_Shape,
    name: HPy_name_t,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 38, &raw const here);
    let result = ((*call.uctx).ctx_Type_SetShape)(call.uctx, r#type, shape, name);
    call.exit();
    result
}

/// HPy_Later, index 39
unsafe extern "C" fn ctx_Later(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 39, &raw const here);
    let result = ((*call.uctx).ctx_Later)(call.uctx, obj);
    call.exit();
    result
}

/// HPyIter_Check, index 41
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 41, &raw const here);
    let result = ((*call.uctx).ctx_Iter_Check)(call.uctx, obj);
    call.exit();
    result
}

/// HPyIter_Next, index 42
unsafe extern "C" fn ctx_Iter_Next(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 42, &raw const here);
    let result = ((*call.uctx).ctx_Iter_Next)(call.uctx, obj);
    call.exit();
    result
}
