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

HPyDef_METH(close_twice, "close_twice", HPyFunc_O)
static HPy close_twice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy_Close(ctx, copy);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_twice_later, "close_twice_later", HPyFunc_O)
static HPy close_twice_later_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    open_and_close_others(ctx);
    HPy_Close(ctx, copy);
    close_others(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_argument, "close_argument", HPyFunc_O)
static HPy close_argument_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Close(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_self, "close_self", HPyFunc_NOARGS)
static HPy close_self_impl(HPyContext *ctx, HPy self)
{
    HPy_Close(ctx, self);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(close_vararg, "close_vararg", HPyFunc_VARARGS)
static HPy close_vararg_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy_Close(ctx, args[nargs - 1]);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(return_argument, "return_argument", HPyFunc_O)
static HPy return_argument_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return arg;
}

HPyDef_METH(return_self, "return_self", HPyFunc_NOARGS)
static HPy return_self_impl(HPyContext *ctx, HPy self)
{
    return self;
}

HPyDef_METH(return_vararg, "return_vararg", HPyFunc_VARARGS)
static HPy return_vararg_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return args[nargs - 1];
}

HPyDef_METH(return_keyword, "return_keyword", HPyFunc_KEYWORDS)
static HPy return_keyword_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    return args[nargs];
}

HPyDef_METH(return_closed, "return_closed", HPyFunc_O)
static HPy return_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    return copy;
}

HPyDef_METH(close_constant, "close_constant", HPyFunc_NOARGS)
static HPy close_constant_impl(HPyContext *ctx, HPy self)
{
    HPy_Close(ctx, ctx->h_True);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(return_constant, "return_constant", HPyFunc_NOARGS)
static HPy return_constant_impl(HPyContext *ctx, HPy self)
{
    return ctx->h_None;
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

HPyDef_METH(use_wild, "use_wild", HPyFunc_O)
static HPy use_wild_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy wild = {(intptr_t)HPyLong_AsSsize_t(ctx, arg)};
    return HPy_Repr(ctx, wild);
}

HPyDef_METH(close_wild, "close_wild", HPyFunc_O)
static HPy close_wild_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy wild = {(intptr_t)HPyLong_AsSsize_t(ctx, arg)};
    HPy_Close(ctx, wild);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_null, "use_null", HPyFunc_NOARGS)
static HPy use_null_impl(HPyContext *ctx, HPy self)
{
    return HPy_GetAttr_s(ctx, HPy_NULL, "name");
}

HPyDef_METH(pack_closed, "pack_closed", HPyFunc_O)
static HPy pack_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
    HPy items[] = {arg, copy};
    return HPyTuple_FromArray(ctx, items, 2);
}

HPyDef_METH(call_with_closed, "call_with_closed", HPyFunc_O)
static HPy call_with_closed_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy copy = HPy_Dup(ctx, function);
    HPy_Close(ctx, copy);
    HPy args[] = {function, copy};
    return HPy_Call(ctx, function, args, 2, HPy_NULL);
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

HPyDef_METH(close_null, "close_null", HPyFunc_NOARGS)
static HPy close_null_impl(HPyContext *ctx, HPy self)
{
    HPy_Close(ctx, HPy_NULL);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(dup_null, "dup_null", HPyFunc_NOARGS)
static HPy dup_null_impl(HPyContext *ctx, HPy self)
{
    return HPy_IsNull(HPy_Dup(ctx, HPy_NULL)) ? HPy_Dup(ctx, ctx->h_True) : HPy_Dup(ctx, ctx->h_False);
}

HPyDef_METH(close_copies, "close_copies", HPyFunc_O)
static HPy close_copies_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copies[1000];
    for (int i = 0; i < 1000; i++)
        copies[i] = HPy_Dup(ctx, arg);
    for (int i = 0; i < 1000; i++)
        HPy_Close(ctx, copies[i]);
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy result = HPy_Call(ctx, function, NULL, 0, HPy_NULL);
    if (HPy_IsNull(result))
        return HPy_NULL;
    HPy pair = HPyTuple_Pack(ctx, 2, function, result);
    HPy_Close(ctx, result);
    return pair;
}
"""


@pytest.fixture
def misuse(compile_module):
    return compile_module(MISUSE)


class TestAbort:
    """Without a callback a misuse is reported and ends the process."""

    @pytest.mark.parametrize(
        ("call", "check", "function"),
        [
            ("use_closed('x')", "use-after-close", "HPy_Repr"),
            ("use_closed_later('x')", "use-after-close", "HPy_Repr"),
            ("close_twice('x')", "double-close", "HPy_Close"),
            ("close_twice_later('x')", "double-close", "HPy_Close"),
            ("close_argument('x')", "close-argument", "HPy_Close"),
            ("close_self()", "close-argument", "HPy_Close"),
            ("close_vararg(1, 2, 3)", "close-argument", "HPy_Close"),
            ("close_constant()", "close-constant", "HPy_Close"),
            ("pack_closed('x')", "use-after-close", "HPyTuple_FromArray"),
            ("call_with_closed(print)", "use-after-close", "HPy_Call"),
            ("keep('x'); mod.use_kept()", "use-after-call", "HPy_Length"),
        ],
    )
    def test_misuse_in_a_call_names_the_function(self, misuse, assert_aborts, call, check, function):
        assert_aborts(misuse, f"mod.{call}", check, function, CLOSED)

    @pytest.mark.parametrize(
        ("call", "check"),
        [
            ("return_argument('x')", "return-argument"),
            ("return_self()", "return-argument"),
            ("return_vararg(1, 2, 3)", "return-argument"),
            ("return_keyword(k=1)", "return-argument"),
            ("return_constant()", "return-constant"),
            ("return_closed('x')", "return-closed"),
        ],
    )
    def test_misuse_in_a_return_is_told_by_its_kind(self, misuse, run_snippet, call, check):
        finished = run_snippet(misuse, f"mod.{call}")
        assert finished.returncode == -6, finished
        assert finished.stderr.startswith(f"HPy debug: error[{check}]: ")
        assert (CLOSED in finished.stderr) == (check != "return-argument")

    @pytest.mark.parametrize("value", [0x1234567, 0xDEADBEEF0, -8, 2**62])
    def test_wild_handle_is_not_taken_for_a_closed_one(self, misuse, run_snippet, value):
        for function, name in [("use_wild", "HPy_Repr"), ("close_wild", "HPy_Close")]:
            finished = run_snippet(misuse, f"mod.{function}({value})")
            assert finished.returncode == -6, finished
            assert finished.stderr.startswith(f"HPy debug: error[wild-handle]: {name}")

    def test_null_argument_is_reported(self, misuse, run_snippet):
        finished = run_snippet(misuse, "mod.use_null()")
        assert finished.returncode == -6, finished
        assert finished.stderr.startswith("HPy debug: error[null-argument]: HPy_GetAttr_s")

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

    @pytest.mark.parametrize(
        "call",
        [
            lambda mod: mod.use_closed("x"),
            lambda mod: mod.use_closed_later("x"),
            lambda mod: mod.close_twice("x"),
            lambda mod: mod.close_argument("x"),
            lambda mod: mod.return_argument("x"),
            lambda mod: mod.return_self(),
            lambda mod: mod.return_vararg("x"),
        ],
    )
    def test_each_misuse_is_reported_once(self, misuse, misuses, call):
        call(misuse.load("debug"))
        assert misuses.handles == 1

    def test_misuse_of_a_kept_argument_is_reported_and_answered(self, misuse, misuses):
        module = misuse.load("debug")
        module.keep("four")
        assert misuses.handles == 0
        assert module.use_kept() == 4
        assert misuses.handles == 1

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
    def correct(self, compile_module, misuses):
        module = compile_module(CORRECT).load("debug")
        with LeakDetector():
            yield module
        assert misuses.handles == 0

    def test_argument_returned_as_a_copy(self, correct):
        value = object()
        for _ in range(100):
            assert correct.echo(value) is value

    def test_same_object_as_every_argument(self, correct):
        value = object()
        assert correct.last(value, value, value) is value
        assert correct.last(value, keyword=value) is value
        assert correct.last(1, 2, a=3, b=4) == 4

    def test_null_can_be_closed_and_copied(self, correct):
        assert correct.close_null() is None
        assert correct.dup_null() is True

    def test_many_handles_of_one_object(self, correct):
        value = object()
        assert correct.close_copies(value) is value

    def test_handles_stay_open_across_nested_calls(self, correct):
        def nested(depth):
            return correct.call(lambda: nested(depth - 1)) if depth else "bottom"

        result = nested(50)
        for _ in range(50):
            _, result = result
        assert result == "bottom"

    def test_exception_of_a_nested_call_passes_through(self, correct):
        def fail():
            raise KeyError("nested")

        with pytest.raises(KeyError, match="nested"):
            correct.call(lambda: correct.call(fail))
