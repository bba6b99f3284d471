"""One walk: the run that learns, and the runs that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Optional

from .child import Files, Plan
from .pool import Outcome, Pool
from .verdicts import Baseline, Verdict, where

# A run may take so many seconds, and so many times as long as the one in which nothing fails.
_SECONDS, _TIMES = 10, 10


@dataclass(frozen=True)
class Settings:
    """How to walk."""

    limit: Optional[int] = None
    """At most so many sites."""
    timeout: Optional[float] = None
    """Seconds that a run may take."""
    only: tuple[str, ...] = ()
    """Patterns, of which the site's functions or places must match one."""
    after: str = "nothing"
    """What becomes of calls after the first: ``nothing``, ``site`` or ``everything`` fails."""
    depth: Optional[int] = None
    jobs: int = 1


@dataclass
class Walk:
    """The error paths of a program, or of a test."""

    settings: Settings
    enter: Callable[[Plan, Files], None]
    """Runs the program in a process, and never returns."""
    seen: int = field(default=0)

    def run_without_failure(self, pool: Pool) -> Baseline:
        """Run the program without a failure."""
        pool.timeout = self.settings.timeout
        (outcome,) = pool.run([Plan(depth=self.settings.depth)], self.enter)
        return Baseline(outcome)

    def sites(self, baseline: Baseline) -> list[dict[str, Any]]:
        """The sites to fail at."""
        self.seen = len(baseline.sites)
        return [site for site in baseline.sites if self._is_wanted(site)][: self.settings.limit]

    def fail(self, pool: Pool, baseline: Baseline, sites: list[dict[str, Any]]) -> Iterator[Verdict]:
        """Run the program once for each site; yields a verdict for each."""
        usual = baseline.outcome.seconds
        pool.timeout = self.settings.timeout or _SECONDS + _TIMES * usual
        by_id = {site["id"]: site for site in sites}
        plans = [Plan(site["id"], self.settings.after, self.settings.depth) for site in sites]
        outcomes: Iterator[Outcome] = pool.run(plans, self.enter)
        for outcome in outcomes:
            site = by_id[outcome.plan.target or ""]
            yield baseline.verdict_on(site, outcome)

    def _is_wanted(self, site: dict[str, Any]) -> bool:
        if not self.settings.only:
            return True
        words = [site["api"]]
        for frame in site["stack"]:
            words += [frame["function"] or "", where([frame]), (frame["file"] or "").rpartition("/")[2]]
            words.append((frame["library"] or "").rpartition("/")[2])
        return any(fnmatchcase(word, pattern) for word in words for pattern in self.settings.only)
