//! Gets, sets and deletes items by an integer or a string. These functions run Python code, and own the key meanwhile.
//! And lists the keys of a dict.

use std::ffi::{c_char, c_int};

use hpy_abi::{HPy, HPyContext};
use pyo3_ffi::{
    Py_None, PyDict_Keys, PyLong_FromSsize_t, PyObject, PyObject_DelItem, PyObject_GetItem,
    PyObject_SetItem, PyUnicode_FromString,
};

use super::owned::Owned;
use crate::handles::{h2py, py2h};

pub unsafe extern "C" fn ctx_Dict_Keys(_ctx: *mut HPyContext, h: HPy) -> HPy {
    // A free-threaded CPython locks the object before it looks whether there is one. None is no dict either.
    // SAFETY: the handle is null or live.
    unsafe { py2h(PyDict_Keys(if h.is_null() { Py_None() } else { h2py(h) })) }
}

pub unsafe extern "C" fn ctx_GetItem_i(_ctx: *mut HPyContext, obj: HPy, idx: isize) -> HPy {
    // SAFETY: the handle is live, and the key is new.
    unsafe { get(obj, PyLong_FromSsize_t(idx)) }
}

pub unsafe extern "C" fn ctx_GetItem_s(
    _ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> HPy {
    // SAFETY: the handle is live, the string ends with NUL, and the key is new.
    unsafe { get(obj, PyUnicode_FromString(utf8_key)) }
}

pub unsafe extern "C" fn ctx_SetItem_i(
    _ctx: *mut HPyContext,
    obj: HPy,
    idx: isize,
    value: HPy,
) -> c_int {
    // SAFETY: the handles are live, and the key is new.
    unsafe { set(obj, PyLong_FromSsize_t(idx), value) }
}

pub unsafe extern "C" fn ctx_SetItem_s(
    _ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
    value: HPy,
) -> c_int {
    // SAFETY: the handles are live, the string ends with NUL, and the key is new.
    unsafe { set(obj, PyUnicode_FromString(utf8_key), value) }
}

pub unsafe extern "C" fn ctx_DelItem_i(_ctx: *mut HPyContext, obj: HPy, idx: isize) -> c_int {
    // SAFETY: the handle is live, and the key is new.
    unsafe { delete(obj, PyLong_FromSsize_t(idx)) }
}

pub unsafe extern "C" fn ctx_DelItem_s(
    _ctx: *mut HPyContext,
    obj: HPy,
    utf8_key: *const c_char,
) -> c_int {
    // SAFETY: the handle is live, the string ends with NUL, and the key is new.
    unsafe { delete(obj, PyUnicode_FromString(utf8_key)) }
}

/// # Safety
/// `obj` is live; `key` is a reference to take over, or NULL with an exception set. So too below.
unsafe fn get(obj: HPy, key: *mut PyObject) -> HPy {
    // SAFETY: passed on from the caller.
    let Ok(key) = (unsafe { Owned::new(key) }) else {
        return HPy::NULL;
    };
    // SAFETY: both objects are alive.
    py2h(unsafe { PyObject_GetItem(h2py(obj), key.as_ptr()) })
}

unsafe fn set(obj: HPy, key: *mut PyObject, value: HPy) -> c_int {
    // SAFETY: passed on from the caller.
    let Ok(key) = (unsafe { Owned::new(key) }) else {
        return -1;
    };
    // SAFETY: all three objects are alive.
    unsafe { PyObject_SetItem(h2py(obj), key.as_ptr(), h2py(value)) }
}

unsafe fn delete(obj: HPy, key: *mut PyObject) -> c_int {
    // SAFETY: passed on from the caller.
    let Ok(key) = (unsafe { Owned::new(key) }) else {
        return -1;
    };
    // SAFETY: both objects are alive.
    unsafe { PyObject_DelItem(h2py(obj), key.as_ptr()) }
}
