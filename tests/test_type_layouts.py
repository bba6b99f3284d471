"""Where the struct of a type stands: behind the memory of its base, or the type is refused. Never over it.

A cell is a base, a shape and a kind of type, in an ABI. Each cell that makes a type fills the struct, changes what the
base keeps in its instances, and looks whether either has damaged the other.
"""

import gc
import struct
import sys
import weakref

import pytest

from api_spec import STRUCTS, type_of

SOURCE = r"""
#include <stdlib.h>
#include <string.h>

typedef struct { long number; HPyField field; unsigned char rest[16]; } Small;
typedef struct { Small small; unsigned char more[40]; } Large;

HPyType_HELPERS(Small)

static long destroyed, damaged;

/* Every byte but the field has the value that `number` says; 0 is a new object. */
static int is_whole(const Small *s, int is_large)
{
    size_t i;
    unsigned char byte = (unsigned char)s->number;
    for (i = 0; i < sizeof(s->rest); i++)
        if (s->rest[i] != byte)
            return 0;
    for (i = 0; is_large && i < sizeof(((Large *)s)->more); i++)
        if (((Large *)s)->more[i] != byte)
            return 0;
    return (size_t)s %% sizeof(long double) == 0 && s->number >= 0 && s->number < 256;
}

HPyDef_SLOT(T_traverse, HPy_tp_traverse)
static int T_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Small *)self)->field);
    return 0;
}

HPyDef_SLOT(T_destroy, HPy_tp_destroy)
static void T_destroy_impl(void *self)
{
    destroyed++;
    damaged += !is_whole(self, 0);
}

HPyDef_SLOT(T_call, HPy_tp_call)
static HPy T_call_impl(HPyContext *ctx, HPy callable, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyLong_FromLong(ctx, (long)nargs);
}

HPyDef_MEMBER(T_number, "number", HPyMember_LONG, offsetof(Small, number))
HPyDef_MEMBER(T_fixed, "fixed", HPyMember_LONG, offsetof(Small, number), .readonly = 1)
HPyDef_MEMBER(T_field, "field", HPyMember_OBJECT, offsetof(Small, field))

static HPyDef *plain[] = {&T_number, &T_fixed, NULL};
static HPyDef *collected[] = {&T_number, &T_fixed, &T_field, &T_traverse, &T_destroy, NULL};
static HPyDef *called[] = {&T_number, &T_fixed, &T_call, NULL};

/* make(shape, is_large, kind, bases): a type */
HPyDef_METH(make, "make", HPyFunc_VARARGS)
static HPy make_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPyType_SpecParam params[] = {{HPyType_SpecParam_BasesTuple, args[3]}, {(HPyType_SpecParam_Kind)0}};
    const char *kind = HPyUnicode_AsUTF8AndSize(ctx, args[2], NULL);
    HPyType_Spec spec = {.name = "mytest.T", .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE};
    long is_large = HPyLong_AsLong(ctx, args[1]);
    spec.builtin_shape = (HPyType_BuiltinShape)HPyLong_AsLong(ctx, args[0]);
    spec.basicsize = is_large < 0 ? 0 : is_large ? (int)sizeof(Large) : (int)sizeof(Small);
    if (*kind == 'n')
        spec.defines = NULL;
    else if (*kind == 'p')
        spec.defines = plain;
    else if (strcmp(kind, "called") == 0)
        spec.defines = called;
    else {
        spec.defines = collected;
        spec.flags |= HPy_TPFLAGS_HAVE_GC;
    }
    return HPyType_FromSpec(ctx, &spec, params);
}

static Small *struct_of(HPyContext *ctx, long shape, HPy h)
{
    switch (shape) {
    %(structs)s
    default: return NULL;
    }
}

/* fill(object, shape, is_large, byte) */
HPyDef_METH(fill, "fill", HPyFunc_VARARGS)
static HPy fill_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Small *s = struct_of(ctx, HPyLong_AsLong(ctx, args[1]), args[0]);
    int is_large = (int)HPyLong_AsLong(ctx, args[2]);
    s->number = HPyLong_AsLong(ctx, args[3]);
    memset(s->rest, (int)s->number, sizeof(s->rest));
    if (is_large)
        memset(((Large *)s)->more, (int)s->number, sizeof(((Large *)s)->more));
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(whole, "whole", HPyFunc_VARARGS)
static HPy whole_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Small *s = struct_of(ctx, HPyLong_AsLong(ctx, args[1]), args[0]);
    return HPyBool_FromBool(ctx, is_whole(s, (int)HPyLong_AsLong(ctx, args[2])));
}

HPyDef_METH(new_struct, "new_struct", HPyFunc_VARARGS)
static HPy new_struct_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Small *s;
    HPy h = HPy_New(ctx, args[0], &s);
    if (HPy_IsNull(h))
        return h;
    if (s != struct_of(ctx, HPyLong_AsLong(ctx, args[1]), h))
        HPyErr_SetString(ctx, ctx->h_AssertionError, "HPy_New and AsStruct differ");
    HPy_Close(ctx, h);
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
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

HPyDef_METH(counts, "counts", HPyFunc_NOARGS)
static HPy counts_impl(HPyContext *ctx, HPy self)
{
    return HPy_BuildValue(ctx, "(ll)", destroyed, damaged);
}

%(legacy)s
"""

LEGACY = r"""
typedef struct { PyObject_HEAD long x; } L;
typedef struct { L l; long y[4]; } L2;
static PyMemberDef L_members[] = {{"x", T_LONG, offsetof(L, x), 0, NULL}, {NULL}};
static PyType_Slot L_slots[] = {{Py_tp_members, L_members}, {0, NULL}};
static PyType_Slot no_slots[] = {{0, NULL}};

/* legacy(kind, bases): a type with a struct ('L'), a larger one ('l'), none ('e'), one with HPy_tp_call ('c'); or a type
   of the C API ('C') */
HPyDef_METH(legacy, "legacy", HPyFunc_VARARGS)
static HPy legacy_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    static HPyDef *called_only[] = {&T_call, NULL};
    HPyType_SpecParam params[] = {{HPyType_SpecParam_BasesTuple, args[1]}, {(HPyType_SpecParam_Kind)0}};
    HPyType_Spec spec = {.name = "mytest.L", .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
                         .builtin_shape = HPyType_BuiltinShape_Legacy};
    const char *kind = HPyUnicode_AsUTF8AndSize(ctx, args[0], NULL);
    if (*kind == 'C') {
        PyType_Spec py_spec = {"mytest.C", sizeof(L), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, L_slots};
        PyObject *bases = HPy_AsPyObject(ctx, args[1]), *type = PyType_FromSpecWithBases(&py_spec, bases);
        HPy h = HPy_FromPyObject(ctx, type);
        Py_XDECREF(type);
        Py_DECREF(bases);
        return h;
    }
    spec.legacy_slots = *kind == 'L' || *kind == 'c' ? L_slots : no_slots;
    spec.basicsize = *kind == 'e' ? 0 : *kind == 'l' ? sizeof(L2) : sizeof(L);
    if (*kind == 'c')
        spec.defines = called_only;
    return HPyType_FromSpec(ctx, &spec, params);
}
"""

# What a value of each base is made from; no number tells of a value that is refused.
VALUES = {
    object: [()],
    int: [(0,), (1,), (-5,), (2**29,), (2**30,), (2**60,), (-(2**90),), (10**100,), (3**1000,)],
    float: [(1.5,)],
    str: [("",), ("hello",), ("h\u20acllo" * 20,)],
    tuple: [((),), ((1,),), ((1, 2),), ((1, 2, 3),), (tuple(range(100)),)],
    list: [([],), ([1, 2, 3],)],
    bytes: [(b"",), (b"hello",)],
    dict: [({"a": 1},)],
    set: [({1, 2},)],
    Exception: [("an", "error")],
    OSError: [(2, "an error", "file")],
    type: [("Made", (), {"__slots__": ("x", "y", "z")})],
}

# The built-in type of each shape; a struct stands behind what that has in its instances.
SHAPED = {shape["value"]: type_of(shape["base"]) if "base" in shape else object for shape in STRUCTS.values()}
SHAPE_OF = {builtin: shape for shape, builtin in SHAPED.items()}
OBJECT, LIST, LONG = SHAPE_OF[object], SHAPE_OF[list], SHAPE_OF[int]
BEHIND_ITEMS = {shape["value"] for shape in STRUCTS.values() if "items" in shape}
for builtin in SHAPE_OF:
    VALUES.setdefault(builtin, [()])
CASES = "\n    ".join(f"case {shape['value']}: return {name}(ctx, h);" for name, shape in STRUCTS.items())
POINTER = struct.calcsize("P")


class WithDict:
    pass


class WithSlot:
    __slots__ = ("slot",)


class WithDictOnly:
    __slots__ = ("__dict__",)


class WithWeakOnly:
    __slots__ = ("__weakref__",)


class Empty:
    __slots__ = ()


def with_new(builtin):
    """A class with a `__new__`, which asks the next one in the order of the object's own class."""

    class WithNew(builtin):
        def __new__(cls, *args):
            return super().__new__(cls, *(() if builtin is object else args))

    return WithNew


# The base, the built-in type that it derives from, and how many slots it has that cannot move.
BASES = {
    **{builtin.__name__: (builtin, builtin, 0) for builtin in VALUES},
    **{f"class over {builtin.__name__}": (type("Class", (builtin,), {}), builtin, 0) for builtin in VALUES},
    **{
        f"class over class over {builtin.__name__}": (
            type("Class2", (type("Class1", (builtin,), {}),), {}),
            builtin,
            0,
        )
        for builtin in (object, int, str, tuple)
    },
    **{
        f"class with new over {builtin.__name__}": (with_new(builtin), builtin, 0)
        for builtin in (object, float, str, list, Exception, type)
    },
    "slot": (WithSlot, object, 1),
    "slot and dict": (type("Both", (WithSlot,), {}), object, 1),
    "dict": (WithDictOnly, object, 0),
    "weak": (WithWeakOnly, object, 0),
    "dict over weak": (type("DictOverWeak", (WithWeakOnly,), {}), object, 0),
    "empty": (Empty, object, 0),
    "slot over list": (type("SlotOverList", (list,), {"__slots__": ("slot",)}), list, 1),
    "slot over str": (type("SlotOverStr", (str,), {"__slots__": ("slot",)}), str, 1),
    "slot over float": (type("SlotOverFloat", (float,), {"__slots__": ("slot",)}), float, 1),
}


def has_room(shape, builtin, slots):
    """Whether a struct of a shape has only memory in front of it that its shape stands for, or that can move."""
    if (builtin.__itemsize__ and builtin is not type) or shape in BEHIND_ITEMS:
        return SHAPED[shape] is builtin
    header = -(-SHAPED[shape].__basicsize__ // (2 * POINTER)) * 2 * POINTER
    return builtin.__basicsize__ + slots * POINTER <= header


@pytest.fixture(params=["universal", "debug", "hybrid", "cpython"])
def mode(request):
    return request.param


@pytest.fixture
def module(mode, compile_module):
    """Types that are made here stay: what they count is compared with what it was."""
    legacy = mode in ("hybrid", "cpython")
    source = SOURCE % {"legacy": LEGACY if legacy else "", "structs": CASES}
    if legacy:
        source = "#include <Python.h>\n#include <structmember.h>\n" + source
    abi = "universal" if mode == "debug" else mode
    return compile_module(source, abi=abi).load("universal" if mode == "hybrid" else mode)


def check_refusal(make):
    """The type is refused, with both sizes."""
    with pytest.raises(TypeError, match=r"\d+.*\(\d+( bytes)?\)"):
        make()


def exercise(module, cls, builtin, shape, is_large, args, kind):
    """Change the struct and everything else of an instance, and look whether the other is whole."""
    for made in (cls, type("Sub", (cls,), {})):
        value = made(*args)
        expected = builtin(*args)
        for byte in (7, 200):
            module.fill(value, shape, is_large, byte)
            check_value(value, expected, builtin)
            assert value.number == value.fixed == byte
            change(value, byte)
            assert module.whole(value, shape, is_large)
            check_value(value, expected, builtin)
            value.number = byte
            with pytest.raises(AttributeError):
                value.fixed = 1
        if kind == "collected":
            value.field = value
            assert value.field is value
        if kind == "called" and builtin is not type:
            assert value(1, 2) == 2
            module.call_specially(value)
            assert value(1, 2) == -1
        assert module.whole(value, shape, is_large)
        check_value(value, expected, builtin)
        del value
    if kind == "collected":
        gc.collect(1)


def check_value(value, expected, builtin):
    if builtin is type:
        assert value.__name__ == expected.__name__
        instance = expected() if "call" in dir(type(value)) else type.__call__(value)
        instance.x, instance.z = 1, 3
        assert (instance.x, instance.z) == (1, 3)
    elif issubclass(builtin, Exception):
        assert (value.args, str(value)) == (expected.args, str(expected))
    elif builtin is not object:
        assert value == expected


def change(value, number):
    """Everything that a base keeps in the instance."""
    if hasattr(type(value), "slot"):
        value.slot = number
        assert value.slot == number
    if hasattr(value, "__dict__") and not isinstance(value, type):
        value.attribute = [number]
        assert value.__dict__ == {"attribute": [number]}
    if hasattr(value, "__weakref__"):
        assert weakref.ref(value)() is value
    if isinstance(value, list):
        value.append(number)
        value.pop()


@pytest.mark.parametrize("kind", ["plain", "collected", "called"])
@pytest.mark.parametrize("name", BASES)
def test_struct_is_right_or_refused_over(module, name, kind):
    base, builtin, slots = BASES[name]
    damaged = module.counts()[1]
    for shape in SHAPED:
        for is_large in (0, 1):

            def make():
                return module.make(shape, is_large, kind, (base,))

            if not has_room(shape, builtin, slots):
                check_refusal(make)
            elif kind == "called" and shape in BEHIND_ITEMS:
                with pytest.raises(TypeError, match="HPy call protocol with var objects"):
                    make()
            else:
                for args in VALUES[builtin]:
                    exercise(module, make(), builtin, shape, is_large, args, kind)
    assert module.counts()[1] == damaged


@pytest.mark.parametrize("name", [name for name, (_, builtin, _) in BASES.items() if builtin is object])
def test_hpy_new_gives_the_struct_over(module, name):
    base, builtin, slots = BASES[name]
    if has_room(OBJECT, builtin, slots):
        cls = module.make(OBJECT, 0, "plain", (base,))
        module.new_struct(cls, OBJECT)
        module.new_struct(module.make(OBJECT, -1, "none", (cls,)), OBJECT)


@pytest.mark.parametrize("name", [name for name, (_, builtin, _) in BASES.items() if builtin in SHAPE_OF])
def test_type_without_a_struct_is_made_over_any_base(module, name):
    base, builtin, _ = BASES[name]
    cls = module.make(OBJECT, -1, "none", (base,))
    assert cls.__basicsize__ == base.__basicsize__
    for args in VALUES[builtin]:
        value = cls(*args)
        check_value(value, builtin(*args), builtin)
        change(value, 1)


class TestStructOverStruct:
    """A struct that begins with that of the base continues it."""

    @pytest.mark.parametrize("kind", ["plain", "collected", "called"])
    @pytest.mark.parametrize("below", ["plain", "collected", "called"])
    @pytest.mark.parametrize("between", [None, {}, {"__slots__": ()}], ids=["", "class", "empty class"])
    @pytest.mark.parametrize("builtin", SHAPE_OF, ids=lambda builtin: builtin.__name__)
    def test_of_the_same_shape_is_right(self, module, builtin, between, below, kind):
        shape = SHAPE_OF[builtin]
        damaged = module.counts()[1]
        if "called" in (kind, below) and shape in BEHIND_ITEMS:
            pytest.skip("cannot be called")
        base = module.make(shape, 0, below, (builtin,))
        if between is not None:
            base = type("Between", (base,), between)
        for is_large in (0, 1):
            cls = module.make(shape, is_large, kind, (base,))
            for args in VALUES[builtin]:
                exercise(module, cls, builtin, shape, is_large, args, "called" if below == "called" else kind)
            with pytest.raises(TypeError):
                module.make(shape, 0, "plain", (module.make(shape, 1, "plain", (base,)),))
        assert module.counts()[1] == damaged

    def test_over_the_slots_of_a_class_between_is_refused(self, module):
        base = type("Between", (module.make(OBJECT, 0, "plain", (object,)),), {"__slots__": ("slot",)})
        check_refusal(lambda: module.make(OBJECT, 0, "plain", (base,)))
        check_refusal(lambda: module.make(OBJECT, 1, "plain", (base,)))

    def test_of_another_shape_is_refused(self, module):
        base = module.make(LIST, 0, "plain", (list,))
        for shape in (OBJECT, LONG, SHAPE_OF[float], SHAPE_OF[tuple]):
            check_refusal(lambda: module.make(shape, 1, "plain", (base,)))

    def test_is_called_as_the_class_between_says(self, module):
        base = type("Between", (module.make(OBJECT, 0, "called", (object,)),), {"__call__": lambda self: "Python's"})
        value = module.make(OBJECT, 1, "plain", (base,))()
        module.fill(value, OBJECT, 1, 9)
        assert value() == "Python's"

    def test_is_called_as_its_base_says(self, module):
        cls = module.make(OBJECT, 1, "plain", (module.make(OBJECT, 0, "called", (object,)),))
        for value in (cls(), type("Sub", (cls,), {})()):
            module.fill(value, OBJECT, 1, 9)
            assert value(1, 2, 3) == 3
            assert module.whole(value, OBJECT, 1)


class TestSeveralBases:
    def test_of_which_one_has_the_struct(self, module):
        first = module.make(OBJECT, 0, "plain", (object,))
        for bases in ((first, WithDict), (WithDict, first), (WithDictOnly, WithWeakOnly, first), (first, Empty)):
            cls = module.make(OBJECT, 1, "plain", bases)
            assert cls.__bases__ == bases
            exercise(module, cls, object, OBJECT, 1, (), "plain")

    def test_of_which_another_has_the_dict(self, module):
        for first in (object, int, tuple):
            shape = SHAPE_OF[first]
            base = module.make(shape, 0, "plain", (first,))
            for is_large in (-1, 0, 1):
                if first is int and sys.version_info >= (3, 12):
                    with pytest.raises(TypeError, match="an int cannot have the dict of another base"):
                        module.make(shape, is_large, "none", (base, WithDict))
                    continue
                cls = module.make(shape, is_large, "none" if is_large < 0 else "plain", (base, WithDict))
                for args in VALUES[first]:
                    exercise(module, cls, first, shape, int(is_large > 0), args, "plain")

    def test_in_python(self, module):
        first = module.make(OBJECT, 1, "collected", (WithDict,))
        for bases in ((first, WithDict), (first, Empty), (type("A", (first,), {}), type("B", (first,), {}))):
            exercise(module, type("C", bases, {}), object, OBJECT, 1, (), "collected")

    def test_with_layouts_that_exclude_each_other_are_refused(self, module):
        first, second = (module.make(OBJECT, 0, "plain", (object,)) for _ in range(2))
        with pytest.raises(TypeError):
            module.make(OBJECT, 0, "plain", (first, second))
        with pytest.raises(TypeError):
            module.make(LONG, 0, "plain", (int, first))


class TestLegacy:
    @pytest.fixture(autouse=True)
    def legacy(self, mode):
        if mode not in ("hybrid", "cpython"):
            pytest.skip("no legacy types")

    @pytest.mark.parametrize("kind", ["L", "l", "c", "C"])
    def test_struct_is_not_covered_by_a_pure_one(self, module, kind):
        base = module.legacy(kind, (object,))
        for is_large in (0, 1):
            check_refusal(lambda: module.make(OBJECT, is_large, "plain", (base,)))
            check_refusal(lambda: module.make(OBJECT, is_large, "plain", (type("Between", (base,), {}),)))
        assert module.make(OBJECT, -1, "none", (base,))().__class__.__base__ is base

    def test_base_without_a_struct_has_room_for_a_pure_one(self, module):
        cls = module.make(OBJECT, 0, "plain", (module.legacy("e", (object,)),))
        exercise(module, cls, object, OBJECT, 0, (), "plain")

    @pytest.mark.parametrize("base", ["L", "C"])
    def test_struct_continues_that_of_a_legacy_base(self, module, base):
        value = module.legacy("l", (module.legacy(base, (object,)),))()
        value.x = 5
        assert value.x == 5

    def test_struct_that_is_too_small_is_refused(self, module):
        base = module.legacy("l", (object,))
        check_refusal(lambda: module.legacy("L", (base,)))

    def test_struct_leaves_the_function_that_calls_the_base_alone(self, module):
        value = module.legacy("l", (module.legacy("c", (object,)),))()
        value.x = -1
        assert value(1, 2) == 2

    def test_struct_over_a_class_leaves_its_pointers_alone(self, module):
        value = module.legacy("l", (WithDict,))()
        change(value, 5)


class TestAcrossModules:
    """The base is made by another extension, which may be of another ABI."""

    @pytest.fixture(params=["universal", "cpython"])
    def other(self, request, compile_module):
        # A name of its own, so that nothing is shared.
        source = (SOURCE % {"legacy": "", "structs": CASES}).replace("mytest.T", "other.T")
        return compile_module(source, name="other", abi=request.param).load()

    @pytest.mark.parametrize("kind", ["plain", "collected", "called"])
    @pytest.mark.parametrize("below", ["plain", "collected", "called"])
    @pytest.mark.parametrize("builtin", [object, int, list], ids=lambda builtin: builtin.__name__)
    def test_struct_continues_that_of_the_base(self, module, other, builtin, below, kind):
        shape = SHAPE_OF[builtin]
        if "called" in (kind, below) and builtin is int:
            pytest.skip("cannot be called")
        damaged = module.counts()[1] + other.counts()[1]
        for between in (False, True):
            base = other.make(shape, 0, below, (builtin,))
            if between:
                base = type("Between", (base,), {})
            for is_large in (0, 1):
                cls = module.make(shape, is_large, kind, (base,))
                for args in VALUES[builtin]:
                    exercise(module, cls, builtin, shape, is_large, args, "called" if below == "called" else kind)
        assert module.counts()[1] + other.counts()[1] == damaged

    def test_smaller_struct_is_refused(self, module, other):
        base = other.make(OBJECT, 1, "plain", (object,))
        check_refusal(lambda: module.make(OBJECT, 0, "plain", (base,)))

    def test_hpy_new_gives_the_struct(self, module, other):
        for is_large in (0, 1):
            module.new_struct(other.make(OBJECT, is_large, "plain", (object,)), OBJECT)
        module.new_struct(other.make(LIST, 0, "plain", (list,)), LIST)


@pytest.mark.parametrize("abi", ["universal", "cpython"])
@pytest.mark.parametrize("fields", ["char a", "int a", "char a[13]", "double a"])
def test_what_a_python_subclass_adds_is_aligned(compile_module, fields, abi):
    """Pointers stand behind the struct, whatever its size is; debug builds of CPython insist on it."""
    module = compile_module(
        f"""
        typedef struct {{ {fields}; }} Odd;
        static HPyType_Spec Odd_spec = {{
            .name = "mytest.Odd",
            .basicsize = sizeof(Odd),
            .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
        }};
        """,
        abi=abi,
    ).load()

    class Sub(module.Odd):
        pass

    sub = Sub()
    sub.note = "kept"
    assert sub.note == "kept"
    assert module.Odd.__basicsize__ % 8 == Sub.__basicsize__ % 8 == 0
