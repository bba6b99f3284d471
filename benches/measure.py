"""Time one operation after another in this process: python measure.py LIBRARY MODE

Prints a line per operation: its name, a tab, and nanoseconds per operation (the fastest of a few repeats).
"""

import importlib.util
import sys
from time import perf_counter_ns

import hpy.universal

REPEATS = 5
C_LOOPS = 1_000_000
PYTHON_CALLS = 200_000


def load(path, mode):
    spec = importlib.util.spec_from_file_location("loops", path)
    return hpy.universal.load("loops", path, spec, mode=getattr(hpy.universal, f"MODE_{mode.upper()}"))


def fastest(function, *args):
    """Nanoseconds of the fastest call."""
    best = None
    for _ in range(REPEATS):
        start = perf_counter_ns()
        function(*args)
        elapsed = perf_counter_ns() - start
        best = elapsed if best is None else min(best, elapsed)
    return best


def call_noargs(function):
    for _ in range(PYTHON_CALLS):
        function()


def call_one_arg(function):
    for _ in range(PYTHON_CALLS):
        function(None)


def call_varargs(function):
    for _ in range(PYTHON_CALLS):
        function(None, None, None)


class WithAttribute:
    def __init__(self):
        self.attribute = None


def main(path, mode):
    loops = load(path, mode)
    measured = {
        "HPy_Dup + HPy_Close": fastest(loops.dup_close, C_LOOPS, object()) / C_LOOPS,
        "HPy_Add + HPy_Close": fastest(loops.add_close, C_LOOPS, 1 << 20) / C_LOOPS,
        "HPy_GetAttr_s + HPy_Close": fastest(loops.getattr_close, C_LOOPS, WithAttribute()) / C_LOOPS,
        "call without arguments": fastest(call_noargs, loops.noargs) / PYTHON_CALLS,
        "call with one argument": fastest(call_one_arg, loops.one_arg) / PYTHON_CALLS,
        "call with three arguments": fastest(call_varargs, loops.varargs) / PYTHON_CALLS,
    }
    for name, nanoseconds in measured.items():
        print(f"{name}\t{nanoseconds:.3f}")


main(*sys.argv[1:])
