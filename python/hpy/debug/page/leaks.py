"""The stacks of leaks, for tools that show flame graphs."""

from __future__ import annotations

from pathlib import PurePath

from ..._stacks_export import Frame, folded, speedscope
from . import stacks
from .inputs import Inputs
from .reports import Reader


def to_folded(inputs: Inputs) -> str:
    """As folded stacks. Frames are named ``function (file:line)``."""
    return folded(([Frame(_with_place(frame)) for frame in frames], count) for frames, count in _leaks(inputs))


def to_speedscope(inputs: Inputs, name: str) -> str:
    """As a file for speedscope, of that name."""
    shown = [([Frame(*frame[:3]) for frame in frames], count) for frames, count in _leaks(inputs)]
    return speedscope(name, {"leaks": shown})


def _leaks(inputs: Inputs) -> list[tuple[list[stacks.Frame], int]]:
    """A stack of each, the outermost frame first, and how many handles, builders or trackers were left open there."""
    known = stacks.Stacks()
    reader = Reader(known)
    for report in inputs.reports:
        reader.add(report)
    return [
        ([known.frames.items[frame] for frame in reversed(known.stacks.items[report["leak"]])], report["count"])
        for finding in reader.findings()
        for report in finding["reports"]
        if "leak" in report
    ]


def _with_place(frame: stacks.Frame) -> str:
    if frame.file is None or frame.line is None:
        return frame.name
    return f"{frame.name} ({PurePath(frame.file).name}:{frame.line})"
