//! The life of instances between allocation and release: what the garbage collector sees, what is cleared
//! and destroyed.
//!
//! A type with `HPy_tp_traverse` or `HPy_tp_destroy` gets these functions. The extension's own functions
//! know their structs only; what the bases and Python subclasses added is up to us.

use std::ffi::{c_int, c_void};
use std::ptr::{fn_addr_eq, null_mut};

use hpy_abi::{HPyField, HPyFunc_traverseproc};
use pyo3_ffi::{
    Py_DECREF, Py_TPFLAGS_HEAPTYPE, Py_TYPE, Py_XDECREF, PyObject,
    PyObject_CallFinalizerFromDealloc, PyObject_ClearWeakRefs, PyObject_GC_Track,
    PyObject_GC_UnTrack, PyType_HasFeature, PyType_IS_GC, PyTypeObject, destructor, visitproc,
};

use super::data::{BaseSlots, TypeData, data_of, hierarchy, payload};
use super::ownership;
use crate::handles::f2py;

impl BaseSlots {
    /// What there is behind a new type with the `tp_dealloc` that CPython gives heap types, which serves
    /// types that come before ours in a hierarchy and cannot be called from ours.
    ///
    /// # Safety
    /// The type is ready and has not got our slots yet.
    pub(super) unsafe fn behind(ty: *mut PyTypeObject) -> Self {
        // SAFETY: types keep their bases alive, and the last base is `object`, which is static and has a
        // `tp_dealloc` of its own.
        unsafe {
            let generic = (*ty).tp_dealloc;
            let passes_on = |ty: *mut PyTypeObject| {
                (*ty).tp_dealloc.is_some_and(|f| {
                    fn_addr_eq(f, dealloc as destructor)
                        || generic.is_some_and(|generic| fn_addr_eq(f, generic))
                })
            };
            let is_heap = |ty| PyType_HasFeature(ty, Py_TPFLAGS_HEAPTYPE) != 0;

            let mut deallocating = ty;
            while passes_on(deallocating) {
                deallocating = (*deallocating).tp_base;
            }
            let mut builtin = deallocating;
            while is_heap(builtin) {
                builtin = (*builtin).tp_base;
            }
            Self {
                generic,
                dealloc: (*deallocating).tp_dealloc,
                dealloc_is_gc: PyType_IS_GC(deallocating) != 0,
                dealloc_is_heap: is_heap(deallocating),
                traverse: (*builtin).tp_traverse,
                clear: (*builtin).tp_clear,
            }
        }
    }
}

/// `tp_dealloc`.
///
/// # Safety
/// CPython calls it, or the `tp_dealloc` of a subclass, for an object without references.
pub(super) unsafe extern "C" fn dealloc(object: *mut PyObject) {
    // SAFETY: the object keeps its type alive until the end; see below for the order.
    unsafe {
        let ty = Py_TYPE(object);
        let is_outermost = (*ty)
            .tp_dealloc
            .is_some_and(|f| fn_addr_eq(f, dealloc as destructor));
        // A subclass's `tp_dealloc` has called the finalizer already.
        if is_outermost
            && (*ty).tp_finalize.is_some()
            && PyObject_CallFinalizerFromDealloc(object) < 0
        {
            return;
        }
        if PyType_IS_GC(ty) != 0 {
            PyObject_GC_UnTrack(object.cast());
        }
        if (*ty).tp_weaklistoffset != 0 {
            PyObject_ClearWeakRefs(object);
        }
        ownership::ends(object);
        for data in hierarchy(ty) {
            clear_fields(data, object);
        }
        for data in hierarchy(ty) {
            if let Some(destroy) = data.destroy {
                destroy(payload(data, object));
            }
        }
        let Some(base) = hierarchy(ty).find_map(|data| data.base) else {
            return;
        };
        if base.dealloc_is_gc {
            PyObject_GC_Track(object.cast());
        }
        if let Some(base_dealloc) = base.dealloc {
            base_dealloc(object);
        }
        if !base.dealloc_is_heap {
            Py_DECREF(ty.cast());
        }
    }
}

/// `tp_clear`.
///
/// # Safety
/// CPython's collector calls it, or the `tp_clear` of a subclass.
pub(super) unsafe extern "C" fn clear(object: *mut PyObject) -> c_int {
    // SAFETY: the object keeps its type alive.
    unsafe {
        let ty = Py_TYPE(object);
        ownership::ends(object);
        for data in hierarchy(ty) {
            clear_fields(data, object);
        }
        let base = hierarchy(ty).find_map(|data| data.base);
        match base.and_then(|base| base.clear) {
            Some(base_clear) => base_clear(object),
            None => 0,
        }
    }
}

/// What CPython asks through the trampoline of an extension's `HPy_tp_traverse`.
///
/// # Safety
/// `traverse` is the function of the type of `object` or of one of its bases; `visit` and `arg` are what
/// CPython passed.
pub(crate) unsafe fn call_traverse(
    traverse: HPyFunc_traverseproc,
    object: *mut PyObject,
    visit: visitproc,
    arg: *mut c_void,
) -> c_int {
    // SAFETY: the object keeps its type alive, and `visit_field` gets what it expects.
    unsafe {
        let ty = Py_TYPE(object);
        let owner =
            hierarchy(ty).find(|data| data.traverse.is_some_and(|own| fn_addr_eq(own, traverse)));
        let mut visitor = Visitor { visit, arg };
        let start = owner.map_or(object.cast(), |data| payload(data, object));
        let status = traverse(start, visit_field, (&raw mut visitor).cast());
        if status != 0 {
            return status;
        }
        if let Some(base_traverse) = owner
            .and_then(|data| data.base)
            .and_then(|base| base.traverse)
        {
            let status = base_traverse(object, visit, arg);
            if status != 0 {
                return status;
            }
        }
        // CPython leaves it to us to show that an instance keeps its type alive. HPy's contract is that an
        // object refers to what its traverse function visits, but that says nothing of Python subclasses,
        // which come and go.
        if data_of(ty).is_null() {
            visit(ty.cast(), arg)
        } else {
            0
        }
    }
}

/// The visitor of CPython, for one that visits fields.
struct Visitor {
    visit: visitproc,
    arg: *mut c_void,
}

unsafe extern "C" fn visit_field(field: *mut HPyField, visitor: *mut c_void) -> c_int {
    // SAFETY: `call_traverse` passes its visitor, and a field is null or keeps its object alive.
    unsafe {
        let Visitor { visit, arg } = &*visitor.cast::<Visitor>();
        let object = f2py(*field);
        if object.is_null() {
            0
        } else {
            visit(object, *arg)
        }
    }
}

unsafe fn clear_fields(data: &TypeData, object: *mut PyObject) {
    if let Some(traverse) = data.traverse {
        // SAFETY: the object is of this type or a subclass.
        unsafe { traverse(payload(data, object), clear_field, null_mut()) };
    }
}

unsafe extern "C" fn clear_field(field: *mut HPyField, _arg: *mut c_void) -> c_int {
    // SAFETY: a field is null or owns a reference, which is given up when the field is null already.
    unsafe { Py_XDECREF(f2py(field.replace(HPyField::NULL))) };
    0
}
