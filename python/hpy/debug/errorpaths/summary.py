"""Tells what the runs have found: as a table, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Optional

from ..summary import name_of
from .verdicts import BUGS, OK, UNREACHED, Verdict, where


@dataclass
class Bug:
    """What is wrong with a function: the same at each of its sites."""

    verdicts: list[Verdict] = field(default_factory=list)

    @property
    def first(self) -> Verdict:
        return self.verdicts[0]

    def to_json(self) -> dict[str, Any]:
        """One object, whose schema is in docs/reference/json.md."""
        first = self.first
        return {
            "function": first.function,
            "where": first.where,
            "file": first.file,
            "api": first.site["api"],
            "verdict": first.kind,
            "reason": first.reason,
            "report": first.report,
            "sites": [
                {
                    "id": verdict.site["id"],
                    "api": verdict.site["api"],
                    "where": where(verdict.site["stack"]),
                    "stack": verdict.site["stack"],
                    "reason": verdict.reason,
                }
                for verdict in self.verdicts
            ],
        }


class Summary:
    """What the runs have found of a program."""

    def __init__(self, verdicts: Iterable[Verdict], functions: list[dict[str, Any]], seen: int) -> None:
        self.verdicts = list(verdicts)
        self.seen = seen
        self.never_entered = never_entered(functions)
        self.bugs = _group(self.verdicts)

    def count(self, kind: str) -> int:
        """How many sites have this verdict."""
        return sum(verdict.kind == kind for verdict in self.verdicts)

    def to_json(self) -> dict[str, Any]:
        """One object, whose schema is in docs/reference/json.md."""
        return {
            "version": 1,
            "sites": len(self.verdicts),
            "seen": self.seen,
            "ok": self.count(OK),
            "unreached": self.count(UNREACHED),
            "bugs": [bug.to_json() for bug in self.bugs],
            "never_entered": self.never_entered,
        }

    def to_text(self) -> str:
        """Bugs first, then a line for each function."""
        lines = []
        for bug in self.bugs:
            lines += [*bug_lines(bug), ""]
        lines += [*self._table(), ""]
        lines.append(self._last_line())
        if self.never_entered:
            names = ", ".join(self.never_entered[:8])
            more = f", and {len(self.never_entered) - 8} more" if len(self.never_entered) > 8 else ""
            lines.append(f"{plural(len(self.never_entered), 'function')} never entered: {names}{more}")
        return "\n".join(lines) + "\n"

    def _table(self) -> list[str]:
        sites: dict[str, Counter[str]] = {}
        for verdict in self.verdicts:
            sites.setdefault(verdict.function, Counter())[verdict.kind] += 1
        kinds = [kind for kind in (*BUGS, UNREACHED, OK) if self.count(kind) or kind == OK]
        rows = [["function", "sites", *kinds]]

        def order(item: tuple[str, Counter[str]]) -> tuple[bool, str]:
            return (all(kind not in item[1] for kind in BUGS), item[0])

        for function, counts in sorted(sites.items(), key=order):
            numbers = [str(counts[kind] or "") for kind in kinds]
            rows.append([function, str(sum(counts.values())), *numbers])
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]

    def _last_line(self) -> str:
        text = f"{plural(len(self.verdicts), 'site')}"
        if self.seen != len(self.verdicts):
            text += f" of {self.seen}"
        text += f", {len(self.verdicts) - self.count(UNREACHED)} reached: {self.count(OK)} ok"
        return f"{text}, {plural(len(self.bugs), 'bug')}"


def never_entered(functions: list[dict[str, Any]]) -> list[str]:
    """The names of functions of extensions that no run has called."""
    return sorted({function["function"] for function in functions if function["function"] and not function["entered"]})


def _group(verdicts: list[Verdict]) -> list[Bug]:
    bugs: dict[tuple[Optional[str], str, str], Bug] = {}
    for verdict in verdicts:
        if verdict.kind in BUGS:
            key = (verdict.file, verdict.function, verdict.kind)
            bugs.setdefault(key, Bug()).verdicts.append(verdict)
    return sorted(bugs.values(), key=lambda bug: (BUGS.index(bug.first.kind), -len(bug.verdicts)))


def plural(count: int, noun: str) -> str:
    """`1 bug`, `2 bugs`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


# Sites that are shown of a bug.
_SHOWN = 5


def bug_lines(bug: Bug) -> list[str]:
    """What is wrong, and where that was seen."""
    first = bug.first
    lines = [f"{first.kind} in {first.function} at {first.where}"]
    for verdict in bug.verdicts[:_SHOWN]:
        stack = " < ".join(frame["function"] or "?" for frame in verdict.site["stack"])
        lines.append(f"  when {verdict.site['api']} fails at {where(verdict.site['stack'])} in {stack}")
        lines.append(f"    {verdict.reason}")
    if len(bug.verdicts) > _SHOWN:
        lines.append(f"  and at {len(bug.verdicts) - _SHOWN} more sites")
    report = first.report
    if isinstance(report, dict) and "check" in report:
        lines += [f"  {line}" for line in _report_text(report)]
    elif first.kind == "leak":
        lines += [f"  {line}" for leak in report for line in _leak_text(leak)]
    elif isinstance(report, str) and report.strip():
        lines += ["  the program printed", *(f"    {line}" for line in report.rstrip().splitlines()[-8:])]
    return lines


def _report_text(report: dict[str, Any]) -> list[str]:
    lines = [f"{report['severity']}[{report['check']}]: {name_of(report)}: {report['title']}"]
    if report.get("argument"):
        lines.append(f"  argument `{report['argument']}`")
    if report.get("detail"):
        lines.append(f"  {report['detail']}")
    if report.get("used"):
        lines += ["  used", *(f"    {line}" for line in report["used"])]
    lines.append(f"  help: {report['help']}")
    return lines


def _leak_text(leak: dict[str, Any]) -> list[str]:
    return [f"opened by {leak['api']}", *(f"  {line}" for line in leak["stack"] or ())]
