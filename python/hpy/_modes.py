"""What the environment variable ``HPY`` asks for, and what became of it."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def value_for(mode: str, modules: str) -> str:
    """What asks for this mode, of the modules that are named with commas, or of all."""
    names = [name.strip() for name in modules.split(",")]
    return ",".join(f"{name}:{mode}" for name in names if name) or mode


def named(value: str) -> list[tuple[str, str]]:
    """The modules that ``HPY`` names, each with its mode."""
    pairs = (entry.split(":", 1) for entry in value.split(",") if ":" in entry)
    return [(name.strip(), mode.strip()) for name, mode in pairs]


def unknown_names(value: str, loaded: list[str]) -> list[str]:
    """A line for each module that ``HPY`` names and that was not loaded."""
    known = {*loaded, *(name.rpartition(".")[2] for name in loaded)}
    return [_unknown(name, mode, loaded) for name, mode in named(value) if name not in known]


def _unknown(name: str, mode: str, loaded: list[str]) -> str:
    import difflib

    line = f"HPY={name}:{mode}: no HPy extension named '{name}' was loaded"
    if not loaded:
        return f"{line}, nor any other"
    line += f"; loaded: {', '.join(loaded)}"
    short = {full.rpartition(".")[2].lower(): full for full in loaded}
    last = name.rpartition(".")[2].lower()
    close = difflib.get_close_matches(last, short, 1)
    # What only has a package's name in front, or is a package, is meant as well.
    close = close or [part for part, full in short.items() if name in full or part in name]
    return f"{line}. Did you mean HPY={short[close[0]]}:{mode}?" if close else line


def has(mode: str, loaded: Iterable[Sequence[str]]) -> bool:
    """Whether one of these extensions, names and modes, was loaded in this mode, or in this mode and another."""
    return any(mode in modes.split("+") for _, modes in loaded)


def nothing_debugged(
    loaded: Iterable[Sequence[str]], cpython: list[str], mode: str = "debug", done: str = "checked"
) -> list[str]:
    """Lines that say why: names and modes of extensions that were loaded, and names of those of the CPython ABI."""
    why = [f"  {name} was loaded in {other} mode" for name, other in loaded]
    why += [
        f"  {name} was built for the CPython ABI, which has no {mode} mode: build it with HPY_ABI=universal"
        for name in cpython
    ]
    return [
        f"no HPy extension was loaded in {mode} mode: nothing was {done}.",
        *(why or ["  no HPy extension was imported"]),
    ]


def tell_nothing_debugged() -> None:
    """Print those lines, if that is so; called as a program exits that ``python -m hpy.debug`` runs."""
    from hpy._abi import loaded as cpython
    from hpy.universal import _debug

    loaded = _debug.loaded()
    if sys.stderr is not None and not has("debug", loaded):
        print("HPy:", "\n".join(nothing_debugged(loaded, cpython())), file=sys.stderr)


def tell_unknown_names(value: str) -> None:
    """Print those lines; called as Python exits."""
    from hpy.universal import _debug

    for line in unknown_names(value, [name for name, _ in _debug.loaded()]):
        if sys.stderr is not None:
            print(f"HPy: {line}", file=sys.stderr)
