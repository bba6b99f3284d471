"""One ignored error is one report: what follows from it in the same call is folded into that."""

import json

import pytest

from extensions import run_python

SOURCE = """
HPyDef_METH(ignore, "ignore", HPyFunc_O)
static HPy ignore_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy missing = HPy_GetAttr_s(ctx, arg, "missing");   /* fails */
    HPy_Close(ctx, HPy_GetAttr_s(ctx, missing, "other"));
    HPy_Close(ctx, HPy_Repr(ctx, arg));
    HPy_Close(ctx, HPy_Str(ctx, arg));
    return HPyLong_FromLong(ctx, 1);
}

HPyDef_METH(ignore_misuse, "ignore_misuse", HPyFunc_O)
static HPy ignore_misuse_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy closed = HPy_Dup(ctx, arg);
    HPy_Close(ctx, closed);
    HPy text = HPy_Repr(ctx, closed);                   /* misuse */
    HPy_Length(ctx, text);
    HPy_Close(ctx, HPy_Str(ctx, arg));
    HPy_Close(ctx, text);
    return HPyLong_FromLong(ctx, 1);
}

HPyDef_METH(ignore_status, "ignore_status", HPyFunc_O)
static HPy ignore_status_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_SetAttr_s(ctx, arg, "missing", arg);            /* fails */
    HPy_Close(ctx, HPy_Repr(ctx, arg));
    HPy_Close(ctx, HPy_Str(ctx, arg));
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(clear_between, "clear_between", HPyFunc_O)
static HPy clear_between_impl(HPyContext *ctx, HPy self, HPy arg)
{
    for (int i = 0; i < 2; i++) {
        HPy_SetAttr_s(ctx, arg, "missing", arg);
        if (i == 0)
            HPy_Close(ctx, HPy_Repr(ctx, arg));
        else
            HPy_Close(ctx, HPy_Str(ctx, arg));
        HPyErr_Clear(ctx);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(other_error, "other_error", HPyFunc_O)
static HPy other_error_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_SetAttr_s(ctx, arg, "missing", arg);
    HPy_Close(ctx, HPy_Repr(ctx, arg));                 /* reported */
    HPyErr_SetString(ctx, ctx->h_ValueError, "another");
    HPy_Close(ctx, HPy_Str(ctx, arg));                  /* of another error */
    HPyErr_Clear(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(two, "two", HPyFunc_O)
static HPy two_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy first = HPy_Dup(ctx, arg), second = HPy_Dup(ctx, arg);
    HPy_Close(ctx, first);
    HPy_Close(ctx, second);
    HPy_Close(ctx, HPy_Repr(ctx, first));
    HPy_Close(ctx, HPy_Repr(ctx, second));
    return HPy_Dup(ctx, ctx->h_None);
}
"""
HEAD = "HPy debug: "


@pytest.fixture
def extension(compile_module):
    return compile_module(SOURCE)


@pytest.fixture
def reports(extension, run_snippet):
    """reports(call, options): the checks and severities that are reported as JSON, and the process."""

    def run(call, options="", catch=True):
        code = f"import contextlib\nwith contextlib.suppress(BaseException): mod.{call}" if catch else f"mod.{call}"
        finished = run_snippet(extension, code, options=f"report=json,{options}")
        lines = [line for line in finished.stderr.splitlines() if line.startswith("{")]
        return [(report["severity"], report["check"], report["follows"]) for report in map(json.loads, lines)], finished

    return run


@pytest.mark.parametrize("call", ["ignore(1)", "ignore_misuse(1)"])
def test_ignored_error_is_one_report_that_is_an_exception(reports, call):
    found, finished = reports(call, "on_error=raise", catch=False)
    first = "null-argument" if call == "ignore(1)" else "use-after-close"
    assert found == [("error", first, None)]
    assert f"hpy.debug.reports.HPyMisuseError: HPy debug: error[{first}]: " in finished.stderr
    assert finished.returncode == 1


@pytest.mark.parametrize("call", ["ignore(1)", "ignore_misuse(1)", "ignore_status(1)"])
def test_ignored_error_is_one_warning(reports, call):
    found, _ = reports(call, "on_error=warn")
    first = {"ignore(1)": "null-argument", "ignore_misuse(1)": "use-after-close", "ignore_status(1)": "exception-pending"}
    # A misuse that is survived sets no exception: what comes of it next is the first that can be seen.
    assert found[0] == ("warning", first[call], None)
    assert len(found) <= (2 if call == "ignore_misuse(1)" else 1)


def test_ignored_error_ends_the_process_with_one_report(extension, reports, run_snippet):
    found, finished = reports("ignore_status(1)")
    assert found == [("warning", "exception-pending", None), ("error", "result-with-exception", "exception-pending")]
    assert finished.returncode == -6
    text = run_snippet(extension, "mod.ignore_status(1)").stderr
    report, fatal, _ = text.partition("Fatal Python error: ")
    assert report.count(HEAD) == 1
    last = "mytest.ignore_status: a result was returned although an exception is set"
    assert report.endswith(f"  then error[result-with-exception]: {last}\n")
    assert fatal
    assert text.split("Fatal Python error: ")[1].splitlines()[0].endswith(last)


def test_exception_has_the_whole_report(extension, run_snippet):
    finished = run_snippet(extension, "mod.ignore_status(1)", options="on_error=raise")
    assert "HPyMisuseError: HPy debug: error[result-with-exception]: mytest.ignore_status: a result" in finished.stderr
    assert finished.returncode == 1


class TestIsReportedAnew:
    @pytest.mark.parametrize("call", ["clear_between(1)", "other_error(1)"])
    def test_where_it_is_another_error(self, reports, call):
        found, _ = reports(call, "on_error=warn")
        assert found == [("warning", "exception-pending", None)] * 2

    def test_where_it_is_another_misuse(self, reports):
        found, _ = reports("two(1)", "on_error=warn")
        assert [check for _, check, _ in found] == ["use-after-close"] * 2

    def test_where_the_first_was_not_reported(self, reports, tmp_path):
        known = tmp_path / "known"
        known.write_text("exception-pending:*\n")
        for options in ("on_error.exception-pending=continue", f"suppressions={known}"):
            found, _ = reports("ignore_status(1)", options)
            assert found == [("error", "result-with-exception", None)]

    def test_in_the_next_call(self, extension, run_snippet):
        code = "for _ in range(2):\n    try: mod.ignore_misuse(1)\n    except Exception as error: print(type(error).__name__)"
        finished = run_snippet(extension, code, options="on_error=raise")
        assert finished.stdout == "HPyMisuseError\n" * 2
        assert finished.stderr.count(HEAD) == 2


PYTEST = """
import unittest
import {name} as mod

def test_plain():
    mod.ignore_status(1)

class TestCase(unittest.TestCase):
    def test_of_unittest(self):
        mod.ignore_status(1)

if __name__ == "__main__":
    unittest.main()
"""


@pytest.mark.parametrize(
    ("runner", "tests"),
    [
        (["-m", "pytest", "-q", "-p", "no:cacheprovider"], "test_sample.py"),
        (["-m", "unittest"], "test_sample"),
        ([], "test_sample.py"),
    ],
)
def test_frames_of_the_test_runner_are_left_out(extension, tmp_path, runner, tests):
    path = tmp_path / "test_sample.py"
    path.write_text(PYTEST.format(name=extension.name))
    out = tmp_path / "reports.json"
    environment = {"HPY": "debug", "HPY_DEBUG_OPTIONS": f"report=json:{out},on_error=warn"}
    run_python(tests, [extension], environment, runner, cwd=tmp_path)
    stacks = [json.loads(line)["python"] for line in out.read_text().splitlines()]
    assert stacks
    for stack in stacks:
        (frame,) = stack
        assert frame["function"] in ("test_plain", "test_of_unittest")
