"""Threads that are inside of an extension when Python ends. CPython ends them as they come back, before 3.14 by unwinding
them: the process exits as it does without us, whatever function and slot they are in."""

import bisect
import re
import shutil
import signal
import subprocess

import hpy.universal
import pytest

from api_spec import ALL_OBJECTS, FRAME, FUNCTIONS, INTERNAL, SPEC, call, is_handle, parameters, right_values
from extensions import SUFFIXES, Extension, run_python
from test_misuse_slots import RUN, SLOTS, numbers, signature  # noqa: F401: a fixture
from test_misuse_slots import call_of as slot_call

MODES = ["universal", "debug", "trace"]

# They end the process, or leave the interpreter in another state.
OTHERS = {"HPy_FatalError", "HPy_LeavePythonExecution", "HPy_ReenterPythonExecution", *INTERNAL}
# They write what they are given.
OTHERS |= {"_HPy_Dump", "HPyErr_WriteUnraisable"}


def call_of(function):
    """A right call of a function, each handle of any type an object of Python that takes its time."""
    return call(function, right_values(function, handle="slow")).replace("&text", "&slow")


CALLED = [name for name in FUNCTIONS if name not in OTHERS and any(is_handle(ctype) for _, ctype in parameters(name))]

FUNCTION_SOURCE = """
HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    @FRAME@
    HPy slow = args[nargs - 1];
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    HPyErr_Clear(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}
"""

# Never returns: the thread has to be ended. Objects may die in the thread of the program, which goes on.
FOREVER = """
import builtins, threading, time
def forever(*args, sleep=time.sleep, thread=threading.get_ident, main=threading.get_ident()):
    if thread() == main:
        return
    waiting.append(None)
    while True:
        sleep(0.01)
waiting = []
"""

# Waits for the threads, and then Python takes a while to end, while they come back.
SLOW_END = """
for _ in range(50):
    time.sleep(0.02)
class SlowEnd:
    def __del__(self, sleep=time.sleep):
        sleep(0.4)
builtins.slow_end = SlowEnd()
"""

FUNCTION_CODE = FOREVER + """
import sys
import mytest
sys.unraisablehook = lambda *args: None
names = "repr str bytes hash eq lt le getattribute setattr delattr getitem setitem delitem contains len iter next call"
names += " bool int float index complex neg pos abs invert dir format instancecheck set_name del"
for operator in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or".split():
    names += f" {operator} i{operator}"
Slow = type("Slow", (), {f"__{name}__": forever for name in names.split()})
for number in range(COUNT):
    arguments = [number, OBJECTS]
    threading.Thread(target=mytest.run, args=(*arguments, Slow()), daemon=True).start()
""" + SLOW_END + "print(len(waiting))\n"


@pytest.mark.parametrize("mode", MODES)
def test_thread_ends_in_any_function(compiler, mode):
    cases = "\n".join(f"    case {number}: {call_of(name)}; break;" for number, name in enumerate(CALLED))
    extension = compiler.compile(FUNCTION_SOURCE.replace("@FRAME@", FRAME).replace("@CASES@", cases))
    code_object = """compile("__import__('__main__').forever()", "", "exec")"""
    objects = [code_object if text.startswith("compile(") else text for text in ALL_OBJECTS]
    code = FUNCTION_CODE.replace("COUNT", str(len(CALLED))).replace("OBJECTS", ", ".join(objects))
    finished = run_python(code, [extension], {"HPY": mode, "HPY_DEBUG_OPTIONS": "on_error=continue"})
    assert (finished.returncode, finished.stderr) == (0, ""), finished
    assert int(finished.stdout) > 40, "hardly any function runs Python code"


SLOT = """
HPyDef_SLOT(slot_{number}, {slot})
static {result} slot_{number}_impl(HPyContext *ctx, {params})
{{
    wait(ctx);
    HPyErr_SetString(ctx, ctx->h_ValueError, "");
    return {error};
}}
static HPyDef *slot_{number}_defines[] = {{&slot_{number}, NULL}};
static HPyType_Spec slot_{number}_spec = {{.name = "mytest.slot_{number}", .defines = slot_{number}_defines}};
"""

SLOT_SOURCE = """
static void wait(HPyContext *ctx)
{
    HPy module = HPyImport_ImportModule(ctx, "__main__"), forever = HPy_GetAttr_s(ctx, module, "forever");
    HPy_Close(ctx, HPy_Call(ctx, forever, NULL, 0, HPy_NULL));
    HPy_Close(ctx, forever);
    HPy_Close(ctx, module);
}
@SLOTS@

HPyDef_SLOT(slot_finalize, HPy_tp_finalize)
static void slot_finalize_impl(HPyContext *ctx, HPy self) { wait(ctx); }
static HPyDef *slot_finalize_defines[] = {&slot_finalize, NULL};
static HPyType_Spec slot_finalize_spec = {.name = "mytest.slot_finalize", .defines = slot_finalize_defines};

HPyDef_METH(leave, "leave", HPyFunc_NOARGS)
static HPy leave_impl(HPyContext *ctx, HPy self)
{
    for (;;) {
        HPyThreadState state = HPy_LeavePythonExecution(ctx);
        usleep(10000);
        HPy_ReenterPythonExecution(ctx, state);
    }
    return HPy_NULL;
}

HPyDef_METH(keywords, "keywords", HPyFunc_KEYWORDS)
static HPy keywords_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    wait(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(varargs, "varargs", HPyFunc_VARARGS)
static HPy varargs_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    wait(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy function)
{
    return HPy_Call(ctx, function, NULL, 0, HPy_NULL);
}
"""

SLOT_CODE = FOREVER + RUN + """
def start(target, *args, **kwargs):
    threading.Thread(target=target, args=args, kwargs=kwargs, daemon=True).start()
for number in range(len(CALLS)):
    start(run, number)
start(lambda: mytest.slot_finalize() and None)
start(mytest.leave)
start(mytest.varargs, *range(20))
start(mytest.keywords, *range(20), k=1, l=2)
start(mytest.call, lambda: mytest.call(lambda: mytest.varargs()))
start(lambda: [mytest.call(mytest.leave) for _ in "x"])
""" + SLOW_END


@pytest.fixture(scope="module")
def slots(compiler):
    text = ""
    for number, slot in enumerate(SLOTS):
        result, params = re.fullmatch(r"(.+?) \((.*)\)", SPEC[signature(slot)]["c"]).groups()
        error = "HPy_NULL" if result == "HPy" else "-1"
        text += SLOT.format(number=number, slot=slot, result=result, params=params, error=error)
    return compiler.compile("#include <unistd.h>\n" + SLOT_SOURCE.replace("@SLOTS@", text))


@pytest.mark.parametrize("mode", MODES)
def test_thread_ends_in_any_slot(slots, numbers, mode):  # noqa: F811
    code = f"CALLS = {[slot_call(slot, numbers) for slot in SLOTS]}\n{SLOT_CODE}"
    finished = run_python(code, [slots], {"HPY": mode})
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


@pytest.mark.parametrize("mode", MODES)
def test_eight_threads_that_call_back(slots, mode):
    code = """
import threading, time
import mytest
def busy():
    while True:
        mytest.call(lambda: mytest.call(lambda: time.sleep(0.0001)))
        mytest.call(list)
for _ in range(8):
    threading.Thread(target=busy, daemon=True).start()
time.sleep(0.05)
"""
    for _ in range(20):
        finished = run_python(code, [slots], {"HPY": mode})
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


INTERRUPTED = FOREVER + f"""
import os, signal
import mytest
# Shells have background jobs ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
def interrupt():
    time.sleep(1.5)
    os.kill(os.getpid(), {int(signal.SIGINT)})
threading.Thread(target=interrupt, daemon=True).start()
threading.Thread(target=CALL, args=(forever,)).start()
""" + SLOW_END


@pytest.fixture(scope="module")
def interrupted_without_us(slots):
    return run_python(INTERRUPTED.replace("CALL", "(lambda function: function())"), [slots])


@pytest.mark.parametrize("mode", MODES)
def test_thread_that_is_not_waited_for_after_ctrl_c(slots, mode, interrupted_without_us):
    with_us = run_python(INTERRUPTED.replace("CALL", "mytest.call"), [slots], {"HPY": mode})
    assert with_us.returncode == interrupted_without_us.returncode
    assert with_us.stderr == interrupted_without_us.stderr


CPP_SOURCE = """
#include <hpy.h>

struct Handle {
    HPyContext *ctx;
    HPy h;
    ~Handle() { HPy_Close(ctx, h); }
};

HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy function)
{
    Handle held = {ctx, HPy_Dup(ctx, function)};
    return HPy_Call(ctx, held.h, NULL, 0, HPy_NULL);
}

static HPyDef *module_defines[] = {&call, NULL};
static HPyModuleDef module_def = {"destructors", 0, NULL, module_defines, NULL};
extern "C" {
HPy_MODINIT(mytest, module_def)
}
"""


@pytest.mark.skipif(shutil.which("c++") is None, reason="there is no C++ compiler")
@pytest.mark.parametrize("mode", MODES)
def test_destructors_of_the_extension_are_no_misuse(compiler, tmp_path, mode):
    """They run as the thread is unwound, when it no longer has the interpreter."""
    source, path = tmp_path / "mytest.cpp", tmp_path / f"mytest{SUFFIXES['universal']}"
    source.write_text(CPP_SOURCE)
    *flags, library = compiler.flags("universal")
    subprocess.run(["c++", "-g", "-fPIC", "-shared", *flags, str(source), library, "-o", str(path)], check=True)
    code = FOREVER + """
import mytest
threading.Thread(target=mytest.call, args=(forever,), daemon=True).start()
""" + SLOW_END
    finished = run_python(code, [Extension("mytest", path)], {"HPY": mode})
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


@pytest.mark.skipif(shutil.which("readelf") is None or shutil.which("nm") is None, reason="needs binutils")
def test_no_function_of_ours_has_a_landing_pad():
    """One would run as a thread is unwound, or end the process."""
    library = hpy.universal.__file__

    def output(*command):
        return subprocess.run([*command, library], capture_output=True, text=True, check=True).stdout

    symbols = []
    for line in output("nm", "-C", "--defined-only").splitlines():
        address, kind, name = line.split(" ", 2)
        if kind in "tTwW":
            symbols.append((int(address, 16), name))
    symbols.sort()
    if not any("hpy_universal" in name for _, name in symbols):
        pytest.skip("the names of functions have been stripped")
    addresses = [address for address, _ in symbols]
    with_data, found = set(), []
    for line in output("readelf", "--debug-dump=frames", "--wide").splitlines():
        if entry := re.match(r"([0-9a-f]+) [0-9a-f]+ [0-9a-f]+ CIE", line):
            common = int(entry[1], 16)
        elif re.match(r'\s+Augmentation:\s+".*L', line):
            with_data.add(common)
        elif entry := re.match(r"[0-9a-f]+ [0-9a-f]+ [0-9a-f]+ FDE cie=([0-9a-f]+) pc=([0-9a-f]+)", line):
            if int(entry[1], 16) in with_data:
                found.append(symbols[bisect.bisect(addresses, int(entry[2], 16)) - 1][1])
    assert found, "the standard library has some"
    # Reads a file, with code of the standard library, and calls nothing that ends a thread.
    ended_by_nothing = {"hpy_debug::reports::suppressions::Suppressions::read"}
    ours = [name for name in found if re.match(r"<?_?hpy_", name) and name not in ended_by_nothing]
    assert not ours
