"""Forks, threads, the end of the interpreter and too little memory: a correct extension gets through in every mode."""

import sys

import pytest

from sources import HOLDER, HOLDER_SPEC

MODES = ["universal", "debug", "trace"]

WORKER = HOLDER + """
#include <unistd.h>

HPyDef_SLOT(Holder_destroy, HPy_tp_destroy)
static void Holder_destroy_impl(void *self)
{
    if (write(1, "destroyed\\n", 10) != 10)
        _exit(3);
}

HPyDef_SLOT(Holder_finalize, HPy_tp_finalize)
static void Holder_finalize_impl(HPyContext *ctx, HPy self)
{
    HPy h = HPy_Repr(ctx, self);
    if (HPy_IsNull(h))
        HPyErr_Clear(ctx);
    else
        HPy_Close(ctx, h);
}

static HPyDef *Holder_defines[] = {&Holder_new, &Holder_traverse, &Holder_destroy, &Holder_finalize, NULL};
""" + HOLDER_SPEC + """
HPyDef_METH(work, "work", HPyFunc_O)
static HPy work_impl(HPyContext *ctx, HPy self, HPy item)
{
    HPy h_list = HPyList_New(ctx, 0);
    if (HPy_IsNull(h_list))
        return HPy_NULL;
    for (int i = 0; i < 3; i++) {
        if (HPyList_Append(ctx, h_list, item) < 0) {
            HPy_Close(ctx, h_list);
            return HPy_NULL;
        }
    }
    return h_list;
}

HPyDef_METH(size, "size", HPyFunc_O)
static HPy size_impl(HPyContext *ctx, HPy self, HPy h_text)
{
    HPy_ssize_t size;
    if (HPyUnicode_AsUTF8AndSize(ctx, h_text, &size) == NULL)
        return HPy_NULL;
    return HPyLong_FromSsize_t(ctx, size);
}

HPyDef_METH(nap, "nap", HPyFunc_O)
static HPy nap_impl(HPyContext *ctx, HPy self, HPy h_microseconds)
{
    long microseconds = HPyLong_AsLong(ctx, h_microseconds);
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    usleep(microseconds);
    HPy_ReenterPythonExecution(ctx, state);
    return HPyLong_FromLong(ctx, microseconds);
}

HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy h_result = HPy_Call(ctx, function, NULL, 0, HPy_NULL);
    if (HPy_IsNull(h_result))
        return HPy_NULL;
    HPy h_text = HPy_Repr(ctx, h_result);
    HPy_Close(ctx, h_result);
    return h_text;
}

HPyDef_METH(keep_open, "keep_open", HPyFunc_O)
static HPy keep_open_impl(HPyContext *ctx, HPy self, HPy item)
{
    HPy_Dup(ctx, item);
    return HPy_Dup(ctx, ctx->h_None);
}
"""


@pytest.fixture
def run_worker(compile_module, run_snippet):
    """run_worker(code, mode): what code prints, in a process that has to end well."""

    def run(code, mode):
        finished = run_snippet(compile_module(WORKER), code, mode)
        assert finished.returncode == 0, finished
        assert finished.stderr == ""
        return finished.stdout.splitlines()

    return run


@pytest.mark.parametrize("mode", MODES)
class TestFork:
    def test_child_and_parent_go_on_with_what_was_open(self, run_worker, mode):
        code = """
import os
mod.keep_open("open in both")
holder = mod.Holder("field")
child = mod.call(os.fork)
if child == "0":
    for i in range(1000):
        assert mod.work(i) == [i] * 3
    assert mod.size("child") == 5
    os._exit(7)
_, status = os.waitpid(int(child), 0)
assert os.WEXITSTATUS(status) == 7, status
assert mod.work("parent") == ["parent"] * 3
os._exit(0)
"""
        assert run_worker(code, mode) == []

    def test_child_of_a_process_with_a_thread_inside_the_extension(self, run_worker, mode):
        code = """
import os, threading, time, warnings
warnings.simplefilter("ignore")
thread = threading.Thread(target=mod.nap, args=(300_000,))
thread.start()
time.sleep(0.05)
child = os.fork()
if child == 0:
    for i in range(1000):
        assert mod.work(i) == [i] * 3
        mod.nap(0)
    os._exit(7)
_, status = os.waitpid(child, 0)
assert os.WEXITSTATUS(status) == 7, status
thread.join()
"""
        assert run_worker(code, mode) == []


def test_leaks_of_the_child_are_its_own(run_worker):
    code = """
import os
from hpy.debug import LeakDetector
from hpy.universal import _debug
detector = LeakDetector()
detector.start()
child = os.fork()
if child == 0:
    mod.keep_open("of the child")
    (handle,) = _debug.get_open_handles(detector.generation)
    os._exit(7 if handle.obj == "of the child" else 1)
_, status = os.waitpid(child, 0)
assert os.WEXITSTATUS(status) == 7, status
detector.stop()
"""
    assert run_worker(code, "debug") == []


@pytest.mark.parametrize("mode", MODES)
class TestEndOfTheInterpreter:
    def test_objects_that_live_until_the_end(self, run_worker, mode):
        code = """
import sys
sys.kept = mod.Holder([])
mod.kept = mod.Holder(mod)
cycle = []
cycle.append(mod.Holder(cycle))
del cycle
"""
        assert set(run_worker(code, mode)) <= {"destroyed"}

    def test_handles_that_are_open_at_the_end(self, run_worker, mode):
        code = """
mod.keep_open(mod)
mod.keep_open(mod.Holder("never destroyed"))
"""
        assert run_worker(code, mode) == []

    def test_functions_that_are_called_at_the_end(self, run_worker, mode):
        code = """
import atexit, os, sys
atexit.register(lambda: print(mod.work(1), flush=True))
class Late:
    def __del__(self, work=mod.work, size=mod.size, write=os.write):
        assert work(2) == [2, 2, 2] and size("late") == 4
        write(1, b"late")
sys.late = Late()
"""
        assert run_worker(code, mode) == ["[1, 1, 1]", "late"]

    def test_exit_from_inside_of_a_call(self, run_worker, mode):
        assert run_worker("import os; mod.call(lambda: os._exit(0))", mode) == []
        assert run_worker("import sys; mod.call(lambda: sys.exit(0))", mode) == []


@pytest.mark.parametrize("mode", MODES)
def test_many_threads_at_once(run_worker, mode):
    code = """
import threading
failures = []
def work(number):
    try:
        for i in range(500):
            assert mod.work(number) == [number] * 3
            assert mod.call(lambda: mod.nap(1)) == "1"
    except BaseException as error:
        failures.append(error)
threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
assert not failures, failures
"""
    assert run_worker(code, mode) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs RLIMIT_AS")
@pytest.mark.parametrize("mode", MODES)
def test_no_memory_is_a_memory_error_and_the_extension_goes_on(run_worker, mode):
    code = """
import resource
with open("/proc/self/statm") as file:
    used = int(file.read().split()[0]) * resource.getpagesize()
limit = used + (256 << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
failures = 0
for _ in range(5):
    hoard = []
    try:
        while True:
            hoard.append(mod.work(bytearray(32 << 20)))
    except MemoryError:
        failures += 1
    del hoard
    assert mod.work(1) == [1, 1, 1]
    assert mod.size("after that") == 10
assert failures == 5
"""
    assert run_worker(code, mode) == []
