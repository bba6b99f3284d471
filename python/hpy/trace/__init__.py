"""Count and time the API calls of HPy extensions that run in trace mode (``HPY=trace`` or ``HPY=debug+trace``).

``python -m hpy.trace script.py`` runs a program and prints a table at its end. In code::

    with hpy.trace.Trace() as trace:
        ...
    print(trace.table())

Besides there is what hpy 0.9.0 has. It names functions as in the context, for example ``ctx_Add`` for ``HPy_Add``. Its
counters belong to the process and are never reset: take the difference of two readings.

- ``get_call_counts()``: calls per function since the process started.
- ``get_durations()``: nanoseconds spent per function, what it called included.
- ``get_frequency()``: ticks per second of the clock behind the durations, in hertz.
- ``set_trace_functions(on_enter=..., on_exit=...)``: call these with the function's name around every call; None
  removes one, an argument left out changes nothing. Raises TypeError for anything else that cannot be called.
"""

from hpy.universal import _trace

from .profile import Row, Table, Trace

__all__ = [
    "Row",
    "Table",
    "Trace",
    "get_call_counts",
    "get_durations",
    "get_frequency",
    "set_trace_functions",
]

get_call_counts = _trace.get_call_counts
get_durations = _trace.get_durations
get_frequency = _trace.get_frequency
set_trace_functions = _trace.set_trace_functions
