// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use hpy_abi::*;

/// What an extension's function has returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Returned {
    /// Nothing that tells of an exception.
    Nothing,
    /// A number.
    Number(i64),
    /// An object, or NULL.
    Object(*mut cpy_PyObject),
}

/// Names of the functions by index; constants have none.
pub(crate) const NAMES: [&str; 273usize] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "HPy_Dup",
    "HPy_Close",
    "HPyLong_FromInt32_t",
    "HPyLong_FromUInt32_t",
    "HPyLong_FromInt64_t",
    "HPyLong_FromUInt64_t",
    "HPyLong_FromSize_t",
    "HPyLong_FromSsize_t",
    "HPyLong_AsInt32_t",
    "HPyLong_AsUInt32_t",
    "HPyLong_AsUInt32_tMask",
    "HPyLong_AsInt64_t",
    "HPyLong_AsUInt64_t",
    "HPyLong_AsUInt64_tMask",
    "HPyLong_AsSize_t",
    "HPyLong_AsSsize_t",
    "HPyLong_AsVoidPtr",
    "HPyLong_AsDouble",
    "HPyFloat_FromDouble",
    "HPyFloat_AsDouble",
    "HPyBool_FromBool",
    "HPy_Length",
    "HPyNumber_Check",
    "HPy_Add",
    "HPy_Subtract",
    "HPy_Multiply",
    "HPy_MatrixMultiply",
    "HPy_FloorDivide",
    "HPy_TrueDivide",
    "HPy_Remainder",
    "HPy_Divmod",
    "HPy_Power",
    "HPy_Negative",
    "HPy_Positive",
    "HPy_Absolute",
    "HPy_Invert",
    "HPy_Lshift",
    "HPy_Rshift",
    "HPy_And",
    "HPy_Xor",
    "HPy_Or",
    "HPy_Index",
    "HPy_Long",
    "HPy_Float",
    "HPy_InPlaceAdd",
    "HPy_InPlaceSubtract",
    "HPy_InPlaceMultiply",
    "HPy_InPlaceMatrixMultiply",
    "HPy_InPlaceFloorDivide",
    "HPy_InPlaceTrueDivide",
    "HPy_InPlaceRemainder",
    "HPy_InPlacePower",
    "HPy_InPlaceLshift",
    "HPy_InPlaceRshift",
    "HPy_InPlaceAnd",
    "HPy_InPlaceXor",
    "HPy_InPlaceOr",
    "HPyCallable_Check",
    "HPy_CallTupleDict",
    "HPy_FatalError",
    "HPyErr_SetString",
    "HPyErr_SetObject",
    "HPyErr_SetFromErrnoWithFilename",
    "HPyErr_SetFromErrnoWithFilenameObjects",
    "HPyErr_Occurred",
    "HPyErr_ExceptionMatches",
    "HPyErr_NoMemory",
    "HPyErr_Clear",
    "HPyErr_NewException",
    "HPyErr_NewExceptionWithDoc",
    "HPyErr_WarnEx",
    "HPyErr_WriteUnraisable",
    "HPy_IsTrue",
    "HPyType_FromSpec",
    "HPyType_GenericNew",
    "HPy_GetAttr",
    "HPy_GetAttr_s",
    "HPy_HasAttr",
    "HPy_HasAttr_s",
    "HPy_SetAttr",
    "HPy_SetAttr_s",
    "HPy_GetItem",
    "HPy_GetItem_i",
    "HPy_GetItem_s",
    "HPy_Contains",
    "HPy_SetItem",
    "HPy_SetItem_i",
    "HPy_SetItem_s",
    "HPy_Type",
    "HPy_TypeCheck",
    "HPy_Is",
    "_HPy_AsStruct_Object",
    "_HPy_AsStruct_Legacy",
    "_HPy_New",
    "HPy_Repr",
    "HPy_Str",
    "HPy_ASCII",
    "HPy_Bytes",
    "HPy_RichCompare",
    "HPy_RichCompareBool",
    "HPy_Hash",
    "HPyBytes_Check",
    "HPyBytes_Size",
    "HPyBytes_GET_SIZE",
    "HPyBytes_AsString",
    "HPyBytes_AS_STRING",
    "HPyBytes_FromString",
    "HPyBytes_FromStringAndSize",
    "HPyUnicode_FromString",
    "HPyUnicode_Check",
    "HPyUnicode_AsASCIIString",
    "HPyUnicode_AsLatin1String",
    "HPyUnicode_AsUTF8String",
    "HPyUnicode_AsUTF8AndSize",
    "HPyUnicode_FromWideChar",
    "HPyUnicode_DecodeFSDefault",
    "HPyUnicode_DecodeFSDefaultAndSize",
    "HPyUnicode_EncodeFSDefault",
    "HPyUnicode_ReadChar",
    "HPyUnicode_DecodeASCII",
    "HPyUnicode_DecodeLatin1",
    "HPyList_Check",
    "HPyList_New",
    "HPyList_Append",
    "HPyDict_Check",
    "HPyDict_New",
    "HPyTuple_Check",
    "HPyTuple_FromArray",
    "HPyImport_ImportModule",
    "HPy_FromPyObject",
    "HPy_AsPyObject",
    "_HPy_CallRealFunctionFromTrampoline",
    "HPyListBuilder_New",
    "HPyListBuilder_Set",
    "HPyListBuilder_Build",
    "HPyListBuilder_Cancel",
    "HPyTupleBuilder_New",
    "HPyTupleBuilder_Set",
    "HPyTupleBuilder_Build",
    "HPyTupleBuilder_Cancel",
    "HPyTracker_New",
    "HPyTracker_Add",
    "HPyTracker_ForgetAll",
    "HPyTracker_Close",
    "HPyField_Store",
    "HPyField_Load",
    "HPy_ReenterPythonExecution",
    "HPy_LeavePythonExecution",
    "HPyGlobal_Store",
    "HPyGlobal_Load",
    "_HPy_Dump",
    "_HPy_AsStruct_Type",
    "_HPy_AsStruct_Long",
    "_HPy_AsStruct_Float",
    "_HPy_AsStruct_Unicode",
    "_HPy_AsStruct_Tuple",
    "_HPy_AsStruct_List",
    "_HPyType_GetBuiltinShape",
    "HPy_DelItem",
    "HPy_DelItem_i",
    "HPy_DelItem_s",
    "",
    "",
    "",
    "",
    "",
    "",
    "HPyCapsule_New",
    "HPyCapsule_Get",
    "HPyCapsule_IsValid",
    "HPyCapsule_Set",
    "HPy_Compile_s",
    "HPy_EvalCode",
    "HPyContextVar_New",
    "HPyContextVar_Get",
    "HPyContextVar_Set",
    "HPyType_GetName",
    "HPyType_IsSubtype",
    "HPyUnicode_FromEncodedObject",
    "HPyUnicode_Substring",
    "HPyDict_Keys",
    "HPyDict_Copy",
    "HPySlice_Unpack",
    "HPy_SetCallFunction",
    "HPy_Call",
    "HPy_CallMethod",
    "",
    "_HPy_AsStruct_Dict",
    "HPyList_Insert",
    "HPy_GetSlice",
    "HPy_SetSlice",
    "HPy_DelSlice",
    "HPy_GetIter",
    "HPyIter_Next",
    "HPyIter_Check",
    "HPySlice_New",
];

/// What an extension's function of this signature has returned to the trampoline with these arguments.
pub(crate) unsafe fn returned(
    signature: HPyFunc_Signature,
    args: *mut c_void,
) -> Returned {
    #[allow(dead_code, reason = "only the last field is read")]
    #[allow(clippy::match_single_binding, reason = "there may be no signature")]
    match signature {
        HPyFunc_VARARGS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                args: *mut c_void,
                nargs: usize,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_KEYWORDS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                args: *mut c_void,
                nargs: usize,
                kwnames: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_NOARGS => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_O => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                arg: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_GETBUFFERPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                view: *mut c_void,
                flags: c_int,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_UNARYFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_BINARYFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                other: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_TERNARYFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                other: *mut c_void,
                third: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_INQUIRY => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_LENFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: isize,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_SSIZEARGFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                index: isize,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_SSIZESSIZEARGFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                start: isize,
                end: isize,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_SSIZEOBJARGPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                index: isize,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_SSIZESSIZEOBJARGPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                start: isize,
                end: isize,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_OBJOBJARGPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                key: *mut c_void,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_GETATTRFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                name: *mut c_char,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_GETATTROFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                name: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_SETATTRFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                name: *mut c_char,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_SETATTROFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                name: *mut c_void,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_REPRFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_HASHFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: isize,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_RICHCMPFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                other: *mut c_void,
                op: HPy_RichCmpOp,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_GETITERFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_ITERNEXTFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_DESCRGETFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                object: *mut c_void,
                r#type: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_DESCRSETFUNC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                object: *mut c_void,
                value: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_INITPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                args: *mut c_void,
                kw: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_NEWFUNC => {
            #[repr(C)]
            struct Args {
                r#type: *mut c_void,
                args: *mut c_void,
                kw: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_GETTER => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                closure: *mut c_void,
                result: *mut cpy_PyObject,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Object(result)
        }
        HPyFunc_SETTER => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                value: *mut c_void,
                closure: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        HPyFunc_OBJOBJPROC => {
            #[repr(C)]
            struct Args {
                self_: *mut c_void,
                other: *mut c_void,
                result: c_int,
            }
            let result = (*args.cast::<Args>()).result;
            Returned::Number(result as i64)
        }
        _ => Returned::Nothing,
    }
}

/// Whether the function in a slot gets a context.
pub(crate) fn has_context(slot: HPySlot_Slot) -> bool {
    let without: &[HPySlot_Slot] = &[HPy_tp_traverse, HPy_tp_destroy];
    !without.contains(&slot)
}
