"""`python -m hpy.debug audit` answers what `cargo codegen audit` does, from what the package carries."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import hpy.debug
import pytest

from extensions import run_python

ROOT = Path(__file__).parent.parent
PACKAGE = Path(hpy.debug.__file__).parent

# `cargo xtask test` sets it: then nothing is skipped.
CARGO = os.environ.get("CARGO") or shutil.which("cargo")


@pytest.fixture
def audit(tmp_path):
    """audit(*arguments): what `python -m hpy.debug audit` does."""
    return lambda *arguments: run_python("audit", [], (), ("-m", "hpy.debug"), tmp_path, after=arguments)


@pytest.fixture(scope="module")
def codegen():
    """The program that `cargo codegen` runs."""
    command = [CARGO, "build", "--quiet", "--package", "hpy-codegen", "--message-format", "json"]
    built = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    (program,) = [path for line in built.splitlines() if (path := json.loads(line).get("executable"))]
    return program


@pytest.mark.skipif(CARGO is None, reason="`cargo xtask test` has Cargo to ask")
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["HPy_SetItem"],
        ["HPyList_*", "HPy_Add", "HPyList_New"],
        ["*"],
        ["--consumes"],
        ["--unchecked"],
        ["--unchecked", "HPyU*"],
        ["--check", "wrong-type"],
        ["--check", "return-closed"],
        ["--check", "fault"],
        ["--check", "wrong-context", "HPy_Leave*"],
        ["--consumes", "--check", "double-close"],
        ["--consumes", "--unchecked"],
    ],
    ids=" ".join,
)
def test_answers_are_those_of_cargo_codegen(audit, codegen, arguments):
    def of_cargo(*more):
        command = [codegen, "audit", *more]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout

    assert audit(*arguments).stdout == of_cargo(*arguments)
    if "fault" not in arguments:
        of_python = json.loads(audit("--json", *arguments).stdout)
        assert of_python == json.loads(of_cargo("--format", "json", *arguments))


def test_package_carries_the_spec():
    assert (PACKAGE / "spec/api.toml").read_text() == (ROOT / "api.toml").read_text()


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["HPy_SetItm"], "there is no function 'HPy_SetItm', did you mean 'HPy_SetItem'?"),
        (["HPyNothing_*"], "there is no function 'HPyNothing_*'"),
        (["--check", "wrong-tipe"], "there is no check 'wrong-tipe', did you mean 'wrong-type'?"),
    ],
)
def test_what_there_is_not_is_an_error(audit, arguments, message):
    finished = audit(*arguments)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert message in finished.stderr
