"""Environments in which reports and buffers are hard to make: nothing is lost, and correct programs go on.

What concerns processes (forks, threads, the end of the interpreter, objects without memory) is in test_processes.py, standard
error that is closed or full in test_faults.py, places to import from in test_import_hook.py.
"""

import sys

import pytest

import misuse
from extensions import FREE_THREADED, run_python

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")

BUFFERS = """
#include <string.h>

/* Keeps the buffers of `count` handles open at once, and says whether all hold the text. */
HPyDef_METH(open_buffers, "open_buffers", HPyFunc_VARARGS)
static HPy open_buffers_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    enum { MAX = 2000 };
    static HPy handles[MAX];
    long count = HPyLong_AsLong(ctx, args[1]), good = 0;
    const char *first = HPyUnicode_AsUTF8AndSize(ctx, args[0], NULL);
    for (long i = 0; i < count; i++) {
        handles[i] = HPy_Dup(ctx, args[0]);
        const char *text = HPyUnicode_AsUTF8AndSize(ctx, handles[i], NULL);
        good += text != NULL && strcmp(text, first) == 0;
    }
    for (long i = 0; i < count; i++)
        HPy_Close(ctx, handles[i]);
    return HPyLong_FromLong(ctx, good);
}
"""

NO_ROOM = """
import resource
with open("/proc/self/statm") as file:
    used = int(file.read().split()[0]) * resource.getpagesize()
limit = used + ({megabytes} << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
"""

NO_MEMORY = "HPy debug: no memory for the table of open handles"

# Protections that differ from page to page make a mapping of each page.
MANY_MAPPINGS = """
import ctypes, mmap
with open("/proc/sys/vm/max_map_count") as file:
    allowed = int(file.read())
with open("/proc/self/maps") as file:
    free = allowed - len(file.readlines()) - {left}
region = mmap.mmap(-1, free * mmap.PAGESIZE)
base = ctypes.addressof(ctypes.c_char.from_buffer(region))
mprotect = ctypes.CDLL(None).mprotect
mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
for page in range(1, free, 2):
    mprotect(base + page * mmap.PAGESIZE, mmap.PAGESIZE, 0)
"""

MANY_HANDLES = """
enum { MAX = 4000000 };
static HPy handles[MAX];

/* Opens handles until it is told that there is no memory, and closes them. Says how many there were, or -1. */
HPyDef_METH(open_all, "open_all", HPyFunc_NOARGS)
static HPy open_all_impl(HPyContext *ctx, HPy self)
{
    long count = 0;
    while (count < MAX && !HPy_IsNull(handles[count] = HPyLong_FromLong(ctx, 1)))
        count++;
    int is_told = HPyErr_Occurred(ctx) && HPyErr_ExceptionMatches(ctx, ctx->h_MemoryError);
    HPyErr_Clear(ctx);
    for (long i = 0; i < count; i++)
        HPy_Close(ctx, handles[i]);
    return HPyLong_FromLong(ctx, is_told ? count : -1);
}

HPyDef_METH(dup_all, "dup_all", HPyFunc_O)
static HPy dup_all_impl(HPyContext *ctx, HPy self, HPy object)
{
    for (long i = 0; i < MAX; i++)
        handles[i] = HPy_Dup(ctx, object);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(large_tuple, "large_tuple", HPyFunc_O)
static HPy large_tuple_impl(HPyContext *ctx, HPy self, HPy object)
{
    for (long i = 0; i < MAX; i++)
        handles[i] = object;
    return HPyTuple_FromArray(ctx, handles, MAX);
}
"""


@pytest.mark.parametrize(
    "environment",
    [
        *(pytest.param(NO_ROOM.format(megabytes=megabytes), id=f"{megabytes} MB") for megabytes in (8, 64, 300)),
        *(pytest.param(MANY_MAPPINGS.format(left=left), id=f"{left} mappings") for left in (20, 1000)),
    ],
)
def test_buffers_hold_their_text_where_there_is_no_room_to_guard_them(compile_module, run_snippet, environment):
    code = f"{environment}\nfor text in ('short', 'long' * 2000): assert mod.open_buffers(text, 500) == 500"
    finished = run_snippet(compile_module(BUFFERS), code)
    assert (finished.returncode, finished.stderr) == (0, "")


def test_guards_leave_room_to_a_program_that_has_little(compile_module, run_snippet):
    code = f"""{NO_ROOM.format(megabytes=32)}
assert mod.open_buffers('short', 500) == 500
taken = [bytearray(1 << 20) for _ in range(20)]
"""
    finished = run_snippet(compile_module(BUFFERS), code)
    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.parametrize("options", ["", "stacks=16"])
def test_no_memory_for_more_handles_is_a_memory_error_and_the_extension_goes_on(compile_module, run_snippet, options):
    code = f"""{NO_ROOM.format(megabytes=48)}
counts = [mod.open_all() for _ in range(3)]
assert min(counts) > 100_000, counts
"""
    finished = run_snippet(compile_module(MANY_HANDLES), code, options=options)
    assert (finished.returncode, finished.stderr) == (0, "")


def test_no_memory_for_a_handle_that_must_be_had_ends_the_process_with_the_reason(compile_module, run_snippet):
    finished = run_snippet(compile_module(MANY_HANDLES), f"{NO_ROOM.format(megabytes=48)}\nmod.dup_all('x')")
    first_line = finished.stderr.splitlines()[0]
    assert (finished.returncode, first_line) == (-6, f"Fatal Python error: {NO_MEMORY}"), finished


# The allocator of a free-threaded CPython has reserved what the tuple needs.
in_universal = pytest.param("universal", marks=pytest.mark.skipif(FREE_THREADED, reason="there is memory"))


@pytest.mark.parametrize("mode", [in_universal, "debug"])
def test_no_memory_for_an_array_of_handles_is_a_memory_error(compile_module, run_snippet, mode):
    code = f"""{NO_ROOM.format(megabytes=24)}
try:
    mod.large_tuple('x')
except MemoryError:
    print(mod.open_all() != 0)
"""
    finished = run_snippet(compile_module(MANY_HANDLES), code, mode=mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "True\n", "")


def test_reports_wait_for_standard_error_that_does_not_block(compile_module):
    """As where the parent reads slowly, and has the descriptor of a terminal or a pipe shared and non-blocking."""
    # A warning is given once for each place: each of these is on a line of its own.
    code = """
    import fcntl, os, time
    reader, writer = os.pipe()
    fcntl.fcntl(writer, 1031, 4096)  # F_SETPIPE_SZ
    child = os.fork()
    if child == 0:
        os.close(writer)
        time.sleep(0.3)
        with open(reader, "rb") as file:
            text = file.read()
        whole = text.count(b"HPy debug: warning[double-close]"), text.count(b"  help: ")
        print(whole, flush=True)
        os._exit(0 if whole == (100, 100) else 1)
    os.close(reader)
    os.set_blocking(writer, False)
    os.dup2(writer, 2)
    os.close(writer)
    import mytest
    for line in range(100):
        exec("\\n" * line + "mytest.close('x')")
    os.close(2)
    raise SystemExit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
    environment = {"HPY": "debug", "HPY_DEBUG_OPTIONS": "on_error=warn"}
    finished = run_python(code, [compile_module(misuse.SOURCE)], environment)
    assert finished.returncode == 0, finished


def test_signals_do_not_tear_reports(compile_module, run_snippet):
    code = """
import signal
seen = []
signal.signal(signal.SIGALRM, lambda *_: seen.append(1))
signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
for line in range(300):
    exec("\\n" * line + "mod.close('x')")
signal.setitimer(signal.ITIMER_REAL, 0)
print(len(seen) > 0)
"""
    finished = run_snippet(compile_module(misuse.SOURCE), code, options="on_error=warn,stacks=8")
    assert (finished.returncode, finished.stdout) == (0, "True\n"), finished
    lines = finished.stderr.splitlines()
    assert sum(line.startswith("HPy debug: warning[double-close]") for line in lines) == 300
    assert sum(line.startswith("  help: ") for line in lines) == 300


@pytest.mark.parametrize("interrupt", ["raise KeyboardInterrupt", "signal.raise_signal(signal.SIGINT); time.sleep(60)"])
def test_interrupt_while_an_object_is_asked_for_its_repr_comes_after_the_report(compile_module, run_snippet, interrupt):
    code = f"""
import signal, time
# A shell has background processes ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
class Asked:
    def __repr__(self):
        {interrupt}
try:
    mod.close(Asked())
    time.sleep(60)
except KeyboardInterrupt:
    print("interrupted")
"""
    finished = run_snippet(compile_module(misuse.SOURCE), code, options="on_error=warn")
    assert (finished.returncode, finished.stdout) == (0, "interrupted\n"), finished
    first, *_, last = finished.stderr.splitlines()
    assert first.startswith("HPy debug: warning[double-close]") and last.startswith("  help: "), finished.stderr
