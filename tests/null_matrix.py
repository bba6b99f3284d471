"""Every function of the API with HPy_NULL or NULL for every argument, alone and together, inside of arrays and structs.

The calls are made from api.toml: `source` is an extension that makes any of them and prints what it returns. It compiles with
the headers of the reference, too. LABELS says what each call is; `script` makes them, each in a forked process, and
prints what came of it. `differences` compares that of two runtimes.
"""

import re
from itertools import chain, combinations

from api_spec import (
    ALL_OBJECTS,
    BEFORE,
    FRAME,
    FUNCTIONS,
    INTERNAL,
    OBJECTS,
    is_handle,
    is_length,
    is_pointer,
    member,
    null,
    parameters,
    result,
    right_values,
    roles,
)
from extensions import FORKED

# What a handle is where any type will do: `any` in C. The functions of the API between them look for all of these.
KINDS = """
import contextvars
class Broken:
    def __getattr__(self, name): raise ValueError(name)
KINDS = ["text", 7, (), [1], {"x": 1}, ValueError, contextvars.ContextVar("x"), len, mytest.capsule(), mytest.make(), Broken()]
"""

# Structs with a NULL in them.
STRUCTS = {
    "HPyType_Spec *": {
        "name": "&(HPyType_Spec){.basicsize = 8}",
        "impl": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_impl, NULL}}",
        "trampoline": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_trampoline, NULL}}",
        "slot": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_slot_impl, NULL}}",
        "method": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_meth_name, &ok, NULL}}",
        "member": "&(HPyType_Spec){.name = \"mytest.Made\", .basicsize = 8, .defines = (HPyDef *[]){&no_member_name, NULL}}",
        "getset": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_getset_name, NULL}}",
        "getter": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){&no_getter, NULL}}",
        "defines": "&(HPyType_Spec){.name = \"mytest.Made\", .defines = (HPyDef *[]){NULL}}",
        "legacy": "&(HPyType_Spec){.name = \"mytest.Made\", .builtin_shape = HPyType_BuiltinShape_Legacy}",
    },
    "HPyType_SpecParam *": {
        **{
            kind: f"(HPyType_SpecParam[]){{{{HPyType_SpecParam_{kind}, HPy_NULL}}, {{0}}}}"
            for kind in ("Base", "BasesTuple", "Metaclass")
        },
        "second": "(HPyType_SpecParam[]){{HPyType_SpecParam_Base, type}, {HPyType_SpecParam_Base, HPy_NULL}, {0}}",
        "end": "(HPyType_SpecParam[]){{0}}",
    },
    "HPyCallFunction *": {"members": "&(HPyCallFunction){0}"},
    "HPyCapsule_Destructor *": {
        "members": "&(HPyCapsule_Destructor){0}",
        "impl": "&(HPyCapsule_Destructor){dtor_trampoline, NULL}",
        "trampoline": "&(HPyCapsule_Destructor){NULL, dtor_impl}",
    },
    "HPyField *": {"null": "&field"},
    "HPyGlobal *": {"null": "&global"},
}
ARRAYS = {
    "all": (2, "(HPy[]){HPy_NULL, HPy_NULL}"),
    "first": (2, "(HPy[]){HPy_NULL, any}"),
    "second": (2, "(HPy[]){any, HPy_NULL}"),
    "only": (1, "(HPy[]){HPy_NULL}"),
    "missing": (1, "NULL"),
    "none": (0, "NULL"),
}
# A number may choose what a function does: a capsule's part, the kind of source.
NUMBERS = ["0", "1", "2", "3"]

PRINT = {
    "HPy": 'print_handle(ctx, "handle", {call});',
    "void": "{call};",
    "const char *": "print_text({call});",
    "void *": "print_pointer({call});",
    "cpy_PyObject *": "print_pointer({call});",
    "double": 'printf("%g", {call});',
    "HPyListBuilder": 'print_word(&(HPyListBuilder[]){{{call}}}, sizeof(HPyListBuilder));',
    "HPyTupleBuilder": 'print_word(&(HPyTupleBuilder[]){{{call}}}, sizeof(HPyTupleBuilder));',
    "HPyTracker": 'print_word(&(HPyTracker[]){{{call}}}, sizeof(HPyTracker));',
    "HPyThreadState": 'print_word(&(HPyThreadState[]){{{call}}}, sizeof(HPyThreadState));',
}


def subsets(names):
    return chain.from_iterable(combinations(names, count) for count in range(1, len(names) + 1))


def calls_of(function):
    """What is NULL, and the call."""
    types = dict(parameters(function))
    right = right_values(function, "any")

    def call(values):
        return f"API({function}, {member(function)})({', '.join(['ctx', *{**right, **values}.values()])})"

    may_be_null = [name for name, ctype in types.items() if is_handle(ctype) or is_pointer(ctype)]
    numbers = [
        name
        for name, ctype in types.items()
        if name not in may_be_null and not is_length(function, name) and ctype not in ("HPyCFunction", "double", "bool")
    ]
    for names in subsets(may_be_null):
        values = {name: null(types[name]) for name in names}
        yield "+".join(names), call(values)
        for name in numbers:
            for number in NUMBERS[1:]:
                yield f"{'+'.join(names)}, {name}={number}", call({**values, name: number})
    for name, ctype in types.items():
        if "array" in roles(function).get(name, {}):
            lengths = [other for other in types if is_length(function, other) and not is_handle(types[other])]
            for which, (count, array) in ARRAYS.items():
                values = {name: array, **{length: str(count) for length in lengths}}
                yield f"{name}[{which}]", call(values)
                for other in may_be_null:
                    if other != name:
                        yield f"{name}[{which}]+{other}", call({**values, other: null(types[other])})
        for part, value in STRUCTS.get(ctype, {}).items():
            yield f"{name}->{part}", call({name: value})


def statement(function, call):
    # The header's function returns a handle where the context's returns nothing.
    kind = "void" if FUNCTIONS[function].get("inline") == "HPy_NULL" else result(function)
    return BEFORE.get(function, "") + PRINT.get(kind, 'printf("%lld", (long long)({call}));').format(call=call)


# What every extension gets compiled in: an argument that may be NULL, in each of them.
HELPERS = {
    "HPyArg_Parse": [
        'print_number(HPyArg_Parse(ctx, NULL, NULL, 0, "|O", &room)); print_handle(ctx, "room", room);',
        'print_number(HPyArg_Parse(ctx, NULL, (HPy[]){any}, 1, "O", &room));',
        'print_number(HPyArg_Parse(ctx, NULL, NULL, 0, "", NULL));',
        'print_number(HPyArg_Parse(ctx, NULL, NULL, 0, "O:name", &room));',
    ],
    "HPyArg_ParseKeywords": [
        'print_number(HPyArg_ParseKeywords(ctx, NULL, NULL, 0, HPy_NULL, "|O", (const char *[]){"a", NULL}, &room));',
        'print_number(HPyArg_ParseKeywords(ctx, NULL, (HPy[]){any}, 1, HPy_NULL, "O", (const char *[]){"a", NULL}, &room));',
    ],
    "HPyArg_ParseKeywordsDict": [
        'print_number(HPyArg_ParseKeywordsDict(ctx, NULL, NULL, 0, HPy_NULL, "|O", (const char *[]){"a", NULL}, &room));',
    ],
    "HPy_BuildValue": [
        'print_handle(ctx, "handle", HPy_BuildValue(ctx, "O", HPy_NULL));',
        'print_handle(ctx, "handle", HPy_BuildValue(ctx, "(iO)", 1, HPy_NULL));',
        'print_handle(ctx, "handle", HPy_BuildValue(ctx, "{s:O}", "a", HPy_NULL));',
        'print_handle(ctx, "handle", HPy_BuildValue(ctx, "s", NULL));',
        'print_handle(ctx, "handle", HPy_BuildValue(ctx, ""));',
    ],
    "HPyTuple_Pack": [
        'print_handle(ctx, "handle", HPyTuple_Pack(ctx, 0));',
        'print_handle(ctx, "handle", HPyTuple_Pack(ctx, 1, HPy_NULL));',
    ],
    "HPyLong_AsLong": ['print_number(HPyLong_AsLong(ctx, HPy_NULL));', 'print_number(HPyLong_AsLongLong(ctx, HPy_NULL));'],
    "HPyLong_AsUnsignedLong": [
        'print_number((long)HPyLong_AsUnsignedLong(ctx, HPy_NULL));',
        'print_number((long)HPyLong_AsUnsignedLongMask(ctx, HPy_NULL));',
    ],
    "HPy_DelAttr": [
        'print_number(HPy_DelAttr(ctx, any, HPy_NULL));',
        'print_number(HPy_DelAttr(ctx, HPy_NULL, text));',
        'print_number(HPy_DelAttr_s(ctx, HPy_NULL, "x"));',
    ],
    "HPy_CallMethodTupleDict": [
        'print_handle(ctx, "handle", HPy_CallMethodTupleDict(ctx, text, any, HPy_NULL, HPy_NULL));',
        'print_handle(ctx, "handle", HPy_CallMethodTupleDict_s(ctx, "upper", text, HPy_NULL, HPy_NULL));',
        'print_handle(ctx, "handle", HPy_CallMethodTupleDict_s(ctx, "upper", HPy_NULL, tuple, HPy_NULL));',
    ],
    "HPyCapsule_GetPointer": [
        'print_pointer(HPyCapsule_GetPointer(ctx, HPy_NULL, "x"));',
        'print_pointer(HPyCapsule_GetPointer(ctx, any, NULL));',
        'print_text(HPyCapsule_GetName(ctx, HPy_NULL));',
        'print_pointer(HPyCapsule_GetContext(ctx, HPy_NULL));',
        'print_number(HPyCapsule_SetPointer(ctx, any, NULL));',
        'print_number(HPyCapsule_SetName(ctx, any, NULL)); print_text(HPyCapsule_GetName(ctx, any));',
        'print_number(HPyCapsule_SetContext(ctx, any, NULL));',
        'print_number(HPyCapsule_SetDestructor(ctx, any, NULL));',
        'print_number(HPyCapsule_SetDestructor(ctx, HPy_NULL, &dtor));',
    ],
    "HPyStructSequence_New": [
        'print_handle(ctx, "handle", HPyStructSequence_New(ctx, HPy_NULL, 0, NULL));',
        'print_handle(ctx, "handle", HPyStructSequence_NewType(ctx, &(HPyStructSequence_Desc){.name = "mytest.Row"}));',
    ],
    "Legacy_AsStruct": ["print_pointer(Legacy_AsStruct(ctx, HPy_NULL));"],
}

CALLS = {
    f"{function}({what})": (function, statement(function, call))
    for function in FUNCTIONS
    if function not in INTERNAL and not FUNCTIONS[function].get("since")
    for what, call in calls_of(function)
}
CALLS |= {f"{call} #{function}": (function, call) for function, calls in HELPERS.items() for call in calls}
LABELS = list(CALLS)
# The internal ones among the functions have no counterpart in the CPython ABI of the reference.
EVERYTHING = frozenset(FUNCTIONS) | frozenset(HELPERS)


PARTS = """
typedef struct { HPyField field; long number; } Legacy;
HPyType_HELPERS(Legacy, HPyType_BuiltinShape_Object)

HPyDef_METH(ok, "ok", HPyFunc_NOARGS)
static HPy ok_impl(HPyContext *ctx, HPy self) { return HPy_Dup(ctx, self); }
HPyDef_SLOT(repr, HPy_tp_repr)
static HPy repr_impl(HPyContext *ctx, HPy self) { return HPyUnicode_FromString(ctx, "made"); }
HPyDef_GET(get, "get")
static HPy get_get(HPyContext *ctx, HPy self, void *closure) { return HPy_Dup(ctx, self); }
HPyDef_MEMBER(member, "member", HPyMember_INT, 0)
HPyCapsule_DESTRUCTOR(dtor)
static void dtor_impl(const char *name, void *pointer, void *context) {}

static HPyDef no_impl, no_trampoline, no_slot_impl, no_meth_name, no_member_name, no_getset_name, no_getter;

static void break_definitions(void)
{
    no_impl = ok, no_impl.meth.impl = NULL;
    no_trampoline = ok, no_trampoline.meth.cpy_trampoline = NULL;
    no_slot_impl = repr, no_slot_impl.slot.impl = NULL;
    no_meth_name = ok, no_meth_name.meth.name = NULL;
    no_member_name = member, no_member_name.member.name = NULL;
    no_getset_name = get, no_getset_name.getset.name = NULL;
    no_getter = get, no_getter.getset.getter_impl = NULL, no_getter.getset.getter_cpy_trampoline = NULL;
}

HPyDef_METH(capsule, "capsule", HPyFunc_NOARGS)
static HPy capsule_impl(HPyContext *ctx, HPy self)
{
    break_definitions();
    return HPyCapsule_New(ctx, &no_impl, "x", NULL);
}

HPyDef_METH(make, "make", HPyFunc_NOARGS)
static HPy make_impl(HPyContext *ctx, HPy self)
{
    static HPyDef *defines[] = {&repr, NULL};
    HPyType_Spec spec = {.name = "mytest.Type", .basicsize = sizeof(Legacy), .defines = defines};
    HPy type = HPyType_FromSpec(ctx, &spec, NULL);
    Legacy *data;
    HPy object = HPy_New(ctx, type, &data);
    HPy_Close(ctx, type);
    return object;
}

static void print_pointer(const void *pointer)
{
    if (pointer == NULL)
        printf("NULL");
    else if ((uintptr_t)pointer + 4096 < 8192)
        printf("%td", (ptrdiff_t)(intptr_t)pointer);
    else
        printf("pointer");
}

static void print_number(long number)
{
    printf("%ld ", number);
}

static void print_text(const char *text)
{
    print_pointer(text);
    fflush(stdout);
    if ((uintptr_t)text + 4096 >= 8192)
        printf(" %s", text);
}

static void print_word(const void *word, size_t size)
{
    const void *value = NULL;
    memcpy(&value, word, size);
    print_pointer(value);
}

static void print_handle(HPyContext *ctx, const char *name, HPy h)
{
    const void *value = NULL;
    memcpy(&value, &h, sizeof h);
    printf("%s ", name);
    print_pointer(value);
    fflush(stdout);
    if ((uintptr_t)value + 4096 < 8192 || HPyErr_Occurred(ctx))
        return;
    HPy text = HPy_ASCII(ctx, h);
    if (HPy_IsNull(text))
        HPyErr_Clear(ctx);
    else
        printf(" %s", HPyUnicode_AsUTF8AndSize(ctx, text, NULL));
    fflush(stdout);
}
"""

SOURCE = f"""
/* What the context has, whatever a header makes of it, or what extensions call. */
#ifdef OF_THE_CONTEXT
#define API(name, member) ctx->member
#else
#define API(name, member) name
#endif
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wnonnull"
#include <stdio.h>
#include <string.h>
#include <stdint.h>
#include <stddef.h>
{PARTS}
@FUNCTIONS@

typedef void (*Call)(HPyContext *ctx, const HPy *args);
static const Call calls[] = {{@TABLE@}};

HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{{
    calls[HPyLong_AsLong(ctx, args[0])](ctx, args);
    fflush(stdout);
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}}
"""

OUTPUTS = """
    if (!HPyErr_Occurred(ctx)) {
        printf("; size %td; pointer ", size);
        print_pointer(pointer);
        print_handle(ctx, "; room", room);
    }
"""


def source(functions=EVERYTHING, of_the_context=False):
    """The extension; calls of other functions do nothing. Those of the context are called as they stand there, or through the
    headers, as extensions do."""
    bodies = "".join(
        f"static void call_{number}(HPyContext *ctx, const HPy *args)\n{{\n    HPy any = args[{1 + len(ALL_OBJECTS)}];\n    (void)any;{FRAME}    "
        f"{call if function in functions else ''}{OUTPUTS}}}\n"
        for number, (function, call) in enumerate(CALLS.values())
    )
    table = ", ".join(f"call_{number}" for number in range(len(CALLS)))
    macro = "#define OF_THE_CONTEXT\n" if of_the_context else ""
    return macro + SOURCE.replace("@FUNCTIONS@", bodies).replace("@TABLE@", table)


# Makes the calls of COUNTS: each with so many kinds, or with all of them.
SCRIPT = f"""
{FORKED}
import json, re, sys
import mytest
{KINDS}
objects = {OBJECTS}

def run(number, kind):
    try:
        mytest.run(number, *objects, kind)
    except BaseException as error:
        text = "; %s: %s" % (type(error).__name__, error)
        os.write(1, text.encode("ascii", "backslashreplace"))

def outcome(number, kind):
    status, text = forked(run, number, kind)
    return status, re.sub("0x[0-9a-f]+", "0x", text)

json.dump([[outcome(number, kind) for kind in KINDS[:count]] for number, count in enumerate(COUNTS)], sys.stdout)
"""


def script(labels=frozenset(LABELS)):
    """A program that makes the calls with these labels, and prints what came of each call, nothing for the others."""
    # Of a call without `any` one kind tells as much as all of them.
    kinds = {label: None if re.search(r"\bany\b", call) else 1 for label, (_, call) in CALLS.items()}
    return f"COUNTS = {[kinds[label] if label in labels else 0 for label in LABELS]}\n{SCRIPT}"


def differences(theirs, ours):
    """What ours does otherwise. Where theirs dies ours may do anything."""
    for label, kinds, other in zip(LABELS, theirs, ours):
        for number, (before, after) in enumerate(zip(kinds, other)):
            if before[0] == 0 and before != after:
                yield f"{label} with kind {number}: {before} there, {after} here"
