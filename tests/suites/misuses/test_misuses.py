import pytest

import sample


def test_correct():
    sample.correct(1)


def test_swallowed():
    sample.swallow("x")


def test_swallowed_while_output_is_taken(capfd):
    sample.swallow("x")
    capfd.readouterr()


def test_caught():
    with pytest.raises(Exception):
        sample.close_twice("x")


def test_warning():
    sample.doubt("x")
