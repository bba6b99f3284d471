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
pub const HPY_ABI_LAST_MINOR: u32 = 1;

word! {
    #[doc = r" Created, used, and ended once."] HPyListBuilder
}

word! {
    #[doc = r" Created, used, and ended once."] HPyTupleBuilder
}

word! {
    #[doc = r" Created, used, and ended once."] HPyTracker
}

/// The C enum `HPyType_BuiltinShape`.
pub type HPyType_BuiltinShape = c_int;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Legacy: HPyType_BuiltinShape = -1;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Object: HPyType_BuiltinShape = 0;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Type: HPyType_BuiltinShape = 1;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Long: HPyType_BuiltinShape = 2;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Float: HPyType_BuiltinShape = 3;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Unicode: HPyType_BuiltinShape = 4;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Tuple: HPyType_BuiltinShape = 5;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_List: HPyType_BuiltinShape = 6;

/// A value of [`HPyType_BuiltinShape`].
pub const HPyType_BuiltinShape_Dict: HPyType_BuiltinShape = 7;

/// The C enum `HPyType_SpecParam_Kind`.
pub type HPyType_SpecParam_Kind = c_int;

/// A value of [`HPyType_SpecParam_Kind`].
pub const HPyType_SpecParam_Base: HPyType_SpecParam_Kind = 1;

/// A value of [`HPyType_SpecParam_Kind`].
pub const HPyType_SpecParam_BasesTuple: HPyType_SpecParam_Kind = 2;

/// A value of [`HPyType_SpecParam_Kind`].
pub const HPyType_SpecParam_Metaclass: HPyType_SpecParam_Kind = 3;

/// The C enum `HPyDef_Kind`.
pub type HPyDef_Kind = c_int;

/// A value of [`HPyDef_Kind`].
pub const HPyDef_Kind_Slot: HPyDef_Kind = 1;

/// A value of [`HPyDef_Kind`].
pub const HPyDef_Kind_Meth: HPyDef_Kind = 2;

/// A value of [`HPyDef_Kind`].
pub const HPyDef_Kind_Member: HPyDef_Kind = 3;

/// A value of [`HPyDef_Kind`].
pub const HPyDef_Kind_GetSet: HPyDef_Kind = 4;

/// The C enum `HPyMember_FieldType`.
pub type HPyMember_FieldType = c_int;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_SHORT: HPyMember_FieldType = 0;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_INT: HPyMember_FieldType = 1;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_LONG: HPyMember_FieldType = 2;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_FLOAT: HPyMember_FieldType = 3;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_DOUBLE: HPyMember_FieldType = 4;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_STRING: HPyMember_FieldType = 5;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_OBJECT: HPyMember_FieldType = 6;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_CHAR: HPyMember_FieldType = 7;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_BYTE: HPyMember_FieldType = 8;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_UBYTE: HPyMember_FieldType = 9;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_USHORT: HPyMember_FieldType = 10;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_UINT: HPyMember_FieldType = 11;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_ULONG: HPyMember_FieldType = 12;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_STRING_INPLACE: HPyMember_FieldType = 13;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_BOOL: HPyMember_FieldType = 14;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_OBJECT_EX: HPyMember_FieldType = 16;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_LONGLONG: HPyMember_FieldType = 17;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_ULONGLONG: HPyMember_FieldType = 18;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_HPYSSIZET: HPyMember_FieldType = 19;

/// A value of [`HPyMember_FieldType`].
pub const HPyMember_NONE: HPyMember_FieldType = 20;

/// The C enum `_HPyCapsule_key`.
pub type _HPyCapsule_key = c_int;

/// A value of [`_HPyCapsule_key`].
pub const HPyCapsule_key_Pointer: _HPyCapsule_key = 0;

/// A value of [`_HPyCapsule_key`].
pub const HPyCapsule_key_Name: _HPyCapsule_key = 1;

/// A value of [`_HPyCapsule_key`].
pub const HPyCapsule_key_Context: _HPyCapsule_key = 2;

/// A value of [`_HPyCapsule_key`].
pub const HPyCapsule_key_Destructor: _HPyCapsule_key = 3;

/// The C enum `HPy_SourceKind`.
pub type HPy_SourceKind = c_int;

/// A value of [`HPy_SourceKind`].
pub const HPy_SourceKind_Expr: HPy_SourceKind = 0;

/// A value of [`HPy_SourceKind`].
pub const HPy_SourceKind_File: HPy_SourceKind = 1;

/// A value of [`HPy_SourceKind`].
pub const HPy_SourceKind_Single: HPy_SourceKind = 2;

/// The C enum `HPy_RichCmpOp`.
pub type HPy_RichCmpOp = c_int;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_LT: HPy_RichCmpOp = 0;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_LE: HPy_RichCmpOp = 1;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_EQ: HPy_RichCmpOp = 2;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_NE: HPy_RichCmpOp = 3;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_GT: HPy_RichCmpOp = 4;

/// A value of [`HPy_RichCmpOp`].
pub const HPy_GE: HPy_RichCmpOp = 5;

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
pub const HPyFunc_UNARYFUNC: HPyFunc_Signature = 8;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_BINARYFUNC: HPyFunc_Signature = 9;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_TERNARYFUNC: HPyFunc_Signature = 10;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_INQUIRY: HPyFunc_Signature = 11;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_LENFUNC: HPyFunc_Signature = 12;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SSIZEARGFUNC: HPyFunc_Signature = 13;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SSIZESSIZEARGFUNC: HPyFunc_Signature = 14;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SSIZEOBJARGPROC: HPyFunc_Signature = 15;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SSIZESSIZEOBJARGPROC: HPyFunc_Signature = 16;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_OBJOBJARGPROC: HPyFunc_Signature = 17;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_FREEFUNC: HPyFunc_Signature = 18;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_GETATTRFUNC: HPyFunc_Signature = 19;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_GETATTROFUNC: HPyFunc_Signature = 20;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SETATTRFUNC: HPyFunc_Signature = 21;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SETATTROFUNC: HPyFunc_Signature = 22;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_REPRFUNC: HPyFunc_Signature = 23;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_HASHFUNC: HPyFunc_Signature = 24;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_RICHCMPFUNC: HPyFunc_Signature = 25;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_GETITERFUNC: HPyFunc_Signature = 26;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_ITERNEXTFUNC: HPyFunc_Signature = 27;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_DESCRGETFUNC: HPyFunc_Signature = 28;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_DESCRSETFUNC: HPyFunc_Signature = 29;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_INITPROC: HPyFunc_Signature = 30;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_NEWFUNC: HPyFunc_Signature = 31;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_GETTER: HPyFunc_Signature = 32;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_SETTER: HPyFunc_Signature = 33;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_OBJOBJPROC: HPyFunc_Signature = 34;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_TRAVERSEPROC: HPyFunc_Signature = 35;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_DESTRUCTOR: HPyFunc_Signature = 36;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_CAPSULE_DESTRUCTOR: HPyFunc_Signature = 37;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_VECTORCALLFUNC: HPyFunc_Signature = 38;

/// A value of [`HPyFunc_Signature`].
pub const HPyFunc_MOD_CREATE: HPyFunc_Signature = 39;

/// The C enum `HPySlot_Slot`.
pub type HPySlot_Slot = c_int;

/// A value of [`HPySlot_Slot`].
pub const HPy_bf_getbuffer: HPySlot_Slot = 1;

/// A value of [`HPySlot_Slot`].
pub const HPy_bf_releasebuffer: HPySlot_Slot = 2;

/// A value of [`HPySlot_Slot`].
pub const HPy_mp_ass_subscript: HPySlot_Slot = 3;

/// A value of [`HPySlot_Slot`].
pub const HPy_mp_length: HPySlot_Slot = 4;

/// A value of [`HPySlot_Slot`].
pub const HPy_mp_subscript: HPySlot_Slot = 5;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_absolute: HPySlot_Slot = 6;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_add: HPySlot_Slot = 7;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_and: HPySlot_Slot = 8;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_bool: HPySlot_Slot = 9;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_divmod: HPySlot_Slot = 10;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_float: HPySlot_Slot = 11;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_floor_divide: HPySlot_Slot = 12;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_index: HPySlot_Slot = 13;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_add: HPySlot_Slot = 14;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_and: HPySlot_Slot = 15;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_floor_divide: HPySlot_Slot = 16;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_lshift: HPySlot_Slot = 17;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_multiply: HPySlot_Slot = 18;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_or: HPySlot_Slot = 19;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_power: HPySlot_Slot = 20;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_remainder: HPySlot_Slot = 21;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_rshift: HPySlot_Slot = 22;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_subtract: HPySlot_Slot = 23;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_true_divide: HPySlot_Slot = 24;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_xor: HPySlot_Slot = 25;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_int: HPySlot_Slot = 26;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_invert: HPySlot_Slot = 27;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_lshift: HPySlot_Slot = 28;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_multiply: HPySlot_Slot = 29;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_negative: HPySlot_Slot = 30;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_or: HPySlot_Slot = 31;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_positive: HPySlot_Slot = 32;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_power: HPySlot_Slot = 33;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_remainder: HPySlot_Slot = 34;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_rshift: HPySlot_Slot = 35;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_subtract: HPySlot_Slot = 36;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_true_divide: HPySlot_Slot = 37;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_xor: HPySlot_Slot = 38;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_ass_item: HPySlot_Slot = 39;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_concat: HPySlot_Slot = 40;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_contains: HPySlot_Slot = 41;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_inplace_concat: HPySlot_Slot = 42;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_inplace_repeat: HPySlot_Slot = 43;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_item: HPySlot_Slot = 44;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_length: HPySlot_Slot = 45;

/// A value of [`HPySlot_Slot`].
pub const HPy_sq_repeat: HPySlot_Slot = 46;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_call: HPySlot_Slot = 50;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_descr_get: HPySlot_Slot = 54;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_hash: HPySlot_Slot = 59;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_init: HPySlot_Slot = 60;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_new: HPySlot_Slot = 65;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_repr: HPySlot_Slot = 66;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_richcompare: HPySlot_Slot = 67;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_str: HPySlot_Slot = 70;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_traverse: HPySlot_Slot = 71;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_matrix_multiply: HPySlot_Slot = 75;

/// A value of [`HPySlot_Slot`].
pub const HPy_nb_inplace_matrix_multiply: HPySlot_Slot = 76;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_finalize: HPySlot_Slot = 80;

/// A value of [`HPySlot_Slot`].
pub const HPy_tp_destroy: HPySlot_Slot = 1000;

/// A value of [`HPySlot_Slot`].
pub const HPy_mod_create: HPySlot_Slot = 2000;

/// A value of [`HPySlot_Slot`].
pub const HPy_mod_exec: HPySlot_Slot = 2001;

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

/// How the runtime calls an extension's `HPyFunc_UNARYFUNC`.
pub type HPyFunc_unaryfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_BINARYFUNC`.
pub type HPyFunc_binaryfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    other: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_TERNARYFUNC`.
pub type HPyFunc_ternaryfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    other: HPy,
    third: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_INQUIRY`.
pub type HPyFunc_inquiry = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_LENFUNC`.
pub type HPyFunc_lenfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> isize;

/// How the runtime calls an extension's `HPyFunc_SSIZEARGFUNC`.
pub type HPyFunc_ssizeargfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    index: isize,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_SSIZESSIZEARGFUNC`.
pub type HPyFunc_ssizessizeargfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    start: isize,
    end: isize,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_SSIZEOBJARGPROC`.
pub type HPyFunc_ssizeobjargproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    index: isize,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_SSIZESSIZEOBJARGPROC`.
pub type HPyFunc_ssizessizeobjargproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    start: isize,
    end: isize,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_OBJOBJARGPROC`.
pub type HPyFunc_objobjargproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    key: HPy,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_FREEFUNC`.
pub type HPyFunc_freefunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    data: *mut c_void,
);

/// How the runtime calls an extension's `HPyFunc_GETATTRFUNC`.
pub type HPyFunc_getattrfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    name: *mut c_char,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_GETATTROFUNC`.
pub type HPyFunc_getattrofunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    name: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_SETATTRFUNC`.
pub type HPyFunc_setattrfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    name: *mut c_char,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_SETATTROFUNC`.
pub type HPyFunc_setattrofunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    name: HPy,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_REPRFUNC`.
pub type HPyFunc_reprfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_HASHFUNC`.
pub type HPyFunc_hashfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> isize;

/// How the runtime calls an extension's `HPyFunc_RICHCMPFUNC`.
pub type HPyFunc_richcmpfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    other: HPy,
    op: HPy_RichCmpOp,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_GETITERFUNC`.
pub type HPyFunc_getiterfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_ITERNEXTFUNC`.
pub type HPyFunc_iternextfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_DESCRGETFUNC`.
pub type HPyFunc_descrgetfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    object: HPy,
    r#type: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_DESCRSETFUNC`.
pub type HPyFunc_descrsetfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    object: HPy,
    value: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_INITPROC`.
pub type HPyFunc_initproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_NEWFUNC`.
pub type HPyFunc_newfunc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    r#type: HPy,
    args: *const HPy,
    nargs: isize,
    kw: HPy,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_GETTER`.
pub type HPyFunc_getter = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    closure: *mut c_void,
) -> HPy;

/// How the runtime calls an extension's `HPyFunc_SETTER`.
pub type HPyFunc_setter = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    value: HPy,
    closure: *mut c_void,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_OBJOBJPROC`.
pub type HPyFunc_objobjproc = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    self_: HPy,
    other: HPy,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_TRAVERSEPROC`.
pub type HPyFunc_traverseproc = unsafe extern "C" fn(
    object: *mut c_void,
    visit: HPyFunc_visitproc,
    arg: *mut c_void,
) -> c_int;

/// How the runtime calls an extension's `HPyFunc_DESTRUCTOR`.
pub type HPyFunc_destructor = unsafe extern "C" fn(ctx: *mut HPyContext, self_: HPy);

/// How the runtime calls an extension's `HPyFunc_CAPSULE_DESTRUCTOR`.
pub type HPyFunc_capsule_destructor = unsafe extern "C" fn(
    name: *const c_char,
    pointer: *mut c_void,
    context: *mut c_void,
);

/// How the runtime calls an extension's `HPyFunc_MOD_CREATE`.
pub type HPyFunc_mod_create = unsafe extern "C" fn(
    ctx: *mut HPyContext,
    spec: HPy,
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
    /// h_True, index 1.
    pub h_True: HPy,
    /// h_False, index 2.
    pub h_False: HPy,
    /// h_NotImplemented, index 3.
    pub h_NotImplemented: HPy,
    /// h_Ellipsis, index 4.
    pub h_Ellipsis: HPy,
    /// h_BaseException, index 5.
    pub h_BaseException: HPy,
    /// h_Exception, index 6.
    pub h_Exception: HPy,
    /// h_StopAsyncIteration, index 7.
    pub h_StopAsyncIteration: HPy,
    /// h_StopIteration, index 8.
    pub h_StopIteration: HPy,
    /// h_GeneratorExit, index 9.
    pub h_GeneratorExit: HPy,
    /// h_ArithmeticError, index 10.
    pub h_ArithmeticError: HPy,
    /// h_LookupError, index 11.
    pub h_LookupError: HPy,
    /// h_AssertionError, index 12.
    pub h_AssertionError: HPy,
    /// h_AttributeError, index 13.
    pub h_AttributeError: HPy,
    /// h_BufferError, index 14.
    pub h_BufferError: HPy,
    /// h_EOFError, index 15.
    pub h_EOFError: HPy,
    /// h_FloatingPointError, index 16.
    pub h_FloatingPointError: HPy,
    /// h_OSError, index 17.
    pub h_OSError: HPy,
    /// h_ImportError, index 18.
    pub h_ImportError: HPy,
    /// h_ModuleNotFoundError, index 19.
    pub h_ModuleNotFoundError: HPy,
    /// h_IndexError, index 20.
    pub h_IndexError: HPy,
    /// h_KeyError, index 21.
    pub h_KeyError: HPy,
    /// h_KeyboardInterrupt, index 22.
    pub h_KeyboardInterrupt: HPy,
    /// h_MemoryError, index 23.
    pub h_MemoryError: HPy,
    /// h_NameError, index 24.
    pub h_NameError: HPy,
    /// h_OverflowError, index 25.
    pub h_OverflowError: HPy,
    /// h_RuntimeError, index 26.
    pub h_RuntimeError: HPy,
    /// h_RecursionError, index 27.
    pub h_RecursionError: HPy,
    /// h_NotImplementedError, index 28.
    pub h_NotImplementedError: HPy,
    /// h_SyntaxError, index 29.
    pub h_SyntaxError: HPy,
    /// h_IndentationError, index 30.
    pub h_IndentationError: HPy,
    /// h_TabError, index 31.
    pub h_TabError: HPy,
    /// h_ReferenceError, index 32.
    pub h_ReferenceError: HPy,
    /// h_SystemError, index 33.
    pub h_SystemError: HPy,
    /// h_SystemExit, index 34.
    pub h_SystemExit: HPy,
    /// h_TypeError, index 35.
    pub h_TypeError: HPy,
    /// h_UnboundLocalError, index 36.
    pub h_UnboundLocalError: HPy,
    /// h_UnicodeError, index 37.
    pub h_UnicodeError: HPy,
    /// h_UnicodeEncodeError, index 38.
    pub h_UnicodeEncodeError: HPy,
    /// h_UnicodeDecodeError, index 39.
    pub h_UnicodeDecodeError: HPy,
    /// h_UnicodeTranslateError, index 40.
    pub h_UnicodeTranslateError: HPy,
    /// h_ValueError, index 41.
    pub h_ValueError: HPy,
    /// h_ZeroDivisionError, index 42.
    pub h_ZeroDivisionError: HPy,
    /// h_BlockingIOError, index 43.
    pub h_BlockingIOError: HPy,
    /// h_BrokenPipeError, index 44.
    pub h_BrokenPipeError: HPy,
    /// h_ChildProcessError, index 45.
    pub h_ChildProcessError: HPy,
    /// h_ConnectionError, index 46.
    pub h_ConnectionError: HPy,
    /// h_ConnectionAbortedError, index 47.
    pub h_ConnectionAbortedError: HPy,
    /// h_ConnectionRefusedError, index 48.
    pub h_ConnectionRefusedError: HPy,
    /// h_ConnectionResetError, index 49.
    pub h_ConnectionResetError: HPy,
    /// h_FileExistsError, index 50.
    pub h_FileExistsError: HPy,
    /// h_FileNotFoundError, index 51.
    pub h_FileNotFoundError: HPy,
    /// h_InterruptedError, index 52.
    pub h_InterruptedError: HPy,
    /// h_IsADirectoryError, index 53.
    pub h_IsADirectoryError: HPy,
    /// h_NotADirectoryError, index 54.
    pub h_NotADirectoryError: HPy,
    /// h_PermissionError, index 55.
    pub h_PermissionError: HPy,
    /// h_ProcessLookupError, index 56.
    pub h_ProcessLookupError: HPy,
    /// h_TimeoutError, index 57.
    pub h_TimeoutError: HPy,
    /// h_Warning, index 58.
    pub h_Warning: HPy,
    /// h_UserWarning, index 59.
    pub h_UserWarning: HPy,
    /// h_DeprecationWarning, index 60.
    pub h_DeprecationWarning: HPy,
    /// h_PendingDeprecationWarning, index 61.
    pub h_PendingDeprecationWarning: HPy,
    /// h_SyntaxWarning, index 62.
    pub h_SyntaxWarning: HPy,
    /// h_RuntimeWarning, index 63.
    pub h_RuntimeWarning: HPy,
    /// h_FutureWarning, index 64.
    pub h_FutureWarning: HPy,
    /// h_ImportWarning, index 65.
    pub h_ImportWarning: HPy,
    /// h_UnicodeWarning, index 66.
    pub h_UnicodeWarning: HPy,
    /// h_BytesWarning, index 67.
    pub h_BytesWarning: HPy,
    /// h_ResourceWarning, index 68.
    pub h_ResourceWarning: HPy,
    /// h_BaseObjectType, index 69.
    pub h_BaseObjectType: HPy,
    /// h_TypeType, index 70.
    pub h_TypeType: HPy,
    /// h_BoolType, index 71.
    pub h_BoolType: HPy,
    /// h_LongType, index 72.
    pub h_LongType: HPy,
    /// h_FloatType, index 73.
    pub h_FloatType: HPy,
    /// h_UnicodeType, index 74.
    pub h_UnicodeType: HPy,
    /// h_TupleType, index 75.
    pub h_TupleType: HPy,
    /// h_ListType, index 76.
    pub h_ListType: HPy,
    /// HPy_Dup, index 77.
    pub ctx_Dup: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> HPy,
    /// HPy_Close, index 78.
    pub ctx_Close: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy),
    /// HPyLong_FromInt32_t, index 79.
    pub ctx_Long_FromInt32_t: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        value: i32,
    ) -> HPy,
    /// HPyLong_FromUInt32_t, index 80.
    pub ctx_Long_FromUInt32_t: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        value: u32,
    ) -> HPy,
    /// HPyLong_FromInt64_t, index 81.
    pub ctx_Long_FromInt64_t: unsafe extern "C" fn(ctx: *mut HPyContext, v: i64) -> HPy,
    /// HPyLong_FromUInt64_t, index 82.
    pub ctx_Long_FromUInt64_t: unsafe extern "C" fn(ctx: *mut HPyContext, v: u64) -> HPy,
    /// HPyLong_FromSize_t, index 83.
    pub ctx_Long_FromSize_t: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        value: usize,
    ) -> HPy,
    /// HPyLong_FromSsize_t, index 84.
    pub ctx_Long_FromSsize_t: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        value: isize,
    ) -> HPy,
    /// HPyLong_AsInt32_t, index 85.
    pub ctx_Long_AsInt32_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> i32,
    /// HPyLong_AsUInt32_t, index 86.
    pub ctx_Long_AsUInt32_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> u32,
    /// HPyLong_AsUInt32_tMask, index 87.
    pub ctx_Long_AsUInt32_tMask: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> u32,
    /// HPyLong_AsInt64_t, index 88.
    pub ctx_Long_AsInt64_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> i64,
    /// HPyLong_AsUInt64_t, index 89.
    pub ctx_Long_AsUInt64_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> u64,
    /// HPyLong_AsUInt64_tMask, index 90.
    pub ctx_Long_AsUInt64_tMask: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> u64,
    /// HPyLong_AsSize_t, index 91.
    pub ctx_Long_AsSize_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> usize,
    /// HPyLong_AsSsize_t, index 92.
    pub ctx_Long_AsSsize_t: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> isize,
    /// HPyLong_AsVoidPtr, index 93.
    pub ctx_Long_AsVoidPtr: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// HPyLong_AsDouble, index 94.
    pub ctx_Long_AsDouble: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> f64,
    /// HPyFloat_FromDouble, index 95.
    pub ctx_Float_FromDouble: unsafe extern "C" fn(ctx: *mut HPyContext, v: f64) -> HPy,
    /// HPyFloat_AsDouble, index 96.
    pub ctx_Float_AsDouble: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> f64,
    /// HPyBool_FromBool, index 97.
    pub ctx_Bool_FromBool: unsafe extern "C" fn(ctx: *mut HPyContext, v: bool) -> HPy,
    /// HPy_Length, index 98.
    pub ctx_Length: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> isize,
    /// HPyNumber_Check, index 99.
    pub ctx_Number_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPy_Add, index 100.
    pub ctx_Add: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Subtract, index 101.
    pub ctx_Subtract: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_Multiply, index 102.
    pub ctx_Multiply: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_MatrixMultiply, index 103.
    pub ctx_MatrixMultiply: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_FloorDivide, index 104.
    pub ctx_FloorDivide: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_TrueDivide, index 105.
    pub ctx_TrueDivide: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_Remainder, index 106.
    pub ctx_Remainder: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_Divmod, index 107.
    pub ctx_Divmod: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Power, index 108.
    pub ctx_Power: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
        h3: HPy,
    ) -> HPy,
    /// HPy_Negative, index 109.
    pub ctx_Negative: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Positive, index 110.
    pub ctx_Positive: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Absolute, index 111.
    pub ctx_Absolute: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Invert, index 112.
    pub ctx_Invert: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Lshift, index 113.
    pub ctx_Lshift: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Rshift, index 114.
    pub ctx_Rshift: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_And, index 115.
    pub ctx_And: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Xor, index 116.
    pub ctx_Xor: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Or, index 117.
    pub ctx_Or: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy, h2: HPy) -> HPy,
    /// HPy_Index, index 118.
    pub ctx_Index: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Long, index 119.
    pub ctx_Long: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_Float, index 120.
    pub ctx_Float: unsafe extern "C" fn(ctx: *mut HPyContext, h1: HPy) -> HPy,
    /// HPy_InPlaceAdd, index 121.
    pub ctx_InPlaceAdd: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceSubtract, index 122.
    pub ctx_InPlaceSubtract: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceMultiply, index 123.
    pub ctx_InPlaceMultiply: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceMatrixMultiply, index 124.
    pub ctx_InPlaceMatrixMultiply: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceFloorDivide, index 125.
    pub ctx_InPlaceFloorDivide: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceTrueDivide, index 126.
    pub ctx_InPlaceTrueDivide: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceRemainder, index 127.
    pub ctx_InPlaceRemainder: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlacePower, index 128.
    pub ctx_InPlacePower: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
        h3: HPy,
    ) -> HPy,
    /// HPy_InPlaceLshift, index 129.
    pub ctx_InPlaceLshift: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceRshift, index 130.
    pub ctx_InPlaceRshift: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceAnd, index 131.
    pub ctx_InPlaceAnd: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceXor, index 132.
    pub ctx_InPlaceXor: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPy_InPlaceOr, index 133.
    pub ctx_InPlaceOr: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h1: HPy,
        h2: HPy,
    ) -> HPy,
    /// HPyCallable_Check, index 134.
    pub ctx_Callable_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPy_CallTupleDict, index 135.
    pub ctx_CallTupleDict: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        callable: HPy,
        args: HPy,
        kw: HPy,
    ) -> HPy,
    /// HPy_FatalError, index 136.
    pub ctx_FatalError: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        message: *const c_char,
    ),
    /// HPyErr_SetString, index 137.
    pub ctx_Err_SetString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        utf8_message: *const c_char,
    ),
    /// HPyErr_SetObject, index 138.
    pub ctx_Err_SetObject: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        h_value: HPy,
    ),
    /// HPyErr_SetFromErrnoWithFilename, index 139.
    pub ctx_Err_SetFromErrnoWithFilename: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        filename_fsencoded: *const c_char,
    ) -> HPy,
    /// HPyErr_SetFromErrnoWithFilenameObjects, index 140.
    pub ctx_Err_SetFromErrnoWithFilenameObjects: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        filename1: HPy,
        filename2: HPy,
    ),
    /// HPyErr_Occurred, index 141.
    pub ctx_Err_Occurred: unsafe extern "C" fn(ctx: *mut HPyContext) -> c_int,
    /// HPyErr_ExceptionMatches, index 142.
    pub ctx_Err_ExceptionMatches: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        exc: HPy,
    ) -> c_int,
    /// HPyErr_NoMemory, index 143.
    pub ctx_Err_NoMemory: unsafe extern "C" fn(ctx: *mut HPyContext),
    /// HPyErr_Clear, index 144.
    pub ctx_Err_Clear: unsafe extern "C" fn(ctx: *mut HPyContext),
    /// HPyErr_NewException, index 145.
    pub ctx_Err_NewException: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        utf8_name: *const c_char,
        base: HPy,
        dict: HPy,
    ) -> HPy,
    /// HPyErr_NewExceptionWithDoc, index 146.
    pub ctx_Err_NewExceptionWithDoc: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        utf8_name: *const c_char,
        utf8_doc: *const c_char,
        base: HPy,
        dict: HPy,
    ) -> HPy,
    /// HPyErr_WarnEx, index 147.
    pub ctx_Err_WarnEx: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        category: HPy,
        utf8_message: *const c_char,
        stack_level: isize,
    ) -> c_int,
    /// HPyErr_WriteUnraisable, index 148.
    pub ctx_Err_WriteUnraisable: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy),
    /// HPy_IsTrue, index 149.
    pub ctx_IsTrue: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyType_FromSpec, index 150.
    pub ctx_Type_FromSpec: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        spec: *mut HPyType_Spec,
        params: *mut HPyType_SpecParam,
    ) -> HPy,
    /// HPyType_GenericNew, index 151.
    pub ctx_Type_GenericNew: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
        args: *const HPy,
        nargs: isize,
        kw: HPy,
    ) -> HPy,
    /// HPy_GetAttr, index 152.
    pub ctx_GetAttr: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        name: HPy,
    ) -> HPy,
    /// HPy_GetAttr_s, index 153.
    pub ctx_GetAttr_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_name: *const c_char,
    ) -> HPy,
    /// HPy_HasAttr, index 154.
    pub ctx_HasAttr: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        name: HPy,
    ) -> c_int,
    /// HPy_HasAttr_s, index 155.
    pub ctx_HasAttr_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_name: *const c_char,
    ) -> c_int,
    /// HPy_SetAttr, index 156.
    pub ctx_SetAttr: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        name: HPy,
        value: HPy,
    ) -> c_int,
    /// HPy_SetAttr_s, index 157.
    pub ctx_SetAttr_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_name: *const c_char,
        value: HPy,
    ) -> c_int,
    /// HPy_GetItem, index 158.
    pub ctx_GetItem: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        key: HPy,
    ) -> HPy,
    /// HPy_GetItem_i, index 159.
    pub ctx_GetItem_i: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        idx: isize,
    ) -> HPy,
    /// HPy_GetItem_s, index 160.
    pub ctx_GetItem_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_key: *const c_char,
    ) -> HPy,
    /// HPy_Contains, index 161.
    pub ctx_Contains: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        container: HPy,
        key: HPy,
    ) -> c_int,
    /// HPy_SetItem, index 162.
    pub ctx_SetItem: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        key: HPy,
        value: HPy,
    ) -> c_int,
    /// HPy_SetItem_i, index 163.
    pub ctx_SetItem_i: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        idx: isize,
        value: HPy,
    ) -> c_int,
    /// HPy_SetItem_s, index 164.
    pub ctx_SetItem_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_key: *const c_char,
        value: HPy,
    ) -> c_int,
    /// HPy_Type, index 165.
    pub ctx_Type: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPy_TypeCheck, index 166.
    pub ctx_TypeCheck: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        r#type: HPy,
    ) -> c_int,
    /// HPy_Is, index 167.
    pub ctx_Is: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        other: HPy,
    ) -> c_int,
    /// _HPy_AsStruct_Object, index 168.
    pub ctx_AsStruct_Object: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_Legacy, index 169.
    pub ctx_AsStruct_Legacy: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_New, index 170.
    pub ctx_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
        data: *mut *mut c_void,
    ) -> HPy,
    /// HPy_Repr, index 171.
    pub ctx_Repr: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPy_Str, index 172.
    pub ctx_Str: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPy_ASCII, index 173.
    pub ctx_ASCII: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPy_Bytes, index 174.
    pub ctx_Bytes: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPy_RichCompare, index 175.
    pub ctx_RichCompare: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        v: HPy,
        w: HPy,
        op: c_int,
    ) -> HPy,
    /// HPy_RichCompareBool, index 176.
    pub ctx_RichCompareBool: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        v: HPy,
        w: HPy,
        op: c_int,
    ) -> c_int,
    /// HPy_Hash, index 177.
    pub ctx_Hash: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> isize,
    /// HPyBytes_Check, index 178.
    pub ctx_Bytes_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyBytes_Size, index 179.
    pub ctx_Bytes_Size: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> isize,
    /// HPyBytes_GET_SIZE, index 180.
    pub ctx_Bytes_GET_SIZE: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> isize,
    /// HPyBytes_AsString, index 181.
    pub ctx_Bytes_AsString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *const c_char,
    /// HPyBytes_AS_STRING, index 182.
    pub ctx_Bytes_AS_STRING: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *const c_char,
    /// HPyBytes_FromString, index 183.
    pub ctx_Bytes_FromString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        bytes: *const c_char,
    ) -> HPy,
    /// HPyBytes_FromStringAndSize, index 184.
    pub ctx_Bytes_FromStringAndSize: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        bytes: *const c_char,
        len: isize,
    ) -> HPy,
    /// HPyUnicode_FromString, index 185.
    pub ctx_Unicode_FromString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        utf8: *const c_char,
    ) -> HPy,
    /// HPyUnicode_Check, index 186.
    pub ctx_Unicode_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyUnicode_AsASCIIString, index 187.
    pub ctx_Unicode_AsASCIIString: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> HPy,
    /// HPyUnicode_AsLatin1String, index 188.
    pub ctx_Unicode_AsLatin1String: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> HPy,
    /// HPyUnicode_AsUTF8String, index 189.
    pub ctx_Unicode_AsUTF8String: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> HPy,
    /// HPyUnicode_AsUTF8AndSize, index 190.
    pub ctx_Unicode_AsUTF8AndSize: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
        size: *mut isize,
    ) -> *const c_char,
    /// HPyUnicode_FromWideChar, index 191.
    pub ctx_Unicode_FromWideChar: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        w: *const wchar_t,
        size: isize,
    ) -> HPy,
    /// HPyUnicode_DecodeFSDefault, index 192.
    pub ctx_Unicode_DecodeFSDefault: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        v: *const c_char,
    ) -> HPy,
    /// HPyUnicode_DecodeFSDefaultAndSize, index 193.
    pub ctx_Unicode_DecodeFSDefaultAndSize: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        v: *const c_char,
        size: isize,
    ) -> HPy,
    /// HPyUnicode_EncodeFSDefault, index 194.
    pub ctx_Unicode_EncodeFSDefault: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> HPy,
    /// HPyUnicode_ReadChar, index 195.
    pub ctx_Unicode_ReadChar: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
        index: isize,
    ) -> u32,
    /// HPyUnicode_DecodeASCII, index 196.
    pub ctx_Unicode_DecodeASCII: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        ascii: *const c_char,
        size: isize,
        errors: *const c_char,
    ) -> HPy,
    /// HPyUnicode_DecodeLatin1, index 197.
    pub ctx_Unicode_DecodeLatin1: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        latin1: *const c_char,
        size: isize,
        errors: *const c_char,
    ) -> HPy,
    /// HPyList_Check, index 198.
    pub ctx_List_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyList_New, index 199.
    pub ctx_List_New: unsafe extern "C" fn(ctx: *mut HPyContext, len: isize) -> HPy,
    /// HPyList_Append, index 200.
    pub ctx_List_Append: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_list: HPy,
        h_item: HPy,
    ) -> c_int,
    /// HPyDict_Check, index 201.
    pub ctx_Dict_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyDict_New, index 202.
    pub ctx_Dict_New: unsafe extern "C" fn(ctx: *mut HPyContext) -> HPy,
    /// HPyTuple_Check, index 203.
    pub ctx_Tuple_Check: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> c_int,
    /// HPyTuple_FromArray, index 204.
    pub ctx_Tuple_FromArray: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        items: *const HPy,
        n: isize,
    ) -> HPy,
    /// HPyImport_ImportModule, index 205.
    pub ctx_Import_ImportModule: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        utf8_name: *const c_char,
    ) -> HPy,
    /// HPy_FromPyObject, index 206.
    pub ctx_FromPyObject: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: *mut cpy_PyObject,
    ) -> HPy,
    /// HPy_AsPyObject, index 207.
    pub ctx_AsPyObject: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut cpy_PyObject,
    /// _HPy_CallRealFunctionFromTrampoline, index 208.
    pub ctx_CallRealFunctionFromTrampoline: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        sig: HPyFunc_Signature,
        func: HPyCFunction,
        args: *mut c_void,
    ),
    /// HPyListBuilder_New, index 209.
    pub ctx_ListBuilder_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        size: isize,
    ) -> HPyListBuilder,
    /// HPyListBuilder_Set, index 210.
    pub ctx_ListBuilder_Set: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyListBuilder,
        index: isize,
        h_item: HPy,
    ),
    /// HPyListBuilder_Build, index 211.
    pub ctx_ListBuilder_Build: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyListBuilder,
    ) -> HPy,
    /// HPyListBuilder_Cancel, index 212.
    pub ctx_ListBuilder_Cancel: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyListBuilder,
    ),
    /// HPyTupleBuilder_New, index 213.
    pub ctx_TupleBuilder_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        size: isize,
    ) -> HPyTupleBuilder,
    /// HPyTupleBuilder_Set, index 214.
    pub ctx_TupleBuilder_Set: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyTupleBuilder,
        index: isize,
        h_item: HPy,
    ),
    /// HPyTupleBuilder_Build, index 215.
    pub ctx_TupleBuilder_Build: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyTupleBuilder,
    ) -> HPy,
    /// HPyTupleBuilder_Cancel, index 216.
    pub ctx_TupleBuilder_Cancel: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        builder: HPyTupleBuilder,
    ),
    /// HPyTracker_New, index 217.
    pub ctx_Tracker_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        size: isize,
    ) -> HPyTracker,
    /// HPyTracker_Add, index 218.
    pub ctx_Tracker_Add: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        ht: HPyTracker,
        h: HPy,
    ) -> c_int,
    /// HPyTracker_ForgetAll, index 219.
    pub ctx_Tracker_ForgetAll: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        ht: HPyTracker,
    ),
    /// HPyTracker_Close, index 220.
    pub ctx_Tracker_Close: unsafe extern "C" fn(ctx: *mut HPyContext, ht: HPyTracker),
    /// HPyField_Store, index 221.
    pub ctx_Field_Store: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        target_object: HPy,
        target_field: *mut HPyField,
        h: HPy,
    ),
    /// HPyField_Load, index 222.
    pub ctx_Field_Load: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        source_object: HPy,
        source_field: HPyField,
    ) -> HPy,
    /// HPy_ReenterPythonExecution, index 223.
    pub ctx_ReenterPythonExecution: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        state: HPyThreadState,
    ),
    /// HPy_LeavePythonExecution, index 224.
    pub ctx_LeavePythonExecution: unsafe extern "C" fn(
        ctx: *mut HPyContext,
    ) -> HPyThreadState,
    /// HPyGlobal_Store, index 225.
    pub ctx_Global_Store: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        global: *mut HPyGlobal,
        h: HPy,
    ),
    /// HPyGlobal_Load, index 226.
    pub ctx_Global_Load: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        global: HPyGlobal,
    ) -> HPy,
    /// _HPy_Dump, index 227.
    pub ctx_Dump: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy),
    /// _HPy_AsStruct_Type, index 228.
    pub ctx_AsStruct_Type: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_Long, index 229.
    pub ctx_AsStruct_Long: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_Float, index 230.
    pub ctx_AsStruct_Float: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_Unicode, index 231.
    pub ctx_AsStruct_Unicode: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_Tuple, index 232.
    pub ctx_AsStruct_Tuple: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPy_AsStruct_List, index 233.
    pub ctx_AsStruct_List: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// _HPyType_GetBuiltinShape, index 234.
    pub ctx_Type_GetBuiltinShape: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_type: HPy,
    ) -> HPyType_BuiltinShape,
    /// HPy_DelItem, index 235.
    pub ctx_DelItem: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        key: HPy,
    ) -> c_int,
    /// HPy_DelItem_i, index 236.
    pub ctx_DelItem_i: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        idx: isize,
    ) -> c_int,
    /// HPy_DelItem_s, index 237.
    pub ctx_DelItem_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        utf8_key: *const c_char,
    ) -> c_int,
    /// h_ComplexType, index 238.
    pub h_ComplexType: HPy,
    /// h_BytesType, index 239.
    pub h_BytesType: HPy,
    /// h_MemoryViewType, index 240.
    pub h_MemoryViewType: HPy,
    /// h_CapsuleType, index 241.
    pub h_CapsuleType: HPy,
    /// h_SliceType, index 242.
    pub h_SliceType: HPy,
    /// h_Builtins, index 243.
    pub h_Builtins: HPy,
    /// HPyCapsule_New, index 244.
    pub ctx_Capsule_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        pointer: *mut c_void,
        utf8_name: *const c_char,
        destructor: *mut HPyCapsule_Destructor,
    ) -> HPy,
    /// HPyCapsule_Get, index 245.
    pub ctx_Capsule_Get: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        capsule: HPy,
        key: _HPyCapsule_key,
        utf8_name: *const c_char,
    ) -> *mut c_void,
    /// HPyCapsule_IsValid, index 246.
    pub ctx_Capsule_IsValid: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        capsule: HPy,
        utf8_name: *const c_char,
    ) -> c_int,
    /// HPyCapsule_Set, index 247.
    pub ctx_Capsule_Set: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        capsule: HPy,
        key: _HPyCapsule_key,
        value: *mut c_void,
    ) -> c_int,
    /// HPy_Compile_s, index 248.
    pub ctx_Compile_s: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        utf8_source: *const c_char,
        utf8_filename: *const c_char,
        kind: HPy_SourceKind,
    ) -> HPy,
    /// HPy_EvalCode, index 249.
    pub ctx_EvalCode: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        code: HPy,
        globals: HPy,
        locals: HPy,
    ) -> HPy,
    /// HPyContextVar_New, index 250.
    pub ctx_ContextVar_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        name: *const c_char,
        default_value: HPy,
    ) -> HPy,
    /// HPyContextVar_Get, index 251.
    pub ctx_ContextVar_Get: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        context_var: HPy,
        default_value: HPy,
        result: *mut HPy,
    ) -> i32,
    /// HPyContextVar_Set, index 252.
    pub ctx_ContextVar_Set: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        context_var: HPy,
        value: HPy,
    ) -> HPy,
    /// HPyType_GetName, index 253.
    pub ctx_Type_GetName: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        r#type: HPy,
    ) -> *const c_char,
    /// HPyType_IsSubtype, index 254.
    pub ctx_Type_IsSubtype: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        sub: HPy,
        r#type: HPy,
    ) -> c_int,
    /// HPyUnicode_FromEncodedObject, index 255.
    pub ctx_Unicode_FromEncodedObject: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        encoding: *const c_char,
        errors: *const c_char,
    ) -> HPy,
    /// HPyUnicode_Substring, index 256.
    pub ctx_Unicode_Substring: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        str: HPy,
        start: isize,
        end: isize,
    ) -> HPy,
    /// HPyDict_Keys, index 257.
    pub ctx_Dict_Keys: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> HPy,
    /// HPyDict_Copy, index 258.
    pub ctx_Dict_Copy: unsafe extern "C" fn(ctx: *mut HPyContext, h: HPy) -> HPy,
    /// HPySlice_Unpack, index 259.
    pub ctx_Slice_Unpack: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        slice: HPy,
        start: *mut isize,
        stop: *mut isize,
        step: *mut isize,
    ) -> c_int,
    /// HPy_SetCallFunction, index 260.
    pub ctx_SetCallFunction: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
        func: *mut HPyCallFunction,
    ) -> c_int,
    /// HPy_Call, index 261.
    pub ctx_Call: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        callable: HPy,
        args: *const HPy,
        nargs: usize,
        kwnames: HPy,
    ) -> HPy,
    /// HPy_CallMethod, index 262.
    pub ctx_CallMethod: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        name: HPy,
        args: *const HPy,
        nargs: usize,
        kwnames: HPy,
    ) -> HPy,
    /// h_DictType, index 263.
    pub h_DictType: HPy,
    /// _HPy_AsStruct_Dict, index 264.
    pub ctx_AsStruct_Dict: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h: HPy,
    ) -> *mut c_void,
    /// HPyList_Insert, index 265.
    pub ctx_List_Insert: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        h_list: HPy,
        index: isize,
        h_item: HPy,
    ) -> c_int,
    /// HPy_GetSlice, index 266.
    pub ctx_GetSlice: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        start: isize,
        end: isize,
    ) -> HPy,
    /// HPy_SetSlice, index 267.
    pub ctx_SetSlice: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        start: isize,
        end: isize,
        value: HPy,
    ) -> c_int,
    /// HPy_DelSlice, index 268.
    pub ctx_DelSlice: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        obj: HPy,
        start: isize,
        end: isize,
    ) -> c_int,
    /// HPy_GetIter, index 269.
    pub ctx_GetIter: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPyIter_Next, index 270.
    pub ctx_Iter_Next: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> HPy,
    /// HPyIter_Check, index 271.
    pub ctx_Iter_Check: unsafe extern "C" fn(ctx: *mut HPyContext, obj: HPy) -> c_int,
    /// HPySlice_New, index 272.
    pub ctx_Slice_New: unsafe extern "C" fn(
        ctx: *mut HPyContext,
        start: HPy,
        stop: HPy,
        step: HPy,
    ) -> HPy,
}

impl HPyContext {
    /// Where a context has its constants, in bytes.
    pub const CONSTANTS: [usize; 84] = [
        core::mem::offset_of!(Self, h_None),
        core::mem::offset_of!(Self, h_True),
        core::mem::offset_of!(Self, h_False),
        core::mem::offset_of!(Self, h_NotImplemented),
        core::mem::offset_of!(Self, h_Ellipsis),
        core::mem::offset_of!(Self, h_BaseException),
        core::mem::offset_of!(Self, h_Exception),
        core::mem::offset_of!(Self, h_StopAsyncIteration),
        core::mem::offset_of!(Self, h_StopIteration),
        core::mem::offset_of!(Self, h_GeneratorExit),
        core::mem::offset_of!(Self, h_ArithmeticError),
        core::mem::offset_of!(Self, h_LookupError),
        core::mem::offset_of!(Self, h_AssertionError),
        core::mem::offset_of!(Self, h_AttributeError),
        core::mem::offset_of!(Self, h_BufferError),
        core::mem::offset_of!(Self, h_EOFError),
        core::mem::offset_of!(Self, h_FloatingPointError),
        core::mem::offset_of!(Self, h_OSError),
        core::mem::offset_of!(Self, h_ImportError),
        core::mem::offset_of!(Self, h_ModuleNotFoundError),
        core::mem::offset_of!(Self, h_IndexError),
        core::mem::offset_of!(Self, h_KeyError),
        core::mem::offset_of!(Self, h_KeyboardInterrupt),
        core::mem::offset_of!(Self, h_MemoryError),
        core::mem::offset_of!(Self, h_NameError),
        core::mem::offset_of!(Self, h_OverflowError),
        core::mem::offset_of!(Self, h_RuntimeError),
        core::mem::offset_of!(Self, h_RecursionError),
        core::mem::offset_of!(Self, h_NotImplementedError),
        core::mem::offset_of!(Self, h_SyntaxError),
        core::mem::offset_of!(Self, h_IndentationError),
        core::mem::offset_of!(Self, h_TabError),
        core::mem::offset_of!(Self, h_ReferenceError),
        core::mem::offset_of!(Self, h_SystemError),
        core::mem::offset_of!(Self, h_SystemExit),
        core::mem::offset_of!(Self, h_TypeError),
        core::mem::offset_of!(Self, h_UnboundLocalError),
        core::mem::offset_of!(Self, h_UnicodeError),
        core::mem::offset_of!(Self, h_UnicodeEncodeError),
        core::mem::offset_of!(Self, h_UnicodeDecodeError),
        core::mem::offset_of!(Self, h_UnicodeTranslateError),
        core::mem::offset_of!(Self, h_ValueError),
        core::mem::offset_of!(Self, h_ZeroDivisionError),
        core::mem::offset_of!(Self, h_BlockingIOError),
        core::mem::offset_of!(Self, h_BrokenPipeError),
        core::mem::offset_of!(Self, h_ChildProcessError),
        core::mem::offset_of!(Self, h_ConnectionError),
        core::mem::offset_of!(Self, h_ConnectionAbortedError),
        core::mem::offset_of!(Self, h_ConnectionRefusedError),
        core::mem::offset_of!(Self, h_ConnectionResetError),
        core::mem::offset_of!(Self, h_FileExistsError),
        core::mem::offset_of!(Self, h_FileNotFoundError),
        core::mem::offset_of!(Self, h_InterruptedError),
        core::mem::offset_of!(Self, h_IsADirectoryError),
        core::mem::offset_of!(Self, h_NotADirectoryError),
        core::mem::offset_of!(Self, h_PermissionError),
        core::mem::offset_of!(Self, h_ProcessLookupError),
        core::mem::offset_of!(Self, h_TimeoutError),
        core::mem::offset_of!(Self, h_Warning),
        core::mem::offset_of!(Self, h_UserWarning),
        core::mem::offset_of!(Self, h_DeprecationWarning),
        core::mem::offset_of!(Self, h_PendingDeprecationWarning),
        core::mem::offset_of!(Self, h_SyntaxWarning),
        core::mem::offset_of!(Self, h_RuntimeWarning),
        core::mem::offset_of!(Self, h_FutureWarning),
        core::mem::offset_of!(Self, h_ImportWarning),
        core::mem::offset_of!(Self, h_UnicodeWarning),
        core::mem::offset_of!(Self, h_BytesWarning),
        core::mem::offset_of!(Self, h_ResourceWarning),
        core::mem::offset_of!(Self, h_BaseObjectType),
        core::mem::offset_of!(Self, h_TypeType),
        core::mem::offset_of!(Self, h_BoolType),
        core::mem::offset_of!(Self, h_LongType),
        core::mem::offset_of!(Self, h_FloatType),
        core::mem::offset_of!(Self, h_UnicodeType),
        core::mem::offset_of!(Self, h_TupleType),
        core::mem::offset_of!(Self, h_ListType),
        core::mem::offset_of!(Self, h_ComplexType),
        core::mem::offset_of!(Self, h_BytesType),
        core::mem::offset_of!(Self, h_MemoryViewType),
        core::mem::offset_of!(Self, h_CapsuleType),
        core::mem::offset_of!(Self, h_SliceType),
        core::mem::offset_of!(Self, h_Builtins),
        core::mem::offset_of!(Self, h_DictType),
    ];
}

/// Names of the functions in C, by index; constants have none.
pub static FUNCTION_NAMES: [&str; 273] = [
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

/// Names of the functions in the context, by index; constants have none.
pub static MEMBER_NAMES: [&str; 273] = [
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
    "ctx_Dup",
    "ctx_Close",
    "ctx_Long_FromInt32_t",
    "ctx_Long_FromUInt32_t",
    "ctx_Long_FromInt64_t",
    "ctx_Long_FromUInt64_t",
    "ctx_Long_FromSize_t",
    "ctx_Long_FromSsize_t",
    "ctx_Long_AsInt32_t",
    "ctx_Long_AsUInt32_t",
    "ctx_Long_AsUInt32_tMask",
    "ctx_Long_AsInt64_t",
    "ctx_Long_AsUInt64_t",
    "ctx_Long_AsUInt64_tMask",
    "ctx_Long_AsSize_t",
    "ctx_Long_AsSsize_t",
    "ctx_Long_AsVoidPtr",
    "ctx_Long_AsDouble",
    "ctx_Float_FromDouble",
    "ctx_Float_AsDouble",
    "ctx_Bool_FromBool",
    "ctx_Length",
    "ctx_Number_Check",
    "ctx_Add",
    "ctx_Subtract",
    "ctx_Multiply",
    "ctx_MatrixMultiply",
    "ctx_FloorDivide",
    "ctx_TrueDivide",
    "ctx_Remainder",
    "ctx_Divmod",
    "ctx_Power",
    "ctx_Negative",
    "ctx_Positive",
    "ctx_Absolute",
    "ctx_Invert",
    "ctx_Lshift",
    "ctx_Rshift",
    "ctx_And",
    "ctx_Xor",
    "ctx_Or",
    "ctx_Index",
    "ctx_Long",
    "ctx_Float",
    "ctx_InPlaceAdd",
    "ctx_InPlaceSubtract",
    "ctx_InPlaceMultiply",
    "ctx_InPlaceMatrixMultiply",
    "ctx_InPlaceFloorDivide",
    "ctx_InPlaceTrueDivide",
    "ctx_InPlaceRemainder",
    "ctx_InPlacePower",
    "ctx_InPlaceLshift",
    "ctx_InPlaceRshift",
    "ctx_InPlaceAnd",
    "ctx_InPlaceXor",
    "ctx_InPlaceOr",
    "ctx_Callable_Check",
    "ctx_CallTupleDict",
    "ctx_FatalError",
    "ctx_Err_SetString",
    "ctx_Err_SetObject",
    "ctx_Err_SetFromErrnoWithFilename",
    "ctx_Err_SetFromErrnoWithFilenameObjects",
    "ctx_Err_Occurred",
    "ctx_Err_ExceptionMatches",
    "ctx_Err_NoMemory",
    "ctx_Err_Clear",
    "ctx_Err_NewException",
    "ctx_Err_NewExceptionWithDoc",
    "ctx_Err_WarnEx",
    "ctx_Err_WriteUnraisable",
    "ctx_IsTrue",
    "ctx_Type_FromSpec",
    "ctx_Type_GenericNew",
    "ctx_GetAttr",
    "ctx_GetAttr_s",
    "ctx_HasAttr",
    "ctx_HasAttr_s",
    "ctx_SetAttr",
    "ctx_SetAttr_s",
    "ctx_GetItem",
    "ctx_GetItem_i",
    "ctx_GetItem_s",
    "ctx_Contains",
    "ctx_SetItem",
    "ctx_SetItem_i",
    "ctx_SetItem_s",
    "ctx_Type",
    "ctx_TypeCheck",
    "ctx_Is",
    "ctx_AsStruct_Object",
    "ctx_AsStruct_Legacy",
    "ctx_New",
    "ctx_Repr",
    "ctx_Str",
    "ctx_ASCII",
    "ctx_Bytes",
    "ctx_RichCompare",
    "ctx_RichCompareBool",
    "ctx_Hash",
    "ctx_Bytes_Check",
    "ctx_Bytes_Size",
    "ctx_Bytes_GET_SIZE",
    "ctx_Bytes_AsString",
    "ctx_Bytes_AS_STRING",
    "ctx_Bytes_FromString",
    "ctx_Bytes_FromStringAndSize",
    "ctx_Unicode_FromString",
    "ctx_Unicode_Check",
    "ctx_Unicode_AsASCIIString",
    "ctx_Unicode_AsLatin1String",
    "ctx_Unicode_AsUTF8String",
    "ctx_Unicode_AsUTF8AndSize",
    "ctx_Unicode_FromWideChar",
    "ctx_Unicode_DecodeFSDefault",
    "ctx_Unicode_DecodeFSDefaultAndSize",
    "ctx_Unicode_EncodeFSDefault",
    "ctx_Unicode_ReadChar",
    "ctx_Unicode_DecodeASCII",
    "ctx_Unicode_DecodeLatin1",
    "ctx_List_Check",
    "ctx_List_New",
    "ctx_List_Append",
    "ctx_Dict_Check",
    "ctx_Dict_New",
    "ctx_Tuple_Check",
    "ctx_Tuple_FromArray",
    "ctx_Import_ImportModule",
    "ctx_FromPyObject",
    "ctx_AsPyObject",
    "ctx_CallRealFunctionFromTrampoline",
    "ctx_ListBuilder_New",
    "ctx_ListBuilder_Set",
    "ctx_ListBuilder_Build",
    "ctx_ListBuilder_Cancel",
    "ctx_TupleBuilder_New",
    "ctx_TupleBuilder_Set",
    "ctx_TupleBuilder_Build",
    "ctx_TupleBuilder_Cancel",
    "ctx_Tracker_New",
    "ctx_Tracker_Add",
    "ctx_Tracker_ForgetAll",
    "ctx_Tracker_Close",
    "ctx_Field_Store",
    "ctx_Field_Load",
    "ctx_ReenterPythonExecution",
    "ctx_LeavePythonExecution",
    "ctx_Global_Store",
    "ctx_Global_Load",
    "ctx_Dump",
    "ctx_AsStruct_Type",
    "ctx_AsStruct_Long",
    "ctx_AsStruct_Float",
    "ctx_AsStruct_Unicode",
    "ctx_AsStruct_Tuple",
    "ctx_AsStruct_List",
    "ctx_Type_GetBuiltinShape",
    "ctx_DelItem",
    "ctx_DelItem_i",
    "ctx_DelItem_s",
    "",
    "",
    "",
    "",
    "",
    "",
    "ctx_Capsule_New",
    "ctx_Capsule_Get",
    "ctx_Capsule_IsValid",
    "ctx_Capsule_Set",
    "ctx_Compile_s",
    "ctx_EvalCode",
    "ctx_ContextVar_New",
    "ctx_ContextVar_Get",
    "ctx_ContextVar_Set",
    "ctx_Type_GetName",
    "ctx_Type_IsSubtype",
    "ctx_Unicode_FromEncodedObject",
    "ctx_Unicode_Substring",
    "ctx_Dict_Keys",
    "ctx_Dict_Copy",
    "ctx_Slice_Unpack",
    "ctx_SetCallFunction",
    "ctx_Call",
    "ctx_CallMethod",
    "",
    "ctx_AsStruct_Dict",
    "ctx_List_Insert",
    "ctx_GetSlice",
    "ctx_SetSlice",
    "ctx_DelSlice",
    "ctx_GetIter",
    "ctx_Iter_Next",
    "ctx_Iter_Check",
    "ctx_Slice_New",
];
