/* Functions that are built from other functions of the API. */
#include "hpy.h"
#ifndef HPY_INLINE_HELPERS_H
#define HPY_INLINE_HELPERS_H

_HPy_BEGIN_DECLS

/** HPyErr_SetFromErrnoWithFilenameObjects without file names. Always returns HPy_NULL. */
HPyAPI_INLINE_HELPER HPy HPyErr_SetFromErrno(HPyContext *ctx, HPy h_type) {
    return HPyErr_SetFromErrnoWithFilenameObjects(ctx, h_type, HPy_NULL, HPy_NULL);
}

/** HPyErr_SetFromErrnoWithFilenameObjects with one file name, which may be HPy_NULL. Always returns HPy_NULL. */
HPyAPI_INLINE_HELPER HPy HPyErr_SetFromErrnoWithFilenameObject(HPyContext *ctx, HPy h_type, HPy filename) {
    return HPyErr_SetFromErrnoWithFilenameObjects(ctx, h_type, filename, HPy_NULL);
}

/** A new tuple of the `n` handles that follow; the caller still owns them. HPy_NULL means an exception. */
HPyAPI_INLINE_HELPER HPy HPyTuple_Pack(HPyContext *ctx, HPy_ssize_t n, ...) {
    HPy few[8];
    HPy *items = few;
    HPy result;
    HPy_ssize_t i;
    va_list values;

    if (n > 8) {
        items = (HPy *)((size_t)n <= SIZE_MAX / sizeof(HPy) ? malloc((size_t)n * sizeof(HPy)) : NULL);
        if (items == NULL)
            return HPyErr_NoMemory(ctx);
    }
    va_start(values, n);
    for (i = 0; i < n; i++)
        items[i] = va_arg(values, HPy);
    va_end(values);
    result = HPyTuple_FromArray(ctx, items, n);
    if (items != few)
        free(items);
    return result;
}

/** Deletes an attribute. -1 means an exception. */
HPyAPI_INLINE_HELPER int HPy_DelAttr(HPyContext *ctx, HPy obj, HPy name) {
    return HPy_SetAttr(ctx, obj, name, HPy_NULL);
}

/** HPy_DelAttr with the name in UTF-8. */
HPyAPI_INLINE_HELPER int HPy_DelAttr_s(HPyContext *ctx, HPy obj, const char *utf8_name) {
    return HPy_SetAttr_s(ctx, obj, utf8_name, HPy_NULL);
}

/* Each integer type of C is as wide as one that the context has functions for. The compiler evaluates the comparison. */

/** A new int: the caller closes it. HPy_NULL means an exception. */
HPyAPI_INLINE_HELPER HPy HPyLong_FromLong(HPyContext *ctx, long l) {
    return sizeof(l) == sizeof(int32_t) ? HPyLong_FromInt32_t(ctx, (int32_t)l) : HPyLong_FromInt64_t(ctx, (int64_t)l);
}

/** A new int: the caller closes it. HPy_NULL means an exception. */
HPyAPI_INLINE_HELPER HPy HPyLong_FromUnsignedLong(HPyContext *ctx, unsigned long l) {
    return sizeof(l) == sizeof(uint32_t) ? HPyLong_FromUInt32_t(ctx, (uint32_t)l)
                                         : HPyLong_FromUInt64_t(ctx, (uint64_t)l);
}

/** A new int: the caller closes it. HPy_NULL means an exception. */
HPyAPI_INLINE_HELPER HPy HPyLong_FromLongLong(HPyContext *ctx, long long l) {
    return HPyLong_FromInt64_t(ctx, (int64_t)l);
}

/** A new int: the caller closes it. HPy_NULL means an exception. */
HPyAPI_INLINE_HELPER HPy HPyLong_FromUnsignedLongLong(HPyContext *ctx, unsigned long long l) {
    return HPyLong_FromUInt64_t(ctx, (uint64_t)l);
}

/** The value of an int, or of the result of `__index__`. -1 may mean an exception: OverflowError, TypeError. */
HPyAPI_INLINE_HELPER long HPyLong_AsLong(HPyContext *ctx, HPy h) {
    return sizeof(long) == sizeof(int32_t) ? (long)HPyLong_AsInt32_t(ctx, h) : (long)HPyLong_AsInt64_t(ctx, h);
}

/** The value of an int. -1 may mean an exception: OverflowError, TypeError. */
HPyAPI_INLINE_HELPER unsigned long HPyLong_AsUnsignedLong(HPyContext *ctx, HPy h) {
    return sizeof(long) == sizeof(int32_t) ? (unsigned long)HPyLong_AsUInt32_t(ctx, h)
                                           : (unsigned long)HPyLong_AsUInt64_t(ctx, h);
}

/** The lowest bits of an int, or of the result of `__index__`. -1 may mean an exception: TypeError. */
HPyAPI_INLINE_HELPER unsigned long HPyLong_AsUnsignedLongMask(HPyContext *ctx, HPy h) {
    return sizeof(long) == sizeof(int32_t) ? (unsigned long)HPyLong_AsUInt32_tMask(ctx, h)
                                           : (unsigned long)HPyLong_AsUInt64_tMask(ctx, h);
}

/** Like HPyLong_AsLong, for a `long long`. */
HPyAPI_INLINE_HELPER long long HPyLong_AsLongLong(HPyContext *ctx, HPy h) {
    return (long long)HPyLong_AsInt64_t(ctx, h);
}

/** Like HPyLong_AsUnsignedLong, for an `unsigned long long`. */
HPyAPI_INLINE_HELPER unsigned long long HPyLong_AsUnsignedLongLong(HPyContext *ctx, HPy h) {
    return (unsigned long long)HPyLong_AsUInt64_t(ctx, h);
}

/** Like HPyLong_AsUnsignedLongMask, for an `unsigned long long`. */
HPyAPI_INLINE_HELPER unsigned long long HPyLong_AsUnsignedLongLongMask(HPyContext *ctx, HPy h) {
    return (unsigned long long)HPyLong_AsUInt64_tMask(ctx, h);
}

/** A new handle of True or False: the caller closes it. */
HPyAPI_INLINE_HELPER HPy HPyBool_FromLong(HPyContext *ctx, long v) {
    return HPyBool_FromBool(ctx, v != 0);
}

/* Turns the bound of a slice into an index: negative bounds count from the end; the result is from `first` to `last`. */
HPyAPI_FUNC HPy_ssize_t _HPySlice_Clamp(HPy_ssize_t bound, HPy_ssize_t length, HPy_ssize_t first, HPy_ssize_t last) {
    if (bound < 0)
        bound += length;
    return bound < first ? first : bound > last ? last : bound;
}

/**
 * Adjusts the results of HPySlice_Unpack to the length of a sequence.
 * @param length the number of items of the sequence
 * @param start, stop the bounds; replaced by indices
 * @param step not 0
 * @return the number of items of the slice
 */
HPyAPI_INLINE_HELPER HPy_ssize_t HPySlice_AdjustIndices(HPyContext *ctx, HPy_ssize_t length, HPy_ssize_t *start,
                                                        HPy_ssize_t *stop, HPy_ssize_t step) {
    const HPy_ssize_t first = step < 0 ? -1 : 0;
    const HPy_ssize_t last = step < 0 ? length - 1 : length;
    HPy_ssize_t distance;

    (void)ctx;
    assert(step != 0 && step >= -HPY_SSIZE_T_MAX);
    *start = _HPySlice_Clamp(*start, length, first, last);
    *stop = _HPySlice_Clamp(*stop, length, first, last);
    distance = step < 0 ? *start - *stop : *stop - *start;
    if (distance <= 0)
        return 0;
    return (distance - 1) / (step < 0 ? -step : step) + 1;
}

/**
 * Calls a method of `receiver`. Its name is UTF-8.
 * @param args a tuple, or HPy_NULL
 * @param kw a dict, or HPy_NULL
 * @return a new handle: the caller closes it; HPy_NULL means an exception
 */
HPyAPI_INLINE_HELPER HPy HPy_CallMethodTupleDict_s(HPyContext *ctx, const char *utf8_name, HPy receiver, HPy args,
                                                   HPy kw) {
    HPy result, method = HPy_GetAttr_s(ctx, receiver, utf8_name);
    if (HPy_IsNull(method))
        return HPy_NULL;
    result = HPy_CallTupleDict(ctx, method, args, kw);
    HPy_Close(ctx, method);
    return result;
}

/** Like HPy_CallMethodTupleDict_s, with an object as the name. */
HPyAPI_INLINE_HELPER HPy HPy_CallMethodTupleDict(HPyContext *ctx, HPy name, HPy receiver, HPy args, HPy kw) {
    HPy result, method = HPy_GetAttr(ctx, receiver, name);
    if (HPy_IsNull(method))
        return HPy_NULL;
    result = HPy_CallTupleDict(ctx, method, args, kw);
    HPy_Close(ctx, method);
    return result;
}

_HPy_END_DECLS

#endif
