"""What ``pytest --hpy-fail`` does."""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NoReturn

import pytest
from hpy._pytest_run import run_of
from hpy.universal import _debug, _fail

from . import child
from .pool import Pool
from .summary import Summary, bug_lines, never_entered, plural
from .verdicts import BUGS
from .walk import Settings, Walk

PROPERTY = "hpy_fail"


class Plugin:
    """Walks the error paths of each test."""

    def __init__(self, options: argparse.Namespace) -> None:
        if not hasattr(os, "fork"):
            raise pytest.UsageError("--hpy-fail needs os.fork, which this system does not have")
        for name in ("limit", "depth", "jobs"):
            value = getattr(options, f"hpy_fail_{name}")
            if value is not None and value < 1:
                raise pytest.UsageError(f"--hpy-fail-{name}: expected a number from 1 on, got {value}")
        seconds = options.hpy_fail_timeout
        if seconds is not None and not 0 < seconds < math.inf:
            raise pytest.UsageError(f"--hpy-fail-timeout: expected a number of seconds, more than 0, got {seconds:g}")
        self._settings = Settings(
            limit=options.hpy_fail_limit,
            timeout=options.hpy_fail_timeout,
            only=tuple(options.hpy_fail_only),
            depth=options.hpy_fail_depth,
            jobs=options.hpy_fail_jobs,
        )
        self._json = options.hpy_fail_json
        # Tests, with what was found.
        self._found: list[tuple[str, dict[str, Any]]] = []
        # From now on it is known what extensions define.
        _fail.start()

    # The innermost: what others have set up for the test is there in each of its runs.
    @pytest.hookimpl(hookwrapper=True, trylast=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        summary = self._walk(item)
        outcome: Any = yield
        if summary is None:
            return
        item.user_properties.append((PROPERTY, summary.to_json()))
        if summary.bugs and outcome.excinfo is None:
            lines = [line for bug in summary.bugs for line in [*bug_lines(bug), ""]]
            message = "\n".join(["calls of the HPy API were made to fail:", *lines])
            outcome.force_exception(pytest.fail.Exception(message, pytrace=False))

    def _walk(self, item: pytest.Item) -> Any:
        def enter(plan: child.Plan, files: child.Files) -> NoReturn:
            _run_test(item, plan, files)

        walk = Walk(self._settings, enter)
        pool = Pool(self._settings.jobs)
        capture = item.config.pluginmanager.getplugin("capturemanager")
        try:
            baseline = walk.run_without_failure(pool)
            outcome = baseline.outcome
            if outcome.status or outcome.timed_out or outcome.result is None or not baseline.sites:
                # Whatever is wrong with the test, it says so itself.
                return None
            verdicts = list(walk.fail(pool, baseline, walk.sites(baseline)))
        finally:
            pool.close()
            # What the processes have printed is not the test's.
            with suppress(Exception):
                capture.read_global_capture()
        return Summary(verdicts, [], walk.seen)

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.when == "call":
            self._found += [(report.nodeid, value) for name, value in report.user_properties if name == PROPERTY]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        config = session.config
        if hasattr(config, "workeroutput") or config.getoption("collectonly", False):
            return
        run = run_of(config)
        run.look()
        # Where tests fail, or nothing was debugged, more is said than that.
        if session.exitstatus != pytest.ExitCode.OK or run.nothing_debugged():
            return
        if not any(result["sites"] for _, result in self._found):
            seen = sum(result["seen"] for _, result in self._found)
            why = "no test called a function of the HPy API that can fail"
            why = f"--hpy-fail-only matches none of {seen} sites" if seen else why
            run.problems.append(f"No call was made to fail: {why}.")

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        found = self._found
        result = _merge(found)
        if self._json:
            with open(self._json, "w") as file:
                json.dump(result, file, indent=1)
                file.write("\n")
        terminalreporter.section("HPy calls that fail")
        for bug in result["bugs"]:
            tests = bug["tests"]
            more = f" and {len(tests) - 1} more" if len(tests) > 1 else ""
            terminalreporter.line(f"{bug['verdict']} in {bug['function']} at {bug['where']}: {bug['reason']}")
            terminalreporter.line(f"  {tests[0]}{more}")
        terminalreporter.line(
            f"{plural(result['sites'], 'site')} in {plural(len(found), 'test')}: "
            f"{result['ok']} ok, {plural(len(result['bugs']), 'bug')}"
        )
        if result["never_entered"]:
            terminalreporter.line(f"functions never entered: {', '.join(result['never_entered'])}")


def _merge(found: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """What was found by all tests."""
    bugs: dict[tuple[str, ...], dict[str, Any]] = {}
    for test, result in found:
        for bug in result["bugs"]:
            known = bugs.setdefault((bug["file"], bug["function"], bug["verdict"]), {**bug, "sites": [], "tests": []})
            known["sites"] += [site for site in bug["sites"] if site not in known["sites"]]
            known["tests"].append(test)
    return {
        "version": 1,
        **{key: sum(result[key] for _, result in found) for key in ("sites", "seen", "ok", "unreached")},
        "bugs": sorted(bugs.values(), key=lambda bug: BUGS.index(bug["verdict"])),
        "never_entered": never_entered(json.loads(_fail.functions())),
    }


def _run_test(item: pytest.Item, plan: child.Plan, files: child.Files) -> NoReturn:
    """Run the test in this process, which ends with it: its fixtures are torn down where they were set up."""
    status = 70
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        # What the fixtures have set up would keep misuse from being reported.
        _debug.set_on_report(None)
        _debug.set_on_invalid_handle(None)
        _debug.set_on_invalid_builder_handle(None)
        _report_nothing(item)
        child.begin(plan, files)
        status = _status_of(item)
        gc.collect()
        child.finish(plan, files)
    finally:
        os._exit(status)


def _report_nothing(item: pytest.Item) -> None:
    """Have what a test reports as it runs, of subtests, go nowhere: a worker's way to its controller is open here, too."""
    for hook in (item.ihook.pytest_runtest_logreport, item.ihook.pytest_warning_recorded):
        for implementation in hook.get_hookimpls():
            if not (implementation.hookwrapper or getattr(implementation, "wrapper", False)):
                implementation.function = lambda *_: None


def _status_of(item: pytest.Item) -> int:
    try:
        item.runtest()
    except (pytest.skip.Exception, pytest.xfail.Exception):
        return 0
    except BaseException:
        return 1
    return 0

