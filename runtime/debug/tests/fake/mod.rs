//! A context without an interpreter: objects are numbers, strings and types in a table, with reference
//! counts that the tests can check.

use std::ffi::{CString, c_char, c_int, c_void};
use std::sync::{Mutex, MutexGuard};

use hpy_abi::*;
use hpy_debug::{Decision, FieldsOf, Host, PythonFrame, Report, Runtime};

/// What an object is.
#[derive(Clone, PartialEq)]
pub enum Value {
    Int(i64),
    Str(CString),
    Type,
    Callable,
    List(Vec<HPy>),
}

/// An object.
pub struct Object {
    pub value: Value,
    references: usize,
}

#[derive(Default)]
struct World {
    objects: Vec<Object>,
    hook_calls: usize,
}

static WORLD: Mutex<World> = Mutex::new(World {
    objects: Vec::new(),
    hook_calls: 0,
});

/// Stands in for the interpreter's lock: tests run one at a time.
static LOCK: Mutex<()> = Mutex::new(());

fn world() -> MutexGuard<'static, World> {
    WORLD
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// A new object with one reference.
pub fn new_object(value: Value) -> HPy {
    let mut world = world();
    world.objects.push(Object {
        value,
        references: 1,
    });
    HPy {
        _i: world.objects.len() as isize * 2 + 1,
    }
}

/// Looks at an object.
pub fn with<T>(h: HPy, f: impl FnOnce(&mut Object) -> T) -> T {
    let index = (h._i - 1) / 2 - 1;
    f(&mut world().objects[index as usize])
}

/// How many references an object has.
pub fn references(h: HPy) -> usize {
    with(h, |object| object.references)
}

/// How often the hook for invalid handles was called.
pub fn hook_calls() -> usize {
    world().hook_calls
}

unsafe extern "C" fn missing() {
    eprintln!("the fake context lacks this function");
    std::process::abort();
}

unsafe extern "C" fn err_occurred(_: *mut HPyContext) -> c_int {
    0
}

unsafe extern "C" fn dup(_: *mut HPyContext, h: HPy) -> HPy {
    if !h.is_null() {
        with(h, |object| object.references += 1);
    }
    h
}

unsafe extern "C" fn close(_: *mut HPyContext, h: HPy) {
    if !h.is_null() {
        with(h, |object| object.references -= 1);
    }
}

unsafe extern "C" fn from_int64(_: *mut HPyContext, value: i64) -> HPy {
    new_object(Value::Int(value))
}

unsafe extern "C" fn as_int64(_: *mut HPyContext, h: HPy) -> i64 {
    if h.is_null() {
        return -1;
    }
    with(h, |object| match object.value {
        Value::Int(value) => value,
        _ => -1,
    })
}

unsafe extern "C" fn as_utf8(_: *mut HPyContext, h: HPy, size: *mut isize) -> *const c_char {
    with(h, |object| match &object.value {
        Value::Str(text) => {
            if !size.is_null() {
                // SAFETY: the caller passes NULL or a place for the size.
                unsafe { *size = text.as_bytes().len() as isize };
            }
            text.as_ptr()
        }
        _ => std::ptr::null(),
    })
}

unsafe extern "C" fn type_check(_: *mut HPyContext, h: HPy, _: HPy) -> c_int {
    with(h, |object| c_int::from(object.value == Value::Type))
}

unsafe extern "C" fn call(_: *mut HPyContext, _: HPy, _: HPy, _: HPy) -> HPy {
    world().hook_calls += 1;
    new_object(Value::Int(0))
}

unsafe extern "C" fn list_builder_new(_: *mut HPyContext, _: isize) -> HPyListBuilder {
    HPyListBuilder {
        _i: new_object(Value::List(Vec::new()))._i,
    }
}

unsafe extern "C" fn list_builder_set(_: *mut HPyContext, b: HPyListBuilder, _: isize, h: HPy) {
    with(h, |object| object.references += 1);
    with(HPy { _i: b._i }, |object| match &mut object.value {
        Value::List(items) => items.push(h),
        _ => unreachable!(),
    });
}

unsafe extern "C" fn list_builder_build(_: *mut HPyContext, b: HPyListBuilder) -> HPy {
    HPy { _i: b._i }
}

unsafe extern "C" fn tracker_new(_: *mut HPyContext, _: isize) -> HPyTracker {
    HPyTracker {
        _i: new_object(Value::List(Vec::new()))._i,
    }
}

unsafe extern "C" fn tracker_add(_: *mut HPyContext, tracker: HPyTracker, h: HPy) -> c_int {
    with(HPy { _i: tracker._i }, |object| match &mut object.value {
        Value::List(items) => items.push(h),
        _ => unreachable!(),
    });
    0
}

unsafe extern "C" fn tracker_close(ctx: *mut HPyContext, tracker: HPyTracker) {
    let items = with(HPy { _i: tracker._i }, |object| match &mut object.value {
        Value::List(items) => std::mem::take(items),
        _ => unreachable!(),
    });
    for h in items {
        // SAFETY: the tracker took over the handles it was given.
        unsafe { close(ctx, h) };
    }
}

/// What a trampoline of this interpreter passes: `self` and an argument as handles, and room for the result.
struct Args {
    args: [HPy; 2],
    result: HPy,
}

unsafe extern "C" fn call_real_function(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    // SAFETY: the tests pass functions of this type, and `Args`.
    unsafe {
        let args = &mut *args.cast::<Args>();
        let function = std::mem::transmute::<HPyCFunction, HPyFunc_o>(function);
        args.result = function(ctx, args.args[0], args.args[1]);
    }
}

/// An interpreter in which nothing ever goes wrong, and whose callback counts.
struct Interpreter;

impl Host for Interpreter {
    fn code(&self) -> *const c_void {
        std::ptr::null()
    }

    fn has_interpreter(&self) -> bool {
        true
    }

    fn without_error(&self, f: &mut dyn FnMut()) {
        f();
    }

    fn python_stack(&self, _: usize) -> Vec<PythonFrame> {
        Vec::new()
    }

    fn on_report(&self, _: &Report, _: bool) -> Decision {
        Decision::None
    }

    fn raise(&self, _: &Report) {}

    fn raise_unraisable(&self, _: &Report) {}

    fn exception(&self) -> Option<String> {
        None
    }

    fn field(&self, uh: HPy) -> HPyField {
        HPyField { _i: uh._i }
    }

    fn fields_of(&self, _: HPy) -> FieldsOf {
        FieldsOf::Others
    }

    fn visit_fields(&self, _: HPy, _: &mut dyn FnMut(*mut HPyField) -> bool) {}
}

fn context() -> HPyContext {
    const WORDS: usize = size_of::<HPyContext>() / size_of::<usize>();
    // SAFETY: every word of a context is a pointer or an integer; all of these are valid as either.
    let mut ctx: HPyContext =
        unsafe { std::mem::transmute([missing as *const () as usize; WORDS]) };
    ctx.h_None = new_object(Value::Int(0));
    ctx.h_TypeType = new_object(Value::Type);
    ctx.ctx_Err_Occurred = err_occurred;
    ctx.ctx_Dup = dup;
    ctx.ctx_Close = close;
    ctx.ctx_Long_FromInt64_t = from_int64;
    ctx.ctx_Long_AsInt64_t = as_int64;
    ctx.ctx_Unicode_AsUTF8AndSize = as_utf8;
    ctx.ctx_TypeCheck = type_check;
    ctx.ctx_CallTupleDict = call;
    ctx.ctx_ListBuilder_New = list_builder_new;
    ctx.ctx_ListBuilder_Set = list_builder_set;
    ctx.ctx_ListBuilder_Build = list_builder_build;
    ctx.ctx_Tracker_New = tracker_new;
    ctx.ctx_Tracker_Add = tracker_add;
    ctx.ctx_Tracker_Close = tracker_close;
    ctx.ctx_CallRealFunctionFromTrampoline = call_real_function;
    ctx
}

/// A debug context over a fake one, with hooks that count. Only one exists at a time.
pub struct Fake {
    pub runtime: *mut Runtime,
    _lock: MutexGuard<'static, ()>,
}

impl Drop for Fake {
    fn drop(&mut self) {
        // SAFETY: `Runtime::new` made it, and no extension is left that uses it.
        drop(unsafe { Box::from_raw(self.runtime) });
    }
}

impl Fake {
    pub fn new() -> Self {
        let lock = LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        *world() = World::default();
        let uctx = Box::leak(Box::new(context()));
        // SAFETY: the context is leaked, complete as far as the tests go, and `lock` guards it.
        let runtime = unsafe { Runtime::new(uctx, &Interpreter) };
        let hook = new_object(Value::Callable);
        // SAFETY: nobody else has the runtime yet.
        unsafe {
            (*runtime).set_on_invalid_handle(hook);
            (*runtime).set_on_invalid_builder(hook);
        }
        Self {
            runtime,
            _lock: lock,
        }
    }

    /// Calls `function(ctx, self, arg)` as the interpreter would, and returns its result.
    pub fn call_o(&self, function: HPyFunc_o, arg: HPy) -> HPy {
        let self_ = new_object(Value::Int(0));
        let mut args = Args {
            args: [self_, arg],
            result: HPy::NULL,
        };
        // SAFETY: the function has the type that HPyFunc_O tells.
        unsafe {
            let ctx = (*self.runtime).context("fake", std::ptr::null_mut());
            let function = std::mem::transmute::<HPyFunc_o, HPyCFunction>(function);
            let args = (&raw mut args).cast();
            ((*ctx).ctx_CallRealFunctionFromTrampoline)(ctx, HPyFunc_O, function, args);
        }
        args.result
    }
}
