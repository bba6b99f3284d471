import pytest
from hpy.debug import LeakDetector
from hpy.universal import _debug

CLOSED = "Invalid usage of already closed handle"

MISUSE = """
#define OTHERS 5000

static HPy kept;
static HPy others[OTHERS];

/* What a closed handle occupied is in use again, whatever is reused first. */
static void open_and_close_others(HPyContext *ctx)
{
    for (long i = 0; i < OTHERS; i++) {
        others[i] = HPyLong_FromLong(ctx, i);
        HPy_Close(ctx, HPyLong_FromLong(ctx, i));
    }
}

static void close_others(HPyContext *ctx)
{
    for (long i = 0; i < OTHERS; i++)
        HPy_Close(ctx, others[i]);
}

HPyDef_METH(use_closed, "use_closed", HPyFunc_O)
static HPy use_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    return HPy_Repr(ctx, copy);
}

HPyDef_METH(use_closed_later, "use_closed_later", HPyFunc_O)
static HPy use_closed_later_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    open_and_close_others(ctx);
    HPy result = HPy_Repr(ctx, copy);
    close_others(ctx);
    return result;
}

HPyDef_METH(keep, "keep", HPyFunc_O)
static HPy keep_impl(HPyContext *ctx, HPy self, HPy arg)
{
    kept = arg;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_kept, "use_kept", HPyFunc_NOARGS)
static HPy use_kept_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromSsize_t(ctx, HPy_Length(ctx, kept));
}

HPyDef_METH(ignore, "ignore", HPyFunc_O)
static HPy ignore_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_null, "use_null", HPyFunc_NOARGS)
static HPy use_null_impl(HPyContext *ctx, HPy self)
{
    return HPy_GetAttr_s(ctx, HPy_NULL, "name");
}
"""

CORRECT = """
HPyDef_METH(echo, "echo", HPyFunc_O)
static HPy echo_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(last, "last", HPyFunc_KEYWORDS)
static HPy last_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    size_t count = nargs + (HPy_IsNull(kwnames) ? 0 : HPy_Length(ctx, kwnames));
    return HPy_Dup(ctx, count ? args[count - 1] : self);
}
"""


@pytest.fixture
def misuse(compile_module):
    return compile_module(MISUSE)


class TestAbort:
    """Without a callback a misuse is reported and ends the process."""

    @pytest.mark.parametrize("on_error", ["raise", "warn", "continue"])
    def test_refused_call_is_not_taken_for_that_of_another_thread(self, misuse, run_snippet, on_error):
        code = """
import contextlib, sys, threading
sys.setswitchinterval(1e-6)
start = threading.Barrier(4)
def use():
    start.wait()
    for _ in range(50):
        with contextlib.suppress(Exception):
            mod.use_null()
threads = [threading.Thread(target=use) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
        finished = run_snippet(misuse, code, options=f"on_error={on_error},exit_status=0")
        assert finished.returncode == 0, finished
        assert "[error-without-exception]" not in finished.stderr

    def test_kept_argument_is_told_after_thousands_of_calls(self, misuse, assert_aborts):
        code = """
mod.keep('x')
for number in range(5000):
    mod.ignore(number)
mod.use_kept()
"""
        assert_aborts(misuse, code, "use-after-call", "HPy_Length", CLOSED)

    def test_output_printed_before_is_not_lost(self, misuse, run_snippet):
        finished = run_snippet(misuse, "print('before', flush=True); mod.use_closed('x')")
        assert finished.stdout == "before\n"

    def test_universal_mode_lets_correct_calls_through(self, misuse, run_snippet):
        finished = run_snippet(misuse, "mod.keep('x')", mode="universal")
        assert (finished.returncode, finished.stderr) == (0, "")


class TestCallback:
    """With a callback a misuse is counted and the call goes on."""

    def test_misuse_is_reported_once_where_the_slot_is_in_use_again(self, misuse, on_invalid_handle):
        misuse.load("debug").use_closed_later("x")
        assert on_invalid_handle.call_count == 1

    def test_callback_must_be_callable_or_none(self):
        for setter in [_debug.set_on_invalid_handle, _debug.set_on_invalid_builder_handle]:
            with pytest.raises(TypeError, match="Expected a callable object"):
                setter("not callable")

    def test_removed_callback_brings_the_abort_back(self, misuse, assert_aborts):
        code = """
from hpy.universal import _debug
_debug.set_on_invalid_handle(lambda: None)
mod.use_closed('x')
_debug.set_on_invalid_handle(None)
mod.use_closed('x')
"""
        assert_aborts(misuse, code, "use-after-close", "HPy_Repr", CLOSED)


class TestNoFalsePositive:
    @pytest.fixture
    def correct(self, compile_module, on_invalid_handle):
        module = compile_module(CORRECT).load("debug")
        with LeakDetector():
            yield module
        assert on_invalid_handle.call_count == 0

    def test_argument_returned_as_a_copy(self, correct):
        value = object()
        for _ in range(100):
            assert correct.echo(value) is value

    def test_same_object_as_every_argument(self, correct):
        value = object()
        assert correct.last(value, value, value) is value
        assert correct.last(value, keyword=value) is value
        assert correct.last(1, 2, a=3, b=4) == 4
