"""Faults in guarded buffers: the report is printed, and the process dies as it would have."""

import signal

import pytest

import misuse
from catalogue import normalised
from extensions import run_python

FAULTS = """
#include <pthread.h>
#include <stddef.h>
#include <string.h>
#line 1 "faults.c"

static const char *buffer;

static HPy none(HPyContext *ctx) { return HPy_Dup(ctx, ctx->h_None); }

HPyDef_METH(get, "get", HPyFunc_O)
static HPy get_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    return none(ctx);
}

HPyDef_METH(write, "write", HPyFunc_O)
static HPy write_impl(HPyContext *ctx, HPy self, HPy arg)
{
    ((volatile char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL))[2] = '!';
    return none(ctx);
}

HPyDef_METH(write_before, "write_before", HPyFunc_O)
static HPy write_before_impl(HPyContext *ctx, HPy self, HPy arg)
{
    ((volatile char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL))[-1] = '!';
    return none(ctx);
}

HPyDef_METH(overrun, "overrun", HPyFunc_O)
static HPy overrun_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_ssize_t size;
    const volatile char *text = HPyUnicode_AsUTF8AndSize(ctx, arg, &size);
    return HPyLong_FromLong(ctx, text[size + 1]);
}

static long read_closed(HPyContext *ctx, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    const volatile char *text = HPyUnicode_AsUTF8AndSize(ctx, copy, NULL);
    HPy_Close(ctx, copy);
    return text[1];
}

HPyDef_METH(after_close, "after_close", HPyFunc_O)
static HPy after_close_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyLong_FromLong(ctx, read_closed(ctx, arg));
}

HPyDef_METH(copy_closed, "copy_closed", HPyFunc_O)
static HPy copy_closed_impl(HPyContext *ctx, HPy self, HPy arg)
{
    char copied[64] = "";
    HPy copy = HPy_Dup(ctx, arg);
    const char *text = HPyUnicode_AsUTF8AndSize(ctx, copy, NULL);
    HPy_Close(ctx, copy);
    return HPyUnicode_FromString(ctx, strncpy(copied, text, 63));
}

HPyDef_METH(keep, "keep", HPyFunc_O)
static HPy keep_impl(HPyContext *ctx, HPy self, HPy arg)
{
    buffer = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    return none(ctx);
}

HPyDef_METH(use_kept, "use_kept", HPyFunc_NOARGS)
static HPy use_kept_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromLong(ctx, *(volatile const char *)buffer);
}

static void *read_it(void *kept)
{
    return (void *)(ptrdiff_t)*(volatile const char *)kept;
}

HPyDef_METH(use_kept_in_a_thread, "use_kept_in_a_thread", HPyFunc_NOARGS)
static HPy use_kept_in_a_thread_impl(HPyContext *ctx, HPy self)
{
    pthread_t thread;
    pthread_create(&thread, NULL, read_it, (void *)buffer);
    pthread_join(thread, NULL);
    return none(ctx);
}
"""

WRITE = """\
HPy debug: error[buffer-write]: HPyUnicode_AsUTF8AndSize: read-only memory was written to
  handle = HANDLE
  buffer 5 bytes, "hello", accessed at byte 2
  extension faults
  function faults.write
  accessed by
    write_impl at faults.c:16
  help: the memory belongs to the object and is const; copy it before changing it
"""
OVERRUN = """\
HPy debug: error[buffer-overrun]: HPyUnicode_AsUTF8AndSize: memory was accessed past its end
  handle = HANDLE
  buffer 5 bytes, "hello", accessed at byte 6
  extension faults
  function faults.overrun
  accessed by
    overrun_impl at faults.c:32
  help: the buffer ends with its NUL byte; use the size that the function returned
"""
AFTER_CLOSE = """\
HPy debug: error[buffer-use-after-close]: HPyUnicode_AsUTF8AndSize: memory of a closed handle was accessed
  handle = HANDLE
  buffer 5 bytes, "hello", accessed at byte 1
  extension faults
  function faults.after_close
  closed by HPy_Close
  accessed by
    read_closed at faults.c:40
    after_close_impl at faults.c:46
  note: hpy.debug.set_handle_stack_trace_limit(16), or HPY_DEBUG_OPTIONS=stacks=16, shows where handles are opened and closed
  help: copy what you need before the handle is closed; arguments are closed when their call returns
"""
AFTER_OTHERS = """\
HPy debug: error[buffer-use-after-close]: HPyUnicode_AsUTF8AndSize: memory of a closed handle was accessed
  handle = HANDLE
  buffer 5 bytes, accessed at byte 0
  extension faults
  function faults.use_kept
  closed by the return of the call
  accessed by
    use_kept_impl at faults.c:69
  help: copy what you need before the handle is closed; arguments are closed when their call returns
"""
LONG_AFTER = """\
HPy debug: error[buffer-use-after-close]: HPyUnicode_AsUTF8AndSize: memory of a closed handle was accessed
  the handle was closed long ago: which it was is forgotten
  extension faults
  function faults.use_kept
  accessed by
    use_kept_impl at faults.c:69
  help: copy what you need before the handle is closed; arguments are closed when their call returns
"""
REPORTS = [
    pytest.param("write", WRITE, id="write"),
    pytest.param("overrun", OVERRUN, id="overrun"),
    pytest.param("after_close", AFTER_CLOSE, id="after close"),
]


@pytest.fixture
def faulty(compile_module):
    return compile_module(FAULTS, name="faults")


class TestReport:
    @pytest.mark.parametrize(("function", "report"), REPORTS)
    def test_is_whole(self, die, function, report):
        assert normalised(die(f"mod.{function}('hello')")) == report

    @pytest.mark.parametrize(("function", "report"), REPORTS)
    def test_is_whole_in_a_second_thread(self, die, function, report):
        code = f"""
import threading
thread = threading.Thread(target=mod.{function}, args=("hello",))
thread.start()
thread.join()
"""
        assert normalised(die(code)) == report

    def test_is_whole_in_a_thread_that_python_does_not_know(self, die):
        report = die("mod.keep('hello'); mod.use_kept_in_a_thread()")
        assert report.startswith("HPy debug: error[buffer-use-after-close]: HPyUnicode_AsUTF8AndSize: ")
        assert "  closed by the return of the call\n" in report
        assert "    read_it at " in report

    def test_names_the_function_that_called_into_the_c_library(self, die):
        report = normalised(die("mod.copy_closed('hello')"))
        assert "    copy_closed_impl at faults.c:56\n" in report

    @pytest.mark.parametrize(
        ("count", "report"), [(10_000, AFTER_OTHERS), (70_000, AFTER_OTHERS), (200_000, LONG_AFTER)]
    )
    def test_is_made_however_many_buffers_were_opened_since(self, die, count, report):
        code = f"mod.keep('hello')\nfor _ in range({count}): mod.get('other')\nmod.use_kept()"
        assert normalised(die(code)) == report

    def test_write_before_the_memory_is_a_write(self, die):
        report = die("mod.write_before('hello')")
        assert report.startswith("HPy debug: error[buffer-write]: ")
        assert "accessed at byte -1\n" in report

    def test_contents_are_cut(self, die):
        report = die("mod.write('x' * 100_000)")
        assert f'  buffer 100000 bytes, "{"x" * 40}", accessed at byte 2\n' in report

    def test_does_not_follow_on_error(self, die):
        assert die("mod.write('hello')", options="on_error=continue").startswith("HPy debug: error[buffer-write]")

    def test_is_printed_once(self, die):
        assert die("import faulthandler; faulthandler.enable(); mod.write('hello')").count("HPy debug: ") == 1


class TestFaulthandler:
    """It prints what it prints without us, and the report comes as well."""

    @pytest.mark.parametrize(("function", "report"), REPORTS)
    @pytest.mark.parametrize(
        "before",
        [
            "faulthandler.enable()",
            "faulthandler.enable(); mod.get('x')",
            "mod.get('x'); faulthandler.enable()",
            "mod.get('x'); faulthandler.enable(); mod.get('y')",
            "faulthandler.enable(); mod.get('x'); faulthandler.disable(); faulthandler.enable(); mod.get('z')",
        ],
    )
    def test_runs_wherever_it_was_enabled(self, die, before, function, report):
        printed = normalised(die(f"import faulthandler\n{before}\nmod.{function}('hello')"))
        assert report in printed
        assert printed.count("Fatal Python error: Segmentation fault\n") == 1
        assert 'File "<string>", line 4 in <module>' in printed

    def test_does_not_run_after_it_was_disabled(self, die):
        code = "import faulthandler; faulthandler.enable(); mod.get('x'); faulthandler.disable(); mod.write('hello')"
        assert normalised(die(code)) == WRITE


class TestOtherHandler:
    def test_of_python_is_called_and_the_process_dies(self, die):
        code = """
import signal
signal.signal(signal.SIGSEGV, lambda *_: None)
mod.write('hello')
"""
        assert normalised(die(code)) == WRITE

    def test_that_ignores_the_signal_does_not_keep_the_process_alive(self, die):
        code = "import signal; signal.signal(signal.SIGSEGV, signal.SIG_IGN); mod.write('hello')"
        assert normalised(die(code)) == WRITE


class TestSignalOfOthers:
    """A signal that is no fault: everything is as without us."""

    def test_signal_that_was_sent_is_passed_on(self, die):
        assert die("import os, signal; mod.get('x'); os.kill(os.getpid(), signal.SIGSEGV)") == ""

    def test_signal_that_was_sent_reaches_a_handler_of_python(self, faulty, run_snippet):
        code = """
import os, signal
signal.signal(signal.SIGSEGV, lambda *_: print("handled", flush=True))
mod.get("x")
for _ in range(3):
    os.kill(os.getpid(), signal.SIGSEGV)
print("alive")
"""
        finished = run_snippet(faulty, code)
        assert (finished.returncode, finished.stderr) == (0, "")
        assert finished.stdout == "handled\nhandled\nhandled\nalive\n"

    def test_signal_that_was_ignored_stays_ignored(self, faulty, run_snippet):
        code = """
import os, signal
signal.signal(signal.SIGSEGV, signal.SIG_IGN)
mod.get("x")
os.kill(os.getpid(), signal.SIGSEGV)
print("alive")
"""
        assert run_snippet(faulty, code).stdout == "alive\n"


class TestStandardErrorThatIsOfNoUse:
    """Reports are lost, nothing else is."""

    @pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "2>&- 1>&-"])
    def test_fault_ends_the_process(self, faulty, redirection):
        finished = run_in_shell("import faults; faults.write('hello')", faulty, redirection)
        assert finished.returncode == 128 + signal.SIGSEGV

    @pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
    def test_misuse_ends_the_process(self, compile_module, redirection):
        extension = compile_module(misuse.SOURCE)
        code = "print('before', flush=True); import mytest; mytest.close('x')"
        finished = run_in_shell(code, extension, redirection)
        assert (finished.returncode, finished.stdout) == (128 + signal.SIGABRT, "before\n")

    @pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
    def test_program_goes_on_after_a_warning(self, compile_module, redirection):
        extension = compile_module(misuse.SOURCE)
        code = "import mytest; mytest.close('x'); print('after')"
        finished = run_in_shell(code, extension, redirection, HPY_DEBUG_OPTIONS="on_error=warn")
        assert (finished.returncode, finished.stdout) == (0, "after\n")


def run_in_shell(code, extension, redirection, **environment):
    """Run code in Python, started by a shell that redirects its output."""
    script = """
import os, subprocess, sys
command = f'"$0" -c "$1" {redirection}'
sys.exit(subprocess.run(["sh", "-c", command + "; exit $?", sys.executable, code]).returncode)
"""
    prelude = f"redirection = {redirection!r}\ncode = {code!r}\n"
    return run_python(prelude + script, [extension], {"HPY": "debug", **environment})
