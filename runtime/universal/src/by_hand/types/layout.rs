//! Where an extension's struct stands in an object: behind the header that the type's shape demands.

use std::ffi::c_void;
use std::mem::size_of;

use hpy_abi::{
    HPy, HPyContext, HPyType_BuiltinShape, HPyType_BuiltinShape_Float, HPyType_BuiltinShape_Legacy,
    HPyType_BuiltinShape_List, HPyType_BuiltinShape_Long, HPyType_BuiltinShape_Object,
    HPyType_BuiltinShape_Tuple, HPyType_BuiltinShape_Type, HPyType_BuiltinShape_Unicode,
};
use pyo3_ffi::{
    PyFloatObject, PyHeapTypeObject, PyListObject, PyObject, PyTupleObject, PyUnicodeObject,
    PyVarObject,
};

use crate::handles::h2py;

/// What CPython's allocator aligns objects to, so that a struct behind a header that is a multiple of it
/// is aligned as if `malloc` had returned it.
const ALIGNMENT: usize = 2 * size_of::<usize>();

/// An `int` of one digit. CPython keeps the struct to itself, but its size is that of 3.9 to this day.
#[repr(C)]
struct PyLongObject {
    head: PyVarObject,
    digit: [u32; 1],
}

/// Rounds up to a place where any C struct may stand.
pub(super) const fn align_up(size: usize) -> usize {
    size.next_multiple_of(ALIGNMENT)
}

/// Bytes in front of the struct; none for a shape that does not exist.
pub(super) const fn header_size(shape: HPyType_BuiltinShape) -> Option<usize> {
    Some(align_up(match shape {
        HPyType_BuiltinShape_Legacy => 0,
        HPyType_BuiltinShape_Object => size_of::<PyObject>(),
        HPyType_BuiltinShape_Type => size_of::<PyHeapTypeObject>(),
        HPyType_BuiltinShape_Long => size_of::<PyLongObject>(),
        HPyType_BuiltinShape_Float => size_of::<PyFloatObject>(),
        HPyType_BuiltinShape_Unicode => size_of::<PyUnicodeObject>(),
        HPyType_BuiltinShape_Tuple => size_of::<PyTupleObject>(),
        HPyType_BuiltinShape_List => size_of::<PyListObject>(),
        _ => return None,
    }))
}

macro_rules! as_struct {
    ($($name:ident: $shape:ident)*) => {$(
        #[inline]
        pub unsafe extern "C" fn $name(_ctx: *mut HPyContext, h: HPy) -> *mut c_void {
            const HEADER: usize = header_size($shape).unwrap();
            // The null handle is an object at address 0: extensions rely on NULL for the legacy shape, which has no header.
            h2py(h).wrapping_byte_add(HEADER).cast()
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
}
