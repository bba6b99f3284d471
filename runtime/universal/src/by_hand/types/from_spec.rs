//! `HPyType_FromSpec`: making a type.

use std::ffi::{CStr, c_int, c_uint, c_ulong, c_void};

use hpy_abi::{
    HPy, HPy_TPFLAGS_HAVE_GC, HPyContext, HPyType_BuiltinShape_Legacy, HPyType_Spec,
    HPyType_SpecParam,
};
use pyo3_ffi::{
    Py_TPFLAGS_HAVE_VECTORCALL, Py_tp_call, Py_tp_clear, Py_tp_dealloc, Py_tp_getset,
    Py_tp_members, Py_tp_methods, Py_tp_new, Py_tp_traverse, PyErr_Format, PyExc_TypeError,
    PyExc_ValueError, PyType_Slot, PyType_Spec, PyTypeObject, PyVectorcall_Call, inquiry, newfunc,
    ternaryfunc,
};

use super::data::{Common, Tables, TypeData, commons, data_of};
use super::members::Members;
use super::params::Params;
use super::placement::{Base, Placement};
use super::slots::Slots;
use super::{call_protocol, classes, instance};
use crate::by_hand::defs::method_table;
use crate::by_hand::errors::{PyResult, Raised, raise};
use crate::by_hand::owned::Owned;
use crate::compat;
use crate::handles::py2h;
use crate::tables::place_of;

pub unsafe extern "C" fn ctx_Type_FromSpec(
    _ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    // SAFETY: the spec is filled in, and `params` is NULL or ends with kind 0.
    unsafe { from_spec(&*spec, params) }.map_or(HPy::NULL, |ty| py2h(ty.into_raw()))
}

/// Runs Python code: the metaclass's `mro`, finalizers. The caller keeps the spec and the parameters alive. The data,
/// which is owned here until the type owns it, holds what CPython points to.
unsafe fn from_spec(spec: &HPyType_Spec, params: *const HPyType_SpecParam) -> PyResult<Owned> {
    // SAFETY: the caller's promise; what CPython is given to keep is owned by the type's data.
    unsafe {
        let params = Params::read(spec.name, params)?;
        let mut slots = Slots::of(spec);
        check_slots(spec, &slots)?;
        let Some(place) = place_of(spec.builtin_shape) else {
            PyErr_Format(
                PyExc_ValueError,
                c"invalid shape: %d".as_ptr(),
                spec.builtin_shape,
            );
            return Err(Raised);
        };
        let base = params.best_base(&slots);
        check_inheritance(spec, base)?;
        let placement = Placement::of(spec, &slots, place, base)?;
        let methods = method_table(spec.defines, slots.legacy_methods)?;
        let members = Members::of(
            spec.defines,
            slots.legacy_members,
            slots.legacy_getsets,
            place,
            &placement.hidden,
        )?;
        let inherits_struct = placement.struct_end == 0 && placement.call_offset == 0;
        if inherits_struct && members.declares_any {
            return Err(raise(
                PyExc_TypeError,
                c"Type claims to have basicsize==0 but defines members",
            ));
        }
        let declared_call = members.call_offset;
        add_call_slots(&mut slots, declared_call.is_some(), base);
        let has_legacy_life = [Py_tp_dealloc, Py_tp_clear]
            .iter()
            .any(|slot| slots.has(*slot))
            || (slots.traverse.is_none() && slots.has(Py_tp_traverse));
        if slots.traverse.is_some() {
            slots.push(Py_tp_clear, instance::clear as inquiry as *mut c_void);
        }

        let mut data = TypeData::new(
            spec.builtin_shape,
            place,
            placement.struct_end,
            declared_call.unwrap_or(placement.call_offset),
            placement.call_default,
            Tables {
                name: CStr::from_ptr(spec.name).to_owned(),
                methods,
                members: members.members,
                getsets: members.getsets,
                own_members: members.own_members,
            },
        );
        data.traverse = slots.traverse;
        data.destroy = slots.destroy;
        data.has_legacy_life = has_legacy_life;
        let data = data.into_object()?;
        let mut flags = spec.flags;
        let inherits_call = placement.has_vectorcall && !slots.has(Py_tp_call);
        if declared_call.is_some() || slots.call.is_some() {
            flags |= Py_TPFLAGS_HAVE_VECTORCALL;
        }
        // CPython lets a type inherit the flag only if it has no `tp_traverse`.
        if slots.traverse.is_some() && params.is_collected() {
            flags |= HPy_TPFLAGS_HAVE_GC;
        }
        let mut py_spec = PyType_Spec {
            name: spec.name,
            basicsize: placement.size as c_int,
            itemsize: spec.itemsize,
            flags: flags as c_uint,
            slots: std::ptr::null_mut(),
        };
        let ty = create(&mut py_spec, slots, &params, data)?;
        if inherits_call {
            // Debug builds of CPython refuse this flag in a spec without `tp_call`.
            let flags = &raw mut (*ty.as_ptr().cast::<PyTypeObject>()).tp_flags;
            *flags.cast::<c_ulong>() |= Py_TPFLAGS_HAVE_VECTORCALL;
        }
        adopt(ty.as_ptr().cast());
        check_base(ty.as_ptr().cast(), base)?;
        Ok(ty)
    }
}

unsafe fn check_slots(spec: &HPyType_Spec, slots: &Slots) -> PyResult<()> {
    let deallocates = slots.traverse.is_some() || slots.destroy.is_some();
    // SAFETY: the thread holds the GIL.
    unsafe {
        if !spec.legacy_slots.is_null() && spec.builtin_shape != HPyType_BuiltinShape_Legacy {
            return Err(raise(
                PyExc_TypeError,
                c"cannot specify .legacy_slots without setting .builtin_shape=HPyType_BuiltinShape_Legacy",
            ));
        }
        if deallocates && slots.has(Py_tp_dealloc) {
            return Err(raise(
                PyExc_TypeError,
                c"legacy tp_dealloc is incompatible with HPy_tp_traverse or HPy_tp_destroy.",
            ));
        }
        let is_traversed = slots.traverse.is_some() || slots.has(Py_tp_traverse);
        if spec.flags & HPy_TPFLAGS_HAVE_GC != 0 && !is_traversed {
            return Err(raise(
                PyExc_ValueError,
                c"You must provide an HPy_tp_traverse slot if you specify HPy_TPFLAGS_HAVE_GC",
            ));
        }
    }
    Ok(())
}

/// # Safety
/// The base is alive.
unsafe fn add_call_slots(slots: &mut Slots, declares_place: bool, base: Option<Base>) {
    if (slots.call.is_some() || declares_place) && !slots.has(Py_tp_call) {
        let call: ternaryfunc = match slots.call {
            Some(_) => call_protocol::call,
            None => PyVectorcall_Call,
        };
        slots.push(Py_tp_call, call as *mut c_void);
    }
    // SAFETY: the caller's promise.
    let has_python_new = base.is_some_and(|base| unsafe { call_protocol::has_python_new(base.ty) });
    if slots.call.is_some() && !slots.has(Py_tp_new) && !has_python_new {
        slots.push(Py_tp_new, call_protocol::new as newfunc as *mut c_void);
    }
}

/// Makes the type by CPython, from tables that the data owns.
unsafe fn create(
    spec: &mut PyType_Spec,
    mut slots: Slots,
    params: &Params,
    data: Owned,
) -> PyResult<Owned> {
    // SAFETY: `data` is a `TypeData`, and nobody else has seen it yet.
    let tables = unsafe { &mut (*data.as_ptr().cast::<TypeData>()).tables };
    slots.push(Py_tp_methods, tables.methods.as_mut_ptr().cast());
    slots.push(Py_tp_members, tables.members.as_mut_ptr().cast());
    slots.push(Py_tp_getset, tables.getsets.as_mut_ptr().cast());
    slots.passed_on.push(PyType_Slot::default());
    // Before 3.11, the type keeps a pointer to the name.
    spec.name = tables.name.as_ptr();
    spec.slots = slots.passed_on.as_mut_ptr();
    // SAFETY: the spec is complete; CPython copies what `data` does not own.
    unsafe { compat::new_type(params.metaclass, spec, params.bases(), data) }
}

/// Gives a new type our slots, if its instances contain anything that only we know.
unsafe fn adopt(ty: *mut PyTypeObject) {
    // SAFETY: nobody has instances of the type yet.
    unsafe {
        let data = data_of(ty);
        if (*data).traverse.is_some() || (*data).destroy.is_some() {
            (*ty).tp_dealloc = Some(instance::dealloc);
        }
        if !classes::shows_type(ty, instance::traverse) {
            (*ty).tp_traverse = Some(instance::traverse);
        }
    }
}

/// Checks that a struct with an object header does not continue one without, or the reverse. [`Placement`] compares
/// the rest.
unsafe fn check_inheritance(spec: &HPyType_Spec, base: Option<Base>) -> PyResult<()> {
    // SAFETY: types keep their bases alive, and the thread holds the GIL.
    unsafe {
        let is_legacy = spec.builtin_shape == HPyType_BuiltinShape_Legacy;
        let is_pure = |common: &Common| common.shape != HPyType_BuiltinShape_Legacy;
        let inherited = base.and_then(|base| commons(base.ty).next());
        if is_legacy && inherited.is_some_and(is_pure) {
            return Err(raise(
                PyExc_TypeError,
                c"A legacy type should not inherit its memory layout from a pure type",
            ));
        }
        Ok(())
    }
}

/// Checks that CPython chose the base for which the type was laid out.
unsafe fn check_base(ty: *mut PyTypeObject, expected: Option<Base>) -> PyResult<()> {
    // SAFETY: the type is alive, and the thread holds the GIL.
    unsafe {
        if expected.is_none_or(|base| base.ty != (*ty).tp_base) {
            return Err(raise(
                PyExc_TypeError,
                c"the layouts of the bases cannot be combined",
            ));
        }
        Ok(())
    }
}
