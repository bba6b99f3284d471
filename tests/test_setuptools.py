"""Building with setuptools, the newest and the oldest: every way to build, and what is said of mistakes."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
import zipfile
from importlib.metadata import version

import pytest

from documents import make_environment
from extensions import SUFFIXES
from hpy.devel import abitag

# 58.1 is what CPython 3.9 and 3.10 bring along; CPython 3.12 has no distutils for it.
OLDEST = "58.1.0" if sys.version_info < (3, 12) else "68.0.0"
OLD_REQUIREMENTS = [f"setuptools=={OLDEST}", "wheel==0.40.0"]

SOURCE = """
#include "hpy.h"
HPyDef_METH(add, "add", HPyFunc_VARARGS)
static HPy add_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs)
{
    long a, b;
    return HPyArg_Parse(ctx, NULL, args, nargs, "ll", &a, &b) ? HPyLong_FromLong(ctx, a + b) : HPy_NULL;
}
static HPyDef *defines[] = {&add, NULL};
static HPyModuleDef module = {.doc = HPY_ABI, .defines = defines};
"""

SETUP = """\
from setuptools import Extension, setup
setup(
    name="project",
    version="1.0",
    packages=["package"],
    hpy_ext_modules=[Extension("alone", ["alone.c"]), Extension("package.inner", ["package/inner.c"])],
)
"""


def setup_py(before, arguments):
    """The same with statements before the call of setup, and arguments before its others."""
    return SETUP.replace("setup(", f"{textwrap.dedent(before)}setup({arguments}", 1)


USE = "import alone, package.inner as inner; print(alone.__doc__, alone.add(1, 2), inner.__doc__, inner.add(3, 4))"

VERSION = version("hpy")

ABIS = pytest.mark.parametrize("abi", abitag.ABIS)
# The files of the hybrid ABI are those of the universal one under another name: these ways do not tell them apart.
TWO_ABIS = pytest.mark.parametrize("abi", ["cpython", "universal"])


@pytest.fixture(scope="session")
def old_setuptools(tmp_path_factory):
    directory = tmp_path_factory.mktemp("old-setuptools")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(directory)]
    subprocess.run([*pip, *OLD_REQUIREMENTS], check=True)
    knows_python = "import setuptools, distutils.sysconfig as sysconfig; sysconfig.get_config_vars()"
    if subprocess.run([sys.executable, "-c", knows_python], cwd=directory, stderr=subprocess.DEVNULL).returncode != 0:
        pytest.skip("Debian has renamed what setuptools looks for in its debug build")
    return directory


class Project:
    """A directory with sources, and an environment to build and install it in."""

    def __init__(self, root, python_path=()):
        self.root = root / "project"
        self.variables = make_environment(root / "environment")
        self.variables.update(PYTHONPATH=os.pathsep.join(map(str, python_path)), CFLAGS="-O0")
        self.write("alone.c", f"{SOURCE}HPy_MODINIT(alone, module)")
        self.write("package/inner.c", f"{SOURCE}HPy_MODINIT(inner, module)")
        self.write("package/__init__.py", "")
        self.write("setup.py", SETUP)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))

    def python(self, *arguments, cwd=None, **variables):
        return subprocess.run(
            ["python", *arguments],
            cwd=cwd or self.root,
            env={**self.variables, **variables},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def build(self, *arguments, **variables):
        """Run setup.py, which has to succeed."""
        finished = self.python("setup.py", *arguments, **variables)
        assert finished.returncode == 0, finished.stdout

    def refuses(self, *arguments, **variables):
        """Run setup.py, which has to fail; returns its last line."""
        finished = self.python("setup.py", *arguments, **variables)
        assert finished.returncode != 0, finished.stdout
        return finished.stdout.splitlines()[-1]

    def pip(self, *arguments, **variables):
        finished = self.python("-m", "pip", *arguments, **variables)
        assert finished.returncode == 0, finished.stdout

    def files(self, directory="."):
        """The extensions and the modules in a directory of the project."""
        found = (self.root / directory).rglob("*")
        return sorted(str(path.relative_to(self.root / directory)) for path in found if path.suffix in (".so", ".py"))

    def use(self, cwd=None, **variables):
        """What the extensions say that are imported from the project, or from another directory."""
        finished = self.python("-c", USE, cwd=cwd, **variables)
        assert finished.returncode == 0, finished.stdout
        return finished.stdout.strip()


@pytest.fixture(params=["newest", "oldest"])
def project(request, tmp_path):
    """A project that is built with the newest setuptools, and with the oldest."""
    old = [request.getfixturevalue("old_setuptools")] if request.param == "oldest" else []
    return Project(tmp_path, old)


@pytest.fixture
def new_project(tmp_path):
    """A project that is built with the newest setuptools."""
    return Project(tmp_path)


def built(abi, stubs=True):
    """The files of the two extensions."""
    suffix = abitag.get_hpy_ext_suffix(abi)
    names = ["alone", "package/inner"]
    return sorted([f"{name}{end}" for name in names for end in ([suffix, ".py"] if abi != "cpython" else [suffix])])


class TestEveryWay:
    @ABIS
    def test_in_place(self, project, abi):
        before = project.files()
        project.build(f"--hpy-abi={abi}", "build_ext", "--inplace")
        made = {*project.files(), "setup.py"} - {*before}
        assert sorted(name for name in made if not name.startswith(("build", "setup"))) == built(abi)
        assert project.use() == f"{abi} 3 {abi} 7"

    def test_option_of_build_ext(self, project):
        project.build("build_ext", "--inplace", "--hpy-abi=hybrid")
        assert project.use() == "hybrid 3 hybrid 7"

    def test_option_of_build_ext_after_build(self, project):
        project.build("build", "build_ext", "--hpy-abi=universal")
        (library,) = (path for path in (project.root / "build").iterdir() if path.name.startswith("lib"))
        assert library.name.endswith("-hpy-universal")

    def test_distribution_that_distutils_made_before_setuptools_was_imported(self, project):
        code = """
import sys
from distutils.core import Distribution
assert "setuptools" not in sys.modules
dist = Distribution()
dist.hpy_abi = "universal"
from hpy.devel import HPyDevel
from setuptools import Extension
dist.hpy_ext_modules = [Extension("alone", ["alone.c"]), Extension("package.inner", ["package/inner.c"])]
dist.get_option_dict("build_ext")["inplace"] = ("here", True)
HPyDevel().fix_distribution(dist)
dist.run_command("build_ext")
"""
        finished = project.python("-c", code)
        if "AssertionError" in finished.stdout:
            pytest.skip("this setuptools is imported with distutils")
        assert finished.returncode == 0, finished.stdout
        assert project.use() == "universal 3 universal 7"

    def test_into_a_given_directory(self, project):
        project.build("--hpy-abi=hybrid", "build_ext", "--build-lib", "here", "--build-temp", "objects")
        assert project.files("here") == built("hybrid")
        assert not (project.root / "build").exists()

    @ABIS
    def test_wheel(self, project, abi):
        project.build(f"--hpy-abi={abi}", "bdist_wheel")
        (wheel,) = (project.root / "dist").iterdir()
        version = f"cp{sys.version_info[0]}{sys.version_info[1]}"
        # One file for all versions is all that the universal ABI is about.
        assert f"-{'py3-none' if abi == 'universal' else f'{version}-{version}{sys.abiflags}'}-" in wheel.name
        names = zipfile.ZipFile(wheel).namelist()
        assert sorted(name for name in names if ".dist-info/" not in name) == sorted([*built(abi), "package/__init__.py"])

    @TWO_ABIS
    def test_setup_py_install(self, project, abi, tmp_path):
        project.build(f"--hpy-abi={abi}", "install")
        assert project.use(cwd=tmp_path) == f"{abi} 3 {abi} 7"

    @TWO_ABIS
    def test_pip_install(self, project, abi, tmp_path):
        project.pip("install", "--no-build-isolation", "--no-deps", ".", HPY_ABI=abi)
        assert project.use(cwd=tmp_path) == f"{abi} 3 {abi} 7"

    @pytest.mark.parametrize("mode", ["lenient", "strict"])
    def test_editable(self, new_project, mode, tmp_path):
        settings = ["--config-settings", f"editable_mode={mode}"]
        new_project.pip("install", "--no-build-isolation", "--no-deps", *settings, "-e", ".", HPY_ABI="universal")
        assert new_project.use(cwd=tmp_path) == "universal 3 universal 7"
        where = new_project.python("-c", "import package; print(package.__path__[0])", cwd=tmp_path).stdout
        assert where.startswith(str(new_project.root))

    def test_develop(self, project, tmp_path):
        project.build("--hpy-abi=universal", "build_ext", "--inplace")
        project.pip("install", "--no-build-isolation", "--no-deps", "-e", ".", HPY_ABI="universal")
        assert project.use(cwd=tmp_path) == "universal 3 universal 7"

    @ABIS
    def test_static_libraries(self, new_project, abi):
        new_project.build(f"--hpy-abi={abi}", "--hpy-use-static-libs", "build_ext", "--inplace")
        assert new_project.use() == f"{abi} 3 {abi} 7"
        objects = [path.name for path in (new_project.root / "build").rglob("*.o")]
        assert sorted(objects) == ["alone.o", "inner.o"]

    def test_helpers_are_compiled_once_and_again_only_when_forced(self, new_project):
        def compiled(*arguments):
            finished = new_project.python("setup.py", "build", *arguments)
            return len(re.findall(r" -c .*argparse\.c", finished.stdout))

        assert [compiled(), compiled(), compiled("--force")] == [1, 0, 1]

    def test_in_parallel(self, new_project):
        new_project.build("--hpy-abi=universal", "build_ext", "--inplace", "-j", "4")
        assert new_project.use() == "universal 3 universal 7"

    def test_what_is_built_for_different_abis_is_kept_apart(self, project):
        for abi in abitag.ABIS:
            project.build(f"--hpy-abi={abi}", "build")
        directories = sorted(path.name for path in (project.root / "build").iterdir() if path.name.startswith("lib"))
        assert len(directories) == 3
        assert [name.endswith(("-hpy-hybrid", "-hpy-universal")) for name in directories] == [False, True, True]
        assert project.files(f"build/{directories[2]}") == sorted([*built("universal"), "package/__init__.py"])

    def test_abi_is_added_to_the_directories_that_build_is_given(self, project):
        project.build("--hpy-abi=universal", "build", "--build-lib", "here", "--build-temp", "objects")
        assert project.files("here-hpy-universal") == sorted([*built("universal"), "package/__init__.py"])
        assert list((project.root / "objects-hpy-universal").rglob("*.o"))

    def test_source_distribution_holds_the_project_and_nothing_of_hpy(self, project):
        project.build("sdist", "--formats=zip")
        (archive,) = (project.root / "dist").iterdir()
        names = {name.partition("/")[2] for name in zipfile.ZipFile(archive).namelist()}
        assert {"alone.c", "package/inner.c"} <= names
        assert not [name for name in names if "argparse" in name or "hpy" in name]


class TestStub:
    @pytest.mark.parametrize("abi", SUFFIXES)
    def test_loads_the_extension_where_the_import_system_does_not(self, new_project, abi):
        new_project.build(f"--hpy-abi={abi}", "build_ext", "--inplace")
        # Without site there is no import hook.
        code = f"import sys; sys.path[:0] = {paths_without_site(new_project)}; {USE}"
        finished = new_project.python("-S", "-c", code, HPY="debug")
        assert finished.stdout.strip() == f"{abi} 3 {abi} 7"

    def test_moves_with_the_extension(self, new_project, tmp_path):
        new_project.build("--hpy-abi=universal", "build_ext", "--build-lib", "here")
        (new_project.root / "here").rename(tmp_path / "there")
        stub = (tmp_path / "there/alone.py").read_text()
        assert "'alone.hpy0.so'" in stub
        assert str(new_project.root) not in stub
        assert "pkg_resources" not in stub

    def test_module_of_the_same_name_is_not_overwritten(self, new_project):
        new_project.write("alone.py", "mine = True\n")
        last_line = new_project.refuses("--hpy-abi=universal", "build_ext", "--inplace")
        assert last_line.endswith("alone.py is in the way of the stub of the extension alone: rename either")
        assert (new_project.root / "alone.py").read_text() == "mine = True\n"

    def test_is_no_module_of_the_project(self, new_project, tmp_path):
        shutil.rmtree(new_project.root / "package")
        new_project.write(
            "setup.py",
            """
            from setuptools import Extension, setup
            setup(name="project", hpy_ext_modules=[Extension("alone", ["alone.c"])])
            """,
        )
        new_project.write("helper.py", "")
        for _ in range(2):
            new_project.build("--hpy-abi=universal", "build_ext", "--inplace")
        new_project.build("--hpy-abi=universal", "install", "--root", str(tmp_path / "root"))
        installed = [path.name for path in (tmp_path / "root").rglob("*.py")]
        assert sorted(installed) == ["alone.py", "helper.py"]


def paths_without_site(project):
    finished = project.python("-c", "import sys; print([path for path in sys.path if 'site-packages' in path])")
    return finished.stdout.strip()


class TestExtensions:
    def test_with_others_of_the_same_last_name(self, project):
        project.write("package/plain.c", PLAIN.replace("NAME", "alone"))
        project.write(
            "setup.py",
            """
            from setuptools import Extension, setup
            setup(
                name="project",
                packages=["package"],
                ext_modules=[Extension("package.alone", ["package/plain.c"])],
                hpy_ext_modules=[Extension("alone", ["alone.c"])],
            )
            """,
        )
        project.build("--hpy-abi=universal", "build_ext", "--inplace")
        code = "import alone, package.alone as plain; print(alone.__file__, plain.__file__)"
        files = project.python("-c", code).stdout.split()
        suffixes = [".hpy0.so", abitag.get_hpy_ext_suffix("cpython")]
        assert [os.path.basename(file) for file in files] == [f"alone{suffix}" for suffix in suffixes]

    def test_none_at_all(self, project):
        project.write("plain.c", PLAIN.replace("NAME", "plain"))
        project.write(
            "setup.py",
            """
            from setuptools import Extension, setup
            setup(name="project", py_modules=[], hpy_ext_modules=[], ext_modules=[Extension("plain", ["plain.c"])])
            """,
        )
        project.build("--hpy-abi=universal", "build_ext", "--inplace")
        assert project.python("-c", "import plain").returncode == 0

    @pytest.mark.skipif(shutil.which("c++") is None, reason="there is no C++ compiler")
    def test_flags_of_another_language_do_not_reach_the_helpers(self, new_project):
        new_project.write("alone.cpp", f"{CPP}HPy_MODINIT(alone, module)")
        new_project.write(
            "setup.py",
            """
            from setuptools import Extension, setup
            flags = ["-std=c++17", "-Werror"]
            setup(name="project", py_modules=[], hpy_ext_modules=[Extension("alone", ["alone.cpp"], extra_compile_args=flags)])
            """,
        )
        for abi in abitag.ABIS:
            new_project.build(f"--hpy-abi={abi}", "build_ext", "--inplace")

    def test_command_of_the_user_is_kept(self, new_project):
        new_project.write(
            "setup.py",
            setup_py(
                """\
                from setuptools.command.build_ext import build_ext as base
                class build_ext(base):
                    def build_extensions(self):
                        for ext in self.extensions:
                            ext.define_macros.append(("HPY_ABI", '"mine"'))
                            ext.extra_compile_args.append("-Wno-builtin-macro-redefined")
                        super().build_extensions()
                """,
                "cmdclass={'build_ext': build_ext},",
            ),
        )
        finished = new_project.python("setup.py", "--hpy-abi=universal", "build_ext", "--inplace")
        assert '-DHPY_ABI="mine"' in finished.stdout.replace("\\", "")

    def test_distribution_of_the_user_may_be_fixed_again(self, project):
        project.write(
            "setup.py",
            setup_py(
                """\
                from setuptools.dist import Distribution
                import hpy.devel
                class Mine(Distribution):
                    global_options = [*Distribution.global_options, ("hpy-abi=", None, "")]
                    hpy_abi = hpy.devel.DEFAULT_HPY_ABI
                    def __init__(self, attrs=None):
                        self.hpy_ext_modules = []
                        super().__init__(attrs)
                        self.hpydevel = hpy.devel.HPyDevel()
                        self.hpydevel.fix_distribution(self)
                """,
                "distclass=Mine,",
            ),
        )
        project.build("--hpy-abi=universal", "build_ext", "--inplace")
        assert project.use() == "universal 3 universal 7"

    def test_command_that_the_user_changes_after_import(self, project):
        """As projects do whose stubs have to be imported without pkg_resources."""
        change = """\
            import hpy.devel
            def write_stub(self, output_dir, ext, compile=False): raise AssertionError
            hpy.devel.build_ext_hpy_mixin.write_stub = write_stub
            def run(self):
                print("building for", self.distribution.hpy_abi)
                super(hpy.devel.build_hpy_mixin, self).run()
            hpy.devel.build_hpy_mixin.run = run
            """
        project.write("setup.py", setup_py(change, ""))
        assert "building for universal" in project.python("setup.py", "--hpy-abi=universal", "build").stdout
        project.build("--hpy-abi=universal", "build_ext", "--inplace")
        assert project.use() == "universal 3 universal 7"

    def test_python_h_is_refused_under_the_universal_abi_only(self, new_project):
        new_project.write("alone.c", f"#include <hpy.h>\n#include <Python.h>\n{SOURCE}HPy_MODINIT(alone, module)")
        finished = new_project.python("setup.py", "--hpy-abi=universal", "build_ext", "--inplace")
        assert finished.returncode != 0
        assert "It is forbidden to #include <Python.h> when targeting the HPy Universal ABI" in finished.stdout
        new_project.build("--hpy-abi=hybrid", "build_ext", "--inplace")


PLAIN = """
#include <Python.h>
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "NAME"};
PyMODINIT_FUNC PyInit_NAME(void) { return PyModule_Create(&module); }
"""

CPP = """
#include "hpy.h"
HPyDef_METH(none, "none", HPyFunc_NOARGS)
static HPy none_impl(HPyContext *ctx, HPy) { return HPy_Dup(ctx, ctx->h_None); }
static HPyDef *defines[] = {&none, nullptr};
static HPyModuleDef module = {HPY_ABI, 0, nullptr, defines, nullptr};
"""


class TestPyproject:
    HEAD = """
    [build-system]
    requires = ["setuptools"]
    build-backend = "setuptools.build_meta"
    [project]
    name = "project"
    version = "1.0"
    [tool.setuptools]
    packages = ["package"]
    """
    MODULES = """
    [[tool.hpy.ext-modules]]
    name = "alone"
    sources = ["alone.c"]
    [[tool.hpy.ext-modules]]
    name = "package.inner"
    sources = ["package/inner.c"]
    """

    @pytest.fixture
    def project(self, new_project):
        (new_project.root / "setup.py").unlink()
        return new_project

    def pyproject(self, project, text):
        project.write("pyproject.toml", textwrap.dedent(self.HEAD) + textwrap.dedent(text))

    @TWO_ABIS
    def test_names_extensions_and_abi(self, project, abi, tmp_path):
        self.pyproject(project, f"[tool.hpy]\nabi = '{abi}'\n{textwrap.dedent(self.MODULES)}")
        project.pip("install", "--no-build-isolation", "--no-deps", ".")
        assert project.use(cwd=tmp_path) == f"{abi} 3 {abi} 7"

    def test_environment_goes_before_it_and_the_option_before_both(self, project, tmp_path):
        self.pyproject(project, f"[tool.hpy]\nabi = 'cpython'\n{textwrap.dedent(self.MODULES)}")
        install = ["install", "--no-build-isolation", "--no-deps", "--force-reinstall"]
        project.pip(*install, ".", HPY_ABI="hybrid")
        assert project.use(cwd=tmp_path) == "hybrid 3 hybrid 7"
        project.pip(*install, "--config-settings=--global-option=--hpy-abi=universal", ".", HPY_ABI="hybrid")
        assert project.use(cwd=tmp_path) == "universal 3 universal 7"

    def test_abi_is_that_of_extensions_in_setup_py_too(self, project):
        self.pyproject(project, "[tool.hpy]\nabi = 'universal'\n")
        project.write("setup.py", SETUP)
        project.build("build_ext", "--inplace")
        assert project.use() == "universal 3 universal 7"

    def test_parameters_of_an_extension(self, project):
        project.write("alone.c", f"{SOURCE}\n#if ONE != 1 || !defined(TWO)\n#error\n#endif\nHPy_MODINIT(alone, module)")
        keys = 'define-macros = [["ONE", "1"], ["TWO"]]\nextra-compile-args = ["-Wall", "-Werror"]\n'
        self.pyproject(project, f'[[tool.hpy.ext-modules]]\nname = "alone"\nsources = ["alone.c"]\n{keys}')
        project.pip("wheel", "--no-build-isolation", "--no-deps", ".")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[tool.hpy]\nabi = 'foo'", "tool.hpy.abi: unknown HPy ABI 'foo': expected cpython, universal or hybrid"),
            ("[tool.hpy]\next_modules = []", "tool.hpy: unknown key 'ext_modules': expected abi, ext-modules"),
            ("[tool]\nhpy = 3", "tool.hpy: expected a table, not 3"),
            ("[tool.hpy]\next-modules = ['a.c']", "tool.hpy.ext-modules[0]: expected a table, not 'a.c'"),
            ("[[tool.hpy.ext-modules]]\nname = 'a'", "tool.hpy.ext-modules[0]: "),
            ("[[tool.hpy.ext-modules]]\nname = 'a'\nsources = 'a.c'", "tool.hpy.ext-modules[0]: "),
            ("[[tool.hpy.ext-modules]]\nname = 'a'\nsource = ['a.c']", "tool.hpy.ext-modules[0]: unknown key 'source'"),
        ],
    )
    def test_mistake_is_named(self, project, text, message):
        self.pyproject(project, text)
        project.write("setup.py", "import setuptools; setuptools.setup()")
        assert f"pyproject.toml, {message}" in project.refuses("build")

    def test_old_setuptools_is_named_as_what_is_missing(self, tmp_path, old_setuptools):
        if sys.version_info >= (3, 12):
            pytest.skip("the oldest setuptools for this CPython can read it")
        project = Project(tmp_path, [old_setuptools])
        self.pyproject(project, self.MODULES)
        assert "[tool.hpy] in pyproject.toml needs setuptools 61 or newer" in project.refuses("build")

    @pytest.mark.parametrize(
        ("backend", "requires", "warning"),
        [
            ("setuptools.build_meta", f"hpy=={VERSION}", None),
            ("setuptools.build_meta", "HPy @ file:///wheels/hpy.whl", None),
            ("setuptools.build_meta", "hpy", f"without hpy=={VERSION} in build-system.requires"),
            ("setuptools.build_meta", "hpy==0.9.0", f"without hpy=={VERSION} in build-system.requires"),
            ("setuptools.build_meta", "numpy", f"without hpy=={VERSION} in build-system.requires"),
            ("other.build", f"hpy=={VERSION}", "the build backend other.build does not read [tool.hpy]"),
        ],
    )
    def test_that_a_build_may_leave_unread_is_warned_of(self, project, backend, requires, warning):
        head = f"[build-system]\nbuild-backend = '{backend}'\nrequires = ['setuptools', '{requires}']\n"
        project.write("pyproject.toml", head + textwrap.dedent(self.MODULES))
        project.write("setup.py", "import setuptools; setuptools.setup(py_modules=[])")
        said = [project.python("setup.py", "--name").stdout]
        if sys.version_info >= (3, 11):
            said.append(project.python("-m", "hpy.devel", "--include").stdout)
        for text in said:
            assert ("warning: pyproject.toml" in text) == (warning is not None), text
            assert warning is None or warning in text

    def test_project_without_hpy_is_none_of_our_business(self, project):
        self.pyproject(project, "")
        project.write("setup.py", "import setuptools; setuptools.setup()")
        finished = project.python("setup.py", "--help")
        assert "hpy-abi" not in finished.stdout


class TestMistakes:
    def test_unknown_abi(self, project):
        message = "unknown HPy ABI 'universe': expected cpython, universal or hybrid"
        assert project.refuses("--hpy-abi=universe", "build") == f"error: option --hpy-abi: {message}"
        assert project.refuses("build", HPY_ABI="universe").endswith(f"environment variable HPY_ABI: {message}")

    def test_something_else_than_an_extension(self, project):
        project.write("setup.py", "from setuptools import setup\nsetup(name='project', hpy_ext_modules=['alone.c'])")
        message = "hpy_ext_modules: expected setuptools.Extension objects, not 'alone.c'"
        assert project.refuses("build_ext").endswith(message)

    def test_missing_headers(self, project):
        project.write("setup.py", "import hpy.devel\nhpy.devel.HPyDevel.__init__.__defaults__ = ('/nowhere',)\n" + SETUP)
        message = "HPy's headers are missing: there is no /nowhere/include/hpy.h"
        assert project.refuses("build_ext") == f"error: {message}"

    def test_missing_static_libraries(self, project):
        project.write("setup.py", "import hpy.devel\nhpy.devel.HPyDevel.get_static_libs = lambda *_: None\n" + SETUP)
        last_line = project.refuses("--hpy-abi=hybrid", "--hpy-use-static-libs", "build_ext")
        assert last_line.startswith("error: there is no static library for the hybrid ABI in ")
        assert last_line.endswith(": build without --hpy-use-static-libs")

    def test_build_command_that_is_not_from_setuptools(self, new_project):
        setup = setup_py("from setuptools import Command\n", "cmdclass={'build_ext': Command},")
        new_project.write("setup.py", setup)
        message = "HPy extensions need a build_ext command that is derived from that of setuptools"
        assert new_project.refuses("build").endswith(message)
