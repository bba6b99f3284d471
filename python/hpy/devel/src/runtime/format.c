/* HPyUnicode_FromFormat and HPyErr_Format. */
#include "hpy.h"

#include <stdio.h>
#include <string.h>

/* UTF-8 text that grows. */
typedef struct {
    HPyContext *ctx;
    char *bytes;
    size_t length;
    size_t capacity;
} Text;

/* A unit of a format. */
typedef struct {
    /* -1 if there is none. */
    HPy_ssize_t width;
    HPy_ssize_t precision;
    int has_zero;
    /* "", "l", "ll" or "z". */
    char size[3];
    char kind;
} Unit;

static int fail(Text *text, HPy type, const char *problem) {
    HPyErr_SetString(text->ctx, type, problem);
    return 0;
}

static int fail_unit(Text *text, const Unit *unit, const char *problem) {
    char message[96];
    snprintf(message, sizeof(message), "formatting unit '%%%c' %s", unit->kind, problem);
    return fail(text, text->ctx->h_SystemError, message);
}

/* Makes room for more bytes and a terminating NUL. */
static int reserve(Text *text, size_t more) {
    size_t needed = text->length + more + 1;
    size_t capacity = text->capacity + text->capacity / 2;
    char *bytes;

    if (needed <= more || needed > (size_t)HPY_SSIZE_T_MAX) {
        HPyErr_NoMemory(text->ctx);
        return 0;
    }
    if (needed <= text->capacity)
        return 1;
    if (capacity < needed)
        capacity = needed;
    bytes = (char *)realloc(text->bytes, capacity);
    if (bytes == NULL) {
        HPyErr_NoMemory(text->ctx);
        return 0;
    }
    text->bytes = bytes;
    text->capacity = capacity;
    return 1;
}

static int append(Text *text, const char *bytes, size_t length) {
    if (!reserve(text, length))
        return 0;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return 1;
}

static int append_repeated(Text *text, char byte, HPy_ssize_t count) {
    if (count <= 0)
        return 1;
    if (!reserve(text, (size_t)count))
        return 0;
    memset(text->bytes + text->length, byte, (size_t)count);
    text->length += (size_t)count;
    return 1;
}

/* Reads the number of a width or precision. */
static int read_number(Text *text, const char **format, const char *too_big, HPy_ssize_t *number) {
    HPy_ssize_t value = 0;
    const char *at;

    for (at = *format; '0' <= *at && *at <= '9'; at++) {
        if (value > (HPY_SSIZE_T_MAX - (*at - '0')) / 10)
            return fail(text, text->ctx->h_ValueError, too_big);
        value = value * 10 + (*at - '0');
    }
    *number = at == *format ? -1 : value;
    *format = at;
    return 1;
}

/* Reads the unit after a `%`. */
static int read_unit(Text *text, const char **format, Unit *unit) {
    size_t size;

    memset(unit, 0, sizeof(*unit));
    unit->precision = -1;
    unit->has_zero = **format == '0';
    *format += unit->has_zero;
    if (!read_number(text, format, "width too big", &unit->width))
        return 0;
    if (**format == '.') {
        ++*format;
        if (!read_number(text, format, "precision too big", &unit->precision))
            return 0;
    }
    size = strncmp(*format, "ll", 2) == 0 ? 2 : **format == 'l' || **format == 'z' ? 1 : 0;
    memcpy(unit->size, *format, size);
    *format += size;
    unit->kind = **format;
    if (unit->kind == '\0' || (size > 0 && strchr("diu", unit->kind) == NULL))
        return fail(text, text->ctx->h_SystemError, "invalid format string");
    ++*format;
    return 1;
}

static int append_character(Text *text, int character) {
    char bytes[4];
    size_t length;

    if (character < 0 || character > 0x10ffff)
        return fail(text, text->ctx->h_OverflowError, "character argument not in range(0x110000)");
    if (character < 0x80) {
        bytes[0] = (char)character;
        length = 1;
    } else if (character < 0x800) {
        bytes[0] = (char)(0xc0 | character >> 6);
        bytes[1] = (char)(0x80 | (character & 0x3f));
        length = 2;
    } else if (character < 0x10000) {
        bytes[0] = (char)(0xe0 | character >> 12);
        bytes[1] = (char)(0x80 | (character >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (character & 0x3f));
        length = 3;
    } else {
        bytes[0] = (char)(0xf0 | character >> 18);
        bytes[1] = (char)(0x80 | (character >> 12 & 0x3f));
        bytes[2] = (char)(0x80 | (character >> 6 & 0x3f));
        bytes[3] = (char)(0x80 | (character & 0x3f));
        length = 4;
    }
    return append(text, bytes, length);
}

/* Writes digits, after a sign if there is one. */
static int append_number(Text *text, const Unit *unit, const char *number) {
    int is_negative = number[0] == '-';
    const char *digits = number + is_negative;
    HPy_ssize_t count = (HPy_ssize_t)strlen(digits);
    HPy_ssize_t zeros = unit->precision > count ? unit->precision - count : 0;
    /* This may be negative. A sum of these numbers could overflow. */
    HPy_ssize_t fill = unit->width - is_negative - count;

    fill = fill > zeros ? fill - zeros : 0;
    if (unit->has_zero) {
        if (zeros > HPY_SSIZE_T_MAX - fill) {
            HPyErr_NoMemory(text->ctx);
            return 0;
        }
        zeros += fill;
        fill = 0;
    }
    return append_repeated(text, ' ', fill) && append(text, "-", (size_t)is_negative)
           && append_repeated(text, '0', zeros) && append(text, digits, (size_t)count);
}

static int append_integer(Text *text, const Unit *unit, va_list *values) {
    char number[3 * sizeof(long long) + 2];

    if (unit->kind == 'x')
        snprintf(number, sizeof(number), "%x", va_arg(*values, unsigned int));
    else if (unit->kind == 'u') {
        unsigned long long value;
        if (unit->size[0] == 'z')
            value = va_arg(*values, size_t);
        else if (unit->size[0] == '\0')
            value = va_arg(*values, unsigned int);
        else if (unit->size[1] == '\0')
            value = va_arg(*values, unsigned long);
        else
            value = va_arg(*values, unsigned long long);
        snprintf(number, sizeof(number), "%llu", value);
    } else {
        long long value;
        if (unit->size[0] == 'z')
            value = va_arg(*values, HPy_ssize_t);
        else if (unit->size[0] == '\0')
            value = va_arg(*values, int);
        else if (unit->size[1] == '\0')
            value = va_arg(*values, long);
        else
            value = va_arg(*values, long long);
        snprintf(number, sizeof(number), "%lld", value);
    }
    return append_number(text, unit, number);
}

static int append_pointer(Text *text, const void *pointer) {
    char number[2 * sizeof(pointer) + 8];
    size_t has_prefix;

    snprintf(number, sizeof(number), "%p", pointer);
    /* Some C libraries print it in another way. */
    has_prefix = number[0] == '0' && (number[1] == 'x' || number[1] == 'X') ? 2 : 0;
    if (strcmp(number, "(nil)") == 0)
        return append(text, "0x0", 3);
    return append(text, "0x", 2) && append(text, number + has_prefix, strlen(number + has_prefix));
}

/* The number of bytes of the first characters. */
static size_t bytes_of(const char *utf8, size_t length, HPy_ssize_t characters) {
    size_t at;
    for (at = 0; at < length; at++)
        if ((utf8[at] & 0xc0) != 0x80 && characters-- == 0)
            return at;
    return length;
}

static HPy_ssize_t characters_of(const char *utf8, size_t length) {
    HPy_ssize_t characters = 0;
    size_t at;
    for (at = 0; at < length; at++)
        characters += (utf8[at] & 0xc0) != 0x80;
    return characters;
}

static int append_padded(Text *text, const Unit *unit, const char *utf8, size_t length) {
    HPy_ssize_t fill = unit->width < 0 ? 0 : unit->width - characters_of(utf8, length);
    return append_repeated(text, ' ', fill) && append(text, utf8, length);
}

/* A C string. Its precision is in bytes. */
static int append_string(Text *text, const Unit *unit, const char *utf8) {
    size_t length;

    if (utf8 == NULL)
        return fail(text, text->ctx->h_SystemError, "null c string passed as value for formatting unit '%s'");
    if (unit->precision < 0)
        return append_padded(text, unit, utf8, strlen(utf8));
    /* Do not read beyond the precision: there may be no NUL. */
    for (length = 0; length < (size_t)unit->precision && utf8[length] != '\0'; length++)
        ;
    if (length == (size_t)unit->precision) {
        /* The last character may be incomplete. */
        size_t start = length;
        while (start > 0 && length - start < 3 && (utf8[start - 1] & 0xc0) == 0x80)
            start--;
        if (start > 0) {
            unsigned char lead = (unsigned char)utf8[start - 1];
            size_t wanted = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
            if (length - (start - 1) < wanted)
                length = start - 1;
        }
    }
    return append_padded(text, unit, utf8, length);
}

/* A str. Its precision is in characters. */
static int append_str(Text *text, const Unit *unit, HPy str) {
    HPy_ssize_t size;
    const char *utf8;

    if (!HPyUnicode_Check(text->ctx, str))
        return fail_unit(text, unit, "needs a str");
    utf8 = HPyUnicode_AsUTF8AndSize(text->ctx, str, &size);
    if (utf8 == NULL)
        return 0;
    if (unit->precision >= 0)
        size = (HPy_ssize_t)bytes_of(utf8, (size_t)size, unit->precision);
    return append_padded(text, unit, utf8, (size_t)size);
}

/* The str that a function makes of an object. It is copied, so that its memory is freed at once. */
static int append_object(Text *text, const Unit *unit, HPy object) {
    HPyContext *ctx = text->ctx;
    HPy str;
    int appended;

    if (HPy_IsNull(object))
        return fail_unit(text, unit, "was given a value that is missing: HPy_NULL passed");
    switch (unit->kind) {
    case 'S':
        str = HPy_Str(ctx, object);
        break;
    case 'R':
        str = HPy_Repr(ctx, object);
        break;
    case 'A':
        str = HPy_ASCII(ctx, object);
        break;
    default:
        str = HPy_Dup(ctx, object);
    }
    if (HPy_IsNull(str))
        return 0;
    appended = append_str(text, unit, str);
    HPy_Close(ctx, str);
    return appended;
}

static int append_unit(Text *text, const Unit *unit, va_list *values) {
    int has_layout = unit->width >= 0 || unit->precision >= 0;

    if (unit->has_zero && strchr("sUVSRApc", unit->kind) != NULL)
        return fail_unit(text, unit, "does not support 0-padding");
    if (has_layout && (unit->kind == 'c' || unit->kind == 'p'))
        return fail_unit(text, unit, "does not support width nor precision");
    switch (unit->kind) {
    case 'c':
        return append_character(text, va_arg(*values, int));
    case 'd':
    case 'i':
    case 'u':
    case 'x':
        return append_integer(text, unit, values);
    case 'p':
        return append_pointer(text, va_arg(*values, void *));
    case 's':
        return append_string(text, unit, va_arg(*values, const char *));
    case 'U':
    case 'S':
    case 'R':
    case 'A':
        return append_object(text, unit, va_arg(*values, HPy));
    case 'V': {
        HPy str = va_arg(*values, HPy);
        const char *instead = va_arg(*values, const char *);
        return HPy_IsNull(str) ? append_string(text, unit, instead) : append_object(text, unit, str);
    }
    default:
        return fail(text, text->ctx->h_SystemError, "invalid format string");
    }
}

/* The text before the next unit. */
static int append_literal(Text *text, const char **format) {
    size_t length = strcspn(*format, "%"), at;

    for (at = 0; at < length; at++) {
        if ((unsigned char)(*format)[at] > 127) {
            char message[96];
            snprintf(message, sizeof(message), "expected an ASCII-encoded format string, got a non-ASCII byte: 0x%02x",
                     (unsigned char)(*format)[at]);
            return fail(text, text->ctx->h_ValueError, message);
        }
    }
    if (!append(text, *format, length))
        return 0;
    *format += length;
    return 1;
}

static int append_all(Text *text, const char *format, va_list *values) {
    Unit unit;

    while (append_literal(text, &format)) {
        if (*format == '\0')
            return 1;
        format++;
        if (*format == '%') {
            if (!append(text, format++, 1))
                return 0;
        } else if (!read_unit(text, &format, &unit) || !append_unit(text, &unit, values))
            return 0;
    }
    return 0;
}

HPy HPyUnicode_FromFormatV(HPyContext *ctx, const char *format, va_list vargs) {
    Text text = {ctx, NULL, 0, 0};
    HPy result = HPy_NULL;
    va_list values;

    /* A va_list parameter may be an array. Its address then has another type. */
    va_copy(values, vargs);
    if (append_all(&text, format, &values)) {
        text.bytes[text.length] = '\0';
        result = HPyUnicode_FromString(ctx, text.bytes);
    }
    va_end(values);
    free(text.bytes);
    return result;
}

HPy HPyUnicode_FromFormat(HPyContext *ctx, const char *fmt, ...) {
    va_list values;
    HPy result;

    va_start(values, fmt);
    result = HPyUnicode_FromFormatV(ctx, fmt, values);
    va_end(values);
    return result;
}

HPy HPyErr_Format(HPyContext *ctx, HPy h_type, const char *fmt, ...) {
    va_list values;
    HPy message;

    /* A unit may call Python code, which must not run while an exception is set. */
    HPyErr_Clear(ctx);
    va_start(values, fmt);
    message = HPyUnicode_FromFormatV(ctx, fmt, values);
    va_end(values);
    if (!HPy_IsNull(message)) {
        HPyErr_SetObject(ctx, h_type, message);
        HPy_Close(ctx, message);
    }
    return HPy_NULL;
}
