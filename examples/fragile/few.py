"""Calls some of the functions of fragile.c."""

import fragile

fragile.leaks_second("a", "b")
fragile.unchecked_null(1, 2)
fragile.swallows_effect({}, "key", "value")
fragile.careful(1, "x")
