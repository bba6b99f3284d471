"""Find bugs on error paths: run a program again and again, and make another call of the API fail each time.

The first run finds the sites: where extensions call functions that can fail. Then there is one run for each site, in a
process of its own, and the first call at the site fails. All runs are in debug mode. The exit status is 1 if there are
bugs, 0 if there are none, and 2 if the program fails by itself or calls nothing.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import math
import os
import sys
from typing import NoReturn

from . import CommandError, program


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the settings, and what to run."""
    parser.add_argument("--limit", type=_positive, metavar="N", help="fail at most N sites")
    parser.add_argument(
        "--timeout",
        type=_seconds,
        metavar="S",
        help="seconds that a run may take (default: 10, plus 10 times what the program takes)",
    )
    parser.add_argument("--json", metavar="FILE", help="write the result to FILE, as JSON")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="GLOB",
        help="only sites whose API function, C function, file, file:line or library matches; may be repeated",
    )
    later = parser.add_mutually_exclusive_group()
    later.add_argument("--repeat", action="store_true", help="later calls at the same site fail, too")
    later.add_argument("--persistent", action="store_true", help="all later calls that can fail do")
    parser.add_argument("--depth", type=_positive, metavar="N", help="how many frames tell sites apart (default: 4)")
    parser.add_argument("-j", "--jobs", type=_positive, default=1, metavar="N", help="run N processes at a time")
    parser.add_argument("--list", action="store_true", help="list the sites, and let nothing fail")
    program.add_arguments(parser)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1 on, got '{text}'")
    return int(text)


def _seconds(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"expected a number of seconds, more than 0, got '{text}'")
    return number


class _Child(BaseException):
    """Unwinds the stack in a new process, down to where the program is run."""


def run(arguments: argparse.Namespace) -> int:
    """Learn the sites, fail at each, and tell what was found."""
    if not hasattr(os, "fork"):
        raise CommandError("this needs os.fork, which this system does not have")
    command = program.command_line(arguments)
    argv = program.without_interpreter(command)
    os.environ.setdefault("HPY", "debug")

    from hpy.universal import _fail

    from ..errorpaths import child
    from ..errorpaths.walk import Settings, Walk

    # From now on it is known what extensions define.
    _fail.start()
    plan_and_files = []

    def enter(plan: child.Plan, files: child.Files) -> NoReturn:
        plan_and_files.append((plan, files))
        raise _Child

    settings = Settings(
        limit=arguments.limit,
        timeout=arguments.timeout,
        only=tuple(arguments.only),
        after="everything" if arguments.persistent else "site" if arguments.repeat else "nothing",
        depth=arguments.depth,
        jobs=arguments.jobs,
    )
    # What is here already is not looked at as the processes end, nor copied.
    gc.collect()
    gc.freeze()
    try:
        return _walk(Walk(settings, enter), arguments)
    except _Child:
        pass
    # Here the stack is short, and nothing of the parent's is left to be cleaned up: the process ends as Python does.
    plan, files = plan_and_files[0]
    atexit.register(_finish, os.getpid(), plan, files)
    child.begin(plan, files)
    return program.execute(argv)


def _walk(walk, arguments: argparse.Namespace) -> int:  # type: ignore[no-untyped-def]
    from ..errorpaths.pool import Pool
    from ..errorpaths.progress import Progress
    from ..errorpaths.summary import Summary
    from ..errorpaths.verdicts import BUGS

    pool = Pool(walk.settings.jobs)
    progress = None
    try:
        baseline = walk.run_without_failure(pool)
        outcome = baseline.outcome
        if outcome.status or outcome.timed_out or outcome.result is None:
            return _report_failing_program(outcome)
        if not baseline.sites:
            sys.stderr.write(
                "hpy.debug fail: no extension called a function of the HPy API that can fail. Is one imported that was "
                "built for the universal ABI, and is it in debug mode (HPY)?\n"
            )
            return 2
        sites = walk.sites(baseline)
        if not sites:
            sys.stderr.write(f"hpy.debug fail: --only matches none of the {walk.seen} sites: see --list.\n")
            return 2
        if arguments.list:
            for site in sites:
                print(_site_text(site))
            return 0
        progress = Progress(len(sites))
        verdicts = []
        for verdict in walk.fail(pool, baseline, sites):
            verdicts.append(verdict)
            progress.step(verdict.kind in BUGS)
        progress.close()
    except _Child:
        raise
    except BaseException:
        if progress is not None:
            progress.close()
        pool.close()
        raise
    pool.close()
    order = {site["id"]: number for number, site in enumerate(sites)}
    verdicts.sort(key=lambda verdict: order[verdict.site["id"]])
    summary = Summary(verdicts, baseline.functions, walk.seen)
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(summary.to_json(), file, indent=1)
            file.write("\n")
    sys.stdout.write(summary.to_text())
    return 1 if summary.bugs else 0


def _report_failing_program(outcome) -> int:  # type: ignore[no-untyped-def]
    if outcome.timed_out:
        what = f"takes longer than {outcome.seconds:.0f} s"
    elif outcome.status < 0:
        what = f"dies of signal {-outcome.status}"
    elif outcome.status:
        what = f"ends with status {outcome.status}"
    else:
        what = "ends without giving Python the time to: os._exit, or exec"
    sys.stderr.write(f"hpy.debug fail: without any failure the program {what}.\n")
    for report in outcome.reports:
        sys.stderr.write(f"{report['severity']}[{report['check']}]: {report['function']}: {report['title']}\n")
    if outcome.output:
        sys.stderr.write(f"It printed:\n{outcome.output}\n")
    return 2


def _site_text(site: dict) -> str:  # type: ignore[type-arg]
    from ..injection import where

    names = " < ".join(frame["function"] or "?" for frame in site["stack"])
    calls = "1 call" if site["calls"] == 1 else f"{site['calls']} calls"
    return f"{site['api']} at {where(site['stack'])} in {names}, {calls}"


def _finish(pid: int, plan, files) -> None:  # type: ignore[no-untyped-def]
    from ..errorpaths import child

    # Processes that the program forks have this to do, too.
    if os.getpid() == pid:
        child.finish(plan, files)
