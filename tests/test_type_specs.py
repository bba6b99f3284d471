"""Descriptions of types that contradict themselves are reported by name, whether the type is made or not."""

import pytest

from api_spec import SPEC
from extensions import run_each


def over(base):
    """What is said of a struct that begins where those of objects do, and lies over this base."""
    for name, shape in SPEC["shapes"].items():
        if shape.get("base") == base:
            return f"its struct would lie over that of its base, whose shape is {name}"
    return "TypeError: the struct of type 'mytest.T"


# The spec, the parameter, what the report says, and what comes of it.
SPECS = {
    "GC flag without traverse": (
        ".flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC",
        "ValueError: You must provide an HPy_tp_traverse slot",
    ),
    "traverse without GC flag": (".defines = visited", "it has an HPy_tp_traverse, but not HPy_TPFLAGS_HAVE_GC"),
    "unknown slot": (".defines = unknown", "HPy has no slot of the number 999"),
    "slot 0": (".defines = zero", "HPy has no slot of the number 0"),
    "slot of a module": (
        ".defines = of_a_module",
        # The second is that of CPython 3.15.
        ("RuntimeError: invalid slot offset", "SystemError: unknown type slot ID"),
    ),
    "slot with two functions": (".defines = twice", "the slot of the number 66 has two functions"),
    "slot without a function": (".defines = empty", "the slot of the number 66 has no function"),
    "definition of an unknown kind": (".defines = unknown_kind", "definition 0 is of the unknown kind 99"),
    "method of an unknown signature": (".defines = unknown_signature", "ValueError: Unsupported HPyMeth signature"),
    "member outside of the struct": (".basicsize = 8, .defines = outside", "definition 1 is a member at offset 8"),
    "member before the struct": (".basicsize = 8, .defines = before", "definition 0 is a member at offset -8"),
    "member of an unknown type": (".basicsize = 8, .defines = odd", "definition 0 is a member of the unknown type 99"),
    "method without a name": (".defines = nameless_method", "definition 0 has no name"),
    "attribute without a name": (".defines = nameless_getset", "definition 1 has no name"),
    "members without a struct": (".defines = member", "TypeError: Type claims to have basicsize==0 but defines members"),
    "negative size": (".basicsize = -8", "a size is negative"),
    "negative item size": (".basicsize = 8, .itemsize = -1", "a size is negative"),
    "smaller than its base": (".basicsize = 8", "TypeError: tp_basicsize for type", "{HPyType_SpecParam_Base, large}"),
    "shape of no base": (
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_List",
        "it has no base of the shape HPyType_BuiltinShape_List",
    ),
    "struct over that of a base": (
        ".basicsize = 8",
        over("h_ListType"),
        "{HPyType_SpecParam_Base, ctx->h_ListType}",
    ),
    "struct over an exception": (
        ".basicsize = 128",
        over("h_ValueError"),
        "{HPyType_SpecParam_Base, ctx->h_ValueError}",
    ),
    "struct over the items of a base": (
        ".basicsize = 128",
        over("h_BytesType"),
        "{HPyType_SpecParam_Base, ctx->h_BytesType}",
    ),
    "struct without the items of its shape": (
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Long",
        "it has no base of the shape HPyType_BuiltinShape_Long",
    ),
    "shape of another base": (
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Float",
        "it has no base of the shape HPyType_BuiltinShape_Float",
        "{HPyType_SpecParam_Base, ctx->h_BaseObjectType}",
    ),
    "unknown shape": (".builtin_shape = 77", "ValueError: invalid shape: 77"),
    "legacy slots of a pure type": (".legacy_slots = (void *)nothing", "TypeError: cannot specify .legacy_slots"),
    "no name": (".name = NULL", "it has no name"),
    "call of a variable size": (".basicsize = 8, .itemsize = 8, .defines = called", "TypeError: Cannot use HPy call"),
    "metaclass that is no type": (
        ".basicsize = 8",
        "TypeError: Metaclass '7' is not a subclass of 'type'.",
        "{HPyType_SpecParam_Metaclass, seven}",
    ),
    "two metaclasses": (
        ".basicsize = 8",
        "ValueError: metaclass was specified multiple times",
        "{HPyType_SpecParam_Metaclass, ctx->h_TypeType}, {HPyType_SpecParam_Metaclass, ctx->h_TypeType}",
    ),
    "base that is no type": (
        ".basicsize = 8",
        # Which is seen first depends on the version of CPython.
        ("TypeError: bases must be types", "TypeError: metaclass conflict"),
        "{HPyType_SpecParam_Base, seven}",
    ),
    "bases twice": (
        ".basicsize = 8",
        "TypeError: cannot specify both",
        "{HPyType_SpecParam_BasesTuple, none}, {HPyType_SpecParam_Base, large}",
    ),
    "unknown parameter": (".basicsize = 8", "TypeError: unknown HPyType_SpecParam", "{99, seven}"),
    "a struct of no size on bases that go together": (
        ".basicsize = 0, .defines = member",
        "TypeError: Type claims to have basicsize==0 but defines members",
        "{HPyType_SpecParam_Base, large}, {HPyType_SpecParam_Base, ctx->h_BaseObjectType}",
    ),
}

# What CPython refuses for any type of these bases: an exception, and no contradiction.
REFUSED = {
    "base that allows no subclass": [
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Long",
        "{HPyType_SpecParam_Base, ctx->h_BoolType}",
    ],
    "the same base twice": ["", "{HPyType_SpecParam_Base, large}, {HPyType_SpecParam_Base, large}"],
    "the same base twice in a tuple": [
        "",
        "{HPyType_SpecParam_BasesTuple, HPyTuple_Pack(ctx, 2, large, large)}",
    ],
    "no order of the bases": [
        "",
        "{HPyType_SpecParam_Base, ctx->h_BaseObjectType}, {HPyType_SpecParam_Base, large}",
    ],
    "layouts that exclude each other": [
        "",
        "{HPyType_SpecParam_Base, ctx->h_LongType}, {HPyType_SpecParam_Base, ctx->h_ListType}",
    ],
    "structs that exclude each other": [
        "",
        "{HPyType_SpecParam_Base, large}, {HPyType_SpecParam_Base, ctx->h_UnicodeType}",
    ],
}

RIGHT = {
    "no struct": [""],
    "a struct": [".basicsize = 8, .defines = inside"],
    "a collected type": [".basicsize = 8, .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC, .defines = visited"],
    "a definition that stands twice": [".defines = same_twice"],
    "a variable size": [".basicsize = 8, .itemsize = 8, .defines = outside"],
    "the shape of its base": [
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_List",
        "{HPyType_SpecParam_Base, ctx->h_ListType}",
    ],
    "the shape of one of its bases": [
        ".basicsize = 8, .builtin_shape = HPyType_BuiltinShape_Long",
        "{HPyType_SpecParam_BasesTuple, HPyTuple_Pack(ctx, 2, ctx->h_LongType, ctx->h_BaseObjectType)}",
    ],
    "a base with a shape and no struct": ["", "{HPyType_SpecParam_Base, ctx->h_ListType}"],
    "a metaclass": [".basicsize = 8", "{HPyType_SpecParam_Metaclass, ctx->h_TypeType}"],
}

SOURCE = """
#pragma GCC diagnostic ignored "-Wunused-variable"
HPyDef_SLOT(T_traverse, HPy_tp_traverse)
static int T_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) { return 0; }
HPyDef_SLOT(T_repr, HPy_tp_repr)
static HPy T_repr_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "T"); }
HPyDef_SLOT(T_other, HPy_tp_repr)
static HPy T_other_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "other"); }
HPyDef_SLOT(T_call, HPy_tp_call)
static HPy T_call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kw) { return HPy_NULL; }
HPyDef_SLOT(T_exec, HPy_mod_exec)
static int T_exec_impl(HPyContext *ctx, HPy self) { return 0; }
HPyDef_METH(T_meth, "meth", HPyFunc_NOARGS)
static HPy T_meth_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "meth"); }
HPyDef_MEMBER(T_first, "first", HPyMember_LONG, 0)
HPyDef_MEMBER(T_far, "far", HPyMember_LONG, 8)
HPyDef_MEMBER(T_before, "before", HPyMember_LONG, -8)
HPyDef_GET(T_get, NULL)
static HPy T_get_get(HPyContext *ctx, HPy self, void *closure) { return HPyUnicode_FromString(ctx, "get"); }
static HPyDef T_odd, T_unnamed;
static HPyDef *odd[] = {&T_odd, NULL};
static HPyDef *nameless_method[] = {&T_unnamed, NULL}, *nameless_getset[] = {&T_meth, &T_get, NULL};
static HPyDef T_unknown, T_zero, T_empty, T_kind, T_signature;
static HPyDef *visited[] = {&T_traverse, NULL}, *of_a_module[] = {&T_exec, NULL}, *called[] = {&T_call, NULL};
static HPyDef *twice[] = {&T_repr, &T_other, NULL}, *same_twice[] = {&T_repr, &T_repr, NULL};
static HPyDef *outside[] = {&T_first, &T_far, NULL}, *before[] = {&T_before, NULL}, *member[] = {&T_first, NULL};
static HPyDef *inside[] = {&T_first, &T_repr, &T_meth, NULL};
static HPyDef *unknown[] = {&T_unknown, NULL}, *zero[] = {&T_zero, NULL}, *empty[] = {&T_empty, NULL};
static HPyDef *unknown_kind[] = {&T_kind, NULL}, *unknown_signature[] = {&T_signature, NULL};
static HPyType_Spec larger = {
    .name = "mytest.Large", .basicsize = 64, .builtin_shape = HPyType_BuiltinShape_Object,
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
};
static long nothing[8];

HPyDef_METH(make, "make", HPyFunc_O)
static HPy make_impl(HPyContext *ctx, HPy self, HPy arg)
{
    T_unknown = T_zero = T_empty = T_kind = T_repr;
    T_unknown.slot.slot = 999;
    T_zero.slot.slot = 0;
    T_empty.slot.impl = NULL;
    T_kind.kind = 99;
    T_odd = T_first;
    T_odd.member.type = 99;
    T_unnamed = T_meth;
    T_unnamed.meth.name = NULL;
    T_signature = T_meth;
    T_signature.meth.signature = 99;
    (void)nothing;
    HPy large = HPyType_FromSpec(ctx, &larger, NULL), seven = HPyLong_FromLong(ctx, 7), result = HPy_NULL;
    HPy none = HPyTuple_FromArray(ctx, NULL, 0);
    switch (HPyLong_AsLong(ctx, arg)) {
@CASES@
    }
    HPy_Close(ctx, large);
    HPy_Close(ctx, seven);
    HPy_Close(ctx, none);
    return result;
}
"""

CASE = """
    case {number}: {{
        HPyType_Spec spec = {{{spec}}};
        HPyType_SpecParam params[] = {{{params}}};
        result = HPyType_FromSpec(ctx, &spec, params);
        break;
    }}"""

RUN = """
import mytest
def run(number):
    try:
        mytest.make(number)
    except Exception as error:
        assert type(error) is not SystemError or "slot" in str(error) or "unknown kind" in str(error)
"""


def case(number, spec, params=""):
    name = "" if ".name" in spec else f'.name = "mytest.T{number}", '
    shape = "" if "builtin_shape" in spec else ".builtin_shape = HPyType_BuiltinShape_Object, "
    return CASE.format(number=number, spec=name + shape + spec, params=", ".join(filter(None, [params, "{0}"])))


RUN_REFUSED = """
import mytest
def run(number):
    try:
        mytest.make(number)
    except TypeError:
        return
    raise AssertionError("the type was made")
"""


def run_specs(compiler, specs, options="", refused=False):
    cases = "".join(case(number, *spec) for number, spec in enumerate(specs))
    extension = compiler.compile(SOURCE.replace("@CASES@", cases))
    return run_each(extension, RUN_REFUSED if refused else RUN, len(specs), options)


@pytest.fixture(scope="module")
def results(compiler):
    specs = [(spec, *params) for spec, _, *params in SPECS.values()]
    return dict(zip(SPECS, run_specs(compiler, specs)))


@pytest.mark.parametrize("name", SPECS)
def test_contradiction_is_reported(results, name):
    status, report = results[name]
    first, second, third = report.splitlines()[:3]
    assert first.startswith("HPy debug: warning[type-spec]: HPyType_FromSpec: ")
    assert second == "  argument `spec`"
    assert third.removeprefix("  ").startswith(SPECS[name][1])
    assert (status, report.count("HPy debug")) == (0, 1)


def test_contradiction_ends_the_process_where_that_is_wanted(compiler):
    specs = [(spec, *params) for spec, _, *params in SPECS.values()]
    for status, report in run_specs(compiler, specs, "on_error.type-spec=abort"):
        assert report.startswith("HPy debug: error[type-spec]: HPyType_FromSpec: ")
        assert status == -6


def test_what_is_right_is_not_reported(compiler):
    assert run_specs(compiler, RIGHT.values()) == [[0, ""]] * len(RIGHT)


def test_what_cpython_refuses_of_the_bases_is_not_reported(compiler):
    assert run_specs(compiler, REFUSED.values(), refused=True) == [[0, ""]] * len(REFUSED)
