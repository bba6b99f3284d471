import importlib.util
import os
import platform
import re
import sys

import hpy.universal
import pytest

from api_spec import MAJOR, MINOR, SPEC
from extensions import SUFFIXES, run_python
from sources import CONTEXT_NAME

# The entry points of a module, without the headers that would fill them in.
ENTRY_POINTS = """
#include <stddef.h>
#include <stdint.h>
uint32_t get_required_hpy_major_version_mytest(void) {{ return {major}; }}
uint32_t get_required_hpy_minor_version_mytest(void) {{ return {minor}; }}
void HPyInitGlobalContext_mytest(void *ctx) {{}}
"""
INIT_NULL = "void *HPyInit_mytest(void) { return NULL; }\n"

DEBUG = "HPy Debug Mode ABI"
TRACE = "HPy Trace Mode ABI"
UNIVERSAL = "HPy Universal ABI"


def load(path, name="mytest", **options):
    spec = importlib.util.spec_from_file_location(name, str(path))
    return hpy.universal.load(name, str(path), spec, **options)


@pytest.fixture
def assert_still_loads(compile_module):
    """After a failure: a correct module still loads and runs."""
    yield
    assert compile_module(CONTEXT_NAME).load().context_name().startswith(UNIVERSAL)


def assert_load_fails(path, *mentions):
    with pytest.raises(RuntimeError) as caught:
        load(path)
    for mention in [str(path), *mentions]:
        assert mention in str(caught.value)


@pytest.mark.usefixtures("assert_still_loads")
class TestLibraryThatCannotBeLoaded:
    def test_missing_file_names_the_path(self, tmp_path):
        assert_load_fails(tmp_path / "mytest.hpy0.so", "Error during loading of the HPy extension module")

    def test_corrupt_file_names_the_path(self, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        path.write_bytes(b"\x7fELF and then nothing of the kind")
        assert_load_fails(path, "Error during loading of the HPy extension module")

    @pytest.mark.parametrize("kept", [0, 1, 40, 100, 4096])
    def test_file_that_is_cut_off(self, compile_module, tmp_path, kept):
        """Without a look at the file first, the process dies of SIGBUS where the headers are whole."""
        contents = compile_module(CONTEXT_NAME).path.read_bytes()
        path = tmp_path / "mytest.hpy0.so"
        path.write_bytes(contents[:kept])
        assert_load_fails(path, "Error during loading of the HPy extension module")
        if kept == 4096:
            assert_load_fails(path, "The file is cut off: it has 4096 bytes, of which at least ")

    def test_file_for_another_processor_names_both(self, compile_module, tmp_path):
        contents = bytearray(compile_module(CONTEXT_NAME).path.read_bytes())
        contents[18:20] = (243).to_bytes(2, "little")
        path = tmp_path / "mytest.hpy0.so"
        path.write_bytes(contents)
        assert_load_fails(path, f"It is made for another processor: its ELF machine is 243, not that of {platform.machine()}.")

    def test_directory_names_the_path(self, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        path.mkdir()
        assert_load_fails(path, "Error during loading of the HPy extension module")

    def test_symbol_that_nobody_defines_is_named(self, compiler, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        compiler.compile_plain("extern int nowhere; int *f(void) { return &nowhere; }\n", path)
        assert_load_fails(path, "undefined symbol: nowhere")

    def test_library_without_entry_points_names_the_missing_symbols(self, compiler, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        compiler.compile_plain("int unrelated;\n", path)
        assert_load_fails(path, "get_required_hpy_minor_version_mytest", "get_required_hpy_major_version_mytest")

    def test_library_without_init_names_the_missing_symbol(self, compiler, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        compiler.compile_plain(ENTRY_POINTS.format(major=0, minor=0), path)
        assert_load_fails(path, "HPyInit_mytest")

    def test_init_that_returns_null_is_named(self, compiler, tmp_path):
        path = tmp_path / "mytest.hpy0.so"
        compiler.compile_plain(ENTRY_POINTS.format(major=0, minor=0) + INIT_NULL, path)
        assert_load_fails(path, "Function 'HPyInit_mytest' returned NULL")

    @pytest.mark.parametrize(("major", "minor"), [(MAJOR + 7, 0), (MAJOR, MINOR + 1)])
    def test_unknown_abi_version_is_named_with_ours(self, compiler, tmp_path, major, minor):
        path = tmp_path / "mytest.hpy0.so"
        compiler.compile_plain(ENTRY_POINTS.format(major=major, minor=minor) + INIT_NULL, path)
        with pytest.raises(RuntimeError) as caught:
            load(path)
        assert "'mytest' requires unsupported version of the HPy runtime" in str(caught.value)
        ours = MINOR if major == MAJOR else SPEC["api"]["minor"]
        assert f"Requested version: {major}.{minor}. Current HPy version: {MAJOR}.{ours}." in str(caught.value)

    @pytest.mark.parametrize("file_name", ["mytest.so", "mytest.hpy.so", "mytest.hpyx0.so"])
    def test_missing_abi_tag_in_the_file_name(self, compiler, tmp_path, file_name):
        path = tmp_path / file_name
        compiler.compile_plain(ENTRY_POINTS.format(major=0, minor=0) + INIT_NULL, path)
        assert_load_fails(path, "could not find HPy ABI tag encoded in the filename")

    @pytest.mark.parametrize("mode", ["universal", "debug", "trace"])
    def test_exception_of_the_exec_slot_is_the_one_that_is_raised(self, compile_module, mode):
        extension = compile_module("""
            HPyDef_SLOT(fail, HPy_mod_exec)
            static int fail_impl(HPyContext *ctx, HPy mod)
            {
                HPyErr_SetString(ctx, ctx->h_ValueError, "not today");
                return -1;
            }
        """)
        with pytest.raises(ValueError, match="not today"):
            extension.load(mode)

    def test_name_that_is_not_ascii(self, tmp_path):
        with pytest.raises(UnicodeEncodeError):
            load(tmp_path / "mytest.hpy0.so", name="mytést")


# Names of functions and of a variable of the C library, which the loader finds before those of an extension.
OF_THE_C_LIBRARY = ["glob", "regcomp", "argp_err_exit_status"]
NAMED_LIKE_OTHERS = """
HPyDef_METH(add_type, "add_type", HPyFunc_NOARGS)
static HPy add_type_impl(HPyContext *ctx, HPy self)
{
    static HPyDef *defines[] = {&add_type, &@NAME@, NULL};
    HPyType_Spec spec = {.name = "mytest.Type", .defines = defines};
    return HPyType_FromSpec(ctx, &spec, NULL);
}
static HPyDef *module_defines[] = {&add_type, @MORE@ NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(mytest, module_def)
"""
METHOD = """
HPyDef_METH(@NAME@, "@NAME@", HPyFunc_NOARGS)
static HPy @NAME@_impl(HPyContext *ctx, HPy self) { return HPyLong_FromLong(ctx, 7); }
"""
# As the headers of hpy 0.9.0 define it.
EXPORTED = """
#undef _HPyDef_DEFINE
#define _HPyDef_DEFINE(SYM) HPyDef SYM
"""


def named_like(name, more="", before=""):
    return (before + METHOD + NAMED_LIKE_OTHERS).replace("@MORE@", more).replace("@NAME@", name)


@pytest.mark.parametrize("abi", SUFFIXES)
class TestDefinitionThatIsNamedLikeASymbolOfTheCLibrary:
    @pytest.mark.parametrize("name", OF_THE_C_LIBRARY)
    def test_its_method_is_there(self, compile_module, abi, name):
        module = compile_module(named_like(name, f"&{name},"), abi=abi).load()
        assert getattr(module, name)() == getattr(module.add_type()(), name)() == 7

    def test_that_is_an_error_in_an_extension_that_exports_it(self, compile_module, abi):
        text = r"^The HPyDef at index 1 of \.defines is of the unknown kind -?\d+"
        if abi != "cpython":
            text += r"\. It is a symbol of /.*libc\.so\S* that has the same name: rename the HPyDef, "
        with pytest.raises(SystemError, match=text):
            compile_module(named_like("glob", "&glob,", EXPORTED), abi=abi).load()
        module = compile_module(named_like("glob", "", EXPORTED), abi=abi).load()
        with pytest.raises(SystemError, match=text):
            module.add_type()


class TestLoad:
    def test_mode_is_universal_unless_asked_otherwise(self, compile_module):
        path = compile_module(CONTEXT_NAME).path
        assert load(path).context_name().startswith(UNIVERSAL)
        assert load(path, debug=False).context_name().startswith(UNIVERSAL)

    def test_debug_flag_gives_the_debug_context(self, compile_module):
        assert load(compile_module(CONTEXT_NAME).path, debug=True).context_name().startswith(DEBUG)

    def test_mode_overrides_the_debug_flag(self, compile_module):
        path = compile_module(CONTEXT_NAME).path
        assert load(path, debug=True, mode=hpy.universal.MODE_TRACE).context_name().startswith(TRACE)
        assert load(path, debug=False, mode=hpy.universal.MODE_DEBUG).context_name().startswith(DEBUG)

    def test_module_is_not_entered_into_sys_modules(self, compile_module):
        load(compile_module(CONTEXT_NAME).path)
        assert "mytest" not in sys.modules

    def test_package_is_stripped_from_the_name_of_the_entry_points(self, compile_module):
        extension = compile_module(CONTEXT_NAME)
        assert load(extension.path, name="package.sub.mytest").context_name().startswith(UNIVERSAL)

    def test_dash_in_the_name_stands_for_an_underscore(self, compile_module):
        extension = compile_module(CONTEXT_NAME, name="my_test")
        assert load(extension.path, name="my-test").context_name().startswith(UNIVERSAL)

    def test_arguments_are_checked(self):
        with pytest.raises(TypeError):
            hpy.universal.load("mytest")
        with pytest.raises(TypeError):
            hpy.universal.load("mytest", "mytest.hpy0.so", None, flavour="debug")

    def test_version_is_a_pair_of_strings(self):
        version, revision = hpy.universal.get_version()
        assert version.startswith("0.9.0")
        assert isinstance(revision, str)

    def test_mode_constants(self):
        assert hpy.universal.MODE_UNIVERSAL == 0
        assert hpy.universal.MODE_DEBUG == 1
        assert hpy.universal.MODE_TRACE == 2


class TestEnvironment:
    """What `HPY` and `HPY_LOG` do to an import."""

    CODE = "import mytest; print(mytest.context_name())"

    @pytest.mark.parametrize(
        ("value", "context"),
        [
            ("universal", UNIVERSAL),
            ("debug", DEBUG),
            ("DEBUG", DEBUG),
            ("trace", TRACE),
            ("mytest:debug", DEBUG),
            ("mytest:Trace", TRACE),
            ("other:debug,mytest:trace", TRACE),
            ("mytest:trace,other:debug", TRACE),
            # Empty entries are skipped.
            (",mytest:debug", DEBUG),
            ("mytest:debug,", DEBUG),
            ("other:trace,,mytest:debug", DEBUG),
            # Nothing is said of it. Names are compared whole.
            ("", UNIVERSAL),
            ("other:debug", UNIVERSAL),
            ("other:debug,another:trace", UNIVERSAL),
            ("my:debug", UNIVERSAL),
            ("mytest2:debug", UNIVERSAL),
            ("m:debug,mytes:trace", UNIVERSAL),
        ],
    )
    def test_mode_is_taken_from_the_environment(self, compile_module, value, context):
        finished = run_python(self.CODE, [compile_module(CONTEXT_NAME)], {"HPY": value})
        assert finished.returncode == 0, finished
        assert finished.stdout.startswith(context)

    @pytest.mark.parametrize("name", ["HPY", "HPY_DEBUG_OPTIONS"])
    def test_value_that_is_not_utf8_is_a_value_error(self, compile_module, name):
        finished = run_python(self.CODE, [compile_module(CONTEXT_NAME)], {name: os.fsdecode(b"de\xffbug")})
        assert finished.returncode == 1
        assert re.search(rf"ValueError: .*{name}\b", finished.stderr), finished

    @pytest.mark.parametrize("value", ["", "0", "no", os.fsdecode(b"\xff")])
    def test_any_log_value_asks_for_the_log(self, compile_module, value):
        """As in hpy 0.9.0: it is asked for by being there."""
        finished = run_python("import mytest", [compile_module(CONTEXT_NAME)], {"HPY_LOG": value})
        assert finished.stdout == "Loading 'mytest' in HPy universal mode\n", finished

    @pytest.mark.parametrize("value", ["nonsense", "deb", "debugging", "mytest:nonsense", "mytest:", ":debug", "a:b:c", "mytest:debug;x:trace"])
    def test_unknown_mode_is_a_value_error_and_the_interpreter_goes_on(self, compile_module, value):
        code = """
        import os
        try:
            import mytest
        except ValueError as error:
            print(error)
        os.environ["HPY"] = "debug"
        import mytest
        print(mytest.context_name())
        """
        finished = run_python(code, [compile_module(CONTEXT_NAME)], {"HPY": value})
        assert finished.returncode == 0, finished
        first, second = finished.stdout.splitlines()
        assert first.startswith(f"invalid HPy mode: {value} (in the environment variable HPY: ")
        assert second.startswith(DEBUG)

    @pytest.mark.parametrize(
        ("mode", "suffix"),
        [("universal", ""), ("debug", " with a debug context"), ("trace", " with a trace context")],
    )
    def test_log_announces_the_module_and_its_mode(self, compile_module, mode, suffix):
        finished = run_python("import mytest", [compile_module(CONTEXT_NAME)], {"HPY": mode, "HPY_LOG": "1"})
        assert finished.stdout == f"Loading 'mytest' in HPy universal mode{suffix}\n"

    def test_nothing_is_announced_without_the_log_variable(self, compile_module):
        finished = run_python("import mytest", [compile_module(CONTEXT_NAME)], {"HPY": "debug"})
        assert (finished.stdout, finished.stderr) == ("", "")


class TestBootstrap:
    def bootstrap(self, extension, environment):
        spec = importlib.util.spec_from_file_location("package.mytest", str(extension.path))
        module = hpy.universal._load_bootstrap(
            "mytest", "package.mytest", "package", str(extension.path), spec.loader, spec, environment
        )
        return module, spec

    def test_any_mapping_serves_as_the_environment(self, compile_module):
        from collections import UserDict

        module, _ = self.bootstrap(compile_module(CONTEXT_NAME), UserDict(HPY="debug"))
        assert module.context_name().startswith(DEBUG)

    def test_exception_of_the_environment_passes_through(self, compile_module):
        class Broken:
            def __getitem__(self, key):
                raise OSError("no environment here")

        with pytest.raises(OSError, match="no environment here"):
            self.bootstrap(compile_module(CONTEXT_NAME), Broken())
