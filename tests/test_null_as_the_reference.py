"""HPy_NULL and NULL in universal and trace mode and in the CPython ABI: where hpy 0.9.0 survives, the same comes of it here.

What is compared are results, pointers among them, exceptions and what was stored, of the same library under both runtimes.
"""

import json
import os
import re
import sys
from pathlib import Path

import pytest

import null_matrix
import null_results
from extensions import Compiler, run_python

ROOT = Path(__file__).parent.parent
# `cargo xtask test` sets it: then nothing is skipped.
PYTHON = "HPY_TESTS_REFERENCE"

# The reference marks its types with a bit that CPython 3.13 uses for itself, and crashes.
has_reference = pytest.mark.skipif(sys.version_info >= (3, 13), reason="hpy 0.9.0 crashes on CPython 3.13")

# Where the headers of the reference, or what they say, forbid NULL although it survives it; api.toml says why.
FORBIDDEN = {"HPy_CallTupleDict(callable)", "HPy_Type(obj)", "HPyField_Store(target_object)"}

# What it survives under some versions of CPython only.
SOMETIMES = {"HPyErr_SetString(h_type)", "HPyErr_SetObject(h_type)", "HPy_EvalCode(globals)", "HPy_EvalCode(code)"}

# Its headers and sources are not without warnings, and export what ours do not.
REFERENCE_FLAGS = ("-fvisibility=hidden", "-w")

# What differs on purpose; docs/reference/differences.md says why.
DIFFERENCES = {"HPyLong_AsUInt32_t(h)"}


@pytest.fixture(scope="module")
def reference():
    """The interpreter of an environment with hpy 0.9.0."""
    tag = "{}.{}".format(*sys.version_info) + sys.abiflags
    path = Path(os.environ.get(PYTHON, ROOT / f"target/venvs/reference-{tag}/bin/python"))
    if PYTHON not in os.environ and not path.exists():
        pytest.skip("`cargo xtask test` makes the environment of the reference")
    return str(path)


def outcomes(extension, script, mode="universal", python=sys.executable):
    finished = run_python(script, [extension], {"HPY": mode}, python=python)
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)


def known(difference):
    return difference.split(" with ")[0] in DIFFERENCES


@pytest.fixture(scope="module", params=["universal", "hybrid"])
def extension(request, compiler):
    return compiler.compile(null_matrix.source(of_the_context=request.param == "universal"), abi=request.param)


@pytest.fixture(scope="module")
def theirs(extension, reference):
    return outcomes(extension, null_matrix.script(), python=reference)


@has_reference
class TestSameLibraryUnderBothRuntimes:
    @pytest.mark.parametrize("mode", ["universal", "trace"])
    def test_null_as_an_argument_does_what_it_does_there(self, extension, theirs, mode):
        ours = outcomes(extension, null_matrix.script(), mode)
        assert [found for found in null_matrix.differences(theirs, ours) if not known(found)] == []

    def test_null_that_both_its_modes_survive_is_not_reported_in_debug_mode(self, extension, theirs, reference):
        arguments = {label for label in null_matrix.LABELS if re.fullmatch(r"\w+\(\w+\)", label)}
        script = null_matrix.script(arguments)
        theirs_debug = outcomes(extension, script, "debug", python=reference)
        ours = outcomes(extension, script, "debug")
        allowed = {}
        for label, *found in zip(null_matrix.LABELS, theirs, theirs_debug, ours):
            if label in arguments and all(status == 0 for kinds in found[:2] for status, _ in kinds):
                allowed[label] = found
        reported = {label for label, (_, _, ours) in allowed.items() if any(status for status, _ in ours)}
        assert FORBIDDEN <= reported <= FORBIDDEN | SOMETIMES
        assert len(allowed) > 60
        different = {label for label, (theirs, _, ours) in allowed.items() if theirs != ours}
        assert different - reported - DIFFERENCES == set()

    @pytest.mark.parametrize("mode", ["universal", "trace"])
    def test_null_as_a_result_does_what_it_does_there(self, compiler, reference, mode):
        extension = compiler.compile(null_results.source())
        theirs = outcomes(extension, null_results.SCRIPT, python=reference)
        ours = outcomes(extension, null_results.SCRIPT, mode)
        survived = [(label, before, after) for (label, *_), before, after in zip(null_results.CASES, theirs, ours) if not before[0]]
        assert len(survived) > len(theirs) / 2
        assert [found for found in survived if found[1] != found[2]] == []


@pytest.mark.parametrize("abi", ["universal", pytest.param("cpython", marks=has_reference)])
def test_null_does_the_same_with_the_headers_of_the_reference(compiler, reference_devel, tmp_path, abi):
    if abi == "cpython":
        # Internal functions, which the reference has not got there.
        missing = {"_HPyType_GetBuiltinShape", "HPyCapsule_Get", "HPyCapsule_Set"}
    else:
        missing = {name for name, stanza in null_matrix.FUNCTIONS.items() if "cpy_PyObject" in stanza["c"]}
    source = null_matrix.source(null_matrix.EVERYTHING - missing)
    theirs = Compiler(tmp_path, reference_devel, REFERENCE_FLAGS).compile(source, abi=abi)
    ours = compiler.compile(source, abi=abi)
    theirs, ours = (outcomes(extension, null_matrix.script()) for extension in (theirs, ours))
    assert [found for found in null_matrix.differences(theirs, ours) if not known(found)] == []


def test_every_function_with_a_pointer_or_handle_is_called():
    called = {function for function, _ in null_matrix.CALLS.values()}
    takes_null = {
        name
        for name, stanza in null_matrix.FUNCTIONS.items()
        if not stanza.get("since") and any(word in stanza["c"].partition("(")[2] for word in ("HPy ", "*", "HPyTracker", "Builder"))
    }
    assert takes_null - called == null_matrix.INTERNAL
