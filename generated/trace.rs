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
        h_True: (*uctx).h_True,
        h_False: (*uctx).h_False,
        h_NotImplemented: (*uctx).h_NotImplemented,
        h_Ellipsis: (*uctx).h_Ellipsis,
        h_BaseException: (*uctx).h_BaseException,
        h_Exception: (*uctx).h_Exception,
        h_StopAsyncIteration: (*uctx).h_StopAsyncIteration,
        h_StopIteration: (*uctx).h_StopIteration,
        h_GeneratorExit: (*uctx).h_GeneratorExit,
        h_ArithmeticError: (*uctx).h_ArithmeticError,
        h_LookupError: (*uctx).h_LookupError,
        h_AssertionError: (*uctx).h_AssertionError,
        h_AttributeError: (*uctx).h_AttributeError,
        h_BufferError: (*uctx).h_BufferError,
        h_EOFError: (*uctx).h_EOFError,
        h_FloatingPointError: (*uctx).h_FloatingPointError,
        h_OSError: (*uctx).h_OSError,
        h_ImportError: (*uctx).h_ImportError,
        h_ModuleNotFoundError: (*uctx).h_ModuleNotFoundError,
        h_IndexError: (*uctx).h_IndexError,
        h_KeyError: (*uctx).h_KeyError,
        h_KeyboardInterrupt: (*uctx).h_KeyboardInterrupt,
        h_MemoryError: (*uctx).h_MemoryError,
        h_NameError: (*uctx).h_NameError,
        h_OverflowError: (*uctx).h_OverflowError,
        h_RuntimeError: (*uctx).h_RuntimeError,
        h_RecursionError: (*uctx).h_RecursionError,
        h_NotImplementedError: (*uctx).h_NotImplementedError,
        h_SyntaxError: (*uctx).h_SyntaxError,
        h_IndentationError: (*uctx).h_IndentationError,
        h_TabError: (*uctx).h_TabError,
        h_ReferenceError: (*uctx).h_ReferenceError,
        h_SystemError: (*uctx).h_SystemError,
        h_SystemExit: (*uctx).h_SystemExit,
        h_TypeError: (*uctx).h_TypeError,
        h_UnboundLocalError: (*uctx).h_UnboundLocalError,
        h_UnicodeError: (*uctx).h_UnicodeError,
        h_UnicodeEncodeError: (*uctx).h_UnicodeEncodeError,
        h_UnicodeDecodeError: (*uctx).h_UnicodeDecodeError,
        h_UnicodeTranslateError: (*uctx).h_UnicodeTranslateError,
        h_ValueError: (*uctx).h_ValueError,
        h_ZeroDivisionError: (*uctx).h_ZeroDivisionError,
        h_BlockingIOError: (*uctx).h_BlockingIOError,
        h_BrokenPipeError: (*uctx).h_BrokenPipeError,
        h_ChildProcessError: (*uctx).h_ChildProcessError,
        h_ConnectionError: (*uctx).h_ConnectionError,
        h_ConnectionAbortedError: (*uctx).h_ConnectionAbortedError,
        h_ConnectionRefusedError: (*uctx).h_ConnectionRefusedError,
        h_ConnectionResetError: (*uctx).h_ConnectionResetError,
        h_FileExistsError: (*uctx).h_FileExistsError,
        h_FileNotFoundError: (*uctx).h_FileNotFoundError,
        h_InterruptedError: (*uctx).h_InterruptedError,
        h_IsADirectoryError: (*uctx).h_IsADirectoryError,
        h_NotADirectoryError: (*uctx).h_NotADirectoryError,
        h_PermissionError: (*uctx).h_PermissionError,
        h_ProcessLookupError: (*uctx).h_ProcessLookupError,
        h_TimeoutError: (*uctx).h_TimeoutError,
        h_Warning: (*uctx).h_Warning,
        h_UserWarning: (*uctx).h_UserWarning,
        h_DeprecationWarning: (*uctx).h_DeprecationWarning,
        h_PendingDeprecationWarning: (*uctx).h_PendingDeprecationWarning,
        h_SyntaxWarning: (*uctx).h_SyntaxWarning,
        h_RuntimeWarning: (*uctx).h_RuntimeWarning,
        h_FutureWarning: (*uctx).h_FutureWarning,
        h_ImportWarning: (*uctx).h_ImportWarning,
        h_UnicodeWarning: (*uctx).h_UnicodeWarning,
        h_BytesWarning: (*uctx).h_BytesWarning,
        h_ResourceWarning: (*uctx).h_ResourceWarning,
        h_BaseObjectType: (*uctx).h_BaseObjectType,
        h_TypeType: (*uctx).h_TypeType,
        h_BoolType: (*uctx).h_BoolType,
        h_LongType: (*uctx).h_LongType,
        h_FloatType: (*uctx).h_FloatType,
        h_UnicodeType: (*uctx).h_UnicodeType,
        h_TupleType: (*uctx).h_TupleType,
        h_ListType: (*uctx).h_ListType,
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
        ctx_CallRealFunctionFromTrampoline: (*uctx).ctx_CallRealFunctionFromTrampoline,
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
        h_ComplexType: (*uctx).h_ComplexType,
        h_BytesType: (*uctx).h_BytesType,
        h_MemoryViewType: (*uctx).h_MemoryViewType,
        h_CapsuleType: (*uctx).h_CapsuleType,
        h_SliceType: (*uctx).h_SliceType,
        h_Builtins: (*uctx).h_Builtins,
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
        h_DictType: (*uctx).h_DictType,
        ctx_AsStruct_Dict,
        ctx_List_Insert,
        ctx_GetSlice,
        ctx_SetSlice,
        ctx_DelSlice,
        ctx_GetIter,
        ctx_Iter_Next,
        ctx_Iter_Check,
        ctx_Slice_New,
    }
}

/// HPy_Dup, index 77
unsafe extern "C" fn ctx_Dup(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 77, &raw const here);
    let result = ((*call.uctx).ctx_Dup)(call.uctx, h);
    call.exit();
    result
}

/// HPy_Close, index 78
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let here = 0;
    let call = Call::enter(ctx, 78, &raw const here);
    let result = ((*call.uctx).ctx_Close)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_FromInt32_t, index 79
unsafe extern "C" fn ctx_Long_FromInt32_t(ctx: *mut HPyContext, value: i32) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 79, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromInt32_t)(call.uctx, value);
    call.exit();
    result
}

/// HPyLong_FromUInt32_t, index 80
unsafe extern "C" fn ctx_Long_FromUInt32_t(ctx: *mut HPyContext, value: u32) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 80, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromUInt32_t)(call.uctx, value);
    call.exit();
    result
}

/// HPyLong_FromInt64_t, index 81
unsafe extern "C" fn ctx_Long_FromInt64_t(ctx: *mut HPyContext, v: i64) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 81, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromInt64_t)(call.uctx, v);
    call.exit();
    result
}

/// HPyLong_FromUInt64_t, index 82
unsafe extern "C" fn ctx_Long_FromUInt64_t(ctx: *mut HPyContext, v: u64) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 82, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromUInt64_t)(call.uctx, v);
    call.exit();
    result
}

/// HPyLong_FromSize_t, index 83
unsafe extern "C" fn ctx_Long_FromSize_t(ctx: *mut HPyContext, value: usize) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 83, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromSize_t)(call.uctx, value);
    call.exit();
    result
}

/// HPyLong_FromSsize_t, index 84
unsafe extern "C" fn ctx_Long_FromSsize_t(ctx: *mut HPyContext, value: isize) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 84, &raw const here);
    let result = ((*call.uctx).ctx_Long_FromSsize_t)(call.uctx, value);
    call.exit();
    result
}

/// HPyLong_AsInt32_t, index 85
unsafe extern "C" fn ctx_Long_AsInt32_t(ctx: *mut HPyContext, h: HPy) -> i32 {
    let here = 0;
    let call = Call::enter(ctx, 85, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsInt32_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsUInt32_t, index 86
unsafe extern "C" fn ctx_Long_AsUInt32_t(ctx: *mut HPyContext, h: HPy) -> u32 {
    let here = 0;
    let call = Call::enter(ctx, 86, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsUInt32_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsUInt32_tMask, index 87
unsafe extern "C" fn ctx_Long_AsUInt32_tMask(ctx: *mut HPyContext, h: HPy) -> u32 {
    let here = 0;
    let call = Call::enter(ctx, 87, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsUInt32_tMask)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsInt64_t, index 88
unsafe extern "C" fn ctx_Long_AsInt64_t(ctx: *mut HPyContext, h: HPy) -> i64 {
    let here = 0;
    let call = Call::enter(ctx, 88, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsInt64_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsUInt64_t, index 89
unsafe extern "C" fn ctx_Long_AsUInt64_t(ctx: *mut HPyContext, h: HPy) -> u64 {
    let here = 0;
    let call = Call::enter(ctx, 89, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsUInt64_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsUInt64_tMask, index 90
unsafe extern "C" fn ctx_Long_AsUInt64_tMask(ctx: *mut HPyContext, h: HPy) -> u64 {
    let here = 0;
    let call = Call::enter(ctx, 90, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsUInt64_tMask)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsSize_t, index 91
unsafe extern "C" fn ctx_Long_AsSize_t(ctx: *mut HPyContext, h: HPy) -> usize {
    let here = 0;
    let call = Call::enter(ctx, 91, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsSize_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsSsize_t, index 92
unsafe extern "C" fn ctx_Long_AsSsize_t(ctx: *mut HPyContext, h: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 92, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsSsize_t)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsVoidPtr, index 93
unsafe extern "C" fn ctx_Long_AsVoidPtr(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 93, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsVoidPtr)(call.uctx, h);
    call.exit();
    result
}

/// HPyLong_AsDouble, index 94
unsafe extern "C" fn ctx_Long_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let here = 0;
    let call = Call::enter(ctx, 94, &raw const here);
    let result = ((*call.uctx).ctx_Long_AsDouble)(call.uctx, h);
    call.exit();
    result
}

/// HPyFloat_FromDouble, index 95
unsafe extern "C" fn ctx_Float_FromDouble(ctx: *mut HPyContext, v: f64) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 95, &raw const here);
    let result = ((*call.uctx).ctx_Float_FromDouble)(call.uctx, v);
    call.exit();
    result
}

/// HPyFloat_AsDouble, index 96
unsafe extern "C" fn ctx_Float_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let here = 0;
    let call = Call::enter(ctx, 96, &raw const here);
    let result = ((*call.uctx).ctx_Float_AsDouble)(call.uctx, h);
    call.exit();
    result
}

/// HPyBool_FromBool, index 97
unsafe extern "C" fn ctx_Bool_FromBool(ctx: *mut HPyContext, v: bool) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 97, &raw const here);
    let result = ((*call.uctx).ctx_Bool_FromBool)(call.uctx, v);
    call.exit();
    result
}

/// HPyNumber_Check, index 99
unsafe extern "C" fn ctx_Number_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 99, &raw const here);
    let result = ((*call.uctx).ctx_Number_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPy_Add, index 100
unsafe extern "C" fn ctx_Add(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 100, &raw const here);
    let result = ((*call.uctx).ctx_Add)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Subtract, index 101
unsafe extern "C" fn ctx_Subtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 101, &raw const here);
    let result = ((*call.uctx).ctx_Subtract)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Multiply, index 102
unsafe extern "C" fn ctx_Multiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 102, &raw const here);
    let result = ((*call.uctx).ctx_Multiply)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_MatrixMultiply, index 103
unsafe extern "C" fn ctx_MatrixMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 103, &raw const here);
    let result = ((*call.uctx).ctx_MatrixMultiply)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_FloorDivide, index 104
unsafe extern "C" fn ctx_FloorDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 104, &raw const here);
    let result = ((*call.uctx).ctx_FloorDivide)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_TrueDivide, index 105
unsafe extern "C" fn ctx_TrueDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 105, &raw const here);
    let result = ((*call.uctx).ctx_TrueDivide)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Remainder, index 106
unsafe extern "C" fn ctx_Remainder(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 106, &raw const here);
    let result = ((*call.uctx).ctx_Remainder)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Divmod, index 107
unsafe extern "C" fn ctx_Divmod(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 107, &raw const here);
    let result = ((*call.uctx).ctx_Divmod)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Power, index 108
unsafe extern "C" fn ctx_Power(ctx: *mut HPyContext, h1: HPy, h2: HPy, h3: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 108, &raw const here);
    let result = ((*call.uctx).ctx_Power)(call.uctx, h1, h2, h3);
    call.exit();
    result
}

/// HPy_Negative, index 109
unsafe extern "C" fn ctx_Negative(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 109, &raw const here);
    let result = ((*call.uctx).ctx_Negative)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Positive, index 110
unsafe extern "C" fn ctx_Positive(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 110, &raw const here);
    let result = ((*call.uctx).ctx_Positive)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Absolute, index 111
unsafe extern "C" fn ctx_Absolute(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 111, &raw const here);
    let result = ((*call.uctx).ctx_Absolute)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Invert, index 112
unsafe extern "C" fn ctx_Invert(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 112, &raw const here);
    let result = ((*call.uctx).ctx_Invert)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Lshift, index 113
unsafe extern "C" fn ctx_Lshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 113, &raw const here);
    let result = ((*call.uctx).ctx_Lshift)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Rshift, index 114
unsafe extern "C" fn ctx_Rshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 114, &raw const here);
    let result = ((*call.uctx).ctx_Rshift)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_And, index 115
unsafe extern "C" fn ctx_And(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 115, &raw const here);
    let result = ((*call.uctx).ctx_And)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Xor, index 116
unsafe extern "C" fn ctx_Xor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 116, &raw const here);
    let result = ((*call.uctx).ctx_Xor)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Or, index 117
unsafe extern "C" fn ctx_Or(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 117, &raw const here);
    let result = ((*call.uctx).ctx_Or)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_Index, index 118
unsafe extern "C" fn ctx_Index(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 118, &raw const here);
    let result = ((*call.uctx).ctx_Index)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Long, index 119
unsafe extern "C" fn ctx_Long(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 119, &raw const here);
    let result = ((*call.uctx).ctx_Long)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_Float, index 120
unsafe extern "C" fn ctx_Float(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 120, &raw const here);
    let result = ((*call.uctx).ctx_Float)(call.uctx, h1);
    call.exit();
    result
}

/// HPy_InPlaceAdd, index 121
unsafe extern "C" fn ctx_InPlaceAdd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 121, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceAdd)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceSubtract, index 122
unsafe extern "C" fn ctx_InPlaceSubtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 122, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceSubtract)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceMultiply, index 123
unsafe extern "C" fn ctx_InPlaceMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 123, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceMultiply)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceMatrixMultiply, index 124
unsafe extern "C" fn ctx_InPlaceMatrixMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 124, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceMatrixMultiply)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceFloorDivide, index 125
unsafe extern "C" fn ctx_InPlaceFloorDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 125, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceFloorDivide)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceTrueDivide, index 126
unsafe extern "C" fn ctx_InPlaceTrueDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 126, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceTrueDivide)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceRemainder, index 127
unsafe extern "C" fn ctx_InPlaceRemainder(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 127, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceRemainder)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlacePower, index 128
unsafe extern "C" fn ctx_InPlacePower(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 128, &raw const here);
    let result = ((*call.uctx).ctx_InPlacePower)(call.uctx, h1, h2, h3);
    call.exit();
    result
}

/// HPy_InPlaceLshift, index 129
unsafe extern "C" fn ctx_InPlaceLshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 129, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceLshift)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceRshift, index 130
unsafe extern "C" fn ctx_InPlaceRshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 130, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceRshift)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceAnd, index 131
unsafe extern "C" fn ctx_InPlaceAnd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 131, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceAnd)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceXor, index 132
unsafe extern "C" fn ctx_InPlaceXor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 132, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceXor)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPy_InPlaceOr, index 133
unsafe extern "C" fn ctx_InPlaceOr(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 133, &raw const here);
    let result = ((*call.uctx).ctx_InPlaceOr)(call.uctx, h1, h2);
    call.exit();
    result
}

/// HPyCallable_Check, index 134
unsafe extern "C" fn ctx_Callable_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 134, &raw const here);
    let result = ((*call.uctx).ctx_Callable_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPy_CallTupleDict, index 135
unsafe extern "C" fn ctx_CallTupleDict(
    ctx: *mut HPyContext,
    callable: HPy,
    args: HPy,
    kw: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 135, &raw const here);
    let result = ((*call.uctx).ctx_CallTupleDict)(call.uctx, callable, args, kw);
    call.exit();
    result
}

/// HPy_Call, index 261
unsafe extern "C" fn ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 261, &raw const here);
    let result = ((*call.uctx).ctx_Call)(call.uctx, callable, args, nargs, kwnames);
    call.exit();
    result
}

/// HPy_CallMethod, index 262
unsafe extern "C" fn ctx_CallMethod(
    ctx: *mut HPyContext,
    name: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 262, &raw const here);
    let result = ((*call.uctx).ctx_CallMethod)(call.uctx, name, args, nargs, kwnames);
    call.exit();
    result
}

/// HPy_SetCallFunction, index 260
unsafe extern "C" fn ctx_SetCallFunction(
    ctx: *mut HPyContext,
    h: HPy,
    func: *mut HPyCallFunction,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 260, &raw const here);
    let result = ((*call.uctx).ctx_SetCallFunction)(call.uctx, h, func);
    call.exit();
    result
}

/// HPy_FatalError, index 136
unsafe extern "C" fn ctx_FatalError(ctx: *mut HPyContext, message: *const c_char) {
    let here = 0;
    let call = Call::enter(ctx, 136, &raw const here);
    let result = ((*call.uctx).ctx_FatalError)(call.uctx, message);
    call.exit();
    result
}

/// HPyErr_SetString, index 137
unsafe extern "C" fn ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let here = 0;
    let call = Call::enter(ctx, 137, &raw const here);
    let result = ((*call.uctx).ctx_Err_SetString)(call.uctx, h_type, utf8_message);
    call.exit();
    result
}

/// HPyErr_SetObject, index 138
unsafe extern "C" fn ctx_Err_SetObject(ctx: *mut HPyContext, h_type: HPy, h_value: HPy) {
    let here = 0;
    let call = Call::enter(ctx, 138, &raw const here);
    let result = ((*call.uctx).ctx_Err_SetObject)(call.uctx, h_type, h_value);
    call.exit();
    result
}

/// HPyErr_SetFromErrnoWithFilename, index 139
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilename(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename_fsencoded: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 139, &raw const here);
    let result = ((*call.uctx)
        .ctx_Err_SetFromErrnoWithFilename)(call.uctx, h_type, filename_fsencoded);
    call.exit();
    result
}

/// HPyErr_SetFromErrnoWithFilenameObjects, index 140
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilenameObjects(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename1: HPy,
    filename2: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 140, &raw const here);
    let result = ((*call.uctx)
        .ctx_Err_SetFromErrnoWithFilenameObjects)(
        call.uctx,
        h_type,
        filename1,
        filename2,
    );
    call.exit();
    result
}

/// HPyErr_Occurred, index 141
unsafe extern "C" fn ctx_Err_Occurred(ctx: *mut HPyContext) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 141, &raw const here);
    let result = ((*call.uctx).ctx_Err_Occurred)(call.uctx);
    call.exit();
    result
}

/// HPyErr_ExceptionMatches, index 142
unsafe extern "C" fn ctx_Err_ExceptionMatches(ctx: *mut HPyContext, exc: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 142, &raw const here);
    let result = ((*call.uctx).ctx_Err_ExceptionMatches)(call.uctx, exc);
    call.exit();
    result
}

/// HPyErr_NoMemory, index 143
unsafe extern "C" fn ctx_Err_NoMemory(ctx: *mut HPyContext) {
    let here = 0;
    let call = Call::enter(ctx, 143, &raw const here);
    let result = ((*call.uctx).ctx_Err_NoMemory)(call.uctx);
    call.exit();
    result
}

/// HPyErr_Clear, index 144
unsafe extern "C" fn ctx_Err_Clear(ctx: *mut HPyContext) {
    let here = 0;
    let call = Call::enter(ctx, 144, &raw const here);
    let result = ((*call.uctx).ctx_Err_Clear)(call.uctx);
    call.exit();
    result
}

/// HPyErr_NewException, index 145
unsafe extern "C" fn ctx_Err_NewException(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 145, &raw const here);
    let result = ((*call.uctx).ctx_Err_NewException)(call.uctx, utf8_name, base, dict);
    call.exit();
    result
}

/// HPyErr_NewExceptionWithDoc, index 146
unsafe extern "C" fn ctx_Err_NewExceptionWithDoc(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    utf8_doc: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 146, &raw const here);
    let result = ((*call.uctx)
        .ctx_Err_NewExceptionWithDoc)(call.uctx, utf8_name, utf8_doc, base, dict);
    call.exit();
    result
}

/// HPyErr_WarnEx, index 147
unsafe extern "C" fn ctx_Err_WarnEx(
    ctx: *mut HPyContext,
    category: HPy,
    utf8_message: *const c_char,
    stack_level: isize,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 147, &raw const here);
    let result = ((*call.uctx)
        .ctx_Err_WarnEx)(call.uctx, category, utf8_message, stack_level);
    call.exit();
    result
}

/// HPyErr_WriteUnraisable, index 148
unsafe extern "C" fn ctx_Err_WriteUnraisable(ctx: *mut HPyContext, obj: HPy) {
    let here = 0;
    let call = Call::enter(ctx, 148, &raw const here);
    let result = ((*call.uctx).ctx_Err_WriteUnraisable)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_IsTrue, index 149
unsafe extern "C" fn ctx_IsTrue(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 149, &raw const here);
    let result = ((*call.uctx).ctx_IsTrue)(call.uctx, h);
    call.exit();
    result
}

/// HPy_GetAttr, index 152
unsafe extern "C" fn ctx_GetAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 152, &raw const here);
    let result = ((*call.uctx).ctx_GetAttr)(call.uctx, obj, name);
    call.exit();
    result
}

/// HPy_GetAttr_s, index 153
unsafe extern "C" fn ctx_GetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 153, &raw const here);
    let result = ((*call.uctx).ctx_GetAttr_s)(call.uctx, obj, utf8_name);
    call.exit();
    result
}

/// HPy_HasAttr, index 154
unsafe extern "C" fn ctx_HasAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 154, &raw const here);
    let result = ((*call.uctx).ctx_HasAttr)(call.uctx, obj, name);
    call.exit();
    result
}

/// HPy_HasAttr_s, index 155
unsafe extern "C" fn ctx_HasAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 155, &raw const here);
    let result = ((*call.uctx).ctx_HasAttr_s)(call.uctx, obj, utf8_name);
    call.exit();
    result
}

/// HPy_SetAttr, index 156
unsafe extern "C" fn ctx_SetAttr(
    ctx: *mut HPyContext,
    obj: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 156, &raw const here);
    let result = ((*call.uctx).ctx_SetAttr)(call.uctx, obj, name, value);
    call.exit();
    result
}

/// HPy_SetAttr_s, index 157
unsafe extern "C" fn ctx_SetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 157, &raw const here);
    let result = ((*call.uctx).ctx_SetAttr_s)(call.uctx, obj, utf8_name, value);
    call.exit();
    result
}

/// HPy_Length, index 98
unsafe extern "C" fn ctx_Length(ctx: *mut HPyContext, h: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 98, &raw const here);
    let result = ((*call.uctx).ctx_Length)(call.uctx, h);
    call.exit();
    result
}

/// HPy_Contains, index 161
unsafe extern "C" fn ctx_Contains(
    ctx: *mut HPyContext,
    container: HPy,
    key: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 161, &raw const here);
    let result = ((*call.uctx).ctx_Contains)(call.uctx, container, key);
    call.exit();
    result
}

/// HPy_GetItem, index 158
unsafe extern "C" fn ctx_GetItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 158, &raw const here);
    let result = ((*call.uctx).ctx_GetItem)(call.uctx, obj, key);
    call.exit();
    result
}

/// HPy_GetItem_i, index 159
unsafe extern "C" fn ctx_GetItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 159, &raw const here);
    let result = ((*call.uctx).ctx_GetItem_i)(call.uctx, obj, idx);
    call.exit();
    result
}

/// HPy_GetItem_s, index 160
unsafe extern "C" fn ctx_GetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 160, &raw const here);
    let result = ((*call.uctx).ctx_GetItem_s)(call.uctx, obj, utf8_key);
    call.exit();
    result
}

/// HPy_SetItem, index 162
unsafe extern "C" fn ctx_SetItem(
    ctx: *mut HPyContext,
    obj: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 162, &raw const here);
    let result = ((*call.uctx).ctx_SetItem)(call.uctx, obj, key, value);
    call.exit();
    result
}

/// HPy_SetItem_i, index 163
unsafe extern "C" fn ctx_SetItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 163, &raw const here);
    let result = ((*call.uctx).ctx_SetItem_i)(call.uctx, obj, idx, value);
    call.exit();
    result
}

/// HPy_SetItem_s, index 164
unsafe extern "C" fn ctx_SetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 164, &raw const here);
    let result = ((*call.uctx).ctx_SetItem_s)(call.uctx, obj, utf8_key, value);
    call.exit();
    result
}

/// HPy_DelItem, index 235
unsafe extern "C" fn ctx_DelItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 235, &raw const here);
    let result = ((*call.uctx).ctx_DelItem)(call.uctx, obj, key);
    call.exit();
    result
}

/// HPy_DelItem_i, index 236
unsafe extern "C" fn ctx_DelItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 236, &raw const here);
    let result = ((*call.uctx).ctx_DelItem_i)(call.uctx, obj, idx);
    call.exit();
    result
}

/// HPy_DelItem_s, index 237
unsafe extern "C" fn ctx_DelItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 237, &raw const here);
    let result = ((*call.uctx).ctx_DelItem_s)(call.uctx, obj, utf8_key);
    call.exit();
    result
}

/// HPy_GetSlice, index 266
unsafe extern "C" fn ctx_GetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 266, &raw const here);
    let result = ((*call.uctx).ctx_GetSlice)(call.uctx, obj, start, end);
    call.exit();
    result
}

/// HPy_SetSlice, index 267
unsafe extern "C" fn ctx_SetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 267, &raw const here);
    let result = ((*call.uctx).ctx_SetSlice)(call.uctx, obj, start, end, value);
    call.exit();
    result
}

/// HPy_DelSlice, index 268
unsafe extern "C" fn ctx_DelSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 268, &raw const here);
    let result = ((*call.uctx).ctx_DelSlice)(call.uctx, obj, start, end);
    call.exit();
    result
}

/// HPy_GetIter, index 269
unsafe extern "C" fn ctx_GetIter(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 269, &raw const here);
    let result = ((*call.uctx).ctx_GetIter)(call.uctx, obj);
    call.exit();
    result
}

/// HPyIter_Next, index 270
unsafe extern "C" fn ctx_Iter_Next(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 270, &raw const here);
    let result = ((*call.uctx).ctx_Iter_Next)(call.uctx, obj);
    call.exit();
    result
}

/// HPyIter_Check, index 271
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 271, &raw const here);
    let result = ((*call.uctx).ctx_Iter_Check)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_Type, index 165
unsafe extern "C" fn ctx_Type(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 165, &raw const here);
    let result = ((*call.uctx).ctx_Type)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_TypeCheck, index 166
unsafe extern "C" fn ctx_TypeCheck(
    ctx: *mut HPyContext,
    obj: HPy,
    r#type: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 166, &raw const here);
    let result = ((*call.uctx).ctx_TypeCheck)(call.uctx, obj, r#type);
    call.exit();
    result
}

/// HPy_Is, index 167
unsafe extern "C" fn ctx_Is(ctx: *mut HPyContext, obj: HPy, other: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 167, &raw const here);
    let result = ((*call.uctx).ctx_Is)(call.uctx, obj, other);
    call.exit();
    result
}

/// HPy_Repr, index 171
unsafe extern "C" fn ctx_Repr(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 171, &raw const here);
    let result = ((*call.uctx).ctx_Repr)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_Str, index 172
unsafe extern "C" fn ctx_Str(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 172, &raw const here);
    let result = ((*call.uctx).ctx_Str)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_ASCII, index 173
unsafe extern "C" fn ctx_ASCII(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 173, &raw const here);
    let result = ((*call.uctx).ctx_ASCII)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_Bytes, index 174
unsafe extern "C" fn ctx_Bytes(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 174, &raw const here);
    let result = ((*call.uctx).ctx_Bytes)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_RichCompare, index 175
unsafe extern "C" fn ctx_RichCompare(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 175, &raw const here);
    let result = ((*call.uctx).ctx_RichCompare)(call.uctx, v, w, op);
    call.exit();
    result
}

/// HPy_RichCompareBool, index 176
unsafe extern "C" fn ctx_RichCompareBool(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 176, &raw const here);
    let result = ((*call.uctx).ctx_RichCompareBool)(call.uctx, v, w, op);
    call.exit();
    result
}

/// HPy_Hash, index 177
unsafe extern "C" fn ctx_Hash(ctx: *mut HPyContext, obj: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 177, &raw const here);
    let result = ((*call.uctx).ctx_Hash)(call.uctx, obj);
    call.exit();
    result
}

/// _HPy_Dump, index 227
unsafe extern "C" fn ctx_Dump(ctx: *mut HPyContext, h: HPy) {
    let here = 0;
    let call = Call::enter(ctx, 227, &raw const here);
    let result = ((*call.uctx).ctx_Dump)(call.uctx, h);
    call.exit();
    result
}

/// HPyType_FromSpec, index 150
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 150, &raw const here);
    let result = ((*call.uctx).ctx_Type_FromSpec)(call.uctx, spec, params);
    call.exit();
    result
}

/// HPyType_GenericNew, index 151
unsafe extern "C" fn ctx_Type_GenericNew(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 151, &raw const here);
    let result = ((*call.uctx).ctx_Type_GenericNew)(call.uctx, r#type, args, nargs, kw);
    call.exit();
    result
}

/// HPyType_GetName, index 253
unsafe extern "C" fn ctx_Type_GetName(
    ctx: *mut HPyContext,
    r#type: HPy,
) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 253, &raw const here);
    let result = ((*call.uctx).ctx_Type_GetName)(call.uctx, r#type);
    call.exit();
    result
}

/// HPyType_IsSubtype, index 254
unsafe extern "C" fn ctx_Type_IsSubtype(
    ctx: *mut HPyContext,
    sub: HPy,
    r#type: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 254, &raw const here);
    let result = ((*call.uctx).ctx_Type_IsSubtype)(call.uctx, sub, r#type);
    call.exit();
    result
}

/// _HPyType_GetBuiltinShape, index 234
unsafe extern "C" fn ctx_Type_GetBuiltinShape(
    ctx: *mut HPyContext,
    h_type: HPy,
) -> HPyType_BuiltinShape {
    let here = 0;
    let call = Call::enter(ctx, 234, &raw const here);
    let result = ((*call.uctx).ctx_Type_GetBuiltinShape)(call.uctx, h_type);
    call.exit();
    result
}

/// _HPy_New, index 170
unsafe extern "C" fn ctx_New(
    ctx: *mut HPyContext,
    h_type: HPy,
    data: *mut *mut c_void,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 170, &raw const here);
    let result = ((*call.uctx).ctx_New)(call.uctx, h_type, data);
    call.exit();
    result
}

/// _HPy_AsStruct_Object, index 168
unsafe extern "C" fn ctx_AsStruct_Object(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 168, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Object)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Legacy, index 169
unsafe extern "C" fn ctx_AsStruct_Legacy(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 169, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Legacy)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Type, index 228
unsafe extern "C" fn ctx_AsStruct_Type(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 228, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Type)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Long, index 229
unsafe extern "C" fn ctx_AsStruct_Long(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 229, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Long)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Float, index 230
unsafe extern "C" fn ctx_AsStruct_Float(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 230, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Float)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Unicode, index 231
unsafe extern "C" fn ctx_AsStruct_Unicode(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 231, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Unicode)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Tuple, index 232
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 232, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Tuple)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_List, index 233
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 233, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_List)(call.uctx, h);
    call.exit();
    result
}

/// _HPy_AsStruct_Dict, index 264
unsafe extern "C" fn ctx_AsStruct_Dict(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 264, &raw const here);
    let result = ((*call.uctx).ctx_AsStruct_Dict)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_Check, index 178
unsafe extern "C" fn ctx_Bytes_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 178, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_Size, index 179
unsafe extern "C" fn ctx_Bytes_Size(ctx: *mut HPyContext, h: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 179, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_Size)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_GET_SIZE, index 180
unsafe extern "C" fn ctx_Bytes_GET_SIZE(ctx: *mut HPyContext, h: HPy) -> isize {
    let here = 0;
    let call = Call::enter(ctx, 180, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_GET_SIZE)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_AsString, index 181
unsafe extern "C" fn ctx_Bytes_AsString(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 181, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_AsString)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_AS_STRING, index 182
unsafe extern "C" fn ctx_Bytes_AS_STRING(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 182, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_AS_STRING)(call.uctx, h);
    call.exit();
    result
}

/// HPyBytes_FromString, index 183
unsafe extern "C" fn ctx_Bytes_FromString(
    ctx: *mut HPyContext,
    bytes: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 183, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_FromString)(call.uctx, bytes);
    call.exit();
    result
}

/// HPyBytes_FromStringAndSize, index 184
unsafe extern "C" fn ctx_Bytes_FromStringAndSize(
    ctx: *mut HPyContext,
    bytes: *const c_char,
    len: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 184, &raw const here);
    let result = ((*call.uctx).ctx_Bytes_FromStringAndSize)(call.uctx, bytes, len);
    call.exit();
    result
}

/// HPyUnicode_FromString, index 185
unsafe extern "C" fn ctx_Unicode_FromString(
    ctx: *mut HPyContext,
    utf8: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 185, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_FromString)(call.uctx, utf8);
    call.exit();
    result
}

/// HPyUnicode_Check, index 186
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 186, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_AsASCIIString, index 187
unsafe extern "C" fn ctx_Unicode_AsASCIIString(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 187, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_AsASCIIString)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_AsLatin1String, index 188
unsafe extern "C" fn ctx_Unicode_AsLatin1String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 188, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_AsLatin1String)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_AsUTF8String, index 189
unsafe extern "C" fn ctx_Unicode_AsUTF8String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 189, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_AsUTF8String)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_AsUTF8AndSize, index 190
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let here = 0;
    let call = Call::enter(ctx, 190, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_AsUTF8AndSize)(call.uctx, h, size);
    call.exit();
    result
}

/// HPyUnicode_FromWideChar, index 191
unsafe extern "C" fn ctx_Unicode_FromWideChar(
    ctx: *mut HPyContext,
    w: *const wchar_t,
    size: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 191, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_FromWideChar)(call.uctx, w, size);
    call.exit();
    result
}

/// HPyUnicode_DecodeFSDefault, index 192
unsafe extern "C" fn ctx_Unicode_DecodeFSDefault(
    ctx: *mut HPyContext,
    v: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 192, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_DecodeFSDefault)(call.uctx, v);
    call.exit();
    result
}

/// HPyUnicode_DecodeFSDefaultAndSize, index 193
unsafe extern "C" fn ctx_Unicode_DecodeFSDefaultAndSize(
    ctx: *mut HPyContext,
    v: *const c_char,
    size: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 193, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_DecodeFSDefaultAndSize)(call.uctx, v, size);
    call.exit();
    result
}

/// HPyUnicode_EncodeFSDefault, index 194
unsafe extern "C" fn ctx_Unicode_EncodeFSDefault(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 194, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_EncodeFSDefault)(call.uctx, h);
    call.exit();
    result
}

/// HPyUnicode_ReadChar, index 195
unsafe extern "C" fn ctx_Unicode_ReadChar(
    ctx: *mut HPyContext,
    h: HPy,
    index: isize,
) -> u32 {
    let here = 0;
    let call = Call::enter(ctx, 195, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_ReadChar)(call.uctx, h, index);
    call.exit();
    result
}

/// HPyUnicode_DecodeASCII, index 196
unsafe extern "C" fn ctx_Unicode_DecodeASCII(
    ctx: *mut HPyContext,
    ascii: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 196, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_DecodeASCII)(call.uctx, ascii, size, errors);
    call.exit();
    result
}

/// HPyUnicode_DecodeLatin1, index 197
unsafe extern "C" fn ctx_Unicode_DecodeLatin1(
    ctx: *mut HPyContext,
    latin1: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 197, &raw const here);
    let result = ((*call.uctx)
        .ctx_Unicode_DecodeLatin1)(call.uctx, latin1, size, errors);
    call.exit();
    result
}

/// HPyUnicode_FromEncodedObject, index 255
unsafe extern "C" fn ctx_Unicode_FromEncodedObject(
    ctx: *mut HPyContext,
    obj: HPy,
    encoding: *const c_char,
    errors: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 255, &raw const here);
    let result = ((*call.uctx)
        .ctx_Unicode_FromEncodedObject)(call.uctx, obj, encoding, errors);
    call.exit();
    result
}

/// HPyUnicode_Substring, index 256
unsafe extern "C" fn ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 256, &raw const here);
    let result = ((*call.uctx).ctx_Unicode_Substring)(call.uctx, str, start, end);
    call.exit();
    result
}

/// HPyList_Check, index 198
unsafe extern "C" fn ctx_List_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 198, &raw const here);
    let result = ((*call.uctx).ctx_List_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyList_New, index 199
unsafe extern "C" fn ctx_List_New(ctx: *mut HPyContext, len: isize) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 199, &raw const here);
    let result = ((*call.uctx).ctx_List_New)(call.uctx, len);
    call.exit();
    result
}

/// HPyList_Append, index 200
unsafe extern "C" fn ctx_List_Append(
    ctx: *mut HPyContext,
    h_list: HPy,
    h_item: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 200, &raw const here);
    let result = ((*call.uctx).ctx_List_Append)(call.uctx, h_list, h_item);
    call.exit();
    result
}

/// HPyList_Insert, index 265
unsafe extern "C" fn ctx_List_Insert(
    ctx: *mut HPyContext,
    h_list: HPy,
    index: isize,
    h_item: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 265, &raw const here);
    let result = ((*call.uctx).ctx_List_Insert)(call.uctx, h_list, index, h_item);
    call.exit();
    result
}

/// HPyListBuilder_New, index 209
unsafe extern "C" fn ctx_ListBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyListBuilder {
    let here = 0;
    let call = Call::enter(ctx, 209, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_New)(call.uctx, size);
    call.exit();
    result
}

/// HPyListBuilder_Set, index 210
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 210, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_Set)(call.uctx, builder, index, h_item);
    call.exit();
    result
}

/// HPyListBuilder_Build, index 211
unsafe extern "C" fn ctx_ListBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 211, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_Build)(call.uctx, builder);
    call.exit();
    result
}

/// HPyListBuilder_Cancel, index 212
unsafe extern "C" fn ctx_ListBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) {
    let here = 0;
    let call = Call::enter(ctx, 212, &raw const here);
    let result = ((*call.uctx).ctx_ListBuilder_Cancel)(call.uctx, builder);
    call.exit();
    result
}

/// HPyTuple_Check, index 203
unsafe extern "C" fn ctx_Tuple_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 203, &raw const here);
    let result = ((*call.uctx).ctx_Tuple_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyTuple_FromArray, index 204
unsafe extern "C" fn ctx_Tuple_FromArray(
    ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 204, &raw const here);
    let result = ((*call.uctx).ctx_Tuple_FromArray)(call.uctx, items, n);
    call.exit();
    result
}

/// HPyTupleBuilder_New, index 213
unsafe extern "C" fn ctx_TupleBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyTupleBuilder {
    let here = 0;
    let call = Call::enter(ctx, 213, &raw const here);
    let result = ((*call.uctx).ctx_TupleBuilder_New)(call.uctx, size);
    call.exit();
    result
}

/// HPyTupleBuilder_Set, index 214
unsafe extern "C" fn ctx_TupleBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
    index: isize,
    h_item: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 214, &raw const here);
    let result = ((*call.uctx).ctx_TupleBuilder_Set)(call.uctx, builder, index, h_item);
    call.exit();
    result
}

/// HPyTupleBuilder_Build, index 215
unsafe extern "C" fn ctx_TupleBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 215, &raw const here);
    let result = ((*call.uctx).ctx_TupleBuilder_Build)(call.uctx, builder);
    call.exit();
    result
}

/// HPyTupleBuilder_Cancel, index 216
unsafe extern "C" fn ctx_TupleBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) {
    let here = 0;
    let call = Call::enter(ctx, 216, &raw const here);
    let result = ((*call.uctx).ctx_TupleBuilder_Cancel)(call.uctx, builder);
    call.exit();
    result
}

/// HPyDict_Check, index 201
unsafe extern "C" fn ctx_Dict_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 201, &raw const here);
    let result = ((*call.uctx).ctx_Dict_Check)(call.uctx, h);
    call.exit();
    result
}

/// HPyDict_New, index 202
unsafe extern "C" fn ctx_Dict_New(ctx: *mut HPyContext) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 202, &raw const here);
    let result = ((*call.uctx).ctx_Dict_New)(call.uctx);
    call.exit();
    result
}

/// HPyDict_Keys, index 257
unsafe extern "C" fn ctx_Dict_Keys(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 257, &raw const here);
    let result = ((*call.uctx).ctx_Dict_Keys)(call.uctx, h);
    call.exit();
    result
}

/// HPyDict_Copy, index 258
unsafe extern "C" fn ctx_Dict_Copy(ctx: *mut HPyContext, h: HPy) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 258, &raw const here);
    let result = ((*call.uctx).ctx_Dict_Copy)(call.uctx, h);
    call.exit();
    result
}

/// HPySlice_Unpack, index 259
unsafe extern "C" fn ctx_Slice_Unpack(
    ctx: *mut HPyContext,
    slice: HPy,
    start: *mut isize,
    stop: *mut isize,
    step: *mut isize,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 259, &raw const here);
    let result = ((*call.uctx).ctx_Slice_Unpack)(call.uctx, slice, start, stop, step);
    call.exit();
    result
}

/// HPySlice_New, index 272
unsafe extern "C" fn ctx_Slice_New(
    ctx: *mut HPyContext,
    start: HPy,
    stop: HPy,
    step: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 272, &raw const here);
    let result = ((*call.uctx).ctx_Slice_New)(call.uctx, start, stop, step);
    call.exit();
    result
}

/// HPyTracker_New, index 217
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let here = 0;
    let call = Call::enter(ctx, 217, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_New)(call.uctx, size);
    call.exit();
    result
}

/// HPyTracker_Add, index 218
unsafe extern "C" fn ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 218, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h);
    call.exit();
    result
}

/// HPyTracker_ForgetAll, index 219
unsafe extern "C" fn ctx_Tracker_ForgetAll(ctx: *mut HPyContext, ht: HPyTracker) {
    let here = 0;
    let call = Call::enter(ctx, 219, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_ForgetAll)(call.uctx, ht);
    call.exit();
    result
}

/// HPyTracker_Close, index 220
unsafe extern "C" fn ctx_Tracker_Close(ctx: *mut HPyContext, ht: HPyTracker) {
    let here = 0;
    let call = Call::enter(ctx, 220, &raw const here);
    let result = ((*call.uctx).ctx_Tracker_Close)(call.uctx, ht);
    call.exit();
    result
}

/// HPyField_Store, index 221
unsafe extern "C" fn ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 221, &raw const here);
    let result = ((*call.uctx)
        .ctx_Field_Store)(call.uctx, target_object, target_field, h);
    call.exit();
    result
}

/// HPyField_Load, index 222
unsafe extern "C" fn ctx_Field_Load(
    ctx: *mut HPyContext,
    source_object: HPy,
    source_field: HPyField,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 222, &raw const here);
    let result = ((*call.uctx).ctx_Field_Load)(call.uctx, source_object, source_field);
    call.exit();
    result
}

/// HPyGlobal_Store, index 225
unsafe extern "C" fn ctx_Global_Store(
    ctx: *mut HPyContext,
    global: *mut HPyGlobal,
    h: HPy,
) {
    let here = 0;
    let call = Call::enter(ctx, 225, &raw const here);
    let result = ((*call.uctx).ctx_Global_Store)(call.uctx, global, h);
    call.exit();
    result
}

/// HPyGlobal_Load, index 226
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 226, &raw const here);
    let result = ((*call.uctx).ctx_Global_Load)(call.uctx, global);
    call.exit();
    result
}

/// HPyCapsule_New, index 244
unsafe extern "C" fn ctx_Capsule_New(
    ctx: *mut HPyContext,
    pointer: *mut c_void,
    utf8_name: *const c_char,
    destructor: *mut HPyCapsule_Destructor,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 244, &raw const here);
    let result = ((*call.uctx)
        .ctx_Capsule_New)(call.uctx, pointer, utf8_name, destructor);
    call.exit();
    result
}

/// HPyCapsule_Get, index 245
unsafe extern "C" fn ctx_Capsule_Get(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    utf8_name: *const c_char,
) -> *mut c_void {
    let here = 0;
    let call = Call::enter(ctx, 245, &raw const here);
    let result = ((*call.uctx).ctx_Capsule_Get)(call.uctx, capsule, key, utf8_name);
    call.exit();
    result
}

/// HPyCapsule_IsValid, index 246
unsafe extern "C" fn ctx_Capsule_IsValid(
    ctx: *mut HPyContext,
    capsule: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 246, &raw const here);
    let result = ((*call.uctx).ctx_Capsule_IsValid)(call.uctx, capsule, utf8_name);
    call.exit();
    result
}

/// HPyCapsule_Set, index 247
unsafe extern "C" fn ctx_Capsule_Set(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    value: *mut c_void,
) -> c_int {
    let here = 0;
    let call = Call::enter(ctx, 247, &raw const here);
    let result = ((*call.uctx).ctx_Capsule_Set)(call.uctx, capsule, key, value);
    call.exit();
    result
}

/// HPyContextVar_New, index 250
unsafe extern "C" fn ctx_ContextVar_New(
    ctx: *mut HPyContext,
    name: *const c_char,
    default_value: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 250, &raw const here);
    let result = ((*call.uctx).ctx_ContextVar_New)(call.uctx, name, default_value);
    call.exit();
    result
}

/// HPyContextVar_Get, index 251
unsafe extern "C" fn ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let here = 0;
    let call = Call::enter(ctx, 251, &raw const here);
    let result = ((*call.uctx)
        .ctx_ContextVar_Get)(call.uctx, context_var, default_value, result);
    call.exit();
    result
}

/// HPyContextVar_Set, index 252
unsafe extern "C" fn ctx_ContextVar_Set(
    ctx: *mut HPyContext,
    context_var: HPy,
    value: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 252, &raw const here);
    let result = ((*call.uctx).ctx_ContextVar_Set)(call.uctx, context_var, value);
    call.exit();
    result
}

/// HPyImport_ImportModule, index 205
unsafe extern "C" fn ctx_Import_ImportModule(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 205, &raw const here);
    let result = ((*call.uctx).ctx_Import_ImportModule)(call.uctx, utf8_name);
    call.exit();
    result
}

/// HPy_Compile_s, index 248
unsafe extern "C" fn ctx_Compile_s(
    ctx: *mut HPyContext,
    utf8_source: *const c_char,
    utf8_filename: *const c_char,
    kind: HPy_SourceKind,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 248, &raw const here);
    let result = ((*call.uctx)
        .ctx_Compile_s)(call.uctx, utf8_source, utf8_filename, kind);
    call.exit();
    result
}

/// HPy_EvalCode, index 249
unsafe extern "C" fn ctx_EvalCode(
    ctx: *mut HPyContext,
    code: HPy,
    globals: HPy,
    locals: HPy,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 249, &raw const here);
    let result = ((*call.uctx).ctx_EvalCode)(call.uctx, code, globals, locals);
    call.exit();
    result
}

/// HPy_LeavePythonExecution, index 224
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let here = 0;
    let call = Call::leave(ctx, 224, &raw const here);
    let result = ((*call.uctx).ctx_LeavePythonExecution)(call.uctx);
    call.has_left();
    result
}

/// HPy_ReenterPythonExecution, index 223
unsafe extern "C" fn ctx_ReenterPythonExecution(
    ctx: *mut HPyContext,
    state: HPyThreadState,
) {
    let here = 0;
    let call = Call::reenter(ctx, 223, &raw const here);
    let result = ((*call.uctx).ctx_ReenterPythonExecution)(call.uctx, state);
    call.has_reentered();
    result
}

/// HPy_FromPyObject, index 206
unsafe extern "C" fn ctx_FromPyObject(
    ctx: *mut HPyContext,
    obj: *mut cpy_PyObject,
) -> HPy {
    let here = 0;
    let call = Call::enter(ctx, 206, &raw const here);
    let result = ((*call.uctx).ctx_FromPyObject)(call.uctx, obj);
    call.exit();
    result
}

/// HPy_AsPyObject, index 207
unsafe extern "C" fn ctx_AsPyObject(ctx: *mut HPyContext, h: HPy) -> *mut cpy_PyObject {
    let here = 0;
    let call = Call::enter(ctx, 207, &raw const here);
    let result = ((*call.uctx).ctx_AsPyObject)(call.uctx, h);
    call.exit();
    result
}
