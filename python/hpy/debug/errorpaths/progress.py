"""A progress bar on a terminal; nothing elsewhere."""

from __future__ import annotations

import shutil
import sys
from typing import TextIO


class Progress:
    """How many of the runs are over."""

    def __init__(self, total: int, stream: TextIO = sys.stderr) -> None:
        self._total, self._done, self._bugs = total, 0, 0
        self._stream = stream if stream.isatty() else None
        self._show()

    def step(self, is_bug: bool) -> None:
        """One more is over."""
        self._done += 1
        self._bugs += is_bug
        self._show()

    def close(self) -> None:
        """Remove the bar."""
        if self._stream is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _show(self) -> None:
        if self._stream is None:
            return
        text = f" {self._done}/{self._total} sites, {self._bugs} with a bug"
        width = max(10, min(40, shutil.get_terminal_size().columns - len(text) - 3))
        full = width * self._done // max(1, self._total)
        self._stream.write(f"\r[{'#' * full}{' ' * (width - full)}]{text}")
        self._stream.flush()
