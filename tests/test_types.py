import gc
import weakref

import pytest
from hpy.debug import LeakDetector

pytestmark = pytest.mark.usefixtures("only_new_objects_are_collected")

PAIRS = """
#define MAGIC 0x5ca1ab1e

typedef struct {
    long magic;
    HPyField first;
    HPyField second;
} PairObject;
HPyType_HELPERS(PairObject)

static long destroyed;
static long wrong_structs;

static void check(PairObject *pair)
{
    if (pair->magic != MAGIC)
        wrong_structs++;
}

HPyDef_SLOT(Pair_new, HPy_tp_new)
static HPy Pair_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    PairObject *pair;
    HPy h = HPy_New(ctx, type, &pair);
    if (HPy_IsNull(h))
        return HPy_NULL;
    pair->magic = MAGIC;
    if (nargs > 0)
        HPyField_Store(ctx, h, &pair->first, args[0]);
    if (nargs > 1)
        HPyField_Store(ctx, h, &pair->second, args[1]);
    return h;
}

HPyDef_SLOT(Pair_traverse, HPy_tp_traverse)
static int Pair_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    PairObject *pair = self;
    check(pair);
    HPy_VISIT(&pair->first);
    HPy_VISIT(&pair->second);
    return 0;
}

HPyDef_SLOT(Pair_destroy, HPy_tp_destroy)
static void Pair_destroy_impl(void *self)
{
    check(self);
    destroyed++;
}

static HPy load_field(HPyContext *ctx, HPy self, HPyField field)
{
    return HPyField_IsNull(field) ? HPy_Dup(ctx, ctx->h_None) : HPyField_Load(ctx, self, field);
}

HPyDef_GETSET(Pair_first, "first")
static HPy Pair_first_get(HPyContext *ctx, HPy self, void *closure)
{
    return load_field(ctx, self, PairObject_AsStruct(ctx, self)->first);
}
static int Pair_first_set(HPyContext *ctx, HPy self, HPy value, void *closure)
{
    HPyField_Store(ctx, self, &PairObject_AsStruct(ctx, self)->first, value);
    return 0;
}

HPyDef_GET(Pair_second, "second")
static HPy Pair_second_get(HPyContext *ctx, HPy self, void *closure)
{
    return load_field(ctx, self, PairObject_AsStruct(ctx, self)->second);
}

HPyDef_METH(Pair_swap, "swap", HPyFunc_NOARGS)
static HPy Pair_swap_impl(HPyContext *ctx, HPy self)
{
    PairObject *pair = PairObject_AsStruct(ctx, self);
    HPy first = load_field(ctx, self, pair->first);
    HPy second = load_field(ctx, self, pair->second);
    HPyField_Store(ctx, self, &pair->first, second);
    HPyField_Store(ctx, self, &pair->second, first);
    HPy_Close(ctx, first);
    HPy_Close(ctx, second);
    return HPy_Dup(ctx, self);
}

HPyDef_SLOT(Pair_length, HPy_sq_length)
static HPy_ssize_t Pair_length_impl(HPyContext *ctx, HPy self)
{
    return 2;
}

HPyDef_SLOT(Pair_add, HPy_nb_add)
static HPy Pair_add_impl(HPyContext *ctx, HPy left, HPy right)
{
    return HPyTuple_Pack(ctx, 2, left, right);
}

static HPyDef *Pair_defines[] = {
    &Pair_new, &Pair_traverse, &Pair_destroy, &Pair_first, &Pair_second, &Pair_swap, &Pair_length, &Pair_add, NULL,
};
static HPyType_Spec Pair_spec = {
    .name = "mytest.Pair",
    .basicsize = sizeof(PairObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | HPy_TPFLAGS_HAVE_GC,
    .defines = Pair_defines,
};

HPyDef_METH(destroyed_count, "destroyed_count", HPyFunc_NOARGS)
static HPy destroyed_count_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, destroyed);
}

HPyDef_METH(wrong_struct_count, "wrong_struct_count", HPyFunc_NOARGS)
static HPy wrong_struct_count_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, wrong_structs);
}

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    destroyed = wrong_structs = 0;
    return HPyHelpers_AddType(ctx, mod, "Pair", &Pair_spec, NULL) ? 0 : -1;
}

static HPyDef *module_defines[] = {&destroyed_count, &wrong_struct_count, &exec, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
"""


@pytest.fixture(params=["universal", "debug", "trace", "cpython"])
def pairs(request, compile_module):
    module = compile_module(PAIRS, abi="cpython" if request.param == "cpython" else "universal").load(request.param)
    with LeakDetector():
        yield module
    gc.collect()
    assert module.wrong_struct_count() == 0


@pytest.fixture
def subclass(pairs):
    class Sub(pairs.Pair):
        def __init__(self, *args):
            self.note = "in the instance dict"

    return Sub


class Mortal:
    """Counts its deaths."""

    deaths = 0

    def __del__(self):
        Mortal.deaths += 1


class TestFields:
    def test_are_read_and_written(self, pairs):
        pair = pairs.Pair("one", "two")
        assert (pair.first, pair.second) == ("one", "two")
        pair.first = "three"
        assert pair.swap() is pair
        assert (pair.first, pair.second) == ("two", "three")

    def test_start_out_empty(self, pairs):
        pair = pairs.Pair()
        assert (pair.first, pair.second) == (None, None)

    def test_are_released_with_their_owner(self, pairs):
        before = Mortal.deaths
        pair = pairs.Pair(Mortal(), Mortal())
        pair.first = None
        assert Mortal.deaths == before + 1
        del pair
        assert Mortal.deaths == before + 2

    def test_of_a_python_subclass_are_where_they_belong(self, subclass):
        pair = subclass("one", "two")
        assert (pair.first, pair.second, pair.note) == ("one", "two", "in the instance dict")
        pair.swap()
        assert (pair.first, pair.second, pair.note) == ("two", "one", "in the instance dict")


class TestDestroy:
    def test_sees_every_instance(self, pairs):
        for _ in range(100):
            pairs.Pair("one", "two")
        assert pairs.destroyed_count() == 100

    def test_sees_every_instance_of_a_python_subclass(self, pairs, subclass):
        for _ in range(100):
            subclass("one", "two")
        gc.collect()
        assert pairs.destroyed_count() == 100


class TestGarbageCollection:
    def test_finds_cycles_through_fields(self, pairs):
        before = Mortal.deaths
        pair = pairs.Pair(None, Mortal())
        pair.first = pair
        del pair
        assert Mortal.deaths == before
        gc.collect()
        assert Mortal.deaths == before + 1
        assert pairs.destroyed_count() == 1

    def test_finds_cycles_through_fields_of_a_python_subclass(self, pairs, subclass):
        before = Mortal.deaths
        pair = subclass(None, Mortal())
        pair.first = [pair]
        del pair
        gc.collect()
        assert Mortal.deaths == before + 1
        assert pairs.destroyed_count() == 1

    def test_finds_cycles_through_the_instance_dict_of_a_python_subclass(self, pairs, subclass):
        before = Mortal.deaths
        pair = subclass("one", Mortal())
        pair.itself = pair
        del pair
        gc.collect()
        assert Mortal.deaths == before + 1
        assert pairs.destroyed_count() == 1

    def test_leaves_what_is_in_use(self, pairs, subclass):
        kept = [subclass(i, pairs.Pair(i, i)) for i in range(100)]
        gc.collect()
        assert [pair.second.first for pair in kept] == list(range(100))
        assert pairs.destroyed_count() == 0


class TestSlots:
    def test_are_called(self, pairs):
        pair = pairs.Pair()
        assert len(pair) == 2
        assert pair + 1 == (pair, 1)
        assert 1 + pair == (1, pair)

    def test_are_inherited_by_a_python_subclass(self, subclass):
        pair = subclass()
        assert len(pair) == 2
        assert pair + pair == (pair, pair)

    def test_give_way_to_those_of_a_python_subclass(self, pairs):
        class Longer(pairs.Pair):
            def __len__(self):
                return super().__len__() + 1

        assert len(Longer()) == 3


@pytest.mark.parametrize("abi", ["universal", "cpython"])
@pytest.mark.parametrize("fields", ["char a", "int a", "char a[13]", "double a"])
def test_what_a_python_subclass_adds_is_aligned(compile_module, fields, abi):
    """Pointers stand behind the struct, whatever its size is; debug builds of CPython insist on it."""
    module = compile_module(
        f"""
        typedef struct {{ {fields}; }} Odd;
        static HPyType_Spec odd_spec = {{
            .name = "mytest.Odd",
            .basicsize = sizeof(Odd),
            .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
        }};
        HPyDef_SLOT(exec, HPy_mod_exec)
        static int exec_impl(HPyContext *ctx, HPy mod)
        {{
            return HPyHelpers_AddType(ctx, mod, "Odd", &odd_spec, NULL) ? 0 : -1;
        }}
        static HPyDef *module_defines[] = {{&exec, NULL}};
        static HPyModuleDef module_def = {{.defines = module_defines}};
        HPy_MODINIT(mytest, module_def)
        """,
        abi=abi,
    ).load()

    class Sub(module.Odd):
        pass

    sub = Sub()
    sub.note = "kept"
    assert sub.note == "kept"
    assert module.Odd.__basicsize__ % 8 == Sub.__basicsize__ % 8 == 0


LEGACY_COLLECTED = """
#include <structmember.h>

typedef struct { PyObject_HEAD PyObject *held; } Node;

static int Node_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    Py_VISIT(((Node *)self)->held);
    return 0;
}

static int Node_clear(PyObject *self)
{
    Py_CLEAR(((Node *)self)->held);
    return 0;
}

static void Node_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyObject_GC_UnTrack(self);
    Node_clear(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyMemberDef Node_members[] = {{"held", T_OBJECT, offsetof(Node, held), 0, NULL}, {NULL}};
static PyType_Slot Node_slots[] = {
    {Py_tp_traverse, Node_traverse}, {Py_tp_clear, Node_clear}, {Py_tp_dealloc, Node_dealloc}, {Py_tp_members, Node_members}, {0},
};

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    HPyType_Spec spec = {
        .name = "mytest.Node",
        .basicsize = sizeof(Node),
        .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
        .builtin_shape = HPyType_BuiltinShape_Legacy,
        .legacy_slots = Node_slots,
    };
    return HPyHelpers_AddType(ctx, mod, "Node", &spec, NULL) ? 0 : -1;
}
static HPyDef *module_defines[] = {&exec, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
"""


@pytest.mark.parametrize("abi", ["hybrid", "cpython"])
def test_legacy_traverse_will_do_for_a_type_that_is_collected(compile_module, abi):
    module = compile_module(LEGACY_COLLECTED, abi=abi).load()

    class Witness:
        pass

    node, witness = module.Node(), Witness()
    assert gc.is_tracked(node)
    node.held = [node, witness]
    gone = weakref.ref(witness)
    del node, witness
    gc.collect()
    assert gone() is None
