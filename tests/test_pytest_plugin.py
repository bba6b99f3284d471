"""The pytest plugin, on the small suites in `suites/` and on every check: what would be green is red."""

import re
import shutil
from pathlib import Path

import pytest

from catalogue import CHECKS
from extensions import run_python
from sources import SAMPLE

SUITES = Path(__file__).parent / "suites"

# What dies of a signal, whatever catches exceptions.
FATAL = {"buffer-write", "buffer-overrun", "buffer-use-after-close", "fault"}

WAYS = {
    "plain": (),
    "two workers": ("-n", "2"),
    "no cache": ("-p", "no:cacheprovider"),
    "no capture": ("-s",),
}


def suites(sample, directory):
    """What runs suites in the directory."""

    def run(suite, *arguments, extension=sample, debug="--hpy-debug", environment=(), ini="", tests="."):
        root = directory / suite
        shutil.copytree(SUITES / suite, root, dirs_exist_ok=True)
        (root / "pytest.ini").write_text(f"[pytest]\n{ini}\n")
        arguments = ("-m", "pytest", *arguments, *([debug] if debug else []))
        return run_python(tests, [extension], environment, arguments, root)

    return run


@pytest.fixture
def run_suite(sample, tmp_path):
    """run_suite(suite, *arguments): what pytest says of a suite, in debug mode unless something else is said."""
    return suites(sample, tmp_path)


def outcomes(finished):
    """The counts in pytest's last line."""
    last = finished.stdout.rstrip().splitlines()[-1]
    return {noun.rstrip("s"): int(count) for count, noun in re.findall(r"(\d+) (\w+)", last.rpartition(" in ")[0])}


def section(finished):
    """The lines of the section at the end."""
    return re.split(r"^=+ HPy =+$", finished.stdout, flags=re.MULTILINE)[1].split("\n====")[0].strip().splitlines()


# Each mistake twice: what the tests print is shown, or they take it away.
MISTAKES = """
import contextlib
import sys

import pytest


@pytest.fixture
def mistake(request, monkeypatch):
    monkeypatch.syspath_prepend(request.param)
    monkeypatch.delitem(sys.modules, "mistake", raising=False)
    import mistake
    return mistake


def make(mistake):
    for argument in ("hello", "world"):
        with contextlib.suppress(Exception):
            mistake.run(argument)


every_mistake = pytest.mark.parametrize("mistake", list(DIRECTORIES.values()), ids=list(DIRECTORIES), indirect=True)


@every_mistake
def test_shown(mistake):
    make(mistake)


@every_mistake
def test_taken(mistake, capfd):
    make(mistake)
    capfd.readouterr()
"""


@pytest.fixture(scope="module")
def run_mistakes(compiler, tmp_path_factory):
    """run_mistakes(checks, output): what pytest says of the mistakes of these checks, in one process."""

    def run(checks, output):
        directory = tmp_path_factory.mktemp("mistakes")
        directories = {check.id: str(check.compile(compiler).directory) for check in checks}
        (directory / "test_mistakes.py").write_text(f"DIRECTORIES = {directories}\n{MISTAKES}")
        arguments = ("-m", "pytest", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--hpy-debug")
        return run_python(f"test_mistakes.py::test_{output}", (), (), arguments, directory)

    return run


@pytest.fixture(scope="module")
def survived(run_mistakes):
    """Of each output, the failures by check, and which checks the section at the end names for a test."""

    def parts(output):
        finished = run_mistakes([check for check in CHECKS if check.id not in FATAL], output)
        assert finished.returncode == 1, finished
        _, *parts = re.split(rf"^_+ test_{output}\[(.*)\] _+$", finished.stdout, flags=re.MULTILINE)
        named, check = set(), None
        for line in section(finished):
            found = re.match(r" +\d+ ([\w-]+) ", line)
            check = found[1] if found else check
            named.add((check, line.strip()))
        return dict(zip(parts[::2], parts[1::2])), named

    return {output: parts(output) for output in ("shown", "taken")}


@pytest.mark.parametrize("output", ["shown", "taken"])
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_fails_a_test_that_ignores_it(check, output, run_mistakes, survived):
    if check.id in FATAL:
        finished = run_mistakes([check], output)
        printed = finished.stdout + finished.stderr
        assert finished.returncode < 0, printed
    else:
        failures, named = survived[output]
        printed = failures[check.id]
        assert (check.id, f"test_mistakes.py::test_{output}[{check.id}]") in named
    assert f"[{check.id}]: " in printed
    assert f"help: {check.help}" in printed


@pytest.fixture(scope="module", params=WAYS)
def leaks(request, sample, tmp_path_factory):
    """What pytest says of the suite `leaks`."""
    return suites(sample, tmp_path_factory.mktemp("suites"))("leaks", *WAYS[request.param])


class TestLeaks:
    def test_fail_their_tests(self, leaks):
        assert leaks.returncode == 1, leaks
        assert outcomes(leaks) == {"failed": 3, "passed": 2}, leaks.stdout

    def test_are_summed_up_largest_first(self, leaks):
        lines = section(leaks)
        assert lines[0] == "4 leaks"
        assert re.match(r" +3 leak HPy_Dup: leak_impl at .*sample\.c:\d+$", lines[1])
        assert sorted(line.strip() for line in lines[2:4]) == ["test_leaks.py::test_leak", "test_leaks.py::test_same_leak"]
        assert re.match(r" +1 leak HPyListBuilder_New: leak_builder_impl at .*sample\.c:\d+$", lines[4])

    def test_show_where_they_were_opened_and_nothing_of_ours(self, leaks):
        shown = leaks.stdout
        assert re.search(r'leak_impl at .*sample\.c:\d+\n.*\n +File ".*test_leaks\.py", line 9, in test_leak\n', shown), shown
        assert "site-packages" not in shown
        assert "<DebugHandle" in shown


def test_one_worker_after_another_is_not_enough_to_hide_a_leak(run_suite):
    finished = run_suite("leaks", "-n", "2", "--dist", "loadfile")
    assert outcomes(finished) == {"failed": 3, "passed": 2}, finished.stdout


def test_first_finding_ends_a_run_that_shall_stop_at_failures(run_suite):
    finished = run_suite("leaks", "-x")
    assert (finished.returncode, outcomes(finished)) == (1, {"failed": 1, "passed": 1}), finished.stdout


def test_leaks_may_only_be_listed(run_suite):
    for settings in ({"ini": "hpy_leaks = report"}, {}):
        arguments = () if settings else ("--hpy-leaks=report",)
        finished = run_suite("leaks", *arguments, **settings)
        assert (finished.returncode, outcomes(finished)) == (0, {"passed": 5}), finished.stdout
        assert section(finished)[0] == "4 leaks"


def test_leaks_may_be_left_alone(run_suite):
    finished = run_suite("leaks", "--hpy-leaks=off")
    assert (finished.returncode, outcomes(finished)) == (0, {"passed": 5}), finished.stdout
    assert "leaks" not in finished.stdout.split("5 passed")[0].split("test_leaks.py")[1]


@pytest.mark.parametrize("way", WAYS)
def test_every_misuse_fails_its_test(run_suite, way):
    finished = run_suite("misuses", *WAYS[way])
    assert (finished.returncode, outcomes(finished)["failed"]) == (1, 4), finished.stdout
    assert outcomes(finished)["passed"] == 1
    lines = section(finished)
    assert lines[0] == "4 misuses"
    assert re.match(r" +2 use-after-close HPy_Repr: swallow_impl at .*sample\.c:\d+$", lines[1])
    for check in ("double-close", "exception-pending"):
        assert any(f"1 {check} " in line for line in lines), lines


def test_report_is_shown_once(run_suite):
    finished = run_suite("misuses", tests="test_misuses.py::test_swallowed")
    assert finished.stdout.count("HPy debug: error[use-after-close]: HPy_Repr: a closed handle was used") == 1


def test_report_begins_on_a_line_of_its_own(run_suite):
    for arguments in (("-s",), ("-v", "--capture=sys")):
        finished = run_suite("misuses", *arguments)
        lines = [line for line in (finished.stdout + finished.stderr).splitlines() if "HPy debug: error[use-after" in line]
        assert lines
        assert all(line.startswith("HPy debug: ") for line in lines), lines


def test_warning_is_one_of_pytest(run_suite):
    finished = run_suite("misuses", tests="test_misuses.py::test_warning")
    assert "HPyMisuseWarning: HPy debug: warning[exception-pending]" in finished.stdout
    assert "1 warning" in finished.stdout
    finished = run_suite("misuses", "-W", "error", tests="test_misuses.py::test_warning")
    assert outcomes(finished)["failed"] == 1, finished.stdout


def test_findings_in_all_phases_count(run_suite):
    for arguments in ((), ("-n", "1")):
        finished = run_suite("phases", *arguments)
        assert finished.returncode == 1
        counts = outcomes(finished)
        # One fails by its fixture, one is expected to fail otherwise, one errs in its teardown; what leaks outside of calls is in the ERRORS as well.
        assert (counts["failed"], counts["xfailed"]) == (2, 1), finished.stdout
        lines = [line.strip() for line in section(finished)]
        assert lines[0] == "2 misuses, 6 leaks"
        for origin in (
            "import",
            "setup of test_phases.py::test_leaky_fixture",
            "teardown of test_phases.py::test_leaky_fixture",
            "test_phases.py::test_known_leak",
            "test_phases.py::test_other_is_expected",
            "test_phases.py::test_wrong_fixture",
            "test_phases.py::test_wrong_teardown",
        ):
            assert origin in lines, lines


def test_correct_suite_is_green(run_suite):
    for arguments in ((), ("-n", "2"), ("-W", "error")):
        finished = run_suite("correct", *arguments)
        assert (finished.returncode, outcomes(finished)) == (0, {"passed": 3}), finished.stdout
        assert "= HPy =" not in finished.stdout


def test_fixture_that_breaks_as_it_ends_is_an_error_beside_the_leak(run_suite):
    finished = run_suite("teardown")
    assert outcomes(finished) == {"failed": 1, "passed": 1, "error": 1}, finished.stdout
    assert "ERROR at teardown of test_leak" in finished.stdout
    assert "RuntimeError: in the teardown" in finished.stdout


def test_findings_may_be_allowed_for_a_test(run_suite):
    finished = run_suite("markers")
    assert outcomes(finished) == {"failed": 2, "passed": 3}, finished.stdout
    assert "FAILED test_markers.py::TestAllowed::test_misuse" in finished.stdout
    assert "FAILED test_markers.py::test_other_check" in finished.stdout


def test_check_that_is_allowed_must_exist(run_suite, tmp_path):
    suite = "import pytest\n@pytest.mark.hpy_allow({})\ndef test_it(): pass\n"
    for name, problem in (("'typo'", "no check is called typo"), ("", "it names no check")):
        (tmp_path / "markers").mkdir(exist_ok=True)
        (tmp_path / "markers/test_more.py").write_text(suite.format(name))
        finished = run_suite("markers")
        assert finished.returncode == 4
        assert problem in finished.stdout + finished.stderr


def test_other_styles_of_tests_are_checked(run_suite):
    finished = run_suite("styles")
    assert outcomes(finished) == {"failed": 4, "passed": 2}, finished.stdout


class TestSettings:
    def test_are_shown_first(self, run_suite):
        assert "hpy: debug mode of all extensions, leaks=error, stacks=16\n" in run_suite("correct").stdout
        shown = run_suite("correct", "--hpy-stacks=3", "--hpy-leaks=report", debug="--hpy-debug=sample").stdout
        assert "hpy: debug mode of sample:debug, leaks=report, stacks=3\n" in shown

    def test_may_stand_in_a_file(self, run_suite):
        finished = run_suite("leaks", debug=None, ini="hpy_debug = true\nhpy_stacks = 2")
        assert outcomes(finished)["failed"] == 3, finished.stdout
        assert "stacks=2" in finished.stdout

    def test_may_stand_in_the_environment(self, run_suite):
        for value in ("debug", "sample:debug"):
            finished = run_suite("leaks", debug=None, environment={"HPY": value})
            assert outcomes(finished)["failed"] == 3, finished.stdout

    def test_that_are_wrong_are_named(self, run_suite):
        finished = run_suite("leaks", ini="hpy_leaks = typo")
        assert (finished.returncode, "expected error, report or off" in finished.stderr) == (4, True), finished
        finished = run_suite("leaks", ini="hpy_stacks = many")
        assert (finished.returncode, "'many' of option 'stacks'" in finished.stderr) == (4, True), finished

    def test_path_behind_the_option_is_no_module(self, run_suite):
        finished = run_suite("leaks", "--hpy-debug", debug=None, tests="test_leaks.py::test_leak")
        assert outcomes(finished) == {"failed": 1}, finished.stdout

    def test_of_the_environment_go_first(self, run_suite):
        finished = run_suite("misuses", tests="test_misuses.py::test_caught", environment={"HPY_DEBUG_OPTIONS": "on_error=warn"})
        assert "DID NOT RAISE" in finished.stdout, finished.stdout


class TestNothingToCheck:
    """Whoever asks for debug mode is told where there was nothing to find anything in."""

    def assert_told(self, finished, *expected):
        assert finished.returncode == 1, finished
        assert "no HPy extension was loaded in debug mode: nothing was checked" in finished.stdout
        for line in expected:
            assert line in finished.stdout, finished.stdout

    def test_fixture_without_debug_mode(self, run_suite):
        for arguments in ((), ("-n", "2")):
            finished = run_suite("fixture", *arguments, debug=None)
            self.assert_told(finished, "The fixture hpy_debug was used", "sample was loaded in universal mode")

    def test_typing_error_in_the_name(self, run_suite):
        finished = run_suite("leaks", debug=None, environment={"HPY": "simple:debug"})
        self.assert_told(finished, "sample was loaded in universal mode", "Did you mean HPY=sample:debug?")
        self.assert_told(run_suite("leaks", debug="--hpy-debug=simple"), "Did you mean HPY=sample:debug?")

    def test_typing_error_in_the_mode(self, run_suite):
        finished = run_suite("leaks", debug=None, environment={"HPY": "debgu"})
        assert finished.returncode != 0
        assert "invalid HPy mode: debgu" in finished.stdout

    def test_extension_of_the_cpython_abi(self, run_suite, compiler):
        extension = compiler.compile(SAMPLE, name="sample", abi="cpython")
        for arguments in ((), ("-n", "2")):
            finished = run_suite("correct", *arguments, extension=extension)
            self.assert_told(finished, "sample was built for the CPython ABI")

    def test_no_extension(self, run_suite, tmp_path):
        (tmp_path / "styles").mkdir()
        (tmp_path / "styles/test_more.py").write_text("def test_it(): pass\n")
        finished = run_suite("styles", tests="test_more.py")
        self.assert_told(finished, "no HPy extension was imported")

    def test_one_is_enough(self, run_suite):
        finished = run_suite("correct", "-n", "2", tests="test_correct.py::test_exception")
        assert finished.returncode == 0, finished.stdout

    def test_run_that_only_collects_asks_for_nothing(self, run_suite):
        assert run_suite("styles", "--collect-only", debug="--hpy-debug=other").returncode == 0


class TestFixture:
    def test_needs_no_import(self, run_suite):
        finished = run_suite("fixture")
        assert outcomes(finished) == {"failed": 1, "passed": 1}, finished.stdout

    def test_checks_where_the_plugin_does_not(self, run_suite):
        finished = run_suite("fixture", "--hpy-leaks=off")
        assert outcomes(finished) == {"passed": 2, "error": 1}, finished.stdout


def test_misuse_that_is_only_warned_of_while_output_is_taken_fails_the_test(run_suite):
    test = "test_misuses.py::test_swallowed_while_output_is_taken"
    finished = run_suite("misuses", environment={"HPY_DEBUG_OPTIONS": "on_error=warn"}, tests=test)
    assert outcomes(finished)["failed"] == 1, finished.stdout
    assert "warning[use-after-close]" in finished.stdout


def test_plugin_can_be_left_out(run_suite):
    finished = run_suite("leaks", "-p", "no:hpy", debug=None, environment={"HPY": "debug"})
    assert (finished.returncode, outcomes(finished)) == (0, {"passed": 5}), finished.stdout


@pytest.mark.parametrize(("option", "name"), [("--hpy-debug", "hpy-debug"), ("--hpy-fail", "hpy-fail-walk")])
def test_what_is_asked_for_and_blocked_is_an_error(run_suite, option, name):
    finished = run_suite("leaks", option, "-p", f"no:{name}", debug=None)
    assert finished.returncode == pytest.ExitCode.USAGE_ERROR, finished.stdout
    assert f"-p no:{name} blocks what the options ask for" in finished.stderr


class TestSuppressions:
    RULES = "[tool.hpy.debug]\nsuppressions = ['leak:leak_impl', 'double-close:other_module']\n"

    @pytest.mark.parametrize("way", ["plain", "two workers"])
    def test_are_counted_and_the_useless_are_named(self, run_suite, tmp_path, way):
        (tmp_path / "leaks").mkdir()
        (tmp_path / "leaks/pyproject.toml").write_text(self.RULES)
        finished = run_suite("leaks", *WAYS[way])
        assert outcomes(finished) == {"failed": 1, "passed": 4}, finished.stdout
        lines = section(finished)
        assert "suppression leak:leak_impl was used 3 times" in lines
        assert "suppression double-close:other_module matched nothing" in lines

    def test_that_are_wrong_are_named(self, run_suite, tmp_path):
        (tmp_path / "leaks").mkdir()
        (tmp_path / "leaks/pyproject.toml").write_text("[tool.hpy.debug]\nsuppressions = ['typo:x']\n")
        finished = run_suite("leaks")
        assert (finished.returncode, "unknown check 'typo'" in finished.stderr) == (4, True), finished
