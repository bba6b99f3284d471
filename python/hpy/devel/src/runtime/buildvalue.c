/* HPy_BuildValue. */
#include "hpy.h"

#include <string.h>

/* The rest of the format and of the values. */
typedef struct {
    HPyContext *ctx;
    const char *next;
    va_list *values;
} Builder;

/* An object, or HPy_NULL with an exception set. */
typedef struct {
    HPy object;
    /* Whether to close the handle. If not, the caller of HPy_BuildValue owns it. */
    int owned;
} Item;

static Item build_item(Builder *builder);

static HPy fail(Builder *builder, const char *problem) {
    return HPyErr_Format(builder->ctx, builder->ctx->h_SystemError,
                         "%s in the format string passed to HPy_BuildValue", problem);
}

static HPy fail_at(Builder *builder, const char *what, char character) {
    return HPyErr_Format(builder->ctx, builder->ctx->h_SystemError,
                         "%s '%c' in the format string passed to HPy_BuildValue", what, (unsigned char)character);
}

static void close_item(Builder *builder, Item item) {
    if (item.owned)
        HPy_Close(builder->ctx, item.object);
}

static void skip_separators(Builder *builder) {
    builder->next += strspn(builder->next, ", ");
}

/* The number of items before `close`, the bracket that matches `open`. -1 means an exception. */
static HPy_ssize_t count_items(Builder *builder, char open, char close) {
    HPy_ssize_t count = 0, depth = 0;
    char outermost = open;
    const char *at;

    for (at = builder->next; depth > 0 || *at != close; at++) {
        switch (*at) {
        case '\0':
            fail_at(builder, "unmatched", outermost);
            return -1;
        case '(':
        case '[':
        case '{':
            if (depth++ == 0) {
                outermost = *at;
                count++;
            }
            break;
        case ')':
        case ']':
        case '}':
            if (depth-- == 0) {
                fail_at(builder, "unmatched", open == '\0' ? *at : open);
                return -1;
            }
            if (depth == 0)
                outermost = open;
            break;
        case ',':
        case ' ':
            break;
        default:
            count += depth == 0;
        }
    }
    return count;
}

/* A list or a tuple of the items that follow. */
static HPy build_items(Builder *builder, HPy_ssize_t count, int is_list) {
    HPyContext *ctx = builder->ctx;
    HPyListBuilder list = {0};
    HPyTupleBuilder tuple = {0};
    HPy_ssize_t index;

    if (is_list)
        list = HPyListBuilder_New(ctx, count);
    else
        tuple = HPyTupleBuilder_New(ctx, count);
    for (index = 0; index < count; index++) {
        Item item;
        skip_separators(builder);
        item = build_item(builder);
        if (HPy_IsNull(item.object)) {
            if (is_list)
                HPyListBuilder_Cancel(ctx, list);
            else
                HPyTupleBuilder_Cancel(ctx, tuple);
            return HPy_NULL;
        }
        if (is_list)
            HPyListBuilder_Set(ctx, list, index, item.object);
        else
            HPyTupleBuilder_Set(ctx, tuple, index, item.object);
        close_item(builder, item);
    }
    return is_list ? HPyListBuilder_Build(ctx, list) : HPyTupleBuilder_Build(ctx, tuple);
}

/* The object in brackets. The opening bracket has been read. */
static HPy build_sequence(Builder *builder, char open, char close) {
    HPy_ssize_t count = count_items(builder, open, close);
    HPy result;

    if (count < 0)
        return HPy_NULL;
    result = build_items(builder, count, open == '[');
    if (HPy_IsNull(result))
        return HPy_NULL;
    skip_separators(builder);
    if (*builder->next != close) {
        HPy_Close(builder->ctx, result);
        return fail_at(builder, "unmatched", open);
    }
    builder->next++;
    return result;
}

/* Reads a key and its value into the dict. */
static int build_entry(Builder *builder, HPy dict) {
    Item key = build_item(builder), value;
    int status = -1;

    if (HPy_IsNull(key.object))
        return -1;
    if (*builder->next != ':')
        fail(builder, "missing ':'");
    else {
        builder->next++;
        value = build_item(builder);
        if (!HPy_IsNull(value.object)) {
            status = HPy_SetItem(builder->ctx, dict, key.object, value.object);
            close_item(builder, value);
        }
    }
    close_item(builder, key);
    return status;
}

static int build_entries(Builder *builder, HPy dict) {
    int expects_entry = 1;

    for (;; builder->next++) {
        switch (*builder->next) {
        case '}':
            builder->next++;
            return 0;
        case '\0':
            fail(builder, "unmatched '{'");
            return -1;
        case ' ':
            break;
        case ',':
            if (expects_entry) {
                fail(builder, "unexpected ','");
                return -1;
            }
            expects_entry = 1;
            break;
        default:
            if (!expects_entry) {
                fail(builder, "missing ','");
                return -1;
            }
            if (build_entry(builder, dict) < 0)
                return -1;
            expects_entry = 0;
            builder->next--;
        }
    }
}

static HPy build_dict(Builder *builder) {
    HPy dict = HPyDict_New(builder->ctx);

    if (!HPy_IsNull(dict) && build_entries(builder, dict) < 0) {
        HPy_Close(builder->ctx, dict);
        return HPy_NULL;
    }
    return dict;
}

static Item build_object(Builder *builder) {
    Item item = {va_arg(*builder->values, HPy), 0};

    if (HPy_IsNull(item.object) && !HPyErr_Occurred(builder->ctx))
        HPyErr_SetString(builder->ctx, builder->ctx->h_SystemError, "HPy_NULL object passed to HPy_BuildValue");
    return item;
}

static HPy build_new(Builder *builder, char kind) {
    HPyContext *ctx = builder->ctx;

    switch (kind) {
    case '(':
        return build_sequence(builder, '(', ')');
    case '[':
        return build_sequence(builder, '[', ']');
    case '{':
        return build_dict(builder);
    case 'i':
        return HPyLong_FromLong(ctx, va_arg(*builder->values, int));
    case 'I':
        return HPyLong_FromUnsignedLong(ctx, va_arg(*builder->values, unsigned int));
    case 'l':
        return HPyLong_FromLong(ctx, va_arg(*builder->values, long));
    case 'k':
        return HPyLong_FromUnsignedLong(ctx, va_arg(*builder->values, unsigned long));
    case 'L':
        return HPyLong_FromLongLong(ctx, va_arg(*builder->values, long long));
    case 'K':
        return HPyLong_FromUnsignedLongLong(ctx, va_arg(*builder->values, unsigned long long));
    case 'n':
        return HPyLong_FromSsize_t(ctx, va_arg(*builder->values, HPy_ssize_t));
    case 'f':
    case 'd':
        return HPyFloat_FromDouble(ctx, va_arg(*builder->values, double));
    case 's': {
        const char *text = va_arg(*builder->values, const char *);
        if (text == NULL)
            return HPyErr_SetString(ctx, ctx->h_SystemError, "NULL string passed to HPy_BuildValue");
        return HPyUnicode_FromString(ctx, text);
    }
    case 'N':
        return HPyErr_SetString(ctx, ctx->h_SystemError,
                                "HPy_BuildValue does not support the 'N' formatting unit. Use 'O', and close the handle "
                                "afterwards: no function of HPy takes handles over.");
    default:
        return fail_at(builder, "bad format char", kind);
    }
}

static Item build_item(Builder *builder) {
    char kind = *builder->next;
    Item item;

    if (kind == '\0') {
        item.object = fail(builder, "missing value");
        return item;
    }
    builder->next++;
    if (kind == 'O' || kind == 'S')
        return build_object(builder);
    item.object = build_new(builder, kind);
    item.owned = 1;
    return item;
}

/* The object for the whole format. */
static HPy build(Builder *builder) {
    HPy_ssize_t count = count_items(builder, '\0', '\0');
    Item item;

    if (count < 0)
        return HPy_NULL;
    if (count == 0)
        return HPy_Dup(builder->ctx, builder->ctx->h_None);
    if (count > 1)
        return build_items(builder, count, 0);
    skip_separators(builder);
    item = build_item(builder);
    return item.owned || HPy_IsNull(item.object) ? item.object : HPy_Dup(builder->ctx, item.object);
}

HPy HPy_BuildValue(HPyContext *ctx, const char *fmt, ...) {
    va_list values;
    Builder builder = {ctx, fmt, &values};
    HPy result;

    va_start(values, fmt);
    result = build(&builder);
    va_end(values);
    return result;
}
