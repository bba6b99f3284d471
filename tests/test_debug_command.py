"""`python -m hpy.debug`, `python -m hpy`, the exit status, suppressions in a file, and what is said of `HPY`."""

import json
import re

import hpy
import pytest

from catalogue import CHECKS
from extensions import run_python
from sources import SAMPLE


@pytest.fixture
def debug(sample, tmp_path):
    """debug(*arguments): what `python -m hpy.debug` does."""

    def run(*arguments, environment=(), options=()):
        *first, last = arguments
        return run_python(last, [sample], environment, (*options, "-m", "hpy.debug", *first), tmp_path)

    return run


class TestRun:
    def test_script_is_run_as_python_does(self, debug, tmp_path):
        (tmp_path / "other.py").write_text("")
        (tmp_path / "script.py").write_text("""
import sys, other
print(sys.argv, __name__, __file__, sys.path[0] == __import__("os").getcwd(), sys.warnoptions[-1])
class Here: pass
import pickle; pickle.loads(pickle.dumps(Here()))
sys.exit(5)
""")
        finished = debug("script.py", "--json", "-m", "x", options=("-W", "error::DeprecationWarning"))
        assert finished.returncode == 5, finished
        assert finished.stdout == "['script.py', '--json', '-m', 'x'] __main__ " + (
            f"{tmp_path / 'script.py'} True error::DeprecationWarning\n"
        )

    def test_module_and_code_are_run_as_python_does(self, debug, tmp_path):
        (tmp_path / "module.py").write_text("import sys; print(sys.argv[1:], __name__)")
        assert debug("-m", "module", "-c", "y").stdout == "['-c', 'y'] __main__\n"
        assert debug("-c", "import sys; print(sys.argv)", "--json", "z").stdout == "['-c', '--json', 'z']\n"

    def test_traceback_is_that_of_the_program(self, debug):
        finished = debug("-c", "1 / 0")
        assert finished.returncode == 1
        assert finished.stderr.count("File ") == 1

    @pytest.mark.parametrize("call", ["leak('x')", "leak_builder()", "swallow('x')", "close_twice('x')", "doubt('x')"])
    def test_finding_is_printed_and_fails_the_process(self, debug, call):
        finished = debug("-c", f"import contextlib, sample\nwith contextlib.suppress(Exception): sample.{call}")
        assert finished.returncode == 1
        assert finished.stderr.startswith("HPy debug: ")
        assert re.search(r"_impl at .*sample\.c:\d+", finished.stderr)

    def test_correct_program_succeeds(self, debug):
        finished = debug("-c", "import sample; sample.correct(1)")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")

    def test_every_setting_is_an_option(self, debug, tmp_path):
        (tmp_path / "known").write_text("leak:x\n")
        code = "import hpy.debug, os, sample; print(os.environ['HPY'], hpy.debug.options())"
        finished = debug(
            *("--modules", "sample,other", "--on-error", "warn", "--check", "double-close=raise", "--leaks", "off"),
            *("--stacks", "3", "--exit-status", "7", "--report", "text+json:a,+b+sarif:c", "--suppressions", "known"),
            *("-c", code),
        )
        expected = {
            "report": f"text+json:{tmp_path / 'a,+b'}+sarif:{tmp_path / 'c'}",
            "on_error": "warn",
            "stacks": "3",
            "source": "on",
            "leaks": "off",
            "exit_status": "7",
            "suppressions": f"{tmp_path / 'known'}",
            "fail": "0",
            "fail.depth": "4",
            "on_error.double-close": "raise",
        }
        assert finished.stdout == f"sample:debug,other:debug {expected}\n", finished

    def test_json_is_that_of_this_run(self, debug, tmp_path):
        for _ in range(2):
            finished = debug("--json", "found.json", "-c", "import sample; sample.swallow(1); sample.leak(2)")
            assert (finished.returncode, finished.stderr) == (1, "")
            checks = [json.loads(line)["check"] for line in (tmp_path / "found.json").read_text().splitlines()]
            assert checks == ["use-after-close", "leak"]

    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["--typo", "script.py"], "unrecognized arguments: --typo"),
            (["--stacks", "many", "script.py"], "invalid int value: 'many'"),
            (["--check", "typo=warn", "script.py"], "unknown check 'typo'"),
            (["--check", "double-close", "script.py"], "invalid value '' of option 'on_error.double-close'"),
            (["--suppressions", "missing", "script.py"], "cannot read "),
            (["--leaks", "off"], "nothing to run"),
            (["-m"], "expected one argument"),
        ],
    )
    def test_wrong_option_is_an_error_of_its_own(self, debug, arguments, problem):
        finished = debug(*arguments)
        assert finished.returncode == 2
        assert finished.stderr.startswith("usage: python -m hpy.debug ")
        assert f"error: {problem}" in finished.stderr or problem in finished.stderr.splitlines()[-1]


class TestExplain:
    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
    def test_prints_the_entry(self, debug, check):
        printed = debug("explain", check.id).stdout
        assert printed.startswith(f"{check.severity}[{check.id}]: {check.title}\n")
        assert f"help: {check.help}\n" in printed
        assert all(line in printed for line in check.example.strip().splitlines())

    def test_lists_all(self, debug):
        assert [line.split()[0] for line in debug("explain", "--list").stdout.splitlines()] == [c.id for c in CHECKS]

    def test_names_what_may_be_meant(self, debug):
        finished = debug("explain", "double-clos")
        assert (finished.returncode, "did you mean 'double-close'?" in finished.stderr) == (2, True)


def test_version_is_shown():
    printed = run_python("--version", arguments=("-m", "hpy")).stdout
    assert printed == f"hpy {hpy.__version__}\n"
    assert hpy.__version__ == hpy.universal.get_version()[0]


class TestExitStatus:
    @pytest.mark.parametrize(
        ("options", "call", "status"),
        [
            ("leaks=exit", "leak(1)", 1),
            ("leaks=exit,exit_status=0", "leak(1)", 0),
            ("on_error=raise", "swallow(1)", 1),
            ("on_error=raise,exit_status=0", "swallow(1)", 0),
            ("on_error=raise", "leak(1)", 0),
            ("on_error=warn", "swallow(1)", 0),
            ("on_error=warn,exit_status=4", "swallow(1)", 4),
            ("on_error=raise,on_error.use-after-close=continue", "swallow(1)", 0),
            ("on_error=raise,leaks=exit", "correct(1)", 0),
        ],
    )
    def test_tells_of_findings(self, sample, run_snippet, options, call, status):
        finished = run_snippet(sample, f"mod.{call}", options=options)
        assert finished.returncode == status, finished


def test_misuses_are_counted(sample, run_snippet):
    code = "import hpy.debug\nmod.swallow(1); mod.swallow(1); mod.doubt(1); print(hpy.debug.misuses())"
    finished = run_snippet(sample, code, options="on_error=raise")
    assert finished.stdout == "3\n"
    assert finished.stderr.count("HPy debug: error[use-after-close]") == 2


class TestSuppressions:
    def test_of_a_file_are_counted_at_exit(self, sample, run_snippet, tmp_path):
        path = tmp_path / "known"
        path.write_text("# known\n\nleak:leak_impl\nleak:HPyListBuilder_New\nuse-after-close:sam*\ndouble-close:no\n")
        code = "mod.leak(1); mod.leak(2); mod.leak_builder(); mod.swallow(3)"
        finished = run_snippet(sample, code, options=f"suppressions={path},leaks=exit,stacks=8,on_error=raise")
        assert finished.returncode == 0
        assert finished.stderr.splitlines() == [
            "HPy debug: suppression leak:leak_impl was used 2 times",
            "HPy debug: suppression leak:HPyListBuilder_New was used once",
            "HPy debug: suppression use-after-close:sam* was used once",
            "HPy debug: suppression double-close:no matched nothing",
        ]

    def test_leave_other_findings_alone(self, sample, run_snippet, tmp_path):
        path = tmp_path / "known"
        path.write_text("leak:other\nuse-after-close:swallow\n")
        code = "mod.leak(1); mod.swallow(3)"
        finished = run_snippet(sample, code, options=f"suppressions={path},leaks=exit,on_error=raise")
        assert finished.returncode == 1
        assert "error[leak]" in finished.stderr and "error[use-after-close]" in finished.stderr

    def test_are_heard_by_the_leak_detector(self, sample, run_snippet, tmp_path):
        path = tmp_path / "known"
        path.write_text("leak:HPy_Dup\n")
        code = "from hpy.debug import LeakDetector\nwith LeakDetector(): mod.leak(1)"
        assert run_snippet(sample, code, options=f"suppressions={path}").returncode == 0

    def test_that_are_wrong_are_named_with_their_line(self, sample, run_snippet, tmp_path):
        path = tmp_path / "known"
        path.write_text("leak:x\ntypo:x\n")
        finished = run_snippet(sample, "", options=f"suppressions={path}")
        assert f"ValueError: HPY_DEBUG_OPTIONS: option 'suppressions': {path}:2: unknown check 'typo'" in finished.stderr


class TestNamesInHpy:
    def test_unknown_ones_are_told_at_exit(self, sample, run_snippet):
        finished = run_snippet(sample, "", mode="simple:debug,sample:trace")
        assert finished.stderr == (
            "HPy: HPY=simple:debug: no HPy extension named 'simple' was loaded; loaded: sample. "
            "Did you mean HPY=sample:debug?\n"
        )

    def test_known_ones_are_not(self, sample, run_snippet):
        for mode in ("sample:debug", "debug", ""):
            assert run_snippet(sample, "", mode=mode).stderr == ""

    def test_log_names_extensions_that_cannot_be_debugged(self, compiler, sample, run_snippet):
        extension = compiler.compile(SAMPLE, name="sample", abi="cpython")
        finished = run_snippet(extension, "", HPY_LOG="1")
        assert finished.stdout == "Loading 'sample' in CPython ABI mode, which has no debug context\n"
        assert run_snippet(extension, "").stdout == ""
        assert "CPython" not in run_snippet(sample, "import _json, hpy.universal", HPY_LOG="1").stdout


def command(extension, code, *options, **environment):
    return run_python(code, [extension] if extension else [], environment, ("-m", "hpy.debug", *options, "-c"))


class TestNothingToFind:
    def test_is_told(self, compiler):
        assert "nothing was checked.\n  no HPy extension was imported" in command(None, "pass").stderr
        extension = compiler.compile(SAMPLE, name="sample", abi="cpython")
        assert "sample was built for the CPython ABI" in command(extension, "import sample").stderr

    def test_is_told_where_another_extension_is_meant(self, sample):
        finished = command(sample, "import sample", "--modules", "other")
        assert "sample was loaded in universal mode" in finished.stderr

    def test_is_not_told_where_something_was_checked(self, sample):
        finished = command(sample, "import sample")
        assert (finished.returncode, finished.stderr) == (0, "")

    def test_is_not_told_where_the_initialisation_failed(self, compiler):
        source = '''
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "initialisation");
    HPy_Close(ctx, HPyLong_FromInt64_t(ctx, 42));       /* which debug builds of CPython do not mind */
    return -1;
}
'''
        code = "try: import unready\nexcept ValueError as error: print(error)"
        finished = command(compiler.compile(source, name="unready"), code)
        assert finished.stdout == "initialisation\n"
        assert "was loaded" not in finished.stderr and "exception-pending" in finished.stderr

    def test_is_not_told_of_other_processes(self, sample):
        code = "import os, sample, subprocess, sys; subprocess.run([sys.executable, '-c', ''], check=True)"
        assert command(sample, code).stderr == ""
        assert command(None, "import os; os.fork() and os.wait()").stderr.count("nothing was checked") == 1


class TestTypes:
    def check(self, tmp_path, code):
        pytest.importorskip("mypy")
        (tmp_path / "typed.py").write_text(code)
        return run_python("typed.py", arguments=("-m", "mypy", "--strict"), cwd=tmp_path)

    def test_settings_and_reports_are_typed(self, tmp_path):
        finished = self.check(
            tmp_path,
            """
import hpy.debug

def callback(report: hpy.debug.Report) -> None:
    first: int = report.python[0]["line"]
    stack: list[str] = report.opened["stack"] or []
    print(first, stack, report.object and report.object["repr"])

hpy.debug.on_report(callback)
hpy.debug.configure(on_error="raise", stacks=16, leaks="exit")
hpy.debug.configure(**hpy.debug.options())
count: int = hpy.debug.misuses()
""",
        )
        assert finished.stdout == "Success: no issues found in 1 source file\n", finished

    def test_every_setting_has_a_type(self):
        from hpy.debug._settings import Settings

        general = {key for key in Settings.__annotations__ if not key.startswith("on_error.")}
        assert general == {key for key in hpy.debug.options() if not key.startswith("on_error.")}

    def test_misspelt_settings_are_found(self, tmp_path):
        code = 'import hpy.debug\nhpy.debug.configure(on_eror="raise")\nhpy.debug.configure(on_error="rais")\n'
        lines = self.check(tmp_path, code).stdout.splitlines()
        assert 'Unexpected keyword argument "on_eror"' in lines[0]
        assert any("typed.py:3: error: " in line for line in lines)


def test_help_shows_what_is_public(compiler):
    code = "import hpy.debug, pydoc, sys; print(pydoc.render_doc(hpy.debug, renderer=pydoc.plaintext))"
    printed = run_python(code).stdout
    for name in hpy.debug.__all__:
        assert re.search(rf"^    (class )?{name}\b", printed, re.MULTILINE), name
    assert "__getattr__" not in printed
    assert "_Module" not in printed


class TestRaisedWhenTheCallReturns:
    SOURCE = """
HPyDef_METH(nested, "nested", HPyFunc_O)
static HPy nested_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Close(ctx, arg);                    /* an argument is not ours to close */
    HPy result = HPy_CallTupleDict(ctx, arg, HPy_NULL, HPy_NULL);
    return result;
}

HPyDef_METH(result, "result", HPyFunc_O)
static HPy result_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Close(ctx, ctx->h_None);
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(inner, "inner", HPyFunc_NOARGS)
static HPy inner_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, 1);
}

typedef struct { long n; } Thing;
HPyType_HELPERS(Thing)

HPyDef_SLOT(Thing_finalize, HPy_tp_finalize)
static void Thing_finalize_impl(HPyContext *ctx, HPy self)
{
    HPy_Close(ctx, self);
}

HPyDef_METH(thing, "thing", HPyFunc_NOARGS)
static HPy thing_impl(HPyContext *ctx, HPy self)
{
    HPyDef *defines[] = {&Thing_finalize, NULL};
    HPyType_Spec spec = {.name = "mytest.Thing", .basicsize = sizeof(Thing), .defines = defines};
    spec.builtin_shape = SHAPE(Thing);
    HPy type = HPyType_FromSpec(ctx, &spec, NULL);
    Thing *data;
    HPy thing = HPy_New(ctx, type, &data);
    HPy_Close(ctx, type);
    return thing;
}
"""

    @pytest.fixture
    def extension(self, compiler):
        return compiler.compile(self.SOURCE)

    def run(self, run_snippet, extension, code):
        return run_snippet(extension, code, options="on_error=raise,exit_status=0")

    def test_nested_call_is_not_blamed(self, run_snippet, extension):
        code = """
from hpy.debug import HPyMisuseError
results = []
def callback():
    results.append(mod.inner())
    return 1
try:
    mod.nested(callback)
except HPyMisuseError as error:
    print(error.report.check, results)
"""
        assert self.run(run_snippet, extension, code).stdout == "close-argument [1]\n"

    def test_result_is_given_up(self, run_snippet, extension):
        code = """
import sys
from hpy.debug import HPyMisuseError, LeakDetector
item = object()
before = sys.getrefcount(item)
with LeakDetector():
    for _ in range(50):
        try:
            mod.result(item)
        except HPyMisuseError as error:
            check = error.report.check
        del error
print(check, sys.getrefcount(item) - before)
"""
        code = code.replace("        del error\n", "")
        assert self.run(run_snippet, extension, code).stdout == "close-constant 0\n"

    def test_what_no_call_can_tell_is_unraisable(self, run_snippet, extension):
        code = """
import sys
sys.unraisablehook = lambda args: print(type(args.exc_value).__name__, args.exc_value.report.check)
thing = mod.thing()
del thing
print("goes on")
"""
        assert self.run(run_snippet, extension, code).stdout == "HPyMisuseError close-argument\ngoes on\n"
        # The report is printed once.
        finished = self.run(run_snippet, extension, "thing = mod.thing(); del thing")
        assert finished.stderr.count("HPyMisuseError: HPy debug: error[close-argument]: HPy_Close") == 1
        assert finished.stderr.count("  help: ") == 1
