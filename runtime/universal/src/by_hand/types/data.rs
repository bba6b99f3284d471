//! The data of a type that the universal context made.
//!
//! The data is a Python object that the type owns by `tp_cache`. CPython documents that field as unused, and nothing
//! in 3.9 to 3.15 writes to it. `type_traverse` visits it, and `type_dealloc` releases it after everything that may
//! still use the type's tables. `type_clear` leaves it alone, so instances that die with their type still find it.
//!
//! A Python subclass has no data; its nearest base's data applies.

use std::cell::UnsafeCell;
use std::ffi::{CStr, CString, c_int, c_void};
use std::mem::{MaybeUninit, size_of};
use std::ptr::NonNull;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use hpy_abi::{HPyFunc_destroyfunc, HPyFunc_traverseproc, HPyFunc_visitproc, HPyType_BuiltinShape};
use hpy_platform::guard::guarded;
use pyo3_ffi::{
    Py_TYPE, Py_XDECREF, PyGetSetDef, PyMemberDef, PyMethodDef, PyObject, PyObject_HEAD_INIT,
    PyObject_Init, PyType_Ready, PyTypeObject, PyVarObject, vectorcallfunc,
};

use super::struct_member::StructMember;
use crate::by_hand::errors::{PyResult, Raised};
use crate::by_hand::owned::Owned;
use crate::layout::Place;

/// The data that all makers of HPy types share: the universal context and each extension of the CPython ABI, whose
/// data objects have types of their own. All these types have one name, [`NAME`], which must change with this struct.
#[repr(C)]
pub(super) struct Common {
    head: PyObject,
    pub(super) shape: HPyType_BuiltinShape,
    /// The end of the extension's struct in an instance, without items; 0 if the type adds no struct.
    pub(super) struct_end: isize,
    /// The offset of the call function in instances if this type added it; otherwise 0.
    pub(super) call_offset: isize,
    /// The initial call function. `None` if the extension declared the place and fills it.
    pub(super) call_default: Option<vectorcallfunc>,
}

const NAME: &CStr = c"hpy._TypeData";

/// The data of one type.
#[repr(C)]
pub(super) struct TypeData {
    pub(super) common: Common,
    /// The place of the extension's struct in instances.
    pub(super) place: Place,
    pub(super) traverse: Option<HPyFunc_traverseproc>,
    pub(super) destroy: Option<HPyFunc_destroyfunc>,
    /// Whether legacy slots take part in traverse, clear or dealloc.
    pub(super) has_legacy_life: bool,
    /// A number that no other type of the process ever has; 0 for none.
    pub(super) serial: u64,
    /// Set once it is known that traverse functions look after the fields of its instances, which have one size.
    pub(super) has_plain_fields: AtomicBool,
    pub(super) tables: Tables,
}

static LAST_SERIAL: AtomicU64 = AtomicU64::new(0);

/// Tables that CPython points to while the type lives.
pub(super) struct Tables {
    /// Before 3.11 `tp_name` is the name in the spec.
    pub(super) name: CString,
    pub(super) methods: Vec<PyMethodDef>,
    pub(super) members: Vec<PyMemberDef>,
    pub(super) getsets: Vec<PyGetSetDef>,
    /// The data that some getset closures point to.
    #[expect(dead_code, reason = "read through those pointers only")]
    pub(super) own_members: Vec<StructMember>,
}

impl TypeData {
    pub(super) fn new(
        shape: HPyType_BuiltinShape,
        place: Place,
        struct_end: usize,
        call_offset: isize,
        call_default: Option<vectorcallfunc>,
        tables: Tables,
    ) -> Self {
        Self {
            common: Common {
                head: PyObject_HEAD_INIT,
                shape,
                struct_end: struct_end as isize,
                call_offset,
                call_default,
            },
            place,
            traverse: None,
            destroy: None,
            has_legacy_life: false,
            serial: LAST_SERIAL.fetch_add(1, Ordering::Relaxed) + 1,
            has_plain_fields: AtomicBool::new(false),
            tables,
        }
    }

    /// Turns it into a Python object.
    ///
    /// # Safety
    /// The thread holds the GIL.
    pub(super) unsafe fn into_object(self) -> PyResult<Owned> {
        // SAFETY: the type is ready since there is a context, and the allocation starts with an object header.
        unsafe {
            let object = Box::into_raw(Box::new(self)).cast();
            Owned::new(PyObject_Init(object, TYPE.get()))
        }
    }
}

/// Makes the data's type ready, once, before any data is made.
///
/// # Safety
/// The thread holds the GIL.
pub(super) unsafe fn make_ready() -> PyResult<()> {
    // SAFETY: the type is ours and static.
    match unsafe { PyType_Ready(TYPE.get()) } {
        0 => Ok(()),
        _ => Err(Raised),
    }
}

/// Attaches data to a type.
///
/// # Safety
/// The type is new, and `data` was made by [`TypeData::into_object`].
pub(crate) unsafe fn attach(ty: *mut PyTypeObject, data: Owned) {
    // SAFETY: nobody else uses a new type; see above for the field.
    unsafe {
        let unused = std::mem::replace(&mut (*ty).tp_cache, data.into_raw());
        Py_XDECREF(unused);
    }
}

/// The data of exactly this type, or NULL.
///
/// # Safety
/// The type is alive.
#[inline]
pub(super) unsafe fn data_of(ty: *mut PyTypeObject) -> *mut TypeData {
    // SAFETY: a type owns what `tp_cache` points to, and only ours is of our type.
    unsafe {
        let cache = (*ty).tp_cache;
        if !cache.is_null() && Py_TYPE(cache) == TYPE.get() {
            cache.cast()
        } else {
            std::ptr::null_mut()
        }
    }
}

/// The data of a type and its bases, nearest first.
///
/// # Safety
/// The type is alive for `'a`.
#[inline]
pub(super) unsafe fn hierarchy<'a>(ty: *mut PyTypeObject) -> impl Iterator<Item = &'a TypeData> {
    let mut next = ty;
    std::iter::from_fn(move || {
        while !next.is_null() {
            // SAFETY: a type keeps its bases alive, and a base its data.
            unsafe {
                let data = data_of(next);
                next = (*next).tp_base;
                if !data.is_null() {
                    return Some(&*data);
                }
            }
        }
        None
    })
}

/// The data that applies to a type's instances, if it has an HPy type among its bases.
///
/// # Safety
/// The type is alive for `'a`.
#[inline]
pub(super) unsafe fn nearest<'a>(ty: *mut PyTypeObject) -> Option<&'a TypeData> {
    // SAFETY: passed on from the caller.
    unsafe { hierarchy(ty) }.next()
}

/// The shared data of exactly this type.
///
/// # Safety
/// The type is alive for `'a`.
#[inline]
pub(super) unsafe fn common_of<'a>(ty: *mut PyTypeObject) -> Option<&'a Common> {
    // SAFETY: a type owns what `tp_cache` points to, and what has this name starts with this struct.
    unsafe {
        let data = data_of(ty);
        if !data.is_null() {
            return Some(&(*data).common);
        }
        let cache = (*ty).tp_cache;
        (!cache.is_null() && CStr::from_ptr((*Py_TYPE(cache)).tp_name) == NAME)
            .then(|| &*cache.cast::<Common>())
    }
}

/// The shared data of a type and its bases, nearest first.
///
/// # Safety
/// The type is alive for `'a`.
#[inline]
pub(super) unsafe fn commons<'a>(ty: *mut PyTypeObject) -> impl Iterator<Item = &'a Common> {
    let types = std::iter::successors(NonNull::new(ty), |ty| {
        // SAFETY: a type keeps its bases alive.
        NonNull::new(unsafe { ty.as_ref().tp_base })
    });
    // SAFETY: likewise.
    types.filter_map(|ty| unsafe { common_of(ty.as_ptr()) })
}

/// The struct that a type's functions expect.
///
/// # Safety
/// `object` is an instance of the type of this data or of a subclass.
pub(super) unsafe fn payload(data: &TypeData, object: *mut PyObject) -> *mut c_void {
    // SAFETY: by contract.
    unsafe { data.place.in_object(object) }
}

struct StaticType(UnsafeCell<PyTypeObject>);

// SAFETY: CPython changes types with the GIL held.
unsafe impl Sync for StaticType {}

impl StaticType {
    #[inline(always)]
    const fn get(&self) -> *mut PyTypeObject {
        self.0.get()
    }
}

/// The type of [`TypeData`]. It cannot be called from Python.
static TYPE: StaticType = StaticType(UnsafeCell::new(PyTypeObject {
    ob_base: PyVarObject {
        ob_base: PyObject_HEAD_INIT,
        ob_size: 0,
    },
    tp_name: NAME.as_ptr(),
    tp_basicsize: size_of::<TypeData>() as isize,
    tp_dealloc: Some(dealloc),
    // SAFETY: all fields are integers, pointers or optional functions, for which zero is a value.
    ..unsafe { MaybeUninit::zeroed().assume_init() }
}));

unsafe extern "C" fn dealloc(object: *mut PyObject) {
    // SAFETY: `into_object` boxed it, and its last reference is gone.
    drop(unsafe { Box::from_raw(object.cast::<TypeData>()) });
}

/// Calls a type's `HPy_tp_traverse`.
///
/// # Safety
/// `data` is the struct of an object of that type, and the visitor takes `arg`.
#[inline(never)]
pub(super) unsafe fn call_traverse(
    traverse: HPyFunc_traverseproc,
    data: *mut c_void,
    visitor: HPyFunc_visitproc,
    arg: *mut c_void,
) -> c_int {
    // SAFETY: by contract.
    guarded!(unsafe { traverse(data, visitor, arg) })
}

/// Calls a type's `HPy_tp_destroy`.
///
/// # Safety
/// `data` is the struct of a dying object of that type.
#[inline(never)]
pub(super) unsafe fn call_destroy(destroy: HPyFunc_destroyfunc, data: *mut c_void) {
    // SAFETY: by contract.
    guarded!(unsafe { destroy(data) });
}
