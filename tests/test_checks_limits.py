"""What docs/reports/limits.md says goes unnoticed does; what it says is caught elsewhere is."""

import pytest

SOURCE = """
typedef struct {
    HPyField item, forgotten;
    long value;
} Box;
HPyType_HELPERS(Box)

typedef struct {
    long value;
} Other;
HPyType_HELPERS(Other)

/* Visits one of its fields. */
HPyDef_SLOT(Box_traverse, HPy_tp_traverse)
static int Box_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Box *)self)->item);
    return 0;
}

static HPyDef *Box_defines[] = {&Box_traverse, NULL};
static HPyType_Spec Box_spec = {
    .name = "mytest.Box",
    .basicsize = sizeof(Box),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = Box_defines,
};

HPyDef_METH(load_with_another_owner, "load_with_another_owner", HPyFunc_O)
static HPy load_with_another_owner_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyField_Store(ctx, arg, &Box_AsStruct(ctx, arg)->item, arg);
    return HPyField_Load(ctx, self, Box_AsStruct(ctx, arg)->item);
}

HPyDef_METH(store, "store", HPyFunc_O)
static HPy store_impl(HPyContext *ctx, HPy self, HPy arg)
{
    Box *box = Box_AsStruct(ctx, arg);
    HPyField_Store(ctx, arg, HPyField_IsNull(box->item) ? &box->item : &box->forgotten, ctx->h_None);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(same_shape, "same_shape", HPyFunc_O)
static HPy same_shape_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromLong(ctx, Other_AsStruct(ctx, arg)->value);
}
"""


CALLS = {
    "a struct of the same shape": "mod.same_shape(mod.Box())",
    "a field loaded with another owner": "mod.load_with_another_owner(mod.Box())",
    "the object of a field that is visited in one that is not": "box = mod.Box(); mod.store(box); mod.store(box)",
}


@pytest.mark.parametrize("name", CALLS)
def test_goes_unnoticed(compile_module, run_snippet, name):
    finished = run_snippet(compile_module(SOURCE), CALLS[name])
    assert (finished.returncode, finished.stderr) == (0, "")
