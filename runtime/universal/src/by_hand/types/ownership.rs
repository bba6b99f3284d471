//! Tells the debug context who visits the fields of an object.

use std::ffi::{c_int, c_void};
use std::ops::Range;
use std::sync::atomic::{AtomicPtr, Ordering};

use hpy_abi::HPyField;
use pyo3_ffi::{Py_TYPE, PyLong_Type, PyObject, PyType_IsSubtype, PyTypeObject, PyVarObject};

use super::classes;
use super::data::{TypeData, call_traverse, data_of, hierarchy, nearest, payload};

use crate::layout::{Place, digit_count};

/// Who visits the fields of an object, whose C struct is at these addresses.
pub enum FieldsOf {
    /// The `HPy_tp_traverse` of its types. The listener of [`on_end`] is called before it dies. The number identifies
    /// the nearest HPy type and is never reused; 0 if objects of the type have different sizes.
    Traverse(Range<usize>, u64),
    /// Nobody: none of its types has that slot. The range is empty if it has no struct.
    Nobody(Range<usize>),
    /// Slots of the C API.
    Others,
}

/// Tells who visits the fields of an object.
///
/// # Safety
/// The object is alive, and the thread holds the GIL.
#[inline]
pub unsafe fn fields_of(object: *mut PyObject) -> FieldsOf {
    // SAFETY: the object keeps its type and that its bases alive.
    unsafe {
        let ty = Py_TYPE(object);
        let own = data_of(ty).as_ref();
        if let Some(data) = own
            && data.has_plain_fields.load(Ordering::Relaxed)
            && let Place::Fixed(offset) = data.place
        {
            let end = object.addr() + (*ty).tp_basicsize as usize;
            return FieldsOf::Traverse(object.addr() + offset..end, data.serial);
        }
        look_for_fields(object, own)
    }
}

/// The same for an object whose type was not asked for before.
#[inline(never)]
unsafe fn look_for_fields(object: *mut PyObject, own: Option<&TypeData>) -> FieldsOf {
    // SAFETY: the contract of `fields_of`.
    unsafe {
        let ty = Py_TYPE(object);
        let Some(data) = nearest(ty) else {
            return FieldsOf::Nobody(0..0);
        };
        let memory = payload(data, object).addr()..object.addr() + size_of_object(object);
        let mut has_traverse = false;
        for data in hierarchy(ty) {
            if data.has_legacy_life {
                return FieldsOf::Others;
            }
            has_traverse |= data.traverse.is_some();
        }
        if !is_ours(ty) {
            FieldsOf::Others
        } else if has_traverse {
            let has_fixed_size = (*ty).tp_itemsize == 0;
            if let Some(data) = own {
                (data.has_plain_fields).store(has_fixed_size, Ordering::Relaxed);
            }
            FieldsOf::Traverse(memory, if has_fixed_size { data.serial } else { 0 })
        } else {
            FieldsOf::Nobody(memory)
        }
    }
}

unsafe fn size_of_object(object: *mut PyObject) -> usize {
    // SAFETY: the caller's contract; only objects of a variable size have one.
    unsafe {
        let ty = Py_TYPE(object);
        let size = (*ty).tp_itemsize as usize;
        if size == 0 {
            return (*ty).tp_basicsize as usize;
        }
        let count = (*object.cast::<PyVarObject>()).ob_size;
        let items = match PyType_IsSubtype(ty, &raw mut PyLong_Type) {
            0 => count.unsigned_abs(),
            _ => digit_count(count),
        };
        (*ty).tp_basicsize as usize + items * size
    }
}

/// Whether only Python classes and HPy types take part in the dealloc of its instances, up to the first HPy type.
unsafe fn is_ours(ty: *mut PyTypeObject) -> bool {
    // SAFETY: types keep their bases alive.
    unsafe {
        let mut next = ty;
        while data_of(next).is_null() {
            if !classes::ends_as_class(next) {
                return false;
            }
            next = (*next).tp_base;
        }
        true
    }
}

/// Calls an object's traverse functions for its fields, until the visitor returns false.
///
/// # Safety
/// As for [`fields_of`].
pub unsafe fn visit_fields(
    object: *mut PyObject,
    mut visitor: &mut dyn FnMut(*mut HPyField) -> bool,
) {
    // SAFETY: the object keeps its type alive, and is of the type that each function belongs to.
    unsafe {
        for data in hierarchy(Py_TYPE(object)) {
            if let Some(traverse) = data.traverse {
                let arg = (&raw mut visitor).cast();
                if call_traverse(traverse, payload(data, object), visit, arg) != 0 {
                    return;
                }
            }
        }
    }
}

unsafe extern "C" fn visit(field: *mut HPyField, visitor: *mut c_void) -> c_int {
    // SAFETY: `visit_fields` passes its visitor.
    let visitor = unsafe { &mut *visitor.cast::<&mut dyn FnMut(*mut HPyField) -> bool>() };
    c_int::from(!visitor(field))
}

/// A function that takes an object.
type Listener = fn(*mut PyObject);

static LISTENER: AtomicPtr<()> = AtomicPtr::new(std::ptr::null_mut());

/// Calls `listener` with every object of an HPy type before it releases its fields. The GIL is held.
pub fn on_end(listener: Listener) {
    LISTENER.store(listener as *mut (), Ordering::Relaxed);
}

/// Announces that the object releases its fields.
#[inline]
pub(super) fn ends(object: *mut PyObject) {
    let listener = LISTENER.load(Ordering::Relaxed);
    if !listener.is_null() {
        // SAFETY: only `on_end` stores there.
        let listener = unsafe { std::mem::transmute::<*mut (), Listener>(listener) };
        listener(object);
    }
}
