"""Lines of source around the places of reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Optional

from .stacks import Frame

# Reports come from programs: what they name is read only where it looks like a source, so that no other file of this
# machine gets into a page that is passed on.
_SUFFIXES = (".c", ".h", ".cc", ".hh", ".cpp", ".hpp", ".cxx", ".hxx", ".c++", ".inc", ".rs", ".py", ".pyx")

# Lines before and behind.
_AROUND = 4
_MOST_PLACES = 3000
_MOST_BYTES = 4 << 20
_MOST_COLUMNS = 200

Part = tuple[Optional[int], list[str], bool]
"""The number of the first line, lines, and whether the file has changed since the reports were written."""


class Sources:
    """Reads files once, from the working directory or from one of *directories*."""

    def __init__(self, directories: Sequence[str]) -> None:
        self._directories = directories
        self._files: dict[str, tuple[list[str], float]] = {}

    def of(self, frames: Iterable[Frame], written: float) -> dict[int, Part]:
        """The lines around each frame, by the frame's number, given when the reports were *written*. Frames without a
        readable file have none."""
        found: dict[tuple[str, int], Part] = {}
        numbers = {}
        for number, frame in enumerate(frames):
            if frame.file is None or frame.line is None:
                continue
            place = (frame.file, frame.line)
            if place not in found and len(found) < _MOST_PLACES:
                lines, changed = self._read(frame.file)
                first = max(frame.line - _AROUND, 1)
                part = [line[:_MOST_COLUMNS] for line in lines[first - 1 : frame.line + _AROUND]]
                if frame.line <= len(lines):
                    found[place] = (first, part, changed > written)
            if place in found:
                numbers[number] = found[place]
        return numbers

    def _read(self, name: str) -> tuple[list[str], float]:
        if name not in self._files:
            self._files[name] = next(filter(None, map(_lines, self._candidates(name))), ([], 0.0))
        return self._files[name]

    def _candidates(self, name: str) -> list[str]:
        if not name.endswith(_SUFFIXES):
            return []
        # A path of another machine may end as one here does.
        parts = name.lstrip("/").split("/")
        tails = ["/".join(parts[start:]) for start in range(len(parts))]
        return [name, *(os.path.join(directory, tail) for directory in self._directories for tail in tails)]


def _lines(path: str) -> Optional[tuple[list[str], float]]:
    try:
        # Not a pipe, which nobody might write to.
        if not os.path.isfile(path) or os.path.getsize(path) > _MOST_BYTES:
            return None
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().split("\n"), os.path.getmtime(path)
    except (OSError, ValueError):
        return None
