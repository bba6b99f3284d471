"""What docs/checks-limits.md says goes unnoticed does; what it says is caught elsewhere is."""

import pytest

SOURCE = """
typedef struct {
    HPyField item;
    long value;
} Box;
HPyType_HELPERS(Box)

typedef struct {
    long value;
} Other;
HPyType_HELPERS(Other)

HPyDef_SLOT(Box_new, HPy_tp_new)
static HPy Box_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Box *box;
    return HPy_New(ctx, type, &box);
}

/* Visits nothing. */
HPyDef_SLOT(Box_traverse, HPy_tp_traverse)
static int Box_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) { return 0; }

static HPyDef *Box_defines[] = {&Box_new, &Box_traverse, NULL};
/* Without HPy_TPFLAGS_HAVE_GC. */
static HPyType_Spec Box_spec = {.name = "mytest.Box", .basicsize = sizeof(Box), .defines = Box_defines};

HPyDef_METH(store_elsewhere, "store_elsewhere", HPyFunc_O)
static HPy store_elsewhere_impl(HPyContext *ctx, HPy self, HPy arg)
{
    static HPyField elsewhere;
    HPyField_Store(ctx, arg, &elsewhere, arg);
    return HPyField_Load(ctx, arg, elsewhere);
}

HPyDef_METH(store, "store", HPyFunc_O)
static HPy store_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyField_Store(ctx, arg, &Box_AsStruct(ctx, arg)->item, arg);
    return HPyField_Load(ctx, arg, Box_AsStruct(ctx, arg)->item);
}

HPyDef_METH(same_shape, "same_shape", HPyFunc_O)
static HPy same_shape_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromLong(ctx, Other_AsStruct(ctx, arg)->value);
}

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod) { return HPyHelpers_AddType(ctx, mod, "Box", &Box_spec, NULL) ? 0 : -1; }

static HPyDef *module_defines[] = {&store_elsewhere, &store, &same_shape, &exec, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
"""


@pytest.mark.parametrize("function", ["store_elsewhere", "store", "same_shape"])
def test_goes_unnoticed(compile_module, run_snippet, function):
    finished = run_snippet(compile_module(SOURCE), f"mod.{function}(mod.Box())")
    assert (finished.returncode, finished.stderr) == (0, "")
