"""Write the stacks of leaks for tools that show flame graphs.

A FILE holds reports, as `python -m hpy.debug --json FILE` and HPY_DEBUG_OPTIONS=report=json:FILE write them. A stack
leads from the line of Python to the function of the API that opened what was never closed; its weight is how many were
left open.
"""

from __future__ import annotations

import argparse
import os
import sys

from . import files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to read, and what to write."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="reports")
    parser.add_argument(
        "--format",
        choices=("folded", "speedscope"),
        default="folded",
        help="folded: a line for each stack, as flamegraph.pl and inferno read them; speedscope: JSON (default: folded)",
    )
    parser.add_argument("-o", "--output", metavar="STACKS", help="the file to write (default: standard output)")


def run(arguments: argparse.Namespace) -> int:
    """Write the stacks."""
    from ..page import leaks

    inputs = files.read(arguments.files)
    if arguments.format == "folded":
        text = leaks.to_folded(inputs)
    else:
        text = leaks.to_speedscope(inputs, ", ".join(map(os.path.basename, arguments.files)))
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        files.write(arguments.output, text)
    return 0
