"""Objects in reports: whatever their repr does, the report is printed and nothing else changes."""

import signal

import pytest
from hpy.debug import LeakDetector, configure, on_report

import misuse
from conftest import Awkward

pytestmark = pytest.mark.usefixtures("default_options")


@pytest.fixture
def object_of(module):
    """object_of(value, function="handle"): the object of the report about a closed handle to this value."""

    def shown(value, function="close"):
        heard = []
        on_report(heard.append)
        getattr(module, function)(value)
        return heard[0].object

    configure(on_error="continue")
    with LeakDetector():
        yield shown
    on_report(None)


def test_repr_is_shown_with_the_type(object_of):
    assert object_of({"a": 1}) == {"type": "dict", "repr": "{'a': 1}"}


def test_long_repr_is_cut(object_of):
    assert object_of("x" * 100_000)["repr"] == "'" + "x" * 79 + "…"
    assert object_of("x" * 78)["repr"] == "'" + "x" * 78 + "'"
    assert object_of("ü€😀" * 100)["repr"] == "'" + ("ü€😀" * 27)[:79] + "…"


def test_repr_stays_on_its_line(object_of):
    assert object_of(Awkward(lambda: "one\ntwo\x1b[31m"))["repr"] == "one\\ntwo\\u{1b}[31m"


def raise_error():
    raise ValueError("no repr")


@pytest.mark.parametrize(
    "answer",
    [raise_error, lambda: 42, lambda: "\ud800", lambda: repr(Awkward(lambda: repr([])[5]))],
    ids=["raises", "is no str", "is not UTF-8", "raises deeper"],
)
def test_repr_that_fails_leaves_the_type(object_of, answer):
    assert object_of(Awkward(answer)) == {"type": "Awkward", "repr": None}


def test_repr_that_never_ends_leaves_the_type(object_of):
    value = Awkward(lambda: repr(value))
    assert object_of(value) == {"type": "Awkward", "repr": None}


def test_repr_that_misuses_too_is_asked_once(module, object_of, capfd):
    configure(on_error="warn")
    value = Awkward(lambda: f"<{module.close(value)}>")
    assert object_of(value) is None
    assert capfd.readouterr().err.count("warning[double-close]") == 2


def test_no_report_is_lost_when_the_misuse_of_a_repr_is_fatal(compile_module, run_snippet):
    code = """
class Awkward:
    def __repr__(self):
        mod.close(1)
        return "awkward"
mod.handle(Awkward())
"""
    finished = run_snippet(compile_module(misuse.SOURCE), code)
    assert finished.returncode == -6, finished
    heads = [line for line in finished.stderr.splitlines() if line.startswith("HPy debug: ")]
    assert [head.split("]")[0] for head in heads] == ["HPy debug: error[double-close", "HPy debug: error[use-after-close"]
    assert "<Awkward awkward>" in finished.stderr

REPR_THAT_MISUSES = """
HPyDef_SLOT(Odd_new, HPy_tp_new)
static HPy Odd_new_impl(HPyContext *ctx, HPy cls, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    void *nothing;
    return _HPy_New(ctx, cls, &nothing);
}

HPyDef_SLOT(Odd_repr, HPy_tp_repr)
static HPy Odd_repr_impl(HPyContext *ctx, HPy self)
{
    %s
}

static HPyDef *Odd_defines[] = {&Odd_new, &Odd_repr, NULL};
static HPyType_Spec Odd_spec = {.name = "mytest.Odd", .flags = HPy_TPFLAGS_DEFAULT, .defines = Odd_defines};

HPyDef_METH(give_back, "give_back", HPyFunc_O)
static HPy give_back_impl(HPyContext *ctx, HPy self, HPy arg) { return arg; }
"""


@pytest.mark.parametrize("policy", ["abort", "raise"])
@pytest.mark.parametrize(
    "body, check",
    [
        ("return self;", "return-argument"),
        ("return HPyUnicode_Substring(ctx, self, 0, 1);", "wrong-type"),
        ("HPyErr_SetObject(ctx, ctx->h_ValueError, self); return HPy_Dup(ctx, self);", "result-with-exception"),
        ("HPy copy = HPy_Dup(ctx, self); HPy_Close(ctx, copy); return copy;", "return-closed"),
    ],
)
def test_repr_that_misuses_its_own_object_is_reported_once(compile_module, run_snippet, policy, body, check):
    module = compile_module(REPR_THAT_MISUSES % body)
    # CPython 3.14 calls the repr again where it prints the exception.
    code = "import sys\ntry: repr(mod.Odd())\nexcept Exception: sys.exit(1)"
    finished = run_snippet(module, code, options=f"on_error={policy}")
    assert finished.returncode != 0
    heads = [line for line in finished.stderr.splitlines() if line.startswith("HPy debug: ")]
    assert [head.split("]")[0] for head in heads] == [f"HPy debug: error[{check}"], finished.stderr


def test_no_report_is_lost_when_a_repr_crashes(compile_module, run_snippet):
    module = compile_module(REPR_THAT_MISUSES % "return HPyLong_FromLong(ctx, *(volatile int *)8);")
    finished = run_snippet(module, "mod.give_back(mod.Odd())")
    assert finished.returncode == -signal.SIGSEGV, finished
    heads = [line for line in finished.stderr.splitlines() if line.startswith("HPy debug: ")]
    assert [head.split("]")[0] for head in heads] == ["HPy debug: error[return-argument", "HPy debug: error[fault"]
    assert "returned by mytest.give_back" in finished.stderr


@pytest.mark.parametrize("answer", [raise_error, lambda: "fine"])
def test_pending_exception_survives(module, object_of, answer):
    with pytest.raises(KeyError, match="pending") as caught:
        object_of(Awkward(answer), "while_pending")
    assert caught.value.__context__ is None


def test_object_that_may_be_gone_is_not_asked(compile_module, run_snippet):
    source = """
    HPyDef_METH(use_dead, "use_dead", HPyFunc_O)
    static HPy use_dead_impl(HPyContext *ctx, HPy self, HPy arg)
    {
        HPy made = HPy_CallTupleDict(ctx, arg, HPy_NULL, HPy_NULL);
        HPy_Close(ctx, made);
        return HPy_Repr(ctx, made);
    }
    """
    code = "class Mortal:\n    def __repr__(self):\n        return 'asked the dead'\nmod.use_dead(Mortal)"
    finished = run_snippet(compile_module(source), code)
    assert finished.returncode == -6, finished
    assert "error[use-after-close]" in finished.stderr
    assert "asked the dead" not in finished.stderr
