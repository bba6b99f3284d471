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
from statements import C_LOOPS, CALLS, names_of

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


def kilobytes():
    """Memory of this process that is in use."""
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1024


NAMES = {**names_of(loops), "LeakDetector": hpy.debug.LeakDetector}
# The first calls make contexts, and the first stores show which fields are visited.
for _ in range(MANY_CALLS):
    loops.field_store(NAMES["thing"], None)

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
for name, (statement, number) in CALLS.items():
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
