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
        index: 6,
        can_fail: false,
    };
    pub(crate) static HPy_Close: Function = Function {
        name: "HPy_Close",
        args: &["h"],
        nullable: &[0],
        index: 7,
        can_fail: false,
    };
    pub(crate) static HPy_Call: Function = Function {
        name: "HPy_Call",
        args: &["callable", "args", "nargs", "kwnames"],
        nullable: &[3],
        index: 8,
        can_fail: true,
    };
    pub(crate) static HPyErr_SetString: Function = Function {
        name: "HPyErr_SetString",
        args: &["h_type", "utf8_message"],
        nullable: &[],
        index: 9,
        can_fail: true,
    };
    pub(crate) static HPy_FatalError: Function = Function {
        name: "HPy_FatalError",
        args: &["message"],
        nullable: &[],
        index: 10,
        can_fail: false,
    };
    pub(crate) static HPyType_FromSpec: Function = Function {
        name: "HPyType_FromSpec",
        args: &["spec", "params"],
        nullable: &[1],
        index: 11,
        can_fail: true,
    };
    pub(crate) static HPyType_GetName: Function = Function {
        name: "HPyType_GetName",
        args: &["type"],
        nullable: &[],
        index: 12,
        can_fail: true,
    };
    pub(crate) static _HPy_AsStruct_List: Function = Function {
        name: "_HPy_AsStruct_List",
        args: &["h"],
        nullable: &[],
        index: 13,
        can_fail: false,
    };
    pub(crate) static _HPy_AsStruct_Tuple: Function = Function {
        name: "_HPy_AsStruct_Tuple",
        args: &["h"],
        nullable: &[],
        index: 43,
        can_fail: false,
    };
    pub(crate) static HPyBytes_Size: Function = Function {
        name: "HPyBytes_Size",
        args: &["h"],
        nullable: &[],
        index: 14,
        can_fail: true,
    };
    pub(crate) static HPyBytes_AsString: Function = Function {
        name: "HPyBytes_AsString",
        args: &["h"],
        nullable: &[],
        index: 15,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_AsUTF8AndSize: Function = Function {
        name: "HPyUnicode_AsUTF8AndSize",
        args: &["h", "size"],
        nullable: &[1],
        index: 16,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_Substring: Function = Function {
        name: "HPyUnicode_Substring",
        args: &["str", "start", "end"],
        nullable: &[],
        index: 17,
        can_fail: true,
    };
    pub(crate) static HPyTuple_FromArray: Function = Function {
        name: "HPyTuple_FromArray",
        args: &["items", "n"],
        nullable: &[0],
        index: 18,
        can_fail: true,
    };
    pub(crate) static HPyListBuilder_New: Function = Function {
        name: "HPyListBuilder_New",
        args: &["size"],
        nullable: &[],
        index: 19,
        can_fail: false,
    };
    pub(crate) static HPyListBuilder_Set: Function = Function {
        name: "HPyListBuilder_Set",
        args: &["builder", "index", "h_item"],
        nullable: &[0, 2],
        index: 20,
        can_fail: false,
    };
    pub(crate) static HPyListBuilder_Build: Function = Function {
        name: "HPyListBuilder_Build",
        args: &["builder"],
        nullable: &[0],
        index: 21,
        can_fail: true,
    };
    pub(crate) static HPyTracker_New: Function = Function {
        name: "HPyTracker_New",
        args: &["size"],
        nullable: &[],
        index: 22,
        can_fail: true,
    };
    pub(crate) static HPyTracker_Add: Function = Function {
        name: "HPyTracker_Add",
        args: &["ht", "h"],
        nullable: &[1],
        index: 23,
        can_fail: true,
    };
    pub(crate) static HPyTracker_ForgetAll: Function = Function {
        name: "HPyTracker_ForgetAll",
        args: &["ht"],
        nullable: &[],
        index: 24,
        can_fail: false,
    };
    pub(crate) static HPyTracker_Close: Function = Function {
        name: "HPyTracker_Close",
        args: &["ht"],
        nullable: &[],
        index: 25,
        can_fail: false,
    };
    pub(crate) static HPyField_Store: Function = Function {
        name: "HPyField_Store",
        args: &["target_object", "target_field", "h"],
        nullable: &[2],
        index: 26,
        can_fail: false,
    };
    pub(crate) static HPyGlobal_Load: Function = Function {
        name: "HPyGlobal_Load",
        args: &["global"],
        nullable: &[],
        index: 27,
        can_fail: false,
    };
    pub(crate) static HPyContextVar_Get: Function = Function {
        name: "HPyContextVar_Get",
        args: &["context_var", "default_value", "result"],
        nullable: &[1],
        index: 28,
        can_fail: true,
    };
    pub(crate) static HPy_LeavePythonExecution: Function = Function {
        name: "HPy_LeavePythonExecution",
        args: &[],
        nullable: &[],
        index: 29,
        can_fail: false,
    };
    pub(crate) static HPy_ReenterPythonExecution: Function = Function {
        name: "HPy_ReenterPythonExecution",
        args: &["state"],
        nullable: &[],
        index: 30,
        can_fail: false,
    };
    pub(crate) static _HPy_CallRealFunctionFromTrampoline: Function = Function {
        name: "_HPy_CallRealFunctionFromTrampoline",
        args: &["sig", "func", "args"],
        nullable: &[],
        index: 31,
        can_fail: false,
    };
    pub(crate) static HPyType_HasShape: Function = Function {
        name: "HPyType_HasShape",
        args: &["type", "shape"],
        nullable: &[],
        index: 32,
        can_fail: true,
    };
    pub(crate) static HPy_Vectorcall: Function = Function {
        name: "HPy_Vectorcall",
        args: &["callable", "args", "nargs", "kwnames"],
        nullable: &[3],
        index: 33,
        can_fail: true,
    };
    pub(crate) static HPyIter_Send: Function = Function {
        name: "HPyIter_Send",
        args: &["iter", "arg", "call"],
        nullable: &[2],
        index: 34,
        can_fail: true,
    };
    pub(crate) static HPyList_SetItem: Function = Function {
        name: "HPyList_SetItem",
        args: &["list", "index", "item"],
        nullable: &[],
        index: 35,
        can_fail: true,
    };
    pub(crate) static HPyBytes_Data: Function = Function {
        name: "HPyBytes_Data",
        args: &["h", "size"],
        nullable: &[],
        index: 36,
        can_fail: true,
    };
    pub(crate) static HPyUnicode_Check: Function = Function {
        name: "HPyUnicode_Check",
        args: &["h"],
        nullable: &[],
        index: 37,
        can_fail: false,
    };
    pub(crate) static HPyType_SetShape: Function = Function {
        name: "HPyType_SetShape",
        args: &["type", "shape", "name"],
        nullable: &[],
        index: 38,
        can_fail: true,
    };
    pub(crate) static HPy_Later: Function = Function {
        name: "HPy_Later",
        args: &["obj"],
        nullable: &[],
        index: 39,
        can_fail: true,
    };
    pub(crate) static HPyIter_Check: Function = Function {
        name: "HPyIter_Check",
        args: &["obj"],
        nullable: &[],
        index: 41,
        can_fail: false,
    };
    pub(crate) static HPyIter_Next: Function = Function {
        name: "HPyIter_Next",
        args: &["obj"],
        nullable: &[],
        index: 42,
        can_fail: true,
    };
}

/// The check catalogue.
pub(crate) mod checks {
    use crate::reports::report::Check;
    pub(crate) static USE_AFTER_CLOSE: Check = Check {
        id: "use-after-close",
        title: "a closed handle was used",
        help: "use the handle before closing it",
        example: "return HPy_NULL;",
        fatal: Some("Invalid usage of already closed handle"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static DOUBLE_CLOSE: Check = Check {
        id: "double-close",
        title: "double-close",
        help: "avoid double-close",
        example: "return HPy_NULL;",
        fatal: Some("double-close"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static USE_AFTER_CALL: Check = Check {
        id: "use-after-call",
        title: "use-after-call",
        help: "avoid use-after-call",
        example: "return HPy_NULL;",
        fatal: Some("use-after-call"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static CLOSE_ARGUMENT: Check = Check {
        id: "close-argument",
        title: "close-argument",
        help: "avoid close-argument",
        example: "return HPy_NULL;",
        fatal: Some("close-argument"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static RETURN_ARGUMENT: Check = Check {
        id: "return-argument",
        title: "return-argument",
        help: "avoid return-argument",
        example: "return HPy_NULL;",
        fatal: Some("return-argument"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static CLOSE_CONSTANT: Check = Check {
        id: "close-constant",
        title: "close-constant",
        help: "avoid close-constant",
        example: "return HPy_NULL;",
        fatal: Some("close-constant"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static RETURN_CONSTANT: Check = Check {
        id: "return-constant",
        title: "return-constant",
        help: "avoid return-constant",
        example: "return HPy_NULL;",
        fatal: Some("return-constant"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static RETURN_CLOSED: Check = Check {
        id: "return-closed",
        title: "return-closed",
        help: "avoid return-closed",
        example: "return HPy_NULL;",
        fatal: Some("return-closed"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static WILD_HANDLE: Check = Check {
        id: "wild-handle",
        title: "wild-handle",
        help: "avoid wild-handle",
        example: "return HPy_NULL;",
        fatal: Some("wild-handle"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static NULL_ARGUMENT: Check = Check {
        id: "null-argument",
        title: "null-argument",
        help: "avoid null-argument",
        example: "return HPy_NULL;",
        fatal: Some("null-argument"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static TOO_FEW: Check = Check {
        id: "too-few",
        title: "fewer items were passed than the function needs",
        help: "count every item; where a method is called, its object is the first",
        example: "HPy name = HPyUnicode_FromString(ctx, \"upper\");\nreturn HPy_Call(ctx, name, &arg, 0, HPy_NULL);",
        fatal: Some("Invalid number of items"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static WRONG_VALUE: Check = Check {
        id: "wrong-value",
        title: "a number was passed that has no meaning",
        help: "pass a constant",
        example: "HPyType_HasShape(ctx, arg, 42);",
        fatal: Some("Invalid value"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUILDER_USE_AFTER_CLOSE: Check = Check {
        id: "builder-use-after-close",
        title: "builder-use-after-close",
        help: "avoid builder-use-after-close",
        example: "return HPy_NULL;",
        fatal: Some("builder-use-after-close"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static TRACKER_USE_AFTER_CLOSE: Check = Check {
        id: "tracker-use-after-close",
        title: "tracker-use-after-close",
        help: "avoid tracker-use-after-close",
        example: "return HPy_NULL;",
        fatal: Some("tracker-use-after-close"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static WRONG_CONTEXT: Check = Check {
        id: "wrong-context",
        title: "wrong-context",
        help: "avoid wrong-context",
        example: "return HPy_NULL;",
        fatal: Some("wrong-context"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static WRONG_TYPE: Check = Check {
        id: "wrong-type",
        title: "wrong-type",
        help: "avoid wrong-type",
        example: "return HPy_NULL;",
        fatal: Some("wrong-type"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static WRONG_SHAPE: Check = Check {
        id: "wrong-shape",
        title: "wrong-shape",
        help: "avoid wrong-shape",
        example: "return HPy_NULL;",
        fatal: Some("wrong-shape"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static TYPE_SPEC: Check = Check {
        id: "type-spec",
        title: "type-spec",
        help: "avoid type-spec",
        example: "return HPy_NULL;",
        fatal: Some("type-spec"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static FOREIGN_FIELD: Check = Check {
        id: "foreign-field",
        title: "foreign-field",
        help: "avoid foreign-field",
        example: "return HPy_NULL;",
        fatal: Some("foreign-field"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static FIELD_NOT_VISITED: Check = Check {
        id: "field-not-visited",
        title: "field-not-visited",
        help: "avoid field-not-visited",
        example: "return HPy_NULL;",
        fatal: Some("field-not-visited"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUFFER_WRITE: Check = Check {
        id: "buffer-write",
        title: "buffer-write",
        help: "avoid buffer-write",
        example: "return HPy_NULL;",
        fatal: Some("buffer-write"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUFFER_OVERRUN: Check = Check {
        id: "buffer-overrun",
        title: "buffer-overrun",
        help: "avoid buffer-overrun",
        example: "return HPy_NULL;",
        fatal: Some("buffer-overrun"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUFFER_USE_AFTER_CLOSE: Check = Check {
        id: "buffer-use-after-close",
        title: "buffer-use-after-close",
        help: "avoid buffer-use-after-close",
        example: "return HPy_NULL;",
        fatal: Some("buffer-use-after-close"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUILDER_INDEX: Check = Check {
        id: "builder-index",
        title: "an item outside the builder was set",
        help: "indices run from 0 to the size that the builder was made with",
        example: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 1, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        fatal: Some("Index out of the builder's range"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUILDER_ITEM_TWICE: Check = Check {
        id: "builder-item-twice",
        title: "an item of a builder was set twice",
        help: "set every item once; the first one is never given up",
        example: "HPyListBuilder builder = HPyListBuilder_New(ctx, 1);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nHPyListBuilder_Set(ctx, builder, 0, arg);\nreturn HPyListBuilder_Build(ctx, builder);",
        fatal: Some("Item of a builder set twice"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static BUILDER_INCOMPLETE: Check = Check {
        id: "builder-incomplete",
        title: "a builder was built before all of its items were set",
        help: "set every item from 0 to the size that the builder was made with, or cancel the builder",
        example: "HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 2);\nHPyTupleBuilder_Set(ctx, builder, 0, arg);\nreturn HPyTupleBuilder_Build(ctx, builder);",
        fatal: Some("Building with items that were never set"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static INTERPRETER_LEFT: Check = Check {
        id: "interpreter-left",
        title: "the API was used while the interpreter was left",
        help: "call HPy_ReenterPythonExecution first, in the same function that left",
        example: "HPyThreadState state = HPy_LeavePythonExecution(ctx);\nHPy result = HPy_Dup(ctx, arg);\nHPy_ReenterPythonExecution(ctx, state);\nreturn result;",
        fatal: Some("Error: Wrong HPy Context!"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static RESULT_WITH_EXCEPTION: Check = Check {
        id: "result-with-exception",
        title: "a result was returned although an exception is set",
        help: "return the error value (HPy_NULL or -1) when a call failed, or clear the exception with HPyErr_Clear",
        example: "HPyErr_SetString(ctx, ctx->h_ValueError, \"ignored\");\nreturn HPy_Dup(ctx, arg);",
        fatal: Some("A result was returned with an exception set"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static ERROR_WITHOUT_EXCEPTION: Check = Check {
        id: "error-without-exception",
        title: "an error was returned but no exception is set",
        help: "set an exception before returning HPy_NULL or -1",
        example: "return HPy_NULL;",
        fatal: Some("An error was returned without an exception set"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static EXCEPTION_PENDING: Check = Check {
        id: "exception-pending",
        title: "the API was used while an exception is set",
        help: "check the result of every call; then return, or clear the exception with HPyErr_Clear",
        example: "HPyErr_SetString(ctx, ctx->h_ValueError, \"forgotten\");\nHPy text = HPy_Repr(ctx, arg);\nHPyErr_Clear(ctx);\nreturn text;",
        fatal: Some("The API was used with an exception set"),
        is_warning: true,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static USE_IN_LATER_CALL: Check = Check {
        id: "use-in-later-call",
        title: "a handle that was opened in an earlier call was used",
        help: "close every handle before returning; keep objects in an HPyField or an HPyGlobal",
        example: "static HPy kept;\nif (!HPy_IsNull(kept))              /* in the second call */\n    return HPy_Repr(ctx, kept);\nkept = HPy_Dup(ctx, arg);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("Invalid usage of a handle of an earlier call"),
        is_warning: true,
        mended: "",
        why: "",
        wrong: "",
    };
    pub(crate) static NO_INTERPRETER: Check = Check {
        id: "no-interpreter",
        title: "the API was used by a thread that does not hold the interpreter",
        help: "use the API only in the thread that your function was called in, not from threads that you start",
        example: "pthread_t thread;                   /* use_api calls HPy_Dup(ctx, ctx->h_None) */\npthread_create(&thread, NULL, use_api, ctx);\npthread_join(thread, NULL);\nreturn HPy_Dup(ctx, ctx->h_None);",
        fatal: Some("The API was used without the interpreter"),
        is_warning: false,
        mended: "",
        why: "",
        wrong: "",
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
    HPyTracker,
}

impl ResourceKind {
    pub(crate) const ALL: &[Self] = &[Self::HPyListBuilder, Self::HPyTracker];
    /// The C type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::HPyListBuilder => "HPyListBuilder",
            Self::HPyTracker => "HPyTracker",
        }
    }
    /// What reports a use after the end.
    pub(crate) fn ended(self) -> &'static Check {
        match self {
            Self::HPyListBuilder => &checks::BUILDER_USE_AFTER_CLOSE,
            Self::HPyTracker => &checks::TRACKER_USE_AFTER_CLOSE,
        }
    }
}

/// The C name of a shape.
pub(crate) fn shape_name(shape: HPyType_BuiltinShape) -> &'static str {
    match shape {
        HPyType_BuiltinShape_Legacy => "HPyType_BuiltinShape_Legacy",
        HPyType_BuiltinShape_Object => "HPyType_BuiltinShape_Object",
        HPyType_BuiltinShape_Long => "HPyType_BuiltinShape_Long",
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
        shape: HPyType_BuiltinShape_Long,
        base: |uctx| uctx.h_LongType,
    },
    Shaped {
        shape: HPyType_BuiltinShape_Tuple,
        base: |uctx| uctx.h_TupleType,
    },
];

/// The name of the slot of this number; HPy has others not.
pub(crate) fn slot_name(slot: HPySlot_Slot) -> Option<&'static str> {
    Some(
        match slot {
            HPy_tp_repr => "HPy_tp_repr",
            HPy_bf_getbuffer => "HPy_bf_getbuffer",
            HPy_nb_bool => "HPy_nb_bool",
            _ => return None,
        },
    )
}

/// Whether members may be of the type of this number.
pub(crate) fn is_member_type(number: HPyMember_FieldType) -> bool {
    [].contains(&number)
}
