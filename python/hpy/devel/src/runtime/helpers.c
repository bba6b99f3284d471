/* Shorthands for common sequences of calls. */
#include "hpy.h"

int HPyHelpers_AddType(HPyContext *ctx, HPy obj, const char *name, HPyType_Spec *hpyspec, HPyType_SpecParam *params) {
    HPy type = HPyType_FromSpec(ctx, hpyspec, params);
    int status;

    if (HPy_IsNull(type))
        return 0;
    status = HPy_SetAttr_s(ctx, obj, name, type);
    HPy_Close(ctx, type);
    return status == 0;
}

/* A new dict with these names and values. */
static HPy keyword_dict(HPyContext *ctx, HPy names, const HPy *values, HPy_ssize_t count) {
    HPy dict = HPyDict_New(ctx);
    HPy_ssize_t index;

    for (index = 0; index < count && !HPy_IsNull(dict); index++) {
        HPy name = HPy_GetItem_i(ctx, names, index);
        if (HPy_IsNull(name) || HPy_SetItem(ctx, dict, name, values[index]) < 0) {
            HPy_Close(ctx, dict);
            dict = HPy_NULL;
        }
        HPy_Close(ctx, name);
    }
    return dict;
}

int HPyHelpers_PackArgsAndKeywords(HPyContext *ctx, const HPy *args, size_t nargs, HPy kwnames, HPy *out_args_tuple,
                                   HPy *out_kwd) {
    HPy tuple = HPy_NULL, dict = HPy_NULL;
    HPy_ssize_t count = 0;

    if (out_args_tuple == NULL || out_kwd == NULL) {
        HPyErr_SetString(ctx, ctx->h_SystemError,
                         "HPyHelpers_PackArgsAndKeywords: the places for tuple and dict must not be NULL");
        return 0;
    }
    if (!HPy_IsNull(kwnames)) {
        if (!HPyTuple_Check(ctx, kwnames)) {
            HPyErr_SetString(ctx, ctx->h_TypeError,
                             "HPyHelpers_PackArgsAndKeywords: the names of the keywords must be a tuple");
            return 0;
        }
        count = HPy_Length(ctx, kwnames);
        if (count < 0)
            return 0;
    }
    if (count > 0) {
        dict = keyword_dict(ctx, kwnames, args + nargs, count);
        if (HPy_IsNull(dict))
            return 0;
    }
    if (nargs > 0) {
        tuple = HPyTuple_FromArray(ctx, (HPy *)args, (HPy_ssize_t)nargs);
        if (HPy_IsNull(tuple)) {
            HPy_Close(ctx, dict);
            return 0;
        }
    }
    *out_args_tuple = tuple;
    *out_kwd = dict;
    return 1;
}
