"""Every function of the API does the same in both ABIs: the universal context is in Rust, the CPython ABI in C.

The calls are made from api.toml: each function with odd arguments of every kind. Each runs in a process of its own, in an
extension that was compiled for one ABI and in the same for the other.
"""

import itertools
import json
import random
import re
import textwrap

import pytest

from api_spec import FUNCTIONS, INTERNAL, parameters
from extensions import FORKED, run_python

# Objects that calls get, by their names in the C code.
OBJECTS = {
    "none": "None",
    "yes": "True",
    "zero": "0",
    "minus": "-1",
    "seven": "7",
    "big": "2**70",
    "real": "1.5",
    "empty": "''",
    "text": "'text\\u20ac'",
    "surrogate": "'\\udc80'",
    "bytes_": "b'bytes'",
    "tuple": "(1, 'a')",
    "nothing": "()",
    "list_": "[3, 2, 1]",
    "dict": "{'text': 1}",
    "type": "int",
    "error": "ValueError",
    "raised": "ValueError('raised')",
    "object": "Odd()",
    "slice": "slice(1, 5, 2)",
    "call": "called",
    "code": "compile('1 + 1', 'f', 'eval')",
    "variable": "variable",
    "capsule": "capsule",
    "self_": "Odd",
}

# What `void *`, and each kind of number, are given.
LONGEST = ["0", "1", "-1", "3", "100", "PTRDIFF_MAX", "PTRDIFF_MIN"]
VALUES = {
    "int32_t": ["0", "-1", "INT32_MAX", "INT32_MIN"],
    "uint32_t": ["0", "UINT32_MAX"],
    "int64_t": ["0", "-1", "INT64_MAX", "INT64_MIN"],
    "uint64_t": ["0", "UINT64_MAX"],
    "size_t": ["0", "1", "2", "SIZE_MAX"],
    "HPy_ssize_t": LONGEST,
    "double": ["0.0", "-1.5", "HUGE_VAL", "NAN"],
    "bool": ["true", "false"],
    # How two objects are compared; CPython trusts its callers for that.
    "int": ["0", "2", "5"],
    "const char *": ['""', '"text"', '"__class__"', '"a.b"', '"\\xff"', '"1 + 1"', '"sys"'],
    "const wchar_t *": ['L"wide\\x20ac"'],
    "HPy_ssize_t *": ["&size"],
    "void **": ["(void **)&pointer"],
    "const HPy *": ["array"],
    "HPyCallFunction *": ["&special"],
    "HPyTracker": ["tracker"],
    "HPyListBuilder": ["list_builder"],
    "HPyTupleBuilder": ["tuple_builder"],
    "HPyField *": ["&field"],
    "HPyField": ["field"],
    "HPyGlobal *": ["&global"],
    "HPyGlobal": ["global"],
    "void *": ["&size"],
    "HPyCapsule_Destructor *": ["&no_destructor"],
    "_HPyCapsule_key": ["0", "1", "2", "3", "4", "-1"],
    "HPy *": ["&room"],
    "HPy_SourceKind": ["0", "1", "2", "3", "-1"],
    "HPyType_Spec *": [f"&specs[{i}]" for i in range(8)],
    "HPyType_SpecParam *": ["NULL", *(f"params[{i}]" for i in range(8))],
}

RESULTS = {
    "HPy": "return {call};",
    "void": "{call}; return outs(ctx, size, room);",
    "const char *": "const char *r = {call}; return HPy_BuildValue(ctx, \"(OO)\", text_of(ctx, r), outs(ctx, size, room));",
    "void *": "pointer = {call}; return HPyErr_Occurred(ctx) ? HPy_NULL : HPyBool_FromBool(ctx, pointer != NULL);",
    "double": "return HPyFloat_FromDouble(ctx, {call});",
    # Of most objects it is that of their address.
    "HPy_hash_t": "return HPyBool_FromBool(ctx, {call} != -1);",
    "uint64_t": "return HPyLong_FromUInt64_t(ctx, {call});",
    "size_t": "return HPyLong_FromSize_t(ctx, {call});",
    "HPyListBuilder": "return built(ctx, HPyListBuilder_Build(ctx, {call}));",
    "HPyTupleBuilder": "return built(ctx, HPyTupleBuilder_Build(ctx, {call}));",
    "HPyTracker": "HPyTracker r = {call}; if (r._i == 0) return HPy_NULL; HPyTracker_Close(ctx, r); "
    "return HPy_Dup(ctx, ctx->h_True);",
}
NUMBER = "int64_t r = (int64_t){call}; return HPyErr_Occurred(ctx) ? HPy_NULL : "
NUMBER += 'HPy_BuildValue(ctx, "(LO)", (long long)r, outs(ctx, size, room));'

# The state of threads, and what is not of the universal ABI.
LEFT_OUT = {*INTERNAL, "HPy_LeavePythonExecution", "HPy_ReenterPythonExecution", "HPy_FromPyObject", "HPy_AsPyObject"}
MOST = 120

# Lives of what is made, used, and ended.
PROGRAMS = {
    "tracker": """
        HPyTracker ht = HPyTracker_New(ctx, {size});
        int i, status = 0;
        if (ht._i == 0)
            return HPy_NULL;
        for (i = 0; i < 40; i++)
            status |= HPyTracker_Add(ctx, ht, HPy_Dup(ctx, text));
        {forget}
        HPyTracker_Close(ctx, ht);
        return HPyLong_FromLong(ctx, status);
    """,
    "list": """
        HPyListBuilder builder = HPyListBuilder_New(ctx, {size});
        HPyListBuilder_Set(ctx, builder, 0, text);
        HPyListBuilder_Set(ctx, builder, {index}, seven);
        return HPyListBuilder_Build(ctx, builder);
    """,
    "tuple": """
        HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, {size});
        HPyTupleBuilder_Set(ctx, builder, 0, text);
        HPyTupleBuilder_Set(ctx, builder, {index}, seven);
        return HPyTupleBuilder_Build(ctx, builder);
    """,
    "canceled": """
        HPyTupleBuilder one = HPyTupleBuilder_New(ctx, {size});
        HPyListBuilder two = HPyListBuilder_New(ctx, {size});
        HPyTupleBuilder_Cancel(ctx, one);
        HPyListBuilder_Cancel(ctx, two);
        return HPy_Dup(ctx, ctx->h_None);
    """,
    "capsule": """
        HPy h = HPyCapsule_New(ctx, &size, {name}, {destructor});
        void *found;
        if (HPy_IsNull(h) || HPyCapsule_SetName(ctx, h, "other") < 0 || HPyCapsule_SetContext(ctx, h, &size) < 0
            || HPyCapsule_SetDestructor(ctx, h, {destructor}) < 0 || HPyCapsule_SetPointer(ctx, h, {pointer}) < 0)
            return HPy_NULL;
        found = HPyCapsule_GetPointer(ctx, h, {name});
        if (found == NULL)
            return HPy_NULL;
        return HPy_BuildValue(ctx, "(sii)", HPyCapsule_GetName(ctx, h), HPyCapsule_GetContext(ctx, h) == &size,
                              HPyCapsule_IsValid(ctx, h, {name}));
    """,
    "type": """
        HPy t = HPyType_FromSpec(ctx, {spec}, {params}), h, all;
        void *data = NULL;
        if (HPy_IsNull(t))
            return HPy_NULL;
        h = HPy_New(ctx, t, &data);
        if (HPy_IsNull(h))
            return HPy_NULL;
        all = HPy_BuildValue(ctx, "(OsiiO)", h, HPyType_GetName(ctx, t), (int)_HPyType_GetBuiltinShape(ctx, t),
                             (int)((char *)data - (char *)_HPy_AsStruct_Legacy(ctx, h)), size_of(ctx, t));
        return all;
    """,
}
CHOICES = {
    "size": [*LONGEST, "2", "7"],
    "forget": ["", "HPyTracker_ForgetAll(ctx, ht);"],
    "index": ["0", "1", "2", "-1", "PTRDIFF_MAX", "PTRDIFF_MIN"],
    "name": ["NULL", '"name"', '"other"'],
    "destructor": ["NULL", "&no_destructor", "&half_destructor", "&whole_destructor"],
    "pointer": ["NULL", "&field"],
    "spec": VALUES["HPyType_Spec *"],
    "params": VALUES["HPyType_SpecParam *"],
}

SOURCE = r"""
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#pragma GCC diagnostic ignored "-Wnonnull"
#include <math.h>
#include <stdint.h>
#include <limits.h>

HPyDef_CALL_FUNCTION(special)
static HPy special_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyUnicode_FromString(ctx, "special");
}
static void destroy_impl(const char *name, void *pointer, void *context) {}
HPyCapsule_DESTRUCTOR(whole_destructor)
static void whole_destructor_impl(const char *name, void *pointer, void *context) {}
static HPyCapsule_Destructor no_destructor, half_destructor;

typedef struct { long x; HPyField f; char rest[40]; } T;
HPyDef_MEMBER(T_x, "x", HPyMember_LONG, offsetof(T, x), .doc = "doc")
HPyDef_MEMBER(T_f, "f", HPyMember_OBJECT_EX, offsetof(T, f), .readonly = 1)
HPyDef_MEMBER(T_off, "__vectorcalloffset__", HPyMember_HPYSSIZET, 0, .readonly = 1)
HPyDef_SLOT(T_call, HPy_tp_call)
static HPy T_call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return HPyLong_FromLong(ctx, 1);
}
HPyDef_SLOT(T_traverse, HPy_tp_traverse)
static int T_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) { return 0; }
HPyDef_SLOT(T_repr, HPy_tp_repr)
static HPy T_repr_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "a T"); }
HPyDef_METH(T_meth, "meth", HPyFunc_NOARGS)
static HPy T_meth_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "meth"); }
static HPyDef T_odd_meth;
static HPyDef *members[] = {&T_x, &T_f, &T_repr, NULL}, *called[] = {&T_call, &T_repr, &T_x, NULL};
static HPyDef *twice[] = {&T_call, &T_off, NULL}, *odd[] = {&T_odd_meth, NULL}, *plain[] = {&T_repr, &T_meth, NULL};

static HPy text_of(HPyContext *ctx, const char *text)
{
    return text == NULL ? HPy_Dup(ctx, ctx->h_None) : HPyBytes_FromString(ctx, text);
}
static HPy outs(HPyContext *ctx, HPy_ssize_t size, HPy room)
{
    if (HPyErr_Occurred(ctx))
        return HPy_NULL;
    return HPyTuple_Pack(ctx, 2, HPyLong_FromSsize_t(ctx, size), HPy_IsNull(room) ? ctx->h_None : room);
}
static HPy built(HPyContext *ctx, HPy h)
{
    return HPy_IsNull(h) ? h : HPyLong_FromSsize_t(ctx, HPy_Length(ctx, h));
}
static HPy size_of(HPyContext *ctx, HPy type) { return HPy_GetAttr_s(ctx, type, "__basicsize__"); }

HPyDef_METH(make_capsule, "make_capsule", HPyFunc_NOARGS)
static HPy make_capsule_impl(HPyContext *ctx, HPy self) { return HPyCapsule_New(ctx, &no_destructor, "name", NULL); }
HPyDef_METH(make_variable, "make_variable", HPyFunc_NOARGS)
static HPy make_variable_impl(HPyContext *ctx, HPy self) { return HPyContextVar_New(ctx, "variable", HPy_NULL); }

HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    @OBJECTS@
    HPy array[] = {text, seven, none, tuple}, room = HPy_NULL;
    HPy_ssize_t size = 0;
    void *pointer = NULL;
    HPyField field = HPyField_NULL;
    HPyGlobal global = {0};
    HPyTracker tracker = HPyTracker_New(ctx, 1);
    HPyListBuilder list_builder = HPyListBuilder_New(ctx, 2);
    HPyTupleBuilder tuple_builder = HPyTupleBuilder_New(ctx, 2);
    HPyType_Spec specs[] = {
        {.name = "m.Plain", .defines = plain, .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE},
        {.name = "m.Struct", .basicsize = sizeof(T), .defines = members, .doc = "doc", .flags = HPy_TPFLAGS_DEFAULT},
        {.name = "Called", .basicsize = sizeof(T), .defines = called},
        {.name = "m.Twice", .basicsize = sizeof(T), .defines = twice},
        {.name = "m.Odd", .basicsize = -8, .defines = odd},
        {.name = "m.Long", .basicsize = sizeof(T), .builtin_shape = HPyType_BuiltinShape_Long, .defines = members},
        {.name = "m.Var", .basicsize = 3, .itemsize = 8, .defines = called, .flags = HPy_TPFLAGS_HAVE_GC},
        {.name = "m.Shape", .basicsize = 8, .builtin_shape = (HPyType_BuiltinShape)77, .defines = members},
    };
    HPyType_SpecParam params[][3] = {
        {{HPyType_SpecParam_Base, type}},
        {{HPyType_SpecParam_Base, error}},
        {{HPyType_SpecParam_Base, self_}, {HPyType_SpecParam_Base, type}},
        {{HPyType_SpecParam_BasesTuple, tuple}},
        {{HPyType_SpecParam_BasesTuple, seven}, {HPyType_SpecParam_Base, type}},
        {{HPyType_SpecParam_Metaclass, seven}},
        {{HPyType_SpecParam_Metaclass, ctx->h_TypeType}, {HPyType_SpecParam_Metaclass, ctx->h_TypeType}},
        {{(HPyType_SpecParam_Kind)99, type}},
    };
    half_destructor.impl = destroy_impl;
    T_odd_meth = T_meth;
    T_odd_meth.meth.signature = (HPyFunc_Signature)99;
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    return HPy_NULL;
}
"""


def values(function, name, ctype, role):
    if ctype == "HPy":
        names = [role["expects"]] if role.get("expects") in OBJECTS else list(OBJECTS)
        names = {"str": ["text"], "bytes": ["bytes_"], "list": ["list_"]}.get(role.get("expects"), names)
        if "consumed" in role or "kept_by" in role:
            names = [f"HPy_Dup(ctx, {name})" for name in names]
        return names + ["HPy_NULL"] * role.get("nullable", False)
    found = list(VALUES.get(ctype, ["0"]))
    return found + ["NULL"] * (ctype.endswith("*") and role.get("nullable", False) and "NULL" not in found)


def lengths(roles):
    """The names in what the roles say of lengths: these arguments have to tell the truth."""
    said = " ".join(str(role.get(key, "")) for role in roles.values() for key in ("array", "length", "buffer"))
    return set(re.findall(r"\w+", said))


def cases_of(function):
    stanza = FUNCTIONS[function]
    roles = stanza.get("arg", {})
    named = lengths(roles)
    choices = []
    for name, ctype in parameters(function):
        if name == "kwnames":
            choices.append(["HPy_NULL"])
        elif name in named and ctype in ("size_t", "HPy_ssize_t"):
            choices.append(["1", "2"])
        elif ctype == "HPy_ssize_t" and re.search("const (char|wchar_t) \\*", stanza["c"]):
            choices.append(["0", "1"])
        else:
            choices.append(values(function, name, ctype, roles.get(name, {})))
    result = stanza["c"].split("(")[0].strip()
    template = RESULTS.get(result, NUMBER)
    every = list(itertools.product(*choices))
    most = MOST if stanza.get("cpython", "by hand") == "by hand" else MOST // 6
    if len(every) > most:
        every = random.Random(function).sample(every, most)
    for arguments in every:
        call = f"{function}({', '.join(['ctx', *arguments])})"
        yield call, "{ " + template.replace("{call}", call) + " }"


def program_cases():
    for name, program in PROGRAMS.items():
        keys = [key for key in CHOICES if "{" + key + "}" in program]
        for chosen in itertools.product(*(CHOICES[key] for key in keys)):
            text = program
            for key, value in zip(keys, chosen):
                text = text.replace("{" + key + "}", value)
            yield f"{name}: {', '.join(chosen)}", "{" + textwrap.dedent(text) + "}"


CASES = {key: code for name in FUNCTIONS if name not in LEFT_OUT for key, code in cases_of(name)}
CASES.update(program_cases())

RUN = FORKED + """
import json, sys, re
import mytest
def called(*args, **kwargs):
    return args, kwargs
class Odd:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return name
    def __index__(self): return 5
    def __len__(self): return 3
    def __bool__(self): raise KeyError('no bool')
    def __eq__(self, other): raise OSError(2, 'no eq')
    __hash__ = None
variable = mytest.make_variable()
capsule = mytest.make_capsule()
def outcome(number):
    try:
        return repr(mytest.run(number, @OBJECTS@))
    except BaseException as error:
        cause = error.__cause__ or error.__context__
        return type(error).__name__ + ': ' + str(error) + (' from ' + repr(cause) if cause else '')
def run(number):
    os.write(1, re.sub('0x[0-9a-f]+', '0x', outcome(number)).encode(errors='replace'))
results = [forked(run, number) for number in range(@COUNT@)]
json.dump([text if status == 0 else 'ended with %d' % status for status, text in results], sys.stdout)
"""


def run(compiler, abi):
    objects = "\n    ".join(f"HPy {name} = args[{index}];" for index, name in enumerate(OBJECTS, 1))
    cases = "\n".join(f"    case {number}: {code}" for number, code in enumerate(CASES.values()))
    extension = compiler.compile(SOURCE.replace("@OBJECTS@", objects).replace("@CASES@", cases), abi=abi)
    code = RUN.replace("@OBJECTS@", ", ".join(OBJECTS.values())).replace("@COUNT@", str(len(CASES)))
    finished = run_python(code, [extension], {"HPY": "universal", "PYTHONHASHSEED": "0"})
    assert finished.returncode == 0, finished.stderr
    return dict(zip(CASES, json.loads(finished.stdout)))


@pytest.fixture(scope="module")
def outcomes(compiler):
    return {abi: run(compiler, abi) for abi in ("universal", "cpython")}


def test_outcome_is_the_same_in_both_abis(outcomes):
    universal, cpython = outcomes["universal"], outcomes["cpython"]
    differences = {key: (universal[key], cpython[key]) for key in CASES if universal[key] != cpython[key]}
    assert not differences


def test_hardly_any_call_ends_the_process(outcomes):
    """Where nothing but crashes happens, nothing is compared."""
    ended = [key for key, outcome in outcomes["universal"].items() if outcome.startswith("ended with")]
    assert len(ended) < len(CASES) / 10
