"""The option ``--hpy-fail`` of pytest, as far as it is needed to know whether it was given.

pytest loads this by itself; the rest is in ``hpy.debug.errorpaths.plugin``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from hpy._pytest_run import register, run_of


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hpy", "HPy extensions")
    group.addoption(
        "--hpy-fail",
        action="store_true",
        help="run each test once more for each place where an HPy extension calls the API; there, the call fails",
    )
    group.addoption("--hpy-fail-limit", type=int, metavar="N", help="fail at most N places in each test")
    group.addoption("--hpy-fail-timeout", type=float, metavar="S", help="seconds that a run of a test may take")
    group.addoption(
        "--hpy-fail-only",
        action="append",
        default=[],
        metavar="GLOB",
        help="only places that match: see python -m hpy.debug fail",
    )
    group.addoption("--hpy-fail-depth", type=int, metavar="N", help="how many frames tell places apart (default: 4)")
    group.addoption("--hpy-fail-jobs", type=int, default=1, metavar="N", help="run N processes at a time")
    group.addoption("--hpy-fail-json", metavar="FILE", help="write what was found to FILE, as JSON")


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: Any) -> Iterator[None]:
    options = early_config.known_args_namespace
    if options.hpy_fail:
        # Before any conftest.py imports an extension.
        os.environ.setdefault("HPY", "debug")
        from hpy.debug.errorpaths.plugin import Plugin

        run_of(early_config).asked = "Calls were to be made to fail"
        register(early_config, Plugin(options), "hpy-fail-walk")
    yield
