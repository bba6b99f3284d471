import pytest

import sample


@pytest.mark.hpy_allow("leak", "use-after-close")
def test_allowed():
    sample.leak("x")
    sample.swallow("x")


@pytest.mark.hpy_allow("double-close")
def test_misuse_is_no_exception():
    sample.close_twice("x")


@pytest.mark.hpy_allow("leak")
class TestAllowed:
    def test_leak(self):
        sample.leak("x")

    def test_misuse(self):
        sample.swallow("x")


@pytest.mark.hpy_allow("use-after-close")
def test_other_check():
    sample.leak("x")
