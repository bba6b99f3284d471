"""Every function of the API with HPy_NULL, NULL, a closed handle and a wild value for every argument that may not be one,
with an object of another type for each that names one, and through a saved context.

The C calls are made from api.toml. Each runs in a process of its own, forked from one that has loaded the extension.
"""

from dataclasses import dataclass

import pytest

from api_spec import (
    BEFORE,
    FRAME,
    FUNCTIONS,
    INTERNAL,
    NUMBERS,
    OBJECTS,
    call,
    is_handle,
    is_pointer,
    null,
    parameters,
    right_values,
    roles,
)
from extensions import run_each


@dataclass(frozen=True)
class Misuse:
    check: str
    function: str
    argument: str
    call: str

    def __str__(self):
        return f"{self.function}-{self.argument}-{self.check}"



def misuses_of(function):
    args = right_values(function)
    # NULL may be passed where there is nothing.
    args |= {role["null_if"].removesuffix(" == 0"): "1" for role in roles(function).values() if "null_if" in role}

    def misuse(check, argument, value):
        return Misuse(check, function, argument, f"{BEFORE.get(function, '')}{call(function, {**args, argument: value})};")

    yield Misuse("wrong-context", function, "", f"{call(function, args, 'saved')};")
    for name, ctype in parameters(function):
        role = roles(function).get(name, {})
        may_be_null = role.get("nullable", False)
        if "expects" in role:
            yield misuse("wrong-type", name, f"wrong[{NUMBERS[role['expects']]}]")
        if "items" in role:
            yield misuse("wrong-type", name, f"HPyTuple_FromArray(ctx, &wrong[{NUMBERS[role['items']]}], 1)")
        if "made" in role:
            yield misuse("wrong-type", name, "ctx->h_LongType")
        if "one_of" in role:
            yield misuse("wrong-value", name, "12345")
        if "at_least" in role:
            yield misuse("too-few", name, str(role["at_least"] - 1))
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
        # That nothing was left by which the interpreter is re-entered is another mistake.
        elif is_pointer(ctype) and ctype != "HPyThreadState" and not may_be_null:
            yield misuse("null-argument", name, null(ctype))


MISUSES = [misuse for name in FUNCTIONS if name not in INTERNAL for misuse in misuses_of(name)]

SOURCE = """
static HPyContext *saved;

HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
@FRAME@
    HPy closed = HPy_Dup(ctx, text), wild = {12345};
    HPy_Close(ctx, closed);
    if (saved == NULL) {
        saved = ctx;
        return HPy_Dup(ctx, ctx->h_None);
    }
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    /* Debug builds of CPython end the process where a result comes with an exception. */
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}
"""

RUN = f"""
import mytest
objects = {OBJECTS}
mytest.run(0, *objects)
run = lambda number: mytest.run(number, *objects)
"""

RUN_TO_THE_END = f"""
import mytest
objects = {OBJECTS}
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
    return compiler.compile(SOURCE.replace("@CASES@", cases).replace("@FRAME@", FRAME))


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
