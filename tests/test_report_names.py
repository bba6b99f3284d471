"""Reports name the extension's functions and fields as their author does."""

import json

import pytest

from extensions import FLAGS

SOURCE = """
typedef struct {
    long size;
    struct { HPyField first, items[3]; } held;
} Series;
HPyType_HELPERS(Series)

HPyDef_METH(Series_pop, "pop", HPyFunc_NOARGS)
static HPy Series_pop_impl(HPyContext *ctx, HPy self) { return HPy_NULL; }

HPyDef_METH(Series_close, "close", HPyFunc_VARARGS)
static HPy Series_close_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy_Close(ctx, self);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_GETSET(Series_length, "length")
static HPy Series_length_get(HPyContext *ctx, HPy self, void *closure) { return HPy_NULL; }
static int Series_length_set(HPyContext *ctx, HPy self, HPy value, void *closure) { return -1; }

HPyDef_SLOT(Series_str, HPy_tp_str)
static HPy Series_str_impl(HPyContext *ctx, HPy self) { return HPy_NULL; }

HPyDef_SLOT(Series_traverse, HPy_tp_traverse)
static int Series_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) { return 0; }

HPyDef_METH(Series_keep, "keep", HPyFunc_VARARGS)
static HPy Series_keep_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    Series *series = Series_AsStruct(ctx, self);
    long at = HPyLong_AsLong(ctx, args[0]);
    HPyField_Store(ctx, self, at < 0 ? &series->held.first : &series->held.items[at], args[1]);
    return HPy_Dup(ctx, ctx->h_None);
}

static HPyDef *Series_defines[] = {&Series_pop, &Series_close, &Series_length, &Series_str, &Series_traverse,
                                   &Series_keep, NULL};
static HPyType_Spec Series_spec = {
    .name = "series.Series", .basicsize = sizeof(Series), .defines = Series_defines,
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC | HPy_TPFLAGS_BASETYPE, .builtin_shape = Series_SHAPE,
};

/* Shares a method with Series. */
static HPyDef *Other_defines[] = {&Series_close, NULL};

HPyDef_METH(fail, "fail", HPyFunc_NOARGS)
static HPy fail_impl(HPyContext *ctx, HPy self) { return HPy_NULL; }

HPyDef_METH(paint, "\\033[31mpaint", HPyFunc_NOARGS)
static HPy paint_impl(HPyContext *ctx, HPy self) { return HPy_NULL; }

HPyDef_METH(crash, "crash", HPyFunc_NOARGS)
static HPy crash_impl(HPyContext *ctx, HPy self)
{
    *(volatile int *)8 = 1;
    return HPy_NULL;
}

HPyDef_METH(share, "share", HPyFunc_NOARGS)
static HPy share_impl(HPyContext *ctx, HPy self)
{
    HPyType_Spec spec = {.name = "series.Other", .defines = Other_defines};
    return HPyType_FromSpec(ctx, &spec, NULL);
}
"""


@pytest.fixture
def series(compile_module):
    return compile_module(SOURCE, name="series")


@pytest.fixture
def report(series, run_snippet):
    """report(code): the first report of this code, as JSON."""

    def run(code, options=""):
        finished = run_snippet(series, code, options=f"report=json,{options}")
        return json.loads(finished.stderr.splitlines()[0])

    return run


@pytest.mark.parametrize(
    ("code", "callee", "function"),
    [
        ("mod.Series().pop()", "series.Series.pop", "HPyFunc_NOARGS"),
        ("mod.Series().close()", "series.Series.close", "HPy_Close"),
        ("mod.Series().length", "series.Series.length", "HPyFunc_GETTER"),
        ("mod.Series().length = 1", "series.Series.length", "HPyFunc_SETTER"),
        ("str(mod.Series())", "series.Series.HPy_tp_str", "HPyFunc_REPRFUNC"),
        ("class Derived(mod.Series): pass\nDerived().pop()", "series.Series.pop", "HPyFunc_NOARGS"),
        ("mod.fail()", "series.fail", "HPyFunc_NOARGS"),
        ("mod.crash()", "series.crash", "HPyFunc_NOARGS"),
        ("mod.share()().close()", "close", "HPy_Close"),
    ],
)
def test_function_is_named_as_python_knows_it(report, code, callee, function):
    found = report(code)
    assert (found["callee"], found["function"]) == (callee, function)
    assert found["name"] == (callee if function.startswith("HPyFunc_") else function)


def test_text_names_it_where_its_result_is_wrong(series, run_snippet):
    first, *_ = lines = run_snippet(series, "mod.Series().pop()").stderr.splitlines()
    assert first.startswith("HPy debug: error[error-without-exception]: series.Series.pop: an error was returned")
    assert "  extension series" in lines
    assert "  returned by series.Series.pop" in lines
    assert "HPyFunc_NOARGS" not in "".join(lines)


def test_text_names_it_where_it_misuses_the_api(series, run_snippet):
    first, *lines = run_snippet(series, "mod.Series().close()").stderr.splitlines()
    assert first.startswith("HPy debug: error[close-argument]: HPy_Close: ")
    assert "  function series.Series.close" in lines


def test_text_has_no_name_that_a_terminal_obeys(series, run_snippet):
    finished = run_snippet(series, r"getattr(mod, '\033[31mpaint')()")
    assert finished.stderr.startswith("HPy debug: error[error-without-exception]: HPyFunc_NOARGS: ")
    assert "\033[" not in finished.stderr


def test_suppression_may_name_it(series, run_snippet, tmp_path):
    known = tmp_path / "known"
    known.write_text("error-without-exception:series.Series.*\n")
    finished = run_snippet(series, "mod.Series().pop()", options=f"suppressions={known}")
    assert "HPy debug: error" not in finished.stderr


def test_trampolines_are_no_frames(report):
    for code in ("mod.Series().pop()", "mod.Series().close()", "mod.crash()"):
        found = report(code, "stacks=16")
        assert found["used"]
        assert not any("_trampoline" in line for line in found["used"])


class TestField:
    @pytest.mark.parametrize(("at", "name"), [(-1, "Series.held.first"), (0, "Series.held.items[0]"), (2, "Series.held.items[2]")])
    def test_is_named_by_debug_information(self, report, at, name):
        found = report(f"mod.Series().keep({at}, 'x')")
        assert (found["check"], found["field"], found["callee"]) == ("field-not-visited", name, "series.Series.keep")
        assert f"the field {name}, at offset {16 + 8 * at} of its struct" in found["detail"]

    def test_is_named_by_its_offset_without(self, compiler, run_snippet, monkeypatch):
        monkeypatch.setattr("extensions.FLAGS", [flag for flag in FLAGS if flag != "-g"])
        series = compiler.compile(SOURCE + "/* without debug information */", name="series")
        finished = run_snippet(series, "mod.Series().keep(0, 'x')")
        assert "  the owner, <Series <series.Series object at " in finished.stderr
        assert ">>, does not visit the field at offset 16 of its struct\n" in finished.stderr
