"""Print what a build system needs for an HPy extension, one item on a line."""

import argparse
import sys
import sysconfig
from pathlib import Path

from hpy.devel import HPyDevel, default_abi, stub
from hpy.devel._pyproject import why_unread
from hpy.devel.abitag import ABIS, HPY_ABI_TAG, get_hpy_ext_suffix
from hpy.devel.version import __version__


def main():
    """Print what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m hpy.devel", description=__doc__)
    parser.add_argument("--abi", choices=ABIS, help="for this ABI (default: the environment variable HPY_ABI or, on CPython, cpython)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--include", action="store_true", help="the directory of hpy.h")
    what.add_argument("--cflags", action="store_true", help="options for the compiler: macros and directories of headers")
    what.add_argument("--sources", action="store_true", help="C files to compile into an extension")
    what.add_argument("--ctx-sources", action="store_true", help="those among them that only the cpython ABI needs")
    what.add_argument("--static-libs", action="store_true", help="libraries to link in place of the sources")
    what.add_argument("--ext-suffix", action="store_true", help="the end of the extension's file name")
    what.add_argument("--abi-tag", action="store_true", help="the tag of the universal ABI")
    what.add_argument("--stub", metavar="NAME", help="the Python module that goes beside the extension of that name")
    what.add_argument("--version", action="store_true", help="the version of HPy")
    chosen = parser.parse_args()
    warn_of_pyproject()
    try:
        for line in answer(chosen, chosen.abi or default_abi(), HPyDevel()):
            print(line)
    except (FileNotFoundError, ValueError) as error:
        sys.exit(f"python -m hpy.devel: {error}")


def warn_of_pyproject():
    """Say on stderr why a build system that asks here does not read what the project describes."""
    try:
        import tomllib

        reason = why_unread(tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8")))
    except (ImportError, OSError, ValueError, AttributeError, TypeError):
        # Before 3.11 nothing reads TOML, and a file that is wrong is the build system's to refuse.
        return
    if reason:
        print(f"python -m hpy.devel: warning: pyproject.toml: {reason}", file=sys.stderr)


def answer(chosen, abi, hpydevel):
    """Return the lines to print."""
    if chosen.include:
        return hpydevel.get_extra_include_dirs()
    if chosen.cflags:
        python = [sysconfig.get_path("include")] if abi != "universal" else []
        directories = hpydevel.get_include_dirs(abi) + python
        return [f"-D{name}" for name in hpydevel.get_macros(abi)] + [f"-I{path}" for path in directories]
    if chosen.sources:
        return hpydevel.get_sources(abi)
    if chosen.ctx_sources:
        return hpydevel.get_ctx_sources()
    if chosen.static_libs:
        libraries = hpydevel.get_static_libs(abi)
        if libraries is None:
            raise FileNotFoundError(f"there are no static libraries for the {abi} ABI: compile the --sources")
        return libraries
    if chosen.ext_suffix:
        return [get_hpy_ext_suffix(abi)]
    if chosen.abi_tag:
        return [HPY_ABI_TAG]
    if chosen.stub:
        return stub(chosen.stub, abi).splitlines()
    return [__version__]


main()
