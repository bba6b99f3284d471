"""Compile small HPy extensions, load them here, or run code that imports them in a process of its own."""

import hashlib
import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
import sysconfig
import textwrap
from dataclasses import dataclass
from pathlib import Path

import hpy.universal

SUFFIXES = {
    "universal": ".hpy0.so",
    "hybrid": f".hpy0-cp{sys.version_info[0]}{sys.version_info[1]}{sys.abiflags}.so",
    "cpython": sysconfig.get_config_var("EXT_SUFFIX"),
}
MODES = {
    "universal": hpy.universal.MODE_UNIVERSAL,
    "debug": hpy.universal.MODE_DEBUG,
    "trace": hpy.universal.MODE_TRACE,
    "debug+trace": hpy.universal.MODE_DEBUG_TRACE,
}
# Whether this CPython can run without the GIL.
FREE_THREADED = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
FLAGS = ["-g", "-O0", "-fPIC", "-shared", "-Wall", "-Werror", "-Wfatal-errors"]

# What HPy's build writes beside an extension, without its detour through pkg_resources.
STUB = """
import os, sys
from hpy.universal import _load_bootstrap
file = os.path.join(os.path.dirname(__file__), {file!r})
sys.modules[__name__] = _load_bootstrap({name!r}, __name__, __package__, file, __loader__, __spec__, os.environ)
"""


@dataclass(frozen=True)
class Extension:
    """A compiled extension, importable by its name from the directory that it is alone in."""

    name: str
    path: Path

    @property
    def directory(self):
        return self.path.parent

    def load(self, mode="universal"):
        """Load it into this process, without entering it into sys.modules. The mode is ignored for the cpython ABI."""
        spec = importlib.util.spec_from_file_location(self.name, str(self.path))
        if self.path.name.endswith(SUFFIXES["cpython"]):
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module
        return hpy.universal.load(self.name, str(self.path), spec, mode=MODES[mode])


@dataclass(frozen=True)
class Finished:
    """A process that has ended."""

    returncode: int
    stdout: str
    stderr: str


class Compiler:
    """Compiles with the headers and helpers of hpy.devel, or of another one; the same source is compiled once.

    With more flags the helpers are compiled, too. The environment variable HPY_TESTS_CFLAGS may hold some.
    """

    def __init__(self, directory, devel=None, more=()):
        from hpy.devel import HPyDevel

        self.directory = directory
        self.devel = devel or HPyDevel()
        self.more = more

    def compile(self, source, name="mytest", abi="universal"):
        """Compile a module. `complete` says what it exports."""
        source = complete(textwrap.dedent(source), name)
        key = hashlib.sha256(repr((source, name, abi)).encode()).hexdigest()[:16]
        extension = Extension(name, self.directory / key / (name + SUFFIXES[abi]))
        if not extension.path.exists():
            self.compile_plain(source, extension.path, self.flags(abi))
            if abi != "cpython":
                stub = STUB.format(file=extension.path.name, name=name)
                extension.path.with_name(f"{name}.py").write_text(stub)
        return extension

    def flags(self, abi):
        includes = self.devel.get_include_dirs(abi) + ([sysconfig.get_path("include")] if abi != "universal" else [])
        macros = [f"-D{name}" for name in self.devel.get_macros(abi)]
        more = [*self.more, *shlex.split(os.environ.get("HPY_TESTS_CFLAGS", ""))]
        helpers = self.devel.get_sources(abi) if more else self.devel.get_static_libs(abi)
        return [*macros, *(f"-I{path}" for path in includes), *helpers, *more]

    def compile_plain(self, source, path, flags=()):
        """Compile C text to a shared library at this path, as it stands."""
        path.parent.mkdir(parents=True, exist_ok=True)
        c_file = path.with_name(path.name.split(".")[0] + ".c")
        c_file.write_text(source)
        result = subprocess.run(["cc", *FLAGS, str(c_file), *flags, "-o", str(path)], capture_output=True, text=True)
        if result.returncode != 0:
            raise AssertionError(f"the extension does not compile:\n{result.stderr}")


def complete(source, name):
    """Add the module, unless the source has an HPy_MODINIT of its own: its functions and slots, and as type X what each X_spec
    describes. Methods of X begin with X_."""
    if "HPy_MODINIT" in source:
        return f"#include <hpy.h>\n{source}"
    types = re.findall(r"^static HPyType_Spec (\w+)_spec\b", source, re.MULTILINE)
    defines = re.findall(r"^HPyDef_(?:METH\((\w+)|SLOT\((\w+), HPy_mod_)", source, re.MULTILINE)
    defines = [name for name in map("".join, defines) if not name.startswith(tuple(f"{type_}_" for type_ in types))]
    globals_ = re.findall(r"^static HPyGlobal (\w+);", source, re.MULTILINE)
    if types:
        added = " && ".join(f'HPyHelpers_AddType(ctx, module, "{type_}", &{type_}_spec, NULL)' for type_ in types)
        source += "HPyDef_SLOT(add_types, HPy_mod_exec)\n"
        source += f"static int add_types_impl(HPyContext *ctx, HPy module) {{ return {added} ? 0 : -1; }}\n"
        defines.append("add_types")
    return f"""#include <hpy.h>
{source}
static HPyDef *module_defines[] = {{{"".join(f"&{define}, " for define in defines)}NULL}};
static HPyGlobal *module_globals[] = {{{"".join(f"&{name}, " for name in globals_)}NULL}};
static HPyModuleDef module_def = {{.doc = "a test", .defines = module_defines, .globals = module_globals}};
HPy_MODINIT({name}, module_def)
"""


def run_python(code, extensions=(), environment=(), arguments=("-c",), cwd=None, **settings):
    """Run code in a fresh interpreter that can import the extensions.

    Settings: `stderr`, where that goes when it is not wanted; `python`, another interpreter; `after`, arguments of the program.
    The environment variable HPY_TESTS_UNDER may name a tool to run it under.
    """
    ours = ("HPY", "NO_COLOR", "CLICOLOR_FORCE")
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    tool = shlex.split(os.environ.get("HPY_TESTS_UNDER", ""))
    inherited["PYTHONPATH"] = os.pathsep.join(str(extension.directory) for extension in extensions)
    finished = subprocess.run(
        [*tool, settings.get("python", sys.executable), *arguments, textwrap.dedent(code), *settings.get("after", ())],
        env={**inherited, **dict(environment)},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=settings.get("stderr", subprocess.PIPE),
        text=True,
        timeout=1200 if tool else 120,
    )
    return Finished(finished.returncode, own_words(finished.stdout), own_words(finished.stderr))


def own_words(printed):
    """What a process printed, without the line that qemu adds when a signal ends it."""
    line = r"qemu: uncaught target signal .*? - core dumped(\n|\\n)"
    return re.sub(line, "", printed) if printed and "HPY_EMULATOR" in os.environ else printed


# forked(function, *arguments, output=1): calls the function in a process of its own. Gives the exit status, and what was
# written to standard output or standard error.
FORKED = """
import os, resource
# No core is written for what dies.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
NOWHERE = os.open(os.devnull, os.O_WRONLY)
def forked(function, *arguments, output=1):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(NOWHERE, 2)
        os.dup2(writer, output)
        function(*arguments)
        os._exit(0)
    os.close(writer)
    with open(reader, errors="replace") as file:
        text = file.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text
"""


def run_each(extension, setup, count, options=""):
    """Call `run(number)`, which the setup defines, for each number in debug mode, in a forked process of its own.

    Returns the exit status and standard error of each.
    """
    code = f"{FORKED}\n{setup}\nimport json\nprint(json.dumps([forked(run, number, output=2) for number in range({count})]))"
    finished = run_python(code, [extension], {"HPY": "debug", "HPY_DEBUG_OPTIONS": options})
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout)
