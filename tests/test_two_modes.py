"""The same extension in several modes in one process."""

import gc
import os
import shutil
import stat
import subprocess
import textwrap

import pytest
from hpy.debug import LeakDetector

from extensions import run_python
from sources import CLOSE_TWICE, CONTEXT_NAME

COUNTER = """
static long calls;

HPyDef_METH(count, "count", HPyFunc_NOARGS)
static HPy count_impl(HPyContext *ctx, HPy self)
{
    calls++;
    return HPyLong_FromLong(ctx, calls);
}

HPyDef_METH(leak, "leak", HPyFunc_NOARGS)
static HPy leak_impl(HPyContext *ctx, HPy self)
{
    HPyLong_FromLong(ctx, 1234);
    return HPy_Dup(ctx, ctx->h_None);
}
""" + CONTEXT_NAME

NAMES = {"universal": "HPy Universal ABI", "debug": "HPy Debug Mode ABI", "trace": "HPy Trace Mode ABI"}
MODES = list(NAMES)


EXCHANGE = """
static HPyContext *saved;

HPyDef_METH(save, "save", HPyFunc_NOARGS)
static HPy save_impl(HPyContext *ctx, HPy self)
{
    return HPyLong_FromSsize_t(ctx, (HPy_ssize_t)(saved = ctx));
}

HPyDef_METH(make, "make", HPyFunc_O)
static HPy make_impl(HPyContext *ctx, HPy self, HPy kind)
{
    switch (HPyLong_AsLong(ctx, kind)) {
    case 0: return HPyLong_FromSsize_t(ctx, HPy_Dup(ctx, kind)._i);
    case 1: return HPyLong_FromSsize_t(ctx, HPyListBuilder_New(ctx, 1)._lst);
    case 2: return HPyLong_FromSsize_t(ctx, HPyTracker_New(ctx, 1)._i);
    case 3: return HPyLong_FromSsize_t(ctx, kind._i);
    default: return HPyLong_FromSsize_t(ctx, ctx->h_None._i);
    }
}

HPyDef_METH(use, "use", HPyFunc_VARARGS)
static HPy use_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy_ssize_t value = HPyLong_AsSsize_t(ctx, args[1]);
    switch (HPyLong_AsLong(ctx, args[0])) {
    case 1: HPyListBuilder_Cancel(ctx, (HPyListBuilder){value}); break;
    case 2: HPyTracker_Close(ctx, (HPyTracker){value}); break;
    default: return HPy_Dup(ctx, (HPy){value});
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_context, "use_context", HPyFunc_O)
static HPy use_context_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPyContext *other = (HPyContext *)HPyLong_AsSsize_t(ctx, arg);
    return HPyLong_FromLong(other, 1);
}
"""


class TestThingsOfAModuleInAnotherMode:
    """They are reported where one of the two modes is debug and the call goes through its context."""

    @pytest.fixture
    def run(self, compile_module):
        extension = compile_module(EXCHANGE)
        prelude = f"""
            import importlib.util, hpy.universal
            def load(mode):
                spec = importlib.util.spec_from_file_location("mytest", {str(extension.path)!r})
                return hpy.universal.load("mytest", {str(extension.path)!r}, spec, mode=getattr(hpy.universal, mode))
            universal, debug, trace = load("MODE_UNIVERSAL"), load("MODE_DEBUG"), load("MODE_TRACE")
            """
        return lambda code: run_python(textwrap.dedent(prelude) + code, [extension])

    @pytest.mark.parametrize("mode", ["universal", "trace"])
    @pytest.mark.parametrize(
        ("kind", "function"),
        [(0, "HPy_Dup"), (1, "HPyListBuilder_Cancel"), (2, "HPyTracker_Close"), (3, "HPy_Dup"), (4, "HPy_Dup")],
    )
    def test_handle_builder_or_tracker_is_wild(self, run, mode, kind, function):
        finished = run(f"debug.use({kind}, {mode}.make({kind}))")
        assert finished.stderr.startswith(f"HPy debug: error[wild-handle]: {function}: ")
        assert finished.returncode == -6

    @pytest.mark.parametrize("mode", ["universal", "trace"])
    def test_saved_context_of_debug_mode(self, run, mode):
        finished = run(f"{mode}.use_context(debug.save())")
        assert finished.stderr.startswith("HPy debug: error[wrong-context]: HPyLong_FromInt64_t: ")
        assert finished.returncode == -6


@pytest.mark.parametrize("first", MODES)
def test_each_module_keeps_its_mode_in_any_order(compiler, first):
    extension = compiler.compile(COUNTER, f"first_{first}")
    order = [first, *(mode for mode in MODES if mode != first), first]
    modules = [(mode, extension.load(mode)) for mode in order]
    for mode, module in modules * 2:
        assert module.context_name().startswith(NAMES[mode])


def test_modules_of_one_mode_share_the_library_and_those_of_two_do_not(compiler):
    extension = compiler.compile(COUNTER, "shared")
    first, again, debug = extension.load(), extension.load(), extension.load("debug")
    assert [first.count(), again.count()] == [1, 2]
    assert [debug.count(), extension.load("debug").count()] == [1, 2]


def test_leaks_of_the_copy_are_found_and_those_of_the_original_are_not(compiler):
    extension = compiler.compile(COUNTER, "leaky")
    universal, debug = extension.load("universal"), extension.load("debug")
    with LeakDetector():
        universal.leak()
    detector = LeakDetector()
    detector.start()
    debug.leak()
    with pytest.raises(Exception, match="1 unclosed handle"):
        detector.stop()


def test_stripped_extension_from_a_directory_without_write_permission(compiler, tmp_path):
    extension = compiler.compile(COUNTER, "mytest")
    directory = tmp_path / "read-only"
    directory.mkdir()
    path = directory / extension.path.name
    shutil.copy(extension.path, path)
    subprocess.run(["strip", "--strip-all", str(path)], check=True)
    path.chmod(stat.S_IRUSR)
    directory.chmod(stat.S_IRUSR | stat.S_IXUSR)
    code = f"""
    import importlib.util, hpy.universal
    for mode in (1, 0, 2):
        spec = importlib.util.spec_from_file_location("mytest", {str(path)!r})
        print(hpy.universal.load("mytest", {str(path)!r}, spec, mode=mode).context_name())
    """
    try:
        finished = run_python(code)
    finally:
        directory.chmod(stat.S_IRWXU)
    assert finished.returncode == 0, finished
    assert [line.split(" ABI")[0] for line in finished.stdout.splitlines()] == [
        "HPy Debug Mode",
        "HPy Universal",
        "HPy Trace Mode",
    ]


def test_no_descriptors_stay_open(compiler):
    extension = compiler.compile(COUNTER, "descriptors")
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        for mode in MODES:
            extension.load(mode)
    gc.collect()
    assert len(os.listdir("/proc/self/fd")) == before


LOADER = """
import importlib.util, os, hpy.universal
MODES = {"universal": 0, "debug": 1, "trace": 2}
def load(mode, name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    return hpy.universal.load(name, path, spec, mode=MODES[mode])
"""


class TestCopy:
    """Its name is its own for ever."""

    def test_is_no_other_when_descriptors_are_closed(self, compiler):
        extension = compiler.compile(COUNTER, "closed")
        code = f"""{LOADER}
path = {str(extension.path)!r}
modules = []
for mode in MODES:
    modules.append((mode, load(mode, "closed", path)))
    os.closerange(3, 64)
for mode, module in modules:
    print(mode, module.context_name())
"""
        finished = run_python(code)
        assert finished.returncode == 0, finished
        lines = finished.stdout.splitlines()
        assert len(lines) == len(MODES)
        assert all(line.startswith(f"{mode} {NAMES[mode]}") for mode, line in zip(MODES, lines))

    def test_is_no_other_however_many_there_are(self, compiler):
        extensions = [compiler.compile(COUNTER, f"many_{number}") for number in range(12)]
        for extension in extensions:
            modules = {mode: extension.load(mode) for mode in MODES}
            for mode, module in modules.items():
                assert module.context_name().startswith(NAMES[mode])
                assert module.count() == 1

    def test_has_the_names_and_lines_of_the_original(self, compiler):
        extension = compiler.compile(FAULTY, "original")
        code = f"""{LOADER}
path = {str(extension.path)!r}
load("universal", "original", path)
os.closerange(3, 64)
decoy = [os.open(os.devnull, os.O_RDONLY) for _ in range(20)]
load("debug", "original", path).write()
"""
        report = run_python(code).stderr
        assert "  extension original\n" in report
        assert "    write_impl at " in report

    def test_has_no_names_of_a_file_that_has_changed(self, compiler, tmp_path):
        path = tmp_path / "original.hpy0.so"
        shutil.copy(compiler.compile(FAULTY, "original").path, path)
        code = f"""{LOADER}
path = {str(path)!r}
load("universal", "original", path)
module = load("debug", "original", path)
os.unlink(path)
os.symlink({str(compiler.compile(COUNTER, "original").path)!r}, path)
module.write()
"""
        report = run_python(code).stderr
        assert "  extension original\n" in report
        assert f"    {path}+0x" in report

    @pytest.mark.parametrize("mode", ["debug", "trace"])
    def test_may_load_extensions_as_it_is_loaded(self, compiler, mode):
        """A constructor imports another extension, and the same in the same mode."""
        inner = compiler.compile(COUNTER, "inner")
        outer = compiler.compile(IMPORTING, "outer", abi="hybrid")
        code = f"""{LOADER}
import builtins
path = {str(outer.path)!r}
def hook():
    if not hook.is_running:
        hook.is_running = True
        hook.inner = [load(mode, "inner", {str(inner.path)!r}) for mode in MODES]
        hook.outer = load({mode!r}, "outer", path)
        hook.is_running = False
hook.is_running = True
builtins.hook = hook
load("universal", "outer", path)
hook.is_running = False
outer = load({mode!r}, "outer", path)
print(outer.context_name(), hook.outer.context_name(), sep="\\n")
"""
        finished = run_python(code)
        assert finished.returncode == 0, finished
        lines = finished.stdout.splitlines()
        assert len(lines) == 2 and all(line.startswith(NAMES[mode]) for line in lines)


FAULTY = """
HPyDef_METH(write, "write", HPyFunc_NOARGS)
static HPy write_impl(HPyContext *ctx, HPy self)
{
    *(volatile int *)8 = 42;
    return HPy_Dup(ctx, ctx->h_None);
}
"""

IMPORTING = """
#include <Python.h>

__attribute__((constructor)) static void start(void)
{
    PyRun_SimpleString("import builtins; builtins.hook()");
}
""" + CONTEXT_NAME


class TestOneLibraryUnderTwoNames:
    """It has one context, so reports give both names; no report gives the wrong one alone."""

    @pytest.fixture
    def run(self, compiler):
        extension = compiler.compile(FAULTY + CLOSE_TWICE, "shared")
        prelude = f"""{LOADER}
path = {str(extension.path)!r}
first, second = (load("debug", name, path) for name in ("first.shared", "second.shared"))
"""
        return lambda code: run_python(prelude + code, (), {"HPY_DEBUG_OPTIONS": "on_error=warn"}).stderr

    @pytest.mark.parametrize("module", ["first", "second"])
    @pytest.mark.parametrize("call", ["write()", "close_twice(1)"])
    def test_is_named_by_both(self, run, module, call):
        assert "  extension first.shared or second.shared\n" in run(f"{module}.{call}")

    def test_that_is_loaded_again_under_the_same_name_is_named_once(self, run):
        report = run("load('debug', 'first.shared', path); first.close_twice(1)")
        assert "  extension first.shared or second.shared\n" in report
