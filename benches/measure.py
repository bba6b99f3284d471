"""Measure operations in this process, one whenever asked: python measure.py LIBRARY MODE

First prints a line per row that this mode has: name, unit, how it is measured, separated by tabs. `again` rows may be
measured again and again; `fresh` rows want a process of their own. Then, for every line on stdin that names a row, prints
a number: units per operation, of `again` rows the fastest of a few repeats.
"""

import importlib.util
import os
import sys
from time import perf_counter_ns
from timeit import Timer

import hpy.debug
import hpy.universal
import instructions
from hpy.universal import _debug

PATH, MODE = sys.argv[1:]
REPEATS = 3
# What a row runs is run so many times less where instructions are counted.
FEWER = 100
STACK_LIMIT = 16
MANY_CALLS = 200
SOME = 20_000
MANY = 100_000
MILLION = 1_000_000


def load():
    spec = importlib.util.spec_from_file_location("loops", PATH)
    start = perf_counter_ns()
    module = hpy.universal.load("loops", PATH, spec, mode=getattr(hpy.universal, f"MODE_{MODE.upper()}"))
    return module, perf_counter_ns() - start


loops, load_time = load()


class WithAttribute:
    def __init__(self):
        self.attribute = None


def kilobytes():
    """Memory of this process that is in use."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1024


def no_op(_):
    pass


NAMES = {
    **vars(loops),
    "obj": object(),
    "number": 1 << 20,
    "with_attribute": WithAttribute(),
    "items": [None] * 3,
    "thing": loops.Thing(),
    "short": "x" * 20,
    "shorts": [str(i) * 4 for i in range(100)],
    "long": "x" * 100_000,
    "no_op": no_op,
    "LeakDetector": hpy.debug.LeakDetector,
}
# The first calls make contexts, and the first stores show which fields are visited.
for _ in range(MANY_CALLS):
    loops.field_store(NAMES["thing"], None)

# A statement whose loop is in C, and how often it loops.
C_LOOPS = {
    "HPy_Dup + HPy_Close": ("dup_close(N, obj)", 200_000),
    "HPyLong_FromLong + AsLong + HPy_Close": ("long_close(N, obj)", 100_000),
    "HPy_Add + HPy_Close": ("add_close(N, number)", 100_000),
    "HPy_GetAttr_s + HPy_Close": ("getattr_close(N, with_attribute)", 30_000),
    "HPy_SetAttr_s": ("setattr(N, with_attribute)", 30_000),
    "HPy_GetItem_i + HPy_Close": ("getitem_close(N, items)", 100_000),
    "HPy_SetItem_i": ("setitem(N, items)", 100_000),
    "AsStruct": ("as_struct(N, thing)", 300_000),
    "HPyField_Load + AsStruct + HPy_Close": ("field_load(N, thing)", 100_000),
    "HPyGlobal_Load + HPy_Close": ("global_load(N, obj)", 200_000),
    "HPyTuple_FromArray of 3 + HPy_Close": ("tuple_close(N, obj)", 60_000),
    "list builder of 1000": ("list_builder(N, obj)", 200),
    "tracker of 10": ("tracker(N, obj)", 10_000),
    "list builder of 1000 new ints": ("list_of_ints(N, obj)", 50),
    "empty tracker": ("empty_tracker(N, obj)", 100_000),
    "HPy_TypeCheck": ("type_check(N, obj)", 200_000),
    "HPyErr_Occurred": ("err_occurred(N, obj)", 200_000),
    "HPy_BuildValue (ii) + HPy_Close": ("build_value(N, obj)", 20_000),
    "HPyField_Store + AsStruct": ("field_store_loop(N, thing)", 50_000),
    "10 handles, one stays open": ("mixed(N, obj)", 10_000),
    "HPyUnicode_AsUTF8AndSize, read + HPy_Close, 20 B": ("utf8_close(N, short)", 1_000),
    "HPyUnicode_AsUTF8AndSize, read + HPy_Close, 100 kB": ("utf8_close(N, long)", 200),
    "HPy_Call of a Python function": ("call(N, no_op)", 30_000),
    "HPy_Call of an HPy function": ("call(N, one_arg)", 50_000),
}

# A statement that calls from Python into C.
CALLS = {
    "call, no arguments": "noargs()",
    "call, one argument (O)": "one_arg(None)",
    "call, 2 arguments": "varargs(None, None)",
    "call, 3 arguments": "varargs(None, None, None)",
    "call, 2 arguments by keyword": "keywords(a=None, b=None)",
    "call that reads a buffer of 20 B": "read_one(short)",
    "call that reads a buffer of 100 kB": "read_one(long)",
    "call that reads 100 buffers of 20 B": "read_all_of(shorts)",
    "HPyArg_Parse": "parse(1, None)",
    "HPyArg_ParseKeywords": "parse_keywords(1, b=None)",
    "tp_new": "Thing()",
    "tp_new with HPyField_Store": "Holder()",
    "getset, get": "thing.property",
    "getset, set": "thing.property = None",
    "method, no arguments": "thing.method()",
    "slot nb_add": "thing + None",
    "slot sq_length": "len(thing)",
    "slot mp_subscript": "thing[None]",
}
CALLS_REPEATED = 50_000
BUFFER_CALLS_REPEATED = 500

ROWS = {}


def row(name, unit="ns", kind="again", modes=("universal", "debug", "trace")):
    """Adds a row: a function of no arguments that measures once."""

    def add(function):
        if MODE in modes:
            ROWS[name] = (unit, kind, function)
        return function

    return add


def nanoseconds(statement, number=1, per=1):
    """Nanoseconds of a statement's fastest run; or instructions, where they are counted."""
    timer = Timer(statement, globals=NAMES)
    if instructions.OUTPUT:
        return instructions.instructions(timer.timeit, number) / per
    return min(timer.repeat(REPEATS, number)) * 1e9 / number / per


def row_of_statement(name, statement, number=1, per=1):
    row(name)(lambda: nanoseconds(statement, number, per))


for name, (statement, count) in C_LOOPS.items():
    count = max(count // FEWER, 1) if instructions.OUTPUT else count
    row_of_statement(name, statement.replace("N", str(count)), per=count)
for name, statement in CALLS.items():
    number = BUFFER_CALLS_REPEATED if "read" in statement else CALLS_REPEATED
    row_of_statement(name, statement, number=max(number // FEWER, 50) if instructions.OUTPUT else number)


def row_among(open_handles):
    @row(f"HPy_Dup + HPy_Close, {open_handles:,} others open", modes=("universal", "debug"))
    def among():
        return loops.with_open(open_handles, lambda: nanoseconds("dup_close(100_000, obj)", per=100_000))

    @row(f"LeakDetector around nothing, {open_handles:,} open", modes=["debug"])
    def leak_detector():
        statement = "with LeakDetector(): pass"
        return loops.with_open(open_handles, lambda: nanoseconds(statement, number=10))


for open_handles in (0, MANY, MILLION):
    row_among(open_handles)


@row("HPy_Close, a million in random order", modes=("universal", "debug"))
def close_shuffled():
    return loops.close_shuffled(MILLION, None) / MILLION


def with_stacks(function):
    hpy.debug.set_handle_stack_trace_limit(STACK_LIMIT)
    try:
        return function()
    finally:
        hpy.debug.disable_handle_stack_traces()


@row("creation stacks of 16 frames, HPy_Dup + HPy_Close", modes=["debug"])
def creation_stacks():
    return with_stacks(lambda: nanoseconds("dup_close(500, obj)", per=500))


def leaks(measure):
    """What `measure` makes of an exception that lists many leaks."""

    def leak():
        detector = hpy.debug.LeakDetector()
        detector.start()
        return loops.with_open(MANY, lambda: measure(detector))

    return leak


def detect(detector):
    start = perf_counter_ns()
    try:
        detector.stop()
    except hpy.debug.HPyLeakError as error:
        return perf_counter_ns() - start, error
    raise AssertionError("no leak was found")


@row("100,000 leaks, detect", "µs", "fresh", ["debug"])
@leaks
def detect_leaks(detector):
    return detect(detector)[0] / 1e3


@row("100,000 leaks, print", "µs", "fresh", ["debug"])
@leaks
def print_leaks(detector):
    _, error = detect(detector)
    start = perf_counter_ns()
    str(error)
    return (perf_counter_ns() - start) / 1e3


@row("load, first of the process", "µs", "fresh")
def first_load():
    return load_time / 1e3


def bytes_per_open(count):
    # What the first one costs is not what each does.
    loops.with_open(1, kilobytes)
    before = kilobytes()
    grown = loops.with_open(count, kilobytes) - before
    # The extension's own array of handles is not what is measured.
    return grown * 1024 / count - 8


@row("memory of an open handle", "B", "fresh", ["debug"])
def memory_open():
    return bytes_per_open(MILLION)


@row("memory of an open handle with creation stack", "B", "fresh", ["debug"])
def memory_open_with_stack():
    return with_stacks(lambda: bytes_per_open(SOME))


@row("memory kept after a million HPy_Dup + HPy_Close", "kB", "fresh", ["debug"])
def memory_closed():
    before = kilobytes()
    loops.dup_close(MILLION, None)
    return kilobytes() - before


@row("memory of 20,000 AsUTF8AndSize on one handle", "kB", "fresh", ["debug"])
def memory_utf8():
    before, after, _ = loops.utf8_of_one(SOME, "x" * 20, kilobytes)
    return after - before


@row("the same after HPy_Close", "kB", "fresh", ["debug"])
def memory_utf8_closed():
    before, _, closed = loops.utf8_of_one(SOME, "x" * 20, kilobytes)
    return closed - before


if instructions.OUTPUT:
    ROWS = {name: ("instructions", "again", measure) for name, (_, _, measure) in ROWS.items() if name in C_LOOPS or name in CALLS}
for name, (unit, kind, _) in ROWS.items():
    print(name, unit, kind, sep="\t")
print(flush=True)
for line in sys.stdin:
    print(ROWS[line.rstrip("\n")][2](), flush=True)
