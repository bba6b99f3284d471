"""``python -m hpy``: the version, and where to go on."""

from __future__ import annotations

import argparse

from . import __version__


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m hpy",
        description="HPy on CPython.",
        epilog="python -m hpy.debug runs a program in debug mode; python -m hpy.devel helps to build extensions.",
    )
    parser.add_argument("--version", action="version", version=f"hpy {__version__}")
    parser.parse_args()
    parser.print_help()


main()
