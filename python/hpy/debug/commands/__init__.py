"""The commands of ``python -m hpy.debug``: a module for each.

A command's module has a docstring, whose first line is its help, ``add_arguments(parser)``, and ``run(arguments)``,
which returns the exit status. Where the first argument names no command, ``run`` is meant.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Optional

COMMANDS = ("run", "fail", "explain", "audit", "html", "leaks")


def main(argv: Optional[list[str]] = None) -> int:
    """Run the command that the arguments name; returns the exit status."""
    argv = sys.argv[1:] if argv is None else argv
    name = "run"
    if argv and argv[0] in COMMANDS:
        name, *argv = argv
    command = import_module(f"{__name__}.{name}")
    parser = argparse.ArgumentParser(
        prog="python -m hpy.debug" if name == "run" else f"python -m hpy.debug {name}",
        description=command.__doc__,
        epilog=_others() if name == "run" and not {"-h", "--help"}.isdisjoint(argv) else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        # What is meant for the program must not be taken for the beginning of an option.
        allow_abbrev=False,
    )
    command.add_arguments(parser)
    arguments = parser.parse_args(argv)
    try:
        return command.run(arguments)
    except CommandError as error:
        parser.error(str(error))


def _others() -> str:
    docs = {name: import_module(f"{__name__}.{name}").__doc__ or "" for name in COMMANDS if name != "run"}
    lines = [f"  {name:<9} {doc.splitlines()[0]}" for name, doc in docs.items()]
    return "\n".join(["other commands (python -m hpy.debug COMMAND --help):", *lines])


def similar(name: str, names: Iterable[str]) -> str:
    """What may be meant, for the end of a message."""
    import difflib

    close = difflib.get_close_matches(name, names, 1)
    return f", did you mean '{close[0]}'?" if close else ""


class CommandError(Exception):
    """The arguments make no sense; shown as argparse shows its own errors, with exit status 2."""
