import pytest

from extensions import run_python
from sources import LEAK

# What a free-threaded CPython says of extensions that need the GIL.
IGNORED = ("-W", "ignore:The global interpreter lock:RuntimeWarning")


def run_pytest(extension, directory, tests, *more, options=""):
    (directory / "test_leaky.py").write_text(tests)
    arguments = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", *IGNORED, *more)
    environment = {"HPY": "debug", "HPY_DEBUG_OPTIONS": options}
    return run_python("test_leaky.py", [extension], environment, arguments, directory)


def test_leak_fails_the_test_that_leaked(compile_module, tmp_path):
    finished = run_pytest(
        compile_module(LEAK),
        tmp_path,
        """
from hpy.debug.pytest import hpy_debug
import mytest

def test_clean(hpy_debug):
    pass

def test_leaky(hpy_debug):
    mytest.leak("forgotten by the test")

def test_clean_again(hpy_debug):
    pass
""",
    )
    assert "1 failed, 2 passed" in finished.stdout
    assert "1 opened by HPy_Dup in mytest" in finished.stdout
    assert "'forgotten by the test'" in finished.stdout


def test_fixture_is_the_running_detector(compile_module, tmp_path):
    finished = run_pytest(
        compile_module(LEAK),
        tmp_path,
        """
from hpy.debug import LeakDetector
from hpy.debug.pytest import hpy_debug
import mytest
import pytest

def test_it(hpy_debug):
    assert isinstance(hpy_debug, LeakDetector)
    with pytest.raises(ValueError, match="already started"):
        hpy_debug.start()
""",
    )
    assert "1 passed" in finished.stdout, finished


def test_leak_is_an_error_of_the_test_where_the_plugin_is_left_out(compile_module, tmp_path):
    finished = run_pytest(
        compile_module(LEAK),
        tmp_path,
        """
from hpy.debug.pytest import hpy_debug
import mytest

def test_leaky(hpy_debug):
    mytest.leak("forgotten by the test")
""",
        "-p",
        "no:hpy",
    )
    assert "1 passed, 1 error" in finished.stdout
    assert "ERROR at teardown of test_leaky" in finished.stdout
    assert "HPyLeakError: 1 unclosed handle:" in finished.stdout
    assert "'forgotten by the test'" in finished.stdout


def test_test_without_the_fixture_may_leak_where_the_plugin_is_left_out(compile_module, tmp_path):
    finished = run_pytest(
        compile_module(LEAK),
        tmp_path,
        """
import mytest

def test_leaky():
    mytest.leak("nobody looks")
""",
        "-p",
        "no:hpy",
    )
    assert "1 passed" in finished.stdout, finished


DYING = """
HPyDef_METH(misuse, "misuse", HPyFunc_O)
static HPy misuse_impl(HPyContext *ctx, HPy self, HPy arg) { return arg; }

HPyDef_METH(fault, "fault", HPyFunc_O)
static HPy fault_impl(HPyContext *ctx, HPy self, HPy arg) { return HPyField_Load(ctx, arg, (HPyField){12345}); }
"""


@pytest.mark.parametrize("capture", ["fd", "sys", "no", "tee-sys"])
@pytest.mark.parametrize(("function", "check"), [("misuse", "return-argument"), ("fault", "fault")])
def test_report_that_ends_the_process_is_printed_once(compile_module, tmp_path, function, check, capture):
    finished = run_pytest(
        compile_module(DYING),
        tmp_path,
        f"""
import mytest

def test_it():
    mytest.{function}("x")
""",
        f"--capture={capture}",
        options="on_error=abort",
    )
    assert finished.returncode < 0
    assert (finished.stdout + finished.stderr).count(f"HPy debug: error[{check}]: ") == 1


def test_report_that_is_survived_is_captured(compile_module, tmp_path):
    finished = run_pytest(
        compile_module(DYING),
        tmp_path,
        """
import hpy.debug, mytest, pytest

@pytest.mark.hpy_allow("return-argument")
def test_it(capfd):
    hpy.debug.configure(on_error="warn")
    mytest.misuse("x")
    assert capfd.readouterr().err.startswith("HPy debug: warning[return-argument]: ")
""",
    )
    assert (finished.returncode, finished.stderr) == (0, ""), finished
