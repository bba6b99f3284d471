"""All that a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from . import results
from .inputs import Inputs
from .reports import Reader
from .sources import Sources
from .stacks import Stacks


def of(inputs: Inputs, directories: Optional[Sequence[str]]) -> dict[str, Any]:
    """The data, as the scripts in ``assets`` take it. Sources are also looked for in *directories*; None shows none."""
    stacks = Stacks()
    reader = Reader(stacks)
    for report in inputs.reports:
        reader.add(report)
    found = {
        "findings": reader.findings(),
        "reports": len(inputs.reports),
        "processes": len(reader.processes),
        "results": [results.read(result, stacks) for result in inputs.results],
    }
    sources = {}
    if directories is not None:
        # Where the file is not here there is the line that the report has.
        lines = {number: (stacks.frames.items[number].line, [line], False) for number, line in stacks.lines.items()}
        sources = {**lines, **Sources(directories).of(stacks.frames.items, inputs.written)}
    frames = [
        {key: value for key, value in [*frame._asdict().items(), ("source", sources.get(number))] if value is not None}
        for number, frame in enumerate(stacks.frames.items)
    ]
    return {**found, "frames": frames, "stacks": stacks.stacks.items}
