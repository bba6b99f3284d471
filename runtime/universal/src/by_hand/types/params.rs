//! The parameters of `HPyType_FromSpec`: bases and metaclass.

use std::ffi::{c_char, c_void};
use std::ptr::null_mut;

use hpy_abi::{
    HPyType_SpecParam, HPyType_SpecParam_Base, HPyType_SpecParam_BasesTuple,
    HPyType_SpecParam_Metaclass, until,
};
use pyo3_ffi::{
    Py_INCREF, Py_TPFLAGS_BASETYPE, Py_tp_base, Py_tp_bases, PyBaseObject_Type, PyErr_Format,
    PyExc_TypeError, PyExc_ValueError, PyObject, PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE,
    PyTuple_New, PyTuple_SET_ITEM, PyType_Check, PyType_HasFeature, PyType_IS_GC, PyTypeObject,
};

use super::placement::Base;
use super::slots::Slots;
use crate::by_hand::errors::{PyResult, Raised, raise};
use crate::by_hand::owned::Owned;
use crate::handles::h2py;

/// The contents of the parameters.
pub(super) struct Params {
    /// The bases; without them the base is `object` or that of the legacy slots.
    bases: Option<Owned>,
    /// Borrowed from the caller. NULL if CPython shall choose it.
    pub(super) metaclass: *mut PyTypeObject,
}

impl Params {
    /// # Safety
    /// `params` is NULL or ends with kind 0, its handles are live, and the thread holds the GIL.
    pub(super) unsafe fn read(
        name: *const c_char,
        params: *const HPyType_SpecParam,
    ) -> PyResult<Self> {
        let mut bases = Vec::new();
        let mut tuple = None;
        let mut metaclass = null_mut::<PyTypeObject>();
        // SAFETY: all objects are alive, and each is checked before it is taken for more.
        unsafe {
            for param in until(params, |param| param.kind == 0) {
                let object = h2py(param.object);
                match param.kind {
                    HPyType_SpecParam_Base => bases.push(object),
                    HPyType_SpecParam_BasesTuple if tuple.is_some() => {
                        return Err(raise(
                            PyExc_TypeError,
                            c"multiple specifications of HPyType_SpecParam_BasesTuple",
                        ));
                    }
                    HPyType_SpecParam_BasesTuple => tuple = Some(object),
                    HPyType_SpecParam_Metaclass if !metaclass.is_null() => {
                        return Err(raise(
                            PyExc_ValueError,
                            c"metaclass was specified multiple times",
                        ));
                    }
                    HPyType_SpecParam_Metaclass => metaclass = checked_metaclass(object)?,
                    _ => {
                        PyErr_Format(
                            PyExc_TypeError,
                            c"unknown HPyType_SpecParam specification for '%s'".as_ptr(),
                            name,
                        );
                        return Err(Raised);
                    }
                }
            }
            let bases = match tuple {
                Some(_) if !bases.is_empty() => {
                    return Err(raise(
                        PyExc_TypeError,
                        c"cannot specify both HPyType_SpecParam_Base and HPytype_SpecParam_BasesTuple",
                    ));
                }
                Some(tuple) if PyTuple_Check(tuple) == 0 => {
                    return Err(raise(
                        PyExc_TypeError,
                        c"HPyType_SpecParam_BasesTuple must be a tuple",
                    ));
                }
                Some(tuple) => Some(Owned::borrowed(tuple)),
                None if bases.is_empty() => None,
                None => Some(tuple_of(&bases)?),
            };
            Ok(Self { bases, metaclass })
        }
    }

    /// The tuple of bases, or NULL.
    pub(super) fn bases(&self) -> *mut PyObject {
        self.bases.as_ref().map_or(null_mut(), Owned::as_ptr)
    }

    /// Whether a base's instances have GC, so that the type's must have it, too.
    pub(super) fn is_collected(&self) -> bool {
        let Some(bases) = &self.bases else {
            return false;
        };
        let bases = bases.as_ptr();
        // SAFETY: a tuple, whose elements are alive; only types are looked into.
        unsafe {
            (0..PyTuple_GET_SIZE(bases))
                .map(|index| PyTuple_GET_ITEM(bases, index))
                .any(|base| PyType_Check(base) != 0 && PyType_IS_GC(base.cast()) != 0)
        }
    }

    /// The base for the layout of instances, with regard to legacy slots. `None` if CPython will raise.
    ///
    /// # Safety
    /// The thread holds the GIL.
    pub(super) unsafe fn best_base(&self, slots: &Slots) -> Option<Base> {
        let is_null = |object: &*mut c_void| object.is_null();
        let from_slots = slots.value(Py_tp_bases).filter(|bases| !is_null(bases));
        let bases = match &self.bases {
            Some(bases) => bases.as_ptr(),
            None => match (slots.value(Py_tp_base), from_slots) {
                (_, Some(bases)) => bases.cast(),
                (Some(base), None) if !is_null(&base) => {
                    return Some(Base::only(base.cast()));
                }
                _ => return Some(Base::only(&raw mut PyBaseObject_Type)),
            },
        };
        // SAFETY: a tuple, whose elements are alive; only types are looked into.
        unsafe {
            let bases: Vec<*mut PyTypeObject> = (0..PyTuple_GET_SIZE(bases))
                .map(|index| PyTuple_GET_ITEM(bases, index).cast())
                .collect();
            let is_base = |base: *mut PyTypeObject| {
                PyType_Check(base.cast()) != 0 && PyType_HasFeature(base, Py_TPFLAGS_BASETYPE) != 0
            };
            if !bases.iter().all(|&base| is_base(base)) {
                return None;
            }
            Base::best_of(&bases)
        }
    }
}

unsafe fn checked_metaclass(object: *mut PyObject) -> PyResult<*mut PyTypeObject> {
    // SAFETY: the object is alive.
    unsafe {
        if PyType_Check(object) == 0 {
            PyErr_Format(
                PyExc_TypeError,
                c"Metaclass '%R' is not a subclass of 'type'.".as_ptr(),
                object,
            );
            return Err(Raised);
        }
    }
    Ok(object.cast())
}

unsafe fn tuple_of(objects: &[*mut PyObject]) -> PyResult<Owned> {
    // SAFETY: the objects are alive, and the tuple has room for them.
    unsafe {
        let tuple = Owned::new(PyTuple_New(objects.len() as isize))?;
        for (index, &object) in objects.iter().enumerate() {
            Py_INCREF(object);
            PyTuple_SET_ITEM(tuple.as_ptr(), index as isize, object);
        }
        Ok(tuple)
    }
}
