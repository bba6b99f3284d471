"""The fixture of hpy 0.9.0: ``from hpy.debug.pytest import hpy_debug``. The pytest plugin has it without an import."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .leakdetector import LeakDetector


@pytest.fixture
def hpy_debug(request: pytest.FixtureRequest) -> Iterator[LeakDetector]:
    """Give the test a started LeakDetector, and stop it when the test is over.

    A test that leaves a handle open passes its own assertions and then errors in the teardown with HPyLeakError. With
    ``--hpy-debug`` it fails.
    """
    yield from detector(request)


def detector(request: pytest.FixtureRequest) -> Iterator[LeakDetector]:
    """What the fixture does. The plugin looks itself where it checks every test."""
    plugin = request.config.pluginmanager.getplugin("hpy-debug")
    started = LeakDetector()
    started.start()
    yield started
    if plugin is None or plugin.leaks != "error":
        started.stop()
