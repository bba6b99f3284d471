//! From CPython's calling conventions into an extension: what the generated dispatcher is made of.

use core::ffi::{c_int, c_void};
use core::mem::{MaybeUninit, transmute};

use hpy_abi::{
    HPy, HPy_buffer, HPyCFunction, HPyContext, HPyFunc_Signature, HPyFunc_capsule_destructor,
    HPyFunc_mod_create,
};
use hpy_platform::guard::guarded;
use pyo3_ffi::{
    Py_FatalError, Py_buffer, PyErr_Occurred, PyErr_WriteUnraisable, PyObject, PyTuple_GET_SIZE,
    PyTupleObject,
};

use crate::by_hand;
use crate::compat;
use crate::handles::{h2py, py2h};

/// Calls a function of one signature: the arguments are those of `_HPy_CallRealFunctionFromTrampoline`.
pub(crate) type Call = unsafe fn(*mut HPyContext, HPyFunc_Signature, HPyCFunction, *mut c_void);

/// How many arguments are passed without allocating.
const ON_STACK: usize = 8;

/// Borrowed handles of a call's arguments. Filled in where it stands, so that it is never copied.
pub(crate) struct Handles {
    on_stack: MaybeUninit<[HPy; ON_STACK]>,
    on_heap: Vec<HPy>,
}

impl Handles {
    #[inline(always)]
    pub(crate) fn new() -> Self {
        Self {
            on_stack: MaybeUninit::uninit(),
            on_heap: Vec::new(),
        }
    }

    /// Makes handles of `count` objects.
    ///
    /// # Safety
    /// `objects` has `count` items, each borrowed for as long as `self`.
    #[inline(always)]
    pub(crate) unsafe fn of_array(
        &mut self,
        objects: *const *mut PyObject,
        count: usize,
    ) -> *const HPy {
        if count > ON_STACK {
            // SAFETY: by contract.
            return unsafe { self.of_many(objects, count) };
        }
        let first = self.on_stack.as_mut_ptr().cast::<HPy>();
        // Few are made fastest one by one, which is what a loop of a fixed length becomes.
        for i in 0..ON_STACK {
            if i == count {
                break;
            }
            // SAFETY: by contract; there is room for as many.
            unsafe { first.add(i).write(py2h(*objects.add(i))) };
        }
        first
    }

    /// [`Self::of_array`] for more than fit on the stack.
    #[cold]
    unsafe fn of_many(&mut self, objects: *const *mut PyObject, count: usize) -> *const HPy {
        // SAFETY: by contract.
        let objects = unsafe { core::slice::from_raw_parts(objects, count) };
        self.on_heap = objects.iter().map(|object| py2h(*object)).collect();
        self.on_heap.as_ptr()
    }

    /// Makes handles of a tuple's items.
    ///
    /// # Safety
    /// `tuple` is a tuple or NULL that lives as long as `self`.
    #[inline(always)]
    pub(crate) unsafe fn of_tuple(&mut self, tuple: *mut PyObject) -> *const HPy {
        // SAFETY: by contract; the items of a tuple lie behind one another.
        unsafe {
            match tuple_length(tuple) {
                0 => self.on_stack.as_ptr().cast(),
                count => {
                    let items = &raw const (*tuple.cast::<PyTupleObject>()).ob_item;
                    self.of_array(items.cast(), count)
                }
            }
        }
    }
}

/// `nargs` of a vectorcall without its flag.
#[inline(always)]
pub(crate) fn nargs(nargsf: usize) -> usize {
    nargsf & !pyo3_ffi::PY_VECTORCALL_ARGUMENTS_OFFSET
}

/// Items of a tuple; 0 for NULL.
///
/// # Safety
/// `tuple` is a tuple or NULL.
#[inline(always)]
pub(crate) unsafe fn tuple_length(tuple: *mut PyObject) -> usize {
    if tuple.is_null() {
        return 0;
    }
    // SAFETY: by contract.
    unsafe { PyTuple_GET_SIZE(tuple) as usize }
}

/// Runs a function of the extension that cannot tell of an exception, such as a finalizer, without the one that is
/// pending: the API may not be used while one is, and has nothing to put it aside. An exception that the function
/// leaves behind is written to stderr, as one of `__del__` is.
///
/// # Safety
/// The thread holds the GIL. `object`, whose function it is, is alive or NULL.
#[inline(always)]
pub(crate) unsafe fn without_exception(object: *mut PyObject, function: impl FnOnce()) {
    // SAFETY: by contract.
    unsafe {
        let pending = compat::Pending::take();
        function();
        if !PyErr_Occurred().is_null() {
            PyErr_WriteUnraisable(object);
        }
        pending.restore();
    }
}

/// A view that nobody has filled in.
pub(crate) fn empty_buffer() -> HPy_buffer {
    // SAFETY: integers and pointers, for all of which zero is a value.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

/// Hands a view that the extension filled in to CPython, or says that there is none.
///
/// # Safety
/// `view` is CPython's, and `filled` is what `getbuffer` made where it returned `result`.
pub(crate) unsafe fn buffer_out(result: c_int, filled: &HPy_buffer, view: *mut Py_buffer) {
    // SAFETY: by contract.
    unsafe {
        if result < 0 {
            (*view).obj = core::ptr::null_mut();
        } else {
            by_hand::buffer_to_python(filled, view);
        }
    }
}

/// Calls a capsule's destructor, which gets the capsule's contents and no context.
///
/// # Safety
/// The contract of `_HPy_CallRealFunctionFromTrampoline`; `args` is the capsule.
pub(crate) unsafe fn call_capsule_destructor(
    _: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    // SAFETY: by contract `args` and `function` are of this signature.
    unsafe {
        let function = transmute::<HPyCFunction, HPyFunc_capsule_destructor>(function);
        by_hand::call_capsule_destructor(function, args.cast());
    }
}

#[repr(C)]
struct ModCreateArgs {
    spec: *mut PyObject,
    result: *mut PyObject,
}

/// Calls an `HPy_mod_create`, whose result must not be a built-in module.
///
/// # Safety
/// The contract of `_HPy_CallRealFunctionFromTrampoline`.
pub(crate) unsafe fn call_mod_create(
    ctx: *mut HPyContext,
    _: HPyFunc_Signature,
    function: HPyCFunction,
    args: *mut c_void,
) {
    let args = args.cast::<ModCreateArgs>();
    // SAFETY: by contract `args` and `function` are of this signature.
    unsafe {
        let function = transmute::<HPyCFunction, HPyFunc_mod_create>(function);
        let module = h2py(guarded!(function(ctx, py2h((*args).spec))));
        (*args).result = by_hand::check_create_result(module);
    }
}

/// Types call their `tp_traverse` and `tp_destroy` themselves, never through a trampoline.
pub(crate) use unsupported as call_traverseproc;
pub(crate) use unsupported as call_destroyfunc;

/// Ends the process over a signature that cannot be called.
///
/// # Safety
/// Always safe.
pub(crate) unsafe fn unsupported(
    _: *mut HPyContext,
    _: HPyFunc_Signature,
    _: HPyCFunction,
    _: *mut c_void,
) {
    // SAFETY: a NUL-terminated string; the function does not return.
    unsafe { Py_FatalError(c"Unsupported HPyFunc_Signature".as_ptr()) }
}
