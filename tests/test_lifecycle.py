"""Whatever an object of an HPy type holds dies with it: kinds of type, over kinds of base, holding kinds of things.

Each cell counts what was born and what died. What CPython does for a type of its own in the same place is the measure.
"""

import gc
import sys
import types
import weakref

import pytest

from extensions import FREE_THREADED

pytestmark = pytest.mark.usefixtures("only_new_objects_are_collected")

# Types of each kind, over any base. The struct is behind 160 bytes, which are enough for the memory of every base here.
SOURCE = """
#include <stdlib.h>

typedef struct {
    char of_base[160];
    HPyField a;
    HPyField b;
} Struct;

static long destroyed, finalized;

HPyDef_SLOT(destroy, HPy_tp_destroy)
static void destroy_impl(void *self)
{
    destroyed++;
}

/* Of types with fields, which have been given up by then. */
HPyDef_SLOT(destroy_a, HPy_tp_destroy)
static void destroy_a_impl(void *self)
{
    if (!HPyField_IsNull(((Struct *)self)->a))
        abort();
    destroyed++;
}

HPyDef_SLOT(destroy_b, HPy_tp_destroy)
static void destroy_b_impl(void *self)
{
    if (!HPyField_IsNull(((Struct *)self)->b))
        abort();
    destroyed++;
}

static HPyGlobal resurrected;
static int resurrects;

HPyDef_SLOT(finalize, HPy_tp_finalize)
static void finalize_impl(HPyContext *ctx, HPy self)
{
    finalized++;
    if (resurrects)
        HPyGlobal_Store(ctx, &resurrected, self);
}

HPyDef_SLOT(visit_a, HPy_tp_traverse)
static int visit_a_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Struct *)self)->a);
    return 0;
}

HPyDef_SLOT(visit_b, HPy_tp_traverse)
static int visit_b_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Struct *)self)->b);
    return 0;
}

HPyDef_SLOT(visit_both, HPy_tp_traverse)
static int visit_both_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Struct *)self)->a);
    HPy_VISIT(&((Struct *)self)->b);
    return 0;
}

HPyDef_MEMBER(member_a, "a", HPyMember_OBJECT, offsetof(Struct, a))
HPyDef_MEMBER(member_b, "b", HPyMember_OBJECT, offsetof(Struct, b))

static HPyDef *plain[] = {NULL};
static HPyDef *destroying[] = {&destroy, NULL};
static HPyDef *finalizing[] = {&destroy, &finalize, NULL};
static HPyDef *with_a[] = {&visit_a, &member_a, NULL};
static HPyDef *with_b[] = {&visit_b, &destroy_b, &member_b, NULL};
static HPyDef *with_both[] = {&visit_both, &destroy_b, &finalize, &member_a, &member_b, NULL};
static HPyDef *untracked[] = {&visit_a, &destroy_a, &member_a, NULL};

/* new_type(kind, shape, *bases) */
HPyDef_METH(new_type, "new_type", HPyFunc_VARARGS)
static HPy new_type_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    static HPyDef **kinds[] = {plain, destroying, finalizing, with_a, with_b, with_both, untracked};
    HPyType_SpecParam params[3];
    size_t i;
    long kind = HPyLong_AsLong(ctx, args[0]);
    HPyType_Spec spec = {
        .name = "mytest.T",
        .basicsize = kind < 3 ? 0 : sizeof(Struct),
        .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | (kind < 3 || kind == 6 ? 0 : HPy_TPFLAGS_HAVE_GC),
        .builtin_shape = (HPyType_BuiltinShape)HPyLong_AsLong(ctx, args[1]),
        .defines = kinds[kind],
    };
    for (i = 0; i + 2 < nargs; i++) {
        params[i].kind = HPyType_SpecParam_Base;
        params[i].object = args[i + 2];
    }
    params[i].kind = (HPyType_SpecParam_Kind)0;
    return HPyType_FromSpec(ctx, &spec, params);
}

HPyDef_METH(counts, "counts", HPyFunc_NOARGS)
static HPy counts_impl(HPyContext *ctx, HPy self)
{
    HPy result = HPy_BuildValue(ctx, "(ll)", destroyed, finalized);
    destroyed = finalized = 0;
    return result;
}

HPyDef_METH(resurrect, "resurrect", HPyFunc_O)
static HPy resurrect_impl(HPyContext *ctx, HPy self, HPy yes)
{
    resurrects = HPy_IsTrue(ctx, yes);
    return HPy_Dup(ctx, ctx->h_None);
}

/* The object that was resurrected. */
HPyDef_METH(take, "take", HPyFunc_NOARGS)
static HPy take_impl(HPyContext *ctx, HPy self)
{
    HPy object = HPyGlobal_Load(ctx, resurrected);
    HPyGlobal_Store(ctx, &resurrected, HPy_NULL);
    return object;
}

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy module)
{
    HPyGlobal_Store(ctx, &resurrected, ctx->h_None);
    return 0;
}
"""

PLAIN, DESTROYING, FINALIZING, WITH_A, WITH_B, WITH_BOTH, UNTRACKED = range(7)
KINDS = {
    "plain": PLAIN,
    "destroying": DESTROYING,
    "finalizing": FINALIZING,
    "with field a": WITH_A,
    "with field b": WITH_B,
    "with both fields": WITH_BOTH,
    "not tracked": UNTRACKED,
}
DESTROYS = {DESTROYING, FINALIZING, WITH_B, WITH_BOTH, UNTRACKED}
FINALIZES = {FINALIZING, WITH_BOTH}
HAVE_GC = 1 << 14
LEGACY, OBJECT, TYPE, LONG, FLOAT, UNICODE, TUPLE, LIST = range(-1, 7)

MODES = {
    "universal": ("universal", "universal"),
    "debug": ("universal", "debug"),
    "trace": ("universal", "trace"),
    "hybrid": ("hybrid", "universal"),
    "hybrid in debug mode": ("hybrid", "debug"),
    "cpython": ("cpython", "universal"),
}


class Mode:
    """The extension, loaded in one mode; and another like it."""

    def __init__(self, compile_module, name):
        self.abi, mode = MODES[name]
        self.module, self.other = (compile_module(SOURCE, name, self.abi).load(mode) for name in ("mytest", "other"))


@pytest.fixture(params=MODES)
def mode(request, compile_module):
    loaded = Mode(compile_module, request.param)
    loaded.module.counts()
    Canary.live = 0
    return loaded


class Slotted:
    __slots__ = ("x",)


class SlottedWithDict:
    __slots__ = ("__dict__", "__weakref__", "x")


class Empty:
    __slots__ = ()


def dict_class():
    return type("Dict", (), {})


# Each makes the base of a type, in the shape that it demands.
BASES = {
    "object": lambda mode: (OBJECT, object),
    "HPy, with fields": lambda mode: (OBJECT, mode.module.new_type(WITH_A, OBJECT)),
    "HPy, destroying": lambda mode: (OBJECT, mode.module.new_type(DESTROYING, OBJECT)),
    "HPy, not tracked": lambda mode: (OBJECT, mode.module.new_type(UNTRACKED, OBJECT)),
    "HPy, of another module": lambda mode: (OBJECT, mode.other.new_type(WITH_A, OBJECT)),
    "HPy, legacy": lambda mode: (LEGACY, mode.module.new_type(WITH_A, LEGACY)),
    "class over HPy": lambda mode: (OBJECT, type("Over", (mode.module.new_type(WITH_A, OBJECT),), {})),
    "class with slots over HPy": lambda mode: (
        OBJECT, type("Over", (mode.module.new_type(WITH_A, OBJECT),), {"__slots__": ("x",)})
    ),
    "class over HPy of another module": lambda mode: (OBJECT, type("Over", (mode.other.new_type(WITH_B, OBJECT),), {})),
    "class with a dict": lambda mode: (OBJECT, dict_class()),
    "class with slots": lambda mode: (OBJECT, Slotted),
    "class with slots and a dict": lambda mode: (OBJECT, SlottedWithDict),
    "class without anything": lambda mode: (OBJECT, Empty),
    "int": lambda mode: (LONG, int),
    "float": lambda mode: (FLOAT, float),
    "str": lambda mode: (UNICODE, str),
    "list": lambda mode: (LIST, list),
    "tuple": lambda mode: (TUPLE, tuple),
    "class over list": lambda mode: (LIST, type("List", (list,), {})),
    "exception": lambda mode: (OBJECT, ValueError),
    "class of exception": lambda mode: (OBJECT, type("Error", (KeyError,), {})),
    "type": lambda mode: (TYPE, type),
}  # fmt: skip
# Types of the other module count for themselves.
DESTROYS_OF_BASE = {"HPy, destroying": 1, "HPy, not tracked": 1}
# Where a struct may be refused, because it lies over the base's memory.
MAY_REFUSE = ("class", "exception")


class Canary:
    live = 0

    def __init__(self):
        Canary.live += 1

    def __del__(self):
        Canary.live -= 1

    def method(self):
        pass


def made(type_):
    return type_("Made", (), {}) if issubclass(type_, type) else type_()


def attributes(instance):
    """Where it can hold something, that a class or a struct gave it."""
    for name in ("a", "b", "x", "y"):
        try:
            setattr(instance, name, None)
        except AttributeError:
            continue
        yield name


def hold_canaries(instance, names):
    for name in names:
        setattr(instance, name, Canary())


def hold_itself(instance, names):
    for name in names:
        canary = Canary()
        canary.owner = instance
        setattr(instance, name, canary)


def hold_bound_methods(instance, names):
    for name in names:
        canary = Canary()
        canary.owner = instance
        setattr(instance, name, canary.method)


def hold_closures(instance, names):
    for name in names:
        canary = Canary()
        setattr(instance, name, lambda: (canary, instance))  # noqa: B023


def hold_modules(instance, names):
    for name in names:
        module = types.ModuleType("held")
        module.owner, module.canary = instance, Canary()
        setattr(instance, name, module)


def hold_the_type(instance, names):
    hold_canaries(instance, names)
    type(instance).kept = instance


def hold_with_weak_reference(instance, names):
    hold_canaries(instance, names)
    try:
        canary = Canary()
        canary.reference = weakref.ref(instance, lambda _: canary)
        gone.append(canary.reference)
    except TypeError:
        return


# Weak references that outlive what they refer to.
gone = []
HELD = {
    "nothing": lambda instance, names: None,
    "canaries": hold_canaries,
    "itself": hold_itself,
    "bound methods": hold_bound_methods,
    "closures": hold_closures,
    "modules": hold_modules,
    "the type": hold_the_type,
    "a weak reference": hold_with_weak_reference,
}
CYCLES = {"itself", "bound methods", "closures", "modules", "the type"}
TOPS = {
    "itself": lambda type_: type_,
    "class": lambda type_: type("Sub", (type_,), {}),
    "class with slots": lambda type_: type("Sub", (type_,), {"__slots__": ("y",)}),
    "class without anything": lambda type_: type("Sub", (type_,), {"__slots__": ()}),
    "class with a finalizer": lambda type_: type("Sub", (type_,), {"__del__": lambda self: None}),
}


def collect():
    """A type dies after its instances, and what it held after that."""
    for _ in range(3):
        gc.collect()


@pytest.fixture
def types_die():
    """A free-threaded CPython 3.13 keeps its types for ever once there was a second thread, which pytest-xdist starts."""
    reference = weakref.ref(type("Type", (), {}))
    collect()
    if reference() is not None:
        assert FREE_THREADED and sys.version_info < (3, 14)
        pytest.skip("this CPython frees no types by now: run with -n 0")


@pytest.mark.usefixtures("types_die")
@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_dies(mode, kind, base):
    if base == "HPy, legacy" and mode.abi == "universal":
        pytest.skip("the universal ABI has no legacy types")
    kind = KINDS[kind]
    try:
        new_type(mode, kind, base)
    except TypeError:
        assert kind >= WITH_A and base.startswith(MAY_REFUSE)
        return
    cells = 0
    for top in TOPS:
        for held in HELD:
            cells += check_cell(mode, kind, base, top, held)
    assert cells > 0


def new_type(mode, kind, base):
    shape, base_type = BASES[base](mode)
    return mode.module.new_type(kind, shape, base_type)


def check_cell(mode, kind, base, top, held):
    count = 5
    try:
        type_ = TOPS[top](new_type(mode, kind, base))
    except TypeError:
        # Slots over an object of a variable size.
        assert top == "class with slots"
        return False
    # CPython's collector does not look into what a type without HPy_TPFLAGS_HAVE_GC added.
    collected = type_.__flags__ & HAVE_GC and kind != UNTRACKED and base != "HPy, not tracked"
    if held in CYCLES and not collected:
        return False
    mode.module.counts()
    Canary.live = 0
    born = 0
    for _ in range(count):
        instance = made(type_)
        names = list(attributes(instance))
        HELD[held](instance, names)
        born += Canary.live
    assert born > 0 or held == "nothing" or not names
    if collected:
        assert_shows_each_referent_once(instance, names)
    finalized = count if kind in FINALIZES and top != "class with a finalizer" else 0
    type_reference = weakref.ref(type_)
    del instance, type_
    collect()
    destroyed = (kind in DESTROYS) + DESTROYS_OF_BASE.get(base, 0)
    cell = f"{top} holding {held}"
    gone.clear()
    collect()
    assert Canary.live == 0, cell
    assert mode.module.counts() == (destroyed * count, finalized), cell
    assert type_reference() is None, cell
    return True


def assert_shows_each_referent_once(instance, names):
    """One visit too many has the collector free what is in use."""
    for name in names:
        value = getattr(instance, name)
        if value is not None:
            shown = gc.get_referents(instance)
            in_dict = sum(gc.get_referents(referent).count(value) for referent in shown if type(referent) is dict)
            assert shown.count(value) + in_dict == 1, name


def test_a_dict_outlives_its_object(mode):
    for kind in (DESTROYING, FINALIZING):
        for class_ in (dict_class(), SlottedWithDict):
            instance = mode.module.new_type(kind, OBJECT, class_)()
            instance.held = ["kept"]
            kept = instance.__dict__
            del instance
            assert kept == {"held": ["kept"]}
    assert mode.module.counts() == (4, 2)


@pytest.mark.parametrize("top", ["itself", "class", "class without anything"])
@pytest.mark.parametrize("kind", [FINALIZING, WITH_BOTH], ids=["not tracked", "tracked"])
def test_a_resurrected_object_is_destroyed_once(mode, kind, top):
    type_ = TOPS[top](mode.module.new_type(kind, OBJECT))
    instance = type_()
    mode.module.resurrect(True)
    del instance
    mode.module.resurrect(False)
    instance = mode.module.take()
    assert type(instance) is type_
    # Of an object that the collector does not know CPython does not note that it was finalized.
    is_finalized_once = gc.is_tracked(instance)
    assert mode.module.counts() == (0, 1)
    canaries = list(attributes(instance))
    Canary.live = 0
    hold_canaries(instance, canaries)
    del instance
    assert Canary.live == 0
    assert mode.module.counts() == (1, 0 if is_finalized_once else 1)


def test_a_cycle_that_is_resurrected_lives_on(mode):
    instance = mode.module.new_type(WITH_BOTH, OBJECT)()
    instance.a = instance
    instance.b = Canary()
    mode.module.resurrect(True)
    del instance
    collect()
    mode.module.resurrect(False)
    assert mode.module.counts() == (0, 1)
    instance = mode.module.take()
    assert instance.a is instance
    assert type(instance.b) is Canary
    instance = None
    collect()
    assert Canary.live == 0
    assert mode.module.counts() == (1, 0)


@pytest.mark.usefixtures("types_die")
def test_a_class_can_be_given_to_an_object_by_its_finalizer(mode):
    base = mode.module.new_type(WITH_BOTH, OBJECT)
    other = type("Other", (base,), {})

    class First(base):
        def __del__(self):
            self.__class__ = other

    Canary.live = 0
    instance = First()
    hold_canaries(instance, attributes(instance))
    references = [sys.getrefcount(class_) for class_ in (base, First, other)]
    del instance
    collect()
    assert Canary.live == 0
    assert mode.module.counts() == (1, 0)
    assert [sys.getrefcount(class_) for class_ in (base, First, other)] == [references[0], references[1] - 1, references[2]]


NODE = """
typedef struct { HPyField next; } Node;
HPyType_HELPERS(Node)

HPyDef_SLOT(Node_new, HPy_tp_new)
static HPy Node_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Node *node;
    HPy h = HPy_New(ctx, type, &node);
    if (!HPy_IsNull(h))
        HPyField_Store(ctx, h, &node->next, args[0]);
    return h;
}

HPyDef_SLOT(Node_traverse, HPy_tp_traverse)
static int Node_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Node *)self)->next);
    return 0;
}

static long destroyed;
HPyDef_SLOT(Node_destroy, HPy_tp_destroy)
static void Node_destroy_impl(void *self)
{
    destroyed++;
}

/* Gives up the next object before its own object dies. */
HPyDef_SLOT(Node_finalize, HPy_tp_finalize)
static void Node_finalize_impl(HPyContext *ctx, HPy self)
{
    HPyField_Store(ctx, self, &Node_AsStruct(ctx, self)->next, HPy_NULL);
}

static HPyDef *defines[] = {&Node_new, &Node_traverse, &Node_destroy, NULL};
static HPyDef *finalizing[] = {&Node_new, &Node_traverse, &Node_destroy, &Node_finalize, NULL};

HPyDef_METH(new_type, "new_type", HPyFunc_VARARGS)
static HPy new_type_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyType_Spec spec = {
        .name = "mytest.Node", .basicsize = sizeof(Node), .builtin_shape = SHAPE(Node),
        .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE | (HPy_IsTrue(ctx, args[0]) ? HPy_TPFLAGS_HAVE_GC : 0),
        .defines = HPy_IsTrue(ctx, args[1]) ? finalizing : defines,
    };
    return HPyType_FromSpec(ctx, &spec, NULL);
}

HPyDef_METH(count, "count", HPyFunc_NOARGS)
static HPy count_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, destroyed);
}
"""

SMALL_STACK = 512 * 1024
# Where each link is a class with a finalizer, only CPython's own limit counts, which is 10,000 in 3.13.
LARGE_STACK = 64 * 1024 * 1024

# On a thread with a small stack, which a few thousand deaths inside one another would overflow.
CHAIN = """
import threading
import mytest

def run():
    Node = mytest.new_type({tracked}, {finalizing})
    class Sub(Node):
        pass
    class Slotted(Node):
        __slots__ = ()
    node = None
    for _ in range({length}):
        node = {link}
    del node
    done.append(mytest.count())

done = []
threading.stack_size({stack})
thread = threading.Thread(target=run)
thread.start()
thread.join()
print(*done)
"""
# How many objects each link is made of.
LINKS = {"Node(node)": 1, "Sub(node)": 1, "Slotted(node)": 1, "Sub(Node(Slotted(node)))": 3, "Node([Node((node,))])": 2}


@pytest.mark.parametrize("finalizing", [False, True], ids=["", "finalizing"])
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "not tracked"])
@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("mode", ["universal", "debug", "cpython"])
def test_a_long_chain_dies(compile_module, run_snippet, mode, link, tracked, finalizing):
    abi, context = MODES[mode]
    length = 50_000
    stack = LARGE_STACK if finalizing and link in ("Sub(node)", "Slotted(node)") else SMALL_STACK
    code = CHAIN.format(tracked=tracked, finalizing=finalizing, length=length, link=link, stack=stack)
    finished = run_snippet(compile_module(NODE, abi=abi), code, mode=context)
    assert finished.returncode == 0, finished.stderr
    assert int(finished.stdout) == length * LINKS[link]


@pytest.mark.parametrize("mode", MODES)
def test_a_million_linked_objects_die(compile_module, run_snippet, mode):
    abi, context = MODES[mode]
    code = CHAIN.format(tracked=True, finalizing=False, length=1_000_000, link="Node(node)", stack=SMALL_STACK)
    finished = run_snippet(compile_module(NODE, abi=abi), code, mode=context)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "1000000\n", "")
