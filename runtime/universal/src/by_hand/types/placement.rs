//! Decides where the struct of a new type is, and moves what is in its way.
//!
//! The struct begins where its shape says. The only memory of a base that may be there is the struct of an HPy base
//! with the same shape, which the new one continues. Some parts of a base can move behind the struct: the pointers to
//! the dict and the weak references of a Python class, and the call function of HPy_tp_call. CPython finds them by
//! offsets, which a type may change.

use std::ffi::{CStr, c_char};
use std::mem::size_of;
use std::ptr::fn_addr_eq;

use hpy_abi::{HPyType_BuiltinShape, HPyType_BuiltinShape_Legacy, HPyType_Spec};
use pyo3_ffi::{
    Py_TPFLAGS_HEAPTYPE, PyErr_Format, PyExc_TypeError, PyLong_Type, PyObject_GenericGetDict,
    PyType_HasFeature, PyType_IsSubtype, PyTypeObject, getter, vectorcallfunc,
};

use super::call_protocol::is_called_by_place;
use super::data::{common_of, commons};
use super::members::{CALL_OFFSET, DICT_OFFSET, Hidden, WEAK_OFFSET, declares};
use super::slots::Slots;
use crate::by_hand::errors::{PyResult, Raised, raise};
use crate::compat;
use crate::layout::{Place, align_up};

/// A pointer in an object.
const POINTER: usize = size_of::<usize>();

/// The layout of instances of a new type.
pub(super) struct Placement {
    pub(super) place: Place,
    /// The size of an instance without items; 0 inherits it.
    pub(super) size: usize,
    /// The end of the struct in an instance, without items; 0 if the type adds no struct.
    pub(super) struct_end: usize,
    /// The pointers behind the struct.
    pub(super) hidden: Vec<Hidden>,
    /// The offset of the call function if it is among these; otherwise 0.
    pub(super) call_offset: isize,
    /// The initial call function.
    pub(super) call_default: Option<vectorcallfunc>,
    /// Whether CPython's vectorcall may use it.
    pub(super) has_vectorcall: bool,
}

impl Placement {
    /// Without a base, CPython will raise, so nothing is compared.
    ///
    /// # Safety
    /// The spec is filled in, the base is a type, and the thread holds the GIL.
    pub(super) unsafe fn of(
        spec: &HPyType_Spec,
        slots: &Slots,
        place: Place,
        base: Option<Base>,
    ) -> PyResult<Self> {
        // SAFETY: passed on from the caller.
        unsafe {
            if spec.basicsize < 0 || spec.itemsize < 0 {
                return Err(raise(
                    PyExc_TypeError,
                    c"the sizes of a type must not be negative",
                ));
            }
            let mut placement = Self {
                place,
                size: 0,
                struct_end: 0,
                hidden: Vec::new(),
                call_offset: 0,
                call_default: None,
                has_vectorcall: false,
            };
            let Some(Base {
                ty: base,
                lacks_dict,
            }) = base
            else {
                placement.size = place.header() + spec.basicsize as usize;
                return Ok(placement);
            };
            if spec.basicsize > 0 {
                placement.put_struct(spec, slots, base)?;
            }
            if lacks_dict && !declares(spec.defines, slots.legacy_members, DICT_OFFSET) {
                placement.add_dict(base)?;
            }
            if let Some(function) = slots.call {
                check_call(spec, place, base)?;
                let inherited = place.header().max((*base).tp_basicsize as usize);
                let offset = align_up(match placement.size {
                    0 => inherited,
                    size => size,
                });
                placement.size = offset;
                placement.call_offset = placement.hide(CALL_OFFSET);
                placement.call_default = Some(function);
                placement.has_vectorcall = true;
            }
            Ok(placement)
        }
    }

    /// Adds a pointer at the end.
    fn hide(&mut self, name: &'static CStr) -> isize {
        let offset = self.size as isize;
        self.hidden.push(Hidden { name, offset });
        self.size += POINTER;
        offset
    }

    /// Adds a dict, behind the items where there are any.
    unsafe fn add_dict(&mut self, base: *mut PyTypeObject) -> PyResult<()> {
        // SAFETY: passed on from the caller.
        unsafe {
            // CPython would take the tag of an `int` as its number of digits.
            if cfg!(Py_3_12) && PyType_IsSubtype(base, &raw mut PyLong_Type) != 0 {
                return Err(raise(
                    PyExc_TypeError,
                    c"an int cannot have the dict of another base",
                ));
            }
            if self.size == 0 {
                self.size = (*base).tp_basicsize as usize;
            }
            let offset = match is_fixed(base) {
                true => self.size as isize,
                false => -(POINTER as isize),
            };
            self.hidden.push(Hidden {
                name: DICT_OFFSET,
                offset,
            });
            self.size += POINTER;
        }
        Ok(())
    }

    unsafe fn put_struct(
        &mut self,
        spec: &HPyType_Spec,
        slots: &Slots,
        base: *mut PyTypeObject,
    ) -> PyResult<()> {
        let header = self.place.header();
        // Python subclasses have pointers behind the struct.
        let end = (header + spec.basicsize as usize).next_multiple_of(POINTER);
        // SAFETY: passed on from the caller.
        unsafe {
            let size_of_base = (*base).tp_basicsize as usize;
            let solid = Solid::of(base);
            let is_legacy = spec.builtin_shape == HPyType_BuiltinShape_Legacy;
            let continues = solid.shape == Some(spec.builtin_shape);
            let least = match is_legacy && !is_fixed(base) {
                true => size_of_base,
                false => solid.end,
            };
            if (is_legacy || continues) && end < least {
                return Err(too_small(spec.name, end, base));
            }
            // A legacy struct includes what is before it.
            let has_room = is_legacy
                || match self.place {
                    Place::Behind(items) => continues || solid.ty == items.builtin(),
                    // Items are where the struct would grow.
                    Place::Fixed(_) if !is_fixed(base) => continues && end == solid.end,
                    Place::Fixed(_) => continues || solid.end <= header,
                };
            if !has_room {
                return Err(overlaps(spec.name, header, end, base));
            }
            self.size = end;
            self.struct_end = end;
            if let Place::Behind(_) = self.place {
                // A dict is behind the items, at an offset from the end.
                self.size += size_of_base - solid.end;
            } else if end == solid.end {
                self.size = size_of_base;
            } else {
                self.move_pointers(spec, slots, base, solid.end);
            }
            Ok(())
        }
    }

    /// Moves the pointers of a base that are behind its solid part.
    unsafe fn move_pointers(
        &mut self,
        spec: &HPyType_Spec,
        slots: &Slots,
        base: *mut PyTypeObject,
        solid_end: usize,
    ) {
        // SAFETY: passed on from the caller.
        unsafe {
            let is_moved = |name: &CStr, offset: isize| {
                offset >= solid_end as isize && !declares(spec.defines, slots.legacy_members, name)
            };
            if is_moved(DICT_OFFSET, (*base).tp_dictoffset) {
                self.hide(DICT_OFFSET);
            }
            if is_moved(WEAK_OFFSET, (*base).tp_weaklistoffset) {
                self.hide(WEAK_OFFSET);
            }
            if slots.call.is_none() && is_moved(CALL_OFFSET, (*base).tp_vectorcall_offset) {
                self.call_offset = self.hide(CALL_OFFSET);
                self.call_default = commons(base).find_map(|common| common.call_default);
                self.has_vectorcall = is_called_by_place(base);
            }
        }
    }
}

/// Checks that the call function has a fixed offset behind everything else.
unsafe fn check_call(spec: &HPyType_Spec, place: Place, base: *mut PyTypeObject) -> PyResult<()> {
    // SAFETY: passed on from the caller.
    unsafe {
        if spec.itemsize != 0 || matches!(place, Place::Behind(_)) || !is_fixed(base) {
            return Err(raise(
                PyExc_TypeError,
                c"Cannot use HPy call protocol with var objects",
            ));
        }
        // In that case CPython handles the struct.
        if spec.basicsize == 0 && spec.builtin_shape == HPyType_BuiltinShape_Legacy {
            return Err(raise(
                PyExc_TypeError,
                c"Cannot use HPy call protocol with legacy types that inherit the struct. Either set \
                  the basicsize to anon-zero value or use legacy slot 'Py_tp_call'.",
            ));
        }
    }
    Ok(())
}

/// The part of a base's memory that cannot move.
struct Solid {
    /// The type that added its last part.
    ty: *mut PyTypeObject,
    /// Its shape, if it is an HPy type with a struct.
    shape: Option<HPyType_BuiltinShape>,
    /// Its end, without items.
    end: usize,
}

impl Solid {
    /// # Safety
    /// The type is alive.
    unsafe fn of(ty: *mut PyTypeObject) -> Self {
        let mut ty = ty;
        // SAFETY: types keep their bases and their data alive.
        unsafe {
            loop {
                let (data, base) = (common_of(ty), (*ty).tp_base);
                if let Some(data) = data
                    && data.struct_end != 0
                {
                    return Self {
                        ty,
                        shape: Some(data.shape),
                        end: data.struct_end as usize,
                    };
                }
                let adds = base.is_null()
                    || (*ty).tp_itemsize != (*base).tp_itemsize
                    || (data.is_none()
                        && (*ty).tp_basicsize != (*base).tp_basicsize + pointers_of_class(ty));
                if adds {
                    return Self {
                        ty,
                        shape: None,
                        end: (*ty).tp_basicsize as usize,
                    };
                }
                ty = base;
            }
        }
    }
}

/// The base for which CPython lays instances out.
#[derive(Clone, Copy)]
pub(super) struct Base {
    pub(super) ty: *mut PyTypeObject,
    /// Another base has a dict, whose offset CPython would inherit; here that is wrong.
    lacks_dict: bool,
}

impl Base {
    pub(super) fn only(ty: *mut PyTypeObject) -> Self {
        Self {
            ty,
            lacks_dict: false,
        }
    }

    /// The base that CPython chooses: the one whose solid part contains the others. If there is none, CPython raises.
    ///
    /// # Safety
    /// The bases are types.
    pub(super) unsafe fn best_of(bases: &[*mut PyTypeObject]) -> Option<Self> {
        // SAFETY: passed on from the caller.
        unsafe {
            let better = |best, base| match PyType_IsSubtype(Solid::of(best).ty, Solid::of(base).ty)
            {
                0 => base,
                _ => best,
            };
            let ty = bases.iter().copied().reduce(better)?;
            let has_dict = |ty: *mut PyTypeObject| (*ty).tp_dictoffset != 0;
            Some(Self {
                ty,
                lacks_dict: !has_dict(ty) && bases.iter().any(|&base| has_dict(base)),
            })
        }
    }
}

/// The size of the pointers that a Python class adds to its base.
unsafe fn pointers_of_class(ty: *mut PyTypeObject) -> isize {
    const OF_PYTHON: [&CStr; 2] = [c"__dict__", c"__weakref__"];
    // SAFETY: types keep their bases and tables alive.
    unsafe {
        let Some(getset) = (*ty).tp_getset.as_ref() else {
            return 0;
        };
        // Types made by C code may use their pointers without an offset.
        let is_pythons = PyType_HasFeature(ty, Py_TPFLAGS_HEAPTYPE) != 0
            && !getset.name.is_null()
            && OF_PYTHON.contains(&CStr::from_ptr(getset.name))
            && !getset
                .get
                .is_some_and(|get| fn_addr_eq(get, PyObject_GenericGetDict as getter));
        if !is_pythons {
            return 0;
        }
        let base = (*ty).tp_base;
        let is_in_object = |offset: isize| {
            // Counted from the end if there are items.
            offset > 0 || (*ty).tp_itemsize != 0 && offset == -(POINTER as isize)
        };
        let added = [
            ((*ty).tp_dictoffset, (*base).tp_dictoffset),
            ((*ty).tp_weaklistoffset, (*base).tp_weaklistoffset),
        ];
        let count = added
            .iter()
            .filter(|&&(own, inherited)| inherited == 0 && is_in_object(own))
            .count();
        (count * POINTER) as isize
    }
}

/// Whether everything in an instance has a fixed offset: there are no items, or they come last.
unsafe fn is_fixed(ty: *mut PyTypeObject) -> bool {
    // SAFETY: the type is alive.
    unsafe { (*ty).tp_itemsize == 0 || compat::has_items_at_end(ty) }
}

#[cold]
unsafe fn too_small(name: *const c_char, size: usize, base: *mut PyTypeObject) -> Raised {
    // SAFETY: the names end with NUL, and the thread holds the GIL.
    unsafe {
        PyErr_Format(
            PyExc_TypeError,
            c"tp_basicsize for type '%s' (%zd) is too small for base '%s' (%zd)".as_ptr(),
            name,
            size,
            (*base).tp_name,
            (*base).tp_basicsize,
        );
    }
    Raised
}

#[cold]
unsafe fn overlaps(
    name: *const c_char,
    start: usize,
    end: usize,
    base: *mut PyTypeObject,
) -> Raised {
    // SAFETY: as in `too_small`.
    unsafe {
        PyErr_Format(
            PyExc_TypeError,
            c"the struct of type '%s' (bytes %zd to %zd) would lie over base '%s' (%zd bytes)"
                .as_ptr(),
            name,
            start,
            end,
            (*base).tp_name,
            (*base).tp_basicsize,
        );
    }
    Raised
}
