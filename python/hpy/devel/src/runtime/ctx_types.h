/* What the files about types share. Not for extensions. */
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

/* What is known of a type whoever made it: this extension, another one, or the universal context. Each has a type of its
   own for these objects. All have one name, which has to change with this struct. */
typedef struct {
    PyObject_HEAD
    HPyType_BuiltinShape shape;
    /* Bytes of an instance up to the end of the extension's struct, without items; 0 where the type adds no struct. */
    Py_ssize_t struct_end;
    /* Where instances keep the function that calls them, if this type added that place; else 0. */
    Py_ssize_t call_offset;
    /* The one that they start with. NULL where the extension declared the place, and fills it in itself. */
    vectorcallfunc call_default;
} _HPy_TypeCommon;

#define _HPy_TYPE_DATA_NAME "hpy._TypeData"

/* What is known of a type that HPyType_FromSpec made: an object that the type owns through `tp_cache`. CPython
 * documents that field as unused; nothing writes to it, while `type_traverse` visits it and `type_dealloc` gives it up
 * after everything else that may still use the tables. A Python subclass has none: the data of its nearest base holds.
 */
typedef struct {
    _HPy_TypeCommon common;
    /* Bytes in front of the extension's struct, where these are the same in each instance. */
    Py_ssize_t header;
    HPyFunc_traverseproc traverse;
    HPyFunc_destroyfunc destroy;
    /* What CPython points to as long as the type lives. */
    char *name;
    PyMethodDef *methods;
    PyMemberDef *members;
    PyGetSetDef *getsets;
    /* What the closures of some getsets point to. */
    _HPy_StructMember *own_members;
} _HPy_TypeData;

/* ctx_type_data.c */
/* New, all zero but for these. */
_HPy_HIDDEN _HPy_TypeData *_HPy_TypeData_new(HPyType_BuiltinShape shape, Py_ssize_t header, Py_ssize_t struct_end);
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

/* What is known of exactly this type, whoever made it, or NULL. */
static inline const _HPy_TypeCommon *_HPy_TypeCommon_of(PyTypeObject *type) {
    PyObject *cache = type->tp_cache;
    if (cache == NULL
        || (Py_TYPE(cache) != &_HPy_TypeData_type && strcmp(Py_TYPE(cache)->tp_name, _HPy_TYPE_DATA_NAME) != 0))
        return NULL;
    return (const _HPy_TypeCommon *)cache;
}

/* As _HPy_TypeData_next, whoever made the types. */
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

/* What instances of a new type consist of. */
typedef struct {
    /* As in the type's data. */
    Py_ssize_t header;
    Py_ssize_t struct_end;
    /* Bytes of an instance without items; 0 is inherited from the base. */
    Py_ssize_t size;
    /* The pointers that stand behind the struct, as CPython is told of them. */
    struct {
        const char *name;
        Py_ssize_t offset;
    } hidden[3];
    int hidden_count;
    /* The function that calls instances, if it is among these; else 0. */
    Py_ssize_t call_offset;
    vectorcallfunc call_default;
    /* CPython's own vectorcall may use that. */
    bool has_vectorcall;
} _HPy_Placement;

/* What CPython lays instances out for. */
typedef struct {
    PyTypeObject *type;
    /* Another base has a dict. CPython takes the offset over from there, which is wrong here. */
    bool lacks_dict;
} _HPy_Base;

/* Places what a spec with these legacy members and this function of HPy_tp_call adds to a base. Without a base CPython
   will raise, so that nothing is compared. */
_HPy_HIDDEN int _HPy_Placement_of(const HPyType_Spec *spec, const PyMemberDef *legacy, vectorcallfunc call,
                                  _HPy_Base base, _HPy_Placement *placement);
/* The base that CPython chooses among these: that with the last of the solid parts. NULL, or any of them, where CPython
   will raise. */
_HPy_HIDDEN _HPy_Base _HPy_best_base(PyObject *bases);
/* What an object is larger by than its struct, apart from items; -1 tells of an exception. */
_HPy_HIDDEN Py_ssize_t _HPy_header_of(HPyType_BuiltinShape shape);

/* ctx_tables.c */
/* The names under which CPython is told where instances hold the function that calls them, their dict, and the weak
   references to them. */
#define _HPy_CALL_OFFSET "__vectorcalloffset__"
#define _HPy_DICT_OFFSET "__dictoffset__"
#define _HPy_WEAK_OFFSET "__weaklistoffset__"

/* Whether a spec says itself where instances hold this pointer. */
_HPy_HIDDEN bool _HPy_declares_member(HPyDef *const defines[], const PyMemberDef *legacy, const char *name);
/* A new table with its end marker; NULL tells of an exception, as for a definition of any unknown kind. */
_HPy_HIDDEN PyMethodDef *_HPy_method_table(HPyDef *const defines[], const PyMethodDef *legacy);
/* Fills in the tables of members and getsets. `*declared_call` becomes the offset of the function that calls instances,
   if the extension says it, else 0. */
_HPy_HIDDEN int _HPy_fill_member_tables(_HPy_TypeData *data, HPyDef *const defines[], const PyMemberDef *legacy,
                                        const PyGetSetDef *legacy_getsets, const _HPy_Placement *placement,
                                        Py_ssize_t *declared_call);

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

/* ctx_classes.c */
typedef void (*_HPy_AnySlot)(void);
typedef enum { _HPy_SLOT_DEALLOC, _HPy_SLOT_TRAVERSE, _HPy_SLOT_CLEAR, _HPy_SLOT_COUNT } _HPy_Slot;

/* The part of a hierarchy whose slots of one kind are ours and a class's: from the first type with ours, to the first type
 * with another one.
 *
 * The types are alive as long as the object is whose types they are. They are used while Python code runs, which CPython's
 * own slots of classes do, too: only an assignment to `__bases__` in the middle could end one.
 */
typedef struct {
    PyTypeObject *first;
    /* NULL where the last base has no such slot. */
    PyTypeObject *behind;
    _HPy_Slot slot;
    /* Whether _HPy_visit_added and _HPy_clear_added have anything to do. */
    bool has_added;
} _HPy_Part;

/* The part of this type's hierarchy, which has a slot of ours. */
_HPy_HIDDEN _HPy_Part _HPy_part_of(PyTypeObject *type, _HPy_Slot slot, _HPy_AnySlot ours);
/* The data of its HPy types, one after another, or NULL. `next` starts as its first type. */
_HPy_HIDDEN _HPy_TypeData *_HPy_part_next(const _HPy_Part *part, PyTypeObject **next);
/* Finds out about CPython's slots, before any type is made. */
_HPy_HIDDEN int _HPy_classes_make_ready(void);
/* Whether the collector sees the type of an instance of a new type. The slot of a built-in base, where that is inherited, does
   not show it. */
_HPy_HIDDEN bool _HPy_shows_type(PyTypeObject *type, traverseproc ours);
/* Visits what the classes of a part added to an object, and a dict that a type declared. */
_HPy_HIDDEN int _HPy_visit_added(PyObject *object, const _HPy_Part *part, visitproc visit, void *arg);
/* Gives up what that visits. Runs Python code. */
_HPy_HIDDEN void _HPy_clear_added(PyObject *object, const _HPy_Part *part);

/* ctx_nesting.c */
/* Has an object die: now, or when the outermost death of this thread is over. Where it waits, `park` is called before, and
   `resume` afterwards. */
_HPy_HIDDEN void _HPy_nest(PyObject *object, void (*die)(PyObject *), void (*park)(PyObject *),
                           void (*resume)(PyObject *));

/* ctx_instance.c */
/* Before any type is made. */
_HPy_HIDDEN int _HPy_instances_make_ready(void);
/* Gives a new type our slots, if its instances have anything that only we know of. */
_HPy_HIDDEN void _HPy_adopt_instances(PyTypeObject *type);
_HPy_HIDDEN int _HPy_instance_clear(PyObject *object);
_HPy_HIDDEN int _HPy_instance_traverse(PyObject *object, visitproc visit, void *arg);

/* ctx_new.c */
/* `tp_new` of a type that adds a place for a function but has no HPy_tp_new. */
_HPy_HIDDEN PyObject *_HPy_callable_new(PyTypeObject *type, PyObject *args, PyObject *kwargs);
/* `tp_call` of a type with HPy_tp_call. */
_HPy_HIDDEN PyObject *_HPy_call_by_place(PyObject *object, PyObject *args, PyObject *kwargs);

#endif
