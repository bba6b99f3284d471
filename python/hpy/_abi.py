"""Tell extensions that were built with HPy for the CPython ABI from others: they cannot be debugged."""

from __future__ import annotations

import sys
from importlib.machinery import EXTENSION_SUFFIXES
from types import ModuleType
from typing import Optional

# What HPy's helpers, which are part of every such extension, say of a module that is defined wrongly.
MARK = b"HPyModuleDef defines a HPy_mod_create slot"


def is_cpython_abi(path: str) -> bool:
    """Whether the library at this path was built with HPy for the CPython ABI. Raises nothing."""
    if not path.endswith(tuple(EXTENSION_SUFFIXES)) or ".hpy" in path.rpartition("/")[2]:
        return False
    try:
        with open(path, "rb") as file:
            return MARK in file.read()
    except OSError:
        return False


def loaded() -> list[str]:
    """The names of such extensions among the modules that are imported."""
    modules = list(sys.modules.items())
    return sorted(name for name, module in modules if is_cpython_abi(_path(module) or "") and name != "hpy.universal")


def _path(module: ModuleType) -> Optional[str]:
    path = getattr(module, "__file__", None)
    return path if isinstance(path, str) else None


def log(name: str, path: str) -> None:
    """Say on stdout that such an extension is loaded, as is done of other HPy extensions."""
    if is_cpython_abi(path) and name != "hpy.universal":
        print(f"Loading '{name}' in CPython ABI mode, which has no debug context")
