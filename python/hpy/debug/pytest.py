"""A pytest fixture that fails the tests which leak handles: ``from hpy.debug.pytest import hpy_debug``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .leakdetector import LeakDetector


@pytest.fixture
def hpy_debug() -> Iterator[LeakDetector]:
    """Give the test a started LeakDetector, and stop it when the test is over.

    A test that leaves a handle open passes its own assertions and then errors in the teardown with HPyLeakError.
    """
    with LeakDetector() as detector:
        yield detector
