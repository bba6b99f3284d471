"""What the plugins of pytest share: what is known of a run, and how a failure is shown."""

from __future__ import annotations

import os
from typing import Any, Optional

import pytest


def register(config: Any, plugin: object, name: str) -> None:
    """Register the plugin that an option asks for. It is an error if ``-p no:NAME`` blocks it: nothing would be checked."""
    if config.pluginmanager.register(plugin, name) is None:
        raise pytest.UsageError(f"-p no:{name} blocks what the options ask for; use -p no:hpy to leave the plugin out")


class Run:
    """The findings of a run; workers send theirs to the process that started them."""

    def __init__(self) -> None:
        self.asked = ""
        """Who wants debug mode, if anybody does."""
        self.loaded: list[list[str]] = []
        """Names and modes of extensions."""
        self.cpython: list[str] = []
        """Names of extensions of the CPython ABI."""
        self.problems: list[str] = []
        """Why the run fails although no test may have."""

    def look(self) -> None:
        """See what is loaded."""
        from hpy import _abi
        from hpy.universal import _debug

        self.merge({"loaded": [list(pair) for pair in _debug.loaded()], "cpython": _abi.loaded()})

    def merge(self, other: dict[str, Any]) -> None:
        self.asked = self.asked or other.get("asked", "")
        for name in ("loaded", "cpython"):
            known = getattr(self, name)
            known += [entry for entry in other[name] if entry not in known]

    def nothing_debugged(self) -> Optional[str]:
        """Why there was nothing to find anything in, if that is so."""
        from hpy._modes import has, nothing_debugged

        if not self.asked or has("debug", self.loaded):
            return None

        first, *others = nothing_debugged(self.loaded, self.cpython)
        lines = [f"{self.asked}, but {first}", *others]
        value = os.environ.get("HPY")
        if value:
            from hpy._modes import unknown_names

            lines += [f"  {line}" for line in unknown_names(value, [name for name, _ in self.loaded])]
        elif self.loaded:
            lines.append("  run pytest with --hpy-debug, or with HPY=debug in the environment")
        return "\n".join(lines)


def run_of(config: pytest.Config) -> Run:
    """What is known of the run of this configuration."""
    run: Run = config.__dict__.setdefault("_hpy_run", Run())
    return run


def failure(text: str, path: str = "HPy", line: int = 0, message: Optional[str] = None) -> Any:
    """What pytest shows of a failure: a text, and one line of it in the short summary."""
    message = message or text.partition("\n")[0]
    try:
        from _pytest._code.code import ReprEntryNative, ReprExceptionInfo, ReprFileLocation, ReprTraceback
    except ImportError:
        return text
    traceback = ReprTraceback([ReprEntryNative([text.rstrip("\n") + "\n"])], None, "native")
    return ReprExceptionInfo(reprtraceback=traceback, reprcrash=ReprFileLocation(path, line, message))
