"""api.toml as the tests read it, and right values in C for the arguments of its functions."""

import re
from pathlib import Path

try:
    import tomllib
except ImportError:
    import tomli as tomllib

SPEC = tomllib.loads((Path(__file__).parent.parent / "api.toml").read_text())
FUNCTIONS = {name: stanza for name, stanza in SPEC.items() if re.match("_?HPy", name) and "index" in stanza}
SIGNATURES = {name: stanza for name, stanza in SPEC.items() if name.startswith("HPyFunc_")}

# The way from the interpreter into the extension, which no extension calls.
INTERNAL = {name for name, stanza in FUNCTIONS.items() if stanza.get("trampoline")}

# A right value of each C type that is no handle; FRAME declares what they name.
RIGHT = {
    "const char *": '"x"',
    "const wchar_t *": 'L"x"',
    "HPy_ssize_t *": "&size",
    "void **": "(void **)&pointer",
    "void *": "&size",
    "HPy *": "&room",
    "const HPy *": "&text",
    "HPyField *": "&field",
    "HPyField": "(HPyField){1}",
    "HPyGlobal *": "&global",
    "HPyGlobal": "(HPyGlobal){1}",
    "HPyType_Spec *": "&spec",
    "HPyType_SpecParam *": "NULL",
    "HPyCallFunction *": "&callable",
    "HPyCapsule_Destructor *": "NULL",
    "cpy_PyObject *": "NULL",
    "HPyTracker": "HPyTracker_New(ctx, 1)",
    "HPyListBuilder": "HPyListBuilder_New(ctx, 1)",
    "HPyTupleBuilder": "HPyTupleBuilder_New(ctx, 1)",
    "HPyThreadState": "(HPyThreadState){0}",
}
FRAME = """
    HPy text = args[1], bytes = args[2], type = args[3], tuple = args[4], slice = args[5], list = args[6];
    HPy code = args[7], dict = args[8], room = HPy_NULL;
    HPy_ssize_t size = 0;
    void *pointer = NULL;
    HPyField field = HPyField_NULL;
    HPyGlobal global = {0};
    HPyType_Spec spec = {.name = "mytest.Made"};
    HPyCallFunction callable = {0};
    (void)text, (void)bytes, (void)type, (void)tuple, (void)slice, (void)list, (void)code, (void)dict, (void)room;
    (void)pointer, (void)field, (void)global, (void)callable, (void)spec, (void)size;
"""
# What Python passes as `args[1]` and so on.
OBJECTS = '["text", b"bytes", str, (), slice(1), [1], compile("1", "", "eval"), {}]'
# The variable of FRAME that is of the type that `expects` names.
EXPECTED = {"str": "text", "bytes": "bytes", "type": "type", "tuple": "tuple", "slice": "slice", "list": "list"}
EXPECTED |= {"code": "code", "dict": "dict"}
# NULL of the types that are no pointers.
NULLS = {
    "HPy": "HPy_NULL",
    "HPyField": "HPyField_NULL",
    "HPyGlobal": "(HPyGlobal){0}",
    "HPyTracker": "(HPyTracker){0}",
    "HPyListBuilder": "(HPyListBuilder){0}",
    "HPyTupleBuilder": "(HPyTupleBuilder){0}",
    "HPyThreadState": "(HPyThreadState){0}",
}


def split(c):
    """The result's type and the parameters of a C signature of the spec, each with its name and type."""
    result, inside = re.fullmatch(r"(.*?)\s*\((.*)\)", c).groups()
    pairs = [re.fullmatch(r"(.*?)(\w+)", text.strip()).groups() for text in inside.split(",") if text.strip() != "void"]
    return result, [(name, ctype.strip()) for ctype, name in pairs]


def parameters(function):
    return split(FUNCTIONS[function]["c"])[1]


def result(function):
    return split(FUNCTIONS[function]["c"])[0]


def roles(function):
    return FUNCTIONS[function].get("arg", {})


def is_handle(ctype):
    return ctype == "HPy"


def is_pointer(ctype):
    """Whether NULL may be passed for it, which is no handle of an object."""
    return not is_handle(ctype) and (ctype.endswith("*") or ctype in NULLS)


def null(ctype):
    return NULLS.get(ctype, "NULL")


def is_length(function, name):
    """Whether the argument says how many items an array has."""
    return any(re.search(rf"\b{name}\b", role.get("array", "")) for role in roles(function).values())


def right_value(function, name, ctype, handle="text"):
    """A right value for an argument; `handle` is one where any type will do."""
    role = roles(function).get(name, {})
    if is_handle(ctype):
        value = EXPECTED.get(role.get("expects"), handle)
        return f"HPy_Dup(ctx, {value})" if {"consumed", "kept_by"} & set(role) else value
    if is_length(function, name):
        return "1"
    return RIGHT.get(ctype, "0")
