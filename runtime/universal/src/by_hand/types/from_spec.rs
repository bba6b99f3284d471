//! `HPyType_FromSpec`: making a type.

use std::ffi::{CStr, c_int, c_uint, c_void};
use std::mem::size_of;

use hpy_abi::{
    HPy, HPy_TPFLAGS_HAVE_GC, HPyContext, HPyType_BuiltinShape_Legacy, HPyType_Spec,
    HPyType_SpecParam,
};
use pyo3_ffi::{
    Py_TPFLAGS_HAVE_VECTORCALL, Py_tp_call, Py_tp_clear, Py_tp_dealloc, Py_tp_getset,
    Py_tp_members, Py_tp_methods, Py_tp_new, Py_tp_traverse, PyErr_Format, PyExc_TypeError,
    PyExc_ValueError, PyType_Slot, PyType_Spec, PyTypeObject, PyVectorcall_Call, inquiry, newfunc,
    ternaryfunc, vectorcallfunc,
};

use super::data::{CallSlot, Tables, TypeData, data_of, nearest};
use super::layout::{align_up, header_size};
use super::members::Members;
use super::params::Params;
use super::slots::Slots;
use super::{call_protocol, classes, instance};
use crate::by_hand::defs::method_table;
use crate::by_hand::errors::{PyResult, Raised, raise};
use crate::by_hand::owned::Owned;
use crate::compat;
use crate::handles::py2h;

pub unsafe extern "C" fn ctx_Type_FromSpec(
    _ctx: *mut HPyContext,
    spec: *mut HPyType_Spec,
    params: *mut HPyType_SpecParam,
) -> HPy {
    // SAFETY: the spec is filled in, and `params` is NULL or ends with kind 0.
    unsafe { from_spec(&*spec, params) }.map_or(HPy::NULL, |ty| py2h(ty.into_raw()))
}

/// Runs Python code: the metaclass's `mro`, finalizers. Across it the caller keeps the spec and the parameters'
/// objects, and what CPython points to belongs to the data, which is owned here until the type owns it.
unsafe fn from_spec(spec: &HPyType_Spec, params: *const HPyType_SpecParam) -> PyResult<Owned> {
    // SAFETY: the caller's promise; what CPython is given to keep is owned by the type's data.
    unsafe {
        let params = Params::read(spec.name, params)?;
        let mut slots = Slots::of(spec);
        check_slots(spec, &slots)?;
        let Some(header) = header_size(spec.builtin_shape) else {
            PyErr_Format(
                PyExc_ValueError,
                c"invalid shape: %d".as_ptr(),
                spec.builtin_shape,
            );
            return Err(Raised);
        };
        // 0 is inherited from the base. Subclasses in Python have pointers behind the struct.
        let mut size = match spec.basicsize {
            0 => 0,
            basicsize => {
                (basicsize as usize + header).next_multiple_of(align_of::<vectorcallfunc>())
            }
        };
        let mut hidden_call_slot = None;
        if slots.call.is_some() {
            let offset = place_of_call_slot(spec, size, header.max(params.inherited_size()))?;
            size = offset + size_of::<vectorcallfunc>();
            hidden_call_slot = Some(offset as isize);
        }
        let methods = method_table(spec.defines, slots.legacy_methods)?;
        let members = Members::of(
            spec.defines,
            slots.legacy_members,
            slots.legacy_getsets,
            header,
            hidden_call_slot,
        )?;
        if size == 0 && !members.is_empty() {
            return Err(raise(
                PyExc_TypeError,
                c"Type claims to have basicsize==0 but defines members",
            ));
        }
        let call = members.call_offset.map(|offset| CallSlot {
            offset,
            default: slots.call,
        });
        add_call_slots(&mut slots, call);
        let has_legacy_life = [Py_tp_dealloc, Py_tp_clear]
            .iter()
            .any(|slot| slots.has(*slot))
            || (slots.traverse.is_none() && slots.has(Py_tp_traverse));
        if slots.traverse.is_some() {
            slots.push(Py_tp_clear, instance::clear as inquiry as *mut c_void);
        }

        let mut data = TypeData::new(
            spec.builtin_shape,
            header,
            Tables {
                name: CStr::from_ptr(spec.name).to_owned(),
                methods,
                members: members.members,
                getsets: members.getsets,
                fields: members.fields,
            },
        );
        data.traverse = slots.traverse;
        data.destroy = slots.destroy;
        data.has_legacy_life = has_legacy_life;
        data.call = call;
        let data = data.into_object()?;
        let mut flags = spec.flags;
        if call.is_some() {
            flags |= Py_TPFLAGS_HAVE_VECTORCALL;
        }
        // CPython has a type inherit that only where it has no `tp_traverse`.
        if slots.traverse.is_some() && params.is_collected() {
            flags |= HPy_TPFLAGS_HAVE_GC;
        }
        let mut py_spec = PyType_Spec {
            name: spec.name,
            basicsize: size as c_int,
            itemsize: spec.itemsize,
            flags: flags as c_uint,
            slots: std::ptr::null_mut(),
        };
        let ty = create(&mut py_spec, slots, &params, data)?;
        adopt(ty.as_ptr().cast());
        check_inheritance(ty.as_ptr().cast())?;
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
        if spec.flags & HPy_TPFLAGS_HAVE_GC != 0 && slots.traverse.is_none() {
            return Err(raise(
                PyExc_ValueError,
                c"You must provide an HPy_tp_traverse slot if you specify HPy_TPFLAGS_HAVE_GC",
            ));
        }
    }
    Ok(())
}

/// Where instances of a type with `HPy_tp_call` hold the function that calls them: behind everything
/// else.
unsafe fn place_of_call_slot(
    spec: &HPyType_Spec,
    size: usize,
    inherited: usize,
) -> PyResult<usize> {
    // SAFETY: the thread holds the GIL.
    unsafe {
        if spec.itemsize != 0 {
            return Err(raise(
                PyExc_TypeError,
                c"Cannot use HPy call protocol with var objects",
            ));
        }
        if size != 0 {
            return Ok(align_up(size));
        }
        // Legacy slots may name another base than the parameters.
        if spec.builtin_shape == HPyType_BuiltinShape_Legacy {
            return Err(raise(
                PyExc_TypeError,
                c"Cannot use HPy call protocol with legacy types that inherit the struct. Either set \
                  the basicsize to anon-zero value or use legacy slot 'Py_tp_call'.",
            ));
        }
        Ok(align_up(inherited))
    }
}

fn add_call_slots(slots: &mut Slots, call: Option<CallSlot>) {
    let Some(call) = call else { return };
    if !slots.has(Py_tp_call) {
        slots.push(Py_tp_call, PyVectorcall_Call as ternaryfunc as *mut c_void);
    }
    if call.default.is_some() && !slots.has(Py_tp_new) {
        slots.push(Py_tp_new, call_protocol::new as newfunc as *mut c_void);
    }
}

/// Has CPython make the type, from tables that the data owns.
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
    // Before 3.11 the type keeps pointing to the name.
    spec.name = tables.name.as_ptr();
    spec.slots = slots.passed_on.as_mut_ptr();
    // SAFETY: the spec is complete; CPython copies what `data` does not own.
    unsafe { compat::new_type(params.metaclass, spec, params.bases(), data) }
}

/// Gives a new type our slots, if its instances have anything that only we know of.
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

/// A struct with an object header cannot continue one without. The other combinations are right as long
/// as nobody asks for a struct that the type has not got.
unsafe fn check_inheritance(ty: *mut PyTypeObject) -> PyResult<()> {
    // SAFETY: types keep their bases alive.
    unsafe {
        let is_pure = |data: &TypeData| data.shape != HPyType_BuiltinShape_Legacy;
        if !nearest(ty).is_some_and(is_pure) && nearest((*ty).tp_base).is_some_and(is_pure) {
            return Err(raise(
                PyExc_TypeError,
                c"A legacy type should not inherit its memory layout from a pure type",
            ));
        }
        Ok(())
    }
}
