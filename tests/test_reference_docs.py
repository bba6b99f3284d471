"""The tables of docs/reference list what there is, no more and no less."""

import dataclasses
import re
from pathlib import Path

import hpy.debug

REFERENCE = Path(__file__).parent.parent / "docs/reference"


def names(page, section):
    """The names in the first column of the table in that section."""
    text = (REFERENCE / page).read_text().split(f"\n## {section}\n")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([\w.]+)`", row)}


def test_page_lists_every_setting():
    settings = {key for key in hpy.debug.options() if not key.startswith("on_error.")}
    assert names("settings.md", "Settings of debug mode") == {*settings, "on_error.CHECK"}


def test_page_lists_every_key_of_a_report():
    fields = {field.name for field in dataclasses.fields(hpy.debug.Report)}
    assert names("json.md", "A misuse") == {*fields - {"text"}, "version", "pid"}
