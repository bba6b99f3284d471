"""setuptools' commands, extended so that they build HPy extensions."""

import inspect
import os
import re
from pathlib import Path

# Imported first: it is what brings distutils, which CPython 3.12 no longer has.
import setuptools
from setuptools.command.build_ext import build_ext

from distutils import log  # isort: skip
from distutils.errors import DistutilsModuleError, DistutilsOptionError, DistutilsSetupError  # isort: skip

from hpy.devel import HPyDevel, default_abi, stub
from hpy.devel._pyproject import why_unread
from hpy.devel.abitag import ABIS, check_abi, get_hpy_ext_suffix

OPTIONS = [
    ("hpy-abi=", None, f"ABI to build HPy extensions for: {', '.join(ABIS)}"),
    ("hpy-use-static-libs", None, "link HPy's helpers from the libraries that hpy.devel brings along"),
    ("hpy-no-static-libs", None, "compile HPy's helpers (default)"),
]

# setuptools passes on what it does not know to the class of distutils.
EXTENSION_PARAMETERS = [
    name for name in inspect.signature(setuptools.Extension.__mro__[1]).parameters if name not in ("self", "kw")
]


def configure(dist):
    """Add our options to setup.py's command line, take in ``[tool.hpy]``, and extend the commands; once."""
    if hasattr(dist, "hpydevel"):
        return
    table = tool_table()
    dist.hpy_ext_modules = [*(getattr(dist, "hpy_ext_modules", None) or []), *table.get("ext-modules", [])]
    try:
        dist.hpy_abi = default_abi() if os.environ.get("HPY_ABI") else table.get("abi", default_abi())
    except ValueError as error:
        raise DistutilsSetupError(str(error)) from None
    dist.global_options = [*dist.global_options, *OPTIONS]
    dist.negative_opt = {**dist.negative_opt, "hpy-no-static-libs": "hpy-use-static-libs"}
    extend(dist, HPyDevel())


def extend(dist, hpydevel):
    """Have a distribution's commands build what ``hpy_ext_modules`` lists. Its ``hpy_abi`` is the ABI."""
    convert_to_setuptools(dist)
    dist.hpydevel = hpydevel
    dist.hpy_use_static_libs = getattr(dist, "hpy_use_static_libs", False)
    dist.has_ext_modules = lambda: bool(dist.ext_modules or dist.hpy_ext_modules)
    if not issubclass(dist.get_command_class("build_ext"), build_ext):
        raise DistutilsSetupError("HPy extensions need a build_ext command that is derived from that of setuptools")
    ignore_stubs(dist.hpy_ext_modules)
    for mixin in (Build, BuildExt, BdistEgg, BdistWheel):
        try:
            base = dist.get_command_class(mixin.command)
        except DistutilsModuleError:
            # setuptools has no bdist_wheel of its own before 70.1.
            continue
        # A Distribution of the user's may have called fix_distribution, too.
        if not issubclass(base, mixin):
            options = {"user_options": [*base.user_options, *mixin.options]} if hasattr(mixin, "options") else {}
            dist.cmdclass[mixin.command] = type(mixin.command, (mixin, base), options)


def convert_to_setuptools(dist):
    """Turn a distribution of distutils into one of setuptools, whose commands take no other.

    It is of distutils if it was made before setuptools was imported.
    """
    if not isinstance(dist, setuptools.Distribution):
        vars(dist).update({**vars(setuptools.Distribution()), **vars(dist)})
        dist.__class__ = setuptools.Distribution


def ignore_stubs(extensions):
    """Keep setuptools, where it looks for the modules of a project, from taking the stubs of a build in place for some."""
    try:
        from setuptools.discovery import FlatLayoutModuleFinder
    except ImportError:
        return
    FlatLayoutModuleFinder.DEFAULT_EXCLUDE += tuple(getattr(ext, "name", "") for ext in extensions or [])


def tool_table():
    """Return the table ``[tool.hpy]`` of pyproject.toml, its extensions as Extension objects; empty without one."""
    path = Path("pyproject.toml")
    if not path.exists():
        return {}
    try:
        from setuptools.config.pyprojecttoml import load_file
    except ImportError:
        if re.search(r"^\[+tool\.hpy\b", path.read_text(encoding="utf-8"), re.MULTILINE):
            raise DistutilsSetupError("[tool.hpy] in pyproject.toml needs setuptools 61 or newer") from None
        return {}
    pyproject = load_file(path)
    table = pyproject.get("tool", {}).get("hpy", {})
    # The last is the pytest plugin's.
    check_keys(table, ["abi", "ext-modules", "debug"], "tool.hpy")
    if "abi" in table:
        try:
            check_abi(table["abi"], "pyproject.toml, tool.hpy.abi")
        except ValueError as error:
            raise DistutilsSetupError(str(error)) from None
    reason = why_unread(pyproject)
    if reason:
        log.warn("warning: pyproject.toml: %s", reason)
    modules = table.get("ext-modules", [])
    return {**table, "ext-modules": [extension(entry, f"tool.hpy.ext-modules[{i}]") for i, entry in enumerate(modules)]}


def extension(entry, where):
    """Make an Extension from a table whose keys are its parameters, written with dashes."""
    known = [name.replace("_", "-") for name in EXTENSION_PARAMETERS]
    check_keys(entry, known, where)
    arguments = {key.replace("-", "_"): value for key, value in entry.items()}
    try:
        # A macro without a value has None, which TOML has no word for.
        if "define_macros" in arguments:
            arguments["define_macros"] = [(name, *(value or [None])) for name, *value in arguments["define_macros"]]
        return setuptools.Extension(**arguments)
    except (AssertionError, TypeError, ValueError) as error:
        raise DistutilsSetupError(f"pyproject.toml, {where}: {error}") from None


def check_keys(table, known, where):
    """Raise DistutilsSetupError when something that should be a table is none, or has other keys than the known ones."""
    if not isinstance(table, dict):
        raise DistutilsSetupError(f"pyproject.toml, {where}: expected a table, not {table!r}")
    unknown = sorted(table.keys() - set(known))
    if unknown:
        raise DistutilsSetupError(f"pyproject.toml, {where}: unknown key {unknown[0]!r}: expected {', '.join(known)}")


def abi_of(dist):
    """Return the ABI to build for: what build_ext was told goes before what all commands were."""
    _, abi = dist.get_option_dict("build_ext").get("hpy_abi", (None, dist.hpy_abi))
    try:
        return check_abi(abi, "option --hpy-abi")
    except ValueError as error:
        raise DistutilsOptionError(str(error)) from None


class Build:
    """Keeps what is built for different ABIs apart."""

    command = "build"

    def finalize_options(self):
        """Add the ABI to the names of the directories, except those that another command has chosen."""
        names = ["build_platlib", "build_lib", "build_temp"]
        of_the_user = self.distribution.get_option_dict(self.command)
        named = [name for name in names if getattr(self, name) is None or name in of_the_user]
        super().finalize_options()
        abi = abi_of(self.distribution)
        if abi != "cpython" and self.distribution.hpy_ext_modules:
            for name in named:
                setattr(self, name, f"{getattr(self, name)}-hpy-{abi}")


class BuildExt:
    """Builds HPy extensions beside the others, each with the stub that imports it where the import system does not."""

    command = "build_ext"
    options = OPTIONS[:1]

    def initialize_options(self):
        """Begin without an ABI."""
        super().initialize_options()
        self.hpy_abi = None

    def finalize_options(self):
        """Complete the HPy extensions, and build them with the others."""
        dist = self.distribution
        self.hpy_abi = abi_of(dist)
        self.hpy_extensions = dist.hpy_ext_modules or []
        others = [ext for ext in dist.ext_modules or [] if ext not in self.hpy_extensions]
        for ext in self.hpy_extensions:
            self._complete(ext)
        dist.ext_modules = others + self.hpy_extensions
        super().finalize_options()

    def _complete(self, ext):
        if not isinstance(ext, setuptools.Extension):
            raise DistutilsSetupError(f"hpy_ext_modules: expected setuptools.Extension objects, not {ext!r}")
        if hasattr(ext, "hpy_abi"):
            return
        ext.hpy_abi = self.hpy_abi
        hpydevel = self.distribution.hpydevel
        try:
            ext.include_dirs = [*hpydevel.get_include_dirs(self.hpy_abi), *ext.include_dirs]
        except FileNotFoundError as error:
            raise DistutilsSetupError(str(error)) from None
        ext.define_macros = [*ext.define_macros, *((name, None) for name in hpydevel.get_macros(self.hpy_abi))]

    def build_extensions(self):
        """Compile the helpers once for all HPy extensions."""
        if self.hpy_extensions:
            helpers = self._static_libraries() if self.distribution.hpy_use_static_libs else self._compiled_helpers()
            for ext in self.hpy_extensions:
                ext.extra_objects = [*ext.extra_objects, *helpers]
        super().build_extensions()

    def _static_libraries(self):
        hpydevel = self.distribution.hpydevel
        libraries = hpydevel.get_static_libs(self.hpy_abi)
        if not libraries:
            raise DistutilsSetupError(
                f"there is no static library for the {self.hpy_abi} ABI in {hpydevel.base_dir / 'lib'}: "
                "build without --hpy-use-static-libs"
            )
        return libraries

    def _compiled_helpers(self):
        """Compile the helpers and return the object files.

        They are no sources of the extensions: the flags of an extension may be those of another language.
        """
        hpydevel = self.distribution.hpydevel
        sources = hpydevel.get_sources(self.hpy_abi)
        directory = os.path.join(self.build_temp, "hpy")
        objects = self.compiler.object_filenames(sources, output_dir=directory)
        newest = max(map(os.path.getmtime, [*sources, *map(str, hpydevel.include_dir.rglob("*.h"))]))
        if self.force or not all(os.path.exists(file) and os.path.getmtime(file) > newest for file in objects):
            log.info("compiling HPy's helpers for the %s ABI", self.hpy_abi)
            self.compiler.compile(
                sources,
                output_dir=directory,
                macros=[(name, None) for name in hpydevel.get_macros(self.hpy_abi)],
                include_dirs=hpydevel.get_include_dirs(self.hpy_abi),
                debug=self.debug,
            )
        return objects

    def get_ext_fullpath(self, ext_name):
        """Ask for the file by the whole name: the last part of it may be that of another extension, too."""
        directory = os.path.dirname(super().get_ext_fullpath(ext_name))
        return os.path.join(directory, os.path.basename(self.get_ext_filename(self.get_ext_fullname(ext_name))))

    def get_ext_filename(self, fullname):
        """Give HPy extensions the suffix of their ABI."""
        hpy_names = [self.get_ext_fullname(ext.name) for ext in self.hpy_extensions]
        if self.hpy_abi != "cpython" and fullname in hpy_names:
            return os.path.join(*fullname.split(".")) + get_hpy_ext_suffix(self.hpy_abi)
        return super().get_ext_filename(fullname)

    def get_export_symbols(self, ext):
        """Name the function that Windows has to export."""
        symbols = super().get_export_symbols(ext)
        if self.hpy_abi != "cpython" and ext in self.hpy_extensions:
            return [re.sub("^PyInit_", "HPyInit_", symbol) for symbol in symbols]
        return symbols

    def build_extension(self, ext):
        """Write the stub, too."""
        super().build_extension(ext)
        self._write_stub(ext)

    def copy_extensions_to_source(self):
        """Write the stub into the source directory, too."""
        super().copy_extensions_to_source()
        for ext in self.extensions:
            self._write_stub(ext)

    def _needs_stub(self, ext):
        return self.hpy_abi != "cpython" and ext in self.hpy_extensions

    def _write_stub(self, ext):
        if not self._needs_stub(ext):
            return
        path = Path(stub_path(self.get_ext_fullpath(ext.name)))
        text = stub(ext.name, self.hpy_abi)
        if path.exists() and text.splitlines()[1] not in path.read_text(encoding="utf-8"):
            raise DistutilsSetupError(f"{path} is in the way of the stub of the extension {ext.name}: rename either")
        log.info("writing the stub of %s to %s", ext.name, path)
        path.write_text(text, encoding="utf-8")

    def get_outputs(self):
        """Name the stubs, too."""
        outputs = super().get_outputs()
        extensions = filter(self._needs_stub, self.extensions)
        built = [os.path.join(self.build_lib, *self.get_ext_fullname(ext.name).split(".")) + ".py" for ext in extensions]
        return sorted({*outputs, *built})

    def get_output_mapping(self):
        """Say where the stubs of an editable installation are."""
        mapping = super().get_output_mapping()
        stubs = {stub_path(built): stub_path(source) for built, source in mapping.items() if is_hpy_file(built)}
        return {**mapping, **stubs}


class BdistEgg:
    """Leaves our stubs alone, and eggs with HPy extensions unzipped."""

    command = "bdist_egg"

    def zip_safe(self):
        """Say that the egg has to be a directory: our stubs do not unpack what they load."""
        return not self.distribution.hpy_ext_modules and super().zip_safe()

    def get_ext_outputs(self):
        """Leave out HPy extensions, for which setuptools would write stubs of its own."""
        everything, extensions = super().get_ext_outputs()
        return everything, [path for path in extensions if not is_hpy_file(path)]


class BdistWheel:
    """Says what a wheel of universal extensions runs under: every Python of the platform."""

    command = "bdist_wheel"

    def get_tag(self):
        """Leave the version of Python out where nothing depends on it."""
        python, abi, platform = super().get_tag()
        dist = self.distribution
        others = [ext for ext in dist.ext_modules or [] if ext not in (dist.hpy_ext_modules or [])]
        if dist.hpy_ext_modules and not others and abi_of(dist) == "universal":
            return "py3", "none", platform
        return python, abi, platform


def is_hpy_file(path):
    """Tell whether an extension has the suffix of the universal or the hybrid ABI."""
    return any(path.endswith(get_hpy_ext_suffix(abi)) for abi in ("universal", "hybrid"))


def stub_path(extension_path):
    """Return where the stub of an extension goes: beside it."""
    directory, name = os.path.split(extension_path)
    return os.path.join(directory, name.partition(".")[0] + ".py")
