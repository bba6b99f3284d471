"""Runs plans, each in a forked process."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from .child import Files, Plan

# How long to wait for a process that no longer holds its end of the pipe, and how often to look at one that does.
_NEARLY = 0.001
_OFTEN = 0.2


@dataclass
class Outcome:
    """How a run has ended."""

    plan: Plan
    status: int
    """The exit status; of a signal, its negative number."""
    timed_out: bool
    seconds: float
    result: Optional[dict[str, Any]]
    """What the process wrote down before it ended; None if it did not come to that."""
    reports: list[dict[str, Any]]
    output: str
    """The end of what it printed."""

    @property
    def crashed(self) -> bool:
        return self.status < 0 and not self.timed_out


@dataclass
class _Running:
    plan: Plan
    files: Files
    pid: int
    start: float
    is_ending: bool = field(default=False)


class Pool:
    """Runs plans in forked processes, some at a time. ``close`` it in the process that made it."""

    def __init__(self, jobs: int = 1, timeout: Optional[float] = None) -> None:
        self.jobs = jobs
        self.timeout = timeout
        self._directory = Path(tempfile.mkdtemp(prefix="hpy-fail-"))
        self._count = 0
        self._running: dict[int, _Running] = {}

    def run(self, plans: Iterable[Plan], enter: Callable[[Plan, Files], None]) -> Iterator[Outcome]:
        """Run the plans; yields each outcome as it comes. `enter` is called in each process, and never returns."""
        waiting = deque(plans)
        while waiting or self._running:
            while waiting and len(self._running) < self.jobs:
                self._start(waiting.popleft(), enter)
            ending = any(running.is_ending for running in self._running.values())
            watched = [pipe for pipe, running in self._running.items() if not running.is_ending]
            ready = select.select(watched, [], [], _NEARLY if ending else _OFTEN)[0]
            for pipe in ready:
                self._running[pipe].is_ending = True
            for pipe, running in list(self._running.items()):
                outcome = self._look_at(running)
                if outcome is not None:
                    del self._running[pipe]
                    os.close(pipe)
                    yield outcome

    def close(self) -> None:
        """Kill what runs, and remove what runs have left behind."""
        for pipe, running in self._running.items():
            _kill(running.pid)
            os.waitpid(running.pid, 0)
            os.close(pipe)
        self._running.clear()
        shutil.rmtree(self._directory, ignore_errors=True)

    def _start(self, plan: Plan, enter: Callable[[Plan, Files], None]) -> None:
        self._count += 1
        files = Files(self._directory / str(self._count))
        files.directory.mkdir()
        reader, writer = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        start = time.monotonic()
        with warnings.catch_warnings():
            # Of threads: those of pytest's workers wait for orders.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if pid == 0:
            for pipe in (reader, *self._running):
                os.close(pipe)
            # What the parent runs is not this process's to end.
            self._running = {}
            enter(plan, files)
            os._exit(70)
        os.close(writer)
        self._running[reader] = _Running(plan, files, pid, start)

    def _look_at(self, running: _Running) -> Optional[Outcome]:
        pid, status = os.waitpid(running.pid, os.WNOHANG)
        seconds = time.monotonic() - running.start
        timed_out = False
        if pid == 0:
            if self.timeout is None or seconds < self.timeout:
                return None
            timed_out = True
            _kill(running.pid)
            status = os.waitpid(running.pid, 0)[1]
        files = running.files
        outcome = Outcome(
            running.plan,
            os.waitstatus_to_exitcode(status),
            timed_out,
            seconds,
            _read(files.result),
            _read_lines(files.reports),
            _read_end(files.output),
        )
        shutil.rmtree(files.directory, ignore_errors=True)
        return outcome


def _kill(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except OSError:
        # It has no group of its own yet.
        os.kill(pid, signal.SIGKILL)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError):
        return None


def _read_lines(path: Path) -> list[dict[str, Any]]:
    """The reports; a line that was cut off is none."""
    reports = []
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:
        return []
    for line in lines:
        try:
            report = json.loads(line)
        except ValueError:
            continue
        if isinstance(report, dict) and "check" in report:
            reports.append(report)
    return reports


def _read_end(path: Path, size: int = 16_000) -> str:
    try:
        with open(path, "rb") as file:
            file.seek(max(0, os.path.getsize(path) - size))
            return file.read().decode(errors="replace")
    except OSError:
        return ""
