//! HPy's call protocol: each instance holds its call function, for CPython's vectorcall.

use std::ffi::c_int;
use std::ptr::{fn_addr_eq, null_mut};

use hpy_abi::{HPy, HPyCallFunction, HPyContext};
use pyo3_ffi::{
    Py_TPFLAGS_HAVE_VECTORCALL, Py_TPFLAGS_HEAPTYPE, Py_TYPE, PyBaseObject_Type, PyCFunction_Check,
    PyDict_GetItemString, PyErr_Format, PyExc_TypeError, PyObject, PyTuple_New, PyType_HasFeature,
    PyTypeObject, PyVectorcall_Call, newfunc, vectorcallfunc,
};

use super::classes::last_base;
use super::data::commons;
use crate::by_hand::owned::Owned;
use crate::handles::h2py;

/// Makes a new object callable.
///
/// # Safety
/// `object` is an instance of `ty` that nobody else knows yet.
#[inline]
pub(super) unsafe fn init_call(ty: *mut PyTypeObject, object: *mut PyObject) {
    // SAFETY: an instance has room for what its type and its bases added.
    unsafe {
        if (*ty).tp_vectorcall_offset <= 0 {
            return;
        }
        // The nearest type decides the function; the object's own type decides the place.
        let nearest = commons(ty).find(|common| common.call_offset != 0);
        if let Some(function) = nearest.and_then(|common| common.call_default) {
            write(object, (*ty).tp_vectorcall_offset, Some(function));
        }
    }
}

/// The `tp_new` of a type that adds the place but has no `HPy_tp_new`: calls the base's, then [`init_call`]. Runs
/// Python code; the caller keeps the type and the arguments alive.
///
/// # Safety
/// CPython calls it with the arguments of `type.__call__`.
pub(super) unsafe extern "C" fn new(
    ty: *mut PyTypeObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: types keep their bases alive; the base's `tp_new` takes what we were given.
    unsafe {
        let Some(base_new) = inherited_new(ty) else {
            return PyErr_Format(
                PyExc_TypeError,
                c"cannot create '%.100s' instances".as_ptr(),
                (*ty).tp_name,
            );
        };
        let object = &raw const PyBaseObject_Type;
        let is_object_new = (*object)
            .tp_new
            .is_some_and(|new| fn_addr_eq(new, base_new));
        let has_init =
            (*ty).tp_init.map(|init| init as usize) != (*object).tp_init.map(|init| init as usize);
        let result = if is_object_new && has_init {
            // `object.__new__` refuses arguments unless it is itself the `tp_new`.
            let Ok(none) = Owned::new(PyTuple_New(0)) else {
                return null_mut();
            };
            base_new(ty, none.as_ptr(), null_mut())
        } else {
            base_new(ty, args, kwargs)
        };
        if !result.is_null() && Py_TYPE(result) == ty {
            init_call(ty, result);
        }
        result
    }
}

/// The first `tp_new` after ours in the hierarchy. A Python class before ours has its own, which called us.
unsafe fn inherited_new(ty: *mut PyTypeObject) -> Option<newfunc> {
    let is_ours = |ty: *mut PyTypeObject| {
        // SAFETY: types keep their bases alive.
        unsafe { (*ty).tp_new }.is_some_and(|f| fn_addr_eq(f, new as newfunc))
    };
    let mut ty = ty;
    // SAFETY: types keep their bases alive, and the last base has another `tp_new`.
    unsafe {
        while !ty.is_null() && !is_ours(ty) {
            ty = (*ty).tp_base;
        }
        while !ty.is_null() && is_ours(ty) {
            ty = (*ty).tp_base;
        }
        ty.as_ref()?.tp_new
    }
}

/// Whether a type's `tp_new` is CPython's slot that calls a Python `__new__`. A derived type must inherit it: with a
/// `tp_new` of its own, that `__new__` would find it and recurse for ever.
///
/// # Safety
/// The type is alive.
pub(super) unsafe fn has_python_new(ty: *mut PyTypeObject) -> bool {
    // SAFETY: types keep their bases and dicts alive; the thread holds the GIL.
    unsafe {
        let function = (*ty).tp_new.map(|new| new as usize);
        let first = last_base(ty, |base| base.tp_new.map(|new| new as usize) == function);
        // Static types have none; a `tp_new` written in C appears as a builtin function.
        PyType_HasFeature(first, Py_TPFLAGS_HEAPTYPE) != 0 && {
            let found = PyDict_GetItemString((*first).tp_dict, c"__new__".as_ptr());
            found.is_null() || PyCFunction_Check(found) == 0
        }
    }
}

/// The `tp_call` of a type with `HPy_tp_call`. If another type's `tp_new` made the object without [`init_call`], it
/// gets its call function here. Runs Python code; the caller keeps the object and the arguments alive.
///
/// # Safety
/// CPython calls it with an instance of such a type and the arguments of a call.
pub(super) unsafe extern "C" fn call(
    object: *mut PyObject,
    args: *mut PyObject,
    kwargs: *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the object is alive; a positive offset says that it has the place.
    unsafe {
        let ty = Py_TYPE(object);
        let offset = (*ty).tp_vectorcall_offset;
        if offset > 0 && place(object, offset).read_unaligned().is_none() {
            init_call(ty, object);
        }
        PyVectorcall_Call(object, args, kwargs)
    }
}

/// Whether instances of a type are called by their own call function: no class overrides it with `__call__`.
///
/// # Safety
/// The type is alive.
pub(super) unsafe fn is_called_by_place(ty: *mut PyTypeObject) -> bool {
    // SAFETY: types keep their bases alive.
    unsafe {
        let function = (*ty).tp_call.map(|call| call as usize);
        let first = last_base(ty, |base| {
            base.tp_call.map(|call| call as usize) == function
        });
        function.is_some() && PyType_HasFeature(first, Py_TPFLAGS_HAVE_VECTORCALL) != 0
    }
}

pub unsafe extern "C" fn ctx_SetCallFunction(
    _ctx: *mut HPyContext,
    h: HPy,
    func: *mut HPyCallFunction,
) -> c_int {
    let object = h2py(h);
    // SAFETY: the handle is live; a positive offset says that instances have the place.
    unsafe {
        let ty = Py_TYPE(object);
        let offset = (*ty).tp_vectorcall_offset;
        if offset <= 0 {
            PyErr_Format(
                PyExc_TypeError,
                c"type '%.50s does not implement the HPy call protocol".as_ptr(),
                (*ty).tp_name,
            );
            return -1;
        }
        let function = std::mem::transmute::<
            Option<hpy_abi::cpy_vectorcallfunc>,
            Option<vectorcallfunc>,
        >((*func).cpy_trampoline);
        write(object, offset, function);
    }
    0
}

/// The type that gave an object its call function, if that is no HPy type. It is the interpreter's if it is one of
/// CPython's static types: a class, for example, is called by `type`, not by its instances' function.
///
/// # Safety
/// The object is alive.
pub unsafe fn called_by(object: *mut PyObject) -> Option<*const PyTypeObject> {
    // SAFETY: types keep their bases alive.
    unsafe {
        let ty = Py_TYPE(object);
        let offset = (*ty).tp_vectorcall_offset;
        if offset <= 0 || commons(ty).any(|common| common.call_offset == offset) {
            return None;
        }
        Some(last_base(ty, |base| base.tp_vectorcall_offset == offset))
    }
}

/// # Safety
/// The object has a place for a function at this offset.
unsafe fn write(object: *mut PyObject, offset: isize, function: Option<vectorcallfunc>) {
    // SAFETY: the caller's promise.
    unsafe { place(object, offset).write_unaligned(function) }
}

/// The place of an object's call function. In a packed struct it may be unaligned.
///
/// # Safety
/// The object has a place for a function at this offset.
unsafe fn place(object: *mut PyObject, offset: isize) -> *mut Option<vectorcallfunc> {
    // SAFETY: the caller's promise.
    unsafe { object.byte_offset(offset).cast() }
}
