"""Frames of an extension, which reports show as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Optional

_FRAME = re.compile(
    r"(?P<function>.+?)(?: at (?P<file>.+):(?P<line>\d+)| in (?P<library>.+)\+(?P<offset>0x[0-9a-f]+))$"
)
_HELPERS = re.compile(r"hpy/devel/src/")


def parse(line: str) -> Optional[dict[str, Any]]:
    """The parts of such a line: ``function``, and ``file`` and ``line``, or ``library`` and ``offset``. None where the
    function is not known."""
    found = _FRAME.match(line)
    if found is None:
        return None
    number, offset = found["line"], found["offset"]
    return {
        "function": found["function"],
        "file": found["file"],
        "line": number and int(number),
        "library": found["library"],
        "offset": offset and int(offset, 16),
    }


def is_helper(file: Optional[str]) -> bool:
    """Whether it is a source of HPy that is compiled into extensions."""
    return file is not None and _HELPERS.search(file) is not None


def own(stack: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The frames of the extension's own sources; where there are none, those that have a name."""
    named = [frame for frame in stack if frame["function"]]
    return [frame for frame in named if not is_helper(frame["file"])] or named


def read(lines: Optional[Iterable[str]]) -> list[dict[str, Any]]:
    """The frames of the extension's own sources among these lines."""
    return own(frame for frame in map(parse, lines or []) if frame)
