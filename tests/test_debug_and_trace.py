"""Extensions that are debugged and traced at a time: HPY=debug+trace."""

import hpy.debug
import pytest
from hpy.trace import Trace

from sources import CONTEXT_NAME
from traced import SOURCE

BOTH = SOURCE + CONTEXT_NAME


@pytest.fixture
def extension(compile_module):
    return compile_module(BOTH)


@pytest.fixture
def mod(extension):
    return extension.load("debug+trace")


def calls(trace, by="function"):
    return {row.name: row.calls for row in trace.table(by)}


def test_calls_are_counted_and_leaks_found(mod):
    with Trace() as trace, pytest.raises(hpy.debug.HPyLeakError), hpy.debug.LeakDetector():
        mod.add(1, 2)
        mod.leak("x")
    assert calls(trace) == {"HPy_Add": 1, "HPy_Dup": 2}


def test_what_debug_mode_asks_for_itself_does_not_count(mod):
    with Trace() as trace, hpy.debug.LeakDetector():
        mod.add_many(100)
        mod.wait(1)
    assert calls(trace) == {
        "HPyLong_AsInt64_t": 2,
        "HPy_Add": 100,
        "HPy_Close": 100,
        "HPy_Dup": 2,
        "HPy_LeavePythonExecution": 1,
        "HPy_ReenterPythonExecution": 1,
    }


def test_calls_that_come_back_through_python_count(mod):
    with Trace() as trace:
        assert mod.call(lambda: mod.add(1, 2)) == 3
    assert calls(trace) == {"HPy_CallTupleDict": 1, "HPy_Add": 1}
    assert "HPy_CallTupleDict;HPy_Add" in trace.folded()


def test_stacks_are_the_extensions_own(mod):
    with Trace(stacks=16) as trace:
        mod.outer(1)
    assert calls(trace, "caller") == {"outer_impl": 2, "inner": 1}


def test_extensions_that_are_only_debugged_are_not_counted(extension, mod):
    debugged = extension.load("debug")
    with Trace() as trace:
        debugged.add(1, 2)
        assert calls(trace) == {}
        # One comes back into the other.
        assert debugged.call(lambda: mod.call(lambda: debugged.add(1, 2))) == 3
    assert calls(trace) == {"HPy_CallTupleDict": 1}
    with pytest.raises(hpy.debug.HPyLeakError), hpy.debug.LeakDetector():
        debugged.leak("x")


@pytest.mark.parametrize("mode", ["debug+trace", "trace+debug", "Debug+Trace", "MODULE:debug+trace"])
def test_the_environment_asks_for_both(extension, run_snippet, mode):
    code = """
import hpy.trace
with hpy.trace.Trace() as trace: mod.add(1, 2)
print(mod.context_name(), [row.name for row in trace.table()])
mod.close_twice('x')
"""
    mode = mode.replace("MODULE", extension.name)
    finished = run_snippet(extension, code, mode=mode, options="on_error=raise")
    assert finished.stdout == "HPy Debug Mode ABI ['HPy_Add']\n"
    assert "double-close" in finished.stderr and finished.returncode == 1


def test_a_name_of_three_is_none(extension, run_snippet):
    finished = run_snippet(extension, "", mode="debug+trace+debug")
    assert "is none of universal, debug, trace, debug+trace" in finished.stderr


def test_a_mode_without_a_module_does_not_go_with_modules(extension, run_snippet):
    finished = run_snippet(extension, "", mode="debug+trace,plant:trace")
    assert "HPY: 'debug+trace' stands for all modules, and others are named" in finished.stderr


def test_the_log_tells_both(extension, run_snippet):
    finished = run_snippet(extension, "", mode="debug+trace", HPY_LOG="1")
    assert "in HPy universal mode with a debug context over a trace context" in finished.stdout


def test_calls_can_be_made_to_fail_and_are_traced_again_afterwards(mod):
    """The failing context takes the place of what stands below the debug context."""
    with hpy.debug.failing(1), pytest.raises(MemoryError):
        mod.add(1, 2)
    with Trace() as trace:
        mod.add(1, 2)
    assert calls(trace) == {"HPy_Add": 1}


def test_misuse_that_is_reported_is_found_as_in_debug_mode(extension, run_snippet):
    code = "mod.close_twice('x')"
    texts = [run_snippet(extension, code, mode=mode).stderr for mode in ("debug", "debug+trace")]
    # What follows tells threads by their addresses.
    assert texts[0].partition("Current thread")[0] == texts[1].partition("Current thread")[0]
    assert "error[double-close]" in texts[0]
