/* Shared by the files about types. Not for extensions. */
#ifndef HPY_CTX_TYPES_H
#define HPY_CTX_TYPES_H

#include "hpy.h"
#include "structmember.h"

#include "hpy/autogen/cpython_shapes.h"

/* A member that CPython reads through a getset. Its offset is that in the struct, which `shape` and `header` place. */
typedef struct {
    PyMemberDef def;
    HPyType_BuiltinShape shape;
    Py_ssize_t header;
} _HPy_StructMember;

/* Data about an HPy type of any maker: this extension, another one, or the universal context. Each maker has a type of its
   own for these objects, all of one name. The name has to change whenever this struct does. */
typedef struct {
    PyObject_HEAD
    HPyType_BuiltinShape shape;
    /* The size of an instance up to the end of the extension's struct, without items. 0 if the type adds no struct. */
    Py_ssize_t struct_end;
    /* The offset of the function that calls instances, if this type added it. Otherwise 0. */
    Py_ssize_t call_offset;
    /* The function of new instances. NULL if the extension declared the place and fills it in itself. */
    vectorcallfunc call_default;
} _HPy_TypeCommon;

#define _HPy_TYPE_DATA_NAME "hpy._TypeData"

/* The data of a type that HPyType_FromSpec created: an object that the type owns through `tp_cache`. CPython
 * documents that field as unused. Nothing writes to it; `type_traverse` visits it, and `type_dealloc` releases it after
 * everything else that may use the tables. A Python subclass has no data: that of its nearest base applies.
 */
typedef struct {
    _HPy_TypeCommon common;
    /* The number of bytes before the extension's struct, if it is the same in each instance. */
    Py_ssize_t header;
    HPyFunc_traverseproc traverse;
    HPyFunc_destroyfunc destroy;
    /* What CPython refers to as long as the type lives. */
    char *name;
    PyMethodDef *methods;
    PyMemberDef *members;
    PyGetSetDef *getsets;
    /* What the closures of some getsets refer to. */
    _HPy_StructMember *own_members;
} _HPy_TypeData;

/* ctx_type_data.c */
/* Creates data. Everything but these arguments is zero. */
_HPy_HIDDEN _HPy_TypeData *_HPy_TypeData_new(HPyType_BuiltinShape shape, Py_ssize_t header, Py_ssize_t struct_end);
/* Gives a new type its data. Takes ownership of the reference. */
_HPy_HIDDEN void _HPy_TypeData_attach(PyTypeObject *type, _HPy_TypeData *data);
/* The type of these objects. It is ready as soon as there is one. */
_HPy_HIDDEN extern PyTypeObject _HPy_TypeData_type;

/* Inline, because they are called for every instance that is created or released. */

/* The data of exactly this type, or NULL. */
static inline _HPy_TypeData *_HPy_TypeData_of(PyTypeObject *type) {
    PyObject *cache = type->tp_cache;
    return cache != NULL && Py_TYPE(cache) == &_HPy_TypeData_type ? (_HPy_TypeData *)cache : NULL;
}

/* The data of the nearest HPy type among a type and its bases, or NULL. `*type` becomes that type. */
static inline _HPy_TypeData *_HPy_TypeData_next(PyTypeObject **type) {
    for (; *type != NULL; *type = (*type)->tp_base) {
        _HPy_TypeData *data = _HPy_TypeData_of(*type);
        if (data != NULL)
            return data;
    }
    return NULL;
}

static inline _HPy_TypeData *_HPy_TypeData_nearest(PyTypeObject *type) { return _HPy_TypeData_next(&type); }

/* The data of exactly this type, of any maker, or NULL. */
static inline const _HPy_TypeCommon *_HPy_TypeCommon_of(PyTypeObject *type) {
    PyObject *cache = type->tp_cache;
    if (cache == NULL
        || (Py_TYPE(cache) != &_HPy_TypeData_type && strcmp(Py_TYPE(cache)->tp_name, _HPy_TYPE_DATA_NAME) != 0))
        return NULL;
    return (const _HPy_TypeCommon *)cache;
}

/* Like _HPy_TypeData_next, for types of any maker. */
static inline const _HPy_TypeCommon *_HPy_TypeCommon_next(PyTypeObject **type) {
    for (; *type != NULL; *type = (*type)->tp_base) {
        const _HPy_TypeCommon *common = _HPy_TypeCommon_of(*type);
        if (common != NULL)
            return common;
    }
    return NULL;
}

/* The struct that the functions of a type expect. */
static inline void *_HPy_payload(const _HPy_TypeData *data, PyObject *object) {
    return _HPy_struct_of(data->common.shape, data->header, object);
}

/* ctx_type_placement.c */

/* The layout of a new type's instances. */
typedef struct {
    /* See the type's data. */
    Py_ssize_t header;
    Py_ssize_t struct_end;
    /* The size of an instance without items. 0 is inherited from the base. */
    Py_ssize_t size;
    /* The offsets of the pointers after the struct, as told to CPython. */
    struct {
        const char *name;
        Py_ssize_t offset;
    } hidden[3];
    int hidden_count;
    /* The offset of the function that calls instances, if it is one of these. Otherwise 0. */
    Py_ssize_t call_offset;
    vectorcallfunc call_default;
    /* Whether CPython's own vectorcall may use that. */
    bool has_vectorcall;
} _HPy_Placement;

/* The base that CPython uses for the layout of instances. */
typedef struct {
    PyTypeObject *type;
    /* Whether another base has a dict. CPython would use the offset of that base, which is wrong here. */
    bool lacks_dict;
} _HPy_Base;

/* Places what a spec adds to a base: its struct, these legacy members, and the function of HPy_tp_call. Without a base,
   CPython is going to raise, and nothing is compared. */
_HPy_HIDDEN int _HPy_Placement_of(const HPyType_Spec *spec, const PyMemberDef *legacy, vectorcallfunc call,
                                  _HPy_Base base, _HPy_Placement *placement);
/* The base that CPython chooses among these: the one with the last solid part. If CPython is going to raise: NULL or any
   of them. */
_HPy_HIDDEN _HPy_Base _HPy_best_base(PyObject *bases);
/* How much larger an object is than its struct, without items. -1 means an exception. */
_HPy_HIDDEN Py_ssize_t _HPy_header_of(HPyType_BuiltinShape shape);

/* ctx_tables.c */
/* The names by which CPython is told where instances have their calling function, their dict, and their weak
   references. */
#define _HPy_CALL_OFFSET "__vectorcalloffset__"
#define _HPy_DICT_OFFSET "__dictoffset__"
#define _HPy_WEAK_OFFSET "__weaklistoffset__"

/* Whether a spec itself says where instances have this pointer. */
_HPy_HIDDEN bool _HPy_declares_member(HPyDef *const defines[], const PyMemberDef *legacy, const char *name);
/* Creates a table with an end marker. NULL means an exception, as for an unknown kind of definition. */
_HPy_HIDDEN PyMethodDef *_HPy_method_table(HPyDef *const defines[], const PyMethodDef *legacy);
/* Fills in the tables of members and getsets. If the extension declares the offset of the function that calls instances,
   `*declared_call` receives it, otherwise 0. */
_HPy_HIDDEN int _HPy_fill_member_tables(_HPy_TypeData *data, HPyDef *const defines[], const PyMemberDef *legacy,
                                        const PyGetSetDef *legacy_getsets, const _HPy_Placement *placement,
                                        Py_ssize_t *declared_call);

/* ctx_type_params.c */
typedef struct {
    /* A tuple, or NULL. */
    PyObject *bases;
    /* Borrowed. NULL to let CPython choose. */
    PyTypeObject *metaclass;
} _HPy_TypeParams;

_HPy_HIDDEN int _HPy_TypeParams_read(const char *name, const HPyType_SpecParam *params, _HPy_TypeParams *read);

/* ctx_type_create.c: creates the type of this spec, which refers to what `data` owns. Takes ownership of `data`. */
_HPy_HIDDEN PyObject *_HPy_create_type(PyType_Spec *spec, const _HPy_TypeParams *params, _HPy_TypeData *data);

/* ctx_classes.c */
typedef void (*_HPy_AnySlot)(void);
typedef enum { _HPy_SLOT_DEALLOC, _HPy_SLOT_TRAVERSE, _HPy_SLOT_CLEAR, _HPy_SLOT_COUNT } _HPy_Slot;

/* The part of a hierarchy whose slots of one kind are ours or a class's: from the first type with ours to the first type
 * with any other.
 *
 * The types live as long as the object. They are used while Python code runs, as in CPython's own slots of classes:
 * only an assignment to `__bases__` in between could free one.
 */
typedef struct {
    PyTypeObject *first;
    /* NULL if the last base has no such slot. */
    PyTypeObject *behind;
    _HPy_Slot slot;
    /* Whether there is work for _HPy_visit_added and _HPy_clear_added. */
    bool has_added;
} _HPy_Part;

/* The part of this type's hierarchy. The type has a slot of ours. */
_HPy_HIDDEN _HPy_Part _HPy_part_of(PyTypeObject *type, _HPy_Slot slot, _HPy_AnySlot ours);
/* The data of its HPy types, one after the other, then NULL. `next` starts as the part's first type. */
_HPy_HIDDEN _HPy_TypeData *_HPy_part_next(const _HPy_Part *part, PyTypeObject **next);
/* Finds CPython's slots. Called before any type is created. */
_HPy_HIDDEN int _HPy_classes_make_ready(void);
/* Whether the collector sees the type of an instance of a new type. An inherited slot of a built-in base does not show
   it. */
_HPy_HIDDEN bool _HPy_shows_type(PyTypeObject *type, traverseproc ours);
/* Visits what the classes of a part added to an object, and a dict that a type declared. */
_HPy_HIDDEN int _HPy_visit_added(PyObject *object, const _HPy_Part *part, visitproc visit, void *arg);
/* Releases what that visits. Runs Python code. */
_HPy_HIDDEN void _HPy_clear_added(PyObject *object, const _HPy_Part *part);

/* ctx_nesting.c */
/* Lets an object die: now, or when the outermost death of this thread is over. If it has to wait, `park` is called first,
   and `resume` afterwards. */
_HPy_HIDDEN void _HPy_nest(PyObject *object, void (*die)(PyObject *), void (*park)(PyObject *),
                           void (*resume)(PyObject *));

/* ctx_instance.c */
/* Called before any type is created. */
_HPy_HIDDEN int _HPy_instances_make_ready(void);
/* Gives a new type our slots, if only we know something that its instances have. */
_HPy_HIDDEN void _HPy_adopt_instances(PyTypeObject *type);
_HPy_HIDDEN int _HPy_instance_clear(PyObject *object);
_HPy_HIDDEN int _HPy_instance_traverse(PyObject *object, visitproc visit, void *arg);

/* ctx_new.c */
/* `tp_new` of a type that adds a calling function but has no HPy_tp_new. */
_HPy_HIDDEN PyObject *_HPy_callable_new(PyTypeObject *type, PyObject *args, PyObject *kwargs);
/* `tp_call` of a type with HPy_tp_call. */
_HPy_HIDDEN PyObject *_HPy_call_by_place(PyObject *object, PyObject *args, PyObject *kwargs);

#endif
