//! Where an extension's struct stands in an object: behind the memory that the type's shape stands for.
//!
//! An `int` has its digits there and a `tuple` its items, as many as the value needs. Behind those the struct has no
//! fixed offset; everywhere else it has.

use std::ffi::c_void;
use std::mem::size_of;

use pyo3_ffi::{PyObject, PyTypeObject, PyVarObject};

/// What CPython's allocator aligns objects to, so that a struct behind a header that is a multiple of it
/// is aligned as if `malloc` had returned it.
const ALIGNMENT: usize = 2 * size_of::<usize>();

/// Rounds up to a place where any C struct may stand.
pub(crate) const fn align_up(size: usize) -> usize {
    size.next_multiple_of(ALIGNMENT)
}

/// The digits of an `int` with this `ob_size`, which since 3.12 is a tag: the number of digits above three bits.
pub(crate) fn digit_count(size: isize) -> usize {
    if cfg!(Py_3_12) {
        size as usize >> 3
    } else {
        size.unsigned_abs()
    }
}

/// Where the structs of a shape stand.
#[derive(Clone, Copy)]
pub(crate) enum Place {
    /// So many bytes behind the start of the object.
    Fixed(usize),
    Behind(Items),
}

/// What a built-in type keeps at the end of an object.
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

    /// What an object is larger by than its struct, apart from items.
    pub(crate) fn header(self) -> usize {
        match self {
            Place::Fixed(offset) => offset,
            Place::Behind(items) => {
                // The items end at any multiple of their size.
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

    /// Bytes in front of the first.
    fn start(self) -> usize {
        // SAFETY: a static type; its sizes never change.
        unsafe { (*self.builtin).tp_basicsize as usize }
    }

    /// Bytes of one.
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
