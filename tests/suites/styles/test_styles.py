import unittest

import sample


class Case(unittest.TestCase):
    def test_leak(self):
        sample.leak("x")

    def test_misuse(self):
        sample.swallow("x")

    def test_correct(self):
        sample.correct("x")


async def test_leak():
    sample.leak("x")


async def test_misuse():
    sample.swallow("x")


async def test_correct():
    sample.correct("x")
