"""What extensions call while a trace runs."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from typing import NamedTuple, Optional

from hpy._stacks_export import Frame, Stack, folded, speedscope
from hpy.universal import _trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hpy.universal import _Snapshot

KINDS = ("function", "extension", "caller")
COLUMNS = ("calls", "total", "own", "mean", "name")

# An unknown C function.
UNKNOWN = "?"


class Row(NamedTuple):
    """Calls of one kind. Times are in nanoseconds."""

    name: str
    """The API function, the extension or the C function."""
    calls: int
    """Calls that began."""
    total: int
    """The time in these calls. A call in a call of the same kind does not count again."""
    own: int
    """The same, without the API calls that were nested in them."""
    mean: float
    """The time of a call, with what was nested in it."""


class Table(list[Row]):
    """Rows, to be printed."""

    def __init__(self, kind: str, rows: list[Row]) -> None:
        super().__init__(rows)
        self.kind = kind

    def __str__(self) -> str:
        """Aligned columns below a title."""
        cells = [
            (f"{row.calls:,}", _time(row.total), _time(row.own), _time(row.mean), row.name) for row in self
        ]
        cells.insert(0, (*COLUMNS[:-1], "C function" if self.kind == "caller" else self.kind))
        widths = [max(map(len, column)) for column in zip(*cells)]
        lines = []
        for *numbers, name in cells:
            aligned = (f"{number:>{width}}" for number, width in zip(numbers, widths))
            lines.append("  ".join([*aligned, name]))
        return "\n".join(lines)


class Node(NamedTuple):
    """Calls of a function, nested in the same calls."""

    parent: Optional[int]
    extension: str
    function: str
    stack: int
    calls: int
    total: int
    own: int


class Trace:
    """What extensions in trace mode call from its start to its end.

    *stacks* is how many frames of the C stack are captured of each call, which takes about a microsecond; it is for the
    whole process as long as the trace runs. Of the last *events* calls the times are kept, for ``timeline``.
    """

    def __init__(self, *, stacks: int = 0, events: int = 0) -> None:
        if stacks < 0 or events < 0:
            raise ValueError("stacks and events must not be negative")
        self._stacks = stacks
        self._room = events
        self._first: Optional[_Snapshot] = None
        self._last: Optional[_Snapshot] = None
        self._began = 0
        self._ended = 0
        self._events: tuple[list[tuple[int, int, int, int]], int] = ([], 0)
        self._threads: dict[Optional[int], str] = {}

    def __enter__(self) -> Trace:
        """Start. Raises RuntimeError if another trace keeps events: only one can."""
        global _recorder
        if self._room and _recorder is not None:
            raise RuntimeError("another trace keeps events already")
        if self._room:
            _recorder = self
            _trace.keep_events(self._room)
        self._outer = _trace.capture_stacks(self._stacks)
        if self._stacks < self._outer:
            _trace.capture_stacks(self._outer)
        self.reset()
        return self

    def __exit__(self, *_: object) -> None:
        """End: what is called from now on is not told of."""
        global _recorder
        self._ended = _trace.now()
        self._last = _trace.snapshot()
        self._take_events()
        if self._room:
            _recorder = None
            _trace.keep_events(0)
        _trace.capture_stacks(self._outer)

    def reset(self) -> None:
        """Forget what was called so far. Raises nothing."""
        if self._room:
            _trace.keep_events(self._room if _recorder is self else 0)
        self._last = None
        self._first = _trace.snapshot()
        self._began = _trace.now()

    @property
    def elapsed(self) -> int:
        """Nanoseconds from the start, or the last reset, to now or the end."""
        return (_trace.now() if self._last is None else self._ended) - self._began

    @property
    def spent(self) -> int:
        """Nanoseconds in API calls, of all threads together."""
        return sum(node.total for node in self._nodes() if node.parent is None)

    def table(self, by: str = "function", sort: str = "total") -> Table:
        """Calls by API function, by extension, or by the C function that made them (``by="caller"``).

        Rows without calls are left out. *sort* names the column; the largest comes first, names are in their order.
        Raises ValueError for another word, and where C functions are asked for of a trace that has no stacks.
        """
        if by not in KINDS or sort not in COLUMNS:
            raise ValueError(f"by is one of {', '.join(KINDS)}, sort one of {', '.join(COLUMNS)}")
        if by == "caller" and not self._stacks:
            raise ValueError("C functions are known to a trace with stacks only: Trace(stacks=16)")
        nodes = self._nodes()
        rows: dict[str, list[int]] = {}
        bits: dict[str, int] = {}
        # The names of the calls around each, as bits.
        around: list[int] = []
        for node in nodes:
            name = getattr(node, by) if by != "caller" else self._caller(node)
            bit = bits.setdefault(name, 1 << len(bits))
            outer = 0 if node.parent is None else around[node.parent]
            around.append(outer | bit)
            row = rows.setdefault(name, [0, 0, 0, 0])
            row[0] += node.calls
            row[1] += 0 if outer & bit else node.total
            row[2] += node.own
            row[3] += node.total
        table = [
            Row(name, calls, total, own, every / calls) for name, (calls, total, own, every) in rows.items() if calls
        ]
        table.sort(key=lambda row: row.name)
        if sort != "name":
            table.sort(key=lambda row: getattr(row, sort), reverse=True)  # type: ignore[no-any-return]
        return Table(by, table)

    def folded(self) -> str:
        """The nanoseconds of calls as folded stacks, for flamegraph.pl and its like."""
        return folded(self._time_of_stacks())

    def speedscope(self, name: str = "hpy.trace") -> str:
        """The time of calls as a file for https://www.speedscope.app, in JSON."""
        return speedscope(name, {"time in API calls": self._time_of_stacks()}, "nanoseconds")

    def timeline(self) -> str:
        """The last calls in the JSON format of Chrome's tracing and of https://ui.perfetto.dev.

        Raises ValueError where the trace keeps no events.
        """
        if not self._room:
            raise ValueError("calls are kept by a trace with room for them only: Trace(events=100_000)")
        if self._last is None:
            self._take_events()
        (events, lost), nodes = self._events, self._nodes()
        process = {"pid": os.getpid(), "ph": "M"}
        entries: list[dict[str, object]] = [
            {**process, "name": "thread_name", "tid": thread, "args": {"name": name}}
            for thread, name in self._threads.items()
        ]
        for number, thread, start, duration in events:
            # What began before the trace, or the last reset, is not part of it.
            if start >= self._began:
                entries.append(
                    {
                        "name": nodes[number].function,
                        "cat": nodes[number].extension,
                        "ph": "X",
                        "ts": (start - self._began) / 1000,
                        "dur": duration / 1000,
                        "pid": process["pid"],
                        "tid": thread,
                    }
                )
        return json.dumps({"traceEvents": entries, "displayTimeUnit": "ns", "otherData": {"calls not kept": lost}})

    def _take_events(self) -> None:
        if self._room and _recorder is self:
            self._events = _trace.events()
            self._threads = {thread.native_id: thread.name for thread in threading.enumerate()}

    def _nodes(self) -> list[Node]:
        """Each behind the one that it is nested in."""
        if self._first is None:
            raise RuntimeError("the trace has not begun: with hpy.trace.Trace() as trace: ...")
        last = _trace.snapshot() if self._last is None else self._last
        return [Node(*node) for node in _trace.nodes(self._first, last)]

    def _caller(self, node: Node) -> str:
        frames = _frames(node.stack)
        return frames[-1].name if frames else UNKNOWN

    def _time_of_stacks(self) -> Iterator[Stack]:
        nodes = self._nodes()
        stacks: list[list[Frame]] = []
        for node in nodes:
            outer = [] if node.parent is None else stacks[node.parent]
            is_other = node.parent is None or nodes[node.parent].extension != node.extension
            extension = [Frame(node.extension)] if is_other else []
            stacks.append([*outer, *extension, *_frames(node.stack), Frame(node.function)])
        return ((frames, node.own) for frames, node in zip(stacks, nodes) if node.own)


# The trace that keeps events.
_recorder: Optional[Trace] = None

_known: dict[int, list[Frame]] = {0: []}


def _frames(stack: int) -> list[Frame]:
    """The functions on a C stack, the outermost first."""
    if stack not in _known:
        frames = [Frame(name or UNKNOWN, file, line) for name, file, line in _trace.stack(stack)]
        _known[stack] = frames[::-1]
    return _known[stack]


def _time(nanoseconds: float) -> str:
    """A time in three or four digits."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if nanoseconds >= size * 0.9995:
            number = nanoseconds / size
            return f"{number:.{2 if number < 9.995 else 1 if number < 99.95 else 0}f} {unit}"
    return f"{nanoseconds:.0f} ns"
