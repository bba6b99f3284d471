//! The structs that an extension fills in: definitions of methods, slots, members, types, modules.
//! Layouts are those of `hpy/hpydef.h`, `hpy/hpytype.h`, `hpy/hpyfunc.h` and `hpy/hpymodule.h`.

use core::ffi::{c_char, c_int, c_ulong, c_void};

use crate::generated::{
    HPyDef_Kind, HPyDef_Kind_GetSet, HPyDef_Kind_Member, HPyDef_Kind_Meth, HPyDef_Kind_Slot,
    HPyFunc_Signature, HPyFunc_capsule_destructor, HPyFunc_keywords, HPyMember_FieldType,
    HPySlot_Slot, HPyType_BuiltinShape, HPyType_SpecParam_Kind,
};
use crate::handles::{HPy, HPyField, HPyGlobal};
use crate::python::{cpy_PyMethodDef, cpy_PyObject};

/// A function whose real type a signature or a slot number tells.
pub type HPyCFunction = Option<unsafe extern "C" fn()>;

/// What a traverse function calls for every field: `(field, arg)`, non-zero to stop.
pub type HPyFunc_visitproc = unsafe extern "C" fn(*mut HPyField, *mut c_void) -> c_int;

/// A slot of a type or module.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPySlot {
    /// Which slot.
    pub slot: HPySlot_Slot,
    /// The extension's function.
    pub implementation: HPyCFunction,
    /// The same with CPython's calling convention.
    pub cpy_trampoline: HPyCFunction,
}

/// A method.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyMeth {
    /// Its Python name.
    pub name: *const c_char,
    /// The extension's function.
    pub implementation: HPyCFunction,
    /// The same with CPython's calling convention.
    pub cpy_trampoline: HPyCFunction,
    /// How it is called.
    pub signature: HPyFunc_Signature,
    /// Its docstring, or NULL.
    pub doc: *const c_char,
}

/// A member: an attribute stored at an offset of the object's struct.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyMember {
    /// Its Python name.
    pub name: *const c_char,
    /// How the memory is read.
    pub r#type: HPyMember_FieldType,
    /// Bytes from the start of the extension's struct.
    pub offset: isize,
    /// Non-zero when Python may not assign it.
    pub readonly: c_int,
    /// Its docstring, or NULL.
    pub doc: *const c_char,
}

/// A computed attribute.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyGetSet {
    /// Its Python name.
    pub name: *const c_char,
    /// The extension's getter.
    pub getter_impl: HPyCFunction,
    /// The extension's setter.
    pub setter_impl: HPyCFunction,
    /// The getter with CPython's calling convention.
    pub getter_cpy_trampoline: HPyCFunction,
    /// The setter with CPython's calling convention.
    pub setter_cpy_trampoline: HPyCFunction,
    /// Its docstring, or NULL.
    pub doc: *const c_char,
    /// Passed to both functions.
    pub closure: *mut c_void,
}

/// What `HPyDef::kind` selects.
#[repr(C)]
#[derive(Clone, Copy)]
pub union HPyDef_Body {
    /// For `HPyDef_Kind_Slot`.
    pub slot: HPySlot,
    /// For `HPyDef_Kind_Meth`.
    pub meth: HPyMeth,
    /// For `HPyDef_Kind_Member`.
    pub member: HPyMember,
    /// For `HPyDef_Kind_GetSet`.
    pub getset: HPyGetSet,
}

/// One definition of a type or module.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyDef {
    /// Which field of the body is meant.
    pub kind: HPyDef_Kind,
    /// The definition.
    pub body: HPyDef_Body,
}

/// The part of a definition that its kind selects.
#[derive(Clone, Copy)]
pub enum Def<'a> {
    /// A slot.
    Slot(&'a HPySlot),
    /// A method.
    Method(&'a HPyMeth),
    /// A member.
    Member(&'a HPyMember),
    /// A computed attribute.
    GetSet(&'a HPyGetSet),
}

impl HPyDef {
    /// The part that is filled in; `None` for an unknown kind.
    ///
    /// # Safety
    /// `kind` tells the truth.
    pub unsafe fn part(&self) -> Option<Def<'_>> {
        // SAFETY: `kind` selects the union's field.
        unsafe {
            Some(match self.kind {
                HPyDef_Kind_Slot => Def::Slot(&self.body.slot),
                HPyDef_Kind_Meth => Def::Method(&self.body.meth),
                HPyDef_Kind_Member => Def::Member(&self.body.member),
                HPyDef_Kind_GetSet => Def::GetSet(&self.body.getset),
                _ => return None,
            })
        }
    }
}

/// The definitions in a NULL-terminated array, itself possibly NULL. Unknown kinds are left out:
/// universal mode refuses them when it makes the method table.
///
/// # Safety
/// The array and what it points to live for `'a`, and each `kind` tells the truth.
pub unsafe fn defs<'a>(defines: *const *mut HPyDef) -> impl Iterator<Item = Def<'a>> {
    // SAFETY: an array of pointers that ends with NULL, by contract.
    unsafe { until(defines, |def| def.is_null()).filter_map(|&def| (*def).part()) }
}

/// The elements of a C array up to the one for which `is_end` holds. NULL is an empty array.
///
/// # Safety
/// `first` is NULL or points to an array with an end marker; both live and do not change for `'a`.
pub unsafe fn until<'a, T: 'a>(
    first: *const T,
    is_end: impl Fn(&T) -> bool,
) -> impl Iterator<Item = &'a T> {
    (0..).map_while(move |index| {
        if first.is_null() {
            return None;
        }
        // SAFETY: the iteration ends at the marker, so all elements up to here exist.
        let element = unsafe { &*first.add(index) };
        (!is_end(element)).then_some(element)
    })
}

/// A capsule's destructor in both calling conventions.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyCapsule_Destructor {
    /// With CPython's calling convention.
    pub cpy_trampoline: Option<unsafe extern "C" fn(*mut cpy_PyObject)>,
    /// As the extension wrote it.
    pub implementation: Option<HPyFunc_capsule_destructor>,
}

/// CPython's `vectorcallfunc`.
pub type cpy_vectorcallfunc = unsafe extern "C" fn(
    *mut cpy_PyObject,
    *const *mut cpy_PyObject,
    usize,
    *mut cpy_PyObject,
) -> *mut cpy_PyObject;

/// The function that calls an object, in both calling conventions.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyCallFunction {
    /// With CPython's calling convention.
    pub cpy_trampoline: Option<cpy_vectorcallfunc>,
    /// As the extension wrote it.
    pub implementation: Option<HPyFunc_keywords>,
}

/// What `HPyType_FromSpec` makes a type from.
#[repr(C)]
pub struct HPyType_Spec {
    /// `package.module.Name`.
    pub name: *const c_char,
    /// Bytes of the extension's struct; 0 inherits the base's.
    pub basicsize: c_int,
    /// Bytes of one item of a variable-size object.
    pub itemsize: c_int,
    /// `HPy_TPFLAGS_*`.
    pub flags: c_ulong,
    /// What the struct stands behind.
    pub builtin_shape: HPyType_BuiltinShape,
    /// A `PyType_Slot[]`, or NULL.
    pub legacy_slots: *mut c_void,
    /// NULL-terminated, or NULL.
    pub defines: *mut *mut HPyDef,
    /// The docstring, or NULL.
    pub doc: *const c_char,
}

/// One extra parameter of `HPyType_FromSpec`; a list ends at kind 0.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPyType_SpecParam {
    /// What the object is to the new type.
    pub kind: HPyType_SpecParam_Kind,
    /// A handle to it.
    pub object: HPy,
}

/// The buffer protocol's view with a handle in place of the `PyObject *`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct HPy_buffer {
    /// The first byte.
    pub buf: *mut c_void,
    /// The exporting object; owned by the view.
    pub obj: HPy,
    /// Bytes in all.
    pub len: isize,
    /// Bytes of one item.
    pub itemsize: isize,
    /// Non-zero when the memory may not be written.
    pub readonly: c_int,
    /// Dimensions.
    pub ndim: c_int,
    /// `struct` module format of one item.
    pub format: *mut c_char,
    /// Items along each dimension.
    pub shape: *mut isize,
    /// Bytes from one item to the next along each dimension.
    pub strides: *mut isize,
    /// For indirect arrays, or NULL.
    pub suboffsets: *mut isize,
    /// The exporter's own.
    pub internal: *mut c_void,
}

/// What `HPyInit_<name>` returns.
#[repr(C)]
pub struct HPyModuleDef {
    /// The docstring, or NULL.
    pub doc: *const c_char,
    /// Bytes of module state; must be 0.
    pub size: isize,
    /// A `PyMethodDef[]`, or NULL.
    pub legacy_methods: *mut cpy_PyMethodDef,
    /// NULL-terminated, or NULL.
    pub defines: *mut *mut HPyDef,
    /// NULL-terminated, or NULL.
    pub globals: *mut *mut HPyGlobal,
}

/// `HPy_TPFLAGS_HAVE_GC`: the type takes part in cyclic garbage collection.
pub const HPy_TPFLAGS_HAVE_GC: c_ulong = 1 << 14;
