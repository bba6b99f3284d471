"""HPy types under other types and over other types: members, metaclasses, buffers, and calls without a struct."""

import gc
import sys
import weakref

import pytest

pytestmark = pytest.mark.usefixtures("only_new_objects_are_collected")

# A type with two fields; traverse and destroy end the process where they get another struct than that of a pair.
PAIR = """
#include <stdlib.h>

typedef struct {
    HPyField a;
    HPyField b;
    long n;
} PairObject;
HPyType_HELPERS(PairObject, HPyType_BuiltinShape_%(shape)s)

static long destroyed;
static long finalized;

static void check(PairObject *pair)
{
    if (pair->n != 0 && pair->n != 77)
        abort();
}

HPyDef_SLOT(Pair_traverse, HPy_tp_traverse)
static int Pair_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    PairObject *pair = self;
    check(pair);
    HPy_VISIT(&pair->a);
    HPy_VISIT(&pair->b);
    return 0;
}

HPyDef_SLOT(Pair_destroy, HPy_tp_destroy)
static void Pair_destroy_impl(void *self)
{
    check(self);
    if (!HPyField_IsNull(((PairObject *)self)->a))
        abort();
    destroyed++;
}

HPyDef_SLOT(Pair_finalize, HPy_tp_finalize)
static void Pair_finalize_impl(HPyContext *ctx, HPy self)
{
    finalized++;
}

HPyDef_SLOT(Pair_call, HPy_tp_call)
static HPy Pair_call_impl(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames)
{
    long keywords = HPy_IsNull(kwnames) ? 0 : HPy_Length(ctx, kwnames);
    return HPyLong_FromLong(ctx, (long)nargs + 100 * keywords);
}

static char data[] = "abc";

HPyDef_SLOT(Pair_getbuffer, HPy_bf_getbuffer)
static int Pair_getbuffer_impl(HPyContext *ctx, HPy self, HPy_buffer *buffer, int flags)
{
    static HPy_ssize_t shape[] = {3}, strides[] = {1};
    *buffer = (HPy_buffer){
        .buf = data, .obj = HPy_Dup(ctx, self), .len = 3, .itemsize = 1, .readonly = 1, .ndim = 1, .format = (char *)"B",
        .shape = shape, .strides = strides,
    };
    return 0;
}

static long released;

HPyDef_SLOT(Pair_releasebuffer, HPy_bf_releasebuffer)
static void Pair_releasebuffer_impl(HPyContext *ctx, HPy self, HPy_buffer *buffer)
{
    released++;
}

HPyDef_MEMBER(Pair_a, "a", HPyMember_OBJECT, offsetof(PairObject, a))
HPyDef_MEMBER(Pair_b, "b", HPyMember_OBJECT_EX, offsetof(PairObject, b))
HPyDef_MEMBER(Pair_n, "n", HPyMember_LONG, offsetof(PairObject, n))

static HPyDef *Pair_defines[] = {%(slots)s, &Pair_a, &Pair_b, &Pair_n, NULL};
static HPyType_Spec pair = {
    .name = "mytest.Pair",
    .basicsize = sizeof(PairObject),
    .builtin_shape = SHAPE(PairObject),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | %(flags)s,
    .defines = Pair_defines,
    .doc = "a pair",
};

/* new_type(metaclass, *bases); None for none */
HPyDef_METH(new_type, "new_type", HPyFunc_VARARGS)
static HPy new_type_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyType_SpecParam params[5];
    size_t count = 0;
    for (size_t i = 0; i < nargs; i++) {
        if (HPy_Is(ctx, args[i], ctx->h_None))
            continue;
        params[count].kind = i == 0 ? HPyType_SpecParam_Metaclass : HPyType_SpecParam_Base;
        params[count++].object = args[i];
    }
    params[count].kind = (HPyType_SpecParam_Kind)0;
    return HPyType_FromSpec(ctx, &pair, params);
}

/* A type without a struct of its own that can be called. */
HPyDef_METH(new_callable_type, "new_callable_type", HPyFunc_O)
static HPy new_callable_type_impl(HPyContext *ctx, HPy self, HPy base)
{
    static HPyDef *defines[] = {&Pair_call, NULL};
    static HPyType_Spec spec = {
        .name = "mytest.Callable", .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE, .defines = defines,
    };
    HPyType_SpecParam params[] = {{HPyType_SpecParam_Base, base}, {(HPyType_SpecParam_Kind)0}};
    return HPyType_FromSpec(ctx, &spec, params);
}

HPyDef_METH(mark, "mark", HPyFunc_O)
static HPy mark_impl(HPyContext *ctx, HPy self, HPy pair)
{
    PairObject_AsStruct(ctx, pair)->n = 77;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(make, "make", HPyFunc_O)
static HPy make_impl(HPyContext *ctx, HPy self, HPy type)
{
    PairObject *pair;
    HPy h = HPy_New(ctx, type, &pair);
    if (!HPy_IsNull(h))
        pair->n = 77;
    return h;
}

HPyDef_METH(shape_of, "shape_of", HPyFunc_O)
static HPy shape_of_impl(HPyContext *ctx, HPy self, HPy type)
{
    return HPyLong_FromLong(ctx, _HPyType_GetBuiltinShape(ctx, type));
}

HPyDef_METH(counts, "counts", HPyFunc_NOARGS)
static HPy counts_impl(HPyContext *ctx, HPy self)
{
    return HPy_BuildValue(ctx, "(lll)", finalized, destroyed, released);
}

static HPyDef *unused[] __attribute__((unused)) = {
    &Pair_traverse, &Pair_finalize, &Pair_getbuffer, &Pair_releasebuffer,
};

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy module)
{
    finalized = destroyed = released = 0;
    return 0;
}
"""

COLLECTED = ("&Pair_traverse, &Pair_destroy", "HPy_TPFLAGS_HAVE_GC")
UNCOLLECTED = ("&Pair_destroy", "0")


@pytest.fixture(params=["universal", "debug", "cpython"])
def load(request, compile_module):
    """load(shape="Object", kind=COLLECTED, more=""): the module, whose pairs have that shape and more slots."""

    def make(shape="Object", kind=COLLECTED, more=""):
        slots, flags = kind
        abi = "cpython" if request.param == "cpython" else "universal"
        extension = compile_module(PAIR % {"shape": shape, "slots": slots + more, "flags": flags}, abi=abi)
        return extension.load(request.param)

    return make


def destroyed(module):
    gc.collect()
    return module.counts()[1]


def is_gone(reference):
    for _ in range(4):
        gc.collect()
    return reference() is None


class TestType:
    def test_members_are_those_of_the_struct(self, load):
        module = load()
        pair = module.new_type()()
        assert pair.a is None
        with pytest.raises(AttributeError):
            pair.b
        module.mark(pair)
        pair.a, pair.b = [1], pair
        assert (pair.a, pair.b, pair.n) == ([1], pair, 77)
        del pair
        assert destroyed(module) == 1

    def test_is_kept_by_its_instances_and_by_nothing_else(self, load):
        type_ = load().new_type()
        before = sys.getrefcount(type_)
        pairs = [type_() for _ in range(10)]
        assert sys.getrefcount(type_) == before + 10
        del pairs
        assert sys.getrefcount(type_) == before

    def test_descriptor_outlives_it(self, load):
        descriptor = load().new_type().__dict__["a"]
        gc.collect()
        assert "'a'" in repr(descriptor)

    def test_can_be_renamed(self, load):
        module = load()
        type_ = module.new_type()
        type_.__name__ = "Other"
        pair = type_()
        pair.a = pair
        assert type_.__name__ == "Other"
        del pair
        assert destroyed(module) == 1


class TestPythonSubclass:
    def test_has_the_shape_of_its_base(self, load):
        module = load()
        assert module.shape_of(type("Sub", (module.new_type(),), {})) == 0

    def test_lends_its_buffer(self, load):
        module = load(kind=UNCOLLECTED, more=", &Pair_getbuffer, &Pair_releasebuffer")
        type_ = module.new_type()
        assert bytes(memoryview(type_())) == b"abc"
        assert bytes(type("Sub", (type_,), {})()) == b"abc"
        assert destroyed(module) == 2
        assert module.counts()[2] >= 1


class TestMetaclass:
    def test_with_a_struct_makes_classes_that_die(self, load):
        module = load("Type")
        metaclass = module.new_type(None, type)

        class Made(metaclass=metaclass):
            pass

        module.mark(Made)
        Made.a = Made
        assert isinstance(Made(), Made)
        reference = weakref.ref(Made)
        del Made
        assert is_gone(reference)
        assert destroyed(module) == 1

    def test_with_a_struct_makes_hpy_types_that_die(self, load):
        with_struct = load("Type")
        metaclass = with_struct.new_type(None, type)
        module = load()
        type_ = module.new_type(metaclass)
        with_struct.mark(type_)
        assert type(type_) is metaclass
        assert (type_.__module__, type_.__name__, type_.__doc__) == ("mytest", "Pair", "a pair")
        assert type_.__mro__ == (type_, object)
        type_.a = type_
        pair = type_()
        pair.a = type_
        subclass = type_.__class__("Sub", (type_,), {})
        subclass.kept = subclass()
        references = [weakref.ref(type_), weakref.ref(subclass)]
        del type_, subclass, pair
        assert all(is_gone(reference) for reference in references)

    def test_and_several_bases_are_those_that_were_asked_for(self, load):
        metaclass = type("Meta", (type,), {})
        first, second = type("A", (), {}), type("B", (), {})
        type_ = load(kind=UNCOLLECTED).new_type(metaclass, first, second)
        assert (type(type_), type_.__bases__) == (metaclass, (first, second))
        assert first.__subclasses__() == [type_]


def test_type_without_a_struct_of_its_own_can_be_called(load):
    module = load()
    base = module.new_type()
    type_ = module.new_callable_type(base)
    assert type_.__basicsize__ > base.__basicsize__
    pair = type_()
    module.mark(pair)
    pair.a = pair
    assert (pair(1), pair.n) == (1, 77)
    assert module.make(type_)(1, 2) == 2
    del pair
    assert destroyed(module) == 2


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
