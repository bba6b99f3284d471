import pytest

import sample


@pytest.fixture
def kept(capfd):
    print("made")
    yield
    print("ended")
    sample.drop()


def test_handle_that_a_fixture_closes(kept):
    sample.keep("x")


@pytest.fixture(scope="module")
def kept_long():
    sample.keep("x")
    yield
    sample.drop()


def test_handle_of_a_longer_fixture(kept_long):
    assert sample.correct(1) == 1


def test_exception():
    with pytest.raises(TypeError):
        sample.correct()
