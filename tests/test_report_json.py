"""Reports for programs: one JSON object a line, whose schema docs/reference/json.md describes."""

import json

import pytest

from catalogue import BY_ID
from sources import LEAK_OF_BOTH_KINDS

OPTIONAL_STR = (str, type(None))
SCHEMA = {
    "version": int,
    "severity": str,
    "check": str,
    "title": str,
    "function": str,
    "argument": OPTIONAL_STR,
    "handle": OPTIONAL_STR,
    "object": (dict, type(None)),
    "buffer": (dict, type(None)),
    "detail": OPTIONAL_STR,
    "field": OPTIONAL_STR,
    "follows": OPTIONAL_STR,
    "module": OPTIONAL_STR,
    "callee": OPTIONAL_STR,
    "name": str,
    "opened": dict,
    "closed": dict,
    "exception": OPTIONAL_STR,
    "raised": dict,
    "used": list,
    "used_frames": list,
    "python": list,
    "help": str,
    "pid": int,
}
EVENT = {"function": OPTIONAL_STR, "stack": (list, type(None)), "frames": (list, type(None))}
PARTS = {
    "object": {"type": str, "repr": OPTIONAL_STR},
    "buffer": {"length": int, "offset": int, "contents": OPTIONAL_STR},
    "opened": EVENT,
    "closed": EVENT,
    "raised": EVENT,
}
PYTHON_FRAME = {"file": str, "line": int, "function": str}
FRAME = {
    "function": OPTIONAL_STR,
    "file": OPTIONAL_STR,
    "line": (int, type(None)),
    "library": OPTIONAL_STR,
    "offset": (int, type(None)),
    "source": OPTIONAL_STR,
}


def assert_matches(schema, value):
    assert list(value) == list(schema)
    for key, type_ in schema.items():
        assert isinstance(value[key], type_), (key, value[key])


def assert_is_report(report):
    assert_matches(SCHEMA, report)
    for key, schema in PARTS.items():
        if report[key] is not None:
            assert_matches(schema, report[key])
    for frame in report["python"]:
        assert_matches(PYTHON_FRAME, frame)
    events = [report[event] for event in ("opened", "closed", "raised")]
    stacks = [report["used"], *(event["stack"] or [] for event in events)]
    assert all(isinstance(line, str) and line == line.strip() for stack in stacks for line in stack)
    in_parts = [report["used_frames"], *(event["frames"] or [] for event in events)]
    assert [len(stack) for stack in in_parts] == [len(stack) for stack in stacks]
    for frame in (frame for stack in in_parts for frame in stack):
        assert_matches(FRAME, frame)


def reports_in(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def run_example(compiler):
    """run_example(id, options): the process that called the example of that check."""
    return lambda id, options: BY_ID[id].run(compiler, options)


@pytest.mark.parametrize("stacks", [0, 16])
@pytest.mark.parametrize("id", BY_ID)
def test_every_report_follows_the_schema(run_example, tmp_path, id, stacks):
    path = tmp_path / "reports.json"
    finished = run_example(id, f"report=json:{path},stacks={stacks}")
    check = BY_ID[id]
    # A debug build of CPython has assertions of its own, which end the process after a warning.
    ends = check.severity == "error" or "Assertion" in finished.stderr
    assert (finished.returncode < 0) == ends, finished
    assert "HPy debug" not in finished.stderr
    reports = reports_in(path.read_text())
    assert reports
    for report in reports:
        assert_is_report(report)
        expected = (1, check.severity, id, check.title, check.help)
        assert tuple(report[key] for key in ("version", "severity", "check", "title", "help")) == expected


def test_values_are_those_of_the_text(run_example, tmp_path):
    path = tmp_path / "reports.json"
    run_example("use-after-close", f"report=json:{path},stacks=16")
    (report,) = reports_in(path.read_text())
    del report["handle"], report["pid"]
    del report["used_frames"], report["opened"]["frames"], report["closed"]["frames"], report["raised"]["frames"]
    for where in (report["opened"]["stack"], report["closed"]["stack"], report["used"]):
        where[:] = [line.split(" at ")[0] + ":" + line.rsplit(":", 1)[1] for line in where]
    assert report == {
        "version": 1,
        "severity": "error",
        "check": "use-after-close",
        "title": "a closed handle was used",
        "function": "HPy_Repr",
        "argument": "obj",
        "object": {"type": "str", "repr": "'hello'"},
        "buffer": None,
        "detail": None,
        "field": None,
        "follows": None,
        "module": "mistake",
        "callee": "mistake.run",
        "name": "HPy_Repr",
        "opened": {"function": "HPy_Dup", "stack": ["run_impl:4"]},
        "closed": {"function": "HPy_Close", "stack": ["run_impl:5"]},
        "exception": None,
        "raised": {"function": None, "stack": None},
        "used": ["run_impl:6"],
        "python": [{"file": "<string>", "line": 2, "function": "<module>"}],
        "help": "use the handle before closing it, or HPy_Dup it and close both",
    }


def test_report_goes_to_standard_error_without_a_path(run_example):
    finished = run_example("double-close", "report=json")
    first, rest = finished.stderr.split("\n", 1)
    assert_is_report(json.loads(first))
    assert rest.startswith("Fatal Python error: ")


def test_warnings_are_a_line_each(run_example, tmp_path):
    path = tmp_path / "reports.json"
    finished = run_example("use-after-close", f"report=json:{path},on_error=warn")
    assert finished.returncode == 0
    reports = reports_in(path.read_text())
    assert [(report["severity"], report["object"]["repr"]) for report in reports] == [
        ("warning", "'hello'"),
        ("warning", "'world'"),
    ]


@pytest.mark.parametrize("format", ["json", "text"])
def test_file_is_appended_to(run_example, tmp_path, format):
    path = tmp_path / "reports"
    path.write_text("before\n")
    for _ in range(2):
        finished = run_example("use-after-close", f"report={format}:{path}")
        assert finished.stderr.startswith("Fatal Python error: ")
    lines = path.read_text().splitlines()
    assert lines[0] == "before"
    if format == "json":
        assert len({json.loads(line)["pid"] for line in lines[1:]}) == 2
    else:
        assert len([line for line in lines if line.startswith("HPy debug: error[use-after-close]: ")]) == 2


@pytest.mark.parametrize("format", ["json", "text"])
def test_file_that_cannot_be_opened_is_an_error_at_once(run_example, tmp_path, format):
    path = tmp_path / "no such directory" / "reports"
    finished = run_example("use-after-close", f"report={format}:{path}")
    assert finished.returncode == 1
    message = f"ValueError: HPY_DEBUG_OPTIONS: option 'report': cannot open {path}: No such file or directory"
    assert message in finished.stderr.splitlines()[-1]


@pytest.mark.parametrize("stacks", [0, 16])
def test_leaks_at_exit_are_one_line(compile_module, run_snippet, tmp_path, stacks):
    path = tmp_path / "reports.json"
    leaky = compile_module(LEAK_OF_BOTH_KINDS, name="leaky")
    options = f"report=json:{path},leaks=exit,stacks={stacks}"
    finished = run_snippet(leaky, "for n in range(7): mod.leak(n)", options=options)
    assert (finished.returncode, finished.stderr) == (1, "")
    (report,) = reports_in(path.read_text())
    (group,) = report["handles"]
    stack, frames, python = group.pop("stack"), group.pop("frames"), group.pop("python")
    assert [frame["function"] for frame in frames or []] == [line.split(" ")[0] for line in stack or []]
    assert (stack is None) == (stacks == 0)
    assert python == ([{"file": "<string>", "line": 2, "function": "<module>"}] if stacks else [])
    assert group == {"count": 7, "function": "HPy_Dup", "module": "leaky", "examples": ["0", "1", "2", "3", "4"]}
    (resource,) = report["resources"]
    stack = resource.pop("stack")
    assert (resource.pop("frames") is None) == (stacks == 0)
    assert resource.pop("python") == python
    assert [line.split(" ")[0] for line in stack or []] == (["leak_impl"] if stacks else [])
    assert resource == {"count": 7, "type": "HPyListBuilder", "function": "HPyListBuilder_New", "module": "leaky"}
    assert list(report) == ["version", "severity", "check", "title", "handles", "resources", "pid"]
