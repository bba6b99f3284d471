"""Turns the results of ``python -m hpy.debug fail`` into tables of bugs and sites."""

from __future__ import annotations

from typing import Any, Optional

from . import values
from .reports import Reader
from .stacks import Frame, Parts, Stacks

# Of what a program has printed, the end says most.
_LINES = 20


def read(result: Parts, stacks: Stacks) -> Parts:
    """A result as the page shows it."""
    return {
        **{key: values.number(result.get(key)) or 0 for key in ("sites", "seen", "ok", "unreached")},
        "never_entered": values.texts(result.get("never_entered")),
        "bugs": [_bug(bug, stacks) for bug in values.objects(result["bugs"])],
    }


def _bug(bug: Parts, stacks: Stacks) -> Parts:
    return {
        **{key: values.text(bug.get(key)) or "?" for key in ("verdict", "function", "api", "reason")},
        "place": _place(bug, stacks),
        "where": values.text(bug.get("where")),
        "tests": values.texts(bug.get("tests")),
        "sites": [_site(site, stacks) for site in values.objects(bug.get("sites"))],
        "evidence": _evidence(bug.get("report"), stacks),
    }


def _place(bug: Parts, stacks: Stacks) -> Optional[int]:
    """The frame that the bug is in, where there is debug information."""
    function, file, where = (values.text(bug.get(key)) for key in ("function", "file", "where"))
    line = (where or "").rpartition(":")[2]
    if function is None or file is None or not line.isdecimal():
        return None
    return stacks.frames.add(Frame(function, file, int(line), None, False))


def _site(site: Parts, stacks: Stacks) -> Parts:
    return {
        **{key: values.text(site.get(key)) or "?" for key in ("api", "where", "reason")},
        "stack": stacks.of_extension(site.get("stack")),
    }


def _evidence(report: Any, stacks: Stacks) -> Parts:
    """What says that it is a bug: a report, what leaked, what the program printed, or what was lost."""
    if isinstance(report, dict) and "check" in report:
        shown = Reader(stacks).of_misuse(report)
        title = f"{report['check']}: {values.text(report.get('title')) or ''}"
        return {"facts": [["report", title], *shown["facts"]], "stacks": shown["stacks"]}
    if isinstance(report, dict):
        return {"facts": [], "stacks": _stacks([["cleared in", stacks.of_extension(report.get("stack"))]])}
    if isinstance(report, list):
        leaks = values.objects(report)
        return {
            "facts": [],
            "stacks": _stacks([[_leak(leak), stacks.of_extension(None, leak.get("stack"))] for leak in leaks]),
        }
    printed = values.text(report)
    lines = printed.rstrip().splitlines()[-_LINES:] if printed else []
    return {"facts": [["printed", "\n".join(lines)]] if lines else [], "stacks": []}


def _stacks(stacks: list[list[Any]]) -> list[list[Any]]:
    return [stack for stack in stacks if stack[1] is not None]


def _leak(leak: Parts) -> str:
    count, kind = values.number(leak.get("count")) or 1, values.text(leak.get("kind")) or "handle"
    types = f" of {' and '.join(values.texts(leak.get('types')))}" if leak.get("types") else ""
    return f"{count} {kind}{'' if count == 1 else 's'}{types} opened by {values.text(leak.get('api')) or '?'}"
