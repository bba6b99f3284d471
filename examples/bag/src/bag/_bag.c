/* The type bag.Bag. Its instances hold a dict with the number of times that they hold each element. */
#include <hpy.h>

typedef struct {
    HPyField counts;
} Bag;

HPyType_HELPERS(Bag)

/* The exception of this module. */
static HPyGlobal bag_error;

/* How often a dict of counts holds the element, or -1 with an exception. */
static long count_of(HPyContext *ctx, HPy counts, HPy element)
{
    int known = HPy_Contains(ctx, counts, element);
    if (known <= 0)
        return known;
    HPy count = HPy_GetItem(ctx, counts, element);
    if (HPy_IsNull(count))
        return -1;
    long result = HPyLong_AsLong(ctx, count);
    HPy_Close(ctx, count);
    return result;
}

/* Adds the element that many times; -1 with an exception when that fails. */
static int add_times(HPyContext *ctx, HPy counts, HPy element, long times)
{
    long before = count_of(ctx, counts, element);
    if (before < 0)
        return -1;
    HPy count = HPyLong_FromLong(ctx, before + times);
    if (HPy_IsNull(count))
        return -1;
    int result = HPy_SetItem(ctx, counts, element, count);
    HPy_Close(ctx, count);
    return result;
}

static int add_all(HPyContext *ctx, HPy counts, HPy elements)
{
    HPy_ssize_t length = HPy_Length(ctx, elements);
    if (length < 0)
        return -1;
    for (HPy_ssize_t i = 0; i < length; i++) {
        HPy element = HPy_GetItem_i(ctx, elements, i);
        if (HPy_IsNull(element))
            return -1;
        int result = add_times(ctx, counts, element, 1);
        HPy_Close(ctx, element);
        if (result < 0)
            return -1;
    }
    return 0;
}

HPyDef_SLOT(Bag_new, HPy_tp_new)
static HPy Bag_new_impl(HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kwargs)
{
    HPy elements = HPy_NULL;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "|O:Bag", &elements))
        return HPy_NULL;
    HPy counts = HPyDict_New(ctx);
    if (HPy_IsNull(counts))
        return HPy_NULL;
    Bag *data;
    HPy bag = HPy_NULL;
    if (HPy_IsNull(elements) || add_all(ctx, counts, elements) == 0)
        bag = HPy_New(ctx, cls, &data);
    if (!HPy_IsNull(bag))
        HPyField_Store(ctx, bag, &data->counts, counts);
    HPy_Close(ctx, counts);
    return bag;
}

HPyDef_SLOT(Bag_traverse, HPy_tp_traverse)
static int Bag_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Bag *)self)->counts);
    return 0;
}

static HPy load_counts(HPyContext *ctx, HPy self)
{
    return HPyField_Load(ctx, self, Bag_AsStruct(ctx, self)->counts);
}

HPyDef_METH(Bag_add, "add", HPyFunc_KEYWORDS, .doc = "add(element, times=1): add an element.")
static HPy Bag_add_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *names[] = {"element", "times", NULL};
    HPy element;
    long times = 1;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "O|l:add", names, &element, &times))
        return HPy_NULL;

    int result = -1;
    if (times < 0) {
        HPy type = HPyGlobal_Load(ctx, bag_error);
        HPyErr_Format(ctx, type, "cannot add %S %ld times", element, times);
        HPy_Close(ctx, type);
    } else {
        HPy counts = load_counts(ctx, self);
        result = add_times(ctx, counts, element, times);
        HPy_Close(ctx, counts);
    }
    HPyTracker_Close(ctx, tracker);
    return result < 0 ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}

HPyDef_SLOT(Bag_subscript, HPy_mp_subscript)
static HPy Bag_subscript_impl(HPyContext *ctx, HPy self, HPy element)
{
    HPy counts = load_counts(ctx, self);
    long count = count_of(ctx, counts, element);
    HPy_Close(ctx, counts);
    return count < 0 ? HPy_NULL : HPyLong_FromLong(ctx, count);
}

/* The element of that index and its count. */
static HPy pair_at(HPyContext *ctx, HPy counts, HPy elements, HPy_ssize_t i)
{
    HPy element = HPy_GetItem_i(ctx, elements, i);
    if (HPy_IsNull(element))
        return HPy_NULL;
    long count = count_of(ctx, counts, element);
    HPy pair = count < 0 ? HPy_NULL : HPy_BuildValue(ctx, "Ol", element, count);
    HPy_Close(ctx, element);
    return pair;
}

static HPy list_of_pairs(HPyContext *ctx, HPy counts, HPy elements)
{
    HPy_ssize_t length = HPy_Length(ctx, elements);
    if (length < 0)
        return HPy_NULL;
    HPyListBuilder builder = HPyListBuilder_New(ctx, length);
    for (HPy_ssize_t i = 0; i < length; i++) {
        HPy pair = pair_at(ctx, counts, elements, i);
        if (HPy_IsNull(pair)) {
            HPyListBuilder_Cancel(ctx, builder);
            return HPy_NULL;
        }
        HPyListBuilder_Set(ctx, builder, i, pair);
        HPy_Close(ctx, pair);
    }
    return HPyListBuilder_Build(ctx, builder);
}

HPyDef_METH(Bag_counts, "counts", HPyFunc_NOARGS, .doc = "counts(): a list of pairs of an element and its count.")
static HPy Bag_counts_impl(HPyContext *ctx, HPy self)
{
    HPy counts = load_counts(ctx, self);
    HPy elements = HPyDict_Keys(ctx, counts);
    HPy list = HPy_IsNull(elements) ? HPy_NULL : list_of_pairs(ctx, counts, elements);
    HPy_Close(ctx, elements);
    HPy_Close(ctx, counts);
    return list;
}

static HPyDef *Bag_defines[] = {&Bag_new, &Bag_traverse, &Bag_add, &Bag_subscript, &Bag_counts, NULL};

static HPyType_Spec Bag_spec = {
    .name = "bag.Bag",
    .basicsize = sizeof(Bag),
    .builtin_shape = SHAPE(Bag),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | HPy_TPFLAGS_HAVE_GC,
    .defines = Bag_defines,
    .doc = "Bag(sequence=()): counts the elements that it is given.",
};

HPyDef_SLOT(execute, HPy_mod_exec)
static int execute_impl(HPyContext *ctx, HPy module)
{
    HPy error = HPyErr_NewException(ctx, "bag.BagError", ctx->h_ValueError, HPy_NULL);
    if (HPy_IsNull(error))
        return -1;
    HPyGlobal_Store(ctx, &bag_error, error);
    int result = HPy_SetAttr_s(ctx, module, "BagError", error);
    HPy_Close(ctx, error);
    if (result < 0)
        return -1;
    return HPyHelpers_AddType(ctx, module, "Bag", &Bag_spec, NULL) ? 0 : -1;
}

static HPyDef *defines[] = {&execute, NULL};
static HPyGlobal *globals[] = {&bag_error, NULL};
static HPyModuleDef module = {.doc = HPY_ABI, .defines = defines, .globals = globals};
HPy_MODINIT(_bag, module)
