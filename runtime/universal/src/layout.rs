//! Where an extension's struct is in an object: after the memory of its builtin shape.
//!
//! An `int` has its digits after the header, and a `tuple` its items, as many as the value needs. After those, the
//! struct has no fixed offset; for other shapes it has one.

use std::ffi::c_void;
use std::mem::size_of;

use pyo3_ffi::{PyObject, PyTypeObject, PyVarObject};

/// The alignment of CPython's allocator. A struct after a header of a multiple of this is aligned like memory from
/// `malloc`.
const ALIGNMENT: usize = 2 * size_of::<usize>();

/// Rounds up to an offset at which any C struct may be.
pub(crate) const fn align_up(size: usize) -> usize {
    size.next_multiple_of(ALIGNMENT)
}

/// The number of digits of an `int` with this `ob_size`. Since 3.12 that is a tag: the number of digits, shifted by
/// three bits.
pub(crate) fn digit_count(size: isize) -> usize {
    if cfg!(Py_3_12) {
        size as usize >> 3
    } else {
        size.unsigned_abs()
    }
}

/// Where the structs of a shape are.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// At this offset.
    Fixed(usize),
    Behind(Items),
}

/// The items of a builtin type at the end of an object.
#[derive(Clone, Copy)]
pub(crate) struct Items {
    builtin: *mut PyTypeObject,
    /// Their number in an object with this `ob_size`.
    count: fn(isize) -> usize,
}

impl Place {
    /// Behind so many bytes that all objects have.
    pub(crate) const fn behind(size: usize) -> Self {
        Place::Fixed(align_up(size))
    }

    /// The difference between the sizes of object and struct, without items.
    pub(crate) fn header(self) -> usize {
        match self {
            Place::Fixed(offset) => offset,
            Place::Behind(items) => {
                // Items may end at any multiple of their size.
                let padding = ALIGNMENT.saturating_sub(items.size());
                (items.start() + padding).next_multiple_of(size_of::<usize>())
            }
        }
    }

    /// The struct of an object.
    ///
    /// # Safety
    /// The object is NULL, or alive, and its type has a struct in this place.
    #[inline(always)]
    pub(crate) unsafe fn in_object(self, object: *mut PyObject) -> *mut c_void {
        let offset = match self {
            Place::Fixed(offset) => offset,
            // SAFETY: by contract; a type with items has their number in each object.
            Place::Behind(items) => align_up(items.start() + unsafe { items.bytes_of(object) }),
        };
        object.wrapping_byte_add(offset).cast()
    }
}

impl Items {
    /// The items of a type whose instances have `ob_size` of them.
    pub(crate) const fn counted(builtin: *mut PyTypeObject) -> Self {
        let count = |size: isize| size as usize;
        Items { builtin, count }
    }

    /// The digits of an `int`.
    pub(crate) const fn digits(builtin: *mut PyTypeObject) -> Self {
        let count = digit_count;
        Items { builtin, count }
    }

    /// The built-in type.
    pub(crate) fn builtin(self) -> *mut PyTypeObject {
        self.builtin
    }

    /// Bytes before the first item.
    fn start(self) -> usize {
        // SAFETY: a static type; its sizes never change.
        unsafe { (*self.builtin).tp_basicsize as usize }
    }

    /// Bytes of one item.
    fn size(self) -> usize {
        // SAFETY: as in `start`.
        unsafe { (*self.builtin).tp_itemsize as usize }
    }

    /// Bytes of all items of an object; none for NULL.
    unsafe fn bytes_of(self, object: *mut PyObject) -> usize {
        if object.is_null() {
            return 0;
        }
        // SAFETY: the object is alive, and has a number of items.
        let size = unsafe { (*object.cast::<PyVarObject>()).ob_size };
        (self.count)(size) * self.size()
    }
}
