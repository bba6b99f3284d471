"""Compare extensions that are built with our hpy.devel and with another: python devel.py THEIRS OUTPUT

THEIRS is the directory of the other hpy.devel. Prints Markdown tables: what the extension loops.c costs to compile and how
large it is, for each ABI, and how fast the one for the cpython ABI is. Both take turns; ratios are taken within a turn,
and medians of them are shown.
"""

import importlib.util
import os
import resource
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median
from timeit import Timer

from hpy.devel import HPyDevel
from statements import C_LOOPS, CALLS, names_of

THEIRS, OUTPUT = map(Path, sys.argv[1:])
SIDES = {"hpy 0.9.0": HPyDevel(THEIRS), "ours": HPyDevel()}
SOURCE = Path(__file__).with_name("loops.c")
COMPILATIONS = 9
RUNS = 41


def compiler(devel, abi, *arguments):
    macros = [f"-D{macro}" for macro in devel.get_macros(abi)]
    includes = [f"-I{path}" for path in [*devel.get_include_dirs(abi), sysconfig.get_path("include")]]
    return ["cc", "-O2", "-DNDEBUG", "-fPIC", *macros, *includes, *map(str, arguments)]


def seconds(command):
    """Of processor time, which other processes on the machine have no part in."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def in_turns(measure, times):
    """What is measured of both sides, in turns: a list of pairs."""
    pairs = []
    for turn in range(times):
        order = list(SIDES)[:: 1 if turn % 2 else -1]
        measured = {name: measure(name) for name in order}
        pairs.append([measured[name] for name in SIDES])
    return pairs


def show(name, unit, pairs, digits):
    theirs, ours = (median(side) for side in zip(*pairs))
    ratio = median(ours / theirs for theirs, ours in pairs)
    print(f"| {name} | {unit} | {theirs:.{digits}f} | {ours:.{digits}f} | {ratio:.2f} |")


def heading(title):
    theirs, ours = SIDES
    print(f"\n### {title}\n\n| | | {theirs} | {ours} | {ours} / {theirs} |\n|---|---|---:|---:|---:|")


def library(name, abi):
    """The file of the extension; the directory tells the sides apart."""
    directory = OUTPUT / name.replace(" ", "-") / abi
    directory.mkdir(parents=True, exist_ok=True)
    return directory / "loops.so"


def build(name, abi):
    devel = SIDES[name]
    subprocess.run(compiler(devel, abi, "-shared", "-s", SOURCE, *devel.get_sources(abi), "-o", library(name, abi)), check=True)


def compare_builds():
    heading("Building")
    for abi in ("universal", "hybrid", "cpython"):

        def compile_one(name, abi=abi):
            return seconds(compiler(SIDES[name], abi, "-c", SOURCE, "-o", os.devnull)) * 1e3

        def compile_helpers(name, abi=abi):
            total = 0
            for source in SIDES[name].get_sources(abi):
                total += seconds(compiler(SIDES[name], abi, "-c", source, "-o", os.devnull))
            return total * 1e3

        show(f"{abi}: compile the extension", "ms", in_turns(compile_one, COMPILATIONS), 0)
        show(f"{abi}: compile what comes with it", "ms", in_turns(compile_helpers, COMPILATIONS), 0)
        for name in SIDES:
            build(name, abi)
        sizes = in_turns(lambda name, abi=abi: library(name, abi).stat().st_size / 1024, 1)
        show(f"{abi}: the library, stripped", "kB", sizes, 1)


def load(name):
    """One side's module."""
    spec = importlib.util.spec_from_file_location("loops", library(name, "cpython"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare_speed():
    heading("The cpython ABI at run time")
    names = {name: names_of(load(name)) for name in SIDES}

    def row(title, statement, number, per):
        timers = {name: Timer(statement, globals=names[name]) for name in SIDES}
        pairs = in_turns(lambda name: timers[name].timeit(number) * 1e9 / number / per, RUNS)
        show(title, "ns", pairs, 1)

    for title, (statement, count) in C_LOOPS.items():
        row(title, statement.replace("N", str(count)), 1, count)
    for title, (statement, number) in CALLS.items():
        row(title, statement, number, 1)


compare_builds()
compare_speed()
