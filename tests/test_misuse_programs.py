"""Programs that misuse the API in ways that single calls do not show: histories, memory, threads, results, other modes.

Each runs in a process of its own, in debug mode, and is reported with its check, function and argument.
"""

import pytest

from extensions import run_each

PRELUDE = """
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static HPyContext *saved_ctx;
static HPy saved;
static const char *saved_text;
static HPyTracker saved_tracker;
static HPyListBuilder saved_builder;
static HPyGlobal never_stored;

static HPy none(HPyContext *ctx) { return HPy_Dup(ctx, ctx->h_None); }

static HPy closed(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    HPy_Close(ctx, copy);
    return copy;
}

static void churn(HPyContext *ctx, HPy h, int count)
{
    while (count--)
        closed(ctx, h);
}

static const char *closed_text(HPyContext *ctx, HPy h)
{
    HPy copy = HPy_Dup(ctx, h);
    const char *text = HPyUnicode_AsUTF8AndSize(ctx, copy, NULL);
    HPy_Close(ctx, copy);
    return text;
}

static void churn_texts(HPyContext *ctx, HPy h, int count)
{
    while (count--)
        closed_text(ctx, h);
}

static void *dup_in_a_thread(void *ctx)
{
    HPy_Dup((HPyContext *)ctx, ((HPyContext *)ctx)->h_None);
    return NULL;
}

static void *reenter_in_a_thread(void *ctx)
{
    HPy_ReenterPythonExecution((HPyContext *)ctx, (HPyThreadState){0});
    return NULL;
}

static void in_a_thread(void *(*function)(void *), HPyContext *ctx)
{
    pthread_t thread;
    pthread_create(&thread, NULL, function, ctx);
    pthread_join(thread, NULL);
}
"""

# name: what is run with `ctx`, `arg` (a str), `number` (an int), and `again` (which run this is, from 0); check, function,
# argument.
PROGRAMS = {
    "close after 100,000 others": (
        "HPy h = closed(ctx, arg); churn(ctx, arg, 100000); HPy_Close(ctx, h);",
        "double-close HPy_Close h",
    ),
    "use after 100,000 others": (
        "HPy h = closed(ctx, arg); churn(ctx, arg, 100000); HPy_Close(ctx, HPy_Str(ctx, h));",
        "use-after-close HPy_Str obj",
    ),
    "one of a batch closed twice": (
        "HPy h[500]; for (int i = 0; i < 500; i++) h[i] = HPy_Dup(ctx, arg);"
        "for (int i = 0; i < 500; i++) HPy_Close(ctx, h[i]); HPy_Close(ctx, h[250]);",
        "double-close HPy_Close h",
    ),
    "closed handle in memory that was freed and taken again": (
        "HPy *p = malloc(sizeof(HPy)); *p = closed(ctx, arg); HPy h = *p; free(p);"
        "p = malloc(sizeof(HPy)); *p = HPy_Dup(ctx, arg); HPy_Hash(ctx, h); HPy_Close(ctx, *p); free(p);",
        "use-after-close HPy_Hash obj",
    ),
    "argument kept for a later call": (
        "if (again) HPy_Close(ctx, HPy_Repr(ctx, saved)); else saved = arg;",
        "use-after-call HPy_Repr obj",
    ),
    "argument kept and closed in a later call": (
        "if (again) HPy_Close(ctx, saved); else saved = arg;",
        "use-after-call HPy_Close h",
    ),
    "argument kept and returned by a later call": (
        "if (again) return saved; saved = arg;",
        "use-after-call mytest.run",
    ),
    "argument closed": ("HPy_Close(ctx, arg);", "close-argument HPy_Close h"),
    "argument returned": ("return arg;", "return-argument mytest.run"),
    "keyword returned": ("return args[nargs];", "return-argument mytest.run"),
    "self closed": ("HPy_Close(ctx, self);", "close-argument HPy_Close h"),
    "self returned": ("return self;", "return-argument mytest.run"),
    "type of an exception closed": ("HPy_Close(ctx, ctx->h_ValueError);", "close-constant HPy_Close h"),
    "None returned": ("return ctx->h_None;", "return-constant mytest.run"),
    "constant of an earlier call": (
        "if (again) { churn(ctx, arg, 3); HPy_Close(ctx, HPy_Dup(ctx, saved)); } else saved = ctx->h_True;",
        "wrong-context HPy_Dup h",
    ),
    "result closed before it is returned": ("return closed(ctx, arg);", "return-closed mytest.run"),
    "minus one as a handle": ("HPy_Length(ctx, (HPy){-1});", "wild-handle HPy_Length h"),
    "large number as a handle": ("HPy_Length(ctx, (HPy){(HPy_ssize_t)1 << 62});", "wild-handle HPy_Length h"),
    "small number as a handle": ("HPy_Length(ctx, (HPy){3});", "wild-handle HPy_Length h"),
    "PyObject * as a handle": ("HPy_Length(ctx, (HPy){number});", "wild-handle HPy_Length h"),
    "handle of the universal context": ("HPy_Length(ctx, (HPy){number + 1});", "wild-handle HPy_Length h"),
    "wild result": ("return (HPy){number + 1};", "wild-handle mytest.run"),
    "address on the stack": ("long here; HPy_Length(ctx, (HPy){(HPy_ssize_t)&here});", "wild-handle HPy_Length h"),
    "address on the heap": ("HPy_Length(ctx, (HPy){(HPy_ssize_t)malloc(8)});", "wild-handle HPy_Length h"),
    "uninitialised memory": (
        "HPy h[4]; memset(h, 0xcd, sizeof h); HPy_Close(ctx, h[2]);",
        "wild-handle HPy_Close h",
    ),
    "tracker as a handle": (
        "HPyTracker t = HPyTracker_New(ctx, 1); HPy_Close(ctx, (HPy){t._i});",
        "wild-handle HPy_Close h",
    ),
    "handle as a builder": ("HPyListBuilder_Set(ctx, (HPyListBuilder){arg._i}, 0, arg);", "wild-handle HPyListBuilder_Set builder"),
    "list builder as a tuple builder": (
        "HPyTupleBuilder_Cancel(ctx, (HPyTupleBuilder){HPyListBuilder_New(ctx, 1)._lst});",
        "wild-handle HPyTupleBuilder_Cancel builder",
    ),
    "name of a keyword that is closed": (
        "HPy args[] = {arg, closed(ctx, arg)}; HPy_Call(ctx, arg, args, 2, HPy_NULL);",
        "use-after-close HPy_Call args",
    ),
    "NULL in the middle of an array": (
        "HPy items[] = {arg, HPy_NULL, arg}; HPyTuple_FromArray(ctx, items, 3);",
        "null-argument HPyTuple_FromArray items",
    ),
    "closed handle in a tuple of HPyTuple_Pack": (
        "HPyTuple_Pack(ctx, 3, arg, arg, closed(ctx, arg));",
        "use-after-close HPyTuple_FromArray items",
    ),
    "NULL into a builder": (
        "HPyTupleBuilder b = HPyTupleBuilder_New(ctx, 2); HPyTupleBuilder_Set(ctx, b, 0, HPy_NULL);",
        "null-argument HPyTupleBuilder_Set h_item",
    ),
    "method called without a receiver": (
        "HPy_CallMethod(ctx, arg, &arg, 0, HPy_NULL);",
        "too-few HPy_CallMethod nargs",
    ),
    "method called without a receiver or an array": (
        "HPy_CallMethod(ctx, arg, NULL, 0, HPy_NULL);",
        "too-few HPy_CallMethod nargs",
    ),
    "wild operator": ("HPy_RichCompare(ctx, arg, arg, 6);", "wrong-value HPy_RichCompare op"),
    "negative operator": ("HPy_RichCompareBool(ctx, arg, arg, -1);", "wrong-value HPy_RichCompareBool op"),
    "instance of a builtin type": (
        "void *data; _HPy_New(ctx, ctx->h_ListType, &data);",
        "wrong-type _HPy_New h_type",
    ),
    **{
        f"function that calls {name}": (
            f"HPyCallFunction f = {{0}}; HPy_SetCallFunction(ctx, {value}, &f);",
            "wrong-type HPy_SetCallFunction h",
        )
        for name, value in [
            ("a class", "ctx->h_LongType"),
            ("a builtin function", 'HPy_GetItem_s(ctx, ctx->h_Builtins, "len")'),
            ("a method of a builtin type", 'HPy_GetAttr_s(ctx, ctx->h_ListType, "append")'),
        ]
    },
    "negative index": (
        "HPyListBuilder b = HPyListBuilder_New(ctx, 2); HPyListBuilder_Set(ctx, b, -1, arg);",
        "builder-index HPyListBuilder_Set index",
    ),
    "builder cancelled twice": (
        "HPyListBuilder b = HPyListBuilder_New(ctx, 2); HPyListBuilder_Cancel(ctx, b); HPyListBuilder_Cancel(ctx, b);",
        "builder-use-after-close HPyListBuilder_Cancel builder",
    ),
    "builder built twice": (
        "HPyTupleBuilder b = HPyTupleBuilder_New(ctx, 0); HPy_Close(ctx, HPyTupleBuilder_Build(ctx, b));"
        "HPyTupleBuilder_Build(ctx, b);",
        "builder-use-after-close HPyTupleBuilder_Build builder",
    ),
    "builder built after it was cancelled": (
        "HPyListBuilder b = HPyListBuilder_New(ctx, 0); HPyListBuilder_Cancel(ctx, b); return HPyListBuilder_Build(ctx, b);",
        "builder-use-after-close HPyListBuilder_Build builder",
    ),
    "builder cancelled after it was built": (
        "HPyTupleBuilder b = HPyTupleBuilder_New(ctx, 0); HPy_Close(ctx, HPyTupleBuilder_Build(ctx, b));"
        "HPyTupleBuilder_Cancel(ctx, b);",
        "builder-use-after-close HPyTupleBuilder_Cancel builder",
    ),
    "builder set after it was built, and others since": (
        "HPyListBuilder b = HPyListBuilder_New(ctx, 0); HPy_Close(ctx, HPyListBuilder_Build(ctx, b));"
        "for (int i = 0; i < 5000; i++) HPyListBuilder_Cancel(ctx, HPyListBuilder_New(ctx, 1));"
        "HPyListBuilder_Set(ctx, b, 0, arg);",
        "builder-use-after-close HPyListBuilder_Set builder",
    ),
    "builder of an earlier call, built twice": (
        "if (again) HPyListBuilder_Build(ctx, saved_builder);"
        "else { saved_builder = HPyListBuilder_New(ctx, 0); HPy_Close(ctx, HPyListBuilder_Build(ctx, saved_builder)); }",
        "builder-use-after-close HPyListBuilder_Build builder",
    ),
    "tracker closed twice": (
        "HPyTracker t = HPyTracker_New(ctx, 0); HPyTracker_Close(ctx, t); HPyTracker_Close(ctx, t);",
        "tracker-use-after-close HPyTracker_Close ht",
    ),
    "tracker closed in an earlier call": (
        "if (again) HPyTracker_ForgetAll(ctx, saved_tracker);"
        "else { saved_tracker = HPyTracker_New(ctx, 0); HPyTracker_Close(ctx, saved_tracker); }",
        "tracker-use-after-close HPyTracker_ForgetAll ht",
    ),
    "tracked handle closed as well": (
        "HPyTracker t = HPyTracker_New(ctx, 0); HPy h = HPy_Dup(ctx, arg); HPyTracker_Add(ctx, t, h);"
        "HPy_Close(ctx, h); HPyTracker_Close(ctx, t);",
        "double-close HPyTracker_Close ht",
    ),
    "argument tracked": (
        "HPyTracker t = HPyTracker_New(ctx, 0); HPyTracker_Add(ctx, t, arg); HPyTracker_Close(ctx, t);",
        "close-argument HPyTracker_Close ht",
    ),
    "constant tracked": (
        "HPyTracker t = HPyTracker_New(ctx, 0); HPyTracker_Add(ctx, t, ctx->h_None); HPyTracker_Close(ctx, t);",
        "close-constant HPyTracker_Close ht",
    ),
    "closed handle tracked": (
        "HPyTracker t = HPyTracker_New(ctx, 0); HPyTracker_Add(ctx, t, closed(ctx, arg));",
        "use-after-close HPyTracker_Add h",
    ),
    "context of an earlier call leaves the interpreter": (
        "if (again) HPy_LeavePythonExecution(saved_ctx); else saved_ctx = ctx;",
        "wrong-context HPy_LeavePythonExecution",
    ),
    "interpreter re-entered without leaving": (
        "HPy_ReenterPythonExecution(ctx, (HPyThreadState){0});",
        "wrong-context HPy_ReenterPythonExecution",
    ),
    "interpreter re-entered twice": (
        "HPyThreadState s = HPy_LeavePythonExecution(ctx);"
        "HPy_ReenterPythonExecution(ctx, s); HPy_ReenterPythonExecution(ctx, s);",
        "wrong-context HPy_ReenterPythonExecution",
    ),
    "interpreter re-entered with another state": (
        "HPy_LeavePythonExecution(ctx); HPy_ReenterPythonExecution(ctx, (HPyThreadState){0});",
        "wild-handle HPy_ReenterPythonExecution state",
    ),
    "interpreter left twice": (
        "HPy_LeavePythonExecution(ctx); HPy_LeavePythonExecution(ctx);",
        "interpreter-left HPy_LeavePythonExecution",
    ),
    "handle closed while the interpreter is left": (
        "HPy_LeavePythonExecution(ctx); HPy_Close(ctx, ctx->h_None);",
        "interpreter-left HPy_Close",
    ),
    "return while the interpreter is left": (
        "HPy_LeavePythonExecution(ctx); return HPy_NULL;",
        "interpreter-left mytest.run",
    ),
    "thread that does not hold the interpreter": ("in_a_thread(dup_in_a_thread, ctx);", "no-interpreter HPy_Dup"),
    "thread that uses the context of a call that has left": (
        "HPy_LeavePythonExecution(ctx); in_a_thread(dup_in_a_thread, ctx);",
        "interpreter-left HPy_Dup",
    ),
    "thread that re-enters for another": (
        "in_a_thread(reenter_in_a_thread, ctx);",
        "wrong-context HPy_ReenterPythonExecution",
    ),
    "field that was never stored": (
        "HPyField f = HPyField_NULL; HPyField_Load(ctx, arg, f);",
        "null-argument HPyField_Load source_field",
    ),
    "text evaluated as code": (
        "HPy d = HPyDict_New(ctx); HPy_EvalCode(ctx, arg, d, d);",
        "wrong-type HPy_EvalCode code",
    ),
    "text as the dictionary of an exception": (
        'HPyErr_NewException(ctx, "mytest.Error", HPy_NULL, arg);',
        "wrong-type HPyErr_NewException dict",
    ),
    "far too many items": (
        "HPy items[1024] = {arg}; HPyTuple_FromArray(ctx, items, (HPy_ssize_t)1 << 60);",
        "null-argument HPyTuple_FromArray items",
    ),
    "value of an exception that is not set": ("return HPy_NULL;", "error-without-exception mytest.run"),
    "exception set and None returned": (
        'HPyErr_SetString(ctx, ctx->h_KeyError, "x"); return none(ctx);',
        "result-with-exception mytest.run",
    ),
    "failed call overlooked": (
        'HPy_GetAttr_s(ctx, arg, "missing"); return none(ctx);',
        "result-with-exception mytest.run",
    ),
}

# Those that end in a fault; the report comes first.
BUFFERS = {
    "text of a handle that is closed": (
        "HPy h = HPy_Dup(ctx, arg); const char *text = HPyUnicode_AsUTF8AndSize(ctx, h, NULL); HPy_Close(ctx, h);"
        "return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of an argument kept in a static": (
        "if (again) return HPyLong_FromLong(ctx, saved_text[0]); saved_text = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of a closed handle, 900 others since": (
        "const char *text = closed_text(ctx, arg); churn_texts(ctx, arg, 900); return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of a closed handle, 10,000 others since": (
        "const char *text = closed_text(ctx, arg); churn_texts(ctx, arg, 10000); return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of a closed handle, 70,000 others since": (
        "const char *text = closed_text(ctx, arg); churn_texts(ctx, arg, 70000); return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of a closed handle, 200,000 others since": (
        "const char *text = closed_text(ctx, arg); churn_texts(ctx, arg, 200000); return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of a handle closed before 70,000 others were opened at once": (
        "const char *text = closed_text(ctx, arg);"
        "for (int i = 0; i < 70000; i++) HPyUnicode_AsUTF8AndSize(ctx, HPy_Dup(ctx, arg), NULL);"
        "return HPyLong_FromLong(ctx, text[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "long text of a closed handle, 2,000 others since": (
        "HPy longer = HPyUnicode_FromFormat(ctx, \"%100000d\", 1); const char *text = closed_text(ctx, longer);"
        "churn_texts(ctx, longer, 2000); return HPyLong_FromLong(ctx, text[50000]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "first of two texts of a closed handle": (
        "HPy h = HPy_Dup(ctx, ctx->h_LongType); const char *a = HPyType_GetName(ctx, h); HPyType_GetName(ctx, h);"
        "HPy_Close(ctx, h); return HPyLong_FromLong(ctx, a[0]);",
        "buffer-use-after-close HPyType_GetName",
    ),
    "second of two texts of a closed handle": (
        "HPy h = HPy_Dup(ctx, ctx->h_LongType); HPyType_GetName(ctx, h); const char *b = HPyType_GetName(ctx, h);"
        "HPy_Close(ctx, h); churn_texts(ctx, arg, 5000); return HPyLong_FromLong(ctx, b[2]);",
        "buffer-use-after-close HPyType_GetName",
    ),
    "text of one handle closed, of another to the same object open": (
        "HPyUnicode_AsUTF8AndSize(ctx, arg, NULL); return HPyLong_FromLong(ctx, closed_text(ctx, arg)[0]);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text of an argument kept in a static, 70,000 others since": (
        "if (again) { churn_texts(ctx, arg, 70000); return HPyLong_FromLong(ctx, saved_text[0]); }"
        "saved_text = HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);",
        "buffer-use-after-close HPyUnicode_AsUTF8AndSize",
    ),
    "text written to": (
        "((char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL))[0] = 1;",
        "buffer-write HPyUnicode_AsUTF8AndSize",
    ),
    "name of a type read past its end": (
        "const char *name = HPyType_GetName(ctx, ctx->h_LongType); return HPyLong_FromLong(ctx, name[4]);",
        "buffer-overrun HPyType_GetName",
    ),
}
ALL = {**PROGRAMS, **BUFFERS}

SOURCE = (
    PRELUDE
    + """
HPyDef_METH(run, "run", HPyFunc_KEYWORDS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    HPy arg = args[1];
    HPy_ssize_t number = HPyLong_AsSsize_t(ctx, args[2]);
    long again = HPyLong_AsLong(ctx, args[3]);
    (void)number, (void)again;
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    return none(ctx);
}
"""
)

RUN = """
import mytest
def run(number):
    for again in range(2):
        mytest.run(number, "text" * 2, id(mytest), again, keyword=None)
"""


@pytest.fixture(scope="module")
def results(compiler):
    cases = "\n".join(f"    case {number}: {{ {code} break; }}" for number, (code, _) in enumerate(ALL.values()))
    extension = compiler.compile(SOURCE.replace("@CASES@", cases))
    return dict(zip(ALL, run_each(extension, RUN, len(ALL))))


@pytest.mark.parametrize("name", ALL)
def test_is_reported_by_name(results, name):
    check, function, *argument = ALL[name][1].split()
    status, report = results[name]
    assert report.startswith(f"HPy debug: error[{check}]: {function}: "), report
    if argument:
        assert report.splitlines()[1].startswith(f"  argument `{argument[0]}`"), report
    assert status == (-11 if name in BUFFERS else -6)
