"""The example of each check in api.toml triggers that check."""

import re
from pathlib import Path

import pytest

try:
    import tomllib
except ImportError:
    import tomli as tomllib

SPEC = tomllib.loads((Path(__file__).parent.parent / "api.toml").read_text())
CHECKS = SPEC["check"]

PRELUDE = """
#include <pthread.h>

static void *use_api(void *ctx)
{
    HPy_Dup((HPyContext *)ctx, ((HPyContext *)ctx)->h_None);
    return NULL;
}
"""

FUNCTION = """
HPyDef_METH({name}, "{name}", HPyFunc_O)
static HPy {name}_impl(HPyContext *ctx, HPy self, HPy arg)
{{
{body}
}}
"""


def c_name(check):
    return check.replace("-", "_")


@pytest.fixture(scope="module")
def examples(compiler):
    functions = [FUNCTION.format(name=c_name(check), body=CHECKS[check]["example"]) for check in CHECKS]
    return compiler.compile(PRELUDE + "".join(functions), name="examples")


@pytest.mark.parametrize("check", CHECKS)
def test_example_triggers_its_check(examples, run_snippet, check):
    function = f"mod.{c_name(check)}"
    finished = run_snippet(examples, f"{function}('some text'); {function}('some text')")
    severity = CHECKS[check].get("severity", "error")
    # A debug build of CPython has assertions of its own, which end the process after a warning.
    ends = severity == "error" or "Assertion" in finished.stderr
    assert (finished.returncode < 0) == ends, finished
    assert re.match(rf"HPy debug: {severity}\[{check}\]: ", finished.stderr), finished.stderr
    assert CHECKS[check]["title"] in finished.stderr


@pytest.mark.parametrize("check", CHECKS)
def test_check_is_explained(check):
    texts = CHECKS[check]
    assert set(texts) - {"severity"} == {"title", "help", "fatal", "example"}
    assert "\n" not in texts["title"] + texts["help"] + texts["fatal"]
    assert len(texts["example"].splitlines()) <= 6
