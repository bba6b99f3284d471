/* Handles what a Python class adds to an instance: `__slots__` and `__dict__`.
 *
 * CPython's slots of such a class do this up to the first base with slots of its own, and only for the object's type.
 * For a class that an HPy type is derived from, it is up to us.
 */
#include "ctx_types.h"

/* All versions export it, but not all declare it. */
PyAPI_FUNC(PyObject **) _PyObject_GetDictPtr(PyObject *object);

/* CPython's slots of Python classes. */
static _HPy_AnySlot of_class[_HPy_SLOT_COUNT];

static const size_t offsets[_HPy_SLOT_COUNT] = {
    offsetof(PyTypeObject, tp_dealloc),
    offsetof(PyTypeObject, tp_traverse),
    offsetof(PyTypeObject, tp_clear),
};

static _HPy_AnySlot slot_of(PyTypeObject *type, _HPy_Slot slot) {
    _HPy_AnySlot value;
    memcpy(&value, (char *)type + offsets[slot], sizeof(value));
    return value;
}

int _HPy_classes_make_ready(void) {
    PyObject *class_object;
    int slot;

    class_object = PyObject_CallFunction((PyObject *)&PyType_Type, "s(){}", "Class");
    if (class_object == NULL)
        return -1;
    for (slot = 0; slot < _HPy_SLOT_COUNT; slot++)
        of_class[slot] = slot_of((PyTypeObject *)class_object, (_HPy_Slot)slot);
    Py_DECREF(class_object);
    return 0;
}

_HPy_TypeData *_HPy_part_next(const _HPy_Part *part, PyTypeObject **next) {
    while (*next != part->behind) {
        _HPy_TypeData *data = _HPy_TypeData_of(*next);
        *next = (*next)->tp_base;
        if (data != NULL)
            return data;
    }
    return NULL;
}

/* Whether instances have a dict that the bases after this part do not handle. */
static bool has_dict(const _HPy_Part *part) {
    return part->first->tp_dictoffset != (part->behind == NULL ? 0 : part->behind->tp_dictoffset);
}

_HPy_Part _HPy_part_of(PyTypeObject *type, _HPy_Slot slot, _HPy_AnySlot ours) {
    _HPy_Part part = {NULL, NULL, slot, false};

    while (slot_of(type, slot) != ours)
        type = type->tp_base;
    part.first = type;
    for (; type != NULL; type = type->tp_base) {
        _HPy_AnySlot own = slot_of(type, slot);
        if (own == of_class[slot])
            part.has_added = true;
        else if (own != ours && own != NULL)
            break;
    }
    part.behind = type;
    part.has_added |= has_dict(&part);
    return part;
}

/* The next member that owns a reference, or NULL. `__slots__` makes only such members. */
static PyMemberDef *next_reference(PyMemberDef *member) {
    while (member != NULL && member->name != NULL && member->type != T_OBJECT_EX)
        member++;
    return member == NULL || member->name == NULL ? NULL : member;
}

static PyObject **place(PyObject *object, const PyMemberDef *member) {
    return (PyObject **)((char *)object + member->offset);
}

bool _HPy_shows_type(PyTypeObject *type, traverseproc ours) {
    traverseproc inherited = type->tp_traverse;

    if (inherited == NULL || inherited == ours || slot_of(type, _HPy_SLOT_TRAVERSE) == of_class[_HPy_SLOT_TRAVERSE])
        return true;
    while (type->tp_base->tp_traverse == inherited)
        type = type->tp_base;
    return PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE);
}

/* The dict of an instance. Since 3.11, CPython may store it as an array of values before the object. */
#if PY_VERSION_HEX >= 0x030d0000
#  define MANAGED_DICT(object) PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT)
#  define visit_managed_dict PyObject_VisitManagedDict
#  define clear_managed_dict PyObject_ClearManagedDict
#elif PY_VERSION_HEX >= 0x030c0000
#  define MANAGED_DICT(object) PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT)
#  define visit_managed_dict _PyObject_VisitManagedDict
#  define clear_managed_dict _PyObject_ClearManagedDict
#elif PY_VERSION_HEX >= 0x030b0000
#  define MANAGED_DICT(object) PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT)

/* 3.11 exports no function for this. Its layout cannot change any more. */

/* The beginning of PyDictKeysObject. */
typedef struct {
    Py_ssize_t refcnt;
    uint8_t kind[4];
    uint32_t version;
    Py_ssize_t usable;
    Py_ssize_t entries;
} Keys;

/* What is before an object and its collector header: at most one of these is not NULL. */
typedef struct {
    /* One value for each entry. The byte before them is the size of the memory that precedes them. */
    PyObject **values;
    PyObject *dict;
} Managed;

static Managed *managed_of(PyObject *object) { return (Managed *)((void **)object - 4); }

static Py_ssize_t count_values(PyObject *object) {
    return ((Keys *)((PyHeapTypeObject *)Py_TYPE(object))->ht_cached_keys)->entries;
}

static int visit_managed_dict(PyObject *object, visitproc visit, void *arg) {
    Managed *managed = managed_of(object);
    Py_ssize_t index;

    Py_VISIT(managed->dict);
    /* A class leaves the dict to the type that added it, but not the values. */
    if (managed->values == NULL || slot_of(Py_TYPE(object), _HPy_SLOT_TRAVERSE) == of_class[_HPy_SLOT_TRAVERSE])
        return 0;
    for (index = 0; index < count_values(object); index++)
        Py_VISIT(managed->values[index]);
    return 0;
}

/* All values are removed from the object before the first is released, so Python code finds the object empty. */
static void clear_managed_dict(PyObject *object) {
    Managed taken = *managed_of(object);
    Py_ssize_t index;

    memset(managed_of(object), 0, sizeof(taken));
    Py_XDECREF(taken.dict);
    if (taken.values == NULL)
        return;
    for (index = 0; index < count_values(object); index++)
        Py_XDECREF(taken.values[index]);
    PyMem_Free((char *)taken.values - ((uint8_t *)taken.values)[-1]);
}

#else
#  define MANAGED_DICT(object) 0
#  define visit_managed_dict(object, visit, arg) 0
#  define clear_managed_dict(object) (void)0
#endif

static int visit_dict(PyObject *object, visitproc visit, void *arg) {
    PyObject **dict;

    if (MANAGED_DICT(object))
        return visit_managed_dict(object, visit, arg);
    dict = _PyObject_GetDictPtr(object);
    if (dict != NULL)
        Py_VISIT(*dict);
    return 0;
}

static void clear_dict(PyObject *object) {
    PyObject **dict;

    if (MANAGED_DICT(object)) {
        clear_managed_dict(object);
        return;
    }
    dict = _PyObject_GetDictPtr(object);
    if (dict != NULL)
        Py_CLEAR(*dict);
}

int _HPy_visit_added(PyObject *object, const _HPy_Part *part, visitproc visit, void *arg) {
    PyTypeObject *type;
    PyMemberDef *member;

    for (type = part->first; type != part->behind; type = type->tp_base) {
        if (slot_of(type, part->slot) != of_class[part->slot])
            continue;
        for (member = next_reference(type->tp_members); member != NULL; member = next_reference(member + 1))
            Py_VISIT(*place(object, member));
    }
    return has_dict(part) ? visit_dict(object, visit, arg) : 0;
}

void _HPy_clear_added(PyObject *object, const _HPy_Part *part) {
    PyTypeObject *type;
    PyMemberDef *member;

    for (type = part->first; type != part->behind; type = type->tp_base) {
        if (slot_of(type, part->slot) != of_class[part->slot])
            continue;
        for (member = next_reference(type->tp_members); member != NULL; member = next_reference(member + 1))
            if (!(member->flags & READONLY))
                Py_CLEAR(*place(object, member));
    }
    if (has_dict(part))
        clear_dict(object);
}
