import gc
import weakref

import pytest

from bag import Bag, BagError, most_common


def test_counts_what_it_is_given():
    bag = Bag("hello")
    assert (bag["l"], bag["h"], bag["x"]) == (2, 1, 0)
    assert bag.counts() == [("h", 1), ("e", 1), ("l", 2), ("o", 1)]


def test_empty():
    assert Bag().counts() == []


def test_adds_once_or_more_often():
    bag = Bag()
    bag.add("x")
    bag.add("x", times=2)
    assert bag["x"] == 3


def test_refuses_a_negative_number_of_times():
    bag = Bag("x")
    with pytest.raises(BagError, match="cannot add x -1 times"):
        bag.add("x", -1)
    assert bag["x"] == 1


@pytest.mark.parametrize("elements", [[[]], 1, {"x": 1}.keys()])
def test_refuses_what_it_cannot_count(elements):
    with pytest.raises(TypeError):
        Bag(elements)


def test_failing_elements_stop_it():
    class Failing:
        def __len__(self):
            return 2

        def __getitem__(self, index):
            raise OSError

    with pytest.raises(OSError):
        Bag(Failing())


def test_subclass():
    class Sorted(Bag):
        def counts(self):
            return sorted(super().counts())

    assert Sorted("ba").counts() == [("a", 1), ("b", 1)]


def test_cycle_is_collected():
    class Element:
        pass

    element = Element()
    element.bag = Bag([element])
    alive = weakref.ref(element)
    del element
    gc.collect()
    assert alive() is None


def test_most_common():
    assert most_common(Bag("hello")) == "l"
    with pytest.raises(BagError, match="the bag is empty"):
        most_common(Bag())
