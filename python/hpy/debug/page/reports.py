"""Turns reports into findings: a finding is what is the same in many reports, its check, function and place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Optional

from ..frames import is_helper
from ..summary import LEAK, name_of
from . import values
from .stacks import Frame, Parts, Stacks

# In these equal reports may differ.
_UNIQUE = ("handle", "count")


class Reader:
    """Reads one report after another."""

    def __init__(self, stacks: Stacks) -> None:
        self._stacks = stacks
        self._findings: dict[tuple[Any, ...], Parts] = {}
        # The last report of a process for each check, which others may follow.
        self._last: dict[tuple[Any, Any], Parts] = {}
        self.processes: set[int] = set()

    def add(self, report: Parts) -> None:
        """Read a report, or all the leaks of one."""
        pid = values.number(report.get("pid"))
        if pid is not None:
            self.processes.add(pid)
        if report["check"] == LEAK:
            for leak in self._leaks(report):
                self._count(report, *leak)
            return
        report = {**report, "function": name_of(report)}
        shown = self.of_misuse(report)
        cause = self._last.get((pid, values.text(report.get("follows"))))
        self._last[pid, report["check"]] = shown
        if cause is not None:
            cause.setdefault("then", []).append({"check": report["check"], "title": _title(report), "report": shown})
            return
        self._count(report, report, shown, 1)

    def findings(self) -> list[Parts]:
        """All of them: misuses first, then leaks, then warnings; of each the most frequent first."""
        found = list(self._findings.values())
        for finding in found:
            finding["reports"] = _merged(finding["reports"])
        return sorted(found, key=lambda finding: (_rank(finding), -finding["count"], finding["check"]))

    def of_misuse(self, report: Parts) -> Parts:
        """What a report says that is not the same in all of its finding: ``facts`` and ``stacks``."""
        facts, stacks = list(_facts(report)), []
        for event in ("opened", "closed", "raised"):
            parts = values.part(report.get(event))
            function = values.text(parts.get("function"))
            stack = self._stacks.of_extension(parts.get("frames"), parts.get("stack"))
            if stack is not None:
                stacks.append([f"{event} by {function or '?'}", stack])
            elif function is not None:
                facts.append([f"{event} by", function])
        used = self._stacks.of_extension(report.get("used_frames"), report.get("used"))
        if used is not None:
            stacks.append([f"used by {values.text(report.get('function')) or '?'}", used])
        python = self._stacks.of_python(report.get("python"))
        if python is not None:
            stacks.append(["Python", python])
        return {
            "count": 1,
            "facts": facts,
            "stacks": stacks,
            "place": self._stacks.first(used, python),
            "handle": values.text(report.get("handle")),
        }

    def _leaks(self, report: Parts) -> Iterator[tuple[Parts, Parts, int]]:
        for kind in ("handles", "resources"):
            for group in values.objects(report.get(kind)):
                count = values.number(group.get("count")) or 1
                function = values.text(group.get("function")) or "an unknown function"
                opened = self._stacks.of_extension(group.get("frames"), group.get("stack"))
                # Not a stack: each line opened some of them.
                lines = self._stacks.of_python(group.get("python"))
                what = values.text(group.get("type")) or "handle"
                facts = [["left open", f"{count} {what}{'' if count == 1 else 's'}"]]
                examples = values.texts(group.get("examples"))
                if examples:
                    facts.append(["objects", "\n".join(examples)])
                stacks = [[f"opened by {function}", opened], ["called from", lines]]
                shown = {
                    "count": count,
                    "facts": facts,
                    "stacks": [stack for stack in stacks if stack[1] is not None],
                    "place": self._stacks.first(opened, lines),
                    "leak": self._leak_stack(function, opened, lines, values.text(group.get("module"))),
                }
                yield group, shown, count

    def _leak_stack(self, function: str, opened: Optional[int], lines: Optional[int], module: Optional[str]) -> int:
        """The stack from the lines of Python, as if they were one, to the API function."""
        stacks = self._stacks
        frames = [stacks.frames.add(Frame(function, None, None, None, False))]
        inner = stacks.stacks.items[opened] if opened is not None else ()
        frames += [frame for frame in inner if not is_helper(stacks.frames.items[frame].file)]
        callers = stacks.stacks.items[lines] if lines is not None else ()
        if len(callers) == 1:
            frames.append(callers[0])
        elif callers:
            names = dict.fromkeys(stacks.frames.items[frame].name for frame in callers)
            frames.append(stacks.frames.add(Frame(", ".join(names), None, None, None, True)))
        elif opened is None:
            frames.append(stacks.frames.add(Frame(module or "an unknown extension", None, None, None, False)))
        return stacks.stacks.add(tuple(frames))

    def _count(self, report: Parts, group: Parts, shown: Parts, count: int) -> None:
        check, severity = report["check"], "warning" if report.get("severity") == "warning" else "error"
        function, module = values.text(group.get("function")), values.text(group.get("module"))
        place = shown.pop("place")
        key = (check, severity, function, module, place)
        finding = self._findings.get(key)
        if finding is None:
            finding = self._findings[key] = {
                "check": check,
                "severity": severity,
                "title": _title(report),
                "help": values.text(report.get("help")),
                "function": function,
                "module": module,
                "place": place,
                "count": 0,
                "reports": [],
            }
        finding["count"] += count
        finding["reports"].append(shown)


def _rank(finding: Parts) -> int:
    return 1 if finding["check"] == LEAK else 0 if finding["severity"] == "error" else 2


def _merged(reports: list[Parts]) -> list[Parts]:
    """Equal ones once."""
    merged: dict[str, Parts] = {}
    for report in reports:
        same = {key: value for key, value in report.items() if key not in _UNIQUE}
        first = merged.setdefault(json.dumps(same), report)
        if first is not report:
            first["count"] += report["count"]
    return list(merged.values())


def _title(report: Parts) -> str:
    return values.text(report.get("title")) or report["check"]


def _facts(report: Parts) -> Iterator[list[str]]:
    argument = values.text(report.get("argument"))
    if argument is not None:
        yield ["argument", argument]
    object_ = values.part(report.get("object"))
    if object_:
        type_, repr_ = values.text(object_.get("type")) or "?", values.text(object_.get("repr"))
        yield ["object", f"{type_} {repr_}" if repr_ else type_]
    buffer = values.part(report.get("buffer"))
    if buffer:
        yield ["buffer", _buffer(buffer)]
    for key, label in (("field", "field"), ("detail", "detail"), ("exception", "exception set"), ("callee", "running")):
        value = values.text(report.get(key))
        if value is not None:
            yield [label, value]


def _buffer(buffer: Parts) -> str:
    length, offset = (values.number(buffer.get(key)) for key in ("length", "offset"))
    text = f"byte {offset} of {length}"
    contents: Optional[str] = values.text(buffer.get("contents"))
    return f"{text}: {contents}" if contents else text
