/* Tuples with named items: `structseq` of the C API in the CPython ABI, `collections.namedtuple` elsewhere. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_STRUCTSEQ_H
#define HPY_COMMON_RUNTIME_STRUCTSEQ_H

_HPy_BEGIN_DECLS

/** An item's name. */
typedef struct {
    /** In UTF-8. HPyStructSequence_UnnamedField for an item without a name. NULL ends the list. */
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
    /** The items. An item whose name is NULL ends the list. */
    HPyStructSequence_Field *fields;
} HPyStructSequence_Desc;

/** The name of an unnamed item, which only has an index. */
extern const char *const HPyStructSequence_UnnamedField;

/** Returns a new type; the caller closes the handle. HPy_NULL means an exception. */
HPyAPI_HELPER HPy HPyStructSequence_NewType(HPyContext *ctx, HPyStructSequence_Desc *desc);

/**
 * Creates an instance of a type that HPyStructSequence_NewType returned.
 * @param type the type; a TypeError if it is any other type
 * @param nargs the number of items; a TypeError if the type has another number
 * @param args the items; the caller still owns them
 * @return a new handle: the caller closes it; HPy_NULL means an exception
 */
HPyAPI_HELPER HPy HPyStructSequence_New(HPyContext *ctx, HPy type, HPy_ssize_t nargs, HPy *args);

_HPy_END_DECLS

#endif
