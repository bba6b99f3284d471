/* Functions that work, each with one mistake in what it does when a call of the API fails. No test sees one, unless calls
   fail: `python -m hpy.debug fail use.py`. */
#include <hpy.h>

/* The list [a, b, a + b]; what is open when a later call fails is closed by nobody. */

HPyDef_METH(leaks_first, "leaks_first", HPyFunc_VARARGS)
static HPy leaks_first_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy first = HPy_Repr(ctx, args[0]);
    if (HPy_IsNull(first))
        return HPy_NULL;
    HPy second = HPy_Repr(ctx, args[1]);
    if (HPy_IsNull(second))
        return HPy_NULL;                        /* first */
    HPy sum = HPy_Add(ctx, first, second);
    HPy_Close(ctx, first);
    HPy_Close(ctx, second);
    return sum;
}

HPyDef_METH(leaks_second, "leaks_second", HPyFunc_VARARGS)
static HPy leaks_second_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy first = HPy_Repr(ctx, args[0]);
    if (HPy_IsNull(first))
        return HPy_NULL;
    HPy second = HPy_Repr(ctx, args[1]);
    if (HPy_IsNull(second)) {
        HPy_Close(ctx, first);
        return HPy_NULL;
    }
    HPy sum = HPy_Add(ctx, first, second);
    HPy_Close(ctx, first);
    if (HPy_IsNull(sum))
        return HPy_NULL;                        /* second */
    HPy_Close(ctx, second);
    return sum;
}

/* Stores the repr of a value; the list is made by a helper, which is right. */

static HPy pair(HPyContext *ctx, HPy a, HPy b)
{
    HPy list = HPyList_New(ctx, 0);
    if (HPy_IsNull(list))
        return HPy_NULL;
    if (HPyList_Append(ctx, list, a) < 0 || HPyList_Append(ctx, list, b) < 0) {
        HPy_Close(ctx, list);
        return HPy_NULL;
    }
    return list;
}

HPyDef_METH(leaks_beside_helper, "leaks_beside_helper", HPyFunc_VARARGS)
static HPy leaks_beside_helper_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy text = HPy_Str(ctx, args[0]);
    if (HPy_IsNull(text))
        return HPy_NULL;
    HPy list = pair(ctx, text, args[1]);
    if (HPy_IsNull(list))
        return HPy_NULL;                        /* text */
    HPy_Close(ctx, text);
    return list;
}

HPyDef_METH(unchecked_null, "unchecked_null", HPyFunc_VARARGS)
static HPy unchecked_null_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy text = HPy_Str(ctx, args[0]);
    HPy list = pair(ctx, text, args[1]);        /* text may be HPy_NULL */
    HPy_Close(ctx, text);
    return list;
}

HPyDef_METH(unchecked_minus_one, "unchecked_minus_one", HPyFunc_O)
static HPy unchecked_minus_one_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t length = HPy_Length(ctx, arg);
    return HPyLong_FromSsize_t(ctx, length * 2);
}

HPyDef_METH(unchecked_number, "unchecked_number", HPyFunc_O)
static HPy unchecked_number_impl(HPyContext *ctx, HPy self, HPy arg)
{
    long number = HPyLong_AsLong(ctx, arg);     /* -1, and an exception */
    return HPy_Dup(ctx, number % 2 ? ctx->h_True : ctx->h_False);
}

HPyDef_METH(closes_twice, "closes_twice", HPyFunc_VARARGS)
static HPy closes_twice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy list = pair(ctx, args[0], args[1]);
    if (HPy_IsNull(list))
        return HPy_NULL;
    HPy text = HPy_Repr(ctx, list);
    if (HPy_IsNull(text))
        HPy_Close(ctx, list);
    HPy_Close(ctx, list);
    return text;
}

HPyDef_METH(keeps_builder, "keeps_builder", HPyFunc_VARARGS)
static HPy keeps_builder_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyListBuilder builder = HPyListBuilder_New(ctx, nargs);
    for (size_t i = 0; i < nargs; i++) {
        HPy text = HPy_Repr(ctx, args[i]);
        if (HPy_IsNull(text))
            return HPy_NULL;                    /* the builder */
        HPyListBuilder_Set(ctx, builder, i, text);
        HPy_Close(ctx, text);
    }
    return HPyListBuilder_Build(ctx, builder);
}

HPyDef_METH(keeps_tracker, "keeps_tracker", HPyFunc_VARARGS)
static HPy keeps_tracker_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyTracker tracker = HPyTracker_New(ctx, 2);
    if (tracker._i == 0)
        return HPy_NULL;
    HPy first = HPy_Repr(ctx, args[0]);
    if (HPy_IsNull(first)) {
        HPyTracker_Close(ctx, tracker);
        return HPy_NULL;
    }
    if (HPyTracker_Add(ctx, tracker, first) < 0)
        return HPy_NULL;                        /* the tracker */
    HPy second = HPy_Add(ctx, first, first);
    HPyTracker_Close(ctx, tracker);
    return second;
}

HPyDef_METH(cancels_built, "cancels_built", HPyFunc_O)
static HPy cancels_built_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 1);
    HPyTupleBuilder_Set(ctx, builder, 0, arg);
    HPy tuple = HPyTupleBuilder_Build(ctx, builder);
    if (HPy_IsNull(tuple))
        HPyTupleBuilder_Cancel(ctx, builder);   /* which is gone */
    return tuple;
}

HPyDef_METH(swallows_effect, "swallows_effect", HPyFunc_VARARGS)
static HPy swallows_effect_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    if (HPy_SetItem(ctx, args[0], args[1], args[2]) < 0)
        HPyErr_Clear(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(swallows_value, "swallows_value", HPyFunc_O)
static HPy swallows_value_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy text = HPy_Repr(ctx, arg);
    if (HPy_IsNull(text)) {
        HPyErr_Clear(ctx);
        return HPy_Dup(ctx, ctx->h_None);
    }
    return text;
}

HPyDef_METH(forgets_exception, "forgets_exception", HPyFunc_O)
static HPy forgets_exception_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy text = HPy_Repr(ctx, arg);
    if (HPy_IsNull(text)) {
        HPyErr_Clear(ctx);
        return HPy_NULL;                        /* without an exception */
    }
    return text;
}

/* An object whose C struct is used before it is complete. */

typedef struct {
    const char *name;
    HPyField items;
} Box;

HPyType_HELPERS(Box)

HPyDef_SLOT(Box_traverse, HPy_tp_traverse)
static int Box_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Box *)self)->items);
    return 0;
}

HPyDef_SLOT(Box_finalize, HPy_tp_finalize)
static void Box_finalize_impl(HPyContext *ctx, HPy self)
{
    Box *box = Box_AsStruct(ctx, self);
    if (box->name[0] == '!')                    /* NULL, where Box_new has failed half way */
        HPyField_Store(ctx, self, &box->items, HPy_NULL);
}

HPyDef_SLOT(Box_new, HPy_tp_new)
static HPy Box_new_impl(HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Box *box;
    HPy self = HPy_New(ctx, cls, &box);
    if (HPy_IsNull(self))
        return HPy_NULL;
    HPy list = HPyList_New(ctx, 0);
    if (HPy_IsNull(list)) {
        HPy_Close(ctx, self);
        return HPy_NULL;
    }
    HPyField_Store(ctx, self, &box->items, list);
    HPy_Close(ctx, list);
    box->name = "box";
    return self;
}

static HPyDef *Box_defines[] = {&Box_traverse, &Box_finalize, &Box_new, NULL};
static HPyType_Spec Box_spec = {
    .name = "fragile.Box",
    .basicsize = sizeof(Box),
    .builtin_shape = SHAPE(Box),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = Box_defines,
};

/* What is right: everything is closed, and every exception is told of. */

HPyDef_METH(careful, "careful", HPyFunc_VARARGS)
static HPy careful_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy result = HPy_NULL, first = HPy_NULL, second = HPy_NULL;
    HPyListBuilder builder = HPyListBuilder_New(ctx, 2);
    first = HPy_Repr(ctx, args[0]);
    if (HPy_IsNull(first))
        goto cancel;
    second = HPy_GetAttr_s(ctx, args[1], "upper");
    if (HPy_IsNull(second)) {
        if (!HPyErr_ExceptionMatches(ctx, ctx->h_AttributeError))
            goto cancel;
        HPyErr_Clear(ctx);
        second = HPy_Dup(ctx, ctx->h_None);
    }
    HPyListBuilder_Set(ctx, builder, 0, first);
    HPyListBuilder_Set(ctx, builder, 1, second);
    result = HPyListBuilder_Build(ctx, builder);
    goto done;
cancel:
    HPyListBuilder_Cancel(ctx, builder);
done:
    HPy_Close(ctx, first);
    HPy_Close(ctx, second);
    return result;
}

HPyDef_METH(never_called, "never_called", HPyFunc_O)
static HPy never_called_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, arg);
}

HPyDef_SLOT(init, HPy_mod_exec)
static int init_impl(HPyContext *ctx, HPy module)
{
    HPy type = HPyType_FromSpec(ctx, &Box_spec, NULL);
    if (HPy_IsNull(type))
        return -1;
    int result = HPy_SetAttr_s(ctx, module, "Box", type);
    HPy_Close(ctx, type);
    return result;
}

static HPyDef *defines[] = {
    &init,
    &leaks_first, &leaks_second, &leaks_beside_helper,
    &unchecked_null, &unchecked_minus_one, &unchecked_number,
    &closes_twice, &keeps_builder, &keeps_tracker, &cancels_built,
    &swallows_effect, &swallows_value, &forgets_exception,
    &careful, &never_called,
    NULL,
};
static HPyModuleDef module = {.doc = "mistakes on error paths", .defines = defines};
HPy_MODINIT(fragile, module)
