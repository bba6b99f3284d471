"""HPy types under other types and over other types: shapes, metaclasses, subclasses, their lives and their deaths."""

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

HPyDef_SLOT(Pair_init, HPy_tp_init)
static int Pair_init_impl(HPyContext *ctx, HPy self, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    PairObject_AsStruct(ctx, self)->n = nargs ? 77 : 0;
    return 0;
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
static HPyType_Spec Pair_spec = {
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
    return HPyType_FromSpec(ctx, &Pair_spec, params);
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

HPyDef_CALL_FUNCTION(special)
static HPy special_impl(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyLong_FromLong(ctx, -1);
}

HPyDef_METH(call_specially, "call_specially", HPyFunc_O)
static HPy call_specially_impl(HPyContext *ctx, HPy self, HPy object)
{
    return HPy_SetCallFunction(ctx, object, &special) < 0 ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
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
    &Pair_traverse, &Pair_finalize, &Pair_init, &Pair_getbuffer, &Pair_releasebuffer,
};

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy module)
{
    finalized = destroyed = released = 0;
    return 0;
}

static HPyDef *module_defines[] = {
    &new_type, &new_callable_type, &mark, &make, &call_specially, &shape_of, &counts, &exec, NULL,
};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
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


class Plain:
    pass


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

    def test_dies(self, load):
        type_ = load().new_type()
        type_()
        reference = weakref.ref(type_)
        del type_
        assert is_gone(reference)

    def test_descriptor_outlives_it(self, load):
        descriptor = load().new_type().__dict__["a"]
        gc.collect()
        assert "'a'" in repr(descriptor)

    @pytest.mark.parametrize("metaclass", [None, type("Meta", (type,), {})])
    def test_made_many_times_leaves_nothing(self, load, metaclass):
        module = load()

        def make_types(count):
            for _ in range(count):
                pair = module.new_type(metaclass)()
                pair.a = pair
                del pair
            for _ in range(4):
                gc.collect()
            return len(gc.get_objects())

        before = make_types(100)
        assert make_types(500) < before + 100

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
    @pytest.mark.parametrize("namespace", [{"__slots__": ()}, {}], ids=["without a dict", "with a dict"])
    def test_dies_with_its_cycles(self, load, namespace):
        module = load()
        subclass = type("Sub", (module.new_type(),), namespace)
        assert module.shape_of(subclass) == 0
        pair = subclass()
        module.mark(pair)
        pair.a = pair
        subclass.kept = subclass()
        subclass.kept.a = subclass.kept
        if not namespace:
            pair.itself = subclass.kept.another = pair
        reference = weakref.ref(subclass)
        del pair, subclass
        assert is_gone(reference)
        assert destroyed(module) == 2

    @pytest.mark.parametrize("kind", [COLLECTED, UNCOLLECTED], ids=["collected", "not collected"])
    @pytest.mark.parametrize("namespace", [None, {"__slots__": ()}, {}], ids=["itself", "without a dict", "with a dict"])
    def test_instance_is_finalized_and_destroyed_once(self, load, kind, namespace):
        module = load(kind=kind, more=", &Pair_finalize")
        type_ = module.new_type()
        if namespace is not None:
            type_ = type("Sub", (type_,), namespace)
        type_()
        gc.collect()
        assert module.counts()[:2] == (1, 1)

    def test_can_be_referred_to_weakly(self, load):
        pair = type("Sub", (load().new_type(),), {})()
        reference = weakref.ref(pair)
        del pair
        assert is_gone(reference)

    def test_lends_its_buffer(self, load):
        module = load(kind=UNCOLLECTED, more=", &Pair_getbuffer, &Pair_releasebuffer")
        type_ = module.new_type()
        assert bytes(memoryview(type_())) == b"abc"
        assert bytes(type("Sub", (type_,), {})()) == b"abc"
        assert destroyed(module) == 2
        assert module.counts()[2] >= 1


class TestHPySubclass:
    @pytest.mark.parametrize("between", [False, True], ids=["of an HPy type", "of a Python subclass"])
    def test_has_the_struct_of_its_base(self, load, between):
        module = load()
        base = module.new_type()
        if between:
            base = type("Between", (base,), {"__slots__": ()})
        pair = module.new_type(None, base)()
        module.mark(pair)
        pair.a = pair
        del pair
        assert destroyed(module) > 0

    @pytest.mark.parametrize("metaclass", [None, type("Meta", (type,), {})])
    def test_that_is_too_small_for_its_base_is_refused(self, load, metaclass):
        module = load()
        base = type("Sub", (module.new_type(),), {"__slots__": ("x", "y")})
        with pytest.raises(TypeError):
            module.new_type(metaclass, base)


class TestShape:
    @pytest.mark.parametrize(
        ("shape", "base", "value"),
        [("Long", int, 12345), ("Float", float, 1.5), ("Unicode", str, "h\u20acllo" * 20), ("Tuple", tuple, ("x",))],
    )
    @pytest.mark.parametrize("kind", [COLLECTED, UNCOLLECTED], ids=["collected", "not collected"])
    def test_of_a_builtin_type_holds_the_value_and_the_struct(self, load, shape, base, value, kind):
        if base is tuple and kind is UNCOLLECTED:
            pytest.skip("tuples are collected")
        module = load(shape, kind)
        type_ = module.new_type(None, base)
        for cls in (type_, type("Sub", (type_,), {})):
            for _ in range(50):
                made = cls(value)
                module.mark(made)
                if kind is COLLECTED:
                    made.a = made
                assert (made, made.n) == (value, 77)
        del made
        assert destroyed(module) == 100

    def test_of_a_list_dies_with_its_items_and_fields(self, load):
        module = load("List")
        type_ = module.new_type(None, list)
        for cls in (type_, type("Sub", (type_,), {})):
            kept = Plain()
            made = cls([kept])
            module.mark(made)
            made.a = kept
            made.append(made)
            assert made[0] is kept
            reference = weakref.ref(kept)
            del kept, made
            assert is_gone(reference)
        assert destroyed(module) == 2


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


class TestCall:
    @pytest.fixture
    def module(self, load):
        return load(more=", &Pair_call, &Pair_init")

    def test_gets_arguments_and_keywords(self, module):
        pair = module.new_type()(1, 2)
        assert (pair(1, 2, 3, k=4), pair.n) == (103, 77)

    def test_is_inherited(self, module):
        type_ = module.new_type()

        class Sub(type_):
            def __new__(cls, *args):
                return super().__new__(cls)

            def __init__(self, *args):
                super().__init__(*args)

        for pair in (Sub(1), module.make(Sub), module.new_type(None, type_)(1)):
            assert (pair(1, 2), pair.n) == (2, 77)

    def test_gives_way_to_that_of_a_python_subclass(self, module):
        subclass = type("Sub", (module.new_type(),), {"__call__": lambda self: "Python's"})
        assert subclass()() == "Python's"

    def test_can_be_set_for_one_object(self, module):
        type_ = module.new_type()
        for pair in (type_(), type("Sub", (type_,), {})(), module.new_type(None, type_)()):
            module.call_specially(pair)
            assert pair() == -1
        assert type_()() == 0

    @pytest.mark.parametrize("value", [3, object()])
    def test_cannot_be_set_for_an_object_of_another_type(self, module, value):
        with pytest.raises(TypeError):
            module.call_specially(value)

    def test_of_a_type_without_a_struct_of_its_own(self, load):
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
