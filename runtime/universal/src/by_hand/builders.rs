//! Lists and tuples that are filled in step by step or from an array.
//!
//! A builder is the unfinished object itself. When it cannot be made, the builder is null and the error
//! waits for `Build`, so that callers need to check only there.

use hpy_abi::{HPy, HPyContext, HPyListBuilder, HPyTupleBuilder};
use pyo3_ffi::{
    Py_INCREF, Py_XDECREF, Py_XINCREF, PyErr_Clear, PyErr_NoMemory, PyList_GET_ITEM, PyList_New,
    PyList_SET_ITEM, PyObject, PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM,
};

use crate::handles::{h2py, py2h};

pub unsafe extern "C" fn ctx_ListBuilder_New(_ctx: *mut HPyContext, size: isize) -> HPyListBuilder {
    // SAFETY: the thread holds the GIL.
    let list = unsafe { or_later(PyList_New(size)) };
    HPyListBuilder { _i: list as isize }
}

pub unsafe extern "C" fn ctx_ListBuilder_Set(
    _ctx: *mut HPyContext,
    builder: HPyListBuilder,
    index: isize,
    h_item: HPy,
) {
    let list = builder._i as *mut PyObject;
    if list.is_null() {
        return;
    }
    // SAFETY: the list is ours alone and `index` is within the size it was made with. An earlier item at
    // that index is given up last, when the list is whole.
    unsafe {
        let item = h2py(h_item);
        Py_XINCREF(item);
        let replaced = PyList_GET_ITEM(list, index);
        PyList_SET_ITEM(list, index, item);
        Py_XDECREF(replaced);
    }
}

pub unsafe extern "C" fn ctx_ListBuilder_Build(
    _ctx: *mut HPyContext,
    builder: HPyListBuilder,
) -> HPy {
    // SAFETY: the builder is null or owns a list.
    unsafe { build(builder._i) }
}

pub unsafe extern "C" fn ctx_ListBuilder_Cancel(_ctx: *mut HPyContext, builder: HPyListBuilder) {
    // SAFETY: the builder is null or owns a list.
    unsafe { Py_XDECREF(builder._i as *mut PyObject) }
}

pub unsafe extern "C" fn ctx_TupleBuilder_New(
    _ctx: *mut HPyContext,
    size: isize,
) -> HPyTupleBuilder {
    // SAFETY: the thread holds the GIL.
    let tuple = unsafe { or_later(PyTuple_New(size)) };
    HPyTupleBuilder { _i: tuple as isize }
}

pub unsafe extern "C" fn ctx_TupleBuilder_Set(
    _ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
    index: isize,
    h_item: HPy,
) {
    let tuple = builder._i as *mut PyObject;
    if tuple.is_null() {
        return;
    }
    // SAFETY: as for lists.
    unsafe {
        let item = h2py(h_item);
        Py_XINCREF(item);
        let replaced = PyTuple_GET_ITEM(tuple, index);
        PyTuple_SET_ITEM(tuple, index, item);
        Py_XDECREF(replaced);
    }
}

pub unsafe extern "C" fn ctx_TupleBuilder_Build(
    _ctx: *mut HPyContext,
    builder: HPyTupleBuilder,
) -> HPy {
    // SAFETY: the builder is null or owns a tuple.
    unsafe { build(builder._i) }
}

pub unsafe extern "C" fn ctx_TupleBuilder_Cancel(_ctx: *mut HPyContext, builder: HPyTupleBuilder) {
    // SAFETY: the builder is null or owns a tuple.
    unsafe { Py_XDECREF(builder._i as *mut PyObject) }
}

pub unsafe extern "C" fn ctx_Tuple_FromArray(
    _ctx: *mut HPyContext,
    items: *const HPy,
    n: isize,
) -> HPy {
    // SAFETY: `items` holds `n` live handles, and the tuple has room for them.
    unsafe {
        let tuple = PyTuple_New(n);
        if !tuple.is_null() {
            for index in 0..n {
                let item = h2py(*items.offset(index));
                Py_INCREF(item);
                PyTuple_SET_ITEM(tuple, index, item);
            }
        }
        py2h(tuple)
    }
}

/// Forgets why there is no object; [`build`] will say it.
unsafe fn or_later(object: *mut PyObject) -> *mut PyObject {
    if object.is_null() {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_Clear() };
    }
    object
}

unsafe fn build(builder: isize) -> HPy {
    if builder == 0 {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_NoMemory() };
    }
    py2h(builder as *mut PyObject)
}
