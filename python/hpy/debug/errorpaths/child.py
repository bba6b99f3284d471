"""What happens in the process of one run."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from hpy.universal import _debug, _fail

FRAMES = 16


@dataclass(frozen=True)
class Plan:
    """What fails in a run."""

    target: Optional[str] = None
    """The id of the site; None fails nothing, and learns the sites."""
    after: str = "nothing"
    """What becomes of later calls: ``nothing``, ``site`` or ``everything`` fails."""
    depth: Optional[int] = None


@dataclass(frozen=True)
class Files:
    """What a run leaves behind."""

    directory: Path

    @property
    def result(self) -> Path:
        return self.directory / "result.json"

    @property
    def reports(self) -> Path:
        return self.directory / "reports.json"

    @property
    def output(self) -> Path:
        return self.directory / "output"


def begin(plan: Plan, files: Files) -> None:
    """Have the calls of this process fail by the plan, and what is reported go to the files."""
    _leave_the_terminal(files)
    stacks = max(FRAMES, int(_debug.options()["stacks"]))
    report = f"json:{files.reports}"
    _debug.configure({"report": report, "on_error": "abort", "stacks": stacks, "leaks": "off", "fail": 0})
    _fail.start(plan.target, plan.after, plan.target is None, plan.depth)


def _leave_the_terminal(files: Files) -> None:
    """What the program prints is kept; a signal for the processes of the parent is not for it."""
    os.setpgid(0, 0)
    null = os.open(os.devnull, os.O_RDONLY)
    output = os.open(files.output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for descriptor, standard in ((null, 0), (output, 1), (output, 2)):
        os.dup2(descriptor, standard)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def finish(plan: Plan, files: Files) -> None:
    """Write down what the run has left behind."""
    learns = plan.target is None
    failed, lost = _fail.failed(), _fail.lost()
    result = {
        "calls": _fail.calls(),
        "failed": failed and json.loads(failed),
        "lost": lost and json.loads(lost),
        "leaks": json.loads(_fail.leaks(not learns)),
        "sites": json.loads(_fail.sites()) if learns else [],
        "functions": json.loads(_fail.functions()) if learns else [],
    }
    # What the interpreter does as it ends is not part of the plan.
    _fail.start(None, "nothing", False)
    part = files.result.with_suffix(".part")
    part.write_text(json.dumps(result))
    part.rename(files.result)
