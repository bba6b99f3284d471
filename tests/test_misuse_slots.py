"""Every slot that breaks the error protocol: a result with an exception set, the error value without one."""

import re
import sys
from pathlib import Path

import pytest

from extensions import run_each

try:
    import tomllib
except ImportError:
    import tomli as tomllib

SPEC = tomllib.loads((Path(__file__).parent.parent / "api.toml").read_text())

# How Python calls a slot of `x`, an instance of `type(x)`.
CALLS = {
    "HPy_bf_getbuffer": "memoryview(x)",
    "HPy_mp_ass_subscript": "operator.setitem(x, 'k', 1)",
    "HPy_mp_length": "len(x)",
    "HPy_mp_subscript": "x['k']",
    "HPy_nb_absolute": "abs(x)",
    "HPy_nb_add": "x + x",
    "HPy_nb_and": "x & x",
    "HPy_nb_bool": "bool(x)",
    "HPy_nb_divmod": "divmod(x, x)",
    "HPy_nb_float": "float(x)",
    "HPy_nb_floor_divide": "x // x",
    "HPy_nb_index": "operator.index(x)",
    "HPy_nb_inplace_add": "operator.iadd(x, x)",
    "HPy_nb_inplace_and": "operator.iand(x, x)",
    "HPy_nb_inplace_floor_divide": "operator.ifloordiv(x, x)",
    "HPy_nb_inplace_lshift": "operator.ilshift(x, x)",
    "HPy_nb_inplace_matrix_multiply": "operator.imatmul(x, x)",
    "HPy_nb_inplace_multiply": "operator.imul(x, x)",
    "HPy_nb_inplace_or": "operator.ior(x, x)",
    "HPy_nb_inplace_power": "operator.ipow(x, x)",
    "HPy_nb_inplace_remainder": "operator.imod(x, x)",
    "HPy_nb_inplace_rshift": "operator.irshift(x, x)",
    "HPy_nb_inplace_subtract": "operator.isub(x, x)",
    "HPy_nb_inplace_true_divide": "operator.itruediv(x, x)",
    "HPy_nb_inplace_xor": "operator.ixor(x, x)",
    "HPy_nb_int": "int(x)",
    "HPy_nb_invert": "~x",
    "HPy_nb_lshift": "x << x",
    "HPy_nb_matrix_multiply": "x @ x",
    "HPy_nb_multiply": "x * x",
    "HPy_nb_negative": "-x",
    "HPy_nb_or": "x | x",
    "HPy_nb_positive": "+x",
    "HPy_nb_power": "pow(x, x)",
    "HPy_nb_remainder": "x % x",
    "HPy_nb_rshift": "x >> x",
    "HPy_nb_subtract": "x - x",
    "HPy_nb_true_divide": "x / x",
    "HPy_nb_xor": "x ^ x",
    "HPy_sq_ass_item": "operator.setitem(x, 0, 1)",
    "HPy_sq_concat": "operator.concat(x, x)",
    "HPy_sq_contains": "1 in x",
    "HPy_sq_inplace_concat": "operator.iconcat(x, x)",
    "HPy_sq_inplace_repeat": "operator.imul(x, 2)",
    "HPy_sq_item": "x[0]",
    "HPy_sq_length": "len(x)",
    "HPy_sq_repeat": "x * 2",
    "HPy_tp_call": "x()",
    "HPy_tp_hash": "hash(x)",
    "HPy_tp_init": "type_()",
    "HPy_tp_new": "type_()",
    "HPy_tp_repr": "repr(x)",
    "HPy_tp_richcompare": "x == x",
    "HPy_tp_str": "str(x)",
}
# They return nothing, or are called where no exception can be told of, or belong to modules.
OTHERS = {
    "HPy_bf_releasebuffer",
    "HPy_tp_traverse",
    "HPy_tp_finalize",
    "HPy_tp_destroy",
    "HPy_mod_create",
    "HPy_mod_exec",
}
CHECKS = ["result-with-exception", "error-without-exception"]
# `hash(x)` raises a SystemError then, but `x.__hash__()` returns -1: a warning.
DOUBTFUL = {("HPy_tp_hash", "error-without-exception")}


def signature(slot):
    return "HPyFunc_" + SPEC["slots"][slot]["signature"]


SLOT = """
HPyDef_SLOT({name}, {slot})
static {result} {name}_impl(HPyContext *ctx, {params})
{{
    {body}
}}
static HPyDef *{name}_defines[] = {{&{name}, NULL}};
static HPyType_Spec {name}_spec = {{.name = "mytest.{name}", .defines = {name}_defines}};
"""

MODULE = """
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    return @ADDED@ ? 0 : -1;
}
static HPyDef *module_defines[] = {&exec, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
"""

RUN = """
import operator, mytest
def run(number):
    call = CALLS[number]
    type_ = getattr(mytest, f"slot_{number}")
    x = None if call == "type_()" else type_()
    eval(call)
"""


def wrong_results(slot):
    """What tells of an exception, by the spec."""
    error = SPEC[signature(slot)].get("error")
    return {None: ["HPy_NULL"], "-1 and check": ["-1"], "< 0": ["-1", "-2"], "!= 0": ["-1", "-2", "1"]}[error]


MISUSES = [(slot, "result-with-exception", None) for slot in CALLS]
MISUSES += [(slot, "error-without-exception", wrong) for slot in CALLS for wrong in wrong_results(slot)]


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
def results(compiler):
    slots = "".join(define(number, *misuse) for number, misuse in enumerate(MISUSES))
    numbers = range(len(MISUSES))
    added = " && ".join(f'HPyHelpers_AddType(ctx, mod, "slot_{n}", &slot_{n}_spec, NULL)' for n in numbers)
    extension = compiler.compile(slots + MODULE.replace("@ADDED@", added))
    calls = [CALLS[slot] for slot, *_ in MISUSES]
    return dict(zip(MISUSES, run_each(extension, RUN.replace("CALLS", repr(calls)), len(calls))))


@pytest.mark.parametrize("slot, check, wrong", MISUSES)
def test_slot_that_breaks_the_error_protocol(results, slot, check, wrong):
    status, report = results[slot, check, wrong]
    severity = "warning" if (slot, check) in DOUBTFUL else "error"
    name = signature(slot).upper().replace("HPYFUNC", "HPyFunc")
    assert report.startswith(f"HPy debug: {severity}[{check}]: {name}: ")
    # Debug builds of CPython have assertions of their own.
    assert (status == -6) == (severity == "error") or hasattr(sys, "gettotalrefcount")


def test_no_slot_is_left_out():
    assert set(CALLS) | OTHERS == set(SPEC["slots"])


@pytest.mark.parametrize("check", CHECKS)
def test_exec_of_a_module_that_breaks_the_error_protocol(compile_module, run_snippet, check):
    source = f"""
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{{
    {broken(check, "0", "-1")}
}}
static HPyDef *module_defines[] = {{&exec, NULL}};
static HPyModuleDef module_def = {{.defines = module_defines}};
HPy_MODINIT(mytest, module_def)
"""
    finished = run_snippet(compile_module(source), "")
    assert finished.stderr.startswith(f"HPy debug: error[{check}]: HPyFunc_INQUIRY: ")
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

static HPyDef *finalized_defines[] = {&finalize, NULL};
static HPyType_Spec finalized_spec = {.name = "mytest.Finalized", .defines = finalized_defines};
static HPyDef *released_defines[] = {&get, &release, NULL};
static HPyType_Spec released_spec = {.name = "mytest.Released", .defines = released_defines};
"""
VOID_TYPES = """HPyHelpers_AddType(ctx, mod, "Finalized", &finalized_spec, NULL)
        && HPyHelpers_AddType(ctx, mod, "Released", &released_spec, NULL)"""


@pytest.mark.parametrize(
    ("code", "signature"),
    [("mod.Finalized()", "HPyFunc_DESTRUCTOR"), ("memoryview(mod.Released()).release()", "HPyFunc_RELEASEBUFFERPROC")],
)
def test_exception_left_by_a_slot_that_returns_nothing_is_a_warning(compile_module, run_snippet, code, signature):
    extension = compile_module(VOID + MODULE.replace("@ADDED@", VOID_TYPES))
    finished = run_snippet(extension, code)
    assert finished.stderr.startswith(f"HPy debug: warning[result-with-exception]: {signature}: "), finished.stderr
    assert finished.returncode == 0
