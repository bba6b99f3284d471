//! What a Python class adds to its instances: `__slots__` and `__dict__`.
//!
//! CPython's slots of a Python class handle them up to the first base with other slots, and only for the object's own
//! type. For a class behind an HPy type with our slots, we must do it.

use std::ffi::{c_int, c_void};
use std::ptr::{fn_addr_eq, null, null_mut};
use std::sync::OnceLock;

use hpy_abi::until;
use pyo3_ffi::{
    Py_READONLY, Py_T_OBJECT_EX, Py_TPFLAGS_HEAPTYPE, Py_TYPE, Py_XDECREF, PyExc_SystemError,
    PyMemberDef, PyObject, PyObject_CallFunction, PyType_HasFeature, PyType_Type, PyTypeObject,
    destructor, inquiry, traverseproc, visitproc,
};

use crate::by_hand::errors::{PyResult, raise};
use crate::by_hand::owned::Owned;
use crate::compat::dict;

/// CPython's slots for Python classes.
struct Slots {
    dealloc: destructor,
    traverse: traverseproc,
    clear: inquiry,
}

/// They are the same in every interpreter of the process.
static SLOTS: OnceLock<Slots> = OnceLock::new();

/// Finds CPython's slots, once, before any type is made.
///
/// # Safety
/// The thread holds the GIL.
pub(super) unsafe fn make_ready() -> PyResult<()> {
    if SLOTS.get().is_some() {
        return Ok(());
    }
    // SAFETY: `type("Class", (), {})`, which makes a class with every slot of a class.
    unsafe {
        let arguments = c"s(){}".as_ptr();
        let class =
            PyObject_CallFunction((&raw mut PyType_Type).cast(), arguments, c"Class".as_ptr());
        let class = Owned::new(class)?;
        let ty = class.as_ptr().cast::<PyTypeObject>();
        let (Some(dealloc), Some(traverse), Some(clear)) =
            ((*ty).tp_dealloc, (*ty).tp_traverse, (*ty).tp_clear)
        else {
            return Err(raise(PyExc_SystemError, c"a class lacks slots"));
        };
        let _ = SLOTS.set(Slots {
            dealloc,
            traverse,
            clear,
        });
    }
    Ok(())
}

/// A part of a hierarchy: the types whose slot of one kind is ours or a class's, from the first with ours to the
/// first with another.
///
/// The types live as long as the object. They are used while Python code runs, as in CPython's own slots; only an
/// assignment to `__bases__` in between could end one.
#[derive(Clone, Copy)]
pub(super) struct Part {
    pub(super) first: *mut PyTypeObject,
    /// The first type after the part; NULL if there is none.
    pub(super) behind: *mut PyTypeObject,
    /// Whether there is work for [`visit_added`] and [`clear_added`].
    pub(super) has_added: bool,
    /// The slot, and its value in a class.
    slot: fn(&PyTypeObject) -> *const (),
    class: *const (),
}

impl Part {
    /// The part for one slot, which is `ours` in HPy types and `class` in classes.
    ///
    /// # Safety
    /// The type is alive; itself or a base has a slot of ours.
    #[inline(always)]
    unsafe fn of(
        mut ty: *mut PyTypeObject,
        slot: fn(&PyTypeObject) -> *const (),
        ours: *const (),
        class: *const (),
    ) -> Self {
        // SAFETY: types keep their bases alive.
        unsafe {
            while slot(&*ty) != ours {
                ty = (*ty).tp_base;
            }
            let first = ty;
            let mut has_added = false;
            while let Some(next) = ty.as_ref() {
                let own = slot(next);
                if own != ours {
                    if own == class {
                        has_added = true;
                    } else if !own.is_null() {
                        break;
                    }
                }
                ty = next.tp_base;
            }
            let mut part = Self {
                first,
                behind: ty,
                has_added,
                slot,
                class,
            };
            part.has_added |= part.has_dict();
            part
        }
    }

    /// # Safety
    /// The type is alive; itself or a base has this `tp_dealloc`.
    #[inline]
    pub(super) unsafe fn by_dealloc(ty: *mut PyTypeObject, ours: destructor) -> Self {
        let slot = |ty: &PyTypeObject| ty.tp_dealloc.map_or(null(), |slot| slot as *const ());
        // SAFETY: by contract.
        unsafe { Self::of(ty, slot, ours as *const (), slots().dealloc as *const ()) }
    }

    /// # Safety
    /// The type is alive; itself or a base has this `tp_traverse`.
    pub(super) unsafe fn by_traverse(ty: *mut PyTypeObject, ours: traverseproc) -> Self {
        let slot = |ty: &PyTypeObject| ty.tp_traverse.map_or(null(), |slot| slot as *const ());
        // SAFETY: by contract.
        unsafe { Self::of(ty, slot, ours as *const (), slots().traverse as *const ()) }
    }

    /// # Safety
    /// The type is alive; itself or a base has this `tp_clear`.
    pub(super) unsafe fn by_clear(ty: *mut PyTypeObject, ours: inquiry) -> Self {
        let slot = |ty: &PyTypeObject| ty.tp_clear.map_or(null(), |slot| slot as *const ());
        // SAFETY: by contract.
        unsafe { Self::of(ty, slot, ours as *const (), slots().clear as *const ()) }
    }

    /// Its types, nearest first.
    ///
    /// # Safety
    /// They stay alive.
    #[inline]
    pub(super) unsafe fn types(self) -> impl Iterator<Item = *mut PyTypeObject> {
        let mut next = self.first;
        std::iter::from_fn(move || {
            if next == self.behind {
                return None;
            }
            let ty = next;
            // SAFETY: by contract; NULL is where the part ends if no other end comes first.
            next = unsafe { (*ty).tp_base };
            Some(ty)
        })
    }

    /// Whether the type behind it is a heap type, which also handles the reference to the object's type.
    ///
    /// # Safety
    /// The types are alive.
    pub(super) unsafe fn ends_in_heap_type(self) -> bool {
        // SAFETY: by contract.
        !self.behind.is_null()
            && unsafe { PyType_HasFeature(self.behind, Py_TPFLAGS_HEAPTYPE) != 0 }
    }

    unsafe fn is_class(self, ty: *mut PyTypeObject) -> bool {
        // SAFETY: the types are alive.
        (self.slot)(unsafe { &*ty }) == self.class
    }

    /// Whether instances have a dict that the type behind it does not know.
    unsafe fn has_dict(self) -> bool {
        // SAFETY: the types are alive.
        unsafe {
            let behind = self
                .behind
                .as_ref()
                .map_or(0, |behind| behind.tp_dictoffset);
            (*self.first).tp_dictoffset != behind
        }
    }
}

fn slots() -> &'static Slots {
    let Some(slots) = SLOTS.get() else {
        unreachable!("there is a type, so `make_ready` was called")
    };
    slots
}

/// The last of the bases in a row for which `is_same` holds; the type itself if it does not hold for the first.
///
/// # Safety
/// The type is alive.
pub(super) unsafe fn last_base(
    mut ty: *mut PyTypeObject,
    is_same: impl Fn(&PyTypeObject) -> bool,
) -> *mut PyTypeObject {
    // SAFETY: types keep their bases alive.
    while let Some(base) = unsafe { (*ty).tp_base.as_ref() }
        && is_same(base)
    {
        // SAFETY: likewise.
        ty = unsafe { (*ty).tp_base };
    }
    ty
}

/// Whether instances of a type are deallocated as those of classes are.
///
/// # Safety
/// The type is alive.
pub(super) unsafe fn ends_as_class(ty: *mut PyTypeObject) -> bool {
    // SAFETY: by contract.
    unsafe { (*ty).tp_dealloc }.is_some_and(|own| fn_addr_eq(own, slots().dealloc))
}

/// Whether the collector visits the type of an instance of a new type. An inherited slot of a builtin base does not
/// do so.
///
/// # Safety
/// The type is ready.
pub(super) unsafe fn shows_type(ty: *mut PyTypeObject, ours: traverseproc) -> bool {
    // SAFETY: by contract; types keep their bases alive.
    unsafe {
        let Some(inherited) = (*ty).tp_traverse else {
            return true;
        };
        if [ours, slots().traverse]
            .iter()
            .any(|slot| fn_addr_eq(inherited, *slot))
        {
            return true;
        }
        let is_inherited = |own: traverseproc| fn_addr_eq(own, inherited);
        let owner = last_base(ty, |base| base.tp_traverse.is_some_and(is_inherited));
        PyType_HasFeature(owner, Py_TPFLAGS_HEAPTYPE) != 0
    }
}

/// Visits the members that the classes of a part add to an object, and the dict that a type declares.
///
/// # Safety
/// The object is an instance of these types; `visit` and `arg` are what CPython passed.
pub(super) unsafe fn visit_added(
    object: *mut PyObject,
    part: Part,
    visit: visitproc,
    arg: *mut c_void,
) -> c_int {
    // SAFETY: a member of this kind is NULL or keeps its object alive.
    unsafe {
        for ty in part.types() {
            if !part.is_class(ty) {
                continue;
            }
            for member in references(ty) {
                let value = *place(object, member);
                if !value.is_null() {
                    let status = visit(value, arg);
                    if status != 0 {
                        return status;
                    }
                }
            }
        }
        if part.has_dict() {
            return dict::visit(object, part.is_class(Py_TYPE(object)), visit, arg);
        }
        0
    }
}

/// Clears what [`visit_added`] visits. Runs Python code.
///
/// # Safety
/// The object is an instance of these types.
pub(super) unsafe fn clear_added(object: *mut PyObject, part: Part) {
    // SAFETY: a member is set to NULL before its reference is released. See [`Part`] for the types.
    unsafe {
        for ty in part.types() {
            if !part.is_class(ty) {
                continue;
            }
            for member in references(ty) {
                if member.flags & Py_READONLY == 0 {
                    let value = place(object, member).replace(null_mut());
                    Py_XDECREF(value);
                }
            }
        }
        if part.has_dict() {
            dict::clear(object);
        }
    }
}

/// The members of a type that own a reference: those from `__slots__`.
unsafe fn references<'a>(ty: *mut PyTypeObject) -> impl Iterator<Item = &'a PyMemberDef> {
    // SAFETY: the table belongs to the type and ends without a name.
    unsafe {
        until((*ty).tp_members, |member: &PyMemberDef| {
            member.name.is_null()
        })
    }
    .filter(|member| member.type_code == Py_T_OBJECT_EX)
}

unsafe fn place(object: *mut PyObject, member: &PyMemberDef) -> *mut *mut PyObject {
    // SAFETY: an instance has room for the members of its types.
    unsafe { object.byte_offset(member.offset).cast() }
}
