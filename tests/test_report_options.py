"""Settings, and what becomes of a misuse by them."""

import json
import os
import pickle

import hpy.debug
import pytest
from hpy.debug import HPyDebugError, HPyMisuseError, LeakDetector, configure, options

import misuse
from catalogue import CHECKS
from conftest import DEFAULTS


pytestmark = pytest.mark.usefixtures("default_options")


class TestConfigure:
    def test_changes_what_options_returns(self):
        configure(on_error="warn", stacks=4)
        configure(**{"on_error.double-close": "raise"})
        changed = {"on_error": "warn", "stacks": "4", "on_error.double-close": "raise"}
        assert options() == {**DEFAULTS, **changed}

    def test_accepts_its_own_options(self):
        configure(on_error="raise", stacks=8, **{f"on_error.{check.id}": "warn" for check in CHECKS})
        before = options()
        configure(**before)
        assert options() == before

    def test_check_can_follow_the_others_again(self):
        configure(**{"on_error.double-close": "raise"})
        configure(**{"on_error.double-close": "default"})
        assert options() == DEFAULTS

    def test_stacks_are_the_limit_that_is_set_elsewhere_too(self):
        hpy.debug.set_handle_stack_trace_limit(5)
        assert options()["stacks"] == "5"
        hpy.debug.disable_handle_stack_traces()
        assert options()["stacks"] == "0"

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"colour": 1}, "unknown option 'colour'; valid: report=text|json|github|text:PATH|json:PATH|github:PATH|sarif:PATH or several with +, on_error=abort|"),
            ({"on_error": "explode"}, "'explode' of option 'on_error'; expected abort, raise, warn or continue"),
            ({"on_error.typo": "warn"}, "unknown check 'typo' in option 'on_error.typo'; valid: use-after-close, "),
            ({"on_error.double-close": "no"}, "expected abort, raise, warn, continue, or default, which is that of"),
            ({"stacks": -1}, "invalid value '-1' of option 'stacks'; expected a number of frames, 0 for none"),
            ({"stacks": None}, "invalid value 'None' of option 'stacks'"),
            ({"leaks": True}, "invalid value 'True' of option 'leaks'; expected off or exit"),
            ({"exit_status": 256}, "expected a number from 0 to 255"),
            ({"report": "xml"}, "expected text, json or github, or text:PATH, json:PATH, github:PATH or sarif:PATH"),
            ({"report": "json:"}, "expected a path after the colon"),
            ({"report": "text:/no/such/directory/file"}, "cannot open /no/such/directory/file: No such file"),
        ],
    )
    def test_says_what_is_valid_and_changes_nothing(self, settings, message):
        with pytest.raises(ValueError) as caught:
            configure(**{"on_error.wrong-type": "abort"}, **settings)
        assert message in str(caught.value)
        assert options() == DEFAULTS


class TestEnvironment:
    @pytest.mark.parametrize("frames", [2**32, 2**64 - 1])
    def test_may_ask_for_any_number_of_frames(self, extension, run_snippet, frames):
        finished = run_snippet(extension, "mod.handle('x')", options=f"stacks={frames},on_error=warn")
        assert finished.returncode == 0, finished
        assert "opened by" in finished.stderr

    def test_sets_the_options(self, extension, run_snippet):
        code = "import hpy.debug; print(hpy.debug.options())"
        finished = run_snippet(extension, code, options=" on_error=raise , stacks=3,on_error.wrong-type=warn,")
        expected = {**DEFAULTS, "on_error": "raise", "stacks": "3", "on_error.wrong-type": "warn"}
        assert finished.stdout == f"{expected}\n", finished

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("nonsense", "HPY_DEBUG_OPTIONS: 'nonsense' is no key=value; valid: report="),
            ("on_eror=raise", "HPY_DEBUG_OPTIONS: unknown option 'on_eror'; valid: report="),
            ("on_error=fatal", "HPY_DEBUG_OPTIONS: invalid value 'fatal' of option 'on_error'; expected abort"),
        ],
    )
    @pytest.mark.parametrize("mode", ["debug", "universal"])
    def test_that_is_wrong_is_an_error_at_import(self, extension, run_snippet, mode, text, message):
        finished = run_snippet(extension, "", mode=mode, options=text)
        assert finished.returncode == 1
        assert f"ValueError: {message}" in finished.stderr


class TestRaise:
    @pytest.fixture(autouse=True)
    def raise_on_error(self, default_options):
        configure(on_error="raise")

    @pytest.mark.parametrize(("name", "function"), misuse.CAN_FAIL.items())
    def test_misuse_becomes_an_exception_where_the_function_can_fail(self, module, capfd, name, function):
        with LeakDetector(), pytest.raises(HPyMisuseError) as caught:
            getattr(module, name)("x")
        report = caught.value.report
        assert report.check == ("return-closed" if name == "returned" else "use-after-close")
        assert report.function == function
        assert str(caught.value) == report.text.rstrip()
        subject = "mytest.returned" if name == "returned" else function
        assert report.text.startswith(f"HPy debug: error[{report.check}]: {subject}: ")
        assert isinstance(caught.value, HPyDebugError)
        assert capfd.readouterr().err.startswith(report.text)

    @pytest.mark.parametrize("name", misuse.CAN_FAIL)
    def test_extension_works_afterwards(self, module, name):
        for _ in range(100):
            with pytest.raises(HPyMisuseError):
                getattr(module, name)("x")
            assert module.correct("x") == "'x'"

    @pytest.mark.parametrize(("name", "function"), misuse.CANNOT_FAIL.items())
    def test_misuse_is_the_exception_of_the_call_where_the_function_cannot_fail(self, module, capfd, name, function):
        for _ in range(100):
            with LeakDetector(), pytest.raises(HPyMisuseError) as caught:
                getattr(module, name)("x")
            assert caught.value.report.function == function
            assert capfd.readouterr().err == caught.value.report.text
        assert module.correct("x") == "'x'"

    def test_exception_that_the_call_has_set_itself_is_the_context(self, module):
        with pytest.raises(HPyMisuseError) as caught:
            module.while_pending("x")
        assert caught.value.report.function == "HPy_Close"
        assert repr(caught.value.__context__) == "KeyError('pending')"

    def test_first_of_several_mistakes_in_a_call_is_the_exception(self, module):
        with pytest.raises(HPyMisuseError) as caught:
            module.several("x")
        assert caught.value.report.argument == "h1"
        assert caught.value.__context__ is None

    def test_exception_that_was_pending_is_the_context(self, module):
        with pytest.raises(HPyMisuseError) as caught:
            module.fail_while_pending("x")
        assert repr(caught.value.__context__) == "KeyError('pending')"

    def test_exception_can_be_pickled(self, module):
        with pytest.raises(HPyMisuseError) as caught:
            module.handle("x")
        copy = pickle.loads(pickle.dumps(caught.value))
        assert (copy.report, str(copy)) == (caught.value.report, str(caught.value))

    def test_use_outside_the_interpreter_is_the_exception_of_the_call(self, module):
        for _ in range(100):
            with pytest.raises(HPyMisuseError) as caught:
                module.outside("x")
            assert caught.value.report.check == "interpreter-left"

    def test_many_mistakes_are_found_in_one_run(self, extension, run_snippet):
        code = f"""
from hpy.debug import HPyMisuseError
for name in {list(misuse.CAN_FAIL)}:
    try:
        getattr(mod, name)("x")
    except HPyMisuseError as error:
        print(error.report.function)
"""
        finished = run_snippet(extension, code, options="on_error=raise")
        assert finished.stdout.split() == list(misuse.CAN_FAIL.values())
        # Each was also written, and the exit status tells of them.
        assert finished.stderr.count("HPy debug: error[") >= len(misuse.CAN_FAIL)
        assert finished.returncode == 1


class TestGoingOn:
    @pytest.mark.parametrize("name", ["handle", "close", "compare", "returned"])
    def test_warning_is_printed_and_the_program_goes_on(self, module, capfd, name):
        configure(on_error="warn")
        with LeakDetector():
            getattr(module, name)("x")
        error = capfd.readouterr().err
        assert error.startswith("HPy debug: warning[") and error.count("HPy debug: ") == 1

    @pytest.mark.parametrize("name", ["handle", "close", "compare", "returned"])
    def test_continue_prints_nothing(self, module, capfd, name):
        configure(on_error="continue")
        with LeakDetector():
            getattr(module, name)("x")
        assert capfd.readouterr().err == ""

    def test_closed_handle_still_stands_for_its_object(self, module):
        configure(on_error="continue")
        assert module.handle("x") == "'x'"
        assert module.number(42) == 42

    def test_pending_exception_stays(self, module):
        configure(on_error="continue")
        with pytest.raises(KeyError, match="pending"):
            module.while_pending("x")


class TestOneCheck:
    def test_has_a_setting_of_its_own(self, module, capfd):
        configure(**{"on_error.use-after-close": "raise", "on_error.double-close": "continue"})
        with pytest.raises(HPyMisuseError):
            module.handle("x")
        capfd.readouterr()
        module.close("x")
        assert capfd.readouterr().err == ""

    def test_others_follow_the_general_one(self, extension, run_snippet):
        settings = "on_error=continue,on_error.double-close=abort"
        finished = run_snippet(extension, "mod.handle('x'); mod.close('x')", options=settings)
        assert finished.returncode == -6
        assert finished.stderr.startswith("HPy debug: error[double-close]: HPy_Close: ")


class TestReportFile:
    NAME = b"r\xe9ports \xff.txt"

    def test_need_not_be_utf_8_in_the_environment(self, extension, run_snippet, tmp_path):
        path = os.path.join(os.fsencode(tmp_path), self.NAME)
        finished = run_snippet(extension, "mod.close('x')", options=f"report=text:{os.fsdecode(path)},on_error=warn")
        assert (finished.returncode, finished.stderr) == (0, "")
        with open(path) as file:
            assert file.read().startswith("HPy debug: warning[double-close]")

    def test_need_not_be_utf_8_from_python(self, extension, run_snippet, tmp_path):
        path = os.path.join(os.fsencode(tmp_path), self.NAME)
        code = f"""
import hpy.debug, os
hpy.debug.configure(report="json:" + os.fsdecode({path!r}), on_error="warn")
hpy.debug.configure(**hpy.debug.options())
assert hpy.debug.options()["report"] == "json:" + os.fsdecode({path!r})
mod.close("x")
"""
        finished = run_snippet(extension, code)
        assert (finished.returncode, finished.stderr) == (0, "")
        with open(path) as file:
            assert json.loads(file.read())["check"] == "double-close"

    def test_that_cannot_be_opened_is_named_as_far_as_it_can_be(self, tmp_path):
        path = os.path.join(os.fsencode(tmp_path), b"\xff", b"report")
        with pytest.raises(ValueError, match="option 'report': cannot open .*/\ufffd/report"):
            configure(report="text:" + os.fsdecode(path))

    @pytest.fixture
    def shared(self, tmp_path):
        """A directory that everybody may write to."""
        directory = tmp_path / "shared"
        directory.mkdir()
        directory.chmod(0o1777)
        return directory

    def test_is_opened_in_a_directory_that_everybody_may_write_to(self, shared):
        configure(report=f"text:{shared / 'report'}")
        assert (shared / "report").exists()

    @pytest.mark.parametrize("kind", ["file", "missing file", "directory", "link to the link"])
    def test_link_of_anybody_is_not_followed(self, shared, tmp_path, kind):
        target = tmp_path / "target"
        path = shared / "link"
        if kind == "directory":
            target.mkdir()
        elif kind != "missing file":
            target.write_text("precious\n")
        path.symlink_to(target)
        given = path
        if kind == "directory":
            given = path / "report"
        if kind == "link to the link":
            given = tmp_path / "own link"
            given.symlink_to(path)
        before = target.read_text() if target.is_file() else None
        with pytest.raises(ValueError, match="option 'report': cannot open .*: Too many levels of symbolic links"):
            configure(report=f"text:{given}")
        assert (target.read_text() if target.is_file() else None) == before
        assert not target.exists() or not target.is_dir() or not list(target.iterdir())

    def test_own_links_are_followed(self, extension, run_snippet, tmp_path):
        (tmp_path / "real").mkdir()
        (tmp_path / "directory").symlink_to("real")
        (tmp_path / "real" / "link").symlink_to("../report")
        options = f"report=text:{tmp_path}/directory/../directory/link,on_error=warn"
        assert run_snippet(extension, "mod.close('x')", options=options).stderr == ""
        assert "double-close" in (tmp_path / "report").read_text()

    def test_may_be_a_device_that_stands_for_an_open_file(self, extension, run_snippet):
        finished = run_snippet(extension, "mod.close('x')", options="report=text:/dev/stderr,on_error=warn")
        assert (finished.returncode, finished.stderr.count("double-close")) == (0, 1)

    def test_is_relative_to_the_current_directory(self, extension, run_snippet, tmp_path):
        code = f"import os, hpy.debug; os.chdir({str(tmp_path)!r}); hpy.debug.configure(report='text:./report'); mod.close('x')"
        run_snippet(extension, code, options="on_error=warn")
        assert "double-close" in (tmp_path / "report").read_text()
