"""The leak detector and the exceptions of debug mode."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Optional, Type

from hpy.universal import _debug

if TYPE_CHECKING:
    from hpy.universal import _DebugHandle


class HPyDebugError(Exception):
    """The base of every exception that reports a mistake found by debug mode."""


class HPyLeakError(HPyDebugError):
    """Handles were opened and not closed.

    ``leaks`` holds one ``DebugHandle`` per handle, oldest first.
    """

    def __init__(self, leaks: list[_DebugHandle]) -> None:
        super().__init__()
        self.leaks = leaks

    def __str__(self) -> str:
        count = len(self.leaks)
        head = f"{count} unclosed handle{'' if count == 1 else 's'}:"
        return f"{head}\n{_debug.describe_leaks(self.leaks).rstrip()}"


class LeakDetector:
    """Checks that the handles opened between start and stop were closed.

    It sees the handles of every extension that runs in debug mode, whichever thread opened them. As a context manager
    it starts on entry and stops on exit; when the body raises as well, the body's exception is the ``__context__`` of
    the HPyLeakError.

    ``generation`` is the debug generation in which it started, None before that. A detector is used once.
    """

    def __init__(self) -> None:
        self.generation: Optional[int] = None

    def start(self) -> None:
        """Count handles opened from here on.

        Raises ValueError when this detector was started before.
        """
        if self.generation is not None:
            raise ValueError("LeakDetector already started")
        self.generation = _debug.new_generation()

    def stop(self) -> None:
        """Check that no handle opened since the start is still open.

        Raises HPyLeakError when one is, and ValueError when this detector was never started.
        """
        if self.generation is None:
            raise ValueError("LeakDetector not started yet")
        leaks = _debug.get_open_handles(self.generation)
        if leaks:
            raise HPyLeakError(leaks)

    def __enter__(self) -> LeakDetector:
        self.start()
        return self

    def __exit__(
        self,
        etype: Optional[Type[BaseException]],
        evalue: Optional[BaseException],
        tb: Optional[TracebackType],
    ) -> None:
        self.stop()
