"""The text of the manual: spelling, and sentences that can be read once."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import textstat

ROOT = Path(__file__).parents[2]
FILES = [
    path
    for path in subprocess.check_output(["git", "ls-files", "*.md"], cwd=ROOT, text=True).splitlines()
    if path.startswith("docs/") or path in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
]
SPELLED = ["docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "api.toml", "codegen", "python", "runtime", "tests", "xtask"]

# How many words a sentence has on average, at most, and the LIX of a page: 40 is a newspaper, 60 a law.
WORDS = 16
LIX = 40
# Turns of phrase that have to be read twice.
RIDDLES = re.compile(r"\b(?:of which|that which|as may|tells? of|bec(?:o|a)mes? of|whose like|comes of|of its own accord)\b")


def words(path):
    """What is read of a page: no code."""
    text = (ROOT / path).read_text()
    text = re.sub(r"^( *)```.*?^\1```|<!--.*?-->", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"`[^`]*`", "name", text)


def sentences(path):
    """Its sentences: no tables, headings or directives. An item of a list is a sentence."""
    text = re.sub(r"^ *(?:[|#:].*|options:|show_root.*)$", "", words(path), flags=re.MULTILINE)
    return re.sub(r"[.:]?\n\s*(?:[-*]|\d+\.) ", ".\n\n", text)


def test_spelling():
    command = [sys.executable, "-m", "codespell_lib", "--config", "xtask/manual/codespell.cfg", *SPELLED]
    finished = subprocess.run(command, cwd=ROOT, text=True, capture_output=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize("path", FILES)
def test_sentences_are_short_and_plain(path):
    text = sentences(path)
    if len(text.split()) > 40:
        assert textstat.words_per_sentence(text) <= WORDS
        assert textstat.lix(text) <= LIX
    assert not RIDDLES.findall(words(path))


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(path):
    """Those of other pages are MkDocs'."""
    links = re.findall(r"\]\(([^):#]+)[)#]", (ROOT / path).read_text())
    missing = [link for link in links if not (ROOT / link).exists()]
    assert not missing


def test_readme_is_short():
    assert len((ROOT / "README.md").read_text().splitlines()) <= 150
