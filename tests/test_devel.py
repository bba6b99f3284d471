"""What hpy.devel says of file names and to build systems."""

import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

import _hpy_import
import pytest

import hpy.devel
from extensions import SUFFIXES, run_python
from hpy.devel import HPyDevel, abitag


class TestAbiTag:
    def test_version_is_that_of_the_headers_and_of_the_import_hook(self):
        header = (Path(hpy.devel.__file__).parent / "include/hpy/autogen/version.h").read_text()
        assert f"#define HPY_ABI_VERSION {abitag.HPY_ABI_VERSION}\n" in header
        assert f"#define HPY_ABI_VERSION_MINOR {abitag.HPY_ABI_VERSION_MINOR}\n" in header
        assert f'#define HPY_ABI_TAG "{abitag.HPY_ABI_TAG}"\n' in header
        assert list(_hpy_import.SUFFIXES) == [abitag.get_hpy_ext_suffix(abi) for abi in ("hybrid", "universal")]

    @pytest.mark.parametrize(
        ("suffix", "tag", "file_type"),
        [
            (".cpython-39-x86_64-linux-gnu.so", "cp39", "so"),
            (".cpython-313t-x86_64-linux-gnu.so", "cp313t", "so"),
            (".cpython-311d-darwin.so", "cp311d", "so"),
            (".cp310-win_amd64.pyd", "cp310", "pyd"),
            (".pypy310-pp73-x86_64-linux-gnu.so", "pypy310-pp73", "so"),
            (".graalpy-38-native-x86_64-darwin.dylib", "graalpy-38-native", "dylib"),
            (".other-1-2.so", "other-1-2", "so"),
        ],
    )
    def test_tag_is_what_names_the_abi_and_not_the_platform(self, suffix, tag, file_type):
        assert abitag.parse_ext_suffix(suffix) == (tag, file_type)

    @pytest.mark.parametrize("suffix", [".so", "so", "", "cpython-39.so", ".a.b.c"])
    def test_suffix_without_a_tag_is_refused(self, suffix):
        with pytest.raises(ValueError, match="should be like .cpython-310-darwin.so, not"):
            abitag.parse_ext_suffix(suffix)

    def test_suffixes_of_this_interpreter(self):
        assert {abi: abitag.get_hpy_ext_suffix(abi) for abi in SUFFIXES} == SUFFIXES
        assert abitag.get_hpy_ext_suffix("cpython") == sysconfig.get_config_var("EXT_SUFFIX")

    def test_suffixes_of_another_interpreter(self):
        other = ".cp312-win_amd64.pyd"
        suffixes = [abitag.get_hpy_ext_suffix(abi, other) for abi in abitag.ABIS]
        assert suffixes == [other, ".hpy0.pyd", ".hpy0-cp312.pyd"]

    def test_unknown_abi_is_refused(self):
        with pytest.raises(ValueError, match="unknown HPy ABI 'hpy': expected cpython, universal or hybrid"):
            abitag.get_hpy_ext_suffix("hpy")


class TestHPyDevel:
    def test_directory_without_headers_is_refused(self, tmp_path):
        with pytest.raises(FileNotFoundError, match=f"HPy's headers are missing: there is no {tmp_path}/include/hpy.h"):
            HPyDevel(tmp_path).get_include_dirs("cpython")

    def test_all_that_it_names_is_there(self):
        devel = HPyDevel()
        for abi in abitag.ABIS:
            for path in [*devel.get_include_dirs(abi), *devel.get_sources(abi)]:
                assert Path(path).exists()

    def test_only_the_cpython_abi_has_context_sources(self):
        devel = HPyDevel()
        assert devel.get_ctx_sources()
        assert devel.get_sources("cpython") == devel.get_extra_sources() + devel.get_ctx_sources()
        assert devel.get_sources("universal") == devel.get_sources("hybrid") == devel.get_extra_sources()

    def test_stub_knows_the_file_by_its_name(self):
        text = hpy.devel.stub("package.inner.module", "universal")
        assert "'module.hpy0.so'" in text
        assert "pkg_resources" not in text


class TestCommandLine:
    def ask(self, *arguments, environment=()):
        *others, last = arguments
        return run_python(last, (), environment, ("-m", "hpy.devel", *others))

    @pytest.mark.parametrize("abi", ["universal", "hybrid", "cpython"])
    def test_answers_are_enough_to_compile(self, abi, tmp_path):
        (tmp_path / "m.c").write_text('#include "hpy.h"\nstatic HPyModuleDef def = {.doc = HPY_ABI};\nHPy_MODINIT(m, def)\n')
        ask = f"{shlex.quote(sys.executable)} -m hpy.devel --abi {abi}"
        # There is an item on each line, and a path may have spaces.
        command = f"IFS=$'\\n'; cc -shared -fPIC $({ask} --cflags) m.c $({ask} --sources) -o m$({ask} --ext-suffix)"
        subprocess.run(["bash", "-c", command], cwd=tmp_path, check=True)
        finished = run_python("import m; print(m.__doc__)", (), {"PYTHONPATH": str(tmp_path)})
        assert finished.stdout == f"{abi}\n", finished

    def test_environment_names_the_abi(self):
        assert self.ask("--ext-suffix", environment={"HPY_ABI": "universal"}).stdout == ".hpy0.so\n"
        assert self.ask("--ext-suffix").stdout == sysconfig.get_config_var("EXT_SUFFIX") + "\n"

    def test_unknown_abi_in_the_environment_is_refused(self):
        finished = self.ask("--cflags", environment={"HPY_ABI": "universe"})
        assert finished.returncode == 1
        expected = "environment variable HPY_ABI: unknown HPy ABI 'universe': expected cpython, universal or hybrid"
        assert finished.stderr == f"python -m hpy.devel: {expected}\n"

    def test_extension_for_the_cpython_abi_has_no_stub(self):
        finished = self.ask("--abi", "cpython", "--stub", "m")
        assert finished.returncode == 1
        assert finished.stderr == "python -m hpy.devel: an extension for the cpython ABI needs no stub\n"

    def test_setuptools_is_not_needed(self):
        finished = run_python(
            "import sys; sys.modules['setuptools'] = sys.modules['distutils'] = None\n"
            "import hpy.devel.abitag, runpy\nsys.argv[1:] = ['--include']\nrunpy.run_module('hpy.devel', run_name='__main__')"
        )
        assert Path(finished.stdout.strip(), "hpy.h").exists(), finished
