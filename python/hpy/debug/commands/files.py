"""What a command reads reports from, and writes."""

from __future__ import annotations

import argparse

from ..page.inputs import InputError, Inputs
from . import CommandError


def add_arguments(parser: argparse.ArgumentParser, holds: str) -> None:
    """Add the files that hold something."""
    parser.add_argument("files", nargs="+", metavar="FILE", help=holds)


def read(arguments: argparse.Namespace) -> Inputs:
    """What they hold. Raises CommandError."""
    inputs = Inputs()
    for path in arguments.files:
        try:
            inputs.read(path)
        except InputError as error:
            raise CommandError(str(error)) from None
    return inputs


def write(path: str, text: str) -> None:
    """Write a file. Raises CommandError."""
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CommandError(f"cannot write {path}: {error.strerror}") from None
