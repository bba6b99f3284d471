import pytest

import sample

sample.leak("import")


@pytest.fixture(scope="session", autouse=True)
def whole_session():
    sample.leak("session")
    yield


@pytest.fixture
def leaky():
    sample.leak("setup")
    yield
    sample.leak("teardown")


def test_leaky_fixture(leaky):
    pass


@pytest.fixture
def wrong():
    sample.swallow("setup")


def test_wrong_fixture(wrong):
    pass


@pytest.fixture
def wrong_afterwards():
    yield
    sample.swallow("teardown")


def test_wrong_teardown(wrong_afterwards):
    pass


@pytest.mark.xfail(strict=True, reason="it leaks")
def test_known_leak():
    sample.leak("known")


@pytest.mark.xfail(raises=ZeroDivisionError)
def test_other_is_expected():
    sample.leak("unexpected")
