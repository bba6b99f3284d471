/* Turns HPy's definitions into CPython's tables. */
#include "ctx_types.h"
#include "hpy/autogen/cpython_tables.h"

static size_t count_kind(HPyDef *const defines[], HPyDef_Kind kind) {
    size_t count = 0;
    for (; defines != NULL && *defines != NULL; defines++)
        count += (*defines)->kind == kind;
    return count;
}

/* A zeroed table with room for this number of entries and an end marker. */
static void *new_table(size_t count, size_t size) {
    void *table = PyMem_Calloc(count + 1, size);
    if (table == NULL)
        PyErr_NoMemory();
    return table;
}

static int check_kinds(HPyDef *const defines[]) {
    Py_ssize_t index;
    for (index = 0; defines != NULL && defines[index] != NULL; index++) {
        const int kind = (int)defines[index]->kind;
        if (kind < HPyDef_Kind_Slot || kind > HPyDef_Kind_GetSet) {
            PyErr_Format(PyExc_SystemError, "The HPyDef at index %zd of .defines is of the unknown kind %d", index, kind);
            return -1;
        }
    }
    return 0;
}

PyMethodDef *_HPy_method_table(HPyDef *const defines[], const PyMethodDef *legacy) {
    size_t legacy_count = 0;
    PyMethodDef *table, *next;

    if (check_kinds(defines) < 0)
        return NULL;
    while (legacy != NULL && legacy[legacy_count].ml_name != NULL)
        legacy_count++;
    table = next = new_table(count_kind(defines, HPyDef_Kind_Meth) + legacy_count, sizeof(PyMethodDef));
    if (table == NULL)
        return NULL;
    for (; defines != NULL && *defines != NULL; defines++) {
        const HPyMeth *method = &(*defines)->meth;
        if ((*defines)->kind != HPyDef_Kind_Meth)
            continue;
        next->ml_name = method->name;
        next->ml_meth = (PyCFunction)(void (*)(void))method->cpy_trampoline;
        next->ml_flags = _HPy_method_flags(method->signature);
        next->ml_doc = method->doc;
        if (next->ml_flags < 0) {
            PyMem_Free(table);
            PyErr_SetString(PyExc_ValueError, "Unsupported HPyMeth signature");
            return NULL;
        }
        next++;
    }
    if (legacy_count > 0)
        memcpy(next, legacy, legacy_count * sizeof(PyMethodDef));
    return table;
}

static bool is_named(const char *name, const char *expected) { return name != NULL && strcmp(name, expected) == 0; }

bool _HPy_declares_member(HPyDef *const defines[], const PyMemberDef *legacy, const char *name) {
    for (; defines != NULL && *defines != NULL; defines++)
        if ((*defines)->kind == HPyDef_Kind_Member && is_named((*defines)->member.name, name))
            return true;
    for (; legacy != NULL && legacy->name != NULL; legacy++)
        if (is_named(legacy->name, name))
            return true;
    return false;
}

static size_t count_legacy_members(const PyMemberDef *legacy) {
    size_t count = 0;
    while (legacy != NULL && legacy[count].name != NULL)
        count++;
    return count;
}

static void fill_member(PyMemberDef *def, const HPyMember *member, Py_ssize_t offset) {
    def->name = member->name;
    /* The numbers are the same as CPython's, and a field is a pointer to its object. */
    def->type = member->type;
    def->offset = offset;
    def->flags = member->readonly ? READONLY : 0;
    def->doc = member->doc;
}

/* Whether a member owns a reference that other threads may load while it changes: there is no GIL. */
static bool is_shared_field(int type) {
#ifdef Py_GIL_DISABLED
    return type == HPyMember_OBJECT || type == HPyMember_OBJECT_EX;
#else
    (void)type;
    return false;
#endif
}

/* Whether CPython cannot read or set a member by itself. */
static bool becomes_getset(const HPyMember *member, bool is_behind_items) {
    return is_behind_items || is_shared_field(member->type);
}

static PyMemberDef *member_table(HPyDef *const defines[], const PyMemberDef *legacy, const _HPy_Placement *placement,
                                 bool is_behind_items, Py_ssize_t *declared_call) {
    const size_t legacy_count = count_legacy_members(legacy);
    PyMemberDef *table, *next, *declared;
    int index;

    table = next = new_table((size_t)placement->hidden_count + count_kind(defines, HPyDef_Kind_Member) + legacy_count,
                             sizeof(PyMemberDef));
    if (table == NULL)
        return NULL;
    for (index = 0; index < placement->hidden_count; index++, next++) {
        next->name = placement->hidden[index].name;
        next->type = T_PYSSIZET;
        next->offset = placement->hidden[index].offset;
        next->flags = READONLY;
    }
    declared = next;
    for (; defines != NULL && *defines != NULL; defines++)
        if ((*defines)->kind == HPyDef_Kind_Member && !becomes_getset(&(*defines)->member, is_behind_items))
            fill_member(next++, &(*defines)->member, (*defines)->member.offset + placement->header);
    if (legacy_count > 0)
        memcpy(next, legacy, legacy_count * sizeof(PyMemberDef));
    *declared_call = 0;
    for (next = declared; next->name != NULL; next++)
        if (*declared_call == 0 && is_named(next->name, _HPy_CALL_OFFSET))
            *declared_call = next->offset;
    if (placement->call_offset != 0 && *declared_call != 0) {
        PyMem_Free(table);
        PyErr_SetString(PyExc_TypeError, "Cannot have HPy_tp_call and explicit member'__vectorcalloffset__'. Specify "
                                         "just one of them.");
        return NULL;
    }
    return table;
}

/* The member as CPython would describe it for this object. */
static PyMemberDef def_in(const _HPy_StructMember *member, PyObject *object) {
    PyMemberDef def = member->def;
    def.offset += (char *)_HPy_struct_of(member->shape, member->header, object) - (char *)object;
    return def;
}

static PyObject *get_member(PyObject *object, void *closure) {
    PyMemberDef def = def_in((const _HPy_StructMember *)closure, object);

    if (is_shared_field(def.type)) {
        /* CPython can read one that is null. */
        PyObject *value = *(PyObject *volatile *)((char *)object + def.offset);
        if (value != NULL) {
            Py_INCREF(value);
            return value;
        }
    }
    return PyMember_GetOne((const char *)object, &def);
}

/* Deleting sets NULL. CPython refuses to change what is read-only, and to delete what is missing. */
static int set_member(PyObject *object, PyObject *value, void *closure) {
    PyMemberDef def = def_in((const _HPy_StructMember *)closure, object);

    if (is_shared_field(def.type) && !(def.flags & READONLY)) {
        intptr_t *place = (intptr_t *)((char *)object + def.offset);
        if (value != NULL || *place != 0 || def.type != HPyMember_OBJECT_EX) {
            _HPy_replace(place, value);
            return 0;
        }
    }
    return PyMember_SetOne((char *)object, &def, value);
}

static PyGetSetDef *getset_table(HPyDef *const defines[], const PyGetSetDef *legacy, _HPy_StructMember *own_members) {
    size_t legacy_count = 0;
    PyGetSetDef *table, *next;

    while (legacy != NULL && legacy[legacy_count].name != NULL)
        legacy_count++;
    table = next = new_table(count_kind(defines, HPyDef_Kind_GetSet) + count_kind(defines, HPyDef_Kind_Member)
                                 + legacy_count,
                             sizeof(PyGetSetDef));
    if (table == NULL)
        return NULL;
    for (; defines != NULL && *defines != NULL; defines++) {
        const HPyGetSet *getset = &(*defines)->getset;
        if ((*defines)->kind != HPyDef_Kind_GetSet)
            continue;
        next->name = getset->name;
        next->get = getset->getter_cpy_trampoline;
        next->set = getset->setter_cpy_trampoline;
        next->doc = getset->doc;
        next->closure = getset->closure;
        next++;
    }
    if (legacy_count > 0)
        memcpy(next, legacy, legacy_count * sizeof(PyGetSetDef));
    next += legacy_count;
    for (; own_members->def.name != NULL; own_members++, next++) {
        next->name = own_members->def.name;
        next->get = get_member;
        next->set = set_member;
        next->doc = own_members->def.doc;
        next->closure = own_members;
    }
    return table;
}

/* The members that become getsets, with an end marker. */
static _HPy_StructMember *own_member_table(HPyDef *const defines[], HPyType_BuiltinShape shape, Py_ssize_t header,
                                           bool is_behind_items) {
    _HPy_StructMember *table, *next;

    table = next = new_table(count_kind(defines, HPyDef_Kind_Member), sizeof(_HPy_StructMember));
    if (table == NULL)
        return NULL;
    for (; defines != NULL && *defines != NULL; defines++) {
        if ((*defines)->kind != HPyDef_Kind_Member || !becomes_getset(&(*defines)->member, is_behind_items))
            continue;
        fill_member(&next->def, &(*defines)->member, (*defines)->member.offset);
        next->shape = shape;
        next->header = header;
        next++;
    }
    return table;
}

int _HPy_fill_member_tables(_HPy_TypeData *data, HPyDef *const defines[], const PyMemberDef *legacy,
                            const PyGetSetDef *legacy_getsets, const _HPy_Placement *placement,
                            Py_ssize_t *declared_call) {
    const bool is_behind_items = _HPy_type_with_items(data->common.shape) != NULL;

    if (is_behind_items
        && (_HPy_declares_member(defines, NULL, _HPy_CALL_OFFSET) || _HPy_declares_member(defines, NULL, _HPy_DICT_OFFSET)
            || _HPy_declares_member(defines, NULL, _HPy_WEAK_OFFSET))) {
        PyErr_SetString(PyExc_TypeError, "a struct behind items has no fixed place for a special member");
        return -1;
    }
    data->members = member_table(defines, legacy, placement, is_behind_items, declared_call);
    if (data->members == NULL)
        return -1;
    data->own_members = own_member_table(defines, data->common.shape, placement->header, is_behind_items);
    if (data->own_members == NULL)
        return -1;
    data->getsets = getset_table(defines, legacy_getsets, data->own_members);
    return data->getsets == NULL ? -1 : 0;
}
