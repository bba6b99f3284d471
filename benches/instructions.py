"""Count instructions, in a process that runs under `valgrind --tool=callgrind --dump-before=os_sched_yield`.

Each call of `os.sched_yield` writes what was counted since the last one to a file.
"""

import os
import re
from pathlib import Path

OUTPUT = os.environ.get("HPY_BENCH_CALLGRIND")
# Runs before it is counted: until slots of handles, builders and trackers are used again.
WARM_UP = 12


def counted(run, number):
    """Instructions of so many runs."""
    os.sched_yield()
    run(number)
    os.sched_yield()
    dumps = sorted(Path(OUTPUT).glob("*.*"), key=lambda dump: int(dump.suffix[1:]))
    total = re.search(r"^totals: (\d+)", dumps[-1].read_text(), re.MULTILINE)
    for dump in dumps:
        dump.unlink()
    return int(total[1])


def instructions(run, number):
    """Instructions of one run: the difference between `number` runs and twice as many."""
    for _ in range(WARM_UP):
        run(number)
    return (counted(run, 2 * number) - counted(run, number)) / number
