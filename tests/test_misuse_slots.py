"""Every slot that breaks the error protocol: a result with an exception set, the error value without one."""

import re
import subprocess
import sys
import sysconfig

import pytest

from api_spec import SPEC
from extensions import run_each

# How Python calls a slot that the runtime does by hand, of `x`, an instance of `type_`.
BY_HAND = {"HPy_tp_call": "type_()()"}
CHECKS = ["result-with-exception", "error-without-exception"]
# `hash(x)` raises a SystemError then, but `x.__hash__()` returns -1: a warning.
DOUBTFUL = {("HPy_tp_hash", "error-without-exception")}


def signature(slot):
    return "HPyFunc_" + SPEC["slots"][slot]["signature"]


def tells_of_errors(slot):
    """Whether it returns something, is called where an exception can be told of, and belongs to a type."""
    stanza = SPEC[signature(slot)]
    return not (stanza["c"].startswith("void ") or stanza.get("context") is False or slot.startswith("HPy_mod_"))


SLOTS = [slot for slot in SPEC["slots"] if tells_of_errors(slot)]

SLOT = """
HPyDef_SLOT({name}, {slot})
static {result} {name}_impl(HPyContext *ctx, {params})
{{
    {body}
}}
static HPyDef *{name}_defines[] = {{&{name}, NULL}};
static HPyType_Spec {name}_spec = {{.name = "mytest.{name}", .defines = {name}_defines}};
"""

RUN = """
import ctypes, mytest

get_slot = ctypes.pythonapi.PyType_GetSlot
get_slot.restype, get_slot.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_int]
room = ctypes.create_string_buffer(1000)

def run(number):
    call = CALLS[number]
    type_ = getattr(mytest, f"slot_{number}")
    if isinstance(call, str):
        return eval(call)
    slot, result, params = call
    prototype = ctypes.PYFUNCTYPE(*(getattr(ctypes, ctype) for ctype in [result, *(ctype for ctype, _ in params)]))
    prototype(get_slot(type_, slot))(*(eval(value, {**globals(), "type_": type_}) for _, value in params))
"""

# The C types of results and arguments, for ctypes, and a value of each.
ENUM = ("c_int", "0")
CTYPES = {
    "HPy": ("py_object", "object.__new__(type_)"),
    "HPy_ssize_t": ("c_ssize_t", "0"),
    "HPy_hash_t": ("c_ssize_t", "0"),
    "int": ENUM,
    "char *": ("c_char_p", "b'name'"),
    "HPy_buffer *": ("c_void_p", "ctypes.addressof(room)"),
    "void *": ("c_void_p", "None"),
}


def call_of(slot, numbers):
    """How CPython calls this slot: its number, the type of its result, the types and values of its arguments."""
    if slot in BY_HAND:
        return BY_HAND[slot]
    stanza = SPEC[signature(slot)]
    result, params = re.fullmatch(r"(.*?) \((.*)\)", stanza["c"]).groups()
    arguments = []
    for position, param in enumerate(params.split(", ")):
        ctype, name = re.fullmatch(r"(.*?)(\w+)", param).groups()
        roles = stanza.get("arg", {})
        if roles.get(name, {}).get("python") == "tuple":
            arguments.append(("py_object", "()"))
        elif any(role.get("array") == name for role in roles.values()):
            continue
        elif name == "kw":
            arguments.append(("c_void_p", "None"))
        elif position == 0 and name == "type":
            arguments.append(("py_object", "type_"))
        else:
            arguments.append(CTYPES.get(ctype.strip(), ENUM))
    return numbers[SPEC["slots"][slot]["cpython"]], CTYPES.get(result, ENUM)[0], arguments


@pytest.fixture(scope="module")
def numbers(tmp_path_factory):
    """CPython's numbers of its slots."""
    program = tmp_path_factory.mktemp("slots") / "numbers"
    names = [SPEC["slots"][slot]["cpython"] for slot in SLOTS if slot not in BY_HAND]
    body = " ".join(f'printf("%s %d\\n", "{name}", {name});' for name in names)
    source = f"#include <stdio.h>\n#include <Python.h>\nint main(void) {{ {body} return 0; }}\n"
    command = ["cc", f"-I{sysconfig.get_path('include')}", "-Wl,--unresolved-symbols=ignore-all"]
    subprocess.run([*command, "-x", "c", "-", "-o", program], input=source, text=True, check=True)
    lines = subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()
    return {name: int(number) for name, number in map(str.split, lines)}


def wrong_results(slot):
    """What tells of an exception, by the spec."""
    error = SPEC[signature(slot)].get("error")
    # The last one also means the end.
    several = {None: ["HPy_NULL"], "< 0": ["-1", "-2"], "!= 0": ["-1", "-2", "1"], "NULL, exception optional": []}
    return several[error] if error in several else [error.removesuffix(" and check")]


MISUSES = [(slot, "result-with-exception", None) for slot in SLOTS]
MISUSES += [(slot, "error-without-exception", wrong) for slot in SLOTS for wrong in wrong_results(slot)]


def broken(check, right, wrong):
    return {
        "result-with-exception": f'HPyErr_SetString(ctx, ctx->h_ValueError, "ignored"); return {right};',
        "error-without-exception": f"return {wrong};",
    }[check]


def define(number, slot, check, wrong):
    result, params = re.fullmatch(r"(.*?) \((.*)\)", SPEC[signature(slot)]["c"]).groups()
    right = "HPy_Dup(ctx, ctx->h_None)" if result == "HPy" else "0"
    body = broken(check, right, wrong)
    return SLOT.format(name=f"slot_{number}", slot=slot, result=result, params=params, body=body)


@pytest.fixture(scope="module")
def results(compiler, numbers):
    slots = "".join(define(number, *misuse) for number, misuse in enumerate(MISUSES))
    extension = compiler.compile(slots)
    calls = [call_of(slot, numbers) for slot, *_ in MISUSES]
    return dict(zip(MISUSES, run_each(extension, RUN.replace("CALLS", repr(calls)), len(calls))))


@pytest.mark.parametrize("slot, check, wrong", MISUSES)
def test_slot_that_breaks_the_error_protocol(results, slot, check, wrong):
    status, report = results[slot, check, wrong]
    severity = "warning" if (slot, check) in DOUBTFUL else "error"
    assert re.match(rf"HPy debug: {severity}\[{check}\]: \S+\.{slot}: ", report), report
    # Debug builds of CPython have assertions of their own.
    assert (status == -6) == (severity == "error") or hasattr(sys, "gettotalrefcount")


@pytest.mark.parametrize("check", CHECKS)
def test_exec_of_a_module_that_breaks_the_error_protocol(compile_module, run_snippet, check):
    source = f"""
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{{
    {broken(check, "0", "-1")}
}}
"""
    finished = run_snippet(compile_module(source), "")
    assert finished.stderr.startswith(f"HPy debug: error[{check}]: mytest.HPy_mod_exec: ")
    assert finished.returncode == -6


VOID = """
HPyDef_SLOT(finalize, HPy_tp_finalize)
static void finalize_impl(HPyContext *ctx, HPy self)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "nobody is told");
}

HPyDef_SLOT(get, HPy_bf_getbuffer)
static int get_impl(HPyContext *ctx, HPy self, HPy_buffer *view, int flags)
{
    static char memory[1];
    *view = (HPy_buffer){.buf = memory, .len = 1, .itemsize = 1, .obj = HPy_Dup(ctx, self)};
    return 0;
}

HPyDef_SLOT(release, HPy_bf_releasebuffer)
static void release_impl(HPyContext *ctx, HPy self, HPy_buffer *view)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "nobody is told");
}

static HPyDef *Finalized_defines[] = {&finalize, NULL};
static HPyType_Spec Finalized_spec = {.name = "mytest.Finalized", .defines = Finalized_defines};
static HPyDef *Released_defines[] = {&get, &release, NULL};
static HPyType_Spec Released_spec = {.name = "mytest.Released", .defines = Released_defines};
"""


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("mod.Finalized()", "mytest.Finalized.HPy_tp_finalize"),
        ("memoryview(mod.Released()).release()", "mytest.Released.HPy_bf_releasebuffer"),
    ],
)
def test_exception_left_by_a_slot_that_returns_nothing_is_a_warning(compile_module, run_snippet, code, name):
    finished = run_snippet(compile_module(VOID), code)
    assert finished.stderr.startswith(f"HPy debug: warning[result-with-exception]: {name}: "), finished.stderr
    assert finished.returncode == 0
