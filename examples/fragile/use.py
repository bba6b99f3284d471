"""Calls the functions of fragile.c, all of which work."""

import fragile

fragile.leaks_first("a", "b")
fragile.leaks_second("a", "b")
fragile.leaks_beside_helper(1, 2)
fragile.unchecked_null(1, 2)
fragile.unchecked_minus_one("abc")
fragile.unchecked_number(3)
fragile.closes_twice(1, 2)
fragile.keeps_builder(1, 2, 3)
fragile.keeps_tracker("x")
fragile.cancels_built("x")
fragile.swallows_effect({}, "key", "value")
fragile.swallows_value("x")
fragile.forgets_exception("x")
fragile.Box()
fragile.careful(1, "x")
