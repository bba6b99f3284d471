"""`python -m hpy.trace`."""

import json

import pytest

from extensions import run_python
from traced import SOURCE


@pytest.fixture(scope="session")
def traced(compiler):
    return compiler.compile(SOURCE, name="traced")


@pytest.fixture(scope="session")
def other(compiler):
    return compiler.compile(SOURCE, name="other")


@pytest.fixture
def trace(traced, other, tmp_path):
    """trace(*arguments): what `python -m hpy.trace` does."""

    def run(*arguments, environment=(), options=()):
        *first, last = arguments
        arguments = (*options, "-m", "hpy.trace", *first)
        return run_python(last, [traced, other], environment, arguments, tmp_path)

    return run


def table(text, title):
    """The rows of the table with this title: names and calls."""
    _, _, after = text.partition(f"  {title}\n")
    assert after, text
    rows = [line.split() for line in after.split("\n\n")[0].splitlines()]
    return {row[-1]: int(row[0].replace(",", "")) for row in rows if row[0] != "…"}


def test_program_is_run_and_its_calls_are_counted(trace):
    finished = trace("-c", "import sys, traced; traced.add_many(1000); print(sys.argv)")
    assert (finished.returncode, finished.stdout) == (0, "['-c']\n")
    assert finished.stderr.startswith("HPy trace: ")
    found = table(finished.stderr, "function")
    assert found["HPy_Add"] == found["HPy_Close"] == 1000
    assert found["HPyLong_AsInt64_t"] == found["HPy_Dup"] == 1
    assert 0 not in found.values()
    assert "extension" not in finished.stderr


def test_script_and_module_are_run_as_python_does(trace, tmp_path):
    (tmp_path / "script.py").write_text("import sys, traced; traced.add(1, 2); print(sys.argv); sys.exit(5)")
    for arguments, shown in [(["script.py", "x"], "['script.py', 'x']"), (["-m", "script", "x"], "script.py', 'x']")]:
        finished = trace(*arguments)
        assert finished.returncode == 5
        assert shown in finished.stdout
        assert table(finished.stderr, "function") == {"HPy_Add": 1}


def test_traceback_is_that_of_the_program(trace):
    finished = trace("-c", "import traced; traced.add(1, '')")
    assert finished.returncode == 1
    assert finished.stderr.count("File ") == 1
    assert table(finished.stderr, "function") == {"HPy_Add": 1}


def test_extensions_and_c_functions_have_tables(trace):
    finished = trace("--stacks", "8", "-c", "import traced, other; traced.outer(1); other.add(1, 2)")
    assert table(finished.stderr, "extension") == {"traced": 3, "other": 1}
    assert table(finished.stderr, "C function") == {"outer_impl": 2, "inner": 1, "add_impl": 1}


def test_only_the_named_extensions_are_traced(trace):
    finished = trace("--modules", "other", "-c", "import traced, other; traced.outer(1); other.add(1, 2)")
    assert table(finished.stderr, "function") == {"HPy_Add": 1}


def test_rows_beyond_the_limit_are_counted(trace):
    finished = trace("--limit", "1", "--sort", "calls", "-c", "import traced; traced.add_many(7)")
    assert len(table(finished.stderr, "function")) == 1
    assert "… and 3 more" in finished.stderr


def test_files_are_written_where_they_were_named(trace, tmp_path):
    code = "import os, traced; os.chdir('/'); traced.add_many(5)"
    files = {"--output": "t", "--folded": "f", "--speedscope": "s", "--timeline": "l"}
    options = [part for pair in files.items() for part in pair]
    finished = trace(*options, "--events", "4", "-c", code)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert table((tmp_path / "t").read_text(), "function")["HPy_Add"] == 5
    assert "traced;HPy_Add " in (tmp_path / "f").read_text()
    assert json.loads((tmp_path / "s").read_text())["profiles"][0]["endValue"] > 0
    events = json.loads((tmp_path / "l").read_text())["traceEvents"]
    assert [event["name"] for event in events if event["ph"] == "X"] == ["HPy_Close", "HPy_Add", "HPy_Close", "HPy_Dup"]


def test_forked_processes_print_nothing(trace):
    code = "import os, traced; traced.add(1, 2)\nif os.fork(): os.wait()\nelse: traced.add(1, 2)"
    assert table(trace("-c", code).stderr, "function") == {"HPy_Add": 1}


def test_misuse_is_looked_for_where_that_is_wanted(trace):
    code = "import traced; traced.add(1, 2); traced.close_twice('x')"
    finished = trace("--debug", "-c", code, environment={"HPY_DEBUG_OPTIONS": "on_error=raise"})
    assert "HPyMisuseError" in finished.stderr and "double-close" in finished.stderr
    assert "hpy/trace" not in finished.stderr
    assert table(finished.stderr, "function")["HPy_Add"] == 1


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--stacks", "x", "-c", "1"], "expected a number"),
        (["--folded", "/nowhere/f", "-c", "1"], "cannot write /nowhere/f: No such file"),
        (["--sort", "calls"], "nothing to run"),
    ],
)
def test_wrong_arguments_are_errors(trace, arguments, message):
    finished = trace(*arguments)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert message in finished.stderr


def test_environment_that_is_ignored_is_an_error(trace):
    finished = trace("-c", "1", options=["-E"])
    assert finished.returncode == 2
    assert "run Python without -E and -I" in finished.stderr


def test_program_without_extensions_is_told_that_nothing_was_counted(trace):
    finished = trace("-c", "1")
    assert finished.returncode == 0
    assert "no HPy extension was loaded in trace mode: nothing was counted" in finished.stderr
