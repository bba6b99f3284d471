/* HPyArg_Parse and its relatives. */
#include "hpy.h"

#include <limits.h>
#include <string.h>

static const char KINDS[] = "bBhHiIlkLKnfdpsO";

typedef struct {
    /* The units: from here to `end`. */
    const char *start;
    const char *end;
} Format;

static Format read_format(const char *text) {
    Format format = {text, text + strcspn(text, ":;")};
    return format;
}

/* Raises an exception. The message has the function's name, or is the one after the format's `;`. Returns 0. */
static int fail(HPyContext *ctx, const Format *format, HPy type, const char *problem) {
    if (*format->end == '\0')
        HPyErr_Format(ctx, type, "function %s", problem);
    else if (*format->end == ':')
        HPyErr_Format(ctx, type, "%s() %s", format->end + 1, problem);
    else
        HPyErr_SetString(ctx, type, format->end + 1);
    return 0;
}

/* Reads an int within these bounds. */
static int read_integer(HPyContext *ctx, const Format *format, HPy arg, long least, long greatest, const char *too_small,
                        const char *too_great, long *value) {
    *value = HPyLong_AsLong(ctx, arg);
    if (*value == -1 && HPyErr_Occurred(ctx))
        return 0;
    if (least <= *value && *value <= greatest)
        return 1;
    return fail(ctx, format, ctx->h_OverflowError, *value < least ? too_small : too_great);
}

static int read_mask(HPyContext *ctx, HPy arg, unsigned long *value) {
    *value = HPyLong_AsUnsignedLongMask(ctx, arg);
    return *value != (unsigned long)-1 || !HPyErr_Occurred(ctx);
}

static int read_double(HPyContext *ctx, HPy arg, double *value) {
    *value = HPyFloat_AsDouble(ctx, arg);
    return *value != -1.0 || !HPyErr_Occurred(ctx);
}

static int read_string(HPyContext *ctx, const Format *format, HPy arg, const char **value) {
    HPy_ssize_t size;
    if (!HPyUnicode_Check(ctx, arg))
        return fail(ctx, format, ctx->h_TypeError, "a str is required");
    *value = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);
    if (*value == NULL)
        return fail(ctx, format, ctx->h_SystemError, "unicode conversion error");
    if (memchr(*value, '\0', (size_t)size) != NULL)
        return fail(ctx, format, ctx->h_ValueError, "embedded null character");
    return 1;
}

/* Stores an argument as its unit says. */
static int store(HPyContext *ctx, const Format *format, char kind, HPy arg, void *place) {
    long integer;
    unsigned long mask;
    double number;

    switch (kind) {
    case 'b':
        if (!read_integer(ctx, format, arg, 0, UCHAR_MAX, "unsigned byte integer is less than minimum",
                          "unsigned byte integer is greater than maximum", &integer))
            return 0;
        *(unsigned char *)place = (unsigned char)integer;
        return 1;
    case 'h':
        if (!read_integer(ctx, format, arg, SHRT_MIN, SHRT_MAX, "signed short integer is less than minimum",
                          "signed short integer is greater than maximum", &integer))
            return 0;
        *(short *)place = (short)integer;
        return 1;
    case 'i':
        if (!read_integer(ctx, format, arg, INT_MIN, INT_MAX, "signed integer is less than minimum",
                          "signed integer is greater than maximum", &integer))
            return 0;
        *(int *)place = (int)integer;
        return 1;
    case 'l':
        integer = HPyLong_AsLong(ctx, arg);
        if (integer == -1 && HPyErr_Occurred(ctx))
            return 0;
        *(long *)place = integer;
        return 1;
    case 'B':
        if (!read_mask(ctx, arg, &mask))
            return 0;
        *(unsigned char *)place = (unsigned char)mask;
        return 1;
    case 'H':
        if (!read_mask(ctx, arg, &mask))
            return 0;
        *(unsigned short *)place = (unsigned short)mask;
        return 1;
    case 'I':
        if (!read_mask(ctx, arg, &mask))
            return 0;
        *(unsigned int *)place = (unsigned int)mask;
        return 1;
    case 'k':
        if (!read_mask(ctx, arg, &mask))
            return 0;
        *(unsigned long *)place = mask;
        return 1;
    case 'L': {
        long long value = HPyLong_AsLongLong(ctx, arg);
        if (value == -1 && HPyErr_Occurred(ctx))
            return 0;
        *(long long *)place = value;
        return 1;
    }
    case 'K': {
        unsigned long long value = HPyLong_AsUnsignedLongLongMask(ctx, arg);
        if (value == (unsigned long long)-1 && HPyErr_Occurred(ctx))
            return 0;
        *(unsigned long long *)place = value;
        return 1;
    }
    case 'n': {
        HPy_ssize_t value = HPyLong_AsSsize_t(ctx, arg);
        if (value == -1 && HPyErr_Occurred(ctx))
            return 0;
        *(HPy_ssize_t *)place = value;
        return 1;
    }
    case 'f':
        if (!read_double(ctx, arg, &number))
            return 0;
        *(float *)place = (float)number;
        return 1;
    case 'd':
        if (!read_double(ctx, arg, &number))
            return 0;
        *(double *)place = number;
        return 1;
    case 'p': {
        int truth = HPy_IsTrue(ctx, arg);
        if (truth < 0)
            return 0;
        *(int *)place = truth != 0;
        return 1;
    }
    case 's':
        return read_string(ctx, format, arg, (const char **)place);
    default:
        *(HPy *)place = arg;
        return 1;
    }
}

static int open_tracker(HPyContext *ctx, HPyTracker *ht) {
    if (ht == NULL)
        return 1;
    *ht = HPyTracker_New(ctx, 0);
    return !HPy_IsNull(*ht);
}

static int parse_positional(HPyContext *ctx, const HPy *args, size_t nargs, const Format *format, va_list *places) {
    const char *unit;
    size_t index = 0;
    int optional = 0;

    for (unit = format->start; unit != format->end; unit++) {
        int is_given = index < nargs && !HPy_IsNull(args[index]);
        if (*unit == '|') {
            optional = 1;
            continue;
        }
        if (!is_given && !optional)
            return fail(ctx, format, ctx->h_TypeError, "required positional argument missing");
        if (strchr(KINDS, *unit) == NULL)
            return fail(ctx, format, ctx->h_SystemError, "unknown arg format code");
        {
            void *place = va_arg(*places, void *);
            if (is_given && !store(ctx, format, *unit, args[index], place))
                return 0;
        }
        index++;
    }
    if (index < nargs)
        return fail(ctx, format, ctx->h_TypeError, "mismatched args (too many arguments for fmt)");
    return 1;
}

int HPyArg_Parse(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const char *fmt, ...) {
    Format format = read_format(fmt);
    va_list places;
    int parsed;

    if (!open_tracker(ctx, ht))
        return 0;
    va_start(places, fmt);
    parsed = parse_positional(ctx, args, nargs, &format, &places);
    va_end(places);
    if (!parsed && ht != NULL)
        HPyTracker_Close(ctx, *ht);
    return parsed;
}

/* The keywords of a call. */
typedef struct {
    /* A tuple of names or a dict, or HPy_NULL. */
    HPy names;
    /* The number of names. 0 for a dict. */
    HPy_ssize_t count;
    /* Their values. NULL for a dict. */
    const HPy *values;
} Keywords;

/* The value of a keyword. HPy_NULL if it was not passed. `*owned` says whether the handle is a new one. */
static int find_keyword(HPyContext *ctx, const Keywords *keywords, const char *name, HPy *value, int *owned) {
    HPy wanted = HPyUnicode_FromString(ctx, name);
    HPy_ssize_t index;
    int found = 0;

    *value = HPy_NULL;
    if (HPy_IsNull(wanted))
        return 0;
    if (keywords->values == NULL) {
        found = HPy_Contains(ctx, keywords->names, wanted);
        if (found > 0) {
            *value = HPy_GetItem(ctx, keywords->names, wanted);
            *owned = 1;
            found = HPy_IsNull(*value) ? -1 : 1;
        }
    }
    for (index = 0; found == 0 && index < keywords->count; index++) {
        HPy passed = HPy_GetItem_i(ctx, keywords->names, index);
        found = HPy_IsNull(passed) ? -1 : HPy_RichCompareBool(ctx, passed, wanted, HPy_EQ);
        if (found > 0)
            *value = keywords->values[index];
        HPy_Close(ctx, passed);
    }
    HPy_Close(ctx, wanted);
    return found >= 0;
}

/* Stores one argument. The tracker keeps what the caller borrows: a handle, or the memory of a string. */
static int store_kept(HPyContext *ctx, HPyTracker *ht, const Format *format, char kind, HPy arg, int owned, void *place) {
    int is_kept = ht != NULL && (kind == 'O' || (owned && kind == 's'));
    if (is_kept) {
        if (!owned)
            arg = HPy_Dup(ctx, arg);
        /* Even if this fails, the tracker has the handle. */
        if (HPy_IsNull(arg) || HPyTracker_Add(ctx, *ht, arg) < 0)
            return 0;
        owned = 0;
    }
    {
        int stored = store(ctx, format, kind, arg, place);
        if (owned)
            HPy_Close(ctx, arg);
        return stored;
    }
}

/* The number of names. Those without a name must come first. */
static int count_names(HPyContext *ctx, const Format *format, const char *const names[], size_t *count) {
    size_t index = 0;
    while (names[index] != NULL && names[index][0] == '\0')
        index++;
    for (; names[index] != NULL; index++)
        if (names[index][0] == '\0')
            return fail(ctx, format, ctx->h_SystemError, "empty keyword parameter name");
    *count = index;
    return 1;
}

/* Whether this keyword is one of the names. */
static int is_named(const char *const names[], const char *keyword) {
    for (; *names != NULL; names++) {
        if (**names != '\0' && strcmp(*names, keyword) == 0)
            return 1;
    }
    return 0;
}

/* Raises for a keyword that is not a name. `passed` is a list or tuple of the keywords. */
static int reject_unknown(HPyContext *ctx, const Format *format, HPy passed, const char *const names[]) {
    HPy_ssize_t index, count = HPy_Length(ctx, passed);
    int known = count >= 0;

    for (index = 0; known && index < count; index++) {
        HPy keyword = HPy_GetItem_i(ctx, passed, index);
        const char *text = NULL;
        if (!HPy_IsNull(keyword) && !HPyUnicode_Check(ctx, keyword))
            HPyErr_SetString(ctx, ctx->h_TypeError, "keywords must be strings");
        else if (!HPy_IsNull(keyword))
            text = HPyUnicode_AsUTF8AndSize(ctx, keyword, NULL);
        known = text != NULL && is_named(names, text);
        if (text != NULL && !known && *format->end == ':')
            HPyErr_Format(ctx, ctx->h_TypeError, "'%S' is an invalid keyword argument for %s()", keyword, format->end + 1);
        else if (text != NULL && !known)
            HPyErr_Format(ctx, ctx->h_TypeError, "'%S' is an invalid keyword argument for this function", keyword);
        HPy_Close(ctx, keyword);
    }
    return known;
}

/* Raises for keywords that are left over: an argument was passed twice, by position and by name, or the name is unknown. */
static int reject_left(HPyContext *ctx, const Format *format, const Keywords *keywords, size_t nargs,
                       const char *const names[]) {
    size_t index;
    HPy passed;
    int known;

    for (index = 0; index < nargs && names[index] != NULL; index++) {
        HPy value = HPy_NULL;
        int owned = 0;
        if (names[index][0] != '\0' && !find_keyword(ctx, keywords, names[index], &value, &owned))
            return 0;
        if (HPy_IsNull(value))
            continue;
        if (owned)
            HPy_Close(ctx, value);
        if (*format->end == ':')
            HPyErr_Format(ctx, ctx->h_TypeError, "argument for %s() given by name ('%s') and position (%zd)",
                          format->end + 1, names[index], (HPy_ssize_t)index + 1);
        else
            HPyErr_Format(ctx, ctx->h_TypeError, "argument for function given by name ('%s') and position (%zd)",
                          names[index], (HPy_ssize_t)index + 1);
        return 0;
    }
    if (keywords->values != NULL)
        return reject_unknown(ctx, format, keywords->names, names);
    passed = HPyDict_Keys(ctx, keywords->names);
    known = !HPy_IsNull(passed) && reject_unknown(ctx, format, passed, names);
    HPy_Close(ctx, passed);
    return known;
}

static int parse_named(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const Keywords *keywords,
                       const Format *format, const char *const names[], size_t count, va_list *places) {
    const char *unit;
    size_t index = 0;
    HPy_ssize_t left = HPy_IsNull(keywords->names) ? 0 : HPy_Length(ctx, keywords->names);
    int optional = 0, keyword_only = 0;

    if (left < 0)
        return 0;
    for (unit = format->start; unit != format->end; unit++) {
        HPy arg = HPy_NULL;
        int owned = 0;
        void *place;

        if (*unit == '|' || *unit == '$') {
            optional = 1;
            keyword_only |= *unit == '$';
            continue;
        }
        if (*unit == 'O' && ht == NULL)
            return fail(ctx, format, ctx->h_SystemError,
                        "HPyArg_ParseKeywords cannot use the format character 'O' unless an HPyTracker is provided. "
                        "Please supply an HPyTracker.");
        if (index >= count)
            return fail(ctx, format, ctx->h_TypeError, "mismatched args (too few keywords for fmt)");
        if (index < nargs && keyword_only)
            return fail(ctx, format, ctx->h_TypeError, "keyword only argument passed as positional argument");
        if (index < nargs)
            arg = args[index];
        else if (!HPy_IsNull(keywords->names) && names[index][0] != '\0'
                 && !find_keyword(ctx, keywords, names[index], &arg, &owned))
            return 0;
        left -= index >= nargs && !HPy_IsNull(arg);
        if (HPy_IsNull(arg) && !optional)
            return fail(ctx, format, ctx->h_TypeError, "no value for required argument");
        if (strchr(KINDS, *unit) == NULL) {
            if (owned)
                HPy_Close(ctx, arg);
            return fail(ctx, format, ctx->h_SystemError, "unknown arg format code");
        }
        place = va_arg(*places, void *);
        if (!HPy_IsNull(arg) && !store_kept(ctx, ht, format, *unit, arg, owned, place))
            return 0;
        index++;
    }
    if (index != count)
        return fail(ctx, format, ctx->h_TypeError, "mismatched args (too many keywords for fmt)");
    return left == 0 || reject_left(ctx, format, keywords, nargs, names);
}

static int parse_keywords(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, const Keywords *keywords,
                          const Format *format, const char *const names[], va_list *places) {
    size_t count = 0;
    int parsed;

    if (!count_names(ctx, format, names, &count) || !open_tracker(ctx, ht))
        return 0;
    parsed = parse_named(ctx, ht, args, nargs, keywords, format, names, count, places);
    if (!parsed && ht != NULL)
        HPyTracker_Close(ctx, *ht);
    return parsed;
}

int HPyArg_ParseKeywords(HPyContext *ctx, HPyTracker *ht, const HPy *args, size_t nargs, HPy kwnames, const char *fmt,
                         const char *keywords[], ...) {
    Format format = read_format(fmt);
    Keywords passed = {kwnames, 0, args + nargs};
    va_list places;
    int parsed;

    if (!HPy_IsNull(kwnames)) {
        if (!HPyTuple_Check(ctx, kwnames))
            return fail(ctx, &format, ctx->h_SystemError,
                        "HPyArg_ParseKeywords takes the keywords as a tuple of names. Use HPyArg_ParseKeywordsDict for "
                        "a dict.");
        passed.count = HPy_Length(ctx, kwnames);
        if (passed.count < 0)
            return 0;
    }
    va_start(places, keywords);
    parsed = parse_keywords(ctx, ht, args, nargs, &passed, &format, keywords, &places);
    va_end(places);
    return parsed;
}

int HPyArg_ParseKeywordsDict(HPyContext *ctx, HPyTracker *ht, const HPy *args, HPy_ssize_t nargs, HPy kw,
                             const char *fmt, const char *keywords[], ...) {
    Format format = read_format(fmt);
    Keywords passed = {kw, 0, NULL};
    va_list places;
    int parsed;

    if (nargs < 0)
        return fail(ctx, &format, ctx->h_SystemError, "HPyArg_ParseKeywordsDict takes no negative number of arguments");
    if (!HPy_IsNull(kw) && !HPyDict_Check(ctx, kw))
        return fail(ctx, &format, ctx->h_SystemError,
                    "HPyArg_ParseKeywordsDict takes the keywords as a dict. Use HPyArg_ParseKeywords for a tuple of "
                    "names.");
    va_start(places, keywords);
    parsed = parse_keywords(ctx, ht, args, (size_t)nargs, &passed, &format, keywords, &places);
    va_end(places);
    return parsed;
}
