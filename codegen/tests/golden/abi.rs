// Made by `cargo xtask generate` from api.toml. Do not edit.

use core::ffi::*;
use crate::defs::*;
use crate::handles::*;
use crate::python::*;

/// `HPY_ABI_VERSION`.
pub const HPY_ABI_VERSION: u32 = 0;

/// `HPY_ABI_VERSION_MINOR`: what extensions need that use nothing of a later release.
pub const HPY_ABI_VERSION_MINOR: u32 = 0;

/// The minor version of the last release, the highest that an extension may need.
pub const HPY_ABI_LAST_MINOR: u32 = 3;

word! {
    #[doc = r" Created, used, and ended once."] HPyListBuilder
}

word! {
    #[doc = r" Created, used, and ended once."] HPyTracker
}

/// The C type `HPy_time_t`.
pub type HPy_time_t = i64;

/// The C type `HPy_name_t`.
pub type HPy_name_t = *const c_char;

/// The C enum `HPyType_BuiltinShape`.
pub type HPyType_BuiltinShape = c_int;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Legacy: HPyType_BuiltinShape = -1;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Object: HPyType_BuiltinShape = 0;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Long: HPyType_BuiltinShape = 2;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Tuple: HPyType_BuiltinShape = 5;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_List: HPyType_BuiltinShape = 6;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Dict: HPyType_BuiltinShape = 7;

/// The C enum `HPy_Shape`.
pub type HPy_Shape = c_int;

/// A value of [`HPy_Shape`].
pub const HPy_ROUND: HPy_Shape = -1;

/// A value of [`HPy_Shape`].
pub const HPy_FLAT: HPy_Shape = 2;

/// The C enum `HPyFunc_Signature`.
pub type HPyFunc_Signature = c_int;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_VARARGS: HPyFunc_Signature = 1;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_KEYWORDS: HPyFunc_Signature = 2;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_NOARGS: HPyFunc_Signature = 3;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_O: HPyFunc_Signature = 4;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_DESTROYFUNC: HPyFunc_Signature = 5;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_GETBUFFERPROC: HPyFunc_Signature = 6;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_RELEASEBUFFERPROC: HPyFunc_Signature = 7;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_INQUIRY: HPyFunc_Signature = 11;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_NEWFUNC: HPyFunc_Signature = 31;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_VECTORCALLFUNC: HPyFunc_Signature = 38;

/// The C enum `HPySlot_Slot`.
pub type HPySlot_Slot = c_int;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_repr: HPySlot_Slot = 66;

/// A value of [`HPySlot_Slot`].
pub const HPy_bf_getbuffer: HPySlot_Slot = 1;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_bool: HPySlot_Slot = 9;

/// How the runtime calls an extension's `HPyFunc_VARARGS`.
pub type HPyFunc_varargs = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: usize,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_KEYWORDS`.
pub type HPyFunc_keywords = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_NOARGS`.
pub type HPyFunc_noargs = unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy) -> HPy;

/// How the runtime calls an extension's `HPyFunc_O`.
pub type HPyFunc_o = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    arg: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_DESTROYFUNC`.
pub type HPyFunc_destroyfunc = unsafe extern "C" fn(data: *mut c_void);

/// How the runtime calls an extension's `HPyFunc_GETBUFFERPROC`.
pub type HPyFunc_getbufferproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    view: *mut HPy_buffer,
    flags: c_int,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_RELEASEBUFFERPROC`.
pub type HPyFunc_releasebufferproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    view: *mut HPy_buffer,
);

/// How the runtime calls an extension's `HPyFunc_INQUIRY`.
pub type HPyFunc_inquiry = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_NEWFUNC`.
pub type HPyFunc_newfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy;

/// What an extension calls the interpreter through.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyContext {
    /// For debugging: which context this is.
    pub name: *const c_char,
    /// The implementation's own.
    pub _private: *mut c_void,
    /// `HPY_ABI_VERSION`.
    pub abi_version: c_int,
    /// h_None, index 0.
    pub h_None: HPy,
    /// h_TypeError, index 1.
    pub h_TypeError: HPy,
    /// h_TypeType, index 2.
    pub h_TypeType: HPy,
    /// h_UnicodeType, index 3.
    pub h_UnicodeType: HPy,
    /// h_TupleType, index 4.
    pub h_TupleType: HPy,
    /// h_Builtins, index 5.
    pub h_Builtins: HPy,
    /// HPy_Dup, index 6.
    pub ctx_Dup: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> HPy,
    /// HPy_Close, index 7.
    pub ctx_Close: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy),
    /// HPy_Call, index 8.
    pub ctx_Call: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        callable: HPy,
        args: *const HPy,
        nargs: usize,
        kwnames: HPy,
    ) -> HPy,
    /// HPyErr_SetString, index 9.
    pub ctx_Err_SetString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        utf8_message: *const c_char,
    ),
    /// HPy_FatalError, index 10.
    pub ctx_FatalError: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        message: *const c_char,
    ),
    /// HPyType_FromSpec, index 11.
    pub ctx_Type_FromSpec: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        spec: *mut HPyType_Spec,
        params: *mut HPyType_SpecParam,
    ) -> HPy,
    /// HPyType_GetName, index 12.
    pub ctx_Type_GetName: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
    ) -> *const c_char,
    /// _HPy_AsStruct_List, index 13.
    pub ctx_AsStruct_List: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// HPyBytes_Size, index 14.
    pub ctx_Bytes_Size: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> isize,
    /// HPyBytes_AsString, index 15.
    pub ctx_Bytes_AsString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *const c_char,
    /// HPyUnicode_AsUTF8AndSize, index 16.
    pub ctx_Unicode_AsUTF8AndSize: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
        size: *mut isize,
    ) -> *const c_char,
    /// HPyUnicode_Substring, index 17.
    pub ctx_Unicode_Substring: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        str: HPy,
        start: isize,
        end: isize,
    ) -> HPy,
    /// HPyTuple_FromArray, index 18.
    pub ctx_Tuple_FromArray: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        items: *const HPy,
        n: isize,
    ) -> HPy,
    /// HPyListBuilder_New, index 19.
    pub ctx_ListBuilder_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        size: isize,
    ) -> HPyListBuilder,
    /// HPyListBuilder_Set, index 20.
    pub ctx_ListBuilder_Set: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyListBuilder,
        index: isize,
        h_item: HPy,
    ),
    /// HPyListBuilder_Build, index 21.
    pub ctx_ListBuilder_Build: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyListBuilder,
    ) -> HPy,
    /// HPyTracker_New, index 22.
    pub ctx_Tracker_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        size: isize,
    ) -> HPyTracker,
    /// HPyTracker_Add, index 23.
    pub ctx_Tracker_Add: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        ht: HPyTracker,
        h: HPy,
    ) -> c_int,
    /// HPyTracker_ForgetAll, index 24.
    pub ctx_Tracker_ForgetAll: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        ht: HPyTracker,
    ),
    /// HPyTracker_Close, index 25.
    pub ctx_Tracker_Close: unsafe extern "C" fn(ctx: *mut HPyContext, ht: HPyTracker),
    /// HPyField_Store, index 26.
    pub ctx_Field_Store: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        target_object: HPy,
        target_field: *mut HPyField,
        h: HPy,
    ),
    /// HPyGlobal_Load, index 27.
    pub ctx_Global_Load: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        global: HPyGlobal,
    ) -> HPy,
    /// HPyContextVar_Get, index 28.
    pub ctx_ContextVar_Get: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        context_var: HPy,
        default_value: HPy,
        result: *mut HPy,
    ) -> i32,
    /// HPy_LeavePythonExecution, index 29.
    pub ctx_LeavePythonExecution: unsafe extern "C" fn(
        ctx: *mut HPyContext,
    ) -> HPyThreadState,
    /// HPy_ReenterPythonExecution, index 30.
    pub ctx_ReenterPythonExecution: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        state: HPyThreadState,
    ),
    /// _HPy_CallRealFunctionFromTrampoline, index 31.
    pub ctx_CallRealFunctionFromTrampoline: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        sig: HPyFunc_Signature,
        func: HPyCFunction,
        args: *mut c_void,
    ),
    /// HPyType_HasShape, index 32.
    pub ctx_Type_HasShape: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
        shape: c_int,
    ) -> c_int,
    /// HPy_Vectorcall, index 33.
    pub ctx_Vectorcall: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        callable: HPy,
        args: *const HPy,
        nargs: usize,
        kwnames: HPy,
    ) -> HPy,
    /// HPyIter_Send, index 34.
    pub ctx_Iter_Send: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        iter: HPy,
        arg: HPy,
        call_: *mut HPy,
    ) -> HPy_Shape,
    /// HPyList_SetItem, index 35.
    pub ctx_List_SetItem: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        list: HPy,
        index: isize,
        item: HPy,
    ) -> c_int,
    /// HPyBytes_Data, index 36.
    pub ctx_Bytes_Data: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
        size: *mut usize,
    ) -> *const wchar_t,
    /// HPyUnicode_Check, index 37.
    pub ctx_Unicode_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> bool,
    /// HPyType_SetShape, index 38.
    pub ctx_Type_SetShape: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
        shape: HPy_Shape,
        name: HPy_name_t,
    ) -> c_int,
    /// HPy_Later, index 39.
    pub ctx_Later: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// h_Later, index 40.
    pub h_Later: HPy,
    /// HPyIter_Check, index 41.
    pub ctx_Iter_Check: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> c_int,
    /// HPyIter_Next, index 42.
    pub ctx_Iter_Next: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// _HPy_AsStruct_Tuple, index 43.
    pub ctx_AsStruct_Tuple: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// h_LongType, index 44.
    pub h_LongType: HPy,
}

impl HPyContext {
    /// Where a context has its constants, in bytes.
    pub const CONSTANTS: [usize; 8] = [
        core::mem::offset_of!(Self, h_None),
        core::mem::offset_of!(Self, h_Later),
        core::mem::offset_of!(Self, h_TypeError),
        core::mem::offset_of!(Self, h_TypeType),
        core::mem::offset_of!(Self, h_UnicodeType),
        core::mem::offset_of!(Self, h_TupleType),
        core::mem::offset_of!(Self, h_LongType),
        core::mem::offset_of!(Self, h_Builtins),
    ];
}

/// Names of the functions in C, by index; constants have none.
pub static FUNCTION_NAMES: [&str; 45] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "HPy_Dup",
    "HPy_Close",
    "HPy_Call",
    "HPyErr_SetString",
    "HPy_FatalError",
    "HPyType_FromSpec",
    "HPyType_GetName",
    "_HPy_AsStruct_List",
    "HPyBytes_Size",
    "HPyBytes_AsString",
    "HPyUnicode_AsUTF8AndSize",
    "HPyUnicode_Substring",
    "HPyTuple_FromArray",
    "HPyListBuilder_New",
    "HPyListBuilder_Set",
    "HPyListBuilder_Build",
    "HPyTracker_New",
    "HPyTracker_Add",
    "HPyTracker_ForgetAll",
    "HPyTracker_Close",
    "HPyField_Store",
    "HPyGlobal_Load",
    "HPyContextVar_Get",
    "HPy_LeavePythonExecution",
    "HPy_ReenterPythonExecution",
    "_HPy_CallRealFunctionFromTrampoline",
    "HPyType_HasShape",
    "HPy_Vectorcall",
    "HPyIter_Send",
    "HPyList_SetItem",
    "HPyBytes_Data",
    "HPyUnicode_Check",
    "HPyType_SetShape",
    "HPy_Later",
    "",
    "HPyIter_Check",
    "HPyIter_Next",
    "_HPy_AsStruct_Tuple",
    "",
];

/// Names of the functions in the context, by index; constants have none.
pub static MEMBER_NAMES: [&str; 45] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "ctx_Dup",
    "ctx_Close",
    "ctx_Call",
    "ctx_Err_SetString",
    "ctx_FatalError",
    "ctx_Type_FromSpec",
    "ctx_Type_GetName",
    "ctx_AsStruct_List",
    "ctx_Bytes_Size",
    "ctx_Bytes_AsString",
    "ctx_Unicode_AsUTF8AndSize",
    "ctx_Unicode_Substring",
    "ctx_Tuple_FromArray",
    "ctx_ListBuilder_New",
    "ctx_ListBuilder_Set",
    "ctx_ListBuilder_Build",
    "ctx_Tracker_New",
    "ctx_Tracker_Add",
    "ctx_Tracker_ForgetAll",
    "ctx_Tracker_Close",
    "ctx_Field_Store",
    "ctx_Global_Load",
    "ctx_ContextVar_Get",
    "ctx_LeavePythonExecution",
    "ctx_ReenterPythonExecution",
    "ctx_CallRealFunctionFromTrampoline",
    "ctx_Type_HasShape",
    "ctx_Vectorcall",
    "ctx_Iter_Send",
    "ctx_List_SetItem",
    "ctx_Bytes_Data",
    "ctx_Unicode_Check",
    "ctx_Type_SetShape",
    "ctx_Later",
    "",
    "ctx_Iter_Check",
    "ctx_Iter_Next",
    "ctx_AsStruct_Tuple",
    "",
];
