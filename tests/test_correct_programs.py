"""Correct and unusual programs: debug mode reports nothing, with stacks on and off."""

import sys

import pytest

# 3.12 allows about 1,500 C calls in one another, whatever the recursion limit.
DEPTH = 400 if sys.version_info[:2] == (3, 12) else 1_000

PROGRAM = """
#include <pthread.h>
#include <stdlib.h>

HPyDef_METH(call, "call", HPyFunc_O)
static HPy call_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy copy = HPy_Dup(ctx, function);
    HPy result = HPy_Call(ctx, copy, NULL, 0, HPy_NULL);
    HPy_Close(ctx, copy);
    return result;
}

HPyDef_METH(leave, "leave", HPyFunc_NOARGS)
static HPy leave_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    sched_yield();
    HPy_ReenterPythonExecution(ctx, state);
    return HPyLong_FromLong(ctx, 1);
}

static void *count_up(void *number)
{
    for (int i = 0; i < 100000; i++)
        ++*(long *)number;
    return NULL;
}

/* Threads of its own work on C data, and on text that it may read, while the interpreter is left. */
HPyDef_METH(work_in_threads, "work_in_threads", HPyFunc_O)
static HPy work_in_threads_impl(HPyContext *ctx, HPy self, HPy arg)
{
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    long numbers[THREADS] = {0}, sum = 0;
    const char *text = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    HPy_BEGIN_LEAVE_PYTHON(ctx)
    for (int i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, count_up, &numbers[i]);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        sum += numbers[i] + text[0];
    }
    HPy_END_LEAVE_PYTHON(ctx)
    return HPyLong_FromLong(ctx, sum);
}

/* 70,000 buffers, all read, are open at once. */
HPyDef_METH(many_buffers, "many_buffers", HPyFunc_O)
static HPy many_buffers_impl(HPyContext *ctx, HPy self, HPy arg)
{
    enum { COUNT = 70000 };
    HPy *handles = malloc(COUNT * sizeof(HPy));
    const char **buffers = malloc(COUNT * sizeof(char *));
    long sum = 0;
    for (int i = 0; i < COUNT; i++) {
        handles[i] = HPy_Dup(ctx, arg);
        buffers[i] = HPyUnicode_AsUTF8AndSize(ctx, handles[i], NULL);
    }
    for (int i = 0; i < COUNT; i++)
        sum += buffers[i][0];
    for (int i = 0; i < COUNT; i++)
        HPy_Close(ctx, handles[i]);
    free(handles);
    free(buffers);
    return HPyLong_FromLong(ctx, sum);
}

static HPy opened_elsewhere(HPyContext *ctx, HPy arg) { return HPy_Dup(ctx, arg); }
static void closed_elsewhere(HPyContext *ctx, HPy h) { HPy_Close(ctx, h); }

HPyDef_METH(elsewhere, "elsewhere", HPyFunc_O)
static HPy elsewhere_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy first = opened_elsewhere(ctx, arg), second = opened_elsewhere(ctx, first);
    closed_elsewhere(ctx, first);
    return second;
}

/* The exception of the call stays pending while what was opened is cleaned up. */
HPyDef_METH(clean_up, "clean_up", HPyFunc_O)
static HPy clean_up_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPyTracker tracker = HPyTracker_New(ctx, 2);
    HPyListBuilder builder = HPyListBuilder_New(ctx, 1);
    HPy name = HPyUnicode_FromString(ctx, "name");
    HPyTracker_Add(ctx, tracker, name);
    HPy result = HPy_Call(ctx, function, NULL, 0, HPy_NULL);
    if (HPy_IsNull(result)) {
        int is_key_error = HPyErr_ExceptionMatches(ctx, ctx->h_KeyError);
        HPyListBuilder_Cancel(ctx, builder);
        HPyTracker_Close(ctx, tracker);
        if (!HPyErr_Occurred(ctx))
            return HPyLong_FromLong(ctx, -1);
        if (is_key_error) {
            HPyErr_Clear(ctx);
            return HPyUnicode_FromString(ctx, "cleared");
        }
        return HPyErr_SetString(ctx, ctx->h_ValueError, "replaced");
    }
    HPyListBuilder_Set(ctx, builder, 0, result);
    HPy_Close(ctx, result);
    HPyTracker_Close(ctx, tracker);
    return HPyListBuilder_Build(ctx, builder);
}

static HPyGlobal kept;

HPyDef_METH(kept_object, "kept_object", HPyFunc_NOARGS)
static HPy kept_object_impl(HPyContext *ctx, HPy self) { return HPyGlobal_Load(ctx, kept); }

typedef struct {
    long value;
} Odd;
HPyType_HELPERS(Odd)

HPyDef_SLOT(Odd_new, HPy_tp_new)
static HPy Odd_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Odd *odd;
    return HPy_New(ctx, type, &odd);
}

static HPy fail(HPyContext *ctx) { return HPyErr_SetString(ctx, ctx->h_LookupError, "odd"); }

HPyDef_SLOT(Odd_repr, HPy_tp_repr)
static HPy Odd_repr_impl(HPyContext *ctx, HPy self) { return fail(ctx); }

HPyDef_SLOT(Odd_hash, HPy_tp_hash)
static HPy_hash_t Odd_hash_impl(HPyContext *ctx, HPy self)
{
    fail(ctx);
    return -1;
}

HPyDef_SLOT(Odd_eq, HPy_tp_richcompare)
static HPy Odd_eq_impl(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op) { return fail(ctx); }

/* Runs with whatever exception is pending, and uses the API all the same. */
HPyDef_SLOT(Odd_finalize, HPy_tp_finalize)
static void Odd_finalize_impl(HPyContext *ctx, HPy self)
{
    HPy number = HPyLong_FromLong(ctx, 1), sum = HPy_Add(ctx, number, number);
    HPy_Close(ctx, sum);
    HPy_Close(ctx, number);
}

static HPyDef *Odd_defines[] = {&Odd_new, &Odd_repr, &Odd_hash, &Odd_eq, &Odd_finalize, NULL};
static HPyType_Spec Odd_spec = {
    .name = "mytest.Odd",
    .basicsize = sizeof(Odd),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_BASETYPE,
    .defines = Odd_defines,
};

HPyDef_SLOT(exec, HPy_mod_exec)
static int exec_impl(HPyContext *ctx, HPy mod)
{
    HPyGlobal_Store(ctx, &kept, mod);
    return 0;
}
"""

PROGRAMS = {
    "many calls in calls": f"""
import sys
sys.setrecursionlimit(10_000)
def down(n):
    return mod.call(lambda: down(n - 1)) if n else "bottom"
assert down({DEPTH}) == "bottom"
""",
    "an exception through many calls": f"""
import sys
sys.setrecursionlimit(10_000)
def down(n):
    return mod.call(lambda: down(n - 1)) if n else {{}}["missing"]
try:
    down({DEPTH})
except KeyError as error:
    assert error.args == ("missing",)
""",
    "threads that leave while others call": """
import threading
def work():
    for _ in range(300):
        assert mod.leave() == 1
        assert mod.call(mod.leave) == 1
        assert mod.call(lambda: mod.call(mod.leave)) == 1
threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads: thread.start()
work()
for thread in threads: thread.join()
""",
    "C threads while the interpreter is left": """
import threading
def work():
    for _ in range(20):
        assert mod.call(lambda: mod.work_in_threads("a")) == 4 * (100_000 + ord("a"))
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
work()
for thread in threads: thread.join()
""",
    "buffers without end": "assert mod.many_buffers('a') == 70_000 * ord('a')",
    "leaks looked for inside of calls": """
from hpy.debug import LeakDetector
def look():
    with LeakDetector():
        assert mod.elsewhere("x") == "x"
        detector = LeakDetector()
        detector.start()
        mod.elsewhere("y")
        detector.stop()
    return 1
assert mod.call(lambda: mod.call(look)) == 1
detectors = []
def start():
    detectors.append(LeakDetector())
    detectors[0].start()
mod.call(start)
detectors[0].stop()
""",
    "handles closed by another function": "assert mod.elsewhere('x') == 'x'",
    "cleaning up with an exception": """
def fail(error): raise error
assert mod.clean_up(lambda: 1) == [1]
assert mod.clean_up(lambda: fail(KeyError())) == "cleared"
try:
    mod.clean_up(lambda: fail(TypeError()))
except ValueError as error:
    assert error.args == ("replaced",)
""",
    "slots that raise": """
for function in [repr, hash, str, lambda odd: odd == odd, lambda odd: {odd}, lambda odd: f"{odd!r}"]:
    for _ in range(2):
        try:
            mod.call(lambda: function(mod.Odd()))
        except LookupError as error:
            assert error.args == ("odd",)
        else:
            raise AssertionError
""",
    "finalizers with an exception": """
def fail():
    odd = mod.Odd()
    raise KeyError(mod.call(mod.Odd) and 1)
for _ in range(100):
    try:
        mod.call(fail)
    except KeyError:
        pass
class Cycle(mod.Odd): pass
import gc
for _ in range(100):
    cycle = Cycle()
    cycle.itself = cycle
del cycle
gc.collect()
""",
    "objects that live until the end": "keep = [mod.Odd() for _ in range(10)]; mod.keep = keep",
    "generators": """
def generate(n):
    for i in range(n):
        yield mod.call(lambda: i)
        yield from (mod.call(lambda: next(other, None)) for _ in range(2))
other = iter(range(5))
assert len(list(generate(20))) == 60
def echo():
    value = None
    while True:
        value = yield mod.call(lambda: value)
g = echo()
next(g)
assert [mod.call(lambda: g.send(i)) for i in range(5)] == list(range(5))
g.close()
""",
    "a module that is kept": "assert all(mod.kept_object().kept_object() is not None for _ in range(100))",
}


@pytest.fixture
def program(compile_module):
    return compile_module(PROGRAM)


@pytest.mark.parametrize("stacks", [0, 8])
@pytest.mark.parametrize("name", PROGRAMS)
def test_is_not_reported(program, run_snippet, name, stacks):
    code = f"from hpy.universal import _debug; _debug.set_handle_stack_trace_limit({stacks})\n{PROGRAMS[name]}"
    finished = run_snippet(program, code)
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr[-2000:]


@pytest.mark.parametrize("name", PROGRAMS)
def test_is_a_program_without_debug_mode(program, run_snippet, name):
    finished = run_snippet(program, PROGRAMS[name], mode="universal")
    assert (finished.returncode, finished.stderr) == (0, ""), finished.stderr[-2000:]
