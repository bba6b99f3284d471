"""hpy.debug.on_report: Python code that hears of every misuse."""

import pytest
from hpy.debug import HPyDebugError, LeakDetector, Report, configure, on_report

import misuse

pytestmark = pytest.mark.usefixtures("default_options")


@pytest.fixture(autouse=True)
def no_callback():
    yield
    on_report(None)


@pytest.fixture
def reports():
    heard = []
    on_report(heard.append)
    return heard


class TestReport:
    def test_has_all_the_fields(self, module, reports):
        configure(on_error="continue", stacks=16)
        module.handle([1, 2])
        (report,) = reports
        assert isinstance(report, Report)
        assert (report.check, report.severity, report.function) == ("use-after-close", "warning", "HPy_Repr")
        assert (report.argument, report.module) == ("obj", "mytest")
        assert report.object == {"type": "list", "repr": "[1, 2]"}
        assert (report.buffer, report.detail) == (None, None)
        assert (report.opened["function"], report.closed["function"]) == ("HPy_Dup", "HPy_Close")
        stacks = [report.opened["stack"], report.closed["stack"], report.used]
        assert [stack[0].split(" at ")[0] for stack in stacks] == ["closed", "closed", "handle_impl"]
        assert report.python[0]["file"] == __file__
        assert report.python[0]["function"] == "test_has_all_the_fields"
        assert str(report) == report.text

    def test_text_is_what_would_be_printed(self, module, reports, capfd):
        configure(on_error="warn")
        module.handle("x")
        assert reports[0].text == capfd.readouterr().err

    def test_cannot_be_changed(self, module, reports):
        configure(on_error="continue")
        module.handle("x")
        with pytest.raises(AttributeError):
            reports[0].check = "another"


class TestCallback:
    @pytest.mark.parametrize("name", [*misuse.CAN_FAIL, *misuse.CANNOT_FAIL])
    def test_hears_of_every_misuse(self, module, reports, name):
        configure(on_error="continue")
        try:
            getattr(module, name)(1)
        except Exception as error:
            assert not isinstance(error, HPyDebugError)
        assert len(reports) == (2 if name == "several" else 1)

    def test_does_not_keep_the_process_alive(self, extension, run_snippet):
        code = "import hpy.debug\nhpy.debug.on_report(lambda report: print(report.check))\nmod.handle('x')"
        finished = run_snippet(extension, code)
        assert (finished.returncode, finished.stdout) == (-6, "use-after-close\n"), finished
        assert finished.stderr.startswith("HPy debug: error[use-after-close]")

    def test_is_not_called_after_it_was_taken_back(self, module, reports):
        configure(on_error="continue")
        on_report(None)
        module.handle("x")
        assert reports == []

    def test_can_take_itself_back(self, module):
        configure(on_error="continue")
        heard = []

        def once(report):
            on_report(None)
            heard.append(report.check)

        on_report(once)
        module.handle("x")
        module.handle("x")
        assert heard == ["use-after-close"]

    def test_must_be_callable(self):
        with pytest.raises(TypeError, match="Expected a callable object or None"):
            on_report("not callable")

    @pytest.mark.parametrize("policy", ["warn", "continue"])
    def test_is_not_called_of_its_own_misuse(self, module, capfd, policy):
        configure(on_error=policy)
        heard = []

        def misuse_too(report):
            heard.append(report.check)
            module.close("y")

        on_report(misuse_too)
        module.handle("x")
        assert heard == ["use-after-close"]
        assert ("warning[double-close]" in capfd.readouterr().err) == (policy == "warn")

    def test_whose_own_misuse_is_fatal_ends_the_process(self, extension, run_snippet):
        code = "import hpy.debug\nhpy.debug.on_report(lambda report: mod.close('x'))\nmod.handle('x')"
        finished = run_snippet(extension, code, options="on_error.use-after-close=continue")
        assert finished.returncode == -6, finished
        assert finished.stderr.startswith("HPy debug: error[double-close]")


class TestRaising:
    @pytest.mark.parametrize("name", misuse.CAN_FAIL)
    @pytest.mark.parametrize("policy", ["abort", "raise", "warn", "continue"])
    def test_exception_becomes_that_of_the_call_where_it_can_fail(self, module, capfd, name, policy):
        configure(on_error=policy)

        def refuse(report):
            raise LookupError(report.check)

        on_report(refuse)
        with LeakDetector(), pytest.raises(LookupError) as caught:
            getattr(module, name)("x")
        assert str(caught.value) in ("use-after-close", "return-closed")
        assert capfd.readouterr().err == ""

    @pytest.mark.parametrize("name", misuse.CANNOT_FAIL)
    def test_misuse_stays_fatal_where_the_call_cannot_fail(self, extension, run_snippet, name):
        code = f"""
import hpy.debug
def refuse(report):
    raise LookupError("refused")
hpy.debug.on_report(refuse)
mod.{name}('x')
"""
        finished = run_snippet(extension, code)
        assert finished.returncode == -6
        assert "LookupError: refused" in finished.stderr
        assert f"]: {misuse.CANNOT_FAIL[name]}: " in finished.stderr

    def test_is_possible_while_the_interpreter_was_left(self, extension, run_snippet):
        code = "import hpy.debug\nhpy.debug.on_report(lambda report: 1 / 0)\nmod.outside('x')"
        finished = run_snippet(extension, code)
        assert finished.returncode == -6, finished
        assert finished.stderr.startswith("HPy debug: error[interpreter-left]: HPy_Dup: ")

    def test_exit_becomes_the_exit_of_the_process(self, extension, run_snippet):
        code = "import hpy.debug, sys\nhpy.debug.on_report(lambda report: sys.exit(7))\nmod.handle('x')"
        assert run_snippet(extension, code).returncode == 7


class TestHooksOfTheReference:
    def test_go_before(self, module, on_invalid_handle, reports):
        module.handle("x")
        assert (on_invalid_handle.call_count, reports) == (1, [])
