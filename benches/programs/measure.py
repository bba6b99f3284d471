"""Measure whole programs in this process, one whenever asked: python measure.py DIRECTORY MODE

It speaks as `benches/measure.py` does. The programs are built in the directory.
"""

import importlib.util
import random
import sys
from pathlib import Path
from timeit import Timer, repeat

import hpy.universal

sys.path.append(str(Path(__file__).parents[1]))
import instructions

DIRECTORY, MODE = sys.argv[1:]
REPEATS = 3


def load(name):
    path = str(Path(DIRECTORY, f"{name}.hpy0.so"))
    spec = importlib.util.spec_from_file_location(name, path)
    return hpy.universal.load(name, path, spec, mode=getattr(hpy.universal, f"MODE_{MODE.upper()}"))


solver, json_parser, container, points = map(load, ["solver", "json_parser", "container", "points"])
chance = random.Random(1)

# Colours of a grid, where neighbours differ.
WIDTH, HEIGHT = 12, 12
NAMES = [f"{row}:{column}" for row in range(HEIGHT) for column in range(WIDTH)]
GRID = {
    f"{row}:{column}": [
        f"{row + down}:{column + right}"
        for down, right in [(-1, 0), (1, 0), (0, -1), (0, 1), (1, 1), (-1, -1)]
        if 0 <= row + down < HEIGHT and 0 <= column + right < WIDTH
    ]
    for row in range(HEIGHT)
    for column in range(WIDTH)
}
COLOURS = {name: chance.sample(["red", "green", "blue", "white"], 4) for name in NAMES}

TEXT = repr(
    [
        {"id": i, "name": f"name {i}", "tags": ["a", "b", f"tag{i % 7}"], "size": i / 4 + 0.125, "inner": {"x": [1, 2, []]}}
        for i in range(200)
    ]
).replace("'", '"')

KEYS = [f"key {i}" for i in range(400)]
chance.shuffle(KEYS)

PAIRS = [(chance.random(), float(i)) for i in range(1000)]


def solve():
    solution, steps = solver.solve(NAMES, COLOURS, neighbours=GRID)
    assert all(solution[name] != solution[other] for name in NAMES for other in GRID[name])
    return steps


def parse():
    assert len(json_parser.loads(TEXT)) == 200


def contain():
    tree = container.Tree()
    for number, key in enumerate(KEYS):
        tree[key] = number
    for number, key in enumerate(KEYS):
        assert tree[key] == number
    assert tree.keys() == sorted(KEYS)


def move():
    array = points.Points()
    array.extend(PAIRS)
    for pair in PAIRS:
        array.append(*pair)
    array.move(x=1.0).move(y=2.5)
    assert sum(x for x, _ in array) > 2000
    assert len(array.squares()) == len(array)


PROGRAMS = {
    "constraint solver": solve,
    "JSON parser": parse,
    "search tree of objects": contain,
    "array of points": move,
}



def measure(program):
    """Microseconds of a run; or instructions, where they are counted."""
    if instructions.OUTPUT:
        return instructions.instructions(Timer(program).timeit, 1)
    return min(repeat(program, repeat=REPEATS, number=3)) / 3 * 1e6


for name in PROGRAMS:
    print(name, "instructions" if instructions.OUTPUT else "µs", "again", sep="\t")
print(flush=True)
for line in sys.stdin:
    print(measure(PROGRAMS[line.rstrip("\n")]), flush=True)
