"""Show reports in a browser: write them as one page that needs nothing else.

A FILE holds reports, as `python -m hpy.debug --json FILE` and HPY_DEBUG_OPTIONS=report=json:FILE write them, or the
result of `python -m hpy.debug fail --json FILE`. The page shows what was found by check, extension and place, with
stacks and sources; leaks by the stacks on which they were opened; and the bugs on error paths.
"""

from __future__ import annotations

import argparse
import os

from . import files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what to read, and what to write."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="reports, or a result of `fail --json`")
    parser.add_argument("-o", "--output", required=True, metavar="PAGE", help="the page to write")
    parser.add_argument("--title", metavar="TEXT", help="the title of the page (default: the names of the files)")
    sources = parser.add_mutually_exclusive_group()
    sources.add_argument("--no-source", action="store_true", help="show no lines of source")
    sources.add_argument(
        "--source-dir", action="append", default=[], metavar="DIR", help="look for sources here, too; may be repeated"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the page."""
    from ..page import data, render

    inputs = files.read(arguments.files)
    title = arguments.title or ", ".join(map(os.path.basename, arguments.files))
    found = data.of(inputs, None if arguments.no_source else arguments.source_dir)
    files.write(arguments.output, render.page(title, found))
    return 0
