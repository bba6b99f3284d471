"""Calls of the API that are made to fail: that they fail as the spec says, and what the runs tell of extensions."""

import json
import re
import textwrap
from pathlib import Path

import pytest

from api_spec import FRAME, FUNCTIONS, INTERNAL, OBJECTS, call, result, right_values, roles
from extensions import run_python

EXAMPLE = Path(__file__).parent.parent / "examples" / "fragile"

# What is wrong with the functions of the example.
PLANTED = {
    "leaks_first_impl": "leak",
    "leaks_second_impl": "leak",
    "leaks_beside_helper_impl": "leak",
    "unchecked_null_impl": "misuse",
    "unchecked_minus_one_impl": "misuse",
    "unchecked_number_impl": "misuse",
    "closes_twice_impl": "misuse",
    "keeps_builder_impl": "leak",
    "keeps_tracker_impl": "leak",
    "cancels_built_impl": "misuse",
    "swallows_effect_impl": "lost",
    "swallows_value_impl": "lost",
    "forgets_exception_impl": "misuse",
    "Box_finalize_impl": "crash",
}


@pytest.fixture
def walk(tmp_path):
    """walk(extension, code, *options): what `python -m hpy.debug fail` finds; its exit status is in `status`."""

    def run(extension, code, *options, **environment):
        result = tmp_path / "result.json"
        arguments = ("-m", "hpy.debug", "fail", "--json", str(result), *options, "-c")
        finished = run_python(code, [extension] if extension else [], environment, arguments)
        found = json.loads(result.read_text()) if result.exists() else {}
        return {**found, "status": finished.returncode, "text": finished.stdout, "errors": finished.stderr}

    return run


def bugs(found):
    return {bug["function"]: bug["verdict"] for bug in found["bugs"]}


@pytest.fixture(scope="module")
def fragile(compiler):
    # As if it had been compiled where it is.
    source = (EXAMPLE / "fragile.c").read_text()
    return compiler.compile(f'#line 1 "examples/fragile/fragile.c"\n{source}', name="fragile")


class TestExample:

    def test_every_mistake_is_found_and_no_other(self, fragile, walk):
        found = walk(fragile, (EXAMPLE / "use.py").read_text())
        assert bugs(found) == PLANTED, found["text"]
        assert len(found["bugs"]) == len(PLANTED)
        assert found["status"] == 1
        assert found["sites"] == found["ok"] + sum(len(bug["sites"]) for bug in found["bugs"])
        assert found["unreached"] == 0
        assert found["never_entered"] == ["never_called_impl"]
        assert "error[error-without-exception]: fragile.forgets_exception: " in found["text"]

    def test_debug_mode_alone_finds_none(self, fragile):
        code = (EXAMPLE / "use.py").read_text()
        finished = run_python(code, [fragile], {"HPY": "debug", "HPY_DEBUG_OPTIONS": "leaks=exit,exit_status=3"})
        assert (finished.returncode, finished.stderr) == (0, "")

    def test_bug_says_where_it_is(self, fragile, walk):
        found = walk(fragile, "import fragile; fragile.leaks_second('a', 'b')")
        (bug,) = found["bugs"]
        number = int(bug["where"].partition("fragile.c:")[2])
        assert "HPy_Add(ctx, first, second)" in (EXAMPLE / "fragile.c").read_text().splitlines()[number - 1]
        assert (bug["api"], bug["report"][0]["api"]) == ("HPy_Add", "HPy_Repr")
        assert f"leak in leaks_second_impl at {bug['where']}" in found["text"]


PAGE = Path(__file__).parent.parent / "docs/test/error-paths.md"


def test_page_shows_what_is_printed(fragile, walk):
    shown = PAGE.read_text().split("$ python -m hpy.debug fail few.py\n")[1].split("```")[0]
    printed = walk(fragile, (EXAMPLE / "few.py").read_text())["text"]
    assert re.sub(r"at /\S*?examples/", "at examples/", printed) == shown


# Functions that can fail, and do not only because that is what they are there for.
FAILING = [
    name
    for name, stanza in FUNCTIONS.items()
    if name not in INTERNAL
    and not stanza.get("raises")
    and stanza.get("error") != "none"
    and (stanza.get("error") or not re.match(r"(void|HPy\w+Builder) *\(", stanza["c"]))
]

EVERY_FUNCTION = """
HPyDef_METH(run, "run", HPyFunc_VARARGS)
static HPy run_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
@FRAME@
    HPy made = HPyType_FromSpec(ctx, &spec, NULL);
    int is_error = 0;
    switch (HPyLong_AsLong(ctx, args[0])) {
@CASES@
    }
    HPy_Close(ctx, made);
    if (is_error && HPyErr_Occurred(ctx))
        return HPy_NULL;
    HPyErr_Clear(ctx);
    return HPy_Dup(ctx, ctx->h_None);
}
"""


def call_of(number, function):
    args = right_values(function) | {name: "made" for name, role in roles(function).items() if role.get("made")}
    returned = result(function)
    if returned == "HPy":
        test = "HPy_IsNull(r)"
    elif returned.startswith("HPyTracker"):
        test = "r._i == 0"
    elif returned.endswith("*"):
        test = "r == NULL"
    else:
        test = f"r == ({returned}){FUNCTIONS[function].get('error', '-1').split()[0]}"
    return f"    case {number}: {{ {returned} r = {call(function, args)}; is_error = {test}; break; }}"


@pytest.fixture(scope="module")
def results(compiler):
    """For each function, how its call ended that was made to fail, and one at the same place that was not."""
    cases = "\n".join(call_of(number, function) for number, function in enumerate(FAILING))
    extension = compiler.compile(EVERY_FUNCTION.replace("@CASES@", cases).replace("@FRAME@", FRAME))
    code = f"""
        import json, warnings
        import mytest
        from hpy.debug import failing, sites
        warnings.simplefilter("ignore")
        objects = {OBJECTS}
        results = {{}}
        for number, name in enumerate({FAILING!r}):
            with failing(depth=1):
                try:
                    mytest.run(number, *objects)
                except Exception:
                    pass
                found = [site for site in sites() if site.api == name]
            if not found:
                results[name] = "not called"
                continue
            with failing(found[-1], depth=1) as failed:
                try:
                    mytest.run(number, *objects)
                    results[name] = "no exception"
                except Exception as error:
                    results[name] = [type(error).__name__, str(error)]
                if failed.failed is None:
                    results[name] = "not failed"
        print(json.dumps(results))
    """
    finished = run_python(code, [extension], {"HPY": "debug", "HPY_DEBUG_OPTIONS": "on_error=continue"})
    assert finished.returncode == 0, finished
    return json.loads(finished.stdout)


class TestEveryFunction:
    @pytest.mark.parametrize("function", FAILING)
    def test_fails_as_the_spec_says(self, results, function):
        expected = FUNCTIONS[function].get("fails", "MemoryError")
        assert results[function] == [expected, f"{function} was made to fail"]


CAREFUL = """
HPyDef_METH(careful, "careful", HPyFunc_O)
static HPy careful_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy text = HPy_Repr(ctx, arg);
    if (HPy_IsNull(text))
        return HPy_NULL;
    HPy twice = HPy_Add(ctx, text, text);
    HPy_Close(ctx, text);
    return twice;
}
"""


class TestVerdicts:
    def test_careful_extension_has_no_bugs(self, compile_module, walk):
        found = walk(compile_module(CAREFUL), "import mytest; mytest.careful(1)")
        assert (found["sites"], found["ok"], found["bugs"], found["status"]) == (2, 2, [], 0)

    def test_program_that_goes_on_after_an_exception_is_ok(self, compile_module, walk):
        code = """
            import mytest
            for i in range(10):
                try:
                    mytest.careful(i)
                except MemoryError:
                    pass
        """
        assert walk(compile_module(CAREFUL), code)["ok"] == 2

    def test_what_leaks_anyway_is_not_counted(self, compile_module, walk):
        source = CAREFUL + textwrap.dedent("""
            HPyDef_METH(leaks, "leaks", HPyFunc_O)
            static HPy leaks_impl(HPyContext *ctx, HPy self, HPy arg)
            {
                HPy_Dup(ctx, arg);
                return HPy_Repr(ctx, arg);
            }
        """)
        code = """
            import mytest
            for i in range(3):
                try:
                    mytest.leaks(i)
                    mytest.careful(i)
                except MemoryError:
                    pass
        """
        found = walk(compile_module(source), code)
        assert (found["ok"], found["bugs"]) == (3, [])

    def test_what_an_earlier_call_opened_is_not_counted(self, compile_module, walk):
        source = CAREFUL + textwrap.dedent("""
            static HPyTracker kept;
            HPyDef_METH(open_, "open", HPyFunc_NOARGS)
            static HPy open__impl(HPyContext *ctx, HPy self)
            {
                kept = HPyTracker_New(ctx, 1);
                return kept._i == 0 ? HPy_NULL : HPy_Dup(ctx, ctx->h_None);
            }
            HPyDef_METH(close_, "close", HPyFunc_NOARGS)
            static HPy close__impl(HPyContext *ctx, HPy self)
            {
                HPyTracker_Close(ctx, kept);
                return HPy_Dup(ctx, ctx->h_None);
            }
        """)
        found = walk(compile_module(source), "import mytest; mytest.open(); mytest.careful(1); mytest.close()")
        assert (found["ok"], found["bugs"]) == (3, [])

    FALLBACK = """
        HPyDef_METH(get, "get", HPyFunc_O)
        static HPy get_impl(HPyContext *ctx, HPy self, HPy arg)
        {
            HPy found = HPy_GetAttr_s(ctx, arg, "real");
            if (HPy_IsNull(found)) {
                %s
                HPyErr_Clear(ctx);
                return %s;
            }
            return found;
        }
    """

    @pytest.mark.parametrize(
        ("check", "fallback"),
        [
            ("if (!HPyErr_ExceptionMatches(ctx, ctx->h_AttributeError)) return HPy_NULL;", "HPy_Dup(ctx, ctx->h_None)"),
            ("if (!HPyErr_ExceptionMatches(ctx, ctx->h_MemoryError)) return HPy_NULL;", "HPy_Dup(ctx, ctx->h_None)"),
            ("", "HPy_Dup(ctx, arg)"),
        ],
        ids=["other exceptions are told of", "memory errors are expected", "the result is the same"],
    )
    def test_fallback_is_ok(self, compile_module, walk, check, fallback):
        found = walk(compile_module(self.FALLBACK % (check, fallback)), "import mytest; mytest.get(7)")
        assert (found["ok"], found["bugs"]) == (1, [])

    def test_fallback_to_another_result_is_lost(self, compile_module, walk):
        extension = compile_module(self.FALLBACK % ("", "HPy_Dup(ctx, ctx->h_None)"))
        found = walk(extension, "import mytest; mytest.get(7)")
        assert bugs(found) == {"get_impl": "lost"}
        assert "the function returned None instead of int 7" in found["bugs"][0]["reason"]

    def test_cache_that_cannot_be_written_to_is_ok(self, compile_module, walk):
        source = """
            HPyDef_METH(cached, "cached", HPyFunc_VARARGS)
            static HPy cached_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
            {
                HPy text = HPy_Repr(ctx, args[1]);
                if (HPy_IsNull(text))
                    return HPy_NULL;
                if (HPy_SetItem(ctx, args[0], args[1], text) < 0)
                    HPyErr_Clear(ctx);
                return text;
            }
        """
        found = walk(compile_module(source), "import mytest; mytest.cached({}, 3)")
        assert (found["ok"], found["bugs"]) == (2, [])

    def test_function_that_cannot_tell_of_exceptions_may_clear_them(self, compile_module, walk):
        source = """
            typedef struct { int x; } Box;
            HPyDef_SLOT(Box_finalize, HPy_tp_finalize)
            static void Box_finalize_impl(HPyContext *ctx, HPy self)
            {
                HPy text = HPy_Str(ctx, ctx->h_None);
                if (HPy_IsNull(text))
                    HPyErr_Clear(ctx);
                HPy_Close(ctx, text);
            }
            static HPyDef *Box_defines[] = {&Box_finalize, NULL};
            static HPyType_Spec box = {.name = "mytest.Box", .basicsize = sizeof(Box), .defines = Box_defines};
            HPyDef_METH(make, "make", HPyFunc_NOARGS)
            static HPy make_impl(HPyContext *ctx, HPy self)
            {
                return HPyType_FromSpec(ctx, &box, NULL);
            }
        """
        found = walk(compile_module(source), "import mytest; box = mytest.make()(); del box")
        assert (found["sites"], found["ok"], found["bugs"]) == (2, 2, [])

    def test_endless_loop_is_a_hang(self, compile_module, walk):
        source = """
            HPyDef_METH(insist, "insist", HPyFunc_O)
            static HPy insist_impl(HPyContext *ctx, HPy self, HPy arg)
            {
                HPy text = HPy_Repr(ctx, arg);
                volatile int forever = HPy_IsNull(text);
                while (forever) {}
                return text;
            }
        """
        found = walk(compile_module(source), "import mytest; mytest.insist(1)", "--timeout", "2")
        assert bugs(found) == {"insist_impl": "hang"}

    def test_abort_is_a_crash_with_its_reason(self, compile_module, walk):
        source = CAREFUL.replace("return HPy_NULL;", 'HPy_FatalError(ctx, "no text");')
        found = walk(compile_module(source), "import mytest; mytest.careful(1)")
        assert bugs(found) == {"careful_impl": "crash"}
        assert found["bugs"][0]["reason"] == "SIGABRT: Fatal Python error: no text"

    def test_failing_import_is_ok(self, compile_module, walk):
        source = """
            HPyDef_SLOT(init, HPy_mod_exec)
            static int init_impl(HPyContext *ctx, HPy module)
            {
                HPy list = HPyList_New(ctx, 0);
                if (HPy_IsNull(list))
                    return -1;
                int result = HPy_SetAttr_s(ctx, module, "list", list);
                HPy_Close(ctx, list);
                return result;
            }
        """
        found = walk(compile_module(source), "import mytest")
        assert (found["sites"], found["ok"], found["bugs"]) == (2, 2, [])


HELPERS = """
static HPyStructSequence_Field fields[] = {
    {.name = "first", .doc = "the first"}, {.name = "second", .doc = NULL}, {.name = NULL},
};
static HPyStructSequence_Desc sequence = {.name = "mytest.Pair", .doc = "a pair", .fields = fields};

HPyDef_METH(pair, "pair", HPyFunc_VARARGS)
static HPy pair_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy type = HPyStructSequence_NewType(ctx, &sequence);
    if (HPy_IsNull(type))
        return HPy_NULL;
    HPy pair = HPyStructSequence_New(ctx, type, 2, (HPy[]){args[0], args[1]});
    HPy_Close(ctx, type);
    return pair;
}

HPyDef_METH(parse, "parse", HPyFunc_KEYWORDS)
static HPy parse_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", NULL};
    unsigned char a; short b; int c; long d; long long e; HPy_ssize_t f; float g; double h; const char *i; HPy j;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "bhilL|nfd$sO:parse", names, &a, &b, &c, &d, &e, &f,
                              &g, &h, &i, &j))
        return HPy_NULL;
    HPy built = HPy_BuildValue(ctx, "(iil[LK]{s:d,s:f}nO(s))", c, b, d, e, 1ULL, "h", h, "g", g, f, j, i);
    HPyTracker_Close(ctx, tracker);
    return built;
}

HPyDef_METH(parse_dict, "parse_dict", HPyFunc_VARARGS)
static HPy parse_dict_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    static const char *names[] = {"a", "b", NULL};
    HPy a = HPy_NULL, b = HPy_NULL;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywordsDict(ctx, &tracker, NULL, 0, args[0], "OO:parse_dict", names, &a, &b))
        return HPy_NULL;
    HPy both = HPyTuple_Pack(ctx, 2, a, b);
    HPyTracker_Close(ctx, tracker);
    return both;
}

HPyDef_METH(format, "format", HPyFunc_O)
static HPy format_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyUnicode_FromFormat(ctx, "%S %R %A %d %5.3s %c %zd", arg, arg, arg, 1, "text", 'c', (HPy_ssize_t)2);
}

HPyDef_METH(refuse, "refuse", HPyFunc_O)
static HPy refuse_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return HPyErr_Format(ctx, ctx->h_ValueError, "not %R", arg);
}

HPyDef_METH(call, "call", HPyFunc_VARARGS)
static HPy call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    HPy pair = HPyTuple_Pack(ctx, 2, args[1], args[2]);
    if (HPy_IsNull(pair))
        return HPy_NULL;
    HPy result = HPy_CallMethodTupleDict_s(ctx, "replace", args[0], pair, HPy_NULL);
    HPy_Close(ctx, pair);
    return result;
}
"""
USE_HELPERS = """
    import mytest
    assert mytest.pair(1, 2) == (1, 2)
    assert mytest.parse(1, 2, 3, 4, 5, 6, 7.0, 8.0, i="i", j="j")[:3] == (3, 2, 4)
    assert mytest.parse_dict({"a": 1, "b": 2}) == (1, 2)
    assert mytest.format("x").startswith("x 'x' 'x' 1")
    try:
        mytest.refuse(1)
    except ValueError:
        pass
    assert mytest.call("abc", "a", "b") == "bbc"
"""


class TestNoInventedBugs:
    def test_complete_package(self, compiler, walk):
        source = Path(__file__).parent.parent / "examples" / "bag" / "src" / "bag" / "_bag.c"
        code = """
            import _bag
            bag = _bag.Bag(["a", "b", "a"])
            bag.add("c")
            bag.add("c", times=3)
            for wrong in (lambda: bag.add("d", times=-1), lambda: bag.add(), lambda: _bag.Bag(7), lambda: bag[[]]):
                try:
                    wrong()
                except MemoryError:
                    raise
                except Exception:
                    pass
            assert (bag["c"], dict(bag.counts())) == (4, {"a": 2, "b": 1, "c": 4})
        """
        found = walk(compiler.compile(source.read_text(), name="_bag"), code)
        assert found.get("bugs") == [], (found["text"], found["errors"])
        assert found["sites"] == found["ok"] > 20

    def test_helpers(self, compile_module, walk):
        found = walk(compile_module(HELPERS), USE_HELPERS)
        assert found.get("bugs") == [], (found["text"], found["errors"])
        assert found["sites"] == found["ok"] > 60

    def test_helpers_where_every_later_call_fails(self, compile_module, walk):
        found = walk(compile_module(HELPERS), USE_HELPERS, "--persistent")
        assert found.get("bugs") == [], (found["text"], found["errors"])


TWO_CALLERS = """
static HPy helper(HPyContext *ctx, HPy arg)
{
    return HPy_Repr(ctx, arg);
}
HPyDef_METH(first, "first", HPyFunc_O)
static HPy first_impl(HPyContext *ctx, HPy self, HPy arg)
{
    return helper(ctx, arg);
}
HPyDef_METH(second, "second", HPyFunc_O)
static HPy second_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy kept = HPy_Dup(ctx, arg), text = helper(ctx, arg);
    if (HPy_IsNull(text))
        return HPy_NULL;
    HPy_Close(ctx, kept);
    return text;
}
"""
TWO_CALLS = "import mytest; mytest.first(1); mytest.second(2); mytest.second(3)"


class TestSites:
    def test_helper_of_two_callers_is_two_sites(self, compile_module, walk):
        found = walk(compile_module(TWO_CALLERS), TWO_CALLS)
        assert found["sites"] == 2
        assert bugs(found) == {"second_impl": "leak"}

    def test_depth_is_a_setting(self, compile_module, walk):
        found = walk(compile_module(TWO_CALLERS), TWO_CALLS, "--depth", "1")
        assert (found["sites"], found["ok"]) == (1, 1)

    def test_only_what_matches_is_failed(self, compile_module, walk):
        extension = compile_module(TWO_CALLERS)
        for pattern, sites in [("first_impl", 1), ("HPy_Rep*", 2), ("mytest.c:*", 2)]:
            assert walk(extension, TWO_CALLS, "--only", pattern)["sites"] == sites, pattern

    def test_pattern_that_matches_nothing_is_told(self, compile_module, walk):
        found = walk(compile_module(TWO_CALLERS), TWO_CALLS, "--only", "other")
        assert found["status"] == 2
        assert "--only matches none of the 2 sites" in found["errors"]

    def test_limit(self, compile_module, walk):
        found = walk(compile_module(TWO_CALLERS), TWO_CALLS, "--limit", "1")
        assert (found["sites"], found["seen"]) == (1, 2)

    def test_list_fails_none(self, compile_module, walk):
        found = walk(compile_module(TWO_CALLERS), TWO_CALLS, "--list")
        assert "HPy_Repr at mytest.c:" in found["text"]
        assert "helper < second_impl" in found["text"] and "2 calls" in found["text"]
        assert found["status"] == 0

    def test_processes_at_a_time_find_the_same(self, compile_module, walk):
        extension = compile_module(TWO_CALLERS)
        one, three = (walk(extension, TWO_CALLS, "-j", jobs) for jobs in "13")
        assert one["bugs"] == three["bugs"] and one["ok"] == three["ok"]


class TestLaterCalls:
    SOURCE = """
        HPyDef_METH(calls, "calls", HPyFunc_O)
        static HPy calls_impl(HPyContext *ctx, HPy self, HPy arg)
        {
            long failed = 0;
            for (int i = 0; i < 3; i++) {
                HPy text = HPy_Repr(ctx, arg);
                if (HPy_IsNull(text)) {
                    failed++;
                    if (HPyErr_ExceptionMatches(ctx, ctx->h_MemoryError))
                        HPyErr_Clear(ctx);
                }
                HPy_Close(ctx, text);
            }
            HPy other = HPy_Str(ctx, arg);
            if (HPy_IsNull(other)) {
                failed += 10;
                if (HPyErr_ExceptionMatches(ctx, ctx->h_MemoryError))
                    HPyErr_Clear(ctx);
            }
            HPy_Close(ctx, other);
            if (failed == 0)
                return HPy_Dup(ctx, ctx->h_None);
            return HPy_Dup(ctx, failed == 1 ? ctx->h_True : failed == 3 ? ctx->h_False : ctx->h_Ellipsis);
        }
    """

    @pytest.mark.parametrize(
        ("plan", "expected"),
        [("1", True), ("1, repeat=True", False), ("1, persistent=True", ...), ("None", None), ("99", None)],
    )
    def test_plan(self, compile_module, run_snippet, plan, expected):
        code = f"""
            from hpy.debug import failing
            with failing({plan}):
                print(mod.calls(1))
            print(mod.calls(1))
        """
        finished = run_snippet(compile_module(self.SOURCE), textwrap.dedent(code))
        assert finished.stdout.split() == [str(expected), "None"], finished


class TestFailing:
    def test_number_names_the_call(self, compile_module, run_snippet):
        code = """
from hpy.debug import failing, sites
with failing(2) as run:
    try:
        mod.careful(1)
    except MemoryError as error:
        print(error)
    print(run.calls, run.failed.api, run.failed.first, run.failed.stack[0]["function"])
print([(site.api, site.calls, site.first) for site in sites()])
print(mod.careful(1))
"""
        finished = run_snippet(compile_module(CAREFUL), code)
        assert finished.stdout.splitlines() == [
            "HPy_Add was made to fail",
            "2 HPy_Add 2 careful_impl",
            "[('HPy_Repr', 1, 1), ('HPy_Add', 1, 2)]",
            "11",
        ], finished

    def test_setting_names_the_call(self, compile_module, run_snippet):
        code = """
import hpy.debug
try:
    mod.careful(1)
except MemoryError as error:
    print(error)
print(mod.careful(1))
hpy.debug.configure(fail=1)
try:
    mod.careful(1)
except MemoryError as error:
    print(error)
hpy.debug.configure(fail=0)
print(hpy.debug.options()["fail"])
"""
        finished = run_snippet(compile_module(CAREFUL), code, options="fail=2")
        lines = ["HPy_Add was made to fail", "11", "HPy_Repr was made to fail", "0"]
        assert finished.stdout.splitlines() == lines, finished

    @pytest.mark.parametrize(
        ("target", "error"),
        [
            ("0", "ValueError"),
            ("-1", "TypeError"),
            ("1.5", "TypeError"),
            ("'nonsense'", "ValueError"),
            ("1, depth=0", "ValueError"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, run_snippet, compile_module, target, error):
        code = f"""
from hpy.debug import failing
try:
    with failing({target}):
        print("entered")
except Exception as error:
    print(type(error).__name__)
with failing():
    print("again")
"""
        assert run_snippet(compile_module(CAREFUL), code).stdout.split() == [error, "again"]

    def test_blocks_do_not_nest(self, run_snippet, compile_module):
        code = """
from hpy.debug import failing
with failing():
    try:
        with failing():
            pass
    except RuntimeError as error:
        print(error)
"""
        assert run_snippet(compile_module(CAREFUL), code).stdout == "failing() is in use already\n"

    def test_what_debug_mode_asks_does_not_fail(self, run_snippet, compile_module):
        """The length of a buffer, the type that is imported, and the object of a report."""
        source = """
            HPyDef_METH(ask, "ask", HPyFunc_VARARGS)
            static HPy ask_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
            {
                const char *bytes = HPyBytes_AS_STRING(ctx, args[0]);
                HPy closed = HPy_Dup(ctx, args[1]);
                HPy_Close(ctx, closed);
                HPy_TypeCheck(ctx, closed, ctx->h_LongType);
                HPy_EvalCode(ctx, args[2], args[3], HPy_NULL);
                return HPy_IsNull(closed) || bytes[2] != 'c' ? HPy_NULL : HPy_NULL;
            }
        """
        code = """
from hpy.debug import failing
class Shown:
    def __repr__(self):
        return "shown: " + str(mod)[:7]
with failing(1, persistent=True):
    try:
        mod.ask(b"abc", Shown(), compile("1", "", "eval"), {})
    except MemoryError as error:
        print(error)
"""
        finished = run_snippet(compile_module(source), code, options="on_error=warn")
        assert finished.stdout == "HPy_EvalCode was made to fail\n", finished
        assert "<mytest" not in finished.stderr and "shown: <module" in finished.stderr
        assert finished.stderr.count("HPy debug: ") == 1


    def test_what_debug_mode_asks_is_no_site(self, run_snippet, compile_module):
        """The length of the buffer, and of the names of keywords."""
        source = """
            HPyDef_METH(ask, "ask", HPyFunc_VARARGS)
            static HPy ask_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
            {
                HPy call_args[] = {args[2], args[2]};
                return HPyBytes_AsString(ctx, args[0]) ? HPy_Call(ctx, args[1], call_args, 1, args[3]) : HPy_NULL;
            }
        """
        code = """
from hpy.debug import failing, sites
with failing():
    print(mod.ask(b"abc", lambda a, b: a + b, 2, ("b",)))
print([site.api for site in sites()])
"""
        finished = run_snippet(compile_module(source), code)
        assert finished.stdout == "4\n['HPyBytes_AsString', 'HPy_Call']\n", finished


class TestRunner:
    def test_program_that_fails_anyway(self, compile_module, walk):
        found = walk(compile_module(CAREFUL), "import mytest; mytest.careful(1); raise SystemExit(7)")
        assert found["status"] == 2
        assert "without any failure the program ends with status 7" in found["errors"]

    def test_misuse_without_a_failure(self, compile_module, walk):
        source = CAREFUL.replace("HPy_Close(ctx, text);", "HPy_Close(ctx, text); HPy_Close(ctx, text);")
        found = walk(compile_module(source), "import mytest; mytest.careful(1)")
        assert found["status"] == 2
        assert "error[double-close]: HPy_Close" in found["errors"]

    def test_program_that_calls_nothing(self, walk):
        found = walk(None, "print('hello')")
        assert found["status"] == 2
        assert "no extension called a function of the HPy API" in found["errors"]

    @pytest.mark.parametrize("code", ["def work():\n    1/0\nwork()", "1/"])
    def test_exception_of_the_program_is_shown_as_python_shows_it(self, walk, code):
        alone = run_python(code, [], {}, ("-c",))
        found = walk(None, code)
        assert found["status"] == 2
        assert alone.stderr in found["errors"]
        assert "hpy/debug" not in found["errors"]

    @pytest.mark.parametrize("option", ["--limit=0", "--depth=x", "-j=-1", "--timeout=-1", "--timeout=nan", "--timeout=x"])
    def test_wrong_number_is_refused(self, walk, option):
        found = walk(None, "pass", option)
        assert found["status"] == 2
        assert "expected a number" in found["errors"]

    def test_program_that_leaves_without_python(self, compile_module, walk):
        found = walk(compile_module(CAREFUL), "import mytest, os; mytest.careful(1); os._exit(0)")
        assert found["status"] == 2
        assert "os._exit" in found["errors"]

    def test_script_is_run_as_python_runs_it(self, compile_module, tmp_path):
        extension = compile_module(CAREFUL)
        (tmp_path / "beside.py").write_text("value = 3\n")
        script = tmp_path / "script.py"
        script.write_text(
            "import sys, beside, mytest\n"
            "assert __name__ == '__main__' and sys.modules['__main__'].__dict__ is globals()\n"
            "assert sys.argv[1:] == ['--persistent', 'x'] and beside.value == 3\n"
            "mytest.careful(1)\n"
        )
        finished = run_python("x", [extension], {}, ("-m", "hpy.debug", "fail", str(script), "--persistent"))
        assert finished.returncode == 0, finished
        assert "2 sites, 2 reached: 2 ok, 0 bugs" in finished.stdout

    def test_site_that_is_not_reached_again(self, compile_module, walk, tmp_path):
        mark = tmp_path / "mark"
        code = f"""
            import os, mytest
            if not os.path.exists({str(mark)!r}):
                open({str(mark)!r}, "w").close()
                mytest.careful(1)
        """
        found = walk(compile_module(CAREFUL), code)
        assert (found["sites"], found["unreached"], found["bugs"]) == (2, 2, [])

    def test_processes_that_the_program_forks_tell_nothing(self, compile_module, walk):
        code = """
            import os, sys, mytest
            child = os.fork()
            if child == 0:
                sys.exit(0)
            os.waitpid(child, 0)
            mytest.careful(1)
        """
        assert walk(compile_module(CAREFUL), code)["ok"] == 2

    def test_nothing_is_left_behind(self, compile_module, walk, tmp_path):
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        walk(compile_module(CAREFUL), "import mytest; mytest.careful(1)", TMPDIR=str(temporary))
        assert list(temporary.iterdir()) == []


class TestPytest:
    TESTS = """
        import mytest, pytest, unittest

        @pytest.fixture(scope="module")
        def number(tmp_path_factory):
            with open("setups", "a") as file:
                file.write("x")
            return 5

        def test_first(number, capsys):
            assert mytest.first(number) == "5"
            print("printed")
            assert capsys.readouterr().out == "printed\\n"

        def test_second(number):
            assert mytest.second(number) == "5"

        def test_wrong():
            assert mytest.first(1) == "2"

        def test_skipped():
            pytest.skip("for a reason")

        def test_nothing():
            pass

        class TestParts(unittest.TestCase):
            def test_parts(self):
                with self.subTest(part=1):
                    mytest.first(5)
    """

    @pytest.fixture
    def run(self, compile_module, tmp_path):
        (tmp_path / "test_it.py").write_text(textwrap.dedent(self.TESTS))
        extension = compile_module(TWO_CALLERS)

        def run(*arguments, **environment):
            command = ("-m", "pytest", "-p", "no:cacheprovider", *arguments)
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
            return run_python("test_it.py", [extension], environment, command, cwd=tmp_path)

        return run

    def test_test_fails_whose_error_paths_have_a_bug(self, run, tmp_path):
        finished = run("--hpy-fail", "--hpy-fail-json", "found.json", "-v")
        outcomes = dict(re.findall(r"test_it\.py::(\w+) (\w+)", finished.stdout))
        assert outcomes == {
            "test_first": "PASSED", "test_second": "FAILED", "test_wrong": "FAILED", "test_skipped": "SKIPPED",
            "test_nothing": "PASSED",
        }, finished.stdout
        assert "leak in second_impl at mytest.c:" in finished.stdout
        assert ": 2 ok, 1 bug\n" in finished.stdout
        assert "assert '1' == '2'" in finished.stdout
        found = json.loads((tmp_path / "found.json").read_text())
        assert (found["sites"], found["ok"], bugs(found)) == (3, 2, {"second_impl": "leak"})
        assert found["bugs"][0]["tests"] == ["test_it.py::test_second"]

    def test_fixtures_are_set_up_once(self, run, tmp_path):
        run("--hpy-fail")
        assert (tmp_path / "setups").read_text() == "x"

    def test_without_the_option_nothing_fails(self, run):
        assert "4 passed" in run("--deselect", "test_it.py::test_wrong").stdout

    @pytest.mark.parametrize("options", [["--hpy-fail-only", "other"], ["-n", "2", "--hpy-fail-only", "other"]])
    def test_run_in_which_nothing_failed_is_no_success(self, run, options):
        finished = run("--hpy-fail", "--deselect", "test_it.py::test_wrong", *options)
        assert finished.returncode == 1
        assert "--hpy-fail-only matches none of 3 sites" in finished.stdout

    def test_subtests_of_runs_are_not_reported(self, run):
        finished = run("--hpy-fail", "-n", "2", "-k", "test_parts")
        assert finished.returncode == 0, finished.stdout
        assert "MemoryError" not in finished.stdout

    def test_extension_that_no_test_calls_is_no_success(self, run):
        finished = run("--hpy-fail", "-k", "nothing")
        assert finished.returncode == 1
        assert "no test called a function of the HPy API that can fail" in finished.stdout

    def test_extension_in_another_mode_is_no_success(self, run):
        finished = run("--hpy-fail", "--deselect", "test_it.py::test_wrong", HPY="universal")
        assert finished.returncode == 1
        assert "mytest was loaded in universal mode\n" in finished.stdout

    def test_time_that_makes_no_sense_is_refused(self, run):
        finished = run("--hpy-fail", "--hpy-fail-timeout=-1")
        assert finished.returncode == pytest.ExitCode.USAGE_ERROR
        assert "expected a number of seconds" in finished.stderr
