"""Handles and globals that may be NULL, and functions that may be called with an exception pending."""

import re

import pytest

from api_spec import FRAME, FUNCTIONS, INTERNAL, OBJECTS, call, result, right_values
from extensions import run_each

OPTIONAL = """
static HPyGlobal never_stored;

HPyDef_METH(run, "run", HPyFunc_O)
static HPy run_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy none = HPy_Dup(ctx, HPy_NULL), unset = HPyGlobal_Load(ctx, never_stored);
    long found = HPy_Is(ctx, HPy_NULL, ctx->h_None) * 1 + HPy_Is(ctx, arg, HPy_NULL) * 2
        + HPy_Is(ctx, HPy_NULL, HPy_NULL) * 4 + HPyNumber_Check(ctx, none) * 8 + HPyCallable_Check(ctx, unset) * 16;
    HPy_Close(ctx, none);
    HPy_Close(ctx, unset);
    return HPyLong_FromLong(ctx, found);
}
"""


@pytest.mark.parametrize("mode", ["universal", "debug", "trace", "cpython"])
def test_null_handle_is_an_object_that_there_is_not(compile_module, run_snippet, mode):
    extension = compile_module(OPTIONAL, abi="cpython" if mode == "cpython" else "universal")
    finished = run_snippet(extension, "print(mod.run([]))", "universal" if mode == "cpython" else mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "4\n", "")


KEYS = """
HPyDef_METH(keys, "keys", HPyFunc_O)
static HPy keys_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyDict_Keys(ctx, HPy_Is(ctx, arg, ctx->h_None) ? HPy_NULL : arg);
}
"""


@pytest.mark.parametrize("mode", ["universal", "debug", "trace", "cpython"])
@pytest.mark.parametrize("arg", ["None", "1"])
def test_keys_of_what_is_no_dict_are_a_system_error(compile_module, run_snippet, mode, arg):
    extension = compile_module(KEYS, abi="cpython" if mode == "cpython" else "universal")
    finished = run_snippet(extension, f"mod.keys({arg})", "universal" if mode == "cpython" else mode)
    assert re.fullmatch("SystemError: .*dictobject.c:.*: bad argument to internal function", finished.stderr.splitlines()[-1])


LEGACY = """
#include <Python.h>
typedef struct { PyObject_HEAD int n; } Thing;
HPyType_LEGACY_HELPERS(Thing)

HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy optional = HPy_NULL;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "|O", &optional))
        return HPy_NULL;
    return HPyLong_FromSsize_t(ctx, (HPy_ssize_t)(intptr_t)Thing_AsStruct(ctx, optional));
}
"""


@pytest.mark.parametrize("mode", ["universal", "trace", "cpython"])
def test_struct_of_a_legacy_type_is_null_for_the_null_handle(compile_module, run_snippet, mode):
    extension = compile_module(LEGACY, abi="cpython" if mode == "cpython" else "hybrid")
    finished = run_snippet(extension, "print(mod.run())", "universal" if mode == "cpython" else mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "0\n", "")


# What may be called while an exception is set, and can tell of none: it must neither lose nor change it.
SETS_NONE = [
    name
    for name, stanza in FUNCTIONS.items()
    if stanza.get("error") == "none" and stanza.get("pending") != "forbidden" and not stanza.get("interpreter")
    if name not in INTERNAL and "struct" not in stanza.get("returns", {}) and "storage" not in str(stanza.get("arg"))
]
EACH = """
HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
@FRAME@
    int number = HPyLong_AsLong(ctx, args[0]);
    HPyErr_SetString(ctx, ctx->h_KeyError, "pending");
    switch (number) {
@CASES@
    }
    return HPy_NULL;
}
"""
RUN = f"""
import mytest
def run(number):
    try:
        mytest.run(number, *{OBJECTS})
    except KeyError as error:
        assert error.args == ("pending",)
        return
    raise AssertionError("the exception is gone")
"""


def test_type_checks_and_others_that_set_no_exception_may_be_called_with_one(compiler):
    assert {"HPyNumber_Check", "HPyCallable_Check", "HPyCapsule_IsValid", "HPy_TypeCheck"} <= set(SETS_NONE)
    cases = ""
    for number, name in enumerate(SETS_NONE):
        calls = call(name, right_values(name))
        closes = f"HPy_Close(ctx, {calls})" if result(name) == "HPy" else calls
        cases += f"    case {number}: {closes}; break;\n"
    extension = compiler.compile(EACH.replace("@FRAME@", FRAME).replace("@CASES@", cases))
    assert dict(zip(SETS_NONE, run_each(extension, RUN, len(SETS_NONE)))) == {name: [0, ""] for name in SETS_NONE}
