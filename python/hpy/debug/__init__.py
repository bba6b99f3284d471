"""Find leaked and misused handles of HPy extensions that run in debug mode (``HPY=debug``)."""

from __future__ import annotations

from typing import Optional

from .leakdetector import HPyDebugError, HPyLeakError, LeakDetector

__all__ = [
    "HPyDebugError",
    "HPyLeakError",
    "LeakDetector",
    "disable_handle_stack_traces",
    "set_handle_stack_trace_limit",
]


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
