/* The functions of the API in the CPython ABI that are worth inlining. Functions that make one C-API call or return a
   struct are generated; longer ones are in src/runtime. hpy/autogen/universal_api.h documents all of them. */
#include "hpy.h"
#ifndef HPY_CPYTHON_FUNCTIONS_H
#define HPY_CPYTHON_FUNCTIONS_H

#include "hpy/cpython/layout.h"

_HPy_BEGIN_DECLS

#include "hpy/autogen/cpython_api.h"

/* Handles */

HPyAPI_FUNC HPy HPy_Dup(HPyContext *ctx, HPy h) {
    (void)ctx;
    Py_XINCREF(_h2py(h));
    return h;
}

HPyAPI_FUNC void HPy_Close(HPyContext *ctx, HPy h) {
    (void)ctx;
    Py_XDECREF(_h2py(h));
}

HPyAPI_FUNC int HPy_Is(HPyContext *ctx, HPy obj, HPy other) {
    (void)ctx;
    return obj._i == other._i;
}

/** Returns a new handle for an object of the C API. The caller still owns the reference. */
HPyAPI_FUNC HPy HPy_FromPyObject(HPyContext *ctx, PyObject *obj) {
    (void)ctx;
    Py_XINCREF(obj);
    return _py2h(obj);
}

/** Returns a new reference to a handle's object. The caller still owns the handle. */
HPyAPI_FUNC PyObject *HPy_AsPyObject(HPyContext *ctx, HPy h) {
    (void)ctx;
    Py_XINCREF(_h2py(h));
    return _h2py(h);
}

/* Fields and globals. The old reference is released last: a finalizer may read the field. */

#ifdef Py_GIL_DISABLED
/** Stores an object, or NULL, in the place of a field or a global, which other threads may read meanwhile. */
HPyAPI_IMPL void _HPy_replace(intptr_t *place, PyObject *object);
#else
HPyAPI_FUNC void _HPy_replace(intptr_t *place, PyObject *object) {
    PyObject *replaced = (PyObject *)*place;
    Py_XINCREF(object);
    *place = (intptr_t)object;
    Py_XDECREF(replaced);
}
#endif

HPyAPI_FUNC void HPyField_Store(HPyContext *ctx, HPy target_object, HPyField *target_field, HPy h) {
    (void)ctx;
    (void)target_object;
    _HPy_replace(&target_field->_i, _h2py(h));
}

HPyAPI_FUNC HPy HPyField_Load(HPyContext *ctx, HPy source_object, HPyField source_field) {
    (void)source_object;
    return HPy_FromPyObject(ctx, _hf2py(source_field));
}

HPyAPI_FUNC void HPyGlobal_Store(HPyContext *ctx, HPyGlobal *global, HPy h) {
    (void)ctx;
    _HPy_replace(&global->_i, _h2py(h));
}

HPyAPI_FUNC HPy HPyGlobal_Load(HPyContext *ctx, HPyGlobal global) { return HPy_FromPyObject(ctx, _hg2py(global)); }

/* Numbers and exceptions */

HPyAPI_FUNC int32_t HPyLong_AsInt32_t(HPyContext *ctx, HPy h) { return ctx_Long_AsInt32_t(ctx, h); }

HPyAPI_FUNC uint32_t HPyLong_AsUInt32_t(HPyContext *ctx, HPy h) { return ctx_Long_AsUInt32_t(ctx, h); }

HPyAPI_FUNC int HPyErr_Occurred(HPyContext *ctx) {
    (void)ctx;
    return PyErr_Occurred() != NULL;
}

HPyAPI_FUNC _HPy_NO_RETURN void HPy_FatalError(HPyContext *ctx, const char *message) {
    (void)ctx;
    Py_FatalError(message);
}

/* Calls */

HPyAPI_FUNC HPy HPy_CallTupleDict(HPyContext *ctx, HPy callable, HPy args, HPy kw) {
    return ctx_CallTupleDict(ctx, callable, args, kw);
}

HPyAPI_FUNC HPy HPy_Call(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames) {
    (void)ctx;
    return _py2h(PyObject_Vectorcall(_h2py(callable), (PyObject *const *)args, nargs, _h2py(kwnames)));
}

HPyAPI_FUNC HPy HPy_CallMethod(HPyContext *ctx, HPy name, const HPy *args, size_t nargs, HPy kwnames) {
    (void)ctx;
    return _py2h(PyObject_VectorcallMethod(_h2py(name), (PyObject *const *)args, nargs, _h2py(kwnames)));
}

HPyAPI_FUNC int HPy_SetCallFunction(HPyContext *ctx, HPy h, HPyCallFunction *func) {
    return ctx_SetCallFunction(ctx, h, func);
}

/* Items */

HPyAPI_FUNC HPy HPyDict_Keys(HPyContext *ctx, HPy h) {
    (void)ctx;
    /* A free-threaded CPython locks the object before it looks whether there is one. None is no dict either. */
    return _py2h(PyDict_Keys(HPy_IsNull(h) ? Py_None : _h2py(h)));
}

HPyAPI_FUNC HPy HPy_GetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx) { return ctx_GetItem_i(ctx, obj, idx); }

HPyAPI_FUNC HPy HPy_GetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key) {
    return ctx_GetItem_s(ctx, obj, utf8_key);
}

HPyAPI_FUNC int HPy_SetItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx, HPy value) {
    return ctx_SetItem_i(ctx, obj, idx, value);
}

HPyAPI_FUNC int HPy_SetItem_s(HPyContext *ctx, HPy obj, const char *utf8_key, HPy value) {
    return ctx_SetItem_s(ctx, obj, utf8_key, value);
}

HPyAPI_FUNC int HPy_DelItem_i(HPyContext *ctx, HPy obj, HPy_ssize_t idx) { return ctx_DelItem_i(ctx, obj, idx); }

HPyAPI_FUNC int HPy_DelItem_s(HPyContext *ctx, HPy obj, const char *utf8_key) {
    return ctx_DelItem_s(ctx, obj, utf8_key);
}

/* Types and their instances */

HPyAPI_FUNC HPy HPyType_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params) {
    return ctx_Type_FromSpec(ctx, spec, params);
}

HPyAPI_FUNC HPy HPyType_GenericNew(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw) {
    return ctx_Type_GenericNew(ctx, type, args, nargs, kw);
}

HPyAPI_FUNC const char *HPyType_GetName(HPyContext *ctx, HPy type) { return ctx_Type_GetName(ctx, type); }

HPyAPI_FUNC HPyType_BuiltinShape _HPyType_GetBuiltinShape(HPyContext *ctx, HPy h_type) {
    return ctx_Type_GetBuiltinShape(ctx, h_type);
}

HPyAPI_FUNC HPy _HPy_New(HPyContext *ctx, HPy h_type, void **data) {
    /* The address of the caller's variable goes no further, so that stays in a register. */
    void *place = NULL;
    HPy h = ctx_New(ctx, h_type, &place);
    if (!HPy_IsNull(h))
        *data = place;
    return h;
}

/* Lists, tuples, trackers. Wrong indices and items that are set twice are handled out of line. */

HPyAPI_FUNC HPyListBuilder HPyListBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx_ListBuilder_New(ctx, size);
}

HPyAPI_FUNC void HPyListBuilder_Set(HPyContext *ctx, HPyListBuilder builder, HPy_ssize_t index, HPy h_item) {
    PyListObject *list = (PyListObject *)builder._lst;
    if (list != NULL && (size_t)index < (size_t)Py_SIZE((PyObject *)list) && list->ob_item[index] == NULL) {
        Py_XINCREF(_h2py(h_item));
        list->ob_item[index] = _h2py(h_item);
    } else
        ctx_ListBuilder_Set(ctx, builder, index, h_item);
}

HPyAPI_FUNC HPy HPyListBuilder_Build(HPyContext *ctx, HPyListBuilder builder) {
    return ctx_ListBuilder_Build(ctx, builder);
}

HPyAPI_FUNC void HPyListBuilder_Cancel(HPyContext *ctx, HPyListBuilder builder) {
    ctx_ListBuilder_Cancel(ctx, builder);
}

HPyAPI_FUNC HPyTupleBuilder HPyTupleBuilder_New(HPyContext *ctx, HPy_ssize_t size) {
    return ctx_TupleBuilder_New(ctx, size);
}

HPyAPI_FUNC void HPyTupleBuilder_Set(HPyContext *ctx, HPyTupleBuilder builder, HPy_ssize_t index, HPy h_item) {
    PyTupleObject *tuple = (PyTupleObject *)builder._tup;
    if (tuple != NULL && (size_t)index < (size_t)Py_SIZE((PyObject *)tuple) && tuple->ob_item[index] == NULL) {
        Py_XINCREF(_h2py(h_item));
        tuple->ob_item[index] = _h2py(h_item);
    } else
        ctx_TupleBuilder_Set(ctx, builder, index, h_item);
}

HPyAPI_FUNC HPy HPyTupleBuilder_Build(HPyContext *ctx, HPyTupleBuilder builder) {
    return ctx_TupleBuilder_Build(ctx, builder);
}

HPyAPI_FUNC void HPyTupleBuilder_Cancel(HPyContext *ctx, HPyTupleBuilder builder) {
    ctx_TupleBuilder_Cancel(ctx, builder);
}

HPyAPI_FUNC HPy HPyTuple_FromArray(HPyContext *ctx, const HPy *items, HPy_ssize_t n) {
    return ctx_Tuple_FromArray(ctx, items, n);
}

HPyAPI_FUNC HPyTracker HPyTracker_New(HPyContext *ctx, HPy_ssize_t size) { return ctx_Tracker_New(ctx, size); }

HPyAPI_FUNC int HPyTracker_Add(HPyContext *ctx, HPyTracker ht, HPy h) { return ctx_Tracker_Add(ctx, ht, h); }

HPyAPI_FUNC void HPyTracker_ForgetAll(HPyContext *ctx, HPyTracker ht) { ctx_Tracker_ForgetAll(ctx, ht); }

HPyAPI_FUNC void HPyTracker_Close(HPyContext *ctx, HPyTracker ht) { ctx_Tracker_Close(ctx, ht); }

/* Capsules */

HPyAPI_FUNC HPy HPyCapsule_New(HPyContext *ctx, void *pointer, const char *utf8_name,
                               HPyCapsule_Destructor *destructor) {
    return ctx_Capsule_New(ctx, pointer, utf8_name, destructor);
}

HPyAPI_FUNC void *HPyCapsule_Get(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, const char *utf8_name) {
    return ctx_Capsule_Get(ctx, capsule, key, utf8_name);
}

HPyAPI_FUNC int HPyCapsule_Set(HPyContext *ctx, HPy capsule, _HPyCapsule_key key, void *value) {
    return ctx_Capsule_Set(ctx, capsule, key, value);
}

HPyAPI_FUNC void *HPyCapsule_GetPointer(HPyContext *ctx, HPy capsule, const char *name) {
    (void)ctx;
    return PyCapsule_GetPointer(_h2py(capsule), name);
}

HPyAPI_FUNC const char *HPyCapsule_GetName(HPyContext *ctx, HPy capsule) {
    (void)ctx;
    return PyCapsule_GetName(_h2py(capsule));
}

HPyAPI_FUNC void *HPyCapsule_GetContext(HPyContext *ctx, HPy capsule) {
    (void)ctx;
    return PyCapsule_GetContext(_h2py(capsule));
}

HPyAPI_FUNC int HPyCapsule_SetPointer(HPyContext *ctx, HPy capsule, void *pointer) {
    (void)ctx;
    return PyCapsule_SetPointer(_h2py(capsule), pointer);
}

HPyAPI_FUNC int HPyCapsule_SetName(HPyContext *ctx, HPy capsule, const char *name) {
    (void)ctx;
    return PyCapsule_SetName(_h2py(capsule), name);
}

HPyAPI_FUNC int HPyCapsule_SetContext(HPyContext *ctx, HPy capsule, void *context) {
    (void)ctx;
    return PyCapsule_SetContext(_h2py(capsule), context);
}

HPyAPI_FUNC int HPyCapsule_SetDestructor(HPyContext *ctx, HPy capsule, HPyCapsule_Destructor *destructor) {
    return ctx_Capsule_Set(ctx, capsule, HPyCapsule_key_Destructor, destructor);
}

/* The rest */

HPyAPI_FUNC HPy HPyBytes_FromStringAndSize(HPyContext *ctx, const char *bytes, HPy_ssize_t len) {
    return ctx_Bytes_FromStringAndSize(ctx, bytes, len);
}

HPyAPI_FUNC HPy HPy_Compile_s(HPyContext *ctx, const char *utf8_source, const char *utf8_filename,
                              HPy_SourceKind kind) {
    return ctx_Compile_s(ctx, utf8_source, utf8_filename, kind);
}

HPyAPI_FUNC int32_t HPyContextVar_Get(HPyContext *ctx, HPy context_var, HPy default_value, HPy *result) {
    return ctx_ContextVar_Get(ctx, context_var, default_value, result);
}

HPyAPI_FUNC void _HPy_Dump(HPyContext *ctx, HPy h) { ctx_Dump(ctx, h); }

_HPy_END_DECLS

#endif
