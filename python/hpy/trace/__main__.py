"""Run a program with its HPy extensions in trace mode, and print what they called.

The tables are printed to standard error when the program has ended. The exit status is the program's own.
"""

from __future__ import annotations

import argparse
import atexit
import os
import sys
from collections.abc import Callable
from typing import Optional

from hpy._modes import value_for
from hpy.debug.commands import CommandError, program

EVENTS = 100_000


def main(argv: Optional[list[str]] = None) -> int:
    """Run the program that the arguments name; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m hpy.trace",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        # What is meant for the program must not be taken for the beginning of an option.
        allow_abbrev=False,
    )
    parser.add_argument("--modules", default="", metavar="A,B", help="trace only these extensions")
    parser.add_argument("--debug", action="store_true", help="look for misuse as well, as HPY=debug does")
    parser.add_argument(
        "--stacks", type=_number, default=0, metavar="N", help="capture N frames of the C stack of each call (0)"
    )
    parser.add_argument(
        "--sort",
        choices=("calls", "total", "own", "mean", "name"),
        default="total",
        help="the column to sort by (total)",
    )
    parser.add_argument("--limit", type=_number, metavar="N", help="print only the first N rows of a table")
    parser.add_argument("--output", metavar="FILE", help="write the tables to this file")
    parser.add_argument("--folded", metavar="FILE", help="write folded stacks, for flame graphs")
    parser.add_argument("--speedscope", metavar="FILE", help="write a file for www.speedscope.app")
    parser.add_argument("--timeline", metavar="FILE", help="write a timeline for ui.perfetto.dev, with the last calls")
    parser.add_argument("--events", type=_number, default=EVENTS, metavar="N", help=f"how many calls ({EVENTS})")
    program.add_arguments(parser)
    arguments = parser.parse_args(argv)
    try:
        return _run(arguments)
    except CommandError as error:
        parser.error(str(error))


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a number, got '{text}'")
    return int(text)


def _run(arguments: argparse.Namespace) -> int:
    argv = program.without_interpreter(program.command_line(arguments))
    if sys.flags.ignore_environment:
        raise CommandError("the program's extensions would not be traced: run Python without -E and -I")
    mode = "debug+trace" if arguments.debug else "trace"
    os.environ["HPY"] = value_for(mode, arguments.modules)

    from .profile import Trace

    trace = Trace(stacks=arguments.stacks, events=arguments.events if arguments.timeline else 0)
    writers = _writers(arguments, trace)
    atexit.register(_finish, os.getpid(), trace, writers)
    trace.__enter__()
    return program.execute(argv)


def _writers(arguments: argparse.Namespace, trace) -> list[Callable[[], None]]:  # type: ignore[no-untyped-def]
    """What is to be done when the trace has ended."""

    def writer(path: str, text: Callable[[], str]) -> Callable[[], None]:
        try:
            # The program may go to another directory, and must not run for hours for a file that cannot be written.
            file = open(path, "w", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"cannot write {path}: {error.strerror}") from None

        def write() -> None:
            with file:
                file.write(text())

        return write

    def tables() -> str:
        return _tables(arguments, trace)

    def tell() -> None:
        if sys.stderr is not None:
            sys.stderr.write(tables())

    writers = [writer(arguments.output, tables) if arguments.output else tell]
    for path, text in (
        (arguments.folded, trace.folded),
        (arguments.speedscope, trace.speedscope),
        (arguments.timeline, trace.timeline),
    ):
        if path:
            writers.append(writer(path, text))
    return writers


def _finish(pid: int, trace, writers: list[Callable[[], None]]) -> None:  # type: ignore[no-untyped-def]
    # Processes that the program forks have this to do, too.
    if os.getpid() == pid:
        trace.__exit__(None, None, None)
        for write in writers:
            write()


def _tables(arguments: argparse.Namespace, trace) -> str:  # type: ignore[no-untyped-def]
    from hpy._abi import loaded as cpython
    from hpy._modes import has, nothing_debugged
    from hpy.universal import _debug

    from .profile import Table, _time

    loaded = _debug.loaded()
    if not has("trace", loaded):
        return "HPy: " + "\n".join(nothing_debugged(loaded, cpython(), "trace", "counted")) + "\n"
    kinds = ["function"]
    if len(trace.table("extension")) > 1:
        kinds.append("extension")
    if arguments.stacks:
        kinds.append("caller")
    tables = [trace.table(kind, arguments.sort) for kind in kinds]
    calls = sum(row.calls for row in tables[0])
    count = "1 call" if calls == 1 else f"{calls:,} calls"
    parts = [f"HPy trace: {count} of the API took {_time(trace.spent)} of {_time(trace.elapsed)}"]
    for table in tables:
        text = str(Table(table.kind, table[: arguments.limit]))
        left = len(table) - len(table[: arguments.limit])
        parts.append(f"{text}\n… and {left} more" if left else text)
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
