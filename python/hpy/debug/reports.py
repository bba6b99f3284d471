"""Reports of misuse as Python objects."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, Optional, TypedDict

from .leakdetector import HPyDebugError


class ObjectInfo(TypedDict):
    """An object that is known to be alive."""

    type: str
    repr: Optional[str]


class BufferInfo(TypedDict):
    """Memory that was misused: bytes before the terminator, the byte that was accessed, the first bytes."""

    length: int
    offset: int
    contents: Optional[str]


class Line(TypedDict):
    """A function on a stack, and the text of the line where that is known."""

    function: Optional[str]
    file: Optional[str]
    line: Optional[int]
    library: Optional[str]
    offset: Optional[int]
    source: Optional[str]


class Event(TypedDict):
    """What an API function did: its name, and the extension's frames, innermost first, where they are known."""

    function: Optional[str]
    stack: Optional[list[str]]
    frames: Optional[list[Line]]


class Frame(TypedDict):
    """A frame of the Python stack."""

    file: str
    line: int
    function: str


@dataclass(frozen=True)
class Report:
    """What debug mode found. The fields are those of the JSON form: docs/reference/json.md."""

    check: str
    """The id of the check, such as ``use-after-close``."""
    severity: Literal["error", "warning"]
    title: str
    function: str
    """The API function, or the signature of the extension's function."""
    argument: Optional[str]
    handle: Optional[str]
    object: Optional[ObjectInfo]
    buffer: Optional[BufferInfo]
    detail: Optional[str]
    field: Optional[str]
    """The member of a C struct that a field is, where that is known."""
    follows: Optional[str]
    """The id of the check that was reported before in the same call, and that this follows from."""
    module: Optional[str]
    """The extension in whose call it happened."""
    callee: Optional[str]
    """The extension's function that was running, such as ``series.Series.pop``."""
    name: str
    """Who made the mistake: ``callee`` if that function did, otherwise ``function``."""
    opened: Event
    closed: Event
    exception: Optional[str]
    """The exception that is pending."""
    raised: Event
    """What set it, where the API did."""
    used: list[str]
    """The extension's frames at the misuse, innermost first."""
    used_frames: list[Line]
    """The same in parts."""
    python: list[Frame]
    """The Python frames, innermost first."""
    help: str
    text: str
    """The whole report as it is printed."""

    def __str__(self) -> str:
        return self.text


class HPyMisuseError(HPyDebugError):
    """A misuse of the HPy API became an exception (``on_error=raise``).

    ``report`` is the Report; the exception's text is the report's. Where nobody can catch it, that is its first line, because the
    report has been printed.
    """

    _is_unraisable = False

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        text = self.report.text.rstrip()
        return text.partition("\n")[0] if self._is_unraisable else text


def from_json(data: str, text: str) -> Report:
    """Make a Report of its JSON form and its text."""
    fields = json.loads(data)
    del fields["version"], fields["pid"]
    return Report(text=text, **fields)


def misuse_error(data: str, text: str) -> HPyMisuseError:
    """Make the exception of a report; called by the runtime."""
    return HPyMisuseError(from_json(data, text))
