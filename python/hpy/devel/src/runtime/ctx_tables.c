/* From HPy's definitions to CPython's tables. */
#include "ctx_types.h"
#include "hpy/autogen/cpython_tables.h"

/* The name under which CPython is told where instances hold the function that calls them. */
static const char CALL_OFFSET[] = "__vectorcalloffset__";

static size_t count_kind(HPyDef *const defines[], HPyDef_Kind kind) {
    size_t count = 0;
    for (; defines != NULL && *defines != NULL; defines++)
        count += (*defines)->kind == kind;
    return count;
}

/* A zeroed table with room for so many entries and an end marker. */
static void *new_table(size_t count, size_t size) {
    void *table = PyMem_Calloc(count + 1, size);
    if (table == NULL)
        PyErr_NoMemory();
    return table;
}

PyMethodDef *_HPy_method_table(HPyDef *const defines[], const PyMethodDef *legacy) {
    size_t legacy_count = 0;
    PyMethodDef *table, *next;

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

/* `*call_offset` is where HPy added a place for the function that calls instances, or 0. It becomes where such a place
   is, whoever added it. */
PyMemberDef *_HPy_member_table(HPyDef *const defines[], const PyMemberDef *legacy, Py_ssize_t header,
                               Py_ssize_t *call_offset) {
    const bool is_hidden = *call_offset != 0;
    size_t legacy_count = 0, places = 0;
    PyMemberDef *table, *next;

    while (legacy != NULL && legacy[legacy_count].name != NULL)
        legacy_count++;
    table = next = new_table(count_kind(defines, HPyDef_Kind_Member) + legacy_count + is_hidden, sizeof(PyMemberDef));
    if (table == NULL)
        return NULL;
    if (is_hidden) {
        next->name = CALL_OFFSET;
        next->type = T_PYSSIZET;
        next->offset = *call_offset;
        next->flags = READONLY;
        next++;
    }
    for (; defines != NULL && *defines != NULL; defines++) {
        const HPyMember *member = &(*defines)->member;
        if ((*defines)->kind != HPyDef_Kind_Member)
            continue;
        next->name = member->name;
        /* The numbers are CPython's, and a field is a pointer to its object. */
        next->type = member->type;
        next->offset = member->offset + header;
        next->flags = member->readonly ? READONLY : 0;
        next->doc = member->doc;
        next++;
    }
    if (legacy_count > 0)
        memcpy(next, legacy, legacy_count * sizeof(PyMemberDef));
    for (next = table; next->name != NULL; next++) {
        if (strcmp(next->name, CALL_OFFSET) == 0 && places++ == 0)
            *call_offset = next->offset;
    }
    if (is_hidden && places > 1) {
        PyMem_Free(table);
        PyErr_SetString(PyExc_TypeError, "Cannot have HPy_tp_call and explicit member'__vectorcalloffset__'. Specify "
                                         "just one of them.");
        return NULL;
    }
    return table;
}

PyGetSetDef *_HPy_getset_table(HPyDef *const defines[], const PyGetSetDef *legacy) {
    size_t legacy_count = 0;
    PyGetSetDef *table, *next;

    while (legacy != NULL && legacy[legacy_count].name != NULL)
        legacy_count++;
    table = next = new_table(count_kind(defines, HPyDef_Kind_GetSet) + legacy_count, sizeof(PyGetSetDef));
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
    return table;
}
