"""Frames and stacks of reports, each kept once and known by its number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, Generic, NamedTuple, Optional, TypeVar

from ..frames import is_helper, parse
from . import values

T = TypeVar("T", bound=Hashable)
Parts = dict[str, Any]


class Frame(NamedTuple):
    """A function of an extension or of Python, and where in it."""

    name: str
    file: Optional[str]
    """A source, or the library where there is no debug information."""
    line: Optional[int]
    offset: Optional[int]
    is_python: bool


class Numbered(Generic[T]):
    """Items, numbered in the order in which they were first added."""

    def __init__(self) -> None:
        self.items: list[T] = []
        self._numbers: dict[T, int] = {}

    def add(self, item: T) -> int:
        """The number of an item."""
        number = self._numbers.setdefault(item, len(self.items))
        if number == len(self.items):
            self.items.append(item)
        return number


class Stacks:
    """All of them. A stack holds the numbers of its frames, innermost first."""

    def __init__(self) -> None:
        self.frames: Numbered[Frame] = Numbered()
        self.stacks: Numbered[tuple[int, ...]] = Numbered()
        self.lines: dict[int, str] = {}
        """The line of source of a frame, where a report has it."""

    def of_extension(self, frames: Any, lines: Any = None) -> Optional[int]:
        """The number of a stack of an extension, which is given as objects, or else as lines of text."""
        if isinstance(frames, list):
            return self._add(((_native(parts), parts) for parts in values.objects(frames)))
        return self._add((_of_line(line), {}) for line in values.texts(lines))

    def of_python(self, frames: Any) -> Optional[int]:
        """The number of a Python stack."""
        return self._add((_python(parts), parts) for parts in values.objects(frames))

    def first(self, *stacks: Optional[int]) -> Optional[int]:
        """The innermost frame of the first stack that is known, if possible none of HPy's helpers."""
        for stack in stacks:
            if stack is not None:
                frames = self.stacks.items[stack]
                own = (frame for frame in frames if not is_helper(self.frames.items[frame].file))
                return next(own, frames[0])
        return None

    def _add(self, frames: Iterable[tuple[Frame, Parts]]) -> Optional[int]:
        stack = []
        for frame, parts in frames:
            number = self.frames.add(frame)
            source = values.text(parts.get("source"))
            if source is not None:
                self.lines.setdefault(number, source)
            stack.append(number)
        return self.stacks.add(tuple(stack)) if stack else None


def _native(parts: Parts) -> Frame:
    file, library = values.text(parts.get("file")), values.text(parts.get("library"))
    line, offset = values.number(parts.get("line")), values.number(parts.get("offset"))
    name = values.text(parts.get("function")) or "?"
    # Of a source, the line says it all.
    return Frame(name, file, line, None, False) if file else Frame(name, library, None, offset, False)


def _python(parts: Parts) -> Frame:
    name, file = values.text(parts.get("function")), values.text(parts.get("file"))
    return Frame(name or "?", file, values.number(parts.get("line")), None, True)


def _of_line(line: str) -> Frame:
    parts = parse(line)
    return _native(parts) if parts else Frame(line or "?", None, None, None, False)
