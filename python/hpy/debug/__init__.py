"""Find leaked and misused handles of HPy extensions that run in debug mode (``HPY=debug``)."""

from __future__ import annotations

from .leakdetector import HPyDebugError, HPyLeakError, LeakDetector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Optional

    from .reports import HPyMisuseError, Report

__all__ = [
    "HPyDebugError",
    "HPyLeakError",
    "HPyMisuseError",
    "LeakDetector",
    "Report",
    "configure",
    "disable_handle_stack_traces",
    "on_report",
    "options",
    "set_handle_stack_trace_limit",
]


def __getattr__(name: str) -> object:
    """The classes of reports, which need more modules than all the rest, when somebody asks for them."""
    if name not in ("HPyMisuseError", "Report"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import reports

    return getattr(reports, name)


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
    """Call *callback* with a Report of every misuse, before anything else becomes of it; None stops that.

    When the callback raises, the misuse becomes that exception where the API function can fail, and ends the process
    elsewhere. It is not called for faults, which a signal handler reports.

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


def configure(**settings: object) -> None:
    """Change settings; the keys and values are those of the environment variable ``HPY_DEBUG_OPTIONS``.

    ``report``: ``text``, ``json``, ``text:PATH`` or ``json:PATH``. ``on_error``: ``abort``, ``raise``, ``warn`` or
    ``continue``, also for one check: ``configure(**{"on_error.use-after-close": "warn"})``; there ``default`` means
    what ``on_error`` says. ``stacks``: frames of the
    stacks on which handles are opened and closed. ``leaks``: ``off`` or ``exit``. ``exit_status``: 0 to 255.

    Raises ValueError, and changes nothing, when a key or value is not valid or a file cannot be opened.
    """
    from hpy.universal import _debug

    _debug.configure(settings)


def options() -> dict[str, str]:
    """Return all settings; ``configure(**options())`` changes nothing. Raises nothing."""
    from hpy.universal import _debug

    return _debug.options()
