"""Explain a check of debug mode, with an example of the mistake."""

from __future__ import annotations

import argparse
import textwrap

from . import CommandError, similar


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the check."""
    parser.add_argument("check", nargs="?", metavar="CHECK", help="the id of a check, for example use-after-close")
    parser.add_argument("--list", action="store_true", help="list all checks")


def run(arguments: argparse.Namespace) -> int:
    """Print the entry of the catalogue."""
    from hpy.universal import _debug

    checks = {check["id"]: check for check in _debug.checks()}
    if arguments.list:
        width = max(map(len, checks))
        for check in checks.values():
            print(f"{check['id']:{width}}  {check['title']}")
        return 0
    if arguments.check is None:
        raise CommandError("name a CHECK, or use --list")
    if arguments.check not in checks:
        raise CommandError(f"no check is called '{arguments.check}'{similar(arguments.check, checks)}; --list shows all")
    print(_entry(checks[arguments.check]))
    return 0


def _entry(check: dict[str, str]) -> str:
    doubt = ""
    if check["severity"] == "warning":
        doubt = "\nIt is a warning: with on_error=abort and on_error=raise the program goes on."
    mended = f"Without the mistake:\n\n{_code(check['mended'])}\n\n" if check["mended"] else ""
    wrong = f"\n\nWhen the report is wrong:\n{check['wrong']}" if check["wrong"] else ""
    return (
        f"{check['severity']}[{check['id']}]: {check['title']}\n\n"
        f"{check['why']}\n\n"
        "An example, with `ctx`, `self` and a str `arg`:\n\n"
        f"{_code(check['example'])}\n\n"
        f"{mended}"
        f"help: {check['help']}{doubt}{wrong}"
    )


def _code(text: str) -> str:
    return textwrap.indent(text.strip(), "    ")
