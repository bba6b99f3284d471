import json

import pytest

from sources import CALL

WRONG = "Error: Wrong HPy Context!"

CONTEXTS = """
#include <pthread.h>

static HPyContext *kept;

HPyDef_METH(keep, "keep", HPyFunc_NOARGS)
static HPy keep_impl(HPyContext *ctx, HPy self)
{
    kept = ctx;
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(ignore, "ignore", HPyFunc_NOARGS)
static HPy ignore_impl(HPyContext *ctx, HPy self)
{
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(use_kept, "use_kept", HPyFunc_NOARGS)
static HPy use_kept_impl(HPyContext *ctx, HPy self)
{
    return HPyUnicode_FromString(kept, "answer");
}

static void *convert(void *ctx)
{
    for (int i = 0; i < 3; i++)
        HPyLong_FromLong(ctx, i);
    return NULL;
}

HPyDef_METH(use_in_a_thread, "use_in_a_thread", HPyFunc_NOARGS)
static HPy use_in_a_thread_impl(HPyContext *ctx, HPy self)
{
    pthread_t thread;
    pthread_create(&thread, NULL, convert, ctx);
    pthread_join(thread, NULL);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(keep_and_call, "keep_and_call", HPyFunc_O)
static HPy keep_and_call_impl(HPyContext *ctx, HPy self, HPy function)
{
    kept = ctx;
    return HPy_Call(ctx, function, NULL, 0, HPy_NULL);
}

HPyDef_METH(call_and_use_own, "call_and_use_own", HPyFunc_O)
static HPy call_and_use_own_impl(HPyContext *ctx, HPy self, HPy function)
{
    HPy result = HPy_Call(ctx, function, NULL, 0, HPy_NULL);
    if (HPy_IsNull(result))
        return HPy_NULL;
    HPy_Close(ctx, result);
    return HPyLong_FromLong(ctx, 1);
}

static int barrier_reached;
static int barrier_passed;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

HPyDef_METH(leave_and_wait, "leave_and_wait", HPyFunc_NOARGS)
static HPy leave_and_wait_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    pthread_mutex_lock(&mutex);
    barrier_reached = 1;
    pthread_cond_broadcast(&changed);
    while (!barrier_passed)
        pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
    HPy_ReenterPythonExecution(ctx, state);
    return HPyLong_FromLong(ctx, 1);
}

HPyDef_METH(return_left, "return_left", HPyFunc_NOARGS)
static HPy return_left_impl(HPyContext *ctx, HPy self)
{
    HPy result = HPyLong_FromLong(ctx, 1);
    HPy_LeavePythonExecution(ctx);
    return result;
}

HPyDef_METH(reenter_with_nothing, "reenter_with_nothing", HPyFunc_NOARGS)
static HPy reenter_with_nothing_impl(HPyContext *ctx, HPy self)
{
    HPy_LeavePythonExecution(ctx);
    HPy_ReenterPythonExecution(ctx, (HPyThreadState){0});
    return HPyLong_FromLong(ctx, 1);
}

HPyDef_METH(reenter_twice, "reenter_twice", HPyFunc_NOARGS)
static HPy reenter_twice_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    HPy_ReenterPythonExecution(ctx, state);
    HPy_ReenterPythonExecution(ctx, state);
    return HPyLong_FromLong(ctx, 1);
}

static void use_kept_at_exit(void)
{
    HPyLong_FromLong(kept, 1);
}

HPyDef_METH(keep_until_exit, "keep_until_exit", HPyFunc_NOARGS)
static HPy keep_until_exit_impl(HPyContext *ctx, HPy self)
{
    kept = ctx;
    atexit(use_kept_at_exit);
    return HPyLong_FromLong(ctx, 1);
}

HPyDef_METH(await_leaver, "await_leaver", HPyFunc_NOARGS)
static HPy await_leaver_impl(HPyContext *ctx, HPy self)
{
    HPyThreadState state = HPy_LeavePythonExecution(ctx);
    pthread_mutex_lock(&mutex);
    while (!barrier_reached)
        pthread_cond_wait(&changed, &mutex);
    pthread_mutex_unlock(&mutex);
    HPy_ReenterPythonExecution(ctx, state);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(release_leaver, "release_leaver", HPyFunc_NOARGS)
static HPy release_leaver_impl(HPyContext *ctx, HPy self)
{
    pthread_mutex_lock(&mutex);
    barrier_passed = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&mutex);
    return HPy_Dup(ctx, ctx->h_None);
}
"""


@pytest.fixture
def contexts(compile_module):
    return compile_module(CONTEXTS)


@pytest.mark.parametrize("policy", ["warn", "raise"])
def test_thread_without_the_interpreter_is_reported_once_for_each_place(contexts, run_snippet, policy):
    code = '''
for _ in range(2):
    try: print(mod.use_in_a_thread())
    except Exception as error: print(type(error).__name__)
'''
    finished = run_snippet(contexts, code, options=f"report=json,on_error={policy}")
    assert finished.stdout == ("None\n" if policy == "warn" else "HPyMisuseError\n") * 2
    assert [json.loads(line)["check"] for line in finished.stderr.splitlines()] == ["no-interpreter"]


class TestSavedContext:
    @pytest.mark.parametrize("calls", [1, 2, 3, 15, 16, 17, 31, 32])
    def test_use_in_a_later_call_is_reported(self, contexts, assert_aborts, calls):
        code = f"mod.keep()\nfor _ in range({calls - 1}): mod.ignore()\nmod.use_kept()"
        assert_aborts(contexts, code, "wrong-context", "HPyUnicode_FromString", WRONG)

    @pytest.mark.parametrize("depth", [1, 2, 15, 16, 17])
    def test_use_in_a_nested_call_is_reported(self, contexts, assert_aborts, depth):
        code = f"""
def nested(depth):
    return mod.call_and_use_own(lambda: nested(depth - 1)) if depth else mod.use_kept()
mod.keep_and_call(lambda: nested({depth - 1}))
"""
        assert_aborts(contexts, code, "wrong-context", "HPyUnicode_FromString", WRONG)

    @pytest.mark.parametrize("code", ["mod.keep(); mod.use_kept()", "mod.keep_and_call(mod.use_kept)"])
    def test_report_names_the_function_that_runs(self, contexts, run_snippet, code):
        report, *_ = run_snippet(contexts, code, options="report=json").stderr.splitlines()
        assert json.loads(report)["callee"] == "mytest.use_kept"

    def test_use_after_python_ended_is_reported(self, contexts, assert_aborts):
        assert_aborts(contexts, "mod.keep_until_exit()", "wrong-context", "HPyLong_FromInt64_t", WRONG)


class TestInterpreterThatWasLeft:
    @pytest.mark.parametrize("name", ["return_left", "reenter_with_nothing", "reenter_twice"])
    def test_is_held_again_after_a_misuse_that_is_survived(self, contexts, run_snippet, name):
        finished = run_snippet(contexts, f"print(mod.{name}(), mod.{name}())", options="on_error=continue")
        assert (finished.returncode, finished.stdout, finished.stderr) == (0, "1 1\n", "")


class TestOwnContext:
    @pytest.mark.parametrize("calls", [1, 15, 16, 17, 100])
    def test_is_valid_after_the_thread_was_away_while_others_called(self, contexts, run_snippet, calls):
        code = f"""
import threading
results = []
thread = threading.Thread(target=lambda: results.append(mod.leave_and_wait()))
thread.start()
mod.await_leaver()
for _ in range({calls}):
    mod.ignore()
mod.release_leaver()
thread.join()
print(results)
"""
        finished = run_snippet(contexts, code)
        assert (finished.returncode, finished.stdout) == (0, "[1]\n"), finished


NESTED = CALL + """
#include <stdint.h>

HPyDef_METH(call_first, "call_first", HPyFunc_VARARGS)
static HPy call_first_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    return HPy_Call(ctx, args[0], NULL, 0, HPy_NULL);
}

HPyDef_METH(place, "place", HPyFunc_NOARGS)
static HPy place_impl(HPyContext *ctx, HPy self)
{
    int here;
    return HPyLong_FromLong(ctx, (long)(intptr_t)&here);
}
"""


@pytest.mark.parametrize("call", ["call", "call_first"])
def test_nested_calls_need_little_more_stack_in_debug_mode(compile_module, run_snippet, call):
    extension = compile_module(NESTED)
    code = f"""
def place(depth):
    return mod.{call}(lambda: place(depth - 1)) if depth else mod.place()
print((place(10) - place(110)) // 100)
"""
    universal, debug = (int(run_snippet(extension, code, mode).stdout) for mode in ("universal", "debug"))
    assert 0 < debug - universal < 500
