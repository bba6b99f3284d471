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

static HPyDef *module_defines[] = {
    &throw_and_catch, &throw_out, &call_and_catch, &repr_and_catch, &throw_out_of, NULL
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


@pytest.fixture(scope="module")
def thrower(compiler, tmp_path_factory):
    directory = tmp_path_factory.mktemp("thrower")
    source = directory / "mytest.cpp"
    source.write_text(THROWER)
    path = directory / f"mytest{SUFFIXES['universal']}"
    *flags, library = compiler.flags("universal")
    subprocess.run(["c++", "-g", "-fPIC", "-shared", *flags, str(source), library, "-o", str(path)], check=True)
    return Extension("mytest", path)


def test_exception_that_stays_inside(thrower, mode):
    assert thrower.load(mode).throw_and_catch() == "caught"


def assert_ends(thrower, mode, code, *messages):
    finished = run_python(f"import mytest\n{code}\nprint('went on')", [thrower], {"HPY": mode})
    assert finished.returncode == -6, finished
    assert finished.stdout == ""
    assert any(message in finished.stderr for message in messages), finished.stderr


UNCAUGHT = "terminate called after throwing an instance of 'std::runtime_error'\n  what():  nobody catches this"
NOTICED = "Fatal Python error: a C++ exception was about to leave a function of an HPy extension"


@pytest.mark.parametrize("code", ["mytest.throw_out()", "[mytest.throw_out() for _ in 'x']"])
def test_exception_that_leaves_a_function_ends_the_process_with_its_message(thrower, mode, code):
    assert_ends(thrower, mode, code, UNCAUGHT)


@pytest.mark.parametrize(
    "code",
    [
        "mytest.call_and_catch(mytest.throw_out)",
        "mytest.call_and_catch(lambda: mytest.throw_out())",
        "mytest.call_and_catch(lambda: mytest.call_and_catch(mytest.throw_out))",
        "class A: __repr__ = lambda self: mytest.throw_out()\nmytest.repr_and_catch(A())",
        "class A: __repr__ = mytest.throw_out_of\nmytest.repr_and_catch(A())",
    ],
)
def test_exception_is_not_caught_beyond_the_frames_of_the_interpreter(thrower, mode, code):
    """Unwinding CPython's frames would leave the interpreter in pieces, so nobody above them gets to see it. Who stops
    it, and says so, depends on the functions in between."""
    assert_ends(thrower, mode, code, UNCAUGHT, NOTICED)
