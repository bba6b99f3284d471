"""The example of each check in api.toml triggers that check."""

import pytest

from catalogue import CALL, CHECKS
from extensions import run_python

pytestmark = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


def test_example_triggers_its_check(compiler, check):
    finished = check.run(compiler)
    # A debug build of CPython has assertions of its own, which end the process after a warning.
    ends = check.severity == "error" or "Assertion" in finished.stderr
    assert (finished.returncode < 0) == ends, finished
    prefix, function, title = finished.stderr.splitlines()[0].split(": ", 3)[1:]
    assert (prefix, title) == (f"{check.severity}[{check.id}]", check.title)
    # Of the API, or the one that the module `mistake` defines.
    assert function.startswith(("HPy", "_HPy", "mistake."))


def test_mended_example_is_not_reported(compiler, check):
    path = check.compile(compiler, check.mended)
    finished = run_python(CALL, [path], {"HPY": "debug", "HPY_DEBUG_OPTIONS": "leaks=exit"})
    # Those that show how a failure is told of raise an exception.
    assert "HPy debug" not in finished.stderr, finished
    assert finished.returncode == (1 if "HPyErr_SetString" in check.mended.splitlines()[-1] else 0), finished


def test_check_is_explained(check):
    assert all("\n" not in text for text in (check.title, check.help, check.fatal or ""))
    assert len(check.example.splitlines()) <= 6
    assert check.why and check.wrong
