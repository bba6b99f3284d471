"""Do what a page of the documentation says: write its files, run its commands, compare what they print.

A block of code whose first line is a comment with a file's name is that file; one of `diff` changes a file. In a block
of `console` the lines after a `$` are commands and the others what the command before them prints; `…` stands for any
text.
"""

import os
import re
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE_NAME = re.compile(r"\A(?:#|//|/\*) ([\w./-]+\.\w+)(?: \*/)?\n")


def assert_is_current(page, text):
    """The page holds this text. Where BLESS is set, it is written."""
    if os.environ.get("BLESS"):
        page.write_text(text)
    assert page.exists() and page.read_text() == text, f"{page} is stale: its first lines say how to rewrite it"


def make_environment(directory):
    """Make a virtual environment in which everything of this one is importable; returns the variables for it."""
    venv.create(directory, symlinks=True)
    paths = sysconfig.get_paths(vars={"base": str(directory), "platbase": str(directory)})
    Path(paths["purelib"], "outer.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("HPY", "PYTHON")) or name == "PYTHONWARNINGS"}
    path = os.pathsep.join([f"{directory}/bin", os.path.dirname(sys.executable), os.environ["PATH"]])
    return {**inherited, "PATH": path, "VIRTUAL_ENV": str(directory), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def follow(text, directory, variables):
    """Do what the text says. Each block of commands is a script of its own, but `export` lasts to the end of the text."""
    exported = []
    for language, block in BLOCK.findall(text):
        name = FILE_NAME.match(block)
        if language == "console":
            for command, expected in commands(block):
                run(command, expected, exported, directory, variables)
                if command.startswith("export "):
                    exported.append(command)
        elif language == "diff":
            run(f"git apply -p0 - <<'END'\n{block}END", [], [], directory, variables)
        elif name:
            path = directory / name[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block)


def commands(block):
    """The commands of a block, each with the lines that it prints."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def run(command, expected, exported, directory, variables):
    script = "\n".join(["set -e", *exported, command])
    finished = subprocess.run(
        ["bash", "-c", script], cwd=directory, env=variables, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert finished.returncode == 0, f"$ {command}\n{finished.stdout}"
    printed = iter(finished.stdout.splitlines())
    for line in expected:
        pattern = re.compile(".*".join(map(re.escape, line.split("…"))))
        found = any(pattern.fullmatch(one) for one in printed)
        assert found, f"$ {command}\nshould print\n{line}\nand does print\n{finished.stdout}"
