"""What is said of leaks: grouped, biggest group first, and at exit for those who ask."""

import re
import time

import pytest
from hpy.debug import HPyLeakError, LeakDetector, configure

from conftest import Awkward

LEAKY = """
#line 1 "leaky.c"
HPyDef_METH(dup, "dup", HPyFunc_O)
static HPy dup_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(dup_elsewhere, "dup_elsewhere", HPyFunc_O)
static HPy dup_elsewhere_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(numbers, "numbers", HPyFunc_O)
static HPy numbers_impl(HPyContext *ctx, HPy self, HPy arg)
{
    long count = HPyLong_AsLong(ctx, arg);
    for (long i = 0; i < count; i++)
        HPyLong_FromLong(ctx, i);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(leak, "leak", HPyFunc_VARARGS)
static HPy leak_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long kind = HPyLong_AsLong(ctx, args[0]), items = HPyLong_AsLong(ctx, args[1]);
    if (kind == 0) {
        HPyListBuilder list = HPyListBuilder_New(ctx, items);
        if (items)
            HPyListBuilder_Set(ctx, list, 0, self);
    } else if (kind == 1) {
        HPyTupleBuilder tuple = HPyTupleBuilder_New(ctx, items);
        if (items)
            HPyTupleBuilder_Set(ctx, tuple, 0, self);
    } else {
        HPyTracker tracker = HPyTracker_New(ctx, items);
        if (items)
            HPyTracker_Add(ctx, tracker, HPy_Dup(ctx, self));
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(builders, "builders", HPyFunc_NOARGS)
static HPy builders_impl(HPyContext *ctx, HPy self)
{
    HPyListBuilder_New(ctx, 1);
    HPyListBuilder_New(ctx, 1);
    HPyTupleBuilder_New(ctx, 1);
    HPyTracker_New(ctx, 1);
    return HPy_Dup(ctx, ctx->h_None);
}
"""

pytestmark = pytest.mark.usefixtures("default_options")


@pytest.fixture
def extension(compile_module):
    return compile_module(LEAKY, name="leaky")


def text_of(leak):
    """What the HPyLeakError says of the leaks of a function, the numbers of the handles left out."""
    with pytest.raises(HPyLeakError) as caught:
        with LeakDetector():
            leak()
    return re.sub(r"DebugHandle 0x[0-9a-f]+", "DebugHandle N", str(caught.value))


class TestGroups:
    def test_are_made_by_the_function_that_opened_them(self, module):
        def leak():
            module.numbers(7)
            for _ in range(12):
                module.dup("again")
                module.dup_elsewhere("and again")

        assert text_of(leak) == """\
31 unclosed handles:
    24 opened by HPy_Dup in leaky
      <DebugHandle N for 'again'>
      <DebugHandle N for 'and again'>
      <DebugHandle N for 'again'>
      <DebugHandle N for 'and again'>
      <DebugHandle N for 'again'>
      and 19 more
    7 opened by HPyLong_FromInt64_t in leaky
      <DebugHandle N for 0>
      <DebugHandle N for 1>
      <DebugHandle N for 2>
      <DebugHandle N for 3>
      <DebugHandle N for 4>
      and 2 more
    To see where they were opened use hpy.debug.set_handle_stack_trace_limit"""

    def test_are_made_by_the_stack_where_it_is_known(self, module):
        configure(stacks=16)

        def leak():
            module.dup("once")
            for _ in range(2):
                module.dup_elsewhere("twice")

        text = re.sub(r"at .*leaky.c", "at leaky.c", text_of(leak))
        text = re.sub(r'File ".*/(\w+\.py)", line \d+', r'File "\1", line N', text)
        assert text == """\
3 unclosed handles:
    2 opened by HPy_Dup in leaky
      Allocation stacktrace: leaky.hpy0.so
        dup_elsewhere_impl at leaky.c:11
        File "test_leak_reports.py", line N, in leak
      <DebugHandle N for 'twice'>
      <DebugHandle N for 'twice'>
    1 opened by HPy_Dup in leaky
      Allocation stacktrace: leaky.hpy0.so
        dup_impl at leaky.c:4
        File "test_leak_reports.py", line N, in leak
      <DebugHandle N for 'once'>"""

    def test_do_not_depend_on_the_python_code_that_called(self, module):
        configure(stacks=64)

        def leak():
            module.dup("called by Python")
            max(["x"], key=lambda text: module.dup(text) or 0)
            sorted([list(map(module.dup, "ab"))], key=lambda _: module.dup("c") or 0)

        text = text_of(leak)
        assert text.startswith("5 unclosed handles:\n    5 opened by HPy_Dup in leaky\n")

    def test_are_made_by_extension(self, module, compile_module):
        other = compile_module(LEAKY, name="leaky_too").load("debug")

        def leak():
            module.dup(1)
            other.dup(2)
            other.dup(3)

        heads = [line for line in text_of(leak).splitlines() if " opened by " in line]
        assert heads == ["    2 opened by HPy_Dup in leaky_too", "    1 opened by HPy_Dup in leaky"]

    def test_of_100_000_handles_are_described_in_no_time(self, module):
        with pytest.raises(HPyLeakError) as caught:
            with LeakDetector():
                module.numbers(100_000)
        started = time.perf_counter()
        text = str(caught.value)
        assert time.perf_counter() - started < 5
        assert text.startswith("100000 unclosed handles:\n    100000 opened by HPyLong_FromInt64_t in leaky\n")
        assert "      and 99995 more\n" in text
        assert len(text.splitlines()) == 9


class TestExample:
    def test_whose_repr_raises_is_named_by_its_type(self, module):
        text = text_of(lambda: module.dup(Awkward(lambda: 1 / 0)))
        assert "<DebugHandle N for an object of <class 'conftest.Awkward'>>" in text

    def test_stays_on_a_line_that_is_not_long(self, module):
        text = text_of(lambda: module.dup(Awkward(lambda: "one\ntwo" * 1000)))
        assert "<DebugHandle N for one\\ntwoone\\ntwo" in text
        assert max(len(line) for line in text.splitlines()) < 150

    def test_may_leak_in_its_repr(self, module):
        text = text_of(lambda: module.dup(Awkward(lambda: f"leaks {module.dup(1)}")))
        assert "1 unclosed handle:" in text and "leaks None" in text


class TestAtExit:
    """leaks=exit: without a change to the code that is tested."""

    def test_says_nothing_when_nothing_leaked(self, extension, run_snippet):
        finished = run_snippet(extension, "print('done')", options="leaks=exit,exit_status=3")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "done\n", "")

    def test_is_off_by_default(self, extension, run_snippet):
        finished = run_snippet(extension, "mod.dup(1)", options="exit_status=3")
        assert (finished.returncode, finished.stderr) == (0, "")

    @pytest.mark.parametrize(("setting", "status"), [("", 1), (",exit_status=0", 0), (",exit_status=3", 3)])
    def test_reports_handles_builders_and_trackers(self, extension, run_snippet, setting, status):
        finished = run_snippet(extension, "mod.dup('x'); mod.builders(); print('done')", options=f"leaks=exit{setting}")
        assert (finished.returncode, finished.stdout) == (status, "done\n")
        assert re.sub(r"0x[0-9a-f]+", "N", finished.stderr) == """\
HPy debug: error[leak]: handles, builders or trackers were never closed
    1 opened by HPy_Dup in leaky
      <DebugHandle N for 'x'>
    To see where they were opened use hpy.debug.set_handle_stack_trace_limit
    2 HPyListBuilder made by HPyListBuilder_New in leaky
    1 HPyTupleBuilder made by HPyTupleBuilder_New in leaky
    1 HPyTracker made by HPyTracker_New in leaky
"""

    def test_says_where_builders_and_trackers_were_made(self, extension, run_snippet):
        finished = run_snippet(extension, "mod.builders()", options="leaks=exit,stacks=16")
        for name in ("HPyListBuilder", "HPyTupleBuilder", "HPyTracker"):
            assert re.search(rf"    \d {name} made by {name}_New in leaky\n      builders_impl at ", finished.stderr)

    @pytest.mark.parametrize("name", ["HPyListBuilder", "HPyTupleBuilder", "HPyTracker"])
    @pytest.mark.parametrize("items", [0, 1])
    def test_reports_what_has_items_and_what_has_none(self, extension, run_snippet, name, items):
        code = f"mod.leak(['HPyListBuilder', 'HPyTupleBuilder', 'HPyTracker'].index('{name}'), {items})"
        finished = run_snippet(extension, code, options="leaks=exit,exit_status=3")
        assert f"    1 {name} made by {name}_New in leaky\n" in finished.stderr
        assert finished.returncode == 3

    def test_reports_builders_alone(self, extension, run_snippet):
        finished = run_snippet(extension, "mod.builders()", options="leaks=exit,exit_status=3")
        assert finished.returncode == 3
        assert finished.stderr.count("\n") == 4

    def test_status_wins_over_that_of_the_program(self, extension, run_snippet):
        code = "import sys; mod.dup('x'); sys.exit(1)"
        assert run_snippet(extension, code, options="leaks=exit,exit_status=3").returncode == 3
        assert run_snippet(extension, code, options="leaks=exit").returncode == 1

    def test_status_leaves_an_error_without_leaks_alone(self, extension, run_snippet):
        assert run_snippet(extension, "1 / 0", options="leaks=exit,exit_status=3").returncode == 1

    def test_output_that_waits_is_written_out(self, extension, run_snippet):
        code = "import ctypes; mod.dup('x'); ctypes.CDLL(None).printf(b'waiting')"
        assert run_snippet(extension, code, options="leaks=exit,exit_status=3").stdout == "waiting"

    def test_handles_closed_by_other_exit_functions_are_no_leaks(self, extension, run_snippet):
        code = """
import atexit
from hpy.universal import _debug
atexit.register(lambda: [handle._force_close() for handle in _debug.get_open_handles(0)])
mod.dup('x')
"""
        assert run_snippet(extension, code, options="leaks=exit,exit_status=3").returncode == 0

    def test_can_be_asked_for_and_taken_back_in_python(self, extension, run_snippet):
        code = "import hpy.debug; hpy.debug.configure(leaks='exit', exit_status=4); mod.dup('x')"
        assert run_snippet(extension, code).returncode == 4
        assert run_snippet(extension, code + "; hpy.debug.configure(leaks='off')").returncode == 0

    def test_universal_mode_has_no_leaks(self, extension, run_snippet):
        finished = run_snippet(extension, "mod.dup('x')", mode="universal", options="leaks=exit,exit_status=3")
        assert (finished.returncode, finished.stderr) == (0, "")
