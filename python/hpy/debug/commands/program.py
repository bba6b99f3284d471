"""The program that a command runs: a script, ``-m module`` or ``-c code``, as Python takes them."""

from __future__ import annotations

import argparse
import subprocess
import sys

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
