//! Calling objects.

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{
    PY_VECTORCALL_ARGUMENTS_OFFSET, PyDict_Check, PyExc_TypeError, PyObject, PyObject_Call,
    PyObject_CallObject, PyObject_Vectorcall, PyObject_VectorcallMethod, PyTuple_Check,
    PyTuple_GET_SIZE, PyTuple_New,
};
use smallvec::SmallVec;

use super::errors::{PyResult, raise};
use super::owned::Owned;
use crate::handles::{h2py, h2py_nonnull, py2h};

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
    // SAFETY: all handles are live, and `vector` has an element before the first argument.
    py2h(unsafe {
        let vector = vector(args, nargs, kwnames);
        PyObject_Vectorcall(
            h2py(callable),
            vector.as_ptr().add(1),
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
    // SAFETY: all handles are live, the first argument is the object whose method it is, and `vector`
    // has an element before it.
    py2h(unsafe {
        let vector = vector(args, nargs, kwnames);
        PyObject_VectorcallMethod(
            h2py(name),
            vector.as_ptr().add(1),
            nargs | PY_VECTORCALL_ARGUMENTS_OFFSET,
            kwnames,
        )
    })
}

/// The arguments behind one free element: CPython puts the object of a bound method there instead of
/// copying everything once more.
///
/// # Safety
/// `args` holds `nargs` live handles and one for each element of `kwnames`, a tuple or NULL.
#[inline]
unsafe fn vector(
    args: *const HPy,
    nargs: usize,
    kwnames: *mut PyObject,
) -> SmallVec<[*mut PyObject; 10]> {
    let total = if kwnames.is_null() {
        nargs
    } else {
        // SAFETY: `kwnames` is a tuple, whose size is not negative.
        nargs + unsafe { PyTuple_GET_SIZE(kwnames) } as usize
    };
    let mut vector = SmallVec::with_capacity(total + 1);
    vector.push(std::ptr::null_mut());
    if total > 0 {
        // SAFETY: the caller's promise; for no arguments the pointer may be NULL, hence the test.
        let args = unsafe { std::slice::from_raw_parts(args, total) };
        vector.extend(args.iter().map(|&arg| h2py_nonnull(arg)));
    }
    vector
}
