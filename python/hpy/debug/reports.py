"""Reports of misuse as Python objects."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Optional

from .leakdetector import HPyDebugError


@dataclass(frozen=True)
class Report:
    """What debug mode found. The fields are those of the JSON form, which docs/reports.md describes."""

    check: str
    """The id of the check, such as ``use-after-close``."""
    severity: str
    """``error`` or ``warning``."""
    title: str
    function: str
    """The API function, or the signature of the extension's function."""
    argument: Optional[str]
    handle: Optional[str]
    object: Optional[dict[str, Any]]
    """``type`` and ``repr`` of the object, where it is known to be alive."""
    buffer: Optional[dict[str, Any]]
    detail: Optional[str]
    module: Optional[str]
    """The extension in whose call it happened."""
    opened: dict[str, Any]
    """``function`` and ``stack``, a list of frames or None, of the opening of the handle."""
    closed: dict[str, Any]
    exception: Optional[str]
    """The exception that is pending."""
    raised: dict[str, Any]
    """``function`` and ``stack`` of what set it, where the API did."""
    used: list[str]
    """The extension's frames at the misuse, innermost first."""
    python: list[dict[str, Any]]
    """``file``, ``line`` and ``function`` of the Python frames, innermost first."""
    help: str
    text: str
    """The whole report as it is printed."""

    def __str__(self) -> str:
        return self.text


class HPyMisuseError(HPyDebugError):
    """A misuse of the HPy API became an exception (``on_error=raise``).

    ``report`` is the Report; the exception's text is the report's.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report)
        self.report = report

    def __str__(self) -> str:
        return self.report.text.rstrip()


def from_json(data: str, text: str) -> Report:
    """Make a Report of its JSON form and its text."""
    fields = json.loads(data)
    del fields["version"], fields["pid"]
    return Report(text=text, **fields)


def misuse_error(data: str, text: str) -> HPyMisuseError:
    """Make the exception of a report; called by the runtime."""
    return HPyMisuseError(from_json(data, text))
