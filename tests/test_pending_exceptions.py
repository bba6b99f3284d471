"""Functions that cannot tell of an exception, called while one is pending."""

import json
import sys

import pytest

FINALIZER = """
typedef struct {
    int fails;
} Ending;
HPyType_HELPERS(Ending)

HPyDef_SLOT(Ending_new, HPy_tp_new)
static HPy Ending_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Ending *ending;
    HPy h = HPy_New(ctx, type, &ending);
    if (!HPy_IsNull(h))
        ending->fails = nargs > 0;
    return h;
}

HPyDef_SLOT(Ending_finalize, HPy_tp_finalize)
static void Ending_finalize_impl(HPyContext *ctx, HPy self)
{
    if (HPyErr_Occurred(ctx))
        HPy_FatalError(ctx, "an exception is pending in a finalizer");
    HPy number = HPyLong_FromLong(ctx, 1), sum = HPy_Add(ctx, number, number);
    HPy_Close(ctx, sum);
    HPy_Close(ctx, number);
    if (Ending_AsStruct(ctx, self)->fails)
        HPyErr_SetString(ctx, ctx->h_KeyError, "of the finalizer");
}

static HPyDef *Ending_defines[] = {&Ending_new, &Ending_finalize, NULL};
static HPyType_Spec Ending_spec = {
    .name = "mytest.Ending",
    .basicsize = sizeof(Ending),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
    .defines = Ending_defines,
};

/* Its argument makes an object, which ends after the exception is set. */
HPyDef_METH(end_after_exception, "end_after_exception", HPyFunc_VARARGS)
static HPy end_after_exception_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy h = HPy_Call(ctx, args[0], NULL, 0, HPy_NULL);
    if (HPy_IsNull(h))
        return HPy_NULL;
    HPyErr_SetString(ctx, ctx->h_ValueError, "of the function");
    HPy_Close(ctx, h);
    return nargs > 1 ? HPy_Dup(ctx, ctx->h_None) : HPy_NULL;
}
"""

RAISES = """
class Sub(mod.Ending): pass
try:
    mod.end_after_exception(lambda: {make})
except ValueError as error:
    print(error)
"""


@pytest.fixture
def run(compile_module, run_snippet):
    def run(code, mode):
        abi = "cpython" if mode == "cpython" else "universal"
        return run_snippet(compile_module(FINALIZER, abi=abi), code, "universal" if mode == "cpython" else mode)

    return run


@pytest.mark.parametrize("mode", ["universal", "debug", "trace", "cpython"])
@pytest.mark.parametrize("make", ["mod.Ending()", "Sub()", "[mod.Ending(), Sub()]"])
def test_finalizer_may_use_the_api_and_the_exception_outlives_it(run, mode, make):
    finished = run(RAISES.format(make=make), mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "of the function\n", "")


@pytest.mark.parametrize("mode", ["universal", "debug", "trace", "cpython"])
def test_exception_of_a_finalizer_is_written_and_lost(run, mode):
    finished = run(RAISES.format(make="mod.Ending(True)") + "mod.Ending(True)\n", mode)
    assert (finished.returncode, finished.stdout) == (0, "of the function\n"), finished
    assert finished.stderr.splitlines().count("KeyError: 'of the finalizer'") == 2
    assert finished.stderr.count("Exception ignored") == 2


def test_exception_is_remembered_by_debug_mode_over_a_finalizer(run):
    finished = run("mod.end_after_exception(mod.Ending, 'a result')", "debug")
    assert finished.returncode == -6, finished
    assert "HPy debug: error[result-with-exception]" in finished.stderr


def test_what_set_the_exception_is_remembered_over_a_finalizer_that_sets_another(compile_module, run_snippet):
    code = "mod.end_after_exception(lambda: mod.Ending(True), 'a result')"
    report = run_snippet(compile_module(FINALIZER), code, options="stacks=16").stderr
    _, _, report = report.partition("HPy debug: error[result-with-exception]")
    assert "\n  exception ValueError: of the function\n  raised by HPyErr_SetString\n    end_after_exception_impl at " in report


HYBRID = """
static PyObject *legacy(PyObject *self, PyObject *arg)
{
    Py_INCREF(arg);
    return arg;
}

static PyMethodDef legacy_methods[] = {{"legacy", legacy, METH_O}, {NULL}};

HPyDef_METH(see, "see", HPyFunc_O)
static HPy see_impl(HPyContext *ctx, HPy self, HPy arg)
{
    (void)legacy_methods;
    PyObject *object = HPy_AsPyObject(ctx, arg);
    HPy h = HPy_FromPyObject(ctx, object);
    Py_DECREF(object);
    return h;
}

HPyDef_METH(return_all_the_same, "return_all_the_same", HPyFunc_O)
static HPy return_all_the_same_impl(HPyContext *ctx, HPy self, HPy arg)
{
    PyErr_SetString(PyExc_KeyError, "of the C API");
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(go_on, "go_on", HPyFunc_O)
static HPy go_on_impl(HPyContext *ctx, HPy self, HPy arg)
{
    PyErr_SetString(PyExc_KeyError, "of the C API");
    HPy h = HPyLong_FromInt64_t(ctx, 42);       /* which debug builds of CPython do not mind */
    PyErr_Clear();
    return h;
}

HPyDef_METH(fail, "fail", HPyFunc_O)
static HPy fail_impl(HPyContext *ctx, HPy self, HPy arg)
{
    PyErr_SetString(PyExc_KeyError, "of the C API");
    return HPy_NULL;
}

static HPyDef *module_defines[] = {&see, &return_all_the_same, &go_on, &fail, NULL};
static HPyModuleDef module_def = {.defines = module_defines, .legacy_methods = @LEGACY@};
HPy_MODINIT(mytest, module_def)
"""


class TestExceptionOfTheCApi:
    """In an extension that debug mode knows to use the C API: it has legacy methods, or objects of it were seen."""

    @pytest.fixture(params=[("legacy_methods", ""), ("NULL", "mod.see(1)")], ids=["legacy methods", "object seen"])
    def hybrid(self, request, compile_module):
        methods, code = request.param
        return compile_module(HYBRID.replace("@LEGACY@", methods), abi="hybrid"), code

    def test_with_a_result_is_reported(self, hybrid, assert_aborts):
        extension, known = hybrid
        code = f"{known}\nmod.return_all_the_same(1)"
        assert_aborts(extension, code, "result-with-exception", "mytest.return_all_the_same", "return_all_the_same_impl")

    def test_that_is_pending_in_a_call_is_a_warning(self, hybrid, run_snippet):
        extension, known = hybrid
        finished = run_snippet(extension, f"{known}\nprint(mod.go_on('text'))")
        assert finished.stderr.startswith("HPy debug: warning[exception-pending]: HPyLong_FromInt64_t: ")
        assert (finished.returncode, finished.stdout) == (0, "42\n")

    @pytest.mark.parametrize("mode", ["universal", "debug"])
    def test_that_is_told_of_is_right(self, hybrid, run_snippet, mode):
        extension, known = hybrid
        code = f"{known}\ntry: mod.fail(1)\nexcept KeyError as error: print(error, mod.see(2))"
        finished = run_snippet(extension, code, mode)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "'of the C API' 2\n", "")


CALLS = """
HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy callable)
{
    HPyErr_SetString(ctx, ctx->h_ValueError, "of the caller");
    HPy_Close(ctx, HPy_CallTupleDict(ctx, callable, HPy_NULL, HPy_NULL));
    HPyErr_Clear(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

static HPy sum(HPyContext *ctx)
{
    HPy number = HPyLong_FromLong(ctx, 1), sum = HPy_Add(ctx, number, number);
    HPy_Close(ctx, number);
    return sum;
}

HPyDef_METH(right, "right", HPyFunc_NOARGS)
static HPy right_impl(HPyContext *ctx, HPy self) { return sum(ctx); }

HPyDef_METH(clears, "clears", HPyFunc_NOARGS)
static HPy clears_impl(HPyContext *ctx, HPy self)
{
    HPyErr_Clear(ctx);
    return sum(ctx);
}

HPyDef_METH(wrong, "wrong", HPyFunc_NOARGS)
static HPy wrong_impl(HPyContext *ctx, HPy self)
{
    HPyErr_Clear(ctx);
    HPyErr_SetString(ctx, ctx->h_KeyError, "of the called function");
    return sum(ctx);
}
"""


@pytest.mark.skipif(hasattr(sys, "gettotalrefcount"), reason="debug builds of CPython assert that none is pending")
class TestFunctionThatIsCalledWithAnException:
    OF_THE_CALLER = ("exception-pending", "HPy_CallTupleDict", "mytest.call", "ValueError: of the caller")

    @pytest.fixture
    def reports(self, compile_module, run_snippet):
        def reports(code):
            code = f"try: {code}\nexcept Exception: pass"
            finished = run_snippet(compile_module(CALLS), code, options="report=json,on_error=warn")
            found = [json.loads(line) for line in finished.stderr.splitlines()]
            return [tuple(report[key] for key in ("check", "function", "callee", "exception")) for report in found]

        return reports

    @pytest.mark.parametrize("callee", ["mod.right", "lambda: mod.right()", "mod.clears"])
    def test_is_not_blamed_for_it(self, reports, callee):
        assert reports(f"mod.call({callee})") == [self.OF_THE_CALLER]

    def test_is_blamed_for_its_own(self, reports):
        found = reports("mod.call(mod.wrong)")
        assert found[0] == self.OF_THE_CALLER
        own = [(check, callee) for check, _, callee, exception in found[1:] if exception == "KeyError: 'of the called function'"]
        assert own == [("exception-pending", "mytest.wrong")]
