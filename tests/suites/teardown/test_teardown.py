import pytest

import sample


@pytest.fixture
def broken():
    yield
    raise RuntimeError("in the teardown")


def test_leak(broken):
    sample.leak("x")


def test_correct(caplog, monkeypatch):
    sample.correct("x")
