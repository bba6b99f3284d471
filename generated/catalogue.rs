// Made by `cargo xtask generate` from api.toml. Do not edit.

use hpy_abi::*;
use crate::reports::report::Check;

/// What reports call the functions and their arguments.
pub(crate) mod functions {
    use crate::reports::report::Function;
    pub(crate) static HPy_Dup: Function = Function {
        name: "HPy_Dup",
        args: &["h"],
        nullable: &[0],
        index: 77,
        can_fail: false,
    };
    pub(crate) static HPy_Close: Function = Function {
        name: "HPy_Close",
        args: &["h"],
        nullable: &[0],
        index: 78,
        can_fail: false,
    };
    pub(crate) static HPyLong_FromInt32_t: Function = Function {
        name: "HPyLong_FromInt32_t",
        args: &["value"],
        nullable: &[],
        index: 79,
        can_fail: true,
    };
    pub(crate) static HPyLong_FromUInt32_t: Function = Function {
        name: "HPyLong_FromUInt32_t",
        args: &["value"],
        nullable: &[],
        index: 80,
        can_fail: true,
    };
    pub(crate) static HPyLong_FromInt64_t: Function = Function {
        name: "HPyLong_FromInt64_t",
        args: &["v"],
        nullable: &[],
        index: 81,
        can_fail: true,
    };
    pub(crate) static HPyLong_FromUInt64_t: Function = Function {
        name: "HPyLong_FromUInt64_t",
        args: &["v"],
        nullable: &[],
        index: 82,
        can_fail: true,
    };
    pub(crate) static HPyLong_FromSize_t: Function = Function {
        name: "HPyLong_FromSize_t",
        args: &["value"],
        nullable: &[],
        index: 83,
        can_fail: true,
    };
    pub(crate) static HPyLong_FromSsize_t: Function = Function {
        name: "HPyLong_FromSsize_t",
        args: &["value"],
        nullable: &[],
        index: 84,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsInt32_t: Function = Function {
        name: "HPyLong_AsInt32_t",
        args: &["h"],
        nullable: &[0],
        index: 85,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsUInt32_t: Function = Function {
        name: "HPyLong_AsUInt32_t",
        args: &["h"],
        nullable: &[0],
        index: 86,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsUInt32_tMask: Function = Function {
        name: "HPyLong_AsUInt32_tMask",
        args: &["h"],
        nullable: &[0],
        index: 87,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsInt64_t: Function = Function {
        name: "HPyLong_AsInt64_t",
        args: &["h"],
        nullable: &[0],
        index: 88,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsUInt64_t: Function = Function {
        name: "HPyLong_AsUInt64_t",
        args: &["h"],
        nullable: &[0],
        index: 89,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsUInt64_tMask: Function = Function {
        name: "HPyLong_AsUInt64_tMask",
        args: &["h"],
        nullable: &[0],
        index: 90,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsSize_t: Function = Function {
        name: "HPyLong_AsSize_t",
        args: &["h"],
        nullable: &[0],
        index: 91,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsSsize_t: Function = Function {
        name: "HPyLong_AsSsize_t",
        args: &["h"],
        nullable: &[0],
        index: 92,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsVoidPtr: Function = Function {
        name: "HPyLong_AsVoidPtr",
        args: &["h"],
        nullable: &[],
        index: 93,
        can_fail: true,
    };
    pub(crate) static HPyLong_AsDouble: Function = Function {
        name: "HPyLong_AsDouble",
        args: &["h"],
        nullable: &[0],
        index: 94,
        can_fail: true,
    };
    pub(crate) static HPyFloat_FromDouble: Function = Function {
        name: "HPyFloat_FromDouble",
        args: &["v"],
        nullable: &[],
        index: 95,
        can_fail: true,
    };
    pub(crate) static HPyFloat_AsDouble: Function = Function {
        name: "HPyFloat_AsDouble",
        args: &["h"],
        nullable: &[0],
        index: 96,
        can_fail: true,
    };
    pub(crate) static HPyBool_FromBool: Function = Function {
        name: "HPyBool_FromBool",
        args: &["v"],
        nullable: &[],
        index: 97,
        can_fail: true,
    };
    pub(crate) static HPyNumber_Check: Function = Function {
        name: "HPyNumber_Check",
        args: &["h"],
        nullable: &[0],
        index: 99,
        can_fail: false,
    };
    pub(crate) static HPy_Add: Function = Function {
        name: "HPy_Add",
        args: &["h1", "h2"],
        nullable: &[],
        index: 100,
        can_fail: true,
    };
    pub(crate) static HPy_Subtract: Function = Function {
        name: "HPy_Subtract",
        args: &["h1", "h2"],
        nullable: &[],
        index: 101,
        can_fail: true,
    };
    pub(crate) static HPy_Multiply: Function = Function {
        name: "HPy_Multiply",
        args: &["h1", "h2"],
        nullable: &[],
        index: 102,
        can_fail: true,
    };
    pub(crate) static HPy_MatrixMultiply: Function = Function {
        name: "HPy_MatrixMultiply",
        args: &["h1", "h2"],
        nullable: &[],
        index: 103,
        can_fail: true,
    };
    pub(crate) static HPy_FloorDivide: Function = Function {
        name: "HPy_FloorDivide",
        args: &["h1", "h2"],
        nullable: &[],
        index: 104,
        can_fail: true,
    };
    pub(crate) static HPy_TrueDivide: Function = Function {
        name: "HPy_TrueDivide",
        args: &["h1", "h2"],
        nullable: &[],
        index: 105,
        can_fail: true,
    };
    pub(crate) static HPy_Remainder: Function = Function {
        name: "HPy_Remainder",
        args: &["h1", "h2"],
        nullable: &[],
        index: 106,
        can_fail: true,
    };
    pub(crate) static HPy_Divmod: Function = Function {
        name: "HPy_Divmod",
        args: &["h1", "h2"],
        nullable: &[],
        index: 107,
        can_fail: true,
    };
    pub(crate) static HPy_Power: Function = Function {
        name: "HPy_Power",
        args: &["h1", "h2", "h3"],
        nullable: &[],
        index: 108,
        can_fail: true,
    };
    pub(crate) static HPy_Negative: Function = Function {
        name: "HPy_Negative",
        args: &["h1"],
        nullable: &[0],
        index: 109,
        can_fail: true,
    };
    pub(crate) static HPy_Positive: Function = Function {
        name: "HPy_Positive",
        args: &["h1"],
        nullable: &[0],
        index: 110,
        can_fail: true,
    };
    pub(crate) static HPy_Absolute: Function = Function {
        name: "HPy_Absolute",
        args: &["h1"],
        nullable: &[0],
        index: 111,
        can_fail: true,
    };
    pub(crate) static HPy_Invert: Function = Function {
        name: "HPy_Invert",
        args: &["h1"],
        nullable: &[0],
        index: 112,
        can_fail: true,
    };
    pub(crate) static HPy_Lshift: Function = Function {
        name: "HPy_Lshift",
        args: &["h1", "h2"],
        nullable: &[],
        index: 113,
        can_fail: true,
    };
    pub(crate) static HPy_Rshift: Function = Function {
        name: "HPy_Rshift",
        args: &["h1", "h2"],
        nullable: &[],
        index: 114,
        can_fail: true,
    };
    pub(crate) static HPy_And: Function = Function {
        name: "HPy_And",
        args: &["h1", "h2"],
        nullable: &[],
        index: 115,
        can_fail: true,
    };
    pub(crate) static HPy_Xor: Function = Function {
        name: "HPy_Xor",
        args: &["h1", "h2"],
        nullable: &[],
        index: 116,
        can_fail: true,
    };
    pub(crate) static HPy_Or: Function = Function {
        name: "HPy_Or",
        args: &["h1", "h2"],
        nullable: &[],
        index: 117,
        can_fail: true,
    };
    pub(crate) static HPy_Index: Function = Function {
        name: "HPy_Index",
        args: &["h1"],
        nullable: &[0],
        index: 118,
        can_fail: true,
    };
    pub(crate) static HPy_Long: Function = Function {
        name: "HPy_Long",
        args: &["h1"],
        nullable: &[0],
        index: 119,
        can_fail: true,
    };
    pub(crate) static HPy_Float: Function = Function {
        name: "HPy_Float",
        args: &["h1"],
        nullable: &[0],
        index: 120,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceAdd: Function = Function {
        name: "HPy_InPlaceAdd",
        args: &["h1", "h2"],
        nullable: &[],
        index: 121,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceSubtract: Function = Function {
        name: "HPy_InPlaceSubtract",
        args: &["h1", "h2"],
        nullable: &[],
        index: 122,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceMultiply: Function = Function {
        name: "HPy_InPlaceMultiply",
        args: &["h1", "h2"],
        nullable: &[],
        index: 123,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceMatrixMultiply: Function = Function {
        name: "HPy_InPlaceMatrixMultiply",
        args: &["h1", "h2"],
        nullable: &[],
        index: 124,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceFloorDivide: Function = Function {
        name: "HPy_InPlaceFloorDivide",
        args: &["h1", "h2"],
        nullable: &[],
        index: 125,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceTrueDivide: Function = Function {
        name: "HPy_InPlaceTrueDivide",
        args: &["h1", "h2"],
        nullable: &[],
        index: 126,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceRemainder: Function = Function {
        name: "HPy_InPlaceRemainder",
        args: &["h1", "h2"],
        nullable: &[],
        index: 127,
        can_fail: true,
    };
    pub(crate) static HPy_InPlacePower: Function = Function {
        name: "HPy_InPlacePower",
        args: &["h1", "h2", "h3"],
        nullable: &[],
        index: 128,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceLshift: Function = Function {
        name: "HPy_InPlaceLshift",
        args: &["h1", "h2"],
        nullable: &[],
        index: 129,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceRshift: Function = Function {
        name: "HPy_InPlaceRshift",
        args: &["h1", "h2"],
        nullable: &[],
        index: 130,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceAnd: Function = Function {
        name: "HPy_InPlaceAnd",
        args: &["h1", "h2"],
        nullable: &[],
        index: 131,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceXor: Function = Function {
        name: "HPy_InPlaceXor",
        args: &["h1", "h2"],
        nullable: &[],
        index: 132,
        can_fail: true,
    };
    pub(crate) static HPy_InPlaceOr: Function = Function {
        name: "HPy_InPlaceOr",
        args: &["h1", "h2"],
        nullable: &[],
        index: 133,
        can_fail: true,
    };
    pub(crate) static HPyCallable_Check: Function = Function {
        name: "HPyCallable_Check",
        args: &["h"],
        nullable: &[0],
        index: 134,
        can_fail: false,
    };
    pub(crate) static HPy_CallTupleDict: Function = Function {
        name: "HPy_CallTupleDict",
        args: &["callable", "args", "kw"],
        nullable: &[1, 2],
        index: 135,
        can_fail: true,
    };
    pub(crate) static HPy_Call: Function = Function {
        name: "HPy_Call",
        args: &["callable", "args", "nargs", "kwnames"],
        nullable: &[3],
        index: 261,
        can_fail: true,
    };
    pub(crate) static HPy_CallMethod: Function = Function {
        name: "HPy_CallMethod",
        args: &["name", "args", "nargs", "kwnames"],
        nullable: &[3],
        index: 262,
        can_fail: true,
    };
    pub(crate) static HPy_SetCallFunction: Function = Function {
        name: "HPy_SetCallFunction",
        args: &["h", "func"],
        nullable: &[],
        index: 260,
        can_fail: true,
    };
    pub(crate) static HPy_FatalError: Function = Function {
        name: "HPy_FatalError",
        args: &["message"],
        nullable: &[],
        index: 136,
        can_fail: false,
    };
    pub(crate) static HPyErr_SetString: Function = Function {
        name: "HPyErr_SetString",
        args: &["h_type", "utf8_message"],
        nullable: &[],
        index: 137,
        can_fail: true,
    };
    pub(crate) static HPyErr_SetObject: Function = Function {
        name: "HPyErr_SetObject",
        args: &["h_type", "h_value"],
        nullable: &[1],
        index: 138,
        can_fail: true,
    };
    pub(crate) static HPyErr_SetFromErrnoWithFilename: Function = Function {
        name: "HPyErr_SetFromErrnoWithFilename",
        args: &["h_type", "filename_fsencoded"],
        nullable: &[1],
        index: 139,
        can_fail: true,
    };
    pub(crate) static HPyErr_SetFromErrnoWithFilenameObjects: Function = Function {
        name: "HPyErr_SetFromErrnoWithFilenameObjects",
        args: &["h_type", "filename1", "filename2"],
        nullable: &[1, 2],
        index: 140,
        can_fail: true,
    };
    pub(crate) static HPyErr_Occurred: Function = Function {
        name: "HPyErr_Occurred",
        args: &[],
        nullable: &[],
        index: 141,
        can_fail: false,
    };
    pub(crate) static HPyErr_ExceptionMatches: Function = Function {
        name: "HPyErr_ExceptionMatches",
        args: &["exc"],
        nullable: &[0],
        index: 142,
        can_fail: false,
    };
    pub(crate) static HPyErr_NoMemory: Function = Function {
        name: "HPyErr_NoMemory",
        args: &[],
        nullable: &[],
        index: 143,
        can_fail: true,
    };
    pub(crate) static HPyErr_Clear: Function = Function {
        name: "HPyErr_Clear",
        args: &[],
        nullable: &[],
        index: 144,
        can_fail: false,
    };
    pub(crate) static HPyErr_NewException: Function = Function {
        name: "HPyErr_NewException",
        args: &["utf8_name", "base", "dict"],
        nullable: &[1, 2],
        index: 145,
        can_fail: true,
    };
    pub(crate) static HPyErr_NewExceptionWithDoc: Function = Function {
        name: "HPyErr_NewExceptionWithDoc",
        args: &["utf8_name", "utf8_doc", "base", "dict"],
        nullable: &[1, 2, 3],
        index: 146,
        can_fail: true,
    };
    pub(crate) static HPyErr_WarnEx: Function = Function {
        name: "HPyErr_WarnEx",
        args: &["category", "utf8_message", "stack_level"],
        nullable: &[0],
        index: 147,
        can_fail: true,
    };
    pub(crate) static HPyErr_WriteUnraisable: Function = Function {
        name: "HPyErr_WriteUnraisable",
        args: &["obj"],
        nullable: &[0],
        index: 148,
        can_fail: false,
    };
    pub(crate) static HPy_IsTrue: Function = Function {
        name: "HPy_IsTrue",
        args: &["h"],
        nullable: &[],
        index: 149,
        can_fail: true,
    };
    pub(crate) static HPy_GetAttr: Function = Function {
        name: "HPy_GetAttr",
        args: &["obj", "name"],
        nullable: &[],
        index: 152,
        can_fail: true,
    };
    pub(crate) static HPy_GetAttr_s: Function = Function {
        name: "HPy_GetAttr_s",
        args: &["obj", "utf8_name"],
        nullable: &[],
        index: 153,
        can_fail: true,
    };
    pub(crate) static HPy_HasAttr: Function = Function {
        name: "HPy_HasAttr",
        args: &["obj", "name"],
        nullable: &[],
        index: 154,
        can_fail: false,
    };
    pub(crate) static HPy_HasAttr_s: Function = Function {
        name: "HPy_HasAttr_s",
        args: &["obj", "utf8_name"],
        nullable: &[],
        index: 155,
        can_fail: false,
    };
    pub(crate) static HPy_SetAttr: Function = Function {
        name: "HPy_SetAttr",
        args: &["obj", "name", "value"],
        nullable: &[2],
        index: 156,
        can_fail: true,
    };
    pub(crate) static HPy_SetAttr_s: Function = Function {
        name: "HPy_SetAttr_s",
        args: &["obj", "utf8_name", "value"],
        nullable: &[2],
        index: 157,
        can_fail: true,
    };
    pub(crate) static HPy_Length: Function = Function {
        name: "HPy_Length",
        args: &["h"],
        nullable: &[0],
        index: 98,
        can_fail: true,
    };
    pub(crate) static HPy_Contains: Function = Function {
        name: "HPy_Contains",
        args: &["container", "key"],
        nullable: &[],
        index: 161,
        can_fail: true,
    };
    pub(crate) static HPy_GetItem: Function = Function {
        name: "HPy_GetItem",
        args: &["obj", "key"],
        nullable: &[0, 1],
        index: 158,
        can_fail: true,
    };
    pub(crate) static HPy_GetItem_i: Function = Function {
        name: "HPy_GetItem_i",
        args: &["obj", "idx"],
        nullable: &[0],
        index: 159,
        can_fail: true,
    };
    pub(crate) static HPy_GetItem_s: Function = Function {
        name: "HPy_GetItem_s",
        args: &["obj", "utf8_key"],
        nullable: &[0],
        index: 160,
        can_fail: true,
    };
    pub(crate) static HPy_SetItem: Function = Function {
        name: "HPy_SetItem",
        args: &["obj", "key", "value"],
        nullable: &[0, 1, 2],
        index: 162,
        can_fail: true,
    };
    pub(crate) static HPy_SetItem_i: Function = Function {
        name: "HPy_SetItem_i",
        args: &["obj", "idx", "value"],
        nullable: &[0, 2],
        index: 163,
        can_fail: true,
    };
    pub(crate) static HPy_SetItem_s: Function = Function {
        name: "HPy_SetItem_s",
        args: &["obj", "utf8_key", "value"],
        nullable: &[0, 2],
        index: 164,
        can_fail: true,
    };
    pub(crate) static HPy_DelItem: Function = Function {
        name: "HPy_DelItem",
        args: &["obj", "key"],
        nullable: &[0, 1],
        index: 235,
        can_fail: true,
    };
    pub(crate) static HPy_DelItem_i: Function = Function {
        name: "HPy_DelItem_i",
        args: &["obj", "idx"],
        nullable: &[0],
        index: 236,
        can_fail: true,
    };
    pub(crate) static HPy_DelItem_s: Function = Function {
        name: "HPy_DelItem_s",
        args: &["obj", "utf8_key"],
        nullable: &[0],
        index: 237,
        can_fail: true,
    };
    pub(crate) static HPy_GetSlice: Function = Function {
        name: "HPy_GetSlice",
        args: &["obj", "start", "end"],
        nullable: &[0],
        index: 266,
        can_fail: true,
    };
    pub(crate) static HPy_SetSlice: Function = Function {
        name: "HPy_SetSlice",
        args: &["obj", "start", "end", "value"],
        nullable: &[0],
        index: 267,
        can_fail: true,
    };
    pub(crate) static HPy_DelSlice: Function = Function {
        name: "HPy_DelSlice",
        args: &["obj", "start", "end"],
        nullable: &[0],
        index: 268,
        can_fail: true,
    };
    pub(crate) static HPy_GetIter: Function = Function {
        name: "HPy_GetIter",
        args: &["obj"],
        nullable: &[],
        index: 269,
        can_fail: true,
    };
    pub(crate) static HPyIter_Next: Function = Function {
        name: "HPyIter_Next",
        args: &["obj"],
        nullable: &[],
        index: 270,
        can_fail: true,
    };
    pub(crate) static HPyIter_Check: Function = Function {
        name: "HPyIter_Check",
        args: &["obj"],
        nullable: &[],
        index: 271,
        can_fail: false,
    };
    pub(crate) static HPy_Type: Function = Function {
        name: "HPy_Type",
        args: &["obj"],
        nullable: &[],
        index: 165,
        can_fail: false,
    };
    pub(crate) static HPy_TypeCheck: Function = Function {
        name: "HPy_TypeCheck",
        args: &["obj", "type"],
        nullable: &[],
        index: 166,
        can_fail: false,
    };
    pub(crate) static HPy_Is: Function = Function {
        name: "HPy_Is",
        args: &["obj", "other"],
        nullable: &[0, 1],
        index: 167,
        can_fail: false,
    };
    pub(crate) static HPy_Repr: Function = Function {
        name: "HPy_Repr",
        args: &["obj"],
        nullable: &[0],
        index: 171,
        can_fail: true,
    };
    pub(crate) static HPy_Str: Function = Function {
        name: "HPy_Str",
        args: &["obj"],
        nullable: &[0],
        index: 172,
        can_fail: true,
    };
    pub(crate) static HPy_ASCII: Function = Function {
        name: "HPy_ASCII",
        args: &["obj"],
        nullable: &[0],
        index: 173,
        can_fail: true,
    };
    pub(crate) static HPy_Bytes: Function = Function {
        name: "HPy_Bytes",
        args: &["obj"],
        nullable: &[0],
        index: 174,
        can_fail: true,
    };
    pub(crate) static HPy_RichCompare: Function = Function {
        name: "HPy_RichCompare",
        args: &["v", "w", "op"],
        nullable: &[0, 1],
        index: 175,
        can_fail: true,
    };
    pub(crate) static HPy_RichCompareBool: Function = Function {
        name: "HPy_RichCompareBool",
        args: &["v", "w", "op"],
        nullable: &[0, 1],
        index: 176,
        can_fail: true,
    };
    pub(crate) static HPy_Hash: Function = Function {
        name: "HPy_Hash",
        args: &["obj"],
        nullable: &[],
        index: 177,
        can_fail: true,
    };
    pub(crate) static _HPy_Dump: Function = Function {
        name: "_HPy_Dump",
        args: &["h"],
        nullable: &[0],
        index: 227,
        can_fail: false,
    };
    pub(crate) static HPyType_FromSpec: Function = Function {
        name: "HPyType_FromSpec",
        args: &["spec", "params"],
        nullable: &[1],
        index: 150,
        can_fail: true,
    };
    pub(crate) static HPyType_GenericNew: Function = Function {
        name: "HPyType_GenericNew",
        args: &["type", "args", "nargs", "kw"],
        nullable: &[1, 3],
        index: 151,
        can_fail: true,
    };
    pub(crate) static HPyType_GetName: Function = Function {
        name: "HPyType_GetName",
        args: &["type"],
        nullable: &[],
        index: 253,
        can_fail: true,
    };
    pub(crate) static HPyType_IsSubtype: Function = Function {
        name: "HPyType_IsSubtype",
        args: &["sub", "type"],
        nullable: &[],
        index: 254,
        can_fail: false,
    };
    pub(crate) static _HPyType_GetBuiltinShape: Function = Function {
        name: "_HPyType_GetBuiltinShape",
        args: &["h_type"],
        nullable: &[],
        index: 234,
        can_fail: true,
    };
    pub(crate) static _HPy_New: Function = Function {
        name: "_HPy_New",
        args: &["h_type", "data"],
        nullable: &[],
        index: 170,
        can_fail: true,
    };
    pub(crate) static _HPy_AsStruct_Object: Function = Function {
        name: "_HPy_AsStruct_Object",
        args: &["h"],
        nullable: &[],
        index: 168,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Legacy: Function = Function {
        name: "_HPy_AsStruct_Legacy",
        args: &["h"],
        nullable: &[],
        index: 169,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Type: Function = Function {
        name: "_HPy_AsStruct_Type",
        args: &["h"],
        nullable: &[],
        index: 228,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Long: Function = Function {
        name: "_HPy_AsStruct_Long",
        args: &["h"],
        nullable: &[],
        index: 229,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Float: Function = Function {
        name: "_HPy_AsStruct_Float",
        args: &["h"],
        nullable: &[],
        index: 230,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Unicode: Function = Function {
        name: "_HPy_AsStruct_Unicode",
        args: &["h"],
        nullable: &[],
        index: 231,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Tuple: Function = Function {
        name: "_HPy_AsStruct_Tuple",
        args: &["h"],
        nullable: &[],
        index: 232,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_List: Function = Function {
        name: "_HPy_AsStruct_List",
        args: &["h"],
        nullable: &[],
        index: 233,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Dict: Function = Function {
        name: "_HPy_AsStruct_Dict",
        args: &["h"],
        nullable: &[],
        index: 264,
        can_fail: false,
    };
    pub(crate) static HPyBytes_Check: Function = Function {
        name: "HPyBytes_Check",
        args: &["h"],
        nullable: &[],
        index: 178,
        can_fail: false,
    };
    pub(crate) static HPyBytes_Size: Function = Function {
        name: "HPyBytes_Size",
        args: &["h"],
        nullable: &[],
        index: 179,
        can_fail: true,
    };
    pub(crate) static HPyBytes_GET_SIZE: Function = Function {
        name: "HPyBytes_GET_SIZE",
        args: &["h"],
        nullable: &[],
        index: 180,
        can_fail: false,
    };
    pub(crate) static HPyBytes_AsString: Function = Function {
        name: "HPyBytes_AsString",
        args: &["h"],
        nullable: &[],
        index: 181,
        can_fail: true,
    };
    pub(crate) static HPyBytes_AS_STRING: Function = Function {
        name: "HPyBytes_AS_STRING",
        args: &["h"],
        nullable: &[],
        index: 182,
        can_fail: false,
    };
    pub(crate) static HPyBytes_FromString: Function = Function {
        name: "HPyBytes_FromString",
        args: &["bytes"],
        nullable: &[],
        index: 183,
        can_fail: true,
    };
    pub(crate) static HPyBytes_FromStringAndSize: Function = Function {
        name: "HPyBytes_FromStringAndSize",
        args: &["bytes", "len"],
        nullable: &[0],
        index: 184,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_FromString: Function = Function {
        name: "HPyUnicode_FromString",
        args: &["utf8"],
        nullable: &[],
        index: 185,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_Check: Function = Function {
        name: "HPyUnicode_Check",
        args: &["h"],
        nullable: &[],
        index: 186,
        can_fail: false,
    };
    pub(crate) static HPyUnicode_AsASCIIString: Function = Function {
        name: "HPyUnicode_AsASCIIString",
        args: &["h"],
        nullable: &[],
        index: 187,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_AsLatin1String: Function = Function {
        name: "HPyUnicode_AsLatin1String",
        args: &["h"],
        nullable: &[],
        index: 188,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_AsUTF8String: Function = Function {
        name: "HPyUnicode_AsUTF8String",
        args: &["h"],
        nullable: &[],
        index: 189,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_AsUTF8AndSize: Function = Function {
        name: "HPyUnicode_AsUTF8AndSize",
        args: &["h", "size"],
        nullable: &[1],
        index: 190,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_FromWideChar: Function = Function {
        name: "HPyUnicode_FromWideChar",
        args: &["w", "size"],
        nullable: &[0],
        index: 191,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_DecodeFSDefault: Function = Function {
        name: "HPyUnicode_DecodeFSDefault",
        args: &["v"],
        nullable: &[],
        index: 192,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_DecodeFSDefaultAndSize: Function = Function {
        name: "HPyUnicode_DecodeFSDefaultAndSize",
        args: &["v", "size"],
        nullable: &[],
        index: 193,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_EncodeFSDefault: Function = Function {
        name: "HPyUnicode_EncodeFSDefault",
        args: &["h"],
        nullable: &[],
        index: 194,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_ReadChar: Function = Function {
        name: "HPyUnicode_ReadChar",
        args: &["h", "index"],
        nullable: &[],
        index: 195,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_DecodeASCII: Function = Function {
        name: "HPyUnicode_DecodeASCII",
        args: &["ascii", "size", "errors"],
        nullable: &[2],
        index: 196,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_DecodeLatin1: Function = Function {
        name: "HPyUnicode_DecodeLatin1",
        args: &["latin1", "size", "errors"],
        nullable: &[2],
        index: 197,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_FromEncodedObject: Function = Function {
        name: "HPyUnicode_FromEncodedObject",
        args: &["obj", "encoding", "errors"],
        nullable: &[0, 1, 2],
        index: 255,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_Substring: Function = Function {
        name: "HPyUnicode_Substring",
        args: &["str", "start", "end"],
        nullable: &[],
        index: 256,
        can_fail: true,
    };
    pub(crate) static HPyList_Check: Function = Function {
        name: "HPyList_Check",
        args: &["h"],
        nullable: &[],
        index: 198,
        can_fail: false,
    };
    pub(crate) static HPyList_New: Function = Function {
        name: "HPyList_New",
        args: &["len"],
        nullable: &[],
        index: 199,
        can_fail: true,
    };
    pub(crate) static HPyList_Append: Function = Function {
        name: "HPyList_Append",
        args: &["h_list", "h_item"],
        nullable: &[1],
        index: 200,
        can_fail: true,
    };
    pub(crate) static HPyList_Insert: Function = Function {
        name: "HPyList_Insert",
        args: &["h_list", "index", "h_item"],
        nullable: &[],
        index: 265,
        can_fail: true,
    };
    pub(crate) static HPyListBuilder_New: Function = Function {
        name: "HPyListBuilder_New",
        args: &["size"],
        nullable: &[],
        index: 209,
        can_fail: false,
    };
    pub(crate) static HPyListBuilder_Set: Function = Function {
        name: "HPyListBuilder_Set",
        args: &["builder", "index", "h_item"],
        nullable: &[0],
        index: 210,
        can_fail: false,
    };
    pub(crate) static HPyListBuilder_Build: Function = Function {
        name: "HPyListBuilder_Build",
        args: &["builder"],
        nullable: &[0],
        index: 211,
        can_fail: true,
    };
    pub(crate) static HPyListBuilder_Cancel: Function = Function {
        name: "HPyListBuilder_Cancel",
        args: &["builder"],
        nullable: &[0],
        index: 212,
        can_fail: false,
    };
    pub(crate) static HPyTuple_Check: Function = Function {
        name: "HPyTuple_Check",
        args: &["h"],
        nullable: &[],
        index: 203,
        can_fail: false,
    };
    pub(crate) static HPyTuple_FromArray: Function = Function {
        name: "HPyTuple_FromArray",
        args: &["items", "n"],
        nullable: &[0],
        index: 204,
        can_fail: true,
    };
    pub(crate) static HPyTupleBuilder_New: Function = Function {
        name: "HPyTupleBuilder_New",
        args: &["size"],
        nullable: &[],
        index: 213,
        can_fail: false,
    };
    pub(crate) static HPyTupleBuilder_Set: Function = Function {
        name: "HPyTupleBuilder_Set",
        args: &["builder", "index", "h_item"],
        nullable: &[0],
        index: 214,
        can_fail: false,
    };
    pub(crate) static HPyTupleBuilder_Build: Function = Function {
        name: "HPyTupleBuilder_Build",
        args: &["builder"],
        nullable: &[0],
        index: 215,
        can_fail: true,
    };
    pub(crate) static HPyTupleBuilder_Cancel: Function = Function {
        name: "HPyTupleBuilder_Cancel",
        args: &["builder"],
        nullable: &[0],
        index: 216,
        can_fail: false,
    };
    pub(crate) static HPyDict_Check: Function = Function {
        name: "HPyDict_Check",
        args: &["h"],
        nullable: &[],
        index: 201,
        can_fail: false,
    };
    pub(crate) static HPyDict_New: Function = Function {
        name: "HPyDict_New",
        args: &[],
        nullable: &[],
        index: 202,
        can_fail: true,
    };
    pub(crate) static HPyDict_Keys: Function = Function {
        name: "HPyDict_Keys",
        args: &["h"],
        nullable: &[0],
        index: 257,
        can_fail: true,
    };
    pub(crate) static HPyDict_Copy: Function = Function {
        name: "HPyDict_Copy",
        args: &["h"],
        nullable: &[0],
        index: 258,
        can_fail: true,
    };
    pub(crate) static HPySlice_Unpack: Function = Function {
        name: "HPySlice_Unpack",
        args: &["slice", "start", "stop", "step"],
        nullable: &[],
        index: 259,
        can_fail: true,
    };
    pub(crate) static HPySlice_New: Function = Function {
        name: "HPySlice_New",
        args: &["start", "stop", "step"],
        nullable: &[0, 1, 2],
        index: 272,
        can_fail: true,
    };
    pub(crate) static HPyTracker_New: Function = Function {
        name: "HPyTracker_New",
        args: &["size"],
        nullable: &[],
        index: 217,
        can_fail: true,
    };
    pub(crate) static HPyTracker_Add: Function = Function {
        name: "HPyTracker_Add",
        args: &["ht", "h"],
        nullable: &[1],
        index: 218,
        can_fail: true,
    };
    pub(crate) static HPyTracker_ForgetAll: Function = Function {
        name: "HPyTracker_ForgetAll",
        args: &["ht"],
        nullable: &[],
        index: 219,
        can_fail: false,
    };
    pub(crate) static HPyTracker_Close: Function = Function {
        name: "HPyTracker_Close",
        args: &["ht"],
        nullable: &[],
        index: 220,
        can_fail: false,
    };
    pub(crate) static HPyField_Store: Function = Function {
        name: "HPyField_Store",
        args: &["target_object", "target_field", "h"],
        nullable: &[2],
        index: 221,
        can_fail: false,
    };
    pub(crate) static HPyField_Load: Function = Function {
        name: "HPyField_Load",
        args: &["source_object", "source_field"],
        nullable: &[],
        index: 222,
        can_fail: false,
    };
    pub(crate) static HPyGlobal_Store: Function = Function {
        name: "HPyGlobal_Store",
        args: &["global", "h"],
        nullable: &[1],
        index: 225,
        can_fail: false,
    };
    pub(crate) static HPyGlobal_Load: Function = Function {
        name: "HPyGlobal_Load",
        args: &["global"],
        nullable: &[0],
        index: 226,
        can_fail: false,
    };
    pub(crate) static HPyCapsule_New: Function = Function {
        name: "HPyCapsule_New",
        args: &["pointer", "utf8_name", "destructor"],
        nullable: &[0, 1, 2],
        index: 244,
        can_fail: true,
    };
    pub(crate) static HPyCapsule_Get: Function = Function {
        name: "HPyCapsule_Get",
        args: &["capsule", "key", "utf8_name"],
        nullable: &[0, 2],
        index: 245,
        can_fail: true,
    };
    pub(crate) static HPyCapsule_IsValid: Function = Function {
        name: "HPyCapsule_IsValid",
        args: &["capsule", "utf8_name"],
        nullable: &[0, 1],
        index: 246,
        can_fail: false,
    };
    pub(crate) static HPyCapsule_Set: Function = Function {
        name: "HPyCapsule_Set",
        args: &["capsule", "key", "value"],
        nullable: &[0, 2],
        index: 247,
        can_fail: true,
    };
    pub(crate) static HPyContextVar_New: Function = Function {
        name: "HPyContextVar_New",
        args: &["name", "default_value"],
        nullable: &[1],
        index: 250,
        can_fail: true,
    };
    pub(crate) static HPyContextVar_Get: Function = Function {
        name: "HPyContextVar_Get",
        args: &["context_var", "default_value", "result"],
        nullable: &[1],
        index: 251,
        can_fail: true,
    };
    pub(crate) static HPyContextVar_Set: Function = Function {
        name: "HPyContextVar_Set",
        args: &["context_var", "value"],
        nullable: &[],
        index: 252,
        can_fail: true,
    };
    pub(crate) static HPyImport_ImportModule: Function = Function {
        name: "HPyImport_ImportModule",
        args: &["utf8_name"],
        nullable: &[],
        index: 205,
        can_fail: true,
    };
    pub(crate) static HPy_Compile_s: Function = Function {
        name: "HPy_Compile_s",
        args: &["utf8_source", "utf8_filename", "kind"],
        nullable: &[],
        index: 248,
        can_fail: true,
    };
    pub(crate) static HPy_EvalCode: Function = Function {
        name: "HPy_EvalCode",
        args: &["code", "globals", "locals"],
        nullable: &[2],
        index: 249,
        can_fail: true,
    };
    pub(crate) static HPy_LeavePythonExecution: Function = Function {
        name: "HPy_LeavePythonExecution",
        args: &[],
        nullable: &[],
        index: 224,
        can_fail: false,
    };
    pub(crate) static HPy_ReenterPythonExecution: Function = Function {
        name: "HPy_ReenterPythonExecution",
        args: &["state"],
        nullable: &[],
        index: 223,
        can_fail: false,
    };
    pub(crate) static HPy_FromPyObject: Function = Function {
        name: "HPy_FromPyObject",
        args: &["obj"],
        nullable: &[0],
        index: 206,
        can_fail: false,
    };
    pub(crate) static HPy_AsPyObject: Function = Function {
        name: "HPy_AsPyObject",
        args: &["h"],
        nullable: &[0],
        index: 207,
        can_fail: false,
    };
    pub(crate) static _HPy_CallRealFunctionFromTrampoline: Function = Function {
        name: "_HPy_CallRealFunctionFromTrampoline",
        args: &["sig", "func", "args"],
        nullable: &[],
        index: 208,
        can_fail: false,
    };
}

/// The check catalogue.
pub(crate) mod checks {
    use crate::reports::report::Check;
    pub(crate) static USE_AFTER_CLOSE: Check = Check {
        id: "use-after-close",
        title: "a closed handle was used",
        help: "use the handle before closing it, or HPy_Dup it and close both",
        example: "HPy copy = HPy_Dup(ctx, arg);\nHPy_Close(ctx, copy);\nreturn HPy_Repr(ctx, copy);",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "HPy copy = HPy_Dup(ctx, arg);\nHPy text = HPy_Repr(ctx, copy);\nHPy_Close(ctx, copy);\nreturn text;",
        why: "A handle is valid until `HPy_Close`. Debug mode recognises a closed handle however long ago it was closed. Without\ndebug mode the handle may stand for a freed object, and the program crashes or works with another object.",
        wrong: "Never: the extension did pass a handle that it had closed. If it closed another one, as you see it, look for an `HPy`\nthat was copied with `=`. That does not make a new handle.",
    };
    pub(crate) static DOUBLE_CLOSE: Check = Check {
        id: "double-close",
        title: "a handle was closed twice",
        help: "close each handle once; HPy_Dup it where two places close it",
        example: "HPy copy = HPy_Dup(ctx, arg);\nHPy_Close(ctx, copy);\nHPy_Close(ctx, copy);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "HPy copy = HPy_Dup(ctx, arg);\nHPy_Close(ctx, copy);\ncopy = HPy_NULL;\nHPy_Close(ctx, copy);               /* does nothing */\nreturn HPy_Dup(ctx, ctx->h_None);",
        why: "Each handle is closed once. A second close takes away a reference that belongs to somebody else, and that object is\nfreed too early. The usual causes are a cleanup label that is reached after a close, and an `HPy` that was copied with\n`=`.",
        wrong: "Never. `HPy_Close(ctx, HPy_NULL)` is allowed and is not reported: set a variable to `HPy_NULL` after closing it if a\ncleanup label closes it again.",
    };
    pub(crate) static USE_AFTER_CALL: Check = Check {
        id: "use-after-call",
        title: "an argument of an earlier call was used",
        help: "arguments live until their call returns: keep an HPy_Dup, an HPyField or an HPyGlobal",
        example: "static HPy kept;\nif (!HPy_IsNull(kept))              /* in the second call */\n    return HPy_Repr(ctx, kept);\nkept = arg;\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "HPy kept = HPy_Dup(ctx, arg);       /* closed before the call returns */\nHPy text = HPy_Repr(ctx, kept);\nHPy_Close(ctx, kept);\nreturn text;",
        why: "The arguments of a function are borrowed: they are valid until it returns. Here an argument was stored, mostly in a\nstatic variable or a struct, and used in a later call.",
        wrong: "Never: even if the object still exists, the handle does not.",
    };
    pub(crate) static CLOSE_ARGUMENT: Check = Check {
        id: "close-argument",
        title: "an argument of the running call was closed",
        help: "the caller closes arguments; close only handles that you opened",
        example: "HPy_Close(ctx, arg);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "return HPy_Dup(ctx, ctx->h_None);   /* the caller closes `arg` */",
        why: "The arguments of a function belong to its caller, which closes them after the call. An extension that closes one takes\naway a reference of the caller.",
        wrong: "Never. A function of yours that is called by your own C code, and not by Python, may close what it is given if you say\nso: then its callers must pass handles that they opened.",
    };
    pub(crate) static RETURN_ARGUMENT: Check = Check {
        id: "return-argument",
        title: "an argument was returned",
        help: "the result must be a new handle: return HPy_Dup(ctx, argument)",
        example: "return arg;",
        fatal: None,
        is_warning: false,
        mended: "return HPy_Dup(ctx, arg);",
        why: "The result of a function is a new handle, which the caller closes. An argument is not new. The C API has the same\nrule: there you would call `Py_INCREF` before returning an argument.",
        wrong: "Never. The function works by chance if the object has other references.",
    };
    pub(crate) static CLOSE_CONSTANT: Check = Check {
        id: "close-constant",
        title: "a constant of the context was closed",
        help: "handles like ctx->h_None belong to the context; do not close them",
        example: "HPy_Close(ctx, ctx->h_True);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "HPy value = HPy_Dup(ctx, ctx->h_True);\nHPy_Close(ctx, value);\nreturn HPy_Dup(ctx, ctx->h_None);",
        why: "Handles such as `ctx->h_None` and `ctx->h_TypeError` belong to the context. They stay open as long as the context.",
        wrong: "Never. If a variable holds either a constant or a handle of your own, put an `HPy_Dup` of the constant into it, and\nclose it always.",
    };
    pub(crate) static RETURN_CONSTANT: Check = Check {
        id: "return-constant",
        title: "a constant of the context was returned",
        help: "the result must be a new handle: return HPy_Dup(ctx, ctx->h_None)",
        example: "return ctx->h_None;",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "return HPy_Dup(ctx, ctx->h_None);",
        why: "The result of a function is a new handle, which the caller closes. Constants of the context may not be closed, so they\nmay not be returned either.",
        wrong: "Never. On CPython such a function works by chance, since `None` has many references.",
    };
    pub(crate) static RETURN_CLOSED: Check = Check {
        id: "return-closed",
        title: "a closed handle was returned",
        help: "returning a handle gives it to the caller; do not close it first",
        example: "HPy copy = HPy_Dup(ctx, arg);\nHPy_Close(ctx, copy);\nreturn copy;",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "HPy copy = HPy_Dup(ctx, arg);\nreturn copy;                        /* the caller closes it */",
        why: "The function returned a handle that it had closed. The caller would get a freed object. Often a cleanup label closes\nall handles, the result included.",
        wrong: "Never.",
    };
    pub(crate) static WILD_HANDLE: Check = Check {
        id: "wild-handle",
        title: "a value that is no handle of this context was used",
        help: "look for an uninitialised HPy, a PyObject * cast to HPy, or a handle of another mode",
        example: "HPy wild = {12345};\nreturn HPy_Repr(ctx, wild);",
        fatal: None,
        is_warning: false,
        mended: "HPy set = HPy_Dup(ctx, arg);\nHPy text = HPy_Repr(ctx, set);\nHPy_Close(ctx, set);\nreturn text;",
        why: "The value is no handle of this context, and none that was closed. It may be an `HPy` that was never set, a `PyObject\n*` that was cast, or a handle that another extension got in universal mode.",
        wrong: "If the program flips bits of a handle on purpose. A handle that is passed between extensions must be passed as an\nobject, for example in a capsule or an attribute.",
    };
    pub(crate) static NULL_ARGUMENT: Check = Check {
        id: "null-argument",
        title: "HPy_NULL or NULL was passed where it is not allowed",
        help: "check the result of the call that produced it before using it",
        example: "HPy missing = HPy_GetAttr_s(ctx, arg, \"missing\");\nreturn HPy_GetAttr_s(ctx, missing, \"name\");",
        fatal: None,
        is_warning: false,
        mended: "HPy missing = HPy_GetAttr_s(ctx, arg, \"missing\");\nif (HPy_IsNull(missing)) {\n    HPyErr_Clear(ctx);\n    return HPy_Dup(ctx, ctx->h_None);\n}\nHPy name = HPy_GetAttr_s(ctx, missing, \"name\");\nHPy_Close(ctx, missing);\nreturn name;",
        why: "The function does not accept `HPy_NULL` or `NULL` for this argument. Mostly the value is the result of a call that\nfailed, and nobody looked. Without debug mode the program crashes. The call is not made, whatever `on_error` says.",
        wrong: "Debug mode allows `HPy_NULL` where hpy 0.9.0 survives it, unless its headers forbid it. If your program ran correctly\nwith hpy 0.9.0, this is a bug of ours: please report it.",
    };
    pub(crate) static TOO_FEW: Check = Check {
        id: "too-few",
        title: "fewer items were passed than the function needs",
        help: "count every item; where a method is called, its object is the first",
        example: "HPy name = HPyUnicode_FromString(ctx, \"upper\");\nreturn HPy_CallMethod(ctx, name, &arg, 0, HPy_NULL);",
        fatal: None,
        is_warning: false,
        mended: "HPy name = HPyUnicode_FromString(ctx, \"upper\");\nHPy result = HPy_CallMethod(ctx, name, &arg, 1, HPy_NULL);\nHPy_Close(ctx, name);\nreturn result;",
        why: "The function reads at least so many items from the array. Fewer were announced, so it would read memory behind the\narray.",
        wrong: "Never.",
    };
    pub(crate) static WRONG_VALUE: Check = Check {
        id: "wrong-value",
        title: "a number was passed that has no meaning",
        help: "pass one of the constants that the API has for this argument",
        example: "return HPy_RichCompare(ctx, arg, arg, 42);",
        fatal: None,
        is_warning: false,
        mended: "return HPy_RichCompare(ctx, arg, arg, HPy_EQ);",
        why: "The argument must be one of the constants of an enum, for example `HPy_LT` to `HPy_GE`. What CPython does with another\nnumber is undefined.",
        wrong: "If a later version of HPy has added a constant that this package does not know. Compile with the headers of this\npackage.",
    };
    pub(crate) static BUILDER_USE_AFTER_CLOSE: Check = Check {
        id: "builder-use-after-close",
        title: "a builder was used after it was built or cancelled",
        help: "build or cancel each builder exactly once, as its last use",
        example: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Cancel(ctx, builder);\nreturn HPyListBuilder_Build(ctx, builder);",
        fatal: Some("Invalid usage of already closed builder"),
        is_warning: false,
        mended: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        why: "A list or tuple builder ends with `Build` or `Cancel`. Using it after that reads freed memory.",
        wrong: "Never.",
    };
    pub(crate) static TRACKER_USE_AFTER_CLOSE: Check = Check {
        id: "tracker-use-after-close",
        title: "a tracker was used after it was closed",
        help: "close each tracker exactly once, as its last use",
        example: "HPyTracker tracker = HPyTracker_New(ctx, 1);\nHPyTracker_Close(ctx, tracker);\nHPyTracker_Add(ctx, tracker, HPy_Dup(ctx, arg));\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: None,
        is_warning: false,
        mended: "HPyTracker tracker = HPyTracker_New(ctx, 1);\nHPyTracker_Add(ctx, tracker, HPy_Dup(ctx, arg));\nHPyTracker_Close(ctx, tracker);\nreturn HPy_Dup(ctx, ctx->h_None);",
        why: "A tracker ends with `HPyTracker_Close`, which closes all handles that it holds. Using it after that reads freed\nmemory.",
        wrong: "Never.",
    };
    pub(crate) static WRONG_CONTEXT: Check = Check {
        id: "wrong-context",
        title: "a context was used outside the call it was passed to",
        help: "pass on the HPyContext * that your function received; never store one",
        example: "static HPyContext *kept;\nif (kept == NULL)                   /* in the first call */\n    kept = ctx;\nreturn HPy_Dup(kept, arg);",
        fatal: Some("Error: Wrong HPy Context!"),
        is_warning: false,
        mended: "return HPy_Dup(ctx, arg);",
        why: "A context is valid only in the call it was passed to, and only in that call's thread. Here a stored context was used,\nor the constants of one, such as `kept->h_None`. Other implementations of HPy may give each call another context.",
        wrong: "Never. Some such uses go unnoticed: see [what debug mode cannot catch](../limits.md).",
    };
    pub(crate) static WRONG_TYPE: Check = Check {
        id: "wrong-type",
        title: "an argument does not have the type that the function demands",
        help: "check the object's type first, HPy_TypeCheck tells",
        example: "return HPyUnicode_Substring(ctx, ctx->h_None, 0, 1);",
        fatal: Some("Wrong type"),
        is_warning: false,
        mended: "if (!HPyUnicode_Check(ctx, arg))\n    return HPyErr_SetString(ctx, ctx->h_TypeError, \"expected a str\");\nreturn HPyUnicode_Substring(ctx, arg, 0, 1);",
        why: "The function works only with objects of one type, or with objects that support one protocol. It was given something\nelse. Without debug mode CPython reads the object's memory as if it were of that type, or raises a SystemError. The call\nis not made, whatever `on_error` says.",
        wrong: "If CPython raises a proper exception for that type and function in every version. Then the role in `api.toml` is too\nstrict: please report it.",
    };
    pub(crate) static WRONG_SHAPE: Check = Check {
        id: "wrong-shape",
        title: "the C struct of an object of another shape was asked for",
        help: "HPyType_HELPERS and the type's HPyType_Spec must name the same shape",
        example: "_HPy_AsStruct_List(ctx, arg);       /* what HPyType_HELPERS(..., HPyType_BuiltinShape_List) calls */\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of _HPy_AsStruct"),
        is_warning: false,
        mended: "return HPyLong_FromLong(ctx, 1);    /* ask for the struct of instances of your type only */",
        why: "Each type has a *shape*, which says where its instances keep their C struct. `HPyType_HELPERS(Struct, SHAPE)` makes\nthe function `Struct_AsStruct` for one shape. It was given an object whose type has another shape, so the pointer\nwould lead to other memory.",
        wrong: "Never for objects of one shape. Two types of the *same* shape cannot be told apart here: see [what debug mode cannot\ncatch](../limits.md).",
    };
    pub(crate) static TYPE_SPEC: Check = Check {
        id: "type-spec",
        title: "a type was described in a way that contradicts itself",
        help: "mend the HPyType_Spec; the note says what is wrong with it",
        example: "HPyType_Spec spec = {\n    .name = \"mistake.Type\", .basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Object,\n    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,     /* but no HPy_tp_traverse */\n};\nreturn HPyType_FromSpec(ctx, &spec, NULL);",
        fatal: None,
        is_warning: true,
        mended: "HPyType_Spec spec = {\n    .name = \"mistake.Type\", .basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Object,\n    .flags = HPy_TPFLAGS_DEFAULT,\n};\nreturn HPyType_FromSpec(ctx, &spec, NULL);",
        why: "The `HPyType_Spec` says two things that contradict each other, or nothing where something is needed. The note in the\nreport says what. CPython may accept such a type and crash later.",
        wrong: "It is a warning, because such a type may work. If the type is meant to be like that, suppress the report with\n`type-spec:NAME`, where `NAME` is the extension.",
    };
    pub(crate) static FOREIGN_FIELD: Check = Check {
        id: "foreign-field",
        title: "a field was stored in memory that is not its owner's",
        help: "keep fields in the struct of the object that owns them, or visit them in its HPy_tp_traverse; for a C global use HPyGlobal",
        example: "static HPyField kept;\nHPyField_Store(ctx, arg, &kept, arg);\nreturn HPyField_Load(ctx, arg, kept);",
        fatal: None,
        is_warning: false,
        mended: "Box *box;                           /* the HPy_tp_traverse of Box visits the field `visited` */\nHPy h = new_box(ctx, &box);\nHPyField_Store(ctx, h, &box->visited, arg);\nreturn h;",
        why: "An `HPyField` belongs to an object, its owner, and lies in the owner's C struct. Here the field lies elsewhere, and\nthe owner's traverse function does not visit it. The garbage collector does not know that the object is referenced.",
        wrong: "A field outside of the struct, for example in an array that the struct points to, is fine if `HPy_tp_traverse` visits\nit. If it does and you still get the report, please tell us.",
    };
    pub(crate) static FIELD_NOT_VISITED: Check = Check {
        id: "field-not-visited",
        title: "a field was stored that its owner's type does not visit",
        help: "visit every field of the struct in the type's HPy_tp_traverse; without that its object is never given up",
        example: "Box *box;                           /* the HPy_tp_traverse of Box forgets the field `item` */\nHPy h = new_box(ctx, &box);\nHPyField_Store(ctx, h, &box->item, arg);\nreturn h;",
        fatal: None,
        is_warning: false,
        mended: "Box *box;                           /* the HPy_tp_traverse of Box visits the field `visited` */\nHPy h = new_box(ctx, &box);\nHPyField_Store(ctx, h, &box->visited, arg);\nreturn h;",
        why: "`HPy_tp_traverse` tells the garbage collector which objects an instance refers to. It does not visit this field. So\nthe object is never freed, and other implementations of HPy may move it without updating the field.",
        wrong: "If the traverse function visits the field in some states of the object only, and the state is set after the store. Set\nthe state first.",
    };
    pub(crate) static BUFFER_WRITE: Check = Check {
        id: "buffer-write",
        title: "read-only memory was written to",
        help: "the memory belongs to the object and is const; copy it before changing it",
        example: "char *text = (char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);\ntext[0] = 'X';\nreturn HPy_Dup(ctx, arg);",
        fatal: None,
        is_warning: false,
        mended: "const char *text = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);\nchar copy[64];\nsnprintf(copy, sizeof copy, \"%s\", text);\ncopy[0] = 'X';\nreturn HPyUnicode_FromString(ctx, copy);",
        why: "The memory that the function returns belongs to the object: it is `const`. Debug mode returns a read-only copy, so the\nwrite faults. Without debug mode it changes a `str` or `bytes` object that others use, too.",
        wrong: "Never.",
    };
    pub(crate) static BUFFER_OVERRUN: Check = Check {
        id: "buffer-overrun",
        title: "memory was accessed past its end",
        help: "the buffer ends with its NUL byte; use the size that the function returned",
        example: "HPy_ssize_t size;\nconst char *text = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);\nreturn HPyLong_FromLong(ctx, text[size + 1]);",
        fatal: None,
        is_warning: false,
        mended: "HPy_ssize_t size;\nconst char *text = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);\nreturn HPyLong_FromLong(ctx, text[size - 1]);",
        why: "The memory has as many bytes as the function said, and a NUL. The extension accessed what comes after that. In debug\nmode a guard page follows the last byte.",
        wrong: "Never. Code that reads whole words, as an optimised `strlen` of your own does, may do so on purpose: C does not allow\nit.",
    };
    pub(crate) static BUFFER_USE_AFTER_CLOSE: Check = Check {
        id: "buffer-use-after-close",
        title: "memory of a closed handle was accessed",
        help: "copy what you need before the handle is closed; arguments are closed when their call returns",
        example: "HPy copy = HPy_Dup(ctx, arg);\nconst char *text = HPyUnicode_AsUTF8AndSize(ctx, copy, NULL);\nHPy_Close(ctx, copy);\nreturn HPyLong_FromLong(ctx, text[0]);",
        fatal: None,
        is_warning: false,
        mended: "HPy copy = HPy_Dup(ctx, arg);\nconst char *text = HPyUnicode_AsUTF8AndSize(ctx, copy, NULL);\nHPy first = HPyLong_FromLong(ctx, text[0]);\nHPy_Close(ctx, copy);\nreturn first;",
        why: "The memory that the function returns is valid as long as the handle that it was asked for. The handle was closed, or\nit was an argument and its call has returned.",
        wrong: "If another handle to the same object is open, the pointer works on CPython, but not on every implementation of HPy.\nAsk for the memory again with the other handle.",
    };
    pub(crate) static FAULT: Check = Check {
        id: "fault",
        title: "memory that cannot be accessed was used",
        help: "look for a pointer that is NULL or was never set: of an argument, a struct, a field or global that was not zeroed",
        example: "HPyField garbage = {12345};         /* as in memory that was never zeroed */\nreturn HPyField_Load(ctx, arg, garbage);",
        fatal: None,
        is_warning: false,
        mended: "HPyField empty = HPyField_NULL;\nif (HPyField_IsNull(empty))\n    return HPy_Dup(ctx, ctx->h_None);\nreturn HPyField_Load(ctx, arg, empty);",
        why: "The program accessed memory that does not exist or that it may not access, or it called `abort`, divided by zero or\nran an illegal instruction. It happened in a function of the extension, or in an API function that the extension gave\nsomething wrong. The report names the last API function that was called. The process dies of the signal as it would\nwithout debug mode.",
        wrong: "If the fault is in a library that the extension calls, the mistake may be there. Debug mode cannot tell.",
    };
    pub(crate) static BUILDER_INDEX: Check = Check {
        id: "builder-index",
        title: "an item outside the builder was set",
        help: "indices run from 0 to the size that the builder was made with",
        example: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 1, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        fatal: None,
        is_warning: false,
        mended: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        why: "The index is not one of the items that the builder was made for. Without debug mode this package ends the process; hpy\n0.9.0 writes there.",
        wrong: "Never.",
    };
    pub(crate) static BUILDER_ITEM_TWICE: Check = Check {
        id: "builder-item-twice",
        title: "an item of a builder was set twice",
        help: "set every item once; the first one is never given up",
        example: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        fatal: None,
        is_warning: false,
        mended: "HPyListBuilder builder = HPyListBuilder_New(ctx, 2);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nHPyListBuilder_Set(ctx, builder, 1, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        why: "An item of a builder can be set once. The object that was set first is never freed.",
        wrong: "Never.",
    };
    pub(crate) static BUILDER_INCOMPLETE: Check = Check {
        id: "builder-incomplete",
        title: "a builder was built before all of its items were set",
        help: "set every item from 0 to the size that the builder was made with, or cancel the builder",
        example: "HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);\nHPyTupleBuilder_Set(ctx, builder, 0, arg);\nreturn HPyTupleBuilder_Build(ctx, builder);",
        fatal: None,
        is_warning: false,
        mended: "HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);\nHPyTupleBuilder_Set(ctx, builder, 0, arg);\nHPyTupleBuilder_Set(ctx, builder, 1, arg);\nreturn HPyTupleBuilder_Build(ctx, builder);",
        why: "`Build` was called before every item was set. Without debug mode the list or tuple has holes, and Python crashes when\nit reads one.",
        wrong: "Never. If you do not know the number of items, use `HPyList_New` and `HPyList_Append`.",
    };
    pub(crate) static INTERPRETER_LEFT: Check = Check {
        id: "interpreter-left",
        title: "the API was used while the interpreter was left",
        help: "call HPy_ReenterPythonExecution first, in the function and thread that left; threads that you start may not use the API",
        example: "HPyThreadState state = HPy_LeavePythonExecution(ctx);\nHPy result = HPy_Dup(ctx, arg);\nHPy_ReenterPythonExecution(ctx, state);\nreturn result;",
        fatal: None,
        is_warning: false,
        mended: "HPyThreadState state = HPy_LeavePythonExecution(ctx);\n/* work that needs no Python */\nHPy_ReenterPythonExecution(ctx, state);\nreturn HPy_Dup(ctx, arg);",
        why: "Between `HPy_LeavePythonExecution` and `HPy_ReenterPythonExecution` the thread does not hold the interpreter, so it\nmay not call the API. Other threads run at the same time, and both change the same objects.",
        wrong: "Never.",
    };
    pub(crate) static RESULT_WITH_EXCEPTION: Check = Check {
        id: "result-with-exception",
        title: "a result was returned although an exception is set",
        help: "return the error value (HPy_NULL or -1) when a call failed, or clear the exception with HPyErr_Clear",
        example: "HPyErr_SetString(ctx, ctx->h_ValueError, \"ignored\");\nreturn HPy_Dup(ctx, arg);",
        fatal: None,
        is_warning: false,
        mended: "HPyErr_SetString(ctx, ctx->h_ValueError, \"not ignored\");\nHPyErr_Clear(ctx);\nreturn HPy_Dup(ctx, arg);",
        why: "The function returned a result and left an exception set. Python raises the exception later, somewhere else, or\n`SystemError`. Mostly the result of a call was not looked at. The report names the API function that set the\nexception.",
        wrong: "If a library that the extension calls sets the exception with the C API. The function must clear it or fail\nnevertheless.",
    };
    pub(crate) static ERROR_WITHOUT_EXCEPTION: Check = Check {
        id: "error-without-exception",
        title: "an error was returned but no exception is set",
        help: "set an exception before returning HPy_NULL or -1",
        example: "return HPy_NULL;",
        fatal: None,
        is_warning: false,
        mended: "return HPyErr_SetString(ctx, ctx->h_ValueError, \"no result\");  /* returns HPy_NULL */",
        why: "The function returned `HPy_NULL` or a negative number, which mean that it failed, but no exception is set. Python\nraises `SystemError`.",
        wrong: "Never. `HPy_tp_iternext` may return `HPy_NULL` without an exception at its end, and is not reported.",
    };
    pub(crate) static EXCEPTION_PENDING: Check = Check {
        id: "exception-pending",
        title: "the API was used while an exception is set",
        help: "check the result of every call; then return, or clear the exception with HPyErr_Clear",
        example: "HPyErr_SetString(ctx, ctx->h_ValueError, \"forgotten\");\nHPy text = HPy_Repr(ctx, arg);\nHPyErr_Clear(ctx);\nreturn text;",
        fatal: None,
        is_warning: true,
        mended: "HPyErr_SetString(ctx, ctx->h_ValueError, \"handled\");\nHPyErr_Clear(ctx);\nreturn HPy_Repr(ctx, arg);",
        why: "An exception was set, and the extension went on calling the API. Most functions may overwrite or clear the exception\nthen, or fail in odd ways; a debug build of CPython aborts. The report names the API function that set the exception.",
        wrong: "It is a warning, because many such calls do no harm. Functions that set no exception, and those that look at the\npending one, are not reported. `on_error.exception-pending=abort` makes it an error.",
    };
    pub(crate) static USE_IN_LATER_CALL: Check = Check {
        id: "use-in-later-call",
        title: "a handle that was opened in an earlier call was used",
        help: "close every handle before returning; keep objects in an HPyField or an HPyGlobal",
        example: "static HPy kept;\nif (!HPy_IsNull(kept))              /* in the second call */\n    return HPy_Repr(ctx, kept);\nkept = HPy_Dup(ctx, arg);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: None,
        is_warning: true,
        mended: "HPyGlobal_Store(ctx, &kept_global, arg);\nreturn HPyGlobal_Load(ctx, kept_global);",
        why: "The handle was opened in one call and used in another. Handles belong to a call: other implementations of HPy may free\nthem when it returns. CPython does not, so it is a warning.",
        wrong: "If the extension is for CPython only and the handle is closed in the end. Suppress the report with\n`use-in-later-call:NAME`, where `NAME` is the extension or the function.",
    };
    pub(crate) static NO_INTERPRETER: Check = Check {
        id: "no-interpreter",
        title: "the API was used by a thread that does not hold the interpreter",
        help: "use the API only in the thread that your function was called in, not from threads that you start",
        example: "pthread_t thread;                   /* use_api calls HPy_Dup(ctx, ctx->h_None) */\npthread_create(&thread, NULL, use_api, ctx);\npthread_join(thread, NULL);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: None,
        is_warning: false,
        mended: "HPyThreadState state = HPy_LeavePythonExecution(ctx);\n/* wait for a thread that does not call the API */\nHPy_ReenterPythonExecution(ctx, state);\nreturn HPy_Dup(ctx, ctx->h_None);",
        why: "A thread that the extension started called the API. It does not hold the interpreter, so nothing protects the objects\nthat it uses. The call is not made, whatever `on_error` says.",
        wrong: "If the thread holds the interpreter through the C API (`PyGILState_Ensure`), it may use the API, and is not reported\nfor that.",
    };
    pub(crate) static ALL: &[&Check] = &[
        &USE_AFTER_CLOSE,
        &DOUBLE_CLOSE,
        &USE_AFTER_CALL,
        &CLOSE_ARGUMENT,
        &RETURN_ARGUMENT,
        &CLOSE_CONSTANT,
        &RETURN_CONSTANT,
        &RETURN_CLOSED,
        &WILD_HANDLE,
        &NULL_ARGUMENT,
        &TOO_FEW,
        &WRONG_VALUE,
        &BUILDER_USE_AFTER_CLOSE,
        &TRACKER_USE_AFTER_CLOSE,
        &WRONG_CONTEXT,
        &WRONG_TYPE,
        &WRONG_SHAPE,
        &TYPE_SPEC,
        &FOREIGN_FIELD,
        &FIELD_NOT_VISITED,
        &BUFFER_WRITE,
        &BUFFER_OVERRUN,
        &BUFFER_USE_AFTER_CLOSE,
        &FAULT,
        &BUILDER_INDEX,
        &BUILDER_ITEM_TWICE,
        &BUILDER_INCOMPLETE,
        &INTERPRETER_LEFT,
        &RESULT_WITH_EXCEPTION,
        &ERROR_WITHOUT_EXCEPTION,
        &EXCEPTION_PENDING,
        &USE_IN_LATER_CALL,
        &NO_INTERPRETER,
    ];
}

/// The kinds of builders and trackers, named by their C types.
#[allow(clippy::enum_variant_names, reason = "the names of the C types")]
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum ResourceKind {
    HPyListBuilder,
    HPyTupleBuilder,
    HPyTracker,
}

impl ResourceKind {
    pub(crate) const ALL: &[Self] = &[
        Self::HPyListBuilder,
        Self::HPyTupleBuilder,
        Self::HPyTracker,
    ];
    /// The C type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::HPyListBuilder => "HPyListBuilder",
            Self::HPyTupleBuilder => "HPyTupleBuilder",
            Self::HPyTracker => "HPyTracker",
        }
    }
    /// What reports a use after the end.
    pub(crate) fn ended(self) -> &'static Check {
        match self {
            Self::HPyListBuilder => &checks::BUILDER_USE_AFTER_CLOSE,
            Self::HPyTupleBuilder => &checks::BUILDER_USE_AFTER_CLOSE,
            Self::HPyTracker => &checks::TRACKER_USE_AFTER_CLOSE,
        }
    }
}

/// The C name of a shape.
pub(crate) fn shape_name(shape: HPyType_BuiltinShape) -> &'static str {
    match shape {
        HPyType_BuiltinShape_Legacy => "HPyType_BuiltinShape_Legacy",
        HPyType_BuiltinShape_Object => "HPyType_BuiltinShape_Object",
        HPyType_BuiltinShape_Type => "HPyType_BuiltinShape_Type",
        HPyType_BuiltinShape_Long => "HPyType_BuiltinShape_Long",
        HPyType_BuiltinShape_Float => "HPyType_BuiltinShape_Float",
        HPyType_BuiltinShape_Unicode => "HPyType_BuiltinShape_Unicode",
        HPyType_BuiltinShape_Tuple => "HPyType_BuiltinShape_Tuple",
        HPyType_BuiltinShape_List => "HPyType_BuiltinShape_List",
        HPyType_BuiltinShape_Dict => "HPyType_BuiltinShape_Dict",
        _ => "<unknown shape>",
    }
}

/// A shape that only types with a certain base have.
pub(crate) struct Shaped {
    pub(crate) shape: HPyType_BuiltinShape,
    /// The constant that is this base.
    pub(crate) base: fn(&HPyContext) -> HPy,
}

/// The shapes that only types with such a base have.
pub(crate) const SHAPED: &[Shaped] = &[
    Shaped {
        shape: HPyType_BuiltinShape_Type,
        base: |uctx| uctx.h_TypeType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Long,
        base: |uctx| uctx.h_LongType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Float,
        base: |uctx| uctx.h_FloatType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Unicode,
        base: |uctx| uctx.h_UnicodeType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Tuple,
        base: |uctx| uctx.h_TupleType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_List,
        base: |uctx| uctx.h_ListType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Dict,
        base: |uctx| uctx.h_DictType,
    },
];

/// The name of the slot of this number; HPy has others not.
pub(crate) fn slot_name(slot: HPySlot_Slot) -> Option<&'static str> {
    Some(
        match slot {
            HPy_bf_getbuffer => "HPy_bf_getbuffer",
            HPy_bf_releasebuffer => "HPy_bf_releasebuffer",
            HPy_mp_ass_subscript => "HPy_mp_ass_subscript",
            HPy_mp_length => "HPy_mp_length",
            HPy_mp_subscript => "HPy_mp_subscript",
            HPy_nb_absolute => "HPy_nb_absolute",
            HPy_nb_add => "HPy_nb_add",
            HPy_nb_and => "HPy_nb_and",
            HPy_nb_bool => "HPy_nb_bool",
            HPy_nb_divmod => "HPy_nb_divmod",
            HPy_nb_float => "HPy_nb_float",
            HPy_nb_floor_divide => "HPy_nb_floor_divide",
            HPy_nb_index => "HPy_nb_index",
            HPy_nb_inplace_add => "HPy_nb_inplace_add",
            HPy_nb_inplace_and => "HPy_nb_inplace_and",
            HPy_nb_inplace_floor_divide => "HPy_nb_inplace_floor_divide",
            HPy_nb_inplace_lshift => "HPy_nb_inplace_lshift",
            HPy_nb_inplace_multiply => "HPy_nb_inplace_multiply",
            HPy_nb_inplace_or => "HPy_nb_inplace_or",
            HPy_nb_inplace_power => "HPy_nb_inplace_power",
            HPy_nb_inplace_remainder => "HPy_nb_inplace_remainder",
            HPy_nb_inplace_rshift => "HPy_nb_inplace_rshift",
            HPy_nb_inplace_subtract => "HPy_nb_inplace_subtract",
            HPy_nb_inplace_true_divide => "HPy_nb_inplace_true_divide",
            HPy_nb_inplace_xor => "HPy_nb_inplace_xor",
            HPy_nb_int => "HPy_nb_int",
            HPy_nb_invert => "HPy_nb_invert",
            HPy_nb_lshift => "HPy_nb_lshift",
            HPy_nb_multiply => "HPy_nb_multiply",
            HPy_nb_negative => "HPy_nb_negative",
            HPy_nb_or => "HPy_nb_or",
            HPy_nb_positive => "HPy_nb_positive",
            HPy_nb_power => "HPy_nb_power",
            HPy_nb_remainder => "HPy_nb_remainder",
            HPy_nb_rshift => "HPy_nb_rshift",
            HPy_nb_subtract => "HPy_nb_subtract",
            HPy_nb_true_divide => "HPy_nb_true_divide",
            HPy_nb_xor => "HPy_nb_xor",
            HPy_sq_ass_item => "HPy_sq_ass_item",
            HPy_sq_concat => "HPy_sq_concat",
            HPy_sq_contains => "HPy_sq_contains",
            HPy_sq_inplace_concat => "HPy_sq_inplace_concat",
            HPy_sq_inplace_repeat => "HPy_sq_inplace_repeat",
            HPy_sq_item => "HPy_sq_item",
            HPy_sq_length => "HPy_sq_length",
            HPy_sq_repeat => "HPy_sq_repeat",
            HPy_tp_call => "HPy_tp_call",
            HPy_tp_descr_get => "HPy_tp_descr_get",
            HPy_tp_hash => "HPy_tp_hash",
            HPy_tp_init => "HPy_tp_init",
            HPy_tp_new => "HPy_tp_new",
            HPy_tp_repr => "HPy_tp_repr",
            HPy_tp_richcompare => "HPy_tp_richcompare",
            HPy_tp_str => "HPy_tp_str",
            HPy_tp_traverse => "HPy_tp_traverse",
            HPy_nb_matrix_multiply => "HPy_nb_matrix_multiply",
            HPy_nb_inplace_matrix_multiply => "HPy_nb_inplace_matrix_multiply",
            HPy_tp_finalize => "HPy_tp_finalize",
            HPy_tp_destroy => "HPy_tp_destroy",
            HPy_mod_create => "HPy_mod_create",
            HPy_mod_exec => "HPy_mod_exec",
            _ => return None,
        },
    )
}

/// Whether members may be of the type of this number.
pub(crate) fn is_member_type(number: HPyMember_FieldType) -> bool {
    [
        HPyMember_SHORT,
        HPyMember_INT,
        HPyMember_LONG,
        HPyMember_FLOAT,
        HPyMember_DOUBLE,
        HPyMember_STRING,
        HPyMember_OBJECT,
        HPyMember_CHAR,
        HPyMember_BYTE,
        HPyMember_UBYTE,
        HPyMember_USHORT,
        HPyMember_UINT,
        HPyMember_ULONG,
        HPyMember_STRING_INPLACE,
        HPyMember_BOOL,
        HPyMember_OBJECT_EX,
        HPyMember_LONGLONG,
        HPyMember_ULONGLONG,
        HPyMember_HPYSSIZET,
        HPyMember_NONE,
    ]
        .contains(&number)
}
