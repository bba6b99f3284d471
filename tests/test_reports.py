"""Whole reports, as text. What they say of every check is in docs/reports/checks, which test_report_docs.py compares."""

import os
import platform
import pty
import re
import subprocess
import textwrap

import pytest

from catalogue import normalised
from extensions import run_python

MISTAKES = """
#line 1 "mistakes.c"
HPyDef_METH(use_closed, "use_closed", HPyFunc_O)
static HPy use_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    return HPy_GetAttr_s(ctx, copy, "name");
}

HPyDef_METH(use_null, "use_null", HPyFunc_NOARGS)
static HPy use_null_impl(HPyContext *ctx, HPy self)
{
    return HPyTuple_Pack(ctx, 1, HPy_NULL);
}

HPyDef_METH(substring, "substring", HPyFunc_O)
static HPy substring_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_Substring(ctx, arg, 0, 1);
}

HPyDef_METH(build_twice, "build_twice", HPyFunc_NOARGS)
static HPy build_twice_impl(HPyContext *ctx, HPy self)
{
    HPyTupleBuilder builder = HPyTupleBuilder_New(ctx, 0);
    HPy_Close(ctx, HPyTupleBuilder_Build(ctx, builder));
    return HPyTupleBuilder_Build(ctx, builder);
}

HPyDef_METH(use_builder_as_handle, "use_builder_as_handle", HPyFunc_O)
static HPy use_builder_as_handle_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyListBuilder builders[500];
    for (int i = 0; i < 500; i++) {
        HPy_Close(ctx, HPy_Dup(ctx, arg));
        builders[i] = HPyListBuilder_New(ctx, 0);
    }
    HPyListBuilder_Cancel(ctx, builders[499]);
    return HPy_Repr(ctx, *(HPy *)&builders[499]);
}

static inline HPy inlined(HPyContext *ctx, HPy closed)
{
    return HPy_Repr(ctx, closed);
}

__attribute__((noinline)) static HPy deeper(HPyContext *ctx, HPy closed)
{
    HPy result = inlined(ctx, closed);
    __asm__ volatile("");
    return result;
}

HPyDef_METH(use_deep_down, "use_deep_down", HPyFunc_O)
static HPy use_deep_down_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy result = deeper(ctx, copy);
    __asm__ volatile("");
    return result;
}

HPyDef_METH(unchecked, "unchecked", HPyFunc_O)
static HPy unchecked_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy item = HPy_GetItem_i(ctx, arg, 5);
    HPy_Close(ctx, item);
    return HPy_Dup(ctx, arg);
}
"""


@pytest.fixture
def mistakes(compile_module):
    return compile_module(MISTAKES, name="mistakes")


@pytest.fixture
def report_of(mistakes, run_snippet):
    """report_of(code, options=""): the report, up to the interpreter's own last words."""

    def report(code, options="", **environment):
        finished = run_snippet(mistakes, code, options=options, **environment)
        assert finished.returncode == -6, finished
        text, fatal, _ = finished.stderr.partition("Fatal Python error: ")
        assert fatal, finished.stderr
        return normalised(text)

    return report


def dedented(text):
    return textwrap.dedent(text).lstrip("\n")


class TestWholeReport:
    def test_stacks_of_the_opening_and_the_closing_are_shown_when_they_are_on(self, report_of):
        assert report_of("def f():\n    mod.use_closed(42)\nf()", "stacks=16") == dedented("""
            HPy debug: error[use-after-close]: HPy_GetAttr_s: a closed handle was used
              argument `obj` = HANDLE, <int 42>
              extension mistakes
              function mistakes.use_closed
              opened by HPy_Dup
                use_closed_impl at mistakes.c:4
              closed by HPy_Close
                use_closed_impl at mistakes.c:5
              used by HPy_GetAttr_s
                use_closed_impl at mistakes.c:6
              python
                File "<string>", line 3, in f
                File "<string>", line 4, in <module>
              help: use the handle before closing it, or HPy_Dup it and close both
            """)

    def test_one_line_says_how_to_turn_stacks_on_when_they_are_off(self, report_of):
        assert report_of("mod.use_closed(42)") == dedented("""
            HPy debug: error[use-after-close]: HPy_GetAttr_s: a closed handle was used
              argument `obj` = HANDLE, <int 42>
              extension mistakes
              function mistakes.use_closed
              opened by HPy_Dup
              used by HPy_GetAttr_s
                use_closed_impl at mistakes.c:6
              python
                File "<string>", line 2, in <module>
              note: hpy.debug.set_handle_stack_trace_limit(16), or HPY_DEBUG_OPTIONS=stacks=16, shows where handles are opened and closed
              help: use the handle before closing it, or HPy_Dup it and close both
            """)  # noqa: E501

    def test_null_argument(self, report_of):
        assert report_of("mod.use_null()") == dedented("""
            HPy debug: error[null-argument]: HPyTuple_FromArray: HPy_NULL or NULL was passed where it is not allowed
              argument `items` = 0x0
              extension mistakes
              function mistakes.use_null
              used by HPyTuple_FromArray
                use_null_impl at mistakes.c:12
              python
                File "<string>", line 2, in <module>
              help: check the result of the call that produced it before using it
            """)

    def test_call_whose_frame_was_optimised_away_says_how_to_see_it(self, compile_module, run_snippet):
        mod = compile_module("""
            #pragma GCC optimize("O2")
            HPyDef_METH(use_closed, "use_closed", HPyFunc_O)
            static HPy use_closed_impl(HPyContext *ctx, HPy self, HPy arg)
            {
                HPy copy = HPy_Dup(ctx, arg);
                HPy_Close(ctx, copy);
                return HPy_Repr(ctx, copy);
            }
            """)
        report = run_snippet(mod, "mod.use_closed(42)").stderr
        assert "HPy_Repr: a closed handle was used" in report
        assert "used by" not in report
        assert "  note: the compiler removed the frame that made this call; build the extension with -O0 to see it\n" in report

    def test_object_of_the_wrong_type_is_shown(self, report_of):
        assert report_of("mod.substring([1, 2])") == dedented("""
            HPy debug: error[wrong-type]: HPyUnicode_Substring: an argument does not have the type that the function demands
              argument `str` = <list [1, 2]>
              HPyUnicode_Substring arg 1 must be a Unicode object
              extension mistakes
              function mistakes.substring
              used by HPyUnicode_Substring
                substring_impl at mistakes.c:18
              python
                File "<string>", line 2, in <module>
              help: check the object's type first, HPy_TypeCheck tells
            """)  # noqa: E501

    def test_builder_is_told_with_what_made_and_ended_it(self, report_of):
        assert report_of("mod.build_twice()") == dedented("""
            HPy debug: error[builder-use-after-close]: HPyTupleBuilder_Build: a builder was used after it was built or cancelled
              argument `builder` = HANDLE
              extension mistakes
              function mistakes.build_twice
              opened by HPyTupleBuilder_New
              closed by HPyTupleBuilder_Build
              used by HPyTupleBuilder_Build
                build_twice_impl at mistakes.c:26
              python
                File "<string>", line 2, in <module>
              note: hpy.debug.set_handle_stack_trace_limit(16), or HPY_DEBUG_OPTIONS=stacks=16, shows where handles are opened and closed
              help: build or cancel each builder exactly once, as its last use
            """)  # noqa: E501

    def test_builder_is_told_with_the_stacks_on_which_that_was(self, report_of):
        report = report_of("mod.build_twice()", "stacks=16")
        assert "opened by HPyTupleBuilder_New\n    build_twice_impl at mistakes.c:24\n" in report
        assert "closed by HPyTupleBuilder_Build\n    build_twice_impl at mistakes.c:25\n" in report
        assert "note:" not in report

    def test_pending_exception_is_told_with_what_set_it(self, report_of):
        report = report_of("mod.unchecked([1, 2])", "stacks=16")
        assert report.startswith("HPy debug: error[result-with-exception]: mistakes.unchecked: ")
        assert "  exception IndexError: list index out of range\n  raised by HPy_GetItem_i\n" in report
        assert "raised by HPy_GetItem_i\n    unchecked_impl at mistakes.c:66\n" in report

    def test_what_set_an_exception_is_named_without_stacks(self, report_of):
        report = report_of("mod.unchecked([1, 2])")
        assert "  exception IndexError: list index out of range\n  raised by HPy_GetItem_i\n  returned by" in report

    def test_exception_that_python_code_raised_came_by_the_call(self, report_of):
        code = "class A:\n    def __getitem__(self, i): return {}['key']\nmod.unchecked(A())"
        assert "  exception KeyError: 'key'\n  raised by HPy_GetItem_i\n" in report_of(code)

    def test_words_of_an_exception_that_misuse_too_are_left_out(self, report_of):
        code = (
            "class E(Exception):\n    def __str__(self): return str(mod.unchecked([]))\n"
            "class A:\n    def __getitem__(self, i): raise E\nmod.unchecked(A())"
        )
        report = report_of(code)
        assert report.count("HPy debug: ") == 2

    def test_builder_is_never_taken_for_a_closed_handle(self, report_of):
        report = report_of("mod.use_builder_as_handle('x')", "stacks=16")
        assert report.startswith("HPy debug: error[wild-handle]: HPy_Repr: ")
        assert "opened by" not in report

    def test_inner_frames_come_first(self, report_of):
        report = report_of("mod.use_deep_down('x')")
        positions = [report.index(f" {name} at mistakes.c:") for name in ("inlined", "deeper", "use_deep_down_impl")]
        assert positions == sorted(positions)

    def test_frames_of_the_runtime_and_of_the_interpreter_are_left_out(self, report_of):
        report = report_of("mod.use_closed('x')", "stacks=64")
        assert not [word for word in ("rust", "hpy_debug", "_Py", "ctx_", ".rs:") if word in report]


DEEP = """
#include <alloca.h>
#include <stdlib.h>
#line 1 "deep.c"
static HPyContext *context;
static int *volatile nowhere;

__attribute__((noinline)) static int innermost(int number)
{
    if (number == 1)
        return *nowhere;
    HPyLong_FromLong(context, number);
    return 1;
}

__attribute__((noinline)) static int compare(const void *a, const void *b)
{
    volatile char filler[1000];
    filler[0] = innermost(*(const int *)a);
    return filler[0];
}

__attribute__((noinline)) static int sort(int number)
{
    int numbers[] = {number, number};
    qsort(numbers, 2, sizeof(int), compare);
    return numbers[0];
}

__attribute__((noinline)) static int take_room(int number)
{
    volatile char *room = alloca(100 * number);
    room[0] = sort(number);
    return room[0];
}

HPyDef_METH(leak, "leak", HPyFunc_O)
static HPy leak_impl(HPyContext *ctx, HPy self, HPy number)
{
    context = ctx;
    return HPyLong_FromLong(ctx, take_room(HPyLong_AsLong(ctx, number)));
}
"""
KINDS_OF_CODE = {"plain": "", "optimised": '#pragma GCC optimize("O2")\n'}
if platform.machine() == "aarch64":
    KINDS_OF_CODE["signed"] = '#pragma GCC target("branch-protection=standard")\n'


class TestStackThroughAnotherLibrary:
    """It has every function, whatever the functions do with the stack."""

    @pytest.mark.parametrize("code", ["mod.leak(2)", "mod.leak(1)"], ids=["recorded", "of a fault"])
    @pytest.mark.parametrize("kind", KINDS_OF_CODE)
    def test_is_whole(self, compiler, run_snippet, kind, code):
        extension = compiler.compile(KINDS_OF_CODE[kind] + DEEP, name="deep")
        report = run_snippet(extension, code, options="stacks=64,leaks=exit").stderr
        functions = re.findall(r"^ +(\w+) at .*deep\.c:\d+$", report, re.MULTILINE)
        assert functions == ["innermost", "compare", "sort", "take_room", "leak_impl"]


class TestExtensionWithoutDebugInformation:
    def test_frame_is_a_library_with_an_offset_that_addr2line_takes(self, compiler, run_snippet, mistakes):
        stripped = compiler.compile(MISTAKES + "/* stripped */", name="mistakes")
        subprocess.run(["strip", "--strip-all", stripped.path], check=True)
        finished = run_snippet(stripped, "mod.use_closed('x')")
        assert finished.returncode == -6, finished
        assert f"    {stripped.path}+0x" in finished.stderr


class TestColour:
    RED = "\x1b[1;31merror[use-after-close]\x1b[0m"

    def test_is_left_out_where_nobody_looks(self, report_of):
        assert "\x1b" not in report_of("mod.use_closed('x')")

    def test_can_be_forced(self, report_of):
        assert self.RED in report_of("mod.use_closed('x')", CLICOLOR_FORCE="1")
        assert "\x1b" not in report_of("mod.use_closed('x')", CLICOLOR_FORCE="0")

    def test_can_be_refused(self, report_of):
        assert "\x1b" not in report_of("mod.use_closed('x')", CLICOLOR_FORCE="1", NO_COLOR="1")

    def test_is_all_that_differs(self, report_of):
        coloured = report_of("mod.use_closed('x')", CLICOLOR_FORCE="1")
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == report_of("mod.use_closed('x')")

    @pytest.mark.parametrize(("no_color", "is_red"), [("", True), ("1", False)])
    def test_is_shown_on_a_terminal(self, mistakes, no_color, is_red):
        environment = {"HPY": "debug", "NO_COLOR": no_color}
        ours, theirs = pty.openpty()
        try:
            run_python("import mistakes; mistakes.use_closed('x')", [mistakes], environment, stderr=theirs)
            os.close(theirs)
            assert (self.RED in read_all(ours)) == is_red
        finally:
            os.close(ours)


def read_all(descriptor):
    """What was written to a terminal whose other end is closed."""
    chunks = []
    try:
        while chunk := os.read(descriptor, 65536):
            chunks.append(chunk)
    except OSError:
        pass
    return b"".join(chunks).decode()


def test_extension_that_is_loaded_after_the_first_report_is_shown_as_well(compiler, run_snippet, mistakes):
    later = compiler.compile(MISTAKES.replace("mistakes.c", "later.c"), name="later")
    code = f"""
import sys
mod.use_deep_down("x")
sys.path.append({str(later.directory)!r})
import later
later.use_deep_down("x")
"""
    finished = run_snippet(mistakes, code, options="on_error=warn,stacks=16")
    report = normalised(finished.stderr)
    assert "    use_deep_down_impl at mistakes.c:" in report
    assert "    inlined at later.c:43\n    deeper at later.c:48\n    use_deep_down_impl at later.c:58\n" in report
