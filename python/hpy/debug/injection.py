"""Have calls of the HPy API fail, of extensions that run in debug mode."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Optional, Union

from hpy.universal import _fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Failing", "Site", "failing", "sites"]

_is_used = False


@dataclass(frozen=True)
class Site:
    """An API function that can fail, and where an extension calls it."""

    api: str
    """The API function."""
    id: str
    """Names the site, also in another process that has loaded the same file."""
    stack: list[dict[str, Any]]
    """``function``, ``file`` and ``line`` of the extension's frames, nearest first; what is not known is None."""
    calls: int
    """How many calls came from there."""
    first: int
    """The number of the first of them, among all calls that can fail."""

    @property
    def where(self) -> str:
        """``file:line``, or the library where there is no debug information."""
        return where(self.stack)

    def __str__(self) -> str:
        names = " < ".join(frame["function"] or "?" for frame in self.stack)
        return f"{self.api} at {self.where} in {names}"


def where(stack: list[dict[str, Any]]) -> str:
    """Where the first frame is."""
    if not stack:
        return "?"
    frame = stack[0]
    if frame["file"]:
        return f"{frame['file'].rpartition('/')[2]}:{frame['line']}"
    if frame["library"]:
        return f"{frame['library'].rpartition('/')[2]}+{frame['offset']:#x}"
    return "?"


def _site(data: dict[str, Any]) -> Site:
    return Site(data["api"], data["id"], data["stack"], data["calls"], data["first"])


def sites() -> list[Site]:
    """Return the sites that were seen by the last ``failing()``, in the order of their first calls. Raises nothing."""
    return [_site(data) for data in json.loads(_fail.sites())]


class Failing:
    """What ``failing()`` has done so far."""

    @property
    def calls(self) -> int:
        """How many calls there were that can fail."""
        return _fail.calls()

    @property
    def failed(self) -> Optional[Site]:
        """Where the first call failed; None if none did."""
        data = _fail.failed()
        return None if data is None else _site(json.loads(data))


@contextmanager
def failing(
    target: Union[int, Site, str, None] = None,
    *,
    repeat: bool = False,
    persistent: bool = False,
    depth: Optional[int] = None,
) -> Iterator[Failing]:
    """Make a call fail inside the block: the one of this number, or the first one at a site. With None nothing fails.

    A call that fails sets an exception and has no other effect, except that it takes what it takes otherwise. With
    *repeat* later calls at the same site fail, too, with *persistent* all later calls that can fail. *depth* is how many
    frames tell sites apart; the default is the setting ``fail.depth``.

    Raises ValueError or TypeError when *target* or *depth* makes no sense, and RuntimeError inside another such block.
    """
    global _is_used
    if _is_used:
        raise RuntimeError("failing() is in use already")
    after = "everything" if persistent else "site" if repeat else "nothing"
    _fail.start(target.id if isinstance(target, Site) else target, after, True, depth)
    _is_used = True
    try:
        yield Failing()
    finally:
        _is_used = False
        _fail.stop()
