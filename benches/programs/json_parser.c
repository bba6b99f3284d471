/* A JSON parser: text in, new objects of all kinds out. Escapes in strings are not read. */

#include <hpy.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    HPyContext *ctx;
    const char *at;
} Parser;

static HPy parse_value(Parser *parser);

static HPy fail(Parser *parser, const char *message)
{
    HPyErr_SetString(parser->ctx, parser->ctx->h_ValueError, message);
    return HPy_NULL;
}

static char next(Parser *parser)
{
    while (*parser->at == ' ' || *parser->at == '\n')
        parser->at++;
    return *parser->at;
}

/* Whether this character comes next, which is taken then. */
static int takes(Parser *parser, char expected)
{
    if (next(parser) != expected)
        return 0;
    parser->at++;
    return 1;
}

static HPy parse_string(Parser *parser)
{
    if (!takes(parser, '"'))
        return fail(parser, "expected a string");
    const char *end = strchr(parser->at, '"');
    if (end == NULL)
        return fail(parser, "a string has no end");
    HPy bytes = HPyBytes_FromStringAndSize(parser->ctx, parser->at, end - parser->at);
    parser->at = end + 1;
    if (HPy_IsNull(bytes))
        return HPy_NULL;
    HPy text = HPyUnicode_FromEncodedObject(parser->ctx, bytes, "utf-8", NULL);
    HPy_Close(parser->ctx, bytes);
    return text;
}

static HPy parse_number(Parser *parser)
{
    char *end;
    long whole = strtol(parser->at, &end, 10);
    if (end == parser->at)
        return fail(parser, "expected a value");
    if (*end != '.' && *end != 'e') {
        parser->at = end;
        return HPyLong_FromLong(parser->ctx, whole);
    }
    double number = strtod(parser->at, &end);
    parser->at = end;
    return HPyFloat_FromDouble(parser->ctx, number);
}

static HPy parse_list(Parser *parser)
{
    HPyContext *ctx = parser->ctx;
    HPy list = HPyList_New(ctx, 0);
    if (HPy_IsNull(list) || takes(parser, ']'))
        return list;
    do {
        HPy item = parse_value(parser);
        int status = HPy_IsNull(item) ? -1 : HPyList_Append(ctx, list, item);
        HPy_Close(ctx, item);
        if (status < 0)
            goto error;
    } while (takes(parser, ','));
    if (takes(parser, ']'))
        return list;
    fail(parser, "a list has no end");
error:
    HPy_Close(ctx, list);
    return HPy_NULL;
}

static HPy parse_dict(Parser *parser)
{
    HPyContext *ctx = parser->ctx;
    HPy dict = HPyDict_New(ctx);
    if (HPy_IsNull(dict) || takes(parser, '}'))
        return dict;
    do {
        next(parser);
        HPyTracker tracker = HPyTracker_New(ctx, 2);
        HPy key = parse_string(parser), value = HPy_NULL;
        int status = -1;
        if (!HPy_IsNull(key) && HPyTracker_Add(ctx, tracker, key) == 0) {
            if (takes(parser, ':'))
                value = parse_value(parser);
            else
                fail(parser, "expected a colon");
        }
        if (!HPy_IsNull(value) && HPyTracker_Add(ctx, tracker, value) == 0)
            status = HPy_SetItem(ctx, dict, key, value);
        HPyTracker_Close(ctx, tracker);
        if (status < 0)
            goto error;
    } while (takes(parser, ','));
    if (takes(parser, '}'))
        return dict;
    fail(parser, "a dict has no end");
error:
    HPy_Close(ctx, dict);
    return HPy_NULL;
}

/* A word stands for one of the constants. */
static HPy parse_word(Parser *parser, const char *word, HPy value)
{
    size_t length = strlen(word);
    if (strncmp(parser->at, word, length) != 0)
        return fail(parser, "expected a value");
    parser->at += length;
    return HPy_Dup(parser->ctx, value);
}

static HPy parse_value(Parser *parser)
{
    switch (next(parser)) {
    case '{':
        parser->at++;
        return parse_dict(parser);
    case '[':
        parser->at++;
        return parse_list(parser);
    case '"':
        return parse_string(parser);
    case 't':
        return parse_word(parser, "true", parser->ctx->h_True);
    case 'f':
        return parse_word(parser, "false", parser->ctx->h_False);
    case 'n':
        return parse_word(parser, "null", parser->ctx->h_None);
    default:
        return parse_number(parser);
    }
}

HPyDef_METH(loads, "loads", HPyFunc_O)
static HPy loads_impl(HPyContext *ctx, HPy self, HPy text)
{
    Parser parser = {ctx, HPyUnicode_AsUTF8AndSize(ctx, text, NULL)};
    if (parser.at == NULL)
        return HPy_NULL;
    HPy value = parse_value(&parser);
    if (!HPy_IsNull(value) && next(&parser) != 0) {
        HPy_Close(ctx, value);
        return fail(&parser, "something follows the value");
    }
    return value;
}

static HPyDef *module_defines[] = {&loads, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(json_parser, module_def)
