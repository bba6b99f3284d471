/* Makes CPython create a type. Before 3.12, its C API only creates instances of `type`. */
#include "ctx_types.h"

#if PY_VERSION_HEX >= 0x030c0000

PyObject *_HPy_create_type(PyType_Spec *spec, const _HPy_TypeParams *params, _HPy_TypeData *data) {
    /* Before 3.14 the first warns of a metaclass with a `tp_new` that the bases bring along; the second refuses it. */
    PyObject *type = params->metaclass == NULL
                         ? PyType_FromSpecWithBases(spec, params->bases)
                         : PyType_FromMetaclass(params->metaclass, NULL, spec, params->bases);

    if (type == NULL)
        Py_DECREF(data);
    else
        _HPy_TypeData_attach((PyTypeObject *)type, data);
    return type;
}

#else

static int check_metaclass(PyTypeObject *metaclass) {
    if (metaclass->tp_new == PyType_Type.tp_new && PyType_IsSubtype(metaclass, &PyType_Type))
        return 0;
    PyErr_SetString(PyExc_TypeError, "Metaclasses with custom tp_new are not supported.");
    return -1;
}

static void *slot_value(const PyType_Spec *spec, int id) {
    const PyType_Slot *slot;
    for (slot = spec->slots; slot->slot != 0; slot++)
        if (slot->slot == id)
            return slot->pfunc;
    return NULL;
}

/* Writes into a zeroed type what CPython worked out for the template, up to what `PyType_Ready` adds. Copied as bytes;
   then every pointer that a type owns is replaced: by a reference of its own, by what the template gives up, or by what
   the data owns. */
static void fill_in(PyHeapTypeObject *from, PyHeapTypeObject *to, const PyType_Spec *spec) {
    const size_t head = sizeof(PyVarObject);
    PyTypeObject *type = &to->ht_type;

    memcpy((char *)to + head, (char *)from + head, sizeof(PyTypeObject) - head);
    type->tp_name = spec->name;
    type->tp_flags &= ~(Py_TPFLAGS_READY | Py_TPFLAGS_READYING | Py_TPFLAGS_VALID_VERSION_TAG);
    type->tp_version_tag = 0;
    from->ht_type.tp_doc = NULL;
    /* The template's own copy stands behind the template. */
    type->tp_members = slot_value(spec, Py_tp_members);
    Py_XINCREF(type->tp_base);
    Py_XINCREF(type->tp_bases);
    type->tp_dict = NULL;
    type->tp_mro = NULL;
    type->tp_cache = NULL;
    type->tp_subclasses = NULL;
    type->tp_weaklist = NULL;

    to->as_async = from->as_async;
    to->as_number = from->as_number;
    to->as_mapping = from->as_mapping;
    to->as_sequence = from->as_sequence;
    to->as_buffer = from->as_buffer;
    type->tp_as_async = &to->as_async;
    type->tp_as_number = &to->as_number;
    type->tp_as_mapping = &to->as_mapping;
    type->tp_as_sequence = &to->as_sequence;
    type->tp_as_buffer = &to->as_buffer;

    to->ht_name = from->ht_name;
    to->ht_qualname = from->ht_qualname;
    to->ht_slots = from->ht_slots;
    to->ht_module = from->ht_module;
    Py_XINCREF(to->ht_name);
    Py_XINCREF(to->ht_qualname);
    Py_XINCREF(to->ht_slots);
    Py_XINCREF(to->ht_module);
    to->ht_cached_keys = from->ht_cached_keys;
    from->ht_cached_keys = NULL;
}

static int copy_module_name(PyTypeObject *from, PyTypeObject *to) {
    PyObject *module = PyDict_GetItemString(from->tp_dict, "__module__");
    return module == NULL ? 0 : PyDict_SetItemString(to->tp_dict, "__module__", module);
}

/* Creates an instance of the metaclass that is like the template, an instance of `type`. */
static PyObject *remake(PyObject *template_type, const PyType_Spec *spec, PyTypeObject *metaclass,
                        _HPy_TypeData *data) {
    PyObject *type = metaclass->tp_alloc(metaclass, 0);

    if (type == NULL)
        return NULL;
    fill_in((PyHeapTypeObject *)template_type, (PyHeapTypeObject *)type, spec);
    Py_INCREF(data);
    _HPy_TypeData_attach((PyTypeObject *)type, data);
    if (PyType_Ready((PyTypeObject *)type) < 0
        || copy_module_name((PyTypeObject *)template_type, (PyTypeObject *)type) < 0) {
        Py_DECREF(type);
        return NULL;
    }
    /* Breaks the reference cycles of the template, as the collector would later. */
    PyType_Type.tp_clear(template_type);
    return type;
}

PyObject *_HPy_create_type(PyType_Spec *spec, const _HPy_TypeParams *params, _HPy_TypeData *data) {
    PyObject *type, *remade;

    if (params->metaclass != NULL && check_metaclass(params->metaclass) < 0) {
        Py_DECREF(data);
        return NULL;
    }
    type = PyType_FromSpecWithBases(spec, params->bases);
    if (type == NULL) {
        Py_DECREF(data);
        return NULL;
    }
    /* Comes first: types are parts of cycles, so even a type that is dropped here lives on. */
    _HPy_TypeData_attach((PyTypeObject *)type, data);
    if (params->metaclass == NULL)
        return type;
    remade = remake(type, spec, params->metaclass, data);
    Py_DECREF(type);
    return remade;
}

#endif
