"""docs/reports/index.md shows what is really printed, by CPython 3.11.

`BLESS=1 python -m pytest -n 0 tests/test_report_docs.py` rewrites what is generated. The comparison needs the reference, whose
environment `cargo xtask demo` makes; without that it is left as it is.
"""

import itertools
import os
import re
import signal
import sys
from pathlib import Path

import pytest

from catalogue import CALL, CHECKS, normalised
from extensions import run_python

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/reports/index.md"
REFERENCE = ROOT / "target/venvs/reference-3.11/bin/python"

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the page is made with CPython 3.11")


def section(name):
    """Matches a generated section: its beginning, its text, its end."""
    return re.compile(rf"(<!-- generated: {name} -->\n)(.*?)(<!-- end -->)", re.DOTALL)


def assert_is_current(name, text):
    page = PAGE.read_text()
    found = section(name).search(page)
    if os.environ.get("BLESS"):
        PAGE.write_text(page[: found.start(2)] + text + page[found.end(2) :])
        return
    assert found[2] == text, "docs/reports/index.md is stale: run BLESS=1 pytest -n 0 tests/test_report_docs.py"


@pytest.fixture
def run_example(compiler, tmp_path):
    """run_example(check, options="", python=sys.executable): what calls the example of the check."""
    script = tmp_path / "example.py"
    script.write_text(CALL)

    def run(check, options="", python=sys.executable):
        environment = {"HPY": "debug", "HPY_DEBUG_OPTIONS": options}
        return run_python(str(script), [check.compile(compiler)], environment, arguments=(), python=python)

    return run


def report_of(finished):
    """The first report, and what the interpreter says when it ends because of it."""
    first, *rest = normalised(finished.stderr).splitlines()
    lines = [first, *itertools.takewhile(lambda line: line.startswith("  "), rest)]
    if (fatal := rest[len(lines) - 1 :]) and fatal[0].startswith("Fatal Python error: "):
        lines.append(fatal[0])
    return "\n".join(lines)


def ending(finished):
    if finished.returncode < 0:
        return signal.Signals(-finished.returncode).name
    return f"exit {finished.returncode}"


def show(check, finished):
    return f"""\
### {check.id}

```c
{check.function.strip()}
```

```text
{report_of(finished)}
```

"""


def test_report_of_every_check_is_shown(run_example):
    shown = [show(check, run_example(check, "stacks=16")) for check in CHECKS]
    assert_is_current("reports", "\n" + "".join(shown))


def first_line(finished):
    lines = normalised(finished.stderr).splitlines()
    if not lines:
        return "nothing"
    line = lines[0] if not lines[0].startswith("Traceback") else lines[-1]
    return "`" + line.replace("|", "\\|") + "`"


# Where the reference reads memory that is not its own, it may print or do anything.
UNDEFINED = "undefined behaviour"


@pytest.mark.skipif(not REFERENCE.exists(), reason="there is no environment with the reference")
def test_comparison_with_the_reference_is_current(run_example):
    rows = ["| mistake | hpy 0.9.0 | ends with | here | ends with |", "|---|---|---|---|---|"]
    for check in CHECKS:
        here = run_example(check)
        there = [run_example(check, python=str(REFERENCE)) for _ in range(3)]
        said = {(first_line(finished), ending(finished)) for finished in there}
        (text, end), *others = said
        if others:
            text, end = UNDEFINED, "differs from run to run"
        rows.append(f"| {check.id} | {text} | {end} | {first_line(here)} | {ending(here)} |")
    assert_is_current("comparison", "\n" + "\n".join(rows) + "\n\n")
