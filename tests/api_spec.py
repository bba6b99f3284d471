"""api.toml as the tests read it, and right values in C for the arguments of its functions."""

import ctypes
import importlib
import re
from pathlib import Path

try:
    import tomllib
except ImportError:
    import tomli as tomllib

SPEC = tomllib.loads((Path(__file__).parent.parent / "api.toml").read_text())
FUNCTIONS = {name: stanza for name, stanza in SPEC.items() if re.match("_?HPy", name) and "index" in stanza}
SIGNATURES = {name: stanza for name, stanza in SPEC.items() if name.startswith("HPyFunc_")}

ALIASES = {name: alias["c"] for name, alias in SPEC.get("types", {}).items()}

MAJOR = SPEC["api"]["major"]
# What the runtime has: extensions may need less.
MINOR = max([SPEC["api"]["minor"], *SPEC["api"].get("later", {}).values()])

# The way from the interpreter into the extension, which no extension calls.
INTERNAL = {name for name, stanza in FUNCTIONS.items() if stanza.get("trampoline")}

# A right value of each C type that is no handle; FRAME declares what they name. Another pointer is NULL where it may be, or
# points to zeros.
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
    "HPyThreadState": "(HPyThreadState){0}",
}
# NULL of the types that are no pointers.
NULLS = {"HPy": "HPy_NULL", "HPyField": "HPyField_NULL"}
NULLS |= {name: f"({name}){{0}}" for name in ["HPyGlobal", "HPyThreadState", *SPEC["resources"]]}

# The struct of each shape that has memory of CPython in front of it: the function that gives it, and the shape.
STRUCTS = {
    name: shape
    for name, function in FUNCTIONS.items()
    for shape in [SPEC["shapes"].get(f"HPyType_BuiltinShape_{function.get('returns', {}).get('struct')}", {})]
    if {"behind", "items"} & set(shape)
}

# What `expects` may say.
EXPECTED = {entry["expects"]: name for name, entry in SPEC["constants"].items() if "expects" in entry}
EXPECTED |= {**SPEC["imported"], **SPEC["protocols"]}
NUMBERS = {name: number for number, name in enumerate(EXPECTED)}

FIRST = ['"text"', 'b"bytes"', "str", "()", "slice(1)", "[1]", 'compile("1", "", "eval")', "{}"]
OTHERS = ["iter([])", "print", "1", '__import__("datetime").datetime_CAPI', "UnicodeDecodeError"]


def type_of(of):
    """The type that `expects` means, of a constant or a module; none where it means a protocol."""
    if isinstance(of, dict):
        module, _, attribute = of.get("from", "").rpartition(".")
        return getattr(importlib.import_module(module), attribute) if module else None
    c = SPEC["constants"][of]["cpython"]
    if c.startswith("&"):
        address = ctypes.addressof(ctypes.c_char.in_dll(ctypes.pythonapi, c[1:]))
        return ctypes.cast(address, ctypes.py_object).value
    return ctypes.py_object.in_dll(ctypes.pythonapi, c).value


def is_expected(name, value):
    """Whether an object is what `expects` calls so."""
    type_ = type_of(EXPECTED[name])
    if type_ is not None:
        return isinstance(value, type_)
    if "derives" in EXPECTED[name]:
        return isinstance(value, type) and issubclass(value, type_of(EXPECTED[name]["derives"]))
    return bool(getattr(ctypes.pythonapi, FUNCTIONS[EXPECTED[name]["check"]]["cpython"])(ctypes.py_object(value)))


def expression(name, wanted):
    """An object that is what `expects` calls so, or is not, in Python."""
    type_ = type_of(EXPECTED[name])
    made = [f"__import__({type_.__module__!r}).{type_.__qualname__}()"] if type_ else []
    for text in [*FIRST, *OTHERS, *made]:
        if is_expected(name, eval(text)) == wanted:
            return text
    raise AssertionError(f"no object here is {name}: add one to OTHERS")


# What Python passes as `args[1]` and so on: objects of several types, for each that `expects` names one, and another one.
ALL_OBJECTS = FIRST + [expression(name, wanted) for wanted in (True, False) for name in EXPECTED]
OBJECTS = f"[{', '.join(ALL_OBJECTS)}]"
FRAME = f"""
    HPy text = args[1], bytes = args[2], type = args[3], tuple = args[4], slice = args[5], list = args[6];
    HPy code = args[7], dict = args[8], room = HPy_NULL;
    const HPy *right = args + {1 + len(FIRST)}, *wrong = right + {len(EXPECTED)};
    HPy_ssize_t size = 0;
    HPyField field = HPyField_NULL;
    HPyGlobal global = {{0}};
    HPyType_Spec spec = {{.name = "mytest.Made"}};
    void *pointer = NULL, *zeros = &(char[1000]){{0}};
    (void)text, (void)bytes, (void)type, (void)tuple, (void)slice, (void)list, (void)code, (void)dict, (void)room;
    (void)right, (void)wrong, (void)field, (void)global, (void)spec, (void)size, (void)zeros, (void)pointer;
"""


def member(function):
    """What the context calls a function."""
    return re.sub("^_?HPy_?", "ctx_", function)


# What has to be done before a call: CPython 3.15 dies of writing an exception where there is none.
BEFORE = {"HPyErr_WriteUnraisable": 'HPyErr_SetString(ctx, ctx->h_ValueError, "written"); '}

# What hpy 0.9.0 lacks, by the names of the headers.
LATER = {name for name, constant in SPEC["constants"].items() if "since" in constant}
LATER |= {member(name) for name, stanza in FUNCTIONS.items() if "since" in stanza}


def split(c):
    """The result's type and the parameters of a C signature of the spec, each with its name and type."""
    result, inside = re.fullmatch(r"(.*?)\s*\((.*)\)", c).groups()
    pairs = [re.fullmatch(r"(.*?)(\w+)", text.strip()).groups() for text in inside.split(",") if text.strip() != "void"]
    return result, [(name, ALIASES.get(ctype.strip(), ctype.strip())) for ctype, name in pairs]


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


def new_resource(ctype):
    """Makes a builder or tracker of one item."""
    maker = next(name for name in FUNCTIONS if result(name) == ctype)
    return f"{maker}({', '.join(['ctx', *('1' for _ in parameters(maker))])})"


def right_value(function, name, ctype, handle="text"):
    """A right value for an argument; `handle` is one where any type will do."""
    role = roles(function).get(name, {})
    if name == "kwnames":
        return "HPy_NULL"
    if is_handle(ctype):
        value = f"right[{NUMBERS[role['expects']]}]" if "expects" in role else handle
        return f"HPy_Dup(ctx, {value})" if {"consumed", "kept_by"} & set(role) else value
    if is_length(function, name):
        return "1"
    if "one_of" in role:
        constant = next(value for key, value in SPEC["enum"][role["one_of"]].items() if key != "doc")
        return str(constant["value"] if isinstance(constant, dict) else constant)
    if ctype in SPEC["resources"]:
        return new_resource(ctype)
    if ctype.endswith("*") and ctype not in RIGHT:
        return "NULL" if role.get("nullable") else "zeros"
    return RIGHT.get(ctype, str(role.get("at_least", 0)))


def right_values(function, handle="text"):
    """A right value for each argument, by its name."""
    return {name: right_value(function, name, ctype, handle) for name, ctype in parameters(function)}


def call(function, values, ctx="ctx"):
    """A call through a context, without what headers may add."""
    return f"{ctx}->{member(function)}({', '.join([ctx, *values.values()])})"
