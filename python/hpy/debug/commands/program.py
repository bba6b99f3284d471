"""The program that a command runs: a script, ``-m module`` or ``-c code``, as Python takes them."""

from __future__ import annotations

import argparse
import linecache
import os
import runpy
import subprocess
import sys
from types import ModuleType, TracebackType
from typing import Optional

from . import CommandError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name a program. They come last: everything behind them is the program's."""
    group = parser.add_argument_group("program")
    group.add_argument("-m", dest="module", nargs=argparse.REMAINDER, metavar="MODULE", help="run a module")
    group.add_argument("-c", dest="code", nargs=argparse.REMAINDER, metavar="CODE", help="run this code")
    group.add_argument("script", nargs=argparse.REMAINDER, help="run a script; its arguments follow it")


def command_line(arguments: argparse.Namespace) -> list[str]:
    """How this interpreter, with its options, runs the program. Raises CommandError when none is named."""
    for option, given in (("-m", arguments.module), ("-c", arguments.code)):
        if given is not None:
            # `-mmodule` leaves the program's own arguments behind.
            given = [*given, *arguments.script]
            if not given:
                raise CommandError(f"argument {option}: expected one argument")
            return [*_python(), option, *given]
    if not arguments.script:
        raise CommandError("nothing to run: name a script, -m MODULE or -c CODE")
    script = arguments.script[1:] if arguments.script[0] == "--" else arguments.script
    return [*_python(), *script]


def _python() -> list[str]:
    flags: list[str] = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]
    return [sys.executable, *flags]


def without_interpreter(command: list[str]) -> list[str]:
    """What command_line returns, for this interpreter to run: its options are in effect already."""
    flags: list[str] = subprocess._args_from_interpreter_flags()  # type: ignore[attr-defined]
    return command[1 + len(flags) :]


# Where the frames come from that run a program.
_RUNNERS = (__file__, runpy.run_path.__code__.co_filename)


def execute(argv: list[str]) -> int:
    """Run the program in this process, as Python would; returns the exit status. SystemExit is the caller's."""
    try:
        _run(argv)
        return 0
    except Exception as error:
        _tell(error)
    return 1


def _tell(error: Exception) -> None:
    """Print an exception of the program as Python would: without the frames that run it."""
    traceback: Optional[TracebackType] = error.__traceback__
    while traceback is not None and traceback.tb_frame.f_code.co_filename in _RUNNERS:
        traceback = traceback.tb_next
    error.__traceback__ = traceback
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, traceback
    sys.excepthook(type(error), error, traceback)


def _run(argv: list[str]) -> None:
    kind, *rest = argv
    if kind == "-m":
        sys.argv = rest
        sys.path[0] = os.getcwd()
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
        return
    main = ModuleType("__main__")
    sys.modules["__main__"] = main
    if kind == "-c":
        source, name = rest[0], "<string>"
        sys.argv = ["-c", *rest[1:]]
        sys.path[0] = ""
        if sys.version_info >= (3, 13):
            # Tracebacks show these lines, as they do without us.
            linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    else:
        name = kind
        sys.argv = argv
        if os.path.isdir(name) or name.endswith((".zip", ".pyz")):
            runpy.run_path(name, run_name="__main__")
            return
        sys.path[0] = os.path.dirname(os.path.realpath(name))
        with open(name, "rb") as file:
            source = file.read()
        main.__file__ = name
    exec(compile(source, name, "exec"), main.__dict__)
