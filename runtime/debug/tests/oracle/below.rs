//! The context below: what the fake context lacks, and how it calls the extension.

use std::ffi::{CStr, CString, c_char, c_int, c_void};

use hpy_abi::*;

use crate::fake::{Args, Value, duplicate, new_object, release, with};
use crate::ops::Callee;
use crate::session::{self, Session};

unsafe extern "C" fn err_occurred(_: *mut HPyContext) -> c_int {
    c_int::from(session::is_pending())
}

unsafe extern "C" fn err_set_string(_: *mut HPyContext, _: HPy, _: *const c_char) {
    session::set_pending(true);
}

unsafe extern "C" fn err_clear(_: *mut HPyContext) {
    session::set_pending(false);
}

unsafe extern "C" fn type_of(ctx: *mut HPyContext, _: HPy) -> HPy {
    let h = (*ctx).h_TypeType;
    duplicate(h);
    h
}

unsafe extern "C" fn type_name(_: *mut HPyContext, _: HPy) -> *const c_char {
    c"fake".as_ptr()
}

unsafe extern "C" fn repr(_: *mut HPyContext, _: HPy) -> HPy {
    new_object(Value::Str(c"an object".to_owned()))
}

unsafe extern "C" fn type_check(ctx: *mut HPyContext, h: HPy, kind: HPy) -> c_int {
    let wants_text = kind._i == (*ctx).h_UnicodeType._i;
    with(h, |object| match object.value {
        Value::Str(_) => c_int::from(wants_text),
        _ => c_int::from(!wants_text),
    })
}

unsafe extern "C" fn text_from(_: *mut HPyContext, text: *const c_char) -> HPy {
    new_object(Value::Str(CStr::from_ptr(text).to_owned()))
}

unsafe extern "C" fn get_attr(_: *mut HPyContext, _: HPy, _: HPy) -> HPy {
    new_object(Value::Int(1))
}

unsafe extern "C" fn set_attr(_: *mut HPyContext, _: HPy, _: HPy, _: HPy) -> c_int {
    0
}

unsafe extern "C" fn get_item_s(_: *mut HPyContext, _: HPy, _: *const c_char) -> HPy {
    new_object(Value::Int(2))
}

unsafe extern "C" fn tuple_from_array(_: *mut HPyContext, items: *const HPy, n: isize) -> HPy {
    let items = (0..n as usize).map(|i| *items.add(i)).collect();
    new_object(Value::List(items))
}

unsafe extern "C" fn substring(_: *mut HPyContext, _: HPy, _: isize, _: isize) -> HPy {
    new_object(Value::Str(CString::default()))
}

unsafe extern "C" fn context_var_get(
    _: *mut HPyContext,
    _: HPy,
    default: HPy,
    result: *mut HPy,
) -> i32 {
    duplicate(default);
    *result = default;
    0
}

fn new_list() -> isize {
    new_object(Value::List(Vec::new()))._i
}

/// What building nothing gives: NULL with a MemoryError.
fn build(builder: isize) -> HPy {
    if builder == 0 {
        session::set_pending(true);
    }
    HPy { _i: builder }
}

unsafe extern "C" fn list_new(_: *mut HPyContext, _: isize) -> HPyListBuilder {
    HPyListBuilder { _i: new_list() }
}

unsafe extern "C" fn list_set(_: *mut HPyContext, _: HPyListBuilder, _: isize, _: HPy) {}

unsafe extern "C" fn list_build(_: *mut HPyContext, builder: HPyListBuilder) -> HPy {
    build(builder._i)
}

unsafe extern "C" fn list_cancel(_: *mut HPyContext, _: HPyListBuilder) {}

unsafe extern "C" fn tuple_new(_: *mut HPyContext, _: isize) -> HPyTupleBuilder {
    HPyTupleBuilder { _i: new_list() }
}

unsafe extern "C" fn tuple_set(_: *mut HPyContext, _: HPyTupleBuilder, _: isize, _: HPy) {}

unsafe extern "C" fn tuple_build(_: *mut HPyContext, builder: HPyTupleBuilder) -> HPy {
    build(builder._i)
}

unsafe extern "C" fn tuple_cancel(_: *mut HPyContext, _: HPyTupleBuilder) {}

unsafe extern "C" fn tracker_add(_: *mut HPyContext, _: HPyTracker, _: HPy) -> c_int {
    0
}

unsafe extern "C" fn tracker_end(_: *mut HPyContext, _: HPyTracker) {}

unsafe extern "C" fn global_store(_: *mut HPyContext, global: *mut HPyGlobal, h: HPy) {
    duplicate(h);
    (*global)._i = h._i;
}

unsafe extern "C" fn global_load(_: *mut HPyContext, global: HPyGlobal) -> HPy {
    let h = HPy { _i: global._i };
    duplicate(h);
    h
}

unsafe extern "C" fn leave(_: *mut HPyContext) -> HPyThreadState {
    HPyThreadState { _i: 1 }
}

unsafe extern "C" fn reenter(_: *mut HPyContext, _: HPyThreadState) {}

unsafe extern "C" fn call_tuple_dict(_: *mut HPyContext, _: HPy, _: HPy, _: HPy) -> HPy {
    let session = session::current();
    let callee = (*session).callee;
    call(session, callee)
}

/// What a trampoline passes.
#[repr(C)]
struct Arguments {
    args: Args,
    number: c_int,
}

unsafe extern "C" fn call_real_function(
    ctx: *mut HPyContext,
    signature: HPyFunc_Signature,
    function: HPyCFunction,
    arguments: *mut c_void,
) {
    let arguments = &mut *arguments.cast::<Arguments>();
    let args = arguments.args.args.as_slice();
    if signature == HPyFunc_O {
        let function: HPyFunc_o = std::mem::transmute(function);
        arguments.args.result = function(ctx, args[0], args[1]);
    } else if signature == HPyFunc_VARARGS {
        let function: HPyFunc_varargs = std::mem::transmute(function);
        arguments.args.result = function(ctx, args[0], args[1..].as_ptr(), args.len() - 1);
    } else if signature == HPyFunc_INQUIRY {
        let function: HPyFunc_inquiry = std::mem::transmute(function);
        arguments.number = function(ctx, args[0]);
    } else {
        let function: HPyFunc_destructor = std::mem::transmute(function);
        function(ctx, args[0]);
    }
}

/// Calls a function of the extension as the interpreter does, which mends wrong results as it must.
pub unsafe fn call(session: *mut Session, callee: Callee) -> HPy {
    let (signature, function, count) = session::function(callee);
    let args: Vec<HPy> = (0..=count)
        .map(|i| new_object(Value::Int(i as i64)))
        .collect();
    let mut arguments = Arguments {
        args: Args {
            args: args.clone(),
            result: HPy::NULL,
        },
        number: 0,
    };
    let ctx = (*session).base;
    let dispatch = (*ctx).ctx_CallRealFunctionFromTrampoline;
    dispatch(ctx, signature, function, (&raw mut arguments).cast());
    args.into_iter().for_each(release);
    let is_error = match callee {
        Callee::Destructor => return new_object(Value::Int(0)),
        Callee::Inquiry => arguments.number == -1,
        Callee::O | Callee::Varargs(_) => arguments.args.result.is_null(),
    };
    if is_error || session::is_pending() {
        session::set_pending(true);
        release(arguments.args.result);
        return HPy::NULL;
    }
    match callee {
        Callee::Inquiry => new_object(Value::Int(0)),
        _ => arguments.args.result,
    }
}

/// The constants of a context.
pub fn constants(ctx: *mut HPyContext) -> impl Iterator<Item = *mut HPy> {
    // SAFETY: the constants stand in two rows of the context.
    let rows = unsafe {
        [
            (&raw mut (*ctx).h_None, 77),
            (&raw mut (*ctx).h_ComplexType, 6),
        ]
    };
    rows.into_iter()
        .flat_map(|(first, count)| (0..count).map(move |i| first.wrapping_add(i)))
}

/// Completes the fake context.
pub fn complete(ctx: &mut HPyContext) {
    for constant in constants(ctx) {
        // SAFETY: a constant of this context.
        unsafe { *constant = new_object(Value::Type) };
    }
    ctx.ctx_Err_Occurred = err_occurred;
    ctx.ctx_Err_SetString = err_set_string;
    ctx.ctx_Err_Clear = err_clear;
    ctx.ctx_Type = type_of;
    ctx.ctx_Type_GetName = type_name;
    ctx.ctx_Repr = repr;
    ctx.ctx_TypeCheck = type_check;
    ctx.ctx_Unicode_FromString = text_from;
    ctx.ctx_GetAttr = get_attr;
    ctx.ctx_SetAttr = set_attr;
    ctx.ctx_GetItem_s = get_item_s;
    ctx.ctx_Tuple_FromArray = tuple_from_array;
    ctx.ctx_Unicode_Substring = substring;
    ctx.ctx_ContextVar_Get = context_var_get;
    ctx.ctx_ListBuilder_New = list_new;
    ctx.ctx_ListBuilder_Set = list_set;
    ctx.ctx_ListBuilder_Build = list_build;
    ctx.ctx_ListBuilder_Cancel = list_cancel;
    ctx.ctx_TupleBuilder_New = tuple_new;
    ctx.ctx_TupleBuilder_Set = tuple_set;
    ctx.ctx_TupleBuilder_Build = tuple_build;
    ctx.ctx_TupleBuilder_Cancel = tuple_cancel;
    ctx.ctx_Tracker_Add = tracker_add;
    ctx.ctx_Tracker_ForgetAll = tracker_end;
    ctx.ctx_Tracker_Close = tracker_end;
    ctx.ctx_Global_Store = global_store;
    ctx.ctx_Global_Load = global_load;
    ctx.ctx_LeavePythonExecution = leave;
    ctx.ctx_ReenterPythonExecution = reenter;
    ctx.ctx_CallTupleDict = call_tuple_dict;
    ctx.ctx_CallRealFunctionFromTrampoline = call_real_function;
}
