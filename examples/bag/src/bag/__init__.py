"""Bags: collections that know how often they hold each element."""

from bag._bag import Bag, BagError

__all__ = ["Bag", "BagError", "most_common"]


def most_common(bag):
    """The element that a bag holds most often. Raises BagError when it is empty."""
    counts = bag.counts()
    if not counts:
        raise BagError("the bag is empty")
    return max(counts, key=lambda pair: pair[1])[0]
