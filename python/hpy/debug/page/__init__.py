"""The page that ``python -m hpy.debug html`` writes, and the stacks of leaks for other tools.

``inputs`` reads files. ``reports`` and ``results`` turn what they hold into the data of the page, ``sources`` adds
lines of source. ``render`` writes the page from the files in ``assets``.
"""
