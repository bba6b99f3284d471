// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use core::mem::transmute;
use hpy_abi::*;
use pyo3_ffi::PyObject;
use crate::by_hand;
use crate::compat::ffi;
use crate::handles::{h2py, py2h};
use crate::tables::place_of;
use crate::trampoline;
use hpy_platform::guard::guarded;

/// The universal context; its constants are NULL until [`fill_constants`].
pub(crate) const CONTEXT: HPyContext = HPyContext {
    name: c"HPy Universal ABI (CPython backend)".as_ptr(),
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
    ctx_Dup: by_hand::ctx_Dup,
    ctx_Close: by_hand::ctx_Close,
    ctx_Long_FromInt32_t,
    ctx_Long_FromUInt32_t,
    ctx_Long_FromInt64_t,
    ctx_Long_FromUInt64_t,
    ctx_Long_FromSize_t,
    ctx_Long_FromSsize_t,
    ctx_Long_AsInt32_t: by_hand::ctx_Long_AsInt32_t,
    ctx_Long_AsUInt32_t: by_hand::ctx_Long_AsUInt32_t,
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
    ctx_CallTupleDict: by_hand::ctx_CallTupleDict,
    ctx_FatalError,
    ctx_Err_SetString,
    ctx_Err_SetObject,
    ctx_Err_SetFromErrnoWithFilename,
    ctx_Err_SetFromErrnoWithFilenameObjects,
    ctx_Err_Occurred: by_hand::ctx_Err_Occurred,
    ctx_Err_ExceptionMatches,
    ctx_Err_NoMemory,
    ctx_Err_Clear,
    ctx_Err_NewException,
    ctx_Err_NewExceptionWithDoc,
    ctx_Err_WarnEx,
    ctx_Err_WriteUnraisable,
    ctx_IsTrue,
    ctx_Type_FromSpec: by_hand::ctx_Type_FromSpec,
    ctx_Type_GenericNew: by_hand::ctx_Type_GenericNew,
    ctx_GetAttr,
    ctx_GetAttr_s,
    ctx_HasAttr,
    ctx_HasAttr_s,
    ctx_SetAttr,
    ctx_SetAttr_s,
    ctx_GetItem,
    ctx_GetItem_i: by_hand::ctx_GetItem_i,
    ctx_GetItem_s: by_hand::ctx_GetItem_s,
    ctx_Contains,
    ctx_SetItem,
    ctx_SetItem_i: by_hand::ctx_SetItem_i,
    ctx_SetItem_s: by_hand::ctx_SetItem_s,
    ctx_Type,
    ctx_TypeCheck,
    ctx_Is: by_hand::ctx_Is,
    ctx_AsStruct_Object,
    ctx_AsStruct_Legacy,
    ctx_New: by_hand::ctx_New,
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
    ctx_Bytes_FromStringAndSize: by_hand::ctx_Bytes_FromStringAndSize,
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
    ctx_Tuple_FromArray: by_hand::ctx_Tuple_FromArray,
    ctx_Import_ImportModule,
    ctx_FromPyObject: by_hand::ctx_FromPyObject,
    ctx_AsPyObject: by_hand::ctx_AsPyObject,
    ctx_CallRealFunctionFromTrampoline: call_from_trampoline,
    ctx_ListBuilder_New: by_hand::ctx_ListBuilder_New,
    ctx_ListBuilder_Set: by_hand::ctx_ListBuilder_Set,
    ctx_ListBuilder_Build: by_hand::ctx_ListBuilder_Build,
    ctx_ListBuilder_Cancel: by_hand::ctx_ListBuilder_Cancel,
    ctx_TupleBuilder_New: by_hand::ctx_TupleBuilder_New,
    ctx_TupleBuilder_Set: by_hand::ctx_TupleBuilder_Set,
    ctx_TupleBuilder_Build: by_hand::ctx_TupleBuilder_Build,
    ctx_TupleBuilder_Cancel: by_hand::ctx_TupleBuilder_Cancel,
    ctx_Tracker_New: by_hand::ctx_Tracker_New,
    ctx_Tracker_Add: by_hand::ctx_Tracker_Add,
    ctx_Tracker_ForgetAll: by_hand::ctx_Tracker_ForgetAll,
    ctx_Tracker_Close: by_hand::ctx_Tracker_Close,
    ctx_Field_Store: by_hand::ctx_Field_Store,
    ctx_Field_Load: by_hand::ctx_Field_Load,
    ctx_ReenterPythonExecution,
    ctx_LeavePythonExecution,
    ctx_Global_Store: by_hand::ctx_Global_Store,
    ctx_Global_Load: by_hand::ctx_Global_Load,
    ctx_Dump: by_hand::ctx_Dump,
    ctx_AsStruct_Type,
    ctx_AsStruct_Long,
    ctx_AsStruct_Float,
    ctx_AsStruct_Unicode,
    ctx_AsStruct_Tuple,
    ctx_AsStruct_List,
    ctx_Type_GetBuiltinShape: by_hand::ctx_Type_GetBuiltinShape,
    ctx_DelItem,
    ctx_DelItem_i: by_hand::ctx_DelItem_i,
    ctx_DelItem_s: by_hand::ctx_DelItem_s,
    h_ComplexType: HPy::NULL,
    h_BytesType: HPy::NULL,
    h_MemoryViewType: HPy::NULL,
    h_CapsuleType: HPy::NULL,
    h_SliceType: HPy::NULL,
    h_Builtins: HPy::NULL,
    ctx_Capsule_New: by_hand::ctx_Capsule_New,
    ctx_Capsule_Get: by_hand::ctx_Capsule_Get,
    ctx_Capsule_IsValid,
    ctx_Capsule_Set: by_hand::ctx_Capsule_Set,
    ctx_Compile_s: by_hand::ctx_Compile_s,
    ctx_EvalCode,
    ctx_ContextVar_New,
    ctx_ContextVar_Get: by_hand::ctx_ContextVar_Get,
    ctx_ContextVar_Set,
    ctx_Type_GetName: by_hand::ctx_Type_GetName,
    ctx_Type_IsSubtype,
    ctx_Unicode_FromEncodedObject,
    ctx_Unicode_Substring,
    ctx_Dict_Keys: by_hand::ctx_Dict_Keys,
    ctx_Dict_Copy,
    ctx_Slice_Unpack,
    ctx_SetCallFunction: by_hand::ctx_SetCallFunction,
    ctx_Call: by_hand::ctx_Call,
    ctx_CallMethod: by_hand::ctx_CallMethod,
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

/// Fills in the context's constants, each a borrowed reference to an immortal object.
pub(crate) unsafe fn fill_constants(ctx: *mut HPyContext) {
    (*ctx).h_None = py2h(ffi::Py_None());
    (*ctx).h_True = py2h(ffi::Py_True());
    (*ctx).h_False = py2h(ffi::Py_False());
    (*ctx).h_NotImplemented = py2h(ffi::Py_NotImplemented());
    (*ctx).h_Ellipsis = py2h(ffi::Py_Ellipsis());
    (*ctx).h_BaseException = py2h(ffi::PyExc_BaseException);
    (*ctx).h_Exception = py2h(ffi::PyExc_Exception);
    (*ctx).h_StopAsyncIteration = py2h(ffi::PyExc_StopAsyncIteration);
    (*ctx).h_StopIteration = py2h(ffi::PyExc_StopIteration);
    (*ctx).h_GeneratorExit = py2h(ffi::PyExc_GeneratorExit);
    (*ctx).h_ArithmeticError = py2h(ffi::PyExc_ArithmeticError);
    (*ctx).h_LookupError = py2h(ffi::PyExc_LookupError);
    (*ctx).h_AssertionError = py2h(ffi::PyExc_AssertionError);
    (*ctx).h_AttributeError = py2h(ffi::PyExc_AttributeError);
    (*ctx).h_BufferError = py2h(ffi::PyExc_BufferError);
    (*ctx).h_EOFError = py2h(ffi::PyExc_EOFError);
    (*ctx).h_FloatingPointError = py2h(ffi::PyExc_FloatingPointError);
    (*ctx).h_OSError = py2h(ffi::PyExc_OSError);
    (*ctx).h_ImportError = py2h(ffi::PyExc_ImportError);
    (*ctx).h_ModuleNotFoundError = py2h(ffi::PyExc_ModuleNotFoundError);
    (*ctx).h_IndexError = py2h(ffi::PyExc_IndexError);
    (*ctx).h_KeyError = py2h(ffi::PyExc_KeyError);
    (*ctx).h_KeyboardInterrupt = py2h(ffi::PyExc_KeyboardInterrupt);
    (*ctx).h_MemoryError = py2h(ffi::PyExc_MemoryError);
    (*ctx).h_NameError = py2h(ffi::PyExc_NameError);
    (*ctx).h_OverflowError = py2h(ffi::PyExc_OverflowError);
    (*ctx).h_RuntimeError = py2h(ffi::PyExc_RuntimeError);
    (*ctx).h_RecursionError = py2h(ffi::PyExc_RecursionError);
    (*ctx).h_NotImplementedError = py2h(ffi::PyExc_NotImplementedError);
    (*ctx).h_SyntaxError = py2h(ffi::PyExc_SyntaxError);
    (*ctx).h_IndentationError = py2h(ffi::PyExc_IndentationError);
    (*ctx).h_TabError = py2h(ffi::PyExc_TabError);
    (*ctx).h_ReferenceError = py2h(ffi::PyExc_ReferenceError);
    (*ctx).h_SystemError = py2h(ffi::PyExc_SystemError);
    (*ctx).h_SystemExit = py2h(ffi::PyExc_SystemExit);
    (*ctx).h_TypeError = py2h(ffi::PyExc_TypeError);
    (*ctx).h_UnboundLocalError = py2h(ffi::PyExc_UnboundLocalError);
    (*ctx).h_UnicodeError = py2h(ffi::PyExc_UnicodeError);
    (*ctx).h_UnicodeEncodeError = py2h(ffi::PyExc_UnicodeEncodeError);
    (*ctx).h_UnicodeDecodeError = py2h(ffi::PyExc_UnicodeDecodeError);
    (*ctx).h_UnicodeTranslateError = py2h(ffi::PyExc_UnicodeTranslateError);
    (*ctx).h_ValueError = py2h(ffi::PyExc_ValueError);
    (*ctx).h_ZeroDivisionError = py2h(ffi::PyExc_ZeroDivisionError);
    (*ctx).h_BlockingIOError = py2h(ffi::PyExc_BlockingIOError);
    (*ctx).h_BrokenPipeError = py2h(ffi::PyExc_BrokenPipeError);
    (*ctx).h_ChildProcessError = py2h(ffi::PyExc_ChildProcessError);
    (*ctx).h_ConnectionError = py2h(ffi::PyExc_ConnectionError);
    (*ctx).h_ConnectionAbortedError = py2h(ffi::PyExc_ConnectionAbortedError);
    (*ctx).h_ConnectionRefusedError = py2h(ffi::PyExc_ConnectionRefusedError);
    (*ctx).h_ConnectionResetError = py2h(ffi::PyExc_ConnectionResetError);
    (*ctx).h_FileExistsError = py2h(ffi::PyExc_FileExistsError);
    (*ctx).h_FileNotFoundError = py2h(ffi::PyExc_FileNotFoundError);
    (*ctx).h_InterruptedError = py2h(ffi::PyExc_InterruptedError);
    (*ctx).h_IsADirectoryError = py2h(ffi::PyExc_IsADirectoryError);
    (*ctx).h_NotADirectoryError = py2h(ffi::PyExc_NotADirectoryError);
    (*ctx).h_PermissionError = py2h(ffi::PyExc_PermissionError);
    (*ctx).h_ProcessLookupError = py2h(ffi::PyExc_ProcessLookupError);
    (*ctx).h_TimeoutError = py2h(ffi::PyExc_TimeoutError);
    (*ctx).h_Warning = py2h(ffi::PyExc_Warning);
    (*ctx).h_UserWarning = py2h(ffi::PyExc_UserWarning);
    (*ctx).h_DeprecationWarning = py2h(ffi::PyExc_DeprecationWarning);
    (*ctx).h_PendingDeprecationWarning = py2h(ffi::PyExc_PendingDeprecationWarning);
    (*ctx).h_SyntaxWarning = py2h(ffi::PyExc_SyntaxWarning);
    (*ctx).h_RuntimeWarning = py2h(ffi::PyExc_RuntimeWarning);
    (*ctx).h_FutureWarning = py2h(ffi::PyExc_FutureWarning);
    (*ctx).h_ImportWarning = py2h(ffi::PyExc_ImportWarning);
    (*ctx).h_UnicodeWarning = py2h(ffi::PyExc_UnicodeWarning);
    (*ctx).h_BytesWarning = py2h(ffi::PyExc_BytesWarning);
    (*ctx).h_ResourceWarning = py2h(ffi::PyExc_ResourceWarning);
    (*ctx).h_BaseObjectType = py2h((&raw mut ffi::PyBaseObject_Type).cast::<PyObject>());
    (*ctx).h_TypeType = py2h((&raw mut ffi::PyType_Type).cast::<PyObject>());
    (*ctx).h_BoolType = py2h((&raw mut ffi::PyBool_Type).cast::<PyObject>());
    (*ctx).h_LongType = py2h((&raw mut ffi::PyLong_Type).cast::<PyObject>());
    (*ctx).h_FloatType = py2h((&raw mut ffi::PyFloat_Type).cast::<PyObject>());
    (*ctx).h_UnicodeType = py2h((&raw mut ffi::PyUnicode_Type).cast::<PyObject>());
    (*ctx).h_TupleType = py2h((&raw mut ffi::PyTuple_Type).cast::<PyObject>());
    (*ctx).h_ListType = py2h((&raw mut ffi::PyList_Type).cast::<PyObject>());
    (*ctx).h_ComplexType = py2h((&raw mut ffi::PyComplex_Type).cast::<PyObject>());
    (*ctx).h_BytesType = py2h((&raw mut ffi::PyBytes_Type).cast::<PyObject>());
    (*ctx).h_MemoryViewType = py2h((&raw mut ffi::PyMemoryView_Type).cast::<PyObject>());
    (*ctx).h_CapsuleType = py2h((&raw mut ffi::PyCapsule_Type).cast::<PyObject>());
    (*ctx).h_SliceType = py2h((&raw mut ffi::PySlice_Type).cast::<PyObject>());
    (*ctx).h_Builtins = py2h(ffi::PyEval_GetBuiltins());
    (*ctx).h_DictType = py2h((&raw mut ffi::PyDict_Type).cast::<PyObject>());
}

/// HPyLong_FromInt32_t, index 79
unsafe extern "C" fn ctx_Long_FromInt32_t(_: *mut HPyContext, value: i32) -> HPy {
    py2h(ffi::PyLong_FromLong(value as _))
}

/// HPyLong_FromUInt32_t, index 80
unsafe extern "C" fn ctx_Long_FromUInt32_t(_: *mut HPyContext, value: u32) -> HPy {
    py2h(ffi::PyLong_FromUnsignedLong(value as _))
}

/// HPyLong_FromInt64_t, index 81
unsafe extern "C" fn ctx_Long_FromInt64_t(_: *mut HPyContext, v: i64) -> HPy {
    py2h(ffi::PyLong_FromLongLong(v as _))
}

/// HPyLong_FromUInt64_t, index 82
unsafe extern "C" fn ctx_Long_FromUInt64_t(_: *mut HPyContext, v: u64) -> HPy {
    py2h(ffi::PyLong_FromUnsignedLongLong(v as _))
}

/// HPyLong_FromSize_t, index 83
unsafe extern "C" fn ctx_Long_FromSize_t(_: *mut HPyContext, value: usize) -> HPy {
    py2h(ffi::PyLong_FromSize_t(value as _))
}

/// HPyLong_FromSsize_t, index 84
unsafe extern "C" fn ctx_Long_FromSsize_t(_: *mut HPyContext, value: isize) -> HPy {
    py2h(ffi::PyLong_FromSsize_t(value as _))
}

/// HPyLong_AsUInt32_tMask, index 87
unsafe extern "C" fn ctx_Long_AsUInt32_tMask(_: *mut HPyContext, h: HPy) -> u32 {
    ffi::PyLong_AsUnsignedLongMask(h2py(h).cast()) as _
}

/// HPyLong_AsInt64_t, index 88
unsafe extern "C" fn ctx_Long_AsInt64_t(_: *mut HPyContext, h: HPy) -> i64 {
    ffi::PyLong_AsLongLong(h2py(h).cast()) as _
}

/// HPyLong_AsUInt64_t, index 89
unsafe extern "C" fn ctx_Long_AsUInt64_t(_: *mut HPyContext, h: HPy) -> u64 {
    ffi::PyLong_AsUnsignedLongLong(h2py(h).cast()) as _
}

/// HPyLong_AsUInt64_tMask, index 90
unsafe extern "C" fn ctx_Long_AsUInt64_tMask(_: *mut HPyContext, h: HPy) -> u64 {
    ffi::PyLong_AsUnsignedLongLongMask(h2py(h).cast()) as _
}

/// HPyLong_AsSize_t, index 91
unsafe extern "C" fn ctx_Long_AsSize_t(_: *mut HPyContext, h: HPy) -> usize {
    ffi::PyLong_AsSize_t(h2py(h).cast()) as _
}

/// HPyLong_AsSsize_t, index 92
unsafe extern "C" fn ctx_Long_AsSsize_t(_: *mut HPyContext, h: HPy) -> isize {
    ffi::PyLong_AsSsize_t(h2py(h).cast()) as _
}

/// HPyLong_AsVoidPtr, index 93
unsafe extern "C" fn ctx_Long_AsVoidPtr(_: *mut HPyContext, h: HPy) -> *mut c_void {
    ffi::PyLong_AsVoidPtr(h2py(h).cast()).cast()
}

/// HPyLong_AsDouble, index 94
unsafe extern "C" fn ctx_Long_AsDouble(_: *mut HPyContext, h: HPy) -> f64 {
    ffi::PyLong_AsDouble(h2py(h).cast()) as _
}

/// HPyFloat_FromDouble, index 95
unsafe extern "C" fn ctx_Float_FromDouble(_: *mut HPyContext, v: f64) -> HPy {
    py2h(ffi::PyFloat_FromDouble(v as _))
}

/// HPyFloat_AsDouble, index 96
unsafe extern "C" fn ctx_Float_AsDouble(_: *mut HPyContext, h: HPy) -> f64 {
    ffi::PyFloat_AsDouble(h2py(h).cast()) as _
}

/// HPyBool_FromBool, index 97
unsafe extern "C" fn ctx_Bool_FromBool(_: *mut HPyContext, v: bool) -> HPy {
    py2h(ffi::PyBool_FromLong(v as _))
}

/// HPyNumber_Check, index 99
unsafe extern "C" fn ctx_Number_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyNumber_Check(h2py(h).cast()) as _
}

/// HPy_Add, index 100
unsafe extern "C" fn ctx_Add(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Add(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Subtract, index 101
unsafe extern "C" fn ctx_Subtract(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Subtract(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Multiply, index 102
unsafe extern "C" fn ctx_Multiply(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Multiply(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_MatrixMultiply, index 103
unsafe extern "C" fn ctx_MatrixMultiply(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_MatrixMultiply(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_FloorDivide, index 104
unsafe extern "C" fn ctx_FloorDivide(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_FloorDivide(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_TrueDivide, index 105
unsafe extern "C" fn ctx_TrueDivide(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_TrueDivide(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Remainder, index 106
unsafe extern "C" fn ctx_Remainder(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Remainder(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Divmod, index 107
unsafe extern "C" fn ctx_Divmod(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Divmod(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Power, index 108
unsafe extern "C" fn ctx_Power(_: *mut HPyContext, h1: HPy, h2: HPy, h3: HPy) -> HPy {
    py2h(ffi::PyNumber_Power(h2py(h1).cast(), h2py(h2).cast(), h2py(h3).cast()))
}

/// HPy_Negative, index 109
unsafe extern "C" fn ctx_Negative(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Negative(h2py(h1).cast()))
}

/// HPy_Positive, index 110
unsafe extern "C" fn ctx_Positive(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Positive(h2py(h1).cast()))
}

/// HPy_Absolute, index 111
unsafe extern "C" fn ctx_Absolute(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Absolute(h2py(h1).cast()))
}

/// HPy_Invert, index 112
unsafe extern "C" fn ctx_Invert(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Invert(h2py(h1).cast()))
}

/// HPy_Lshift, index 113
unsafe extern "C" fn ctx_Lshift(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Lshift(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Rshift, index 114
unsafe extern "C" fn ctx_Rshift(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Rshift(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_And, index 115
unsafe extern "C" fn ctx_And(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_And(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Xor, index 116
unsafe extern "C" fn ctx_Xor(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Xor(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Or, index 117
unsafe extern "C" fn ctx_Or(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_Or(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_Index, index 118
unsafe extern "C" fn ctx_Index(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Index(h2py(h1).cast()))
}

/// HPy_Long, index 119
unsafe extern "C" fn ctx_Long(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Long(h2py(h1).cast()))
}

/// HPy_Float, index 120
unsafe extern "C" fn ctx_Float(_: *mut HPyContext, h1: HPy) -> HPy {
    py2h(ffi::PyNumber_Float(h2py(h1).cast()))
}

/// HPy_InPlaceAdd, index 121
unsafe extern "C" fn ctx_InPlaceAdd(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceAdd(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceSubtract, index 122
unsafe extern "C" fn ctx_InPlaceSubtract(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceSubtract(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceMultiply, index 123
unsafe extern "C" fn ctx_InPlaceMultiply(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceMultiply(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceMatrixMultiply, index 124
unsafe extern "C" fn ctx_InPlaceMatrixMultiply(
    _: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    py2h(ffi::PyNumber_InPlaceMatrixMultiply(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceFloorDivide, index 125
unsafe extern "C" fn ctx_InPlaceFloorDivide(
    _: *mut HPyContext,
    h1: HPy,
    h2: HPy,
) -> HPy {
    py2h(ffi::PyNumber_InPlaceFloorDivide(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceTrueDivide, index 126
unsafe extern "C" fn ctx_InPlaceTrueDivide(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceTrueDivide(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceRemainder, index 127
unsafe extern "C" fn ctx_InPlaceRemainder(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceRemainder(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlacePower, index 128
unsafe extern "C" fn ctx_InPlacePower(
    _: *mut HPyContext,
    h1: HPy,
    h2: HPy,
    h3: HPy,
) -> HPy {
    py2h(ffi::PyNumber_InPlacePower(h2py(h1).cast(), h2py(h2).cast(), h2py(h3).cast()))
}

/// HPy_InPlaceLshift, index 129
unsafe extern "C" fn ctx_InPlaceLshift(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceLshift(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceRshift, index 130
unsafe extern "C" fn ctx_InPlaceRshift(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceRshift(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceAnd, index 131
unsafe extern "C" fn ctx_InPlaceAnd(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceAnd(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceXor, index 132
unsafe extern "C" fn ctx_InPlaceXor(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceXor(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPy_InPlaceOr, index 133
unsafe extern "C" fn ctx_InPlaceOr(_: *mut HPyContext, h1: HPy, h2: HPy) -> HPy {
    py2h(ffi::PyNumber_InPlaceOr(h2py(h1).cast(), h2py(h2).cast()))
}

/// HPyCallable_Check, index 134
unsafe extern "C" fn ctx_Callable_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyCallable_Check(h2py(h).cast()) as _
}

/// HPy_FatalError, index 136
unsafe extern "C" fn ctx_FatalError(_: *mut HPyContext, message: *const c_char) {
    ffi::Py_FatalError(message.cast());
}

/// HPyErr_SetString, index 137
unsafe extern "C" fn ctx_Err_SetString(
    _: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    ffi::PyErr_SetString(h2py(h_type).cast(), utf8_message.cast());
}

/// HPyErr_SetObject, index 138
unsafe extern "C" fn ctx_Err_SetObject(_: *mut HPyContext, h_type: HPy, h_value: HPy) {
    ffi::PyErr_SetObject(h2py(h_type).cast(), h2py(h_value).cast());
}

/// HPyErr_SetFromErrnoWithFilename, index 139
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilename(
    _: *mut HPyContext,
    h_type: HPy,
    filename_fsencoded: *const c_char,
) -> HPy {
    py2h(
        ffi::PyErr_SetFromErrnoWithFilename(
            h2py(h_type).cast(),
            filename_fsencoded.cast(),
        ),
    )
}

/// HPyErr_SetFromErrnoWithFilenameObjects, index 140
unsafe extern "C" fn ctx_Err_SetFromErrnoWithFilenameObjects(
    _: *mut HPyContext,
    h_type: HPy,
    filename1: HPy,
    filename2: HPy,
) {
    ffi::PyErr_SetFromErrnoWithFilenameObjects(
        h2py(h_type).cast(),
        h2py(filename1).cast(),
        h2py(filename2).cast(),
    );
}

/// HPyErr_ExceptionMatches, index 142
unsafe extern "C" fn ctx_Err_ExceptionMatches(_: *mut HPyContext, exc: HPy) -> c_int {
    ffi::PyErr_ExceptionMatches(h2py(exc).cast()) as _
}

/// HPyErr_NoMemory, index 143
unsafe extern "C" fn ctx_Err_NoMemory(_: *mut HPyContext) {
    ffi::PyErr_NoMemory();
}

/// HPyErr_Clear, index 144
unsafe extern "C" fn ctx_Err_Clear(_: *mut HPyContext) {
    ffi::PyErr_Clear();
}

/// HPyErr_NewException, index 145
unsafe extern "C" fn ctx_Err_NewException(
    _: *mut HPyContext,
    utf8_name: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    py2h(ffi::PyErr_NewException(utf8_name.cast(), h2py(base).cast(), h2py(dict).cast()))
}

/// HPyErr_NewExceptionWithDoc, index 146
unsafe extern "C" fn ctx_Err_NewExceptionWithDoc(
    _: *mut HPyContext,
    utf8_name: *const c_char,
    utf8_doc: *const c_char,
    base: HPy,
    dict: HPy,
) -> HPy {
    py2h(
        ffi::PyErr_NewExceptionWithDoc(
            utf8_name.cast(),
            utf8_doc.cast(),
            h2py(base).cast(),
            h2py(dict).cast(),
        ),
    )
}

/// HPyErr_WarnEx, index 147
unsafe extern "C" fn ctx_Err_WarnEx(
    _: *mut HPyContext,
    category: HPy,
    utf8_message: *const c_char,
    stack_level: isize,
) -> c_int {
    ffi::PyErr_WarnEx(h2py(category).cast(), utf8_message.cast(), stack_level as _) as _
}

/// HPyErr_WriteUnraisable, index 148
unsafe extern "C" fn ctx_Err_WriteUnraisable(_: *mut HPyContext, obj: HPy) {
    ffi::PyErr_WriteUnraisable(h2py(obj).cast());
}

/// HPy_IsTrue, index 149
unsafe extern "C" fn ctx_IsTrue(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyObject_IsTrue(h2py(h).cast()) as _
}

/// HPy_GetAttr, index 152
unsafe extern "C" fn ctx_GetAttr(_: *mut HPyContext, obj: HPy, name: HPy) -> HPy {
    py2h(ffi::PyObject_GetAttr(h2py(obj).cast(), h2py(name).cast()))
}

/// HPy_GetAttr_s, index 153
unsafe extern "C" fn ctx_GetAttr_s(
    _: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> HPy {
    py2h(ffi::PyObject_GetAttrString(h2py(obj).cast(), utf8_name.cast()))
}

/// HPy_HasAttr, index 154
unsafe extern "C" fn ctx_HasAttr(_: *mut HPyContext, obj: HPy, name: HPy) -> c_int {
    ffi::PyObject_HasAttr(h2py(obj).cast(), h2py(name).cast()) as _
}

/// HPy_HasAttr_s, index 155
unsafe extern "C" fn ctx_HasAttr_s(
    _: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
) -> c_int {
    ffi::PyObject_HasAttrString(h2py(obj).cast(), utf8_name.cast()) as _
}

/// HPy_SetAttr, index 156
unsafe extern "C" fn ctx_SetAttr(
    _: *mut HPyContext,
    obj: HPy,
    name: HPy,
    value: HPy,
) -> c_int {
    ffi::PyObject_SetAttr(h2py(obj).cast(), h2py(name).cast(), h2py(value).cast()) as _
}

/// HPy_SetAttr_s, index 157
unsafe extern "C" fn ctx_SetAttr_s(
    _: *mut HPyContext,
    obj: HPy,
    utf8_name: *const c_char,
    value: HPy,
) -> c_int {
    ffi::PyObject_SetAttrString(h2py(obj).cast(), utf8_name.cast(), h2py(value).cast())
        as _
}

/// HPy_Length, index 98
unsafe extern "C" fn ctx_Length(_: *mut HPyContext, h: HPy) -> isize {
    ffi::PyObject_Length(h2py(h).cast()) as _
}

/// HPy_Contains, index 161
unsafe extern "C" fn ctx_Contains(
    _: *mut HPyContext,
    container: HPy,
    key: HPy,
) -> c_int {
    ffi::PySequence_Contains(h2py(container).cast(), h2py(key).cast()) as _
}

/// HPy_GetItem, index 158
unsafe extern "C" fn ctx_GetItem(_: *mut HPyContext, obj: HPy, key: HPy) -> HPy {
    py2h(ffi::PyObject_GetItem(h2py(obj).cast(), h2py(key).cast()))
}

/// HPy_SetItem, index 162
unsafe extern "C" fn ctx_SetItem(
    _: *mut HPyContext,
    obj: HPy,
    key: HPy,
    value: HPy,
) -> c_int {
    ffi::PyObject_SetItem(h2py(obj).cast(), h2py(key).cast(), h2py(value).cast()) as _
}

/// HPy_DelItem, index 235
unsafe extern "C" fn ctx_DelItem(_: *mut HPyContext, obj: HPy, key: HPy) -> c_int {
    ffi::PyObject_DelItem(h2py(obj).cast(), h2py(key).cast()) as _
}

/// HPy_GetSlice, index 266
unsafe extern "C" fn ctx_GetSlice(
    _: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> HPy {
    py2h(ffi::PySequence_GetSlice(h2py(obj).cast(), start as _, end as _))
}

/// HPy_SetSlice, index 267
unsafe extern "C" fn ctx_SetSlice(
    _: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int {
    ffi::PySequence_SetSlice(h2py(obj).cast(), start as _, end as _, h2py(value).cast())
        as _
}

/// HPy_DelSlice, index 268
unsafe extern "C" fn ctx_DelSlice(
    _: *mut HPyContext,
    obj: HPy,
    start: isize,
    end: isize,
) -> c_int {
    ffi::PySequence_DelSlice(h2py(obj).cast(), start as _, end as _) as _
}

/// HPy_GetIter, index 269
unsafe extern "C" fn ctx_GetIter(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_GetIter(h2py(obj).cast()))
}

/// HPyIter_Next, index 270
unsafe extern "C" fn ctx_Iter_Next(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyIter_Next(h2py(obj).cast()))
}

/// HPyIter_Check, index 271
unsafe extern "C" fn ctx_Iter_Check(_: *mut HPyContext, obj: HPy) -> c_int {
    ffi::PyIter_Check(h2py(obj).cast()) as _
}

/// HPy_Type, index 165
unsafe extern "C" fn ctx_Type(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_Type(h2py(obj).cast()))
}

/// HPy_TypeCheck, index 166
unsafe extern "C" fn ctx_TypeCheck(_: *mut HPyContext, obj: HPy, r#type: HPy) -> c_int {
    ffi::PyObject_TypeCheck(h2py(obj).cast(), h2py(r#type).cast()) as _
}

/// HPy_Repr, index 171
unsafe extern "C" fn ctx_Repr(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_Repr(h2py(obj).cast()))
}

/// HPy_Str, index 172
unsafe extern "C" fn ctx_Str(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_Str(h2py(obj).cast()))
}

/// HPy_ASCII, index 173
unsafe extern "C" fn ctx_ASCII(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_ASCII(h2py(obj).cast()))
}

/// HPy_Bytes, index 174
unsafe extern "C" fn ctx_Bytes(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_Bytes(h2py(obj).cast()))
}

/// HPy_RichCompare, index 175
unsafe extern "C" fn ctx_RichCompare(
    _: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> HPy {
    py2h(ffi::PyObject_RichCompare(h2py(v).cast(), h2py(w).cast(), op as _))
}

/// HPy_RichCompareBool, index 176
unsafe extern "C" fn ctx_RichCompareBool(
    _: *mut HPyContext,
    v: HPy,
    w: HPy,
    op: c_int,
) -> c_int {
    ffi::PyObject_RichCompareBool(h2py(v).cast(), h2py(w).cast(), op as _) as _
}

/// HPy_Hash, index 177
unsafe extern "C" fn ctx_Hash(_: *mut HPyContext, obj: HPy) -> isize {
    ffi::PyObject_Hash(h2py(obj).cast()) as _
}

/// HPyType_IsSubtype, index 254
unsafe extern "C" fn ctx_Type_IsSubtype(
    _: *mut HPyContext,
    sub: HPy,
    r#type: HPy,
) -> c_int {
    ffi::PyType_IsSubtype(h2py(sub).cast(), h2py(r#type).cast()) as _
}

/// HPyBytes_Check, index 178
unsafe extern "C" fn ctx_Bytes_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyBytes_Check(h2py(h).cast()) as _
}

/// HPyBytes_Size, index 179
unsafe extern "C" fn ctx_Bytes_Size(_: *mut HPyContext, h: HPy) -> isize {
    ffi::PyBytes_Size(h2py(h).cast()) as _
}

/// HPyBytes_GET_SIZE, index 180
unsafe extern "C" fn ctx_Bytes_GET_SIZE(_: *mut HPyContext, h: HPy) -> isize {
    ffi::Py_SIZE(h2py(h).cast()) as _
}

/// HPyBytes_AsString, index 181
unsafe extern "C" fn ctx_Bytes_AsString(_: *mut HPyContext, h: HPy) -> *const c_char {
    ffi::PyBytes_AsString(h2py(h).cast()).cast()
}

/// HPyBytes_AS_STRING, index 182
unsafe extern "C" fn ctx_Bytes_AS_STRING(_: *mut HPyContext, h: HPy) -> *const c_char {
    ffi::PyBytes_AS_STRING(h2py(h).cast()).cast()
}

/// HPyBytes_FromString, index 183
unsafe extern "C" fn ctx_Bytes_FromString(
    _: *mut HPyContext,
    bytes: *const c_char,
) -> HPy {
    py2h(ffi::PyBytes_FromString(bytes.cast()))
}

/// HPyUnicode_FromString, index 185
unsafe extern "C" fn ctx_Unicode_FromString(
    _: *mut HPyContext,
    utf8: *const c_char,
) -> HPy {
    py2h(ffi::PyUnicode_FromString(utf8.cast()))
}

/// HPyUnicode_Check, index 186
unsafe extern "C" fn ctx_Unicode_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyUnicode_Check(h2py(h).cast()) as _
}

/// HPyUnicode_AsASCIIString, index 187
unsafe extern "C" fn ctx_Unicode_AsASCIIString(_: *mut HPyContext, h: HPy) -> HPy {
    py2h(ffi::PyUnicode_AsASCIIString(h2py(h).cast()))
}

/// HPyUnicode_AsLatin1String, index 188
unsafe extern "C" fn ctx_Unicode_AsLatin1String(_: *mut HPyContext, h: HPy) -> HPy {
    py2h(ffi::PyUnicode_AsLatin1String(h2py(h).cast()))
}

/// HPyUnicode_AsUTF8String, index 189
unsafe extern "C" fn ctx_Unicode_AsUTF8String(_: *mut HPyContext, h: HPy) -> HPy {
    py2h(ffi::PyUnicode_AsUTF8String(h2py(h).cast()))
}

/// HPyUnicode_AsUTF8AndSize, index 190
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    _: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    ffi::PyUnicode_AsUTF8AndSize(h2py(h).cast(), size.cast()).cast()
}

/// HPyUnicode_FromWideChar, index 191
unsafe extern "C" fn ctx_Unicode_FromWideChar(
    _: *mut HPyContext,
    w: *const wchar_t,
    size: isize,
) -> HPy {
    py2h(ffi::PyUnicode_FromWideChar(w.cast(), size as _))
}

/// HPyUnicode_DecodeFSDefault, index 192
unsafe extern "C" fn ctx_Unicode_DecodeFSDefault(
    _: *mut HPyContext,
    v: *const c_char,
) -> HPy {
    py2h(ffi::PyUnicode_DecodeFSDefault(v.cast()))
}

/// HPyUnicode_DecodeFSDefaultAndSize, index 193
unsafe extern "C" fn ctx_Unicode_DecodeFSDefaultAndSize(
    _: *mut HPyContext,
    v: *const c_char,
    size: isize,
) -> HPy {
    py2h(ffi::PyUnicode_DecodeFSDefaultAndSize(v.cast(), size as _))
}

/// HPyUnicode_EncodeFSDefault, index 194
unsafe extern "C" fn ctx_Unicode_EncodeFSDefault(_: *mut HPyContext, h: HPy) -> HPy {
    py2h(ffi::PyUnicode_EncodeFSDefault(h2py(h).cast()))
}

/// HPyUnicode_ReadChar, index 195
unsafe extern "C" fn ctx_Unicode_ReadChar(
    _: *mut HPyContext,
    h: HPy,
    index: isize,
) -> u32 {
    ffi::PyUnicode_ReadChar(h2py(h).cast(), index as _) as _
}

/// HPyUnicode_DecodeASCII, index 196
unsafe extern "C" fn ctx_Unicode_DecodeASCII(
    _: *mut HPyContext,
    ascii: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    py2h(ffi::PyUnicode_DecodeASCII(ascii.cast(), size as _, errors.cast()))
}

/// HPyUnicode_DecodeLatin1, index 197
unsafe extern "C" fn ctx_Unicode_DecodeLatin1(
    _: *mut HPyContext,
    latin1: *const c_char,
    size: isize,
    errors: *const c_char,
) -> HPy {
    py2h(ffi::PyUnicode_DecodeLatin1(latin1.cast(), size as _, errors.cast()))
}

/// HPyUnicode_FromEncodedObject, index 255
unsafe extern "C" fn ctx_Unicode_FromEncodedObject(
    _: *mut HPyContext,
    obj: HPy,
    encoding: *const c_char,
    errors: *const c_char,
) -> HPy {
    py2h(
        ffi::PyUnicode_FromEncodedObject(
            h2py(obj).cast(),
            encoding.cast(),
            errors.cast(),
        ),
    )
}

/// HPyUnicode_Substring, index 256
unsafe extern "C" fn ctx_Unicode_Substring(
    _: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    py2h(ffi::PyUnicode_Substring(h2py(str).cast(), start as _, end as _))
}

/// HPyList_Check, index 198
unsafe extern "C" fn ctx_List_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyList_Check(h2py(h).cast()) as _
}

/// HPyList_New, index 199
unsafe extern "C" fn ctx_List_New(_: *mut HPyContext, len: isize) -> HPy {
    py2h(ffi::PyList_New(len as _))
}

/// HPyList_Append, index 200
unsafe extern "C" fn ctx_List_Append(
    _: *mut HPyContext,
    h_list: HPy,
    h_item: HPy,
) -> c_int {
    ffi::PyList_Append(h2py(h_list).cast(), h2py(h_item).cast()) as _
}

/// HPyList_Insert, index 265
unsafe extern "C" fn ctx_List_Insert(
    _: *mut HPyContext,
    h_list: HPy,
    index: isize,
    h_item: HPy,
) -> c_int {
    ffi::PyList_Insert(h2py(h_list).cast(), index as _, h2py(h_item).cast()) as _
}

/// HPyTuple_Check, index 203
unsafe extern "C" fn ctx_Tuple_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyTuple_Check(h2py(h).cast()) as _
}

/// HPyDict_Check, index 201
unsafe extern "C" fn ctx_Dict_Check(_: *mut HPyContext, h: HPy) -> c_int {
    ffi::PyDict_Check(h2py(h).cast()) as _
}

/// HPyDict_New, index 202
unsafe extern "C" fn ctx_Dict_New(_: *mut HPyContext) -> HPy {
    py2h(ffi::PyDict_New())
}

/// HPyDict_Copy, index 258
unsafe extern "C" fn ctx_Dict_Copy(_: *mut HPyContext, h: HPy) -> HPy {
    py2h(ffi::PyDict_Copy(h2py(h).cast()))
}

/// HPySlice_Unpack, index 259
unsafe extern "C" fn ctx_Slice_Unpack(
    _: *mut HPyContext,
    slice: HPy,
    start: *mut isize,
    stop: *mut isize,
    step: *mut isize,
) -> c_int {
    ffi::PySlice_Unpack(h2py(slice).cast(), start.cast(), stop.cast(), step.cast()) as _
}

/// HPySlice_New, index 272
unsafe extern "C" fn ctx_Slice_New(
    _: *mut HPyContext,
    start: HPy,
    stop: HPy,
    step: HPy,
) -> HPy {
    py2h(ffi::PySlice_New(h2py(start).cast(), h2py(stop).cast(), h2py(step).cast()))
}

/// HPyCapsule_IsValid, index 246
unsafe extern "C" fn ctx_Capsule_IsValid(
    _: *mut HPyContext,
    capsule: HPy,
    utf8_name: *const c_char,
) -> c_int {
    ffi::PyCapsule_IsValid(h2py(capsule).cast(), utf8_name.cast()) as _
}

/// HPyContextVar_New, index 250
unsafe extern "C" fn ctx_ContextVar_New(
    _: *mut HPyContext,
    name: *const c_char,
    default_value: HPy,
) -> HPy {
    py2h(ffi::PyContextVar_New(name.cast(), h2py(default_value).cast()))
}

/// HPyContextVar_Set, index 252
unsafe extern "C" fn ctx_ContextVar_Set(
    _: *mut HPyContext,
    context_var: HPy,
    value: HPy,
) -> HPy {
    py2h(ffi::PyContextVar_Set(h2py(context_var).cast(), h2py(value).cast()))
}

/// HPyImport_ImportModule, index 205
unsafe extern "C" fn ctx_Import_ImportModule(
    _: *mut HPyContext,
    utf8_name: *const c_char,
) -> HPy {
    py2h(ffi::PyImport_ImportModule(utf8_name.cast()))
}

/// HPy_EvalCode, index 249
unsafe extern "C" fn ctx_EvalCode(
    _: *mut HPyContext,
    code: HPy,
    globals: HPy,
    locals: HPy,
) -> HPy {
    py2h(
        ffi::PyEval_EvalCode(
            h2py(code).cast(),
            h2py(globals).cast(),
            h2py(locals).cast(),
        ),
    )
}

/// HPy_LeavePythonExecution, index 224
unsafe extern "C" fn ctx_LeavePythonExecution(_: *mut HPyContext) -> HPyThreadState {
    HPyThreadState {
        _i: ffi::PyEval_SaveThread() as isize,
    }
}

/// HPy_ReenterPythonExecution, index 223
unsafe extern "C" fn ctx_ReenterPythonExecution(
    _: *mut HPyContext,
    state: HPyThreadState,
) {
    ffi::PyEval_RestoreThread(state._i as *mut _);
}

/// _HPy_AsStruct_Object, index 168
unsafe extern "C" fn ctx_AsStruct_Object(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Object).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Legacy, index 169
unsafe extern "C" fn ctx_AsStruct_Legacy(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Legacy).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Type, index 228
unsafe extern "C" fn ctx_AsStruct_Type(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Type).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Long, index 229
unsafe extern "C" fn ctx_AsStruct_Long(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Long).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Float, index 230
unsafe extern "C" fn ctx_AsStruct_Float(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Float).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Unicode, index 231
unsafe extern "C" fn ctx_AsStruct_Unicode(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Unicode).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Tuple, index 232
unsafe extern "C" fn ctx_AsStruct_Tuple(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Tuple).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_List, index 233
unsafe extern "C" fn ctx_AsStruct_List(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_List).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Dict, index 264
unsafe extern "C" fn ctx_AsStruct_Dict(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Dict).unwrap() }.in_object(h2py(h)).cast()
}

#[repr(C)]
struct args_varargs {
    self_: *mut PyObject,
    args: *const *mut PyObject,
    nargs: usize,
    result: *mut PyObject,
}

unsafe fn call_varargs(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_varargs>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        args: *const HPy,
        nargs: usize,
    ) -> HPy = transmute(function);
    let mut h_args = trampoline::Handles::new();
    (*args).result = h2py(
        guarded!(
            function(ctx, py2h((* args).self_), h_args.of_array((* args).args,
            trampoline::nargs((* args).nargs)), trampoline::nargs((* args).nargs))
        ),
    );
}

#[repr(C)]
struct args_keywords {
    self_: *mut PyObject,
    args: *const *mut PyObject,
    nargs: usize,
    kwnames: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_keywords(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_keywords>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        args: *const HPy,
        nargs: usize,
        kwnames: HPy,
    ) -> HPy = transmute(function);
    let mut h_args = trampoline::Handles::new();
    (*args).result = h2py(
        guarded!(
            function(ctx, py2h((* args).self_), h_args.of_array((* args).args,
            trampoline::nargs((* args).nargs) + trampoline::tuple_length((* args)
            .kwnames)), trampoline::nargs((* args).nargs), py2h((* args).kwnames))
        ),
    );
}

#[repr(C)]
struct args_noargs {
    self_: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_noargs(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_noargs>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy = transmute(
        function,
    );
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_))));
}

#[repr(C)]
struct args_o {
    self_: *mut PyObject,
    arg: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_o(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_o>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        arg: HPy,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), py2h((* args).arg))),
    );
}

#[repr(C)]
struct args_getbufferproc {
    self_: *mut PyObject,
    view: *mut ffi::Py_buffer,
    flags: c_int,
    result: c_int,
}

unsafe fn call_getbufferproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_getbufferproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        view: *mut HPy_buffer,
        flags: c_int,
    ) -> c_int = transmute(function);
    let mut h_view = trampoline::empty_buffer();
    let result = guarded!(
        function(ctx, py2h((* args).self_), & raw mut h_view, (* args).flags)
    );
    trampoline::buffer_out(result, &h_view, (*args).view);
    (*args).result = result;
}

#[repr(C)]
struct args_releasebufferproc {
    self_: *mut PyObject,
    view: *mut ffi::Py_buffer,
}

unsafe fn call_releasebufferproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_releasebufferproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        view: *mut HPy_buffer,
    ) = transmute(function);
    let mut h_view = by_hand::buffer_from_python((*args).view);
    trampoline::without_exception(
        (*args).self_,
        || guarded!(function(ctx, py2h((* args).self_), & raw mut h_view)),
    );
}

#[repr(C)]
struct args_unaryfunc {
    self_: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_unaryfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_unaryfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy = transmute(
        function,
    );
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_))));
}

#[repr(C)]
struct args_binaryfunc {
    self_: *mut PyObject,
    other: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_binaryfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_binaryfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        other: HPy,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), py2h((* args).other))),
    );
}

#[repr(C)]
struct args_ternaryfunc {
    self_: *mut PyObject,
    other: *mut PyObject,
    third: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_ternaryfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_ternaryfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        other: HPy,
        third: HPy,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(
            function(ctx, py2h((* args).self_), py2h((* args).other), py2h((* args)
            .third))
        ),
    );
}

#[repr(C)]
struct args_inquiry {
    self_: *mut PyObject,
    result: c_int,
}

unsafe fn call_inquiry(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_inquiry>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> c_int = transmute(
        function,
    );
    let result = guarded!(function(ctx, py2h((* args).self_)));
    (*args).result = result;
}

#[repr(C)]
struct args_lenfunc {
    self_: *mut PyObject,
    result: isize,
}

unsafe fn call_lenfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_lenfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> isize = transmute(
        function,
    );
    let result = guarded!(function(ctx, py2h((* args).self_)));
    (*args).result = result;
}

#[repr(C)]
struct args_ssizeargfunc {
    self_: *mut PyObject,
    index: isize,
    result: *mut PyObject,
}

unsafe fn call_ssizeargfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_ssizeargfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        index: isize,
    ) -> HPy = transmute(function);
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_), (* args).index)));
}

#[repr(C)]
struct args_ssizessizeargfunc {
    self_: *mut PyObject,
    start: isize,
    end: isize,
    result: *mut PyObject,
}

unsafe fn call_ssizessizeargfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_ssizessizeargfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        start: isize,
        end: isize,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), (* args).start, (* args).end)),
    );
}

#[repr(C)]
struct args_ssizeobjargproc {
    self_: *mut PyObject,
    index: isize,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_ssizeobjargproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_ssizeobjargproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        index: isize,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), (* args).index, py2h((* args).value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_ssizessizeobjargproc {
    self_: *mut PyObject,
    start: isize,
    end: isize,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_ssizessizeobjargproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_ssizessizeobjargproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        start: isize,
        end: isize,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), (* args).start, (* args).end, py2h((* args)
        .value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_objobjargproc {
    self_: *mut PyObject,
    key: *mut PyObject,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_objobjargproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_objobjargproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        key: HPy,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), py2h((* args).key), py2h((* args).value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_freefunc {
    data: *mut c_void,
}

unsafe fn call_freefunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_freefunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, data: *mut c_void) = transmute(
        function,
    );
    trampoline::without_exception(
        core::ptr::null_mut(),
        || guarded!(function(ctx, (* args).data)),
    );
}

#[repr(C)]
struct args_getattrfunc {
    self_: *mut PyObject,
    name: *mut c_char,
    result: *mut PyObject,
}

unsafe fn call_getattrfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_getattrfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        name: *mut c_char,
    ) -> HPy = transmute(function);
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_), (* args).name)));
}

#[repr(C)]
struct args_getattrofunc {
    self_: *mut PyObject,
    name: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_getattrofunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_getattrofunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        name: HPy,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), py2h((* args).name))),
    );
}

#[repr(C)]
struct args_setattrfunc {
    self_: *mut PyObject,
    name: *mut c_char,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_setattrfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_setattrfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        name: *mut c_char,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), (* args).name, py2h((* args).value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_setattrofunc {
    self_: *mut PyObject,
    name: *mut PyObject,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_setattrofunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_setattrofunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        name: HPy,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), py2h((* args).name), py2h((* args).value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_reprfunc {
    self_: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_reprfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_reprfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy = transmute(
        function,
    );
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_))));
}

#[repr(C)]
struct args_hashfunc {
    self_: *mut PyObject,
    result: isize,
}

unsafe fn call_hashfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_hashfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> isize = transmute(
        function,
    );
    let result = guarded!(function(ctx, py2h((* args).self_)));
    (*args).result = result;
}

#[repr(C)]
struct args_richcmpfunc {
    self_: *mut PyObject,
    other: *mut PyObject,
    op: HPy_RichCmpOp,
    result: *mut PyObject,
}

unsafe fn call_richcmpfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_richcmpfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        other: HPy,
        op: HPy_RichCmpOp,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), py2h((* args).other), (* args).op)),
    );
}

#[repr(C)]
struct args_getiterfunc {
    self_: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_getiterfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_getiterfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy = transmute(
        function,
    );
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_))));
}

#[repr(C)]
struct args_iternextfunc {
    self_: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_iternextfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_iternextfunc>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy = transmute(
        function,
    );
    (*args).result = h2py(guarded!(function(ctx, py2h((* args).self_))));
}

#[repr(C)]
struct args_descrgetfunc {
    self_: *mut PyObject,
    object: *mut PyObject,
    r#type: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_descrgetfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_descrgetfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        object: HPy,
        r#type: HPy,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(
            function(ctx, py2h((* args).self_), py2h((* args).object), py2h((* args)
            .r#type))
        ),
    );
}

#[repr(C)]
struct args_descrsetfunc {
    self_: *mut PyObject,
    object: *mut PyObject,
    value: *mut PyObject,
    result: c_int,
}

unsafe fn call_descrsetfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_descrsetfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        object: HPy,
        value: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), py2h((* args).object), py2h((* args).value))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_initproc {
    self_: *mut PyObject,
    args: *mut PyObject,
    kw: *mut PyObject,
    result: c_int,
}

unsafe fn call_initproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_initproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        args: *const HPy,
        nargs: isize,
        kw: HPy,
    ) -> c_int = transmute(function);
    let mut h_args = trampoline::Handles::new();
    let result = guarded!(
        function(ctx, py2h((* args).self_), h_args.of_tuple((* args).args),
        trampoline::tuple_length((* args).args) as isize, py2h((* args).kw))
    );
    (*args).result = result;
}

#[repr(C)]
struct args_newfunc {
    r#type: *mut PyObject,
    args: *mut PyObject,
    kw: *mut PyObject,
    result: *mut PyObject,
}

unsafe fn call_newfunc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_newfunc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
        args: *const HPy,
        nargs: isize,
        kw: HPy,
    ) -> HPy = transmute(function);
    let mut h_args = trampoline::Handles::new();
    (*args).result = h2py(
        guarded!(
            function(ctx, py2h((* args).r#type), h_args.of_tuple((* args).args),
            trampoline::tuple_length((* args).args) as isize, py2h((* args).kw))
        ),
    );
}

#[repr(C)]
struct args_getter {
    self_: *mut PyObject,
    closure: *mut c_void,
    result: *mut PyObject,
}

unsafe fn call_getter(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_getter>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        closure: *mut c_void,
    ) -> HPy = transmute(function);
    (*args).result = h2py(
        guarded!(function(ctx, py2h((* args).self_), (* args).closure)),
    );
}

#[repr(C)]
struct args_setter {
    self_: *mut PyObject,
    value: *mut PyObject,
    closure: *mut c_void,
    result: c_int,
}

unsafe fn call_setter(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_setter>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        value: HPy,
        closure: *mut c_void,
    ) -> c_int = transmute(function);
    let result = guarded!(
        function(ctx, py2h((* args).self_), py2h((* args).value), (* args).closure)
    );
    (*args).result = result;
}

#[repr(C)]
struct args_objobjproc {
    self_: *mut PyObject,
    other: *mut PyObject,
    result: c_int,
}

unsafe fn call_objobjproc(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_objobjproc>();
    let function: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        self_: HPy,
        other: HPy,
    ) -> c_int = transmute(function);
    let result = guarded!(function(ctx, py2h((* args).self_), py2h((* args).other)));
    (*args).result = result;
}

#[repr(C)]
struct args_destructor {
    self_: *mut PyObject,
}

unsafe fn call_destructor(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<args_destructor>();
    let function: unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) = transmute(
        function,
    );
    trampoline::without_exception(
        (*args).self_,
        || guarded!(function(ctx, py2h((* args).self_))),
    );
}

/// Calls an extension's function with the arguments that CPython passed to its trampoline.
unsafe extern "C" fn call_from_trampoline(
    ctx: *mut HPyContext,
    signature: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let call: trampoline::Call = match signature {
        HPyFunc_VARARGS => call_varargs,
        HPyFunc_KEYWORDS => call_keywords,
        HPyFunc_NOARGS => call_noargs,
        HPyFunc_O => call_o,
        HPyFunc_DESTROYFUNC => trampoline::call_destroyfunc,
        HPyFunc_GETBUFFERPROC => call_getbufferproc,
        HPyFunc_RELEASEBUFFERPROC => call_releasebufferproc,
        HPyFunc_UNARYFUNC => call_unaryfunc,
        HPyFunc_BINARYFUNC => call_binaryfunc,
        HPyFunc_TERNARYFUNC => call_ternaryfunc,
        HPyFunc_INQUIRY => call_inquiry,
        HPyFunc_LENFUNC => call_lenfunc,
        HPyFunc_SSIZEARGFUNC => call_ssizeargfunc,
        HPyFunc_SSIZESSIZEARGFUNC => call_ssizessizeargfunc,
        HPyFunc_SSIZEOBJARGPROC => call_ssizeobjargproc,
        HPyFunc_SSIZESSIZEOBJARGPROC => call_ssizessizeobjargproc,
        HPyFunc_OBJOBJARGPROC => call_objobjargproc,
        HPyFunc_FREEFUNC => call_freefunc,
        HPyFunc_GETATTRFUNC => call_getattrfunc,
        HPyFunc_GETATTROFUNC => call_getattrofunc,
        HPyFunc_SETATTRFUNC => call_setattrfunc,
        HPyFunc_SETATTROFUNC => call_setattrofunc,
        HPyFunc_REPRFUNC => call_reprfunc,
        HPyFunc_HASHFUNC => call_hashfunc,
        HPyFunc_RICHCMPFUNC => call_richcmpfunc,
        HPyFunc_GETITERFUNC => call_getiterfunc,
        HPyFunc_ITERNEXTFUNC => call_iternextfunc,
        HPyFunc_DESCRGETFUNC => call_descrgetfunc,
        HPyFunc_DESCRSETFUNC => call_descrsetfunc,
        HPyFunc_INITPROC => call_initproc,
        HPyFunc_NEWFUNC => call_newfunc,
        HPyFunc_GETTER => call_getter,
        HPyFunc_SETTER => call_setter,
        HPyFunc_OBJOBJPROC => call_objobjproc,
        HPyFunc_TRAVERSEPROC => trampoline::call_traverseproc,
        HPyFunc_DESTRUCTOR => call_destructor,
        HPyFunc_CAPSULE_DESTRUCTOR => trampoline::call_capsule_destructor,
        HPyFunc_MOD_CREATE => trampoline::call_mod_create,
        _ => trampoline::unsupported,
    };
    call(ctx, signature, function, args)
}
