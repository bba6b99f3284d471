import sample


def test_correct():
    assert sample.correct(1) == 1


def test_leak():
    sample.leak("forgotten")


def test_same_leak():
    sample.leak("forgotten")
    sample.leak("forgotten")


def test_builder():
    sample.leak_builder()


def test_correct_again(capfd):
    assert sample.correct(1) == 1
