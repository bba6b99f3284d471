"""The pytest plugin, as far as it is needed to know whether there is more to do.

pytest loads it by itself, before it redirects standard error: reports that end the process are not lost with it.
"""

from __future__ import annotations

import contextlib
import copy
import os
import sys
from collections.abc import Iterator
from typing import Any, Optional

import pytest

from hpy._pytest_run import failure, register, run_of

OFF = ("false", "no", "off", "0", "")
ON = ("true", "yes", "on", "1", "all")
FLAG = "--hpy-debug"


def _keep_stderr() -> None:
    # Where it cannot be imported, the extension that needs it says so.
    with contextlib.suppress(Exception):
        from hpy.universal import _debug

        _debug.keep_stderr()


if os.environ.get("HPY") and not sys.flags.ignore_environment:
    _keep_stderr()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hpy", "HPy extensions")
    group.addoption(
        FLAG,
        nargs="?",
        const="all",
        metavar="MODULES",
        help="run HPy extensions in debug mode, or with =a,b only these, and check every test (like HPY=debug)",
    )
    group.addoption(
        "--hpy-leaks",
        choices=("error", "report", "off"),
        help="if a test leaves handles open: it fails (error, the default), or they are listed at the end (report)",
    )
    group.addoption(
        "--hpy-stacks",
        type=int,
        metavar="N",
        help="how many frames to record where handles are opened and closed; 0: none (default: 16)",
    )
    parser.addini("hpy_debug", "the same as --hpy-debug: true, or the names of modules with commas")
    parser.addini("hpy_leaks", "the same as --hpy-leaks")
    parser.addini("hpy_stacks", "the same as --hpy-stacks")


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(
    early_config: pytest.Config, parser: pytest.Parser, args: list[str]
) -> Iterator[None]:
    # What follows the option is a file of tests: modules are named behind a `=` only.
    end = args.index("--") if "--" in args else len(args)
    if FLAG in args[:end]:
        args[:end] = [f"{FLAG}=all" if argument == FLAG else argument for argument in args[:end]]
        early_config.known_args_namespace = parser.parse_known_args(args, copy.copy(early_config.option))
    modules = _modules(early_config)
    if modules:
        from hpy.debug._plugin import Plugin

        # Before any conftest.py imports an extension, and before standard error is redirected.
        register(early_config, Plugin(early_config, modules), "hpy-debug")
    yield


def _modules(config: pytest.Config) -> Optional[str]:
    """The modules to debug with commas, ``all``, ``environment`` where HPY says which, or nothing."""
    given: Any = getattr(config.known_args_namespace, "hpy_debug", None) or config.getini("hpy_debug")
    given = str(given or "").strip()
    if given.lower() in ON:
        return "all"
    if given.lower() not in OFF:
        return given
    # What is not known to be something else means debug mode, typing errors too.
    value = "" if sys.flags.ignore_environment else os.environ.get("HPY", "").strip()
    modes = [entry.rpartition(":")[2].strip().lower() for entry in value.split(",") if entry.strip()]
    return "environment" if any(mode not in ("universal", "trace") for mode in modes) else None


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "hpy_allow(check, ...): findings of these checks, or leak, do not fail the test")


def pytest_fixture_setup(fixturedef: Any, request: pytest.FixtureRequest) -> None:
    if fixturedef.argname == "hpy_debug" and fixturedef.func.__module__ in (__name__, "hpy.debug.pytest"):
        run = run_of(request.config)
        run.asked = run.asked or "The fixture hpy_debug was used"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    run = run_of(config)
    if config.getoption("collectonly", False):
        return
    if run.asked:
        run.look()
    if hasattr(config, "workeroutput"):
        fields = {name: getattr(run, name) for name in ("asked", "loaded", "cpython")}
        config.workeroutput["hpy"] = fields
        return
    nothing = run.nothing_debugged()
    # Where no test ran, pytest says so.
    if nothing and session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        run.problems.append(nothing)
    terminal = config.pluginmanager.getplugin("terminalreporter")
    for problem in run.problems:
        if session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        if terminal is not None:
            when: Any = "end"
            report = pytest.TestReport("HPy", ("HPy", None, "HPy"), {}, "failed", failure(problem), when)
            terminal.stats.setdefault("error", []).append(report)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    sent = getattr(node, "workeroutput", {}).get("hpy")
    if sent:
        run_of(node.config).merge(sent)


@pytest.fixture
def hpy_debug(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A started LeakDetector, which is stopped when the test is over."""
    from hpy.debug.pytest import detector

    yield from detector(request)
