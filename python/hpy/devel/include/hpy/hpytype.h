/* Specifications of types. */
#include "hpy.h"
#ifndef HPY_UNIVERSAL_HPYTYPE_H
#define HPY_UNIVERSAL_HPYTYPE_H

_HPy_BEGIN_DECLS

/** A function of the extension that it may not use. */
#define HPyAPI_UNUSED _HPy_UNUSED static inline

/** A function that calls instances. Nothing takes it any more; see HPyCallFunction. */
typedef struct {
    /** What CPython calls. */
    cpy_vectorcallfunc cpy_trampoline;
    /** The extension's function. */
    HPyCallFunction impl;
} HPyType_Vectorcall;

/** What HPyType_FromSpec makes a type from. It may be forgotten afterwards, what it points to may not. */
typedef struct {
    /** `module.Name`, in UTF-8. */
    const char *name;
    /** Bytes of the C struct; 0 to go on with that of the base. */
    int basicsize;
    /** 0: HPy has no types whose instances differ in size. */
    int itemsize;
    /** HPy_TPFLAGS_DEFAULT and others. */
    unsigned long flags;
    /** Where the struct is: `SHAPE(struct)` says what HPyType_HELPERS was told. */
    HPyType_BuiltinShape builtin_shape;
    /** CPython's `PyType_Slot`s up to slot 0, or NULL. Not in the universal ABI. */
    void *legacy_slots;
    /** Definitions up to NULL, or NULL. */
    HPyDef **defines;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyType_Spec;

/** A parameter of HPyType_FromSpec; a list of them ends with kind 0. */
typedef struct {
    /** What it says. */
    HPyType_SpecParam_Kind kind;
    /** The type or tuple; it stays the caller's. */
    HPy object;
} HPyType_SpecParam;

#define _Py_TPFLAGS_HEAPTYPE (1UL << 9)
#define _Py_TPFLAGS_HAVE_VERSION_TAG (1UL << 18)

/** The flags that every type has. */
#define HPy_TPFLAGS_DEFAULT (_Py_TPFLAGS_HEAPTYPE | _Py_TPFLAGS_HAVE_VERSION_TAG)
/** The type may be a base. */
#define HPy_TPFLAGS_BASETYPE (1UL << 10)
/** Instances can be called in the way of PEP 590: the type has a member `__vectorcalloffset__`. HPy_tp_call implies it. */
#define HPy_TPFLAGS_HAVE_VECTORCALL (1UL << 11)
/** Instances may be part of cycles: the garbage collector looks at what HPy_tp_traverse visits. */
#define HPy_TPFLAGS_HAVE_GC (1UL << 14)

/**
 * Defines `TYPE *TYPE_AsStruct(HPyContext *ctx, HPy h)`, which gives the C struct of an object, and `SHAPE(TYPE)`.
 *
 * `TYPE_AsStruct` trusts its caller that the object is an instance of the type or of one derived from it; debug mode
 * checks the shape. The struct lives as long as the object.
 *
 * Used as HPyType_HELPERS(TYPE) or HPyType_HELPERS(TYPE, SHAPE), where SHAPE is an HPyType_BuiltinShape.
 */
#define HPyType_HELPERS(...) _HPyType_EXPAND(_HPyType_HELPERS(__VA_ARGS__, HPyType_BuiltinShape_Object, 0))

/** HPyType_HELPERS for a struct that begins with `PyObject_HEAD`. */
#define HPyType_LEGACY_HELPERS(TYPE) HPyType_HELPERS(TYPE, HPyType_BuiltinShape_Legacy)

/** The shape that HPyType_HELPERS was told for this struct. */
#define SHAPE(TYPE) ((HPyType_BuiltinShape)TYPE##_SHAPE)

/* MSVC passes __VA_ARGS__ on as one argument, unless that is expanded once more. */
#define _HPyType_EXPAND(X) X
#define _HPyType_HELPERS(TYPE, SHAPE, ...)                                                                             \
    enum { TYPE##_SHAPE = (int)SHAPE };                                                                                \
    HPyAPI_UNUSED TYPE *TYPE##_AsStruct(HPyContext *ctx, HPy h) { return (TYPE *)SHAPE##_AsStruct(ctx, h); }

_HPy_END_DECLS

#endif
