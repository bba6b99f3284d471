"""The fault handler can interrupt anything: it neither hangs nor stays silent, and whoever handles faults gets them."""

import platform
import re
import signal
import time

import pytest

from extensions import run_python
from sources import CALL, CLOSE_TWICE

SOURCE = """
#include <assert.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#line 1 "handler.c"

extern int dl_iterate_phdr(int (*visit)(void *info, size_t size, void *data), void *data);

static HPy none(HPyContext *ctx) { return HPy_Dup(ctx, ctx->h_None); }

static void crash(void) { *(volatile int *)8 = 42; }

/* What is faulty, by number. */
static volatile int zero, number = 1;
static void *freed;

static void crash_in_malloc(void)
{
    size_t *volatile block = malloc(2000);
    void *volatile guard = malloc(2000);
    free(block);
    ((volatile size_t *)block)[1] = 0x10; /* after free: malloc follows it, with its lock held */
    freed = malloc(1200);
    (void)guard;
}

static void divide(void) { number = number / zero; }
#ifdef __aarch64__
static void run_garbage(void) { __asm__ volatile("udf #0"); }
#else
static void run_garbage(void) { __asm__ volatile("ud2"); }
#endif
static void trap(void) { __builtin_trap(); }
static void fail_assertion(void) { assert(number == zero); }
static void free_twice(void)
{
    void *volatile block = malloc(100000);
    free(block);
    free(block);
}
static void access_behind_file(void)
{
    char name[] = "/tmp/hpy-empty-XXXXXX";
    int file = mkstemp(name);
    unlink(name);
    *(volatile char *)mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) = 1;
}
static int overflow(volatile char *deeper)
{
    volatile char frame[200];
    frame[0] = *deeper;
    return frame[0] == 42 ? 0 : overflow(frame) + frame[0];
}
static void exhaust_the_stack(void) { volatile char bottom = 0; number = overflow(&bottom); }
static void raise_abort(void) { raise(SIGABRT); }

static void (*const faults[])(void) = {
    crash, crash_in_malloc, divide, run_garbage, trap, fail_assertion, free_twice, access_behind_file, exhaust_the_stack, abort, raise_abort,
};

HPyDef_METH(fault, "fault", HPyFunc_O)
static HPy fault_impl(HPyContext *ctx, HPy self, HPy arg)
{
    faults[HPyLong_AsLong(ctx, arg)]();
    return none(ctx);
}

static void *in_thread(void *function)
{
    ((void (*)(void))function)();
    return NULL;
}

HPyDef_METH(fault_in_thread, "fault_in_thread", HPyFunc_O)
static HPy fault_in_thread_impl(HPyContext *ctx, HPy self, HPy arg)
{
    pthread_t thread;
    pthread_create(&thread, NULL, in_thread, (void *)faults[HPyLong_AsLong(ctx, arg)]);
    pthread_join(thread, NULL);
    return none(ctx);
}

static pthread_barrier_t barrier;

static void *fault_together(void *function)
{
    pthread_barrier_wait(&barrier);
    return in_thread(function);
}

HPyDef_METH(fault_in_nine_threads, "fault_in_nine_threads", HPyFunc_O)
static HPy fault_in_nine_threads_impl(HPyContext *ctx, HPy self, HPy arg)
{
    pthread_t threads[9];
    pthread_barrier_init(&barrier, NULL, 9);
    for (int i = 0; i < 9; i++)
        pthread_create(&threads[i], NULL, fault_together, (void *)faults[HPyLong_AsLong(ctx, arg)]);
    for (int i = 0; i < 9; i++)
        pthread_join(threads[i], NULL);
    return none(ctx);
}

static void use_small_stack(void)
{
    stack_t small = {.ss_sp = malloc(8192), .ss_size = 8192};
    sigaltstack(&small, NULL);
}

HPyDef_METH(fault_on_small_stack, "fault_on_small_stack", HPyFunc_O)
static HPy fault_on_small_stack_impl(HPyContext *ctx, HPy self, HPy arg)
{
    use_small_stack();
    faults[HPyLong_AsLong(ctx, arg)]();
    return none(ctx);
}

static void small_in_thread(void)
{
    use_small_stack();
    crash();
}

HPyDef_METH(fault_on_small_stack_in_thread, "fault_on_small_stack_in_thread", HPyFunc_NOARGS)
static HPy fault_on_small_stack_in_thread_impl(HPyContext *ctx, HPy self)
{
    pthread_t thread;
    pthread_create(&thread, NULL, in_thread, (void *)small_in_thread);
    pthread_join(thread, NULL);
    return none(ctx);
}

/* What another thread does meanwhile. */
static void *load_slowly(void *path) { return dlopen(path, RTLD_NOW); }

static int wait_in_list(void *info, size_t size, void *data)
{
    pthread_barrier_wait(&barrier);
    sleep(1000);
    return 1;
}
static void *list_slowly(void *unused) { dl_iterate_phdr(wait_in_list, NULL); return NULL; }

static void *fork_for_ever(void *unused)
{
    for (;;) {
        pid_t child = fork();
        if (child == 0)
            _exit(0);
        waitpid(child, NULL, 0);
    }
}

HPyDef_METH(fault_during, "fault_during", HPyFunc_VARARGS)
static HPy fault_during_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    pthread_t thread;
    const char *what = strdup(HPyUnicode_AsUTF8AndSize(ctx, args[0], NULL));
    if (!strcmp(what, "list")) {
        pthread_barrier_init(&barrier, NULL, 2);
        pthread_create(&thread, NULL, list_slowly, NULL);
        pthread_barrier_wait(&barrier);
    } else {
        pthread_create(&thread, NULL, strcmp(what, "fork") ? load_slowly : fork_for_ever, (void *)what);
        usleep(200000);
    }
    faults[HPyLong_AsLong(ctx, args[1])]();
    return none(ctx);
}

HPyDef_METH(signal_stack, "signal_stack", HPyFunc_NOARGS)
static HPy signal_stack_impl(HPyContext *ctx, HPy self)
{
    stack_t stack;
    sigaltstack(NULL, &stack);
    return HPyLong_FromSize_t(ctx, (size_t)stack.ss_sp);
}

HPyDef_METH(fatal, "fatal", HPyFunc_NOARGS)
static HPy fatal_impl(HPyContext *ctx, HPy self)
{
    HPy_FatalError(ctx, "it is over");
    return none(ctx);
}

/* Handlers of the extension's own. */
static struct sigaction before;
static char *page;

static void *with_info(int number, siginfo_t *info, void *context)
{
    return before.sa_flags & SA_SIGINFO ? (void *)before.sa_sigaction : NULL;
}
static void pass_on(int number, siginfo_t *info, void *context)
{
    if (with_info(number, info, context))
        before.sa_sigaction(number, info, context);
    else
        signal(number, SIG_DFL);
}
static void pass_on_nothing(int number, siginfo_t *info, void *context)
{
    if (with_info(number, info, context))
        before.sa_sigaction(number, NULL, NULL);
    else
        signal(number, SIG_DFL);
}
static void pass_on_garbage(int number, siginfo_t *info, void *context)
{
    if (with_info(number, info, context))
        before.sa_sigaction(number, (siginfo_t *)"neither the one nor the other, but long enough", (void *)123456);
    else
        signal(number, SIG_DFL);
}
static void restore_default(int number, siginfo_t *info, void *context) { signal(number, SIG_DFL); }
static void restore_default_and_raise(int number, siginfo_t *info, void *context)
{
    signal(number, SIG_DFL);
    raise(number);
}
static void restore_and_return(int number, siginfo_t *info, void *context) { sigaction(number, &before, NULL); }
static void restore_and_raise(int number, siginfo_t *info, void *context)
{
    sigaction(number, &before, NULL);
    raise(number);
}
static void leave(int number, siginfo_t *info, void *context) { exit(7); }
static void mend(int number, siginfo_t *info, void *context)
{
    mprotect(page, 4096, PROT_READ | PROT_WRITE);
    errno = 99;
}

static void (*const handlers[])(int, siginfo_t *, void *) = {
    pass_on, pass_on_nothing, pass_on_garbage, restore_default, restore_default_and_raise, restore_and_return, restore_and_raise,
    leave, mend,
};

void install(int kind, int flags, int number)
{
    struct sigaction action = {.sa_flags = flags};
    action.sa_sigaction = handlers[kind]; /* without SA_SIGINFO it is called all the same */
    sigaction(number, &action, &before);
}

HPyDef_METH(install_handler, "install", HPyFunc_VARARGS)
static HPy install_handler_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    install(HPyLong_AsLong(ctx, args[0]), (int)HPyLong_AsLong(ctx, args[1]), HPyLong_AsLong(ctx, args[2]));
    return none(ctx);
}

HPyDef_METH(errno_after_mending, "errno_after_mending", HPyFunc_NOARGS)
static HPy errno_after_mending_impl(HPyContext *ctx, HPy self)
{
    page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    errno = 55;
    *(volatile char *)page = 1;
    return HPyLong_FromLong(ctx, errno);
}

HPyDef_METH(get, "get", HPyFunc_O)
static HPy get_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    return none(ctx);
}
""" + CALL + CLOSE_TWICE

FAULTS = [
    "crash", "crash_in_malloc", "divide", "run_garbage", "trap", "fail_assertion", "free_twice", "access_behind_file",
    "exhaust_the_stack", "abort", "raise_abort",
]
HANDLERS = [
    "pass_on", "pass_on_nothing", "pass_on_garbage", "restore_default", "restore_default_and_raise", "restore_and_return",
    "restore_and_raise", "leave", "mend",
]
SIGINFO, NODEFER, ONSTACK = 4, 0x40000000, 0x08000000
NAMES = "".join(f"{name} = {number}\n" for names in (FAULTS, HANDLERS) for number, name in enumerate(names))

# The signal that each is, and how the report begins.
MEMORY = "memory that cannot be accessed was used"
INSTRUCTION = "an instruction that the processor does not have was run"
SIGNALS = {
    "crash": (signal.SIGSEGV, MEMORY),
    "crash_in_malloc": (signal.SIGSEGV, MEMORY),
    "access_behind_file": (signal.SIGBUS, MEMORY),
    "divide": (signal.SIGFPE, "a number was divided by zero, or has no result that fits"),
    "run_garbage": (signal.SIGILL, INSTRUCTION),
    "trap": (signal.SIGILL, INSTRUCTION),
    "fail_assertion": (signal.SIGABRT, "the process was aborted"),
    "free_twice": (signal.SIGABRT, "the process was aborted"),
    "abort": (signal.SIGABRT, "the process was aborted"),
    "raise_abort": (signal.SIGABRT, "the process was aborted"),
}
OTHER = "divide"
if platform.machine() == "aarch64":
    # A number divided by zero is zero there.
    del SIGNALS["divide"]
    OTHER = "run_garbage"
    SIGNALS["trap"] = (signal.SIGTRAP, "a trap of the compiler was reached")
# Where the extension's code was.
PLACES = {"abort": "fault_impl", "free_twice": "free_twice", "raise_abort": "raise_abort"}

# A report that hangs ends after less than a second; a machine that is busy needs some more.
PATIENCE = 6


@pytest.fixture
def faulty(compile_module):
    return compile_module(SOURCE, name="handler")


@pytest.fixture
def run(faulty):
    """run(code): what a process prints that must not take long."""

    def run_in_time(code, mode="debug", **environment):
        start = time.monotonic()
        finished = run_python(f"{NAMES}\nimport handler\n{code}", [faulty], {"HPY": mode, **environment})
        assert time.monotonic() - start < PATIENCE
        return finished

    return run_in_time


def assert_report(finished, number=signal.SIGSEGV, title=MEMORY, place="crash"):
    """There is one report, whole, of a fault at that place, and the process died of the signal."""
    assert finished.returncode == -number, finished
    assert finished.stderr.count("HPy debug: ") == 1, finished.stderr
    report = finished.stderr[finished.stderr.index("HPy debug: ") :]
    assert re.match(rf"HPy debug: error\[fault\]: .*: {title}\n", report), report
    assert "  extension handler\n" in report
    assert f"    {place} at " in report
    assert "  help: " in report


class TestReportComes:
    @pytest.mark.parametrize("where", ["fault", "fault_in_thread", "fault_in_nine_threads", "fault_on_small_stack"])
    @pytest.mark.parametrize("fault", ["crash", "crash_in_malloc"])
    def test_whatever_was_interrupted(self, run, fault, where):
        assert_report(run(f"handler.{where}({fault})"), place=fault)

    def test_on_a_small_stack_in_a_thread(self, run):
        assert_report(run("handler.fault_on_small_stack_in_thread()"))

    def test_when_the_stack_is_used_up_and_that_for_signals_is_small(self, run):
        assert_report(run("handler.fault_on_small_stack(exhaust_the_stack)"), place="overflow")

    @pytest.mark.parametrize("fault", ["crash", "crash_in_malloc"])
    @pytest.mark.parametrize("what", ["list", "fork"])
    def test_while_another_thread_holds_locks(self, run, what, fault):
        assert_report(run(f"handler.fault_during({what!r}, {fault})"), place=fault)

    @pytest.mark.parametrize("fault", ["crash", "crash_in_malloc"])
    def test_while_another_thread_loads_a_library(self, run, compiler, tmp_path, fault):
        library = tmp_path / "slow.so"
        constructor = "__attribute__((constructor)) static void start(void) { sleep(1000); }"
        compiler.compile_plain(f"#include <unistd.h>\n{constructor}", library)
        assert_report(run(f"handler.fault_during({str(library)!r}, {fault})"), place=fault)

    def test_in_the_child_of_a_process_that_reports(self, run):
        """What a thread of the parent was doing is over in the child."""
        code = """
import os
if os.fork() == 0:
    handler.fault_in_thread(crash)
_, status = os.wait()
if os.fork() == 0:
    handler.fault(crash_in_malloc)
_, again = os.wait()
print(os.waitstatus_to_exitcode(status), os.waitstatus_to_exitcode(again))
"""
        finished = run(code)
        assert finished.stdout == f"{-signal.SIGSEGV} {-signal.SIGSEGV}\n"
        assert finished.stderr.count("  help: ") == 2


# Reading what is mapped hangs, with a lock held or without.
SLOW_SYSTEM = """
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int open64(const char *path, int flags, int mode)
{
    while (!strcmp(path, "/proc/self/maps"))
        pause();
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
"""


# While our report is written the other threads fault as well. faulthandler, which writes in small parts, takes long.
SLOW_WRITE = """
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t write(int file, const void *bytes, size_t size)
{
    if (size > 10 && !memcmp(bytes, "HPy debug:", 10))
        usleep(300000);
    else if (size < 100)
        usleep(3000);
    return syscall(SYS_write, file, bytes, size);
}
"""


def test_other_threads_wait_for_the_handlers_of_the_first(run, compiler, tmp_path):
    library = tmp_path / "slow_write.so"
    compiler.compile_plain(SLOW_WRITE, library)
    finished = run("handler.fault_in_nine_threads(crash)", PYTHONFAULTHANDLER="1", LD_PRELOAD=str(library))
    assert_report(finished)
    assert finished.stderr.count("Fatal Python error: ") == finished.stderr.count(" in <module>\n") == 1


class TestReportThatHangs:
    @pytest.mark.parametrize("where", ["fault", "fault_in_thread", "fault_in_nine_threads"])
    def test_becomes_one_line(self, run, compiler, tmp_path, where):
        library = tmp_path / "slow_system.so"
        compiler.compile_plain(SLOW_SYSTEM, library)
        finished = run(f"handler.{where}(crash)", LD_PRELOAD=str(library))
        assert finished.returncode == -signal.SIGSEGV
        function = "handler.fault" if where == "fault" else "the extension"
        assert finished.stderr == f"HPy debug: error[fault]: {function}: {MEMORY}\n"


class TestSignals:
    @pytest.mark.parametrize("where", ["fault", "fault_in_thread"])
    @pytest.mark.parametrize("fault", SIGNALS)
    def test_each_is_reported(self, run, fault, where):
        place = PLACES.get(fault, fault)
        if (fault, where) == ("abort", "fault_in_thread"):
            place = "in_thread"
        assert_report(run(f"handler.{where}({fault})"), *SIGNALS[fault], place)

    @pytest.mark.parametrize(
        "order",
        ["faulthandler.enable(); import handler", "import handler; faulthandler.enable()"],
    )
    @pytest.mark.parametrize("fault", sorted({OTHER, "run_garbage", "fail_assertion", "access_behind_file"}))
    def test_faulthandler_prints_what_it_prints_without_us(self, faulty, fault, order):
        code = f"import faulthandler\n{NAMES}{order}\nhandler.fault({fault})"
        finished = run_python(code, [faulty], {"HPY": "debug"})
        assert_report(finished, *SIGNALS[fault], fault)
        universal = run_python(code, [faulty], {"HPY": "universal"})
        assert finished.stderr.count("Fatal Python error: ") == universal.stderr.count("Fatal Python error: ") == 1
        assert finished.returncode == universal.returncode

    @pytest.mark.parametrize("mode", ["universal", "trace"])
    @pytest.mark.parametrize("fault", [OTHER, "fail_assertion"])
    def test_other_modes_are_silent(self, run, fault, mode):
        finished = run(f"handler.fault({fault})", mode=mode)
        assert finished.returncode == -SIGNALS[fault][0]
        assert "HPy debug" not in finished.stderr


class TestAbortOfOthers:
    """It is no fault of the extension."""

    @pytest.mark.parametrize(
        "code",
        [
            "import os; os.abort()",
            "import os; handler.call(os.abort)",
            "import os, signal; os.kill(os.getpid(), signal.SIGABRT)",
            "import os, signal; handler.call(lambda: os.kill(os.getpid(), signal.SIGABRT))",
            "import signal; handler.call(lambda: signal.raise_signal(signal.SIGABRT))",
            "handler.fatal()",
            "import faulthandler; faulthandler.enable(); handler.fatal()",
        ],
    )
    def test_has_no_report(self, run, code):
        finished = run(code)
        assert finished.returncode == -signal.SIGABRT
        assert "HPy debug" not in finished.stderr

    @pytest.mark.parametrize("before", ["", "import faulthandler; faulthandler.enable(); "])
    def test_misuse_that_ends_the_process_has_no_second_report(self, run, before):
        finished = run(f"{before}handler.close_twice('x')")
        assert finished.returncode == -signal.SIGABRT
        assert finished.stderr.count("HPy debug: ") == 1
        assert finished.stderr.startswith("HPy debug: error[double-close]")


FLAGS = [0, SIGINFO, NODEFER, SIGINFO | NODEFER, ONSTACK, SIGINFO | ONSTACK | NODEFER]


class TestOtherHandlers:
    """They let the process die: the report comes, whoever was there first."""

    @pytest.mark.parametrize("flags", FLAGS)
    @pytest.mark.parametrize(
        "handler",
        ["pass_on", "pass_on_nothing", "pass_on_garbage", "restore_and_return", "restore_and_raise"],
    )
    @pytest.mark.parametrize("fault", ["crash", OTHER])
    def test_of_later(self, run, handler, flags, fault):
        finished = run(f"handler.install({handler}, {flags}, {SIGNALS[fault][0]:d}); handler.fault({fault})")
        assert_report(finished, *SIGNALS[fault], fault)

    @pytest.mark.parametrize(("handler", "flags"), [
        *(("restore_default", flags) for flags in FLAGS),
        *(("restore_default_and_raise", flags) for flags in FLAGS if not flags & NODEFER),
    ])
    @pytest.mark.parametrize("again", ["", "handler.get('x'); "])
    def test_of_before(self, compiler, faulty, handler, flags, again):
        """The extension is loaded in universal mode first, and installs it."""
        code = f"""
import importlib.util, hpy.universal
{NAMES}
def load(mode):
    spec = importlib.util.spec_from_file_location("handler", {str(faulty.path)!r})
    return hpy.universal.load("handler", {str(faulty.path)!r}, spec, mode=mode)
load(hpy.universal.MODE_UNIVERSAL).install({handler}, {flags}, {signal.SIGSEGV:d})
handler = load(hpy.universal.MODE_DEBUG)
{again}handler.fault(crash)
"""
        assert_report(run_python(code))

    @pytest.mark.parametrize("number", [signal.SIGFPE, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS])
    def test_of_python_sees_no_difference(self, run, number):
        code = f"""
import os, signal
handler.get("x")
signal.signal({number:d}, lambda *_: print("handled", flush=True))
handler.get("x")
os.kill(os.getpid(), {number:d})
signal.raise_signal({number:d})
"""
        finished = run(code)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "handled\nhandled\n", "")

    def test_that_mends_what_is_wrong_may_change_errno(self, run):
        code = "handler.install(mend, 4, 11); handler.get('x'); print(handler.errno_after_mending())"
        assert run(code).stdout == run(code, mode="universal").stdout == "99\n"

    def test_that_exits_in_a_thread_may_do_so_on_our_stack(self, run):
        code = f"""
import threading
handler.install(leave, {SIGINFO | ONSTACK}, 11)
thread = threading.Thread(target=handler.fault, args=(crash,))
thread.start()
thread.join()
"""
        debug, universal = (run(code, mode=mode) for mode in ("debug", "universal"))
        assert (debug.returncode, debug.stderr) == (universal.returncode, universal.stderr) == (7, "")


def test_signal_stacks_have_guard_pages(run):
    code = """
import threading
def show():
    stack = handler.signal_stack()
    for line in open("/proc/self/maps"):
        start, end = (int(part, 16) for part in line.split()[0].split("-"))
        if start < stack <= end and end == stack:
            print(line.split()[1])
show()
thread = threading.Thread(target=show)
thread.start()
thread.join()
"""
    assert run(code).stdout == "---p\n---p\n"


def test_programs_that_do_not_fault_keep_their_alarm(run):
    code = """
import os, signal
signal.signal(signal.SIGALRM, lambda *_: print("rings", flush=True))
signal.setitimer(signal.ITIMER_REAL, 0.2)
handler.install(mend, 4, 11)
handler.errno_after_mending()
signal.pause()
"""
    assert run(code).stdout == "rings\n"
