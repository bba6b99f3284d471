"""docs/reference/commands.md shows what `--help` prints, with CPython 3.11.

`BLESS=1 python -m pytest -n 0 tests/test_command_docs.py` rewrites it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from documents import assert_is_current

PAGE = Path(__file__).parent.parent / "docs/reference/commands.md"
HEAD = """\
# Commands

<!-- Made by `BLESS=1 python -m pytest -n 0 tests/test_command_docs.py`. Do not edit. -->

What each command prints with `--help`. [Commands for those who work on this project](cargo.md) are on another page.

"""
COMMANDS = {
    "python -m hpy.debug": "[Programs](../test/programs.md)",
    "python -m hpy.debug explain": "[Checks](../reports/checks/index.md)",
    "python -m hpy.debug audit": "[The spec](../inside/spec.md)",
    "python -m hpy.debug fail": "[Error paths](../test/error-paths.md)",
    "python -m hpy.debug html": "[Programs](../test/programs.md#look-at-the-reports-in-a-browser)",
    "python -m hpy.debug leaks": "[Programs](../test/programs.md#look-at-leaks-with-other-tools)",
    "python -m hpy.trace": "[Profile](../profile/index.md)",
    "python -m hpy.devel": "[Other build systems](../build/other-build-systems.md)",
    "python -m hpy": "",
    "pytest": "[Test your extension](../test/index.md)",
}
WIDTH = "100"


def help_of(command):
    if command == "pytest":
        # The plugins alone, as a list of their options.
        code = "import pytest; raise SystemExit(pytest.main(['--help', '-p', 'no:xdist']))"
        arguments = ["-c", code]
    else:
        arguments = command.split()[1:] + ["--help"]
    environment = {**os.environ, "COLUMNS": WIDTH}
    text = subprocess.run([sys.executable, *arguments], env=environment, text=True, check=True, capture_output=True).stdout
    if command != "pytest":
        return text
    options = text[text.index("HPy extensions:") :].split("\n\n")[0]
    keys = [block for block in text.split("\n  ") if block.startswith("hpy_")]
    return f"{options}\n\nin the configuration file:\n" + "".join(f"  {key}\n" for key in keys)


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the page is made with CPython 3.11")
def test_page_shows_what_help_prints():
    text = HEAD
    for command, more in COMMANDS.items():
        text += f"## {command}\n\n{more}\n\n```text\n{help_of(command).strip()}\n```\n\n".replace("\n\n\n\n", "\n\n")
    assert_is_current(PAGE, text)
