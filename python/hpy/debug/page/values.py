"""Takes values out of JSON that may lack them, or hold something else in their place."""

from __future__ import annotations

from typing import Any, Optional

# What JavaScript can count to.
_MOST = 2**53 - 1


def text(value: Any) -> Optional[str]:
    """A text; None where there is none, or an empty one."""
    return value if isinstance(value, str) and value else None


def number(value: Any) -> Optional[int]:
    """A number from 0 on."""
    is_int = isinstance(value, int) and not isinstance(value, bool)
    return value if is_int and 0 <= value <= _MOST else None


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def texts(value: Any) -> list[str]:
    """The texts of a list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def part(value: Any) -> dict[str, Any]:
    """An object, empty where there is none."""
    return value if isinstance(value, dict) else {}
