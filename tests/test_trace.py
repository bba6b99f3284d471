"""The functions of hpy.trace that the reference has, too: what its suite does not ask."""

import time
from collections import Counter

import pytest
from hpy.trace import get_call_counts, get_durations, get_frequency, set_trace_functions

from traced import SOURCE


@pytest.fixture
def traced(compile_module):
    return compile_module(SOURCE).load("trace")


@pytest.fixture
def functions():
    """set_trace_functions, undone when the test is over."""
    yield set_trace_functions
    set_trace_functions(on_enter=None, on_exit=None)


def called(function, *args):
    """How often the call called each context function."""
    before = Counter(get_call_counts())
    function(*args)
    return Counter(get_call_counts()) - before


class TestCallCounts:
    def test_call_that_fails_counts(self, traced):
        def fail():
            with pytest.raises(TypeError):
                traced.add(1, "2")

        assert called(fail) == {"ctx_Add": 1}

    def test_nested_calls_count(self, traced):
        assert called(traced.call, lambda: traced.add(1, 2)) == {"ctx_CallTupleDict": 1, "ctx_Add": 1}

    def test_other_modes_are_not_counted(self, compile_module):
        extension = compile_module(SOURCE)
        for mode in ["universal", "debug"]:
            assert called(extension.load(mode).add, 1, 2) == {}

    def test_counts_and_durations_name_the_same_functions(self):
        assert get_call_counts().keys() == get_durations().keys()
        assert len(get_call_counts()) > 100
        assert all(name.startswith("ctx_") for name in get_call_counts())


class TestDurations:
    def test_are_nanoseconds_that_include_what_was_called(self, traced):
        before = get_durations()
        start = time.perf_counter_ns()
        traced.call(lambda: time.sleep(0.05))
        elapsed = time.perf_counter_ns() - start
        spent = get_durations()["ctx_CallTupleDict"] - before["ctx_CallTupleDict"]
        assert 50_000_000 * 0.9 <= spent <= elapsed * 1.01

    def test_frequency_is_that_of_a_clock(self):
        assert get_frequency() >= 1000


class TestTraceFunctions:
    def test_are_called_around_every_call_with_its_name(self, traced, functions):
        events = []
        functions(lambda name: events.append(("enter", name)), lambda name: events.append(("exit", name)))
        traced.call(lambda: traced.add(1, 2))
        assert events == [
            ("enter", "ctx_CallTupleDict"),
            ("enter", "ctx_Add"),
            ("exit", "ctx_Add"),
            ("exit", "ctx_CallTupleDict"),
        ]

    def test_what_cannot_be_called_is_a_type_error(self, functions):
        with pytest.raises(TypeError, match="Expected a callable object or None"):
            functions(1)
        with pytest.raises(TypeError, match="Expected a callable object or None"):
            functions(on_exit="not callable")

    def test_function_that_raises_ends_the_process(self, compile_module, run_snippet):
        code = """
from hpy.trace import set_trace_functions
def fail(name): raise KeyError(name)
set_trace_functions(fail)
mod.add(1, 2)
"""
        finished = run_snippet(compile_module(SOURCE), code, mode="trace")
        assert finished.returncode == -6, finished
        assert "error when executing on-enter trace function" in finished.stderr
