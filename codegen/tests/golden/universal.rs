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
    h_TypeError: HPy::NULL,
    h_TypeType: HPy::NULL,
    h_UnicodeType: HPy::NULL,
    h_TupleType: HPy::NULL,
    h_Builtins: HPy::NULL,
    ctx_Dup: by_hand::ctx_Dup,
    ctx_Close: by_hand::ctx_Close,
    ctx_Call: by_hand::ctx_Call,
    ctx_Err_SetString,
    ctx_FatalError,
    ctx_Type_FromSpec: by_hand::ctx_Type_FromSpec,
    ctx_Type_GetName: by_hand::ctx_Type_GetName,
    ctx_AsStruct_List,
    ctx_Bytes_Size,
    ctx_Bytes_AsString,
    ctx_Unicode_AsUTF8AndSize,
    ctx_Unicode_Substring,
    ctx_Tuple_FromArray: by_hand::ctx_Tuple_FromArray,
    ctx_ListBuilder_New: by_hand::ctx_ListBuilder_New,
    ctx_ListBuilder_Set: by_hand::ctx_ListBuilder_Set,
    ctx_ListBuilder_Build: by_hand::ctx_ListBuilder_Build,
    ctx_Tracker_New: by_hand::ctx_Tracker_New,
    ctx_Tracker_Add: by_hand::ctx_Tracker_Add,
    ctx_Tracker_ForgetAll: by_hand::ctx_Tracker_ForgetAll,
    ctx_Tracker_Close: by_hand::ctx_Tracker_Close,
    ctx_Field_Store: by_hand::ctx_Field_Store,
    ctx_Global_Load: by_hand::ctx_Global_Load,
    ctx_ContextVar_Get: by_hand::ctx_ContextVar_Get,
    ctx_LeavePythonExecution,
    ctx_ReenterPythonExecution,
    ctx_CallRealFunctionFromTrampoline: call_from_trampoline,
    ctx_Type_HasShape: by_hand::ctx_Type_HasShape,
    ctx_Vectorcall,
    ctx_Iter_Send,
    ctx_List_SetItem,
    ctx_Bytes_Data: by_hand::ctx_Bytes_Data,
    ctx_Unicode_Check,
    ctx_Type_SetShape: by_hand::ctx_Type_SetShape,
    ctx_Later,
    h_Later: HPy::NULL,
    ctx_Iter_Check,
    ctx_Iter_Next,
    ctx_AsStruct_Tuple,
    h_LongType: HPy::NULL,
};

/// Fills in the context's constants, each a borrowed reference to an immortal object.
pub(crate) unsafe fn fill_constants(ctx: *mut HPyContext) {
    (*ctx).h_None = py2h(ffi::Py_None());
    (*ctx).h_Later = py2h(ffi::Py_Ellipsis());
    (*ctx).h_TypeError = py2h(ffi::PyExc_TypeError);
    (*ctx).h_TypeType = py2h((&raw mut ffi::PyType_Type).cast::<PyObject>());
    (*ctx).h_UnicodeType = py2h((&raw mut ffi::PyUnicode_Type).cast::<PyObject>());
    (*ctx).h_TupleType = py2h((&raw mut ffi::PyTuple_Type).cast::<PyObject>());
    (*ctx).h_LongType = py2h((&raw mut ffi::PyLong_Type).cast::<PyObject>());
    (*ctx).h_Builtins = py2h(ffi::PyEval_GetBuiltins());
}

/// HPyErr_SetString, index 9
unsafe extern "C" fn ctx_Err_SetString(
    _: *mut HPyContext,
    h_type: HPy,
    utf8_message: *const c_char,
) {
    ffi::PyErr_SetString(h2py(h_type).cast(), utf8_message.cast());
}

/// HPy_FatalError, index 10
unsafe extern "C" fn ctx_FatalError(_: *mut HPyContext, message: *const c_char) {
    ffi::Py_FatalError(message.cast());
}

/// HPyBytes_Size, index 14
unsafe extern "C" fn ctx_Bytes_Size(_: *mut HPyContext, h: HPy) -> isize {
    ffi::PyBytes_Size(h2py(h).cast()) as _
}

/// HPyBytes_AsString, index 15
unsafe extern "C" fn ctx_Bytes_AsString(_: *mut HPyContext, h: HPy) -> *const c_char {
    ffi::PyBytes_AsString(h2py(h).cast()).cast()
}

/// HPyUnicode_AsUTF8AndSize, index 16
unsafe extern "C" fn ctx_Unicode_AsUTF8AndSize(
    _: *mut HPyContext,
    h: HPy,
    size: *mut isize,
) -> *const c_char {
    ffi::PyUnicode_AsUTF8AndSize(h2py(h).cast(), size.cast()).cast()
}

/// HPyUnicode_Substring, index 17
unsafe extern "C" fn ctx_Unicode_Substring(
    _: *mut HPyContext,
    str: HPy,
    start: isize,
    end: isize,
) -> HPy {
    py2h(ffi::PyUnicode_Substring(h2py(str).cast(), start as _, end as _))
}

/// HPy_LeavePythonExecution, index 29
unsafe extern "C" fn ctx_LeavePythonExecution(_: *mut HPyContext) -> HPyThreadState {
    HPyThreadState {
        _i: ffi::PyEval_SaveThread() as isize,
    }
}

/// HPy_ReenterPythonExecution, index 30
unsafe extern "C" fn ctx_ReenterPythonExecution(
    _: *mut HPyContext,
    state: HPyThreadState,
) {
    ffi::PyEval_RestoreThread(state._i as *mut _);
}

/// HPy_Vectorcall, index 33
unsafe extern "C" fn ctx_Vectorcall(
    _: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let o_args: Vec<_> = (0..usize::try_from(nargs).unwrap_or(0)
        + trampoline::tuple_length(h2py(kwnames)))
        .map(|i| h2py(*args.add(i)))
        .collect();
    py2h(
        ffi::PyObject_Vectorcall(
            h2py(callable).cast(),
            o_args.as_ptr().cast(),
            nargs as _,
            h2py(kwnames).cast(),
        ),
    )
}

/// HPyIter_Send, index 34
unsafe extern "C" fn ctx_Iter_Send(
    _: *mut HPyContext,
    iter: HPy,
    arg: HPy,
    call_: *mut HPy,
) -> HPy_Shape {
    let mut o_call = (!call_.is_null()).then(|| h2py(*call_));
    let returned = {
        ffi::PyIter_Send(
            h2py(iter).cast(),
            h2py(arg).cast(),
            o_call
                .as_mut()
                .map_or(core::ptr::null_mut(), |object| &raw mut *object)
                .cast(),
        ) as _
    };
    if let Some(object) = o_call {
        *call_ = py2h(object);
    }
    returned
}

/// HPyList_SetItem, index 35
unsafe extern "C" fn ctx_List_SetItem(
    _: *mut HPyContext,
    list: HPy,
    index: isize,
    item: HPy,
) -> c_int {
    ffi::PyList_SetItem(h2py(list).cast(), index as _, h2py(item).cast()) as _
}

/// HPyUnicode_Check, index 37
unsafe extern "C" fn ctx_Unicode_Check(_: *mut HPyContext, h: HPy) -> bool {
    ffi::PyUnicode_Check(h2py(h).cast()) != 0
}

/// HPy_Later, index 39
unsafe extern "C" fn ctx_Later(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyObject_Repr(h2py(obj).cast()))
}

/// HPyIter_Check, index 41
unsafe extern "C" fn ctx_Iter_Check(_: *mut HPyContext, obj: HPy) -> c_int {
    ffi::PyIter_Check(h2py(obj).cast()) as _
}

/// HPyIter_Next, index 42
unsafe extern "C" fn ctx_Iter_Next(_: *mut HPyContext, obj: HPy) -> HPy {
    py2h(ffi::PyIter_Next(h2py(obj).cast()))
}

/// _HPy_AsStruct_List, index 13
unsafe extern "C" fn ctx_AsStruct_List(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_List).unwrap() }.in_object(h2py(h)).cast()
}

/// _HPy_AsStruct_Tuple, index 43
unsafe extern "C" fn ctx_AsStruct_Tuple(_: *mut HPyContext, h: HPy) -> *mut c_void {
    const { place_of(HPyType_BuiltinShape_Tuple).unwrap() }.in_object(h2py(h)).cast()
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
        HPyFunc_INQUIRY => call_inquiry,
        HPyFunc_NEWFUNC => call_newfunc,
        _ => trampoline::unsupported,
    };
    call(ctx, signature, function, args)
}
