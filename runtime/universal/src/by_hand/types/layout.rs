//! Where an extension's struct stands in an object: behind the memory that the type's shape stands for.
//!
//! An `int` has its digits there and a `tuple` its items, as many as the value needs. Behind those the struct has no
//! fixed offset; everywhere else it has.

use std::ffi::c_void;
use std::mem::size_of;

use hpy_abi::{
    HPy, HPyContext, HPyType_BuiltinShape, HPyType_BuiltinShape_Dict, HPyType_BuiltinShape_Float,
    HPyType_BuiltinShape_Legacy, HPyType_BuiltinShape_List, HPyType_BuiltinShape_Long,
    HPyType_BuiltinShape_Object, HPyType_BuiltinShape_Tuple, HPyType_BuiltinShape_Type,
    HPyType_BuiltinShape_Unicode,
};
use pyo3_ffi::{
    PyDictObject, PyFloatObject, PyHeapTypeObject, PyListObject, PyLong_Type, PyObject,
    PyTuple_Type, PyTypeObject, PyUnicodeObject, PyVarObject,
};

use crate::handles::h2py;

/// What CPython's allocator aligns objects to, so that a struct behind a header that is a multiple of it
/// is aligned as if `malloc` had returned it.
const ALIGNMENT: usize = 2 * size_of::<usize>();

/// Rounds up to a place where any C struct may stand.
pub(super) const fn align_up(size: usize) -> usize {
    size.next_multiple_of(ALIGNMENT)
}

/// The digits of an `int` with this `ob_size`, which since 3.12 is a tag: the number of digits above three bits.
pub(super) fn digits_of_long(size: isize) -> usize {
    if cfg!(Py_3_12) {
        size as usize >> 3
    } else {
        size.unsigned_abs()
    }
}

/// Where the structs of a shape stand.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// So many bytes behind the start of the object.
    Fixed(usize),
    Behind(Items),
}

/// What a built-in type keeps at the end of an object.
#[derive(Clone, Copy)]
pub(super) enum Items {
    DigitsOfLong,
    ItemsOfTuple,
}

impl Place {
    /// The place for a shape; none for a shape that does not exist.
    pub(super) const fn of(shape: HPyType_BuiltinShape) -> Option<Self> {
        Some(Place::Fixed(align_up(match shape {
            HPyType_BuiltinShape_Legacy => 0,
            HPyType_BuiltinShape_Object => size_of::<PyObject>(),
            HPyType_BuiltinShape_Type => size_of::<PyHeapTypeObject>(),
            HPyType_BuiltinShape_Long => return Some(Place::Behind(Items::DigitsOfLong)),
            HPyType_BuiltinShape_Float => size_of::<PyFloatObject>(),
            HPyType_BuiltinShape_Unicode => size_of::<PyUnicodeObject>(),
            HPyType_BuiltinShape_Tuple => return Some(Place::Behind(Items::ItemsOfTuple)),
            HPyType_BuiltinShape_List => size_of::<PyListObject>(),
            HPyType_BuiltinShape_Dict => size_of::<PyDictObject>(),
            _ => return None,
        })))
    }

    /// What an object is larger by than its struct, apart from items.
    pub(super) fn header(self) -> usize {
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
    pub(super) unsafe fn in_object(self, object: *mut PyObject) -> *mut c_void {
        let offset = match self {
            Place::Fixed(offset) => offset,
            // SAFETY: by contract; a type with items has their number in each object.
            Place::Behind(items) => align_up(items.start() + unsafe { items.bytes_of(object) }),
        };
        object.wrapping_byte_add(offset).cast()
    }
}

impl Items {
    pub(super) fn builtin(self) -> *mut PyTypeObject {
        match self {
            Items::DigitsOfLong => &raw mut PyLong_Type,
            Items::ItemsOfTuple => &raw mut PyTuple_Type,
        }
    }

    /// Bytes in front of the first.
    fn start(self) -> usize {
        // SAFETY: a static type; its sizes never change.
        unsafe { (*self.builtin()).tp_basicsize as usize }
    }

    /// Bytes of one.
    fn size(self) -> usize {
        // SAFETY: as in `start`.
        unsafe { (*self.builtin()).tp_itemsize as usize }
    }

    /// Bytes of all items of an object; none for NULL.
    unsafe fn bytes_of(self, object: *mut PyObject) -> usize {
        if object.is_null() {
            return 0;
        }
        // SAFETY: the object is alive, and has a number of items.
        let size = unsafe { (*object.cast::<PyVarObject>()).ob_size };
        let count = match self {
            Items::DigitsOfLong => digits_of_long(size),
            Items::ItemsOfTuple => size as usize,
        };
        count * self.size()
    }
}

macro_rules! as_struct {
    ($($name:ident: $shape:ident)*) => {$(
        #[inline]
        pub unsafe extern "C" fn $name(_ctx: *mut HPyContext, h: HPy) -> *mut c_void {
            // SAFETY: the handle is null or live, and an object of this shape has its struct there. The null handle is an
            // object at address 0: extensions rely on NULL for the legacy shape, which has no header.
            unsafe { const { Place::of($shape).unwrap() }.in_object(h2py(h)) }
        }
    )*};
}

as_struct! {
    ctx_AsStruct_Legacy: HPyType_BuiltinShape_Legacy
    ctx_AsStruct_Object: HPyType_BuiltinShape_Object
    ctx_AsStruct_Type: HPyType_BuiltinShape_Type
    ctx_AsStruct_Long: HPyType_BuiltinShape_Long
    ctx_AsStruct_Float: HPyType_BuiltinShape_Float
    ctx_AsStruct_Unicode: HPyType_BuiltinShape_Unicode
    ctx_AsStruct_Tuple: HPyType_BuiltinShape_Tuple
    ctx_AsStruct_List: HPyType_BuiltinShape_List
    ctx_AsStruct_Dict: HPyType_BuiltinShape_Dict
}
