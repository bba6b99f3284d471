"""Walks the error paths of extensions: runs a program once for each call of the API, which fails.

``child`` is what happens in each process, ``pool`` starts them, ``verdicts`` judges them, ``summary`` tells of them.
"""
