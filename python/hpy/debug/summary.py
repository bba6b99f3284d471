"""What debug mode found in a run: counted by check and place, and merged from several processes.

A finding is a dict of plain values, so that it passes between processes and into JSON:

- ``check``: the id of the check, or ``leak``
- ``severity``: ``error`` or ``warning``
- ``place``: the extension's innermost function with file and line; without debug information what is known instead
- ``function``, ``module``: the API function, or that of the extension where its result is wrong; the extension
- ``count``: of leaked handles, builders or trackers; otherwise 1
- ``python``: the line of Python as ``file:line``, or None
- ``text``: the report for people
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Optional

Finding = dict[str, Any]
LEAK = "leak"


def name_of(report: dict[str, Any]) -> Any:
    """Whose mistake a report is about: the API function, or the extension's function by the name that its author gave it."""
    return report.get("name", report.get("function"))


def of_misuse(report: str, text: str) -> Finding:
    """The finding of a report, given as JSON and as text."""
    fields = json.loads(report)
    fields["function"] = name_of(fields)
    return _finding(fields, fields["check"], fields["severity"], fields["used"], fields["python"][:1], 1, text)


def of_leak(group: str, text: str) -> Finding:
    """The finding of a group of leaks, given as JSON and as text."""
    fields = json.loads(group)
    return _finding(fields, LEAK, "error", fields["stack"] or [], fields["python"], fields["count"], text)


def _finding(
    fields: dict[str, Any],
    check: str,
    severity: str,
    stack: list[str],
    python: list[dict[str, Any]],
    count: int,
    text: str,
) -> Finding:
    line = next((f"{frame['file']}:{frame['line']}" for frame in python), None)
    place = stack[0] if stack else line or fields["module"] or "an unknown place"
    return {
        "check": check,
        "severity": severity,
        "place": place,
        "function": fields["function"],
        "module": fields["module"],
        "count": count,
        "python": line,
        "text": text,
    }


def leak_text(findings: Iterable[Finding]) -> str:
    """A report of leaks for people."""
    head = "HPy debug: error[leak]: handles, builders or trackers were never closed\n"
    return head + "".join(finding["text"] for finding in findings)


class Summary:
    """Findings by check and place, with how often and where they came from."""

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(self, finding: Finding, origin: Optional[str] = None) -> None:
        """Count a finding; `origin` is a test's name, or what else it came from."""
        key = (finding["check"], finding["function"] or "", finding["place"])
        entry = self.entries.setdefault(key, {**finding, "count": 0, "origins": []})
        entry["count"] += finding["count"]
        if origin is not None and origin not in entry["origins"]:
            entry["origins"].append(origin)

    def count(self, *, leaks: bool) -> int:
        """How many misuses, or leaks, there were."""
        entries = self.entries.values()
        return sum(entry["count"] for entry in entries if (entry["check"] == LEAK) is leaks)

    def largest_first(self) -> list[dict[str, Any]]:
        """All entries, for programs too: findings with the sum of their counts, and ``origins``."""
        return sorted(self.entries.values(), key=lambda entry: (-entry["count"], entry["check"], entry["place"]))

    def title(self) -> str:
        """The counts in words."""
        parts = ((self.count(leaks=False), "misuse"), (self.count(leaks=True), "leak"))
        return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in parts if count)

    def lines(self, origins: int = 5) -> list[str]:
        """A table for people; of each entry so many origins are named."""
        lines = []
        for entry in self.largest_first():
            function = f" {entry['function']}" if entry["function"] else ""
            lines.append(f"{entry['count']:5} {entry['check']}{function}: {entry['place']}")
            lines += [f"          {origin}" for origin in entry["origins"][:origins]]
            more = len(entry["origins"]) - origins
            if more > 0:
                lines.append(f"          and {more} more")
        return lines
