"""`hpy.trace.Trace`: what extensions call while it runs."""

import json
import sys
import threading
import time
from pathlib import Path

import fastjsonschema
import pytest
from hpy.trace import Trace, get_call_counts, set_trace_functions

from traced import SOURCE

SPEEDSCOPE = Path(__file__).parent / "schemas/speedscope.json"
MILLISECOND = 1_000_000


@pytest.fixture
def mod(compile_module):
    return compile_module(SOURCE).load("trace")


@pytest.fixture
def other(compile_module):
    return compile_module(SOURCE, name="other").load("trace")


def rows(table):
    return {row.name: row for row in table}


def calls(table):
    return {row.name: row.calls for row in table}


class TestCounts:
    def test_functions_have_their_names_in_c(self, mod):
        with Trace() as trace:
            mod.add_many(5)
        assert calls(trace.table()) == {"HPyLong_AsInt64_t": 1, "HPy_Add": 5, "HPy_Close": 5, "HPy_Dup": 1}

    def test_what_is_called_before_and_after_does_not_count(self, mod):
        mod.add(1, 2)
        with Trace() as trace:
            mod.add(1, 2)
        mod.add(1, 2)
        assert calls(trace.table()) == {"HPy_Add": 1}

    def test_table_can_be_asked_for_while_the_trace_runs(self, mod):
        with Trace() as trace:
            mod.add(1, 2)
            assert calls(trace.table()) == {"HPy_Add": 1}
            mod.add(1, 2)
            assert calls(trace.table()) == {"HPy_Add": 2}

    def test_reset_forgets(self, mod):
        with Trace(events=10) as trace:
            mod.add_many(5)
            trace.reset()
            mod.add(1, 2)
            mod.call(lambda: None)
            timeline = [event["name"] for event in json.loads(trace.timeline())["traceEvents"] if event["ph"] == "X"]
        assert calls(trace.table()) == {"HPy_Add": 1, "HPy_CallTupleDict": 1}
        assert timeline == ["HPy_Add", "HPy_CallTupleDict"]

    def test_traces_do_not_disturb_each_other_nor_the_old_counters(self, mod):
        before = get_call_counts()["ctx_Add"]
        with Trace() as outer:
            mod.add(1, 2)
            with Trace() as inner:
                mod.add(1, 2)
                outer.reset()
            mod.add(1, 2)
        assert [calls(trace.table()) for trace in (outer, inner)] == [{"HPy_Add": 1}] * 2
        assert get_call_counts()["ctx_Add"] == before + 3

    def test_extensions_are_told_apart(self, mod, other):
        with Trace() as trace:
            mod.add(1, 2)
            other.add_many(3)
        by_extension = calls(trace.table("extension"))
        assert sorted(by_extension.values()) == [1, 8]
        assert by_extension["other"] == 8

    def test_call_that_fails_counts(self, mod):
        with Trace() as trace:
            with pytest.raises(TypeError):
                mod.add(1, "")
        assert calls(trace.table()) == {"HPy_Add": 1}

    def test_trace_that_has_not_begun_says_so(self):
        with pytest.raises(RuntimeError, match="has not begun"):
            Trace().table()

    @pytest.mark.parametrize("arguments", [["functions"], ["function", "time"], ["caller"]])
    def test_words_that_mean_nothing_are_value_errors(self, arguments):
        with Trace() as trace:
            pass
        with pytest.raises(ValueError):
            trace.table(*arguments)


class TestTimes:
    def test_own_time_is_without_nested_calls(self, mod):
        def nested():
            time.sleep(0.02)
            mod.call(lambda: time.sleep(0.03))

        with Trace() as trace:
            mod.wait(50_000)
            mod.call(nested)
            mod.add(1, 2)
        table = rows(trace.table())
        call = table["HPy_CallTupleDict"]
        # One of the two is nested in the other: its time is in the total once.
        assert call.calls == 2
        assert 50 * MILLISECOND <= call.total <= trace.elapsed - 50 * MILLISECOND
        assert call.own == pytest.approx(call.total, rel=0.02)
        assert call.mean * 2 >= call.total + 30 * MILLISECOND
        assert table["HPy_Add"].own == table["HPy_Add"].total

    def test_own_time_of_another_function_is_taken_off(self, mod):
        class Slow:
            def __add__(self, other):
                time.sleep(0.03)

        with Trace() as trace:
            mod.call(lambda: [time.sleep(0.01), mod.add(Slow(), 1)])
        table = rows(trace.table())
        call, add = table["HPy_CallTupleDict"], table["HPy_Add"]
        assert call.total >= 40 * MILLISECOND and add.total >= 30 * MILLISECOND
        assert call.own == pytest.approx(call.total - add.total, abs=1000)
        assert sum(row.own for row in table.values()) == pytest.approx(trace.spent, abs=1000)
        assert trace.spent <= trace.elapsed

    def test_leaving_python_takes_no_time_but_coming_back_waits(self, mod):
        with Trace() as trace:
            mod.wait(30_000)
        table = rows(trace.table())
        assert table["HPy_LeavePythonExecution"].calls == table["HPy_ReenterPythonExecution"].calls == 1
        assert table["HPy_LeavePythonExecution"].total < 30 * MILLISECOND

    def test_recursion_through_python_ends_with_the_right_totals(self, mod):
        def down(n):
            if n:
                mod.call(lambda: down(n - 1))

        with Trace() as trace:
            down(60)
        (row,) = trace.table()
        assert row.calls == 60
        assert row.own == pytest.approx(row.total, rel=0.01)
        assert row.total <= trace.elapsed

    def test_table_is_sorted_by_any_column(self, mod):
        with Trace() as trace:
            mod.add_many(50)
            mod.wait(1000)
        for column in ["calls", "total", "own", "mean"]:
            values = [getattr(row, column) for row in trace.table(sort=column)]
            assert values == sorted(values, reverse=True)
        names = [row.name for row in trace.table(sort="name")]
        assert names == sorted(names)

    def test_table_is_printed_with_units(self, mod):
        with Trace() as trace:
            mod.call(lambda: time.sleep(0.02))
            mod.add_many(1234)
        lines = str(trace.table(sort="calls")).splitlines()
        assert lines[0].split() == ["calls", "total", "own", "mean", "function"]
        assert lines[1].startswith("1,234  ") and lines[1].endswith("  HPy_Add")
        assert " ms  " in next(line for line in lines if "HPy_CallTupleDict" in line)
        assert len({line.rindex("  ") for line in lines}) == 1


class TestThreads:
    def test_totals_are_right_with_eight(self, mod):
        interval = sys.getswitchinterval()
        sys.setswitchinterval(1e-5)

        def work():
            for _ in range(200):
                mod.call(lambda: mod.add_many(3))
                mod.wait(1)

        try:
            with Trace(events=100_000) as trace:
                threads = [threading.Thread(target=work, name=f"worker {n}") for n in range(8)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
        finally:
            sys.setswitchinterval(interval)
        each = 8 * 200
        table = rows(trace.table())
        assert calls(trace.table()) == {
            "HPy_CallTupleDict": each,
            "HPyLong_AsInt64_t": 2 * each,
            "HPy_Add": 3 * each,
            "HPy_Close": 3 * each,
            "HPy_Dup": 2 * each,
            "HPy_LeavePythonExecution": each,
            "HPy_ReenterPythonExecution": each,
        }
        assert all(0 < row.own <= row.total <= 8 * trace.elapsed for row in table.values())
        assert sum(row.own for row in table.values()) == pytest.approx(trace.spent, rel=0.001)
        events = [event for event in json.loads(trace.timeline())["traceEvents"] if event["ph"] == "X"]
        assert len(events) == sum(row.calls for row in table.values())
        assert len({event["tid"] for event in events}) >= 2
        for thread in {event["tid"] for event in events}:
            assert_nested([event for event in events if event["tid"] == thread])

    def test_calls_of_another_thread_are_not_nested(self, mod):
        def wait_for(thread):
            thread.start()
            thread.join()

        with Trace() as trace:
            mod.call(lambda: wait_for(threading.Thread(target=lambda: mod.wait(30_000))))
        assert len([line for line in trace.folded().splitlines() if line.count(";") > 1]) == 0


def assert_nested(events):
    """Calls of a thread lie beside or in each other."""
    open_until = []
    for event in sorted(events, key=lambda event: (event["ts"], -event["dur"])):
        while open_until and open_until[-1] <= event["ts"] + 0.001:
            open_until.pop()
        end = event["ts"] + event["dur"]
        assert not open_until or end <= open_until[-1] + 0.002
        open_until.append(end)


class TestStacks:
    def test_calls_are_told_by_the_c_function_that_makes_them(self, mod):
        with Trace(stacks=16) as trace:
            mod.outer(1)
            mod.outer(2)
            mod.add(1, 2)
        assert calls(trace.table("caller")) == {"outer_impl": 4, "inner": 2, "add_impl": 1}
        assert calls(trace.table()) == {"HPy_Str": 2, "HPy_Close": 2, "HPy_Repr": 2, "HPy_Add": 1}

    def test_folded_stacks_begin_with_the_extension(self, mod):
        with Trace(stacks=16) as trace:
            mod.call(lambda: mod.outer(1))
        lines = dict(line.rsplit(" ", 1) for line in trace.folded().splitlines())
        extension = next(iter(trace.table("extension"))).name
        stack = next(line for line in lines if line.endswith(";inner;HPy_Repr"))
        frames = stack.split(";")
        assert frames[0] == extension
        assert [frame for frame in frames if "trampoline" not in frame] == [
            extension, "call_impl", "HPy_CallTupleDict", "outer_impl", "inner", "HPy_Repr",
        ]  # fmt: skip
        assert sum(map(int, lines.values())) == pytest.approx(trace.spent, abs=1000)

    def test_stacks_are_captured_only_while_somebody_wants_them(self, mod):
        with Trace() as plain:
            with Trace(stacks=4):
                mod.outer(1)
                with Trace(stacks=1):
                    mod.outer(1)
            plain.reset()
            mod.outer(1)
        assert "inner" not in plain.folded()

    def test_speedscope_file_follows_its_schema(self, mod):
        with Trace(stacks=16) as trace:
            mod.call(lambda: mod.outer(1))
        file = json.loads(trace.speedscope("program"))
        fastjsonschema.compile(json.loads(SPEEDSCOPE.read_text()))(file)
        (profile,) = file["profiles"]
        assert profile["unit"] == "nanoseconds"
        assert profile["endValue"] == pytest.approx(trace.spent, abs=1000)
        inner = next(frame for frame in file["shared"]["frames"] if frame["name"] == "inner")
        assert inner["file"].endswith(".c") and inner["line"] > 0


class TestTimeline:
    def test_calls_have_their_times_and_threads(self, mod):
        with Trace(events=100) as trace:
            mod.call(lambda: [time.sleep(0.01), mod.add(1, 2)])
        file = json.loads(trace.timeline())
        names = [event for event in file["traceEvents"] if event["ph"] == "M"]
        assert {"MainThread"} <= {event["args"]["name"] for event in names}
        add, call = (event for event in file["traceEvents"] if event["ph"] == "X")
        assert (add["name"], call["name"]) == ("HPy_Add", "HPy_CallTupleDict")
        assert add["tid"] == call["tid"] == threading.get_native_id()
        assert call["dur"] >= 10_000 and call["dur"] * 1000 <= trace.elapsed
        assert call["ts"] <= add["ts"] and add["ts"] + add["dur"] <= call["ts"] + call["dur"] + 0.002
        assert file["otherData"] == {"calls not kept": 0}

    def test_only_the_last_calls_stay(self, mod):
        with Trace(events=3) as trace:
            mod.add_many(10)
        file = json.loads(trace.timeline())
        events = [event["name"] for event in file["traceEvents"] if event["ph"] == "X"]
        assert events == ["HPy_Add", "HPy_Close", "HPy_Dup"]
        assert file["otherData"] == {"calls not kept": 22 - 3}

    def test_it_needs_room_and_there_is_one(self):
        with Trace(events=1), Trace():
            with pytest.raises(RuntimeError, match="another trace keeps events"):
                Trace(events=1).__enter__()
        with Trace() as trace:
            pass
        with pytest.raises(ValueError, match="events"):
            trace.timeline()


class TestHooks:
    def test_they_are_called_around_leaving_python_as_well(self, mod):
        """After leaving the interpreter, an exception cannot be raised."""
        events = []
        set_trace_functions(lambda name: events.append(f"+{name}"), lambda name: events.append(f"-{name}"))
        try:
            mod.wait(1)
        finally:
            set_trace_functions(on_enter=None, on_exit=None)
        names = [event for event in events if "PythonExecution" in event]
        leave, reenter = "ctx_LeavePythonExecution", "ctx_ReenterPythonExecution"
        assert names == [f"+{leave}", f"-{leave}", f"+{reenter}", f"-{reenter}"]
