"""The leak detector and the exceptions of debug mode."""

from __future__ import annotations

from hpy.universal import _debug

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Optional, Union

    from hpy.universal import _DebugHandle, _OpenHandles


class HPyDebugError(Exception):
    """The base of every exception that reports a mistake found by debug mode."""


class HPyMisuseWarning(UserWarning):
    """Debug mode reported a misuse as a warning; the pytest plugin warns with it."""


class LeakedResource(str):
    """Builders or trackers of one kind that were made and never ended, in words. They hold no object."""

    obj = None
    is_closed = False


class HPyLeakError(HPyDebugError):
    """Handles, builders or trackers were opened and not closed.

    ``leaks`` is a list of a ``DebugHandle`` for each handle, oldest first, and then of all ``resources``. ``resources``
    describes builders and trackers that were never ended: a ``LeakedResource`` for each kind, with the stack where they
    were made if it is known.
    """

    def __init__(self, leaks: Union[list[_DebugHandle], _OpenHandles], resources: Sequence[str] = ()) -> None:
        super().__init__()
        self._leaks = leaks
        self.resources = [LeakedResource(resource) for resource in resources]

    @property
    def leaks(self) -> list[Union[_DebugHandle, LeakedResource]]:
        # There may be very many, and nobody may ask.
        if not isinstance(self._leaks, list):
            self._leaks = self._leaks.handles()
        return [*self._leaks, *self.resources]

    def _head(self) -> str:
        count = len(self._leaks)
        return f"{count} unclosed handle{'' if count == 1 else 's'}"

    def __repr__(self) -> str:
        heads = [self._head()] if len(self._leaks) else []
        heads += (resource.partition("\n")[0] for resource in self.resources)
        return f"{type(self).__name__}({', '.join(heads)!r})"

    def __str__(self) -> str:
        return _debug.describe_leaks(self._leaks, self.resources).rstrip()


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
        """Check that no handle, builder or tracker opened since the start is still open.

        Raises HPyLeakError when one is, and ValueError when this detector was never started.
        """
        if self.generation is None:
            raise ValueError("LeakDetector not started yet")
        leaks = _debug.find_open_handles(self.generation)
        resources = _debug.get_open_resources(self.generation)
        if leaks or resources:
            raise HPyLeakError(leaks, resources)

    def __enter__(self) -> LeakDetector:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
