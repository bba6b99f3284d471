/* Shorthands for common sequences of calls. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_HELPERS_H
#define HPY_COMMON_RUNTIME_HELPERS_H

_HPy_BEGIN_DECLS

/**
 * Makes a type and an attribute of an object that holds it.
 * @param obj the object, usually a module
 * @param name the attribute's name, in UTF-8
 * @param hpyspec, params as for HPyType_FromSpec
 * @return 1, or 0 with an exception set
 */
HPyAPI_HELPER int HPyHelpers_AddType(HPyContext *ctx, HPy obj, const char *name, HPyType_Spec *hpyspec,
                                     HPyType_SpecParam *params);

/**
 * The arguments of a function of signature HPyFunc_KEYWORDS as HPy_CallTupleDict takes them.
 * @param args, nargs, kwnames as the function got them; a `kwnames` that is neither a tuple nor HPy_NULL is a TypeError
 * @param out_args_tuple where a new tuple is stored, HPy_NULL for no positional arguments
 * @param out_kwd where a new dict is stored, HPy_NULL for no keywords
 * @return 1, or 0 with an exception set and nothing stored
 */
HPyAPI_HELPER int HPyHelpers_PackArgsAndKeywords(HPyContext *ctx, const HPy *args, size_t nargs, HPy kwnames,
                                                 HPy *out_args_tuple, HPy *out_kwd);

_HPy_END_DECLS

#endif
