//! Lists and tuples that are filled in step by step or from an array.
//!
//! A builder is the unfinished object itself. When it cannot be made, the builder is null and the error
//! waits for `Build`, so that callers need to check only there.

use hpy_abi::{HPy, HPyContext, HPyListBuilder, HPyTupleBuilder};
use pyo3_ffi::{
    Py_FatalError, Py_INCREF, Py_SIZE, Py_XDECREF, PyErr_Clear, PyErr_NoMemory, PyList_GET_ITEM,
    PyList_New, PyList_SET_ITEM, PyObject, PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM,
};

use crate::handles::{h2py, py2h};

/// The functions of a builder. Parameters: how to make an unfinished object, and to get and set an item.
macro_rules! builder {
    (
        $builder:ident over $make:ident, $get_item:ident, $set_item:ident:
        $new:ident $set:ident $build:ident $cancel:ident
    ) => {
        pub unsafe extern "C" fn $new(_ctx: *mut HPyContext, size: isize) -> $builder {
            // SAFETY: the thread holds the GIL.
            let object = unsafe { or_later($make(size)) };
            $builder {
                _i: object as isize,
            }
        }

        /// May run Python code: when it replaces an item.
        pub unsafe extern "C" fn $set(
            _ctx: *mut HPyContext,
            builder: $builder,
            index: isize,
            h_item: HPy,
        ) {
            let object = builder._i as *mut PyObject;
            if object.is_null() {
                return;
            }
            // SAFETY: only we can reach the object. An old item is released last, when the object is whole.
            unsafe {
                check_index(index, Py_SIZE(object));
                let item = h2py(h_item);
                if !h_item.is_null() {
                    Py_INCREF(item);
                }
                let replaced = $get_item(object, index);
                $set_item(object, index, item);
                Py_XDECREF(replaced);
            }
        }

        pub unsafe extern "C" fn $build(_ctx: *mut HPyContext, builder: $builder) -> HPy {
            // SAFETY: the builder is null or owns an object.
            unsafe { build(builder._i) }
        }

        /// May run Python code, when nobody else can reach the object.
        pub unsafe extern "C" fn $cancel(_ctx: *mut HPyContext, builder: $builder) {
            // SAFETY: as above.
            unsafe { Py_XDECREF(builder._i as *mut PyObject) }
        }
    };
}

builder! {
    HPyListBuilder over PyList_New, PyList_GET_ITEM, PyList_SET_ITEM:
    ctx_ListBuilder_New ctx_ListBuilder_Set ctx_ListBuilder_Build ctx_ListBuilder_Cancel
}

builder! {
    HPyTupleBuilder over PyTuple_New, PyTuple_GET_ITEM, PyTuple_SET_ITEM:
    ctx_TupleBuilder_New ctx_TupleBuilder_Set ctx_TupleBuilder_Build ctx_TupleBuilder_Cancel
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

/// Clears the exception; [`build`] raises again.
unsafe fn or_later(object: *mut PyObject) -> *mut PyObject {
    if object.is_null() {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_Clear() };
    }
    object
}

/// Ends the process, to avoid a write outside the builder.
#[inline]
fn check_index(index: isize, size: isize) {
    // Sizes are not negative.
    if index as usize >= size as usize {
        let message = c"a builder was given an index that it has not got";
        // SAFETY: the message ends with NUL.
        unsafe { Py_FatalError(message.as_ptr()) }
    }
}

unsafe fn build(builder: isize) -> HPy {
    if builder == 0 {
        // SAFETY: the thread holds the GIL.
        unsafe { PyErr_NoMemory() };
    }
    py2h(builder as *mut PyObject)
}
