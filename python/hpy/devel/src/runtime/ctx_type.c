/* HPyType_FromSpec, and what can be asked of any type. */
#include "ctx_types.h"
#include "hpy/autogen/cpython_tables.h"

/* What the slots of a spec say. */
typedef struct {
    /* For CPython, without an end marker. */
    PyType_Slot *passed_on;
    size_t count;
    HPyFunc_traverseproc traverse;
    HPyFunc_destroyfunc destroy;
    /* Of HPy_tp_call. */
    vectorcallfunc call;
    const PyMethodDef *legacy_methods;
    const PyMemberDef *legacy_members;
    const PyGetSetDef *legacy_getsets;
} Slots;

/* How many slots there may be beside those of the spec: doc, methods, members, getset, call, new, clear, and the end. */
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
    if ((spec->flags & HPy_TPFLAGS_HAVE_GC) && slots->traverse == NULL)
        return fail(PyExc_ValueError,
                    "You must provide an HPy_tp_traverse slot if you specify HPy_TPFLAGS_HAVE_GC");
    return 0;
}

/* Bytes in front of the struct; -1 tells of an exception. */
static Py_ssize_t header_of(HPyType_BuiltinShape shape) {
    switch (shape) {
    case HPyType_BuiltinShape_Legacy:
        return _HPyType_BuiltinShape_Legacy_HEADER;
    case HPyType_BuiltinShape_Object:
        return _HPyType_BuiltinShape_Object_HEADER;
    case HPyType_BuiltinShape_Type:
        return _HPyType_BuiltinShape_Type_HEADER;
    case HPyType_BuiltinShape_Long:
        return _HPyType_BuiltinShape_Long_HEADER;
    case HPyType_BuiltinShape_Float:
        return _HPyType_BuiltinShape_Float_HEADER;
    case HPyType_BuiltinShape_Unicode:
        return _HPyType_BuiltinShape_Unicode_HEADER;
    case HPyType_BuiltinShape_Tuple:
        return _HPyType_BuiltinShape_Tuple_HEADER;
    case HPyType_BuiltinShape_List:
        return _HPyType_BuiltinShape_List_HEADER;
    default:
        PyErr_Format(PyExc_ValueError, "invalid shape: %d", (int)shape);
        return -1;
    }
}

/* Bytes of an instance of the largest base; 0 when there are no bases. */
static Py_ssize_t inherited_size(const _HPy_TypeParams *params) {
    Py_ssize_t index, largest = 0;

    for (index = 0; params->bases != NULL && index < PyTuple_GET_SIZE(params->bases); index++) {
        PyObject *base = PyTuple_GET_ITEM(params->bases, index);
        if (PyType_Check(base) && ((PyTypeObject *)base)->tp_basicsize > largest)
            largest = ((PyTypeObject *)base)->tp_basicsize;
    }
    return largest;
}

/* Where instances of a type with HPy_tp_call hold the function that calls them: behind everything else. -1 tells of an
   exception. */
static Py_ssize_t place_of_call(const HPyType_Spec *spec, Py_ssize_t size, Py_ssize_t inherited) {
    if (spec->itemsize != 0)
        return fail(PyExc_TypeError, "Cannot use HPy call protocol with var objects");
    if (size != 0)
        return _HPy_ALIGN(size);
    /* Legacy slots may name another base than the parameters. */
    if (spec->builtin_shape == HPyType_BuiltinShape_Legacy)
        return fail(PyExc_TypeError, "Cannot use HPy call protocol with legacy types that inherit the struct. Either set "
                                     "the basicsize to anon-zero value or use legacy slot 'Py_tp_call'.");
    return _HPy_ALIGN(inherited);
}

/* Makes the tables that the type refers to, and their slots. */
static int make_tables(const HPyType_Spec *spec, Slots *slots, _HPy_TypeData *data, Py_ssize_t size) {
    size_t length = strlen(spec->name) + 1;

    data->name = PyMem_Malloc(length);
    if (data->name == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(data->name, spec->name, length);
    data->methods = _HPy_method_table(spec->defines, slots->legacy_methods);
    if (data->methods == NULL)
        return -1;
    data->members = _HPy_member_table(spec->defines, slots->legacy_members, data->header, &data->call_offset);
    if (data->members == NULL)
        return -1;
    data->getsets = _HPy_getset_table(spec->defines, slots->legacy_getsets);
    if (data->getsets == NULL)
        return -1;
    if (size == 0 && data->members[0].name != NULL)
        return fail(PyExc_TypeError, "Type claims to have basicsize==0 but defines members");
    push(slots, Py_tp_methods, data->methods);
    push(slots, Py_tp_members, data->members);
    push(slots, Py_tp_getset, data->getsets);
    return 0;
}

static void add_slots(Slots *slots, const _HPy_TypeData *data) {
    if (data->call_offset != 0 && !has(slots, Py_tp_call))
        push(slots, Py_tp_call, (void *)PyVectorcall_Call);
    if (data->call_default != NULL && !has(slots, Py_tp_new))
        push(slots, Py_tp_new, (void *)_HPy_callable_new);
    if (slots->traverse != NULL)
        push(slots, Py_tp_clear, (void *)_HPy_instance_clear);
}

/* A struct with an object header cannot continue one without. The other combinations are right as long as nobody asks
   for a struct that the type has not got. */
static int check_inheritance(PyTypeObject *type) {
    const _HPy_TypeData *own = _HPy_TypeData_nearest(type), *base = _HPy_TypeData_nearest(type->tp_base);

    if (own->shape == HPyType_BuiltinShape_Legacy && base != NULL && base->shape != HPyType_BuiltinShape_Legacy)
        return fail(PyExc_TypeError, "A legacy type should not inherit its memory layout from a pure type");
    return 0;
}

/* Whether the collector knows the instances of a base, so that it has to know those of the type. */
static bool is_collected(const _HPy_TypeParams *params) {
    Py_ssize_t index;

    for (index = 0; params->bases != NULL && index < PyTuple_GET_SIZE(params->bases); index++) {
        PyObject *base = PyTuple_GET_ITEM(params->bases, index);
        if (PyType_Check(base) && PyType_IS_GC((PyTypeObject *)base))
            return true;
    }
    return false;
}

/* Has CPython make the type. Takes the data over. */
static PyObject *create(const HPyType_Spec *spec, Slots *slots, const _HPy_TypeParams *params, _HPy_TypeData *data,
                        Py_ssize_t size) {
    PyType_Spec py_spec;
    PyObject *type;

    if (make_tables(spec, slots, data, size) < 0) {
        Py_DECREF(data);
        return NULL;
    }
    add_slots(slots, data);
    push(slots, 0, NULL);
    /* Before 3.11 the type keeps pointing to the name. */
    py_spec.name = data->name;
    py_spec.basicsize = (int)size;
    py_spec.itemsize = spec->itemsize;
    py_spec.flags = (unsigned int)(spec->flags | (data->call_offset != 0 ? HPy_TPFLAGS_HAVE_VECTORCALL : 0));
    /* CPython has a type inherit that only where it has no `tp_traverse`. */
    if (slots->traverse != NULL && is_collected(params))
        py_spec.flags |= HPy_TPFLAGS_HAVE_GC;
    py_spec.slots = slots->passed_on;
    type = _HPy_create_type(&py_spec, params, data);
    if (type == NULL)
        return NULL;
    _HPy_adopt_instances((PyTypeObject *)type);
    if (check_inheritance((PyTypeObject *)type) < 0)
        Py_CLEAR(type);
    return type;
}

static PyObject *from_slots(const HPyType_Spec *spec, Slots *slots, const _HPy_TypeParams *params) {
    Py_ssize_t header = header_of(spec->builtin_shape), size = 0, call_offset = 0;
    _HPy_TypeData *data;

    if (header < 0 || check_slots(spec, slots) < 0)
        return NULL;
    /* Subclasses in Python have pointers behind the struct. */
    if (spec->basicsize != 0)
        size = (spec->basicsize + header + (Py_ssize_t)sizeof(void *) - 1) & -(Py_ssize_t)sizeof(void *);
    if (slots->call != NULL) {
        Py_ssize_t inherited = inherited_size(params);
        call_offset = place_of_call(spec, size, inherited > header ? inherited : header);
        if (call_offset < 0)
            return NULL;
        size = call_offset + (Py_ssize_t)sizeof(vectorcallfunc);
    }
    data = _HPy_TypeData_new(spec->builtin_shape, header);
    if (data == NULL)
        return NULL;
    data->traverse = slots->traverse;
    data->destroy = slots->destroy;
    data->call_offset = call_offset;
    data->call_default = slots->call;
    return create(spec, slots, params, data, size);
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
    const _HPy_TypeData *data;

    if (!PyType_Check(_h2py(h_type))) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "arg must be a type");
        /* -1 is a shape. */
        return (HPyType_BuiltinShape)-2;
    }
    data = _HPy_TypeData_nearest((PyTypeObject *)_h2py(h_type));
    return data == NULL ? HPyType_BuiltinShape_Legacy : data->shape;
}
