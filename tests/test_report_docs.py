"""The pages of checks, docs/reports/checks, show what is really printed, by CPython 3.11.

`BLESS=1 python -m pytest -n 0 tests/test_report_docs.py` rewrites them. The comparison needs the reference, whose environment
`cargo xtask test` makes; without that it is left as it is.
"""

import itertools
import signal
import sys
from pathlib import Path

import pytest

from catalogue import CALL, CHECKS, function, normalised
from documents import assert_is_current
from extensions import run_python

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs/reports/checks"
REFERENCE = ROOT / "target/venvs/reference-3.11/bin/python"
MADE_BY = "<!-- Made from api.toml by `BLESS=1 python -m pytest -n 0 tests/test_report_docs.py`. Do not edit. -->"

pytestmark = pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the pages are made with CPython 3.11")


def block(language, text):
    return f"```{language}\n{text.strip()}\n```\n"


def sentence(text):
    return f"{text[0].upper()}{text[1:]}."


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


ENDS = {
    "error": "It is an error: the process ends, unless `on_error` says something else.",
    "warning": "It is a warning: the program goes on, unless `on_error.{id}` says something else.",
}

SETTINGS = """
[Settings](../../reference/settings.md) change what it does: `HPY_DEBUG_OPTIONS=on_error.{id}={action}`, for example.
[Suppressions](../../test/suppressions.md) hide it in one place: `{id}:NAME`.
"""


def page(check, finished):
    how = ENDS[check.severity].format(id=check.id)
    settings = SETTINGS.format(id=check.id, action={"error": "warn", "warning": "abort"}[check.severity])
    if finished.returncode == -signal.SIGSEGV:
        how = "The process always ends: the processor cannot carry out the access. No setting changes that."
        settings = ""
    return f"""\
# {check.id}

{MADE_BY}

**{sentence(check.title)}** {how}

{check.why.strip()}

## Example

{block("c", check.function)}
{block("text", report_of(finished))}
## How to mend it

{sentence(check.help)}

{block("c", function(check.mended))}
## When the report is wrong

{check.wrong.strip()}
{settings}"""


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_page_shows_the_report(run_example, check):
    assert_is_current(PAGES / f"{check.id}.md", page(check, run_example(check, "stacks=16")))


def test_each_page_is_of_a_check():
    assert {path.stem for path in PAGES.glob("*.md")} == {"index", *(check.id for check in CHECKS)}


def first_line(finished):
    lines = normalised(finished.stderr).splitlines()
    if not lines:
        return "nothing"
    line = lines[0] if not lines[0].startswith("Traceback") else lines[-1]
    return "`" + line.replace("|", "\\|") + "`"


ALL = "\n".join(f"| [{check.id}]({check.id}.md) | {check.title} |" for check in CHECKS)
INDEX = f"""\
# Checks

{MADE_BY}

What debug mode reports. Each check has a page with an example, the whole report, how to mend the mistake, and when the report is wrong.
`python -m hpy.debug explain CHECK` prints most of that in the terminal. In the reports, `HANDLE` stands for a number.

| check | what is wrong |
|---|---|
{ALL}

## Compared with hpy 0.9.0

How the process ends with the example of each check, and what hpy 0.9.0 does with the same compiled extension.

"""

# Where the reference reads memory that is not its own, it may print or do anything.
UNDEFINED = "undefined behaviour"


@pytest.mark.skipif(not REFERENCE.exists(), reason="there is no environment with the reference")
def test_comparison_with_the_reference_is_current(run_example):
    rows = ["| check | ends with | hpy 0.9.0 prints | ends with |", "|---|---|---|---|"]
    for check in CHECKS:
        here = run_example(check)
        there = [run_example(check, python=str(REFERENCE)) for _ in range(3)]
        said = {(first_line(finished), ending(finished)) for finished in there}
        (text, end), *others = said
        if others:
            text, end = UNDEFINED, "differs from run to run"
        rows.append(f"| {check.id} | {ending(here)} | {text} | {end} |")
    assert_is_current(PAGES / "index.md", INDEX + "\n".join(rows) + "\n")
