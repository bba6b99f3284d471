"""What releases after hpy 0.9.0 added works in every ABI and mode, and an extension says that it needs it."""

import ctypes

import pytest
from hpy.debug import LeakDetector

from extensions import complete

SOURCE = """
HPyDef_METH(is_dict, "is_dict", HPyFunc_O)
static HPy is_dict_impl(HPyContext *ctx, HPy self, HPy object)
{
    return HPyBool_FromBool(ctx, HPy_TypeCheck(ctx, object, ctx->h_DictType));
}

HPyDef_METH(insert, "insert", HPyFunc_VARARGS)
static HPy insert_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy_ssize_t index = HPyLong_AsSsize_t(ctx, args[1]);
    return HPyList_Insert(ctx, args[0], index, args[2]) < 0 ? HPy_NULL : HPy_Dup(ctx, args[0]);
}

HPyDef_METH(get_slice, "get_slice", HPyFunc_VARARGS)
static HPy get_slice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy object = nargs == 3 ? args[2] : HPy_NULL;
    return HPy_GetSlice(ctx, object, HPyLong_AsSsize_t(ctx, args[0]), HPyLong_AsSsize_t(ctx, args[1]));
}

HPyDef_METH(set_slice, "set_slice", HPyFunc_VARARGS)
static HPy set_slice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy object = nargs == 4 ? args[3] : HPy_NULL;
    HPy_ssize_t start = HPyLong_AsSsize_t(ctx, args[0]), end = HPyLong_AsSsize_t(ctx, args[1]);
    return HPy_SetSlice(ctx, object, start, end, args[2]) < 0 ? HPy_NULL : HPy_Dup(ctx, object);
}

HPyDef_METH(del_slice, "del_slice", HPyFunc_VARARGS)
static HPy del_slice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy object = nargs == 3 ? args[2] : HPy_NULL;
    HPy_ssize_t start = HPyLong_AsSsize_t(ctx, args[0]), end = HPyLong_AsSsize_t(ctx, args[1]);
    return HPy_DelSlice(ctx, object, start, end) < 0 ? HPy_NULL : HPy_Dup(ctx, object);
}

HPyDef_METH(get_iter, "get_iter", HPyFunc_O)
static HPy get_iter_impl(HPyContext *ctx, HPy self, HPy object)
{
    return HPy_GetIter(ctx, object);
}

HPyDef_METH(is_iter, "is_iter", HPyFunc_O)
static HPy is_iter_impl(HPyContext *ctx, HPy self, HPy object)
{
    return HPyBool_FromBool(ctx, HPyIter_Check(ctx, object));
}

HPyDef_METH(all_of, "all_of", HPyFunc_O)
static HPy all_of_impl(HPyContext *ctx, HPy self, HPy iterator)
{
    HPy list = HPyList_New(ctx, 0), item;
    while (!HPy_IsNull(item = HPyIter_Next(ctx, iterator))) {
        HPyList_Append(ctx, list, item);
        HPy_Close(ctx, item);
    }
    if (HPyErr_Occurred(ctx)) {
        HPy_Close(ctx, list);
        return HPy_NULL;
    }
    return list;
}

HPyDef_METH(slice, "slice", HPyFunc_VARARGS)
static HPy slice_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPySlice_New(ctx, args[0], nargs > 1 ? args[1] : HPy_NULL, nargs > 2 ? args[2] : HPy_NULL);
}

HPyDef_SLOT(Bound_get, HPy_tp_descr_get)
static HPy Bound_get_impl(HPyContext *ctx, HPy self, HPy object, HPy type)
{
    return HPyTuple_Pack(ctx, 2, HPy_IsNull(object) ? ctx->h_None : object, HPy_IsNull(type) ? ctx->h_None : type);
}

static HPyDef *Bound_defines[] = {&Bound_get, NULL};
static HPyType_Spec Bound_spec = {.name = "mytest.Bound", .defines = Bound_defines};

typedef struct { long value; } Counted;
HPyType_HELPERS(Counted, HPyType_BuiltinShape_Dict)

HPyDef_METH(Counted_add, "add", HPyFunc_O)
static HPy Counted_add_impl(HPyContext *ctx, HPy self, HPy number)
{
    Counted *counted = Counted_AsStruct(ctx, self);
    counted->value += HPyLong_AsLong(ctx, number);
    return HPyLong_FromLong(ctx, counted->value);
}

static HPyDef *Counted_defines[] = {&Counted_add, NULL};
static HPyType_Spec counted = {
    .name = "mytest.Counted",
    .basicsize = sizeof(Counted),
    .builtin_shape = SHAPE(Counted),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
    .defines = Counted_defines,
};

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    HPyType_SpecParam params[] = {{HPyType_SpecParam_Base, ctx->h_DictType}, {0}};
    return HPyHelpers_AddType(ctx, mod, "Counted", &counted, params) ? 0 : -1;
}
"""

WAYS = [(abi, mode) for abi in ("universal", "hybrid") for mode in ("universal", "debug", "trace")]
WAYS.append(("cpython", None))


@pytest.fixture(params=WAYS, ids=lambda way: "-".join(filter(None, way)))
def later(request, compile_module):
    abi, mode = request.param
    module = compile_module(SOURCE, abi=abi).load(mode)
    with LeakDetector():
        yield module


def test_dict_type(later):
    class Derived(dict):
        pass

    assert later.is_dict({}) and later.is_dict(Derived())
    assert not later.is_dict([])


def test_list_insert(later):
    assert later.insert([1, 2], 0, 0) == [0, 1, 2]
    assert later.insert([1, 2], -1, 0) == [1, 0, 2]
    assert later.insert([1, 2], 1000, 0) == [1, 2, 0]
    assert later.insert([1, 2], -1000, 0) == [0, 1, 2]
    with pytest.raises(SystemError):
        later.insert((), 0, 0)


def test_slices(later):
    assert later.get_slice(1, 3, "abcd") == "bc"
    assert later.get_slice(-2, 100, (1, 2, 3)) == (2, 3)
    assert later.set_slice(1, 2, "xyz", [1, 2, 3]) == [1, "x", "y", "z", 3]
    assert later.del_slice(1, 2, [1, 2, 3]) == [1, 3]


def test_slices_of_what_has_none(later):
    for call in [lambda: later.get_slice(0, 1, 7), lambda: later.set_slice(0, 1, [], ()), lambda: later.del_slice(0, 1, ())]:
        with pytest.raises(TypeError):
            call()
    for call in [lambda: later.get_slice(0, 1), lambda: later.set_slice(0, 1, []), lambda: later.del_slice(0, 1)]:
        with pytest.raises(SystemError):
            call()


def test_iterators(later):
    assert later.is_iter(iter([])) and not later.is_iter([])
    assert later.all_of(later.get_iter("abc")) == ["a", "b", "c"]
    assert later.all_of(iter([])) == []
    with pytest.raises(TypeError):
        later.get_iter(7)
    with pytest.raises(ZeroDivisionError):
        later.all_of(1 // number for number in [1, 0])


def test_slice_objects(later):
    assert later.slice(1, 2, 3) == slice(1, 2, 3)
    assert later.slice(None, "x", ()) == slice(None, "x", ())
    assert later.slice(1) == slice(1, None)


def test_descriptor(later):
    class Owner:
        bound = later.Bound()

    owner = Owner()
    assert owner.bound == (owner, Owner)
    assert Owner.bound == (None, Owner)


def test_struct_in_a_dict(later):
    class Derived(later.Counted):
        pass

    for type_ in (later.Counted, Derived):
        counted = type_({"a": 1}, b=2)
        assert counted == {"a": 1, "b": 2}
        assert counted.add(3) == 3
        counted.update((str(number), number) for number in range(100))
        assert counted.add(4) == 7
        assert len(counted) == 102


@pytest.mark.parametrize("value", ["[]", "7", "iter"])
def test_next_of_what_is_no_iterator_is_wrong_type(compile_module, run_snippet, value):
    finished = run_snippet(compile_module(SOURCE), f"print(mod.all_of({value}))")
    assert finished.stderr.startswith("HPy debug: error[wrong-type]: HPyIter_Next: "), finished.stderr
    assert "HPyIter_Next arg must be an iterator" in finished.stderr
    assert finished.returncode == -6


def test_next_of_what_is_no_iterator_is_refused(compile_module, run_snippet):
    finished = run_snippet(compile_module(SOURCE), "print(mod.all_of([]))", options="on_error=warn")
    assert finished.stderr.startswith("HPy debug: warning[wrong-type]: HPyIter_Next: ")
    assert finished.returncode in (0, 1), finished


# The least that an extension which uses only this needs.
USES = {
    "nothing": ([], "return HPy_Dup(ctx, ctx->h_None);", 0),
    "a function": ([], "return HPy_GetIter(ctx, self);", 1),
    "a function behind a pointer": ([], "HPy (*next)(HPyContext *, HPy) = HPyIter_Next; return next(ctx, self);", 1),
    "a constant": (["-DHPY_MINIMAL_VERSION=HPY_VERSION_0_9_1"], "return HPy_Dup(ctx, ctx->h_DictType);", 1),
}
SMALL = """
HPyDef_METH(f, "f", HPyFunc_NOARGS)
static HPy f_impl(HPyContext *ctx, HPy self)
{
    %s
}
"""


@pytest.mark.parametrize("use", USES)
def test_extension_tells_what_it_needs(compiler, use):
    flags, body, minor = USES[use]
    path = compiler.directory / f"needs-{list(USES).index(use)}" / "mytest.hpy0.so"
    compiler.compile_plain(complete(SMALL % body, "mytest"), path, [*flags, *compiler.flags("universal")])
    library = ctypes.CDLL(str(path))
    assert library.get_required_hpy_major_version_mytest() == 0
    assert library.get_required_hpy_minor_version_mytest() == minor


def test_slot_tells_what_it_needs(compile_module):
    source = SMALL % "return HPy_Dup(ctx, self);" + """
HPyDef_SLOT(get, HPy_tp_descr_get)
static HPy get_impl(HPyContext *ctx, HPy self, HPy object, HPy type) { return HPy_Dup(ctx, self); }
HPyDef *used[] = {&get};
"""
    library = ctypes.CDLL(str(compile_module(source).path))
    assert library.get_required_hpy_minor_version_mytest() == 1
