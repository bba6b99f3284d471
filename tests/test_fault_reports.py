"""Faults below a function of an extension: the report says which, and the process dies as it would have."""

import json
import platform
import re
import signal
import sys

import pytest

from catalogue import normalised
from extensions import FREE_THREADED, run_python
from sources import CALL

CRASH = """
#include <pthread.h>
#include <stdlib.h>
#line 1 "crash.c"

static HPy none(HPyContext *ctx) { return HPy_Dup(ctx, ctx->h_None); }

HPyDef_METH(load_garbage, "load_garbage", HPyFunc_O)
static HPy load_garbage_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyField_Load(ctx, arg, (HPyField){12345});
}

HPyDef_METH(load_garbage_global, "load_garbage_global", HPyFunc_O)
static HPy load_garbage_global_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyGlobal_Load(ctx, (HPyGlobal){12345});
}

HPyDef_METH(wild_text, "wild_text", HPyFunc_O)
static HPy wild_text_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromString(ctx, (const char *)0x1234567812345640);
}

HPyDef_METH(wild_size, "wild_size", HPyFunc_O)
static HPy wild_size_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyUnicode_AsUTF8AndSize(ctx, arg, (HPy_ssize_t *)16);
    return none(ctx);
}

HPyDef_METH(no_format, "no_format", HPyFunc_O)
static HPy no_format_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromFormat(ctx, NULL);
}

HPyDef_METH(no_text, "no_text", HPyFunc_O)
static HPy no_text_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromFormat(ctx, "%s", (const char *)0x40);
}

HPyDef_METH(no_arguments, "no_arguments", HPyFunc_O)
static HPy no_arguments_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyArg_Parse(ctx, NULL, &arg, 1, NULL);
    return none(ctx);
}

HPyDef_METH(no_description, "no_description", HPyFunc_O)
static HPy no_description_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyStructSequence_NewType(ctx, NULL);
}

HPyDef_METH(no_slice, "no_slice", HPyFunc_O)
static HPy no_slice_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromSsize_t(ctx, HPySlice_AdjustIndices(ctx, 1, NULL, NULL, 1));
}

HPyDef_METH(write, "write", HPyFunc_NOARGS)
static HPy write_impl(HPyContext *ctx, HPy self)
{
    *(volatile int *)8 = 42;
    return none(ctx);
}

static void (*volatile nowhere)(void);

HPyDef_METH(call_null, "call_null", HPyFunc_NOARGS)
static HPy call_null_impl(HPyContext *ctx, HPy self)
{
    nowhere();
    return none(ctx);
}

static int compare(const void *a, const void *b) { return *(volatile int *)0x20; }

HPyDef_METH(sort, "sort", HPyFunc_NOARGS)
static HPy sort_impl(HPyContext *ctx, HPy self)
{
    int numbers[] = {2, 1};
    qsort(numbers, 2, sizeof(int), compare);
    return none(ctx);
}

static int overflow(volatile char *deeper)
{
    volatile char frame[200];
    frame[0] = *deeper;
    return frame[0] == 42 ? 0 : overflow(frame) + frame[0];
}

HPyDef_METH(exhaust_the_stack, "exhaust_the_stack", HPyFunc_NOARGS)
static HPy exhaust_the_stack_impl(HPyContext *ctx, HPy self)
{
    volatile char bottom = 0;
    return HPyLong_FromLong(ctx, overflow(&bottom));
}

HPyDef_METH(outside, "outside", HPyFunc_NOARGS)
static HPy outside_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    *(volatile int *)8 = 42;
    HPy_ReenterPythonExecution(ctx, state);
    return none(ctx);
}

static void *write_in_thread(void *unused)
{
    *(volatile int *)8 = 42;
    return NULL;
}

HPyDef_METH(start_thread, "start_thread", HPyFunc_NOARGS)
static HPy start_thread_impl(HPyContext *ctx, HPy self)
{
    pthread_t thread;
    pthread_create(&thread, NULL, write_in_thread, NULL);
    pthread_join(thread, NULL);
    return none(ctx);
}

HPyDef_SLOT(Node_destroy, HPy_tp_destroy)
static void Node_destroy_impl(void *self) { *(volatile int *)8 = 42; }

HPyDef_METH(destroy, "destroy", HPyFunc_NOARGS)
static HPy destroy_impl(HPyContext *ctx, HPy self)
{
    HPyDef *defines[] = {&Node_destroy, NULL};
    HPyType_Spec spec = {.name = "crash.Node", .basicsize = 8, .defines = defines};
    spec.builtin_shape = HPyType_BuiltinShape_Object;
    void *data;
    HPy type = HPyType_FromSpec(ctx, &spec, NULL), node = HPy_New(ctx, type, &data);
    HPy_Close(ctx, type);
    HPy_Close(ctx, node);
    return none(ctx);
}
""" + CALL

WHOLE = """\
HPy debug: error[fault]: HPyUnicode_AsUTF8AndSize: memory that cannot be accessed was used
  writing address 0x10 in PyUnicode_AsUTF8AndSize
  extension crash
  function crash.wild_size
  used by HPyUnicode_AsUTF8AndSize
    wild_size_impl at crash.c:25
  help: look for a pointer that is NULL or was never set: of an argument, a struct, a field or global that was not zeroed
"""
OWN = """\
HPy debug: error[fault]: crash.write: memory that cannot be accessed was used
  writing address 0x8
  extension crash
  accessed by
    write_impl at crash.c:63
  help: look for a pointer that is NULL or was never set: of an argument, a struct, a field or global that was not zeroed
"""

# A reference is counted, which has another place without a GIL; CPython 3.12 and debug builds look at the object first.
READS_FIRST = sys.version_info >= (3, 12) or hasattr(sys, "gettotalrefcount")
COUNTED = rf"{'reading' if READS_FIRST else 'writing'} address 0x30{4 if FREE_THREADED else 3}\d"

# x86-64 does not tell such an address. aarch64 tells it without the highest byte, which is no part of an address there.
IS_TOLD = platform.machine() == "aarch64"
WILD = "reading address 0x34567812345640" if IS_TOLD else "accessing an address that no memory can have"

# What is called, and the function, the access and a frame that the report names. Functions of the C library read text in
# aligned blocks, so the texts are aligned, too.
CALLS = [
    ("load_garbage(1)", "HPyField_Load", COUNTED, "load_garbage_impl"),
    ("load_garbage_global(1)", "HPyGlobal_Load", COUNTED, "load_garbage_global_impl"),
    ("wild_text(1)", "HPyUnicode_FromString", WILD, "wild_text_impl"),
    ("no_format(1)", "HPyUnicode_FromFormat", "reading address 0x0", "no_format_impl"),
    ("no_text(1)", "HPyUnicode_FromFormat", "reading address 0x40", "no_text_impl"),
    ("no_arguments(1)", "HPyArg_Parse", "reading address 0x0", "no_arguments_impl"),
    ("no_description(1)", "HPyStructSequence_NewType", "reading address 0x0", "no_description_impl"),
    ("no_slice(1)", "HPySlice_AdjustIndices", "reading address 0x0", "no_slice_impl"),
    ("call_null()", "crash.call_null", "running code at address 0x0", "call_null_impl"),
    ("sort()", "crash.sort", "reading address 0x20", "compare"),
    ("exhaust_the_stack()", ".*", ".*: the stack is used up, by recursion without an end", "overflow"),
    ("outside()", "crash.outside", "writing address 0x8", "outside_impl"),
    ("start_thread()", "the extension", "writing address 0x8", "write_in_thread"),
    ("destroy()", "the extension", "writing address 0x8", "Node_destroy_impl"),
]


@pytest.fixture
def faulty(compile_module):
    return compile_module(CRASH, name="crash")


class TestReport:
    @pytest.mark.parametrize(("call", "report"), [("wild_size('x')", WHOLE), ("write()", OWN)])
    def test_is_whole(self, die, call, report):
        # Where the interpreter was compiled differs.
        printed = re.sub(r"(PyUnicode_AsUTF8AndSize) (at|in) .*", r"\1", normalised(die(f"mod.{call}")))
        assert printed == report

    @pytest.mark.parametrize(("call", "function", "access", "frame"), CALLS)
    def test_names_function_access_and_place(self, die, call, function, access, frame):
        report = die(f"mod.{call}")
        assert re.match(rf"HPy debug: error\[fault\]: {function}: .*\n  {access}( in .*)?\n  extension crash\n", report)
        assert f"    {frame} at " in report

    @pytest.mark.parametrize("call", [call for call, *_ in CALLS])
    def test_is_the_same_in_a_second_thread(self, die, call):
        code = f"import threading; thread = threading.Thread(target=lambda: mod.{call}); thread.start(); thread.join()"
        assert stable(die(code)) == stable(die(f"mod.{call}"))

    def test_is_printed_by_a_forked_child(self, faulty, run_snippet):
        code = """
import os
child = os.fork()
if child == 0:
    mod.write()
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
        finished = run_snippet(faulty, code)
        assert (finished.stdout, normalised(finished.stderr)) == (f"{-signal.SIGSEGV}\n", OWN)

    def test_names_the_api_function_that_called_python(self, die):
        report = die("import ctypes; mod.call(lambda: ctypes.string_at(0))")
        assert report.startswith("HPy debug: error[fault]: HPy_CallTupleDict: ")

    def test_names_the_innermost_extension(self, faulty, compile_module):
        other = compile_module(CRASH, name="other")
        code = "import crash, other; crash.call(other.write)"
        report = run_python(code, [faulty, other], {"HPY": "debug"}).stderr
        assert "  extension other\n" in report
        report = run_python(code, [faulty, other], {"HPY": "crash:debug"}).stderr
        assert report.startswith("HPy debug: error[fault]: HPy_CallTupleDict: ")
        assert "  extension crash\n" in report

    def test_comes_of_legacy_code(self, compile_module, run_snippet):
        extension = compile_module(LEGACY, name="legacy", abi="hybrid")
        report = run_snippet(extension, "mod.run()").stderr
        assert report.startswith("HPy debug: error[fault]: the extension: ")
        assert re.search(r"  accessed by\n(    .*\n)*    legacy_run at ", report)

    def test_comes_while_the_module_is_made(self, compile_module):
        extension = compile_module(EXEC, name="unmade")
        report = run_python("import unmade", [extension], {"HPY": "debug"}).stderr
        assert report.startswith("HPy debug: error[fault]: unmade.HPy_mod_exec: ")
        assert "  extension unmade\n" in report

    def test_is_json_where_that_is_asked_for(self, die):
        report = json.loads(die("mod.write()", options="report=json,on_error=continue"))
        expected = {"check": "fault", "function": "HPyFunc_NOARGS", "module": "crash", "detail": "writing address 0x8"}
        assert {key: report[key] for key in expected} == expected
        assert report["used"][0].startswith("write_impl at ")

    @pytest.mark.parametrize("thread", ["this", "other"])
    def test_is_whole_where_memory_cannot_be_had(self, faulty, compiler, run_snippet, tmp_path, thread):
        library = tmp_path / "fragile.so"
        compiler.compile_plain(FRAGILE, library)
        code = f"import ctypes; ctypes.CDLL({str(library)!r}).break_in_{thread}_thread(); mod.write()"
        finished = run_snippet(faulty, code, LD_PRELOAD=str(library))
        assert (finished.returncode, normalised(finished.stderr)) == (-signal.SIGSEGV, OWN)


def stable(report):
    """A report without what depends on the thread."""
    report = re.sub(r"address 0x7f\w+|NARGS|the extension", "", normalised(report))
    return "\n".join(line for line in report.splitlines() if " overflow at " not in line and "thread" not in line)


LEGACY = """
#include <Python.h>

static PyObject *legacy_run(PyObject *self, PyObject *unused) { return PyObject_Repr((PyObject *)8); }

static PyMethodDef legacy_methods[] = {{"run", legacy_run, METH_NOARGS}, {NULL}};
static HPyModuleDef module_def = {.legacy_methods = legacy_methods};
HPy_MODINIT(legacy, module_def)
"""

EXEC = """
HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod) { return *(volatile int *)8; }
"""

# An allocator that faults: in the thread that asks for it, or in others for what is large, which they need to start.
FRAGILE = """
#include <stddef.h>
#include <pthread.h>

extern void *__libc_malloc(size_t size);
static int is_broken;
static size_t limit;
static pthread_t breaker;

void *malloc(size_t size)
{
    if (is_broken && (limit == 0) == !!pthread_equal(pthread_self(), breaker) && size >= limit)
        *(volatile int *)16 = 0;
    return __libc_malloc(size);
}

static void break_it(size_t size) { breaker = pthread_self(); limit = size; is_broken = 1; }
void break_in_this_thread(void) { break_it(0); }
void break_in_other_thread(void) { break_it(1024); }
"""


class TestFaultOfOthers:
    @pytest.mark.parametrize("mode", ["universal", "trace"])
    def test_is_silent_in_other_modes(self, die, mode):
        assert die("mod.write()", mode=mode) == ""

    @pytest.mark.parametrize("code", ["ctypes.string_at(0)", "mod.none(); ctypes.string_at(0)"])
    def test_is_silent_without_an_extension_on_the_stack(self, die, code):
        assert die(f"import ctypes; mod.none = lambda: 1\n{code}") == ""


class TestFaulthandler:
    """It prints what it prints without us, and the report comes as well."""

    @pytest.mark.parametrize(
        "order",
        [
            "faulthandler.enable(); import crash",
            "import crash; faulthandler.enable()",
            "import crash; faulthandler.enable(); faulthandler.disable(); faulthandler.enable()",
            "faulthandler.enable(); import crash; faulthandler.enable()",
        ],
    )
    @pytest.mark.parametrize("call", ["write()", "exhaust_the_stack()", "load_garbage(1)"])
    def test_runs_wherever_it_was_enabled(self, faulty, call, order):
        code = f"import faulthandler\n{order}\ncrash.{call}"
        debug, universal = (run_python(code, [faulty], {"HPY": mode}).stderr for mode in ("debug", "universal"))
        assert debug.count("HPy debug: error[fault]") == 1
        assert universal.count("Fatal Python error: Segmentation fault\n") == 1
        assert without_report(debug) == without_report(universal)

    def test_does_not_run_after_it_was_disabled(self, die):
        assert normalised(die("import faulthandler; faulthandler.enable(); faulthandler.disable(); mod.write()")) == OWN


def without_report(printed):
    """What faulthandler says before the C stack, which CPython 3.14 adds."""
    printed = re.sub(r"HPy debug: (.*\n)+?  help: .*\n", "", normalised(printed))
    return printed.partition("Current thread's C stack")[0]


# A library whose handler recovers from faults, or does not.
HANDLER = """
#include <setjmp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

static sigjmp_buf place;
static char *page;

static void jump(int number) { siglongjmp(place, 1); }
static void jump_with_info(int number, siginfo_t *info, void *context) { siglongjmp(place, 1); }
static void mend(int number, siginfo_t *info, void *context) { mprotect(page, 4096, PROT_READ | PROT_WRITE); }
static void leave(int number) { _exit(7); }

void install(int kind, int flags)
{
    struct sigaction action = {.sa_flags = flags};
    switch (kind) {
    case 0: action.sa_handler = jump; break;
    case 1: action.sa_sigaction = jump_with_info; action.sa_flags |= SA_SIGINFO; break;
    case 2: action.sa_sigaction = mend; action.sa_flags |= SA_SIGINFO; break;
    case 3: action.sa_handler = leave; break;
    }
    sigaction(SIGSEGV, &action, NULL);
}

/* Calls f, and says whether it was left by a jump. */
int attempt(void (*f)(void))
{
    if (sigsetjmp(place, 1))
        return 1;
    f();
    return 0;
}

char *new_page(void)
{
    page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page;
}
"""

HANDLED = """
typedef int attempt_function(void (*f)(void));
typedef char *page_function(void);

static void fault(void) { *(volatile int *)8 = 42; }

HPyDef_METH(attempt, "attempt", HPyFunc_O)
static HPy attempt_impl(HPyContext *ctx, HPy self, HPy arg)
{
    attempt_function *attempt = (attempt_function *)HPyLong_AsVoidPtr(ctx, arg);
    return HPyLong_FromLong(ctx, attempt(fault));
}

HPyDef_METH(touch, "touch", HPyFunc_O)
static HPy touch_impl(HPyContext *ctx, HPy self, HPy arg)
{
    volatile char *page = ((page_function *)HPyLong_AsVoidPtr(ctx, arg))();
    page[0] = 1;
    return HPyLong_FromLong(ctx, page[0]);
}

HPyDef_METH(write, "write", HPyFunc_NOARGS)
static HPy write_impl(HPyContext *ctx, HPy self)
{
    fault();
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(write_outside, "write_outside", HPyFunc_NOARGS)
static HPy write_outside_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    fault();
    HPy_ReenterPythonExecution(ctx, state);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(get, "get", HPyFunc_O)
static HPy get_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    return HPy_Dup(ctx, ctx->h_None);
}
"""
SETUP = """
import ctypes, signal, sys
library = ctypes.CDLL({library!r})
address = lambda name: ctypes.cast(getattr(library, name), ctypes.c_void_p).value
SIGINFO, NODEFER, ONSTACK, RESETHAND = 4, 0x40000000, 0x08000000, 0x80000000
"""
JUMP, JUMP_WITH_INFO, MEND, LEAVE = range(4)


class TestProgramThatHandlesFaults:
    """It sees no difference. Where its handlers let it die, test_fault_handler.py looks for the report."""

    @pytest.fixture
    def handled(self, compiler, tmp_path):
        """handled(code): run code in debug mode, where that is all the same, and in universal mode."""
        library = tmp_path / "handler.so"
        compiler.compile_plain(HANDLER, library)
        extension = compiler.compile(HANDLED, name="handled")

        def run(code):
            code = SETUP.format(library=str(library)) + code
            debug, universal = (run_python(code, [extension], {"HPY": mode}) for mode in ("debug", "universal"))
            return debug, universal

        return run

    @pytest.mark.parametrize("order", ["install; import handled", "import handled; install", "install; import handled; handled.get('x')"])
    @pytest.mark.parametrize("flags", ["0", "NODEFER", "ONSTACK", "ONSTACK | NODEFER"])
    @pytest.mark.parametrize("kind", [JUMP_WITH_INFO, JUMP])
    def test_recovers_any_number_of_times(self, handled, kind, flags, order):
        order = order.replace("install", f"library.install({kind}, {flags})")
        debug, universal = handled(f"{order}\nprint([handled.attempt(address('attempt')) for _ in range(5)])")
        assert debug == universal
        assert debug.stdout == "[1, 1, 1, 1, 1]\n"

    @pytest.mark.parametrize("order", ["install; import handled", "import handled; install"])
    def test_mends_what_is_wrong(self, handled, order):
        order = order.replace("install", f"library.install({MEND}, 0)")
        debug, universal = handled(f"{order}\nprint([handled.touch(address('new_page')) for _ in range(5)])")
        assert debug == universal
        assert debug.stdout == "[1, 1, 1, 1, 1]\n"

    @pytest.mark.parametrize("order", ["install; import handled", "import handled; install"])
    def test_ends_as_it_likes(self, handled, order):
        debug, universal = handled(f"{order.replace('install', f'library.install({LEAVE}, 0)')}\nhandled.write()")
        assert debug == universal
        assert debug.returncode == 7

    def test_is_told_of_a_fault_in_another_thread(self, handled):
        code = """
import os, threading, time
signal.signal(signal.SIGSEGV, lambda *_: os._exit(7))
import handled
thread = threading.Thread(target=handled.write_outside, daemon=True)
thread.start()
while True: time.sleep(0.01)
"""
        debug, universal = handled(code)
        assert debug == universal
        assert debug.returncode == 7

    def test_handler_that_is_for_one_fault_is_called_for_one(self, handled):
        debug, universal = handled(f"library.install({LEAVE}, RESETHAND)\nimport handled\nhandled.write()")
        assert debug == universal
        assert debug.returncode == 7
