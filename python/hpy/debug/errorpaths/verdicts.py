"""What a run tells of the extension, compared with one in which nothing failed."""

from __future__ import annotations

import signal
from collections import Counter
from dataclasses import dataclass
from typing import Any, Optional

from ..frames import own, parse, read
from ..injection import where
from ..summary import name_of
from .pool import Outcome

OK, UNREACHED = "ok", "unreached"
# The worst come first.
BUGS = ("crash", "hang", "misuse", "leak", "lost")


@dataclass
class Verdict:
    """What became of a site."""

    site: dict[str, Any]
    kind: str
    """``ok``, ``unreached``, or one of BUGS."""
    function: str
    """The C function that the bug is in."""
    where: str
    file: Optional[str]
    """The path of the source, where there is debug information."""
    report: Any
    """What says so: a report of debug mode, what leaked, or a text."""
    reason: str
    """The same in one line."""


class Baseline:
    """The run in which nothing failed."""

    def __init__(self, outcome: Outcome) -> None:
        result = outcome.result or {}
        self.outcome = outcome
        self.sites: list[dict[str, Any]] = result.get("sites", [])
        self.functions: list[dict[str, Any]] = result.get("functions", [])
        self.leaks = _count(result.get("leaks", []))
        self.reports = {_key_of_report(report) for report in outcome.reports}
        self._returned = {site["id"]: site["returned"] for site in self.sites}

    def verdict_on(self, site: dict[str, Any], outcome: Outcome) -> Verdict:
        """What the run says in which the first call at the site failed."""
        reports = [report for report in outcome.reports if _key_of_report(report) not in self.reports]
        reports.sort(key=lambda report: report["severity"] != "error")
        report = reports[0] if reports else None
        if outcome.timed_out:
            return _verdict(site, "hang", [], None, f"still running after {outcome.seconds:.0f} s")
        if outcome.crashed and not (report and outcome.status == -signal.SIGABRT):
            said = report["title"] if report else _fatal_message(outcome.output)
            said = f"{_signal(outcome.status)}: {said}" if said else _signal(outcome.status)
            return _verdict(site, "crash", _misused(site, report), report or outcome.output, said)
        if report:
            said = f"{report['check']}: {name_of(report)}: {report['title']}"
            return _verdict(site, "misuse", _misused(site, report), report, said)
        result = outcome.result
        if result is None:
            # It has left by os._exit, or become another program: what it left open is not known.
            return _verdict(site, OK, [], None, "")
        if result["failed"] is None:
            return _verdict(site, UNREACHED, [], None, "")
        leaked = self._leaked(result["leaks"])
        if leaked:
            text = ", ".join(_leak_text(leak) for leak in leaked)
            return _verdict(site, "leak", _leaking(site, leaked), leaked, text)
        lost = result["lost"]
        if lost and self._is_certain(site, lost):
            before = self._returned.get(site["id"])
            text = f"{lost['api']} failed, and the function returned {lost['returned']}"
            if before != lost["returned"]:
                text += f" instead of {before}"
            return _verdict(site, "lost", own(lost["stack"]), lost, text)
        return _verdict(site, OK, [], None, "")

    def _leaked(self, leaks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        more = []
        for leak in leaks:
            count = leak["count"] - self.leaks[_key_of_leak(leak)]
            if count > 0:
                more.append({**leak, "count": count})
        return more

    def _is_certain(self, site: dict[str, Any], lost: dict[str, Any]) -> bool:
        """The extension did not do what it says it did: nothing else was asked for than what failed, by a function that
        returns no object but None; or the same call returns something else where nothing fails."""
        before, now = self._returned.get(site["id"]), lost["returned"]
        if before is not None and before != now:
            return True
        # What comes with a result may have been for speed alone, as what stores it in a cache.
        return bool(lost["effect"]) and (now == "None" or now.lstrip("-").isdecimal())


def _count(leaks: list[dict[str, Any]]) -> Counter[tuple[Any, ...]]:
    counted: Counter[tuple[Any, ...]] = Counter()
    for leak in leaks:
        counted[_key_of_leak(leak)] += leak["count"]
    return counted


def _key_of_leak(leak: dict[str, Any]) -> tuple[Any, ...]:
    return (leak["kind"], leak["api"], leak["module"], tuple(leak["stack"] or ()))


def _key_of_report(report: dict[str, Any]) -> tuple[Any, ...]:
    used = report.get("used") or [""]
    return (report["check"], report.get("function"), used[0])


def _leak_text(leak: dict[str, Any]) -> str:
    kind = leak["kind"]
    if kind == "handle":
        plural = "" if leak["count"] == 1 else "s"
        kind = f"handle{plural} of {' and '.join(leak['types'])}" if leak["types"] else f"handle{plural}"
    frames = [frame for frame in map(parse, leak["stack"] or []) if frame]
    place = f" at {where(frames)}" if frames else ""
    return f"{leak['count']} {kind} opened by {leak['api']}{place}"


def _fatal_message(output: str) -> str:
    """The last line of the output that says why the process ends."""
    lines = [line for line in output.splitlines() if line.startswith("Fatal Python error: ") or "Assertion" in line]
    return lines[-1] if lines else ""


def _signal(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def _misused(site: dict[str, Any], report: Optional[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where the extension did what is reported: a function that has passed on what a failure gave it, rather than the
    one that it was passed to."""
    used = read((report or {}).get("used"))
    return _common(used, own(site["stack"])) or used


def _leaking(site: dict[str, Any], leaks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where the extension should have closed what it leaves open."""
    return _common(own(site["stack"]), read(leaks[0]["stack"]))


def _common(frames: list[dict[str, Any]], others: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The frames from the innermost function on that both stacks have."""
    names = {frame["function"] for frame in others}
    while frames and frames[0]["function"] not in names:
        frames = frames[1:]
    return frames


def _verdict(site: dict[str, Any], kind: str, frames: list[dict[str, Any]], report: Any, reason: str) -> Verdict:
    frames = frames or own(site["stack"])
    function = frames[0]["function"] if frames else "?"
    file = frames[0]["file"] if frames else None
    return Verdict(site, kind, function, where(frames or site["stack"]), file, report, reason)
