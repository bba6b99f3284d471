/* Shorthands for common sequences of calls. */
#include "hpy.h"
#ifndef HPY_COMMON_RUNTIME_HELPERS_H
#define HPY_COMMON_RUNTIME_HELPERS_H

_HPy_BEGIN_DECLS

/**
 * Creates a type and sets it as an attribute of an object.
 * @param obj the object, usually a module
 * @param name the attribute's name, in UTF-8
 * @param hpyspec, params as for HPyType_FromSpec
 * @return 1, or 0 with an exception set
 */
HPyAPI_HELPER int HPyHelpers_AddType(HPyContext *ctx, HPy obj, const char *name, HPyType_Spec *hpyspec,
                                     HPyType_SpecParam *params);

/**
 * Converts the arguments of a function of signature HPyFunc_KEYWORDS to those of HPy_CallTupleDict.
 * @param args, nargs, kwnames what the function received; a TypeError if `kwnames` is neither a tuple nor HPy_NULL
 * @param out_args_tuple receives a new tuple, or HPy_NULL if there are no positional arguments
 * @param out_kwd receives a new dict, or HPy_NULL if there are no keywords
 * @return 1, or 0 with an exception set and nothing stored
 */
HPyAPI_HELPER int HPyHelpers_PackArgsAndKeywords(HPyContext *ctx, const HPy *args, size_t nargs, HPy kwnames,
                                                 HPy *out_args_tuple, HPy *out_kwd);

_HPy_END_DECLS

#endif
