//! Capsules.

use std::ffi::{c_char, c_int, c_void};

use hpy_abi::{
    _HPyCapsule_key, HPy, HPyCapsule_Destructor, HPyCapsule_key_Context, HPyCapsule_key_Destructor,
    HPyCapsule_key_Name, HPyCapsule_key_Pointer, HPyContext, HPyFunc_capsule_destructor,
    cpy_PyObject,
};
use hpy_platform::guard::guarded;
use pyo3_ffi::{
    PyCapsule_Destructor, PyCapsule_GetContext, PyCapsule_GetName, PyCapsule_GetPointer,
    PyCapsule_New, PyCapsule_SetContext, PyCapsule_SetDestructor, PyCapsule_SetName,
    PyCapsule_SetPointer, PyExc_SystemError, PyExc_ValueError, PyObject,
};

use super::errors::{PyResult, raise};
use crate::handles::{h2py, py2h};

pub unsafe extern "C" fn ctx_Capsule_New(
    _ctx: *mut HPyContext,
    pointer: *mut c_void,
    utf8_name: *const c_char,
    destructor: *mut HPyCapsule_Destructor,
) -> HPy {
    // SAFETY: the name lives as long as the capsule; the destructor is NULL or filled in.
    unsafe {
        match trampoline(destructor) {
            Ok(destructor) => py2h(PyCapsule_New(pointer, utf8_name, destructor)),
            Err(_) => HPy::NULL,
        }
    }
}

pub unsafe extern "C" fn ctx_Capsule_Get(
    _ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    utf8_name: *const c_char,
) -> *mut c_void {
    let capsule = h2py(capsule);
    // SAFETY: the handle is live, and CPython checks that it is a capsule.
    unsafe {
        match key {
            HPyCapsule_key_Pointer => PyCapsule_GetPointer(capsule, utf8_name),
            HPyCapsule_key_Name => PyCapsule_GetName(capsule).cast_mut().cast(),
            HPyCapsule_key_Context => PyCapsule_GetContext(capsule),
            HPyCapsule_key_Destructor => {
                raise(
                    PyExc_ValueError,
                    c"Invalid operation: get HPyCapsule_key_Destructor",
                );
                std::ptr::null_mut()
            }
            _ => {
                raise(PyExc_SystemError, c"invalid HPyCapsule key");
                std::ptr::null_mut()
            }
        }
    }
}

pub unsafe extern "C" fn ctx_Capsule_Set(
    _ctx: *mut HPyContext,
    capsule: HPy,
    key: _HPyCapsule_key,
    value: *mut c_void,
) -> c_int {
    let capsule = h2py(capsule);
    // SAFETY: the handle is live, CPython checks that it is a capsule, and `value` is what the key says.
    unsafe {
        match key {
            HPyCapsule_key_Pointer => PyCapsule_SetPointer(capsule, value),
            HPyCapsule_key_Name => PyCapsule_SetName(capsule, value.cast()),
            HPyCapsule_key_Context => PyCapsule_SetContext(capsule, value),
            HPyCapsule_key_Destructor => match trampoline(value.cast()) {
                Ok(destructor) => PyCapsule_SetDestructor(capsule, destructor),
                Err(_) => -1,
            },
            _ => {
                raise(PyExc_SystemError, c"invalid HPyCapsule key");
                -1
            }
        }
    }
}

/// The function for CPython to call when the capsule dies; none for NULL.
///
/// # Safety
/// The pointer is NULL or valid, and the thread holds the GIL.
unsafe fn trampoline(
    destructor: *const HPyCapsule_Destructor,
) -> PyResult<Option<PyCapsule_Destructor>> {
    // SAFETY: passed on from the caller.
    let Some(destructor) = (unsafe { destructor.as_ref() }) else {
        return Ok(None);
    };
    match (destructor.cpy_trampoline, destructor.implementation) {
        (Some(trampoline), Some(_)) => {
            // SAFETY: the two types differ in what a capsule's pointer is called, only.
            Ok(Some(unsafe {
                std::mem::transmute::<unsafe extern "C" fn(*mut cpy_PyObject), PyCapsule_Destructor>(
                    trampoline,
                )
            }))
        }
        // SAFETY: the thread holds the GIL.
        _ => Err(unsafe { raise(PyExc_ValueError, c"Invalid HPyCapsule destructor") }),
    }
}

/// Calls the extension's destructor of a dying capsule. The destructor gets no context from the capsule; a hybrid one
/// may have its own.
///
/// # Safety
/// `capsule` is a capsule, and `destructor` was made for it.
pub(crate) unsafe fn call_capsule_destructor(
    destructor: HPyFunc_capsule_destructor,
    capsule: *mut PyObject,
) {
    // SAFETY: a capsule that has its own name for a name never raises.
    unsafe {
        let name = PyCapsule_GetName(capsule);
        guarded!(destructor(
            name,
            PyCapsule_GetPointer(capsule, name),
            PyCapsule_GetContext(capsule),
        ));
    }
}
