"""Reads reports, as ``report=json`` writes them, and results of ``python -m hpy.debug fail --json``."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any

_HINT = "reports are written as JSON with --json FILE or HPY_DEBUG_OPTIONS=report=json:FILE"


class InputError(ValueError):
    """A file cannot be read, or is not what it should be: says which, where and what."""


@dataclass
class Inputs:
    """What files hold."""

    reports: list[dict[str, Any]] = field(default_factory=list)
    results: list[dict[str, Any]] = field(default_factory=list)
    written: float = 0
    """When the last of them was written."""

    def read(self, path: str) -> None:
        """Add what a file holds. Raises InputError."""
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
                self.written = max(self.written, os.fstat(file.fileno()).st_mtime)
        except OSError as error:
            raise InputError(f"cannot read {path}: {error.strerror}") from None
        result = _result(text, path)
        if result is not None:
            self.results.append(result)
            return
        # Other line ends than this one may stand in a text.
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                self.reports.append(_report(line, f"{path}:{number}"))


def _result(text: str, path: str) -> Any:
    """The one object that the text is, if it is a result of ``fail``."""
    # Mostly the first object is the first of many lines.
    try:
        value, _ = json.JSONDecoder().raw_decode(text)
    except json.JSONDecodeError as error:
        if text.startswith("{\n"):
            raise InputError(f"{path}:{error.lineno}: broken JSON at column {error.colno}: {error.msg}") from None
        return None
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and isinstance(value.get("bugs"), list) else None


def _report(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        hint = "" if line.lstrip().startswith("{") else f" ({_HINT})"
        raise InputError(f"{where}: broken JSON at column {error.colno}: {error.msg}{hint}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: broken JSON: {error}") from None
    if not isinstance(value, dict):
        raise InputError(f"{where}: expected a report, which is an object, got: {line.strip()[:40]}")
    if not isinstance(value.get("check"), str):
        raise InputError(f"{where}: not a report: it has no 'check'")
    return value
