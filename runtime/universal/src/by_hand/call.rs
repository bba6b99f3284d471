//! Calls objects. All functions here run Python code; the caller's handles keep the arguments alive.

use std::mem::MaybeUninit;

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{
    PY_VECTORCALL_ARGUMENTS_OFFSET, PyDict_Check, PyExc_TypeError, PyObject, PyObject_Call,
    PyObject_CallObject, PyObject_Vectorcall, PyObject_VectorcallMethod, PyTuple_Check,
    PyTuple_GET_SIZE, PyTuple_New,
};

use super::errors::{PyResult, raise};
use super::owned::Owned;
use crate::handles::{h2py, py2h};

pub unsafe extern "C" fn ctx_CallTupleDict(
    _ctx: *mut HPyContext,
    callable: HPy,
    args: HPy,
    kw: HPy,
) -> HPy {
    // SAFETY: `callable` is live, the other two are null or live.
    unsafe { call_tuple_dict(h2py(callable), h2py(args), h2py(kw)) }
        .map_or(HPy::NULL, |result| py2h(result.into_raw()))
}

unsafe fn call_tuple_dict(
    callable: *mut PyObject,
    args: *mut PyObject,
    kw: *mut PyObject,
) -> PyResult<Owned> {
    // SAFETY: `callable` is alive, `args` and `kw` are NULL or alive, and what is called here gets
    // NULL only where it takes it.
    unsafe {
        if !args.is_null() && PyTuple_Check(args) == 0 {
            return Err(raise(
                PyExc_TypeError,
                c"HPy_CallTupleDict requires args to be a tuple or null handle",
            ));
        }
        if !kw.is_null() && PyDict_Check(kw) == 0 {
            return Err(raise(
                PyExc_TypeError,
                c"HPy_CallTupleDict requires kw to be a dict or null handle",
            ));
        }
        if kw.is_null() {
            Owned::new(PyObject_CallObject(callable, args))
        } else if args.is_null() {
            let none = Owned::new(PyTuple_New(0))?;
            Owned::new(PyObject_Call(callable, none.as_ptr(), kw))
        } else {
            Owned::new(PyObject_Call(callable, args, kw))
        }
    }
}

pub unsafe extern "C" fn ctx_Call(
    _ctx: *mut HPyContext,
    callable: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let kwnames = h2py(kwnames);
    let mut vector = Vector::new();
    // SAFETY: all handles are live, or null for CPython to judge, and `vector` has an element before the first argument.
    py2h(unsafe {
        PyObject_Vectorcall(
            h2py(callable),
            vector.fill(args, nargs, kwnames),
            nargs | PY_VECTORCALL_ARGUMENTS_OFFSET,
            kwnames,
        )
    })
}

pub unsafe extern "C" fn ctx_CallMethod(
    _ctx: *mut HPyContext,
    name: HPy,
    args: *const HPy,
    nargs: usize,
    kwnames: HPy,
) -> HPy {
    let kwnames = h2py(kwnames);
    let mut vector = Vector::new();
    // CPython always takes the first argument as the method's object, even if there are none.
    let filled = nargs + usize::from(nargs == 0 && kwnames.is_null() && !args.is_null());
    // SAFETY: all handles are live, or null for CPython to judge, and `vector` has an element before the first argument,
    // and room for that also where there is none: it is some object then.
    py2h(unsafe {
        let first = vector.fill(args, filled, kwnames);
        if filled == 0 && kwnames.is_null() {
            first.cast_mut().write(h2py(name));
        }
        PyObject_VectorcallMethod(
            h2py(name),
            first,
            nargs | PY_VECTORCALL_ARGUMENTS_OFFSET,
            kwnames,
        )
    })
}

/// The most arguments to pass without allocating.
const ON_STACK: usize = 9;

/// The arguments, after one free element: CPython stores the object of a bound method there instead of copying the
/// arguments. Filled in place, to avoid a copy.
struct Vector {
    on_stack: MaybeUninit<[*mut PyObject; ON_STACK + 1]>,
    on_heap: Vec<*mut PyObject>,
}

impl Vector {
    #[inline(always)]
    fn new() -> Self {
        Self {
            on_stack: MaybeUninit::uninit(),
            on_heap: Vec::new(),
        }
    }

    /// The address of the first argument.
    ///
    /// # Safety
    /// `args` holds `nargs` handles, live or null, and one for each element of `kwnames`, a tuple or NULL.
    #[inline(always)]
    unsafe fn fill(
        &mut self,
        args: *const HPy,
        nargs: usize,
        kwnames: *mut PyObject,
    ) -> *const *mut PyObject {
        // SAFETY: by contract; the size of a tuple is not negative, and there is room for `total` behind the
        // free element.
        unsafe {
            let total = match kwnames.is_null() {
                true => nargs,
                false => nargs + PyTuple_GET_SIZE(kwnames) as usize,
            };
            let free = if total <= ON_STACK {
                self.on_stack.as_mut_ptr().cast()
            } else {
                self.on_heap = Vec::with_capacity(total + 1);
                self.on_heap.as_mut_ptr()
            };
            let first = free.add(1);
            for i in 0..total {
                first.add(i).write(h2py(*args.add(i)));
            }
            first
        }
    }
}
