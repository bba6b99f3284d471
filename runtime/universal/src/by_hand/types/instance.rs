//! The life of instances between allocation and deallocation: traverse, clear and dealloc.
//!
//! A type with `HPy_tp_traverse` or `HPy_tp_destroy` gets these functions. The extension's own functions know only
//! their structs; we handle what bases and Python subclasses add.

use std::ffi::{c_int, c_uint, c_void};
use std::mem::size_of;
use std::ptr::{fn_addr_eq, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};

use hpy_abi::{HPyField, HPyFunc_visitproc};
use pyo3_ffi::{
    Py_DECREF, Py_REFCNT, Py_TPFLAGS_DEFAULT, Py_TPFLAGS_HAVE_GC, Py_TYPE, Py_XDECREF,
    Py_tp_traverse, PyBaseObject_Type, PyImport_ImportModule, PyObject,
    PyObject_CallFinalizerFromDealloc, PyObject_CallMethod, PyObject_ClearWeakRefs,
    PyObject_GC_IsTracked, PyObject_GC_Track, PyObject_GC_UnTrack, PyType_FromSpec,
    PyType_GenericAlloc, PyType_IS_GC, PyType_Slot, PyType_Spec, PyTypeObject, destructor,
    traverseproc, visitproc,
};

use super::classes::{self, Part};
use super::data::{TypeData, call_destroy, call_traverse, data_of, payload};
use super::{nesting, ownership};
use crate::by_hand::errors::PyResult;
use crate::by_hand::owned::Owned;
use crate::handles::{f2py, is_marked, mark, unmark};

/// `tp_dealloc`. Runs Python code: the finalizer, and those of objects that die with it.
///
/// # Safety
/// CPython calls it, or the `tp_dealloc` of a subclass, for an object without references.
pub(super) unsafe extern "C" fn dealloc(object: *mut PyObject) {
    // SAFETY: by contract. If the short way ends early, the long one handles an object that is untracked and has some
    // empty fields.
    unsafe {
        let ty = Py_TYPE(object);
        if let Some(data) = plain(ty)
            && data.destroy.is_none()
        {
            untrack(object);
            ownership::ends(object);
            if give_up_shared(data, object) {
                end_plain(ty, object);
                return;
            }
        }
    }
    // The collector must not see an object that waits.
    nesting::nest(
        object,
        // SAFETY: by contract; each object dies once.
        |object| unsafe { die(object) },
        // SAFETY: it is alive until then.
        |object| unsafe { untrack(object) },
        // SAFETY: likewise.
        |object| unsafe { track(object) },
    );
}

/// Does what CPython's `subtype_dealloc` does, and the part of HPy types.
///
/// # Safety
/// The contract of [`dealloc`].
unsafe fn die(object: *mut PyObject) {
    // SAFETY: the object keeps its type alive until the end, and the type its bases; see `Part`. Before any Python code
    // could see the object again its references to others are gone, and it is no longer tracked.
    unsafe {
        let ty = Py_TYPE(object);
        if let Some(data) = plain(ty) {
            untrack(object);
            ownership::ends(object);
            clear_fields(data, object);
            if let Some(destroy) = data.destroy {
                call_destroy(destroy, payload(data, object));
            }
            end_plain(ty, object);
            return;
        }
        // The `tp_dealloc` of a subclass has already called the finalizer.
        let is_outermost = is_ours((*ty).tp_dealloc);
        if is_outermost
            && (*ty).tp_finalize.is_some()
            && PyObject_CallFinalizerFromDealloc(object) < 0
        {
            return;
        }
        // A finalizer may have changed the object's type.
        let ty = Py_TYPE(object);
        untrack(object);
        if (*ty).tp_weaklistoffset != 0 {
            PyObject_ClearWeakRefs(object);
        }
        if is_outermost && let Some(del) = (*ty).tp_del {
            track(object);
            del(object);
            if Py_REFCNT(object) > 0 {
                return;
            }
            untrack(object);
        }
        ownership::ends(object);
        let ty = Py_TYPE(object);
        let part = Part::by_dealloc(ty, dealloc);
        for data in hpy_types(part) {
            clear_fields(data, object);
        }
        if part.has_added {
            classes::clear_added(object, part);
        }
        for data in hpy_types(part) {
            if let Some(destroy) = data.destroy {
                call_destroy(destroy, payload(data, object));
            }
        }
        // The last base is `object`, which has a `tp_dealloc` of its own.
        let Some(base) = part.behind.as_ref() else {
            return;
        };
        if PyType_IS_GC(part.behind) != 0 {
            PyObject_GC_Track(object.cast());
        }
        // Read before the base releases the type.
        let base_gives_up_type = part.ends_in_heap_type();
        if let Some(base_dealloc) = base.tp_dealloc {
            base_dealloc(object);
        }
        if !base_gives_up_type {
            Py_DECREF(ty.cast());
        }
    }
}

/// The data of a type whose instances die in the simplest way: an HPy type directly over `object`, without finalizer,
/// dict or weak references. Most types are like that, so this path is short.
///
/// # Safety
/// The type is alive for `'a`.
#[inline(always)]
unsafe fn plain<'a>(ty: *mut PyTypeObject) -> Option<&'a TypeData> {
    // SAFETY: by contract; a type owns its data.
    unsafe {
        let is_plain = is_ours((*ty).tp_dealloc)
            && (*ty).tp_base == &raw mut PyBaseObject_Type
            && (*ty).tp_dictoffset | (*ty).tp_weaklistoffset == 0
            && (*ty).tp_finalize.is_none()
            && (*ty).tp_del.is_none();
        if is_plain { data_of(ty).as_ref() } else { None }
    }
}

/// Frees an object of such a type, whose fields are empty.
///
/// # Safety
/// The object is untracked, and nobody uses it afterwards.
#[inline(always)]
unsafe fn end_plain(ty: *mut PyTypeObject, object: *mut PyObject) {
    // SAFETY: by contract; the object owned a reference to its type.
    unsafe {
        if let Some(base_dealloc) = PyBaseObject_Type.tp_dealloc {
            base_dealloc(object);
        }
        Py_DECREF(ty.cast());
    }
}

/// Empties the fields of an object while no other object dies by that. Returns false if one would: then its field is
/// kept.
///
/// # Safety
/// The object is of this type.
#[inline(always)]
unsafe fn give_up_shared(data: &TypeData, object: *mut PyObject) -> bool {
    let mut would_end = false;
    // SAFETY: by contract; the visitor takes a `bool`.
    unsafe {
        each_field(
            data,
            object,
            clear_shared_field,
            (&raw mut would_end).cast(),
        )
    };
    !would_end
}

unsafe extern "C" fn clear_shared_field(field: *mut HPyField, would_end: *mut c_void) -> c_int {
    // SAFETY: a field is null or owns a reference, which is released after the field was set to null.
    unsafe {
        let object = f2py(*field);
        if object.is_null() {
            return 0;
        }
        if Py_REFCNT(object) == 1 {
            *would_end.cast::<bool>() = true;
            return 1;
        }
        *field = HPyField::NULL;
        Py_DECREF(object);
        0
    }
}

/// `tp_clear`. Runs Python code: finalizers of released objects.
///
/// # Safety
/// CPython's collector calls it, or the `tp_clear` of a subclass.
pub(super) unsafe extern "C" fn clear(object: *mut PyObject) -> c_int {
    // SAFETY: the collector keeps the object alive, the object its type, and the type its bases; see `Part`.
    unsafe {
        ownership::ends(object);
        let part = Part::by_clear(Py_TYPE(object), clear);
        for data in hpy_types(part) {
            clear_fields(data, object);
        }
        if part.has_added {
            classes::clear_added(object, part);
        }
        match part.behind.as_ref().and_then(|base| base.tp_clear) {
            Some(base_clear) => base_clear(object),
            None => 0,
        }
    }
}

/// `tp_traverse`. Runs no Python code.
///
/// # Safety
/// CPython calls it, or the `tp_traverse` of a subclass.
pub(super) unsafe extern "C" fn traverse(
    object: *mut PyObject,
    visit: visitproc,
    arg: *mut c_void,
) -> c_int {
    // SAFETY: the object keeps its type alive, and the type its bases.
    unsafe {
        let part = Part::by_traverse(Py_TYPE(object), traverse);
        // A heap type behind this part visits the type itself, as CPython asks of all heap types.
        let is_last = !part.ends_in_heap_type();
        if is_last && shows_type(object, visit) {
            let status = visit(Py_TYPE(object).cast(), arg);
            if status != 0 {
                return status;
            }
        }
        if part.has_added {
            let status = classes::visit_added(object, part, visit, arg);
            if status != 0 {
                return status;
            }
        }
        let hpy_types_with_fields = hpy_types(part)
            .filter(|data| data.traverse.is_some())
            .count();
        let may_repeat = hpy_types_with_fields > 1 || !is_last;
        let mut visitor = Visitor { visit, arg };
        let visitor = (&raw mut visitor).cast();
        let visit_field = if may_repeat {
            visit_field_once
        } else {
            visit_field
        };
        let mut status = 0;
        for data in hpy_types(part) {
            if status == 0 {
                status = each_field(data, object, visit_field, visitor);
            }
        }
        if status == 0
            && let Some(base_traverse) = part.behind.as_ref().and_then(|base| base.tp_traverse)
        {
            status = base_traverse(object, visit, arg);
        }
        if may_repeat {
            for data in hpy_types(part) {
                each_field(data, object, unmark_field, null_mut());
            }
        }
        status
    }
}

/// The data of the HPy types in a part of a hierarchy, nearest first.
///
/// # Safety
/// The types stay alive for `'a`.
#[inline]
unsafe fn hpy_types<'a>(part: Part) -> impl Iterator<Item = &'a TypeData> {
    // SAFETY: by contract; a type owns its data.
    unsafe { part.types().filter_map(|ty| data_of(ty).as_ref()) }
}

fn is_ours(own: Option<destructor>) -> bool {
    own.is_some_and(|own| fn_addr_eq(own, dealloc as destructor))
}

/// # Safety
/// The object's memory is still there.
unsafe fn untrack(object: *mut PyObject) {
    // SAFETY: by contract; an object may be untracked twice.
    unsafe {
        if PyType_IS_GC(Py_TYPE(object)) != 0 {
            PyObject_GC_UnTrack(object.cast());
        }
    }
}

/// # Safety
/// The object's memory is still there.
unsafe fn track(object: *mut PyObject) {
    // SAFETY: by contract; an object may not be tracked twice.
    unsafe {
        if PyType_IS_GC(Py_TYPE(object)) != 0 && PyObject_GC_IsTracked(object) == 0 {
            PyObject_GC_Track(object.cast());
        }
    }
}

/// Calls a type's traverse function for the fields of an object.
///
/// # Safety
/// The object is of this type or a subclass; the visitor takes `arg`.
unsafe fn each_field(
    data: &TypeData,
    object: *mut PyObject,
    visitor: HPyFunc_visitproc,
    arg: *mut c_void,
) -> c_int {
    match data.traverse {
        // SAFETY: by contract.
        Some(traverse) => unsafe { call_traverse(traverse, payload(data, object), visitor, arg) },
        None => 0,
    }
}

/// Adapts CPython's visitor to one that visits fields.
struct Visitor {
    visit: visitproc,
    arg: *mut c_void,
}

/// Visits a field that has no mark.
unsafe extern "C" fn visit_field(field: *mut HPyField, visitor: *mut c_void) -> c_int {
    // SAFETY: `traverse` passes its visitor, and a field is null or keeps its object alive.
    unsafe {
        let Visitor { visit, arg } = &*visitor.cast::<Visitor>();
        let object = f2py(*field);
        if object.is_null() || is_marked(*field) {
            0
        } else {
            visit(object, *arg)
        }
    }
}

/// A type may visit its base's fields along with its own, and the base visits them again. For the collector each
/// visit is a reference, and one too many would make it free an object in use. So a visited field is marked.
unsafe extern "C" fn visit_field_once(field: *mut HPyField, visitor: *mut c_void) -> c_int {
    // SAFETY: as for `visit_field`; `traverse` removes the marks before anybody else reads the fields.
    unsafe {
        let status = visit_field(field, visitor);
        *field = mark(*field);
        status
    }
}

unsafe extern "C" fn unmark_field(field: *mut HPyField, _arg: *mut c_void) -> c_int {
    // SAFETY: a type's traverse function visits its fields.
    unsafe { *field = unmark(*field) };
    0
}

/// Runs Python code.
///
/// # Safety
/// The object is of this type or a subclass.
unsafe fn clear_fields(data: &TypeData, object: *mut PyObject) {
    // SAFETY: by contract.
    unsafe { each_field(data, object, clear_field, null_mut()) };
}

unsafe extern "C" fn clear_field(field: *mut HPyField, _arg: *mut c_void) -> c_int {
    // SAFETY: a field is null or owns a reference, which is given up when the field is null already.
    unsafe { Py_XDECREF(f2py(field.replace(HPyField::NULL))) };
    0
}

/// The visitor of `gc.get_referents`.
static REFERENTS: AtomicUsize = AtomicUsize::new(0);

/// Whether the visitor gets the type of an object. All do except `gc.get_referents`: as in hpy 0.9.0, it gets what
/// the extension's functions visit. For a Python subclass it gets the class, as in CPython.
///
/// # Safety
/// The object is alive.
unsafe fn shows_type(object: *mut PyObject, visit: visitproc) -> bool {
    // SAFETY: the object keeps its type alive.
    visit as usize != REFERENTS.load(Ordering::Relaxed)
        || unsafe { data_of(Py_TYPE(object)) }.is_null()
}

/// Finds the visitor of `gc.get_referents`, once, before any type is made.
///
/// # Safety
/// The thread holds the GIL.
pub(super) unsafe fn make_ready() -> PyResult<()> {
    static LAST: AtomicUsize = AtomicUsize::new(0);
    unsafe extern "C" fn note(_: *mut PyObject, visit: visitproc, _: *mut c_void) -> c_int {
        LAST.store(visit as usize, Ordering::Relaxed);
        0
    }
    if REFERENTS.load(Ordering::Relaxed) != 0 {
        return Ok(());
    }
    let mut slots = [
        PyType_Slot {
            slot: Py_tp_traverse,
            pfunc: note as traverseproc as *mut c_void,
        },
        PyType_Slot::default(),
    ];
    let mut spec = PyType_Spec {
        name: c"hpy.universal._Referrer".as_ptr(),
        basicsize: size_of::<PyObject>() as c_int,
        itemsize: 0,
        flags: (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC) as c_uint,
        slots: slots.as_mut_ptr(),
    };
    // SAFETY: the spec is complete, and an instance of its type may be visited.
    unsafe {
        let ty = Owned::new(PyType_FromSpec(&raw mut spec))?;
        let referrer = Owned::new(PyType_GenericAlloc(ty.as_ptr().cast(), 0))?;
        let gc = Owned::new(PyImport_ImportModule(c"gc".as_ptr()))?;
        let (name, arguments) = (c"get_referents".as_ptr(), c"(O)".as_ptr());
        let result = PyObject_CallMethod(gc.as_ptr(), name, arguments, referrer.as_ptr());
        REFERENTS.store(LAST.load(Ordering::Relaxed), Ordering::Relaxed);
        Owned::new(result)?;
    }
    Ok(())
}
