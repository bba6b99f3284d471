"""Find leaked and misused handles of HPy extensions that run in debug mode (``HPY=debug``).

``python -m hpy.debug script.py`` runs a program in debug mode, ``pytest --hpy-debug`` a suite of tests.
"""

from __future__ import annotations

import sys
from types import ModuleType

from .leakdetector import HPyDebugError, HPyLeakError, HPyMisuseWarning, LeakDetector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional

    from typing_extensions import Unpack

    from ._settings import Settings
    from .injection import Site, failing, sites
    from .reports import HPyMisuseError, Report

__all__ = [
    "HPyDebugError",
    "HPyLeakError",
    "HPyMisuseError",
    "HPyMisuseWarning",
    "LeakDetector",
    "Report",
    "Site",
    "configure",
    "disable_handle_stack_traces",
    "failing",
    "misuses",
    "on_report",
    "options",
    "set_handle_stack_trace_limit",
    "sites",
]


class _Module(ModuleType):
    """Has what needs more modules than all the rest, when somebody asks for it."""

    def __getattr__(self, name: str) -> object:
        if name in ("HPyMisuseError", "Report"):
            from . import reports

            return getattr(reports, name)
        if name in ("Site", "failing", "sites"):
            from . import injection

            return getattr(injection, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *__all__})


sys.modules[__name__].__class__ = _Module


def set_handle_stack_trace_limit(limit: Optional[int]) -> None:
    """Record where each handle is opened from now on.

    *limit* is the largest number of native stack frames kept for one handle; None records nothing, which is how debug
    mode starts.

    Raises TypeError when *limit* is neither an int nor None, ValueError when it is negative, and OverflowError when it
    does not fit a C ``Py_ssize_t``.
    """
    from hpy.universal import _debug

    _debug.set_handle_stack_trace_limit(limit)


def disable_handle_stack_traces() -> None:
    """Stop recording where handles are opened; stacks that were recorded stay. Raises nothing."""
    set_handle_stack_trace_limit(None)


def on_report(callback: Optional[Callable[[Report], None]]) -> None:
    """Call *callback* with a Report of every misuse, before the settings decide what it does; None stops that.

    If the callback raises, the misuse becomes that exception if the API function can fail. Otherwise the settings decide,
    but the process ends unless they say ``raise``. It is not called for faults, which a signal handler reports.

    Raises TypeError when *callback* is neither callable nor None.
    """
    from hpy.universal import _debug

    if callback is None or not callable(callback):
        _debug.set_on_report(callback)
        return

    from .reports import from_json

    def call(data: str, text: str) -> None:
        callback(from_json(data, text))

    _debug.set_on_report(call)


def misuses() -> int:
    """Return how many misuses were reported since the process started, exceptions and warnings included.

    What ``on_error=continue`` or a suppression hides does not count. Leaks do not count either.
    """
    from hpy.universal import _debug

    return _debug.misuses()


def configure(**settings: Unpack[Settings]) -> None:
    """Change settings; the keys and values are those of the environment variable ``HPY_DEBUG_OPTIONS``.

    - ``report``: ``text``, ``json`` or ``github``, with ``:PATH`` for a file, or ``sarif:PATH``; several with ``+``.
    - ``on_error``: ``abort``, ``raise``, ``warn`` or ``continue``, also for one check:
      ``configure(**{"on_error.use-after-close": "warn"})``; there ``default`` means what ``on_error`` says.
    - ``stacks``: how many frames to record where handles are opened and closed.
    - ``leaks``: ``off`` or ``exit``.
    - ``source``: ``on`` or ``off``, whether reports show lines of source code.
    - ``exit_status``: 0 to 255, or ``default``: 1 with ``leaks=exit`` or ``on_error=raise``, otherwise 0.
    - ``suppressions``: a file with lines of ``leak:GLOB`` or ``CHECK:GLOB``.
    - ``fail``: which call fails, counting those that can fail; 0 for none.
    - ``fail.depth``: how many frames tell call sites apart.

    Raises ValueError, and changes nothing, if a key or value is not valid or a file cannot be opened.
    """
    from hpy.universal import _debug

    _debug.configure(dict(settings))


def options() -> Settings:
    """Return all settings; ``configure(**options())`` changes nothing. Raises nothing."""
    from hpy.universal import _debug

    return _debug.options()
