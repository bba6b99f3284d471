import gc
import os
import re
import signal
import sys
from collections import defaultdict
from pathlib import Path
from unittest.mock import Mock

import hpy.debug
import pytest
from hpy.devel import HPyDevel
from hpy.universal import _debug

import misuse
from catalogue import CHECKS
from extensions import FREE_THREADED, Compiler, run_python
from sources import SAMPLE

# A free-threaded CPython warns as it turns the GIL on, in the middle of what tests compare. The warning has tests of its own.
if FREE_THREADED:
    os.environ["PYTHONWARNINGS"] = "ignore:The global interpreter lock (GIL) has been enabled:RuntimeWarning"


@pytest.fixture(scope="session")
def compiler(tmp_path_factory):
    return Compiler(tmp_path_factory.mktemp("extensions"))


@pytest.fixture(scope="session")
def sample(compiler):
    """The extension of the suites."""
    return compiler.compile(SAMPLE, name="sample")


@pytest.fixture(scope="session")
def reference_devel():
    """The headers and helpers of hpy 0.9.0."""
    directory = Path(__file__).parents[1] / "target/reference/hpy-0.9.0/hpy/devel"
    assert directory.is_dir(), "`cargo xtask conformance` fetches the sdist of the reference"
    return HPyDevel(directory)


@pytest.fixture
def compile_module(compiler):
    """compile_module(source, name="mytest", abi="universal"): a compiled Extension."""
    return compiler.compile


@pytest.fixture
def extension(compile_module):
    """The extension that misuses the API, or another one of the test's module."""
    return compile_module(misuse.SOURCE)


@pytest.fixture
def module(extension):
    """The same, loaded in debug mode."""
    return extension.load("debug")


@pytest.fixture
def run_snippet():
    """run_snippet(extension, code, mode="debug", options="", **environment): run code in a fresh process in which
    `mod` is the extension."""

    def run(extension, code, mode="debug", options="", **environment):
        variables = {"HPY": mode, "HPY_DEBUG_OPTIONS": options, **environment}
        return run_python(f"import {extension.name} as mod\n{code}", [extension], variables)

    return run


@pytest.fixture
def die(faulty, run_snippet):
    """die(code): what a process prints that dies of SIGSEGV; `mod` is the extension `faulty` of the test's module."""

    def run(code, **settings):
        finished = run_snippet(faulty, code, **settings)
        assert finished.returncode == -signal.SIGSEGV, finished
        return finished.stderr

    return run


@pytest.fixture
def assert_aborts(run_snippet):
    """assert_aborts(extension, code, check, function, text): debug mode reports this check, and the process aborts."""

    def check_report(extension, code, check, function, text):
        finished = run_snippet(extension, code)
        assert finished.returncode == -6, finished
        first_line = finished.stderr.splitlines()[0]
        assert re.match(rf"HPy debug: error\[{check}\]: {function}\b", first_line), finished.stderr
        assert text in finished.stderr

    return check_report


class Awkward:
    """Its repr does as the test says."""

    def __init__(self, answer):
        self.answer = answer

    def __repr__(self):
        return self.answer()


@pytest.fixture
def on_invalid_handle():
    """A mock that debug mode calls at each misuse of a handle instead of aborting."""
    callback = Mock()
    _debug.set_on_invalid_handle(callback)
    yield callback
    _debug.set_on_invalid_handle(None)


@pytest.fixture(scope="module")
def old_objects_are_not_collected():
    """gc.collect() leaves alone what was made before the module's tests, so that they can call it thousands of times."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture
def only_new_objects_are_collected(old_objects_are_not_collected):
    """gc.collect() leaves alone what was made before the test."""
    gc.collect()
    gc.freeze()


# The suites are run by tests, in a pytest of their own.
collect_ignore = ["suites"]


def pytest_addoption(parser):
    parser.addoption("--sample", type=int, default=1, metavar="N", help="run every N-th case of each test with more than N")


def pytest_collection_modifyitems(config, items):
    """Keep a sample, which is another one for each version of Python."""
    n = config.option.sample
    cases = defaultdict(list)
    for item in items:
        cases[item.nodeid.partition("[")[0]].append(item)
    kept = set()
    for of_one_test in cases.values():
        kept.update(of_one_test if len(of_one_test) <= n else of_one_test[sys.version_info.minor % n :: n])
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]

DEFAULTS = {
    "report": "text",
    "on_error": "abort",
    "stacks": "0",
    "source": "on",
    "leaks": "off",
    "exit_status": "default",
    "suppressions": "",
    "fail": "0",
    "fail.depth": "4",
}


@pytest.fixture
def default_options():
    """The settings of debug mode are the default ones, and are so again afterwards."""
    assert hpy.debug.options() == DEFAULTS
    yield
    hpy.debug.configure(**DEFAULTS, **{f"on_error.{check.id}": "default" for check in CHECKS})
