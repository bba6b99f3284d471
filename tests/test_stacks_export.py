"""Folded stacks and speedscope files."""

import json
from pathlib import Path

import pytest
from hpy._stacks_export import Frame, folded, speedscope

INNER = Frame("inner", "a.c", 3)
OUTER = Frame("outer")
SCHEMA = Path(__file__).parent / "schemas/speedscope.json"


def test_folded_stacks_are_lines_with_the_outermost_frame_first():
    assert folded([([OUTER, INNER], 3), ([OUTER], 2)]) == "outer;inner 3\nouter 2\n"


def test_equal_folded_stacks_are_one_line():
    assert folded([([OUTER], 3), ([INNER], 1), ([OUTER], 2)]) == "outer 5\ninner 1\n"


@pytest.mark.parametrize("name", ["a;b", "a\nb", "", "operator()(int; char)\r\n"])
def test_names_do_not_break_folded_stacks(name):
    text = folded([([OUTER, Frame(name), INNER], 7)])
    assert text.count("\n") == 1 and text.endswith(" 7\n")
    frames = text.rsplit(" ", 1)[0].split(";")
    assert len(frames) == 3 and all(frames)


def test_speedscope_shares_frames_and_sums_weights():
    file = json.loads(speedscope("program", {"first": [([OUTER, INNER], 3), ([INNER], 2)], "second": []}, "bytes"))
    assert file["shared"] == {"frames": [{"name": "outer"}, {"name": "inner", "file": "a.c", "line": 3}]}
    first, second = file["profiles"]
    assert (first["samples"], first["weights"]) == ([[0, 1], [1]], [3, 2])
    assert (first["startValue"], first["endValue"], first["unit"]) == (0, 5, "bytes")
    assert (second["name"], second["endValue"], second["samples"]) == ("second", 0, [])


@pytest.mark.parametrize("unit", ["none", "nanoseconds"])
def test_speedscope_follows_its_schema(unit):
    fastjsonschema = pytest.importorskip("fastjsonschema")
    file = json.loads(speedscope("program", {"first": [([OUTER, INNER], 3)], "second": []}, unit))
    validate = fastjsonschema.compile(json.loads(SCHEMA.read_text()))
    validate(file)
    file["profiles"][0]["unit"] = "bananas"
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate(file)
