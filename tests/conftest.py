import re

import pytest
from hpy.universal import _debug

from extensions import Compiler, run_python


@pytest.fixture(scope="session")
def compiler(tmp_path_factory):
    return Compiler(tmp_path_factory.mktemp("extensions"))


@pytest.fixture
def compile_module(compiler):
    """compile_module(source, name="mytest", abi="universal"): a compiled Extension."""
    return compiler.compile


@pytest.fixture
def run_snippet():
    """run_snippet(extension, code, mode="debug"): run code in a fresh process in which `mod` is the extension."""

    def run(extension, code, mode="debug"):
        return run_python(f"import {extension.name} as mod\n{code}", [extension], {"HPY": mode})

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


class Misuses:
    """How often debug mode reported a misuse through its callbacks."""

    def __init__(self):
        self.handles = 0
        self.builders = 0

    def count_handle(self):
        self.handles += 1

    def count_builder(self):
        self.builders += 1


@pytest.fixture
def misuses():
    """Count misuses instead of aborting."""
    counted = Misuses()
    _debug.set_on_invalid_handle(counted.count_handle)
    _debug.set_on_invalid_builder_handle(counted.count_builder)
    yield counted
    _debug.set_on_invalid_handle(None)
    _debug.set_on_invalid_builder_handle(None)
