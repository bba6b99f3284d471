"""A free-threaded CPython: without the GIL in universal mode where the extension says so, with it everywhere else.

HPY_TESTS_STRESS is how many seconds the threads run for each mode; 60 for a long run.
"""

import os

import pytest

from extensions import FREE_THREADED, SUFFIXES, Extension, run_python
from sources import HOLDER, HOLDER_SPEC

free_threaded = pytest.mark.skipif(not FREE_THREADED, reason="this CPython always has a GIL")
SECONDS = float(os.environ.get("HPY_TESTS_STRESS", "3" if FREE_THREADED else "0.5"))

SHARED = HOLDER + """
static HPyGlobal last;

HPyDef_METH(Holder_store, "store", HPyFunc_O)
static HPy Holder_store_impl(HPyContext *ctx, HPy self, HPy item)
{
    HPyField_Store(ctx, self, &Holder_AsStruct(ctx, self)->item, item);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(Holder_load, "load", HPyFunc_NOARGS)
static HPy Holder_load_impl(HPyContext *ctx, HPy self)
{
    return HPyField_Load(ctx, self, Holder_AsStruct(ctx, self)->item);
}

/* Looks at the field, the global and the list's first item so often that others change them in the middle. */
HPyDef_METH(Holder_watch, "watch", HPyFunc_O)
static HPy Holder_watch_impl(HPyContext *ctx, HPy self, HPy list)
{
    for (int i = 0; i < 1000; i++) {
        HPy found = HPyField_Load(ctx, self, Holder_AsStruct(ctx, self)->item);
        HPy_Close(ctx, found);
        found = HPyGlobal_Load(ctx, last);
        HPy_Close(ctx, found);
        found = HPy_GetItem_i(ctx, list, 0);
        HPyErr_Clear(ctx);
        HPy_Close(ctx, found);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

/* Two threads store each item of theirs at the same time. They wait for each other where they can be stopped. */
HPyDef_METH(Holder_race, "race", HPyFunc_O)
static HPy Holder_race_impl(HPyContext *ctx, HPy self, HPy items)
{
    static long arrived;
    for (HPy_ssize_t i = 0, count = HPy_Length(ctx, items); i < count; i++) {
        HPy item = HPy_GetItem_i(ctx, items, i);
        HPyThreadState state = HPy_LeavePythonExecution(ctx);
        long number = __atomic_fetch_add(&arrived, 1, __ATOMIC_SEQ_CST) | 1;
        for (long turns = 0; __atomic_load_n(&arrived, __ATOMIC_SEQ_CST) <= number && turns < 10000000; turns++) {}
        HPy_ReenterPythonExecution(ctx, state);
        HPyField_Store(ctx, self, &Holder_AsStruct(ctx, self)->item, item);
        HPy_Close(ctx, item);
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_MEMBER(Holder_item, "item", HPyMember_OBJECT, offsetof(Holder, item))

static HPyDef *Holder_defines[] = {&Holder_new, &Holder_traverse, &Holder_store, &Holder_load, &Holder_watch, &Holder_race,
                                  &Holder_item, NULL};
""" + HOLDER_SPEC + """
HPyDef_METH(store_global, "store_global", HPyFunc_O)
static HPy store_global_impl(HPyContext *ctx, HPy self, HPy item)
{
    HPyGlobal_Store(ctx, &last, item);
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_METH(load_global, "load_global", HPyFunc_NOARGS)
static HPy load_global_impl(HPyContext *ctx, HPy self)
{
    return HPyGlobal_Load(ctx, last);
}

/* fill(list, dict, key, item): appends to the one, sets in the other, and reads that. */
HPyDef_METH(fill, "fill", HPyFunc_VARARGS)
static HPy fill_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    if (HPyList_Append(ctx, args[0], args[3]) < 0 || HPy_SetItem(ctx, args[1], args[2], args[3]) < 0)
        return HPy_NULL;
    return HPy_GetItem(ctx, args[1], args[2]);
}

HPyDef_SLOT(execute, HPy_mod_exec)
static int execute_impl(HPyContext *ctx, HPy module)
{
    HPyGlobal_Store(ctx, &last, ctx->h_None);
    return 0;
}
"""

STRESS = """
import gc, sys, threading, time, weakref

shared = mod.Holder(object())
items, table = [], {}
alive = weakref.WeakSet()
stop = time.monotonic() + SECONDS

class Item:
    def __init__(self):
        alive.add(self)

kept = Item()
count = sys.getrefcount(kept)

def work(number):
    while time.monotonic() < stop:
        if number % 2:
            shared.watch(items)
            continue
        for key in range(10):
            item = Item() if key % 2 else kept
            shared.store(item)
            assert type(shared.load()) is Item
            shared.item = item
            assert type(shared.item) is Item
            mod.store_global(item)
            assert type(mod.load_global()) is Item
            assert type(mod.fill(items, table, key, item)) is Item
            assert type(mod.Holder(item).load()) is Item
            items[:1] = []
        type("Sub", (mod.Holder,), {})(item).load()
        if number == 0:
            items.clear()

shared.store(Item())
mod.store_global(Item())
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
shared.store(None)
mod.store_global(None)
items.clear()
table.clear()
gc.collect()
print(sys._is_gil_enabled() if hasattr(sys, "_is_gil_enabled") else True, sys.getrefcount(kept) - count, len(alive))
"""


# Each ABI, and the modes that it has.
MODES = [
    *(("universal", mode) for mode in ("universal", "debug", "trace")),
    *(("hybrid", mode) for mode in ("universal", "debug", "trace")),
    ("cpython", "universal"),
]


@pytest.fixture
def ready(compiler):
    """ready(abi): an extension that says that it can do without the GIL."""
    return lambda abi="universal": compiler.compile(f"{SHARED}HPY_MOD_GIL_NOT_USED(mytest)\n", abi=abi)


@pytest.fixture
def silent(compiler):
    """The same, which does not say so."""
    return lambda abi="universal": compiler.compile(SHARED, abi=abi)


def run(extension, code, mode="universal", **environment):
    settings = {"HPY": mode, "PYTHONWARNINGS": "", **environment}
    return run_python(f"import {extension.name} as mod\n{code}", [extension], settings)


@pytest.mark.parametrize("abi, mode", MODES)
@pytest.mark.parametrize("kind", ["ready", "silent"])
def test_eight_threads_over_shared_objects_lose_and_keep_no_reference(request, kind, abi, mode):
    finished = run(request.getfixturevalue(kind)(abi), STRESS.replace("SECONDS", str(SECONDS)), mode)
    is_on = not (FREE_THREADED and kind == "ready" and mode == "universal")
    assert (finished.returncode, finished.stdout) == (0, f"{is_on} 0 1\n"), finished


# In each place four threads replace objects, while four look at it.
RACE = """
import threading, time

shared = mod.Holder(object())
mod.store_global(object())
items = [object()]
stop = time.monotonic() + SECONDS

def replace():
    while time.monotonic() < stop:
        for _ in range(100):
            REPLACE

def watch():
    while time.monotonic() < stop:
        shared.watch(items)

threads = [threading.Thread(target=target) for target in [replace, watch] * 4]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""
REPLACE = {
    "field": "shared.store(object())",
    "member": "shared.item = object()",
    "global": "mod.store_global(object())",
    "list": "items[0] = object()",
}


@free_threaded
@pytest.mark.parametrize("place", REPLACE)
@pytest.mark.parametrize("abi", ["universal", "cpython"])
def test_one_thread_loads_what_another_replaces(ready, abi, place):
    finished = run(ready(abi), RACE.replace("SECONDS", str(SECONDS / 2)).replace("REPLACE", REPLACE[place]))
    assert finished.returncode == 0, finished


COUNTS = """
import sys, threading, time

shared = mod.Holder()
stop = time.monotonic() + SECONDS
wrong = 0
while time.monotonic() < stop:
    items = [[object() for _ in range(500)] for _ in range(2)]
    threads = [threading.Thread(target=shared.race, args=(own,)) for own in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shared.store(None)
    # The list has one, and the loop and the call.
    wrong += sum(sys.getrefcount(item) != 3 for own in items for item in own)
print(wrong)
"""


@free_threaded
@pytest.mark.parametrize("abi", ["universal", "cpython"])
def test_two_threads_that_store_at_once_count_each_object_once(ready, abi):
    finished = run(ready(abi), COUNTS.replace("SECONDS", str(SECONDS)))
    assert (finished.returncode, finished.stdout) == (0, "0\n"), finished


# Another thread may hold the old object without a reference until it is stopped.
STOPPED = """
import sys, weakref
class Item: pass
shared = mod.Holder()
seen = []

def see(event, _):
    if event == "sys._current_exceptions":
        seen.append(old() is not None)
sys.addaudithook(see)

for store in [shared.store, mod.store_global, lambda item: setattr(shared, "item", item)]:
    item = Item()
    old = weakref.ref(item)
    store(item)
    del item
    seen.clear()
    store(None)
    assert (seen, old()) == ([True], None), (store, seen)
"""


@free_threaded
@pytest.mark.parametrize("abi", ["universal", "cpython"])
def test_all_threads_are_stopped_before_a_replaced_object_is_released(ready, abi):
    finished = run(ready(abi), STOPPED)
    assert finished.returncode == 0, finished


# What is replaced is given up at once, as with a GIL.
PROMPT = """
import weakref
class Item: pass
for store in [mod.Holder().store, mod.store_global]:
    item = Item()
    store(item)
    gone = weakref.ref(item)
    del item
    assert gone() is not None
    store(None)
    assert gone() is None
"""


@pytest.mark.parametrize("abi", ["universal", "cpython"])
def test_an_object_in_a_place_dies_as_it_is_replaced(ready, abi):
    finished = run(ready(abi), PROMPT)
    assert finished.returncode == 0, finished


IS_ON = "import sys; print(sys._is_gil_enabled())"


@free_threaded
@pytest.mark.parametrize("abi", ["universal", "hybrid", "cpython"])
def test_the_gil_stays_off_for_an_extension_that_can_do_without(ready, abi):
    finished = run(ready(abi), IS_ON)
    assert (finished.stdout, finished.stderr) == ("False\n", "")


@free_threaded
@pytest.mark.parametrize("abi, mode", MODES)
def test_the_gil_is_turned_on_for_an_extension_that_does_not_say_so(silent, abi, mode):
    finished = run(silent(abi), IS_ON, mode)
    assert finished.stdout == "True\n"
    assert "The global interpreter lock (GIL) has been enabled to load module 'mytest" in finished.stderr


@free_threaded
@pytest.mark.parametrize("order", ["before", "after"])
@pytest.mark.parametrize("language", ["c", "cpp"])
def test_the_macro_may_stand_anywhere_in_the_file(compiler, tmp_path, language, order):
    macro, init = "HPY_MOD_GIL_NOT_USED(mytest)", "HPy_MODINIT(mytest, module_def)"
    source = "#include <hpy.h>\nstatic HPyModuleDef module_def = {0};\n"
    source += "\n".join([macro, init] if order == "before" else [init, macro])
    file = tmp_path / f"module.{language}"
    file.write_text(source)
    extension = Extension("mytest", tmp_path / f"mytest{SUFFIXES['cpython']}")
    compiler.compile_plain("", extension.path, [str(file), *compiler.flags("cpython")])
    finished = run(extension, IS_ON)
    assert (finished.stdout, finished.stderr) == ("False\n", "")


@free_threaded
@pytest.mark.parametrize("mode", ["debug", "trace"])
def test_debug_and_trace_mode_turn_the_gil_on(ready, mode):
    finished = run(ready(), IS_ON, mode)
    assert finished.stdout == "True\n"
    assert "has been enabled to load module 'mytest." in finished.stderr


@free_threaded
@pytest.mark.parametrize("mode", ["debug", "trace"])
def test_debug_and_trace_mode_are_refused_where_the_gil_must_stay_off(ready, mode):
    finished = run(ready(), "", mode, PYTHON_GIL="0")
    assert finished.stderr.splitlines()[-1] == (
        "ImportError: mytest needs the GIL in HPy's debug and trace mode; PYTHON_GIL=0 or -X gil=0 keeps it off"
    )


@free_threaded
@pytest.mark.parametrize("name", ["_debug", "_trace", "_fail"])
def test_what_looks_into_these_modes_needs_the_gil_too(name):
    code = f"import hpy.universal\n{IS_ON}\nfrom hpy.universal import {name}\n{IS_ON}"
    assert run_python(code).stdout == "False\nTrue\n"
    finished = run_python(code, environment={"PYTHON_GIL": "0"})
    assert finished.stderr.splitlines()[-1].startswith(f"ImportError: hpy.universal.{name} needs the GIL")


@free_threaded
def test_a_user_may_keep_the_gil_off_in_universal_mode(silent):
    finished = run(silent(), IS_ON, PYTHON_GIL="0")
    assert (finished.stdout, finished.stderr) == ("False\n", "")


@free_threaded
def test_settings_of_debug_mode_turn_the_gil_on():
    finished = run_python(f"import hpy.universal\n{IS_ON}", environment={"HPY_DEBUG_OPTIONS": "stacks=8"})
    assert finished.stdout == "True\n"


def test_hpy_universal_has_its_modules():
    import hpy.universal

    assert {name: getattr(hpy.universal, name).__name__ for name in ("_debug", "_fail", "_trace")} == {
        "_debug": "hpy.debug._debug",
        "_fail": "hpy.debug._fail",
        "_trace": "hpy.trace._trace",
    }
    with pytest.raises(AttributeError, match="module 'hpy.universal' has no attribute '_nothing'"):
        hpy.universal._nothing


def test_the_macro_adds_a_symbol_and_nothing_else(ready, silent):
    texts = [extension.path.read_bytes() for extension in (ready(), silent())]
    assert [b"HPyGilNotUsed_mytest" in text for text in texts] == [True, False]
