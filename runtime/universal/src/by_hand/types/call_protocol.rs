//! HPy's call protocol: each instance holds the function that calls it, for CPython's vectorcall.

use std::ffi::c_int;
use std::ptr::{fn_addr_eq, null_mut};

use hpy_abi::{HPy, HPyCallFunction, HPyContext};
use pyo3_ffi::{
    Py_TYPE, PyBaseObject_Type, PyErr_Format, PyExc_TypeError, PyObject, PyTuple_New, PyTypeObject,
    newfunc, vectorcallfunc,
};

use super::data::commons;
use crate::by_hand::owned::Owned;
use crate::handles::h2py;

/// Lets a new object be called.
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
        // The nearest has the last word, and the place is that of the object's own type.
        let nearest = commons(ty).find(|common| common.call_offset != 0);
        if let Some(function) = nearest.and_then(|common| common.call_default) {
            write(object, (*ty).tp_vectorcall_offset, Some(function));
        }
    }
}

/// `tp_new` of a type that adds the place but has no `HPy_tp_new`: what the base does, and then
/// [`init_call`]. Runs Python code, across which the caller keeps the type and the arguments.
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
            // `object.__new__` refuses arguments for `__init__` where it is not the `tp_new` itself.
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

/// The first `tp_new` behind ours. A Python class in front of ours has its own and called us from it.
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

/// The type that gave an object the function that calls it, where that is no HPy type. It is the interpreter's where it is
/// one of its own static types: a class, for example, is called by a function of its own, and not of its instances.
///
/// # Safety
/// The object is alive.
pub unsafe fn called_by(object: *mut PyObject) -> Option<*const PyTypeObject> {
    // SAFETY: types keep their bases alive.
    unsafe {
        let mut ty = Py_TYPE(object);
        let offset = (*ty).tp_vectorcall_offset;
        if offset <= 0 || commons(ty).any(|common| common.call_offset == offset) {
            return None;
        }
        while let Some(base) = (*ty).tp_base.as_ref()
            && base.tp_vectorcall_offset == offset
        {
            ty = (*ty).tp_base;
        }
        Some(ty)
    }
}

/// # Safety
/// The object has a place for a function at this offset.
unsafe fn write(object: *mut PyObject, offset: isize, function: Option<vectorcallfunc>) {
    // SAFETY: the caller's promise; a struct that is packed may leave the place unaligned.
    unsafe {
        object
            .byte_offset(offset)
            .cast::<Option<vectorcallfunc>>()
            .write_unaligned(function);
    }
}
