"""What a command reads reports from, and writes."""

from __future__ import annotations

from ..page.inputs import InputError, Inputs
from . import CommandError


def read(paths: list[str]) -> Inputs:
    """What files hold. Raises CommandError."""
    inputs = Inputs()
    for path in paths:
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
