/* Tuples whose items have names: `structseq` of the C API in the CPython ABI, `collections.namedtuple` elsewhere. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_STRUCTSEQ_H
#define HPY_COMMON_RUNTIME_STRUCTSEQ_H

_HPy_BEGIN_DECLS

/** A name of an item. */
typedef struct {
    /** In UTF-8; HPyStructSequence_UnnamedField for none; NULL ends the list. */
    const char *name;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
} HPyStructSequence_Field;

/** A type of such tuples. */
typedef struct {
    /** `module.Name`, in UTF-8. */
    const char *name;
    /** The docstring, in UTF-8, or NULL. */
    const char *doc;
    /** The items, up to one whose name is NULL. */
    HPyStructSequence_Field *fields;
} HPyStructSequence_Desc;

/** The name of an item that has none: it can be had by its index only. */
extern const char *const HPyStructSequence_UnnamedField;

/** A new type: the caller closes the handle. HPy_NULL tells of an exception. */
HPyAPI_HELPER HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc);

/**
 * A new instance of a type that HPyStructSequence_NewType made.
 * @param type that type; another one is a TypeError
 * @param nargs how many items; another number than the type has is a TypeError
 * @param args the items, which stay the caller's
 * @return a new handle: the caller closes it; HPy_NULL tells of an exception
 */
HPyAPI_HELPER HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs, HPy *args);

_HPy_END_DECLS

#endif
