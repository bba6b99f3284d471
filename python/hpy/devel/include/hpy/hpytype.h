/* Type specs: what types are created from. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYTYPE_H
#define HPY_UNIVERSAL_HPYTYPE_H

_HPy_BEGIN_DECLS

/** A function of the extension that may stay unused. */
#define HPyAPI_UNUSED _HPy_UNUSED static inline

/** No longer used; see HPyCallFunction. */
typedef struct {
    /** The function that CPython calls. */
    cpy_vectorcallfunc cpy_trampoline;
    /** The extension's function. */
    HPyCallFunction impl;
} HPyType_Vectorcall;

/** What HPyType_FromSpec creates a type from. It may be freed afterwards, but what it points to must stay. */
typedef struct {
    /** `module.Name`, in UTF-8. */
    const char *name;
    /** The size of the C struct in bytes. 0 to use the struct of the base. */
    int basicsize;
    /** Must be 0: HPy has no types whose instances differ in size. */
    int itemsize;
    /** HPy_TPFLAGS_DEFAULT and others. */
    unsigned long flags;
    /** Where the struct is. Use `SHAPE(struct)`, which HPyType_HELPERS defines. */
    HPyType_BuiltinShape builtin_shape;
    /** CPython's `PyType_Slot`s, ended by slot 0, or NULL. Not in the universal ABI. */
    void *legacy_slots;
    /** Definitions, ended by NULL; or NULL. */
    HPyDef **defines;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyType_Spec;

/** A parameter of HPyType_FromSpec. Kind 0 ends the list. */
typedef struct {
    /** The kind of parameter. */
    HPyType_SpecParam_Kind kind;
    /** The type or tuple. The caller still owns it. */
    HPy object;
} HPyType_SpecParam;

#define _Py_TPFLAGS_HEAPTYPE (1UL << 9)
#define _Py_TPFLAGS_HAVE_VERSION_TAG (1UL << 18)

/** Flags that every type should have. */
#define HPy_TPFLAGS_DEFAULT (_Py_TPFLAGS_HEAPTYPE | _Py_TPFLAGS_HAVE_VERSION_TAG)
/** The type can be a base. */
#define HPy_TPFLAGS_BASETYPE (1UL << 10)
/** Instances are called as in PEP 590, through the member `__vectorcalloffset__`. Implied by HPy_tp_call. */
#define HPy_TPFLAGS_HAVE_VECTORCALL (1UL << 11)
/** The garbage collector tracks instances: they may be part of cycles, and HPy_tp_traverse visits their fields. */
#define HPy_TPFLAGS_HAVE_GC (1UL << 14)

/**
 * Defines `TYPE *TYPE_AsStruct(HPyContext *ctx, HPy h)`, which returns the C struct of an object, and `SHAPE(TYPE)`.
 *
 * `TYPE_AsStruct` does not check whether the object is an instance of the type or a subtype. Debug mode
 * checks the shape. The struct lives as long as the object.
 *
 * Write HPyType_HELPERS(TYPE) or HPyType_HELPERS(TYPE, SHAPE), where SHAPE is an HPyType_BuiltinShape.
 */
#define HPyType_HELPERS(...) _HPyType_EXPAND(_HPyType_HELPERS(__VA_ARGS__, HPyType_BuiltinShape_Object, 0))

/** HPyType_HELPERS for a struct that begins with `PyObject_HEAD`. */
#define HPyType_LEGACY_HELPERS(TYPE) HPyType_HELPERS(TYPE, HPyType_BuiltinShape_Legacy)

/** The shape of this struct, as given to HPyType_HELPERS. */
#define SHAPE(TYPE) ((HPyType_BuiltinShape)TYPE##_SHAPE)

/* MSVC passes __VA_ARGS__ on as a single argument unless it is expanded once more. */
#define _HPyType_EXPAND(X) X
#define _HPyType_HELPERS(TYPE, SHAPE, ...)                                                                             \
    enum { TYPE##_SHAPE = (int)SHAPE };                                                                                \
    HPyAPI_UNUSED TYPE *TYPE##_AsStruct(HPyContext *ctx, HPy h) { return (TYPE *)SHAPE##_AsStruct(ctx, h); }

_HPy_END_DECLS

#endif
