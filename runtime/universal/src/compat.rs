//! Differences between CPython 3.9 to 3.15.

use std::ffi::c_int;

#[cfg(Py_3_12)]
use pyo3_ffi::PyType_HasFeature;
use pyo3_ffi::{PyObject, PyType_IsSubtype, PyType_Type, PyTypeObject};

unsafe extern "C" {
    // Exported by all versions; documented, without the underscore, since 3.15.
    #[cfg_attr(Py_3_15, link_name = "PyObject_Dump")]
    fn _PyObject_Dump(object: *mut PyObject);
}

unsafe extern "C" {
    // Documented, without the underscore, since 3.13.
    #[cfg_attr(Py_3_13, link_name = "Py_IsFinalizing")]
    fn _Py_IsFinalizing() -> c_int;
}

/// Whether Python has begun to end, or has ended.
pub fn is_ending() -> bool {
    // SAFETY: both may be called at any time, by any thread.
    unsafe { _Py_IsFinalizing() != 0 || ffi::Py_IsInitialized() == 0 }
}

/// Prints a description of an object to stderr, for debugging.
///
/// # Safety
/// The thread holds the GIL. The object may be NULL or dead.
pub(crate) unsafe fn dump(object: *mut PyObject) {
    // SAFETY: it is made for pointers of any kind.
    unsafe { _PyObject_Dump(object) }
}

/// The C API as generated functions call it.
pub(crate) mod ffi {
    use std::ffi::c_char;
    use std::mem::offset_of;

    pub(crate) use pyo3_ffi::*;

    /// Computes an address, as in C, also for NULL; pyo3-ffi would make a reference to it.
    pub(crate) unsafe fn PyBytes_AS_STRING(op: *mut PyObject) -> *const c_char {
        op.wrapping_byte_add(offset_of!(PyBytesObject, ob_sval))
            .cast()
    }

    unsafe extern "C" {
        /// The declaration of `pyo3_ffi` would abort the process when a thread ends here.
        pub(crate) fn PyEval_RestoreThread(state: *mut PyThreadState);
    }
}

/// Whether items are at the end of instances.
///
/// # Safety
/// The type is alive.
pub(crate) unsafe fn has_items_at_end(ty: *mut PyTypeObject) -> bool {
    // SAFETY: by contract.
    unsafe {
        #[cfg(Py_3_12)]
        if PyType_HasFeature(ty, pyo3_ffi::Py_TPFLAGS_ITEMS_AT_END) != 0 {
            return true;
        }
        // `type` always has it.
        PyType_IsSubtype(ty, &raw mut PyType_Type) != 0
    }
}

pub(crate) use exceptions::Pending;
pub(crate) use types::new_type;

/// The dict of an instance. Since 3.11 CPython may keep it as an array of values before the object.
pub(crate) mod dict {
    use std::ffi::{c_int, c_void};
    use std::ptr::{null_mut, replace};

    use pyo3_ffi::{Py_XDECREF, PyObject, visitproc};

    unsafe extern "C" {
        // Exported by all versions, but not documented.
        fn _PyObject_GetDictPtr(object: *mut PyObject) -> *mut *mut PyObject;
    }

    /// Visits the dict. `of_class`: the object's `tp_traverse` is that of a class and has been called.
    ///
    /// # Safety
    /// The object has a dict; `visit` and `arg` are what CPython passed.
    pub(crate) unsafe fn visit(
        object: *mut PyObject,
        #[cfg_attr(not(Py_3_11), expect(unused, reason = "there are no values"))] of_class: bool,
        visit: visitproc,
        arg: *mut c_void,
    ) -> c_int {
        // SAFETY: by contract; a place for a dict is NULL or keeps it alive.
        unsafe {
            #[cfg(Py_3_11)]
            if managed::is(object) {
                return managed::visit_unless(of_class, object, visit, arg);
            }
            match _PyObject_GetDictPtr(object).as_ref() {
                Some(dict) if !dict.is_null() => visit(*dict, arg),
                _ => 0,
            }
        }
    }

    /// Gives it up. Runs Python code.
    ///
    /// # Safety
    /// The object has a dict.
    pub(crate) unsafe fn clear(object: *mut PyObject) {
        // SAFETY: by contract; the place is NULL before its reference is given up.
        unsafe {
            #[cfg(Py_3_11)]
            if managed::is(object) {
                return managed::clear(object);
            }
            let place = _PyObject_GetDictPtr(object);
            if !place.is_null() {
                Py_XDECREF(replace(place, null_mut()));
            }
        }
    }

    #[cfg(Py_3_12)]
    mod managed {
        use std::ffi::{c_int, c_void};

        use pyo3_ffi::{Py_TPFLAGS_MANAGED_DICT, Py_TYPE, PyObject, PyType_HasFeature, visitproc};

        unsafe extern "C" {
            // Part of the C API since 3.13, which took the underscores away.
            #[cfg_attr(Py_3_13, link_name = "PyObject_VisitManagedDict")]
            #[cfg_attr(not(Py_3_13), link_name = "_PyObject_VisitManagedDict")]
            fn visit_all(object: *mut PyObject, visit: visitproc, arg: *mut c_void) -> c_int;
            #[cfg_attr(Py_3_13, link_name = "PyObject_ClearManagedDict")]
            #[cfg_attr(not(Py_3_13), link_name = "_PyObject_ClearManagedDict")]
            pub(super) fn clear(object: *mut PyObject);
        }

        /// A class leaves the dict to the type that has added it.
        pub(super) unsafe fn visit_unless(
            _of_class: bool,
            object: *mut PyObject,
            visit: visitproc,
            arg: *mut c_void,
        ) -> c_int {
            // SAFETY: by contract.
            unsafe { visit_all(object, visit, arg) }
        }

        pub(super) unsafe fn is(object: *mut PyObject) -> bool {
            // SAFETY: the object is alive.
            unsafe { PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT) != 0 }
        }
    }

    /// 3.11 exports no function for it. Its layout cannot change any more.
    #[cfg(all(Py_3_11, not(Py_3_12)))]
    mod managed {
        use std::ffi::{c_int, c_void};
        use std::ptr::{null_mut, replace};

        use pyo3_ffi::{
            Py_TPFLAGS_MANAGED_DICT, Py_TYPE, Py_XDECREF, PyHeapTypeObject, PyMem_Free, PyObject,
            PyType_HasFeature, visitproc,
        };

        /// What stands in front of an object and its collector's header: one of these at most is not NULL.
        #[repr(C)]
        struct Managed {
            /// As many as the keys of the type have entries. The byte in front says how many bytes of memory come before.
            values: *mut *mut PyObject,
            dict: *mut PyObject,
        }

        /// The start of `PyDictKeysObject`.
        #[repr(C)]
        struct Keys {
            _refcnt: isize,
            _kind: [u8; 4],
            _version: u32,
            _usable: isize,
            entries: isize,
        }

        pub(super) unsafe fn is(object: *mut PyObject) -> bool {
            // SAFETY: the object is alive.
            unsafe { PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT) != 0 }
        }

        unsafe fn of(object: *mut PyObject) -> *mut Managed {
            // SAFETY: it ends two words before the object.
            unsafe { object.cast::<*mut c_void>().sub(4).cast() }
        }

        /// How many values there can be.
        unsafe fn count(object: *mut PyObject) -> usize {
            // SAFETY: a type with the flag has keys.
            unsafe {
                let ty = Py_TYPE(object).cast::<PyHeapTypeObject>();
                (*(*ty).ht_cached_keys.cast::<Keys>()).entries as usize
            }
        }

        /// A class leaves the dict to the type that has added it, but not the values.
        pub(super) unsafe fn visit_unless(
            of_class: bool,
            object: *mut PyObject,
            visit: visitproc,
            arg: *mut c_void,
        ) -> c_int {
            // SAFETY: each value is NULL or keeps its object alive, and so does the dict.
            unsafe {
                let Managed { values, dict } = *of(object);
                if !dict.is_null() {
                    return visit(dict, arg);
                }
                if values.is_null() || of_class {
                    return 0;
                }
                for index in 0..count(object) {
                    let value = *values.add(index);
                    if !value.is_null() {
                        let status = visit(value, arg);
                        if status != 0 {
                            return status;
                        }
                    }
                }
                0
            }
        }

        pub(super) unsafe fn clear(object: *mut PyObject) {
            // SAFETY: they are taken from the object before any is given up, so that Python code finds it empty.
            unsafe {
                let Managed { values, dict } = replace(
                    of(object),
                    Managed {
                        values: null_mut(),
                        dict: null_mut(),
                    },
                );
                Py_XDECREF(dict);
                if values.is_null() {
                    return;
                }
                for index in 0..count(object) {
                    Py_XDECREF(*values.add(index));
                }
                let start = values.cast::<u8>();
                PyMem_Free(start.sub(usize::from(*start.sub(1))).cast());
            }
        }
    }
}

#[cfg(Py_3_12)]
mod exceptions {
    use pyo3_ffi::{PyErr_GetRaisedException, PyErr_SetRaisedException, PyObject};

    /// The exception that was pending, or none.
    pub(crate) struct Pending(*mut PyObject);

    impl Pending {
        /// Takes it from the interpreter.
        ///
        /// # Safety
        /// The thread holds the GIL.
        pub(crate) unsafe fn take() -> Self {
            // SAFETY: by contract.
            Self(unsafe { PyErr_GetRaisedException() })
        }

        /// Gives it back to the interpreter, where none is pending now.
        ///
        /// # Safety
        /// The thread holds the GIL.
        pub(crate) unsafe fn restore(self) {
            // SAFETY: by contract; the reference is the one that was taken.
            unsafe { PyErr_SetRaisedException(self.0) }
        }
    }
}

/// Before 3.12 an exception is three objects.
#[cfg(not(Py_3_12))]
mod exceptions {
    use std::ptr::null_mut;

    use pyo3_ffi::{PyErr_Fetch, PyErr_Restore, PyObject};

    pub(crate) struct Pending([*mut PyObject; 3]);

    impl Pending {
        pub(crate) unsafe fn take() -> Self {
            let [mut kind, mut value, mut traceback] = [null_mut(); 3];
            // SAFETY: by contract.
            unsafe { PyErr_Fetch(&raw mut kind, &raw mut value, &raw mut traceback) };
            Self([kind, value, traceback])
        }

        pub(crate) unsafe fn restore(self) {
            let [kind, value, traceback] = self.0;
            // SAFETY: by contract; the references are those that were taken.
            unsafe { PyErr_Restore(kind, value, traceback) }
        }
    }
}

#[cfg(Py_3_12)]
mod types {
    use pyo3_ffi::{
        PyObject, PyType_FromMetaclass, PyType_FromSpecWithBases, PyType_Spec, PyTypeObject,
    };

    use crate::by_hand::{Owned, PyResult, attach};

    /// Makes a heap type with this data. `metaclass` and `bases` may be NULL.
    ///
    /// # Safety
    /// The spec is complete, and `data` owns the tables and the name that it points to.
    pub(crate) unsafe fn new_type(
        metaclass: *mut PyTypeObject,
        spec: &mut PyType_Spec,
        bases: *mut PyObject,
        data: Owned,
    ) -> PyResult<Owned> {
        // SAFETY: passed on from the caller.
        unsafe {
            let ty = Owned::new(if metaclass.is_null() {
                // Before 3.14 that warns of a metaclass with a `tp_new` that the bases bring along; the other refuses it.
                PyType_FromSpecWithBases(spec, bases)
            } else {
                PyType_FromMetaclass(metaclass, std::ptr::null_mut(), spec, bases)
            })?;
            attach(ty.as_ptr().cast(), data);
            Ok(ty)
        }
    }
}

/// The C API before 3.12 makes instances of `type` only.
#[cfg(not(Py_3_12))]
mod types {
    use std::mem::{replace, size_of};
    use std::ptr::{fn_addr_eq, null_mut};

    use pyo3_ffi::{
        Py_TPFLAGS_READY, Py_TPFLAGS_READYING, Py_TPFLAGS_VALID_VERSION_TAG, Py_XINCREF,
        Py_tp_members, PyDict_GetItemString, PyDict_SetItemString, PyExc_TypeError,
        PyHeapTypeObject, PyObject, PyType_FromSpecWithBases, PyType_GenericAlloc,
        PyType_IsSubtype, PyType_Ready, PyType_Spec, PyType_Type, PyTypeObject, PyVarObject,
    };

    use crate::by_hand::{Owned, PyResult, Raised, attach, raise};

    /// Makes a heap type with this data. `metaclass` and `bases` may be NULL.
    ///
    /// # Safety
    /// The spec is complete, and `data` owns the tables and the name that it points to.
    pub(crate) unsafe fn new_type(
        metaclass: *mut PyTypeObject,
        spec: &mut PyType_Spec,
        bases: *mut PyObject,
        data: Owned,
    ) -> PyResult<Owned> {
        // SAFETY: passed on from the caller.
        unsafe {
            if !metaclass.is_null() {
                check_metaclass(metaclass)?;
            }
            let template = Owned::new(PyType_FromSpecWithBases(spec, bases))?;
            // First of all: types are parts of cycles, so even one that is dropped here lives on.
            attach(template.as_ptr().cast(), Owned::borrowed(data.as_ptr()));
            if metaclass.is_null() {
                return Ok(template);
            }
            let alloc = (*metaclass).tp_alloc.unwrap_or(PyType_GenericAlloc);
            let ty = Owned::new(alloc(metaclass, 0))?;
            let (from, to) = (template.as_ptr().cast(), ty.as_ptr().cast());
            fill_in(from, to, spec);
            attach(to.cast(), data);
            if PyType_Ready(to.cast()) < 0 {
                return Err(Raised);
            }
            copy_module_name(from, to)?;
            release(from);
            Ok(ty)
        }
    }

    unsafe fn check_metaclass(metaclass: *mut PyTypeObject) -> PyResult<()> {
        let builtin = &raw mut PyType_Type;
        // SAFETY: both types are alive, and the thread holds the GIL.
        unsafe {
            let same_new = match ((*metaclass).tp_new, (*builtin).tp_new) {
                (Some(own), Some(builtin)) => fn_addr_eq(own, builtin),
                _ => false,
            };
            if !same_new || PyType_IsSubtype(metaclass, builtin) == 0 {
                return Err(raise(
                    PyExc_TypeError,
                    c"Metaclasses with custom tp_new are not supported.",
                ));
            }
        }
        Ok(())
    }

    /// Writes into a zeroed type what CPython worked out for the template, up to what `PyType_Ready` adds.
    ///
    /// # Safety
    /// Both are heap types, and nobody knows `to` yet. The template was made from `spec`.
    unsafe fn fill_in(from: *mut PyHeapTypeObject, to: *mut PyHeapTypeObject, spec: &PyType_Spec) {
        const HEAD: usize = size_of::<PyVarObject>();
        // SAFETY: the template is copied as bytes, and then every pointer that a type owns is replaced:
        // by a reference of its own, by what the template gives up, or by what `data` owns.
        unsafe {
            std::ptr::copy_nonoverlapping(
                from.byte_add(HEAD).cast::<u8>(),
                to.byte_add(HEAD).cast::<u8>(),
                size_of::<PyTypeObject>() - HEAD,
            );
            let ty = &mut (*to).ht_type;
            let template = &mut (*from).ht_type;

            ty.tp_name = spec.name;
            ty.tp_flags = template.tp_flags
                & !(Py_TPFLAGS_READY | Py_TPFLAGS_READYING | Py_TPFLAGS_VALID_VERSION_TAG);
            ty.tp_version_tag = 0;
            ty.tp_doc = replace(&mut template.tp_doc, std::ptr::null());
            // The template's own copy stands behind the template.
            ty.tp_members = slot(spec, Py_tp_members).cast();
            Py_XINCREF(ty.tp_base.cast());
            Py_XINCREF(ty.tp_bases);
            ty.tp_dict = null_mut();
            ty.tp_mro = null_mut();
            ty.tp_cache = null_mut();
            ty.tp_subclasses = null_mut();
            ty.tp_weaklist = null_mut();

            (*to).as_async = (*from).as_async.clone();
            (*to).as_number = (*from).as_number;
            (*to).as_mapping = (*from).as_mapping.clone();
            (*to).as_sequence = (*from).as_sequence.clone();
            (*to).as_buffer = (*from).as_buffer.clone();
            ty.tp_as_async = &raw mut (*to).as_async;
            ty.tp_as_number = &raw mut (*to).as_number;
            ty.tp_as_mapping = &raw mut (*to).as_mapping;
            ty.tp_as_sequence = &raw mut (*to).as_sequence;
            ty.tp_as_buffer = &raw mut (*to).as_buffer;

            (*to).ht_name = (*from).ht_name;
            (*to).ht_qualname = (*from).ht_qualname;
            (*to).ht_slots = (*from).ht_slots;
            (*to).ht_module = (*from).ht_module;
            Py_XINCREF((*to).ht_name);
            Py_XINCREF((*to).ht_qualname);
            Py_XINCREF((*to).ht_slots);
            Py_XINCREF((*to).ht_module);
            (*to).ht_cached_keys = replace(&mut (*from).ht_cached_keys, null_mut());
        }
    }

    unsafe fn copy_module_name(
        from: *mut PyHeapTypeObject,
        to: *mut PyHeapTypeObject,
    ) -> PyResult<()> {
        const NAME: *const std::ffi::c_char = c"__module__".as_ptr();
        // SAFETY: both types are ready, so they have a dict.
        unsafe {
            let module = PyDict_GetItemString((*from).ht_type.tp_dict, NAME);
            if !module.is_null() && PyDict_SetItemString((*to).ht_type.tp_dict, NAME, module) < 0 {
                return Err(Raised);
            }
        }
        Ok(())
    }

    /// Breaks the cycles that a type is part of, as the collector would do later.
    unsafe fn release(template: *mut PyHeapTypeObject) {
        // SAFETY: `tp_clear` of `type`, for an instance of `type`.
        unsafe {
            if let Some(clear) = PyType_Type.tp_clear {
                clear(template.cast());
            }
        }
    }

    /// The value of a slot that the spec has.
    unsafe fn slot(spec: &PyType_Spec, id: i32) -> *mut std::ffi::c_void {
        // SAFETY: the slots end with number 0.
        unsafe {
            let mut slot = spec.slots;
            while (*slot).slot != 0 {
                if (*slot).slot == id {
                    return (*slot).pfunc;
                }
                slot = slot.add(1);
            }
        }
        null_mut()
    }
}
