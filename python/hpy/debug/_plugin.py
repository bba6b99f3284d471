"""The pytest plugin where debug mode is on: every test is checked for leaks and misuses.

Findings travel with the reports of tests, so that those of xdist's workers arrive where the run is summed up.
"""

from __future__ import annotations

import contextlib
import gc
import os
import warnings
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Optional

import pytest

import hpy.debug
from hpy._modes import value_for
from hpy._pytest_run import failure, run_of
from hpy.universal import _debug

from .leakdetector import HPyMisuseWarning
from .reports import HPyMisuseError
from .summary import LEAK, Finding, Summary, leak_text, of_leak, of_misuse

STACKS = "16"
OPTIONS = "HPY_DEBUG_OPTIONS"


class Plugin:
    """Registered as ``hpy-debug``."""

    def __init__(self, config: pytest.Config, modules: str) -> None:
        run_of(config).asked = "Debug mode was asked for"
        self.environment = os.environ.get("HPY")
        if modules != "environment":
            os.environ["HPY"] = value_for("debug", "" if modules == "all" else modules)
        self.modules = "all extensions" if os.environ["HPY"] == "debug" else os.environ["HPY"]

        self.leaks = _setting(config, "hpy_leaks", "error")
        if self.leaks not in ("error", "report", "off"):
            raise pytest.UsageError(f"hpy_leaks = {self.leaks}: expected error, report or off")
        self.before = hpy.debug.options()
        self._configure(config)
        self.stacks = hpy.debug.options()["stacks"]
        capture = config.known_args_namespace.capture
        # Elsewhere pytest's own lines stand where reports are written.
        _debug.keep_stderr(capture != "fd")
        _debug.keep_reports(True)

        self.summary = Summary()
        # What belongs to no test, each with what happened meanwhile.
        self.outside: list[list[Any]] = []
        self.suppressions: dict[str, int] = {}
        self.nextitem: Optional[pytest.Item] = None
        # Settings that a test has changed, as they were.
        self.replaced: dict[str, str] = {}
        # What of the test that runs is found before it is reported.
        self.found: list[Finding] = []
        self.torn_down: Optional[BaseException] = None
        # Generations of handles in which no test is looked at, and what happens meanwhile.
        self.starts = [_debug.new_generation()]
        self.labels: list[Optional[str]] = ["import"]

    def _configure(self, config: pytest.Config) -> None:
        given = {entry.partition("=")[0].strip() for entry in os.environ.get(OPTIONS, "").split(",")}
        settings = {"stacks": _setting(config, "hpy_stacks", "" if "stacks" in given else STACKS)}
        if "on_error" not in given:
            settings["on_error"] = "raise"
        if "leaks" not in given and "exit_status" not in given:
            # pytest's own status tells.
            settings["exit_status"] = "0"
        try:
            _debug.configure({key: value for key, value in settings.items() if value})
            _debug.suppress(_suppressions(config))
        except ValueError as error:
            raise pytest.UsageError(f"HPy: {error}") from None

    def pytest_unconfigure(self) -> None:
        self._allow(set())
        _debug.keep_reports(False)
        _debug.suppress([])
        with contextlib.suppress(ValueError):
            _debug.configure(dict(self.before))
        if self.environment is None:
            os.environ.pop("HPY", None)
        else:
            os.environ["HPY"] = self.environment

    def pytest_report_header(self) -> str:
        return f"hpy: debug mode of {self.modules}, leaks={self.leaks}, stacks={self.stacks}"

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        known = {check["id"] for check in _debug.checks()} | {LEAK}
        for item in items:
            for marker in item.iter_markers("hpy_allow"):
                wrong = [name for name in marker.args if name not in known]
                if wrong or not marker.args:
                    problem = f"no check is called {wrong[0]}" if wrong else "it names no check"
                    hint = "see python -m hpy.debug explain --list"
                    raise pytest.UsageError(f"{item.nodeid}: hpy_allow: {problem}; {hint}")

    # What happens when.

    def _enter(self, label: Optional[str]) -> int:
        """Begin a phase; what it leaves open is looked for at the end, unless there is no label."""
        generation = _debug.new_generation()
        self.starts.append(generation)
        self.labels.append(label)
        return generation

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Iterator[None]:
        outcome: Any = yield
        findings = self._take()
        if findings:
            self._attach(outcome.get_result(), findings, str(collector.nodeid))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: Optional[pytest.Item]) -> None:
        self.nextitem = nextitem
        self._keep_outside_of_tests()
        self._allow(_allowed(item) - {LEAK})
        self._enter(f"setup of {item.nodeid}")

    def _allow(self, checks: set[str]) -> None:
        """Let programs go on after misuse of these kinds, until the next call."""
        if self.replaced or checks:
            _debug.configure(self.replaced)
            current = _debug.options()
            keys = [f"on_error.{check}" for check in checks]
            keys = [key for key in keys if current.get(key, current["on_error"]) in ("raise", "abort")]
            self.replaced = {key: current.get(key, "default") for key in keys}
            settings = dict.fromkeys(keys, "warn")
            _debug.configure(settings)

    # The last wrapper: output and log of what it does are still the test's.
    @pytest.hookimpl(hookwrapper=True, trylast=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        generation = self._enter(None)
        outcome: Any = yield
        if outcome.excinfo is not None or self.leaks == "off":
            # Its traceback keeps objects alive, which may keep handles.
            self.labels[-1] = item.nodeid
            return
        if _debug.open_generations(generation):
            self._look_for_leaks(item, generation)

    def _look_for_leaks(self, item: pytest.Item, generation: int) -> None:
        last = self._enter(f"teardown of {item.nodeid}")
        if self._is_open(generation, last):
            # What an object holds that a fixture has made is closed with it.
            try:
                item.session._setupstate.teardown_exact(self.nextitem)
            except BaseException as error:
                self.torn_down = error
            if self._is_open(generation, last):
                self.found += [of_leak(*leak) for leak in _debug.find_leaks(generation, last)]

    def _is_open(self, first: int, last: int) -> bool:
        gc.collect()
        return any(generation < last for generation in _debug.open_generations(first))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        self._enter(f"teardown of {item.nodeid}")
        error, self.torn_down = self.torn_down, None
        if error is not None:
            raise error

    # The first wrapper: what others make of the report is known.
    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: Any) -> Iterator[None]:
        outcome: Any = yield
        report = outcome.get_result()
        self.found += self._take()
        if call.when == "setup" and report.passed:
            # It is the test that fails, not what comes before it.
            return
        findings, self.found = self.found, []
        findings = [finding for finding in findings if finding["check"] not in _allowed(item)]
        if findings:
            # JUnit files show the properties of a test's last report. pytest has copied the item's before.
            properties = [("hpy-debug", _place_of(finding)) for finding in findings]
            item.user_properties += properties
            report.user_properties += properties
            self._attach(report, findings, item.nodeid, _raised(call.excinfo))
            _expect(item, call, report)

    def _attach(self, report: Any, findings: list[Finding], origin: str, shown: Sequence[str] = ()) -> None:
        """Have a report fail with what was found; some of it may be shown as exceptions."""
        report.hpy_findings = findings
        report.hpy_origin = origin
        for finding in findings:
            _warn(finding)
        _leave_out(report, findings)
        leaks = [finding for finding in findings if finding["check"] == LEAK]
        texts = [finding["text"] for finding in findings if finding["check"] != LEAK]
        if leaks:
            texts.append(leak_text(leaks))
        failing = [finding for finding in findings if finding["check"] != LEAK or self.leaks == "error"]
        texts = [text for text in texts if text not in shown]
        if report.failed or not failing:
            if texts and report.failed:
                report.sections.append(("HPy debug", "\n".join(texts)))
            return
        report.outcome = "failed"
        path, line = _place(report)
        report.longrepr = failure("\n".join(texts), path, line, _message(failing))

    def _take(self) -> list[Finding]:
        return [of_misuse(*report) for report in _debug.take_reports()]

    def _keep_outside_of_tests(self) -> None:
        """Keep what was found since the last test: it belongs to no test."""
        for finding in self._take():
            self.outside.append([finding, "outside of tests"])

    # The end.

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        config = session.config
        self._keep_outside_of_tests()
        if self.leaks != "off" and not config.getoption("collectonly", False):
            self._leaks_outside()
        used = dict(_debug.suppressions())
        if hasattr(config, "workeroutput"):
            config.workeroutput["hpy_debug"] = {"outside": self.outside, "suppressions": used}
            return
        found, self.outside = self.outside, []
        self._merge(found, used)
        of_no_test = Summary()
        for finding, label in self.outside:
            self.summary.add(finding, label)
            of_no_test.add(finding, label)
        for entry in of_no_test.largest_first():
            if entry["check"] != LEAK or self.leaks == "error":
                text = leak_text([entry]) if entry["check"] == LEAK else entry["text"]
                run_of(config).problems.append(f"{_message([entry])}, {', '.join(entry['origins'][:5])}\n{text}")

    def _leaks_outside(self) -> None:
        gc.collect()
        generations = _debug.open_generations(self.starts[0])
        phases = sorted({bisect_right(self.starts, generation) - 1 for generation in generations})
        for phase in phases:
            label = self.labels[phase]
            if label is None:
                continue
            last = self.starts[phase + 1] if phase + 1 < len(self.starts) else (1 << 62)
            for leak in _debug.find_leaks(self.starts[phase], last):
                self.outside.append([of_leak(*leak), label])

    def _merge(self, outside: list[Any], suppressions: dict[str, int]) -> None:
        self.outside += outside
        for rule, used in suppressions.items():
            self.suppressions[rule] = self.suppressions.get(rule, 0) + used

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        sent = getattr(node, "workeroutput", {}).get("hpy_debug")
        if sent:
            self._merge(sent["outside"], sent["suppressions"])

    def pytest_runtest_logreport(self, report: Any) -> None:
        self._sum(report)

    def pytest_collectreport(self, report: Any) -> None:
        self._sum(report)

    def _sum(self, report: Any) -> None:
        for finding in getattr(report, "hpy_findings", ()):
            self.summary.add(finding, report.hpy_origin)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if not self.summary.entries and not self.suppressions:
            return
        terminalreporter.section("HPy", red=bool(self.summary.entries))
        if self.summary.entries:
            terminalreporter.write_line(self.summary.title())
        for line in self.summary.lines():
            terminalreporter.write_line(line)
        for rule, used in self.suppressions.items():
            what = f"was used {used} time{'' if used == 1 else 's'}" if used else "matched nothing"
            terminalreporter.write_line(f"suppression {rule} {what}")


def _allowed(item: pytest.Item) -> set[str]:
    """The checks whose findings do not fail a test."""
    return {name for marker in item.iter_markers("hpy_allow") for name in marker.args}


def _setting(config: pytest.Config, name: str, default: str) -> str:
    """A setting from the command line, or from the configuration file."""
    given = getattr(config.known_args_namespace, name, None)
    return str(config.getini(name) or default if given is None else given).strip()


def _suppressions(config: pytest.Config) -> list[str]:
    """``suppressions`` in ``[tool.hpy.debug]`` of pyproject.toml beside pytest's configuration."""
    path = Path(str(config.rootpath), "pyproject.toml")
    if not path.is_file():
        return []
    try:
        import tomllib
    except ModuleNotFoundError:
        try:
            import tomli as tomllib  # type: ignore[no-redef]
        except ModuleNotFoundError:
            return []
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {}).get("hpy", {}).get("debug", {})
    except tomllib.TOMLDecodeError:
        # Others complain who need it.
        return []
    rules = table.get("suppressions", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise ValueError("suppressions in [tool.hpy.debug] of pyproject.toml: expected a list of strings")
    return rules


def _raised(excinfo: Any) -> list[str]:
    """The reports that became an exception or what it was raised from."""
    texts = []
    error = excinfo and excinfo.value
    while error is not None:
        if isinstance(error, HPyMisuseError):
            texts.append(error.report.text)
        error = error.__cause__ or error.__context__
    return texts


def _warn(finding: Finding) -> None:
    """Have pytest list a warning. Where the user makes it an exception, the test fails anyway."""
    if finding["severity"] == "warning":
        file, _, line = (finding["python"] or "HPy:1").rpartition(":")
        message = HPyMisuseWarning(finding["text"].rstrip())
        with contextlib.suppress(HPyMisuseWarning):
            warnings.warn_explicit(message, None, file, int(line))  # type: ignore[arg-type]


def _leave_out(report: Any, findings: list[Finding]) -> None:
    """Reports were written to standard error, too; they are shown once."""
    sections = []
    for name, content in report.sections:
        if "stderr" in name:
            for finding in findings:
                content = content.replace(finding["text"], "")
            if not content.strip():
                continue
        sections.append((name, content))
    report.sections = sections


def _place(report: Any) -> tuple[str, int]:
    location = getattr(report, "location", None)
    return (location[0], (location[1] or 0) + 1) if location else (str(report.nodeid), 1)


def _message(findings: list[Finding]) -> str:
    """What the short summary says."""
    summary = Summary()
    for finding in findings:
        summary.add(finding)
    first = summary.largest_first()[0]
    more = "" if len(summary.entries) == 1 else f", and {len(summary.entries) - 1} more"
    return f"HPy debug: {_place_of(first)}{more}"


def _place_of(finding: Any) -> str:
    """The check, the function, and where it was found."""
    return f"{finding['check']} {finding['function'] or ''} {finding['place']}"


def _is_named(raises: Any) -> bool:
    names = raises if isinstance(raises, tuple) else (raises,)
    return raises is None or any(isinstance(name, type) and issubclass(hpy.debug.HPyDebugError, name) for name in names)


def _expect(item: pytest.Item, call: Any, report: Any) -> None:
    """A test that is expected to fail may do so by what was found."""
    marker = item.get_closest_marker("xfail")
    passed = call.when == "call" and call.excinfo is None
    is_expected = hasattr(report, "wasxfail") or "[XPASS(strict)]" in str(report.longrepr)
    # Where an exception is named, nothing else is expected.
    if marker and passed and report.failed and is_expected and _is_named(marker.kwargs.get("raises")):
        report.outcome = "skipped"
        report.wasxfail = marker.kwargs.get("reason", "")
