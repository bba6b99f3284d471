"""Run a program with its HPy extensions in debug mode.

Leaks are reported at exit, with the stacks where the handles were opened. The exit status is 1 if there was a misuse or
a leak, otherwise the program's own.
"""

from __future__ import annotations

import argparse
import os
import re
import sys

from hpy._modes import value_for

from . import CommandError, program

OPTIONS = "HPY_DEBUG_OPTIONS"
# Between the targets of reports; elsewhere a plus is part of a path.
TARGETS = re.compile(r"\+(?=(?:text|json|github)(?:[:+]|$)|sarif:)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the settings, and what to run."""
    parser.add_argument("--modules", default="", metavar="A,B", help="debug only these extensions")
    parser.add_argument(
        "--on-error",
        choices=("abort", "raise", "warn", "continue"),
        default="raise",
        help="what a misuse does: end the process, raise an exception, warn, or nothing (default: raise)",
    )
    parser.add_argument(
        "--check",
        action="append",
        default=[],
        metavar="CHECK=ACTION",
        help="the same for one check, for example exception-pending=continue; may be repeated",
    )
    parser.add_argument("--leaks", choices=("exit", "off"), default="exit", help="report leaks at exit, or not (default: exit)")
    parser.add_argument("--stacks", type=int, default=16, metavar="N", help="frames of each stack; 0: none (default: 16)")
    parser.add_argument("--exit-status", type=int, default=1, metavar="N", help="the exit status if something was found (default: 1)")
    parser.add_argument("--suppressions", metavar="FILE", help="what not to report: a file with lines of leak:GLOB or CHECK:GLOB")
    reports = parser.add_mutually_exclusive_group()
    reports.add_argument("--json", metavar="FILE", help="write reports to FILE, one JSON object on each line")
    reports.add_argument(
        "--report",
        metavar="TARGET",
        help="where reports go: text, json, github, text:FILE, json:FILE, github:FILE or sarif:FILE; several with +, as text+sarif:FILE",
    )
    program.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Become the program, in a process that was told the settings."""
    command = program.command_line(arguments)
    if sys.flags.ignore_environment:
        raise CommandError("the program would not see its settings: run Python without -E and -I")
    settings = _settings(arguments)
    _validate(settings)
    if arguments.json:
        # Reports are appended: what an earlier run has left must not be taken for this one's.
        open(arguments.json, "w").close()
    given = [os.environ[OPTIONS]] if os.environ.get(OPTIONS) else []
    text = [f"{key}={value}".replace(",", "\\,") for key, value in settings.items()]
    os.environ["HPY"] = value_for("debug", arguments.modules)
    os.environ[OPTIONS] = ",".join(given + text)
    # This process, but none that it starts, is to tell at exit where nothing was debugged.
    os.environ["HPY_DEBUG_TELLS"] = str(os.getpid())
    sys.stdout.flush()
    os.execv(command[0], command)


def _settings(arguments: argparse.Namespace) -> dict[str, str]:
    settings = {
        "on_error": arguments.on_error,
        "leaks": arguments.leaks,
        "stacks": str(arguments.stacks),
        "exit_status": str(arguments.exit_status),
    }
    for check in arguments.check:
        name, _, action = check.partition("=")
        settings[f"on_error.{name}"] = action
    # The program may go to another directory.
    if arguments.suppressions:
        settings["suppressions"] = os.path.abspath(arguments.suppressions)
    if arguments.json:
        settings["report"] = f"json:{os.path.abspath(arguments.json)}"
    elif arguments.report:
        settings["report"] = "+".join(map(_absolute, TARGETS.split(arguments.report)))
    return settings


def _absolute(target: str) -> str:
    form, colon, path = target.partition(":")
    return f"{form}:{os.path.abspath(path)}" if colon and path else target


def _validate(settings: dict[str, str]) -> None:
    """Raise CommandError where the settings are wrong, before the program is started."""
    from hpy.universal import _debug

    try:
        _debug.configure(dict(settings))
    except ValueError as error:
        raise CommandError(str(error)) from None
