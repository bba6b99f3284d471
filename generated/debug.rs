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
    h_True: HPy::NULL,
    h_False: HPy::NULL,
    h_NotImplemented: HPy::NULL,
    h_Ellipsis: HPy::NULL,
    h_BaseException: HPy::NULL,
    h_Exception: HPy::NULL,
    h_StopAsyncIteration: HPy::NULL,
    h_StopIteration: HPy::NULL,
    h_GeneratorExit: HPy::NULL,
    h_ArithmeticError: HPy::NULL,
    h_LookupError: HPy::NULL,
    h_AssertionError: HPy::NULL,
    h_AttributeError: HPy::NULL,
    h_BufferError: HPy::NULL,
    h_EOFError: HPy::NULL,
    h_FloatingPointError: HPy::NULL,
    h_OSError: HPy::NULL,
    h_ImportError: HPy::NULL,
    h_ModuleNotFoundError: HPy::NULL,
    h_IndexError: HPy::NULL,
    h_KeyError: HPy::NULL,
    h_KeyboardInterrupt: HPy::NULL,
    h_MemoryError: HPy::NULL,
    h_NameError: HPy::NULL,
    h_OverflowError: HPy::NULL,
    h_RuntimeError: HPy::NULL,
    h_RecursionError: HPy::NULL,
    h_NotImplementedError: HPy::NULL,
    h_SyntaxError: HPy::NULL,
    h_IndentationError: HPy::NULL,
    h_TabError: HPy::NULL,
    h_ReferenceError: HPy::NULL,
    h_SystemError: HPy::NULL,
    h_SystemExit: HPy::NULL,
    h_TypeError: HPy::NULL,
    h_UnboundLocalError: HPy::NULL,
    h_UnicodeError: HPy::NULL,
    h_UnicodeEncodeError: HPy::NULL,
    h_UnicodeDecodeError: HPy::NULL,
    h_UnicodeTranslateError: HPy::NULL,
    h_ValueError: HPy::NULL,
    h_ZeroDivisionError: HPy::NULL,
    h_BlockingIOError: HPy::NULL,
    h_BrokenPipeError: HPy::NULL,
    h_ChildProcessError: HPy::NULL,
    h_ConnectionError: HPy::NULL,
    h_ConnectionAbortedError: HPy::NULL,
    h_ConnectionRefusedError: HPy::NULL,
    h_ConnectionResetError: HPy::NULL,
    h_FileExistsError: HPy::NULL,
    h_FileNotFoundError: HPy::NULL,
    h_InterruptedError: HPy::NULL,
    h_IsADirectoryError: HPy::NULL,
    h_NotADirectoryError: HPy::NULL,
    h_PermissionError: HPy::NULL,
    h_ProcessLookupError: HPy::NULL,
    h_TimeoutError: HPy::NULL,
    h_Warning: HPy::NULL,
    h_UserWarning: HPy::NULL,
    h_DeprecationWarning: HPy::NULL,
    h_PendingDeprecationWarning: HPy::NULL,
    h_SyntaxWarning: HPy::NULL,
    h_RuntimeWarning: HPy::NULL,
    h_FutureWarning: HPy::NULL,
    h_ImportWarning: HPy::NULL,
    h_UnicodeWarning: HPy::NULL,
    h_BytesWarning: HPy::NULL,
    h_ResourceWarning: HPy::NULL,
    h_BaseObjectType: HPy::NULL,
    h_TypeType: HPy::NULL,
    h_BoolType: HPy::NULL,
    h_LongType: HPy::NULL,
    h_FloatType: HPy::NULL,
    h_UnicodeType: HPy::NULL,
    h_TupleType: HPy::NULL,
    h_ListType: HPy::NULL,
    ctx_Dup,
    ctx_Close,
    ctx_Long_FromInt32_t,
    ctx_Long_FromUInt32_t,
    ctx_Long_FromInt64_t,
    ctx_Long_FromUInt64_t,
    ctx_Long_FromSize_t,
    ctx_Long_FromSsize_t,
    ctx_Long_AsInt32_t,
    ctx_Long_AsUInt32_t,
    ctx_Long_AsUInt32_tMask,
    ctx_Long_AsInt64_t,
    ctx_Long_AsUInt64_t,
    ctx_Long_AsUInt64_tMask,
    ctx_Long_AsSize_t,
    ctx_Long_AsSsize_t,
    ctx_Long_AsVoidPtr,
    ctx_Long_AsDouble,
    ctx_Float_FromDouble,
    ctx_Float_AsDouble,
    ctx_Bool_FromBool,
    ctx_Length,
    ctx_Number_Check,
    ctx_Add,
    ctx_Subtract,
    ctx_Multiply,
    ctx_MatrixMultiply,
    ctx_FloorDivide,
    ctx_TrueDivide,
    ctx_Remainder,
    ctx_Divmod,
    ctx_Power,
    ctx_Negative,
    ctx_Positive,
    ctx_Absolute,
    ctx_Invert,
    ctx_Lshift,
    ctx_Rshift,
    ctx_And,
    ctx_Xor,
    ctx_Or,
    ctx_Index,
    ctx_Long,
    ctx_Float,
    ctx_InPlaceAdd,
    ctx_InPlaceSubtract,
    ctx_InPlaceMultiply,
    ctx_InPlaceMatrixMultiply,
    ctx_InPlaceFloorDivide,
    ctx_InPlaceTrueDivide,
    ctx_InPlaceRemainder,
    ctx_InPlacePower,
    ctx_InPlaceLshift,
    ctx_InPlaceRshift,
    ctx_InPlaceAnd,
    ctx_InPlaceXor,
    ctx_InPlaceOr,
    ctx_Callable_Check,
    ctx_CallTupleDict,
    ctx_FatalError,
    ctx_Err_SetString,
    ctx_Err_SetObject,
    ctx_Err_SetFromErrnoWithFilename,
    ctx_Err_SetFromErrnoWithFilenameObjects,
    ctx_Err_Occurred,
    ctx_Err_ExceptionMatches,
    ctx_Err_NoMemory,
    ctx_Err_Clear,
    ctx_Err_NewException,
    ctx_Err_NewExceptionWithDoc,
    ctx_Err_WarnEx,
    ctx_Err_WriteUnraisable,
    ctx_IsTrue,
    ctx_Type_FromSpec,
    ctx_Type_GenericNew,
    ctx_GetAttr,
    ctx_GetAttr_s,
    ctx_HasAttr,
    ctx_HasAttr_s,
    ctx_SetAttr,
    ctx_SetAttr_s,
    ctx_GetItem,
    ctx_GetItem_i,
    ctx_GetItem_s,
    ctx_Contains,
    ctx_SetItem,
    ctx_SetItem_i,
    ctx_SetItem_s,
    ctx_Type,
    ctx_TypeCheck,
    ctx_Is,
    ctx_AsStruct_Object,
    ctx_AsStruct_Legacy,
    ctx_New,
    ctx_Repr,
    ctx_Str,
    ctx_ASCII,
    ctx_Bytes,
    ctx_RichCompare,
    ctx_RichCompareBool,
    ctx_Hash,
    ctx_Bytes_Check,
    ctx_Bytes_Size,
    ctx_Bytes_GET_SIZE,
    ctx_Bytes_AsString,
    ctx_Bytes_AS_STRING,
    ctx_Bytes_FromString,
    ctx_Bytes_FromStringAndSize,
    ctx_Unicode_FromString,
    ctx_Unicode_Check,
    ctx_Unicode_AsASCIIString,
    ctx_Unicode_AsLatin1String,
    ctx_Unicode_AsUTF8String,
    ctx_Unicode_AsUTF8AndSize,
    ctx_Unicode_FromWideChar,
    ctx_Unicode_DecodeFSDefault,
    ctx_Unicode_DecodeFSDefaultAndSize,
    ctx_Unicode_EncodeFSDefault,
    ctx_Unicode_ReadChar,
    ctx_Unicode_DecodeASCII,
    ctx_Unicode_DecodeLatin1,
    ctx_List_Check,
    ctx_List_New,
    ctx_List_Append,
    ctx_Dict_Check,
    ctx_Dict_New,
    ctx_Tuple_Check,
    ctx_Tuple_FromArray,
    ctx_Import_ImportModule,
    ctx_FromPyObject,
    ctx_AsPyObject,
    ctx_CallRealFunctionFromTrampoline,
    ctx_ListBuilder_New,
    ctx_ListBuilder_Set,
    ctx_ListBuilder_Build,
    ctx_ListBuilder_Cancel,
    ctx_TupleBuilder_New,
    ctx_TupleBuilder_Set,
    ctx_TupleBuilder_Build,
    ctx_TupleBuilder_Cancel,
    ctx_Tracker_New,
    ctx_Tracker_Add,
    ctx_Tracker_ForgetAll,
    ctx_Tracker_Close,
    ctx_Field_Store,
    ctx_Field_Load,
    ctx_ReenterPythonExecution,
    ctx_LeavePythonExecution,
    ctx_Global_Store,
    ctx_Global_Load,
    ctx_Dump,
    ctx_AsStruct_Type,
    ctx_AsStruct_Long,
    ctx_AsStruct_Float,
    ctx_AsStruct_Unicode,
    ctx_AsStruct_Tuple,
    ctx_AsStruct_List,
    ctx_Type_GetBuiltinShape,
    ctx_DelItem,
    ctx_DelItem_i,
    ctx_DelItem_s,
    h_ComplexType: HPy::NULL,
    h_BytesType: HPy::NULL,
    h_MemoryViewType: HPy::NULL,
    h_CapsuleType: HPy::NULL,
    h_SliceType: HPy::NULL,
    h_Builtins: HPy::NULL,
    ctx_Capsule_New,
    ctx_Capsule_Get,
    ctx_Capsule_IsValid,
    ctx_Capsule_Set,
    ctx_Compile_s,
    ctx_EvalCode,
    ctx_ContextVar_New,
    ctx_ContextVar_Get,
    ctx_ContextVar_Set,
    ctx_Type_GetName,
    ctx_Type_IsSubtype,
    ctx_Unicode_FromEncodedObject,
    ctx_Unicode_Substring,
    ctx_Dict_Keys,
    ctx_Dict_Copy,
    ctx_Slice_Unpack,
    ctx_SetCallFunction,
    ctx_Call,
    ctx_CallMethod,
    h_DictType: HPy::NULL,
    ctx_AsStruct_Dict,
    ctx_List_Insert,
    ctx_GetSlice,
    ctx_SetSlice,
    ctx_DelSlice,
    ctx_GetIter,
    ctx_Iter_Next,
    ctx_Iter_Check,
    ctx_Slice_New,
};

impl ErrorValue for HPyListBuilder {
    const ERROR: Self = Self::NULL;
    const NOTHING: Self = Self::NULL;
}

impl ErrorValue for HPyTupleBuilder {
    const ERROR: Self = Self::NULL;
    const NOTHING: Self = Self::NULL;
}

impl ErrorValue for HPyTracker {
    const ERROR: Self = Self::NULL;
    const NOTHING: Self = Self::NULL;
}

/// HPy_Dup, index 77
unsafe extern "C" fn ctx_Dup(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Dup, ctx_Dup(h));
    let u_h = call.nullable(0, h);
    let below = call.below();
    let returned = ((*below).ctx_Dup)(below, u_h);
    call.over();
    call.open(returned)
}

/// HPy_Close, index 78
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let call = call::enter!(ctx, HPy_Close, ctx_Close(h));
    let u_h = call.take(0, h);
    let below = call.suspend();
    ((*below).ctx_Close)(below, u_h);
    call.resume();
}

/// HPyLong_FromInt32_t, index 79
unsafe extern "C" fn ctx_Long_FromInt32_t(ctx: *mut HPyContext, value: i32) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromInt32_t, ctx_Long_FromInt32_t(value));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromInt32_t)(below, value);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_FromUInt32_t, index 80
unsafe extern "C" fn ctx_Long_FromUInt32_t(ctx: *mut HPyContext, value: u32) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromUInt32_t, ctx_Long_FromUInt32_t(value));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromUInt32_t)(below, value);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_FromInt64_t, index 81
unsafe extern "C" fn ctx_Long_FromInt64_t(ctx: *mut HPyContext, v: i64) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromInt64_t, ctx_Long_FromInt64_t(v));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromInt64_t)(below, v);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_FromUInt64_t, index 82
unsafe extern "C" fn ctx_Long_FromUInt64_t(ctx: *mut HPyContext, v: u64) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromUInt64_t, ctx_Long_FromUInt64_t(v));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromUInt64_t)(below, v);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_FromSize_t, index 83
unsafe extern "C" fn ctx_Long_FromSize_t(ctx: *mut HPyContext, value: usize) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromSize_t, ctx_Long_FromSize_t(value));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromSize_t)(below, value);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_FromSsize_t, index 84
unsafe extern "C" fn ctx_Long_FromSsize_t(ctx: *mut HPyContext, value: isize) -> HPy {
    let call = call::enter!(ctx, HPyLong_FromSsize_t, ctx_Long_FromSsize_t(value));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Long_FromSsize_t)(below, value);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyLong_AsInt32_t, index 85
unsafe extern "C" fn ctx_Long_AsInt32_t(ctx: *mut HPyContext, h: HPy) -> i32 {
    let call = call::enter!(ctx, HPyLong_AsInt32_t, ctx_Long_AsInt32_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsInt32_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsUInt32_t, index 86
unsafe extern "C" fn ctx_Long_AsUInt32_t(ctx: *mut HPyContext, h: HPy) -> u32 {
    let call = call::enter!(ctx, HPyLong_AsUInt32_t, ctx_Long_AsUInt32_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsUInt32_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsUInt32_tMask, index 87
unsafe extern "C" fn ctx_Long_AsUInt32_tMask(ctx: *mut HPyContext, h: HPy) -> u32 {
    let call = call::enter!(ctx, HPyLong_AsUInt32_tMask, ctx_Long_AsUInt32_tMask(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsUInt32_tMask)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsInt64_t, index 88
unsafe extern "C" fn ctx_Long_AsInt64_t(ctx: *mut HPyContext, h: HPy) -> i64 {
    let call = call::enter!(ctx, HPyLong_AsInt64_t, ctx_Long_AsInt64_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsInt64_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsUInt64_t, index 89
unsafe extern "C" fn ctx_Long_AsUInt64_t(ctx: *mut HPyContext, h: HPy) -> u64 {
    let call = call::enter!(ctx, HPyLong_AsUInt64_t, ctx_Long_AsUInt64_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsUInt64_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsUInt64_tMask, index 90
unsafe extern "C" fn ctx_Long_AsUInt64_tMask(ctx: *mut HPyContext, h: HPy) -> u64 {
    let call = call::enter!(ctx, HPyLong_AsUInt64_tMask, ctx_Long_AsUInt64_tMask(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsUInt64_tMask)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsSize_t, index 91
unsafe extern "C" fn ctx_Long_AsSize_t(ctx: *mut HPyContext, h: HPy) -> usize {
    let call = call::enter!(ctx, HPyLong_AsSize_t, ctx_Long_AsSize_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsSize_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsSsize_t, index 92
unsafe extern "C" fn ctx_Long_AsSsize_t(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = call::enter!(ctx, HPyLong_AsSsize_t, ctx_Long_AsSsize_t(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsSsize_t)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsVoidPtr, index 93
unsafe extern "C" fn ctx_Long_AsVoidPtr(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, HPyLong_AsVoidPtr, ctx_Long_AsVoidPtr(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsVoidPtr)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyLong_AsDouble, index 94
unsafe extern "C" fn ctx_Long_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let call = call::enter!(ctx, HPyLong_AsDouble, ctx_Long_AsDouble(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long_AsDouble)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyFloat_FromDouble, index 95
unsafe extern "C" fn ctx_Float_FromDouble(ctx: *mut HPyContext, v: f64) -> HPy {
    let call = call::enter!(ctx, HPyFloat_FromDouble, ctx_Float_FromDouble(v));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Float_FromDouble)(below, v);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyFloat_AsDouble, index 96
unsafe extern "C" fn ctx_Float_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let call = call::enter!(ctx, HPyFloat_AsDouble, ctx_Float_AsDouble(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Float_AsDouble)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyBool_FromBool, index 97
unsafe extern "C" fn ctx_Bool_FromBool(ctx: *mut HPyContext, v: bool) -> HPy {
    let call = call::enter!(ctx, HPyBool_FromBool, ctx_Bool_FromBool(v));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Bool_FromBool)(below, v);
    call.over();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyNumber_Check, index 99
unsafe extern "C" fn ctx_Number_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyNumber_Check, ctx_Number_Check(h));
    let u_h = call.nullable(0, h);
    let below = call.below();
    let returned = ((*below).ctx_Number_Check)(below, u_h);
    call.over();
    returned
}

/// HPy_Add, index 100
unsafe extern "C" fn ctx_Add(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Add) else {
        return slow_ctx_Add(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Add(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Add(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Add(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Add)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Add(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Add, slow_ctx_Add(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Add)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Subtract, index 101
unsafe extern "C" fn ctx_Subtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Subtract) else {
        return slow_ctx_Subtract(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Subtract(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Subtract(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Subtract(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Subtract)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Subtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Subtract, slow_ctx_Subtract(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Subtract)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Multiply, index 102
unsafe extern "C" fn ctx_Multiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Multiply) else {
        return slow_ctx_Multiply(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Multiply(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Multiply(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Multiply(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Multiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Multiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Multiply, slow_ctx_Multiply(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Multiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_MatrixMultiply, index 103
unsafe extern "C" fn ctx_MatrixMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_MatrixMultiply) else {
        return slow_ctx_MatrixMultiply(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_MatrixMultiply(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_MatrixMultiply(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_MatrixMultiply(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_MatrixMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_MatrixMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_MatrixMultiply, slow_ctx_MatrixMultiply(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_MatrixMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_FloorDivide, index 104
unsafe extern "C" fn ctx_FloorDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_FloorDivide) else {
        return slow_ctx_FloorDivide(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_FloorDivide(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_FloorDivide(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_FloorDivide(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_FloorDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_FloorDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_FloorDivide, slow_ctx_FloorDivide(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_FloorDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_TrueDivide, index 105
unsafe extern "C" fn ctx_TrueDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_TrueDivide) else {
        return slow_ctx_TrueDivide(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_TrueDivide(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_TrueDivide(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_TrueDivide(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_TrueDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_TrueDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_TrueDivide, slow_ctx_TrueDivide(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_TrueDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Remainder, index 106
unsafe extern "C" fn ctx_Remainder(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Remainder) else {
        return slow_ctx_Remainder(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Remainder(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Remainder(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Remainder(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Remainder)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Remainder(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Remainder, slow_ctx_Remainder(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Remainder)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Divmod, index 107
unsafe extern "C" fn ctx_Divmod(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Divmod) else {
        return slow_ctx_Divmod(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Divmod(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Divmod(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Divmod(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Divmod)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Divmod(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Divmod, slow_ctx_Divmod(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Divmod)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Power, index 108
unsafe extern "C" fn ctx_Power(ctx: *mut HPyContext, h1: HPy, h2: HPy, h3: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Power) else {
        return slow_ctx_Power(ctx, h1, h2, h3)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Power(ctx, h1, h2, h3) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Power(ctx, h1, h2, h3) };
    let Some(u_h3) = call.fresh(h3) else { return slow_ctx_Power(ctx, h1, h2, h3) };
    if call.is_in_trouble() {
        return slow_ctx_Power(ctx, h1, h2, h3);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Power)(below, u_h1, u_h2, u_h3);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Power(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_Power, slow_ctx_Power(h1, h2, h3));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    let u_h3 = call.handle(2, h3);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Power)(below, u_h1, u_h2, u_h3);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Negative, index 109
unsafe extern "C" fn ctx_Negative(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Negative, ctx_Negative(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Negative)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Positive, index 110
unsafe extern "C" fn ctx_Positive(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Positive, ctx_Positive(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Positive)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Absolute, index 111
unsafe extern "C" fn ctx_Absolute(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Absolute, ctx_Absolute(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Absolute)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Invert, index 112
unsafe extern "C" fn ctx_Invert(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Invert, ctx_Invert(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Invert)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Lshift, index 113
unsafe extern "C" fn ctx_Lshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Lshift) else {
        return slow_ctx_Lshift(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Lshift(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Lshift(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Lshift(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Lshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Lshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Lshift, slow_ctx_Lshift(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Lshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Rshift, index 114
unsafe extern "C" fn ctx_Rshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Rshift) else {
        return slow_ctx_Rshift(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Rshift(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Rshift(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Rshift(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Rshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Rshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Rshift, slow_ctx_Rshift(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Rshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_And, index 115
unsafe extern "C" fn ctx_And(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_And) else {
        return slow_ctx_And(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_And(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_And(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_And(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_And)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_And(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_And, slow_ctx_And(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_And)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Xor, index 116
unsafe extern "C" fn ctx_Xor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Xor) else {
        return slow_ctx_Xor(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Xor(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Xor(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Xor(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Xor)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Xor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Xor, slow_ctx_Xor(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Xor)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Or, index 117
unsafe extern "C" fn ctx_Or(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Or) else {
        return slow_ctx_Or(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_Or(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_Or(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_Or(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Or)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Or(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Or, slow_ctx_Or(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Or)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Index, index 118
unsafe extern "C" fn ctx_Index(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Index, ctx_Index(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Index)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Long, index 119
unsafe extern "C" fn ctx_Long(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Long, ctx_Long(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Long)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Float, index 120
unsafe extern "C" fn ctx_Float(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Float, ctx_Float(h1));
    let u_h1 = call.nullable(0, h1);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Float)(below, u_h1);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceAdd, index 121
unsafe extern "C" fn ctx_InPlaceAdd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceAdd) else {
        return slow_ctx_InPlaceAdd(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceAdd(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceAdd(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceAdd(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceAdd)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceAdd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceAdd, slow_ctx_InPlaceAdd(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceAdd)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceSubtract, index 122
unsafe extern "C" fn ctx_InPlaceSubtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceSubtract) else {
        return slow_ctx_InPlaceSubtract(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceSubtract(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceSubtract(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceSubtract(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceSubtract)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceSubtract(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceSubtract, slow_ctx_InPlaceSubtract(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceSubtract)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceMultiply, index 123
unsafe extern "C" fn ctx_InPlaceMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceMultiply) else {
        return slow_ctx_InPlaceMultiply(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceMultiply(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceMultiply(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceMultiply(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceMultiply, slow_ctx_InPlaceMultiply(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceMatrixMultiply, index 124
unsafe extern "C" fn ctx_InPlaceMatrixMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceMatrixMultiply) else {
        return slow_ctx_InPlaceMatrixMultiply(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceMatrixMultiply(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceMatrixMultiply(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceMatrixMultiply(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceMatrixMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceMatrixMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_InPlaceMatrixMultiply, slow_ctx_InPlaceMatrixMultiply(h1, h2)
    );
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceMatrixMultiply)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceFloorDivide, index 125
unsafe extern "C" fn ctx_InPlaceFloorDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceFloorDivide) else {
        return slow_ctx_InPlaceFloorDivide(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceFloorDivide(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceFloorDivide(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceFloorDivide(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceFloorDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceFloorDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_InPlaceFloorDivide, slow_ctx_InPlaceFloorDivide(h1, h2)
    );
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceFloorDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceTrueDivide, index 126
unsafe extern "C" fn ctx_InPlaceTrueDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceTrueDivide) else {
        return slow_ctx_InPlaceTrueDivide(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceTrueDivide(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceTrueDivide(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceTrueDivide(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceTrueDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceTrueDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_InPlaceTrueDivide, slow_ctx_InPlaceTrueDivide(h1, h2)
    );
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceTrueDivide)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceRemainder, index 127
unsafe extern "C" fn ctx_InPlaceRemainder(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceRemainder) else {
        return slow_ctx_InPlaceRemainder(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlaceRemainder(ctx, h1, h2)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlaceRemainder(ctx, h1, h2)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceRemainder(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceRemainder)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceRemainder(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_InPlaceRemainder, slow_ctx_InPlaceRemainder(h1, h2)
    );
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceRemainder)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlacePower, index 128
unsafe extern "C" fn ctx_InPlacePower(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlacePower) else {
        return slow_ctx_InPlacePower(ctx, h1, h2, h3)
    };
    let Some(u_h1) = call.fresh(h1) else {
        return slow_ctx_InPlacePower(ctx, h1, h2, h3)
    };
    let Some(u_h2) = call.fresh(h2) else {
        return slow_ctx_InPlacePower(ctx, h1, h2, h3)
    };
    let Some(u_h3) = call.fresh(h3) else {
        return slow_ctx_InPlacePower(ctx, h1, h2, h3)
    };
    if call.is_in_trouble() {
        return slow_ctx_InPlacePower(ctx, h1, h2, h3);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlacePower)(below, u_h1, u_h2, u_h3);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlacePower(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_InPlacePower, slow_ctx_InPlacePower(h1, h2, h3));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    let u_h3 = call.handle(2, h3);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlacePower)(below, u_h1, u_h2, u_h3);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceLshift, index 129
unsafe extern "C" fn ctx_InPlaceLshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceLshift) else {
        return slow_ctx_InPlaceLshift(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceLshift(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceLshift(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceLshift(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceLshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceLshift(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceLshift, slow_ctx_InPlaceLshift(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceLshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceRshift, index 130
unsafe extern "C" fn ctx_InPlaceRshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceRshift) else {
        return slow_ctx_InPlaceRshift(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceRshift(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceRshift(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceRshift(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceRshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceRshift(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceRshift, slow_ctx_InPlaceRshift(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceRshift)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceAnd, index 131
unsafe extern "C" fn ctx_InPlaceAnd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceAnd) else {
        return slow_ctx_InPlaceAnd(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceAnd(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceAnd(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceAnd(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceAnd)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceAnd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceAnd, slow_ctx_InPlaceAnd(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceAnd)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceXor, index 132
unsafe extern "C" fn ctx_InPlaceXor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceXor) else {
        return slow_ctx_InPlaceXor(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceXor(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceXor(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceXor(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceXor)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceXor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceXor, slow_ctx_InPlaceXor(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceXor)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_InPlaceOr, index 133
unsafe extern "C" fn ctx_InPlaceOr(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_InPlaceOr) else {
        return slow_ctx_InPlaceOr(ctx, h1, h2)
    };
    let Some(u_h1) = call.fresh(h1) else { return slow_ctx_InPlaceOr(ctx, h1, h2) };
    let Some(u_h2) = call.fresh(h2) else { return slow_ctx_InPlaceOr(ctx, h1, h2) };
    if call.is_in_trouble() {
        return slow_ctx_InPlaceOr(ctx, h1, h2);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceOr)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_InPlaceOr(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_InPlaceOr, slow_ctx_InPlaceOr(h1, h2));
    let u_h1 = call.handle(0, h1);
    let u_h2 = call.handle(1, h2);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_InPlaceOr)(below, u_h1, u_h2);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyCallable_Check, index 134
unsafe extern "C" fn ctx_Callable_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyCallable_Check, ctx_Callable_Check(h));
    let u_h = call.nullable(0, h);
    let below = call.below();
    let returned = ((*below).ctx_Callable_Check)(below, u_h);
    call.over();
    returned
}

/// HPy_CallTupleDict, index 135
unsafe extern "C" fn ctx_CallTupleDict(
    ctx: *mut HPyContext,
    callable: HPy,
    args: HPy,
    kw: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_CallTupleDict) else {
        return slow_ctx_CallTupleDict(ctx, callable, args, kw)
    };
    let Some(u_callable) = call.fresh(callable) else {
        return slow_ctx_CallTupleDict(ctx, callable, args, kw)
    };
    let Some(u_args) = call.fresh_or_null(args) else {
        return slow_ctx_CallTupleDict(ctx, callable, args, kw)
    };
    let Some(u_kw) = call.fresh_or_null(kw) else {
        return slow_ctx_CallTupleDict(ctx, callable, args, kw)
    };
    if call.is_in_trouble() {
        return slow_ctx_CallTupleDict(ctx, callable, args, kw);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_CallTupleDict)(below, u_callable, u_args, u_kw);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_CallTupleDict(
    ctx: *mut HPyContext,
    callable: HPy,
    args: HPy,
    kw: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_CallTupleDict, slow_ctx_CallTupleDict(callable, args, kw)
    );
    let u_callable = call.handle(0, callable);
    let u_args = call.nullable(1, args);
    let u_kw = call.nullable(2, kw);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_CallTupleDict)(below, u_callable, u_args, u_kw);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Call, index 261
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

/// HPy_CallMethod, index 262
unsafe extern "C" fn ctx_CallMethod(
    ctx: *mut HPyContext,
    name: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_CallMethod) else {
        return slow_ctx_CallMethod(ctx, name, args, nargs, kwnames)
    };
    if (nargs as isize) < 1 {
        return slow_ctx_CallMethod(ctx, name, args, nargs, kwnames);
    }
    let Some(u_name) = call.fresh(name) else {
        return slow_ctx_CallMethod(ctx, name, args, nargs, kwnames)
    };
    let Some(u_kwnames) = call.fresh_or_null(kwnames) else {
        return slow_ctx_CallMethod(ctx, name, args, nargs, kwnames)
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
        .ctx_CallMethod)(below, u_name, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_CallMethod(
    ctx: *mut HPyContext,
    name: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_CallMethod, slow_ctx_CallMethod(name, args, nargs, kwnames)
    );
    call.at_least(2, nargs as isize, 1);
    let u_name = call.handle(0, name);
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
        .ctx_CallMethod)(below, u_name, u_args.as_ptr(), nargs, u_kwnames);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_SetCallFunction, index 260
unsafe extern "C" fn ctx_SetCallFunction(
    ctx: *mut HPyContext,
    h: HPy,
    func: *mut HPyCallFunction,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetCallFunction) else {
        return slow_ctx_SetCallFunction(ctx, h, func)
    };
    if func.is_null() {
        return slow_ctx_SetCallFunction(ctx, h, func);
    }
    let Some(u_h) = call.fresh(h) else { return slow_ctx_SetCallFunction(ctx, h, func) };
    call.called(0, h, u_h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetCallFunction)(below, u_h, func);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetCallFunction(
    ctx: *mut HPyContext,
    h: HPy,
    func: *mut HPyCallFunction,
) -> c_int {
    let call = call::enter!(ctx, HPy_SetCallFunction, slow_ctx_SetCallFunction(h, func));
    call.pointer(1, func.is_null());
    let u_h = call.handle(0, h);
    call.called(0, h, u_h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetCallFunction)(below, u_h, func);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_FatalError, index 136
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

/// HPyErr_SetString, index 137
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
        |uctx| uctx.h_BaseException,
        "an exception class",
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
        |uctx| uctx.h_BaseException,
        "an exception class",
    );
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_SetString)(below, u_h_type, utf8_message);
    call.resume();
    call.raised();
}

/// HPyErr_SetObject, index 138
unsafe extern "C" fn ctx_Err_SetObject(ctx: *mut HPyContext, h_type: HPy, h_value: HPy) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_SetObject) else {
        return slow_ctx_Err_SetObject(ctx, h_type, h_value)
    };
    let Some(u_h_type) = call.fresh(h_type) else {
        return slow_ctx_Err_SetObject(ctx, h_type, h_value)
    };
    let Some(u_h_value) = call.fresh_or_null(h_value) else {
        return slow_ctx_Err_SetObject(ctx, h_type, h_value)
    };
    call.expect_derived(
        0,
        h_type,
        u_h_type,
        |uctx| uctx.h_BaseException,
        "an exception class",
    );
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_SetObject)(below, u_h_type, u_h_value);
    call.resume();
    call.raised();
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_SetObject(
    ctx: *mut HPyContext,
    h_type: HPy,
    h_value: HPy,
) {
    let call = call::enter!(
        ctx, HPyErr_SetObject, slow_ctx_Err_SetObject(h_type, h_value)
    );
    let u_h_type = call.handle(0, h_type);
    let u_h_value = call.nullable(1, h_value);
    call.expect_derived(
        0,
        h_type,
        u_h_type,
        |uctx| uctx.h_BaseException,
        "an exception class",
    );
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_SetObject)(below, u_h_type, u_h_value);
    call.resume();
    call.raised();
}

/// HPyErr_SetFromErrnoWithFilename, index 139
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilename(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename_fsencoded: *const c_char,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_SetFromErrnoWithFilename)
    else {
        return slow_ctx_Err_SetFromErrnoWithFilename(ctx, h_type, filename_fsencoded)
    };
    let Some(u_h_type) = call.fresh(h_type) else {
        return slow_ctx_Err_SetFromErrnoWithFilename(ctx, h_type, filename_fsencoded)
    };
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_SetFromErrnoWithFilename)(below, u_h_type, filename_fsencoded);
    call.resume();
    call.raised();
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_SetFromErrnoWithFilename(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename_fsencoded: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyErr_SetFromErrnoWithFilename,
        slow_ctx_Err_SetFromErrnoWithFilename(h_type, filename_fsencoded)
    );
    let u_h_type = call.handle(0, h_type);
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_SetFromErrnoWithFilename)(below, u_h_type, filename_fsencoded);
    call.resume();
    call.raised();
    call.open(returned)
}

/// HPyErr_SetFromErrnoWithFilenameObjects, index 140
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilenameObjects(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename1: HPy,
    filename2: HPy,
) {
    let Some(call) = Call::enter_fast(
        ctx,
        &functions::HPyErr_SetFromErrnoWithFilenameObjects,
    ) else {
        return slow_ctx_Err_SetFromErrnoWithFilenameObjects(
            ctx,
            h_type,
            filename1,
            filename2,
        )
    };
    let Some(u_h_type) = call.fresh(h_type) else {
        return slow_ctx_Err_SetFromErrnoWithFilenameObjects(
            ctx,
            h_type,
            filename1,
            filename2,
        )
    };
    let Some(u_filename1) = call.fresh_or_null(filename1) else {
        return slow_ctx_Err_SetFromErrnoWithFilenameObjects(
            ctx,
            h_type,
            filename1,
            filename2,
        )
    };
    let Some(u_filename2) = call.fresh_or_null(filename2) else {
        return slow_ctx_Err_SetFromErrnoWithFilenameObjects(
            ctx,
            h_type,
            filename1,
            filename2,
        )
    };
    let below = call.suspend();
    ((*below)
        .ctx_Err_SetFromErrnoWithFilenameObjects)(
        below,
        u_h_type,
        u_filename1,
        u_filename2,
    );
    call.resume();
    call.raised();
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_SetFromErrnoWithFilenameObjects(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename1: HPy,
    filename2: HPy,
) {
    let call = call::enter!(
        ctx, HPyErr_SetFromErrnoWithFilenameObjects,
        slow_ctx_Err_SetFromErrnoWithFilenameObjects(h_type, filename1, filename2)
    );
    let u_h_type = call.handle(0, h_type);
    let u_filename1 = call.nullable(1, filename1);
    let u_filename2 = call.nullable(2, filename2);
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below)
        .ctx_Err_SetFromErrnoWithFilenameObjects)(
        below,
        u_h_type,
        u_filename1,
        u_filename2,
    );
    call.resume();
    call.raised();
}

/// HPyErr_Occurred, index 141
unsafe extern "C" fn ctx_Err_Occurred(ctx: *mut HPyContext) -> c_int {
    let call = call::enter!(ctx, HPyErr_Occurred, ctx_Err_Occurred());
    let below = call.below();
    let returned = ((*below).ctx_Err_Occurred)(below);
    call.over();
    returned
}

/// HPyErr_ExceptionMatches, index 142
unsafe extern "C" fn ctx_Err_ExceptionMatches(ctx: *mut HPyContext, exc: HPy) -> c_int {
    let call = call::enter!(ctx, HPyErr_ExceptionMatches, ctx_Err_ExceptionMatches(exc));
    let u_exc = call.nullable(0, exc);
    let below = call.suspend();
    let returned = ((*below).ctx_Err_ExceptionMatches)(below, u_exc);
    call.resume();
    returned
}

/// HPyErr_NoMemory, index 143
unsafe extern "C" fn ctx_Err_NoMemory(ctx: *mut HPyContext) {
    let call = call::enter!(ctx, HPyErr_NoMemory, ctx_Err_NoMemory());
    if call.refused() {
        return error_value();
    }
    let below = call.suspend();
    ((*below).ctx_Err_NoMemory)(below);
    call.resume();
    call.raised();
}

/// HPyErr_Clear, index 144
unsafe extern "C" fn ctx_Err_Clear(ctx: *mut HPyContext) {
    let call = call::enter!(ctx, HPyErr_Clear, ctx_Err_Clear());
    let below = call.suspend();
    ((*below).ctx_Err_Clear)(below);
    call.resume();
    call.cleared();
}

/// HPyErr_NewException, index 145
unsafe extern "C" fn ctx_Err_NewException(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_NewException) else {
        return slow_ctx_Err_NewException(ctx, utf8_name, base, dict)
    };
    if utf8_name.is_null() {
        return slow_ctx_Err_NewException(ctx, utf8_name, base, dict);
    }
    let Some(u_base) = call.fresh_or_null(base) else {
        return slow_ctx_Err_NewException(ctx, utf8_name, base, dict)
    };
    let Some(u_dict) = call.fresh_or_null(dict) else {
        return slow_ctx_Err_NewException(ctx, utf8_name, base, dict)
    };
    call.expect_imported(2, dict, u_dict, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Err_NewException)(below, utf8_name, u_base, u_dict);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_NewException(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPyErr_NewException, slow_ctx_Err_NewException(utf8_name, base, dict)
    );
    call.pointer(0, utf8_name.is_null());
    let u_base = call.nullable(1, base);
    let u_dict = call.nullable(2, dict);
    call.expect_imported(2, dict, u_dict, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Err_NewException)(below, utf8_name, u_base, u_dict);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyErr_NewExceptionWithDoc, index 146
unsafe extern "C" fn ctx_Err_NewExceptionWithDoc(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    utf8_doc: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_NewExceptionWithDoc) else {
        return slow_ctx_Err_NewExceptionWithDoc(ctx, utf8_name, utf8_doc, base, dict)
    };
    if utf8_name.is_null() {
        return slow_ctx_Err_NewExceptionWithDoc(ctx, utf8_name, utf8_doc, base, dict);
    }
    let Some(u_base) = call.fresh_or_null(base) else {
        return slow_ctx_Err_NewExceptionWithDoc(ctx, utf8_name, utf8_doc, base, dict)
    };
    let Some(u_dict) = call.fresh_or_null(dict) else {
        return slow_ctx_Err_NewExceptionWithDoc(ctx, utf8_name, utf8_doc, base, dict)
    };
    call.expect_imported(3, dict, u_dict, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_NewExceptionWithDoc)(below, utf8_name, utf8_doc, u_base, u_dict);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_NewExceptionWithDoc(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    utf8_doc: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPyErr_NewExceptionWithDoc, slow_ctx_Err_NewExceptionWithDoc(utf8_name,
        utf8_doc, base, dict)
    );
    call.pointer(0, utf8_name.is_null());
    let u_base = call.nullable(2, base);
    let u_dict = call.nullable(3, dict);
    call.expect_imported(3, dict, u_dict, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_NewExceptionWithDoc)(below, utf8_name, utf8_doc, u_base, u_dict);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyErr_WarnEx, index 147
unsafe extern "C" fn ctx_Err_WarnEx(
    ctx: *mut HPyContext,
    category: HPy,
    utf8_message: *const c_char,
    stack_level: isize,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyErr_WarnEx) else {
        return slow_ctx_Err_WarnEx(ctx, category, utf8_message, stack_level)
    };
    if utf8_message.is_null() {
        return slow_ctx_Err_WarnEx(ctx, category, utf8_message, stack_level);
    }
    let Some(u_category) = call.fresh_or_null(category) else {
        return slow_ctx_Err_WarnEx(ctx, category, utf8_message, stack_level)
    };
    if call.is_in_trouble() {
        return slow_ctx_Err_WarnEx(ctx, category, utf8_message, stack_level);
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_WarnEx)(below, u_category, utf8_message, stack_level);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Err_WarnEx(
    ctx: *mut HPyContext,
    category: HPy,
    utf8_message: *const c_char,
    stack_level: isize,
) -> c_int {
    let call = call::enter!(
        ctx, HPyErr_WarnEx, slow_ctx_Err_WarnEx(category, utf8_message, stack_level)
    );
    call.pointer(1, utf8_message.is_null());
    let u_category = call.nullable(0, category);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Err_WarnEx)(below, u_category, utf8_message, stack_level);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyErr_WriteUnraisable, index 148
unsafe extern "C" fn ctx_Err_WriteUnraisable(ctx: *mut HPyContext, obj: HPy) {
    let call = call::enter!(ctx, HPyErr_WriteUnraisable, ctx_Err_WriteUnraisable(obj));
    let u_obj = call.nullable(0, obj);
    let below = call.suspend();
    ((*below).ctx_Err_WriteUnraisable)(below, u_obj);
    call.resume();
}

/// HPy_IsTrue, index 149
unsafe extern "C" fn ctx_IsTrue(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPy_IsTrue, ctx_IsTrue(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_IsTrue)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_GetAttr, index 152
unsafe extern "C" fn ctx_GetAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetAttr) else {
        return slow_ctx_GetAttr(ctx, obj, name)
    };
    let Some(u_obj) = call.fresh(obj) else { return slow_ctx_GetAttr(ctx, obj, name) };
    let Some(u_name) = call.fresh(name) else { return slow_ctx_GetAttr(ctx, obj, name) };
    if call.is_in_trouble() {
        return slow_ctx_GetAttr(ctx, obj, name);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetAttr)(below, u_obj, u_name);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_GetAttr, slow_ctx_GetAttr(obj, name));
    let u_obj = call.handle(0, obj);
    let u_name = call.handle(1, name);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetAttr)(below, u_obj, u_name);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_GetAttr_s, index 153
unsafe extern "C" fn ctx_GetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetAttr_s) else {
        return slow_ctx_GetAttr_s(ctx, obj, utf8_name)
    };
    if utf8_name.is_null() {
        return slow_ctx_GetAttr_s(ctx, obj, utf8_name);
    }
    let Some(u_obj) = call.fresh(obj) else {
        return slow_ctx_GetAttr_s(ctx, obj, utf8_name)
    };
    if call.is_in_trouble() {
        return slow_ctx_GetAttr_s(ctx, obj, utf8_name);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetAttr_s)(below, u_obj, utf8_name);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> HPy {
    let call = call::enter!(ctx, HPy_GetAttr_s, slow_ctx_GetAttr_s(obj, utf8_name));
    call.pointer(1, utf8_name.is_null());
    let u_obj = call.handle(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetAttr_s)(below, u_obj, utf8_name);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_HasAttr, index 154
unsafe extern "C" fn ctx_HasAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_HasAttr) else {
        return slow_ctx_HasAttr(ctx, obj, name)
    };
    let Some(u_obj) = call.fresh(obj) else { return slow_ctx_HasAttr(ctx, obj, name) };
    let Some(u_name) = call.fresh(name) else { return slow_ctx_HasAttr(ctx, obj, name) };
    if call.is_in_trouble() {
        return slow_ctx_HasAttr(ctx, obj, name);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_HasAttr)(below, u_obj, u_name);
    call.resume();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_HasAttr(
    ctx: *mut HPyContext,
    obj: HPy,
    name: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_HasAttr, slow_ctx_HasAttr(obj, name));
    let u_obj = call.handle(0, obj);
    let u_name = call.handle(1, name);
    if call.no_exception() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_HasAttr)(below, u_obj, u_name);
    call.resume();
    returned
}

/// HPy_HasAttr_s, index 155
unsafe extern "C" fn ctx_HasAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_HasAttr_s) else {
        return slow_ctx_HasAttr_s(ctx, obj, utf8_name)
    };
    if utf8_name.is_null() {
        return slow_ctx_HasAttr_s(ctx, obj, utf8_name);
    }
    let Some(u_obj) = call.fresh(obj) else {
        return slow_ctx_HasAttr_s(ctx, obj, utf8_name)
    };
    if call.is_in_trouble() {
        return slow_ctx_HasAttr_s(ctx, obj, utf8_name);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_HasAttr_s)(below, u_obj, utf8_name);
    call.resume();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_HasAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let call = call::enter!(ctx, HPy_HasAttr_s, slow_ctx_HasAttr_s(obj, utf8_name));
    call.pointer(1, utf8_name.is_null());
    let u_obj = call.handle(0, obj);
    if call.no_exception() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_HasAttr_s)(below, u_obj, utf8_name);
    call.resume();
    returned
}

/// HPy_SetAttr, index 156
unsafe extern "C" fn ctx_SetAttr(
    ctx: *mut HPyContext,
    obj: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetAttr) else {
        return slow_ctx_SetAttr(ctx, obj, name, value)
    };
    let Some(u_obj) = call.fresh(obj) else {
        return slow_ctx_SetAttr(ctx, obj, name, value)
    };
    let Some(u_name) = call.fresh(name) else {
        return slow_ctx_SetAttr(ctx, obj, name, value)
    };
    let Some(u_value) = call.fresh_or_null(value) else {
        return slow_ctx_SetAttr(ctx, obj, name, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetAttr(ctx, obj, name, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetAttr)(below, u_obj, u_name, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetAttr(
    ctx: *mut HPyContext,
    obj: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_SetAttr, slow_ctx_SetAttr(obj, name, value));
    let u_obj = call.handle(0, obj);
    let u_name = call.handle(1, name);
    let u_value = call.nullable(2, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetAttr)(below, u_obj, u_name, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_SetAttr_s, index 157
unsafe extern "C" fn ctx_SetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetAttr_s) else {
        return slow_ctx_SetAttr_s(ctx, obj, utf8_name, value)
    };
    if utf8_name.is_null() {
        return slow_ctx_SetAttr_s(ctx, obj, utf8_name, value);
    }
    let Some(u_obj) = call.fresh(obj) else {
        return slow_ctx_SetAttr_s(ctx, obj, utf8_name, value)
    };
    let Some(u_value) = call.fresh_or_null(value) else {
        return slow_ctx_SetAttr_s(ctx, obj, utf8_name, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetAttr_s(ctx, obj, utf8_name, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetAttr_s)(below, u_obj, utf8_name, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
    value: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPy_SetAttr_s, slow_ctx_SetAttr_s(obj, utf8_name, value)
    );
    call.pointer(1, utf8_name.is_null());
    let u_obj = call.handle(0, obj);
    let u_value = call.nullable(2, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetAttr_s)(below, u_obj, utf8_name, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_Length, index 98
unsafe extern "C" fn ctx_Length(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = call::enter!(ctx, HPy_Length, ctx_Length(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Length)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_Contains, index 161
unsafe extern "C" fn ctx_Contains(
    ctx: *mut HPyContext,
    container: HPy,
    key: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Contains) else {
        return slow_ctx_Contains(ctx, container, key)
    };
    let Some(u_container) = call.fresh(container) else {
        return slow_ctx_Contains(ctx, container, key)
    };
    let Some(u_key) = call.fresh(key) else {
        return slow_ctx_Contains(ctx, container, key)
    };
    if call.is_in_trouble() {
        return slow_ctx_Contains(ctx, container, key);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Contains)(below, u_container, u_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Contains(
    ctx: *mut HPyContext,
    container: HPy,
    key: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_Contains, slow_ctx_Contains(container, key));
    let u_container = call.handle(0, container);
    let u_key = call.handle(1, key);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Contains)(below, u_container, u_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_GetItem, index 158
unsafe extern "C" fn ctx_GetItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetItem) else {
        return slow_ctx_GetItem(ctx, obj, key)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_GetItem(ctx, obj, key)
    };
    let Some(u_key) = call.fresh_or_null(key) else {
        return slow_ctx_GetItem(ctx, obj, key)
    };
    if call.is_in_trouble() {
        return slow_ctx_GetItem(ctx, obj, key);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem)(below, u_obj, u_key);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_GetItem, slow_ctx_GetItem(obj, key));
    let u_obj = call.nullable(0, obj);
    let u_key = call.nullable(1, key);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem)(below, u_obj, u_key);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_GetItem_i, index 159
unsafe extern "C" fn ctx_GetItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetItem_i) else {
        return slow_ctx_GetItem_i(ctx, obj, idx)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_GetItem_i(ctx, obj, idx)
    };
    if call.is_in_trouble() {
        return slow_ctx_GetItem_i(ctx, obj, idx);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem_i)(below, u_obj, idx);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
) -> HPy {
    let call = call::enter!(ctx, HPy_GetItem_i, slow_ctx_GetItem_i(obj, idx));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem_i)(below, u_obj, idx);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_GetItem_s, index 160
unsafe extern "C" fn ctx_GetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetItem_s) else {
        return slow_ctx_GetItem_s(ctx, obj, utf8_key)
    };
    if utf8_key.is_null() {
        return slow_ctx_GetItem_s(ctx, obj, utf8_key);
    }
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_GetItem_s(ctx, obj, utf8_key)
    };
    if call.is_in_trouble() {
        return slow_ctx_GetItem_s(ctx, obj, utf8_key);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem_s)(below, u_obj, utf8_key);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> HPy {
    let call = call::enter!(ctx, HPy_GetItem_s, slow_ctx_GetItem_s(obj, utf8_key));
    call.pointer(1, utf8_key.is_null());
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetItem_s)(below, u_obj, utf8_key);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_SetItem, index 162
unsafe extern "C" fn ctx_SetItem(
    ctx: *mut HPyContext,
    obj: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetItem) else {
        return slow_ctx_SetItem(ctx, obj, key, value)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_SetItem(ctx, obj, key, value)
    };
    let Some(u_key) = call.fresh_or_null(key) else {
        return slow_ctx_SetItem(ctx, obj, key, value)
    };
    let Some(u_value) = call.fresh_or_null(value) else {
        return slow_ctx_SetItem(ctx, obj, key, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetItem(ctx, obj, key, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem)(below, u_obj, u_key, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetItem(
    ctx: *mut HPyContext,
    obj: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_SetItem, slow_ctx_SetItem(obj, key, value));
    let u_obj = call.nullable(0, obj);
    let u_key = call.nullable(1, key);
    let u_value = call.nullable(2, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem)(below, u_obj, u_key, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_SetItem_i, index 163
unsafe extern "C" fn ctx_SetItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetItem_i) else {
        return slow_ctx_SetItem_i(ctx, obj, idx, value)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_SetItem_i(ctx, obj, idx, value)
    };
    let Some(u_value) = call.fresh_or_null(value) else {
        return slow_ctx_SetItem_i(ctx, obj, idx, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetItem_i(ctx, obj, idx, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem_i)(below, u_obj, idx, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
    value: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_SetItem_i, slow_ctx_SetItem_i(obj, idx, value));
    let u_obj = call.nullable(0, obj);
    let u_value = call.nullable(2, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem_i)(below, u_obj, idx, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_SetItem_s, index 164
unsafe extern "C" fn ctx_SetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetItem_s) else {
        return slow_ctx_SetItem_s(ctx, obj, utf8_key, value)
    };
    if utf8_key.is_null() {
        return slow_ctx_SetItem_s(ctx, obj, utf8_key, value);
    }
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_SetItem_s(ctx, obj, utf8_key, value)
    };
    let Some(u_value) = call.fresh_or_null(value) else {
        return slow_ctx_SetItem_s(ctx, obj, utf8_key, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetItem_s(ctx, obj, utf8_key, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem_s)(below, u_obj, utf8_key, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
    value: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPy_SetItem_s, slow_ctx_SetItem_s(obj, utf8_key, value)
    );
    call.pointer(1, utf8_key.is_null());
    let u_obj = call.nullable(0, obj);
    let u_value = call.nullable(2, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetItem_s)(below, u_obj, utf8_key, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_DelItem, index 235
unsafe extern "C" fn ctx_DelItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_DelItem) else {
        return slow_ctx_DelItem(ctx, obj, key)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_DelItem(ctx, obj, key)
    };
    let Some(u_key) = call.fresh_or_null(key) else {
        return slow_ctx_DelItem(ctx, obj, key)
    };
    if call.is_in_trouble() {
        return slow_ctx_DelItem(ctx, obj, key);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem)(below, u_obj, u_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_DelItem(
    ctx: *mut HPyContext,
    obj: HPy,
    key: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_DelItem, slow_ctx_DelItem(obj, key));
    let u_obj = call.nullable(0, obj);
    let u_key = call.nullable(1, key);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem)(below, u_obj, u_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_DelItem_i, index 236
unsafe extern "C" fn ctx_DelItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_DelItem_i) else {
        return slow_ctx_DelItem_i(ctx, obj, idx)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_DelItem_i(ctx, obj, idx)
    };
    if call.is_in_trouble() {
        return slow_ctx_DelItem_i(ctx, obj, idx);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem_i)(below, u_obj, idx);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_DelItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
) -> c_int {
    let call = call::enter!(ctx, HPy_DelItem_i, slow_ctx_DelItem_i(obj, idx));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem_i)(below, u_obj, idx);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_DelItem_s, index 237
unsafe extern "C" fn ctx_DelItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_DelItem_s) else {
        return slow_ctx_DelItem_s(ctx, obj, utf8_key)
    };
    if utf8_key.is_null() {
        return slow_ctx_DelItem_s(ctx, obj, utf8_key);
    }
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_DelItem_s(ctx, obj, utf8_key)
    };
    if call.is_in_trouble() {
        return slow_ctx_DelItem_s(ctx, obj, utf8_key);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem_s)(below, u_obj, utf8_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_DelItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> c_int {
    let call = call::enter!(ctx, HPy_DelItem_s, slow_ctx_DelItem_s(obj, utf8_key));
    call.pointer(1, utf8_key.is_null());
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelItem_s)(below, u_obj, utf8_key);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_GetSlice, index 266
unsafe extern "C" fn ctx_GetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_GetSlice) else {
        return slow_ctx_GetSlice(ctx, obj, start, end)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_GetSlice(ctx, obj, start, end)
    };
    if call.is_in_trouble() {
        return slow_ctx_GetSlice(ctx, obj, start, end);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetSlice)(below, u_obj, start, end);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_GetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let call = call::enter!(ctx, HPy_GetSlice, slow_ctx_GetSlice(obj, start, end));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetSlice)(below, u_obj, start, end);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_SetSlice, index 267
unsafe extern "C" fn ctx_SetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_SetSlice) else {
        return slow_ctx_SetSlice(ctx, obj, start, end, value)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_SetSlice(ctx, obj, start, end, value)
    };
    let Some(u_value) = call.fresh(value) else {
        return slow_ctx_SetSlice(ctx, obj, start, end, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_SetSlice(ctx, obj, start, end, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetSlice)(below, u_obj, start, end, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_SetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPy_SetSlice, slow_ctx_SetSlice(obj, start, end, value)
    );
    let u_obj = call.nullable(0, obj);
    let u_value = call.handle(3, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_SetSlice)(below, u_obj, start, end, u_value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_DelSlice, index 268
unsafe extern "C" fn ctx_DelSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_DelSlice) else {
        return slow_ctx_DelSlice(ctx, obj, start, end)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_DelSlice(ctx, obj, start, end)
    };
    if call.is_in_trouble() {
        return slow_ctx_DelSlice(ctx, obj, start, end);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelSlice)(below, u_obj, start, end);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_DelSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> c_int {
    let call = call::enter!(ctx, HPy_DelSlice, slow_ctx_DelSlice(obj, start, end));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_DelSlice)(below, u_obj, start, end);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_GetIter, index 269
unsafe extern "C" fn ctx_GetIter(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_GetIter, ctx_GetIter(obj));
    let u_obj = call.handle(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_GetIter)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyIter_Next, index 270
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

/// HPyIter_Check, index 271
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let call = call::enter!(ctx, HPyIter_Check, ctx_Iter_Check(obj));
    let u_obj = call.handle(0, obj);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Iter_Check)(below, u_obj);
    call.over();
    returned
}

/// HPy_Type, index 165
unsafe extern "C" fn ctx_Type(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Type, ctx_Type(obj));
    let u_obj = call.handle(0, obj);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Type)(below, u_obj);
    call.over();
    call.open(returned)
}

/// HPy_TypeCheck, index 166
unsafe extern "C" fn ctx_TypeCheck(
    ctx: *mut HPyContext,
    obj: HPy,
    r#type: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_TypeCheck) else {
        return slow_ctx_TypeCheck(ctx, obj, r#type)
    };
    let Some(u_obj) = call.fresh(obj) else {
        return slow_ctx_TypeCheck(ctx, obj, r#type)
    };
    let Some(u_type) = call.fresh(r#type) else {
        return slow_ctx_TypeCheck(ctx, obj, r#type)
    };
    call.expect_type(1, r#type, u_type, offset_of!(HPyContext, h_TypeType), "a type");
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_TypeCheck)(below, u_obj, u_type);
    call.over();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_TypeCheck(
    ctx: *mut HPyContext,
    obj: HPy,
    r#type: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPy_TypeCheck, slow_ctx_TypeCheck(obj, r#type));
    let u_obj = call.handle(0, obj);
    let u_type = call.handle(1, r#type);
    call.expect_type(1, r#type, u_type, offset_of!(HPyContext, h_TypeType), "a type");
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_TypeCheck)(below, u_obj, u_type);
    call.over();
    returned
}

/// HPy_Is, index 167
unsafe extern "C" fn ctx_Is(ctx: *mut HPyContext, obj: HPy, other: HPy) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_Is) else {
        return slow_ctx_Is(ctx, obj, other)
    };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_Is(ctx, obj, other)
    };
    let Some(u_other) = call.fresh_or_null(other) else {
        return slow_ctx_Is(ctx, obj, other)
    };
    let below = call.below();
    let returned = ((*below).ctx_Is)(below, u_obj, u_other);
    call.over();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Is(ctx: *mut HPyContext, obj: HPy, other: HPy) -> c_int {
    let call = call::enter!(ctx, HPy_Is, slow_ctx_Is(obj, other));
    let u_obj = call.nullable(0, obj);
    let u_other = call.nullable(1, other);
    let below = call.below();
    let returned = ((*below).ctx_Is)(below, u_obj, u_other);
    call.over();
    returned
}

/// HPy_Repr, index 171
unsafe extern "C" fn ctx_Repr(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Repr, ctx_Repr(obj));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Repr)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Str, index 172
unsafe extern "C" fn ctx_Str(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Str, ctx_Str(obj));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Str)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_ASCII, index 173
unsafe extern "C" fn ctx_ASCII(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_ASCII, ctx_ASCII(obj));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ASCII)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Bytes, index 174
unsafe extern "C" fn ctx_Bytes(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = call::enter!(ctx, HPy_Bytes, ctx_Bytes(obj));
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_RichCompare, index 175
unsafe extern "C" fn ctx_RichCompare(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_RichCompare) else {
        return slow_ctx_RichCompare(ctx, v, w, op)
    };
    if ![0, 1, 2, 3, 4, 5].contains(&(op as i64)) {
        return slow_ctx_RichCompare(ctx, v, w, op);
    }
    let Some(u_v) = call.fresh_or_null(v) else {
        return slow_ctx_RichCompare(ctx, v, w, op)
    };
    let Some(u_w) = call.fresh_or_null(w) else {
        return slow_ctx_RichCompare(ctx, v, w, op)
    };
    if call.is_in_trouble() {
        return slow_ctx_RichCompare(ctx, v, w, op);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_RichCompare)(below, u_v, u_w, op);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_RichCompare(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> HPy {
    let call = call::enter!(ctx, HPy_RichCompare, slow_ctx_RichCompare(v, w, op));
    call.one_of(
        2,
        [0, 1, 2, 3, 4, 5].contains(&(op as i64)),
        op as i64,
        "HPy_RichCmpOp",
    );
    let u_v = call.nullable(0, v);
    let u_w = call.nullable(1, w);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_RichCompare)(below, u_v, u_w, op);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_RichCompareBool, index 176
unsafe extern "C" fn ctx_RichCompareBool(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_RichCompareBool) else {
        return slow_ctx_RichCompareBool(ctx, v, w, op)
    };
    if ![0, 1, 2, 3, 4, 5].contains(&(op as i64)) {
        return slow_ctx_RichCompareBool(ctx, v, w, op);
    }
    let Some(u_v) = call.fresh_or_null(v) else {
        return slow_ctx_RichCompareBool(ctx, v, w, op)
    };
    let Some(u_w) = call.fresh_or_null(w) else {
        return slow_ctx_RichCompareBool(ctx, v, w, op)
    };
    if call.is_in_trouble() {
        return slow_ctx_RichCompareBool(ctx, v, w, op);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_RichCompareBool)(below, u_v, u_w, op);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_RichCompareBool(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> c_int {
    let call = call::enter!(
        ctx, HPy_RichCompareBool, slow_ctx_RichCompareBool(v, w, op)
    );
    call.one_of(
        2,
        [0, 1, 2, 3, 4, 5].contains(&(op as i64)),
        op as i64,
        "HPy_RichCmpOp",
    );
    let u_v = call.nullable(0, v);
    let u_w = call.nullable(1, w);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_RichCompareBool)(below, u_v, u_w, op);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPy_Hash, index 177
unsafe extern "C" fn ctx_Hash(ctx: *mut HPyContext, obj: HPy) -> isize {
    let call = call::enter!(ctx, HPy_Hash, ctx_Hash(obj));
    let u_obj = call.handle(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Hash)(below, u_obj);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// _HPy_Dump, index 227
unsafe extern "C" fn ctx_Dump(ctx: *mut HPyContext, h: HPy) {
    let call = call::enter!(ctx, _HPy_Dump, ctx_Dump(h));
    let u_h = call.nullable(0, h);
    let below = call.suspend();
    ((*below).ctx_Dump)(below, u_h);
    call.resume();
}

/// HPyType_FromSpec, index 150
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let call = call::enter!(ctx, HPyType_FromSpec, ctx_Type_FromSpec(spec, params));
    call.pointer(0, spec.is_null());
    let u_spec = call.type_spec(0, spec);
    let mut u_params = call
        .list(1, params, |item| item.kind == 0, |item| &mut item.object);
    let u_spec = call.type_bases(0, u_spec, spec, &u_params);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_FromSpec)(below, spec, u_params.as_mut_ptr());
    call.resume();
    call.may_have_raised(&returned);
    call.type_spec_taken(0, u_spec, returned.is_null(), u_params.as_slice());
    call.open(returned)
}

/// HPyType_GenericNew, index 151
unsafe extern "C" fn ctx_Type_GenericNew(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyType_GenericNew) else {
        return slow_ctx_Type_GenericNew(ctx, r#type, args, nargs, kw)
    };
    let Some(u_type) = call.fresh(r#type) else {
        return slow_ctx_Type_GenericNew(ctx, r#type, args, nargs, kw)
    };
    let Some(u_kw) = call.fresh_or_null(kw) else {
        return slow_ctx_Type_GenericNew(ctx, r#type, args, nargs, kw)
    };
    let u_args = call.array(1, args, nargs.max(0) as usize);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Type_GenericNew)(below, u_type, u_args.as_ptr(), nargs, u_kw);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Type_GenericNew(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPyType_GenericNew, slow_ctx_Type_GenericNew(r#type, args, nargs, kw)
    );
    let u_type = call.handle(0, r#type);
    let u_kw = call.nullable(3, kw);
    let u_args = call.array(1, args, nargs.max(0) as usize);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Type_GenericNew)(below, u_type, u_args.as_ptr(), nargs, u_kw);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyType_GetName, index 253
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

/// HPyType_IsSubtype, index 254
unsafe extern "C" fn ctx_Type_IsSubtype(
    ctx: *mut HPyContext,
    sub: HPy,
    r#type: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyType_IsSubtype) else {
        return slow_ctx_Type_IsSubtype(ctx, sub, r#type)
    };
    let Some(u_sub) = call.fresh(sub) else {
        return slow_ctx_Type_IsSubtype(ctx, sub, r#type)
    };
    let Some(u_type) = call.fresh(r#type) else {
        return slow_ctx_Type_IsSubtype(ctx, sub, r#type)
    };
    call.expect_type(0, sub, u_sub, offset_of!(HPyContext, h_TypeType), "a type");
    call.expect_type(1, r#type, u_type, offset_of!(HPyContext, h_TypeType), "a type");
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_IsSubtype)(below, u_sub, u_type);
    call.resume();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Type_IsSubtype(
    ctx: *mut HPyContext,
    sub: HPy,
    r#type: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPyType_IsSubtype, slow_ctx_Type_IsSubtype(sub, r#type)
    );
    let u_sub = call.handle(0, sub);
    let u_type = call.handle(1, r#type);
    call.expect_type(0, sub, u_sub, offset_of!(HPyContext, h_TypeType), "a type");
    call.expect_type(1, r#type, u_type, offset_of!(HPyContext, h_TypeType), "a type");
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_IsSubtype)(below, u_sub, u_type);
    call.resume();
    returned
}

/// _HPyType_GetBuiltinShape, index 234
unsafe extern "C" fn ctx_Type_GetBuiltinShape(
    ctx: *mut HPyContext,
    h_type: HPy,
) -> HPyType_BuiltinShape {
    let call = call::enter!(
        ctx, _HPyType_GetBuiltinShape, ctx_Type_GetBuiltinShape(h_type)
    );
    let u_h_type = call.handle(0, h_type);
    if call.no_exception() {
        return -2;
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Type_GetBuiltinShape)(below, u_h_type);
    call.resume();
    if returned == -2 {
        call.failed();
    }
    returned
}

/// _HPy_New, index 170
unsafe extern "C" fn ctx_New(
    ctx: *mut HPyContext,
    h_type: HPy,
    data: *mut *mut c_void,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::_HPy_New) else {
        return slow_ctx_New(ctx, h_type, data)
    };
    if data.is_null() {
        return slow_ctx_New(ctx, h_type, data);
    }
    let Some(u_h_type) = call.fresh(h_type) else {
        return slow_ctx_New(ctx, h_type, data)
    };
    call.made(0, h_type, u_h_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_New)(below, u_h_type, data);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_New(
    ctx: *mut HPyContext,
    h_type: HPy,
    data: *mut *mut c_void,
) -> HPy {
    let call = call::enter!(ctx, _HPy_New, slow_ctx_New(h_type, data));
    call.pointer(1, data.is_null());
    let u_h_type = call.handle(0, h_type);
    call.made(0, h_type, u_h_type);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_New)(below, u_h_type, data);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// _HPy_AsStruct_Object, index 168
unsafe extern "C" fn ctx_AsStruct_Object(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Object, ctx_AsStruct_Object(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Object);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Object)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Legacy, index 169
unsafe extern "C" fn ctx_AsStruct_Legacy(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Legacy, ctx_AsStruct_Legacy(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Legacy);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Legacy)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Type, index 228
unsafe extern "C" fn ctx_AsStruct_Type(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Type, ctx_AsStruct_Type(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Type);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Type)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Long, index 229
unsafe extern "C" fn ctx_AsStruct_Long(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Long, ctx_AsStruct_Long(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Long);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Long)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Float, index 230
unsafe extern "C" fn ctx_AsStruct_Float(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Float, ctx_AsStruct_Float(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Float);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Float)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Unicode, index 231
unsafe extern "C" fn ctx_AsStruct_Unicode(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Unicode, ctx_AsStruct_Unicode(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Unicode);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Unicode)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Tuple, index 232
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Tuple, ctx_AsStruct_Tuple(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Tuple);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Tuple)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_List, index 233
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_List, ctx_AsStruct_List(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_List);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_List)(below, u_h);
    call.over();
    returned
}

/// _HPy_AsStruct_Dict, index 264
unsafe extern "C" fn ctx_AsStruct_Dict(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = call::enter!(ctx, _HPy_AsStruct_Dict, ctx_AsStruct_Dict(h));
    let u_h = call.handle(0, h);
    call.expect_shape(0, h, u_h, HPyType_BuiltinShape_Dict);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_AsStruct_Dict)(below, u_h);
    call.over();
    returned
}

/// HPyBytes_Check, index 178
unsafe extern "C" fn ctx_Bytes_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyBytes_Check, ctx_Bytes_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Bytes_Check)(below, u_h);
    call.over();
    returned
}

/// HPyBytes_Size, index 179
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

/// HPyBytes_GET_SIZE, index 180
unsafe extern "C" fn ctx_Bytes_GET_SIZE(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = call::enter!(ctx, HPyBytes_GET_SIZE, ctx_Bytes_GET_SIZE(h));
    let u_h = call.handle(0, h);
    call.expect_type(0, h, u_h, offset_of!(HPyContext, h_BytesType), "a bytes object");
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Bytes_GET_SIZE)(below, u_h);
    call.over();
    returned
}

/// HPyBytes_AsString, index 181
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

/// HPyBytes_AS_STRING, index 182
unsafe extern "C" fn ctx_Bytes_AS_STRING(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let call = call::enter!(ctx, HPyBytes_AS_STRING, ctx_Bytes_AS_STRING(h));
    let u_h = call.handle(0, h);
    call.expect_type(0, h, u_h, offset_of!(HPyContext, h_BytesType), "a bytes object");
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_AS_STRING)(below, u_h);
    call.resume();
    call.buffer(
        h,
        returned,
        || call.ask(|uctx| ((*uctx).ctx_Bytes_GET_SIZE)(uctx, u_h) as usize) + 1,
    )
}

/// HPyBytes_FromString, index 183
unsafe extern "C" fn ctx_Bytes_FromString(
    ctx: *mut HPyContext,
    bytes: *const c_char,
) -> HPy {
    let call = call::enter!(ctx, HPyBytes_FromString, ctx_Bytes_FromString(bytes));
    call.pointer(0, bytes.is_null());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_FromString)(below, bytes);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyBytes_FromStringAndSize, index 184
unsafe extern "C" fn ctx_Bytes_FromStringAndSize(
    ctx: *mut HPyContext,
    bytes: *const c_char,
    len: isize,
) -> HPy {
    let call = call::enter!(
        ctx, HPyBytes_FromStringAndSize, ctx_Bytes_FromStringAndSize(bytes, len)
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Bytes_FromStringAndSize)(below, bytes, len);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_FromString, index 185
unsafe extern "C" fn ctx_Unicode_FromString(
    ctx: *mut HPyContext,
    utf8: *const c_char,
) -> HPy {
    let call = call::enter!(ctx, HPyUnicode_FromString, ctx_Unicode_FromString(utf8));
    call.pointer(0, utf8.is_null());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_FromString)(below, utf8);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_Check, index 186
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyUnicode_Check, ctx_Unicode_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Unicode_Check)(below, u_h);
    call.over();
    returned
}

/// HPyUnicode_AsASCIIString, index 187
unsafe extern "C" fn ctx_Unicode_AsASCIIString(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPyUnicode_AsASCIIString, ctx_Unicode_AsASCIIString(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_AsASCIIString)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_AsLatin1String, index 188
unsafe extern "C" fn ctx_Unicode_AsLatin1String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_AsLatin1String, ctx_Unicode_AsLatin1String(h)
    );
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_AsLatin1String)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_AsUTF8String, index 189
unsafe extern "C" fn ctx_Unicode_AsUTF8String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPyUnicode_AsUTF8String, ctx_Unicode_AsUTF8String(h));
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_AsUTF8String)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_AsUTF8AndSize, index 190
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

/// HPyUnicode_FromWideChar, index 191
unsafe extern "C" fn ctx_Unicode_FromWideChar(
    ctx: *mut HPyContext,
    w: *const wchar_t,
    size: isize,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_FromWideChar, ctx_Unicode_FromWideChar(w, size)
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_FromWideChar)(below, w, size);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_DecodeFSDefault, index 192
unsafe extern "C" fn ctx_Unicode_DecodeFSDefault(
    ctx: *mut HPyContext,
    v: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_DecodeFSDefault, ctx_Unicode_DecodeFSDefault(v)
    );
    call.pointer(0, v.is_null());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_DecodeFSDefault)(below, v);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_DecodeFSDefaultAndSize, index 193
unsafe extern "C" fn ctx_Unicode_DecodeFSDefaultAndSize(
    ctx: *mut HPyContext,
    v: *const c_char,
    size: isize,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_DecodeFSDefaultAndSize, ctx_Unicode_DecodeFSDefaultAndSize(v,
        size)
    );
    call.pointer(0, v.is_null() && size != 0);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_DecodeFSDefaultAndSize)(below, v, size);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_EncodeFSDefault, index 194
unsafe extern "C" fn ctx_Unicode_EncodeFSDefault(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_EncodeFSDefault, ctx_Unicode_EncodeFSDefault(h)
    );
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_EncodeFSDefault)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_ReadChar, index 195
unsafe extern "C" fn ctx_Unicode_ReadChar(
    ctx: *mut HPyContext,
    h: HPy,
    index: isize,
) -> u32 {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyUnicode_ReadChar) else {
        return slow_ctx_Unicode_ReadChar(ctx, h, index)
    };
    let Some(u_h) = call.fresh(h) else {
        return slow_ctx_Unicode_ReadChar(ctx, h, index)
    };
    if call.is_in_trouble() {
        return slow_ctx_Unicode_ReadChar(ctx, h, index);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_ReadChar)(below, u_h, index);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Unicode_ReadChar(
    ctx: *mut HPyContext,
    h: HPy,
    index: isize,
) -> u32 {
    let call = call::enter!(
        ctx, HPyUnicode_ReadChar, slow_ctx_Unicode_ReadChar(h, index)
    );
    let u_h = call.handle(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_ReadChar)(below, u_h, index);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyUnicode_DecodeASCII, index 196
unsafe extern "C" fn ctx_Unicode_DecodeASCII(
    ctx: *mut HPyContext,
    ascii: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_DecodeASCII, ctx_Unicode_DecodeASCII(ascii, size, errors)
    );
    call.pointer(0, ascii.is_null() && size != 0);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_DecodeASCII)(below, ascii, size, errors);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_DecodeLatin1, index 197
unsafe extern "C" fn ctx_Unicode_DecodeLatin1(
    ctx: *mut HPyContext,
    latin1: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_DecodeLatin1, ctx_Unicode_DecodeLatin1(latin1, size, errors)
    );
    call.pointer(0, latin1.is_null() && size != 0);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Unicode_DecodeLatin1)(below, latin1, size, errors);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_FromEncodedObject, index 255
unsafe extern "C" fn ctx_Unicode_FromEncodedObject(
    ctx: *mut HPyContext,
    obj: HPy,
    encoding: *const c_char,
    errors: *const c_char,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyUnicode_FromEncodedObject)
    else { return slow_ctx_Unicode_FromEncodedObject(ctx, obj, encoding, errors) };
    let Some(u_obj) = call.fresh_or_null(obj) else {
        return slow_ctx_Unicode_FromEncodedObject(ctx, obj, encoding, errors)
    };
    if call.is_in_trouble() {
        return slow_ctx_Unicode_FromEncodedObject(ctx, obj, encoding, errors);
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Unicode_FromEncodedObject)(below, u_obj, encoding, errors);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Unicode_FromEncodedObject(
    ctx: *mut HPyContext,
    obj: HPy,
    encoding: *const c_char,
    errors: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyUnicode_FromEncodedObject, slow_ctx_Unicode_FromEncodedObject(obj,
        encoding, errors)
    );
    let u_obj = call.nullable(0, obj);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below)
        .ctx_Unicode_FromEncodedObject)(below, u_obj, encoding, errors);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyUnicode_Substring, index 256
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

/// HPyList_Check, index 198
unsafe extern "C" fn ctx_List_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyList_Check, ctx_List_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_List_Check)(below, u_h);
    call.over();
    returned
}

/// HPyList_New, index 199
unsafe extern "C" fn ctx_List_New(ctx: *mut HPyContext, len: isize) -> HPy {
    let call = call::enter!(ctx, HPyList_New, ctx_List_New(len));
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_New)(below, len);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyList_Append, index 200
unsafe extern "C" fn ctx_List_Append(
    ctx: *mut HPyContext,
    h_list: HPy,
    h_item: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyList_Append) else {
        return slow_ctx_List_Append(ctx, h_list, h_item)
    };
    let Some(u_h_list) = call.fresh(h_list) else {
        return slow_ctx_List_Append(ctx, h_list, h_item)
    };
    let Some(u_h_item) = call.fresh_or_null(h_item) else {
        return slow_ctx_List_Append(ctx, h_list, h_item)
    };
    call.expect_type(
        0,
        h_list,
        u_h_list,
        offset_of!(HPyContext, h_ListType),
        "a list object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_Append)(below, u_h_list, u_h_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_List_Append(
    ctx: *mut HPyContext,
    h_list: HPy,
    h_item: HPy,
) -> c_int {
    let call = call::enter!(ctx, HPyList_Append, slow_ctx_List_Append(h_list, h_item));
    let u_h_list = call.handle(0, h_list);
    let u_h_item = call.nullable(1, h_item);
    call.expect_type(
        0,
        h_list,
        u_h_list,
        offset_of!(HPyContext, h_ListType),
        "a list object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_Append)(below, u_h_list, u_h_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyList_Insert, index 265
unsafe extern "C" fn ctx_List_Insert(
    ctx: *mut HPyContext,
    h_list: HPy,
    index: isize,
    h_item: HPy,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyList_Insert) else {
        return slow_ctx_List_Insert(ctx, h_list, index, h_item)
    };
    let Some(u_h_list) = call.fresh(h_list) else {
        return slow_ctx_List_Insert(ctx, h_list, index, h_item)
    };
    let Some(u_h_item) = call.fresh(h_item) else {
        return slow_ctx_List_Insert(ctx, h_list, index, h_item)
    };
    if call.is_in_trouble() {
        return slow_ctx_List_Insert(ctx, h_list, index, h_item);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_Insert)(below, u_h_list, index, u_h_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_List_Insert(
    ctx: *mut HPyContext,
    h_list: HPy,
    index: isize,
    h_item: HPy,
) -> c_int {
    let call = call::enter!(
        ctx, HPyList_Insert, slow_ctx_List_Insert(h_list, index, h_item)
    );
    let u_h_list = call.handle(0, h_list);
    let u_h_item = call.handle(2, h_item);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_List_Insert)(below, u_h_list, index, u_h_item);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyListBuilder_New, index 209
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

/// HPyListBuilder_Set, index 210
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyListBuilder_Set) else {
        return slow_ctx_ListBuilder_Set(ctx, builder, index, h_item)
    };
    let Some(u_h_item) = call.fresh(h_item) else {
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
    let u_h_item = call.handle(2, h_item);
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

/// HPyListBuilder_Build, index 211
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

/// HPyListBuilder_Cancel, index 212
unsafe extern "C" fn ctx_ListBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) {
    let call = call::enter!(ctx, HPyListBuilder_Cancel, ctx_ListBuilder_Cancel(builder));
    let u_builder = HPyListBuilder {
        _i: call.spend(0, builder._i, ResourceKind::HPyListBuilder),
    };
    let below = call.suspend();
    ((*below).ctx_ListBuilder_Cancel)(below, u_builder);
    call.resume();
}

/// HPyTuple_Check, index 203
unsafe extern "C" fn ctx_Tuple_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyTuple_Check, ctx_Tuple_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Tuple_Check)(below, u_h);
    call.over();
    returned
}

/// HPyTuple_FromArray, index 204
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

/// HPyTupleBuilder_New, index 213
unsafe extern "C" fn ctx_TupleBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyTupleBuilder {
    let call = call::enter!(ctx, HPyTupleBuilder_New, ctx_TupleBuilder_New(size));
    call.no_exception();
    let below = call.suspend();
    let returned = ((*below).ctx_TupleBuilder_New)(below, size);
    call.resume();
    HPyTupleBuilder {
        _i: call.created(returned._i, ResourceKind::HPyTupleBuilder, size as isize),
    }
}

/// HPyTupleBuilder_Set, index 214
unsafe extern "C" fn ctx_TupleBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
    index: isize,
    h_item: HPy,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyTupleBuilder_Set) else {
        return slow_ctx_TupleBuilder_Set(ctx, builder, index, h_item)
    };
    let Some(u_h_item) = call.fresh(h_item) else {
        return slow_ctx_TupleBuilder_Set(ctx, builder, index, h_item)
    };
    let Some(u_builder) = call.open_resource(builder._i, ResourceKind::HPyTupleBuilder)
    else { return slow_ctx_TupleBuilder_Set(ctx, builder, index, h_item) };
    let u_builder = HPyTupleBuilder { _i: u_builder };
    if !call.set_next_item(builder._i, index as isize) {
        return slow_ctx_TupleBuilder_Set(ctx, builder, index, h_item);
    }
    let below = call.below();
    ((*below).ctx_TupleBuilder_Set)(below, u_builder, index, u_h_item);
    call.over();
}

#[cold]
unsafe extern "C" fn slow_ctx_TupleBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
    index: isize,
    h_item: HPy,
) {
    let call = call::enter!(
        ctx, HPyTupleBuilder_Set, slow_ctx_TupleBuilder_Set(builder, index, h_item)
    );
    let u_h_item = call.handle(2, h_item);
    let u_builder = HPyTupleBuilder {
        _i: call.resource(0, builder._i, ResourceKind::HPyTupleBuilder),
    };
    let u_builder = HPyTupleBuilder {
        _i: call.item(1, builder._i, index as isize, u_builder._i),
    };
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    ((*below).ctx_TupleBuilder_Set)(below, u_builder, index, u_h_item);
    call.over();
}

/// HPyTupleBuilder_Build, index 215
unsafe extern "C" fn ctx_TupleBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) -> HPy {
    let call = call::enter!(ctx, HPyTupleBuilder_Build, ctx_TupleBuilder_Build(builder));
    call.complete(0, builder._i, ResourceKind::HPyTupleBuilder);
    let u_builder = HPyTupleBuilder {
        _i: call.spend(0, builder._i, ResourceKind::HPyTupleBuilder),
    };
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_TupleBuilder_Build)(below, u_builder);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyTupleBuilder_Cancel, index 216
unsafe extern "C" fn ctx_TupleBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) {
    let call = call::enter!(
        ctx, HPyTupleBuilder_Cancel, ctx_TupleBuilder_Cancel(builder)
    );
    let u_builder = HPyTupleBuilder {
        _i: call.spend(0, builder._i, ResourceKind::HPyTupleBuilder),
    };
    let below = call.suspend();
    ((*below).ctx_TupleBuilder_Cancel)(below, u_builder);
    call.resume();
}

/// HPyDict_Check, index 201
unsafe extern "C" fn ctx_Dict_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = call::enter!(ctx, HPyDict_Check, ctx_Dict_Check(h));
    let u_h = call.handle(0, h);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Dict_Check)(below, u_h);
    call.over();
    returned
}

/// HPyDict_New, index 202
unsafe extern "C" fn ctx_Dict_New(ctx: *mut HPyContext) -> HPy {
    let call = call::enter!(ctx, HPyDict_New, ctx_Dict_New());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Dict_New)(below);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyDict_Keys, index 257
unsafe extern "C" fn ctx_Dict_Keys(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPyDict_Keys, ctx_Dict_Keys(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Dict_Keys)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyDict_Copy, index 258
unsafe extern "C" fn ctx_Dict_Copy(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = call::enter!(ctx, HPyDict_Copy, ctx_Dict_Copy(h));
    let u_h = call.nullable(0, h);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Dict_Copy)(below, u_h);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPySlice_Unpack, index 259
unsafe extern "C" fn ctx_Slice_Unpack(
    ctx: *mut HPyContext,
    slice: HPy,
    start: *mut isize,
    stop: *mut isize,
    step: *mut isize,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPySlice_Unpack) else {
        return slow_ctx_Slice_Unpack(ctx, slice, start, stop, step)
    };
    if start.is_null() {
        return slow_ctx_Slice_Unpack(ctx, slice, start, stop, step);
    }
    if stop.is_null() {
        return slow_ctx_Slice_Unpack(ctx, slice, start, stop, step);
    }
    if step.is_null() {
        return slow_ctx_Slice_Unpack(ctx, slice, start, stop, step);
    }
    let Some(u_slice) = call.fresh(slice) else {
        return slow_ctx_Slice_Unpack(ctx, slice, start, stop, step)
    };
    call.expect_type(
        0,
        slice,
        u_slice,
        offset_of!(HPyContext, h_SliceType),
        "a slice object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Slice_Unpack)(below, u_slice, start, stop, step);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Slice_Unpack(
    ctx: *mut HPyContext,
    slice: HPy,
    start: *mut isize,
    stop: *mut isize,
    step: *mut isize,
) -> c_int {
    let call = call::enter!(
        ctx, HPySlice_Unpack, slow_ctx_Slice_Unpack(slice, start, stop, step)
    );
    call.pointer(1, start.is_null());
    call.pointer(2, stop.is_null());
    call.pointer(3, step.is_null());
    let u_slice = call.handle(0, slice);
    call.expect_type(
        0,
        slice,
        u_slice,
        offset_of!(HPyContext, h_SliceType),
        "a slice object",
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Slice_Unpack)(below, u_slice, start, stop, step);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPySlice_New, index 272
unsafe extern "C" fn ctx_Slice_New(
    ctx: *mut HPyContext,
    start: HPy,
    stop: HPy,
    step: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPySlice_New) else {
        return slow_ctx_Slice_New(ctx, start, stop, step)
    };
    let Some(u_start) = call.fresh_or_null(start) else {
        return slow_ctx_Slice_New(ctx, start, stop, step)
    };
    let Some(u_stop) = call.fresh_or_null(stop) else {
        return slow_ctx_Slice_New(ctx, start, stop, step)
    };
    let Some(u_step) = call.fresh_or_null(step) else {
        return slow_ctx_Slice_New(ctx, start, stop, step)
    };
    if call.is_in_trouble() {
        return slow_ctx_Slice_New(ctx, start, stop, step);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Slice_New)(below, u_start, u_stop, u_step);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Slice_New(
    ctx: *mut HPyContext,
    start: HPy,
    stop: HPy,
    step: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPySlice_New, slow_ctx_Slice_New(start, stop, step));
    let u_start = call.nullable(0, start);
    let u_stop = call.nullable(1, stop);
    let u_step = call.nullable(2, step);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Slice_New)(below, u_start, u_stop, u_step);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyTracker_New, index 217
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let call = call::enter!(ctx, HPyTracker_New, ctx_Tracker_New(size));
    if call.no_exception() {
        return error_value();
    }
    let below = call.below();
    let returned = ((*below).ctx_Tracker_New)(below, size);
    call.over();
    call.may_have_raised(&returned);
    HPyTracker {
        _i: call.created(returned._i, ResourceKind::HPyTracker, 0),
    }
}

/// HPyTracker_Add, index 218
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
    let below = call.below();
    let returned = ((*below).ctx_Tracker_Add)(below, u_ht, u_h);
    call.over();
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
    let below = call.below();
    let returned = ((*below).ctx_Tracker_Add)(below, u_ht, u_h);
    call.over();
    call.may_have_raised(&returned);
    returned
}

/// HPyTracker_ForgetAll, index 219
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

/// HPyTracker_Close, index 220
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

/// HPyField_Store, index 221
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

/// HPyField_Load, index 222
unsafe extern "C" fn ctx_Field_Load(
    ctx: *mut HPyContext,
    source_object: HPy,
    source_field: HPyField,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyField_Load) else {
        return slow_ctx_Field_Load(ctx, source_object, source_field)
    };
    if source_field.is_null() {
        return slow_ctx_Field_Load(ctx, source_object, source_field);
    }
    let Some(u_source_object) = call.fresh(source_object) else {
        return slow_ctx_Field_Load(ctx, source_object, source_field)
    };
    let below = call.below();
    let returned = ((*below).ctx_Field_Load)(below, u_source_object, source_field);
    call.over();
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_Field_Load(
    ctx: *mut HPyContext,
    source_object: HPy,
    source_field: HPyField,
) -> HPy {
    let call = call::enter!(
        ctx, HPyField_Load, slow_ctx_Field_Load(source_object, source_field)
    );
    call.pointer(1, source_field.is_null());
    let u_source_object = call.handle(0, source_object);
    if call.refused() {
        return nothing();
    }
    let below = call.below();
    let returned = ((*below).ctx_Field_Load)(below, u_source_object, source_field);
    call.over();
    call.open(returned)
}

/// HPyGlobal_Store, index 225
unsafe extern "C" fn ctx_Global_Store(
    ctx: *mut HPyContext,
    global: *mut HPyGlobal,
    h: HPy,
) {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyGlobal_Store) else {
        return slow_ctx_Global_Store(ctx, global, h)
    };
    if global.is_null() {
        return slow_ctx_Global_Store(ctx, global, h);
    }
    let Some(u_h) = call.fresh_or_null(h) else {
        return slow_ctx_Global_Store(ctx, global, h)
    };
    let below = call.suspend();
    ((*below).ctx_Global_Store)(below, global, u_h);
    call.resume();
}

#[cold]
unsafe extern "C" fn slow_ctx_Global_Store(
    ctx: *mut HPyContext,
    global: *mut HPyGlobal,
    h: HPy,
) {
    let call = call::enter!(ctx, HPyGlobal_Store, slow_ctx_Global_Store(global, h));
    call.pointer(0, global.is_null());
    let u_h = call.nullable(1, h);
    if call.refused() {
        return nothing();
    }
    let below = call.suspend();
    ((*below).ctx_Global_Store)(below, global, u_h);
    call.resume();
}

/// HPyGlobal_Load, index 226
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let call = call::enter!(ctx, HPyGlobal_Load, ctx_Global_Load(global));
    let below = call.below();
    let returned = ((*below).ctx_Global_Load)(below, global);
    call.over();
    call.open(returned)
}

/// HPyCapsule_New, index 244
unsafe extern "C" fn ctx_Capsule_New(
    ctx: *mut HPyContext,
    pointer: *mut c_void,
    utf8_name: *const c_char,
    destructor: *mut HPyCapsule_Destructor,
) -> HPy {
    let call = call::enter!(
        ctx, HPyCapsule_New, ctx_Capsule_New(pointer, utf8_name, destructor)
    );
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_New)(below, pointer, utf8_name, destructor);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyCapsule_Get, index 245
unsafe extern "C" fn ctx_Capsule_Get(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    utf8_name: *const c_char,
) -> *mut c_void {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyCapsule_Get) else {
        return slow_ctx_Capsule_Get(ctx, capsule, key, utf8_name)
    };
    let Some(u_capsule) = call.fresh_or_null(capsule) else {
        return slow_ctx_Capsule_Get(ctx, capsule, key, utf8_name)
    };
    if call.is_in_trouble() {
        return slow_ctx_Capsule_Get(ctx, capsule, key, utf8_name);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_Get)(below, u_capsule, key, utf8_name);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Capsule_Get(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    utf8_name: *const c_char,
) -> *mut c_void {
    let call = call::enter!(
        ctx, HPyCapsule_Get, slow_ctx_Capsule_Get(capsule, key, utf8_name)
    );
    let u_capsule = call.nullable(0, capsule);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_Get)(below, u_capsule, key, utf8_name);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyCapsule_IsValid, index 246
unsafe extern "C" fn ctx_Capsule_IsValid(
    ctx: *mut HPyContext,
    capsule: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyCapsule_IsValid) else {
        return slow_ctx_Capsule_IsValid(ctx, capsule, utf8_name)
    };
    let Some(u_capsule) = call.fresh_or_null(capsule) else {
        return slow_ctx_Capsule_IsValid(ctx, capsule, utf8_name)
    };
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_IsValid)(below, u_capsule, utf8_name);
    call.resume();
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Capsule_IsValid(
    ctx: *mut HPyContext,
    capsule: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let call = call::enter!(
        ctx, HPyCapsule_IsValid, slow_ctx_Capsule_IsValid(capsule, utf8_name)
    );
    let u_capsule = call.nullable(0, capsule);
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_IsValid)(below, u_capsule, utf8_name);
    call.resume();
    returned
}

/// HPyCapsule_Set, index 247
unsafe extern "C" fn ctx_Capsule_Set(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    value: *mut c_void,
) -> c_int {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyCapsule_Set) else {
        return slow_ctx_Capsule_Set(ctx, capsule, key, value)
    };
    let Some(u_capsule) = call.fresh_or_null(capsule) else {
        return slow_ctx_Capsule_Set(ctx, capsule, key, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_Capsule_Set(ctx, capsule, key, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_Set)(below, u_capsule, key, value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

#[cold]
unsafe extern "C" fn slow_ctx_Capsule_Set(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    value: *mut c_void,
) -> c_int {
    let call = call::enter!(
        ctx, HPyCapsule_Set, slow_ctx_Capsule_Set(capsule, key, value)
    );
    let u_capsule = call.nullable(0, capsule);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Capsule_Set)(below, u_capsule, key, value);
    call.resume();
    call.may_have_raised(&returned);
    returned
}

/// HPyContextVar_New, index 250
unsafe extern "C" fn ctx_ContextVar_New(
    ctx: *mut HPyContext,
    name: *const c_char,
    default_value: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyContextVar_New) else {
        return slow_ctx_ContextVar_New(ctx, name, default_value)
    };
    if name.is_null() {
        return slow_ctx_ContextVar_New(ctx, name, default_value);
    }
    let Some(u_default_value) = call.fresh_or_null(default_value) else {
        return slow_ctx_ContextVar_New(ctx, name, default_value)
    };
    if call.is_in_trouble() {
        return slow_ctx_ContextVar_New(ctx, name, default_value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ContextVar_New)(below, name, u_default_value);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_ContextVar_New(
    ctx: *mut HPyContext,
    name: *const c_char,
    default_value: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPyContextVar_New, slow_ctx_ContextVar_New(name, default_value)
    );
    call.pointer(0, name.is_null());
    let u_default_value = call.nullable(1, default_value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ContextVar_New)(below, name, u_default_value);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyContextVar_Get, index 251
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

/// HPyContextVar_Set, index 252
unsafe extern "C" fn ctx_ContextVar_Set(
    ctx: *mut HPyContext,
    context_var: HPy,
    value: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPyContextVar_Set) else {
        return slow_ctx_ContextVar_Set(ctx, context_var, value)
    };
    let Some(u_context_var) = call.fresh(context_var) else {
        return slow_ctx_ContextVar_Set(ctx, context_var, value)
    };
    let Some(u_value) = call.fresh(value) else {
        return slow_ctx_ContextVar_Set(ctx, context_var, value)
    };
    if call.is_in_trouble() {
        return slow_ctx_ContextVar_Set(ctx, context_var, value);
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ContextVar_Set)(below, u_context_var, u_value);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_ContextVar_Set(
    ctx: *mut HPyContext,
    context_var: HPy,
    value: HPy,
) -> HPy {
    let call = call::enter!(
        ctx, HPyContextVar_Set, slow_ctx_ContextVar_Set(context_var, value)
    );
    let u_context_var = call.handle(0, context_var);
    let u_value = call.handle(1, value);
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_ContextVar_Set)(below, u_context_var, u_value);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPyImport_ImportModule, index 205
unsafe extern "C" fn ctx_Import_ImportModule(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
) -> HPy {
    let call = call::enter!(
        ctx, HPyImport_ImportModule, ctx_Import_ImportModule(utf8_name)
    );
    call.pointer(0, utf8_name.is_null());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Import_ImportModule)(below, utf8_name);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_Compile_s, index 248
unsafe extern "C" fn ctx_Compile_s(
    ctx: *mut HPyContext,
    utf8_source: *const c_char,
    utf8_filename: *const c_char,
    kind: HPy_SourceKind,
) -> HPy {
    let call = call::enter!(
        ctx, HPy_Compile_s, ctx_Compile_s(utf8_source, utf8_filename, kind)
    );
    call.pointer(0, utf8_source.is_null());
    call.pointer(1, utf8_filename.is_null());
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_Compile_s)(below, utf8_source, utf8_filename, kind);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_EvalCode, index 249
unsafe extern "C" fn ctx_EvalCode(
    ctx: *mut HPyContext,
    code: HPy,
    globals: HPy,
    locals: HPy,
) -> HPy {
    let Some(call) = Call::enter_fast(ctx, &functions::HPy_EvalCode) else {
        return slow_ctx_EvalCode(ctx, code, globals, locals)
    };
    let Some(u_code) = call.fresh(code) else {
        return slow_ctx_EvalCode(ctx, code, globals, locals)
    };
    let Some(u_globals) = call.fresh(globals) else {
        return slow_ctx_EvalCode(ctx, code, globals, locals)
    };
    let Some(u_locals) = call.fresh_or_null(locals) else {
        return slow_ctx_EvalCode(ctx, code, globals, locals)
    };
    call.expect_imported(0, code, u_code, c"types", c"CodeType", "a code object");
    call.expect_imported(1, globals, u_globals, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_EvalCode)(below, u_code, u_globals, u_locals);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

#[cold]
unsafe extern "C" fn slow_ctx_EvalCode(
    ctx: *mut HPyContext,
    code: HPy,
    globals: HPy,
    locals: HPy,
) -> HPy {
    let call = call::enter!(ctx, HPy_EvalCode, slow_ctx_EvalCode(code, globals, locals));
    let u_code = call.handle(0, code);
    let u_globals = call.handle(1, globals);
    let u_locals = call.nullable(2, locals);
    call.expect_imported(0, code, u_code, c"types", c"CodeType", "a code object");
    call.expect_imported(1, globals, u_globals, c"builtins", c"dict", "a dictionary");
    if call.no_exception() {
        return error_value();
    }
    let below = call.suspend();
    let returned = ((*below).ctx_EvalCode)(below, u_code, u_globals, u_locals);
    call.resume();
    call.may_have_raised(&returned);
    call.open(returned)
}

/// HPy_LeavePythonExecution, index 224
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let call = call::enter!(ctx, HPy_LeavePythonExecution, ctx_LeavePythonExecution());
    let below = call.suspend();
    let returned = ((*below).ctx_LeavePythonExecution)(below);
    call.left_python(returned);
    returned
}

/// HPy_ReenterPythonExecution, index 223
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

/// HPy_FromPyObject, index 206
unsafe extern "C" fn ctx_FromPyObject(
    ctx: *mut HPyContext,
    obj: *mut cpy_PyObject,
) -> HPy {
    let call = call::enter!(ctx, HPy_FromPyObject, ctx_FromPyObject(obj));
    call.c_api();
    let below = call.suspend();
    let returned = ((*below).ctx_FromPyObject)(below, obj);
    call.resume();
    call.open(returned)
}

/// HPy_AsPyObject, index 207
unsafe extern "C" fn ctx_AsPyObject(ctx: *mut HPyContext, h: HPy) -> *mut cpy_PyObject {
    let call = call::enter!(ctx, HPy_AsPyObject, ctx_AsPyObject(h));
    call.c_api();
    let u_h = call.nullable(0, h);
    let below = call.suspend();
    let returned = ((*below).ctx_AsPyObject)(below, u_h);
    call.resume();
    returned
}

/// _HPy_CallRealFunctionFromTrampoline, index 208
unsafe extern "C" fn ctx_CallRealFunctionFromTrampoline(
    ctx: *mut HPyContext,
    sig: HPyFunc_Signature,
    func: HPyCFunction,
    args: *mut c_void,
) {
    frame::dispatch(ctx, shim_for(sig), sig, func, args)
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
    let returned = frame.outcome(returned, returned < 0, Exception::Required);
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

/// HPyFunc_UNARYFUNC
unsafe extern "C" fn call_unaryfunc(_: *mut HPyContext, self_: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_UNARYFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_unaryfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_BINARYFUNC
unsafe extern "C" fn call_binaryfunc(_: *mut HPyContext, self_: HPy, other: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_BINARYFUNC", true);
    let d_self = frame.argument(self_);
    let d_other = frame.argument(other);
    let function: HPyFunc_binaryfunc = transmute(function);
    let returned = function(frame.context(), d_self, d_other);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_other);
    returned
}

/// HPyFunc_TERNARYFUNC
unsafe extern "C" fn call_ternaryfunc(
    _: *mut HPyContext,
    self_: HPy,
    other: HPy,
    third: HPy,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_TERNARYFUNC", true);
    let d_self = frame.argument(self_);
    let d_other = frame.argument(other);
    let d_third = frame.argument(third);
    let function: HPyFunc_ternaryfunc = transmute(function);
    let returned = function(frame.context(), d_self, d_other, d_third);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_other);
    frame.close(d_third);
    returned
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

/// HPyFunc_LENFUNC
unsafe extern "C" fn call_lenfunc(_: *mut HPyContext, self_: HPy) -> isize {
    let (frame, function) = Frame::enter(&"HPyFunc_LENFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_lenfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.outcome(returned, returned < 0, Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_SSIZEARGFUNC
unsafe extern "C" fn call_ssizeargfunc(
    _: *mut HPyContext,
    self_: HPy,
    index: isize,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_SSIZEARGFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_ssizeargfunc = transmute(function);
    let returned = function(frame.context(), d_self, index);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_SSIZESSIZEARGFUNC
unsafe extern "C" fn call_ssizessizeargfunc(
    _: *mut HPyContext,
    self_: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_SSIZESSIZEARGFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_ssizessizeargfunc = transmute(function);
    let returned = function(frame.context(), d_self, start, end);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_SSIZEOBJARGPROC
unsafe extern "C" fn call_ssizeobjargproc(
    _: *mut HPyContext,
    self_: HPy,
    index: isize,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_SSIZEOBJARGPROC", true);
    let d_self = frame.argument(self_);
    let d_value = frame.argument(value);
    let function: HPyFunc_ssizeobjargproc = transmute(function);
    let returned = function(frame.context(), d_self, index, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_value);
    returned
}

/// HPyFunc_SSIZESSIZEOBJARGPROC
unsafe extern "C" fn call_ssizessizeobjargproc(
    _: *mut HPyContext,
    self_: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_SSIZESSIZEOBJARGPROC", true);
    let d_self = frame.argument(self_);
    let d_value = frame.argument(value);
    let function: HPyFunc_ssizessizeobjargproc = transmute(function);
    let returned = function(frame.context(), d_self, start, end, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_value);
    returned
}

/// HPyFunc_OBJOBJARGPROC
unsafe extern "C" fn call_objobjargproc(
    _: *mut HPyContext,
    self_: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_OBJOBJARGPROC", true);
    let d_self = frame.argument(self_);
    let d_key = frame.argument(key);
    let d_value = frame.argument(value);
    let function: HPyFunc_objobjargproc = transmute(function);
    let returned = function(frame.context(), d_self, d_key, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_key);
    frame.close(d_value);
    returned
}

/// HPyFunc_FREEFUNC
unsafe extern "C" fn call_freefunc(_: *mut HPyContext, data: *mut c_void) {
    let (frame, function) = Frame::enter(&"HPyFunc_FREEFUNC", false);
    let function: HPyFunc_freefunc = transmute(function);
    function(frame.context(), data);
    frame.leave();
    frame.left_exception();
}

/// HPyFunc_GETATTRFUNC
unsafe extern "C" fn call_getattrfunc(
    _: *mut HPyContext,
    self_: HPy,
    name: *mut c_char,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_GETATTRFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_getattrfunc = transmute(function);
    let returned = function(frame.context(), d_self, name);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_GETATTROFUNC
unsafe extern "C" fn call_getattrofunc(
    _: *mut HPyContext,
    self_: HPy,
    name: HPy,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_GETATTROFUNC", true);
    let d_self = frame.argument(self_);
    let d_name = frame.argument(name);
    let function: HPyFunc_getattrofunc = transmute(function);
    let returned = function(frame.context(), d_self, d_name);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_name);
    returned
}

/// HPyFunc_SETATTRFUNC
unsafe extern "C" fn call_setattrfunc(
    _: *mut HPyContext,
    self_: HPy,
    name: *mut c_char,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_SETATTRFUNC", true);
    let d_self = frame.argument(self_);
    let d_value = frame.argument(value);
    let function: HPyFunc_setattrfunc = transmute(function);
    let returned = function(frame.context(), d_self, name, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_value);
    returned
}

/// HPyFunc_SETATTROFUNC
unsafe extern "C" fn call_setattrofunc(
    _: *mut HPyContext,
    self_: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_SETATTROFUNC", true);
    let d_self = frame.argument(self_);
    let d_name = frame.argument(name);
    let d_value = frame.argument(value);
    let function: HPyFunc_setattrofunc = transmute(function);
    let returned = function(frame.context(), d_self, d_name, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_name);
    frame.close(d_value);
    returned
}

/// HPyFunc_REPRFUNC
unsafe extern "C" fn call_reprfunc(_: *mut HPyContext, self_: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_REPRFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_reprfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_HASHFUNC
unsafe extern "C" fn call_hashfunc(_: *mut HPyContext, self_: HPy) -> isize {
    let (frame, function) = Frame::enter(&"HPyFunc_HASHFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_hashfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.outcome(returned, returned == -1, Exception::Usual);
    frame.close(d_self);
    returned
}

/// HPyFunc_RICHCMPFUNC
unsafe extern "C" fn call_richcmpfunc(
    _: *mut HPyContext,
    self_: HPy,
    other: HPy,
    op: HPy_RichCmpOp,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_RICHCMPFUNC", true);
    let d_self = frame.argument(self_);
    let d_other = frame.argument(other);
    let function: HPyFunc_richcmpfunc = transmute(function);
    let returned = function(frame.context(), d_self, d_other, op);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_other);
    returned
}

/// HPyFunc_GETITERFUNC
unsafe extern "C" fn call_getiterfunc(_: *mut HPyContext, self_: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_GETITERFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_getiterfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_ITERNEXTFUNC
unsafe extern "C" fn call_iternextfunc(_: *mut HPyContext, self_: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_ITERNEXTFUNC", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_iternextfunc = transmute(function);
    let returned = function(frame.context(), d_self);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Optional);
    frame.close(d_self);
    returned
}

/// HPyFunc_DESCRGETFUNC
unsafe extern "C" fn call_descrgetfunc(
    _: *mut HPyContext,
    self_: HPy,
    object: HPy,
    r#type: HPy,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_DESCRGETFUNC", true);
    let d_self = frame.argument(self_);
    let d_object = frame.argument(object);
    let d_type = frame.argument(r#type);
    let function: HPyFunc_descrgetfunc = transmute(function);
    let returned = function(frame.context(), d_self, d_object, d_type);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    frame.close(d_object);
    frame.close(d_type);
    returned
}

/// HPyFunc_DESCRSETFUNC
unsafe extern "C" fn call_descrsetfunc(
    _: *mut HPyContext,
    self_: HPy,
    object: HPy,
    value: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_DESCRSETFUNC", true);
    let d_self = frame.argument(self_);
    let d_object = frame.argument(object);
    let d_value = frame.argument(value);
    let function: HPyFunc_descrsetfunc = transmute(function);
    let returned = function(frame.context(), d_self, d_object, d_value);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_object);
    frame.close(d_value);
    returned
}

/// HPyFunc_INITPROC
unsafe extern "C" fn call_initproc(
    _: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_INITPROC", true);
    let d_self = frame.argument(self_);
    let d_args = frame.arguments(args, nargs.max(0) as usize);
    let d_kw = frame.argument(kw);
    let function: HPyFunc_initproc = transmute(function);
    let returned = function(frame.context(), d_self, d_args.as_ptr(), nargs, d_kw);
    frame.leave();
    let returned = frame.outcome(returned, returned < 0, Exception::Required);
    frame.close(d_self);
    frame.close_all(&d_args);
    frame.close(d_kw);
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

/// HPyFunc_GETTER
unsafe extern "C" fn call_getter(
    _: *mut HPyContext,
    self_: HPy,
    closure: *mut c_void,
) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_GETTER", true);
    let d_self = frame.argument(self_);
    let function: HPyFunc_getter = transmute(function);
    let returned = function(frame.context(), d_self, closure);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_self);
    returned
}

/// HPyFunc_SETTER
unsafe extern "C" fn call_setter(
    _: *mut HPyContext,
    self_: HPy,
    value: HPy,
    closure: *mut c_void,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_SETTER", true);
    let d_self = frame.argument(self_);
    let d_value = frame.argument(value);
    let function: HPyFunc_setter = transmute(function);
    let returned = function(frame.context(), d_self, d_value, closure);
    frame.leave();
    let returned = frame.outcome(returned, returned != 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_value);
    returned
}

/// HPyFunc_OBJOBJPROC
unsafe extern "C" fn call_objobjproc(
    _: *mut HPyContext,
    self_: HPy,
    other: HPy,
) -> c_int {
    let (frame, function) = Frame::enter(&"HPyFunc_OBJOBJPROC", true);
    let d_self = frame.argument(self_);
    let d_other = frame.argument(other);
    let function: HPyFunc_objobjproc = transmute(function);
    let returned = function(frame.context(), d_self, d_other);
    frame.leave();
    let returned = frame.outcome(returned, returned < 0, Exception::Required);
    frame.close(d_self);
    frame.close(d_other);
    returned
}

/// HPyFunc_DESTRUCTOR
unsafe extern "C" fn call_destructor(_: *mut HPyContext, self_: HPy) {
    let (frame, function) = Frame::enter(&"HPyFunc_DESTRUCTOR", false);
    let d_self = frame.argument(self_);
    let function: HPyFunc_destructor = transmute(function);
    function(frame.context(), d_self);
    frame.leave();
    frame.left_exception();
    frame.close(d_self);
}

/// HPyFunc_MOD_CREATE
unsafe extern "C" fn call_mod_create(_: *mut HPyContext, spec: HPy) -> HPy {
    let (frame, function) = Frame::enter(&"HPyFunc_MOD_CREATE", true);
    let d_spec = frame.argument(spec);
    let function: HPyFunc_mod_create = transmute(function);
    let returned = function(frame.context(), d_spec);
    frame.leave();
    let returned = frame.result(returned);
    let returned = frame.outcome(returned, returned.is_null(), Exception::Required);
    frame.close(d_spec);
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
        HPyFunc_UNARYFUNC => transmute::<HPyFunc_unaryfunc, HPyCFunction>(call_unaryfunc),
        HPyFunc_BINARYFUNC => {
            transmute::<HPyFunc_binaryfunc, HPyCFunction>(call_binaryfunc)
        }
        HPyFunc_TERNARYFUNC => {
            transmute::<HPyFunc_ternaryfunc, HPyCFunction>(call_ternaryfunc)
        }
        HPyFunc_INQUIRY => transmute::<HPyFunc_inquiry, HPyCFunction>(call_inquiry),
        HPyFunc_LENFUNC => transmute::<HPyFunc_lenfunc, HPyCFunction>(call_lenfunc),
        HPyFunc_SSIZEARGFUNC => {
            transmute::<HPyFunc_ssizeargfunc, HPyCFunction>(call_ssizeargfunc)
        }
        HPyFunc_SSIZESSIZEARGFUNC => {
            transmute::<HPyFunc_ssizessizeargfunc, HPyCFunction>(call_ssizessizeargfunc)
        }
        HPyFunc_SSIZEOBJARGPROC => {
            transmute::<HPyFunc_ssizeobjargproc, HPyCFunction>(call_ssizeobjargproc)
        }
        HPyFunc_SSIZESSIZEOBJARGPROC => {
            transmute::<
                HPyFunc_ssizessizeobjargproc,
                HPyCFunction,
            >(call_ssizessizeobjargproc)
        }
        HPyFunc_OBJOBJARGPROC => {
            transmute::<HPyFunc_objobjargproc, HPyCFunction>(call_objobjargproc)
        }
        HPyFunc_FREEFUNC => transmute::<HPyFunc_freefunc, HPyCFunction>(call_freefunc),
        HPyFunc_GETATTRFUNC => {
            transmute::<HPyFunc_getattrfunc, HPyCFunction>(call_getattrfunc)
        }
        HPyFunc_GETATTROFUNC => {
            transmute::<HPyFunc_getattrofunc, HPyCFunction>(call_getattrofunc)
        }
        HPyFunc_SETATTRFUNC => {
            transmute::<HPyFunc_setattrfunc, HPyCFunction>(call_setattrfunc)
        }
        HPyFunc_SETATTROFUNC => {
            transmute::<HPyFunc_setattrofunc, HPyCFunction>(call_setattrofunc)
        }
        HPyFunc_REPRFUNC => transmute::<HPyFunc_reprfunc, HPyCFunction>(call_reprfunc),
        HPyFunc_HASHFUNC => transmute::<HPyFunc_hashfunc, HPyCFunction>(call_hashfunc),
        HPyFunc_RICHCMPFUNC => {
            transmute::<HPyFunc_richcmpfunc, HPyCFunction>(call_richcmpfunc)
        }
        HPyFunc_GETITERFUNC => {
            transmute::<HPyFunc_getiterfunc, HPyCFunction>(call_getiterfunc)
        }
        HPyFunc_ITERNEXTFUNC => {
            transmute::<HPyFunc_iternextfunc, HPyCFunction>(call_iternextfunc)
        }
        HPyFunc_DESCRGETFUNC => {
            transmute::<HPyFunc_descrgetfunc, HPyCFunction>(call_descrgetfunc)
        }
        HPyFunc_DESCRSETFUNC => {
            transmute::<HPyFunc_descrsetfunc, HPyCFunction>(call_descrsetfunc)
        }
        HPyFunc_INITPROC => transmute::<HPyFunc_initproc, HPyCFunction>(call_initproc),
        HPyFunc_NEWFUNC => transmute::<HPyFunc_newfunc, HPyCFunction>(call_newfunc),
        HPyFunc_GETTER => transmute::<HPyFunc_getter, HPyCFunction>(call_getter),
        HPyFunc_SETTER => transmute::<HPyFunc_setter, HPyCFunction>(call_setter),
        HPyFunc_OBJOBJPROC => {
            transmute::<HPyFunc_objobjproc, HPyCFunction>(call_objobjproc)
        }
        HPyFunc_DESTRUCTOR => {
            transmute::<HPyFunc_destructor, HPyCFunction>(call_destructor)
        }
        HPyFunc_MOD_CREATE => {
            transmute::<HPyFunc_mod_create, HPyCFunction>(call_mod_create)
        }
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
    if address == ctx_Long_FromInt32_t as *const () as usize {
        return Some("HPyLong_FromInt32_t");
    }
    if address == ctx_Long_FromUInt32_t as *const () as usize {
        return Some("HPyLong_FromUInt32_t");
    }
    if address == ctx_Long_FromInt64_t as *const () as usize {
        return Some("HPyLong_FromInt64_t");
    }
    if address == ctx_Long_FromUInt64_t as *const () as usize {
        return Some("HPyLong_FromUInt64_t");
    }
    if address == ctx_Long_FromSize_t as *const () as usize {
        return Some("HPyLong_FromSize_t");
    }
    if address == ctx_Long_FromSsize_t as *const () as usize {
        return Some("HPyLong_FromSsize_t");
    }
    if address == ctx_Long_AsInt32_t as *const () as usize {
        return Some("HPyLong_AsInt32_t");
    }
    if address == ctx_Long_AsUInt32_t as *const () as usize {
        return Some("HPyLong_AsUInt32_t");
    }
    if address == ctx_Long_AsUInt32_tMask as *const () as usize {
        return Some("HPyLong_AsUInt32_tMask");
    }
    if address == ctx_Long_AsInt64_t as *const () as usize {
        return Some("HPyLong_AsInt64_t");
    }
    if address == ctx_Long_AsUInt64_t as *const () as usize {
        return Some("HPyLong_AsUInt64_t");
    }
    if address == ctx_Long_AsUInt64_tMask as *const () as usize {
        return Some("HPyLong_AsUInt64_tMask");
    }
    if address == ctx_Long_AsSize_t as *const () as usize {
        return Some("HPyLong_AsSize_t");
    }
    if address == ctx_Long_AsSsize_t as *const () as usize {
        return Some("HPyLong_AsSsize_t");
    }
    if address == ctx_Long_AsVoidPtr as *const () as usize {
        return Some("HPyLong_AsVoidPtr");
    }
    if address == ctx_Long_AsDouble as *const () as usize {
        return Some("HPyLong_AsDouble");
    }
    if address == ctx_Float_FromDouble as *const () as usize {
        return Some("HPyFloat_FromDouble");
    }
    if address == ctx_Float_AsDouble as *const () as usize {
        return Some("HPyFloat_AsDouble");
    }
    if address == ctx_Bool_FromBool as *const () as usize {
        return Some("HPyBool_FromBool");
    }
    if address == ctx_Number_Check as *const () as usize {
        return Some("HPyNumber_Check");
    }
    if address == ctx_Add as *const () as usize {
        return Some("HPy_Add");
    }
    if address == slow_ctx_Add as *const () as usize {
        return Some("HPy_Add");
    }
    if address == ctx_Subtract as *const () as usize {
        return Some("HPy_Subtract");
    }
    if address == slow_ctx_Subtract as *const () as usize {
        return Some("HPy_Subtract");
    }
    if address == ctx_Multiply as *const () as usize {
        return Some("HPy_Multiply");
    }
    if address == slow_ctx_Multiply as *const () as usize {
        return Some("HPy_Multiply");
    }
    if address == ctx_MatrixMultiply as *const () as usize {
        return Some("HPy_MatrixMultiply");
    }
    if address == slow_ctx_MatrixMultiply as *const () as usize {
        return Some("HPy_MatrixMultiply");
    }
    if address == ctx_FloorDivide as *const () as usize {
        return Some("HPy_FloorDivide");
    }
    if address == slow_ctx_FloorDivide as *const () as usize {
        return Some("HPy_FloorDivide");
    }
    if address == ctx_TrueDivide as *const () as usize {
        return Some("HPy_TrueDivide");
    }
    if address == slow_ctx_TrueDivide as *const () as usize {
        return Some("HPy_TrueDivide");
    }
    if address == ctx_Remainder as *const () as usize {
        return Some("HPy_Remainder");
    }
    if address == slow_ctx_Remainder as *const () as usize {
        return Some("HPy_Remainder");
    }
    if address == ctx_Divmod as *const () as usize {
        return Some("HPy_Divmod");
    }
    if address == slow_ctx_Divmod as *const () as usize {
        return Some("HPy_Divmod");
    }
    if address == ctx_Power as *const () as usize {
        return Some("HPy_Power");
    }
    if address == slow_ctx_Power as *const () as usize {
        return Some("HPy_Power");
    }
    if address == ctx_Negative as *const () as usize {
        return Some("HPy_Negative");
    }
    if address == ctx_Positive as *const () as usize {
        return Some("HPy_Positive");
    }
    if address == ctx_Absolute as *const () as usize {
        return Some("HPy_Absolute");
    }
    if address == ctx_Invert as *const () as usize {
        return Some("HPy_Invert");
    }
    if address == ctx_Lshift as *const () as usize {
        return Some("HPy_Lshift");
    }
    if address == slow_ctx_Lshift as *const () as usize {
        return Some("HPy_Lshift");
    }
    if address == ctx_Rshift as *const () as usize {
        return Some("HPy_Rshift");
    }
    if address == slow_ctx_Rshift as *const () as usize {
        return Some("HPy_Rshift");
    }
    if address == ctx_And as *const () as usize {
        return Some("HPy_And");
    }
    if address == slow_ctx_And as *const () as usize {
        return Some("HPy_And");
    }
    if address == ctx_Xor as *const () as usize {
        return Some("HPy_Xor");
    }
    if address == slow_ctx_Xor as *const () as usize {
        return Some("HPy_Xor");
    }
    if address == ctx_Or as *const () as usize {
        return Some("HPy_Or");
    }
    if address == slow_ctx_Or as *const () as usize {
        return Some("HPy_Or");
    }
    if address == ctx_Index as *const () as usize {
        return Some("HPy_Index");
    }
    if address == ctx_Long as *const () as usize {
        return Some("HPy_Long");
    }
    if address == ctx_Float as *const () as usize {
        return Some("HPy_Float");
    }
    if address == ctx_InPlaceAdd as *const () as usize {
        return Some("HPy_InPlaceAdd");
    }
    if address == slow_ctx_InPlaceAdd as *const () as usize {
        return Some("HPy_InPlaceAdd");
    }
    if address == ctx_InPlaceSubtract as *const () as usize {
        return Some("HPy_InPlaceSubtract");
    }
    if address == slow_ctx_InPlaceSubtract as *const () as usize {
        return Some("HPy_InPlaceSubtract");
    }
    if address == ctx_InPlaceMultiply as *const () as usize {
        return Some("HPy_InPlaceMultiply");
    }
    if address == slow_ctx_InPlaceMultiply as *const () as usize {
        return Some("HPy_InPlaceMultiply");
    }
    if address == ctx_InPlaceMatrixMultiply as *const () as usize {
        return Some("HPy_InPlaceMatrixMultiply");
    }
    if address == slow_ctx_InPlaceMatrixMultiply as *const () as usize {
        return Some("HPy_InPlaceMatrixMultiply");
    }
    if address == ctx_InPlaceFloorDivide as *const () as usize {
        return Some("HPy_InPlaceFloorDivide");
    }
    if address == slow_ctx_InPlaceFloorDivide as *const () as usize {
        return Some("HPy_InPlaceFloorDivide");
    }
    if address == ctx_InPlaceTrueDivide as *const () as usize {
        return Some("HPy_InPlaceTrueDivide");
    }
    if address == slow_ctx_InPlaceTrueDivide as *const () as usize {
        return Some("HPy_InPlaceTrueDivide");
    }
    if address == ctx_InPlaceRemainder as *const () as usize {
        return Some("HPy_InPlaceRemainder");
    }
    if address == slow_ctx_InPlaceRemainder as *const () as usize {
        return Some("HPy_InPlaceRemainder");
    }
    if address == ctx_InPlacePower as *const () as usize {
        return Some("HPy_InPlacePower");
    }
    if address == slow_ctx_InPlacePower as *const () as usize {
        return Some("HPy_InPlacePower");
    }
    if address == ctx_InPlaceLshift as *const () as usize {
        return Some("HPy_InPlaceLshift");
    }
    if address == slow_ctx_InPlaceLshift as *const () as usize {
        return Some("HPy_InPlaceLshift");
    }
    if address == ctx_InPlaceRshift as *const () as usize {
        return Some("HPy_InPlaceRshift");
    }
    if address == slow_ctx_InPlaceRshift as *const () as usize {
        return Some("HPy_InPlaceRshift");
    }
    if address == ctx_InPlaceAnd as *const () as usize {
        return Some("HPy_InPlaceAnd");
    }
    if address == slow_ctx_InPlaceAnd as *const () as usize {
        return Some("HPy_InPlaceAnd");
    }
    if address == ctx_InPlaceXor as *const () as usize {
        return Some("HPy_InPlaceXor");
    }
    if address == slow_ctx_InPlaceXor as *const () as usize {
        return Some("HPy_InPlaceXor");
    }
    if address == ctx_InPlaceOr as *const () as usize {
        return Some("HPy_InPlaceOr");
    }
    if address == slow_ctx_InPlaceOr as *const () as usize {
        return Some("HPy_InPlaceOr");
    }
    if address == ctx_Callable_Check as *const () as usize {
        return Some("HPyCallable_Check");
    }
    if address == ctx_CallTupleDict as *const () as usize {
        return Some("HPy_CallTupleDict");
    }
    if address == slow_ctx_CallTupleDict as *const () as usize {
        return Some("HPy_CallTupleDict");
    }
    if address == ctx_Call as *const () as usize {
        return Some("HPy_Call");
    }
    if address == slow_ctx_Call as *const () as usize {
        return Some("HPy_Call");
    }
    if address == ctx_CallMethod as *const () as usize {
        return Some("HPy_CallMethod");
    }
    if address == slow_ctx_CallMethod as *const () as usize {
        return Some("HPy_CallMethod");
    }
    if address == ctx_SetCallFunction as *const () as usize {
        return Some("HPy_SetCallFunction");
    }
    if address == slow_ctx_SetCallFunction as *const () as usize {
        return Some("HPy_SetCallFunction");
    }
    if address == ctx_FatalError as *const () as usize {
        return Some("HPy_FatalError");
    }
    if address == ctx_Err_SetString as *const () as usize {
        return Some("HPyErr_SetString");
    }
    if address == slow_ctx_Err_SetString as *const () as usize {
        return Some("HPyErr_SetString");
    }
    if address == ctx_Err_SetObject as *const () as usize {
        return Some("HPyErr_SetObject");
    }
    if address == slow_ctx_Err_SetObject as *const () as usize {
        return Some("HPyErr_SetObject");
    }
    if address == ctx_Err_SetFromErrnoWithFilename as *const () as usize {
        return Some("HPyErr_SetFromErrnoWithFilename");
    }
    if address == slow_ctx_Err_SetFromErrnoWithFilename as *const () as usize {
        return Some("HPyErr_SetFromErrnoWithFilename");
    }
    if address == ctx_Err_SetFromErrnoWithFilenameObjects as *const () as usize {
        return Some("HPyErr_SetFromErrnoWithFilenameObjects");
    }
    if address == slow_ctx_Err_SetFromErrnoWithFilenameObjects as *const () as usize {
        return Some("HPyErr_SetFromErrnoWithFilenameObjects");
    }
    if address == ctx_Err_Occurred as *const () as usize {
        return Some("HPyErr_Occurred");
    }
    if address == ctx_Err_ExceptionMatches as *const () as usize {
        return Some("HPyErr_ExceptionMatches");
    }
    if address == ctx_Err_NoMemory as *const () as usize {
        return Some("HPyErr_NoMemory");
    }
    if address == ctx_Err_Clear as *const () as usize {
        return Some("HPyErr_Clear");
    }
    if address == ctx_Err_NewException as *const () as usize {
        return Some("HPyErr_NewException");
    }
    if address == slow_ctx_Err_NewException as *const () as usize {
        return Some("HPyErr_NewException");
    }
    if address == ctx_Err_NewExceptionWithDoc as *const () as usize {
        return Some("HPyErr_NewExceptionWithDoc");
    }
    if address == slow_ctx_Err_NewExceptionWithDoc as *const () as usize {
        return Some("HPyErr_NewExceptionWithDoc");
    }
    if address == ctx_Err_WarnEx as *const () as usize {
        return Some("HPyErr_WarnEx");
    }
    if address == slow_ctx_Err_WarnEx as *const () as usize {
        return Some("HPyErr_WarnEx");
    }
    if address == ctx_Err_WriteUnraisable as *const () as usize {
        return Some("HPyErr_WriteUnraisable");
    }
    if address == ctx_IsTrue as *const () as usize {
        return Some("HPy_IsTrue");
    }
    if address == ctx_GetAttr as *const () as usize {
        return Some("HPy_GetAttr");
    }
    if address == slow_ctx_GetAttr as *const () as usize {
        return Some("HPy_GetAttr");
    }
    if address == ctx_GetAttr_s as *const () as usize {
        return Some("HPy_GetAttr_s");
    }
    if address == slow_ctx_GetAttr_s as *const () as usize {
        return Some("HPy_GetAttr_s");
    }
    if address == ctx_HasAttr as *const () as usize {
        return Some("HPy_HasAttr");
    }
    if address == slow_ctx_HasAttr as *const () as usize {
        return Some("HPy_HasAttr");
    }
    if address == ctx_HasAttr_s as *const () as usize {
        return Some("HPy_HasAttr_s");
    }
    if address == slow_ctx_HasAttr_s as *const () as usize {
        return Some("HPy_HasAttr_s");
    }
    if address == ctx_SetAttr as *const () as usize {
        return Some("HPy_SetAttr");
    }
    if address == slow_ctx_SetAttr as *const () as usize {
        return Some("HPy_SetAttr");
    }
    if address == ctx_SetAttr_s as *const () as usize {
        return Some("HPy_SetAttr_s");
    }
    if address == slow_ctx_SetAttr_s as *const () as usize {
        return Some("HPy_SetAttr_s");
    }
    if address == ctx_Length as *const () as usize {
        return Some("HPy_Length");
    }
    if address == ctx_Contains as *const () as usize {
        return Some("HPy_Contains");
    }
    if address == slow_ctx_Contains as *const () as usize {
        return Some("HPy_Contains");
    }
    if address == ctx_GetItem as *const () as usize {
        return Some("HPy_GetItem");
    }
    if address == slow_ctx_GetItem as *const () as usize {
        return Some("HPy_GetItem");
    }
    if address == ctx_GetItem_i as *const () as usize {
        return Some("HPy_GetItem_i");
    }
    if address == slow_ctx_GetItem_i as *const () as usize {
        return Some("HPy_GetItem_i");
    }
    if address == ctx_GetItem_s as *const () as usize {
        return Some("HPy_GetItem_s");
    }
    if address == slow_ctx_GetItem_s as *const () as usize {
        return Some("HPy_GetItem_s");
    }
    if address == ctx_SetItem as *const () as usize {
        return Some("HPy_SetItem");
    }
    if address == slow_ctx_SetItem as *const () as usize {
        return Some("HPy_SetItem");
    }
    if address == ctx_SetItem_i as *const () as usize {
        return Some("HPy_SetItem_i");
    }
    if address == slow_ctx_SetItem_i as *const () as usize {
        return Some("HPy_SetItem_i");
    }
    if address == ctx_SetItem_s as *const () as usize {
        return Some("HPy_SetItem_s");
    }
    if address == slow_ctx_SetItem_s as *const () as usize {
        return Some("HPy_SetItem_s");
    }
    if address == ctx_DelItem as *const () as usize {
        return Some("HPy_DelItem");
    }
    if address == slow_ctx_DelItem as *const () as usize {
        return Some("HPy_DelItem");
    }
    if address == ctx_DelItem_i as *const () as usize {
        return Some("HPy_DelItem_i");
    }
    if address == slow_ctx_DelItem_i as *const () as usize {
        return Some("HPy_DelItem_i");
    }
    if address == ctx_DelItem_s as *const () as usize {
        return Some("HPy_DelItem_s");
    }
    if address == slow_ctx_DelItem_s as *const () as usize {
        return Some("HPy_DelItem_s");
    }
    if address == ctx_GetSlice as *const () as usize {
        return Some("HPy_GetSlice");
    }
    if address == slow_ctx_GetSlice as *const () as usize {
        return Some("HPy_GetSlice");
    }
    if address == ctx_SetSlice as *const () as usize {
        return Some("HPy_SetSlice");
    }
    if address == slow_ctx_SetSlice as *const () as usize {
        return Some("HPy_SetSlice");
    }
    if address == ctx_DelSlice as *const () as usize {
        return Some("HPy_DelSlice");
    }
    if address == slow_ctx_DelSlice as *const () as usize {
        return Some("HPy_DelSlice");
    }
    if address == ctx_GetIter as *const () as usize {
        return Some("HPy_GetIter");
    }
    if address == ctx_Iter_Next as *const () as usize {
        return Some("HPyIter_Next");
    }
    if address == ctx_Iter_Check as *const () as usize {
        return Some("HPyIter_Check");
    }
    if address == ctx_Type as *const () as usize {
        return Some("HPy_Type");
    }
    if address == ctx_TypeCheck as *const () as usize {
        return Some("HPy_TypeCheck");
    }
    if address == slow_ctx_TypeCheck as *const () as usize {
        return Some("HPy_TypeCheck");
    }
    if address == ctx_Is as *const () as usize {
        return Some("HPy_Is");
    }
    if address == slow_ctx_Is as *const () as usize {
        return Some("HPy_Is");
    }
    if address == ctx_Repr as *const () as usize {
        return Some("HPy_Repr");
    }
    if address == ctx_Str as *const () as usize {
        return Some("HPy_Str");
    }
    if address == ctx_ASCII as *const () as usize {
        return Some("HPy_ASCII");
    }
    if address == ctx_Bytes as *const () as usize {
        return Some("HPy_Bytes");
    }
    if address == ctx_RichCompare as *const () as usize {
        return Some("HPy_RichCompare");
    }
    if address == slow_ctx_RichCompare as *const () as usize {
        return Some("HPy_RichCompare");
    }
    if address == ctx_RichCompareBool as *const () as usize {
        return Some("HPy_RichCompareBool");
    }
    if address == slow_ctx_RichCompareBool as *const () as usize {
        return Some("HPy_RichCompareBool");
    }
    if address == ctx_Hash as *const () as usize {
        return Some("HPy_Hash");
    }
    if address == ctx_Dump as *const () as usize {
        return Some("_HPy_Dump");
    }
    if address == ctx_Type_FromSpec as *const () as usize {
        return Some("HPyType_FromSpec");
    }
    if address == ctx_Type_GenericNew as *const () as usize {
        return Some("HPyType_GenericNew");
    }
    if address == slow_ctx_Type_GenericNew as *const () as usize {
        return Some("HPyType_GenericNew");
    }
    if address == ctx_Type_GetName as *const () as usize {
        return Some("HPyType_GetName");
    }
    if address == ctx_Type_IsSubtype as *const () as usize {
        return Some("HPyType_IsSubtype");
    }
    if address == slow_ctx_Type_IsSubtype as *const () as usize {
        return Some("HPyType_IsSubtype");
    }
    if address == ctx_Type_GetBuiltinShape as *const () as usize {
        return Some("_HPyType_GetBuiltinShape");
    }
    if address == ctx_New as *const () as usize {
        return Some("_HPy_New");
    }
    if address == slow_ctx_New as *const () as usize {
        return Some("_HPy_New");
    }
    if address == ctx_AsStruct_Object as *const () as usize {
        return Some("_HPy_AsStruct_Object");
    }
    if address == ctx_AsStruct_Legacy as *const () as usize {
        return Some("_HPy_AsStruct_Legacy");
    }
    if address == ctx_AsStruct_Type as *const () as usize {
        return Some("_HPy_AsStruct_Type");
    }
    if address == ctx_AsStruct_Long as *const () as usize {
        return Some("_HPy_AsStruct_Long");
    }
    if address == ctx_AsStruct_Float as *const () as usize {
        return Some("_HPy_AsStruct_Float");
    }
    if address == ctx_AsStruct_Unicode as *const () as usize {
        return Some("_HPy_AsStruct_Unicode");
    }
    if address == ctx_AsStruct_Tuple as *const () as usize {
        return Some("_HPy_AsStruct_Tuple");
    }
    if address == ctx_AsStruct_List as *const () as usize {
        return Some("_HPy_AsStruct_List");
    }
    if address == ctx_AsStruct_Dict as *const () as usize {
        return Some("_HPy_AsStruct_Dict");
    }
    if address == ctx_Bytes_Check as *const () as usize {
        return Some("HPyBytes_Check");
    }
    if address == ctx_Bytes_Size as *const () as usize {
        return Some("HPyBytes_Size");
    }
    if address == ctx_Bytes_GET_SIZE as *const () as usize {
        return Some("HPyBytes_GET_SIZE");
    }
    if address == ctx_Bytes_AsString as *const () as usize {
        return Some("HPyBytes_AsString");
    }
    if address == ctx_Bytes_AS_STRING as *const () as usize {
        return Some("HPyBytes_AS_STRING");
    }
    if address == ctx_Bytes_FromString as *const () as usize {
        return Some("HPyBytes_FromString");
    }
    if address == ctx_Bytes_FromStringAndSize as *const () as usize {
        return Some("HPyBytes_FromStringAndSize");
    }
    if address == ctx_Unicode_FromString as *const () as usize {
        return Some("HPyUnicode_FromString");
    }
    if address == ctx_Unicode_Check as *const () as usize {
        return Some("HPyUnicode_Check");
    }
    if address == ctx_Unicode_AsASCIIString as *const () as usize {
        return Some("HPyUnicode_AsASCIIString");
    }
    if address == ctx_Unicode_AsLatin1String as *const () as usize {
        return Some("HPyUnicode_AsLatin1String");
    }
    if address == ctx_Unicode_AsUTF8String as *const () as usize {
        return Some("HPyUnicode_AsUTF8String");
    }
    if address == ctx_Unicode_AsUTF8AndSize as *const () as usize {
        return Some("HPyUnicode_AsUTF8AndSize");
    }
    if address == slow_ctx_Unicode_AsUTF8AndSize as *const () as usize {
        return Some("HPyUnicode_AsUTF8AndSize");
    }
    if address == ctx_Unicode_FromWideChar as *const () as usize {
        return Some("HPyUnicode_FromWideChar");
    }
    if address == ctx_Unicode_DecodeFSDefault as *const () as usize {
        return Some("HPyUnicode_DecodeFSDefault");
    }
    if address == ctx_Unicode_DecodeFSDefaultAndSize as *const () as usize {
        return Some("HPyUnicode_DecodeFSDefaultAndSize");
    }
    if address == ctx_Unicode_EncodeFSDefault as *const () as usize {
        return Some("HPyUnicode_EncodeFSDefault");
    }
    if address == ctx_Unicode_ReadChar as *const () as usize {
        return Some("HPyUnicode_ReadChar");
    }
    if address == slow_ctx_Unicode_ReadChar as *const () as usize {
        return Some("HPyUnicode_ReadChar");
    }
    if address == ctx_Unicode_DecodeASCII as *const () as usize {
        return Some("HPyUnicode_DecodeASCII");
    }
    if address == ctx_Unicode_DecodeLatin1 as *const () as usize {
        return Some("HPyUnicode_DecodeLatin1");
    }
    if address == ctx_Unicode_FromEncodedObject as *const () as usize {
        return Some("HPyUnicode_FromEncodedObject");
    }
    if address == slow_ctx_Unicode_FromEncodedObject as *const () as usize {
        return Some("HPyUnicode_FromEncodedObject");
    }
    if address == ctx_Unicode_Substring as *const () as usize {
        return Some("HPyUnicode_Substring");
    }
    if address == slow_ctx_Unicode_Substring as *const () as usize {
        return Some("HPyUnicode_Substring");
    }
    if address == ctx_List_Check as *const () as usize {
        return Some("HPyList_Check");
    }
    if address == ctx_List_New as *const () as usize {
        return Some("HPyList_New");
    }
    if address == ctx_List_Append as *const () as usize {
        return Some("HPyList_Append");
    }
    if address == slow_ctx_List_Append as *const () as usize {
        return Some("HPyList_Append");
    }
    if address == ctx_List_Insert as *const () as usize {
        return Some("HPyList_Insert");
    }
    if address == slow_ctx_List_Insert as *const () as usize {
        return Some("HPyList_Insert");
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
    if address == ctx_ListBuilder_Cancel as *const () as usize {
        return Some("HPyListBuilder_Cancel");
    }
    if address == ctx_Tuple_Check as *const () as usize {
        return Some("HPyTuple_Check");
    }
    if address == ctx_Tuple_FromArray as *const () as usize {
        return Some("HPyTuple_FromArray");
    }
    if address == ctx_TupleBuilder_New as *const () as usize {
        return Some("HPyTupleBuilder_New");
    }
    if address == ctx_TupleBuilder_Set as *const () as usize {
        return Some("HPyTupleBuilder_Set");
    }
    if address == slow_ctx_TupleBuilder_Set as *const () as usize {
        return Some("HPyTupleBuilder_Set");
    }
    if address == ctx_TupleBuilder_Build as *const () as usize {
        return Some("HPyTupleBuilder_Build");
    }
    if address == ctx_TupleBuilder_Cancel as *const () as usize {
        return Some("HPyTupleBuilder_Cancel");
    }
    if address == ctx_Dict_Check as *const () as usize {
        return Some("HPyDict_Check");
    }
    if address == ctx_Dict_New as *const () as usize {
        return Some("HPyDict_New");
    }
    if address == ctx_Dict_Keys as *const () as usize {
        return Some("HPyDict_Keys");
    }
    if address == ctx_Dict_Copy as *const () as usize {
        return Some("HPyDict_Copy");
    }
    if address == ctx_Slice_Unpack as *const () as usize {
        return Some("HPySlice_Unpack");
    }
    if address == slow_ctx_Slice_Unpack as *const () as usize {
        return Some("HPySlice_Unpack");
    }
    if address == ctx_Slice_New as *const () as usize {
        return Some("HPySlice_New");
    }
    if address == slow_ctx_Slice_New as *const () as usize {
        return Some("HPySlice_New");
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
    if address == ctx_Field_Load as *const () as usize {
        return Some("HPyField_Load");
    }
    if address == slow_ctx_Field_Load as *const () as usize {
        return Some("HPyField_Load");
    }
    if address == ctx_Global_Store as *const () as usize {
        return Some("HPyGlobal_Store");
    }
    if address == slow_ctx_Global_Store as *const () as usize {
        return Some("HPyGlobal_Store");
    }
    if address == ctx_Global_Load as *const () as usize {
        return Some("HPyGlobal_Load");
    }
    if address == ctx_Capsule_New as *const () as usize {
        return Some("HPyCapsule_New");
    }
    if address == ctx_Capsule_Get as *const () as usize {
        return Some("HPyCapsule_Get");
    }
    if address == slow_ctx_Capsule_Get as *const () as usize {
        return Some("HPyCapsule_Get");
    }
    if address == ctx_Capsule_IsValid as *const () as usize {
        return Some("HPyCapsule_IsValid");
    }
    if address == slow_ctx_Capsule_IsValid as *const () as usize {
        return Some("HPyCapsule_IsValid");
    }
    if address == ctx_Capsule_Set as *const () as usize {
        return Some("HPyCapsule_Set");
    }
    if address == slow_ctx_Capsule_Set as *const () as usize {
        return Some("HPyCapsule_Set");
    }
    if address == ctx_ContextVar_New as *const () as usize {
        return Some("HPyContextVar_New");
    }
    if address == slow_ctx_ContextVar_New as *const () as usize {
        return Some("HPyContextVar_New");
    }
    if address == ctx_ContextVar_Get as *const () as usize {
        return Some("HPyContextVar_Get");
    }
    if address == slow_ctx_ContextVar_Get as *const () as usize {
        return Some("HPyContextVar_Get");
    }
    if address == ctx_ContextVar_Set as *const () as usize {
        return Some("HPyContextVar_Set");
    }
    if address == slow_ctx_ContextVar_Set as *const () as usize {
        return Some("HPyContextVar_Set");
    }
    if address == ctx_Import_ImportModule as *const () as usize {
        return Some("HPyImport_ImportModule");
    }
    if address == ctx_Compile_s as *const () as usize {
        return Some("HPy_Compile_s");
    }
    if address == ctx_EvalCode as *const () as usize {
        return Some("HPy_EvalCode");
    }
    if address == slow_ctx_EvalCode as *const () as usize {
        return Some("HPy_EvalCode");
    }
    if address == ctx_LeavePythonExecution as *const () as usize {
        return Some("HPy_LeavePythonExecution");
    }
    if address == ctx_ReenterPythonExecution as *const () as usize {
        return Some("HPy_ReenterPythonExecution");
    }
    if address == ctx_FromPyObject as *const () as usize {
        return Some("HPy_FromPyObject");
    }
    if address == ctx_AsPyObject as *const () as usize {
        return Some("HPy_AsPyObject");
    }
    if address == ctx_CallRealFunctionFromTrampoline as *const () as usize {
        return Some("_HPy_CallRealFunctionFromTrampoline");
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
    if address == call_unaryfunc as *const () as usize {
        return Some("HPyFunc_UNARYFUNC");
    }
    if address == call_binaryfunc as *const () as usize {
        return Some("HPyFunc_BINARYFUNC");
    }
    if address == call_ternaryfunc as *const () as usize {
        return Some("HPyFunc_TERNARYFUNC");
    }
    if address == call_inquiry as *const () as usize {
        return Some("HPyFunc_INQUIRY");
    }
    if address == call_lenfunc as *const () as usize {
        return Some("HPyFunc_LENFUNC");
    }
    if address == call_ssizeargfunc as *const () as usize {
        return Some("HPyFunc_SSIZEARGFUNC");
    }
    if address == call_ssizessizeargfunc as *const () as usize {
        return Some("HPyFunc_SSIZESSIZEARGFUNC");
    }
    if address == call_ssizeobjargproc as *const () as usize {
        return Some("HPyFunc_SSIZEOBJARGPROC");
    }
    if address == call_ssizessizeobjargproc as *const () as usize {
        return Some("HPyFunc_SSIZESSIZEOBJARGPROC");
    }
    if address == call_objobjargproc as *const () as usize {
        return Some("HPyFunc_OBJOBJARGPROC");
    }
    if address == call_freefunc as *const () as usize {
        return Some("HPyFunc_FREEFUNC");
    }
    if address == call_getattrfunc as *const () as usize {
        return Some("HPyFunc_GETATTRFUNC");
    }
    if address == call_getattrofunc as *const () as usize {
        return Some("HPyFunc_GETATTROFUNC");
    }
    if address == call_setattrfunc as *const () as usize {
        return Some("HPyFunc_SETATTRFUNC");
    }
    if address == call_setattrofunc as *const () as usize {
        return Some("HPyFunc_SETATTROFUNC");
    }
    if address == call_reprfunc as *const () as usize {
        return Some("HPyFunc_REPRFUNC");
    }
    if address == call_hashfunc as *const () as usize {
        return Some("HPyFunc_HASHFUNC");
    }
    if address == call_richcmpfunc as *const () as usize {
        return Some("HPyFunc_RICHCMPFUNC");
    }
    if address == call_getiterfunc as *const () as usize {
        return Some("HPyFunc_GETITERFUNC");
    }
    if address == call_iternextfunc as *const () as usize {
        return Some("HPyFunc_ITERNEXTFUNC");
    }
    if address == call_descrgetfunc as *const () as usize {
        return Some("HPyFunc_DESCRGETFUNC");
    }
    if address == call_descrsetfunc as *const () as usize {
        return Some("HPyFunc_DESCRSETFUNC");
    }
    if address == call_initproc as *const () as usize {
        return Some("HPyFunc_INITPROC");
    }
    if address == call_newfunc as *const () as usize {
        return Some("HPyFunc_NEWFUNC");
    }
    if address == call_getter as *const () as usize {
        return Some("HPyFunc_GETTER");
    }
    if address == call_setter as *const () as usize {
        return Some("HPyFunc_SETTER");
    }
    if address == call_objobjproc as *const () as usize {
        return Some("HPyFunc_OBJOBJPROC");
    }
    if address == call_destructor as *const () as usize {
        return Some("HPyFunc_DESTRUCTOR");
    }
    if address == call_mod_create as *const () as usize {
        return Some("HPyFunc_MOD_CREATE");
    }
    None
}
