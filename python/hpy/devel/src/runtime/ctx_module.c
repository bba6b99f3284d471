/* Turns HPy's definition of a module into CPython's. */
#include "ctx_types.h"

#define ADVICE                                                                                                         \
    "This is not allowed because custom HPy_mod_create slot cannot return a builtin module object and cannot make any " \
    "use of any other data defined in the HPyModuleDef. Either do not define HPy_mod_create slot and let the runtime "  \
    "create a builtin module object from the provided HPyModuleDef, or do not define anything else but the "            \
    "HPy_mod_create slot."

static int fail(const char *problem) {
    PyErr_SetString(PyExc_SystemError, problem);
    return -1;
}

/* Counts the slots and checks that they are consistent. */
static int check_slots(const HPyModuleDef *def, size_t *count) {
    bool creates = false, defines_more = false;
    HPyDef *const *defines;

    *count = 0;
    for (defines = def->defines; defines != NULL && *defines != NULL; defines++) {
        if ((*defines)->kind != HPyDef_Kind_Slot) {
            defines_more = true;
            continue;
        }
        ++*count;
        switch ((*defines)->slot.slot) {
        case HPy_mod_create:
            if (creates)
                return fail("Multiple definitions of the HPy_mod_create slot in HPyModuleDef.defines.");
            creates = true;
            break;
        case HPy_mod_exec:
            defines_more = true;
            break;
        default:
            PyErr_Format(PyExc_SystemError, "Unsupported slot in HPyModuleDef.defines (value: %d).",
                         (int)(*defines)->slot.slot);
            return -1;
        }
    }
    if (creates && defines_more)
        return fail("HPyModuleDef defines a HPy_mod_create slot and some other slots or methods. " ADVICE);
    if (creates && (def->legacy_methods != NULL || def->doc != NULL || def->globals != NULL))
        return fail("HPyModuleDef defines a HPy_mod_create slot and some of the other fields are not set to their "
                    "default value. " ADVICE);
    return 0;
}

static PyModuleDef_Slot *slot_table(const HPyModuleDef *def, bool does_without_gil) {
    size_t count;
    PyModuleDef_Slot *table, *next;
    HPyDef *const *defines;

    if (check_slots(def, &count) < 0)
        return NULL;
    table = next = PyMem_Calloc(count + 2, sizeof(PyModuleDef_Slot));
    if (table == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    for (defines = def->defines; defines != NULL && *defines != NULL; defines++) {
        if ((*defines)->kind != HPyDef_Kind_Slot)
            continue;
        next->slot = (*defines)->slot.slot == HPy_mod_create ? Py_mod_create : Py_mod_exec;
        next->value = (void *)(*defines)->slot.cpy_trampoline;
        next++;
    }
#ifdef Py_GIL_DISABLED
    if (does_without_gil) {
        next->slot = Py_mod_gil;
        next->value = Py_MOD_GIL_NOT_USED;
    }
#else
    (void)does_without_gil;
#endif
    return table;
}

/* Fills in a zeroed definition. */
static int fill_in(PyModuleDef *made, const HPyModuleDef *def, bool does_without_gil) {
    static const PyModuleDef_Base head = PyModuleDef_HEAD_INIT;

    if (def->size < 0)
        return fail("HPy does not permit HPyModuleDef.size < 0");
    if (def->size > 0)
        return fail("Module state is not supported yet in HPy, set HPyModuleDef.size = 0 if module state is not needed");
    made->m_base = head;
    made->m_doc = def->doc;
    made->m_methods = _HPy_method_table(def->defines, def->legacy_methods);
    if (made->m_methods == NULL)
        return -1;
    made->m_slots = slot_table(def, does_without_gil);
    if (made->m_slots == NULL) {
        PyMem_Free(made->m_methods);
        return -1;
    }
    return 0;
}

/* A CPython definition, and the HPy definition that it was made from. Never freed: modules and functions point into it. */
typedef struct Made {
    PyModuleDef def;
    const HPyModuleDef *source;
    struct Made *next;
} Made;

/* CPython has the GIL while it calls `PyInit_*`, even where modules do without. */
static Made *all_made;

PyObject *_HPyModuleDef_AsPyInit(HPyModuleDef *def, bool does_without_gil) {
    Made *made;

    _HPyContext_Init();
    /* An extension that is loaded again gets the same definition. */
    for (made = all_made; made != NULL; made = made->next)
        if (made->source == def)
            return PyModuleDef_Init(&made->def);
    made = PyMem_Calloc(1, sizeof(Made));
    if (made == NULL)
        return PyErr_NoMemory();
    if (fill_in(&made->def, def, does_without_gil) < 0) {
        PyMem_Free(made);
        return NULL;
    }
    made->source = def;
    made->next = all_made;
    all_made = made;
    return PyModuleDef_Init(&made->def);
}

PyObject *_HPyModule_check_created(PyObject *result) {
    if (result == NULL || !PyModule_Check(result))
        return result;
    Py_DECREF(result);
    fail("HPy_mod_create slot returned a builtin module object. This is currently not supported.");
    return NULL;
}
