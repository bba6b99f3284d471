/* Loops over a few API calls each, timed from Python, and empty functions, methods and slots to call from Python. */

#include <hpy.h>
#include <stdlib.h>
#include <time.h>

/* CPython copies text from aligned places faster, and where a literal comes to stand is chance. */
static const char attribute_name[] __attribute__((aligned(16))) = "attribute";

/* A function that is called with a count and an argument and runs its body so many times. */
#define LOOP(NAME, ...)                                                                                     \
    HPyDef_METH(NAME, #NAME, HPyFunc_VARARGS)                                                               \
    static HPy NAME##_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)                        \
    {                                                                                                       \
        HPy arg = args[1];                                                                                  \
        (void)arg;                                                                                          \
        for (long i = count(ctx, args, nargs, 2); i > 0; i--)                                               \
            __VA_ARGS__                                                                                     \
        return done(ctx);                                                                              \
    }

/* The first argument; 0 where there are not as many arguments as expected. */
static long count(HPyContext *ctx, const HPy *args, size_t nargs, size_t expected)
{
    if (nargs == expected)
        return HPyLong_AsLong(ctx, args[0]);
    HPyErr_SetString(ctx, ctx->h_TypeError, "expected a count and more arguments");
    return 0;
}

static HPy done(HPyContext *ctx)
{
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}

LOOP(dup_close, { HPy_Close(ctx, HPy_Dup(ctx, arg)); })

LOOP(long_close, {
    HPy number = HPyLong_FromLong(ctx, i + 1000);
    if (HPyLong_AsLong(ctx, number) < 0)
        return HPy_NULL;
    HPy_Close(ctx, number);
})

LOOP(add_close, { HPy_Close(ctx, HPy_Add(ctx, arg, arg)); })
LOOP(getattr_close, { HPy_Close(ctx, HPy_GetAttr_s(ctx, arg, attribute_name)); })
LOOP(setattr, { HPy_SetAttr_s(ctx, arg, attribute_name, ctx->h_None); })
LOOP(getitem_close, { HPy_Close(ctx, HPy_GetItem_i(ctx, arg, 1)); })
LOOP(setitem, { HPy_SetItem_i(ctx, arg, 1, ctx->h_None); })

LOOP(tuple_close, {
    HPy items[] = {arg, arg, arg};
    HPy_Close(ctx, HPyTuple_FromArray(ctx, items, 3));
})

LOOP(list_builder, {
    HPyListBuilder builder = HPyListBuilder_New(ctx, 1000);
    for (long item = 0; item < 1000; item++)
        HPyListBuilder_Set(ctx, builder, item, arg);
    HPy_Close(ctx, HPyListBuilder_Build(ctx, builder));
})

LOOP(tracker, {
    HPyTracker tracker = HPyTracker_New(ctx, 10);
    for (int item = 0; item < 10; item++)
        HPyTracker_Add(ctx, tracker, HPy_Dup(ctx, arg));
    HPyTracker_Close(ctx, tracker);
})

/* Reads a byte of every cache line, and the last one. */
static void read_all(const char *data, HPy_ssize_t size)
{
    for (HPy_ssize_t at = 0; at < size; at += 64)
        (void)*(volatile const char *)(data + at);
    (void)*(volatile const char *)(data + size);
}

LOOP(utf8_close, {
    HPy text = HPy_Dup(ctx, arg);
    HPy_ssize_t size;
    const char *data = HPyUnicode_AsUTF8AndSize(ctx, text, &size);
    read_all(data, size);
    HPy_Close(ctx, text);
})

/* Reads its argument. */
HPyDef_METH(read_one, "read_one", HPyFunc_O)
static HPy read_one_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t size;
    const char *data = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);
    read_all(data, size);
    return HPy_Dup(ctx, ctx->h_None);
}

/* Reads the items of a sequence, whose handles are open at the same time. */
HPyDef_METH(read_all_of, "read_all_of", HPyFunc_O)
static HPy read_all_of_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy items[100];
    HPy_ssize_t length = HPy_Length(ctx, arg);
    if (length < 0 || length > 100)
        return HPy_NULL;
    for (HPy_ssize_t i = 0; i < length; i++) {
        HPy_ssize_t size;
        items[i] = HPy_GetItem_i(ctx, arg, i);
        const char *data = HPyUnicode_AsUTF8AndSize(ctx, items[i], &size);
        read_all(data, size);
    }
    for (HPy_ssize_t i = 0; i < length; i++)
        HPy_Close(ctx, items[i]);
    return HPy_Dup(ctx, ctx->h_None);
}

LOOP(type_check, { HPy_TypeCheck(ctx, arg, ctx->h_LongType); })
LOOP(err_occurred, { HPyErr_Occurred(ctx); })
LOOP(empty_tracker, { HPyTracker_Close(ctx, HPyTracker_New(ctx, 0)); })
LOOP(build_value, { HPy_Close(ctx, HPy_BuildValue(ctx, "(ii)", 1, 2)); })

LOOP(list_of_ints, {
    HPyListBuilder builder = HPyListBuilder_New(ctx, 1000);
    for (long item = 0; item < 1000; item++) {
        HPy number = HPyLong_FromLong(ctx, item + 1000);
        HPyListBuilder_Set(ctx, builder, item, number);
        HPy_Close(ctx, number);
    }
    HPy_Close(ctx, HPyListBuilder_Build(ctx, builder));
})

/* Of ten handles, one lives on for the next hundred rounds. */
LOOP(mixed, {
    static HPy old[100];
    HPy *oldest = &old[i % 100];
    if (!HPy_IsNull(*oldest))
        HPy_Close(ctx, *oldest);
    for (int other = 0; other < 9; other++)
        HPy_Close(ctx, HPyLong_FromLong(ctx, i + 1000));
    *oldest = i > 100 ? HPy_Dup(ctx, arg) : HPy_NULL;
})

HPyDef_METH(parse, "parse", HPyFunc_VARARGS)
static HPy parse_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long number;
    HPy object;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "lO", &number, &object))
        return HPy_NULL;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(parse_keywords, "parse_keywords", HPyFunc_KEYWORDS)
static HPy parse_keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *names[] = {"a", "b", NULL};
    long number;
    HPy object;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "lO", names, &number, &object))
        return HPy_NULL;
    HPyTracker_Close(ctx, tracker);
    return HPy_Dup(ctx, ctx->h_None);
}

LOOP(call, { HPy_Close(ctx, HPy_Call(ctx, arg, &ctx->h_None, 1, HPy_NULL)); })

/* UTF-8 of one handle again and again, between two calls of a function of no arguments and one after the handle is
   closed: whose results are returned. */
HPyDef_METH(utf8_of_one, "utf8_of_one", HPyFunc_VARARGS)
static HPy utf8_of_one_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long n = count(ctx, args, nargs, 3);
    HPy text = HPy_Dup(ctx, args[1]);
    HPy_ssize_t size;
    HPy results[3];
    results[0] = HPy_Call(ctx, args[2], NULL, 0, HPy_NULL);
    for (long i = 0; i < n; i++)
        HPyUnicode_AsUTF8AndSize(ctx, text, &size);
    results[1] = HPy_Call(ctx, args[2], NULL, 0, HPy_NULL);
    HPy_Close(ctx, text);
    results[2] = HPy_Call(ctx, args[2], NULL, 0, HPy_NULL);
    HPy result = HPyTuple_FromArray(ctx, results, 3);
    for (int i = 0; i < 3; i++)
        HPy_Close(ctx, results[i]);
    return result;
}

/* Calls a function of no arguments while handles are open, and returns what it returns. */
HPyDef_METH(with_open, "with_open", HPyFunc_VARARGS)
static HPy with_open_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long n = count(ctx, args, nargs, 2);
    HPy *handles = malloc(n * sizeof *handles);
    for (long i = 0; i < n; i++)
        handles[i] = HPy_Dup(ctx, args[1]);
    HPy result = HPy_Call(ctx, args[1], NULL, 0, HPy_NULL);
    for (long i = 0; i < n; i++)
        HPy_Close(ctx, handles[i]);
    free(handles);
    return result;
}

/* Nanoseconds that it takes to close handles in random order. */
HPyDef_METH(close_shuffled, "close_shuffled", HPyFunc_VARARGS)
static HPy close_shuffled_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long n = count(ctx, args, nargs, 2);
    HPy *handles = malloc(n * sizeof *handles);
    for (long i = 0; i < n; i++)
        handles[i] = HPy_Dup(ctx, args[1]);
    unsigned long random = 88172645463325252ul;
    for (long i = n - 1; i > 0; i--) {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        long other = random % (i + 1);
        HPy handle = handles[i];
        handles[i] = handles[other];
        handles[other] = handle;
    }
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < n; i++)
        HPy_Close(ctx, handles[i]);
    clock_gettime(CLOCK_MONOTONIC, &end);
    free(handles);
    return HPyLong_FromLong(ctx, (end.tv_sec - start.tv_sec) * 1000000000l + end.tv_nsec - start.tv_nsec);
}

HPyDef_METH(noargs, "noargs", HPyFunc_NOARGS)
static HPy noargs_impl(HPyContext *ctx, HPy self)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(one_arg, "one_arg", HPyFunc_O)
static HPy one_arg_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(varargs, "varargs", HPyFunc_VARARGS)
static HPy varargs_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(keywords, "keywords", HPyFunc_KEYWORDS)
static HPy keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPy_Dup(ctx, ctx->h_None);
}

typedef struct {
    HPyField field;
    long number;
} Thing;

HPyType_HELPERS(Thing)

HPyDef_SLOT(Thing_new, HPy_tp_new)
static HPy Thing_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Thing *thing;
    return HPy_New(ctx, type, &thing);
}

HPyDef_SLOT(Thing_traverse, HPy_tp_traverse)
static int Thing_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Thing *)self)->field);
    return 0;
}

HPyDef_SLOT(Thing_add, HPy_nb_add)
static HPy Thing_add_impl(HPyContext *ctx, HPy self, HPy other)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_SLOT(Thing_length, HPy_sq_length)
static HPy_ssize_t Thing_length_impl(HPyContext *ctx, HPy self)
{
    return 1;
}

HPyDef_SLOT(Thing_item, HPy_mp_subscript)
static HPy Thing_item_impl(HPyContext *ctx, HPy self, HPy key)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(Thing_method, "method", HPyFunc_NOARGS)
static HPy Thing_method_impl(HPyContext *ctx, HPy self)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_GETSET(Thing_property, "property")
static HPy Thing_property_get(HPyContext *ctx, HPy self, void *closure)
{
    return HPy_Dup(ctx, ctx->h_None);
}

static int Thing_property_set(HPyContext *ctx, HPy self, HPy value, void *closure)
{
    return 0;
}

/* The same with a field that is stored as it is made. */
HPyDef_SLOT(Holder_new, HPy_tp_new)
static HPy Holder_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Thing *thing;
    HPy holder = HPy_New(ctx, type, &thing);
    if (!HPy_IsNull(holder))
        HPyField_Store(ctx, holder, &thing->field, ctx->h_None);
    return holder;
}

static HPyDef *holder_defines[] = {&Holder_new, &Thing_traverse, NULL};

static HPyType_Spec holder_spec = {
    .name = "loops.Holder",
    .basicsize = sizeof(Thing),
    .builtin_shape = SHAPE(Thing),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = holder_defines,
};

static HPyDef *thing_defines[] = {
    &Thing_new, &Thing_traverse, &Thing_add, &Thing_length, &Thing_item, &Thing_method, &Thing_property, NULL,
};

static HPyType_Spec thing_spec = {
    .name = "loops.Thing",
    .basicsize = sizeof(Thing),
    .builtin_shape = SHAPE(Thing),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = thing_defines,
};

LOOP(as_struct, { Thing_AsStruct(ctx, arg)->number++; })

/* Stores an object in the field of a Thing. */
HPyDef_METH(field_store, "field_store", HPyFunc_VARARGS)
static HPy field_store_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyField_Store(ctx, args[0], &Thing_AsStruct(ctx, args[0])->field, args[1]);
    return HPy_Dup(ctx, ctx->h_None);
}

LOOP(field_store_loop, { HPyField_Store(ctx, arg, &Thing_AsStruct(ctx, arg)->field, ctx->h_None); })
LOOP(field_load, { HPy_Close(ctx, HPyField_Load(ctx, arg, Thing_AsStruct(ctx, arg)->field)); })

static HPyGlobal global;

LOOP(global_load, { HPy_Close(ctx, HPyGlobal_Load(ctx, global)); })

HPyDef_SLOT(module_exec, HPy_mod_exec)
static int module_exec_impl(HPyContext *ctx, HPy module)
{
    HPyGlobal_Store(ctx, &global, ctx->h_None);
    return HPyHelpers_AddType(ctx, module, "Thing", &thing_spec, NULL)
        && HPyHelpers_AddType(ctx, module, "Holder", &holder_spec, NULL) ? 0 : -1;
}

static HPyDef *module_defines[] = {
    &module_exec, &dup_close, &long_close, &add_close, &getattr_close, &setattr, &getitem_close, &setitem, &tuple_close,
    &list_builder, &tracker, &utf8_close, &call, &utf8_of_one, &with_open, &close_shuffled, &noargs, &one_arg, &varargs,
    &keywords, &as_struct, &field_store, &field_store_loop, &field_load, &global_load, &read_one, &read_all_of, &type_check,
    &err_occurred, &empty_tracker, &build_value, &list_of_ints, &mixed, &parse, &parse_keywords, NULL,
};

static HPyGlobal *module_globals[] = {&global, NULL};

static HPyModuleDef module_def = {
    .doc = "Loops for the benchmark.",
    .defines = module_defines,
    .globals = module_globals,
};

HPy_MODINIT(loops, module_def)
