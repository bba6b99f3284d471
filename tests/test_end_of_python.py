"""What debug mode does as Python ends: it reports as before, of each life of Python and of each process its own."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig

import pytest

SOURCE = """
#include <pthread.h>
#include <string.h>
#include <unistd.h>

typedef struct { long unused; } Object;
HPyType_HELPERS(Object)

static void misuse(HPyContext *ctx, long kind)
{
    HPy h = HPyLong_FromLong(ctx, 1), wild = {12345};
    switch (kind) {
    case 0: HPy_Dup(ctx, h); break;                                                  /* a leak */
    case 1: HPy_Close(ctx, h); HPy_Close(ctx, h); return;                            /* double-close */
    case 2: HPy_Close(ctx, HPy_Repr(ctx, wild)); break;                              /* wild-handle */
    case 3: HPy_Close(ctx, HPyUnicode_Substring(ctx, h, 0, 1)); break;                /* wrong-type */
    case 4: HPyErr_SetString(ctx, ctx->h_ValueError, "set"); HPy_Close(ctx, HPyList_New(ctx, 0)); break; /* pending */
    case 5: HPyErr_SetString(ctx, ctx->h_ValueError, "set"); break;                  /* result-with-exception */
    case 6: HPyTracker_New(ctx, 0); break;                                           /* a leak, too */
    }
    HPy_Close(ctx, h);
    if (kind != 5)
        HPyErr_Clear(ctx);
}

static long kind_of_finalizer;

HPyDef_SLOT(Object_finalize, HPy_tp_finalize)
static void Object_finalize_impl(HPyContext *ctx, HPy self) { misuse(ctx, kind_of_finalizer); }

static HPyDef *Object_defines[] = {&Object_finalize, NULL};
static HPyType_Spec Object_spec = {
    .name = "mytest.Object", .basicsize = sizeof(Object), .builtin_shape = SHAPE(Object), .defines = Object_defines,
};

HPyDef_METH(set_kind, "set_kind", HPyFunc_O)
static HPy set_kind_impl(HPyContext *ctx, HPy self, HPy kind)
{
    kind_of_finalizer = HPyLong_AsLong(ctx, kind);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(wrong, "wrong", HPyFunc_O)
static HPy wrong_impl(HPyContext *ctx, HPy self, HPy kind)
{
    misuse(ctx, HPyLong_AsLong(ctx, kind));
    return HPyErr_Occurred(ctx) ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(wrong_later, "wrong_later", HPyFunc_O)
static HPy wrong_later_impl(HPyContext *ctx, HPy self, HPy reference)
{
    misuse(ctx, kind_of_finalizer);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(hold, "hold", HPyFunc_O)
static HPy hold_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy held = HPy_Dup(ctx, function);
    HPy result = HPy_Call(ctx, held, NULL, 0, HPy_NULL);
    HPy_Close(ctx, held);
    return result;
}

HPyDef_METH(builtin, "builtin", HPyFunc_O)
static HPy builtin_impl(HPyContext *ctx, HPy self, HPy name)
{
    return HPy_GetItem(ctx, ctx->h_Builtins, name);
}

HPyCapsule_DESTRUCTOR(end_of_capsule)
static void end_of_capsule_impl(const char *name, void *pointer, void *context)
{
    if (write(1, name, strlen(name)) < 0)
        *(volatile char *)NULL = 0;
}

HPyDef_METH(capsule, "capsule", HPyFunc_NOARGS)
static HPy capsule_impl(HPyContext *ctx, HPy self)
{
    return HPyCapsule_New(ctx, &kind_of_finalizer, "ended ", &end_of_capsule);
}

static void *use_api(void *data)
{
    HPyContext *ctx = data;
    HPy_Close(ctx, HPy_Dup(ctx, ctx->h_None));
    HPyLong_FromLong(ctx, 1);
    return NULL;
}

HPyDef_METH(in_threads, "in_threads", HPyFunc_O)
static HPy in_threads_impl(HPyContext *ctx, HPy self, HPy leaves)
{
    pthread_t threads[4];
    for (int i = 0; i < 100; i++) {
        HPyThreadState state = {0};
        if (HPy_IsTrue(ctx, leaves))
            state = HPy_LeavePythonExecution(ctx);
        for (int j = 0; j < 4; j++)
            pthread_create(&threads[j], NULL, use_api, ctx);
        if (state._i == 0) {
            HPy h = HPyLong_FromLong(ctx, i);
            HPy_Close(ctx, h);
        }
        for (int j = 0; j < 4; j++)
            pthread_join(threads[j], NULL);
        if (state._i != 0)
            HPy_ReenterPythonExecution(ctx, state);
    }
    return HPy_Dup(ctx, ctx->h_None);
}
"""

KINDS = {1: "double-close", 2: "wild-handle", 3: "wrong-type", 4: "exception-pending", 5: "result-with-exception"}
# Where the misuse ends the process unless it is told otherwise.
FATAL = {1, 2, 3}

# What still runs as Python ends.
PLACES = {
    "finalizer of a global": "mod.set_kind({kind}); kept = mod.Object()",
    "finalizer of a builtin": "import builtins; mod.set_kind({kind}); builtins.kept = mod.Object()",
    "finalizer in sys": "import sys; mod.set_kind({kind}); sys.kept = mod.Object()",
    "finalizer in a cycle": "mod.set_kind({kind}); kept = [mod.Object()]; kept.append(kept)",
    "finalizer of the module": "mod.set_kind({kind}); mod.kept = mod.Object()",
    "atexit": "import atexit; atexit.register(mod.wrong, {kind})",
    "del": "import builtins\nclass A:\n  def __del__(self, f=mod.wrong): f({kind})\nbuiltins.kept = A()",
    "weakref": "import weakref, sys\nkept = frozenset('a')\nmod.set_kind({kind}); sys.ref = weakref.ref(kept, mod.wrong_later)",
    "thread local": "import threading, builtins\nclass A:\n  def __del__(self, f=mod.wrong): f({kind})\n"
    "builtins.local = threading.local(); local.kept = A()",
}


@pytest.fixture(scope="module")
def extension(compiler):
    return compiler.compile(SOURCE)


@pytest.mark.parametrize("on_error", ["abort", "raise", "warn", "continue"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", PLACES)
def test_misuse_while_python_ends_is_reported(extension, run_snippet, place, kind, on_error):
    if kind == 5 and not place.startswith("finalizer"):
        pytest.skip("a function may raise an exception")
    finished = run_snippet(extension, PLACES[place].format(kind=kind), options=f"on_error={on_error}")
    text = finished.stderr
    assert "panicked" not in text and ".rs:" not in text
    is_error = kind in FATAL and on_error in ("abort", "raise")
    if on_error == "raise":
        status = 1
    else:
        status = -6 if is_error else 0
    assert finished.returncode == status, finished
    if on_error == "continue":
        assert "HPy debug" not in text
    else:
        severity = "error" if is_error else "warning"
        assert f"HPy debug: {severity}[{KINDS[kind]}]" in text, text


@pytest.mark.parametrize("kind, what", [(0, "1 opened by HPy_Dup in mytest"), (6, "1 HPyTracker made by HPyTracker_New")])
@pytest.mark.parametrize("place", PLACES)
def test_what_is_leaked_while_python_ends_is_a_leak_at_exit(extension, run_snippet, place, kind, what):
    finished = run_snippet(extension, PLACES[place].format(kind=kind), options="leaks=exit,exit_status=3")
    assert finished.returncode == 3, finished
    assert finished.stderr.startswith("HPy debug: error[leak]: "), finished.stderr
    assert what in finished.stderr


def test_leaks_at_exit_name_their_objects_where_python_could_still_be_asked(extension, run_snippet):
    code = "mod.wrong(0); mod.set_kind(0); kept = mod.Object()"
    text = run_snippet(extension, code, options="leaks=exit").stderr
    assert "    2 opened by HPy_Dup in mytest\n" in text
    first, second = [line.strip() for line in text.splitlines() if "<DebugHandle" in line]
    assert first.endswith(" for 1>")
    assert second.startswith("<DebugHandle 0x") and " for " not in second
    text = run_snippet(extension, code, options="leaks=exit,report=json").stderr
    (group,) = json.loads(text)["handles"]
    assert (group["count"], group["examples"]) == (2, ["1", None])


def test_handles_of_calls_that_python_cut_off_are_no_leaks(extension, run_snippet):
    code = """
import threading, time, builtins
def forever(sleep=time.sleep):
    while True:
        sleep(0.01)
threading.Thread(target=mod.hold, args=(forever,), daemon=True).start()
time.sleep(0.1)
"""
    finished = run_snippet(extension, code, options="leaks=exit,exit_status=3")
    assert (finished.returncode, finished.stderr) == (0, "")


CALLBACKS = {
    "on_report": "hpy.debug.on_report(lambda report: kept)",
    "set_on_report": "_debug.set_on_report(lambda data, text: kept)",
    "invalid handle": "_debug.set_on_invalid_handle(lambda: kept)",
    "invalid builder": "_debug.set_on_invalid_builder_handle(lambda: kept)",
    "trace": "_trace.set_trace_functions(on_enter=lambda name: kept, on_exit=lambda name: kept)",
}


@pytest.mark.parametrize("callback", CALLBACKS)
@pytest.mark.parametrize("mode", ["debug", "trace"])
def test_callback_does_not_keep_main_alive(extension, run_snippet, callback, mode):
    code = f"""
import os
import hpy.debug
from hpy.universal import _debug, _trace
class Kept:
    def __del__(self, write=os.write):
        write(1, b"finalized")
kept = Kept()
def function(): return function
{CALLBACKS[callback]}
"""
    finished = run_snippet(extension, code, mode)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "finalized", "")


# Where a capsule is when Python ends.
CAPSULES = {
    "global": "kept = mod.capsule()",
    "of the module": "mod.kept = mod.capsule()",
    "builtin": "import builtins; builtins.kept = mod.capsule()",
    "in sys": "import sys; sys.kept = mod.capsule()",
    "in a cycle": "kept = [mod.capsule()]; kept.append(kept)",
    "of a class": "class A: kept = mod.capsule()\nmod.A = A",
}


@pytest.mark.parametrize("place", CAPSULES)
@pytest.mark.parametrize("mode", ["universal", "debug", "trace"])
def test_destructor_of_a_capsule_runs_once(extension, run_snippet, place, mode):
    finished = run_snippet(extension, CAPSULES[place], mode, options="leaks=exit")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "ended ", "")


def test_callback_hears_of_misuse_in_finalizers(extension, run_snippet):
    code = """
import os
import hpy.debug
def callback(report, write=os.write):
    write(1, report.check.encode() + b" ")
hpy.debug.on_report(callback)
mod.set_kind(2)
cycle = [mod.Object()]
cycle.append(cycle)
"""
    finished = run_snippet(extension, code, options="on_error=continue")
    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout in ("wild-handle ", "")


class TestFork:
    CODE = """
import os, sys
mod.wrong(0)
child = os.fork()
if child == 0:
    {in_child}
    sys.exit(0)
print(os.waitpid(child, 0)[1] >> 8, flush=True)
os._exit(0)
"""

    @pytest.mark.parametrize("in_child, status", [("pass", 0), ("mod.wrong(0)", 3)])
    def test_child_reports_its_own_leaks_only(self, extension, run_snippet, in_child, status):
        code = self.CODE.format(in_child=in_child)
        finished = run_snippet(extension, code, options="leaks=exit,exit_status=3")
        assert finished.stdout == f"{status}\n", finished
        assert finished.stderr.count("1 opened by HPy_Dup") == (status != 0)

    def test_parent_reports_its_own_leaks_only(self, extension, run_snippet):
        code = "import os\nif os.fork() == 0:\n    mod.wrong(0); os._exit(0)\nos.wait()"
        finished = run_snippet(extension, code, options="leaks=exit,exit_status=3")
        assert (finished.returncode, finished.stderr) == (0, "")


    def test_child_goes_on_with_the_calls_that_fail(self, extension, run_snippet):
        code = """
import os, sys
from hpy.universal import _fail

def call():
    try:
        return mod.builtin("len")([1])
    except MemoryError:
        return _fail.failed() is not None

_fail.start(2)
results = [call()]
child = os.fork()
results += [call(), call()]
if child:
    os.wait()
print(results, _fail.calls(), flush=True)
"""
        finished = run_snippet(extension, code)
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "[1, True, 1] 3\n" * 2, "")


class TestThreadWithoutTheInterpreter:
    @pytest.mark.parametrize("leaves, checks", [(False, {"no-interpreter"}), (True, {"interpreter-left"})])
    @pytest.mark.parametrize("on_error", ["warn", "continue"])
    def test_its_calls_are_not_made(self, extension, run_snippet, leaves, checks, on_error):
        code = f"mod.in_threads({leaves}); print(mod.builtin('len')([1]))"
        finished = run_snippet(extension, code, options=f"on_error={on_error},leaks=exit,exit_status=3")
        status = 0 if on_error == "continue" else 3
        assert (finished.returncode, finished.stdout) == (status, "1\n"), finished
        assert "[leak]" not in finished.stderr
        found = [line.split("[")[1].split("]")[0] for line in finished.stderr.splitlines() if "HPy debug" in line]
        assert set(found) <= {"no-interpreter", "interpreter-left", "wrong-context"}
        assert checks <= set(found) if on_error == "warn" else not found
        assert len(found) <= 12, "each place is warned of once"


MAIN = """
#include <Python.h>
int main(int argc, char **argv)
{
    for (int life = 2; life < argc; life++) {
        PyConfig config;
        PyConfig_InitPythonConfig(&config);
        PyConfig_SetBytesString(&config, &config.program_name, argv[1]);
        PyStatus status = Py_InitializeFromConfig(&config);
        if (PyStatus_Exception(status))
            Py_ExitStatusException(status);
        PyConfig_Clear(&config);
        PyRun_SimpleString(argv[life]);
        fflush(stdout);
        fprintf(stderr, "end of life %d: %d\\n", life - 1, Py_FinalizeEx());
    }
    return 0;
}
"""


@pytest.fixture(scope="module")
def embedder(tmp_path_factory):
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") or shutil.which("cc") is None:
        pytest.skip("there is no library to embed")
    directory = tmp_path_factory.mktemp("embedder")
    source, program = directory / "main.c", directory / "main"
    source.write_text(MAIN)
    libraries = sysconfig.get_config_var("LIBDIR")
    version = sysconfig.get_config_var("LDVERSION")
    command = ["cc", str(source), "-o", str(program), f"-I{sysconfig.get_path('include')}", f"-L{libraries}"]
    subprocess.run([*command, f"-Wl,-rpath,{libraries}", f"-lpython{version}"], check=True)
    return program


@pytest.fixture
def run_lives(extension, embedder):
    """run_lives(*codes, options=""): each code in a life of its own of one process."""

    def run(*codes, options="", mode="debug"):
        start = "import mytest as mod, hpy.debug\nfrom hpy.universal import _debug, _trace\n"
        # From its second life on, CPython 3.14 does not find what belongs to a virtual environment.
        path = os.pathsep.join([str(extension.directory), sysconfig.get_path("purelib")])
        ours = {"HPY": mode, "HPY_DEBUG_OPTIONS": options, "PYTHONPATH": path}
        command = [str(embedder), sys._base_executable, *(start + code for code in codes)]
        return subprocess.run(command, env={**os.environ, **ours}, capture_output=True, text=True, timeout=120)

    return run


class TestLives:
    def test_each_has_its_own_leaks(self, run_lives):
        finished = run_lives("mod.wrong(0)", "pass", "mod.wrong(0); mod.wrong(6)", options="leaks=exit")
        first, second, third = [part.splitlines() for part in finished.stderr.split("end of life")][:3]
        assert "    1 opened by HPy_Dup in mytest" in first, finished
        assert not any("leak" in line for line in second)
        assert "    1 opened by HPy_Dup in mytest" in third
        assert "    1 HPyTracker made by HPyTracker_New in mytest" in third

    def test_each_has_its_own_callbacks_and_settings(self, run_lives):
        setting = """
print(hpy.debug.options(), flush=True)
hpy.debug.on_report(lambda report: print('told', flush=True))
_debug.set_on_invalid_handle(lambda: print('asked', flush=True))
hpy.debug.configure(on_error='warn', stacks=4)
mod.wrong(2); mod.wrong(3)
"""
        asking = "print(hpy.debug.options(), flush=True); mod.wrong(3)"
        finished = run_lives(setting, asking, options="on_error=continue")
        first, *told, second = finished.stdout.splitlines()
        assert told == ["asked", "told"], finished
        assert first == second and "'on_error': 'continue'" in first
        assert finished.stderr.count("HPy debug") == 1

    def test_each_has_its_own_warnings(self, run_lives):
        finished = run_lives(*["mod.wrong(3); mod.wrong(3)"] * 2, options="on_error=warn")
        assert finished.stderr.count("HPy debug: warning[wrong-type]") == 2, finished

    def test_each_has_its_own_generations(self, run_lives):
        code = """
print(len(_debug.get_open_handles(0)), _debug.new_generation(), _debug.new_generation())
mod.wrong(0)
print(len(_debug.get_open_handles(0)), len(_debug.get_open_handles(2)), len(_debug.get_open_handles(3)), flush=True)
"""
        finished = run_lives(code, code)
        assert finished.stdout == "0 1 2\n1 1 0\n" * 2, finished

    def test_each_has_its_own_calls_that_fail(self, run_lives):
        show = "from hpy.universal import _fail; print(_fail.calls(), _fail.failed(), flush=True)\n"
        by_settings = run_lives(show, show, options="fail=1000")
        first, second = by_settings.stdout.splitlines()
        assert first == second and not first.startswith("0 "), by_settings
        plan = "_fail.start(1, 'everything')\ntry: mod.builtin('len')\nexcept MemoryError: print('failed', flush=True)\n"
        finished = run_lives(show + plan, show + "print(mod.builtin('len')([1]))")
        assert finished.stdout == "0 None\nfailed\n0 None\n1\n", finished

    @pytest.mark.parametrize("mode", ["universal", "debug", "trace"])
    def test_destructors_of_capsules_run_in_each(self, run_lives, mode):
        code = "kept = mod.capsule(); print('kept', flush=True)"
        finished = run_lives(code, code, mode=mode)
        assert (finished.returncode, finished.stdout) == (0, "kept\nended " * 2), finished

    @pytest.mark.parametrize("mode", ["universal", "debug", "trace"])
    def test_constants_of_contexts_are_those_of_the_life(self, run_lives, mode):
        code = """
import builtins
builtins.added = object()
print(mod.builtin('added') is builtins.added, mod.builtin('len')([1, 2]), flush=True)
kept = mod.Object()
del builtins.added
"""
        finished = run_lives(code, code, code, mode=mode)
        assert (finished.returncode, finished.stdout) == (0, "True 2\n" * 3), finished
        assert finished.stderr.splitlines() == [f"end of life {life}: 0" for life in (1, 2, 3)]
