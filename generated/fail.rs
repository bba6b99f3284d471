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
    let call = Call::new(ctx, 77);
    ((*call.uctx).ctx_Dup)(call.uctx, h)
}

/// HPy_Close, index 78
unsafe extern "C" fn ctx_Close(ctx: *mut HPyContext, h: HPy) {
    let call = Call::new(ctx, 78);
    ((*call.uctx).ctx_Close)(call.uctx, h)
}

/// HPyLong_FromInt32_t, index 79
unsafe extern "C" fn ctx_Long_FromInt32_t(ctx: *mut HPyContext, value: i32) -> HPy {
    let call = Call::new(ctx, 79);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromInt32_t)(call.uctx, value)
}

/// HPyLong_FromUInt32_t, index 80
unsafe extern "C" fn ctx_Long_FromUInt32_t(ctx: *mut HPyContext, value: u32) -> HPy {
    let call = Call::new(ctx, 80);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromUInt32_t)(call.uctx, value)
}

/// HPyLong_FromInt64_t, index 81
unsafe extern "C" fn ctx_Long_FromInt64_t(ctx: *mut HPyContext, v: i64) -> HPy {
    let call = Call::new(ctx, 81);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromInt64_t)(call.uctx, v)
}

/// HPyLong_FromUInt64_t, index 82
unsafe extern "C" fn ctx_Long_FromUInt64_t(ctx: *mut HPyContext, v: u64) -> HPy {
    let call = Call::new(ctx, 82);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromUInt64_t)(call.uctx, v)
}

/// HPyLong_FromSize_t, index 83
unsafe extern "C" fn ctx_Long_FromSize_t(ctx: *mut HPyContext, value: usize) -> HPy {
    let call = Call::new(ctx, 83);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromSize_t)(call.uctx, value)
}

/// HPyLong_FromSsize_t, index 84
unsafe extern "C" fn ctx_Long_FromSsize_t(ctx: *mut HPyContext, value: isize) -> HPy {
    let call = Call::new(ctx, 84);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long_FromSsize_t)(call.uctx, value)
}

/// HPyLong_AsInt32_t, index 85
unsafe extern "C" fn ctx_Long_AsInt32_t(ctx: *mut HPyContext, h: HPy) -> i32 {
    let call = Call::new(ctx, 85);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as i32;
    }
    ((*call.uctx).ctx_Long_AsInt32_t)(call.uctx, h)
}

/// HPyLong_AsUInt32_t, index 86
unsafe extern "C" fn ctx_Long_AsUInt32_t(ctx: *mut HPyContext, h: HPy) -> u32 {
    let call = Call::new(ctx, 86);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as u32;
    }
    ((*call.uctx).ctx_Long_AsUInt32_t)(call.uctx, h)
}

/// HPyLong_AsUInt32_tMask, index 87
unsafe extern "C" fn ctx_Long_AsUInt32_tMask(ctx: *mut HPyContext, h: HPy) -> u32 {
    let call = Call::new(ctx, 87);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return -1i64 as u32;
    }
    ((*call.uctx).ctx_Long_AsUInt32_tMask)(call.uctx, h)
}

/// HPyLong_AsInt64_t, index 88
unsafe extern "C" fn ctx_Long_AsInt64_t(ctx: *mut HPyContext, h: HPy) -> i64 {
    let call = Call::new(ctx, 88);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as i64;
    }
    ((*call.uctx).ctx_Long_AsInt64_t)(call.uctx, h)
}

/// HPyLong_AsUInt64_t, index 89
unsafe extern "C" fn ctx_Long_AsUInt64_t(ctx: *mut HPyContext, h: HPy) -> u64 {
    let call = Call::new(ctx, 89);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as u64;
    }
    ((*call.uctx).ctx_Long_AsUInt64_t)(call.uctx, h)
}

/// HPyLong_AsUInt64_tMask, index 90
unsafe extern "C" fn ctx_Long_AsUInt64_tMask(ctx: *mut HPyContext, h: HPy) -> u64 {
    let call = Call::new(ctx, 90);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return -1i64 as u64;
    }
    ((*call.uctx).ctx_Long_AsUInt64_tMask)(call.uctx, h)
}

/// HPyLong_AsSize_t, index 91
unsafe extern "C" fn ctx_Long_AsSize_t(ctx: *mut HPyContext, h: HPy) -> usize {
    let call = Call::new(ctx, 91);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as usize;
    }
    ((*call.uctx).ctx_Long_AsSize_t)(call.uctx, h)
}

/// HPyLong_AsSsize_t, index 92
unsafe extern "C" fn ctx_Long_AsSsize_t(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = Call::new(ctx, 92);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as isize;
    }
    ((*call.uctx).ctx_Long_AsSsize_t)(call.uctx, h)
}

/// HPyLong_AsVoidPtr, index 93
unsafe extern "C" fn ctx_Long_AsVoidPtr(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 93);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return core::ptr::null_mut();
    }
    ((*call.uctx).ctx_Long_AsVoidPtr)(call.uctx, h)
}

/// HPyLong_AsDouble, index 94
unsafe extern "C" fn ctx_Long_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let call = Call::new(ctx, 94);
    if call.fails() {
        call.raise_usual((*call.uctx).h_OverflowError);
        return -1i64 as f64;
    }
    ((*call.uctx).ctx_Long_AsDouble)(call.uctx, h)
}

/// HPyFloat_FromDouble, index 95
unsafe extern "C" fn ctx_Float_FromDouble(ctx: *mut HPyContext, v: f64) -> HPy {
    let call = Call::new(ctx, 95);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Float_FromDouble)(call.uctx, v)
}

/// HPyFloat_AsDouble, index 96
unsafe extern "C" fn ctx_Float_AsDouble(ctx: *mut HPyContext, h: HPy) -> f64 {
    let call = Call::new(ctx, 96);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return -1i64 as f64;
    }
    ((*call.uctx).ctx_Float_AsDouble)(call.uctx, h)
}

/// HPyBool_FromBool, index 97
unsafe extern "C" fn ctx_Bool_FromBool(ctx: *mut HPyContext, v: bool) -> HPy {
    let call = Call::new(ctx, 97);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Bool_FromBool)(call.uctx, v)
}

/// HPyNumber_Check, index 99
unsafe extern "C" fn ctx_Number_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 99);
    ((*call.uctx).ctx_Number_Check)(call.uctx, h)
}

/// HPy_Add, index 100
unsafe extern "C" fn ctx_Add(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 100);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Add)(call.uctx, h1, h2)
}

/// HPy_Subtract, index 101
unsafe extern "C" fn ctx_Subtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 101);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Subtract)(call.uctx, h1, h2)
}

/// HPy_Multiply, index 102
unsafe extern "C" fn ctx_Multiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 102);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Multiply)(call.uctx, h1, h2)
}

/// HPy_MatrixMultiply, index 103
unsafe extern "C" fn ctx_MatrixMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 103);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_MatrixMultiply)(call.uctx, h1, h2)
}

/// HPy_FloorDivide, index 104
unsafe extern "C" fn ctx_FloorDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 104);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_FloorDivide)(call.uctx, h1, h2)
}

/// HPy_TrueDivide, index 105
unsafe extern "C" fn ctx_TrueDivide(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 105);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_TrueDivide)(call.uctx, h1, h2)
}

/// HPy_Remainder, index 106
unsafe extern "C" fn ctx_Remainder(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 106);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Remainder)(call.uctx, h1, h2)
}

/// HPy_Divmod, index 107
unsafe extern "C" fn ctx_Divmod(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 107);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Divmod)(call.uctx, h1, h2)
}

/// HPy_Power, index 108
unsafe extern "C" fn ctx_Power(ctx: *mut HPyContext, h1: HPy, h2: HPy, h3: HPy) -> HPy {
    let call = Call::new(ctx, 108);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Power)(call.uctx, h1, h2, h3)
}

/// HPy_Negative, index 109
unsafe extern "C" fn ctx_Negative(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 109);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Negative)(call.uctx, h1)
}

/// HPy_Positive, index 110
unsafe extern "C" fn ctx_Positive(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 110);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Positive)(call.uctx, h1)
}

/// HPy_Absolute, index 111
unsafe extern "C" fn ctx_Absolute(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 111);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Absolute)(call.uctx, h1)
}

/// HPy_Invert, index 112
unsafe extern "C" fn ctx_Invert(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 112);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Invert)(call.uctx, h1)
}

/// HPy_Lshift, index 113
unsafe extern "C" fn ctx_Lshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 113);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Lshift)(call.uctx, h1, h2)
}

/// HPy_Rshift, index 114
unsafe extern "C" fn ctx_Rshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 114);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Rshift)(call.uctx, h1, h2)
}

/// HPy_And, index 115
unsafe extern "C" fn ctx_And(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 115);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_And)(call.uctx, h1, h2)
}

/// HPy_Xor, index 116
unsafe extern "C" fn ctx_Xor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 116);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Xor)(call.uctx, h1, h2)
}

/// HPy_Or, index 117
unsafe extern "C" fn ctx_Or(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 117);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Or)(call.uctx, h1, h2)
}

/// HPy_Index, index 118
unsafe extern "C" fn ctx_Index(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 118);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Index)(call.uctx, h1)
}

/// HPy_Long, index 119
unsafe extern "C" fn ctx_Long(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 119);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Long)(call.uctx, h1)
}

/// HPy_Float, index 120
unsafe extern "C" fn ctx_Float(ctx: *mut HPyContext, h1: HPy) -> HPy {
    let call = Call::new(ctx, 120);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Float)(call.uctx, h1)
}

/// HPy_InPlaceAdd, index 121
unsafe extern "C" fn ctx_InPlaceAdd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 121);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceAdd)(call.uctx, h1, h2)
}

/// HPy_InPlaceSubtract, index 122
unsafe extern "C" fn ctx_InPlaceSubtract(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 122);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceSubtract)(call.uctx, h1, h2)
}

/// HPy_InPlaceMultiply, index 123
unsafe extern "C" fn ctx_InPlaceMultiply(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 123);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceMultiply)(call.uctx, h1, h2)
}

/// HPy_InPlaceMatrixMultiply, index 124
unsafe extern "C" fn ctx_InPlaceMatrixMultiply(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = Call::new(ctx, 124);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceMatrixMultiply)(call.uctx, h1, h2)
}

/// HPy_InPlaceFloorDivide, index 125
unsafe extern "C" fn ctx_InPlaceFloorDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = Call::new(ctx, 125);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceFloorDivide)(call.uctx, h1, h2)
}

/// HPy_InPlaceTrueDivide, index 126
unsafe extern "C" fn ctx_InPlaceTrueDivide(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = Call::new(ctx, 126);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceTrueDivide)(call.uctx, h1, h2)
}

/// HPy_InPlaceRemainder, index 127
unsafe extern "C" fn ctx_InPlaceRemainder(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    let call = Call::new(ctx, 127);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceRemainder)(call.uctx, h1, h2)
}

/// HPy_InPlacePower, index 128
unsafe extern "C" fn ctx_InPlacePower(
    ctx: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    let call = Call::new(ctx, 128);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlacePower)(call.uctx, h1, h2, h3)
}

/// HPy_InPlaceLshift, index 129
unsafe extern "C" fn ctx_InPlaceLshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 129);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceLshift)(call.uctx, h1, h2)
}

/// HPy_InPlaceRshift, index 130
unsafe extern "C" fn ctx_InPlaceRshift(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 130);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceRshift)(call.uctx, h1, h2)
}

/// HPy_InPlaceAnd, index 131
unsafe extern "C" fn ctx_InPlaceAnd(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 131);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceAnd)(call.uctx, h1, h2)
}

/// HPy_InPlaceXor, index 132
unsafe extern "C" fn ctx_InPlaceXor(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 132);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceXor)(call.uctx, h1, h2)
}

/// HPy_InPlaceOr, index 133
unsafe extern "C" fn ctx_InPlaceOr(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    let call = Call::new(ctx, 133);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_InPlaceOr)(call.uctx, h1, h2)
}

/// HPyCallable_Check, index 134
unsafe extern "C" fn ctx_Callable_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 134);
    ((*call.uctx).ctx_Callable_Check)(call.uctx, h)
}

/// HPy_CallTupleDict, index 135
unsafe extern "C" fn ctx_CallTupleDict(
    ctx: *mut HPyContext,
    callable: HPy,
    args: HPy,
    kw: HPy,
) -> HPy {
    let call = Call::new(ctx, 135);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_CallTupleDict)(call.uctx, callable, args, kw)
}

/// HPy_Call, index 261
unsafe extern "C" fn ctx_Call(
    ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = Call::new(ctx, 261);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Call)(call.uctx, callable, args, nargs, kwnames)
}

/// HPy_CallMethod, index 262
unsafe extern "C" fn ctx_CallMethod(
    ctx: *mut HPyContext,
    name: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let call = Call::new(ctx, 262);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_CallMethod)(call.uctx, name, args, nargs, kwnames)
}

/// HPy_SetCallFunction, index 260
unsafe extern "C" fn ctx_SetCallFunction(
    ctx: *mut HPyContext,
    h: HPy,
    func: *mut HPyCallFunction,
) -> c_int {
    let call = Call::new(ctx, 260);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetCallFunction)(call.uctx, h, func)
}

/// HPy_FatalError, index 136
unsafe extern "C" fn ctx_FatalError(ctx: *mut HPyContext, message: *const c_char) {
    let call = Call::new(ctx, 136);
    ((*call.uctx).ctx_FatalError)(call.uctx, message)
}

/// HPyErr_SetString, index 137
unsafe extern "C" fn ctx_Err_SetString(
    ctx: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    let call = Call::new(ctx, 137);
    call.replaces();
    ((*call.uctx).ctx_Err_SetString)(call.uctx, h_type, utf8_message)
}

/// HPyErr_SetObject, index 138
unsafe extern "C" fn ctx_Err_SetObject(ctx: *mut HPyContext, h_type: HPy, h_value: HPy) {
    let call = Call::new(ctx, 138);
    call.replaces();
    ((*call.uctx).ctx_Err_SetObject)(call.uctx, h_type, h_value)
}

/// HPyErr_SetFromErrnoWithFilename, index 139
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilename(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename_fsencoded: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 139);
    call.replaces();
    ((*call.uctx)
        .ctx_Err_SetFromErrnoWithFilename)(call.uctx, h_type, filename_fsencoded)
}

/// HPyErr_SetFromErrnoWithFilenameObjects, index 140
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilenameObjects(
    ctx: *mut HPyContext,
    h_type: HPy,
    filename1: HPy,
    filename2: HPy,
) {
    let call = Call::new(ctx, 140);
    call.replaces();
    ((*call.uctx)
        .ctx_Err_SetFromErrnoWithFilenameObjects)(
        call.uctx,
        h_type,
        filename1,
        filename2,
    )
}

/// HPyErr_Occurred, index 141
unsafe extern "C" fn ctx_Err_Occurred(ctx: *mut HPyContext) -> c_int {
    let call = Call::new(ctx, 141);
    ((*call.uctx).ctx_Err_Occurred)(call.uctx)
}

/// HPyErr_ExceptionMatches, index 142
unsafe extern "C" fn ctx_Err_ExceptionMatches(ctx: *mut HPyContext, exc: HPy) -> c_int {
    let call = Call::new(ctx, 142);
    let returned = ((*call.uctx).ctx_Err_ExceptionMatches)(call.uctx, exc);
    call.matches(returned != 0);
    returned
}

/// HPyErr_NoMemory, index 143
unsafe extern "C" fn ctx_Err_NoMemory(ctx: *mut HPyContext) {
    let call = Call::new(ctx, 143);
    call.replaces();
    ((*call.uctx).ctx_Err_NoMemory)(call.uctx)
}

/// HPyErr_Clear, index 144
unsafe extern "C" fn ctx_Err_Clear(ctx: *mut HPyContext) {
    let call = Call::new(ctx, 144);
    call.clears();
    ((*call.uctx).ctx_Err_Clear)(call.uctx)
}

/// HPyErr_NewException, index 145
unsafe extern "C" fn ctx_Err_NewException(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let call = Call::new(ctx, 145);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Err_NewException)(call.uctx, utf8_name, base, dict)
}

/// HPyErr_NewExceptionWithDoc, index 146
unsafe extern "C" fn ctx_Err_NewExceptionWithDoc(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
    utf8_doc: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    let call = Call::new(ctx, 146);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx)
        .ctx_Err_NewExceptionWithDoc)(call.uctx, utf8_name, utf8_doc, base, dict)
}

/// HPyErr_WarnEx, index 147
unsafe extern "C" fn ctx_Err_WarnEx(
    ctx: *mut HPyContext,
    category: HPy,
    utf8_message: *const c_char,
    stack_level: isize,
) -> c_int {
    let call = Call::new(ctx, 147);
    if call.fails() {
        call.raise_usual((*call.uctx).h_RuntimeWarning);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Err_WarnEx)(call.uctx, category, utf8_message, stack_level)
}

/// HPyErr_WriteUnraisable, index 148
unsafe extern "C" fn ctx_Err_WriteUnraisable(ctx: *mut HPyContext, obj: HPy) {
    let call = Call::new(ctx, 148);
    ((*call.uctx).ctx_Err_WriteUnraisable)(call.uctx, obj)
}

/// HPy_IsTrue, index 149
unsafe extern "C" fn ctx_IsTrue(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 149);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_IsTrue)(call.uctx, h)
}

/// HPy_GetAttr, index 152
unsafe extern "C" fn ctx_GetAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> HPy {
    let call = Call::new(ctx, 152);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetAttr)(call.uctx, obj, name)
}

/// HPy_GetAttr_s, index 153
unsafe extern "C" fn ctx_GetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 153);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetAttr_s)(call.uctx, obj, utf8_name)
}

/// HPy_HasAttr, index 154
unsafe extern "C" fn ctx_HasAttr(ctx: *mut HPyContext, obj: HPy, name: HPy) -> c_int {
    let call = Call::new(ctx, 154);
    ((*call.uctx).ctx_HasAttr)(call.uctx, obj, name)
}

/// HPy_HasAttr_s, index 155
unsafe extern "C" fn ctx_HasAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let call = Call::new(ctx, 155);
    ((*call.uctx).ctx_HasAttr_s)(call.uctx, obj, utf8_name)
}

/// HPy_SetAttr, index 156
unsafe extern "C" fn ctx_SetAttr(
    ctx: *mut HPyContext,
    obj: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 156);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetAttr)(call.uctx, obj, name, value)
}

/// HPy_SetAttr_s, index 157
unsafe extern "C" fn ctx_SetAttr_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 157);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetAttr_s)(call.uctx, obj, utf8_name, value)
}

/// HPy_Length, index 98
unsafe extern "C" fn ctx_Length(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = Call::new(ctx, 98);
    if call.fails() {
        call.raise(false);
        return -1i64 as isize;
    }
    ((*call.uctx).ctx_Length)(call.uctx, h)
}

/// HPy_Contains, index 161
unsafe extern "C" fn ctx_Contains(
    ctx: *mut HPyContext,
    container: HPy,
    key: HPy,
) -> c_int {
    let call = Call::new(ctx, 161);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Contains)(call.uctx, container, key)
}

/// HPy_GetItem, index 158
unsafe extern "C" fn ctx_GetItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> HPy {
    let call = Call::new(ctx, 158);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetItem)(call.uctx, obj, key)
}

/// HPy_GetItem_i, index 159
unsafe extern "C" fn ctx_GetItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> HPy {
    let call = Call::new(ctx, 159);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetItem_i)(call.uctx, obj, idx)
}

/// HPy_GetItem_s, index 160
unsafe extern "C" fn ctx_GetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 160);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetItem_s)(call.uctx, obj, utf8_key)
}

/// HPy_SetItem, index 162
unsafe extern "C" fn ctx_SetItem(
    ctx: *mut HPyContext,
    obj: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 162);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetItem)(call.uctx, obj, key, value)
}

/// HPy_SetItem_i, index 163
unsafe extern "C" fn ctx_SetItem_i(
    ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 163);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetItem_i)(call.uctx, obj, idx, value)
}

/// HPy_SetItem_s, index 164
unsafe extern "C" fn ctx_SetItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 164);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetItem_s)(call.uctx, obj, utf8_key, value)
}

/// HPy_DelItem, index 235
unsafe extern "C" fn ctx_DelItem(ctx: *mut HPyContext, obj: HPy, key: HPy) -> c_int {
    let call = Call::new(ctx, 235);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_DelItem)(call.uctx, obj, key)
}

/// HPy_DelItem_i, index 236
unsafe extern "C" fn ctx_DelItem_i(ctx: *mut HPyContext, obj: HPy, idx: isize) -> c_int {
    let call = Call::new(ctx, 236);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_DelItem_i)(call.uctx, obj, idx)
}

/// HPy_DelItem_s, index 237
unsafe extern "C" fn ctx_DelItem_s(
    ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> c_int {
    let call = Call::new(ctx, 237);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_DelItem_s)(call.uctx, obj, utf8_key)
}

/// HPy_GetSlice, index 266
unsafe extern "C" fn ctx_GetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let call = Call::new(ctx, 266);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetSlice)(call.uctx, obj, start, end)
}

/// HPy_SetSlice, index 267
unsafe extern "C" fn ctx_SetSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    let call = Call::new(ctx, 267);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_SetSlice)(call.uctx, obj, start, end, value)
}

/// HPy_DelSlice, index 268
unsafe extern "C" fn ctx_DelSlice(
    ctx: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> c_int {
    let call = Call::new(ctx, 268);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_DelSlice)(call.uctx, obj, start, end)
}

/// HPy_GetIter, index 269
unsafe extern "C" fn ctx_GetIter(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 269);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_GetIter)(call.uctx, obj)
}

/// HPyIter_Next, index 270
unsafe extern "C" fn ctx_Iter_Next(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 270);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Iter_Next)(call.uctx, obj)
}

/// HPyIter_Check, index 271
unsafe extern "C" fn ctx_Iter_Check(ctx: *mut HPyContext, obj: HPy) -> c_int {
    let call = Call::new(ctx, 271);
    ((*call.uctx).ctx_Iter_Check)(call.uctx, obj)
}

/// HPy_Type, index 165
unsafe extern "C" fn ctx_Type(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 165);
    ((*call.uctx).ctx_Type)(call.uctx, obj)
}

/// HPy_TypeCheck, index 166
unsafe extern "C" fn ctx_TypeCheck(
    ctx: *mut HPyContext,
    obj: HPy,
    r#type: HPy,
) -> c_int {
    let call = Call::new(ctx, 166);
    ((*call.uctx).ctx_TypeCheck)(call.uctx, obj, r#type)
}

/// HPy_Is, index 167
unsafe extern "C" fn ctx_Is(ctx: *mut HPyContext, obj: HPy, other: HPy) -> c_int {
    let call = Call::new(ctx, 167);
    ((*call.uctx).ctx_Is)(call.uctx, obj, other)
}

/// HPy_Repr, index 171
unsafe extern "C" fn ctx_Repr(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 171);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Repr)(call.uctx, obj)
}

/// HPy_Str, index 172
unsafe extern "C" fn ctx_Str(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 172);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Str)(call.uctx, obj)
}

/// HPy_ASCII, index 173
unsafe extern "C" fn ctx_ASCII(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 173);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_ASCII)(call.uctx, obj)
}

/// HPy_Bytes, index 174
unsafe extern "C" fn ctx_Bytes(ctx: *mut HPyContext, obj: HPy) -> HPy {
    let call = Call::new(ctx, 174);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Bytes)(call.uctx, obj)
}

/// HPy_RichCompare, index 175
unsafe extern "C" fn ctx_RichCompare(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> HPy {
    let call = Call::new(ctx, 175);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_RichCompare)(call.uctx, v, w, op)
}

/// HPy_RichCompareBool, index 176
unsafe extern "C" fn ctx_RichCompareBool(
    ctx: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> c_int {
    let call = Call::new(ctx, 176);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_RichCompareBool)(call.uctx, v, w, op)
}

/// HPy_Hash, index 177
unsafe extern "C" fn ctx_Hash(ctx: *mut HPyContext, obj: HPy) -> isize {
    let call = Call::new(ctx, 177);
    if call.fails() {
        call.raise(false);
        return -1i64 as isize;
    }
    ((*call.uctx).ctx_Hash)(call.uctx, obj)
}

/// _HPy_Dump, index 227
unsafe extern "C" fn ctx_Dump(ctx: *mut HPyContext, h: HPy) {
    let call = Call::new(ctx, 227);
    ((*call.uctx).ctx_Dump)(call.uctx, h)
}

/// HPyType_FromSpec, index 150
unsafe extern "C" fn ctx_Type_FromSpec(
    ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    let call = Call::new(ctx, 150);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    call.describes(spec);
    ((*call.uctx).ctx_Type_FromSpec)(call.uctx, spec, params)
}

/// HPyType_GenericNew, index 151
unsafe extern "C" fn ctx_Type_GenericNew(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy {
    let call = Call::new(ctx, 151);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Type_GenericNew)(call.uctx, r#type, args, nargs, kw)
}

/// HPyType_GetName, index 253
unsafe extern "C" fn ctx_Type_GetName(
    ctx: *mut HPyContext,
    r#type: HPy,
) -> *const c_char {
    let call = Call::new(ctx, 253);
    if call.fails() {
        call.raise(false);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Type_GetName)(call.uctx, r#type)
}

/// HPyType_IsSubtype, index 254
unsafe extern "C" fn ctx_Type_IsSubtype(
    ctx: *mut HPyContext,
    sub: HPy,
    r#type: HPy,
) -> c_int {
    let call = Call::new(ctx, 254);
    ((*call.uctx).ctx_Type_IsSubtype)(call.uctx, sub, r#type)
}

/// _HPyType_GetBuiltinShape, index 234
unsafe extern "C" fn ctx_Type_GetBuiltinShape(
    ctx: *mut HPyContext,
    h_type: HPy,
) -> HPyType_BuiltinShape {
    let call = Call::new(ctx, 234);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return -2i64 as HPyType_BuiltinShape;
    }
    ((*call.uctx).ctx_Type_GetBuiltinShape)(call.uctx, h_type)
}

/// _HPy_New, index 170
unsafe extern "C" fn ctx_New(
    ctx: *mut HPyContext,
    h_type: HPy,
    data: *mut *mut c_void,
) -> HPy {
    let call = Call::new(ctx, 170);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_New)(call.uctx, h_type, data)
}

/// _HPy_AsStruct_Object, index 168
unsafe extern "C" fn ctx_AsStruct_Object(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 168);
    ((*call.uctx).ctx_AsStruct_Object)(call.uctx, h)
}

/// _HPy_AsStruct_Legacy, index 169
unsafe extern "C" fn ctx_AsStruct_Legacy(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 169);
    ((*call.uctx).ctx_AsStruct_Legacy)(call.uctx, h)
}

/// _HPy_AsStruct_Type, index 228
unsafe extern "C" fn ctx_AsStruct_Type(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 228);
    ((*call.uctx).ctx_AsStruct_Type)(call.uctx, h)
}

/// _HPy_AsStruct_Long, index 229
unsafe extern "C" fn ctx_AsStruct_Long(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 229);
    ((*call.uctx).ctx_AsStruct_Long)(call.uctx, h)
}

/// _HPy_AsStruct_Float, index 230
unsafe extern "C" fn ctx_AsStruct_Float(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 230);
    ((*call.uctx).ctx_AsStruct_Float)(call.uctx, h)
}

/// _HPy_AsStruct_Unicode, index 231
unsafe extern "C" fn ctx_AsStruct_Unicode(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 231);
    ((*call.uctx).ctx_AsStruct_Unicode)(call.uctx, h)
}

/// _HPy_AsStruct_Tuple, index 232
unsafe extern "C" fn ctx_AsStruct_Tuple(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 232);
    ((*call.uctx).ctx_AsStruct_Tuple)(call.uctx, h)
}

/// _HPy_AsStruct_List, index 233
unsafe extern "C" fn ctx_AsStruct_List(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 233);
    ((*call.uctx).ctx_AsStruct_List)(call.uctx, h)
}

/// _HPy_AsStruct_Dict, index 264
unsafe extern "C" fn ctx_AsStruct_Dict(ctx: *mut HPyContext, h: HPy) -> *mut c_void {
    let call = Call::new(ctx, 264);
    ((*call.uctx).ctx_AsStruct_Dict)(call.uctx, h)
}

/// HPyBytes_Check, index 178
unsafe extern "C" fn ctx_Bytes_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 178);
    ((*call.uctx).ctx_Bytes_Check)(call.uctx, h)
}

/// HPyBytes_Size, index 179
unsafe extern "C" fn ctx_Bytes_Size(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = Call::new(ctx, 179);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return -1i64 as isize;
    }
    ((*call.uctx).ctx_Bytes_Size)(call.uctx, h)
}

/// HPyBytes_GET_SIZE, index 180
unsafe extern "C" fn ctx_Bytes_GET_SIZE(ctx: *mut HPyContext, h: HPy) -> isize {
    let call = Call::new(ctx, 180);
    ((*call.uctx).ctx_Bytes_GET_SIZE)(call.uctx, h)
}

/// HPyBytes_AsString, index 181
unsafe extern "C" fn ctx_Bytes_AsString(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let call = Call::new(ctx, 181);
    if call.fails() {
        call.raise_usual((*call.uctx).h_TypeError);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Bytes_AsString)(call.uctx, h)
}

/// HPyBytes_AS_STRING, index 182
unsafe extern "C" fn ctx_Bytes_AS_STRING(ctx: *mut HPyContext, h: HPy) -> *const c_char {
    let call = Call::new(ctx, 182);
    ((*call.uctx).ctx_Bytes_AS_STRING)(call.uctx, h)
}

/// HPyBytes_FromString, index 183
unsafe extern "C" fn ctx_Bytes_FromString(
    ctx: *mut HPyContext,
    bytes: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 183);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Bytes_FromString)(call.uctx, bytes)
}

/// HPyBytes_FromStringAndSize, index 184
unsafe extern "C" fn ctx_Bytes_FromStringAndSize(
    ctx: *mut HPyContext,
    bytes: *const c_char,
    len: isize,
) -> HPy {
    let call = Call::new(ctx, 184);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Bytes_FromStringAndSize)(call.uctx, bytes, len)
}

/// HPyUnicode_FromString, index 185
unsafe extern "C" fn ctx_Unicode_FromString(
    ctx: *mut HPyContext,
    utf8: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 185);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_FromString)(call.uctx, utf8)
}

/// HPyUnicode_Check, index 186
unsafe extern "C" fn ctx_Unicode_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 186);
    ((*call.uctx).ctx_Unicode_Check)(call.uctx, h)
}

/// HPyUnicode_AsASCIIString, index 187
unsafe extern "C" fn ctx_Unicode_AsASCIIString(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 187);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_AsASCIIString)(call.uctx, h)
}

/// HPyUnicode_AsLatin1String, index 188
unsafe extern "C" fn ctx_Unicode_AsLatin1String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 188);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_AsLatin1String)(call.uctx, h)
}

/// HPyUnicode_AsUTF8String, index 189
unsafe extern "C" fn ctx_Unicode_AsUTF8String(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 189);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_AsUTF8String)(call.uctx, h)
}

/// HPyUnicode_AsUTF8AndSize, index 190
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    ctx: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    let call = Call::new(ctx, 190);
    if call.fails() {
        call.raise(false);
        return core::ptr::null();
    }
    ((*call.uctx).ctx_Unicode_AsUTF8AndSize)(call.uctx, h, size)
}

/// HPyUnicode_FromWideChar, index 191
unsafe extern "C" fn ctx_Unicode_FromWideChar(
    ctx: *mut HPyContext,
    w: *const wchar_t,
    size: isize,
) -> HPy {
    let call = Call::new(ctx, 191);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_FromWideChar)(call.uctx, w, size)
}

/// HPyUnicode_DecodeFSDefault, index 192
unsafe extern "C" fn ctx_Unicode_DecodeFSDefault(
    ctx: *mut HPyContext,
    v: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 192);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_DecodeFSDefault)(call.uctx, v)
}

/// HPyUnicode_DecodeFSDefaultAndSize, index 193
unsafe extern "C" fn ctx_Unicode_DecodeFSDefaultAndSize(
    ctx: *mut HPyContext,
    v: *const c_char,
    size: isize,
) -> HPy {
    let call = Call::new(ctx, 193);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_DecodeFSDefaultAndSize)(call.uctx, v, size)
}

/// HPyUnicode_EncodeFSDefault, index 194
unsafe extern "C" fn ctx_Unicode_EncodeFSDefault(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 194);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_EncodeFSDefault)(call.uctx, h)
}

/// HPyUnicode_ReadChar, index 195
unsafe extern "C" fn ctx_Unicode_ReadChar(
    ctx: *mut HPyContext,
    h: HPy,
    index: isize,
) -> u32 {
    let call = Call::new(ctx, 195);
    if call.fails() {
        call.raise_usual((*call.uctx).h_IndexError);
        return -1i64 as u32;
    }
    ((*call.uctx).ctx_Unicode_ReadChar)(call.uctx, h, index)
}

/// HPyUnicode_DecodeASCII, index 196
unsafe extern "C" fn ctx_Unicode_DecodeASCII(
    ctx: *mut HPyContext,
    ascii: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 196);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_DecodeASCII)(call.uctx, ascii, size, errors)
}

/// HPyUnicode_DecodeLatin1, index 197
unsafe extern "C" fn ctx_Unicode_DecodeLatin1(
    ctx: *mut HPyContext,
    latin1: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 197);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_DecodeLatin1)(call.uctx, latin1, size, errors)
}

/// HPyUnicode_FromEncodedObject, index 255
unsafe extern "C" fn ctx_Unicode_FromEncodedObject(
    ctx: *mut HPyContext,
    obj: HPy,
    encoding: *const c_char,
    errors: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 255);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_FromEncodedObject)(call.uctx, obj, encoding, errors)
}

/// HPyUnicode_Substring, index 256
unsafe extern "C" fn ctx_Unicode_Substring(
    ctx: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    let call = Call::new(ctx, 256);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Unicode_Substring)(call.uctx, str, start, end)
}

/// HPyList_Check, index 198
unsafe extern "C" fn ctx_List_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 198);
    ((*call.uctx).ctx_List_Check)(call.uctx, h)
}

/// HPyList_New, index 199
unsafe extern "C" fn ctx_List_New(ctx: *mut HPyContext, len: isize) -> HPy {
    let call = Call::new(ctx, 199);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_List_New)(call.uctx, len)
}

/// HPyList_Append, index 200
unsafe extern "C" fn ctx_List_Append(
    ctx: *mut HPyContext,
    h_list: HPy,
    h_item: HPy,
) -> c_int {
    let call = Call::new(ctx, 200);
    if call.fails() {
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_List_Append)(call.uctx, h_list, h_item)
}

/// HPyList_Insert, index 265
unsafe extern "C" fn ctx_List_Insert(
    ctx: *mut HPyContext,
    h_list: HPy,
    index: isize,
    h_item: HPy,
) -> c_int {
    let call = Call::new(ctx, 265);
    if call.fails() {
        call.raise(false);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_List_Insert)(call.uctx, h_list, index, h_item)
}

/// HPyListBuilder_New, index 209
unsafe extern "C" fn ctx_ListBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyListBuilder {
    let call = Call::new(ctx, 209);
    ((*call.uctx).ctx_ListBuilder_New)(call.uctx, size)
}

/// HPyListBuilder_Set, index 210
unsafe extern "C" fn ctx_ListBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let call = Call::new(ctx, 210);
    ((*call.uctx).ctx_ListBuilder_Set)(call.uctx, builder, index, h_item)
}

/// HPyListBuilder_Build, index 211
unsafe extern "C" fn ctx_ListBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    let call = Call::new(ctx, 211);
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

/// HPyListBuilder_Cancel, index 212
unsafe extern "C" fn ctx_ListBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyListBuilder,
) {
    let call = Call::new(ctx, 212);
    ((*call.uctx).ctx_ListBuilder_Cancel)(call.uctx, builder)
}

/// HPyTuple_Check, index 203
unsafe extern "C" fn ctx_Tuple_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 203);
    ((*call.uctx).ctx_Tuple_Check)(call.uctx, h)
}

/// HPyTuple_FromArray, index 204
unsafe extern "C" fn ctx_Tuple_FromArray(
    ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    let call = Call::new(ctx, 204);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Tuple_FromArray)(call.uctx, items, n)
}

/// HPyTupleBuilder_New, index 213
unsafe extern "C" fn ctx_TupleBuilder_New(
    ctx: *mut HPyContext,
    size: isize,
) -> HPyTupleBuilder {
    let call = Call::new(ctx, 213);
    ((*call.uctx).ctx_TupleBuilder_New)(call.uctx, size)
}

/// HPyTupleBuilder_Set, index 214
unsafe extern "C" fn ctx_TupleBuilder_Set(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
    index: isize,
    h_item: HPy,
) {
    let call = Call::new(ctx, 214);
    ((*call.uctx).ctx_TupleBuilder_Set)(call.uctx, builder, index, h_item)
}

/// HPyTupleBuilder_Build, index 215
unsafe extern "C" fn ctx_TupleBuilder_Build(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) -> HPy {
    let call = Call::new(ctx, 215);
    if call.fails() {
        let returned = ((*call.uctx).ctx_TupleBuilder_Build)(call.uctx, builder);
        if call.has_failed() {
            return returned;
        }
        call.give_up(returned);
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_TupleBuilder_Build)(call.uctx, builder)
}

/// HPyTupleBuilder_Cancel, index 216
unsafe extern "C" fn ctx_TupleBuilder_Cancel(
    ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) {
    let call = Call::new(ctx, 216);
    ((*call.uctx).ctx_TupleBuilder_Cancel)(call.uctx, builder)
}

/// HPyDict_Check, index 201
unsafe extern "C" fn ctx_Dict_Check(ctx: *mut HPyContext, h: HPy) -> c_int {
    let call = Call::new(ctx, 201);
    ((*call.uctx).ctx_Dict_Check)(call.uctx, h)
}

/// HPyDict_New, index 202
unsafe extern "C" fn ctx_Dict_New(ctx: *mut HPyContext) -> HPy {
    let call = Call::new(ctx, 202);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Dict_New)(call.uctx)
}

/// HPyDict_Keys, index 257
unsafe extern "C" fn ctx_Dict_Keys(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 257);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Dict_Keys)(call.uctx, h)
}

/// HPyDict_Copy, index 258
unsafe extern "C" fn ctx_Dict_Copy(ctx: *mut HPyContext, h: HPy) -> HPy {
    let call = Call::new(ctx, 258);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Dict_Copy)(call.uctx, h)
}

/// HPySlice_Unpack, index 259
unsafe extern "C" fn ctx_Slice_Unpack(
    ctx: *mut HPyContext,
    slice: HPy,
    start: *mut isize,
    stop: *mut isize,
    step: *mut isize,
) -> c_int {
    let call = Call::new(ctx, 259);
    if call.fails() {
        call.raise_usual((*call.uctx).h_ValueError);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Slice_Unpack)(call.uctx, slice, start, stop, step)
}

/// HPySlice_New, index 272
unsafe extern "C" fn ctx_Slice_New(
    ctx: *mut HPyContext,
    start: HPy,
    stop: HPy,
    step: HPy,
) -> HPy {
    let call = Call::new(ctx, 272);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Slice_New)(call.uctx, start, stop, step)
}

/// HPyTracker_New, index 217
unsafe extern "C" fn ctx_Tracker_New(ctx: *mut HPyContext, size: isize) -> HPyTracker {
    let call = Call::new(ctx, 217);
    if call.fails() {
        call.raise(false);
        return HPyTracker::NULL;
    }
    ((*call.uctx).ctx_Tracker_New)(call.uctx, size)
}

/// HPyTracker_Add, index 218
unsafe extern "C" fn ctx_Tracker_Add(
    ctx: *mut HPyContext,
    ht: HPyTracker,
    h: HPy,
) -> c_int {
    let call = Call::new(ctx, 218);
    if call.fails() {
        let returned = ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h);
        if call.has_failed() {
            return returned;
        }
        call.raise(true);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Tracker_Add)(call.uctx, ht, h)
}

/// HPyTracker_ForgetAll, index 219
unsafe extern "C" fn ctx_Tracker_ForgetAll(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = Call::new(ctx, 219);
    ((*call.uctx).ctx_Tracker_ForgetAll)(call.uctx, ht)
}

/// HPyTracker_Close, index 220
unsafe extern "C" fn ctx_Tracker_Close(ctx: *mut HPyContext, ht: HPyTracker) {
    let call = Call::new(ctx, 220);
    ((*call.uctx).ctx_Tracker_Close)(call.uctx, ht)
}

/// HPyField_Store, index 221
unsafe extern "C" fn ctx_Field_Store(
    ctx: *mut HPyContext,
    target_object: HPy,
    target_field: *mut HPyField,
    h: HPy,
) {
    let call = Call::new(ctx, 221);
    ((*call.uctx).ctx_Field_Store)(call.uctx, target_object, target_field, h)
}

/// HPyField_Load, index 222
unsafe extern "C" fn ctx_Field_Load(
    ctx: *mut HPyContext,
    source_object: HPy,
    source_field: HPyField,
) -> HPy {
    let call = Call::new(ctx, 222);
    ((*call.uctx).ctx_Field_Load)(call.uctx, source_object, source_field)
}

/// HPyGlobal_Store, index 225
unsafe extern "C" fn ctx_Global_Store(
    ctx: *mut HPyContext,
    global: *mut HPyGlobal,
    h: HPy,
) {
    let call = Call::new(ctx, 225);
    ((*call.uctx).ctx_Global_Store)(call.uctx, global, h)
}

/// HPyGlobal_Load, index 226
unsafe extern "C" fn ctx_Global_Load(ctx: *mut HPyContext, global: HPyGlobal) -> HPy {
    let call = Call::new(ctx, 226);
    ((*call.uctx).ctx_Global_Load)(call.uctx, global)
}

/// HPyCapsule_New, index 244
unsafe extern "C" fn ctx_Capsule_New(
    ctx: *mut HPyContext,
    pointer: *mut c_void,
    utf8_name: *const c_char,
    destructor: *mut HPyCapsule_Destructor,
) -> HPy {
    let call = Call::new(ctx, 244);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Capsule_New)(call.uctx, pointer, utf8_name, destructor)
}

/// HPyCapsule_Get, index 245
unsafe extern "C" fn ctx_Capsule_Get(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    utf8_name: *const c_char,
) -> *mut c_void {
    let call = Call::new(ctx, 245);
    if call.fails() {
        call.raise_usual((*call.uctx).h_ValueError);
        return core::ptr::null_mut();
    }
    ((*call.uctx).ctx_Capsule_Get)(call.uctx, capsule, key, utf8_name)
}

/// HPyCapsule_IsValid, index 246
unsafe extern "C" fn ctx_Capsule_IsValid(
    ctx: *mut HPyContext,
    capsule: HPy,
    utf8_name: *const c_char,
) -> c_int {
    let call = Call::new(ctx, 246);
    ((*call.uctx).ctx_Capsule_IsValid)(call.uctx, capsule, utf8_name)
}

/// HPyCapsule_Set, index 247
unsafe extern "C" fn ctx_Capsule_Set(
    ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    value: *mut c_void,
) -> c_int {
    let call = Call::new(ctx, 247);
    if call.fails() {
        call.raise_usual((*call.uctx).h_ValueError);
        return -1i64 as c_int;
    }
    ((*call.uctx).ctx_Capsule_Set)(call.uctx, capsule, key, value)
}

/// HPyContextVar_New, index 250
unsafe extern "C" fn ctx_ContextVar_New(
    ctx: *mut HPyContext,
    name: *const c_char,
    default_value: HPy,
) -> HPy {
    let call = Call::new(ctx, 250);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_ContextVar_New)(call.uctx, name, default_value)
}

/// HPyContextVar_Get, index 251
unsafe extern "C" fn ctx_ContextVar_Get(
    ctx: *mut HPyContext,
    context_var: HPy,
    default_value: HPy,
    result: *mut HPy,
) -> i32 {
    let call = Call::new(ctx, 251);
    if call.fails() {
        call.raise(false);
        return -1i64 as i32;
    }
    ((*call.uctx).ctx_ContextVar_Get)(call.uctx, context_var, default_value, result)
}

/// HPyContextVar_Set, index 252
unsafe extern "C" fn ctx_ContextVar_Set(
    ctx: *mut HPyContext,
    context_var: HPy,
    value: HPy,
) -> HPy {
    let call = Call::new(ctx, 252);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_ContextVar_Set)(call.uctx, context_var, value)
}

/// HPyImport_ImportModule, index 205
unsafe extern "C" fn ctx_Import_ImportModule(
    ctx: *mut HPyContext,
    utf8_name: *const c_char,
) -> HPy {
    let call = Call::new(ctx, 205);
    if call.fails() {
        call.raise_usual((*call.uctx).h_ImportError);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Import_ImportModule)(call.uctx, utf8_name)
}

/// HPy_Compile_s, index 248
unsafe extern "C" fn ctx_Compile_s(
    ctx: *mut HPyContext,
    utf8_source: *const c_char,
    utf8_filename: *const c_char,
    kind: HPy_SourceKind,
) -> HPy {
    let call = Call::new(ctx, 248);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_Compile_s)(call.uctx, utf8_source, utf8_filename, kind)
}

/// HPy_EvalCode, index 249
unsafe extern "C" fn ctx_EvalCode(
    ctx: *mut HPyContext,
    code: HPy,
    globals: HPy,
    locals: HPy,
) -> HPy {
    let call = Call::new(ctx, 249);
    if call.fails() {
        call.raise(false);
        return HPy::NULL;
    }
    ((*call.uctx).ctx_EvalCode)(call.uctx, code, globals, locals)
}

/// HPy_LeavePythonExecution, index 224
unsafe extern "C" fn ctx_LeavePythonExecution(ctx: *mut HPyContext) -> HPyThreadState {
    let call = Call::new(ctx, 224);
    ((*call.uctx).ctx_LeavePythonExecution)(call.uctx)
}

/// HPy_ReenterPythonExecution, index 223
unsafe extern "C" fn ctx_ReenterPythonExecution(
    ctx: *mut HPyContext,
    state: HPyThreadState,
) {
    let call = Call::new(ctx, 223);
    ((*call.uctx).ctx_ReenterPythonExecution)(call.uctx, state)
}

/// HPy_FromPyObject, index 206
unsafe extern "C" fn ctx_FromPyObject(
    ctx: *mut HPyContext,
    obj: *mut cpy_PyObject,
) -> HPy {
    let call = Call::new(ctx, 206);
    ((*call.uctx).ctx_FromPyObject)(call.uctx, obj)
}

/// HPy_AsPyObject, index 207
unsafe extern "C" fn ctx_AsPyObject(ctx: *mut HPyContext, h: HPy) -> *mut cpy_PyObject {
    let call = Call::new(ctx, 207);
    ((*call.uctx).ctx_AsPyObject)(call.uctx, h)
}

/// _HPy_CallRealFunctionFromTrampoline, index 208
unsafe extern "C" fn ctx_CallRealFunctionFromTrampoline(
    ctx: *mut HPyContext,
    sig: HPyFunc_Signature,
    func: HPyCFunction,
    args: *mut c_void,
) {
    let call = Call::new(ctx, 208);
    let outer = call.enters(sig, func, args);
    ((*call.uctx).ctx_CallRealFunctionFromTrampoline)(call.uctx, sig, func, args);
    call.leaves(outer);
}
