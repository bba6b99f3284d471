/* HPyType_FromSpec, and functions that ask about any type. */
#include "ctx_types.h"
#include "hpy/autogen/cpython_tables.h"

/* The content of a spec's slots. */
typedef struct {
    /* The slots for CPython, without an end marker. */
    PyType_Slot *passed_on;
    size_t count;
    HPyFunc_traverseproc traverse;
    HPyFunc_destroyfunc destroy;
    /* The function of HPy_tp_call. */
    vectorcallfunc call;
    const PyMethodDef *legacy_methods;
    const PyMemberDef *legacy_members;
    const PyGetSetDef *legacy_getsets;
} Slots;

/* The most slots that are added to those of a spec: doc, methods, members, getset, call, new, clear, and the end. */
enum { OWN_SLOTS = 8 };

static int fail(PyObject *exception, const char *problem) {
    PyErr_SetString(exception, problem);
    return -1;
}

static void push(Slots *slots, int slot, void *value) {
    slots->passed_on[slots->count].slot = slot;
    slots->passed_on[slots->count].pfunc = value;
    slots->count++;
}

static bool has(const Slots *slots, int slot) {
    size_t index;
    for (index = 0; index < slots->count; index++)
        if (slots->passed_on[index].slot == slot)
            return true;
    return false;
}

static void read_define(Slots *slots, const HPyDef *def) {
    if (def->kind != HPyDef_Kind_Slot)
        return;
    switch (def->slot.slot) {
    case HPy_tp_destroy:
        slots->destroy = (HPyFunc_destroyfunc)(void (*)(void))def->slot.impl;
        return;
    case HPy_tp_call:
        slots->call = (vectorcallfunc)(void (*)(void))def->slot.cpy_trampoline;
        return;
    case HPy_tp_traverse:
        slots->traverse = (HPyFunc_traverseproc)(void (*)(void))def->slot.impl;
        push(slots, Py_tp_traverse, (void *)_HPy_instance_traverse);
        return;
    default:
        break;
    }
    push(slots, _HPy_type_slot(def->slot.slot), (void *)def->slot.cpy_trampoline);
}

static void read_legacy_slot(Slots *slots, const PyType_Slot *slot) {
    switch (slot->slot) {
    case Py_tp_methods:
        slots->legacy_methods = slot->pfunc;
        break;
    case Py_tp_members:
        slots->legacy_members = slot->pfunc;
        break;
    case Py_tp_getset:
        slots->legacy_getsets = slot->pfunc;
        break;
    default:
        push(slots, slot->slot, slot->pfunc);
    }
}

static int read_slots(Slots *slots, const HPyType_Spec *spec) {
    const PyType_Slot *legacy = spec->legacy_slots;
    HPyDef *const *defines = spec->defines;
    size_t count = OWN_SLOTS;

    while (defines != NULL && *defines != NULL)
        defines++, count++;
    while (legacy != NULL && legacy->slot != 0)
        legacy++, count++;
    memset(slots, 0, sizeof(*slots));
    slots->passed_on = PyMem_Calloc(count, sizeof(PyType_Slot));
    if (slots->passed_on == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (defines = spec->defines; defines != NULL && *defines != NULL; defines++)
        read_define(slots, *defines);
    if (spec->doc != NULL)
        push(slots, Py_tp_doc, (void *)spec->doc);
    for (legacy = spec->legacy_slots; legacy != NULL && legacy->slot != 0; legacy++)
        read_legacy_slot(slots, legacy);
    return 0;
}

static int check_slots(const HPyType_Spec *spec, const Slots *slots) {
    if (spec->legacy_slots != NULL && spec->builtin_shape != HPyType_BuiltinShape_Legacy)
        return fail(PyExc_TypeError,
                    "cannot specify .legacy_slots without setting .builtin_shape=HPyType_BuiltinShape_Legacy");
    if ((slots->traverse != NULL || slots->destroy != NULL) && has(slots, Py_tp_dealloc))
        return fail(PyExc_TypeError, "legacy tp_dealloc is incompatible with HPy_tp_traverse or HPy_tp_destroy.");
    if ((spec->flags & HPy_TPFLAGS_HAVE_GC) && slots->traverse == NULL && !has(slots, Py_tp_traverse))
        return fail(PyExc_ValueError,
                    "You must provide an HPy_tp_traverse slot if you specify HPy_TPFLAGS_HAVE_GC");
    return 0;
}

/* Creates the tables that the type refers to, and the slots for them. */
static int make_tables(const HPyType_Spec *spec, Slots *slots, _HPy_TypeData *data, const _HPy_Placement *placement) {
    size_t length = strlen(spec->name) + 1;
    Py_ssize_t declared_call;

    data->name = PyMem_Malloc(length);
    if (data->name == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(data->name, spec->name, length);
    data->methods = _HPy_method_table(spec->defines, slots->legacy_methods);
    if (data->methods == NULL)
        return -1;
    if (_HPy_fill_member_tables(data, spec->defines, slots->legacy_members, slots->legacy_getsets, placement,
                                &declared_call)
        < 0)
        return -1;
    if (declared_call != 0)
        data->common.call_offset = declared_call;
    if (placement->struct_end == 0 && placement->call_offset == 0
        && (data->members[placement->hidden_count].name != NULL || data->own_members[0].def.name != NULL))
        return fail(PyExc_TypeError, "Type claims to have basicsize==0 but defines members");
    push(slots, Py_tp_methods, data->methods);
    push(slots, Py_tp_members, data->members);
    push(slots, Py_tp_getset, data->getsets);
    return 0;
}

/* Whether the `tp_new` of a type is CPython's, which calls a `__new__` of Python. A type over it has to inherit it: with a
   `tp_new` of its own, that `__new__` would find this again, without end. */
static bool has_python_new(const PyTypeObject *type) {
    const PyTypeObject *first = type;
    PyObject *found;

    while (first->tp_base != NULL && first->tp_base->tp_new == type->tp_new)
        first = first->tp_base;
    /* Static types have no `__new__` of Python, and a `tp_new` in C appears in the dict as a C function. */
    if (!(first->tp_flags & Py_TPFLAGS_HEAPTYPE))
        return false;
    found = PyDict_GetItemString(first->tp_dict, "__new__");
    return found == NULL || !PyCFunction_Check(found);
}

static void add_slots(Slots *slots, bool declares_call, const PyTypeObject *base) {
    if ((slots->call != NULL || declares_call) && !has(slots, Py_tp_call))
        push(slots, Py_tp_call, slots->call != NULL ? (void *)_HPy_call_by_place : (void *)PyVectorcall_Call);
    if (slots->call != NULL && !has(slots, Py_tp_new) && (base == NULL || !has_python_new(base)))
        push(slots, Py_tp_new, (void *)_HPy_callable_new);
    if (slots->traverse != NULL)
        push(slots, Py_tp_clear, (void *)_HPy_instance_clear);
}

/* A struct with an object header cannot continue one without. Other structs are compared when they are placed. */
static int check_inheritance(const HPyType_Spec *spec, PyTypeObject *base) {
    const _HPy_TypeCommon *data = _HPy_TypeCommon_next(&base);

    if (spec->builtin_shape == HPyType_BuiltinShape_Legacy && data != NULL
        && data->shape != HPyType_BuiltinShape_Legacy)
        return fail(PyExc_TypeError, "A legacy type should not inherit its memory layout from a pure type");
    return 0;
}

/* Whether the collector tracks the instances of a base. Then it has to track those of the type, too. */
static bool is_collected(const _HPy_TypeParams *params) {
    Py_ssize_t index;

    for (index = 0; params->bases != NULL && index < PyTuple_GET_SIZE(params->bases); index++) {
        PyObject *base = PyTuple_GET_ITEM(params->bases, index);
        if (PyType_Check(base) && PyType_IS_GC((PyTypeObject *)base))
            return true;
    }
    return false;
}

static void *slot_value(const Slots *slots, int slot) {
    size_t index;
    for (index = 0; index < slots->count; index++)
        if (slots->passed_on[index].slot == slot)
            return slots->passed_on[index].pfunc;
    return NULL;
}

/* Makes CPython create the type. Takes ownership of the data. The base may be NULL. */
static PyObject *create(const HPyType_Spec *spec, Slots *slots, const _HPy_TypeParams *params, _HPy_TypeData *data,
                        const _HPy_Placement *placement, const PyTypeObject *base) {
    PyType_Spec py_spec;
    PyObject *type;
    bool declares_call, inherits_call;

    if (make_tables(spec, slots, data, placement) < 0) {
        Py_DECREF(data);
        return NULL;
    }
    declares_call = data->common.call_offset != placement->call_offset;
    add_slots(slots, declares_call, base);
    push(slots, 0, NULL);
    /* Before 3.11, the type keeps a pointer to the name. */
    py_spec.name = data->name;
    py_spec.basicsize = (int)placement->size;
    py_spec.itemsize = spec->itemsize;
    py_spec.flags = (unsigned int)spec->flags;
    inherits_call = placement->has_vectorcall && slot_value(slots, Py_tp_call) == NULL;
    if (declares_call || slots->call != NULL)
        py_spec.flags |= HPy_TPFLAGS_HAVE_VECTORCALL;
    /* In CPython, a type inherits the flag only if it has no `tp_traverse`. */
    if (slots->traverse != NULL && is_collected(params))
        py_spec.flags |= HPy_TPFLAGS_HAVE_GC;
    py_spec.slots = slots->passed_on;
    type = _HPy_create_type(&py_spec, params, data);
    /* Debug builds of CPython refuse this flag in a spec without `tp_call`. */
    if (type != NULL && inherits_call)
        ((PyTypeObject *)type)->tp_flags |= HPy_TPFLAGS_HAVE_VECTORCALL;
    if (type != NULL)
        _HPy_adopt_instances((PyTypeObject *)type);
    return type;
}

/* The base that decides the layout of instances; legacy slots may name it. NULL if CPython is going to raise. */
static _HPy_Base best_base(const Slots *slots, const _HPy_TypeParams *params) {
    PyObject *bases = params->bases != NULL ? params->bases : slot_value(slots, Py_tp_bases);
    _HPy_Base base = {slot_value(slots, Py_tp_base), false};

    if (bases != NULL)
        return _HPy_best_base(bases);
    if (base.type == NULL)
        base.type = &PyBaseObject_Type;
    return base;
}

static PyObject *from_slots(const HPyType_Spec *spec, Slots *slots, const _HPy_TypeParams *params) {
    const _HPy_Base base = best_base(slots, params);
    _HPy_Placement placement;
    _HPy_TypeData *data;
    PyObject *type;

    if (check_slots(spec, slots) < 0)
        return NULL;
    /* Refuse an unknown shape before looking at the base. */
    if (_HPy_header_of(spec->builtin_shape) < 0 || check_inheritance(spec, base.type) < 0)
        return NULL;
    if (_HPy_Placement_of(spec, slots->legacy_members, slots->call, base, &placement) < 0)
        return NULL;
    data = _HPy_TypeData_new(spec->builtin_shape, placement.header, placement.struct_end);
    if (data == NULL)
        return NULL;
    data->traverse = slots->traverse;
    data->destroy = slots->destroy;
    data->common.call_offset = placement.call_offset;
    data->common.call_default = placement.call_default;
    type = create(spec, slots, params, data, &placement, base.type);
    if (type != NULL && ((PyTypeObject *)type)->tp_base != base.type) {
        fail(PyExc_TypeError, "the layouts of the bases cannot be combined");
        Py_CLEAR(type);
    }
    return type;
}

HPy ctx_Type_FromSpec(HPyContext *ctx, HPyType_Spec *spec, HPyType_SpecParam *params) {
    _HPy_TypeParams read;
    PyObject *type = NULL;
    Slots slots;

    (void)ctx;
    if (_HPy_instances_make_ready() < 0 || _HPy_TypeParams_read(spec->name, params, &read) < 0)
        return HPy_NULL;
    if (read_slots(&slots, spec) == 0) {
        type = from_slots(spec, &slots, &read);
        PyMem_Free(slots.passed_on);
    }
    Py_XDECREF(read.bases);
    return _py2h(type);
}

const char *ctx_Type_GetName(HPyContext *ctx, HPy type) {
    PyTypeObject *object = (PyTypeObject *)_h2py(type);
    const char *dot;

    (void)ctx;
    if (PyType_HasFeature(object, Py_TPFLAGS_HEAPTYPE))
        return PyUnicode_AsUTF8(((PyHeapTypeObject *)object)->ht_name);
    dot = strrchr(object->tp_name, '.');
    return dot == NULL ? object->tp_name : dot + 1;
}

HPyType_BuiltinShape ctx_Type_GetBuiltinShape(HPyContext *ctx, HPy h_type) {
    PyTypeObject *type = (PyTypeObject *)_h2py(h_type);
    const _HPy_TypeCommon *data;

    if (!PyType_Check(_h2py(h_type))) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "arg must be a type");
        /* -1 is a shape. */
        return (HPyType_BuiltinShape)-2;
    }
    data = _HPy_TypeCommon_next(&type);
    return data == NULL ? HPyType_BuiltinShape_Legacy : data->shape;
}
