"""Reports show lines of source code, where the file can be read and is what was compiled."""

import json
import os
import re
import time

import pytest

from extensions import FLAGS, Extension

SOURCE = """
HPyDef_METH(reuse, "reuse", HPyFunc_O)
static HPy reuse_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy copy = HPy_Dup(ctx, arg);
    HPy_Close(ctx, copy);
\tHPy text = HPy_Repr(ctx, copy);     /* here */
    return text;
}

HPyDef_METH(scribble, "scribble", HPyFunc_O)
static HPy scribble_impl(HPyContext *ctx, HPy self, HPy arg)
{
    char *text = (char *)HPyUnicode_AsUTF8AndSize(ctx, arg, NULL);
    text[0] = 'x';
    return HPy_Dup(ctx, arg);
}

HPyDef_METH(leak, "leak", HPyFunc_O)
static HPy leak_impl(HPyContext *ctx, HPy self, HPy arg)
{
    HPy_Dup(ctx, arg);
    return HPy_Dup(ctx, ctx->h_None);
}
"""
USED = "HPy text = HPy_Repr(ctx, copy);     /* here */"


@pytest.fixture
def sample(compiler, tmp_path):
    """An extension with a source file of its own."""
    compiled = compiler.compile(SOURCE, name="sample")
    extension = Extension("sample", tmp_path / compiled.path.name)
    source = compiled.path.with_name("sample.c").read_text()
    compiler.compile_plain(source, extension.path, compiler.flags("universal"))
    (tmp_path / "sample.py").write_text(compiled.path.with_name("sample.py").read_text())
    return extension


@pytest.fixture
def source(sample):
    """Its source file."""
    return sample.path.with_name("sample.c")


def rewrite(path, text):
    """Write the file, and leave its time as it was."""
    before = path.stat()
    path.write_text(text)
    os.utime(path, (before.st_atime, before.st_mtime))


def lines_of(text):
    """The lines of source code in a report, each as its number and its text."""
    return [(int(number), line) for number, line in re.findall(r"^ {6}(\d+) \| (.*)$", text, re.MULTILINE)]


def number_of(source, line):
    return next(number for number, text in enumerate(source.read_text().splitlines(), 1) if line in text)


class TestText:
    def test_shows_the_line_under_each_place(self, sample, source, run_snippet):
        finished = run_snippet(sample, "mod.reuse(1)", options="stacks=16")
        expected = ["HPy copy = HPy_Dup(ctx, arg);", "HPy_Close(ctx, copy);", USED]
        assert lines_of(finished.stderr) == [(number_of(source, line), line) for line in expected]

    def test_of_a_fault_shows_it(self, sample, source, run_snippet):
        finished = run_snippet(sample, "mod.scribble('x')")
        assert finished.returncode == -11
        assert lines_of(finished.stderr) == [(number_of(source, "text[0]"), "text[0] = 'x';")]

    def test_of_leaks_shows_it(self, sample, source, run_snippet):
        finished = run_snippet(sample, "mod.leak(1)", options="leaks=exit,stacks=16")
        number = number_of(source, "    HPy_Dup(ctx, arg);")
        assert f"          {number} | HPy_Dup(ctx, arg);\n" in finished.stderr

    def test_can_be_without(self, sample, run_snippet):
        finished = run_snippet(sample, "mod.reuse(1)", options="stacks=16,source=off")
        assert "reuse_impl at " in finished.stderr
        assert lines_of(finished.stderr) == []

    def test_shows_one_line_in_pieces_that_can_be_read(self, sample, source, run_snippet):
        rewrite(source, source.read_text().replace("/* here */", "\x1b[31m\x07" + "y" * 1000))
        ((_, line),) = lines_of(run_snippet(sample, "mod.reuse(1)").stderr)
        assert len(line) == 200
        assert line.isprintable()


class TestJson:
    def test_has_the_line_of_every_frame(self, sample, source, run_snippet):
        finished = run_snippet(sample, "mod.reuse(1)", options="stacks=16,report=json")
        report = json.loads(finished.stderr.splitlines()[0])
        for stack in (report["used_frames"], report["opened"]["frames"], report["closed"]["frames"]):
            assert all(frame["source"] for frame in stack)
        (frame,) = report["used_frames"]
        assert report["used"] == [f"{frame['function']} at {frame['file']}:{frame['line']}"]
        assert (frame["function"], frame["source"]) == ("reuse_impl", USED)
        assert (frame["file"], frame["line"]) == (str(source), number_of(source, USED))
        assert frame["library"] == str(sample.path)


class TestFileIsNotRead:
    @pytest.fixture
    def assert_no_line(self, sample, run_snippet):
        def check(call="mod.reuse(1)"):
            finished = run_snippet(sample, call, options="stacks=16")
            assert "HPy debug: error[" in finished.stderr
            assert " at " in finished.stderr
            assert lines_of(finished.stderr) == []

        return check

    def test_where_it_was_changed_since(self, source, assert_no_line):
        later = time.time() + 10
        os.utime(source, (later, later))
        assert_no_line()

    def test_where_it_is_gone(self, source, assert_no_line):
        source.unlink()
        assert_no_line()

    @pytest.mark.parametrize("call", ["mod.reuse(1)", "mod.scribble('x')"])
    def test_where_it_is_a_pipe_that_nobody_writes_to(self, source, assert_no_line, call):
        source.unlink()
        os.mkfifo(source)
        os.utime(source, (0, 0))
        assert_no_line(call)

    def test_where_it_is_a_device_without_an_end(self, source, assert_no_line):
        source.unlink()
        source.symlink_to("/dev/zero")
        assert_no_line()

    def test_where_it_is_large(self, source, assert_no_line):
        rewrite(source, source.read_text() + "\n" * (5 << 20))
        assert_no_line()

    def test_where_it_is_shorter_than_it_was(self, source, assert_no_line):
        rewrite(source, "/* nothing */\n")
        assert_no_line()


def test_extension_without_debug_information_is_shown_by_its_offset(compiler, sample, source, run_snippet, monkeypatch):
    monkeypatch.setattr("extensions.FLAGS", [flag for flag in FLAGS if flag != "-g"])
    compiler.compile_plain(source.read_text(), sample.path, compiler.flags("universal"))
    finished = run_snippet(sample, "mod.reuse(1)")
    assert "    reuse_impl in " in finished.stderr
    assert lines_of(finished.stderr) == []
