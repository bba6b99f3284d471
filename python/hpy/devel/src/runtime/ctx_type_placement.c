/* Finds the place for the struct of a new type, and moves what is in the way.
 *
 * The struct begins where the type's shape says. Memory of a base may be there. If it is the struct of an HPy base with
 * the same shape, the new struct continues it. Other memory moves behind the struct if it can: the pointers to the dict
 * and the weak references that a Python class adds, and the function that HPy_tp_call adds. CPython finds these through
 * offsets, and a type may change the offsets.
 */
#include "ctx_types.h"

enum { POINTER = sizeof(void *) };

/* The part of a base's memory that cannot move. */
typedef struct {
    /* The type that added the last part of it. */
    PyTypeObject *type;
    /* If that is an HPy type with a struct: its shape. */
    bool has_struct;
    HPyType_BuiltinShape shape;
    /* Its size in bytes, without items. */
    Py_ssize_t end;
} Solid;

/* Whether everything in an instance has a fixed offset: there are no items, or they are at the end. */
static bool is_fixed(PyTypeObject *type) {
    if (type->tp_itemsize == 0)
        return true;
#if PY_VERSION_HEX >= 0x030c0000
    if (PyType_HasFeature(type, Py_TPFLAGS_ITEMS_AT_END))
        return true;
#endif
    /* `type` has always had one. */
    return PyType_IsSubtype(type, &PyType_Type);
}

/* Counts a pointer that a class adds. Its offset counts from the start, or from the end if there are items. */
static Py_ssize_t added(const PyTypeObject *type, Py_ssize_t offset, Py_ssize_t inherited) {
    return inherited == 0 && (offset > 0 || (type->tp_itemsize != 0 && offset == -POINTER)) ? POINTER : 0;
}

/* The size of the pointers that a Python class adds to its base. */
static Py_ssize_t pointers_of_class(const PyTypeObject *type) {
    const PyGetSetDef *getset = type->tp_getset;

    if (!(type->tp_flags & Py_TPFLAGS_HEAPTYPE) || getset == NULL || getset->name == NULL)
        return 0;
    /* Classes of C code may use their pointers without asking for the offset. */
    if ((strcmp(getset->name, "__dict__") != 0 && strcmp(getset->name, "__weakref__") != 0)
        || getset->get == PyObject_GenericGetDict)
        return 0;
    return added(type, type->tp_dictoffset, type->tp_base->tp_dictoffset)
           + added(type, type->tp_weaklistoffset, type->tp_base->tp_weaklistoffset);
}

static Solid solid_part(PyTypeObject *type) {
    Solid solid = {NULL, false, HPyType_BuiltinShape_Legacy, 0};

    for (;; type = type->tp_base) {
        const _HPy_TypeCommon *data = _HPy_TypeCommon_of(type);
        const PyTypeObject *base = type->tp_base;
        solid.type = type;
        if (data != NULL && data->struct_end != 0) {
            solid.has_struct = true;
            solid.shape = data->shape;
            solid.end = data->struct_end;
            return solid;
        }
        if (base == NULL || type->tp_itemsize != base->tp_itemsize
            || (data == NULL && type->tp_basicsize != base->tp_basicsize + pointers_of_class(type))) {
            solid.end = type->tp_basicsize;
            return solid;
        }
    }
}

_HPy_Base _HPy_best_base(PyObject *bases) {
    _HPy_Base best = {NULL, false};
    Py_ssize_t index;
    bool has_dict = false;

    for (index = 0; index < PyTuple_GET_SIZE(bases); index++) {
        PyTypeObject *base = (PyTypeObject *)PyTuple_GET_ITEM(bases, index);
        if (!PyType_Check((PyObject *)base) || !PyType_HasFeature(base, Py_TPFLAGS_BASETYPE)) {
            best.type = NULL;
            return best;
        }
        has_dict |= base->tp_dictoffset != 0;
        if (best.type == NULL || !PyType_IsSubtype(solid_part(best.type).type, solid_part(base).type))
            best.type = base;
    }
    best.lacks_dict = has_dict && best.type->tp_dictoffset == 0;
    return best;
}

/* How much larger an object is than its struct, without items. Items end at any multiple of their size. */
static Py_ssize_t header_behind_items(const PyTypeObject *builtin) {
    const Py_ssize_t alignment = (Py_ssize_t)_HPy_ALIGNMENT;
    const Py_ssize_t padding = builtin->tp_itemsize < alignment ? alignment - builtin->tp_itemsize : 0;
    return (builtin->tp_basicsize + padding + POINTER - 1) & -POINTER;
}

Py_ssize_t _HPy_header_of(HPyType_BuiltinShape shape) {
    const PyTypeObject *builtin = _HPy_type_with_items(shape);
    const Py_ssize_t header = builtin != NULL ? header_behind_items(builtin) : _HPy_fixed_header(shape);

    if (header < 0)
        PyErr_Format(PyExc_ValueError, "invalid shape: %d", (int)shape);
    return header;
}

/* Adds a pointer at the end. */
static void hide(_HPy_Placement *placement, const char *name) {
    placement->hidden[placement->hidden_count].name = name;
    placement->hidden[placement->hidden_count].offset = placement->size;
    placement->hidden_count++;
    placement->size += POINTER;
}

static int fail(const char *problem) {
    PyErr_SetString(PyExc_TypeError, problem);
    return -1;
}

/* Adds a dict, after the items if there are any. */
static int add_dict(_HPy_Placement *placement, PyTypeObject *base) {
#if PY_VERSION_HEX >= 0x030c0000
    /* CPython would take the tag of an `int` for its number of digits. */
    if (PyType_IsSubtype(base, &PyLong_Type))
        return fail("an int cannot have the dict of another base");
#endif
    if (placement->size == 0)
        placement->size = base->tp_basicsize;
    hide(placement, _HPy_DICT_OFFSET);
    if (!is_fixed(base))
        placement->hidden[placement->hidden_count - 1].offset = -POINTER;
    return 0;
}

static bool is_moved(const HPyType_Spec *spec, const PyMemberDef *legacy, const char *name, Py_ssize_t offset,
                     const Solid *solid) {
    return offset >= solid->end && !_HPy_declares_member(spec->defines, legacy, name);
}

static void hide_call(_HPy_Placement *placement, vectorcallfunc function, bool has_vectorcall) {
    placement->call_offset = placement->size;
    placement->call_default = function;
    placement->has_vectorcall = has_vectorcall;
    hide(placement, _HPy_CALL_OFFSET);
}

/* The function that new instances of a type get, if any. */
static vectorcallfunc inherited_call(PyTypeObject *type) {
    const _HPy_TypeCommon *data;

    for (; (data = _HPy_TypeCommon_next(&type)) != NULL; type = type->tp_base)
        if (data->call_default != NULL)
            return data->call_default;
    return NULL;
}

/* Whether each instance holds the function that is called for it, and no class overrides that with a `__call__`. */
static bool is_called_by_place(const PyTypeObject *type) {
    const PyTypeObject *first = type;

    while (first->tp_base != NULL && first->tp_base->tp_call == type->tp_call)
        first = first->tp_base;
    return type->tp_call != NULL && (first->tp_flags & HPy_TPFLAGS_HAVE_VECTORCALL) != 0;
}

/* Moves everything that a base has after its solid part. */
static void move_pointers(_HPy_Placement *placement, const HPyType_Spec *spec, const PyMemberDef *legacy,
                          vectorcallfunc call, PyTypeObject *base, const Solid *solid) {
    if (is_moved(spec, legacy, _HPy_DICT_OFFSET, base->tp_dictoffset, solid))
        hide(placement, _HPy_DICT_OFFSET);
    if (is_moved(spec, legacy, _HPy_WEAK_OFFSET, base->tp_weaklistoffset, solid))
        hide(placement, _HPy_WEAK_OFFSET);
    if (call == NULL && is_moved(spec, legacy, _HPy_CALL_OFFSET, base->tp_vectorcall_offset, solid))
        hide_call(placement, inherited_call(base), is_called_by_place(base));
}

static int too_small(const char *name, Py_ssize_t size, const PyTypeObject *base) {
    PyErr_Format(PyExc_TypeError, "tp_basicsize for type '%s' (%zd) is too small for base '%s' (%zd)", name, size,
                 base->tp_name, base->tp_basicsize);
    return -1;
}

/* Whether there is room for a struct that ends here. */
static bool has_room(const HPyType_Spec *spec, const Solid *solid, bool continues, Py_ssize_t header, Py_ssize_t end,
                     PyTypeObject *base) {
    const PyTypeObject *builtin = _HPy_type_with_items(spec->builtin_shape);

    /* A legacy struct includes what is before it. */
    if (spec->builtin_shape == HPyType_BuiltinShape_Legacy)
        return true;
    if (builtin != NULL)
        return continues || solid->type == builtin;
    /* The struct would grow into the items. */
    if (!is_fixed(base))
        return continues && end == solid->end;
    return continues || solid->end <= header;
}

static int put_struct(_HPy_Placement *placement, const HPyType_Spec *spec, const PyMemberDef *legacy,
                      vectorcallfunc call, PyTypeObject *base) {
    const bool is_legacy = spec->builtin_shape == HPyType_BuiltinShape_Legacy;
    const Solid solid = solid_part(base);
    const bool continues = solid.has_struct && solid.shape == spec->builtin_shape;
    /* Python subclasses have pointers after the struct. */
    const Py_ssize_t header = placement->header, end = (header + spec->basicsize + POINTER - 1) & -POINTER;

    if ((is_legacy || continues) && end < (is_legacy && !is_fixed(base) ? base->tp_basicsize : solid.end))
        return too_small(spec->name, end, base);
    if (!has_room(spec, &solid, continues, header, end, base)) {
        PyErr_Format(PyExc_TypeError, "the struct of type '%s' (bytes %zd to %zd) would lie over base '%s' (%zd bytes)",
                     spec->name, header, end, base->tp_name, base->tp_basicsize);
        return -1;
    }
    placement->size = placement->struct_end = end;
    if (_HPy_type_with_items(spec->builtin_shape) != NULL)
        /* A dict is after the items, at an offset from the end. */
        placement->size += base->tp_basicsize - solid.end;
    else if (end == solid.end)
        placement->size = base->tp_basicsize;
    else
        move_pointers(placement, spec, legacy, call, base, &solid);
    return 0;
}

/* The function that calls instances is at a fixed offset, after everything else. */
static int put_call(_HPy_Placement *placement, const HPyType_Spec *spec, vectorcallfunc call, PyTypeObject *base) {
    Py_ssize_t inherited = base->tp_basicsize > placement->header ? base->tp_basicsize : placement->header;

    if (spec->itemsize != 0 || _HPy_type_with_items(spec->builtin_shape) != NULL || !is_fixed(base))
        return fail("Cannot use HPy call protocol with var objects");
    /* In this case, CPython decides about the struct. */
    if (spec->basicsize == 0 && spec->builtin_shape == HPyType_BuiltinShape_Legacy)
        return fail("Cannot use HPy call protocol with legacy types that inherit the struct. Either set "
                    "the basicsize to anon-zero value or use legacy slot 'Py_tp_call'.");
    placement->size = _HPy_ALIGN(placement->size == 0 ? inherited : placement->size);
    hide_call(placement, call, true);
    return 0;
}

int _HPy_Placement_of(const HPyType_Spec *spec, const PyMemberDef *legacy, vectorcallfunc call, _HPy_Base base,
                      _HPy_Placement *placement) {
    memset(placement, 0, sizeof(*placement));
    placement->header = _HPy_header_of(spec->builtin_shape);
    if (placement->header < 0)
        return -1;
    if (spec->basicsize < 0 || spec->itemsize < 0)
        return fail("the sizes of a type must not be negative");
    if (base.type == NULL) {
        placement->size = placement->header + spec->basicsize;
        return 0;
    }
    if (spec->basicsize > 0 && put_struct(placement, spec, legacy, call, base.type) < 0)
        return -1;
    if (base.lacks_dict && !_HPy_declares_member(spec->defines, legacy, _HPy_DICT_OFFSET)
        && add_dict(placement, base.type) < 0)
        return -1;
    return call != NULL ? put_call(placement, spec, call, base.type) : 0;
}
