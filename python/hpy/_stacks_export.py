"""Stacks with weights, in the formats of flame graph tools.

A stack is a sequence of frames, the outermost first, and goes with a weight: what was counted or measured on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Optional

SCHEMA = "https://www.speedscope.app/file-format-schema.json"

# What ends a frame, and what ends a stack.
_FOLDED = str.maketrans({";": ":", "\n": " ", "\r": " "})


class Frame(NamedTuple):
    """A function, and where it is if that is known."""

    name: str
    file: Optional[str] = None
    line: Optional[int] = None


Stack = tuple[Sequence[Frame], int]


def folded(stacks: Iterable[Stack]) -> str:
    """Folded stacks: a line ``outer;inner weight`` for each, as flamegraph.pl, inferno and speedscope read them.

    Equal stacks become one line. Files and lines have no place in this format.
    """
    weights: dict[str, int] = {}
    for frames, weight in stacks:
        key = ";".join(frame.name.translate(_FOLDED) or "?" for frame in frames)
        weights[key] = weights.get(key, 0) + weight
    return "".join(f"{key} {weight}\n" for key, weight in weights.items())


def speedscope(name: str, profiles: dict[str, Iterable[Stack]], unit: str = "none") -> str:
    """A file for https://www.speedscope.app, as JSON: a profile for each name in *profiles*, all of the same *unit*.

    Units are ``none`` for what is counted, ``nanoseconds``, ``microseconds``, ``milliseconds``, ``seconds`` and ``bytes``.
    """
    numbers: dict[Frame, int] = {}
    return json.dumps(
        {
            "$schema": SCHEMA,
            "exporter": "hpy",
            "name": name,
            "activeProfileIndex": 0,
            "profiles": [_profile(title, stacks, unit, numbers) for title, stacks in profiles.items()],
            # The profiles above have numbered their frames.
            "shared": {"frames": [_without_none(frame) for frame in numbers]},
        }
    )


def _profile(name: str, stacks: Iterable[Stack], unit: str, numbers: dict[Frame, int]) -> dict[str, object]:
    samples = []
    weights = []
    for frames, weight in stacks:
        samples.append([numbers.setdefault(frame, len(numbers)) for frame in frames])
        weights.append(weight)
    return {
        "type": "sampled",
        "name": name,
        "unit": unit,
        "startValue": 0,
        "endValue": sum(weights),
        "samples": samples,
        "weights": weights,
    }


def _without_none(frame: Frame) -> dict[str, object]:
    return {key: value for key, value in frame._asdict().items() if value is not None}
