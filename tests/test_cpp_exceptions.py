"""C++ extensions that throw: inside of a function as they like, and out of one to a clear end."""

import shutil
import subprocess

import pytest

from extensions import SUFFIXES, Extension, run_python

THROWER = """
#include <stdexcept>
#include <hpy.h>

HPyDef_METH(throw_and_catch, "throw_and_catch", HPyFunc_NOARGS)
static HPy throw_and_catch_impl(HPyContext *ctx, HPy self)
{
    try {
        throw std::runtime_error("caught");
    } catch (const std::exception &error) {
        return HPyUnicode_FromString(ctx, error.what());
    }
}

HPyDef_METH(throw_out, "throw_out", HPyFunc_NOARGS)
static HPy throw_out_impl(HPyContext *ctx, HPy self)
{
    throw std::runtime_error("nobody catches this");
}

HPyDef_METH(call_and_catch, "call_and_catch", HPyFunc_O)
static HPy call_and_catch_impl(HPyContext *ctx, HPy self, HPy function)
{
    try {
        return HPy_Call(ctx, function, NULL, 0, HPy_NULL);
    } catch (const std::exception &error) {
        return HPyUnicode_FromString(ctx, error.what());
    }
}

HPyDef_METH(repr_and_catch, "repr_and_catch", HPyFunc_O)
static HPy repr_and_catch_impl(HPyContext *ctx, HPy self, HPy object)
{
    try {
        return HPy_Repr(ctx, object);
    } catch (const std::exception &error) {
        return HPyUnicode_FromString(ctx, error.what());
    }
}

HPyDef_METH(throw_out_of, "throw_out_of", HPyFunc_VARARGS)
static HPy throw_out_of_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    throw std::runtime_error("nobody catches this");
}

HPyDef_METH(throw_number, "throw_number", HPyFunc_NOARGS)
static HPy throw_number_impl(HPyContext *ctx, HPy self)
{
    throw 42;
}

namespace deep {
struct Thing {
    static void fail() { throw std::runtime_error("nobody catches this"); }
};
}

HPyDef_METH(throw_from_below, "throw_from_below", HPyFunc_NOARGS)
static HPy throw_from_below_impl(HPyContext *ctx, HPy self)
{
    deep::Thing::fail();
    return HPy_NULL;
}

typedef struct { HPyField field; } Object;
HPyType_HELPERS(Object)

static int may_traverse;

HPyDef_SLOT(Object_traverse, HPy_tp_traverse)
static int Object_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    if (may_traverse)
        throw std::runtime_error("nobody catches this");
    return 0;
}

HPyDef_METH(fail_traverse, "fail_traverse", HPyFunc_NOARGS)
static HPy fail_traverse_impl(HPyContext *ctx, HPy self)
{
    may_traverse = 1;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_SLOT(Object_destroy, HPy_tp_destroy)
static void Object_destroy_impl(void *self)
{
    throw std::runtime_error("nobody catches this");
}

HPyDef_SLOT(Object_length, HPy_sq_length)
static HPy_ssize_t Object_length_impl(HPyContext *ctx, HPy self)
{
    throw std::runtime_error("nobody catches this");
}

static HPyDef *object_defines[] = {&Object_traverse, &Object_destroy, &Object_length, NULL};
static HPyType_Spec object_spec = {
    "mytest.Object", sizeof(Object), 0, HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC, SHAPE(Object), NULL, object_defines,
};

HPyDef_SLOT(execute, HPy_mod_exec)
static int execute_impl(HPyContext *ctx, HPy module)
{
    return HPyHelpers_AddType(ctx, module, "Object", &object_spec, NULL) ? 0 : -1;
}

static HPyDef *module_defines[] = {
    &throw_and_catch, &throw_out, &call_and_catch, &repr_and_catch, &throw_out_of, &throw_number, &throw_from_below,
    &fail_traverse, &execute, NULL
};
static HPyModuleDef module_def = {"a thrower", 0, NULL, module_defines, NULL};
extern "C" {
HPy_MODINIT(mytest, module_def)
}
"""

pytestmark = [
    pytest.mark.skipif(shutil.which("c++") is None, reason="there is no C++ compiler"),
    pytest.mark.parametrize("mode", ["universal", "debug", "trace"]),
]


def build(compiler, directory, *options):
    source = directory / "mytest.cpp"
    source.write_text(THROWER)
    path = directory / f"mytest{SUFFIXES['universal']}"
    *flags, library = compiler.flags("universal")
    subprocess.run(["c++", *options, "-fPIC", "-shared", *flags, str(source), library, "-o", str(path)], check=True)
    return Extension("mytest", path)


@pytest.fixture(scope="module")
def thrower(compiler, tmp_path_factory):
    return build(compiler, tmp_path_factory.mktemp("thrower"), "-g")


def test_exception_that_stays_inside(thrower, mode):
    assert thrower.load(mode).throw_and_catch() == "caught"


def assert_ends(thrower, mode, code, function, thrown="std::runtime_error", what="nobody catches this"):
    finished = run_python(f"import mytest\n{code}\nprint('went on')", [thrower], {"HPY": mode})
    assert finished.returncode == -6, finished
    assert finished.stdout == ""
    first, second, *_ = finished.stderr.splitlines()
    assert first == f"HPy: a C++ exception was about to leave {function} of the extension mytest"
    assert " at " in second and "mytest.cpp:" in second, "no stack"
    assert finished.stderr.count("was about to leave") == 1
    assert f"terminate called after throwing an instance of '{thrown}'" in finished.stderr
    assert what is None or f"  what():  {what}" in finished.stderr
    return finished.stderr


@pytest.mark.parametrize("code", ["mytest.throw_out()", "[mytest.throw_out() for _ in 'x']"])
def test_exception_that_leaves_a_function_ends_the_process_with_its_message(thrower, mode, code):
    assert_ends(thrower, mode, code, "throw_out_impl")


def test_exception_that_is_no_object_of_the_library(thrower, mode):
    assert_ends(thrower, mode, "mytest.throw_number()", "throw_number_impl", thrown="int", what=None)


def test_names_in_the_stack_are_those_of_the_source(thrower, mode):
    text = assert_ends(thrower, mode, "mytest.throw_from_below()", "throw_from_below_impl")
    assert "    deep::Thing::fail() at " in text
    assert "_Z" not in text


def test_names_are_those_of_the_source_without_debug_information(compiler, tmp_path, mode):
    thrower = build(compiler, tmp_path)
    finished = run_python("import mytest; mytest.throw_from_below()", [thrower], {"HPY": mode})
    assert "about to leave throw_from_below_impl" in finished.stderr, finished.stderr
    assert "    deep::Thing::fail() in " in finished.stderr
    assert "_Z" not in finished.stderr


@pytest.mark.parametrize(
    "code, function",
    [
        ("len(mytest.Object())", "Object_length_impl"),
        ("mytest.Object()", "Object_destroy_impl"),
        ("kept = mytest.Object(); mytest.fail_traverse(); import gc; gc.collect()", "Object_traverse_impl"),
    ],
)
def test_exception_that_leaves_a_slot(thrower, mode, code, function):
    assert_ends(thrower, mode, code, function)


@pytest.mark.parametrize(
    "code, function",
    [
        ("mytest.call_and_catch(mytest.throw_out)", "throw_out_impl"),
        ("mytest.call_and_catch(lambda: mytest.throw_out())", "throw_out_impl"),
        ("mytest.call_and_catch(lambda: mytest.call_and_catch(mytest.throw_out))", "throw_out_impl"),
        ("class A: __repr__ = lambda self: mytest.throw_out()\nmytest.repr_and_catch(A())", "throw_out_impl"),
        ("class A: __repr__ = mytest.throw_out_of\nmytest.repr_and_catch(A())", "throw_out_of_impl"),
    ],
)
def test_exception_is_not_caught_beyond_the_frames_of_the_interpreter(thrower, mode, code, function):
    """Unwinding CPython's frames would leave the interpreter in pieces, so nobody above them gets to see it."""
    assert_ends(thrower, mode, code, function)
