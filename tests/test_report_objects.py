"""Objects in reports: whatever their repr does, the report is printed and nothing else changes."""

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
