/* What the files about types share. Not for extensions. */
#ifndef HPY_CTX_TYPES_H
#define HPY_CTX_TYPES_H

#include "hpy.h"
#include "structmember.h"

/* What the bases do for an instance whose own slots are ours. */
typedef struct {
    destructor dealloc;
    /* `dealloc` expects a tracked object. */
    bool dealloc_is_gc;
    /* `dealloc` gives up the reference to the type. */
    bool dealloc_is_heap;
    traverseproc traverse;
    inquiry clear;
} _HPy_BaseSlots;

/* What is known of a type that HPyType_FromSpec made: an object that the type owns through `tp_cache`. CPython
 * documents that field as unused; nothing writes to it, while `type_traverse` visits it and `type_dealloc` gives it up
 * after everything else that may still use the tables. A Python subclass has none: the data of its nearest base holds.
 */
typedef struct {
    PyObject_HEAD
    HPyType_BuiltinShape shape;
    /* Bytes in front of the extension's struct. */
    Py_ssize_t header;
    HPyFunc_traverseproc traverse;
    HPyFunc_destroyfunc destroy;
    /* Where instances keep the function that calls them, if this type added that place; else 0. */
    Py_ssize_t call_offset;
    /* The one that they start with. NULL where the extension declared the place, and fills it in itself. */
    vectorcallfunc call_default;
    /* Filled in where this type deallocates its instances. */
    bool deallocates;
    _HPy_BaseSlots base;
    /* What CPython points to as long as the type lives. */
    char *name;
    PyMethodDef *methods;
    PyMemberDef *members;
    PyGetSetDef *getsets;
} _HPy_TypeData;

/* ctx_type_data.c */
/* New, all zero but for shape and header. */
_HPy_HIDDEN _HPy_TypeData *_HPy_TypeData_new(HPyType_BuiltinShape shape, Py_ssize_t header);
/* Gives a new type its data, whose reference it takes over. */
_HPy_HIDDEN void _HPy_TypeData_attach(PyTypeObject *type, _HPy_TypeData *data);
/* The type of these objects, ready once there is one. */
_HPy_HIDDEN extern PyTypeObject _HPy_TypeData_type;

/* Every instance that is made or released asks; so these are inline. */

/* The data of exactly this type, or NULL. */
static inline _HPy_TypeData *_HPy_TypeData_of(PyTypeObject *type) {
    PyObject *cache = type->tp_cache;
    return cache != NULL && Py_TYPE(cache) == &_HPy_TypeData_type ? (_HPy_TypeData *)cache : NULL;
}

/* The data of the nearest HPy type among a type and its bases, which is stored, or NULL. To go on: its `tp_base`. */
static inline _HPy_TypeData *_HPy_TypeData_next(PyTypeObject **type) {
    for (; *type != NULL; *type = (*type)->tp_base) {
        _HPy_TypeData *data = _HPy_TypeData_of(*type);
        if (data != NULL)
            return data;
    }
    return NULL;
}

static inline _HPy_TypeData *_HPy_TypeData_nearest(PyTypeObject *type) { return _HPy_TypeData_next(&type); }

/* The struct that the functions of a type expect. */
static inline void *_HPy_payload(const _HPy_TypeData *data, PyObject *object) { return (char *)object + data->header; }

/* ctx_tables.c: new tables with their end markers; NULL tells of an exception. */
_HPy_HIDDEN PyMethodDef *_HPy_method_table(HPyDef *const defines[], const PyMethodDef *legacy);
_HPy_HIDDEN PyMemberDef *_HPy_member_table(HPyDef *const defines[], const PyMemberDef *legacy, Py_ssize_t header,
                                           Py_ssize_t *call_offset);
_HPy_HIDDEN PyGetSetDef *_HPy_getset_table(HPyDef *const defines[], const PyGetSetDef *legacy);

/* ctx_type_params.c */
typedef struct {
    /* A tuple, or NULL. */
    PyObject *bases;
    /* Borrowed. NULL where CPython shall choose it. */
    PyTypeObject *metaclass;
} _HPy_TypeParams;

_HPy_HIDDEN int _HPy_TypeParams_read(const char *name, const HPyType_SpecParam *params, _HPy_TypeParams *read);

/* ctx_type_create.c: the type of this spec, which refers to what `data` owns; takes that over. */
_HPy_HIDDEN PyObject *_HPy_create_type(PyType_Spec *spec, const _HPy_TypeParams *params, _HPy_TypeData *data);

/* ctx_instance.c */
/* Lets us deallocate the instances of a new type, if it has anything that only we know of. */
_HPy_HIDDEN void _HPy_adopt_instances(PyTypeObject *type);
_HPy_HIDDEN int _HPy_instance_clear(PyObject *object);

/* ctx_new.c */
/* `tp_new` of a type that adds a place for a function but has no HPy_tp_new. */
_HPy_HIDDEN PyObject *_HPy_callable_new(PyTypeObject *type, PyObject *args, PyObject *kwargs);

#endif
