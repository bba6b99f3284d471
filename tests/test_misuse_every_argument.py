"""Every function of the API with HPy_NULL, NULL, a closed handle and a wild value for every argument that may not be one,
with an object of another type for each that names one, and through a saved context.

The C calls are made from api.toml. Each runs in a process of its own, forked from one that has loaded the extension.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from extensions import run_each

try:
    import tomllib
except ImportError:
    import tomli as tomllib

SPEC = tomllib.loads((Path(__file__).parent.parent / "api.toml").read_text())
FUNCTIONS = {name: stanza for name, stanza in SPEC.items() if re.match("_?HPy", name) and "index" in stanza}

# The way from the interpreter into the extension, which no extension calls.
INTERNAL = {"_HPy_CallRealFunctionFromTrampoline"}

# A right value of each C type that is no handle.
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
    "HPyTracker": "ctx->ctx_Tracker_New(ctx, 1)",
    "HPyListBuilder": "ctx->ctx_ListBuilder_New(ctx, 1)",
    "HPyTupleBuilder": "ctx->ctx_TupleBuilder_New(ctx, 1)",
    "HPyThreadState": "(HPyThreadState){0}",
}
# NULL of the types that are no pointers.
NULLS = {"HPyField": "HPyField_NULL", "HPyGlobal": "(HPyGlobal){0}", "HPyTracker": "(HPyTracker){0}"}
OBJECTS = {"str": "text", "bytes": "bytes", "type": "type", "tuple": "tuple", "slice": "slice", "list": "list"}
OBJECTS |= {"code": "code", "dict": "dict"}


@dataclass(frozen=True)
class Misuse:
    check: str
    function: str
    argument: str
    call: str

    def __str__(self):
        return f"{self.function}-{self.argument}-{self.check}"


# CPython 3.15 dies of writing an exception where there is none.
BEFORE = {"HPyErr_WriteUnraisable": 'HPyErr_SetString(ctx, ctx->h_ValueError, "written"); '}


def parameters(function):
    inside = re.fullmatch(r".*?\((.*)\)", FUNCTIONS[function]["c"]).group(1)
    for text in inside.split(","):
        if text.strip() != "void":
            ctype, name = re.fullmatch(r"(.*?)(\w+)", text.strip()).groups()
            yield name, ctype.strip()


def is_handle(ctype):
    return ctype == "HPy"


def is_pointer(ctype):
    return ctype.endswith("*") or ctype in NULLS


def right_value(function, name, ctype, roles):
    role = roles.get(name, {})
    if is_handle(ctype):
        value = OBJECTS.get(role.get("expects"), "text")
        return f"ctx->ctx_Dup(ctx, {value})" if {"consumed", "kept_by"} & set(role) else value
    arrays = [array.get("array", "") for array in roles.values()]
    if any(re.search(rf"\b{name}\b", length) for length in arrays):
        return "1"
    return RIGHT.get(ctype, "0")


def misuses_of(function):
    roles = FUNCTIONS[function].get("arg", {})
    args = {name: right_value(function, name, ctype, roles) for name, ctype in parameters(function)}
    # Of the array of a call, names of keywords are none.
    args = {name: "HPy_NULL" if name == "kwnames" else value for name, value in args.items()}
    member = re.sub("^_?HPy_?", "ctx_", function)

    def misuse(check, argument, value):
        values = ", ".join(["ctx", *({**args, argument: value}.values())])
        return Misuse(check, function, argument, f"{BEFORE.get(function, '')}ctx->{member}({values});")

    yield Misuse("wrong-context", function, "", f"saved->{member}({', '.join(['saved', *args.values()])});")
    for name, ctype in parameters(function):
        role = roles.get(name, {})
        may_be_null = role.get("nullable", False)
        if "expects" in role:
            yield misuse("wrong-type", name, "bytes" if role["expects"] == "str" else "text")
        if is_handle(ctype):
            if not may_be_null:
                yield misuse("null-argument", name, "HPy_NULL")
            yield misuse("double-close" if "consumed" in role else "use-after-close", name, "closed")
            yield misuse("wild-handle", name, "wild")
        elif "array" in role:
            if not may_be_null:
                yield misuse("null-argument", name, "NULL")
            yield misuse("null-argument", name, "(HPy[]){HPy_NULL}")
            yield misuse("use-after-close", name, "&closed")
            yield misuse("wild-handle", name, "&wild")
        elif "list" in role:
            for check, value in [
                ("null-argument", "HPy_NULL"),
                ("use-after-close", "closed"),
                ("wild-handle", "wild"),
            ]:
                params = f"(HPyType_SpecParam[]){{{{HPyType_SpecParam_Base, {value}}}, {{0}}}}"
                yield misuse(check, name, params)
        elif is_pointer(ctype) and not may_be_null:
            yield misuse("null-argument", name, NULLS.get(ctype, "NULL"))


MISUSES = [misuse for name in FUNCTIONS if name not in INTERNAL for misuse in misuses_of(name)]

SOURCE = """
static HPyContext *saved;

HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy text = args[1], bytes = args[2], type = args[3], tuple = args[4], slice = args[5], list = args[6];
    HPy code = args[7], dict = args[8];
    HPy closed = HPy_Dup(ctx, text), wild = {12345}, room;
    HPy_Close(ctx, closed);
    HPy_ssize_t size = 0;
    void *pointer = NULL;
    HPyField field = HPyField_NULL;
    HPyGlobal global = {0};
    HPyType_Spec spec = {.name = "mytest.Made"};
    HPyCallFunction callable = {0};
    if (saved == NULL) {
        saved = ctx;
        return HPy_Dup(ctx, ctx->h_None);
    }
    (void)bytes, (void)type, (void)tuple, (void)slice, (void)list, (void)code, (void)dict, (void)room, (void)pointer;
    (void)field, (void)global, (void)callable, (void)spec, (void)size;
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    /* Debug builds of CPython end the process where a result comes with an exception. */
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}
"""

RUN = """
import mytest
objects = ["text", b"bytes", str, (), slice(1), [1], compile("1", "", "eval"), {}]
mytest.run(0, *objects)
run = lambda number: mytest.run(number, *objects)
"""

RUN_TO_THE_END = """
import mytest
objects = ["text", b"bytes", str, (), slice(1), [1], compile("1", "", "eval"), {}]
mytest.run(0, *objects)
def run(number):
    try:
        mytest.run(number, *objects)
    except Exception:
        pass
"""


@pytest.fixture(scope="module")
def extension(compiler):
    cases = "\n".join(f"    case {number}: {misuse.call} break;" for number, misuse in enumerate(MISUSES))
    return compiler.compile(SOURCE.replace("@CASES@", cases))


@pytest.fixture(scope="module")
def results(extension):
    return dict(zip(MISUSES, run_each(extension, RUN, len(MISUSES))))


@pytest.fixture(scope="module")
def survived(extension):
    return dict(zip(MISUSES, run_each(extension, RUN_TO_THE_END, len(MISUSES), "on_error=warn")))


@pytest.mark.parametrize("misuse", MISUSES, ids=str)
def test_is_reported_by_name(results, misuse):
    status, report = results[misuse]
    assert report.startswith(f"HPy debug: error[{misuse.check}]: {misuse.function}: "), (misuse.call, report)
    assert not misuse.argument or f"argument `{misuse.argument}`" in report.splitlines()[1]
    assert status == -6


@pytest.mark.parametrize("misuse", [misuse for misuse in MISUSES if misuse.argument], ids=str)
def test_is_survived_where_it_is_only_warned_of(survived, misuse):
    status, report = survived[misuse]
    assert report.startswith(f"HPy debug: warning[{misuse.check}]: {misuse.function}: "), (misuse.call, report)
    assert status == 0


def test_no_function_is_left_out():
    handles = {name for name in FUNCTIONS if any(is_handle(ctype) for _, ctype in parameters(name))}
    assert handles == {misuse.function for misuse in MISUSES if misuse.check == "wild-handle"} & handles
