/* The life of instances between allocation and release: what the garbage collector sees, what is cleared and destroyed.
 *
 * A type with HPy_tp_traverse or HPy_tp_destroy gets these functions. The extension's own functions know their structs
 * only; what the bases and Python subclasses added is up to us.
 */
#include "ctx_types.h"

/* A field is null before its reference is given up. */
static int clear_field(HPyField *field, void *unused) {
    PyObject *held = _hf2py(*field);
    (void)unused;
    *field = HPyField_NULL;
    Py_XDECREF(held);
    return 0;
}

/* Says whether there is something to destroy. */
static bool clear_fields(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    _HPy_TypeData *data;
    bool destroys = false;

    for (; (data = _HPy_TypeData_next(&type)) != NULL; type = type->tp_base) {
        if (data->traverse != NULL)
            data->traverse(_HPy_payload(data, object), clear_field, NULL);
        destroys |= data->destroy != NULL;
    }
    return destroys;
}

static void destroy(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    _HPy_TypeData *data;

    for (; (data = _HPy_TypeData_next(&type)) != NULL; type = type->tp_base)
        if (data->destroy != NULL)
            data->destroy(_HPy_payload(data, object));
}

/* What the bases do, or NULL. */
static const _HPy_BaseSlots *base_of(PyTypeObject *type) {
    _HPy_TypeData *data;

    for (; (data = _HPy_TypeData_next(&type)) != NULL; type = type->tp_base)
        if (data->deallocates)
            return &data->base;
    return NULL;
}

/* `tp_dealloc`. CPython calls it, or the `tp_dealloc` of a subclass. */
static void dealloc(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    const _HPy_BaseSlots *base = base_of(type);

    /* A subclass's `tp_dealloc` has called the finalizer already. */
    if (type->tp_finalize != NULL && type->tp_dealloc == dealloc && PyObject_CallFinalizerFromDealloc(object) < 0)
        return;
    if (PyType_IS_GC(type))
        PyObject_GC_UnTrack(object);
    if (type->tp_weaklistoffset != 0)
        PyObject_ClearWeakRefs(object);
    if (clear_fields(object))
        destroy(object);
    if (base->dealloc_is_gc)
        PyObject_GC_Track(object);
    base->dealloc(object);
    if (!base->dealloc_is_heap)
        Py_DECREF(type);
}

int _HPy_instance_clear(PyObject *object) {
    const _HPy_BaseSlots *base = base_of(Py_TYPE(object));

    clear_fields(object);
    return base != NULL && base->clear != NULL ? base->clear(object) : 0;
}

/* What there is behind a new type with the `tp_dealloc` that CPython gives heap types, which serves types that come
   before ours in a hierarchy and cannot be called from ours. The last base is `object`, which has one of its own. */
static _HPy_BaseSlots slots_behind(PyTypeObject *type) {
    const destructor generic = type->tp_dealloc;
    PyTypeObject *deallocating = type, *builtin;
    _HPy_BaseSlots slots;

    while (deallocating->tp_dealloc == generic || deallocating->tp_dealloc == dealloc)
        deallocating = deallocating->tp_base;
    builtin = deallocating;
    while (PyType_HasFeature(builtin, Py_TPFLAGS_HEAPTYPE))
        builtin = builtin->tp_base;
    slots.dealloc = deallocating->tp_dealloc;
    slots.dealloc_is_gc = PyType_IS_GC(deallocating);
    slots.dealloc_is_heap = PyType_HasFeature(deallocating, Py_TPFLAGS_HEAPTYPE);
    slots.traverse = builtin->tp_traverse;
    slots.clear = builtin->tp_clear;
    return slots;
}

void _HPy_adopt_instances(PyTypeObject *type) {
    _HPy_TypeData *data = _HPy_TypeData_of(type);

    if (data->traverse == NULL && data->destroy == NULL)
        return;
    data->base = slots_behind(type);
    data->deallocates = true;
    type->tp_dealloc = dealloc;
}

/* The visitor of CPython, for one that visits fields. */
typedef struct {
    visitproc visit;
    void *arg;
} Visitor;

static int visit_field(HPyField *field, void *visitor) {
    const Visitor *passed = visitor;
    return HPyField_IsNull(*field) ? 0 : passed->visit(_hf2py(*field), passed->arg);
}

int _HPy_call_traverse(HPyFunc_traverseproc traverse, PyObject *object, visitproc visit, void *arg) {
    Visitor visitor = {visit, arg};
    PyTypeObject *type = Py_TYPE(object), *owner = type;
    const _HPy_TypeData *data;
    int status;

    while ((data = _HPy_TypeData_next(&owner)) != NULL && data->traverse != traverse)
        owner = owner->tp_base;
    status = traverse(data == NULL ? (void *)object : _HPy_payload(data, object), visit_field, &visitor);
    if (status == 0 && data != NULL && data->deallocates && data->base.traverse != NULL)
        status = data->base.traverse(object, visit, arg);
    /* CPython leaves it to us to show that an instance keeps its type alive. HPy's contract is that an object refers to
       what its traverse function visits, but that says nothing of Python subclasses, which come and go. */
    if (status == 0 && _HPy_TypeData_of(type) == NULL)
        status = visit((PyObject *)type, arg);
    return status;
}
